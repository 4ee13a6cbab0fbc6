package drive

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

// A firefox is one Firefox, driven by WebDriver BiDi without another program
// between. It runs on a display of its own, for without one it has no WebGL.
type firefox struct {
	display *display
	run     *exec.Cmd
	profile string
	talk    *bidi
	version string
	chrome  string // context of the browser's own window, which may set what a page may not

	mu   sync.Mutex
	tabs map[string]*firefoxTab // by context: a page's own and those of its frames
}

// firefoxPrefs keep it to itself: no update, no first page, no request of its
// own. The focus is given to whichever tab asks, for no window manager gives it.
const firefoxPrefs = `user_pref("dom.w3c_touch_events.enabled", 1);
user_pref("focusmanager.testmode", true);
user_pref("app.update.disabledForTesting", true);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("browser.startup.page", 0);
user_pref("browser.zoom.siteSpecific", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("gfx.color_management.mode", 0);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("toolkit.telemetry.reportingpolicy.firstRun", false);
user_pref("layout.css.devPixelsPerPx", "1.0");
user_pref("ui.caretBlinkTime", 0);
user_pref("webgl.force-enabled", true);
`

func startFirefox() (Browser, error) {
	path, err := find("Firefox", "FIREFOX", "firefox-esr", "firefox")
	if err != nil {
		return nil, err
	}
	f := &firefox{tabs: map[string]*firefoxTab{}}
	if err := f.start(path); err != nil {
		f.Close()
		return nil, fmt.Errorf("Firefox did not start: %w", err)
	}
	return f, nil
}

func (f *firefox) start(path string) (err error) {
	if f.profile, err = os.MkdirTemp("", "dateline-firefox-"); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(f.profile, "user.js"), []byte(firefoxPrefs), 0o644); err != nil {
		return err
	}
	if f.display, err = startDisplay(); err != nil {
		return err
	}
	run := exec.Command(path, "--remote-debugging-port=0", "--remote-allow-system-access", "--no-remote", "--new-instance", "--profile", f.profile)
	run.Env = f.display.environment("HOME="+f.profile, "MOZ_CRASHREPORTER_DISABLE=1")
	said, err := run.StderrPipe()
	if err != nil {
		return err
	}
	if err := run.Start(); err != nil {
		return err
	}
	f.run = run
	address, err := saidAddress(said)
	if err != nil {
		return err
	}
	if f.talk, err = dialBidi(address+"/session", f.heard); err != nil {
		return err
	}
	ctx, end := context.WithTimeout(context.Background(), time.Minute)
	defer end()
	var session struct {
		Capabilities struct{ BrowserVersion string }
	}
	if err := f.talk.ask(ctx, "session.new", map[string]any{"capabilities": map[string]any{}}, &session); err != nil {
		return err
	}
	f.version = session.Capabilities.BrowserVersion
	var tree struct {
		Contexts []struct{ Context string }
	}
	if err := f.talk.ask(ctx, "browsingContext.getTree", map[string]any{"moz:scope": "chrome"}, &tree); err != nil {
		return err
	}
	if len(tree.Contexts) == 0 {
		return errors.New("it has no window")
	}
	f.chrome = tree.Contexts[0].Context
	return f.talk.ask(ctx, "session.subscribe", map[string]any{"events": []string{"browsingContext.contextCreated", "log.entryAdded", "network.beforeRequestSent", "network.responseCompleted"}}, nil)
}

// saidAddress reads where Firefox listens, and what it says from then on, so
// that it never waits for a reader.
func saidAddress(said interface{ Read([]byte) (int, error) }) (string, error) {
	lines := bufio.NewScanner(said)
	for lines.Scan() {
		if i := strings.Index(lines.Text(), "ws://"); i >= 0 {
			address := strings.TrimSpace(lines.Text()[i:])
			go func() {
				for lines.Scan() {
				}
			}()
			return address, nil
		}
	}
	return "", errors.New("it ended without saying where it listens")
}

func (f *firefox) Name() string    { return "Firefox" }
func (f *firefox) Version() string { return f.version }

func (f *firefox) Close() {
	if f.talk != nil {
		f.talk.close()
	}
	if f.run != nil {
		f.run.Process.Kill()
		f.run.Wait()
	}
	if f.display != nil {
		f.display.close()
	}
	if f.profile != "" {
		os.RemoveAll(f.profile)
	}
}
