"""Write tests/nir_graphs: graphs by three libraries, random spikes, and what the library itself makes of them.

The libraries are no part of this project's environment: sinabs asks for the runtime of a chip and for an older nir,
norse for torchvision, none of which these graphs use. In an environment with torch, nir and nirtorch::

    pip install --no-deps snntorch==1.0.0 sinabs==3.1.3 pbr \\
        https://files.pythonhosted.org/packages/be/33/b804ae9fe4f141abf31035a2c9553737729e82b8f7df8e7fc9ad7c1d600c/norse-1.1.0.tar.gz
    python scripts/nir_examples.py tests/nir_graphs

norse 1.1.0 calls itself 0.0.0 in its own metadata, so pip takes it only by its address.
"""

import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import nir
import numpy as np
import torch

SAMPLES, STEPS, SIZES = 100, 16, (12, 20, 6)
"""At a decay of 1/2 a state grows by one binary place per step: with 16 steps float32 is exact."""


def linears(*, exact: bool, bias: bool) -> list[torch.nn.Linear]:
    """Two random layers; ``exact``: their numbers are whole eighths."""
    found = []
    for inputs, outputs in pairwise(SIZES):
        layer = torch.nn.Linear(inputs, outputs, bias=bias)
        with torch.no_grad():
            for values in layer.parameters():
                drawn = torch.randn(values.shape) * (0.4 if values.ndim == 2 else 0.1) + 0.05
                values.copy_(torch.round(drawn * 8) / 8 if exact else drawn)
        found.append(layer)
    return found


def snntorch_model(exact: bool, current: bool) -> tuple[nir.NIRGraph, Callable[[torch.Tensor], torch.Tensor]]:
    """Leaky, or Synaptic if ``current``: the graph, and what runs spikes (samples, steps, inputs)."""
    import snntorch
    from snntorch.export_nir import export_to_nir

    neurons = []
    for units in SIZES[1:]:
        # One number per unit: with a single one for all, the exported graph has no shape.
        given = {"beta": torch.full((units,), 0.5 if exact else 0.9), "threshold": torch.ones(units)}
        if current:
            given["alpha"] = torch.full((units,), 0.5 if exact else 0.7)
        neurons.append((snntorch.Synaptic if current else snntorch.Leaky)(**given, init_hidden=True))
    first, second = linears(exact=exact, bias=True)
    model = torch.nn.Sequential(first, neurons[0], second, neurons[1])

    def run(spikes: torch.Tensor) -> torch.Tensor:
        for neuron in neurons:
            neuron.mem = torch.zeros(0)
            if current:
                neuron.syn = torch.zeros(0)
        return torch.stack([model(spikes[:, step]) for step in range(spikes.shape[1])], 1)

    return export_to_nir(model, torch.zeros(1, SIZES[0]), ignore_dims=[0]), run


def sinabs_model(exact: bool, current: bool) -> tuple[nir.NIRGraph, Callable[[torch.Tensor], torch.Tensor]]:
    """IAF if ``exact``, otherwise LIF."""
    import sinabs.layers as sl
    from sinabs.activation import SingleSpike
    from sinabs.nir import to_nir

    neurons = [
        sl.IAF(spike_fn=SingleSpike, min_v_mem=None)
        if exact
        else sl.LIF(tau_mem=10.0, spike_fn=SingleSpike, norm_input=False)
        for _ in SIZES[1:]
    ]
    first, second = linears(exact=exact, bias=True)
    model = torch.nn.Sequential(first, neurons[0], second, neurons[1])

    def run(spikes: torch.Tensor) -> torch.Tensor:
        for neuron in neurons:
            neuron.reset_states()
        return model(spikes)

    zeros = torch.zeros(1, STEPS, SIZES[0])
    run(zeros)
    return to_nir(model, zeros), run


def norse_model(exact: bool, current: bool) -> tuple[nir.NIRGraph, Callable[[torch.Tensor], torch.Tensor]]:
    """LIFBoxCell, or LIFCell if ``current``."""
    import norse.torch as norse

    given = {"tau_mem_inv": torch.tensor(500.0 if exact else 120.0)}
    if current:
        given["tau_syn_inv"] = torch.tensor(500.0 if exact else 250.0)
        neurons = [norse.LIFCell(norse.LIFParameters(**given)) for _ in SIZES[1:]]
    else:
        neurons = [norse.LIFBoxCell(norse.LIFBoxParameters(**given)) for _ in SIZES[1:]]
    first, second = linears(exact=exact, bias=True)
    with torch.no_grad():
        for layer in (first, second):
            for values in layer.parameters():
                values.mul_(4 if exact or current else 8)  # its membrane takes dt/tau of what comes
    model = norse.SequentialState(first, neurons[0], second, neurons[1])

    def run(spikes: torch.Tensor) -> torch.Tensor:
        state, found = None, []
        for step in range(spikes.shape[1]):
            output, state = model(spikes[:, step], state)
            found.append(output)
        return torch.stack(found, 1)

    return norse.to_nir(model, torch.zeros(1, SIZES[0])), run


MODELS = {
    "snntorch-leaky-exact": (snntorch_model, True, False),
    "snntorch-synaptic-exact": (snntorch_model, True, True),
    "snntorch-leaky": (snntorch_model, False, False),
    "snntorch-synaptic": (snntorch_model, False, True),
    "sinabs-iaf-exact": (sinabs_model, True, False),
    "sinabs-lif": (sinabs_model, False, False),
    "norse-lif-box-exact": (norse_model, True, False),
    "norse-lif-exact": (norse_model, True, True),
    "norse-lif-box": (norse_model, False, False),
    "norse-lif": (norse_model, False, True),
}


def main() -> None:
    """Write all of them to the folder named on the command line."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    for index, (name, (build, exact, current)) in enumerate(MODELS.items()):
        torch.manual_seed(index)
        graph, run = build(exact, current)
        nir.write(folder / f"{name}.nir", graph, compression=None)  # 0-d arrays cannot be compressed
        spikes = np.random.Generator(np.random.PCG64(index)).integers(0, 2, (SAMPLES, STEPS, SIZES[0]))
        with torch.no_grad():
            outputs = run(torch.tensor(spikes, dtype=torch.float32)).numpy()
        assert set(np.unique(outputs)) <= {0.0, 1.0}, name
        np.savez_compressed(folder / f"{name}.npz", inputs=spikes.astype(np.uint8), outputs=outputs.astype(np.uint8))
        sys.stdout.write(f"{name}: {[type(node).__name__ for node in graph.nodes.values()]} {outputs.mean():.2f}\n")


if __name__ == "__main__":
    main()
