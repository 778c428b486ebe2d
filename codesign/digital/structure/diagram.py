"""A module and what is in it as a block diagram: instances, their streams as thick arrows, what each holds."""

from codesign.digital.structure.read import Amount, Block, Connection, Structure
from codesign.drawing.diagram import Box, Pin, diagram
from codesign.drawing.sheet import Sheet

__all__ = ["module_sheet", "written"]


def module_sheet(structure: Structure, module: str, *, path: tuple[str, ...] = ()) -> Sheet:
    """The module ``module``; ``path`` are the instances above it, for the names that its own are pointed at by."""
    block = structure.blocks[module]
    boxes = tuple(_box(structure, block, index, path) for index in range(len(block.parts)))
    inputs = tuple(_pin(port, block.nets) for port in block.ports if port.direction == "input")
    outputs = tuple(_pin(port, block.nets) for port in block.ports if port.direction == "output")
    own = f"In the module itself: {written(block.own)}. " if block.own != Amount() else ""
    note = f"{own}Thick: streams (payload, valid, ready), with the bits of their payload. Not drawn: clk, rst."
    return diagram(boxes, inputs=inputs, outputs=outputs, note=note)


def written(amount: Amount) -> str:
    """What is in a module, in words."""
    parts = [
        (amount.register_bits, "register bit"),
        (amount.memory_bits, "memory bit"),
        (amount.multipliers, "multiplier"),
        (amount.adders, "adder"),
    ]
    return ", ".join(f"{count:,} {noun}{'' if count == 1 else 's'}" for count, noun in parts if count) or "wires only"


def _box(structure: Structure, block: Block, index: int, path: tuple[str, ...]) -> Box:
    part = block.parts[index]
    inner = structure.blocks[part.module]
    return Box(
        element=".".join((*path, part.name)),
        title=part.name,
        lines=tuple(written(inner.total).split(", ")),
        inputs=tuple(_pin(port, part.nets) for port in inner.ports if port.direction == "input"),
        outputs=tuple(_pin(port, part.nets) for port in inner.ports if port.direction == "output"),
        note=f"{part.name}: module {part.module}; {written(inner.total)}",
    )


def _pin(port: Connection, nets: object) -> Pin:
    assert isinstance(nets, dict)
    return Pin(label=f"{port.name} {port.bits}", net=str(nets[port.name]), wide=port.stream)
