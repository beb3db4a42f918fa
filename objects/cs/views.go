package cs

import "github.com/csshell/csshell/objects/view"

// listed is how many of [UserProperties] the default list of a user shows.
const listed = 31

// Views are the default views of the domain's types: lists, as the product
// shows them.
func Views() []view.View {
	return []view.View{
		{Types: []string{UserType.FullName}, Body: listOf(UserProperties[:listed])},
		{Types: []string{ClientCertificateType.FullName}, Body: listOf(CertificateProperties[:5])},
		{Types: []string{RoleType.FullName}, Body: view.List{Items: []view.Item{
			{Property: "Identity"}, {Property: "SID"}, {Property: "IsStandardRole"}, {Property: "Cmdlets"},
			{Property: "ScriptModules"}, {Property: "ConfigScopes"}, {Property: "UserScopes"}, {Property: "TemplateName"},
		}}},
	}
}

func listOf[T any](properties []Property[T]) view.List {
	var l view.List
	for i := range properties {
		l.Items = append(l.Items, view.Item{Property: properties[i].Name})
	}
	return l
}
