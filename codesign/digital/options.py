"""What a user can choose about the RTL of a network, without changing what it computes."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace

from codesign import coding
from codesign.errors import InputError, nearest
from codesign.network import Network

__all__ = ["ENGINES", "Options", "engine"]

_LONG = 1024
_LARGEST = {"events_per_cycle": 64, "units_per_cycle": 1 << 16, "longest_sample": 1 << 20}


@dataclass(frozen=True, kw_only=True)
class Options:
    """Parameters of the generator."""

    events_per_cycle: int = 8
    """Spikes that a layer takes in one cycle: its weights lie in so many banks, inputs dealt out to them in turn."""
    units_per_cycle: int = 32
    """Units of a layer that are updated in one clock cycle: area against cycles per step."""
    serial_sums: bool = False
    """Sums of ``units_per_cycle`` units at a time, kept in memory, instead of all at once: the smallest logic."""
    fold_black_frames: bool = True
    """Start from the states after the frames that are always black, instead of computing them for each sample."""
    longest_sample: int = 0
    """Steps of the longest sample; it sets the width of the scores. A longer one may overflow its own scores. 0: as
    many as the model's coding gives, or 1,024 where that depends on the input."""

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if field.type in (bool, "bool"):
                if not isinstance(value, bool):
                    raise InputError(f"{field.name} must be True or False, not {value!r}")
                continue
            least, largest = int(field.default != 0), _LARGEST[field.name]
            if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= largest:
                raise InputError(f"{field.name} must be a whole number {least}..{largest}, not {value!r}")

    def json(self) -> dict[str, int | bool]:
        return asdict(self)

    def resolved(self, network: Network) -> "Options":
        """These options with what ``network`` says where they leave it open."""
        steps = coding.steps(network.coding.kind, network.coding.parameters) or _LONG
        return replace(self, longest_sample=self.longest_sample or steps)


ENGINES: Mapping[str, Options] = {
    "small": Options(events_per_cycle=1, units_per_cycle=4, serial_sums=True),
    "balanced": Options(),
    "fast": Options(events_per_cycle=16, units_per_cycle=64),
}
"""Choices by name: the fewest logic cells, the default, and the fewest cycles."""


def engine(name: str) -> Options:
    """The options of an engine; raises InputError for an unknown one."""
    if name not in ENGINES:
        raise InputError(f"unknown engine {name!r}; {nearest(name, ENGINES)}")
    return ENGINES[name]
