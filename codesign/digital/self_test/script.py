"""The shell script that runs a testbench."""

from collections.abc import Sequence

from codesign.digital.self_test.samples import SelfTest

__all__ = ["SCRIPT", "script"]

SCRIPT = "simulate.sh"


def script(test: SelfTest, *, needs: str, commands: Sequence[str]) -> str:
    """POSIX shell that runs ``commands`` in a folder of their own; ``$here`` is that of the design."""
    lines = [
        "#!/bin/sh",
        *(f"# {line}".rstrip() for line in test.header),
        "#",
        f"# Plays {len(test.answers)} samples into {test.top} and holds the answers against those of the integer twin.",
        f"# Needs {needs}. What it builds goes to a temporary folder, or to the one that is named:",
        "#     sh simulate.sh [FOLDER]",
        "# Ends with status 0 where all answers are the twin's.",
        "set -eu",
        'here=$(cd "$(dirname "$0")" && pwd)',
        "work=${1:-}",
        'if [ -z "$work" ]; then',
        "  work=$(mktemp -d)",
        "  trap 'rm -rf \"$work\"' EXIT",
        "fi",
        'mkdir -p "$work"',
        'cd "$work"',
        *commands,
    ]
    return "\n".join(lines) + "\n"
