"""The operators as PyTorch sees them: opaque to ``torch.compile``, each with a backward pass that is an operator too.

``torch.ops.codesign.*``. Their arguments are checked by the public functions; the kernels are those of the chosen
implementation (``codesign.recurrence.implementation``).
"""

from codesign.recurrence.operators.bistable import bistable
from codesign.recurrence.operators.ladder import accumulate
from codesign.recurrence.operators.linear import hold, linear
from codesign.recurrence.operators.product import outer, project
from codesign.recurrence.operators.window import hysteresis

__all__ = ["accumulate", "bistable", "hold", "hysteresis", "linear", "outer", "project"]
