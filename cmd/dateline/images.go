package main

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"golang.org/x/image/webp"

	"dateline/story"
)

// picture is an image of a story as its file has it.
type picture struct {
	data          []byte
	end           string // of its name in the site: ".jpg"
	width, height int    // pixels
}

// What an image may be at most: it is sent to readers as it is.
const (
	mostPixels     = 4096 // in width and in height
	mostImageBytes = 2 << 20
)

// imageFormat is a format that images may have.
type imageFormat struct {
	name, end string
	size      func(io.Reader) (image.Config, error)
}

// imageFormats are the formats by the ends of names, in small letters.
func imageFormats() map[string]imageFormat {
	photo := imageFormat{"JPEG", ".jpg", jpeg.DecodeConfig}
	return map[string]imageFormat{
		".png": {"PNG", ".png", png.DecodeConfig}, ".jpg": photo, ".jpeg": photo,
		".gif": {"GIF", ".gif", gif.DecodeConfig}, ".webp": {"WebP", ".webp", webp.DecodeConfig},
	}
}

// readImages reads the images of a story, by their names, from the folder in
// which its file lies. What is wrong with them are problems of that file, whose
// content is data.
func readImages(file string, data []byte, st *story.Story) (map[string]picture, story.Problems) {
	all := map[string]picture{}
	var problems story.Problems
	for i, e := range st.Events {
		if e.Image == nil {
			continue
		}
		p, known := all[e.Image.Src]
		if known {
			continue
		}
		var message, hint string
		if p, message, hint = readImage(filepath.Dir(file), e.Image.Src); message == "" {
			all[e.Image.Src] = p
			continue
		}
		problems = append(problems, story.Locate(data, story.Problem{
			File: file, Path: fmt.Sprintf("events[%d].image.src", i), Message: message, Hint: hint,
		}))
	}
	return all, problems
}

// readImage reads an image within a folder, and nowhere else: a link does not
// lead out of it.
func readImage(folder, name string) (p picture, message, hint string) {
	data, err := inFolder(folder, name, mostImageBytes+1)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return p, fmt.Sprintf("there is no file %q", name), "it is looked for in the story's folder, " + folder
	case err != nil:
		var at *fs.PathError
		if errors.As(err, &at) {
			err = at.Err // the name is said already
		}
		return p, fmt.Sprintf("%q cannot be read: %v", name, err), "it has to be a file in the story's folder"
	case len(data) > mostImageBytes:
		return p, fmt.Sprintf("%q is larger than %d MB", name, mostImageBytes>>20), "save it smaller, or more compressed: readers load it as it is"
	}
	formats := imageFormats()
	said := formats[strings.ToLower(path.Ext(name))]
	size, err := said.size(bytes.NewReader(data))
	if err != nil {
		for _, f := range formats {
			if _, err := f.size(bytes.NewReader(data)); err == nil {
				return p, fmt.Sprintf("%q is %s and not %s", name, f.name, said.name), "let its name end in " + f.end
			}
		}
		return p, fmt.Sprintf("%q is not %s: %v", name, said.name, err), "save it as PNG, JPEG, GIF or WebP"
	}
	if size.Width < 1 || size.Height < 1 {
		return p, fmt.Sprintf("%q is %d × %d pixels, so nothing is to be seen", name, size.Width, size.Height), "save it again"
	}
	if size.Width > mostPixels || size.Height > mostPixels {
		return p, fmt.Sprintf("%q is %d × %d pixels, and may be %d in width and in height", name, size.Width, size.Height, mostPixels), "save it smaller: readers load it as it is"
	}
	return picture{data, said.end, size.Width, size.Height}, "", ""
}

// inFolder reads the first bytes of a file within a folder.
func inFolder(folder, name string, most int64) ([]byte, error) {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	info, err := root.Stat(filepath.FromSlash(name))
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, errors.New("it is no file")
	}
	f, err := root.Open(filepath.FromSlash(name))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, most))
}
