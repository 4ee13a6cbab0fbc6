package main

import (
	"fmt"
	"io"
	"os"

	"dateline/story"
)

// mostImport is how long a file to import may be, in bytes.
const mostImport = 64 << 20

// mostHouse is how long the file of a house style may be, and each of its
// fonts, in bytes.
const mostHouse = 32 << 20

// storyBytes reads a story's file, of one that is too long no more than the
// parser needs to say so.
func storyBytes(file string) ([]byte, error) { return bounded(file, story.MostBytes+1) }

// importBytes reads a file to import.
func importBytes(file string) ([]byte, error) { return atMost(file, mostImport) }

// houseBytes reads the file of a house style, or a font.
func houseBytes(file string) ([]byte, error) { return atMost(file, mostHouse) }

// atMost reads a file that has no more bytes than so many.
func atMost(file string, most int) ([]byte, error) {
	data, err := bounded(file, int64(most)+1)
	if err == nil && len(data) > most {
		err = fmt.Errorf("%s is longer than %d MB", file, most>>20)
	}
	return data, err
}

// bounded reads the first bytes of a file, at most so many: it may be anything
// that has a name, and some things have no end.
func bounded(file string, most int64) ([]byte, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, most))
}
