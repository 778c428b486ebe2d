"""A save file of GTKWave: the viewer opens the waveforms at the step, with the signals of interest and a marker.

A signal is a line of its format in hexadecimal (``TR_*`` in GTKWave's sources), then one that names it. Of a net that
holds several units only the bits of one are shown, as a vector of its own.
"""

from collections.abc import Sequence
from math import log2

from codesign.trace.found import Viewer, ViewerNet

__all__ = ["save_file"]

_BIT, _HEXADECIMAL, _DECIMAL, _SIGNED = "@28", "@22", "@24", "@424"
_LONGEST_DECIMAL = 32
"""Bits. A wider net is no number but a word of many fields."""
_MARKERS = 26
_WIDTH, _HEIGHT = 1400, 700
_NAMES = 220
_WAVES = 1000
"""Pixels that are left for the waveforms, about."""
_FRAME = 200
"""Pixels in which a zoom of -z shows 2^z times of the file."""
_MARGIN = 4
_CYCLES = (16, 40)
"""Clock cycles shown, at least and at most: in more, nobody can read the values."""


def save_file(waves: str, viewer: Viewer, *, header: Sequence[str]) -> str:
    """The text of the file beside the file ``waves``."""
    cycles = (viewer.marker_s - viewer.begin_s) / viewer.period_s + 2 * _MARGIN
    shown_s = min(max(cycles, _CYCLES[0]), _CYCLES[1]) * viewer.period_s
    # GTKWave counts in times of the file. The end of the step is what has to be seen; the marker stands before the
    # edge, since that is where the registers hold what the step has made of them.
    start = max(0, round((viewer.marker_s + _MARGIN * viewer.period_s - shown_s) / viewer.resolution_s))
    zoom = -log2(shown_s / viewer.resolution_s * _FRAME / _WAVES)
    marker = round((viewer.marker_s - viewer.period_s / 2) / viewer.resolution_s)
    lines = [f"[*] {line}" for line in header]
    lines += [f'[dumpfile] "{waves}"', f"[timestart] {start}", f"[size] {_WIDTH} {_HEIGHT}"]
    lines += ["[sst_expanded] 0", f"[signals_width] {_NAMES}"]
    lines.append(f"*{zoom:.6f} {marker} " + " ".join(["-1"] * _MARKERS))
    for net in viewer.nets:
        lines += [_format(net), _named(net)]
    return "\n".join(lines) + "\n"


def _format(net: ViewerNet) -> str:
    if net.width == 1:
        return _BIT
    if net.width > _LONGEST_DECIMAL:
        return _HEXADECIMAL
    return _SIGNED if net.signed else _DECIMAL


def _named(net: ViewerNet) -> str:
    whole = net.name if net.net_width == 1 else f"{net.name}[{net.net_width - 1}:0]"
    if net.width == net.net_width:
        return f"+{{{net.label}}} {whole}"
    # Bits by their place, the most significant one first, which has the place 0.
    first = net.net_width - net.offset - net.width
    bits = " ".join(f"({place}){whole}" for place in range(first, first + net.width))
    return f"#{{{net.label}}} {bits}"
