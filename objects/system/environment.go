package system

import (
	"os"
	"os/user"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/csshell/csshell/objects"
)

// The types about the machine.
var (
	EnvironmentType     = staticClass("System.Environment")
	OperatingSystemType = &objects.Type{FullName: "System.OperatingSystem", Kind: objects.KindObject, Attributes: objects.SealedAttr}
)

// operatingSystem is Environment.OSVersion.
type operatingSystem struct{ version *Version }

// Type is System.OperatingSystem.
func (*operatingSystem) Type() *objects.Type { return OperatingSystemType }

// Text is the platform's name and version.
func (o *operatingSystem) Text() (string, error) { return "Unix " + o.version.text(4), nil }

func newOperatingSystem() value {
	release, _ := os.ReadFile("/proc/sys/kernel/osrelease")
	head, _, _ := strings.Cut(strings.TrimSpace(string(release)), "-")
	v, err := ParseVersion(head)
	if err != nil {
		v = &Version{[4]int{0, 0, 0, 0}}
	}
	for i := range v.Parts {
		v.Parts[i] = max(0, v.Parts[i])
	}
	return objects.Of(&operatingSystem{v})
}

const platformUnix = 4

func operatingSystemDeclaration() *objects.Declaration {
	of := func(v value) *operatingSystem {
		if o, ok := objects.As[*operatingSystem](v); ok {
			return o
		}
		return &operatingSystem{&Version{}}
	}
	text := func(v value) value { s, _ := of(v).Text(); return objects.String(s) }
	return &objects.Declaration{
		Type: OperatingSystemType,
		Properties: []objects.Property{
			reads("System.PlatformID Platform {get;}", func(value) value { return objects.Word(PlatformIDType, platformUnix) }),
			reads("string ServicePack {get;}", func(value) value { return objects.String("") }),
			reads("version Version {get;}", func(this value) value { return objects.Of(of(this).version) }),
			reads("string VersionString {get;}", text),
		},
		Methods: []objects.Method{
			total("string ToString()", func(c *call) value { return text(c.This) }),
			total("static bool IsLinux()", func(*call) value { return objects.Bool(runtime.GOOS == "linux") }),
			total("static bool IsWindows()", func(*call) value { return objects.Bool(runtime.GOOS == "windows") }),
			total("static bool IsMacOS()", func(*call) value { return objects.Bool(runtime.GOOS == "darwin") }),
		},
	}
}

func environmentDeclaration() *objects.Declaration {
	return &objects.Declaration{Type: EnvironmentType, Properties: environmentProperties(), Methods: environmentMethods()}
}

func environmentProperties() []objects.Property {
	name := func(signature string, of func() string) objects.Property {
		return reads(signature, func(value) value { return objects.String(of()) })
	}
	return []objects.Property{
		name("static string CommandLine {get;}", func() string { path, _ := os.Executable(); return path }),
		{
			Signature: "static string CurrentDirectory {get;set;}",
			Get:       func(value) (value, error) { dir, err := os.Getwd(); return objects.String(dir), err },
			Set: func(_, v value) error {
				if err := os.Chdir(text(v)); err != nil {
					return objects.NewException(objects.DirectoryNotFound, "Could not find a part of the path '"+text(v)+"'.")
				}
				return nil
			},
		},
		constant("static int CurrentManagedThreadId {get;}", objects.Int(1)),
		constant("static bool HasShutdownStarted {get;}", objects.Bool(false)),
		constant("static bool Is64BitOperatingSystem {get;}", objects.Bool(true)),
		constant("static bool Is64BitProcess {get;}", objects.Bool(true)),
		reads("static bool IsPrivilegedProcess {get;}", func(value) value { return objects.Bool(os.Geteuid() == 0) }),
		name("static string MachineName {get;}", func() string {
			host, _ := os.Hostname()
			short, _, _ := strings.Cut(host, ".")
			return short
		}),
		constant("static string NewLine {get;}", objects.String("\n")),
		reads("static System.OperatingSystem OSVersion {get;}", func(value) value { return newOperatingSystem() }),
		reads("static int ProcessId {get;}", func(value) value { return objects.Int(os.Getpid()) }),
		name("static string ProcessPath {get;}", func() string { path, _ := os.Executable(); return path }),
		reads("static int ProcessorCount {get;}", func(value) value { return objects.Int(runtime.NumCPU()) }),
		constant("static string StackTrace {get;}", objects.String("   at System.Environment.get_StackTrace()")),
		constant("static string SystemDirectory {get;}", objects.String("")),
		reads("static int SystemPageSize {get;}", func(value) value { return objects.Int(os.Getpagesize()) }),
		reads("static int TickCount {get;}", func(value) value { return objects.Int32(int32(uptime())) }),
		reads("static long TickCount64 {get;}", func(value) value { return objects.Int64(uptime()) }),
		name("static string UserDomainName {get;}", func() string {
			host, _ := os.Hostname()
			short, _, _ := strings.Cut(host, ".")
			return short
		}),
		constant("static bool UserInteractive {get;}", objects.Bool(true)),
		name("static string UserName {get;}", userName),
		constant("static version Version {get;}", objects.Of(&Version{[4]int{10, 0, 0, -1}})),
		reads("static long WorkingSet {get;}", func(value) value {
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			return objects.Int64(int64(m.Sys))
		}),
	}
}

