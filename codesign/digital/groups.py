"""Within a layer a step travels as a row of groups of units, one group per cycle.

So one group's worth of logic serves all units of a layer, and a layer with as many units in a group as it has at all
does a step in one cycle.
"""

from dataclasses import dataclass

from amaranth.hdl import unsigned
from amaranth.lib import data

__all__ = ["Groups", "memory_style"]

_ROWS_OF_LOGIC_MEMORY = 16


@dataclass(frozen=True, kw_only=True)
class Groups:
    """How the units of a layer are divided: ``count`` groups of ``lanes`` units, unit 0 in lane 0 of the first one.

    The last group may have lanes without a unit; nothing looks at what they hold.
    """

    units: int
    lanes: int

    @classmethod
    def of(cls, units: int, units_per_cycle: int) -> "Groups":
        """As few groups as ``units_per_cycle`` allows, and no more lanes than those need."""
        count = -(-units // units_per_cycle)
        return cls(units=units, lanes=-(-units // count))

    @property
    def count(self) -> int:
        return -(-self.units // self.lanes)

    @property
    def room(self) -> int:
        """Units that all groups together have room for."""
        return self.count * self.lanes

    def of_lane(self, lane: int) -> range:
        """The units of a lane, group by group; those past the last unit included."""
        return range(lane, self.room, self.lanes)

    def layout(self, width: int) -> data.StructLayout:
        """Payload of the streams inside a layer, for values of ``width`` bits.

        ``units`` holds the values of one group, its first unit in the lowest bits; they count if ``step`` is 1.
        ``end_of_step`` marks the last group of a step, ``end_of_sample`` closes the sample after it. A sample's end
        without a step is one item with ``end_of_sample`` alone.
        """
        return data.StructLayout(
            {"units": unsigned(self.lanes * width), "step": 1, "end_of_step": 1, "end_of_sample": 1}
        )


def memory_style(rows: int) -> dict[str, str]:
    """Attributes of a memory with a row per group: in block RAM where one of logic cells would not do.

    Left alone, yosys spends a third of a small chip's logic cells on them.
    """
    return {"ram_style": "block"} if rows > _ROWS_OF_LOGIC_MEMORY else {}
