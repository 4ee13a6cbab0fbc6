package player

import "testing"

func TestCountries(t *testing.T) {
	for _, c := range []struct{ lang, code, want string }{
		{"en", "UKR", "UKRAINE"}, {"en", "XKX", "KOSOVO"}, {"en", "ESH", "WESTERN SAHARA"}, {"en", "PSE", "PALESTINIAN TERRITORIES"},
		{"en", "TWN", "TAIWAN"}, {"en", "MKD", "NORTH MACEDONIA"}, {"en", "SWZ", "ESWATINI"}, {"en-GB", "MKD", "NORTH MACEDONIA"},
		{"fr", "USA", "ÉTATS-UNIS"}, {"uk", "UKR", "УКРАЇНА"}, {"uk", "MMR", "М’ЯНМА (БІРМА)"}, {"ar", "FRA", "فرنسا"},
	} {
		got := Countries(c.lang, []string{c.code})
		if len(got) != 1 || got[0].Text != c.want || got[0].Code != c.code {
			t.Errorf("%s in %s: %v, want %q", c.code, c.lang, got, c.want)
		}
	}
	if got := Countries("en", []string{"", "ZZZ", "QQQ"}); len(got) != 0 {
		t.Errorf("codes of nothing have the names %v", got)
	}
	for _, of := range languages() {
		for code, names := range renamed {
			if names[of().tag] == "" {
				t.Errorf("%s has no new name in %s", code, of().tag)
			}
		}
	}
}
