package runtime

import (
	"github.com/csshell/csshell/objects"
)

var (
	errorCategoryInfoType = &objects.Type{FullName: "System.Management.Automation.ErrorCategoryInfo", Kind: objects.KindObject}
	errorDetailsType      = &objects.Type{FullName: "System.Management.Automation.ErrorDetails", Kind: objects.KindObject}
)

// Type is System.Management.Automation.ErrorDetails.
func (*ErrorDetails) Type() *objects.Type { return errorDetailsType }

// Text is the message.
func (d *ErrorDetails) Text() (string, error) { return d.Message, nil }

// Text is the message of the details or of the exception.
func (r *ErrorRecord) Text() (string, error) { return r.Error(), nil }

func declareErrorRecord() *objects.Declaration {
	return &objects.Declaration{
		Type: ErrorRecordType,
		Data: &objects.TypeData{TypeName: ErrorRecordType.FullName, Members: []objects.OwnMember{
			{Name: "PSMessageDetails", Kind: objects.ScriptPropertyMember, Value: objects.Of(&objects.ScriptPropertyDef{Name: "PSMessageDetails", Getter: messageDetails{}})},
		}},
		Constructors: []objects.Method{
			{Signature: "System.Management.Automation.ErrorRecord new(System.Exception exception, string errorId, System.Management.Automation.ErrorCategory errorCategory, System.Object targetObject)", Call: newErrorRecordCall},
		},
		Properties: []objects.Property{
			value("System.Exception Exception {get;}", func(r *ErrorRecord) objects.Value { return objects.Of(r.Exception) }),
			value("System.Object TargetObject {get;}", func(r *ErrorRecord) objects.Value { return r.Target }),
			value("System.Management.Automation.ErrorCategoryInfo CategoryInfo {get;}", func(r *ErrorRecord) objects.Value {
				return objects.Of(recordCategory{r})
			}),
			text("string FullyQualifiedErrorId {get;}", (*ErrorRecord).FullyQualifiedErrorID),
			{Signature: "System.Management.Automation.ErrorDetails ErrorDetails {get;set;}", Get: errorDetails, Set: setErrorDetails},
			value("System.Management.Automation.InvocationInfo InvocationInfo {get;}", (*ErrorRecord).invocation),
			text("string ScriptStackTrace {get;}", func(r *ErrorRecord) string { return r.ScriptStackTrace }),
			value("System.Collections.ObjectModel.ReadOnlyCollection[int] PipelineIterationInfo {get;}", func(*ErrorRecord) objects.Value {
				return objects.Of(objects.NewArray(objects.Int32Type, nil))
			}),
		},
		Methods: objects.Unable("void GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)"),
	}
}

// invocation is the command at fault, with the place of the error; $null for an
// error that nobody has reported yet.
func (r *ErrorRecord) invocation() objects.Value {
	switch {
	case r.Invocation != nil:
		return objects.Of(r.Invocation)
	case r.Extent != nil:
		return objects.Of(&InvocationInfo{Extent: r.Extent})
	}
	return objects.Null
}

func errorDetails(this objects.Value) (objects.Value, error) {
	r, _ := objects.As[*ErrorRecord](this)
	if r == nil || r.Details == nil {
		return objects.Null, nil
	}
	return objects.Of(r.Details), nil
}

func setErrorDetails(this, v objects.Value) error {
	r, _ := objects.As[*ErrorRecord](this)
	r.Details, _ = objects.As[*ErrorDetails](v)
	return nil
}

func newErrorRecordCall(c *objects.Call) (objects.Value, error) {
	e, ok := objects.As[*objects.Exception](c.Args[0])
	if !ok {
		return objects.Null, objects.NullArgument("exception")
	}
	r := NewErrorRecord(e, c.Str(1), ErrorCategory(c.Int(2)), c.Args[3])
	return objects.Of(r), nil
}

// recordCategory is ErrorRecord.CategoryInfo, whose texts can be changed.
type recordCategory struct{ record *ErrorRecord }

// Type is System.Management.Automation.ErrorCategoryInfo.
func (recordCategory) Type() *objects.Type { return errorCategoryInfoType }

// Text is the category's message.
func (c recordCategory) Text() (string, error) { return c.record.categoryMessage(), nil }

func declareErrorCategoryInfo() *objects.Declaration {
	part := func(signature string, of func(*CategoryInfo) *string) objects.Property {
		p := value(signature, func(c recordCategory) objects.Value {
			shown := c.record.categoryInfo()
			return objects.String(*of(&shown))
		})
		p.Set = func(this, v objects.Value) error {
			if c, ok := objects.As[recordCategory](this); ok {
				*of(&c.record.Category), _ = v.Str()
			}
			return nil
		}
		return p
	}
	message := method("string GetMessage()", func(c recordCategory, _ *objects.Call) (objects.Value, error) {
		return objects.String(c.record.categoryMessage()), nil
	})
	return &objects.Declaration{
		Type: errorCategoryInfoType,
		Properties: []objects.Property{
			value("System.Management.Automation.ErrorCategory Category {get;}", func(c recordCategory) objects.Value {
				return objects.Word(ErrorCategoryType, uint64(c.record.Category.Category))
			}),
			part("string Activity {get;set;}", func(c *CategoryInfo) *string { return &c.Activity }),
			part("string Reason {get;set;}", func(c *CategoryInfo) *string { return &c.Reason }),
			part("string TargetName {get;set;}", func(c *CategoryInfo) *string { return &c.TargetName }),
			part("string TargetType {get;set;}", func(c *CategoryInfo) *string { return &c.TargetType }),
		},
		Methods: []objects.Method{message},
	}
}

func declareErrorDetails() *objects.Declaration {
	return &objects.Declaration{
		Type: errorDetailsType,
		Constructors: []objects.Method{{Signature: "System.Management.Automation.ErrorDetails new(string message)", Call: func(c *objects.Call) (objects.Value, error) {
			return objects.Of(&ErrorDetails{Message: c.Str(0)}), nil
		}}},
		Properties: []objects.Property{
			text("string Message {get;}", func(d *ErrorDetails) string { return d.Message }),
			{Signature: "string RecommendedAction {get;set;}", Get: func(this objects.Value) (objects.Value, error) {
				d, _ := objects.As[*ErrorDetails](this)
				return objects.String(d.RecommendedAction), nil
			}, Set: func(this, v objects.Value) error {
				d, _ := objects.As[*ErrorDetails](this)
				d.RecommendedAction, _ = v.Str()
				return nil
			}},
		},
	}
}

// RecordOf is the error record that an error of a cmdlet stands for.
func RecordOf(err error) *ErrorRecord { return commandRecord(err) }
