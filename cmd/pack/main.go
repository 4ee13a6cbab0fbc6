// Command pack writes the compressed twins of files beside them, NAME.br and
// NAME.gz, at their best: build time only, for what the tool carries.
package main

import (
	"bytes"
	"compress/gzip"
	"io"
	"log"
	"os"

	"github.com/andybalholm/brotli"
)

func main() {
	log.SetFlags(0)
	for _, name := range os.Args[1:] {
		data, err := os.ReadFile(name)
		if err != nil {
			log.Fatal(err)
		}
		twin(name+".br", data, func(w io.Writer) io.WriteCloser {
			return brotli.NewWriterOptions(w, brotli.WriterOptions{Quality: brotli.BestCompression, LGWin: 24})
		})
		twin(name+".gz", data, func(w io.Writer) io.WriteCloser {
			z, _ := gzip.NewWriterLevel(w, gzip.BestCompression) // the level exists
			return z
		})
	}
}

func twin(name string, data []byte, open func(io.Writer) io.WriteCloser) {
	var b bytes.Buffer
	w := open(&b)
	w.Write(data) // a bytes.Buffer takes everything
	w.Close()
	if err := os.WriteFile(name, b.Bytes(), 0o644); err != nil {
		log.Fatal(err)
	}
}
