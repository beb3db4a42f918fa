package topology

import (
	"slices"
	"strings"

	"github.com/csshell/csshell/cmdlets/cs/access"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/runtime"
)

// poolsOf are the pools of the store. A pool that users are homed on has the
// services that make it so, whatever else is known of it.
func poolsOf(rt *runtime.CommandRuntime, source access.Source) ([]cs.Pool, error) {
	s, err := access.Open(rt, source)
	if err != nil {
		return nil, err
	}
	pools, err := s.Pools(rt.Context())
	for i := range pools {
		if p := &pools[i]; len(p.Services) == 0 {
			p.Services = []string{"Registrar:" + p.Identity, "UserServer:" + p.Identity}
		}
	}
	return pools, access.StoreError(err)
}

// gathered are the texts that each pool has, once each.
func gathered(pools []cs.Pool, get func(*cs.Pool) []string) []string {
	var all []string
	for i := range pools {
		for _, text := range get(&pools[i]) {
			if text != "" && !slices.Contains(all, text) {
				all = append(all, text)
			}
		}
	}
	return all
}

func computersOf(p *cs.Pool) []string { return p.Computers }

func servicesOf(p *cs.Pool) []string { return p.Services }

func siteOf(p *cs.Pool) []string { return []string{p.Site} }

func identities(pools []cs.Pool) []string {
	return gathered(pools, func(p *cs.Pool) []string { return []string{p.Identity} })
}

// GetCsPool writes pools.
type GetCsPool struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Identity"`
	named

	Site string `param:"" help:"Only the pools of that site."`

	source access.Source
}

// ProcessRecord writes the pools asked for.
func (c *GetCsPool) ProcessRecord(rt *runtime.CommandRuntime) error {
	pools, err := poolsOf(rt, c.source)
	if err != nil {
		return err
	}
	if c.Site != "" {
		pools = slices.DeleteFunc(pools, func(p cs.Pool) bool {
			return !strings.EqualFold(p.Site, c.Site) && !strings.EqualFold("Site:"+p.Site, c.Site)
		})
	}
	return c.write(rt, "Pool", identities(pools), func(i int) objects.Value { return poolObject(&pools[i]) })
}

func poolObject(p *cs.Pool) objects.Value {
	return access.Object("Microsoft.Rtc.Management.Xds.Cluster",
		access.Note("Identity", text(p.Identity)), access.Note("Services", texts(p.Services)), access.Note("Computers", texts(p.Computers)),
		access.Note("Fqdn", text(p.Identity)), access.Note("Site", text(p.Site)))
}

// GetCsSite writes the sites of the pools.
type GetCsSite struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Identity"`
	named

	source access.Source
}

// ProcessRecord writes the sites asked for.
func (c *GetCsSite) ProcessRecord(rt *runtime.CommandRuntime) error {
	pools, err := poolsOf(rt, c.source)
	if err != nil {
		return err
	}
	sites := gathered(pools, siteOf)
	return c.write(rt, "Site", sites, func(i int) objects.Value {
		return access.Object("Microsoft.Rtc.Management.Xds.DisplaySite", access.Note("Identity", text("Site:"+sites[i])), access.Note("SiteId", text("Site:"+sites[i])),
			access.Note("DisplayName", text(sites[i])), access.Note("Pools", texts(poolsIn(pools, sites[i]))))
	})
}

func poolsIn(pools []cs.Pool, site string) []string {
	return gathered(pools, func(p *cs.Pool) []string {
		if p.Site == site {
			return []string{p.Identity}
		}
		return nil
	})
}

// GetCsComputer writes the computers of the pools.
type GetCsComputer struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Identity"`
	named

	Pool string `param:"" help:"Only the computers of that pool."`

	source access.Source
}

