package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"path"
	"strconv"
	"strings"
	"syscall"
	"time"
)

const serveManual = `serve [STORY…]

Serves the story's page on this computer and prints its address. Pages load
again at every save, at the same time and with the same view; problems are
shown over them. With -json the address is printed as JSON. Several stories are
served as they are, below the page that lists them.

  dateline serve talks
  dateline serve talks -port 9000 -lang fr,uk
  dateline serve talks floods`

func serve(args []string, out, trouble io.Writer) error {
	set := flag.NewFlagSet("serve", flag.ContinueOnError)
	host := set.String("host", "localhost", "the `host` to listen on")
	port := set.Int("port", 8080, "the `port` to listen on; another when it is taken, 0 for any")
	lang := set.String("lang", "", "further `languages` to serve pages in, with commas between")
	style := set.String("house", "", "the `file` of a house style: colours, lines, fonts")
	reload := set.Bool("live", true, "load pages again when the story is saved; -live=false serves what build would write")
	asJSON := set.Bool("json", false, "print the address as JSON")
	rest, done, err := arguments(set, args, serveManual, out, trouble)
	if done || err != nil {
		return err
	}
	also, err := languages(*lang)
	if err != nil {
		return err
	}
	own, err := readHouse(*style, trouble)
	if err != nil {
		return err
	}
	handler, err := previewAll(rest, options{also: also, demo: len(rest) < 2, house: own}, *reload, trouble)
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", net.JoinHostPort(*host, strconv.Itoa(*port)))
	if errors.Is(err, syscall.EADDRINUSE) {
		listener, err = net.Listen("tcp", net.JoinHostPort(*host, "0"))
	}
	if err != nil {
		return err
	}
	where := fmt.Sprintf("http://%s/", net.JoinHostPort(*host, strconv.Itoa(listener.Addr().(*net.TCPAddr).Port)))
	if *asJSON {
		err = writeIndented(out, object{"url": where})
	} else {
		_, err = fmt.Fprintln(out, where)
	}
	if err != nil {
		return err
	}
	return newServer(handler).Serve(listener)
}

// How long a client may take: to say what it wants, to take the next piece of
// the answer, and between two questions.
const (
	askWithin  = 10 * time.Second
	takeWithin = time.Minute
	restWithin = 2 * time.Minute
)

// newServer serves many readers at once, and is not held up by those who stall.
func newServer(handler http.Handler) *http.Server {
	patient := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		handler.ServeHTTP(&pieces{w, http.NewResponseController(w)}, r)
	})
	return &http.Server{Handler: patient, ReadHeaderTimeout: askWithin, IdleTimeout: restWithin, MaxHeaderBytes: 64 << 10}
}

// pieces is an answer each of whose pieces has a time of its own: one who reads
// slowly gets it all, one who has stopped reading is let go.
type pieces struct {
	http.ResponseWriter
	control *http.ResponseController
}

func (p *pieces) Write(data []byte) (int, error) {
	if err := p.control.SetWriteDeadline(time.Now().Add(takeWithin)); err != nil && !errors.Is(err, http.ErrNotSupported) {
		return 0, err
	}
	return p.ResponseWriter.Write(data)
}

// Unwrap lets a ResponseController find what is beneath.
func (p *pieces) Unwrap() http.ResponseWriter { return p.ResponseWriter }

// previewAll serves one story, or several as they are now.
func previewAll(stories []string, opt options, reload bool, trouble io.Writer) (http.Handler, error) {
	if len(stories) > 1 {
		s, err := makeSites(stories, opt, trouble)
		return s.handler(), err
	}
	story, err := oneStory(stories, here())
	if err != nil {
		return nil, err
	}
	return preview(story, opt, reload, trouble)
}

// preview serves a story, live or as it is now.
func preview(path string, opt options, reload bool, trouble io.Writer) (http.Handler, error) {
	if !reload {
		s, err := makeSite(path, opt, trouble)
		return s.handler(), err
	}
	p, err := newLive(path, opt, trouble)
	if err == nil {
		go p.watch(nil)
	}
	return p, err
}

// types are the media types of a site's files, by the end of their names.
var types = map[string]string{
	".html": "text/html; charset=utf-8",
	".css":  "text/css; charset=utf-8",
	".js":   "text/javascript; charset=utf-8",
	".json": "application/json",
	".png":  "image/png",
	".ts":   "text/plain; charset=utf-8", // types, for editors
	".wasm": "application/wasm",
	".ttf":  "font/ttf",
	".bin":  "application/octet-stream",
}

// handler serves a site from memory, packed once.
func (s site) handler() http.Handler {
	twins := s.twins(quick, nil)
	tags := map[string]string{}
	for name, data := range s {
		tags[name] = contentHash(data)
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(path.Clean("/"+r.URL.Path), "/")
		if name == "" || strings.HasSuffix(r.URL.Path, "/") {
			name = path.Join(name, "index.html")
		}
		h := w.Header()
		h.Set("Content-Security-Policy", policy(r))
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Access-Control-Allow-Origin", "*") // a sandboxed frame has no origin of its own
		data, ok := s[name]
		if !ok {
			http.NotFound(w, r)
			return
		}
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			h.Set("Allow", "GET, HEAD")
			http.Error(w, "only GET and HEAD", http.StatusMethodNotAllowed)
			return
		}
		h.Set("Content-Type", mediaType(name))
		h.Set("Vary", "Accept-Encoding")
		if hashed(name) {
			h.Set("Cache-Control", "public, max-age=31536000, immutable")
		} else {
			h.Set("Cache-Control", "no-cache")
		}
		tag := tags[name]
		switch t, ok := twins[name]; {
		case ok && accepts(r, "br"):
			h.Set("Content-Encoding", "br")
			data, tag = t.br, tag+"-br"
		case ok && accepts(r, "gzip"):
			h.Set("Content-Encoding", "gzip")
			data, tag = t.gz, tag+"-gz"
		}
		h.Set("ETag", `"`+tag+`"`)
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(data))
	})
}

func mediaType(name string) string {
	if t, ok := types[path.Ext(name)]; ok {
		return t
	}
	if t := mime.TypeByExtension(path.Ext(name)); t != "" {
		return t
	}
	return "application/octet-stream"
}

// accepts reports whether a browser takes an encoding.
func accepts(r *http.Request, encoding string) bool {
	for _, part := range strings.Split(r.Header.Get("Accept-Encoding"), ",") {
		name, weight, _ := strings.Cut(strings.ReplaceAll(part, " ", ""), ";")
		if name == encoding && strings.Trim(strings.TrimPrefix(weight, "q="), "0.") != "" || name == encoding && weight == "" {
			return true
		}
	}
	return false
}
