package geo

import (
	"strings"

	"github.com/paulmach/orb"
)

// codes are the codes of ISO 3166-1 (2020), alpha-2 and alpha-3 in one, and XK
// and XKX for Kosovo, which many use and the standard leaves free. In order.
const codes = "" +
	"ADAND AEARE AFAFG AGATG AIAIA ALALB AMARM AOAGO AQATA ARARG ASASM ATAUT AUAUS " +
	"AWABW AXALA AZAZE BABIH BBBRB BDBGD BEBEL BFBFA BGBGR BHBHR BIBDI BJBEN BLBLM " +
	"BMBMU BNBRN BOBOL BQBES BRBRA BSBHS BTBTN BVBVT BWBWA BYBLR BZBLZ CACAN CCCCK " +
	"CDCOD CFCAF CGCOG CHCHE CICIV CKCOK CLCHL CMCMR CNCHN COCOL CRCRI CUCUB CVCPV " +
	"CWCUW CXCXR CYCYP CZCZE DEDEU DJDJI DKDNK DMDMA DODOM DZDZA ECECU EEEST EGEGY " +
	"EHESH ERERI ESESP ETETH FIFIN FJFJI FKFLK FMFSM FOFRO FRFRA GAGAB GBGBR GDGRD " +
	"GEGEO GFGUF GGGGY GHGHA GIGIB GLGRL GMGMB GNGIN GPGLP GQGNQ GRGRC GSSGS GTGTM " +
	"GUGUM GWGNB GYGUY HKHKG HMHMD HNHND HRHRV HTHTI HUHUN IDIDN IEIRL ILISR IMIMN " +
	"ININD IOIOT IQIRQ IRIRN ISISL ITITA JEJEY JMJAM JOJOR JPJPN KEKEN KGKGZ KHKHM " +
	"KIKIR KMCOM KNKNA KPPRK KRKOR KWKWT KYCYM KZKAZ LALAO LBLBN LCLCA LILIE LKLKA " +
	"LRLBR LSLSO LTLTU LULUX LVLVA LYLBY MAMAR MCMCO MDMDA MEMNE MFMAF MGMDG MHMHL " +
	"MKMKD MLMLI MMMMR MNMNG MOMAC MPMNP MQMTQ MRMRT MSMSR MTMLT MUMUS MVMDV MWMWI " +
	"MXMEX MYMYS MZMOZ NANAM NCNCL NENER NFNFK NGNGA NINIC NLNLD NONOR NPNPL NRNRU " +
	"NUNIU NZNZL OMOMN PAPAN PEPER PFPYF PGPNG PHPHL PKPAK PLPOL PMSPM PNPCN PRPRI " +
	"PSPSE PTPRT PWPLW PYPRY QAQAT REREU ROROU RSSRB RURUS RWRWA SASAU SBSLB SCSYC " +
	"SDSDN SESWE SGSGP SHSHN SISVN SJSJM SKSVK SLSLE SMSMR SNSEN SOSOM SRSUR SSSSD " +
	"STSTP SVSLV SXSXM SYSYR SZSWZ TCTCA TDTCD TFATF TGTGO THTHA TJTJK TKTKL TLTLS " +
	"TMTKM TNTUN TOTON TRTUR TTTTO TVTUV TWTWN TZTZA UAUKR UGUGA UMUMI USUSA UYURY " +
	"UZUZB VAVAT VCVCT VEVEN VGVGB VIVIR VNVNM VUVUT WFWLF WSWSM XKXKX YEYEM YTMYT " +
	"ZAZAF ZMZMB ZWZWE "

// Alpha3 is the alpha-3 code of a country by either of its codes of ISO 3166-1,
// XK and XKX for Kosovo; ok is false for anything else.
func Alpha3(code string) (alpha3 string, ok bool) {
	for at := 0; at+5 < len(codes); at += 6 {
		if entry := codes[at : at+5]; code == entry[:2] || code == entry[2:] {
			return entry[2:], true
		}
	}
	return "", false
}

// Alpha2 is the alpha-2 code of a country by its alpha-3 code.
func Alpha2(alpha3 string) (alpha2 string, ok bool) {
	if i := strings.Index(codes, alpha3+" "); len(alpha3) == 3 && i >= 2 {
		return codes[i-2 : i], true
	}
	return "", false
}

// Area draws what the piece has of a country, lakes included, by its code,
// alpha-2 or alpha-3; nil where it has none of it.
func (p *Piece) Area(pr Projection, code string) []orb.Ring {
	want, ok := Alpha3(code)
	if !ok {
		return nil
	}
	var loops []Loop
	for _, c := range p.Countries {
		if c.Code == want {
			loops = append(loops, c.Loops...)
		}
	}
	if loops == nil {
		return nil
	}
	return p.sheet(pr).rings(p.outlines(loops))
}
