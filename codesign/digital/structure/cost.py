# amaranth: UnusedElaboratable=no
"""What each layer of the RTL costs: registers, memories, operators, and cycles per step."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from codesign import twin
from codesign.digital.design import NetworkDesign
from codesign.digital.options import Options
from codesign.digital.structure.read import Amount, structure
from codesign.digital.timing import cycles_of_step, items_of_steps
from codesign.network import Network
from codesign.twin import NetworkTrace

__all__ = ["DECISION", "LayerCost", "layer_costs"]

DECISION = "decision"


@dataclass(frozen=True, kw_only=True)
class LayerCost:
    """``cycles_per_step`` is the mean time between two steps in the long run, None for what is no layer. A layer's
    skip connection counts as its own."""

    part: str
    amount: Amount
    cycles_per_step: float | None


def layer_costs(
    network: Network,
    inputs: NDArray[np.integer],
    *,
    trace: NetworkTrace | None = None,
    options: Options | None = None,
) -> tuple[LayerCost, ...]:
    """The layers in their order, then :data:`DECISION`; cycles for ``inputs`` (samples, steps, inputs) as encoded.

    Raises InputError where a layer has no RTL, ToolError where yosys fails.
    """
    design = NetworkDesign(network, options)
    found = structure(network, options)
    trace = twin.simulate(network, inputs) if trace is None else trace
    arriving = [items_of_steps(design.source, sample[design.folded_steps :]) for sample in np.asarray(inputs)]
    costs = []
    for name, layer in design.layers.items():
        outputs = trace.layers[name].outputs[:, design.folded_steps :]
        sent = [items_of_steps(layer.bundle, sample) for sample in outputs]
        cycles = [
            cycles_of_step(layer, items, out)
            for per_sample, given in zip(arriving, sent, strict=True)
            for items, out in zip(per_sample, given, strict=True)
        ]
        amount = found.of((design.instance(name),)).total
        if name in design.skips:
            amount += found.of((design.skip_instance(name),)).total
        costs.append(LayerCost(part=name, amount=amount, cycles_per_step=float(np.mean(cycles)) if cycles else None))
        arriving = sent
    return (*costs, LayerCost(part=DECISION, amount=found.of((DECISION,)).total, cycles_per_step=None))
