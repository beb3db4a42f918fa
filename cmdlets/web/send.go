package web

import (
	"context"
	"errors"
	"io"
	"mime"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/encoding"
	"github.com/csshell/csshell/objects/system"
	"github.com/csshell/csshell/runtime"
)

var httpResponseException = &objects.Type{FullName: "Microsoft.PowerShell.Commands.HttpResponseException", Base: system.HttpRequestException, Kind: objects.KindObject, Attributes: objects.ExceptionAttr}

// answer is what a server sent.
type answer struct {
	*http.Response
	body []byte
}

// send sends the request, again after a failure as often as asked for, and reads the
// answer. An answer of failure is an error unless it is to be overlooked.
func (p *parameters) send(rt *runtime.CommandRuntime) (*answer, error) {
	s, err := p.session(rt)
	if err != nil {
		return nil, err
	}
	client, err := p.client(s)
	if err != nil {
		return nil, err
	}
	for try := 0; ; try++ {
		r, err := p.request(rt, s)
		if err != nil {
			return nil, err
		}
		a, err := p.exchange(rt, client, r)
		if err != nil {
			return nil, p.failure(rt, err)
		}
		failed := a.StatusCode >= 400
		if failed && try < p.MaximumRetryCount {
			if err := pause(rt.Context(), p.interval(a)); err != nil {
				return nil, err
			}
			continue
		}
		if failed && !bool(p.SkipHttpErrorCheck) {
			return nil, statusError(a)
		}
		return a, nil
	}
}

// session is the session given, or a new one, kept where that was asked for.
func (p *parameters) session(rt *runtime.CommandRuntime) (*Session, error) {
	s := p.WebSession
	if s == nil {
		s = newSession()
	}
	if p.UserAgent != "" {
		s.userAgent = p.UserAgent
	}
	if p.SessionVariable == "" {
		return s, nil
	}
	s.credential = p.Credential
	return s, rt.Scope().Set(rt.Session(), p.SessionVariable, objects.Of(s))
}

// exchange sends one request. The answer goes to -OutFile as it comes, else into memory.
func (p *parameters) exchange(rt *runtime.CommandRuntime, client *http.Client, r *http.Request) (*answer, error) {
	path := ""
	if p.OutFile != "" {
		path = rt.Session().FullPath(p.OutFile)
		if info, err := os.Stat(path); err == nil && bool(p.Resume) && info.Size() > 0 {
			r.Header.Set("Range", "bytes="+formatInt(info.Size())+"-")
		}
	}
	response, err := client.Do(r)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	a := &answer{Response: response}
	if path == "" || response.StatusCode >= 400 || bool(p.PassThru) {
		a.body, err = io.ReadAll(response.Body)
		if err != nil || path == "" || response.StatusCode >= 400 {
			return a, err
		}
		response.Body = io.NopCloser(strings.NewReader(string(a.body)))
	}
	return a, save(response, path)
}

// save writes an answer to a file: at its end where the server goes on with it.
func save(response *http.Response, path string) error {
	flags := os.O_WRONLY | os.O_CREATE | os.O_TRUNC
	if response.StatusCode == http.StatusPartialContent {
		flags = os.O_WRONLY | os.O_CREATE | os.O_APPEND
	}
	file, err := os.OpenFile(path, flags, 0o644)
	if err != nil {
		return err
	}
	_, err = io.Copy(file, response.Body)
	if closing := file.Close(); err == nil {
		err = closing
	}
	return err
}

// interval is how long to wait before the next try: as the server says, or as asked for.
func (p *parameters) interval(a *answer) time.Duration {
	if seconds, err := time.ParseDuration(a.Header.Get("Retry-After") + "s"); err == nil && a.StatusCode == http.StatusTooManyRequests {
		return seconds
	}
	if p.RetryIntervalSec > 0 {
		return time.Duration(p.RetryIntervalSec) * time.Second
	}
	return 5 * time.Second
}

func pause(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}

// failure is the error of a request that brought no answer.
func (p *parameters) failure(rt *runtime.CommandRuntime, err error) error {
	if rt.Context().Err() != nil {
		return rt.Stopping()
	}
	if errors.Is(err, errInsecureRedirect) {
		return refusal("InsecureRedirection", errInsecureRedirect.Error())
	}
	message := err.Error()
	if cause := errors.Unwrap(err); cause != nil {
		message = cause.Error()
	}
	if timeout, ok := err.(interface{ Timeout() bool }); ok && timeout.Timeout() {
		e := objects.NewException(system.TaskCanceledException, "The request was canceled due to the configured HttpClient.Timeout of "+formatInt(int64(p.ConnectionTimeoutSeconds))+" seconds elapsing.")
		return runtime.NewErrorRecord(e, "OperationTimeoutReached", runtime.OperationTimeout, objects.Null)
	}
	e := objects.NewException(system.HttpRequestException, message)
	return runtime.NewErrorRecord(e, "WebCmdletWebResponseException", runtime.InvalidOperation, objects.Null)
}

// statusError is the error of an answer that tells of a failure.
func statusError(a *answer) error {
	e := objects.NewException(httpResponseException, "Response status code does not indicate success: "+formatInt(int64(a.StatusCode))+" ("+a.reason()+").")
	e.Fields = map[string]objects.Value{"Response": objects.Of(&message{a})}
	r := runtime.NewErrorRecord(e, "WebCmdletWebResponseException", runtime.InvalidOperation, objects.Null)
	if text := a.text(); text != "" {
		r.Details = &runtime.ErrorDetails{Message: text}
	}
	return r
}

// reason is the phrase after the status code.
func (a *answer) reason() string {
	if _, phrase, ok := strings.Cut(a.Status, " "); ok {
		return phrase
	}
	return http.StatusText(a.StatusCode)
}

// text is the body in the encoding that the server says, else UTF-8.
func (a *answer) text() string {
	_, options, err := mime.ParseMediaType(a.Header.Get("Content-Type"))
	if err == nil && options["charset"] != "" {
		if e, err := encoding.Named(options["charset"]); err == nil {
			return e.Decode(a.body)
		}
	}
	return encoding.UTF8(false).Decode(a.body)
}

// mediaType is the type of the body without its options.
func (a *answer) mediaType() string {
	t, _, _ := strings.Cut(a.Header.Get("Content-Type"), ";")
	return strings.ToLower(strings.TrimSpace(t))
}
