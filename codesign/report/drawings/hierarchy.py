"""The RTL of a result as block diagrams, read back from its own netlist."""

from collections.abc import Iterator

from codesign.digital.options import engine
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
    found = structure(result.network, engine(result.engine))
    return tuple(_modules(found, found.top, (), result))


def _modules(found: Structure, module: str, path: tuple[str, ...], result: VerifyResult) -> Iterator[Drawing]:
    block = found.blocks[module]
    if not block.parts:
        return
    whole = ".".join(path)
    yield drawing(
        module_sheet(found, module, path=path),
        kind="hierarchy",
        title=f"RTL of {whole}" if path else f"RTL of {module}, the whole design",
        caption=f"Module {module}: {written(block.total)}, with all that is in it. Drawn from the netlist that yosys "
        f"writes of the design (engine {result.engine}), words before synthesis.",
        name="-".join(("rtl", *(path or ("top",)))),
        unique=result.network.hash,
    )
    for part in block.parts:
        yield from _modules(found, part.module, (*path, part.name), result)
