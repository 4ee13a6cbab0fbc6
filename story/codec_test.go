package story

import (
	"bytes"
	"reflect"
	"strings"
	"testing"
)

func TestEncodeRoundTrip(t *testing.T) {
	s := example(t)
	data := Encode(s)
	if !bytes.Equal(data, Encode(s)) {
		t.Fatal("two encodings differ")
	}
	again := new(Story)
	if err := Decode(data, again); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(s, again) {
		t.Errorf("the story changed on its way:\n%+v\n%+v", s, again)
	}
	t.Logf("%d bytes, %d without texts", len(data), len(Encode(s.Bare())))
}

// Every kind of value that a pack may be made of comes back as it was.
func TestEncodeKinds(t *testing.T) {
	type key struct {
		Is  Status
		Big bool
	}
	type all struct {
		Words map[key]string
		Short float32
		Index uint16
		Marks []int
		Pair  [2]uint8
	}
	want := all{map[key]string{{Existing, true}: "a", {Pledged, false}: "b", {Pledged, true}: "c"}, -0.25, 65535, []int{-3, 0, 1 << 40}, [2]uint8{0, 255}}
	var got all
	if err := Decode(Encode(&want), &got); err != nil || !reflect.DeepEqual(want, got) {
		t.Errorf("%+v came back as %+v: %v", want, got, err)
	}
	if err := Decode(Encode(&want), new(Story)); err == nil {
		t.Error("another type was read")
	}
}

// Nil and empty are different in a Story, and stay so.
func TestEncodeKeepsNil(t *testing.T) {
	for _, s := range []*Story{{}, {Notes: []Note{}, Title: Text{}, Published: &Date{Year: 1, Offset: -30}}} {
		again := new(Story)
		if err := Decode(Encode(s), again); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(s, again) {
			t.Errorf("%+v came back as %+v", s, again)
		}
	}
}

func TestDecodeRefuses(t *testing.T) {
	good := Encode(example(t))
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
		if err := Decode(data, new(Story)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", want, err)
		}
	}
}

// What the browser gets says nothing, and is otherwise the story.
func TestBare(t *testing.T) {
	s := example(t)
	data := Encode(s.Bare())
	for _, lang := range s.Title {
		if bytes.Contains(data, []byte(lang)) {
			t.Errorf("the bare story says %q", lang)
		}
	}
	if b := s.Bare(); b.ID != s.ID || len(b.Events) != len(s.Events) || b.Flows[3].Status[1].From.Year != 2025 || b.Places[0].At != s.Places[0].At {
		t.Errorf("more than its texts is gone: %+v", b)
	}
	if s.Title == nil || s.Events[0].Headline == nil {
		t.Error("the story itself lost its texts")
	}
}

// sealed puts a true header before a content.
func sealed(content []byte) []byte {
	data := append(make([]byte, headerSize), content...)
	putUint64(data, formatHash(reflect.TypeFor[Story]()))
	putUint64(data[8:], contentHash(content))
	return data
}

func FuzzDecode(f *testing.F) {
	f.Add(Encode(example(f))[headerSize:])
	f.Add(Encode(&Story{})[headerSize:])
	f.Fuzz(func(t *testing.T, content []byte) {
		s, again := new(Story), new(Story)
		if Decode(sealed(content), s) != nil {
			return
		}
		if err := Decode(Encode(s), again); err != nil || !bytes.Equal(Encode(again), Encode(s)) {
			t.Errorf("read, and not read again: %v", err)
		}
	})
}

// The browser's program gets no image: the page shows them.
func TestBareHasNoImages(t *testing.T) {
	s := everyKind(t)
	images := func(s *Story) (n int) {
		for _, e := range s.Events {
			if e.Image != nil {
				n++
			}
		}
		return n
	}
	if images(s) == 0 || images(s.Bare()) != 0 {
		t.Errorf("%d images, %d without texts", images(s), images(s.Bare()))
	}
}
