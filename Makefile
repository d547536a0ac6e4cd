# A table of contents: each target is one call of SwiftPM or of a script. `make` alone lists them.

SOURCES = Sources Tests Fuzz/Sources/voorsein-fuzz Fuzz/Package.swift Package.swift
RELEASE = .build/release/voorsein
DEBUG = .build/debug/voorsein

.DEFAULT_GOAL := help
# The tools of a browser are large; only those who change pages need them.
.PHONY: help setup setup-browser check-pages run test build release lint format cases update-cases fixtures docs man check-docs \
  deb check-deb check-scaling sbom bench fuzz faults clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## install the Debian packages that are missing, and check the Swift version
	@Scripts/setup

setup-browser: ## install what checks pages: Chromium, axe-core, a validator
	@Scripts/setup-browser

check-pages: setup setup-browser ## check pages in a browser and with a validator; an absent tool fails
	swift build --build-tests
	VOORSEIN_BROWSER=1 swift test --skip-build --disable-xctest --filter ReportPageTests

run: setup ## build a release binary, run the invented night, show where the lists are
	swift build -c release --product voorsein
	@Scripts/run-demonstration $(RELEASE)

test: setup lint ## lint, build with warnings as errors, run every test
	swift build --build-tests
	swift test --skip-build --disable-xctest

build: setup ## build for development
	swift build

release: setup ## build the optimised binary
	swift build -c release --product voorsein

lint: ## check the form of all Swift files
	swift format lint --strict --recursive --parallel $(SOURCES)

format: ## put all Swift files into form
	swift format format --in-place --recursive --parallel $(SOURCES)

cases: setup ## run the golden tests: the built tool against fixtures/cases
	swift test --disable-xctest --filter 'CaseTests|FeedContractTests|DefinitionSchemasTests|PairBenchTests'

update-cases: setup ## write the golden files again and show what changed
	@Scripts/update-cases

fixtures: release ## write the invented deliveries and their truth again
	$(RELEASE) sample --signals 2400 --seed 2026 --output fixtures/deliveries
	mv fixtures/deliveries/truth.csv fixtures/truth.csv

docs: build ## write docs/reference from the program
	@Scripts/write-docs $(DEBUG) docs/reference

man: ## write the man pages to .build/man
	@Scripts/write-manual .build/man

check-docs: build ## fail if docs/reference is not what the program says
	@Scripts/check-docs $(DEBUG)

deb: setup ## build the Debian package in .build
	@Scripts/setup-packaging
	Scripts/build-deb .build

check-deb: setup ## build the Debian package and try it on a fresh Debian; as root
	@Scripts/setup-packaging
	Scripts/check-deb

check-scaling: release ## run in parts with GNU parallel, Slurm and Spark, and compare with one run; as root
	@Scripts/setup-scaling
	Scripts/check-scaling $(RELEASE)

sbom: build ## write what the program consists of to .build/voorsein.cdx.json (CycloneDX 1.5)
	@Scripts/setup-packaging
	Scripts/write-sbom $(DEBUG) .build/voorsein.cdx.json

bench: release ## measure runs beside the floor of zlib and libcsv; wants a quiet machine
	Benchmarks/run.sh
	Benchmarks/nights.sh
	Benchmarks/receive.sh
	Benchmarks/match.sh
	Benchmarks/bombs.sh

fuzz: setup ## look for inputs that break a property, a minute for each target
	Fuzz/run.sh

faults: release ## let every call to the disk fail once, and kill a night 1,000 times; takes half an hour
	Tests/Faults/sweep --program $(RELEASE)

clean: ## remove what the targets above made
	rm -rf .build output state Benchmarks/build
