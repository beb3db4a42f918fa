package web

import (
	"bufio"
	"net"
	"strings"
	"testing"
)

// mailbox takes one message over SMTP and gives the lines of the dialogue.
func mailbox(t *testing.T) (port string, lines <-chan []string) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan []string, 1)
	go func() {
		defer listener.Close()
		conn, err := listener.Accept()
		if err != nil {
			return
		}
		defer conn.Close()
		say := func(s string) { _, _ = conn.Write([]byte(s + "\r\n")) }
		say("220 test")
		var got []string
		data := false
		for in := bufio.NewScanner(conn); in.Scan(); {
			line := in.Text()
			got = append(got, line)
			switch {
			case data && line == ".":
				data = false
				say("250 taken")
			case data:
			case line == "DATA":
				data = true
				say("354 go on")
			case line == "QUIT":
				say("221 bye")
				done <- got
				return
			default:
				say("250 fine")
			}
		}
		done <- got
	}()
	_, port, _ = net.SplitHostPort(listener.Addr().String())
	return port, done
}

func TestSendMailMessage(t *testing.T) {
	port, lines := mailbox(t)
	got := run(t, `Send-MailMessage -From 'Ken <ken@litwareinc.com>' -To pilar@litwareinc.com -Cc a@litwareinc.com -Bcc b@litwareinc.com -Subject 'Zür' -Body 'héllo' -Priority High -SmtpServer 127.0.0.1 -Port `+port+` -WarningAction SilentlyContinue; $Error.Count`)
	if got != "0" {
		t.Fatalf("errors: %s", got)
	}
	all := strings.Join(<-lines, "\n")
	for _, want := range [...]string{
		"MAIL FROM:<ken@litwareinc.com>", "RCPT TO:<pilar@litwareinc.com>", "RCPT TO:<a@litwareinc.com>", "RCPT TO:<b@litwareinc.com>",
		"From: Ken <ken@litwareinc.com>", "Subject: =?utf-8?q?Z=C3=BCr?=", "X-Priority: 1", "Content-Type: text/plain; charset=utf-8", "aMOpbGxv",
	} {
		if !strings.Contains(all, want) {
			t.Errorf("no %q in\n%s", want, all)
		}
	}
	if strings.Contains(all, "Bcc") {
		t.Errorf("the hidden copies show:\n%s", all)
	}
	if got := run(t, `try { Send-MailMessage -From no -To x -Subject s -SmtpServer 127.0.0.1 -WarningAction SilentlyContinue } catch { $_.FullyQualifiedErrorId }`); !strings.HasPrefix(got, "FormatException,") {
		t.Errorf("a bad address gives %q", got)
	}
}
