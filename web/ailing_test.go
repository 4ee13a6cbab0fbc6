package web_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/adler32"
	"math/rand/v2"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// whole is a built file that a request asks for.
func whole(r *http.Request) []byte {
	data, err := os.ReadFile(filepath.Join(built, filepath.FromSlash(r.URL.Path)))
	if err != nil {
		panic(err) // the page names files that it has
	}
	return data
}

// send answers with some bytes as the file of a request.
func send(w http.ResponseWriter, r *http.Request, data []byte) {
	http.ServeContent(w, r, r.URL.Path, time.Time{}, bytes.NewReader(data))
}

// The ways in which a file can ail.
var (
	missing = http.HandlerFunc(http.NotFound)
	failing = func(w http.ResponseWriter, r *http.Request) {
		http.Error(w, "out of order", http.StatusInternalServerError)
	}
	blank   = func(w http.ResponseWriter, r *http.Request) { send(w, r, nil) }
	refused = func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }
	stalled = func(w http.ResponseWriter, r *http.Request) { <-r.Context().Done() }
	signIn  = func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		w.Write([]byte("<!doctype html><title>Sign in</title><p>Please sign in."))
	}
)

// broken sends a file's first part and hangs up.
func broken(share float64) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		data := whole(r)
		w.Header().Set("Content-Length", itoa(len(data)))
		w.Write(data[:int(share*float64(len(data)))])
		panic(http.ErrAbortHandler)
	}
}

// short sends a file's first part as if it were the whole.
func short(share float64) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		data := whole(r)
		send(w, r, data[:int(share*float64(len(data)))])
	}
}

// flipped changes one bit of a file, at a place that a seed chooses.
func flipped(seed uint64) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		random := rand.New(rand.NewPCG(seed, 0))
		data := whole(r)
		data[random.IntN(len(data))] ^= 1 << random.IntN(8)
		send(w, r, data)
	}
}

// halting sends a file's first part, and no more for as long as the page waits.
func halting(share float64) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		data := whole(r)
		w.Header().Set("Content-Length", itoa(len(data)))
		w.Write(data[:int(share*float64(len(data)))])
		w.(http.Flusher).Flush()
		<-r.Context().Done()
	}
}

// slow sends a file in so many parts, with a rest after each.
func slow(parts int, rest time.Duration) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		data := whole(r)
		w.Header().Set("Content-Length", itoa(len(data)))
		for i := range parts {
			w.Write(data[i*len(data)/parts : (i+1)*len(data)/parts])
			w.(http.Flusher).Flush()
			time.Sleep(rest)
		}
	}
}

// typed sends a file as one of another type.
func typed(kind string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", kind)
		w.Header().Set("X-Content-Type-Options", "nosniff")
		send(w, r, whole(r))
	}
}

// kept lets caches keep for good what a server answers.
func kept(answer http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
		answer(w, r)
	}
}

// fixed sends an engine whose memory may not grow by more than so many pages of
// 64 KiB, and a page that takes it for the right one.
func fixed(pages uint64) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if strings.Contains(r.URL.Path, "engine.") {
			send(w, r, bounded(whole(r), pages))
			return
		}
		found, _ := filepath.Glob(filepath.Join(built, "assets", "engine.*.wasm"))
		engine, err := os.ReadFile(found[0])
		if err != nil {
			panic(err)
		}
		sum := func(data []byte) []byte { return fmt.Appendf(nil, `data-engine-sum="%d"`, adler32.Checksum(data)) }
		page, err := os.ReadFile(filepath.Join(built, "index.html"))
		if err != nil {
			panic(err)
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Write(bytes.Replace(page, sum(engine), sum(bounded(engine, pages)), 1))
	}
}

// bounded writes a greatest size into the memory section of a WebAssembly
// binary, so many pages above the least.
func bounded(wasm []byte, pages uint64) []byte {
	const memory = 5 // the section's number, in the core specification
	for at := 8; at < len(wasm); {
		size, n := binary.Uvarint(wasm[at+1:])
		body := at + 1 + n
		if wasm[at] != memory {
			at = body + int(size)
			continue
		}
		least, _ := binary.Uvarint(wasm[body+2:])
		section := binary.AppendUvarint(binary.AppendUvarint([]byte{1, 1}, least), least+pages)
		out := append(slices.Clone(wasm[:at]), memory)
		out = append(binary.AppendUvarint(out, uint64(len(section))), section...)
		return append(out, wasm[body+int(size):]...)
	}
	panic("an engine without memory")
}
