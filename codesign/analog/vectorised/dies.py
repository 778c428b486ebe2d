"""Dies for the vectorised model: what the mismatch of every transistor does to the currents it mirrors.

In weak inversion a transistor's current is exp(-vth / (n kT/q)) times its current factor, so a mirror's gain changes by
the exponential of a difference. The draw is the one that the transistor-level die is made from.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from codesign.analog.devices import TOP, Device, flatten
from codesign.analog.mismatch import draw
from codesign.analog.netlist import Circuit
from codesign.analog.technology import Technology
from codesign.analog.vectorised.calibration import Calibration, Term

__all__ = ["Dies"]


class Dies:
    """The transistors of a circuit on one die without mismatch or, after :meth:`drawn`, on some dies that have it."""

    def __init__(self, circuit: Circuit, technology: Technology, calibration: Calibration) -> None:
        self._technology = technology
        self._calibration = calibration
        self._devices: tuple[Device, ...] = tuple(
            device for device in flatten(circuit, technology) if device.kind == "m"
        )
        self._column = {device.path: index for index, device in enumerate(self._devices)}
        slopes = calibration.slope_per_v
        self._slope = np.array([slopes[technology.transistors[device.model].polarity] for device in self._devices])
        self._logs = np.zeros((1, len(self._devices)))
        self._lines = {name: np.full(1, line.current) for name, line in calibration.lines.items()}

    @property
    def number(self) -> int:
        """How many there are."""
        return len(self._logs)

    @property
    def transistors(self) -> int:
        """Of one chip."""
        return len(self._devices)

    def drawn(self, *, seed: int, dies: Sequence[int]) -> "Dies":
        """Dies number ``dies`` of the batch ``seed``."""
        found = object.__new__(Dies)
        found.__dict__.update(self.__dict__)
        mismatch = draw(self._devices, self._technology, seed=seed, dies=dies)
        logs = np.log(mismatch.current_factor)
        found._lines = {}
        for name, line in self._calibration.lines.items():
            columns = [self._column[f"{TOP}.{path}"] for path in line.sensitivity]
            per_v, per_factor = np.array(list(line.sensitivity.values())).T
            change = mismatch.threshold_v[:, columns] @ per_v + logs[:, columns] @ per_factor
            found._lines[name] = line.current * np.exp(change)
        found._logs = logs - mismatch.threshold_v * self._slope
        return found

    def log(self, paths: Sequence[str]) -> NDArray[np.float64]:
        """(dies, paths): logarithm of the current of each transistor, relative to what it is on no die."""
        return np.asarray(self._logs[:, [self._column[path] for path in paths]])

    def volts(self, paths: Sequence[str]) -> NDArray[np.float64]:
        """(dies, paths): the same as what one would have to add to the gate-source voltage (its magnitude); 0 of an
        ideal transistor, which has no slope and deviates in nothing."""
        log = self.log(paths)
        slope = self._slope[[self._column[path] for path in paths]]
        return np.asarray(np.divide(log, slope, out=np.zeros_like(log), where=slope != 0))

    def line(self, name: str) -> NDArray[np.float64]:
        """(dies,): the current of a bias line, in unit currents."""
        return self._lines[name]

    def term(self, term: Term, fingers: NDArray[np.float64], cells: Sequence[str]) -> NDArray[np.float64]:
        """(dies, cells): the current of ``term`` in each of ``cells`` (paths) of ``fingers``, in unit currents."""
        change = np.zeros((self.number, len(cells)))
        for name, power in term.devices.items():
            change += power * self.log([f"{cell}.{name}" for cell in cells])
        return np.asarray(term.sign * self._lines[term.line][:, None] * fingers * np.exp(change))
