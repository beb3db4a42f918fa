package calculated

import (
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

func setExpression(p *Property, v objects.Value) *problem {
	if !p.setExpression(v) {
		return wrongType()
	}
	if p.Block == nil && p.Name == "" {
		return &problem{id: "ExpressionEmptyString1", message: "An empty string is not allowed as the value of the key expression."}
	}
	return nil
}

func setLabel(p *Property, v objects.Value) *problem {
	s, ok := v.Str()
	if !ok {
		return wrongType()
	}
	p.Label = s
	return nil
}

func setFormat(p *Property, v objects.Value) *problem {
	s, ok := v.Str()
	if !ok {
		return wrongType()
	}
	if s == "" {
		return &problem{id: "FormatStringEmpty", message: "An empty string is not allowed as the value of the key formatString."}
	}
	p.Format = s
	return nil
}

func setWidth(p *Property, v objects.Value) *problem {
	if v.Kind() != objects.KindInt32 {
		return wrongType()
	}
	if v.Int64() <= 0 {
		return &problem{id: "WidthOutOfRange", message: "The value of the key width must be greater than zero."}
	}
	p.Width = int(v.Int64())
	return nil
}

func setAlignment(p *Property, v objects.Value) *problem {
	s, ok := v.Str()
	if !ok {
		return wrongType()
	}
	for _, name := range [...]string{"left", "center", "right"} {
		if begins(name, s) {
			p.Alignment = name
			return nil
		}
	}
	return &problem{id: "AlignmentIllegal", message: `The alignment "` + strings.ToLower(s) + `" is not one of left, center, right.`}
}

func setDepth(p *Property, v objects.Value) *problem {
	if v.Kind() != objects.KindInt32 {
		return wrongType()
	}
	if v.Int64() <= 0 {
		return &problem{id: "DepthOutOfRange", message: "The value of the key depth must be greater than zero."}
	}
	p.Depth = int(v.Int64())
	return nil
}

func setAscending(p *Property, v objects.Value) *problem {
	if v.Kind() != objects.KindBoolean {
		return wrongType()
	}
	p.Ascending = runtime.Optional[bool]{Value: v.Bool(), Bound: true}
	return nil
}

func setDescending(p *Property, v objects.Value) *problem {
	if v.Kind() != objects.KindBoolean {
		return wrongType()
	}
	p.Descending = runtime.Optional[bool]{Value: v.Bool(), Bound: true}
	return nil
}
