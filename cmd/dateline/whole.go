package main

import (
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
)

// whole writes a file as a whole or not at all: under another name beside it,
// which is its own only when everything is there.
func whole(name string, write func(*os.File) error) (err error) {
	f, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+"-new-*")
	if err != nil {
		return err
	}
	defer tidy(f.Name())()
	err = write(f)
	if err == nil {
		err = f.Chmod(0o644)
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}

// tidy removes what is half written, when the returned function is called or
// when the program is interrupted before that.
func tidy(path string) (done func()) {
	stopped := make(chan os.Signal, 1)
	over := make(chan struct{})
	signal.Notify(stopped, os.Interrupt, syscall.SIGTERM)
	go func() {
		select {
		case s := <-stopped:
			os.RemoveAll(path)
			fmt.Fprintln(os.Stderr, "dateline: interrupted; nothing has been changed")
			code := exitTrouble
			if n, ok := s.(syscall.Signal); ok {
				code = 128 + int(n)
			}
			os.Exit(code)
		case <-over:
		}
	}()
	return func() {
		signal.Stop(stopped)
		close(over)
		os.RemoveAll(path)
	}
}
