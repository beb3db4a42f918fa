package view

// storeViews are the views of what csshell itself tells of its store: operations,
// the audit trail and checks.
func storeViews() []View {
	return []View{
		{Name: "operation", Types: of("Csshell.Operation"),
			Body: table("Id:36", "At:21", "Action:26", "Users:7>", "Certificates:12>", "Edits:7>", "Actor")},
		{Name: "auditRecord", Types: of("Csshell.AuditRecord"),
			Body: table("Number:7>", "At:21", "Action:26", "Users:7>", "Certificates:12>", "Actor")},
		{Name: "storeCheck", Types: of("Csshell.StoreCheck"), Body: table("Check:14", "Passed:6", "Detail")},
	}
}
