"""The software twin: integers only, batched, the definition of right for both targets."""

from codesign.twin.run import simulate
from codesign.twin.trace import LayerTrace, NetworkTrace

__all__ = ["LayerTrace", "NetworkTrace", "simulate"]
