package exchange

import "strings"

// monthNames are the months as they stand beside a day, by language. No name
// means different months in two of them.
var monthNames = []string{
	"january february march april may june july august september october november december",
	"janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
	"januar februar märz april mai juni juli august september oktober november dezember",
	"enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
	"січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
	"січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень",
}

// monthNamed is the number of a month, in full or, in English, short, or 0.
func monthNamed(s string) int {
	s = strings.ToLower(s)
	for k, names := range monthNames {
		for i, name := range strings.Fields(names) {
			if s == name || k == 0 && (s == name[:3] || s == "sept" && i == 8) {
				return i + 1
			}
		}
	}
	return 0
}
