"""Renew the baselines of synthesis: hdl/baselines/*.json, which ``make test-full`` compares with.

    .venv/bin/python scripts/baselines.py            all of them; or name some

Each holds the command's arguments, what was found, the tools' versions, and for every figure the limits that a later
one must keep. Run it after a change that is meant to move them, and look at the difference before you commit.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from codesign.files import write_json

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "hdl" / "baselines"

# What is built. Place and route takes minutes, so only where its result is the point.
COMMANDS = {
    "digits-src-icebreaker": ("digits-src", "icebreaker", "small"),
    "mnist-src-44-ulx3s-small-core": ("mnist-src-44", "ulx3s", "small", "--core"),
    "mnist-src-44-ulx3s": ("mnist-src-44", "ulx3s", "balanced", "--no-place"),
    "mnist-src-44-orangecrab": ("mnist-src-44", "orangecrab", "small", "--no-place"),
    "mnist-src-44-nitefury": ("mnist-src-44", "nitefury", "fast", "--no-place"),
    "digits-src-ulx3s-core": ("digits-src", "ulx3s", "balanced", "--core", "--no-place"),
    "keyword-bmru-ulx3s-core": ("keyword-bmru", "ulx3s", "balanced", "--core", "--no-place"),
    "digits-bmru-ulx3s-core": ("digits-bmru", "ulx3s", "balanced", "--core", "--no-place"),
    "keyword-bmru-icebreaker": ("keyword-bmru", "icebreaker", "small", "--no-place"),
}

# Part of a figure by which it may be worse, and better, than found. Fmax changes with every seed of the placement.
TOLERANCES = {
    "lut": (0.03, 0.10),
    "ff": (0.02, 0.10),
    "block_ram": (0.0, 0.10),
    "dsp": (0.0, 1.0),
    "cycles_per_sample": (0.0, 0.10),
    "fmax_mhz": (0.15, 0.30),
}
LARGER_IS_BETTER = {"fmax_mhz"}


def limits(found: dict[str, float | None]) -> dict[str, dict[str, float]]:
    """Lowest and highest value of every figure that there is."""
    bounds = {}
    for key, (worse, better) in TOLERANCES.items():
        value = found[key]
        if value is not None:
            below, above = (worse, better) if key in LARGER_IS_BETTER else (better, worse)
            bounds[key] = {"low": round(value * (1 - below), 3), "high": round(value * (1 + above), 3)}
    return bounds


def renew(name: str) -> None:
    """Run one command and write its baseline."""
    model, board, engine, *more = COMMANDS[name]
    arguments = [str(Path("models") / model), "--board", board, "--engine", engine, *more]
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "synth.json"
        command = [sys.executable, "-m", "codesign.cli", "synth", *arguments, "--layers", "--output",
                   f"{folder}/out", "--json", str(output)]  # fmt: skip
        subprocess.run(command, cwd=ROOT, check=True)
        found = json.loads(output.read_text())
    kept = {key: found[key] for key in ("model_hash", *TOLERANCES, "layers", "tools")}
    write_json(FOLDER / f"{name}.json", {"arguments": arguments, "found": kept, "limits": limits(found)})


if __name__ == "__main__":
    for wanted in sys.argv[1:] or COMMANDS:
        print(wanted, flush=True)
        renew(wanted)
