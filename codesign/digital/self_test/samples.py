# amaranth: UnusedElaboratable=no
"""What a self-checking testbench plays and expects: images drawn at random, so that no data set is needed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from codesign import coding, twin
from codesign.digital import stimulus
from codesign.digital.design import NetworkDesign
from codesign.digital.self_test.states import Watched, watched
from codesign.network import Network
from codesign.twin import NetworkTrace

__all__ = ["SAMPLES", "SelfTest", "random_samples", "self_test"]

SAMPLES = 3
_SEED = 1
_ROWS = (8, 5, 2)
"""Steps of the samples where the coding leaves them open."""


@dataclass(frozen=True, kw_only=True)
class SelfTest:
    """The words of the testbench of one design."""

    top: str
    ports: Mapping[str, str]
    """Their names in the language of the design, by those in the Verilog."""
    input_width: int
    items: tuple[int, ...]
    """Payloads of the input stream, all samples one behind the other."""
    output_width: int
    answers: tuple[int, ...]
    """Payloads of the output stream, one per sample."""
    decision_width: int
    """The decision is in the lowest bits of an answer."""
    layers: tuple[Watched, ...]
    """What its states are in every step."""
    patience: int
    """Clock cycles without an item taken or an answer given, after which the design is held to be stuck."""
    header: tuple[str, ...]
    """Lines, without comment signs."""

    @property
    def name(self) -> str:
        """Of the testbench."""
        return f"{self.top}_test"

    def decision(self, answer: int) -> int:
        """The class of an answer."""
        return answer & ((1 << self.decision_width) - 1)


def self_test(design: NetworkDesign, described: Mapping[str, Any], header: tuple[str, ...]) -> SelfTest:
    """The samples of ``design`` and the twin's answers; ``described`` is its ``ports.json``."""
    inputs = random_samples(design.network, design.options.longest_sample)
    played = stimulus.samples(design, inputs)
    ports = (
        "clk",
        "rst",
        *(f"{side}__{part}" for side in ("input", "output") for part in ("payload", "valid", "ready")),
    )
    names = described.get("names", {})
    output = described["output"]
    traces = [twin.simulate(design.network, sample[None]) for sample in inputs]
    # The layers after the first hold an item up while they deal with a step: for each of its inputs, all units in turn.
    work = sum(layer.inputs * layer.outputs for layer in design.network.layers)
    return SelfTest(
        top=described["top"],
        ports={port: names.get(port, port) for port in ports},
        input_width=described["input"]["width"],
        items=tuple(int(item, 16) for sample in played for item in sample["items"]),
        output_width=output["width"],
        answers=tuple(_answer(trace, output["fields"]) for trace in traces),
        decision_width=output["fields"]["decision"]["width"],
        layers=watched(described, traces),
        patience=1000 + 2 * work,
        header=header,
    )


def random_samples(network: Network, longest: int) -> list[NDArray[np.int64]]:
    """:data:`SAMPLES` samples (steps, inputs) of at most ``longest`` steps where the coding leaves their number open:
    images of which a third of the pixels are 0 and the others anything."""
    kind, parameters = network.coding.kind, network.coding.parameters
    random = np.random.Generator(np.random.PCG64(_SEED))
    open_ended = coding.steps(kind, parameters) is None
    samples = []
    for rows in _ROWS[:SAMPLES]:
        shape = (1, min(rows, longest) if open_ended else 1, network.inputs)
        image = random.integers(1, parameters["levels"] + 1, shape) * (random.integers(0, 3, shape) > 0)
        samples.append(coding.encode(kind, parameters, image)[0])
    return samples


def _answer(trace: NetworkTrace, fields: Mapping[str, Any]) -> int:
    scores = fields["scores"]
    word: int = int(trace.decisions[0]) << fields["decision"]["offset"]
    for index, score in enumerate(trace.scores[0]):
        word |= (int(score) & ((1 << scores["width"]) - 1)) << (scores["offset"] + index * scores["width"])
    return word
