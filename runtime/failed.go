package runtime

// failed decides what an error of a statement means: a jump and an error
// inside try go up, any other is reported and the next statement runs
// ("about_Trap", "about_Preference_Variables": $ErrorActionPreference).
func (f *frame) failed(b *block, s *placedStatement, err error) error {
	if isFlow(err) {
		return err
	}
	return asRecord(err, &ScriptExtent{b.source, s.at})
}
