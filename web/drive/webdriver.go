package drive

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
)

// A webdriver is a session of classic WebDriver, over HTTP.
type webdriver struct {
	address string // of the session
}

// newSession asks a driver for one and decodes what it can.
func newSession(ctx context.Context, address string, capabilities map[string]any, can any) (*webdriver, error) {
	var made struct {
		SessionID    string          `json:"sessionId"`
		Capabilities json.RawMessage `json:"capabilities"`
	}
	w := &webdriver{address}
	err := w.ask(ctx, http.MethodPost, "/session", map[string]any{"capabilities": map[string]any{"alwaysMatch": capabilities}}, &made)
	if err != nil {
		return nil, err
	}
	w.address += "/session/" + made.SessionID
	return w, json.Unmarshal(made.Capabilities, can)
}

// ask sends a command and decodes its value into answer, unless that is nil.
func (w *webdriver) ask(ctx context.Context, method, path string, params map[string]any, answer any) error {
	var body bytes.Buffer
	if method == http.MethodPost {
		if params == nil {
			params = map[string]any{}
		}
		if err := json.NewEncoder(&body).Encode(params); err != nil {
			return err
		}
	}
	request, err := http.NewRequestWithContext(ctx, method, w.address+path, &body)
	if err != nil {
		return err
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	var said struct {
		Value json.RawMessage `json:"value"`
	}
	if err := json.NewDecoder(response.Body).Decode(&said); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	if response.StatusCode != http.StatusOK {
		var fault struct{ Error, Message string }
		json.Unmarshal(said.Value, &fault)
		return fmt.Errorf("%s: %s: %s", path, fault.Error, fault.Message)
	}
	if answer == nil {
		return nil
	}
	return json.Unmarshal(said.Value, answer)
}
