package story

import (
	"fmt"
	"strings"
)

// countries are the codes of ISO 3166-1, alpha-2 and alpha-3 run together, with
// XK for Kosovo, which the standard leaves to its users.
const countries = " " +
	"ADAND AEARE AFAFG AGATG AIAIA ALALB AMARM AOAGO AQATA ARARG ASASM ATAUT AUAUS AWABW AXALA AZAZE BABIH BBBRB " +
	"BDBGD BEBEL BFBFA BGBGR BHBHR BIBDI BJBEN BLBLM BMBMU BNBRN BOBOL BQBES BRBRA BSBHS BTBTN BVBVT BWBWA BYBLR " +
	"BZBLZ CACAN CCCCK CDCOD CFCAF CGCOG CHCHE CICIV CKCOK CLCHL CMCMR CNCHN COCOL CRCRI CUCUB CVCPV CWCUW CXCXR " +
	"CYCYP CZCZE DEDEU DJDJI DKDNK DMDMA DODOM DZDZA ECECU EEEST EGEGY EHESH ERERI ESESP ETETH FIFIN FJFJI FKFLK " +
	"FMFSM FOFRO FRFRA GAGAB GBGBR GDGRD GEGEO GFGUF GGGGY GHGHA GIGIB GLGRL GMGMB GNGIN GPGLP GQGNQ GRGRC " +
	"GSSGS GTGTM GUGUM GWGNB GYGUY HKHKG HMHMD HNHND HRHRV HTHTI HUHUN IDIDN IEIRL ILISR IMIMN ININD IOIOT IQIRQ " +
	"IRIRN ISISL ITITA JEJEY JMJAM JOJOR JPJPN KEKEN KGKGZ KHKHM KIKIR KMCOM KNKNA KPPRK KRKOR KWKWT KYCYM KZKAZ " +
	"LALAO LBLBN LCLCA LILIE LKLKA LRLBR LSLSO LTLTU LULUX LVLVA LYLBY MAMAR MCMCO MDMDA MEMNE MFMAF MGMDG MHMHL " +
	"MKMKD MLMLI MMMMR MNMNG MOMAC MPMNP MQMTQ MRMRT MSMSR MTMLT MUMUS MVMDV MWMWI MXMEX MYMYS MZMOZ NANAM NCNCL " +
	"NENER NFNFK NGNGA NINIC NLNLD NONOR NPNPL NRNRU NUNIU NZNZL OMOMN PAPAN PEPER PFPYF PGPNG PHPHL PKPAK PLPOL " +
	"PMSPM PNPCN PRPRI PSPSE PTPRT PWPLW PYPRY QAQAT REREU ROROU RSSRB RURUS RWRWA SASAU SBSLB SCSYC SDSDN SESWE " +
	"SGSGP SHSHN SISVN SJSJM SKSVK SLSLE SMSMR SNSEN SOSOM SRSUR SSSSD STSTP SVSLV SXSXM SYSYR SZSWZ TCTCA TDTCD " +
	"TFATF TGTGO THTHA TJTJK TKTKL TLTLS TMTKM TNTUN TOTON TRTUR TTTTO TVTUV TWTWN TZTZA UAUKR UGUGA UMUMI USUSA " +
	"UYURY UZUZB VAVAT VCVCT VEVEN VGVGB VIVIR VNVNM VUVUT WFWLF WSWSM XKXKX YEYEM YTMYT ZAZAF ZMZMB ZWZWE "

// country is a code of ISO 3166-1 alpha-3, as the basemap has them.
func country() form[string] {
	return form[string]{shape{"a country (ISO 3166-1 alpha-3)", `{"type":"string","pattern":"^[A-Z]{3}$"}`}, func(s spot) string {
		if !s.is('"', "a string") {
			return ""
		}
		code := s.node.text
		if IsCountry(code) {
			return code
		}
		hint := `countries look like "UKR"`
		if upper := strings.ToUpper(code); IsCountry(upper) {
			hint = fmt.Sprintf("did you mean %q?", upper)
		} else if long := countryOf(upper); long != "" {
			hint = fmt.Sprintf("did you mean %q?", long)
		}
		s.errorf(hint, "%q is no country", code)
		return ""
	}}
}

// IsCountry reports whether a code is one of ISO 3166-1 alpha-3.
func IsCountry(code string) bool {
	return len(code) == 3 && isLetters(code) && strings.Contains(countries, code+" ")
}

// countryOf returns the three letters of a country that is known by two.
func countryOf(two string) string {
	if len(two) != 2 || !isLetters(two) {
		return ""
	}
	if i := strings.Index(countries, " "+two); i >= 0 {
		return countries[i+3 : i+6]
	}
	return ""
}
