package format

import (
	"encoding/binary"
	"math"

	"github.com/csshell/csshell/cmdlets/argument"
	"github.com/csshell/csshell/objects"
)

// objectBytes are the bytes of a text or a number as .NET keeps it, or those
// of a list of them; ok is false for anything else.
func objectBytes(v objects.Value, encoding *argument.Encoding) (bytes []byte, ok bool) {
	return nestedBytes(v, encoding, 0)
}

// maxNesting bounds lists within lists, which may contain themselves.
const maxNesting = 32

func nestedBytes(v objects.Value, encoding *argument.Encoding, depth int) (bytes []byte, ok bool) {
	if s, isText := v.Str(); isText {
		return encoding.OrUTF8().Append(nil, s), true
	}
	if list, isList := objects.Enumeration(v); isList {
		ok = depth < maxNesting
		err := list.Enumerate(func(item objects.Value) error {
			if !ok {
				return nil
			}
			var b []byte
			b, ok = nestedBytes(item.Base(), encoding, depth+1)
			bytes = append(bytes, b...)
			return nil
		})
		return bytes, ok && err == nil
	}
	kind := v.Kind()
	if kind == objects.KindEnum {
		kind = v.Type().Enum.UnderlyingType().Kind
	}
	return numberBytes(kind, v)
}

func numberBytes(kind objects.Kind, v objects.Value) ([]byte, bool) {
	order, n := binary.LittleEndian, v.Bits()
	switch kind {
	case objects.KindBoolean, objects.KindByte, objects.KindSByte:
		return []byte{byte(n)}, true
	case objects.KindChar, objects.KindInt16, objects.KindUInt16:
		return order.AppendUint16(nil, uint16(n)), true
	case objects.KindInt32, objects.KindUInt32:
		return order.AppendUint32(nil, uint32(n)), true
	case objects.KindInt64, objects.KindUInt64:
		return order.AppendUint64(nil, n), true
	case objects.KindSingle:
		return order.AppendUint32(nil, math.Float32bits(float32(v.Float()))), true
	case objects.KindDouble:
		return order.AppendUint64(nil, math.Float64bits(v.Float())), true
	}
	return nil, false
}
