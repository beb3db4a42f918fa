package runtime

import (
	"fmt"
	"reflect"
	"time"

	"github.com/csshell/csshell/objects"
)

// setter puts a converted value into a field, to which target is a pointer.
type setter func(target any, v objects.Value) error

// refusal is why a parameter's own type did not take an argument (see
// [ArgumentBinder]).
type refusal struct {
	error
	transformation bool
}

// Unwrap is the type's error.
func (r refusal) Unwrap() error { return r.error }

// optionalField is an [Optional]: given is the field for its value.
type optionalField interface{ given() any }

func (o *Optional[T]) given() any {
	o.Bound = true
	return &o.Value
}

var (
	valueGoType     = reflect.TypeFor[objects.Value]()
	binderGoType    = reflect.TypeFor[ArgumentBinder]()
	optionalGoType  = reflect.TypeFor[optionalField]()
	callableGoType  = reflect.TypeFor[objects.Callable]()
	durationGoType  = reflect.TypeFor[time.Duration]()
	hashtableGoType = reflect.TypeFor[*objects.Hashtable]()
	blockGoType     = reflect.TypeFor[*ScriptBlock]()
	switchGoType    = reflect.TypeFor[SwitchParameter]()
	typeGoType      = reflect.TypeFor[*objects.Type]()
	exceptionGoType = reflect.TypeFor[*objects.Exception]()
	objectGoType    = reflect.TypeFor[objects.Object]()
	categoryGoType  = reflect.TypeFor[ErrorCategory]()
)

// netType is the .NET type that a Go type stands for; nil where a tag must say
// it.
func netType(t reflect.Type) *objects.Type {
	switch t {
	case valueGoType:
		return objects.ObjectType
	case switchGoType:
		return objects.SwitchParameterType
	case categoryGoType:
		return ErrorCategoryType
	case hashtableGoType:
		return objects.HashtableType
	case callableGoType, blockGoType:
		return objects.ScriptBlockType
	case durationGoType:
		return objects.TimeSpanType
	case typeGoType:
		return objects.TypeType
	}
	if reflect.PointerTo(t).Implements(optionalGoType) {
		return netType(t.Field(0).Type)
	}
	if reflect.PointerTo(t).Implements(binderGoType) {
		return &objects.Type{FullName: t.Name(), Kind: objects.KindObject}
	}
	if t.Kind() == reflect.Slice {
		if elem := netType(t.Elem()); elem != nil {
			return objects.ArrayOf(elem)
		}
		return nil
	}
	if t.Implements(objectGoType) && t.Kind() == reflect.Pointer {
		return objectType(t)
	}
	return basicType(t.Kind())
}

// objectType is the .NET type that a new object of a Go type has.
func objectType(t reflect.Type) *objects.Type {
	if t == exceptionGoType {
		return objects.ExceptionType
	}
	return reflect.New(t.Elem()).Interface().(objects.Object).Type()
}

func basicType(k reflect.Kind) *objects.Type {
	switch k {
	case reflect.String:
		return objects.StringType
	case reflect.Bool:
		return objects.BooleanType
	case reflect.Int, reflect.Int32:
		return objects.Int32Type
	case reflect.Int64:
		return objects.Int64Type
	case reflect.Uint8:
		return objects.ByteType
	case reflect.Uint16:
		return objects.CharType
	case reflect.Uint32:
		return objects.UInt32Type
	case reflect.Uint64:
		return objects.UInt64Type
	case reflect.Float64:
		return objects.DoubleType
	}
	return nil
}

// bindsItself reports whether a Go type, or the elements of its list, convert
// arguments themselves.
func bindsItself(t reflect.Type) bool {
	return reflect.PointerTo(t).Implements(binderGoType) ||
		t.Kind() == reflect.Slice && reflect.PointerTo(t.Elem()).Implements(binderGoType) ||
		reflect.PointerTo(t).Implements(optionalGoType) && bindsItself(t.Field(0).Type)
}

// setterFor is how a value of the .NET type gets into a field of the Go type. The
// common types need no reflection.
func setterFor(types *objects.TypeTable, goType reflect.Type, t *objects.Type) (setter, error) {
	if reflect.PointerTo(goType).Implements(optionalGoType) {
		inner, err := setterFor(types, goType.Field(0).Type, t)
		return func(target any, v objects.Value) error { return inner(target.(optionalField).given(), v) }, err
	}
	if reflect.PointerTo(goType).Implements(binderGoType) {
		return bindArgument, nil
	}
	if goType == valueGoType {
		return setValue(types, t), nil
	}
	set := setterOf(goType)
	if set == nil && goType.Kind() == reflect.Slice {
		elem := t.Elem
		if elem == nil {
			elem = objects.ObjectType
		}
		inner, err := setterFor(types, goType.Elem(), elem)
		return setSlice(goType, inner), err
	}
	if set == nil {
		set = setByKind(goType)
	}
	if set == nil {
		return nil, fmt.Errorf("no argument can be put into a %s", goType)
	}
	if !t.Is(objects.ValueTypeAttr) {
		return set, nil
	}
	return func(target any, v objects.Value) error {
		v, err := withoutNull(types, t, v)
		if err != nil {
			return err
		}
		return set(target, v)
	}, nil
}

