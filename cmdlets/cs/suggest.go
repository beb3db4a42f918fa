package cs

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/csshell/csshell/cmdlets/cs/access"
	"github.com/csshell/csshell/objects"
	domain "github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/runtime"
)

// How many users completion lists, and how long the store may take to find them.
const (
	suggestedUsers = 50
	suggestionTime = 100 * time.Millisecond
)

// suggestUsers completes the identity of a user: those whose display names begin
// with what is typed.
func suggestUsers(source access.Source) func(ctx context.Context, p *runtime.Parameter, word string) []runtime.Suggestion {
	return func(ctx context.Context, p *runtime.Parameter, word string) []runtime.Suggestion {
		if !strings.HasSuffix(p.TypeName, "UserIdParameter") && !strings.HasSuffix(p.Type.FullName, "UserIdParameter") && p.Name != "Identity" {
			return nil
		}
		if strings.ContainsAny(word, "*?[]`") {
			return nil
		}
		ctx, cancel := context.WithTimeout(ctx, suggestionTime)
		defer cancel()
		s, err := source.Store(ctx)
		if err != nil {
			return nil
		}
		var found []runtime.Suggestion
		for user, err := range s.Users(ctx, store.UserQuery{Identity: domain.UserID(word + "*"), Limit: suggestedUsers, Few: true}) {
			if err != nil {
				break
			}
			text := user.SipAddress
			if text == "" {
				text = user.DisplayName
			}
			found = append(found, runtime.Suggestion{Text: text, ListItem: user.DisplayName, ToolTip: user.SipAddress})
		}
		slices.SortStableFunc(found, func(a, b runtime.Suggestion) int { return objects.CompareCulture(a.ListItem, b.ListItem, true) })
		return found
	}
}
