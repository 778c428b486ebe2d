"""Devices as lines of a flat netlist, nominal or with the mismatch of one die."""

from collections.abc import Sequence

from codesign.analog import writer
from codesign.analog.devices import Device
from codesign.analog.mismatch import draw
from codesign.analog.technology import Technology

__all__ = ["flat_lines"]


def flat_lines(
    devices: Sequence[Device], technology: Technology, *, seed: int = 0, die: int | None = None
) -> list[str]:
    """A line per device; with ``die`` every transistor has the mismatch of that die of the batch ``seed``."""
    if die is None:
        return [writer.device(device) for device in devices]
    drawn = draw(devices, technology, seed=seed, dies=[die])
    lines = []
    for device, threshold_v, factor in zip(devices, drawn.threshold_v[0], drawn.current_factor[0], strict=True):
        # A higher threshold magnitude is a lower vth0 of a PMOS.
        sign = 0 if device.kind != "m" else 1 if technology.transistors[device.model].polarity == "n" else -1
        lines.append(writer.device(device, threshold_v=sign * float(threshold_v), current_factor=float(factor)))
    return lines