// withoutNull converts null to a value type, which may refuse it.
func withoutNull(types *objects.TypeTable, t *objects.Type, v objects.Value) (objects.Value, error) {
	if !v.IsNull() {
		return v, nil
	}
	return types.Convert(v, t)
}

func bindArgument(target any, v objects.Value) error {
	if err := target.(ArgumentBinder).BindArgument(v); err != nil {
		t, transformation := target.(Transformation)
		return refusal{err, transformation && t.TransformsArgument(v)}
	}
	return nil
}

// setValue keeps the value as it is; null becomes a value where the type is a
// value type.
func setValue(types *objects.TypeTable, t *objects.Type) setter {
	if !t.Is(objects.ValueTypeAttr) || t.Open == objects.NullableOpenType {
		return func(target any, v objects.Value) error {
			*target.(*objects.Value) = v
			return nil
		}
	}
	return func(target any, v objects.Value) error {
		v, err := withoutNull(types, t, v)
		*target.(*objects.Value) = v
		return err
	}
}

// setterOf is the setter of the Go types that most parameters have; nil for
// others.
func setterOf(t reflect.Type) setter {
	switch reflect.Zero(reflect.PointerTo(t)).Interface().(type) {
	case *string:
		return setString
	case *bool:
		return func(target any, v objects.Value) error { *target.(*bool) = v.Base().Bool(); return nil }
	case *SwitchParameter:
		return func(target any, v objects.Value) error {
			*target.(*SwitchParameter) = SwitchParameter(v.Base().Bool())
			return nil
		}
	case *int:
		return func(target any, v objects.Value) error { *target.(*int) = int(v.Base().Int64()); return nil }
	case *int64:
		return func(target any, v objects.Value) error { *target.(*int64) = v.Base().Int64(); return nil }
	case *float64:
		return func(target any, v objects.Value) error { *target.(*float64) = v.Base().Float(); return nil }
	case *time.Duration:
		return func(target any, v objects.Value) error {
			*target.(*time.Duration) = time.Duration(v.Base().Int64()) * 100
			return nil
		}
	case *[]string:
		return setStrings
	case *[]objects.Value:
		return func(target any, v objects.Value) error {
			*target.(*[]objects.Value) = elements(v)
			return nil
		}
	case *objects.Callable:
		return setObject[objects.Callable]
	case **ScriptBlock:
		return setObject[*ScriptBlock]
	case **objects.Hashtable:
		return setObject[*objects.Hashtable]
	case **objects.Type:
		return func(target any, v objects.Value) error {
			t, _ := objects.As[objects.RuntimeType](v)
			*target.(**objects.Type) = t.Target
			return nil
		}
	}
	return nil
}

func setString(target any, v objects.Value) error {
	text, ok := v.Str()
	if t := v.Type(); !ok && t != nil && t.Enum != nil {
		for i, n := range t.Enum.Values {
			if n == v.Base().Int64() {
				text = t.Enum.Names[i]
			}
		}
	}
	*target.(*string) = text
	return nil
}

func setStrings(target any, v objects.Value) error {
	if v.IsNull() {
		*target.(*[]string) = nil
		return nil
	}
	*target.(*[]string) = stringItems(elements(v))
	return nil
}

func setObject[T any](target any, v objects.Value) error {
	*target.(*T), _ = objects.As[T](v)
	return nil
}

// setSlice fills a slice element by element.
func setSlice(goType reflect.Type, inner setter) setter {
	return func(target any, v objects.Value) error {
		if v.IsNull() {
			reflect.ValueOf(target).Elem().SetZero()
			return nil
		}
		items := elements(v)
		list := reflect.MakeSlice(goType, len(items), len(items))
		for i, item := range items {
			if err := inner(list.Index(i).Addr().Interface(), item); err != nil {
				return err
			}
		}
		reflect.ValueOf(target).Elem().Set(list)
		return nil
	}
}

// setByKind is the setter of a named Go type, or of a pointer to an object.
func setByKind(t reflect.Type) setter {
	switch t.Kind() {
	case reflect.String:
		return func(target any, v objects.Value) error {
			var text string
			err := setString(&text, v)
			reflect.ValueOf(target).Elem().SetString(text)
			return err
		}
	case reflect.Bool:
		return func(target any, v objects.Value) error {
			reflect.ValueOf(target).Elem().SetBool(v.Base().Bool())
			return nil
		}
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return func(target any, v objects.Value) error {
			reflect.ValueOf(target).Elem().SetInt(v.Base().Int64())
			return nil
		}
	case reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return func(target any, v objects.Value) error {
			reflect.ValueOf(target).Elem().SetUint(v.Base().Bits())
			return nil
		}
	case reflect.Pointer, reflect.Interface:
		if t.Implements(objectGoType) {
			return setReference
		}
	}
	return nil
}

// setReference puts an object into a field of its Go type; the parameter's .NET
// type made sure that it fits.
func setReference(target any, v objects.Value) error {
	field := reflect.ValueOf(target).Elem()
	object := v.Base().Ref()
	if object == nil {
		field.SetZero()
		return nil
	}
	value := reflect.ValueOf(object)
	if !value.Type().AssignableTo(field.Type()) {
		return fmt.Errorf("cannot put a %s here", v.Type().FullName)
	}
	field.Set(value)
	return nil
}