// ProcessRecord writes the computers asked for.
func (c *GetCsComputer) ProcessRecord(rt *runtime.CommandRuntime) error {
	pools, err := poolsOf(rt, c.source)
	if err != nil {
		return err
	}
	if c.Pool != "" {
		pools = slices.DeleteFunc(pools, func(p cs.Pool) bool { return !strings.EqualFold(p.Identity, c.Pool) })
	}
	computers := gathered(pools, computersOf)
	return c.write(rt, "Computer", computers, func(i int) objects.Value {
		pool := ""
		for j := range pools {
			if slices.Contains(pools[j].Computers, computers[i]) {
				pool = pools[j].Identity
			}
		}
		return access.Object("Microsoft.Rtc.Management.Xds.DisplayComputer",
			access.Note("Identity", text(computers[i])), access.Note("Pool", text(pool)), access.Note("Fqdn", text(computers[i])))
	})
}

// GetCsService writes the services of the pools.
type GetCsService struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Identity"`

	Identity           string                  `param:"ParameterSetName=Identity,Position=0,ValueFromPipelineByPropertyName" help:"The service: Registrar:POOL."`
	PoolFqdn           string                  `param:"ParameterSetName=Filter" help:"Only the services of that pool."`
	SiteId             string                  `param:"" help:"Only the services of that site."`
	Registrar          runtime.SwitchParameter `param:"" help:"Only registrars."`
	UserServer         runtime.SwitchParameter `param:"" help:"Only servers for users."`
	UserDatabase       runtime.SwitchParameter `param:"" help:"Only databases for users."`
	ConferencingServer runtime.SwitchParameter `param:"" help:"Only servers for conferences."`
	EdgeServer         runtime.SwitchParameter `param:"" help:"Only edge servers."`
	MediationServer    runtime.SwitchParameter `param:"" help:"Only mediation servers."`
	WebServer          runtime.SwitchParameter `param:"" help:"Only web servers."`
	PstnGateway        runtime.SwitchParameter `param:"" help:"Only gateways."`
	CentralManagement  runtime.SwitchParameter `param:"" help:"Only the central management."`
	MonitoringDatabase runtime.SwitchParameter `param:"" help:"Only databases for monitoring."`
	ArchivingDatabase  runtime.SwitchParameter `param:"" help:"Only databases for archiving."`
	ApplicationServer  runtime.SwitchParameter `param:"" help:"Only servers for applications."`

	source access.Source
}

// roles are the roles that switches ask for; none stands for all.
func (c *GetCsService) roles() []string {
	var wanted []string
	for _, r := range [...]struct {
		on   runtime.SwitchParameter
		name string
	}{
		{c.Registrar, "Registrar"}, {c.UserServer, "UserServer"}, {c.UserDatabase, "UserDatabase"}, {c.ConferencingServer, "ConferencingServer"},
		{c.EdgeServer, "EdgeServer"}, {c.MediationServer, "MediationServer"}, {c.WebServer, "WebServer"}, {c.PstnGateway, "PstnGateway"},
		{c.CentralManagement, "CentralManagement"}, {c.MonitoringDatabase, "MonitoringDatabase"}, {c.ArchivingDatabase, "ArchivingDatabase"},
		{c.ApplicationServer, "ApplicationServer"},
	} {
		if r.on {
			wanted = append(wanted, r.name)
		}
	}
	return wanted
}

// ProcessRecord writes the services asked for.
func (c *GetCsService) ProcessRecord(rt *runtime.CommandRuntime) error {
	pools, err := poolsOf(rt, c.source)
	if err != nil {
		return err
	}
	wanted, found := c.roles(), false
	for i := range pools {
		for _, service := range servicesOf(&pools[i]) {
			if !c.keeps(&pools[i], service, wanted) {
				continue
			}
			found = true
			if err := rt.WriteObject(serviceObject(&pools[i], service)); err != nil {
				return err
			}
		}
	}
	if found || c.Identity == "" {
		return nil
	}
	return rt.WriteError(missing("Service", c.Identity))
}

