"""Monte Carlo: what mismatch does to the task's decisions, by the vectorised model, with transistors beside it."""

from codesign.analog.montecarlo.run import Beside, Yield, montecarlo

__all__ = ["Beside", "Yield", "montecarlo"]
