"""What a library means by the nodes that it writes.

NIR gives differential equations; each library solves them in steps of its own, and none of the choices below stands in
the graph. Found in the code of snnTorch 1.0.0, norse 1.1.0 and sinabs 3.1.3:

============  ================================  ================  ==============================================
library       membrane, per step                a spike           after a spike
============  ================================  ================  ==============================================
``nir``       v + dt/tau (v_leak - v + r I)     v > v_threshold   v = v_reset
``norse``     the same                          v > v_threshold   v = v_reset (LIFBoxCell, LIFCell, IAFCell)
``snntorch``  the same; r = tau/dt, so beta v   v > v_threshold   v - v_threshold after the next decay
              + I                                                 (reset_mechanism "subtract", the default)
``sinabs``    exp(-dt/tau) v + r I              v >= v_threshold  v - v_threshold before the next decay
              (norm_input False)                (SingleSpike)     (MembraneSubtract, min_v_mem None)
============  ================================  ================  ==============================================

The synaptic current of a CubaLIF is i + dt/tau_syn (w_in S - i) in ``nir`` and ``snntorch`` (which writes
w_in = tau_syn/dt); in ``norse`` it jumps by w_in S and decays behind that; the membrane sees the new current in all.
norse writes its time constants multiplied by dt (to_nir gives dt/tau_mem_inv, and from_nir undoes it), so dt counts
twice there. sinabs writes no CubaLIF. An IF is v + dt r I in ``nir``, and v + r I in the libraries.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["DIALECTS", "Dialect"]

Floats = NDArray[np.float64]


def _same(dt: float) -> float:
    return dt


def _squared(dt: float) -> float:
    return dt * dt


def _euler(ratio: Floats) -> Floats:
    return 1.0 - ratio


def _exponential(ratio: Floats) -> Floats:
    return np.asarray(np.exp(-ratio), dtype=np.float64)


@dataclass(frozen=True, kw_only=True)
class Dialect:
    """How one library runs the nodes of NIR in time steps."""

    step: Callable[[float], float]
    """The time step in the unit in which the library writes its time constants, from dt."""
    decay: Callable[[Floats], Floats]
    """The factor of a state per step, from dt/tau."""
    membrane_jumps: bool
    """r I is added as it is; otherwise dt/tau r I."""
    current_jumps: bool | None
    """w_in S is added as it is; otherwise dt/tau_syn w_in S; None: the library has no CubaLIF."""
    integrator_jumps: bool
    """An IF adds r I as it is; otherwise dt r I."""
    reset_by: int
    """As the attribute of the cell ``lif``."""
    strict: bool
    """A spike is v > threshold; otherwise v >= threshold."""


DIALECTS: Mapping[str, Dialect] = {
    "nir": Dialect(
        step=_same,
        decay=_euler,
        membrane_jumps=False,
        current_jumps=False,
        integrator_jumps=False,
        reset_by=0,
        strict=True,
    ),
    "norse": Dialect(
        step=_squared,
        decay=_euler,
        membrane_jumps=False,
        current_jumps=True,
        integrator_jumps=True,
        reset_by=0,
        strict=True,
    ),
    "snntorch": Dialect(
        step=_same,
        decay=_euler,
        membrane_jumps=False,
        current_jumps=False,
        integrator_jumps=True,
        reset_by=2,
        strict=True,
    ),
    "sinabs": Dialect(
        step=_same,
        decay=_exponential,
        membrane_jumps=True,
        current_jumps=None,
        integrator_jumps=True,
        reset_by=1,
        strict=False,
    ),
}
