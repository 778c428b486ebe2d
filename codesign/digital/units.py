"""The units of a layer, a group of them per cycle: what all cells share.

A cell's ``rtl.py`` says in a subclass what happens in one lane; groups, memory of the states, pauses of the streams
and the registers that a testbench reads are here.
"""

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

import numpy as np
from amaranth.hdl import C, Cat, Const, Module, Mux, Signal, Value
from amaranth.lib import memory, stream, wiring
from amaranth.lib.wiring import In, Out
from numpy.typing import NDArray

from codesign.digital.arithmetic import resized
from codesign.digital.groups import Groups, memory_style
from codesign.digital.hierarchy import OBSERVED
from codesign.digital.interval import Interval
from codesign.digital.memory_ports import read_port, write_port
from codesign.digital.streams import pack

__all__ = ["Inside", "Lane", "State", "Units"]


@dataclass(frozen=True, kw_only=True)
class State:
    """A state of every unit: all values it can take, and the one it has before the first step of a sample."""

    range: Interval
    initial: int


@dataclass(frozen=True, kw_only=True)
class Inside:
    """A net of a lane that is worth to be seen in a waveform: the unit's own ``stage`` cycles after its sums were
    taken, where nothing stalls."""

    signed: bool
    stage: int


@dataclass(frozen=True, kw_only=True)
class Lane:
    """What one lane knows of the unit whose turn it is, at the first stage of the pipeline."""

    m: Module
    index: int
    sums: tuple[Any, ...]
    """The unit's weighted sums, each signed if any sum of the layer can be negative."""
    stored: Mapping[str, Any]
    """The states after the step before; of no meaning while ``fresh`` is 1."""
    fresh: Any
    """1 in the first step of a sample."""
    constants: Mapping[str, Any]
    """The unit's own numbers."""
    advance: Any
    _initial: Mapping[str, int] = field(default_factory=dict)

    def old(self, state: str) -> Any:
        """The state before this step."""
        return Mux(self.fresh, self._initial[state], self.stored[state])

    def named(self, name: str, value: Any) -> Any:
        """``value`` under a name of its own in the Verilog."""
        signal = Signal(Value.cast(value).shape(), name=f"{name}_{self.index}")
        self.m.d.comb += signal.eq(value)
        return signal

    def later(self, name: str, value: Any) -> Any:
        """``value`` one stage later. All that a stage uses must have come as far as it."""
        if isinstance(value, Const):
            return value  # the same in every stage
        signal = Signal(Value.cast(value).shape(), name=f"{name}_{self.index}")
        with self.m.If(self.advance):
            self.m.d.sync += signal.eq(value)
        return signal