func userName() string {
	u, err := user.Current()
	if err != nil {
		return os.Getenv("USER")
	}
	return u.Username
}

// uptime is how long the machine has run, in milliseconds.
func uptime() int64 {
	b, err := os.ReadFile("/proc/uptime")
	if err == nil {
		seconds, _, _ := strings.Cut(string(b), " ")
		if d, err := time.ParseDuration(seconds + "s"); err == nil {
			return d.Milliseconds()
		}
	}
	return time.Now().UnixMilli()
}

func environmentMethods() []objects.Method {
	get := func(c *call) value {
		if v, ok := c.Types.Environment().Get(c.Str(0)); ok {
			return objects.String(v)
		}
		return objects.Null
	}
	all := func(c *call) value {
		h := objects.NewDictionary(objects.HashtableType, false)
		env := c.Types.Environment()
		for _, name := range env.Names() {
			v, _ := env.Get(name)
			h.Set(objects.String(name), objects.String(v))
		}
		return objects.Of(h)
	}
	set := func(c *call) (value, error) {
		name := c.Str(0)
		if name == "" || strings.ContainsAny(name, "=\x00") {
			return objects.Null, objects.BadArgument("The value cannot be an empty string.", "variable")
		}
		if !c.Is(1) {
			c.Types.Environment().Remove(name)
		} else {
			c.Types.Environment().Set(name, c.Str(1))
		}
		return objects.AutomationNull(), nil
	}
	return []objects.Method{
		total("static string GetEnvironmentVariable(string variable)", get),
		total("static string GetEnvironmentVariable(string variable, System.EnvironmentVariableTarget target)", func(c *call) value {
			if c.Int(1) != 0 { // there is nothing but the process on Unix
				return objects.Null
			}
			return get(c)
		}),
		total("static System.Collections.IDictionary GetEnvironmentVariables()", all),
		partial("static void Exit(int exitCode)", func(c *call) (value, error) { return objects.Null, &objects.ProcessExit{Code: c.Int(0)} }),
		partial("static void SetEnvironmentVariable(string variable, string value)", set),
		partial("static void SetEnvironmentVariable(string variable, string value, System.EnvironmentVariableTarget target)", func(c *call) (value, error) {
			if c.Int(2) != 0 {
				return objects.AutomationNull(), nil
			}
			return set(c)
		}),
		total("static string ExpandEnvironmentVariables(string name)", func(c *call) value { return objects.String(expandVariables(c.Types.Environment(), c.Str(0))) }),
		total("static string GetFolderPath(System.Environment+SpecialFolder folder)", func(c *call) value { return objects.String(folderPath(c.Types.Environment(), c.Int(0))) }),
		total("static string[] GetLogicalDrives()", func(*call) value { return objects.Of(objects.Strings([]string{"/"})) }),
	}
}

// expandVariables replaces %NAME% by the variable's value, where there is one.
func expandVariables(env objects.EnvironmentVariables, s string) string {
	var b strings.Builder
	for {
		start := strings.IndexByte(s, '%')
		if start < 0 {
			return b.String() + s
		}
		end := strings.IndexByte(s[start+1:], '%')
		if end < 0 {
			return b.String() + s
		}
		name := s[start+1 : start+1+end]
		v, ok := env.Get(name)
		if !ok {
			b.WriteString(s[:start+1+end])
			s = s[start+1+end:]
			continue
		}
		b.WriteString(s[:start] + v)
		s = s[start+end+2:]
	}
}

// folderPath is where a special folder lies on Unix (the XDG base directory
// specification); "" for one that there is not.
func folderPath(env objects.EnvironmentVariables, folder int) string {
	home, _ := env.Get("HOME")
	under := func(variable, path string) string {
		if dir, _ := env.Get(variable); dir != "" {
			return dir
		}
		if home == "" {
			return ""
		}
		return filepath.Join(home, path)
	}
	switch folder {
	case 40: // UserProfile
		return home
	case 5: // MyDocuments
		return home
	case 26: // ApplicationData
		return under("XDG_CONFIG_HOME", ".config")
	case 28: // LocalApplicationData
		return under("XDG_DATA_HOME", ".local/share")
	case 35: // CommonApplicationData
		return "/usr/share"
	case 0, 16: // Desktop, DesktopDirectory
		return existing(filepath.Join(home, "Desktop"))
	}
	return ""
}

func existing(path string) string {
	if _, err := os.Stat(path); err != nil {
		return ""
	}
	return path
}
