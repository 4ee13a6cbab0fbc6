package drive

import (
	"fmt"
	"os"
	"os/exec"
	"time"

	"github.com/chromedp/chromedp"
)

// ChromiumOptions start the Chromium that CHROME names, or the system's, with
// WebGL in software, so that it needs no GPU, and without asking anything of the
// network by itself.
func ChromiumOptions(more ...chromedp.ExecAllocatorOption) ([]chromedp.ExecAllocatorOption, error) {
	path, err := FindChromium()
	if err != nil {
		return nil, err
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path),
		chromedp.Flag("headless", "new"),
		chromedp.Flag("use-gl", "angle"),
		chromedp.Flag("use-angle", "swiftshader"),
		chromedp.Flag("enable-unsafe-swiftshader", true),
		chromedp.Flag("ignore-gpu-blocklist", true),
		chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.WSURLReadTimeout(60*time.Second),
	)
	if os.Geteuid() == 0 {
		options = append(options, chromedp.NoSandbox)
	}
	return append(options, more...), nil
}

// FindChromium is where the browser is, or an error that says how to get it.
func FindChromium() (string, error) {
	return find("Chromium", "CHROME", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
}

// find finds a browser: what a variable of the environment names, or the first
// there is of some commands, of which Debian's package has the first's name.
func find(browser, variable string, commands ...string) (string, error) {
	for _, name := range append([]string{os.Getenv(variable)}, commands...) {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", fmt.Errorf("no %s: install it (Debian: apt-get install %s) or name it in %s", browser, commands[0], variable)
}
