# Thin names for the commands in README. Everything installs what it needs.

.PHONY: demo test soak tsan bench lint format check-spec spec packages examples python-clients schemathesis schemathesis-long docs prepare

demo: prepare ## build, then real calls over HTTP against our own sandbox
	swift run clockify-demo

# With all traits, AsyncHTTPClient is tested too. The other checks use the same traits, because a change of traits rebuilds everything.
test: prepare ## everything that is tested in this package
	swift test --enable-all-traits

SOAK_SECONDS ?= 600
SOAK_MEBIBYTES ?= 1024
HOSTILE_ANSWERS ?= 20000

soak: prepare ## ten minutes of mixed load, 200 calls in flight, files of 1 GiB, a hostile server: nothing may stay behind
	swift build --enable-all-traits --product clockify-soak
	export TMPDIR=$$(mktemp -d) && trap 'rm -rf "$$TMPDIR"' EXIT && \
	  .build/debug/clockify-soak load $(SOAK_SECONDS) 200 && .build/debug/clockify-soak files $(SOAK_MEBIBYTES) && \
	  .build/debug/clockify-soak hostile $(HOSTILE_ANSWERS) 16

# The sanitizer needs a build of its own, and more stack than the test has that fills a small one.
tsan: prepare ## the tests of what runs concurrently, under ThreadSanitizer
	swift test --enable-all-traits --sanitize=thread --scratch-path .build-tsan \
	  --filter ClockifyRuntimeTests --filter ClockifyTransportTests --skip JSONErrorTests/stack

bench: prepare ## measure: generator, compile time, JSON, one call
	Benchmarks/run

packages: prepare ## build packages of strangers against this one
	Tests/Packages/run

# EXAMPLES_BUILD names the build folder of another package without traits, to share what it has built.
examples: prepare ## build the examples, and run their tests against the sandbox
	swift test --package-path Examples $(if $(EXAMPLES_BUILD),--scratch-path "$(EXAMPLES_BUILD)")

python-clients: prepare ## public Python clients, unmodified but for the address, against clockify-sandbox; its files, read by others
	Tests/PythonClients/run

schemathesis: prepare ## requests made from the spec, valid and not, against clockify-sandbox; the same ones each time
	Tests/Schemathesis/run

SCHEMATHESIS_SECONDS ?= 1800

schemathesis-long: prepare ## the same at random and deeper, for SCHEMATHESIS_SECONDS
	Tests/Schemathesis/run --max-examples 200 --max-time $(SCHEMATHESIS_SECONDS)

DOCS ?= .build/docs

docs: prepare ## the documentation's site, in DOCS; a broken link fails
	swift package --enable-all-traits --allow-writing-to-directory "$(DOCS)" generate-documentation --warnings-as-errors \
	  --enable-experimental-combined-documentation --transform-for-static-hosting --output-path "$(DOCS)" \
	  $(foreach product,ClockifyAPI ClockifyRuntime ClockifyAddon ClockifyLogging ClockifyAsyncHTTPClient ClockifySandbox \
	    ClockifySandboxServer ClockifyLegacyAPI,--target $(product))

FORMATTED = Package.swift Generator Sources Tests Plugins Benchmarks Examples

# Generated files exempt themselves from formatting. Those of the generator's tests are checked nevertheless.
lint:
	swift format lint --strict --recursive $(FORMATTED)
	rules=$$(sed 's/\("AllPublicDeclarationsHaveDocumentation"\): true/\1: false/' .swift-format) && for file in Tests/GoldenClient/*.swift; do \
	  grep -vx '// swift-format-ignore-file' "$$file" | \
	    swift format lint --strict --configuration "$$rules" --assume-filename "$$file" - || exit 1; done

format:
	swift format --in-place --recursive $(FORMATTED)

spec: prepare ## what keepers of the spec must know: lint, the listing of the Swift API, what a change breaks
	.ci/spec

check-spec: prepare ## the spec is standard OpenAPI, and so is its bundle, says a tool that is not ours
	python3 -m openapi_spec_validator --version >/dev/null 2>&1 || python3 -m pip install --quiet --user 'openapi-spec-validator==0.9.0'
	python3 -m openapi_spec_validator Spec/Clockify/openapi.yaml Spec/ClockifyLegacy/openapi.yaml
	bundles=$$(mktemp -d) && trap 'rm -rf "$$bundles"' EXIT && for name in Clockify ClockifyLegacy; do \
	  for kind in yaml json; do swift run --quiet --enable-all-traits spec bundle "Spec/$$name" -o "$$bundles/$$name.$$kind" || exit 1; done; done && \
	  python3 -m openapi_spec_validator "$$bundles"/*

# libyaml, by whatever installs software here.
prepare:
	@pkg-config --exists yaml-0.1 2>/dev/null || test -f /usr/include/yaml.h || $(MAKE) --no-print-directory install-libyaml

install-libyaml:
	@if command -v apt-get >/dev/null; then \
	  SUDO=$$(test "$$(id -u)" = 0 || echo sudo); \
	  $$SUDO apt-get update -qq && $$SUDO apt-get install -y -qq libyaml-dev pkg-config; \
	elif command -v brew >/dev/null; then brew install libyaml pkg-config; \
	else echo "install the development files of libyaml (yaml-0.1), then try again" >&2; exit 1; fi
