"""Weights as mirrors of the bias lines: the current of so many fingers against that of the eight-finger diode."""

from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict, Field

from codesign.analog import writer
from codesign.analog.characterise.bench import Bench
from codesign.analog.characterise.measurements import Quantity, Reading
from codesign.analog.netlist import Instance

__all__ = ["QUANTITIES", "Stimulus", "measure"]

QUANTITIES = {
    "source_error": Quantity(unit="%", text="current of a positive weight on vbp against fingers x the current of one"),
    "sink_error": Quantity(unit="%", text="current of a negative weight on vbn, likewise"),
    "source_drop_error": Quantity(unit="%", text="change of a positive weight's current from 0.6 to 0.8 of the supply"),
    "sink_drop_error": Quantity(unit="%", text="change of a negative weight's current from 0.3 to 0.2 of the supply"),
}
_KINDS: Mapping[str, tuple[str, str, tuple[str, ...]]] = {
    "source": ("positive_weight", "vbp", ("vdd",)),
    "sink": ("negative_weight", "vbn", ()),
}
"""Subcircuit, gate line, further nodes."""


class Stimulus(BaseModel):
    """The weights."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    fingers: list[int] = Field(min_length=1, max_length=16, description="of each weight")


def measure(bench: Bench, stimulus: Stimulus) -> list[Reading]:
    """Four readings per number of fingers."""
    near = _currents(bench, stimulus, {"source": 0.6, "sink": 0.3}, part="near")
    far = _currents(bench, stimulus, {"source": 0.8, "sink": 0.2}, part="far")
    readings = []
    for (sign, fingers), current in near.items():
        errors = {
            f"{sign}_error": current / (fingers * bench.finger_a) - 1,
            f"{sign}_drop_error": far[sign, fingers] / current - 1,
        }
        readings += [
            Reading(quantity=quantity, setting=f"fingers {fingers}", value=100 * error)
            for quantity, error in errors.items()
        ]
    return readings


def _currents(
    bench: Bench, stimulus: Stimulus, output: Mapping[str, float], *, part: str
) -> dict[tuple[str, int], float]:
    """Amperes by sign and fingers, with the outputs at that part of the supply voltage."""
    instances, lines = [bench.bias], [*bench.supplies]
    vectors = {}
    for sign, level in output.items():
        subcircuit, line, supply = _KINDS[sign]
        for fingers in stimulus.fingers:
            node = f"{sign}{fingers}"
            parameters = {"fingers": fingers}
            instances.append(
                Instance(name=node, nodes=(line, node, *supply), subcircuit=subcircuit, parameters=parameters)
            )
            lines.append(f"V{node} {node} 0 {writer.number(level * bench.technology.supply_v)}")
            vectors[sign, fingers] = f"i(v{node})"
    found = bench.run(instances, lines, ".op", list(vectors.values()), part=part)
    return {key: abs(float(found[vector][0])) for key, vector in vectors.items()}
