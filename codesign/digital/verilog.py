"""The Verilog text of a design: Amaranth's RTLIL, tidied and printed by yosys."""

import re
from typing import Any

from codesign.digital.hierarchy import Modules
from codesign.digital.tidy import tidied

__all__ = ["verilog"]


def verilog(design: Any) -> str:
    """All modules of ``design``, a component with a ``name``, the top one first. ToolError where yosys fails."""
    modules = Modules()
    top = modules.convert(design, design.name)
    # yosys says $signed where it means it, but not $unsigned: a signed wire would be extended by its sign in unsigned
    # operations (found by tests/test_vhdl_random.py).
    texts = [re.sub(r"^( *wire [^\\\n]*)signed ", r"\1", text, flags=re.MULTILINE) for text in modules.texts.values()]
    # Registers start undefined in a Verilog simulation, so that it shows what lives by an initial value alone.
    write = "setattr -unset init *\nwrite_verilog -noattr design.v"
    text = tidied(texts, top=top, write=write, file="design.v")
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
