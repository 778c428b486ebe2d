#!/bin/sh
# codesign 0.1.0
# model digits-src sha256:83b953843f6d2e876d1e4ac4c066f77a36a6be38115b70bfd26a1e4dd32fe24a
# configuration {"events_per_cycle": 8, "fold_black_frames": true, "longest_sample": 32, "serial_sums": false, "units_per_cycle": 32}
# seed none
#
# Plays 3 samples into digits_src and holds the answers against those of the integer twin.
# Needs Icarus Verilog. What it builds goes to a temporary folder, or to the one that is named:
#     sh simulate.sh [FOLDER]
# Ends with status 0 where all answers are the twin's.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=${1:-}
if [ -z "$work" ]; then
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
fi
mkdir -p "$work"
cd "$work"
"${IVERILOG:-iverilog}" -g2012 -s digits_src_test -o digits_src_test.vvp "$here/digits_src.v" "$here/digits_src_test.sv"
"${VVP:-vvp}" -n digits_src_test.vvp
