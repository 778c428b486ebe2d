"""Modules of the Verilog: one for each component of the design, with exactly the ports of its signature.

Left alone, Amaranth names the ports of a submodule after whatever registers drive them, splits vectors into such
parts, and tells equal names apart by numbers. So for export each component is converted on its own, and is an
instance in its parent; in Amaranth's simulator it is an ordinary submodule.
"""

import re
from typing import Any

from amaranth.back import rtlil
from amaranth.hdl import ClockSignal, Instance, Module, ResetSignal
from amaranth.lib import wiring

__all__ = ["OBSERVED", "Modules", "place"]

OBSERVED = {"keep": 1}
"""Attributes of a register that a testbench reads by its name: it stays in the Verilog under this name."""


class Modules:
    """Collects the RTLIL text of all modules; it takes the role of Amaranth's platform in ``elaborate``."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        """RTLIL by module name, a module after those that it contains."""
        self._path: list[str] = []

    def convert(self, component: Any, name: str) -> str:
        """Convert ``component`` and all that it contains; the name of its module."""
        self._path.append(name)
        module = "__".join(self._path)
        while module in self.texts:  # a layer "a__sums" beside the sums of a layer "a"
            module += "_"
        text = rtlil.convert(component, name=module, platform=self, emit_src=False)
        self.texts[module] = text
        self._path.pop()
        return module


def place(m: Module, platform: Any, name: str, component: Any) -> Any:
    """Put ``component`` into ``m`` as ``name``; what is returned has its ports, for the parent to connect to."""
    if not isinstance(platform, Modules):
        m.submodules[name] = component
        return component
    module = platform.convert(component, name)
    ports = component.signature.create(path=(name,))
    connections: dict[str, Any] = {}
    for path, member, value in component.signature.flatten(ports):
        direction = "i" if member.flow == wiring.In else "o"
        connections[f"{direction}_{'__'.join(map(str, path))}"] = value
    for port, signal in (("clk", ClockSignal()), ("rst", ResetSignal())):
        # A module without registers has neither.
        if re.search(rf"^ *wire .*input \d+\s+\\{port}$", platform.texts[module], re.MULTILINE):
            connections[f"i_{port}"] = signal
    m.submodules[name] = Instance(module, **connections)
    return ports
