//go:build linux || darwin

package main

import (
	"os"

	"golang.org/x/sys/unix"
)

// lock marks a folder as in use until it is closed or the program ends, however
// it ends. It fails where somebody else has done so.
func lock(dir string) (*os.File, error) {
	f, err := os.Open(dir)
	if err != nil {
		return nil, err
	}
	if err := unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB); err != nil {
		f.Close()
		return nil, err
	}
	return f, nil
}
