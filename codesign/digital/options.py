"""What a user can choose about the RTL of a network, without changing what it computes."""

from dataclasses import asdict, dataclass

from codesign.errors import InputError

__all__ = ["Options"]


@dataclass(frozen=True, kw_only=True)
class Options:
    """Parameters of the generator."""

    units_per_cycle: int = 8
    """Units of a spiking layer that are updated in one clock cycle: area against cycles per step."""
    longest_sample: int = 1024
    """Steps of the longest sample; it sets the width of the scores. A longer one may overflow its own scores."""

    def __post_init__(self) -> None:
        for name, largest in (("units_per_cycle", 1 << 16), ("longest_sample", 1 << 20)):
            value = getattr(self, name)
            if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= largest:
                raise InputError(f"{name} must be a whole number 1..{largest}, not {value!r}")

    def json(self) -> dict[str, int]:
        return asdict(self)
