"""A linear layer in the vectorised circuit model: what its mirrors source, less what they sink.

Rectified or not, its current flows into the next port as it is; that is where a negative one ends.
"""

from codesign.analog.vectorised.stage import LayerCurrents, Stage

__all__ = ["run"]


def run(stage: Stage) -> LayerCurrents:
    """Both signs, as they reach the next port or the decision."""
    source, sink = stage.sums(stage.end)
    return LayerCurrents(source=source, sink=sink)
