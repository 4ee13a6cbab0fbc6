package web_test

import "testing"

// From a plain file server and below a path of its own, nothing is missing.
func TestPlainServer(t *testing.T) {
	b := open(t, host(t)+"/interactive/march/", desktop)
	b.live()
}
