package main

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// Without a database nothing is checked, and that is no success.
func TestNoDatabase(t *testing.T) {
	closed := httptest.NewServer(http.NotFoundHandler())
	defer closed.Close()
	gone := httptest.NewServer(http.NotFoundHandler())
	gone.Close()
	for _, database := range []string{"file://" + t.TempDir(), closed.URL, gone.URL, "::", "ftp://x"} {
		var out, trouble bytes.Buffer
		code, err := audit(database, &out, &trouble)
		if code != 2 || err == nil || !strings.Contains(err.Error(), "cannot be read") || out.Len() > 0 {
			t.Errorf("%s: exit %d, %v, %s", database, code, err, out.String())
		}
	}
}
