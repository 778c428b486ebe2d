"""What a memory cell is set to, how it stands on the bench, and what drives it."""

from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict, Field

from codesign.analog import writer
from codesign.analog.characterise.bench import Bench
from codesign.analog.netlist import Instance

__all__ = ["Setting", "Settings", "cell", "drive", "load", "reset"]


class Setting(BaseModel):
    """The fingers of one memory cell."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    threshold: int = Field(ge=1, le=64, description="lower threshold, in fingers")
    width: int = Field(ge=1, le=64, description="upper minus lower threshold, in fingers")
    gain: int = Field(ge=1, le=64, description="output current, in fingers")

    @property
    def upper(self) -> int:
        """Upper threshold, in fingers."""
        return self.threshold + self.width

    @property
    def middle(self) -> float:
        """The drive half-way between the thresholds, where the cell holds, in fingers."""
        return self.threshold + self.width / 2

    def __str__(self) -> str:
        return f"threshold {self.threshold} width {self.width} gain {self.gain}"


class Settings(BaseModel):
    """Base of the stimuli of memory cells."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    settings: list[Setting] = Field(
        min_length=1, max_length=16, description="cells that are measured beside each other"
    )


def cell(bench: Bench, index: int, setting: Setting, *, supply: str = "vdd") -> Instance:
    """Memory cell number ``index`` with the nodes ``x<index>``, ``sp<index>`` and ``out<index>``, and a cascode as wide
    as a drive of 1.5 upper thresholds needs; ``supply`` feeds its own branches."""
    return Instance(
        name=f"cell{index}",
        nodes=(f"x{index}", f"sp{index}", f"out{index}", "vbn", "vbp", "vcp", "rst", supply),
        subcircuit="memory_cell",
        parameters={
            "threshold": setting.threshold,
            "width": setting.width,
            "gain": setting.gain,
            "cascode": max(bench.technology.fingers_per_unit, 3 * setting.upper // 2),
        },
    )


def drive(index: int, setting: Setting, points: Sequence[tuple[float, float]]) -> tuple[list[Instance], list[str]]:
    """A positive current into ``sp<index>`` through ``points`` of (time, amperes).

    It comes out of a transistor, as a weight's does, which stops when the cell's node has risen: a mirror of 1:1, whose
    transistors lie at the same voltages while the cell decides, so that it adds no error.
    """
    line = f"drive{index}"
    instances = [
        Instance(name=f"{name}{index}", nodes=(line, to, "vdd"), subcircuit="positive_weight",
                 parameters={"fingers": setting.upper})
        for name, to in (("diode", line), ("source", f"sp{index}"))
    ]  # fmt: skip
    return instances, [writer.piecewise_linear(f"iin{index}", [line, "0"], points)]


def load(index: int) -> tuple[Instance, str, str]:
    """An input port that takes the output current, as in a network; with the line that measures it and its vector."""
    nodes = (f"load{index}", f"loadp{index}", "vcn", "vdd")
    instance = Instance(name=f"load{index}", nodes=nodes, subcircuit="input_port")
    return instance, f"Vout{index} out{index} load{index} 0", f"i(vout{index})"


def reset(bench: Bench) -> str:
    """The reset line, high until the first step begins."""
    technology = bench.technology
    end, edge = technology.reset * technology.step_s, technology.input_edge * technology.step_s
    high = technology.supply_v
    return writer.piecewise_linear("vrst", ["rst", "0"], [(0.0, high), (end - edge, high), (end, 0.0)])
