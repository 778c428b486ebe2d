#!/bin/sh
# codesign 0.1.0
# model keyword-bmru sha256:9dda0b08b98e4bda540f0816e0af879f38a97fbd53134f1b0736f6d6ffcf61a1
# configuration {"events_per_cycle": 8, "fold_black_frames": true, "longest_sample": 1024, "serial_sums": false, "units_per_cycle": 32}
# seed none
#
# Plays 3 samples into keyword_bmru and holds the answers against those of the integer twin.
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
"${IVERILOG:-iverilog}" -g2012 -s keyword_bmru_test -o keyword_bmru_test.vvp "$here/keyword_bmru.v" "$here/keyword_bmru_test.sv"
"${VVP:-vvp}" -n keyword_bmru_test.vvp
