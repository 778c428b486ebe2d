#!/bin/sh
# codesign 0.1.0
# model mnist-src-44 sha256:38455cf82a50ef17d7cc0df8862fa5a100faf42680574b69d54a23374d388419
# configuration {"events_per_cycle": 8, "fold_black_frames": true, "longest_sample": 44, "serial_sums": false, "units_per_cycle": 32}
# seed none
#
# Plays 3 samples into mnist_src_44 and holds the answers against those of the integer twin.
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
"${IVERILOG:-iverilog}" -g2012 -s mnist_src_44_test -o mnist_src_44_test.vvp "$here/mnist_src_44.v" "$here/mnist_src_44_test.sv"
"${VVP:-vvp}" -n mnist_src_44_test.vvp
