# amaranth: UnusedElaboratable=no
"""Rate coding in RTL: a random word per pixel and frame, several in one cycle, in the order in which the coding draws.

The pixels lie in memory as the limits that their words are held against, in rows of as many pixels as are dealt with
in one cycle; in a second memory stands which of them spiked in the frame before. One register of 32 bits holds the
generator; the words of a row, and the register's next value, are as many steps ahead of it (:mod:`.leap`). It starts
from the seed for every image. The next image is taken while the present one is drawn.
"""

from math import lcm
from typing import Any

import numpy as np
from amaranth.hdl import Array, Cat, Module, Mux, Signal, unsigned
from amaranth.lib import stream, wiring
from amaranth.lib.memory import Memory
from amaranth.lib.wiring import In, Out
from numpy.typing import NDArray

from codesign import coding
from codesign.digital.arithmetic import times
from codesign.digital.encoders.leap import leap, parities
from codesign.digital.encoders.pixels import PixelOptions, pixel_layout
from codesign.digital.encoders.row_sender import RowSender
from codesign.digital.hierarchy import place
from codesign.digital.interval import Interval
from codesign.digital.memory_ports import read_port, write_port
from codesign.digital.streams import Bundle, link
from codesign.network import Choice, Network

__all__ = ["BernoulliEncoder", "build"]

_STATE_BITS, _WORD_BITS = 32, 16  # a word is the upper half of the generator's state


def build(network: Network, *, source: Bundle, left_out: int, options: PixelOptions) -> "BernoulliEncoder":
    """The black frames that are left are one item each."""
    return BernoulliEncoder(network.coding, source, left_out=left_out, options=options)


