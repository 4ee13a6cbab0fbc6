# Dateline. Everything starts from Go and make alone; `make test` adds browsers.

GO      ?= go
STORY   ?= examples/three-days-in-march
ENGINE  := assets/engine
WASM    := GOOS=js GOARCH=wasm
GOFILES := $(shell find . -name '*.go' -not -name '*_test.go' -not -path './cmd/dateline/*' -not -path './cmd/assets/*' -not -path './cmd/pack/*' -not -path './cmd/weigh/*' -not -path './cmd/audit/*' -not -path './exchange/*' -not -path './web/*' -not -path './bench/*' -not -path './build/*') $(shell find render -name '*.kage') go.mod go.sum

.PHONY: run build gallery engine install test test-browsers check vet browser fuzz soak faults verify audit reproduce assets size bench bench-go clean

# FUZZTIME is how long each of make fuzz's targets is fed.
FUZZTIME ?= 60s

run: engine
	$(GO) run ./cmd/dateline serve $(STORY)

build: engine
	$(GO) run ./cmd/dateline build $(STORY) -o dist

# Every example, and the page that lists them: the flagship leads.
gallery: engine
	$(GO) run ./cmd/dateline serve examples/three-days-in-march $(filter-out examples/three-days-in-march,$(sort $(wildcard examples/*)))

install: engine
	$(GO) install ./cmd/dateline

# The engine goes into an ignored folder, from which the tool embeds it. It is
# made again only when Go sources have changed, from a lighter copy of
# Ebitengine (cmd/slim), and then made lighter by what tracebacks say (cmd/pare,
# which NAMES=1 leaves out); where that cannot be done, it says so and takes what
# there is, but with RELEASE=1 it fails.
engine: $(ENGINE)/engine.wasm $(ENGINE)/wasm_exec.js $(ENGINE)/engine.wasm.br

$(ENGINE)/engine.wasm: $(GOFILES)
	@mkdir -p $(ENGINE)
	@if $(GO) run ./cmd/slim; then modfile=-modfile=build/slim.mod; \
	elif [ -n "$(RELEASE)" ]; then echo "a release is built slim or not at all" >&2; exit 1; fi; \
	set -x; $(WASM) $(GO) build $$modfile -trimpath -ldflags="-s -w" -o $@ ./cmd/wasm && \
	{ [ -n "$(NAMES)" ] || $(GO) run ./cmd/pare $@ || [ -z "$(RELEASE)" ] || { rm -f $@; exit 1; }; }

# Its compressed twins, .br and .gz: at brotli's best, which takes longer than
# the build of a story may.
$(ENGINE)/engine.wasm.br: $(ENGINE)/engine.wasm
	$(GO) run ./cmd/pack $<

$(ENGINE)/wasm_exec.js: $(GOFILES)
	@mkdir -p $(ENGINE)
	@root=$$($(GO) env GOROOT); \
	for from in $$root/lib/wasm/wasm_exec.js $$root/misc/wasm/wasm_exec.js; do \
		if [ -f $$from ]; then cp $$from $@ && chmod 644 $@ && touch $@; exit 0; fi; \
	done; echo "wasm_exec.js is not in $$root" >&2; exit 1

test: engine browser vet verify
	$(GO) test -timeout 30m ./...
	@$(call tests-in,firefox webkit,^($(CORE))$$)

# test-browsers runs all tests of the page in Chromium, Firefox and WebKit, and
# says which of them a browser cannot run, and why. It takes half an hour.
test-browsers: engine browser
	@$(call tests-in,chromium firefox webkit,.)

# CORE are the tests of the page that make test runs in Firefox and WebKit too.
CORE := TestDrive|TestPageWithoutScript|TestEngineDrawsEveryLanguage|TestThumbIsThePlayhead|TestKeys|TestPlayAndPause|TestDeepLinks|TestReducedMotion|TestMouseAndButtonsMoveTheMap|TestTwoFingersMoveTheMap|TestClicksAlone|TestOtherScreen|TestPrint|TestElement|TestManyOnAPage|TestNothingIsKept|TestSandbox|TestFall

# tests-in runs tests in browsers, one after the other: what fails is shown in
# full, of the rest what was tried.
tests-in = mkdir -p build; code=0; for name in $(1); do \
		BROWSER=$$name $(GO) test -count=1 -timeout 60m -v -run '$(2)' ./web/drive ./web > build/tests-in-$$name.txt 2>&1 \
			|| { code=1; grep -v '^=== ' build/tests-in-$$name.txt; }; \
		sed -n 's/^tried: //p' build/tests-in-$$name.txt; \
	done; exit $$code

# check is the everyday part: all but the tests of the page in a browser, which
# take most of the time of make test.
check: engine vet
	$(GO) test $$($(GO) list ./... | grep -v -e /web$$ -e /screentest$$)

# fuzz feeds every fuzz target what nobody has thought of, each for FUZZTIME,
# and kills a build three hundred times.
# What breaks one is kept in its testdata/fuzz and is a test from then on; the
# seeds and that corpus run with the other tests.
fuzz: engine
	@set -e; for file in $$(find . -name '*_test.go' -not -path './build/*' | xargs grep -l '^func Fuzz' | sort); do \
		for name in $$(sed -n 's/^func \(Fuzz[A-Za-z]*\)(f .*/\1/p' $$file); do \
			echo "$$name $$(dirname $$file)"; $(GO) test -run '^$$' -fuzz "^$$name\$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 20x $$(dirname $$file); \
		done; \
	done
	KILLS=300 $(GO) test -count=1 -run TestKilledWhileWriting -v ./cmd/dateline

# soak seeks ten thousand times and plays for an hour, as fast as it draws: the
# engine's memory stays flat. Then it does at random what a reader does in an
# hour (a seeded monkey: SEED=7 ACTS=1800 repeats one). About an hour in all.
soak: engine browser
	$(GO) test -count=1 -timeout 2h -tags soak -run TestSoak -v ./web
	ACTS=$(or $(ACTS),1800) $(GO) test -count=1 -timeout 2h -run 'TestMonkey$$' -v ./web

# faults brings about everything that may go wrong with a page, and looks at what
# becomes of the story. It takes half an hour and more; the seed of what is left to chance is
# printed, and FAULTS="-run TestEveryFault/engine" is a part of it.
faults: engine browser
	$(GO) test -count=1 -timeout 2h -tags faults $(or $(FAULTS),-run 'Faults?$$') -v ./web

vet:
	@unformatted=$$(gofmt -l $$(find . -name '*.go' -not -path './build/*')); if [ -n "$$unformatted" ]; then echo "run gofmt on:" $$unformatted >&2; exit 1; fi
	$(GO) vet ./...
	$(WASM) $(GO) vet $$($(WASM) $(GO) list -deps ./cmd/wasm | grep '^dateline/')

# verify holds the libraries to the hashes of go.sum.
verify:
	$(GO) mod verify

# audit asks govulncheck, with Go's database or the copy that GOVULNDB names.
# Where neither can be read it says that nothing was checked, and fails.
audit:
	@mkdir -p build
	@$(GO) build -o build/audit ./cmd/audit
	@build/audit

# reproduce builds everything twice, at two paths and with caches of their own,
# and compares every byte. It takes minutes.
reproduce:
	$(GO) test -count=1 -timeout 30m -tags reproduce -run TestReproducible -v .

# The browser tests need Chromium, Firefox and WebKit, a display in memory for
# the latter two, and npm, with which they fetch axe-core: installed where that
# can be done, asked for where it cannot.
browser:
	@need=; have() { for name in "$$@"; do [ -n "$$name" ] && command -v "$$name" >/dev/null && return; done; return 1; }; \
	have "$$CHROME" chromium chromium-browser google-chrome google-chrome-stable || need="$$need chromium"; \
	have "$$FIREFOX" firefox-esr firefox || need="$$need firefox-esr"; \
	have WebKitWebDriver || need="$$need webkit2gtk-driver"; \
	have Xvfb || need="$$need xvfb"; \
	have npm || need="$$need npm"; \
	[ -z "$$need" ] && exit 0; \
	if command -v apt-get >/dev/null; then \
		if [ "$$(id -u)" = 0 ]; then apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q $$need && exit 0; \
		elif sudo -n true 2>/dev/null; then sudo -n apt-get update -q && sudo -n env DEBIAN_FRONTEND=noninteractive apt-get install -y -q $$need && exit 0; fi; \
	fi; \
	echo "The browser tests need Chromium and Firefox (or their names in CHROME and FIREFOX), WebKitGTK with its driver, Xvfb and npm. Missing:$$need. Install it and run make test again." >&2; exit 1

# Fonts and basemap, from pinned packages. Their results are committed; nobody
# needs this but to change them.
assets:
	$(GO) run ./cmd/assets

# What a reader's browser loads, held to the budgets of TestBudget and TestLoad,
# and which packages of the engine have grown since cmd/weigh/packages.txt.
size: engine
	@mkdir -p build; $(GO) test -count=1 -run 'TestBudget|TestLoad' -v ./cmd/dateline > build/size.txt; code=$$?; \
	sed -n 's/^.*size: //p; /may take/p' build/size.txt; exit $$code
	@$(WASM) $(GO) build $$(test -f build/slim.mod && echo -modfile=build/slim.mod) -trimpath -ldflags=-w -o build/names.wasm ./cmd/wasm
	@$(GO) run ./cmd/weigh build/names.wasm

# bench measures the page beside those of its peers and writes bench/results and
# the README's part of it, in some twenty-five minutes on a machine that does
# nothing else; BENCH="-pages dateline,d3 -scenes story -rounds 1 -out dist" is a
# part of it. bench-go is what Go itself can time, written into bench/results/go.md,
# and the page on a phone.
bench: engine browser
	$(GO) run ./bench $(or $(BENCH),-readme README.md)

bench-go: engine
	$(GO) run ./bench -go
	$(GO) test -count=1 -tags bench -run TestPaint -v ./web

clean:
	rm -rf dist build $(ENGINE)/engine.wasm* $(ENGINE)/wasm_exec.js
