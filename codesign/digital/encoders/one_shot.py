# amaranth: UnusedElaboratable=no
"""One-shot coding in RTL: a bit per pixel, and for each frame the addresses of the pixels that have it as theirs.

The bits lie in the order of the frames, so that in a frame only its own pixels (all pixels / frames) are searched, by
lanes; a table gives their addresses. The next image is taken while the present one is sent.
"""

from typing import Any

import numpy as np
from amaranth.hdl import Cat, Module, Mux, Signal, unsigned
from amaranth.lib import stream, wiring
from amaranth.lib.memory import Memory
from amaranth.lib.wiring import In, Out
from numpy.typing import NDArray

from codesign.coding.one_shot import frame_of_pixel
from codesign.digital.encoders.pixels import PixelOptions, pixel_layout
from codesign.digital.memory_ports import read_port
from codesign.digital.streams import Bundle
from codesign.network import Network

__all__ = ["OneShotEncoder", "build"]


def build(network: Network, *, source: Bundle, left_out: int, options: PixelOptions) -> "OneShotEncoder":
    """The frame that resets is black, and the first one of all."""
    parameters = network.coding.parameters
    frame = 1 + frame_of_pixel(parameters["seed"], parameters["frames"], source.size)
    return OneShotEncoder(
        source,
        frame,
        steps=1 + parameters["frames"],
        left_out=left_out,
        level=parameters["level"],
        lanes=options.pixels_per_item,
    )


class OneShotEncoder(wiring.Component):
    """Ports: ``input`` (in, ``pixel_layout(lanes)``), ``output`` (out, ``source.layout``).

    ``frame`` (pixels,) is the step in which a pixel from ``level`` on spikes. A step takes as many cycles as the lane
    with the most spikes has, at least one; an image is taken in one cycle per item and one more.
    """

    def __init__(
        self, source: Bundle, frame: NDArray[np.integer], *, steps: int, left_out: int, level: int, lanes: int
    ) -> None:
        self._source, self._level, self._lanes = source, level, lanes
        self._first, self._steps = left_out, steps
        self._frame = frame
        # Of each step and lane of the output the pixels, in ascending order.
        self._pixels = [
            [
                [int(p) for p in np.flatnonzero(frame == step) if p % source.lanes == lane]
                for lane in range(source.lanes)
            ]
            for step in range(steps)
        ]
        super().__init__(
            {"input": In(stream.Signature(pixel_layout(lanes))), "output": Out(stream.Signature(source.layout))}
        )

    def items(self, image: NDArray[np.integer]) -> list[int]:
        """Cycles of each step of an ``image`` (rows, columns)."""
        bright = np.asarray(image).ravel() >= self._level
        return [max(1, *(sum(bright[p] for p in pixels) for pixels in lanes)) for lanes in self._pixels[self._first :]]

    def cycles(self, image: NDArray[np.integer]) -> int:
        """From one image to the next of this kind, in the long run: its steps, or its items if they take longer."""
        return max(sum(self.items(image)), -(-np.asarray(image).size // self._lanes) + 1)

    def elaborate(self, platform: Any) -> Module:
        m = Module()
        source, lanes, pixels = self._source, self._lanes, self._source.size
        taken = self.input.payload
        items = -(-pixels // lanes)
        loading, sending = Signal(items * lanes, name="loading"), Signal(pixels, name="sending")
        # Items of this image; it is complete.
        count, complete = Signal(range(items + 1), name="count"), Signal(name="complete")
        busy, step, copies = Signal(name="busy"), Signal(range(self._steps), name="step"), Signal(name="copies")
        advance, last, finishes = Signal(name="advance"), Signal(name="last"), Signal(name="finishes")
        bright = Cat(*(taken.present[k] & (taken.pixels[k] >= self._level) for k in range(lanes)))
        m.d.comb += self.input.ready.eq(~complete)
        with m.If(copies):
            m.d.sync += [complete.eq(0), count.eq(0), loading.eq(0), sending.eq(loading)]
        with m.If(self.input.valid & ~complete):
            m.d.sync += complete.eq(taken.end_of_image)
            with m.If(count != items):
                m.d.sync += [count.eq(count + 1), loading.word_select(count, lanes).eq(bright)]

        longest = max(1, *(len(found) for lanes_of in self._pixels for found in lanes_of))
        places = range(max(2, longest))
        following = Signal(range(self._steps + 1), name="following")
        item = self.output.payload
        m.d.comb += [
            advance.eq(~self.output.valid | self.output.ready),
            following.eq(step + 1),
            finishes.eq(busy & advance & last & (following == self._steps)),
            copies.eq(complete & (~busy | finishes)),
        ]
        ready_lanes, spikes = [], []
        for lane in range(source.lanes):
            pending = Signal(longest, name=f"pending_{lane}")  # of the pixels of this step those that are to be sent
            others = Signal(longest, name=f"others_{lane}")  # without the lowest one
            lowest = Signal(longest, name=f"lowest_{lane}")  # the lowest one alone
            place = Signal(places, name=f"place_{lane}")
            next_pending = Signal(longest, name=f"next_{lane}")
            m.d.comb += [others.eq(pending & (pending - 1)), lowest.eq(pending & ~others)]
            for bit in range(len(place)):
                chosen = [lowest[k] for k in range(longest) if k >> bit & 1]
                m.d.comb += place[bit].eq(Cat(*chosen).any() if chosen else 0)
            with m.Switch(following):
                for number in range(1, self._steps):
                    with m.Case(number):
                        m.d.comb += next_pending.eq(Cat(*(sending[p] for p in self._pixels[number][lane])))
            with m.If(copies):
                m.d.sync += pending.eq(0)
            with m.Elif(busy & advance):
                m.d.sync += pending.eq(Mux(last, next_pending, others))
            ready_lanes.append(others == 0)
            spikes.append(pending != 0)
            self._addresses(m, lane, Cat(place, step), len(place), item.address[lane], advance)
        m.d.comb += last.eq(Cat(*ready_lanes).all())
        with m.If(copies):
            m.d.sync += [busy.eq(1), step.eq(self._first)]
        with m.Elif(busy & advance & last):
            m.d.sync += [busy.eq(~finishes), step.eq(following)]
        with m.If(advance):
            m.d.sync += [
                self.output.valid.eq(busy),
                item.spike.eq(Cat(*spikes)),
                item.end_of_step.eq(last),
                item.end_of_sample.eq(finishes),
            ]
        return m

    def _addresses(self, m: Module, lane: int, index: Any, place_bits: int, address: Any, advance: Any) -> None:
        """``address`` of the pixel at a place of a step, read in the cycle in which the item is made."""
        table = [0] * (self._steps << place_bits)
        for step, lanes in enumerate(self._pixels):
            for place, pixel in enumerate(lanes[lane]):
                table[(step << place_bits) + place] = pixel // self._source.lanes
        memory = Memory(shape=unsigned(len(address)), depth=len(table), init=table)
        m.submodules[f"addresses_{lane}"] = memory
        read = read_port(memory)
        m.d.comb += [read.addr.eq(index), read.en.eq(advance), address.eq(read.data)]
