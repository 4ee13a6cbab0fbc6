//go:build !linux

package main

import "errors"

// trade is only there on Linux; elsewhere folders change places in two
// steps.
func trade(a, b string) error { return errors.ErrUnsupported }
