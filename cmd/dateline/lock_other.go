//go:build !linux && !darwin

package main

import (
	"errors"
	"os"
)

// lock is only there on Linux and macOS; elsewhere nothing is swept.
func lock(dir string) (*os.File, error) { return nil, errors.ErrUnsupported }
