"""The two bias lines: what they carry, and how every transistor of reference and bias moves that."""

from typing import Any

import numpy as np

from codesign.analog.devices import TOP
from codesign.analog.netlist import Instance
from codesign.analog.technology import Technology
from codesign.analog.vectorised.calibrate.bench import Bench, block, currents, rails
from codesign.analog.vectorised.calibration import Line

__all__ = ["lines"]

_SHIFT_V = 0.002
_FACTOR = 1.02
_COPIES = 16  # of reference and bias in one deck


def lines(technology: Technology) -> dict[str, Any]:
    """One copy of reference and bias per transistor that deviates; one more does not."""
    inner = [
        device.path.removeprefix(f"{TOP}.")
        for device in Bench(instances=_copy("", technology), sources=(), steps=1.0).devices(technology)
        if device.kind == "m" and device.path.split(".")[1] in ("xreference", "xbias")
    ]
    trials = [("", 0.0, 1.0)]
    trials += [(path, _SHIFT_V, 1.0) for path in inner] + [(path, 0.0, _FACTOR) for path in inner]
    found: list[tuple[float, float]] = []
    for start in range(0, len(trials), _COPIES):
        found += _measured(trials[start : start + _COPIES], technology)
    logs = np.log(np.array(found))
    change = logs[1:] - logs[0]
    per_v, per_factor = change[: len(inner)] / _SHIFT_V, change[len(inner) :] / np.log(_FACTOR)
    return {
        name: Line(
            current=float(np.exp(logs[0, column])),
            sensitivity={
                path: (float(per_v[row, column]), float(per_factor[row, column]))
                for row, path in enumerate(inner)
                if abs(per_v[row, column]) > 1e-2
            },
        )
        for column, name in enumerate(("vbn", "vbp"))
    }


def _copy(suffix: str, technology: Technology) -> tuple[Instance, ...]:
    k = technology.fingers_per_unit
    nodes = tuple(f"{name}{suffix}" for name in ("vbn", "vbp", "vcn", "vcp"))
    return (
        block(f"reference{suffix}", "reference", nodes[0], "vdd"),
        block(f"bias{suffix}", "bias", *nodes, "vdd"),
        # diodes' equals at their drain voltages: a follower of the line itself
        block(f"n{suffix}", "negative_weight", nodes[0], f"dn{suffix}", fingers=k),
        block(f"p{suffix}", "positive_weight", nodes[1], f"dp{suffix}", "vdd", fingers=k),
    )


def _measured(trials: list[tuple[str, float, float]], technology: Technology) -> list[tuple[float, float]]:
    _, sources = rails(technology)
    instances: list[Instance] = []
    deviations = {}
    for index, (path, shift, factor) in enumerate(trials):
        instances += _copy(f"_{index}", technology)
        sources += [f"En{index} dn_{index} 0 vbn_{index} 0 1", f"Ep{index} dp_{index} 0 vbp_{index} 0 1"]
        if path:
            head, _, rest = path.partition(".")
            deviations[f"{head}_{index}.{rest}"] = (shift, factor)
    probes = [f"x{kind}_{index}.m1" for index in range(len(trials)) for kind in "np"]
    bench = Bench(instances=tuple(instances), sources=tuple(sources), steps=2.0, deviations=deviations)
    found = currents(bench, technology, probes)
    last = {path: float(values[-1]) for path, values in found.values.items()}
    return [(last[f"xn_{index}.m1"], last[f"xp_{index}.m1"]) for index in range(len(trials))]
