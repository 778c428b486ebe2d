"""Faults to plant into an exported netlist: what is edited, and which parameter or element must be named for it."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from networks import fq_layer, linear_layer

from codesign.data import Examples
from codesign.network import Choice, Layer, Network

MAIN = "faulty.cir"
CELL = "technology/memory_cell.cir"


def network() -> Network:
    """Input layer, two bistable layers with a rectified one between them that has a skip connection, readout; on
    :func:`examples` every unit switches."""
    mix = linear_layer("mix", weight=[[-12, 6, -1], [8, -5, -5], [10, -5, 7]], bias=[-2, -2, 1], relu=1)
    layers = (
        linear_layer("input", weight=[[16, -11, -6], [3, 14, -12], [10, -8, -5]], bias=[-3, 0, 0], relu=1),
        fq_layer(
            "memory",
            weight=[[-9, 12, 5], [16, -9, -11], [5, 15, 7]],
            bias=[6, -2, -3],
            threshold=[7, 3, 8],
            width=[3, 8, 8],
            gain=[12, 11, 10],
        ),
        Layer(name="mix", kind="linear", tensors=mix.tensors, attributes=mix.attributes, skip="input"),
        fq_layer("last", weight=[[16, 6, -8], [4, 7, 6]], bias=[-1, -1], threshold=[6, 7], width=[5, 6], gain=[9, 9]),
        linear_layer(weight=[[-11, -6], [2, -5]], bias=[4, 1]),
    )
    return Network(
        name="faulty",
        task="keyword",
        classes=("no", "yes"),
        coding=Choice(kind="current_rows", parameters={"levels": 64, "steps_per_unit": 16}),
        layers=layers,
        decision=Choice(kind="mean_readout", parameters={"full_scale": 10}),
    )


def examples() -> Examples:
    """One sample of 8 steps for 3 inputs; its class is what the twin decides."""
    rows = [[27, 5, 27], [31, 28, 23], [22, 1, 9], [19, 0, 20], [12, 25, 23], [25, 9, 24], [22, 0, 17], [14, 32, 8]]
    return Examples(images=np.array([rows]), labels=np.array([1]))


@dataclass(frozen=True, kw_only=True)
class Edit:
    """The first ``old`` behind the head of ``subcircuit`` (empty: in the file) becomes ``new``."""

    subcircuit: str
    old: str
    new: str
    file: str = MAIN

    def make(self, folder: Path) -> None:
        path = folder / self.file
        text = path.read_text()
        begin = text.index(f".subckt {self.subcircuit} ") if self.subcircuit else 0
        end = text.index(".ends", begin) if self.subcircuit else len(text)
        if self.old not in text[begin:end]:
            raise AssertionError(f"{self.subcircuit} of {self.file} has no {self.old!r}")
        path.write_text(text[:begin] + text[begin:end].replace(self.old, self.new, 1) + text[end:])


@dataclass(frozen=True, kw_only=True)
class CircuitFault:
    """What is wrong, how it is planted, and what must be said."""

    name: str
    edits: Sequence[Edit]
    parameter: str
    """One that must be among those named first; ``[`` at its end stands for any index."""
    element: str
    """How the path of the element ends that must be named."""
    by_behaviour: str = ""
    """What must be named first by currents alone; empty: ``parameter``; ``-``: they cannot say."""

    def plant(self, exported: Path, target: Path) -> Path:
        """A copy of the folder ``exported`` with this fault in it."""
        folder = Path(shutil.copytree(exported, target))
        for edit in self.edits:
            edit.make(folder)
        return folder


def choice(fault: CircuitFault | None = None) -> dict[str, str]:
    """The variants of blocks; no decision on the chip where the fault is not there: it takes half as long."""
    on_chip = fault is None or fault.parameter.startswith("decision")
    return {"reference": "ideal", "decision": "winner_take_all" if on_chip else "readout"}


def _fault(
    name: str,
    subcircuit: str,
    old: str,
    new: str,
    parameter: str,
    element: str,
    by_behaviour: str = "",
    file: str = MAIN,
) -> CircuitFault:
    edit = Edit(subcircuit=subcircuit, old=old, new=new, file=file)
    return CircuitFault(name=name, edits=(edit,), parameter=parameter, element=element, by_behaviour=by_behaviour)


def _library(cell: str, old: str, new: str, parameter: str, element: str, by_behaviour: str = "") -> CircuitFault:
    files = {"positive_weight": "weight", "source_cascode": "weight", "winner_cell": "winner_take_all"}
    file = f"technology/{files.get(cell, cell)}.cir"
    return _fault(f"library: {element}", cell, old, new, parameter, element, by_behaviour, file)


_P, _N = "positive_weight fingers=", "negative_weight fingers="
_VDD = f"sp vdd {_P}"

REPEATED = {
    "weight: 1 for 7 fingers",
    "threshold: 18 for 8 fingers",
    "state: output tied to ground",
    "skip: missing",
    "weight: 4 for 15 fingers",
    "bias: 16 for 6 fingers",
    "gain: 30 for 10 fingers",
    "state: node tied to ground",
    "skip: of another unit",
    "decision: integrator's currents crossed",
    "library: memory_cell.mthreshold",
    "library: memory_cell.mgain",
    "library: skip_connection.mskip",
}
"""Faults of a kind that another one shows, too."""

FAULTS: tuple[CircuitFault, ...] = (
    _fault(
        "weight: 16 for 3 fingers",
        "input_u1",
        f"Xw0 p0 {_VDD}3",
        f"Xw0 p0 {_VDD}16",
        "input.weight[1,0]",
        "xinput.xu1.xw0.m1",
    ),
    _fault(
        "weight: 4 for 15 fingers", "memory_u2", f"{_VDD}15", f"{_VDD}4", "memory.weight[2,1]", "xmemory.xu2.xw1.m1"
    ),
    _fault("weight: 1 for 7 fingers", "last_u1", f"{_VDD}7", f"{_VDD}1", "last.weight[1,1]", "xlast.xu1.xw1.m1"),
    _fault(
        "weight: missing transistor", "memory_u1", f"Xw0 p0 {_VDD}16\n", "", "memory.weight[1,0]", "xmemory.xu1.xw0.m1"
    ),
    _fault(
        "weight: on another gate line", "memory_u0", "Xw1 p1 ", "Xw1 p2 ", "memory.weight[0,1]", "xmemory.xu0.xw1.m1"
    ),
    CircuitFault(
        name="weight: sign swapped",
        edits=(
            Edit(subcircuit="memory_u1", old="p0 n1 n2", new="p0 p1 n2"),
            Edit(subcircuit="memory_u1", old=f"Xw1 n1 x {_N}9", new=f"Xw1 p1 {_VDD}9"),
            Edit(subcircuit="memory", old="Xu1 p0 n1 n2", new="Xu1 p0 p1 n2"),
        ),
        parameter="memory.weight[1,1]",
        element="xmemory.xu1.xw1.m1",
    ),
    _fault("weight: drain open", "mix_u2", "Xw0 p0 sp", "Xw0 p0 open", "mix.weight[2,0]", "xmix.xu2.xw0.m1"),
    _fault(
        "weight: a second one beside it",
        "readout_u1",
        "Xw1 n1 sink",
        "Xw2 n1 sink negative_weight fingers=32\nXw1 n1 sink",
        "readout.weight[1,1]",
        "xreadout.xu1.xw1.m1",
    ),
    _fault(
        "bias: 16 for 6 fingers",
        "memory_u0",
        f"Xbias vbp {_VDD}6",
        f"Xbias vbp {_VDD}16",
        "memory.bias[0]",
        "xmemory.xu0.xbias.m1",
    ),
    _fault("bias: missing", "memory_u2", f"Xbias vbn x {_N}3\n", "", "memory.bias[2]", "xmemory.xu2.xbias.m1"),
    _fault(
        "threshold: one finger off",
        "memory_u1",
        "threshold=3",
        "threshold=4",
        "memory.threshold[1]",
        "xmemory.xu1.xcell.mthreshold",
    ),
    _fault(
        "threshold: 18 for 8 fingers",
        "memory_u2",
        "threshold=8",
        "threshold=18",
        "memory.threshold[2]",
        "xmemory.xu2.xcell.mthreshold",
    ),
    _fault(
        "width: 20 for 8 fingers", "memory_u1", "width=8", "width=20", "memory.width[1]", "xmemory.xu1.xcell.mwidth"
    ),
    _fault("gain: 2 for 12 fingers", "memory_u0", "gain=12", "gain=2", "memory.gain[0]", "xmemory.xu0.xcell.mgain"),
    _fault("gain: 30 for 10 fingers", "memory_u2", "gain=10", "gain=30", "memory.gain[2]", "xmemory.xu2.xcell.mgain"),
    _fault(
        "layer: two lines of a unit crossed",
        "memory",
        "Xu2 p0 p1 p2",
        "Xu2 p1 p0 p2",
        "memory.weight[2,0]",
        "xmemory.xu2",
    ),
    _fault(
        "chip: two signals of a layer crossed",
        "network",
        "Xlast mix_o0 last_p0 mix_o1 last_p1",
        "Xlast mix_o1 last_p1 mix_o0 last_p0",
        "last.weight[",
        "xlast",
    ),
    _fault(
        "state: node tied to the supply",
        "memory_u1",
        "Xcell",
        "Rstuck x vddm 100meg\nXcell",
        "memory.state[1]",
        "xmemory.xu1.rstuck",
    ),
    _fault(
        "state: node tied to ground",
        "last_u0",
        "Xcell",
        "Rstuck x 0 100meg\nXcell",
        "last.state[0]",
        "xlast.xu0.rstuck",
    ),
    _fault(
        "state: output tied to ground",
        "memory_u0",
        "Xcell",
        "Rstuck out 0 10k\nXcell",
        "memory.state[0]",
        "xmemory.xu0.rstuck",
    ),
    _fault(
        "state: inverted output tied low",
        "last_u1",
        "Xcell",
        "Rstuck xcell.y 0 10k\nXcell",
        "last.state[1]",
        "xlast.xu1.rstuck",
    ),
    _fault(
        "reset: open",
        "memory_u2",
        "vcp rst vddm memory_cell",
        "vcp 0 vddm memory_cell",
        "memory.state[2]",
        "xmemory.xu2.xcell",
    ),
    _fault(
        "skip: missing",
        "network",
        "Xskip_mix_0 mix_r0 memory_p0 mix_o0",
        "Xskip_mix_0 mix_r0 vdd mix_o0",
        "mix.skip[0]",
        "xskip_mix_0",
    ),
    _fault(
        "skip: of another unit",
        "network",
        "Xskip_mix_1 mix_r1 memory_p1",
        "Xskip_mix_1 mix_r1 memory_p0",
        "mix.skip[1]",
        "xskip_mix_1",
    ),
    _fault(
        "readout: 1 for 11 fingers", "readout_u0", f"{_N}11", f"{_N}1", "readout.weight[0,0]", "xreadout.xu0.xw0.m1"
    ),
    _fault(
        "decision: integrator's currents crossed",
        "network",
        "Xintegrator0 plus0 minus0",
        "Xintegrator0 minus0 plus0",
        "decision[0]",
        "xintegrator0",
        "readout.output[0]",
    ),
    _fault(
        "decision: two integrators into one winner",
        "network",
        "Xwinner1 v1 d1",
        "Xwinner1 v0 d1",
        "decision[1]",
        "xwinner1",
        "decision[",
    ),
    _library(
        "memory_cell",
        "Mwidth xw vbn 0 0 nch w=0.5u l=4.12u",
        "Mwidth xw vbn 0 0 nch w=0.5u l=1u",
        "memory.width[",
        "memory_cell.mwidth",
    ),
    _library(
        "memory_cell",
        "m={threshold}",
        "m={threshold+8}",
        "memory.threshold[",
        "memory_cell.mthreshold",
    ),
    _library("memory_cell", "m={gain}", "m=2", "memory.gain[", "memory_cell.mgain"),
    _library(
        "memory_cell", "Mwidthswitch x y", "Mwidthswitch x vdd", "memory.", "memory_cell.mwidthswitch", "memory.state["
    ),
    _library(
        "input_port",
        "Mcopy c n 0 0 nch w=0.5u l=4u as=0.24p ad=0.24p ps=1.96u pd=1.96u m=8",
        "Mcopy c n 0 0 nch w=0.5u l=4u as=0.24p ad=0.24p ps=1.96u pd=1.96u m=3",
        "input.weight[",
        "input_port.mcopy",
    ),
    _library("positive_weight", "l=4u", "l=8u", "input.weight[", "positive_weight.m1"),
    _library(
        "skip_connection",
        "Mskip sp p vdd vdd pch w=0.5u l=4u",
        "Mskip sp p vdd vdd pch w=0.5u l=40u",
        "mix.skip[",
        "skip_connection.mskip",
    ),
    _library(
        "bias",
        "Mbp vbp vbp vdd vdd pch w=0.5u l=4u as=0.24p ad=0.24p ps=1.96u pd=1.96u m=8",
        "Mbp vbp vbp vdd vdd pch w=0.5u l=4u as=0.24p ad=0.24p ps=1.96u pd=1.96u m=2",
        "bias",
        "bias.mbp",
        "memory.",
    ),
    _library(
        "integrator",
        "Msink sinkd plus 0 0 nch w=0.5u l=24u",
        "Msink sinkd plus 0 0 nch w=0.5u l=2u",
        "decision[",
        "integrator.msink",
    ),
    _fault(
        "current: stated twice as large",
        "",
        ".param unit_current=1e-09",
        ".param unit_current=2e-09",
        "",
        ".param",
        "memory.",
    ),
    _fault(
        "device model: NMOS threshold",
        "",
        "vth0={0.45+vth_n}",
        "vth0={0.1+vth_n}",
        "device models",
        "models.lib",
        "input.",
        "technology/models.lib",
    ),
)