class Units(wiring.Component):
    """Units that are updated ``groups.lanes`` at a time.

    Ports: ``input`` (in, the sums: ``groups.layout`` of :attr:`sums_per_unit` times ``sums.width`` bits per unit),
    ``output`` (out, ``groups.layout(width)``, what the layer gives).

    Registers to observe: one of the name of each state, which holds that state of one group, its first unit in the
    lowest bits, while the register ``group_done`` is 1. That it is once for each group of each step, in order.

    The states lie in a memory with a row per group, or in those registers where there is but one group.

    Both kinds of sums keep to what this relies on where there are several groups: no group is offered in the cycle of a
    reset and the one after it, and, for more than one stage, the groups of a step follow each other without a gap.
    """

    stages: ClassVar[int] = 1
    """Registers between the sums and the new states, the states' own among them."""
    sums_per_unit: ClassVar[int] = 1
    sum_names: ClassVar[tuple[str, ...]] = ("sum",)
    """What the weighted sums of a unit are called, one name for each of :attr:`sums_per_unit`."""
    inside: ClassVar[Mapping[str, "Inside"]] = {}
    """Nets of a lane that show how a state comes about; in the RTL the lane's number is behind their names."""

    def __init__(
        self,
        *,
        groups: Groups,
        sums: Interval,
        states: Mapping[str, State],
        width: int,
        constants: Mapping[str, NDArray[np.integer]] | None = None,
    ) -> None:
        self.groups, self.states, self.width = groups, states, width
        self._sums = sums
        self._constants = {} if constants is None else constants
        self._registers = {
            name: Signal(groups.lanes * state.range.width, name=name, attrs=OBSERVED) for name, state in states.items()
        }
        self.group_done = Signal(attrs=OBSERVED, name="group_done")
        super().__init__(
            {
                "input": In(stream.Signature(groups.layout(self.sums_per_unit * sums.width))),
                "output": Out(stream.Signature(groups.layout(width))),
            }
        )

    def register(self, state: str) -> Signal:
        """The register that holds ``state`` of one group while ``group_done`` is 1."""
        return self._registers[state]

    @property
    def interval(self) -> int:
        """Cycles from taking the first group of a step to taking that of the next, at least."""
        # From the memory new states can be read one cycle after they were in the registers.
        return max(self.groups.count, self.stages + (self.groups.count > 1))

    @abstractmethod
    def lane(self, lane: Lane) -> Mapping[str, Any]:
        """The states of the unit in ``lane`` after the step, and its ``output``.

        All of them have passed :meth:`Lane.later` exactly ``stages`` - 1 times.
        """

    def elaborate(self, platform: Any) -> Module:
        m = Module()
        taken, given = self.input.payload, self.output.payload
        advance = Signal(name="advance")  # nothing stands at the output, or it leaves in this cycle
        accept = Signal(name="accept")
        may_begin = Signal(name="may_begin")  # the states of the step before are where the next one looks for them
        fresh = Signal(init=1, name="fresh")  # no step of this sample is done
        group = Signal(range(self.groups.count), name="group")
        upcoming = Signal.like(group, name="upcoming")
        m.d.comb += [
            advance.eq(~self.output.valid | self.output.ready),
            self.input.ready.eq(advance & may_begin),
            accept.eq(self.input.valid & self.input.ready),
            upcoming.eq(Mux(accept & taken.step, Mux(taken.end_of_step, 0, group + 1), group)),
        ]
        m.d.sync += group.eq(upcoming)
        with m.If(accept & (taken.end_of_step | taken.end_of_sample)):
            m.d.sync += fresh.eq(taken.end_of_sample)
        self._pause(m, advance, accept & (group == 0), may_begin, group == 0)

        stored = self._stored(m, upcoming)
        constants = self._constants_of(m, upcoming)
        results = []
        for index in range(self.groups.lanes):
            results.append(
                self.lane(
                    Lane(
                        m=m,
                        index=index,
                        sums=self._sums_of(index),
                        stored={name: values[index] for name, values in stored.items()},
                        fresh=fresh,
                        constants={name: values[index] for name, values in constants.items()},
                        advance=advance,
                        _initial={name: state.initial for name, state in self.states.items()},
                    )
                )
            )

        # The flags go beside the values, stage by stage; the last stage is the output.
        valid: Any = accept
        flags: Any = Cat(taken.step, taken.end_of_step, taken.end_of_sample)
        place: Any = group
        for stage in range(1, self.stages):
            before = valid, flags, place
            valid, flags, place = (
                Signal(name=f"valid_{stage}"),
                Signal(3, name=f"flags_{stage}"),
                Signal.like(group, name=f"group_{stage}"),
            )
            with m.If(advance):
                m.d.sync += [valid.eq(before[0]), flags.eq(before[1]), place.eq(before[2])]
        updated = Signal(name="updated")  # the states of a group are final in this cycle
        m.d.comb += updated.eq(advance & valid & flags[0])
        m.d.sync += self.group_done.eq(updated)
        states = {
            name: Cat(*(resized(result[name], state.range.width) for result in results))
            for name, state in self.states.items()
        }
        with m.If(advance):
            m.d.sync += [
                self.output.valid.eq(valid),
                Cat(given.step, given.end_of_step, given.end_of_sample).eq(flags),
                given.units.eq(Cat(*(resized(result["output"], self.width) for result in results))),
            ]
        with m.If(updated):
            m.d.sync += [self._registers[name].eq(values) for name, values in states.items()]
        self._write(m, updated, place, Cat(*states.values()))
        return m

    def _pause(self, m: Module, advance: Any, begins: Any, may_begin: Any, at_first: Any) -> None:
        if self.interval <= self.groups.count:
            m.d.comb += may_begin.eq(1)
            return
        pause = Signal(range(self.interval), name="pause")
        m.d.comb += may_begin.eq((pause == 0) | ~at_first)
        with m.If(begins):
            m.d.sync += pause.eq(self.interval - 1)
        with m.Elif(advance & (pause != 0)):
            m.d.sync += pause.eq(pause - 1)

    def _sums_of(self, lane: int) -> tuple[Any, ...]:
        width = self._sums.width
        first = lane * self.sums_per_unit
        parts = (self.input.payload.units[(first + k) * width :][:width] for k in range(self.sums_per_unit))
        return tuple(part.as_signed() if self._sums.signed else part for part in parts)

    def _row(self, name: str, offset: int, bits: Any) -> list[Any]:
        """The values of a state, one per lane, that lie in ``bits`` from ``offset`` on."""
        interval = self.states[name].range
        values = [bits[offset + lane * interval.width :][: interval.width] for lane in range(self.groups.lanes)]
        return [value.as_signed() if interval.signed else value for value in values]

    def _stored(self, m: Module, upcoming: Any) -> dict[str, list[Any]]:
        """Of each state the values of the group whose turn is next, one per lane."""
        if self.groups.count == 1 or not self.states:
            return {name: self._row(name, 0, signal) for name, signal in self._registers.items()}
        self._memory = memory.Memory(
            shape=sum(len(signal) for signal in self._registers.values()),
            depth=self.groups.count,
            init=[],
            attrs=memory_style(self.groups.count),
        )
        m.submodules.states = self._memory
        read = read_port(self._memory)
        m.d.comb += read.addr.eq(upcoming)
        found, offset = {}, 0
        for name, signal in self._registers.items():
            found[name] = self._row(name, offset, read.data)
            offset += len(signal)
        return found

    def _write(self, m: Module, updated: Any, place: Any, states: Any) -> None:
        """Put the new states of a group into the memory, as they go into the registers."""
        if self.groups.count == 1 or not self.states:
            return
        write = write_port(self._memory)
        m.d.comb += [write.addr.eq(place), write.en.eq(updated), write.data.eq(states)]

    def _constants_of(self, m: Module, upcoming: Any) -> dict[str, list[Any]]:
        """Of each constant the values of the group whose turn is next, one per lane."""
        groups, found = self.groups, {}
        for name, values in self._constants.items():
            interval = Interval.of(values).with_zero()
            if groups.count == 1:
                found[name] = [C(int(value), interval.shape) for value in values]
                continue
            padded = np.zeros(groups.room, dtype=np.int64)
            padded[: groups.units] = values
            init = [pack(part, interval.width) for part in padded.reshape(groups.count, groups.lanes)]
            rom = memory.Memory(shape=groups.lanes * interval.width, depth=groups.count, init=init)
            m.submodules[name] = rom
            read = read_port(rom)
            m.d.comb += read.addr.eq(upcoming)
            parts = [read.data[lane * interval.width :][: interval.width] for lane in range(groups.lanes)]
            found[name] = [part.as_signed() if interval.signed else part for part in parts]
        return found
