package story

import (
	"bytes"
	"reflect"
	"strings"
	"testing"
)

func TestCompileRoundTrip(t *testing.T) {
	s := example(t)
	data := s.Compile()
	if !bytes.Equal(data, s.Compile()) {
		t.Fatal("two compilations differ")
	}
	again, err := Decompile(data)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(s, again) {
		t.Errorf("the story changed on its way:\n%+v\n%+v", s, again)
	}
	t.Logf("%d bytes compiled", len(data))
}

// Nil and empty are different in a Story, and stay so.
func TestCompileKeepsNil(t *testing.T) {
	for _, s := range []*Story{{}, {Notes: []Note{}, Title: Text{}, Published: &Date{Year: 1, Offset: -30}}} {
		again, err := Decompile(s.Compile())
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(s, again) {
			t.Errorf("%+v came back as %+v", s, again)
		}
	}
}

func TestDecompileRefuses(t *testing.T) {
	good := example(t).Compile()
	other := bytes.Clone(good)
	other[0]++
	damaged := bytes.Clone(good)
	damaged[len(damaged)/2]++
	for want, data := range map[string][]byte{
		"too short":       good[:9],
		"another version": other,
		"damaged":         damaged,
		"too many":        sealed(append(bytes.Clone(good[headerSize:]), 0)),
		"in the middle":   sealed(good[headerSize : len(good)-1]),
	} {
		if s, err := Decompile(data); s != nil || err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", want, err)
		}
	}
}

// sealed puts a true header before a content.
func sealed(content []byte) []byte {
	data := append(make([]byte, headerSize), content...)
	putUint64(data, formatHash())
	putUint64(data[8:], contentHash(content))
	return data
}

func FuzzDecompile(f *testing.F) {
	f.Add(example(f).Compile()[headerSize:])
	f.Add((&Story{}).Compile()[headerSize:])
	f.Fuzz(func(t *testing.T, content []byte) {
		s, err := Decompile(sealed(content))
		if err != nil {
			return
		}
		if again, err := Decompile(s.Compile()); err != nil || !bytes.Equal(again.Compile(), s.Compile()) {
			t.Errorf("read, and not read again: %v", err)
		}
	})
}
