"""A save file of GTKWave: the viewer opens the waveforms with the signals of interest and a marker at the step."""

from collections.abc import Sequence

from codesign.trace.found import Viewer

__all__ = ["save_file"]

_DECIMAL, _BIT = "@24", "@28"
_MARKERS = 26
_ZOOM = -10.0


def save_file(waves: str, viewer: Viewer, *, header: Sequence[str]) -> str:
    """The text of the file beside the file ``waves``."""
    lines = [f"[*] {line}" for line in header]
    lines += [f'[dumpfile] "{waves}"', "[timestart] 0"]
    marker = round(viewer.marker_s / viewer.resolution_s)
    lines.append(f"*{_ZOOM} {marker} " + " ".join(["-1"] * _MARKERS))
    for name, width in viewer.nets:
        lines += [_BIT, name] if width == 1 else [_DECIMAL, f"{name}[{width - 1}:0]"]
    return "\n".join(lines) + "\n"
