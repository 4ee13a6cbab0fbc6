package main

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"io"
	"os/exec"
	"strconv"
	"strings"
)

// An ffmpegSink hands frames, as bare pixels, to an installed ffmpeg.
type ffmpegSink struct {
	command *exec.Cmd
	to      io.WriteCloser
	said    bytes.Buffer
}

// coders are what ffmpeg is asked for, by the end of the file's name. All
// browsers play both; width and height are made even, as the coders want them.
var coders = map[string][]string{
	".mp4":  {"-c:v", "libx264", "-preset", "medium", "-crf", "18", "-movflags", "+faststart", "-f", "mp4"},
	".webm": {"-c:v", "libvpx-vp9", "-crf", "28", "-b:v", "0", "-deadline", "good", "-cpu-used", "4", "-row-mt", "1", "-f", "webm"},
}

func hasFFmpeg(end string) error {
	if _, err := exec.LookPath("ffmpeg"); err != nil {
		return fmt.Errorf("%s needs the program ffmpeg, which is not installed here; .gif and animated .png do without", end)
	}
	return nil
}

func newFFmpeg(file, end string, size image.Point, fps float64) (*ffmpegSink, error) {
	args := []string{"-hide_banner", "-loglevel", "error", "-y",
		"-f", "rawvideo", "-pixel_format", "rgba", "-video_size", fmt.Sprintf("%dx%d", size.X, size.Y),
		"-framerate", strconv.FormatFloat(fps, 'f', -1, 64), "-i", "pipe:0", "-an",
		"-vf", "pad=ceil(iw/2)*2:ceil(ih/2)*2", "-pix_fmt", "yuv420p"}
	f := &ffmpegSink{command: exec.Command("ffmpeg", append(append(args, coders[end]...), file)...)}
	f.command.Stderr = &f.said
	var err error
	if f.to, err = f.command.StdinPipe(); err != nil {
		return nil, err
	}
	return f, f.command.Start()
}

func (f *ffmpegSink) frame(m *image.RGBA, _ image.Rectangle, stands int) error {
	for range stands {
		if _, err := f.to.Write(m.Pix); err != nil {
			return errors.New("ffmpeg stopped early") // close says why
		}
	}
	return nil
}

func (f *ffmpegSink) close() error {
	err := f.to.Close()
	if ended := f.command.Wait(); ended != nil {
		return fmt.Errorf("ffmpeg: %w\n%s", ended, strings.TrimSpace(f.said.String()))
	}
	return err
}
