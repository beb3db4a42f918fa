package store_test

import (
	"context"
	"iter"

	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
)

// memory is a list of users to export.
type memory []cs.User

func (m memory) User(context.Context, cs.UserID) (*cs.User, error) { return nil, store.ErrNotFound }

func (m memory) FindUsers(context.Context, []cs.UserID) ([][]*cs.User, error) { return nil, nil }

func (m memory) Users(context.Context, store.UserQuery) iter.Seq2[*cs.User, error] {
	return func(yield func(*cs.User, error) bool) {
		for i := range m {
			if !yield(&m[i], nil) {
				return
			}
		}
	}
}