func (c *GetCsService) keeps(p *cs.Pool, service string, roles []string) bool {
	role, _, _ := strings.Cut(service, ":")
	return (c.Identity == "" || strings.EqualFold(service, c.Identity)) &&
		(c.PoolFqdn == "" || strings.EqualFold(p.Identity, c.PoolFqdn)) &&
		(c.SiteId == "" || strings.EqualFold("Site:"+p.Site, c.SiteId) || strings.EqualFold(p.Site, c.SiteId)) &&
		(len(roles) == 0 || slices.Contains(roles, role))
}

func serviceObject(p *cs.Pool, service string) objects.Value {
	role, _, _ := strings.Cut(service, ":")
	site := ""
	if p.Site != "" {
		site = "Site:" + p.Site
	}
	return access.Object("Microsoft.Rtc.Management.Xds.Display"+role, access.Note("Identity", text(service)), access.Note("SiteId", text(site)), access.Note("PoolFqdn", text(p.Identity)),
		access.Note("Role", text(role)), access.Note("Version", objects.Null), access.Note("SqlInstanceName", objects.Null))
}

// GetCsSipDomain writes the domains of the users' SIP addresses; that of most
// users is the default.
type GetCsSipDomain struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Identity"`
	named

	source access.Source
}

// ProcessRecord writes the domains asked for.
func (c *GetCsSipDomain) ProcessRecord(rt *runtime.CommandRuntime) error {
	domains, err := domainsOf(rt, c.source)
	if err != nil {
		return err
	}
	return c.write(rt, "SipDomain", domains, func(i int) objects.Value {
		return access.Object("Microsoft.Rtc.Management.Xds.SipDomain",
			access.Note("Identity", text(domains[i])), access.Note("Name", text(domains[i])), access.Note("IsDefault", objects.Bool(i == 0)))
	})
}

// domainsOf are the domains of SIP addresses, those of most users first.
func domainsOf(rt *runtime.CommandRuntime, source access.Source) ([]string, error) {
	s, err := access.Open(rt, source)
	if err != nil {
		return nil, err
	}
	only, err := cs.UserProperties.Set("SipAddress")
	if err != nil {
		return nil, err
	}
	counts := make(map[string]int)
	for u, err := range s.Users(rt.Context(), store.UserQuery{Properties: only}) {
		if err != nil {
			return nil, access.StoreError(err)
		}
		if i := strings.LastIndexByte(u.SipAddress, '@'); i >= 0 {
			counts[cs.Fold(u.SipAddress[i+1:])]++
		}
	}
	var domains []string
	for domain := range counts {
		domains = append(domains, domain)
	}
	slices.SortFunc(domains, func(a, b string) int {
		if n := counts[b] - counts[a]; n != 0 {
			return n
		}
		return strings.Compare(a, b)
	})
	return domains, nil
}

// GetCsTopology writes the topology as one object.
type GetCsTopology struct {
	_ struct{} `cmdlet:""`

	LocalStore runtime.SwitchParameter `param:"" help:"Accepted; there is one store."`

	source access.Source
}

// ProcessRecord writes it.
func (c *GetCsTopology) ProcessRecord(rt *runtime.CommandRuntime) error {
	pools, err := poolsOf(rt, c.source)
	if err != nil {
		return err
	}
	domains, err := domainsOf(rt, c.source)
	if err != nil {
		return err
	}
	defaultDomain := ""
	if len(domains) > 0 {
		defaultDomain = domains[0]
	}
	clusters := make([]objects.Value, len(pools))
	for i := range pools {
		clusters[i] = poolObject(&pools[i])
	}
	return rt.WriteObject(access.Object("Microsoft.Rtc.Management.Deploy.Internal.Topology",
		access.Note("Clusters", objects.ArrayValue(clusters)), access.Note("Sites", texts(gathered(pools, siteOf))), access.Note("Services", texts(gathered(pools, servicesOf))),
		access.Note("Machines", texts(gathered(pools, computersOf))), access.Note("SipDomains", texts(domains)), access.Note("DefaultSipDomain", text(defaultDomain))))
}
