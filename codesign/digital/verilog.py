"""The Verilog text of a design: Amaranth's RTLIL, tidied and printed by yosys."""

import re
import tempfile
from pathlib import Path

from codesign import tools
from codesign.digital.design import NetworkDesign
from codesign.digital.hierarchy import Modules
from codesign.errors import ToolError

__all__ = ["verilog"]

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
setattr -unset src -unset init -unset keep *
write_verilog -noattr design.v
"""


def verilog(design: NetworkDesign) -> str:
    """All modules of ``design``, the top one first. Raises ToolError where yosys fails."""
    modules = Modules()
    top = modules.convert(design, design.name)
    with tempfile.TemporaryDirectory(prefix="codesign-") as name:
        folder = Path(name)
        (folder / "design.il").write_text("".join(modules.texts.values()))
        (folder / "design.ys").write_text(_SCRIPT.format(top=top))
        tools.run("yosys", ["-q", "design.ys"], folder=folder, time_limit_s=_TIME_LIMIT_S)
        try:
            text = (folder / "design.v").read_text()
        except OSError as error:
            raise ToolError(f"yosys wrote no Verilog ({error})") from None
    # The first line names the compiler of this yosys and its folders; our header takes its place.
    return _unescaped(text.split("*/\n", 1)[1].lstrip("\n"))


def _unescaped(text: str) -> str:
    """``text`` with ``payload_field`` for ``\\payload.field`` and the like, so that no tool has to know of escapes."""
    taken = set(re.findall(r"(?<!\\)\b[A-Za-z_]\w*", text))
    plain: dict[str, str] = {}
    for name in re.findall(r"\\(\S+) ", text):
        if name not in plain:
            plain[name] = re.sub(r"\W", "_", name)
            while plain[name] in taken:
                plain[name] += "_"
            taken.add(plain[name])
    return re.sub(r"\\(\S+) ", lambda match: plain[match[1]] + " ", text)
