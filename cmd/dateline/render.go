package main

import (
	"errors"
	"flag"
	"fmt"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strings"

	"dateline/render/svg"
	"dateline/story"
	"dateline/timeline"
)

const renderManual = `render STORY -t TIME -o FILE

Draws the story as it stands at a time, into a .png or .svg, or as it plays,
into a .gif, an animated .png, or a .mp4 or .webm by way of ffmpeg. TIME is a
date (its end is meant), the id of an event, or a position on the timeline
counted in stops, 0 being the opening: 3.5 is half way to the fourth.

  dateline render talks -t 2025-03-02 -o talks.png -size 1200x675 -scale 2
  dateline render talks -t talks-begin -o talks.svg -theme dark -lang fr
  dateline render talks -o talks.gif -fps 12
  dateline render talks -from 2025-03-01 -to talks-end -fps 30 -o talks.mp4`

func renderFile(args []string, out, trouble io.Writer) error {
	set := flag.NewFlagSet("render", flag.ContinueOnError)
	var v video
	file := set.String("o", "", "the `file` to write: .png, .svg, .gif, .mp4 or .webm")
	at := set.String("t", "", "the `time` of a still")
	from := set.String("from", "", "the `time` at which an animation begins; the opening, unless said")
	to := set.String("to", "", "the `time` at which it ends; the end, unless said")
	set.Float64Var(&v.fps, "fps", 25, "`pictures` a second of an animation")
	set.Float64Var(&v.speed, "speed", 1, "how fast an animation plays; the page plays at `1`")
	size := set.String("size", "1280x720", "`width x height` in CSS pixels, with the timeline")
	scale := set.Float64("scale", 1, "`pixels` of a picture to a CSS pixel")
	theme := set.String("theme", "light", "light, dark, contrast, dark-contrast or print: the `mode` of the colours")
	style := set.String("house", "", "the `file` of a house style")
	lang := set.String("lang", "", "the `language` of the words; the story's own, unless said")
	asJSON := set.Bool("json", false, "say on standard output, as JSON, what was written")
	rest, done, err := arguments(set, args, renderManual, out, trouble)
	if done || err != nil {
		return err
	}
	path, err := oneStory(rest, "")
	end := strings.ToLower(filepath.Ext(*file))
	moves := end == ".gif" || end == ".mp4" || end == ".webm" || *from != "" || *to != "" || end == ".png" && *at == ""
	var look look
	switch {
	case err != nil:
	case *file == "":
		err = errors.New("name a file with -o")
	case !strings.Contains(" .png .svg .gif .mp4 .webm ", " "+end+" ") || end == "":
		err = fmt.Errorf("%s: a picture's name ends in .png or .svg, an animation's in .gif, .png, .mp4 or .webm", *file)
	case *at != "" && moves:
		err = errors.New("-t is for a still; an animation has -from and -to")
	case end == ".svg" && *at == "":
		err = errors.New("an .svg is a still: say when with -t")
	case !(v.fps >= 0.1 && v.fps <= 120) || !(v.speed >= 0.01 && v.speed <= 1000):
		err = errors.New("-fps is from 0.1 to 120, -speed from 0.01 to 1000")
	default:
		look, err = parseLook(*size, *scale, *theme, *lang)
	}
	if err != nil {
		return wrong(set, renderManual, trouble, err)
	}
	if look.house, err = readHouse(*style, trouble); err != nil {
		return err
	}
	st, err := read(path, trouble)
	if err != nil {
		return err
	}
	d, err := newDrawing(timeline.New(st), look, trouble)
	if err != nil {
		return err
	}
	times := [3]timeline.Pos{0, 0, d.line.Last()}
	for i, s := range []string{*at, *from, *to} {
		if s == "" {
			continue
		}
		if times[i], err = parseTime(d.line, s); err != nil {
			return wrong(set, renderManual, trouble, err)
		}
	}
	told := object{"file": *file, "width": d.size.X, "height": d.size.Y, "frames": 1}
	if moves {
		if times[2] < times[1] {
			return wrong(set, renderManual, trouble, errors.New("the animation would end before it begins"))
		}
		v.plan(d.line.Pace(look.lang), times[1], times[2])
		told["frames"], told["seconds"] = v.frames, float64(v.frames)/v.fps
		err = v.write(*file, d, trouble)
	} else {
		err = whole(*file, func(f *os.File) error { return d.still(f, end, times[0]) })
	}
	if err != nil {
		return err
	}
	if *asJSON {
		return writeIndented(out, told)
	}
	_, err = fmt.Fprintln(out, *file)
	return err
}

// still writes one picture.
func (d *drawing) still(w io.Writer, end string, pos timeline.Pos) error {
	if end == ".svg" {
		d.scene.Build(&d.list, pos, unmoved)
		return svg.Write(w, &d.list, d.palette, d.faces, svg.Options{})
	}
	return (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(w, d.at(pos))
}

// parseTime reads a time: the id of an event, a date, or a position.
func parseTime(line *timeline.Line, s string) (timeline.Pos, error) {
	if i := line.Story.EventIndex(s); i >= 0 {
		return timeline.Pos(line.StopOf(i)), nil
	}
	date, problem := story.ParseDate(s)
	if problem == nil {
		return line.PosOf(date), nil
	}
	var pos float64
	var rest string
	if n, _ := fmt.Sscanf(s, "%g%s", &pos, &rest); n == 1 && pos >= 0 && timeline.Pos(pos) <= line.Last() {
		return timeline.Pos(pos), nil
	} else if n == 1 {
		return 0, fmt.Errorf("%s is not on the timeline, which goes from 0 to %g", s, line.Last())
	}
	return 0, fmt.Errorf("%q is no event of this story, no date such as 2025-03-02 and no position", s)
}
