"""The RTL of a result as block diagrams, read back from its own netlist."""

from collections.abc import Iterator

from codesign.digital.structure import Structure, module_sheet, structure, written
from codesign.report.drawings.drawing import Drawing, drawing
from codesign.report.hardware import has_rtl
from codesign.verify.run import VerifyResult

__all__ = ["hierarchy"]


def hierarchy(result: VerifyResult) -> tuple[Drawing, ...]:
    """A drawing of the whole design and one of each instance that has instances, layer by layer; none without RTL.

    Raises ToolError where yosys fails.
    """
    if not has_rtl(result):
        return ()
    found = structure(result.network)
    return tuple(_modules(found, found.top, (), result.network.hash))


def _modules(found: Structure, module: str, path: tuple[str, ...], unique: str) -> Iterator[Drawing]:
    block = found.blocks[module]
    if not block.parts:
        return
    whole = ".".join(path)
    yield drawing(
        module_sheet(found, module, path=path),
        kind="hierarchy",
        title=f"RTL of {whole}" if path else f"RTL of {module}, the whole design",
        caption=f"Module {module}: {written(block.total)}, with all that is in it. Drawn from the netlist that yosys "
        "writes of the design (engine balanced), words before synthesis.",
        name="-".join(("rtl", *(path or ("top",)))),
        unique=unique,
    )
    for part in block.parts:
        yield from _modules(found, part.module, (*path, part.name), unique)
