"""Dynamic energy on an FPGA, estimated from switching activity (``codesign energy``)."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from codesign.report.section import Column, Row, Section, Table
from codesign.report.study import StudyForm
from codesign.report.words import si

__all__ = ["Form", "section"]


class Bounds(BaseModel):
    """Low, nominal and high of one quantity."""

    model_config = ConfigDict(extra="ignore", frozen=True, allow_inf_nan=False)

    low: float = Field(ge=0)
    nominal: float = Field(ge=0)
    high: float = Field(ge=0)

    def cells(self, unit: str) -> tuple[str, str, str]:
        return si(self.low, unit), si(self.nominal, unit), si(self.high, unit)


class Form(StudyForm):
    """The whole study."""

    engine: str
    scope: str
    method: str
    device: str
    samples: int = Field(ge=1)
    cycles_per_sample: float = Field(gt=0)
    energy_j_per_sample: Bounds
    power_w_at_100_mhz: Bounds
    parts_j_per_sample: dict[str, Bounds] = Field(min_length=1, max_length=20)
    constants: dict[str, dict[str, Any]] = Field(max_length=20)


def section(found: Form, name: str) -> Section:
    """The range, its parts, and the method beside it."""
    low, nominal, high = found.energy_j_per_sample.cells("J")
    rows = [Row(cells=(part, *bounds.cells("J"))) for part, bounds in sorted(found.parts_j_per_sample.items())]
    rows.append(Row(cells=("all", low, nominal, high)))
    sources = "; ".join(
        f"{part}: {str(constant.get('source', '')).rstrip('.')}" for part, constant in found.constants.items()
    )
    return Section(
        title=f"Energy of {found.model} on an FPGA, estimated",
        level=None,
        headline=f"{low} to {high} per sample, nominal {nominal}: {found.scope}",
        facts=(
            ("Device", found.device),
            ("Engine", found.engine),
            ("Cycles per sample", f"{found.cycles_per_sample:.4g}"),
            ("Time per sample at 100 MHz", si(found.cycles_per_sample / 100e6, "s")),
            ("Power while samples follow each other", " to ".join(found.power_w_at_100_mhz.cells("W")[::2])),
            ("Test samples", str(found.samples)),
        ),
        plots=(),
        table=Table(
            columns=(
                Column(title="Part"),
                *(Column(title=bound.capitalize(), number=True) for bound in ("low", "nominal", "high")),
            ),
            rows=tuple(rows),
            caption="Per sample. All lows (or highs) of the constants are used at once, so the range is a wide one.",
        ),
        command=found.command,
        note=f"Method: {found.method}. Sources of the constants: {sources}.",
    )
