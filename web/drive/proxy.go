package drive

import (
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httputil"
	"regexp"
	"strings"
	"sync"
)

// A proxy stands between WebKit and the pages, for WebDriver tells of no
// requests and no words of the console, and runs no script ahead of a page's own.
// It hears every request, and writes a script into every document, at an address
// of the document's own origin, where its policy lets it run.
type proxy struct {
	address string
	server  *http.Server

	mu     sync.Mutex
	heard  Listener
	before string
}

// beforePath is where that script stands, below every origin, and where it tells
// what it overhears.
const beforePath = "/.dateline-test-before.js"

func startProxy() (*proxy, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	p := &proxy{address: "http://" + listener.Addr().String(), heard: deaf{}}
	onward := &httputil.ReverseProxy{
		Rewrite:        func(*httputil.ProxyRequest) {},
		ModifyResponse: p.changed,
		// What fails fails for the browser as it would without a proxy: the
		// connection ends without an answer.
		ErrorHandler:  func(http.ResponseWriter, *http.Request, error) { panic(http.ErrAbortHandler) },
		FlushInterval: -1,
	}
	p.server = &http.Server{Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == beforePath {
			if r.Method == http.MethodPost {
				what, _ := io.ReadAll(r.Body)
				p.listener().Fault(string(what))
				return
			}
			w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
			w.Header().Set("Access-Control-Allow-Origin", "*")
			w.Header().Set("Cross-Origin-Resource-Policy", "cross-origin")
			p.mu.Lock()
			defer p.mu.Unlock()
			io.WriteString(w, overhearing+p.before)
			return
		}
		p.listener().Requested(r.URL.String())
		if strings.Contains(r.Header.Get("Accept"), "text/html") { // it is changed, so it comes as it is
			r.Header.Del("Accept-Encoding")
			r.Header.Del("If-None-Match")
			r.Header.Del("If-Modified-Since")
		}
		onward.ServeHTTP(w, r)
	})}
	go p.server.Serve(listener)
	return p, nil
}

// listen has another listener hear what comes from now on, and forgets the scripts.
func (p *proxy) listen(heard Listener) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.heard, p.before = heard, ""
}

func (p *proxy) listener() Listener {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.heard
}

func (p *proxy) add(script string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.before += "{" + script + "\n}\n"
}

// head is where a document's own begins.
var head = regexp.MustCompile(`(?is)^\s*(<!doctype[^>]*>)?\s*(<html[^>]*>)?\s*(<head[^>]*>)?`)

// changed puts the script into documents, and says what is kept and what is not
// there.
func (p *proxy) changed(r *http.Response) error {
	if r.Header.Get("Set-Cookie") != "" {
		p.listener().Fault("a cookie is set")
	}
	if r.StatusCode >= 400 {
		p.listener().Fault(fmt.Sprintf("status %d of %s", r.StatusCode, r.Request.URL))
	}
	if !strings.Contains(r.Request.Header.Get("Accept"), "text/html") { // a script asks for it, and may know its hash
		return nil
	}
	if !strings.HasPrefix(r.Header.Get("Content-Type"), "text/html") || r.Header.Get("Content-Encoding") != "" {
		return nil
	}
	page, err := io.ReadAll(r.Body)
	if err != nil {
		return err
	}
	end := head.FindIndex(page)[1]
	page = bytes.Join([][]byte{page[:end], page[end:]}, []byte(`<script src="`+beforePath+`"></script>`))
	r.Body = io.NopCloser(bytes.NewReader(page))
	r.ContentLength = int64(len(page))
	r.Header.Set("Content-Length", fmt.Sprint(len(page)))
	r.Header.Set("Cache-Control", "no-store")
	return nil
}

func (p *proxy) close() { p.server.Close() }
