package story

import (
	"fmt"
	"strings"
)

// currencies are the codes of ISO 4217 that are in use.
const currencies = " AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD" +
	" CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD" +
	" HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD" +
	" MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG" +
	" QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD" +
	" TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XCG XDR XOF XPF YER ZAR ZMW ZWG "

// currency is a code of ISO 4217. A code that is not in use may be a currency
// of the past, so it is a warning only.
func currency() form[string] {
	return form[string]{shape{"a currency (ISO 4217)", `{"type":"string","pattern":"^[A-Z]{3}$"}`}, func(s spot) string {
		if !s.is('"', "a string") {
			return ""
		}
		code := s.node.text
		if isCurrency(code) {
			return code
		}
		hint := `currencies look like "EUR"`
		if meant := currencyMeant(code); meant != "" {
			hint = fmt.Sprintf("did you mean %q?", meant)
		}
		if len(code) == 3 && isLetters(code) && code == strings.ToUpper(code) {
			s.warnf(suggest(code, strings.Fields(currencies)), "%q is no currency in use", code)
			return code
		}
		s.errorf(hint, "%q is no currency", shortened(code))
		return ""
	}}
}

func isCurrency(code string) bool {
	return len(code) == 3 && isLetters(code) && strings.Contains(currencies, " "+code+" ")
}

func currencyMeant(s string) string {
	switch s {
	case "$", "US$", "dollar", "dollars":
		return "USD"
	case "£", "pound", "pounds":
		return "GBP"
	case "€", "euro", "euros":
		return "EUR"
	case "₴":
		return "UAH"
	}
	if upper := strings.ToUpper(s); isCurrency(upper) {
		return upper
	}
	return ""
}