class BernoulliEncoder(wiring.Component):
    """Ports: ``input`` (in, ``pixel_layout(lanes)``), ``output`` (out, ``source.layout``).

    An image is taken in one cycle per item. A black frame takes one cycle, another one as many as :meth:`items` says.
    """

    def __init__(self, choice: Choice, source: Bundle, *, left_out: int, options: PixelOptions) -> None:
        self._choice, self._source, self._left_out = choice, source, left_out
        self._taken = options.pixels_per_item
        step = lcm(source.lanes, self._taken)
        self.pixels_per_cycle = -(-min(options.pixels_per_cycle, source.size) // step) * step
        """Pixels of a row: all items and all lanes of the output fit into it without a rest."""
        self.rows = -(-source.size // self.pixels_per_cycle)
        self._black = choice.parameters["black_frames"] - left_out
        super().__init__(
            {"input": In(stream.Signature(pixel_layout(self._taken))), "output": Out(stream.Signature(source.layout))}
        )

    def items(self, image: NDArray[np.integer]) -> list[int]:
        """Cycles of each step of an ``image`` (rows, columns): a row of pixels takes as many as its fullest lane."""
        parameters = self._choice.parameters
        steps = coding.encode(self._choice.kind, parameters, np.asarray(image)[None])[0, self._left_out :]
        room = np.zeros((len(steps), self.rows * self.pixels_per_cycle), dtype=np.int64)
        room[:, : steps.shape[1]] = steps
        lanes = self._source.lanes
        counts = room.reshape(len(steps), self.rows, self.pixels_per_cycle // lanes, lanes).sum(axis=2).max(axis=2)
        cycles = np.maximum(counts, 1).sum(axis=1)
        cycles[: self._black] = 1
        return [int(count) for count in cycles]

    def cycles(self, image: NDArray[np.integer]) -> int:
        """From one image to the next of this kind, in the long run: its steps, or its items if they take longer."""
        return max(sum(self.items(image)), -(-np.asarray(image).size // self._taken))

    def elaborate(self, platform: Any) -> Module:
        m = Module()
        parameters, width, rows = self._choice.parameters, self.pixels_per_cycle, self.rows
        chunks = width // self._taken  # items of a row
        levels = parameters["levels"]
        limits = [pixel * parameters["rate"] * 256 // levels for pixel in range(levels + 1)]
        bits = Interval(0, max(limits)).width
        items = -(-self._source.size // self._taken)

        # Take images: two places, of which one is read.
        taken = self.input.payload
        full = [Signal(name=f"full_{place}") for place in range(2)]
        loaded = [Signal(range(rows * chunks + 1), name=f"loaded_{place}") for place in range(2)]  # items of the image
        filling, reading = Signal(name="filling"), Signal(name="reading")
        chunk, row_taken = Signal(range(chunks), name="chunk"), Signal(range(rows), name="row_taken")
        count = Signal(range(items + 1), name="count")
        # An item is taken; the image that is read is not needed any more.
        takes, done = Signal(name="takes"), Signal(name="done")
        m.d.comb += [
            self.input.ready.eq(~Array(full)[filling]),
            takes.eq(self.input.valid & self.input.ready & (count != items)),
        ]
        with m.If(takes):
            m.d.sync += count.eq(count + 1)
            if chunks > 1:
                m.d.sync += chunk.eq(Mux(chunk == chunks - 1, 0, chunk + 1))
            with m.If(chunk == chunks - 1):
                m.d.sync += row_taken.eq(Mux(row_taken == rows - 1, 0, row_taken + 1))
        with m.If(self.input.valid & self.input.ready & taken.end_of_image):
            m.d.sync += [count.eq(0), chunk.eq(0), row_taken.eq(0), filling.eq(~filling)]
        for number in range(2):
            with m.If(self.input.valid & self.input.ready & taken.end_of_image & (filling == number)):
                m.d.sync += [full[number].eq(1), loaded[number].eq(count + takes)]
            with m.If(done & (reading == number)):
                m.d.sync += full[number].eq(0)

        # Draw: the row of this cycle, of this frame.
        state = Signal(_STATE_BITS, init=parameters["seed"], name="state")
        frames = self._black + parameters["active_frames"]
        frame, row = Signal(range(frames), name="frame"), Signal(range(rows), name="row")
        advance, draws, black = Signal(name="advance"), Signal(name="draws"), Signal(name="black")
        last_row, last_frame = Signal(name="last_row"), Signal(name="last_frame")
        tail = self._source.size - (rows - 1) * width
        m.d.comb += [
            draws.eq(Array(full)[reading]),
            black.eq(frame < self._black),
            last_row.eq(black | (row == rows - 1)),
            last_frame.eq(frame == frames - 1),
            done.eq(draws & advance & last_row & last_frame),
        ]
        with m.If(draws & advance):
            m.d.sync += row.eq(Mux(last_row, 0, row + 1))
            with m.If(~black):
                m.d.sync += state.eq(Mux(last_row, parities(state, leap(tail)), parities(state, leap(width))))
            with m.If(last_row):
                m.d.sync += frame.eq(frame + 1)
            with m.If(done):
                m.d.sync += [frame.eq(0), state.eq(parameters["seed"]), reading.eq(~reading)]

        # A cycle later: the limits, what spiked before, and the words.
        valid, drawn_row, closes, ends, blank, first = (
            Signal(name="drawn"), Signal(range(rows), name="drawn_row"), Signal(name="closes"), Signal(name="ends"),
            Signal(name="blank"), Signal(name="first"),
        )  # fmt: skip
        words = [Signal(_WORD_BITS, name=f"word_{k}") for k in range(width)]
        there = Signal(chunks, name="there")  # the item has come with the image
        with m.If(advance):
            m.d.sync += [
                valid.eq(draws),
                drawn_row.eq(row),
                closes.eq(last_row),
                ends.eq(last_row & last_frame),
                blank.eq(black),
                first.eq(frame == self._black),
                *(words[k].eq(parities(state, leap(k + 1)[-_WORD_BITS:])) for k in range(width)),
                *(there[k].eq(row * chunks + k < Array(loaded)[reading]) for k in range(chunks)),
            ]
        factor, shift = _factor(limits)
        written = []
        for lane in range(self._taken):
            pixel = Signal(8, name=f"pixel_{lane}")
            m.d.comb += pixel.eq(Mux(taken.pixels[lane] > levels, levels, taken.pixels[lane]))
            limit = (times(pixel, factor) >> shift)[:bits]
            written.append(Mux(taken.present[lane], limit, 0))
        limit_of = []
        for k in range(chunks):
            memory = Memory(shape=unsigned(bits * self._taken), depth=2 * rows, init=[])
            m.submodules["limits" if chunks == 1 else f"limits_{k}"] = memory
            write, read = write_port(memory), read_port(memory)
            m.d.comb += [
                write.addr.eq(filling * rows + row_taken),
                write.en.eq(takes & (chunk == k)),
                write.data.eq(Cat(*written)),
                read.addr.eq(reading * rows + row),
                read.en.eq(advance),
            ]
            limit_of += [read.data.word_select(lane, bits) for lane in range(self._taken)]
        m.submodules.spiked_before = before = Memory(shape=unsigned(width), depth=max(2, rows), init=[])
        write = write_port(before)
        read = read_port(before, transparent_for=(write,))
        spikes, in_tail = Signal(width, name="spikes"), Signal(width, name="in_tail")
        m.d.comb += [
            in_tail.eq(Mux(drawn_row == rows - 1, (1 << tail) - 1, (1 << width) - 1)),
            spikes.eq(
                Cat(*((words[k] < limit_of[k]) & there[k // self._taken] for k in range(width)))
                & in_tail & ~Mux(first, 0, read.data) & (~blank).replicate(width)
            ),
            write.addr.eq(drawn_row),
            write.data.eq(spikes),
            write.en.eq(valid & advance & ~blank),
            read.addr.eq(row),
            read.en.eq(advance),
        ]  # fmt: skip

        sender = place(m, platform, "sender", RowSender(self._source, width))
        m.d.comb += [
            advance.eq(~valid | sender.input.ready),
            sender.input.valid.eq(valid),
            sender.input.payload.spikes.eq(spikes),
            sender.input.payload.row.eq(drawn_row),
            sender.input.payload.end_of_step.eq(closes),
            sender.input.payload.end_of_sample.eq(ends),
        ]
        link(m, sender.output, wiring.flipped(self.output))
        return m


def _factor(limits: list[int]) -> tuple[int, int]:
    """(factor, shift) so that each limit is pixel x factor >> shift, exactly: a product instead of a division."""
    largest = len(limits) - 1
    for shift in range(_STATE_BITS):
        factor = -(-(limits[-1] << shift) // largest)
        if all(pixel * factor >> shift == limit for pixel, limit in enumerate(limits)):
            return factor, shift
    raise AssertionError("a shift by twice the bits of a pixel is enough for any division by one")
