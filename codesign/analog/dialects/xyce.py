"""Xyce, by its Reference Guide (https://xyce.sandia.gov, sources in github.com/Xyce/Xyce, doc/Reference_Guide).

What differs from ngspice in what we write, and where the guide says so:

* what is inside of a subcircuit is ``x1:node``, not ``x1.node`` (``.SUBCKT``); a drain current is the lead current
  ``ID(x1:m1)`` (``.PRINT``), and the same elements keep their names;
* ``.PRINT TRAN`` asks for results, in one line and with a format: RAW is a binary rawfile like ngspice's;
* ``.OPTIONS`` are those of packages: GMIN and TEMP of DEVICE, METHOD of TIMEINT. ``reltol``, ``abstol`` and ``vntol``
  of SPICE bound the iterations of a time step; Xyce's of TIMEINT bound its error, so they are left to Xyce, and with
  them ``chgtol``, ``itl1``, ``itl4``, ``trtol`` and ``bypass``, for which it has nothing;
* a comment behind a statement begins with ``;`` and never with ``$``; there is no ``.control``. We write neither.

BSIM4 is level 14 in both (M device), but version 4.6.1 and later there, while the cards of generic180 say 4.5: currents
may differ a little. Xyce is not where these lines were written, so nothing here was ever run in it; a test does so
where it is installed.
"""

import re
from collections.abc import Sequence

from codesign.analog import writer
from codesign.analog.technology import Technology
from codesign.errors import InputError

__all__ = ["RUN", "check", "options", "saved", "vector"]

RUN = "Xyce testbench.cir"

_PROBE = re.compile(r"@m\.([a-z0-9_.]+)\[id\]")
_QUANTITY = re.compile(r"([vi])\(([a-z0-9_.]+)\)")


def check(technology: Technology) -> None:
    """Raises InputError where the models come from a design kit: those are written for ngspice."""
    kit = [model.file for models in technology.corners.values() for model in models if model.file.startswith("$")]
    if kit:
        raise InputError(
            f"technology {technology.name!r} takes its device models from a design kit, written for ngspice "
            f"({kit[0]}); no models for Xyce are named in its technology.yaml. Use --dialect ngspice, or a technology "
            "whose models are files of its own folder, such as generic180"
        )


def vector(name: str) -> str:
    """``ID(xnetwork:xu0:moutput)`` for ``@m.xnetwork.xu0.moutput[id]``, ``V(xnetwork:v0)`` for ``v(xnetwork.v0)``."""
    probe, quantity = _PROBE.fullmatch(name), _QUANTITY.fullmatch(name)
    if probe is not None:
        return f"ID({probe[1].replace('.', ':')})"
    if quantity is not None:
        return f"{quantity[1].upper()}({quantity[2].replace('.', ':')})"
    raise InputError(f"the vector {name!r} has no name in Xyce; allowed are v(node), i(source) and @m.element[id]")


def options(technology: Technology) -> list[str]:
    """Minimum conductance, temperature and integration method."""
    found = {**technology.simulator.options, **technology.simulator.network_options}
    device = [f"TEMP={writer.number(technology.temperature_c)}"]
    if "gmin" in found:
        device.append(f"GMIN={found['gmin']}")
    lines = [f".OPTIONS DEVICE {' '.join(device)}"]
    if "method" in found:
        lines.append(f".OPTIONS TIMEINT METHOD={found['method']}")
    return lines


def saved(vectors: Sequence[str]) -> list[str]:
    """One ``.PRINT``, into ``testbench.cir.raw``."""
    return [writer.wrapped([".PRINT TRAN FORMAT=RAW", *map(vector, vectors)])]
