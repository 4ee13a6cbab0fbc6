"""Makes one of Dateline's fonts out of a Noto Sans.

    python3 subset.py FONT SYMBOLS OUTPUT

It keeps the characters below, drops hints and OpenType layout (nothing here
reads them), flattens the pairs of the kern feature into an old kern table, takes
four arrows from SYMBOLS, and builds two signs that Noto Sans lacks out of its
own: minus is the plus without its stem, almost-equal is two tildes.
"""

import sys

from fontTools import subset
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._k_e_r_n import KernTable_format_0

RANGES = [
    (0x20, 0x7E), (0xA0, 0x17F),  # Latin, Latin-1, Latin Extended-A
    (0x218, 0x21B),  # Romanian
    (0x401, 0x40F), (0x410, 0x44F), (0x451, 0x45F), (0x490, 0x491),  # Cyrillic
]
SIGNS = "\u2007\u2009\u2010\u2011\u202f" "–—‘’‚“”„†‡•…‰′″‹›⁄€№™₴₺₽"
ARROWS = "←↑→↓"
MOST_PAIRS = 10920  # what fits in a format 0 table of 65,535 bytes
LEAST = 20  # thousandths of an em; less is not seen at a label's size


def kerning(font, glyphs):
    """All pairs of glyphs with their kerning in font units."""
    gpos = font["GPOS"].table
    lookups = sorted({
        i
        for record in gpos.FeatureList.FeatureRecord
        if record.FeatureTag == "kern"
        for i in record.Feature.LookupListIndex
    })
    pairs = {}
    for i in lookups:
        found = {}
        for table in gpos.LookupList.Lookup[i].SubTable:
            table = getattr(table, "ExtSubTable", table)
            if table.LookupType != 2:
                continue
            for k, left in enumerate(table.Coverage.glyphs):
                if left not in glyphs:
                    continue
                if table.Format == 1:
                    values = {r.SecondGlyph: r.Value1 for r in table.PairSet[k].PairValueRecord}
                else:
                    row = table.Class1Record[table.ClassDef1.classDefs.get(left, 0)].Class2Record
                    values = {g: row[table.ClassDef2.classDefs.get(g, 0)].Value1 for g in glyphs}
                for right, value in values.items():
                    if right in glyphs:
                        found.setdefault((left, right), getattr(value, "XAdvance", 0) or 0)
        for pair, value in found.items():
            pairs[pair] = pairs.get(pair, 0) + value
    return {pair: value for pair, value in pairs.items() if abs(value) >= LEAST}


def flatten(font, names):
    """Writes the kern table: the widest corrections first if not all fit, those
    between plain letters before those with accents."""
    plain = {names[c] for c in names if c < 0x7F or 0x404 <= c <= 0x491}
    pairs = kerning(font, set(names.values()))
    order = sorted(pairs, key=lambda p: (not (p[0] in plain and p[1] in plain), -abs(pairs[p]), p))
    table = KernTable_format_0()
    table.coverage, table.tupleIndex, table.version, table.apple = 1, None, 0, False
    table.kernTable = {p: pairs[p] for p in order[:MOST_PAIRS]}
    kern = newTable("kern")
    kern.version, kern.kernTables = 0, [table]
    print(f"{len(pairs)} kerning pairs, {len(table.kernTable)} kept", file=sys.stderr)
    return kern


def add(font, char, name, glyph, advance):
    font.setGlyphOrder(font.getGlyphOrder() + [name])
    font["glyf"].glyphs[name] = glyph
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (advance, glyph.xMin)
    for table in font["cmap"].tables:
        table.cmap[ord(char)] = name


def minus(font):
    plus = font["cmap"].getBestCmap()[ord("+")]
    ends = sorted({p[1] for p in font["glyf"][plus].coordinates})
    left, right = font["glyf"][plus].xMin, font["glyf"][plus].xMax
    low, high = ends[1], ends[2]
    pen = TTGlyphPen(None)
    pen.moveTo((left, low))
    for p in [(left, high), (right, high), (right, low)]:
        pen.lineTo(p)
    pen.closePath()
    return pen.glyph(), font["hmtx"][plus][0]


def almost_equal(font):
    glyphs = font.getGlyphSet()
    tilde = font["cmap"].getBestCmap()[ord("~")]
    bounds = BoundsPen(glyphs)
    glyphs[tilde].draw(bounds)
    apart = round((bounds.bounds[3] - bounds.bounds[1]) * 0.62)
    pen = TTGlyphPen(None)
    for dy in (apart, -apart):
        glyphs[tilde].draw(TransformPen(pen, (1, 0, 0, 1, 0, dy)))
    return pen.glyph(), font["hmtx"][tilde][0]


def main(path, symbols, output):
    font = TTFont(path, recalcTimestamp=False)
    known = font.getBestCmap()
    wanted = {c for a, b in RANGES for c in range(a, b + 1)} | {ord(c) for c in SIGNS}
    names = {c: known[c] for c in sorted(wanted) if c in known}
    kern = flatten(font, names)

    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.drop_tables += ["GPOS", "GSUB", "GDEF", "DSIG", "gasp"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 7, 13, 14]
    options.notdef_outline = True
    options.glyph_names = False
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=list(names))
    subsetter.subset(font)

    add(font, "−", "minus", *minus(font))
    add(font, "≈", "approxequal", *almost_equal(font))
    other = TTFont(symbols)
    glyphs = other.getGlyphSet()
    for char in ARROWS:
        name = other.getBestCmap()[ord(char)]
        pen = TTGlyphPen(None)
        glyphs[name].draw(pen)
        add(font, char, f"uni{ord(char):04X}", pen.glyph(), other["hmtx"][name][0])
    font["maxp"].numGlyphs = len(font.getGlyphOrder())
    font["kern"] = kern
    font.save(output, reorderTables=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
