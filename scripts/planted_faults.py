"""Plant every fault of the tests into RTL and netlists, run `codesign verify` on each, and print what it says.

    python scripts/planted_faults.py            # both, as tables of Markdown; a quarter of an hour
    python scripts/planted_faults.py rtl        # only RTL
    python scripts/planted_faults.py circuit    # only netlists

A fault that changes nothing that was measured counts as not excited, and so as not found.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

import circuit_fault_runs
import circuit_faults
import rtl_fault_runs
import rtl_faults


@dataclass(frozen=True, kw_only=True)
class Row:
    """One fault and what `verify` made of it."""

    fault: str
    found: bool
    named: bool
    parameter: str
    element: str
    evidence: str


def rtl(folder: Path) -> Iterator[Row]:
    """Faults in Verilog and VHDL."""
    for fault in rtl_faults.FAULTS:
        run = rtl_fault_runs.planted(fault, folder)
        yield _row(fault.name, run.found, run.named, run.cause)


def circuit(folder: Path) -> Iterator[Row]:
    """Faults in the netlist."""
    for fault in circuit_faults.FAULTS:
        run = circuit_fault_runs.planted(fault, folder)
        yield _row(fault.name, run.found, run.named, run.cause)


def _row(name: str, found: bool, named: bool, cause: circuit_fault_runs.Cause | None) -> Row:
    parameter, element, evidence = ("", "", "") if cause is None else (cause.parameter, cause.element, cause.evidence)
    return Row(fault=name, found=found, named=named, parameter=parameter, element=element, evidence=evidence)


KINDS: dict[str, Callable[[Path], Iterator[Row]]] = {"rtl": rtl, "circuit": circuit}


def table(title: str, rows: Iterator[Row]) -> Sequence[Row]:
    """Print the rows as they come, and how many there are."""
    print(f"## {title}\n\n| fault | found | named | parameter | element | evidence |\n|---|---|---|---|---|---|")
    done = []
    for row in rows:
        cells = (row.fault, _word(row.found), _word(row.named), row.parameter, row.element, row.evidence)
        print(f"| {' | '.join(cells)} |", flush=True)
        done.append(row)
    found, named = sum(row.found for row in done), sum(row.found and row.named for row in done)
    print(f"\n{len(done)} faults: {found} found, {named} named\n", flush=True)
    return done


def _word(value: bool) -> str:
    return "yes" if value else "no"


def main() -> int:
    """Exit status 1 where a fault is not found or not named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", nargs="*", choices=[*KINDS, []], default=[], help="rtl, circuit (default: both)")
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="codesign-faults-") as folder:
        for kind in parser.parse_args().kind or KINDS:
            rows += table(kind, KINDS[kind](Path(folder)))
    return 0 if all(row.found and row.named for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
