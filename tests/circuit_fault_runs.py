"""Run `verify` on a netlist with a planted fault in it."""

from dataclasses import dataclass
from pathlib import Path

from circuit_faults import CircuitFault, choice, examples, network

from codesign import analog, verify
from codesign.analog import technology as technologies
from codesign.verify import CircuitOptions
from codesign.verify.divergence import Cause

__all__ = ["Planted", "causes", "exported", "planted", "verified"]


@dataclass(frozen=True, kw_only=True)
class Planted:
    """What `verify` said. ``found``: it fails. ``cause`` is the first that it names, ``by_currents`` the first of those
    that currents and scores show."""

    fault: CircuitFault
    found: bool
    cause: Cause | None
    by_currents: Cause | None

    @property
    def named(self) -> bool:
        """Whether the cause is the fault."""
        cause = self.cause
        return (
            cause is not None
            and cause.parameter.startswith(self.fault.parameter)
            and cause.element.endswith(self.fault.element)
        )


def exported(chosen: dict[str, str], folder: Path) -> Path:
    """The network's netlist without a fault, made once in ``folder``."""
    output = folder / f"exported-{chosen['decision']}"
    if not output.is_dir():
        analog.export(network(), technology=technologies.load("generic180").at(choice=chosen), output=output)
    return output


def verified(design: Path, chosen: dict[str, str], *, target: str = "spice") -> verify.TargetResult:
    """The netlist of ``design`` against the twin, on the one sample."""
    result = verify.verify(
        network(), targets=[target], examples=examples(), design=design, circuit=CircuitOptions(choice=chosen), jobs=1
    )
    return result.targets[target]


def causes(result: verify.TargetResult) -> list[Cause]:
    """The cause of the first divergence and the other candidates."""
    first = result.comparison.first_divergence
    if first is None or first.cause is None:
        return []
    return [first.cause, *first.candidates]


def planted(fault: CircuitFault, folder: Path) -> Planted:
    """Plant ``fault`` into a copy of the netlist, in ``folder``, and verify it."""
    chosen = choice(fault)
    design = fault.plant(exported(chosen, folder), folder / "".join(c if c.isalnum() else "-" for c in fault.name))
    found = verified(design, chosen)
    named = causes(found)
    return Planted(
        fault=fault,
        found=not found.passed,
        cause=named[0] if named else None,
        by_currents=next((cause for cause in named if cause.evidence != "read back"), None),
    )
