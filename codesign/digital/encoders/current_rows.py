# amaranth: UnusedElaboratable=no
"""The rows of an image as steps, its pixels as values: one per cycle."""

from typing import Any

import numpy as np
from amaranth.hdl import Cat, Module, Mux, Signal
from amaranth.lib import stream, wiring
from amaranth.lib.wiring import In, Out
from numpy.typing import NDArray

from codesign.digital.encoders.pixels import PixelOptions, pixel_layout
from codesign.digital.streams import Bundle
from codesign.network import Network

__all__ = ["CurrentRowsEncoder", "build"]


def build(network: Network, *, source: Bundle, left_out: int, options: PixelOptions) -> "CurrentRowsEncoder":
    """No step is left out: every row counts."""
    return CurrentRowsEncoder(source, network.coding.parameters["levels"], options.pixels_per_item)


class CurrentRowsEncoder(wiring.Component):
    """Ports: ``input`` (in, ``pixel_layout(lanes)``), ``output`` (out, ``source.layout``)."""

    def __init__(self, source: Bundle, levels: int, lanes: int) -> None:
        self._columns, self._levels, self._lanes = source.size, levels, lanes
        super().__init__(
            {"input": In(stream.Signature(pixel_layout(lanes))), "output": Out(stream.Signature(source.layout))}
        )

    def items(self, image: NDArray[np.integer]) -> list[int]:
        """Cycles of each step of an ``image`` (rows, columns): one per pixel."""
        return [self._columns] * len(image)

    def cycles(self, image: NDArray[np.integer]) -> int:
        """From one image to the next of this kind."""
        return sum(self.items(image))

    def elaborate(self, platform: Any) -> Module:
        m = Module()
        taken, item = self.input.payload, self.output.payload
        # Those still to be sent, the next one lowest.
        pixels, present = Signal(8 * self._lanes, name="pixels"), Signal(self._lanes, name="present")
        ends, last = Signal(name="ends"), Signal(name="last")
        column = Signal(range(self._columns), name="column")
        moves = Signal(name="moves")
        m.d.comb += [
            last.eq(present >> 1 == 0),
            moves.eq(self.output.valid & self.output.ready),
            self.input.ready.eq(~self.output.valid | (self.output.ready & last)),
            item.value.eq(Mux(pixels[:8] > self._levels, self._levels, pixels[:8])),
            item.present.eq(present[0]),
            item.end_of_step.eq(present[0] & (column == self._columns - 1)),
            item.end_of_sample.eq(ends & last),
        ]
        with m.If(moves):
            m.d.sync += [
                pixels.eq(pixels >> 8),
                present.eq(present >> 1),
                column.eq(Mux(item.end_of_step | item.end_of_sample, 0, column + present[0])),
            ]
        with m.If(self.input.ready):
            m.d.sync += [
                self.output.valid.eq(self.input.valid),
                pixels.eq(Cat(*(taken.pixels[lane] for lane in range(self._lanes)))),
                present.eq(taken.present),
                ends.eq(taken.end_of_image),
            ]
        return m
