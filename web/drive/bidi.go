package drive

import (
	"context"
	"encoding/json"
	"fmt"
	"sync"

	"github.com/coder/websocket"
)

// A bidi is a connection by WebDriver BiDi: commands with numbered answers, and
// events between them.
type bidi struct {
	conn *websocket.Conn
	end  context.CancelFunc
	ctx  context.Context

	mu      sync.Mutex
	last    int
	waiting map[int]chan bidiMessage
	closed  error
}

type bidiMessage struct {
	ID      int             `json:"id"`
	Type    string          `json:"type"` // success, error or event
	Result  json.RawMessage `json:"result"`
	Error   string          `json:"error"`
	Message string          `json:"message"`
	Method  string          `json:"method"`
	Params  json.RawMessage `json:"params"`
}

// longestMessage bounds what the browser may say at once, in bytes: a picture of
// a large window.
const longestMessage = 256 << 20

// dialBidi connects; heard gets every event, in order, and may not ask back.
func dialBidi(address string, heard func(method string, params json.RawMessage)) (*bidi, error) {
	ctx, end := context.WithCancel(context.Background())
	conn, _, err := websocket.Dial(ctx, address, nil)
	if err != nil {
		end()
		return nil, err
	}
	conn.SetReadLimit(longestMessage)
	b := &bidi{conn: conn, ctx: ctx, end: end, waiting: map[int]chan bidiMessage{}}
	go b.listen(heard)
	return b, nil
}

func (b *bidi) listen(heard func(string, json.RawMessage)) {
	for {
		_, data, err := b.conn.Read(b.ctx)
		var m bidiMessage
		if err == nil {
			err = json.Unmarshal(data, &m)
		}
		if err != nil {
			b.mu.Lock()
			b.closed = fmt.Errorf("the connection to the browser has ended: %w", err)
			for id, wait := range b.waiting {
				close(wait)
				delete(b.waiting, id)
			}
			b.mu.Unlock()
			return
		}
		if m.Type == "event" {
			heard(m.Method, m.Params)
			continue
		}
		b.mu.Lock()
		wait := b.waiting[m.ID]
		delete(b.waiting, m.ID)
		b.mu.Unlock()
		if wait != nil {
			wait <- m
		}
	}
}

// ask sends a command and decodes its result into answer, unless that is nil.
func (b *bidi) ask(ctx context.Context, method string, params map[string]any, answer any) error {
	if params == nil {
		params = map[string]any{}
	}
	wait := make(chan bidiMessage, 1)
	b.mu.Lock()
	if b.closed != nil {
		b.mu.Unlock()
		return b.closed
	}
	b.last++
	id := b.last
	b.waiting[id] = wait
	b.mu.Unlock()
	data, err := json.Marshal(map[string]any{"id": id, "method": method, "params": params})
	if err != nil {
		return err
	}
	if err := b.conn.Write(b.ctx, websocket.MessageText, data); err != nil {
		return fmt.Errorf("%s: %w", method, err)
	}
	select {
	case <-ctx.Done():
		return fmt.Errorf("%s: %w", method, ctx.Err())
	case m, open := <-wait:
		if !open {
			return fmt.Errorf("%s: %w", method, b.closed)
		}
		if m.Type == "error" {
			return fmt.Errorf("%s: %s: %s", method, m.Error, m.Message)
		}
		if answer == nil {
			return nil
		}
		return json.Unmarshal(m.Result, answer)
	}
}

func (b *bidi) close() {
	b.conn.Close(websocket.StatusNormalClosure, "")
	b.end()
}
