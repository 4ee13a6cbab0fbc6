package drive

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"time"
)

// A webkit is WebKitGTK's MiniBrowser, driven through WebKitWebDriver. What a
// screen is like is settled when the browser starts, so there is a browser for
// each kind of screen, and a tab has one to itself.
type webkit struct {
	display         *display
	driver, browser string // paths
	cache           string // folder: what fonts there are is worked out once
	version         string

	mu   sync.Mutex
	idle map[Screen]*webkitRun // by the kind of screen
}

// kind is what of a screen is settled when WebKit starts.
func kind(s Screen) Screen {
	return Screen{Ratio: s.Ratio, Dark: s.Dark, Still: s.Still, NoScript: s.NoScript}
}

func startWebKit() (Browser, error) {
	driver, err := exec.LookPath("WebKitWebDriver")
	if err != nil {
		return nil, errors.New("the tests in WebKit need WebKitWebDriver: install it (Debian: apt-get install webkit2gtk-driver)")
	}
	found, _ := filepath.Glob("/usr/lib/*/webkit2gtk-4.*/MiniBrowser")
	if more, _ := filepath.Glob("/usr/libexec/webkit2gtk-4.*/MiniBrowser"); len(found) == 0 {
		found = more
	}
	if len(found) == 0 {
		return nil, errors.New("the tests in WebKit need its MiniBrowser: install it (Debian: apt-get install libwebkit2gtk-4.1-0)")
	}
	w := &webkit{driver: driver, browser: found[len(found)-1], idle: map[Screen]*webkitRun{}}
	if w.cache, err = os.MkdirTemp("", "dateline-webkit-"); err != nil {
		return nil, err
	}
	if w.display, err = startDisplay(); err != nil {
		os.RemoveAll(w.cache)
		return nil, err
	}
	t, err := w.Open(Screen{Width: 800, Height: 600, Ratio: 1, Patience: time.Minute}, deaf{}) // for its version
	if err != nil {
		w.Close()
		return nil, fmt.Errorf("WebKit did not start: %w", err)
	}
	t.Close()
	return w, nil
}

type deaf struct{}

func (deaf) Requested(string) {}
func (deaf) Fault(string)     {}

func (w *webkit) Name() string    { return "WebKit" }
func (w *webkit) Version() string { return w.version }
func (w *webkit) Close() {
	for _, run := range w.idle {
		run.end()
	}
	w.display.close()
	os.RemoveAll(w.cache)
}

func (w *webkit) Open(s Screen, heard Listener) (Tab, error) {
	if s.Ratio != float64(int(s.Ratio)) {
		return nil, &Needs{fmt.Sprintf("show a screen of %g pixels to the CSS pixel", s.Ratio)}
	}
	t := &webkitTab{of: w, kind: kind(s)}
	t.ctx, t.end = context.WithTimeout(context.Background(), s.Patience)
	w.mu.Lock()
	t.webkitRun = w.idle[t.kind]
	delete(w.idle, t.kind)
	w.mu.Unlock()
	if t.webkitRun == nil {
		t.webkitRun = &webkitRun{}
		if err := t.start(t.ctx, w, s); err != nil {
			t.webkitRun.end()
			return nil, err
		}
	}
	t.proxy.listen(heard)
	if err := t.Resize(s.Width, s.Height, s.Ratio); err != nil {
		t.webkitRun.end()
		return nil, err
	}
	return t, nil
}

// narrowWindow takes from MiniBrowser's own bar what keeps its window wider than
// a phone.
const narrowWindow = `* { min-width: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px; }
image { -gtk-icon-transform: scale(0); }
`

// A webkitRun is a browser with its driver.
type webkitRun struct {
	talk  *webdriver
	run   *exec.Cmd
	proxy *proxy
	home  string // folder
}

func (t *webkitRun) start(ctx context.Context, w *webkit, s Screen) (err error) {
	if t.home, err = os.MkdirTemp("", "dateline-webkit-"); err != nil {
		return err
	}
	settings := filepath.Join(t.home, "gtk-3.0")
	if err := os.Mkdir(settings, 0o755); err != nil {
		return err
	}
	ini := fmt.Sprintf("[Settings]\ngtk-enable-animations=%d\ngtk-application-prefer-dark-theme=%d\ngtk-font-name=Sans 11\n", map[bool]int{false: 1}[s.Still], map[bool]int{true: 1}[s.Dark])
	if err := os.WriteFile(filepath.Join(settings, "settings.ini"), []byte(ini), 0o644); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(settings, "gtk.css"), []byte(narrowWindow), 0o644); err != nil {
		return err
	}
	if t.proxy, err = startProxy(); err != nil {
		return err
	}
	port, err := freePort()
	if err != nil {
		return err
	}
	t.run = exec.Command(w.driver, "-p", port)
	t.run.Env = w.display.environment("HOME="+t.home, "XDG_CONFIG_HOME="+t.home, "XDG_CACHE_HOME="+w.cache, "XDG_DATA_HOME="+t.home,
		fmt.Sprint("GDK_SCALE=", s.Ratio), "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS=1")
	if err := t.run.Start(); err != nil {
		return err
	}
	args := []string{"--automation", "--proxy=" + t.proxy.address}
	if s.Dark {
		args = append(args, "--dark-mode")
	}
	if s.NoScript {
		args = append(args, "--enable-javascript=false")
	}
	var can struct{ BrowserVersion string }
	for try := 0; ; try++ { // until the driver listens
		t.talk, err = newSession(ctx, "http://127.0.0.1:"+port, map[string]any{"webkitgtk:browserOptions": map[string]any{"binary": w.browser, "args": args}}, &can)
		var refused *net.OpError
		if err == nil || !errors.As(err, &refused) || try > 100 {
			break
		}
		time.Sleep(50 * time.Millisecond)
	}
	w.version = can.BrowserVersion
	return err
}

func (t *webkitRun) end() {
	if t.talk != nil {
		ctx, end := context.WithTimeout(context.Background(), 5*time.Second)
		t.talk.ask(ctx, http.MethodDelete, "", nil, nil)
		end()
	}
	if t.run != nil && t.run.Process != nil {
		t.run.Process.Kill()
		t.run.Wait()
	}
	if t.proxy != nil {
		t.proxy.close()
	}
	if t.home != "" {
		os.RemoveAll(t.home)
	}
}

// freePort is one at which nothing listened a moment ago.
func freePort() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer l.Close()
	_, port, err := net.SplitHostPort(l.Addr().String())
	return port, err
}
