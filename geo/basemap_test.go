package geo

import (
	"os"
	"reflect"
	"testing"

	"github.com/paulmach/orb"
)

// open reads the basemap that the repository carries.
func open(t testing.TB) *Basemap {
	t.Helper()
	data, err := os.ReadFile("../assets/basemap.bin")
	if err != nil {
		t.Fatal(err)
	}
	b, err := Open(data)
	if err != nil {
		t.Fatal(err)
	}
	if b.Levels() != 3 {
		t.Fatalf("%d levels, want 3", b.Levels())
	}
	return b
}

// levels are the whole world at each level.
func levels(t testing.TB) []*Piece {
	b := open(t)
	var all []*Piece
	for i := range b.Levels() {
		p, err := b.World(i)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
	return all
}

var countries = []struct {
	name string
	at   orb.Point
	code string
}{
	// UN General Assembly resolution 68/262: Ukraine within its internationally
	// recognised borders, Crimea and Sevastopol included.
	{"Simferopol", orb.Point{34.10, 44.95}, "UKR"},
	{"Sevastopol", orb.Point{33.52, 44.60}, "UKR"},
	{"Kerch", orb.Point{36.47, 45.36}, "UKR"},
	{"Dzhankoi", orb.Point{34.39, 45.71}, "UKR"},
	{"Kyiv", orb.Point{30.5234, 50.4501}, "UKR"},
	{"London", orb.Point{-0.1276, 51.5072}, "GBR"},
	{"Paris", orb.Point{2.3522, 48.8566}, "FRA"},
	{"Washington", orb.Point{-77.0369, 38.9072}, "USA"},
	{"Brussels", orb.Point{4.3517, 50.8503}, "BEL"},
	{"Donetsk", orb.Point{37.80, 48.01}, "UKR"},
	{"Moscow", orb.Point{37.62, 55.75}, "RUS"},
	{"Anadyr's land", orb.Point{176, 66.5}, "RUS"},
	{"Chukotka over 180°", orb.Point{-175, 66.8}, "RUS"},
	{"Guantánamo", orb.Point{-75.3, 20.2}, "CUB"},
	{"Baikonur", orb.Point{64, 46}, "KAZ"},
	{"South Pole", orb.Point{0, -90}, "ATA"},
	{"Vostok", orb.Point{107, -78}, "ATA"},
	{"North Pole", orb.Point{0, 90}, ""},
	{"mid-Atlantic", orb.Point{-30, 40}, ""},
	{"Caspian Sea", orb.Point{51, 42}, ""},
	{"Ottawa", orb.Point{-75.7, 45.4}, "CAN"},
	{"Pristina", orb.Point{21.16, 42.66}, "XKX"},
	{"Hargeisa", orb.Point{44.07, 9.56}, ""},
	{"Maseru's land", orb.Point{28.2, -29.5}, "LSO"},
	{"Bloemfontein", orb.Point{26.2, -29.1}, "ZAF"},
}

func TestCountry(t *testing.T) {
	for level, p := range levels(t) {
		for _, c := range countries {
			if got := p.Country(c.at); got != c.code {
				t.Errorf("level %d: %s is in %q, want %q", level, c.name, got, c.code)
			}
		}
	}
}

func TestLand(t *testing.T) {
	for level, p := range levels(t) {
		for _, c := range countries {
			want := c.code != "" || c.name == "Hargeisa"
			if got := p.OnLand(c.at); got != want {
				t.Errorf("level %d: %s on land: %t", level, c.name, got)
			}
		}
		for name, at := range map[string]orb.Point{
			"Lake Superior": {-88, 47.7}, "Lake Victoria": {33, -1}, "Baikal": {108, 53.5}, "Ladoga": {31.5, 60.9},
		} {
			if !p.InLake(at) || !p.OnLand(at) {
				t.Errorf("level %d: no lake at %s", level, name)
			}
		}
		if p.InLake(orb.Point{2.35, 48.85}) || p.InLake(orb.Point{-30, 40}) {
			t.Errorf("level %d: a lake where there is none", level)
		}
	}
}

// Every country has a name; codes are ISO's, once each, but for the areas that
// the source keeps apart.
func TestRegions(t *testing.T) {
	for level, p := range levels(t) {
		seen := map[string]int{}
		var without []string
		for _, c := range p.Countries {
			if c.Name == "" || len(c.Loops) == 0 || (c.Code != "" && len(c.Code) != 3) {
				t.Errorf("level %d: %+v", level, c)
			}
			if c.Code == "" {
				without = append(without, c.Name)
			} else if seen[c.Code]++; seen[c.Code] > 1 && c.Code != "AUS" {
				t.Errorf("level %d: %s twice", level, c.Code)
			}
		}
		t.Logf("level %d: %d countries; without a code: %v", level, len(p.Countries), without)
		if seen["UKR"] != 1 || seen["RUS"] != 1 || len(without) > 13 {
			t.Errorf("level %d: no code for %v", level, without)
		}
	}
}

func TestLevelFor(t *testing.T) {
	for _, c := range []struct {
		kmPerPixel float64
		want       int
	}{{40, 0}, {6.3, 1}, {0.8, 2}, {0, 2}} {
		if got := LevelFor(c.kmPerPixel); got != c.want {
			t.Errorf("%v km a pixel: level %d, want %d", c.kmPerPixel, got, c.want)
		}
	}
}

func TestAtlas(t *testing.T) {
	b := open(t)
	var pieces []*Piece
	for level, bound := range []orb.Bound{
		{Min: orb.Point{-180, -90}, Max: orb.Point{180, 90}},
		{Min: orb.Point{-100, 15}, Max: orb.Point{60, 75}},
		{Min: orb.Point{28, 43}, Max: orb.Point{40, 52}},
	} {
		p, err := b.Cut(bound, level)
		if err != nil {
			t.Fatal(err)
		}
		pieces = append(pieces, p)
	}
	data := EncodeAtlas(pieces)
	t.Logf("a story's three pieces: %d, %d, %d bytes", len(pieces[0].Encode()), len(pieces[1].Encode()), len(pieces[2].Encode()))
	back, err := DecodeAtlas(data)
	if err != nil {
		t.Fatal(err)
	}
	for i := range pieces {
		if !reflect.DeepEqual(withoutNil(pieces[i]), withoutNil(back[i])) {
			t.Errorf("piece %d has come back different", i)
		}
	}
	for _, c := range countries[:5] {
		if got := back[2].Country(c.at); got != c.code {
			t.Errorf("%s is in %q after a cut", c.name, got)
		}
	}
	if _, err := Open(data); err != errLevels {
		t.Errorf("a story's atlas opens as a basemap: %v", err)
	}
}

// withoutNil is a piece whose empty lists are empty and not nil.
func withoutNil(p *Piece) Piece {
	q := *p
	fix := func(loops []Loop) []Loop {
		to := []Loop{}
		for _, l := range loops {
			to = append(to, append(Loop{}, l...))
		}
		return to
	}
	q.Land, q.Lakes = fix(p.Land), fix(p.Lakes)
	q.Countries = []Region{}
	for _, c := range p.Countries {
		q.Countries = append(q.Countries, Region{c.Code, c.Name, fix(c.Loops)})
	}
	return q
}

func TestOpenErrors(t *testing.T) {
	data, err := os.ReadFile("../assets/basemap.bin")
	if err != nil {
		t.Fatal(err)
	}
	other := append([]byte(nil), data...)
	other[len(magic)] = 99
	for name, c := range map[string]struct {
		data []byte
		want error
	}{
		"nothing":         {nil, ErrFormat},
		"something else":  {[]byte("{\"type\":\"Topology\"}"), ErrFormat},
		"the head alone":  {data[:len(magic)+1], ErrFormat},
		"half":            {data[:len(data)/2], ErrFormat},
		"one byte less":   {data[:len(data)-1], ErrFormat},
		"one byte more":   {append(data[:len(data):len(data)], 0), ErrFormat},
		"another version": {other, ErrVersion},
		"no levels":       {EncodeAtlas(nil), errLevels},
	} {
		if _, err := Open(c.data); err != c.want {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

func TestCutErrors(t *testing.T) {
	b := open(t)
	whole := orb.Bound{Min: orb.Point{-180, -90}, Max: orb.Point{180, 90}}
	for _, level := range []int{-1, 3} {
		if _, err := b.Cut(whole, level); err != errLevel {
			t.Errorf("level %d: %v", level, err)
		}
	}
	for _, bound := range []orb.Bound{
		{Min: orb.Point{0, 10}, Max: orb.Point{10, 10}},
		{Min: orb.Point{0, 10}, Max: orb.Point{10, 5}},
		{Min: orb.Point{-190, 10}, Max: orb.Point{10, 50}},
		{Min: orb.Point{0, -91}, Max: orb.Point{10, 50}},
	} {
		if _, err := b.Cut(bound, 0); err != errBound {
			t.Errorf("%v: %v", bound, err)
		}
	}
}
