#!/bin/sh
# codesign 0.1.0
# model digits-bmru sha256:de3cded54e7808514ad19aaeabd28cefa885d7b6e9142a384fb82cc75cdb5411
# configuration {"events_per_cycle": 8, "fold_black_frames": true, "longest_sample": 1024, "serial_sums": false, "units_per_cycle": 32}
# seed none
#
# Plays 3 samples into digits_bmru and holds the answers against those of the integer twin.
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
"${IVERILOG:-iverilog}" -g2012 -s digits_bmru_test -o digits_bmru_test.vvp "$here/digits_bmru.v" "$here/digits_bmru_test.sv"
"${VVP:-vvp}" -n digits_bmru_test.vvp
