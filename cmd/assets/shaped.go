package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// shapedFace is a font of a script whose letters join or change: the tool
// shapes with it when it builds a story, so its layout tables are kept.
type shapedFace struct{ name, sum, characters string }

// arabic is the Arabic block, with the letters of Persian and Urdu, and the
// spaces between its words.
const arabic = "U+0020,U+00A0,U+0600-06FF,U+200C-200F"

// From fonts-noto-core 20201225-1.
var shapedFaces = []shapedFace{
	{"NotoSansArabic-Regular.ttf", "504d7407d86875acf7d04dfaa0fd7524d0b8797723bc4aa18022f29db25b0b6e", arabic},
	{"NotoSansArabic-Bold.ttf", "ded6fc7359ca36d15d7aab9ef0c066e21ce48b26a069994d6602fa2cb9a1b952", arabic},
}

// shapedFonts makes the subsets that keep their layout.
func shapedFonts(python, from, to string) error {
	for _, f := range shapedFaces {
		source := filepath.Join(from, f.name)
		data, err := os.ReadFile(source)
		if err != nil {
			return err
		}
		if err := checkSum(f.name, data, f.sum); err != nil {
			return err
		}
		cmd := exec.Command(python, "-m", "fontTools.subset", source, "--output-file="+filepath.Join(to, f.name), "--unicodes="+f.characters,
			"--layout-features=*", "--no-hinting", "--desubroutinize", "--drop-tables+=DSIG,gasp", "--name-IDs=0,1,2,3,4,5,6,7,13,14", "--notdef-outline", "--no-glyph-names", "--no-recalc-timestamp")
		cmd.Env = append(os.Environ(), "PYTHONHASHSEED=0")
		if out, err := cmd.CombinedOutput(); err != nil {
			return fmt.Errorf("fontTools.subset %s: %w: %s", f.name, err, bytes.TrimSpace(out))
		}
		fmt.Printf("%s: layout kept\n", f.name)
	}
	return nil
}
