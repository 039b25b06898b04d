# What there is to do here. `make` alone lists it.

SWIFT  ?= swift
PREFIX ?= /usr/local
LIBDIR ?= $(PREFIX)/lib

# Static, so that the programs start quickly and need no Swift on the machine they run on.
RELEASE = --configuration release --static-swift-stdlib

# `lint` builds with warnings as errors. Those flags would make every other build start anew, so it builds beside,
# except where they are set for everything, as in CI.
LINT_BUILD = $(if $(WARNINGS_AS_ERRORS),.build,.build-lint)

FONTS = fonts/built/.complete

# The official schemas and the invoices of others, which aren't part of the repository.
SHARED = $(or $(KSEF_SHARED),../shared)

.DEFAULT_GOAL := help
# Two builds at once would only wait for each other, and deps come before what needs them.
.NOTPARALLEL:
.PHONY: help deps fonts build library test scans differential record lint format demo samples bench bench-reading fuzz install clean

help: ## List these verbs
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile

deps: ## Install the Debian packages that are missing, as root or through sudo
	@packaging/install-packages build fonts test

fonts: $(FONTS) ## Cut the fonts from Debian's packages into fonts/built

$(FONTS): fonts/build-fonts
	fonts/build-fonts fonts/built
	@touch $@

build: fonts ## Build the programs for use, into .build/release
	$(SWIFT) build $(RELEASE) --product ksef-render
	$(SWIFT) build $(RELEASE) --product ksef-verify
	$(SWIFT) build $(RELEASE) --product ksef-desk

library: fonts ## Build libksef.so for programs in other languages, into .build/release
	$(SWIFT) build $(RELEASE) --product ksef

test: deps fonts ## Install what is missing, build, and run every test
	fonts/check-fonts
	$(SWIFT) build --build-tests
	SWIFT="$(SWIFT)" packaging/run-tests

scans: deps fonts ## Degrade COUNT (1000) scans of our own prints as SEED (1) says, read them, and count what is read
	$(SWIFT) build $(RELEASE) --product degraded-scans
	KSEF_SHARED="$(SHARED)" .build/release/degraded-scans $(or $(COUNT),1000) $(or $(SEED),1)

differential: deps build ## Compare the schema check with xmllint on COUNT (20000) mutated invoices that SEED (1) gives
	python3 -B Tests/AcceptanceTests/Tools/differential/differential.py --shared "$(SHARED)" --samples samples \
	  --checker "'$(CURDIR)/.build/release/ksef-render'" --seed $(or $(SEED),1) --count $(or $(COUNT),20000) \
	  --keep build/differential --minimise

record: fonts ## Store anew what the golden tests compare with, and fail: look at the difference before you commit it
	$(SWIFT) build --build-tests
	RECORD_GOLDENS=1 $(SWIFT) test --skip-build --filter '\.(GoldenTests|LayoutGoldenTests|PictureGoldenTests|ReportGoldenTests|KeyDocumentationTests|MessageDocumentationTests|CheckDocumentationTests)'

lint: ## Check the formatting, and that nothing warns
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests
	WARNINGS_AS_ERRORS=1 $(SWIFT) build --scratch-path $(LINT_BUILD) --build-tests

format: ## Format the sources in place
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests

demo: deps build ## Print and verify every sample with a demonstration certificate, into build/demo
	@packaging/demo .build/release build/demo

samples: deps build ## Print every sample in every language, with pictures to look at, into build/samples
	@packaging/samples .build/release build/samples

bench: deps build ## Measure the speed of printing: cold, warm by stages, against a bare floor, and of large documents
	$(SWIFT) build $(RELEASE) --product ksef-bench
	.build/release/ksef-bench .build/release/ksef-render samples/fa3-vat.xml $(ROUNDS)
	.build/release/ksef-bench scale

bench-reading: deps fonts ## Measure the speed of reading: against drawing and one plain look, and pages a second
	$(SWIFT) build $(RELEASE) --product degraded-scans
	.build/release/degraded-scans speed

fuzz: ## Mutate documents, then PDFs, links and answers, for SECONDS (60) each and examine all: no crash, no hang, no 400 MB
	@SWIFT=$(SWIFT) Tests/Fuzz/run documents $(or $(SECONDS),60)
	@SWIFT=$(SWIFT) Tests/Fuzz/run evidence $(or $(SECONDS),60)

install: build library ## Install into PREFIX (/usr/local): bin, lib, include and share/ksef-render
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/ksef-render/templates/labels"
	install -d "$(DESTDIR)$(PREFIX)/share/ksef-render/fonts/built" "$(DESTDIR)$(PREFIX)/share/ksef-render/fonts/house"
	install -m 755 .build/release/ksef-render .build/release/ksef-verify .build/release/ksef-desk "$(DESTDIR)$(PREFIX)/bin"
	install -m 644 templates/*.toml "$(DESTDIR)$(PREFIX)/share/ksef-render/templates"
	install -m 644 templates/labels/*.toml "$(DESTDIR)$(PREFIX)/share/ksef-render/templates/labels"
	install -m 644 fonts/fonts.toml fonts/README.md "$(DESTDIR)$(PREFIX)/share/ksef-render/fonts"
	install -m 644 fonts/built/*.ttf "$(DESTDIR)$(PREFIX)/share/ksef-render/fonts/built"
	install -m 644 fonts/house/* "$(DESTDIR)$(PREFIX)/share/ksef-render/fonts/house"
	install -d "$(DESTDIR)$(PREFIX)/include" "$(DESTDIR)$(LIBDIR)/pkgconfig"
	install -m 644 Sources/CLibraries/CKSeF/include/ksef.h "$(DESTDIR)$(PREFIX)/include"
	install -m 755 .build/release/libksef.so "$(DESTDIR)$(LIBDIR)/libksef.so.0"
	ln -sf libksef.so.0 "$(DESTDIR)$(LIBDIR)/libksef.so"
	packaging/pkg-config-file "$(PREFIX)" "$(LIBDIR)" > "$(DESTDIR)$(LIBDIR)/pkgconfig/ksef.pc"

clean: ## Remove everything that was built, fonts too
	rm -rf .build .build-lint .build-fuzz .build-fuzz-address build fonts/built
