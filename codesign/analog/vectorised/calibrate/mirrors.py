"""Gains of the mirrors between a port and what it drives, their leakage, the slope of a transistor."""

from typing import Any

import numpy as np

from codesign.analog import writer
from codesign.analog.netlist import Instance
from codesign.analog.technology import Technology
from codesign.analog.vectorised.calibrate.bench import RAILS, Bench, block, currents, rails
from codesign.analog.vectorised.calibration import Gain, Mirrors

__all__ = ["mirrors"]

_LEVELS = (0.02, 0.1, 0.3, 1.0, 3.0, 8.0)  # unit currents: from hardly anything to a full drive
_SHIFT_V = 0.005  # of one transistor, to see its slope
_SIGNS = ("negative", "positive")
_INTEGRATED = 64  # an integrator takes this part of what the readout gives
_DECIDED = {"readout": "readout", "winner_take_all": "integrator"}
"""Decision -> what the last layer's currents end in."""


class _Ends:
    """Grows a bench: mirrors of a line that end in each kind of node."""

    def __init__(self, technology: Technology) -> None:
        self._k = technology.fingers_per_unit
        self.library = technology.library()
        self.instances, self.sources = rails(technology)
        # the node of a port with one unit current: where currents between layers end
        self.instances.append(block("typical", "input_port", "like", "likep", *RAILS))
        self.sources += [f"Ilike 0 like {writer.number(technology.unit_current_a)}", "Elike node 0 like 0 1"]

    def port(self, tag: str, sign: str) -> tuple[str, str]:
        return (self._cascoded(tag, "node") if sign == "positive" else "node"), f"x{tag}.m1"

    def readout(self, tag: str, sign: str) -> tuple[str, str]:
        return (self._cascoded(tag, "mid") if sign == "positive" else "mid"), f"x{tag}.m1"

    def cell(self, tag: str, sign: str) -> tuple[str, str]:
        """A memory cell whose x is held where its comparator decides: at about the gate voltage of one unit current."""
        nodes = (f"x{tag}", f"s{tag}", f"o{tag}", "vbn", "vbp", "vcp", "0", "vdd")
        fingers = {"threshold": self._k, "width": self._k, "gain": self._k, "cascode": self._k}
        self.instances += [
            block(f"cell{tag}", "memory_cell", *nodes, **fingers),
            block(f"load{tag}", "input_port", f"o{tag}", f"op{tag}", *RAILS),
        ]
        self.sources.append(f"Ehold{tag} x{tag} 0 like 0 1")
        return f"{'s' if sign == 'positive' else 'x'}{tag}", f"x{tag}.m1"

    def integrator(self, tag: str, sign: str) -> tuple[str, str]:
        """An integrator whose capacitor is held at half the supply; what counts is what reaches that."""
        nodes = (f"plus{tag}", f"minus{tag}", "mid", "mid", "0", "vdd")
        self.instances.append(block(f"integrator{tag}", "integrator", *nodes))
        if sign == "positive":
            return self._cascoded(tag, f"plus{tag}"), f"xintegrator{tag}.msink"
        return f"minus{tag}", f"xintegrator{tag}.msource"

    def weight(self, name: str, sign: str, line: str, drain: str) -> None:
        """One of eight fingers."""
        supply = ("vdd",) if sign == "positive" else ()
        self.instances.append(block(name, f"{sign}_weight", line, drain, *supply, fingers=self._k))

    def _cascoded(self, tag: str, end: str) -> str:
        self.instances.append(block(f"cascode{tag}", "source_cascode", f"c{tag}", end, "vcp", "vdd", fingers=self._k))
        return f"c{tag}"


def mirrors(technology: Technology) -> dict[str, Any]:
    """All fields of the calibration that static currents tell.

    Ports are driven with each of ``_LEVELS`` and with nothing; their mirrors end in every kind of node that there is,
    the decision in use among them.
    """
    ends = _Ends(technology)
    decision = technology.choice["decision"]
    kinds = {"port": ends.port, "cell": ends.cell, decision: getattr(ends, _DECIDED[decision])}
    probes: dict[str, str] = {}
    for a, level in enumerate((*_LEVELS, 0.0)):
        current = writer.number(level * technology.unit_current_a)
        ends.instances.append(block(f"port{a}", "input_port", f"n{a}", f"p{a}", *RAILS))
        ends.sources += [f"Iin{a} 0 n{a} {current}", f"Iskip{a} 0 r{a} {current}"]
        for sign in _SIGNS:
            for kind, end in kinds.items():
                drain, probes[f"{kind} {sign} {a}"] = end(f"{kind}_{sign}_{a}", sign)
                ends.weight(f"{kind}_{sign}_{a}", sign, f"{sign[0]}{a}", drain)
        ends.instances.append(_skip(ends, a))
        probes[f"skip own {a}"], probes[f"skip earlier {a}"] = f"xskip{a}.mown", f"xskip{a}.mskip"
    for sign, line in zip(_SIGNS, ("vbn", "vbp"), strict=True):
        for kind, end in kinds.items():
            drain, probes[f"{kind} bias {sign}"] = end(f"{kind}_bias_{sign}", sign)
            ends.weight(f"{kind}_bias_{sign}", sign, line, drain)
        for name in ("plain", "shifted"):
            ends.weight(f"{name}_{sign}", sign, f"{sign[0]}3", "mid")
            probes[f"{name} {sign}"] = f"x{name}_{sign}.m1"
    shifted = {f"xshifted_{sign}.m1": (_SHIFT_V, 1.0) for sign in _SIGNS}
    bench = Bench(instances=tuple(ends.instances), sources=tuple(ends.sources), steps=1.0, deviations=shifted)
    found = currents(bench, technology, list(dict.fromkeys(probes.values())))
    scale = {probe: _INTEGRATED if "integrator" in probe else 1 for probe in probes.values()}
    last = {name: float(found.values[probe][-1]) * scale[probe] for name, probe in probes.items()}
    return _fitted(last, list(kinds))


def _skip(ends: _Ends, index: int) -> Instance:
    nodes = {"r": f"r{index}", "p": f"p{index}", "out": "node"}
    ports = (nodes.get(port, port) for port in ends.library["skip_connection"].ports)
    return block(f"skip{index}", "skip_connection", *ports)


def _fitted(last: dict[str, float], kinds: list[str]) -> dict[str, Any]:
    errors: dict[str, float] = {}
    levels = np.log(_LEVELS)

    def gain(name: str) -> Gain:
        logs = np.log([last[f"{name} {a}"] / level for a, level in enumerate(_LEVELS)])
        slope, offset = np.polyfit(levels, logs, 1)
        errors[f"mirror_{name.replace(' ', '_')}"] = float(np.abs(logs - offset - slope * levels).max())
        return Gain(offset=float(offset), slope=float(slope))

    return {
        "mirrors": {
            kind: Mirrors(
                negative=gain(f"{kind} negative"),
                positive=gain(f"{kind} positive"),
                bias_negative=last[f"{kind} bias negative"],
                bias_positive=last[f"{kind} bias positive"],
            )
            for kind in kinds
        },
        "skip_own": gain("skip own"),
        "skip_earlier": gain("skip earlier"),
        "leakage_negative": last[f"port negative {len(_LEVELS)}"],
        "leakage_positive": last[f"port positive {len(_LEVELS)}"],
        "slope_per_v": {
            kind: float(np.log(last[f"plain {sign}"] / last[f"shifted {sign}"])) / _SHIFT_V
            for kind, sign in zip("np", _SIGNS, strict=True)
        },
        "errors": errors,
    }
