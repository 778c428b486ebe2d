"""The nets of one unit in the generated RTL: what a waveform viewer has to show of it, and where in a net its part is.

Only ports of the modules, the registers to observe and the nets that a cell names (``inside``) are used: those have the
same names in every export. Paths are those of the Verilog; ``names`` brings them into another language.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from codesign.digital.design import NetworkDesign
from codesign.digital.units import Inside
from codesign.digital.vhdl.names import Names

__all__ = ["Field", "Path", "StreamNets", "UnitNets", "in_language", "unit_nets"]

Path = tuple[str, ...]
"""Instances below the top module, then the net."""


@dataclass(frozen=True, kw_only=True)
class Field:
    """``width`` bits of the net at ``path``, from bit ``offset`` on."""

    path: Path
    offset: int
    width: int
    signed: bool

    def of(self, word: int) -> int:
        """The number in the net's ``word``."""
        value = word >> self.offset & ((1 << self.width) - 1)
        return value - (1 << self.width) if self.signed and value >> (self.width - 1) else value


@dataclass(frozen=True, kw_only=True)
class StreamNets:
    """A stream: an item moves at a rising edge of the clock before which ``valid`` and ``ready`` are 1."""

    valid: Path
    ready: Path
    payload: Path


@dataclass(frozen=True, kw_only=True)
class UnitNets:
    """A unit of a layer. It has its turn in the group number ``group`` of each step."""

    clock: Path
    reset: Path
    items: StreamNets
    """What the layer gets."""
    sums: StreamNets
    """The weighted sums of a group."""
    end_of_step: Field
    """In the payload of ``sums``: 1 in the last group of a step."""
    step: Field
    """Likewise: 1 where the group counts."""
    own_sums: Mapping[str, Field]
    """The unit's own, by name."""
    strobe: Path | None
    """1 while the registers of the states hold a group; None: the layer has no states."""
    states: Mapping[str, Field]
    inside: Mapping[str, tuple[Path, Inside]]
    """Other nets worth to be seen. An export need not have kept them."""
    stages: int
    """Cycles from the taking of the sums to the new states, where nothing stalls."""
    group: int
    groups: int

    @property
    def paths(self) -> list[Path]:
        """Every net, ``inside`` left out."""
        streams = [path for stream in (self.items, self.sums) for path in (stream.valid, stream.ready, stream.payload)]
        strobe = [] if self.strobe is None else [self.strobe]
        return [self.clock, self.reset, *streams, *strobe, *(field.path for field in self.states.values())]


def unit_nets(design: NetworkDesign, layer: str, unit: int) -> UnitNets:
    """The nets of ``unit`` of ``layer`` in ``design``."""
    found, instance = design.layers[layer], design.instance(layer)
    units, groups = found.units, found.groups
    # A layer without units hands its sums on as they are.
    where = (instance, "sums", "output__") if units is None else (instance, "units", "input__")
    names = getattr(units, "sum_names", ("sum",))
    width = found.sums.range.width
    group, lane = divmod(unit, groups.lanes)
    layout = groups.layout(len(names) * width)
    sums = _stream(where)

    def flag(name: str) -> Field:
        return Field(path=sums.payload, offset=layout[name].offset, width=1, signed=False)

    inside = (instance, "units")
    return UnitNets(
        clock=("clk",),
        reset=("rst",),
        items=_stream((instance, "input__")),
        sums=sums,
        end_of_step=flag("end_of_step"),
        step=flag("step"),
        own_sums={
            name: Field(
                path=sums.payload,
                offset=layout["units"].offset + (lane * len(names) + place) * width,
                width=width,
                signed=found.sums.range.signed,
            )
            for place, name in enumerate(names)
        },
        strobe=(*inside, "group_done") if found.states else None,
        states={
            name: Field(
                path=(*inside, name),
                offset=lane * state.range.width,
                width=state.range.width,
                signed=state.range.signed,
            )
            for name, state in found.states.items()
        },
        inside={
            name: ((*inside, f"{name}_{lane}"), net) for name, net in getattr(units, "inside", {}).items()
        },
        stages=getattr(units, "stages", 0),
        group=group,
        groups=groups.count,
    )  # fmt: skip


def in_language(ports: Mapping[str, Any], layer: str) -> Callable[[Path], Path]:
    """What turns a path of :func:`unit_nets` of ``layer`` into that in the design that ``ports`` (ports.json) is of."""
    if ports.get("language", "verilog") == "verilog":
        return lambda path: path
    described = next(item for item in ports["layers"] if item["name"] == layer)
    known: dict[str, str] = dict(ports.get("names", {}))
    if described["states"]:
        # Told apart from other names by the export, which says so.
        known |= {state: shape["register"] for state, shape in described["states"].items()}
        known["units"] = described["instance"][-1]
        known["group_done"] = described["strobe"]

    def plain(path: Path) -> Path:
        names = [known[name] if name in known else Names()[name] for name in path]
        if len(path) > 1 and described["states"]:
            names[0] = described["instance"][0]
        return tuple(names)

    return plain


def _stream(where: tuple[str, ...]) -> StreamNets:
    *instances, prefix = where
    valid, ready, payload = ((*instances, prefix + part) for part in ("valid", "ready", "payload"))
    return StreamNets(valid=valid, ready=ready, payload=payload)
