package main

import (
	"net/http"
	"regexp"
	"strings"
)

// rules are the Content-Security-Policy under which every page works, found at
// OWN.
const rules = "default-src 'none'; script-src OWN 'wasm-unsafe-eval'; connect-src OWN; " +
	"img-src OWN data:; style-src OWN; font-src OWN; frame-src OWN; base-uri 'none'; form-action 'none'"

// hostName is a host with or without its port, and nothing that would end a
// policy's rule.
var hostName = regexp.MustCompile(`^[\w.:\[\]-]+$`)

// policy is that of the answer to a request. The server's origin stands beside
// 'self': in a sandboxed frame without an origin WebKit takes 'self' for nothing,
// and the page would have neither styles nor scripts.
func policy(r *http.Request) string {
	own := "'self'"
	if hostName.MatchString(r.Host) {
		own += " http://" + r.Host
	}
	return strings.ReplaceAll(rules, "OWN", own)
}
