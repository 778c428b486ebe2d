"""How a fault is planted into an exported folder of RTL, and what must be said of it."""

import json
import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rtl_fault_networks import SUBJECTS, Subject

from codesign import digital
from codesign.digital.options import engine
from codesign.network import Layer, Network, Tensor

__all__ = ["Change", "Edit", "RtlFault", "flip"]

SUFFIX = {"verilog": ".v", "vhdl": ".vhd"}


@dataclass(frozen=True, kw_only=True)
class Edit:
    """Every ``old`` in the module or entity whose name ends in ``module`` becomes ``new``."""

    module: str
    old: str
    new: str

    def make(self, text: str) -> str:
        """Raises AssertionError where the module does not hold ``old``."""
        lines = text.splitlines(keepends=True)
        heads = [n for n, line in enumerate(lines) if line.startswith(("module ", "entity "))]
        for head, following in zip(heads, [*heads[1:], len(lines)], strict=True):
            name = lines[head].split()[1].partition("(")[0]
            if name.endswith(self.module):
                body = "".join(lines[head:following])
                assert self.old in body, f"{name} has no {self.old!r}"
                return "".join(lines[:head]) + body.replace(self.old, self.new) + "".join(lines[following:])
        raise AssertionError(f"no module {self.module!r}")


@dataclass(frozen=True, kw_only=True)
class Change:
    """A number of a network: of the tensor ``name`` at ``index``, or (without an index) the attribute ``name``."""

    layer: str
    name: str
    index: tuple[int, ...] = ()
    value: int

    @property
    def parameter(self) -> str:
        place = f"[{','.join(map(str, self.index))}]" if self.index else ""
        return f"{self.layer}.{self.name}{place}"

    def of(self, network: Network) -> Network:
        """``network`` with it."""
        return replace(network, layers=tuple(self._of(x) if x.name == self.layer else x for x in network.layers))

    def _of(self, layer: Layer) -> Layer:
        if not self.index:
            return replace(layer, attributes={**layer.attributes, self.name: self.value})
        values = layer[self.name].copy()
        assert values[self.index] != self.value
        values[self.index] = self.value
        changed = Tensor(values, layer.tensors[self.name].quantisation)
        return replace(layer, tensors={**layer.tensors, self.name: changed})


@dataclass(frozen=True, kw_only=True)
class RtlFault:
    """What is wrong and how it is planted: by ``edits`` of the text, or, without any, by writing the text of another
    network, that with the ``change``."""

    name: str
    subject: str
    layer: str
    """Whose state differs first; ``decision`` where only scores or decisions do."""
    unit: int | None
    """Which of its units; None: any."""
    element: str
    """What the named element must begin with, behind the name of the top module; empty: the text of the design is
    another one as a whole, so that behaviour alone tells."""
    edits: Sequence[Edit] = ()
    change: Change | None = None
    """The one number that it amounts to; None: it is no wrong number."""
    parameter: str = ""
    """What must be named where there is no ``change``; empty: the place alone is named."""
    by_behaviour: bool = True
    """Whether what was measured must suffice to name it, without the text."""
    language: str = "verilog"

    @property
    def of(self) -> Subject:
        return SUBJECTS[self.subject]

    @property
    def named(self) -> str:
        """What must be named."""
        return self.change.parameter if self.change else self.parameter

    def plant(self, exported: Path, target: Path) -> Path:
        """A copy of the folder ``exported`` with this fault in it."""
        folder = Path(shutil.copytree(exported, target))
        top = json.loads((folder / "ports.json").read_text())["top"]
        file = folder / f"{top}{SUFFIX[self.language]}"
        text = file.read_text()
        for edit in self.edits:
            text = edit.make(text)
        if not self.edits:
            assert self.change is not None
            other = self.change.of(self.of.network)
            work = target.with_name(f"{target.name}-other")
            text = digital.export(
                other, output=work, options=engine(self.of.engine), language=self.language
            ).read_text()
        file.write_text(text)
        return folder


def flip(row: str, *bits: int) -> tuple[str, str]:
    """A row of a memory, as it is written in Verilog or VHDL, before and after the ``bits`` of it are flipped."""
    head, mark, digits = re.split(r"('h|x\")", row, maxsplit=1)
    word = int(digits, 16)
    for bit in bits:
        word ^= 1 << bit
    shown = f"{word:0{len(digits)}x}"
    return row, f"{head}{mark}{shown.upper() if digits.isupper() else shown}"
