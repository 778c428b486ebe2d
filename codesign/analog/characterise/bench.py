"""The bench a cell is measured on: one deck for ngspice, under the conditions of one point.

The circuit under test is written without hierarchy, so that the mismatch of a die can be given to every transistor.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from codesign.analog import simulator, writer
from codesign.analog.devices import TOP, flatten_instances
from codesign.analog.flat import flat_lines
from codesign.analog.netlist import Instance
from codesign.analog.technology import Technology

__all__ = ["GROUND", "Bench", "element"]

GROUND = "0"


def element(instance: str, name: str) -> str:
    """The path of element ``name`` of ``instance`` in the deck, as ngspice calls it."""
    return f"{TOP}.x{instance}.{name}"


@dataclass(frozen=True, kw_only=True)
class Bench:
    """Where and how a deck is run. ``folder`` holds the technology's files; ``name`` is the deck's and its own."""

    technology: Technology
    folder: Path
    name: str
    seed: int
    die: int | None
    time_limit_s: float

    @property
    def unit_a(self) -> float:
        """The unit current."""
        return self.technology.unit_current_a

    @property
    def finger_a(self) -> float:
        """The current of one finger."""
        return self.technology.unit_current_a / self.technology.fingers_per_unit

    @property
    def bias(self) -> Instance:
        """The shared bias; :meth:`supplies` feeds it with an ideal unit current."""
        return Instance(name="bias", nodes=("vbn", "vbp", "vcn", "vcp", "vdd"), subcircuit="bias")

    @property
    def supplies(self) -> list[str]:
        """The supply ``vdd`` and one ideal unit current into ``vbn``."""
        number = writer.number
        return [f"Vdd vdd 0 {number(self.technology.supply_v)}", f"Iref vdd vbn {number(self.unit_a)}"]

    def run(
        self,
        instances: Sequence[Instance],
        stimulus: Sequence[str],
        analysis: str,
        wanted: Sequence[str],
        *,
        part: str = "",
        saved: Sequence[str] | None = None,
        options: Mapping[str, float] | None = None,
    ) -> dict[str, NDArray[np.float64]]:
        """Simulate ``instances`` under the lines of ``stimulus``; the vectors of ``analysis``, (points,) each.

        ``part`` tells the decks of one measurement apart, ``saved`` replaces what is saved (``wanted``; an empty one
        saves everything), ``options`` are changes to the simulator's. Raises ToolError when ngspice fails.
        """
        technology = self.technology
        kept = wanted if saved is None else saved
        chosen = {**technology.simulator.options, **(options or {})}
        title = f"{self.name} {part}".strip()
        lines = [
            writer.comment(f"{title}: {technology.name} {technology.corner}"),
            *writer.models(technology),
            *flat_lines(flatten_instances(instances, technology), technology, seed=self.seed, die=self.die),
            *stimulus,
            ".options " + " ".join(f"{name}={value}" for name, value in chosen.items()),
            f".temp {writer.number(technology.temperature_c)}",
            analysis,
            *([".save " + " ".join(kept)] if kept else []),
            ".end",
        ]
        deck = self.folder / (f"{self.name}_{part}.cir" if part else f"{self.name}.cir")
        deck.write_text("\n".join(lines) + "\n")
        values = simulator.analyse(deck, wanted, time_limit_s=self.time_limit_s)
        deck.with_suffix(".raw").unlink()
        return values
