package shape_test

import (
	"strings"
	"testing"

	"dateline/assets"
	"dateline/render"
	"dateline/render/font"
	"dateline/render/shape"
)

func setter(t *testing.T) (*shape.Setter, *font.Face) {
	t.Helper()
	s, err := shape.New(assets.FontRegular(), assets.ShapedRegular()...)
	if err != nil {
		t.Fatal(err)
	}
	face, err := font.Parse(assets.FontRegular())
	if err != nil {
		t.Fatal(err)
	}
	return s, face
}

// What freetype sets right is left to it, on pages of either direction.
func TestOnlyWhatNeedsIt(t *testing.T) {
	s, _ := setter(t)
	for _, rtl := range []bool{false, true} {
		x, lacks := s.Set([]string{"Kyiv", "£2.26bn", "Київ", "", "US aid"}, rtl)
		if len(x.Runs) != 0 || len(lacks) != 0 {
			t.Errorf("right to left %v: %v was shaped, %v is lacking", rtl, x.Runs, lacks)
		}
	}
	if x, _ := s.Set([]string{"2 березня"}, false); len(x.Runs) != 0 {
		t.Error("a Ukrainian date was shaped")
	}
	if x, _ := s.Set([]string{"قرض", "قرض", "Loan קרש"}, true); len(x.Runs) != 2 {
		t.Errorf("%d runs, want 2: each text once", len(x.Runs))
	}
}

// set returns the glyphs of a text by their place from left to right.
func set(t *testing.T, text string, rtl bool) (*font.Face, []render.Glyph, float32) {
	t.Helper()
	s, face := setter(t)
	x, lacks := s.Set([]string{text}, rtl)
	if len(lacks) > 0 {
		t.Fatalf("%q: no font for %v", text, lacks)
	}
	more := face.With(x)
	glyphs, width := more.Shape(text, 100, nil)
	return more, glyphs, width
}

// Letters join: a word is not as wide as its letters alone, and the same letter
// has another form in the middle of a word than alone.
func TestLettersJoin(t *testing.T) {
	_, word, width := set(t, "بب", true)
	_, alone, single := set(t, "ب", true)
	if width >= 2*single*0.95 {
		t.Errorf("two letters are %v wide, one is %v: they are not joined", width, single)
	}
	if len(alone) == 0 || len(word) == 0 {
		t.Fatal("nothing is drawn")
	}
	// Lam and alef are one letter.
	_, _, ligature := set(t, "لا", true)
	_, _, lam := set(t, "ل", true)
	_, _, alef := set(t, "ا", true)
	if ligature >= lam+alef {
		t.Errorf("lam and alef together are %v wide, apart %v", ligature, lam+alef)
	}
}

// A line is read from the right; the numbers and the Latin words in it are read
// from the left.
func TestOrder(t *testing.T) {
	face, err := font.Parse(assets.FontRegular())
	if err != nil {
		t.Fatal(err)
	}
	at := func(glyphs []render.Glyph, letter string) float32 {
		own, _ := face.Shape(letter, 100, nil)
		for _, g := range glyphs {
			if g.ID == own[0].ID {
				return g.At.X
			}
		}
		t.Fatalf("%s is not there", letter)
		return 0
	}
	_, g, width := set(t, "قرض من UK", true)
	if u, k := at(g, "U"), at(g, "K"); u >= k || k > width/2 {
		t.Errorf("U stands at %v and K at %v of %v: they belong to the left, in this order", u, k, width)
	}
	_, g, width = set(t, "12 مارس", true)
	if one, two := at(g, "1"), at(g, "2"); one >= two || one < width/2 {
		t.Errorf("1 stands at %v and 2 at %v of %v: they belong to the right, in this order", one, two, width)
	}
	_, g, _ = set(t, "1–3 مارس", true)
	if one, three := at(g, "1"), at(g, "3"); one <= three {
		t.Errorf("from 1 at %v to 3 at %v: the span is read from the right", one, three)
	}
	// A text in the story's own language keeps its order within the line.
	_, g, _ = set(t, "\u2068Who? A b.\u2069 مارس", true)
	if w, b := at(g, "W"), at(g, "b"); w >= b {
		t.Errorf("W stands at %v, b at %v", w, b)
	}
	_, g, width = set(t, "(قرض)", true)
	if left, right := at(g, "("), at(g, ")"); left >= right || right < width/2 {
		t.Errorf("brackets at %v and %v of %v are not mirrored", left, right, width)
	}
}

// The marks that keep languages apart are never drawn, nor take up room.
func TestMarksAreInvisible(t *testing.T) {
	_, _, plain := set(t, "قرض UK", true)
	_, glyphs, marked := set(t, "قرض \u2068UK\u2069", true)
	if plain != marked {
		t.Errorf("%v wide with marks, %v without", marked, plain)
	}
	if len(glyphs) == 0 {
		t.Error("nothing is drawn")
	}
}

// Every character that no font has is named, with a text that it stands in.
func TestLacks(t *testing.T) {
	s, _ := setter(t)
	_, lacks := s.Set([]string{"東京 talks", "平和 in 東京"}, false)
	var all strings.Builder
	for _, l := range lacks {
		all.WriteRune(l.Rune)
	}
	if all.String() != "東京平和" || lacks[0].Text != "東京 talks" {
		t.Errorf("lacking %q, %+v", all.String(), lacks)
	}
}

func TestMalformed(t *testing.T) {
	if _, err := shape.New([]byte("no font")); err == nil {
		t.Error("no font is a font")
	}
}
