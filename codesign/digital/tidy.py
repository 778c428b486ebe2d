"""A design's RTLIL, tidied by yosys: what both the Verilog and the VHDL are printed from."""

import tempfile
from collections.abc import Iterable
from pathlib import Path

from codesign import tools
from codesign.errors import ToolError

__all__ = ["tidied"]

_TIME_LIMIT_S = 600.0

# What a person reads: no unused aliases of streams and fields, enables and resets at their registers. Nothing here
# maps or shares logic; that is the synthesis tool's work.
_SCRIPT = """\
read_rtlil design.il
setattr -mod -unset top *
hierarchy -check -top {top}
proc -norom
opt_expr
opt_clean -purge
opt_muxtree
opt_reduce
opt_merge
opt_dff -simple-dffe
opt_clean -purge
memory_collect
setattr -mod -unset src -unset generator -unset top *
setattr -unset src -unset keep *
{write}
"""


def tidied(texts: Iterable[str], *, top: str, write: str, file: str) -> str:
    """What yosys puts into ``file`` at the command(s) ``write`` for the RTLIL ``texts``; ToolError where it fails."""
    with tempfile.TemporaryDirectory(prefix="codesign-") as name:
        folder = Path(name)
        (folder / "design.il").write_text("".join(texts))
        (folder / "design.ys").write_text(_SCRIPT.format(top=top, write=write))
        tools.run("yosys", ["-q", "design.ys"], folder=folder, time_limit_s=_TIME_LIMIT_S)
        try:
            return (folder / file).read_text()
        except OSError as error:
            raise ToolError(f"yosys wrote no {file} ({error})") from None
