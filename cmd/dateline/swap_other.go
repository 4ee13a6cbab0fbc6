//go:build !linux && !darwin

package main

import "errors"

// trade is only there on Linux and macOS; elsewhere folders change places in
// two steps.
func trade(a, b string) error { return errors.ErrUnsupported }
