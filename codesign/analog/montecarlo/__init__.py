"""Monte Carlo: what mismatch does to the task's decisions, by the vectorised model, with transistors beside it.

Time on two shared cores: 1,000 dies x 300 clips x 50 steps of keyword-bmru in 8 s, 1.9 million steps per second; of
spoken-digits-bmru in 37 s (``codesign montecarlo models/keyword-bmru --runs 1000``).
"""

from codesign.analog.montecarlo.run import Beside, Yield, montecarlo

__all__ = ["Beside", "Yield", "montecarlo"]
