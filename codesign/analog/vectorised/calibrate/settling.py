"""How long a port's gate lines remember: the charge that moves them."""

from typing import Any

import numpy as np

from codesign.analog.technology import Technology
from codesign.analog.vectorised.calibrate.bench import RAILS, Bench, block, currents, held, rails
from codesign.analog.vectorised.calibration import Charge

__all__ = ["settling"]

_LOADS = (8, 40, 120)  # fingers on each of the two lines


def settling(technology: Technology) -> dict[str, Any]:
    """A port whose input of one unit current ends: long after t the diode still carries C n kT/q / t.

    So the current one step later, times one step, is the charge of the line; for the second line it is that of both.
    """
    instances, sources = rails(technology)
    probes = []
    for a, fingers in enumerate(_LOADS):
        instances += [
            block(f"port{a}", "input_port", f"n{a}", f"p{a}", *RAILS),
            block(f"negative{a}", "negative_weight", f"n{a}", "mid", fingers=fingers),
            block(f"positive{a}", "positive_weight", f"p{a}", "mid", "vdd", fingers=fingers),
        ]
        sources.append(held(f"iin{a}", ("0", f"n{a}"), np.array([1.0, 0.0]), technology))
        probes += [f"xnegative{a}.m1", f"xpositive{a}.m1"]
    bench = Bench(instances=tuple(instances), sources=tuple(sources), steps=2.0)
    found = currents(bench, technology, probes)
    left = {path: float(np.interp(2.0, found.time_s, found.values[path])) for path in probes}
    charges = {}
    for sign in ("negative", "positive"):
        values = [left[f"x{sign}{a}.m1"] * technology.fingers_per_unit / load for a, load in enumerate(_LOADS)]
        per_finger, base = np.polyfit(_LOADS, values, 1)
        charges[f"charge_{sign}"] = Charge(base=float(base), per_finger=float(per_finger))
    return charges
