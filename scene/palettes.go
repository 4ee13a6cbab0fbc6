package scene

// ownColors are the colours of Dateline's own theme. Flows and marks keep 3 : 1
// against land and sea, words 4.5 : 1 against their halo, and 4.5 and 7 where
// more contrast is asked for; the flows' hues stay apart for the colour-blind
// and differ in lightness as well. Tests hold all of it.
func ownColors() [modes][inks]uint32 {
	return [modes][inks]uint32{
		LightMode: {
			Sea: 0xe3eaee, Land: 0xf8f5ee, StoryLand: 0xefe8d8, Lake: 0xe3eaee, River: 0xcbd9e0, Coast: 0x9fb0ba, Border: 0xcfc5b2, Country: 0x6a6457, Graticule: 0xd3dde2,
			Halo: 0xfbf9f4, Paper: 0xffffff, Band: 0xf3f1ec, Ink: 0x1a1d21, Soft: 0x5a636b, Rule: 0xc3c8cc, Accent: 0xb3261e,
			Flow1: 0x0b5a8c, Flow2: 0x8a4b08, Flow3: 0x751b6e, Flow4: 0x2f8050, Flow5: 0x941150, Talks: 0x3c444b,
		},
		DarkMode: {
			Sea: 0x11181d, Land: 0x232a2f, StoryLand: 0x2f363a, Lake: 0x11181d, River: 0x35434d, Coast: 0x4c5a64, Border: 0x4a5054, Country: 0x92999e, Graticule: 0x1b242a,
			Halo: 0x171c20, Paper: 0x14181b, Band: 0x1c2226, Ink: 0xf1eee7, Soft: 0xa9b1b7, Rule: 0x454c52, Accent: 0xff7d6e,
			Flow1: 0x6cb8ea, Flow2: 0xf0a84e, Flow3: 0xbf81c3, Flow4: 0x87ddb5, Flow5: 0xdb799f, Talks: 0xc8cdd1,
		},
		ContrastMode: {
			Sea: 0xdfe9f0, Land: 0xffffff, StoryLand: 0xf4efdf, Lake: 0xdfe9f0, River: 0x9db4c4, Coast: 0x4a5b66, Border: 0x6b6453, Country: 0x45413a, Graticule: 0xb4c2cb,
			Halo: 0xffffff, Paper: 0xffffff, Band: 0xf0f0f0, Ink: 0x000000, Soft: 0x33393e, Rule: 0x6b7378, Accent: 0x930000,
			Flow1: 0x003e6b, Flow2: 0x5c2e00, Flow3: 0x4e004b, Flow4: 0x002f15, Flow5: 0x83233d, Talks: 0x1c2227,
		},
		DarkContrastMode: {
			Sea: 0x000000, Land: 0x191d20, StoryLand: 0x262b2e, Lake: 0x000000, River: 0x56697a, Coast: 0x93a4b0, Border: 0x8b9297, Country: 0xc3c8cc, Graticule: 0x2c373e,
			Halo: 0x000000, Paper: 0x000000, Band: 0x171a1c, Ink: 0xffffff, Soft: 0xd4dade, Rule: 0x8b9297, Accent: 0xffa89c,
			Flow1: 0x9fd3ff, Flow2: 0xffc67a, Flow3: 0xd49fd4, Flow4: 0x9dffd8, Flow5: 0xf1a0b7, Talks: 0xe4e8eb,
		},
		PrintMode: {
			Sea: 0xececec, Land: 0xffffff, StoryLand: 0xf4f4f4, Lake: 0xececec, River: 0xd0d0d0, Coast: 0x8c8c8c, Border: 0xb0b0b0, Country: 0x5c5c5c, Graticule: 0xdcdcdc,
			Halo: 0xffffff, Paper: 0xffffff, Band: 0xf4f4f4, Ink: 0x000000, Soft: 0x595959, Rule: 0xb8b8b8, Accent: 0x111111,
			Flow1: 0x1f1f1f, Flow2: 0x6e6e6e, Flow3: 0x474747, Flow4: 0x5c5c5c, Flow5: 0x333333, Talks: 0x404040,
		},
	}
}
