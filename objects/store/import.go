package store

import (
	"context"
	"errors"
	"io"
	"iter"

	"github.com/csshell/csshell/objects/cs"
)

// File is a CSV file to import. Its name is for errors.
type File struct {
	Name    string
	Content io.Reader
}

// Files are the parts of an organisation. A file without content is left out.
type Files struct {
	Users        File
	Certificates File
}

// ImportReport says what an import did.
type ImportReport struct {
	ImportCounts
	// Ignored are the columns of the files that are no properties.
	Ignored []string
}

// Import loads CSV files into a store, all of them or nothing. Their columns
// are properties by name: those of users.csv and certificates.csv, or what
// Export-Csv writes for the objects of Get-CsUser, Get-CsAdUser and
// Get-CsClientCertificate. Columns that are no properties are ignored.
//
// A mistake in a file is a *RowError.
func Import(ctx context.Context, to Importer, change Change, files Files) (ImportReport, error) {
	var report ImportReport
	counts, err := to.Import(ctx, change, func(batch Batch) error {
		ignored, err := importUsers(batch, files.Users)
		report.Ignored = ignored
		if err != nil {
			return err
		}
		ignored, err = importCertificates(batch, files.Certificates)
		report.Ignored = append(report.Ignored, ignored...)
		return err
	})
	report.ImportCounts = counts
	return report, err
}

func importUsers(batch Batch, file File) ([]string, error) {
	if file.Content == nil {
		return nil, nil
	}
	reader, err := newCSVReader(file, cs.UserProperties, []string{"DistinguishedName", "Identity"})
	if err != nil {
		return nil, err
	}
	return reader.ignored, importRows(reader, batch, func(line int, user *cs.User) error {
		if user.NetBiosDomain == "" {
			user.NetBiosDomain = cs.Domain(user.Identity)
		}
		return batch.AddUser(line, user)
	})
}

func importCertificates(batch Batch, file File) ([]string, error) {
	if file.Content == nil {
		return nil, nil
	}
	reader, err := newCSVReader(file, cs.CertificateProperties, []string{"Identity"}, []string{"DeviceId"}, []string{"PublicationTime"})
	if err != nil {
		return nil, err
	}
	return reader.ignored, importRows(reader, batch, batch.AddCertificate)
}

// importRows adds every row. Errors of the batch get the name of the file.
func importRows[T any](reader *csvReader[T], batch Batch, add func(int, *T) error) error {
	for {
		object := new(T)
		line, err := reader.next(object)
		if errors.Is(err, io.EOF) {
			return inFile(reader.file, batch.Flush())
		}
		if err != nil {
			return err
		}
		if err := add(line, object); err != nil {
			return inFile(reader.file, err)
		}
	}
}

// inFile adds the name of the file to an error about a row.
func inFile(file string, err error) error {
	if row, ok := errors.AsType[*RowError](err); ok && row.File == "" {
		row.File = file
	}
	return err
}

// ExportUsers writes all accounts, those that were never enabled included, as
// a CSV file that Import reads.
func ExportUsers(ctx context.Context, from Users, to io.Writer) error {
	return export(to, cs.UserProperties, from.Users(ctx, UserQuery{NeverEnabled: true}))
}

// ExportCertificates writes all certificates that are in force as a CSV file
// that Import reads.
func ExportCertificates(ctx context.Context, from Certificates, to io.Writer) error {
	return export(to, cs.CertificateProperties, from.Certificates(ctx, CertificateQuery{}))
}

func export[T any](to io.Writer, properties cs.Properties[T], objects iter.Seq2[*T, error]) error {
	writer, err := newCSVWriter(to, properties)
	if err != nil {
		return err
	}
	for object, err := range objects {
		if err == nil {
			err = writer.write(object)
		}
		if err != nil {
			return err
		}
	}
	return writer.flush()
}
