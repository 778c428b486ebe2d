# amaranth: UnusedElaboratable=no
"""Where a weight lies in the memories of the RTL, and which weight lies there."""

from dataclasses import dataclass

from codesign import cells
from codesign.digital.design import NetworkDesign
from codesign.network import Layer

__all__ = ["Place", "place_of", "weight_at"]


@dataclass(frozen=True, kw_only=True)
class Place:
    """The bits ``low`` to ``high`` of the row ``address`` of the memory ``memory`` in the sums of a layer."""

    instance: str
    """``layer.sums``, below the top module."""
    memory: str
    address: int
    low: int
    width: int
    signed: bool
    tensor: str
    layer: str
    unit: int
    input: int

    @property
    def high(self) -> int:
        return self.low + self.width - 1

    @property
    def parameter(self) -> str:
        """As in the mapping: ``layer.tensor[unit,input]``."""
        return f"{self.layer}.{self.tensor}[{self.unit},{self.input}]"

    @property
    def element(self) -> str:
        return f"{self.instance}, {self.memory}[{self.address}], bits {self.low} to {self.high}"

    def number(self, word: int) -> int:
        """What the row ``word`` holds there."""
        value = word >> self.low & ((1 << self.width) - 1)
        return value - (1 << self.width) if self.signed and value >> (self.width - 1) else value


def place_of(design: NetworkDesign, layer: str, tensor: str, unit: int, source: int) -> Place | None:
    """The place of the weight of ``unit`` for the input ``source`` in ``tensor``; None where it lies in no memory."""
    tensors = _tensors(design, layer)
    if tensor not in tensors:
        return None
    banks = design.layers[layer].sums.banks
    row = unit * len(tensors) + tensors.index(tensor)
    lane, index = source % banks.lanes, source // banks.lanes
    return _place(
        design,
        layer,
        memory=banks.memory(lane),
        address=index * banks.groups + row // banks.columns,
        column=row % banks.columns,
    )


def weight_at(design: NetworkDesign, layer: str, *, memory: str, address: int, bit: int) -> Place | None:
    """The weight whose bits hold ``bit`` of a row; None where none does."""
    banks = design.layers[layer].sums.banks
    column = bit // banks.range.width
    return None if column >= banks.columns else _place(design, layer, memory=memory, address=address, column=column)


def _place(design: NetworkDesign, layer: str, *, memory: str, address: int, column: int) -> Place | None:
    banks = design.layers[layer].sums.banks
    tensors = _tensors(design, layer)
    lane = next((lane for lane in range(banks.lanes) if banks.memory(lane) == memory), None)
    if lane is None or address >= banks.inputs(lane) * banks.groups:
        return None
    row = address % banks.groups * banks.columns + column
    unit = row // len(tensors)
    if unit >= _layer(design, layer).outputs:
        return None
    return Place(
        instance=f"{design.instance(layer)}.sums",
        memory=memory,
        address=address,
        low=column * banks.range.width,
        width=banks.range.width,
        signed=banks.range.signed,
        tensor=tensors[row % len(tensors)],
        layer=layer,
        unit=unit,
        input=address // banks.groups * banks.lanes + lane,
    )


def _layer(design: NetworkDesign, name: str) -> Layer:
    return next(layer for layer in design.network.layers if layer.name == name)


def _tensors(design: NetworkDesign, layer: str) -> tuple[str, ...]:
    """The tensors that the rows of a layer's sums hold, unit by unit in turn; the cell's ``rtl.py`` names them where
    there are several."""
    found: tuple[str, ...] = getattr(cells.part(_layer(design, layer).kind, "rtl"), "WEIGHTS", ("weight",))
    return found
