package main

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// How many readers TestServeUnderLoad brings at once, and who is in their way.
const (
	readersAtOnce = 1_000
	slowReaders   = 100 // take the engine a few bytes at a time
	deafReaders   = 100 // ask for the engine and never read
	halfAskers    = 100 // never finish asking
	serveMost     = 300 // MiB, at most, with all of them
)

// A thousand readers who come at once get everything whole, while others read a
// few bytes at a time, never read, or never finish asking.
func TestServeUnderLoad(t *testing.T) {
	serve := exec.Command(os.Args[0], "serve", flagship, "-host", "127.0.0.1", "-port", "0")
	serve.Env = append(os.Environ(), asTool+"=1")
	serve.Stderr = os.Stderr
	said, err := serve.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := serve.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { serve.Process.Kill(); serve.Wait() })
	address, err := bufio.NewReader(said).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	host := strings.Trim(strings.TrimPrefix(strings.TrimSpace(address), "http://"), "/")

	page, err := ask(nil, host, "/")
	if err != nil {
		t.Fatal(err)
	}
	made, err := makeSite(flagship, options{}, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	engine := ""
	for name := range made {
		if strings.HasSuffix(name, ".wasm") {
			engine = "/" + name
		}
	}
	whole, err := ask(nil, host, engine)
	if err != nil {
		t.Fatalf("%s: %v", engine, err)
	}
	if len(whole) < 1<<19 {
		t.Fatalf("%s has %d bytes", engine, len(whole))
	}
	before := memoryOf(serve.Process.Pid, "VmRSS")

	dial := func() net.Conn {
		c, err := net.Dial("tcp", host)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { c.Close() })
		return c
	}
	request := func(path string) string {
		return "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nAccept-Encoding: br\r\n\r\n"
	}
	stop := make(chan struct{})
	var slow, fast sync.WaitGroup
	defer slow.Wait()
	defer close(stop)
	for range slowReaders {
		c := dial()
		fmt.Fprint(c, request(engine))
		slow.Go(func() {
			for some := make([]byte, 16); ; time.Sleep(50 * time.Millisecond) {
				select {
				case <-stop:
					return
				default:
				}
				if _, err := c.Read(some); err != nil {
					t.Errorf("a slow reader was let go: %v", err)
					return
				}
			}
		})
	}
	for range deafReaders {
		fmt.Fprint(dial(), request(engine))
	}
	var half []net.Conn
	for range halfAskers {
		c := dial()
		fmt.Fprintf(c, "GET %s HTTP/1.1\r\nHost: ", engine)
		half = append(half, c)
	}

	// All are connected before the first of them asks.
	var readers []net.Conn
	for range readersAtOnce {
		readers = append(readers, dial())
	}
	faults := make(chan error, readersAtOnce)
	for _, c := range readers {
		fast.Go(func() {
			c.SetDeadline(time.Now().Add(4 * time.Minute))
			for path, want := range map[string][]byte{"/": page, engine: whole} {
				got, err := ask(c, host, path)
				if err == nil && sha256.Sum256(got) != sha256.Sum256(want) {
					err = errors.New("something else came")
				}
				if err != nil {
					faults <- fmt.Errorf("%s: %w", path, err)
					return
				}
			}
		})
	}
	fast.Wait()
	close(faults)
	n := 0
	for err := range faults {
		if n++; n < 5 {
			t.Error(err)
		}
	}
	if n > 0 {
		t.Errorf("%d of %d readers did not get what they asked for", n, readersAtOnce)
	}
	if most := memoryOf(serve.Process.Pid, "VmHWM"); most > serveMost {
		t.Errorf("the tool took %d MiB, and may take %d", most, serveMost)
	} else {
		t.Logf("memory: %d MiB before, %d at most", before, most)
	}
	// Those who never finished asking are let go.
	for _, c := range half {
		c.SetReadDeadline(time.Now().Add(4 * askWithin))
		if _, err := io.Copy(io.Discard, c); errors.Is(err, os.ErrDeadlineExceeded) {
			t.Fatal("one who does not finish asking holds on")
		}
	}
	if again, err := ask(nil, host, "/"); err != nil || !bytes.Equal(again, page) {
		t.Fatalf("afterwards the page does not come: %v", err)
	}
}

// One who has stopped reading is let go once a piece of the answer has waited
// for its time, and no answer is held back from others by that.
func TestDeafReadersAreLetGo(t *testing.T) {
	deadline := &deadlines{}
	w := &pieces{deadline, http.NewResponseController(deadline)}
	before := time.Now()
	for range 3 {
		if _, err := w.Write([]byte("x")); err != nil {
			t.Fatal(err)
		}
	}
	if len(deadline.set) != 3 {
		t.Fatalf("%d deadlines for three pieces", len(deadline.set))
	}
	for _, d := range deadline.set {
		if late := d.Sub(before); late < takeWithin || late > takeWithin+10*time.Second {
			t.Errorf("a piece may take %v", late)
		}
	}
}

// deadlines is an answer that remembers its deadlines.
type deadlines struct {
	http.ResponseWriter
	set []time.Time
}

func (d *deadlines) Write(data []byte) (int, error) { return len(data), nil }
func (d *deadlines) SetWriteDeadline(t time.Time) error {
	d.set = append(d.set, t)
	return nil
}

// ask asks for a file, packed, on a connection, or on one of its own.
func ask(c net.Conn, host, path string) ([]byte, error) {
	if c == nil {
		var err error
		if c, err = net.Dial("tcp", host); err != nil {
			return nil, err
		}
		defer c.Close()
	}
	if _, err := fmt.Fprintf(c, "GET %s HTTP/1.1\r\nHost: %s\r\nAccept-Encoding: br\r\n\r\n", path, host); err != nil {
		return nil, err
	}
	answer, err := http.ReadResponse(bufio.NewReader(c), nil)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return nil, errors.New(answer.Status)
	}
	return io.ReadAll(answer.Body)
}

// memoryOf is a figure of a process's memory in MiB, or 0 where the system does
// not tell.
func memoryOf(pid int, figure string) int {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0
	}
	found := regexp.MustCompile(figure + `:\s+(\d+) kB`).FindSubmatch(status)
	if found == nil {
		return 0
	}
	kB, _ := strconv.Atoi(string(found[1]))
	return kB / 1024
}
