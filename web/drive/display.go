package drive

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
)

// A display is a screen in memory, which WebKit needs to show anything and
// Firefox to have WebGL.
type display struct {
	name string // as in DISPLAY
	run  *exec.Cmd
}

// displaySize holds the largest window of the tests at a ratio of two.
const displaySize = "3840x2400x24"

func startDisplay() (*display, error) {
	path, err := exec.LookPath("Xvfb")
	if err != nil {
		return nil, errors.New("the tests in Firefox and WebKit need Xvfb: install it (Debian: apt-get install xvfb)")
	}
	said, say, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	defer said.Close()
	run := exec.Command(path, "-displayfd", "3", "-screen", "0", displaySize, "-dpi", "96", "-nolisten", "tcp")
	run.ExtraFiles = []*os.File{say} // is 3
	err = run.Start()
	say.Close()
	if err != nil {
		return nil, err
	}
	number, err := bufio.NewReader(said).ReadString('\n')
	if err != nil {
		run.Process.Kill()
		run.Wait()
		return nil, fmt.Errorf("Xvfb did not start: %w", err)
	}
	return &display{":" + strings.TrimSpace(number), run}, nil
}

// environment is this program's, with the display, without what a desktop would
// add, and with GL in software.
func (d *display) environment(more ...string) []string {
	return append(append(os.Environ(), "DISPLAY="+d.name, "WAYLAND_DISPLAY=", "GDK_BACKEND=x11", "LIBGL_ALWAYS_SOFTWARE=1", "NO_AT_BRIDGE=1", "DBUS_SESSION_BUS_ADDRESS=disabled:"), more...)
}

func (d *display) close() {
	d.run.Process.Kill()
	d.run.Wait()
}
