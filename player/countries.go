package player

import (
	"strings"

	"golang.org/x/text/cases"
	bcp "golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"dateline/scene"
)

// renamed are countries that have changed their names since the CLDR release of
// x/text (32, of 2017), by language as later releases of CLDR have them.
var renamed = map[string]map[string]string{
	"MKD": {"en": "North Macedonia", "fr": "Macédoine du Nord", "uk": "Північна Македонія", "ar": "مقدونيا الشمالية"},
	"SWZ": {"en": "Eswatini", "fr": "Eswatini", "uk": "Есватіні", "ar": "إسواتيني"},
}

// Countries are the names of countries by their ISO 3166-1 alpha-3 codes, as CLDR
// has them in a language, in capitals where its script has capitals. CLDR's
// names take no side: of what is in dispute it names the area, such as Western
// Sahara or Palestinian Territories.
func Countries(lang string, codes []string) []scene.CountryName {
	tag := languageFor(lang).cldr
	namer := display.Regions(tag)
	if namer == nil {
		namer = display.Regions(bcp.English)
	}
	upper := cases.Upper(tag)
	var out []scene.CountryName
	for _, code := range codes {
		name := renamed[code][base(lang)]
		if name == "" {
			if code == "XKX" {
				name = namer.Name(bcp.MustParseRegion("XK"))
			} else if region, err := bcp.ParseRegion(code); err == nil && region.IsCountry() {
				name = namer.Name(region)
			}
		}
		if name == "" {
			continue
		}
		name = strings.ReplaceAll(name, "\u02bc", "’") // an apostrophe that the fonts have
		out = append(out, scene.CountryName{Code: code, Text: upper.String(name)})
	}
	return out
}
