# amaranth: UnusedElaboratable=no
"""What each layer takes of the FPGA: the core synthesised once more, its layers kept apart.

In the synthesis of the whole nothing tells afterwards which layer a LUT belongs to. Here each layer is flattened and
mapped by itself, so nothing is shared or left out across its ports: of the shipped models the sum of the layers is
within 8 % of the core, of a very small design within 25 %.
"""

from collections.abc import Mapping
from pathlib import Path

from amaranth.back import rtlil

from codesign import tools
from codesign.digital.design import NetworkDesign
from codesign.digital.structure.cost import DECISION
from codesign.digital.synthesis.figures import Figures, read_figures
from codesign.digital.toolchains import Toolchain
from codesign.files import write_file

__all__ = ["layer_figures"]

_STATISTICS = "layers.json"


def layer_figures(
    design: NetworkDesign, toolchain: Toolchain, *, folder: Path, time_limit_s: float
) -> Mapping[str, Figures]:
    """The layers of ``design`` in their order, each with its skip connection, then the decision.

    ``folder`` takes the files. Raises MissingToolError without yosys, ToolError where it fails.
    """
    instances = {name: [design.instance(name)] for name in design.layers}
    for name in design.skips:
        instances[name].append(design.skip_instance(name))
    instances[DECISION] = [DECISION]
    kept = [f"top.{instance}" for found in instances.values() for instance in found]
    write_file(folder / "layers.il", rtlil.convert(design, name="top", emit_src=False))
    script = [
        "read_rtlil layers.il",
        *(f"setattr -mod -set keep_hierarchy 1 {module}" for module in kept),
        toolchain.before_synthesis,
        f"{toolchain.synthesis} {toolchain.options} -top top",
        f"tee -q -o {_STATISTICS} stat -json",
    ]
    write_file(folder / "layers.ys", "\n".join(script) + "\n")
    tools.run("yosys", ["-q", "layers.ys"], folder=folder, time_limit_s=time_limit_s)
    return {
        name: read_figures(folder / _STATISTICS, toolchain, modules=[f"\\top.{instance}" for instance in found])
        for name, found in instances.items()
    }
