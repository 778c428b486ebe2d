# Each target works on a fresh clone: it sets up .venv (scripts/setup.sh) and says what is missing.

MODEL ?= models/digits-bmru
TECH ?= generic180
SAMPLES ?= 10
BOARD ?= icebreaker
ENGINE ?=
PYTEST ?=

PYTHON := .venv/bin/python
CODESIGN := .venv/bin/codesign
# MODEL names a model of models/, a folder, or a checkpoint.
CHECKPOINT := $(if $(wildcard $(MODEL)),$(MODEL),models/$(MODEL))
NAME := $(notdir $(patsubst %/,%,$(patsubst %/checkpoint.safetensors,%,$(CHECKPOINT))))

.DEFAULT_GOAL := help
.PHONY: help setup setup-tests demo test test-full netlist rtl bitstream synth verify docs bench lint clean

help: ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## ?/\1\t/' | expand -t 12
	@echo "MODEL=models/digits-bmru (or a name in models/, or a checkpoint)  TECH=generic180  SAMPLES=10  BOARD=icebreaker  ENGINE=small|balanced|fast"

setup: ## system packages and .venv; quick when nothing changed
	@scripts/setup.sh

setup-tests:
	@scripts/setup.sh tests

demo: setup ## the whole way on both shipped models; ends with a table and build/demo/report.html
	@$(PYTHON) scripts/demo.py

test: setup-tests ## the tests
	@$(PYTHON) -m pytest -q -n 2 -m "not full" $(PYTEST)

test-full: setup-tests ## the tests, those that take minutes too
	@$(PYTHON) -m pytest -q -n 2 $(PYTEST)

netlist: setup ## SPICE netlist of MODEL in TECH: build/MODEL/spice
	@$(CODESIGN) export $(CHECKPOINT) --target spice --technology $(TECH)

rtl: setup ## Verilog and VHDL of MODEL: build/MODEL/verilog, build/MODEL/vhdl
	@$(CODESIGN) export $(CHECKPOINT) --target verilog $(if $(ENGINE),--engine $(ENGINE))
	@$(CODESIGN) export $(CHECKPOINT) --target vhdl $(if $(ENGINE),--engine $(ENGINE))

bitstream: setup ## bitstream of MODEL for BOARD: build/MODEL/BOARD
	@$(CODESIGN) synth $(CHECKPOINT) --board $(BOARD) $(if $(ENGINE),--engine $(ENGINE)) --json build/$(NAME)/$(BOARD).json

synth: setup ## what MODEL takes of BOARD's FPGA, by synthesis alone
	@$(CODESIGN) synth $(CHECKPOINT) --board $(BOARD) $(if $(ENGINE),--engine $(ENGINE)) --no-place \
	    --output build/$(NAME)/$(BOARD)-synth --json build/$(NAME)/$(BOARD)-synth.json

verify: setup ## circuit and RTL of MODEL against the software twin, SAMPLES test samples
	@$(CODESIGN) verify $(CHECKPOINT) --target all --samples $(SAMPLES) --technology $(TECH) \
	    --json build/$(NAME)/verify.json --report build/$(NAME)/report.html

docs: setup ## the documentation: build/docs/index.html
	@NO_MKDOCS_2_WARNING=1 $(PYTHON) -m mkdocs build --strict --quiet
	@echo build/docs/index.html

bench: setup ## how fast the tools are
	@$(PYTHON) tests/bench.py

lint: setup ## ruff and mypy
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy

clean: ## remove what was generated, .venv excepted
	rm -rf build dist .pytest_cache .hypothesis .ruff_cache .mypy_cache
