package sample

import (
	"encoding/binary"
	"fmt"
	"iter"
	"time"

	"github.com/csshell/csshell/objects/cs"
)

var (
	firstNames  = []string{"Ada", "Bernd", "Chioma", "Dmitri", "Eva", "François", "Grace", "Hiroshi", "Inés", "Jan", "Kofi", "Leïla", "Mei", "Nils", "Olga", "Priya", "Quinn", "Rosa", "Søren", "Tariq"}
	lastNames   = []string{"Abbas", "Berg", "Chen", "Dubois", "Eriksson", "Fischer", "García", "Haas", "Ito", "Jensen", "Kowalski", "Larsen", "Müller", "Novák", "O'Brien", "Poe", "Quist", "Rossi", "Saraiva", "Tanaka", "Ulrich", "Vega", "Weber"}
	departments = []string{"Finance", "IT", "Sales", "Legal", "Research", "Human Resources", "Operations", "Marketing"}
	cities      = []string{"Redmond", "Atlanta", "Dublin", "Lyon", "Osaka"}
	created     = cs.TicksOf(time.Date(2024, 2, 5, 9, 0, 0, 0, time.UTC))
)

// Users returns n made-up users with 25 properties each, the same ones every
// time. One in twenty has no registrar pool.
func Users(n int) iter.Seq2[int, *cs.User] {
	return func(yield func(int, *cs.User) bool) {
		for i := range n {
			if !yield(i, user(i)) {
				return
			}
		}
	}
}

func user(i int) *cs.User {
	first, last := firstNames[i%len(firstNames)], lastNames[i/len(firstNames)%len(lastNames)]
	department, site := departments[i%len(departments)], i%len(cities)
	logon := fmt.Sprintf("user%07d", i)
	name := fmt.Sprintf("%s %s %d", first, last, i)
	u := &cs.User{
		Identity:            fmt.Sprintf("CN=%s,OU=%s,OU=%s,DC=contoso,DC=com", name, department, cities[site]),
		NetBiosDomain:       "contoso",
		Name:                name,
		DisplayName:         first + " " + last,
		FirstName:           first,
		LastName:            last,
		SamAccountName:      logon,
		UserPrincipalName:   logon + "@contoso.com",
		WindowsEmailAddress: logon + "@contoso.com",
		SipAddress:          "sip:" + logon + "@contoso.com",
		HostingProvider:     "SRV:",
		RegistrarPool:       fmt.Sprintf("pool%d.contoso.com", site),
		VoicePolicy:         cities[site] + "VoicePolicy",
		LineURI:             fmt.Sprintf("tel:+1425%07d", i),
		Department:          department,
		Title:               "Engineer",
		City:                cities[site],
		Phone:               fmt.Sprintf("+1 425 %07d", i),
		UserAccountControl:  "NormalAccount",
		Sid:                 fmt.Sprintf("S-1-5-21-1573807623-1597889489-1765977225-%d", 10_000+i),
		Guid:                number(i, 1),
		Enabled:             cs.True,
		WhenCreated:         created,
		WhenChanged:         created + cs.Ticks(i%1000)*1e7,

		EnterpriseVoiceEnabled: cs.BoolOf(i%3 == 0),
	}
	if i%20 == 19 {
		u.RegistrarPool = ""
	}
	return u
}

// Certificates returns made-up certificates of the first n users of [Users],
// each of whom has as many.
func Certificates(n, each int) iter.Seq2[int, *cs.ClientCertificate] {
	return func(yield func(int, *cs.ClientCertificate) bool) {
		for i := range n * each {
			if !yield(i, certificate(i/each, i)) {
				return
			}
		}
	}
}

func certificate(owner, i int) *cs.ClientCertificate {
	address := fmt.Sprintf("user%07d@contoso.com", owner)
	published := created + cs.Ticks(i%10_000)*1e9
	begin := published - 903*1e7
	end := begin + 180*24*3600*1e7
	return &cs.ClientCertificate{
		Identity:          "sip:" + address,
		CertificateType:   "OcsSigned",
		DeviceId:          number(i, 2),
		PublicationTime:   published,
		ExpirationTime:    end,
		Subject:           "CN=" + address,
		Issuer:            "CN=Communications Server",
		SerialNumber:      fmt.Sprintf("%032X", i),
		Thumbprint:        fmt.Sprintf("%040X", i),
		NotBefore:         begin,
		NotAfter:          end,
		DeviceDescription: "Skype for Business 2016",
	}
}

// number returns a GUID that belongs to i alone, scattered as real ones are.
func number(i int, kind uint64) cs.GUID {
	guid := cs.GUID{Valid: true}
	scattered := (uint64(i) + 1) * 0x9E3779B97F4A7C15
	binary.BigEndian.PutUint64(guid.Bytes[:8], scattered)
	binary.BigEndian.PutUint64(guid.Bytes[8:], uint64(i)<<8|kind)
	return guid
}
