"""From a network to a NIR graph: what NIR has a node for as that node, everything else in the metadata.

Each layer is a Linear or Affine of its weights, and, for the cell ``lif``, the LIF, CubaLIF or IF behind it, with time
constants in steps (dt = 1). NIR has no node for the other cells: their weights stand in the graph alone, and it is
marked as lossy. Metadata of the graph:

=================  =====================================================================================
``dt``             1.0
``lossy``          1 if the nodes say less than the network, otherwise 0
``lossy_layers``   names of the layers that they do not say, separated by blanks
``codesign``       the checkpoint, byte for byte: with it codesign reads back exactly what was written
=================  =====================================================================================

A node that stands for a layer has ``cell``, the kind of that layer, in its own metadata.
"""

import tempfile
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from codesign import checkpoint
from codesign.cells.lif.twin import Parameters
from codesign.files import output_folder
from codesign.network import Layer, Network
from codesign.nir.package import nir_package

__all__ = ["export", "graph_of"]


def export(network: Network, *, output: Path) -> Path:
    """Write ``<name>.nir`` into the folder ``output``, which is replaced as a whole; returns the file."""
    nir = nir_package()
    graph = graph_of(network)
    with output_folder(Path(output)) as folder:
        nir.write(folder / f"{network.name}.nir", graph)
    return Path(output) / f"{network.name}.nir"


def graph_of(network: Network) -> Any:
    """The ``nir.NIRGraph`` of a network."""
    nir = nir_package()
    nodes: dict[str, Any] = {"input": nir.Input({"input": np.array([network.inputs])})}
    lossy = []
    for layer in network.layers:
        neuron = _neuron(nir, layer) if layer.kind == "lif" else None
        kept = neuron is not None if layer.kind == "lif" else layer.kind == "linear" and not layer.attributes["relu"]
        weights = f"{layer.name}_weights"
        nodes[weights] = _weights(nir, layer)
        nodes[weights].metadata["cell"] = layer.kind
        if neuron is not None:
            nodes[layer.name] = neuron
        if not kept or layer.skip or not _as_nir_means(layer):
            lossy.append(layer.name)
    nodes["output"] = nir.Output({"output": np.array([network.layers[-1].outputs])})
    names = list(nodes)
    graph = nir.NIRGraph(nodes=nodes, edges=list(pairwise(names)))
    graph.metadata = {
        "dt": 1.0,
        "lossy": int(bool(lossy)),
        "lossy_layers": " ".join(lossy),
        "codesign": np.frombuffer(_checkpoint(network), dtype=np.uint8),
    }
    return graph


def _weights(nir: Any, layer: Layer) -> Any:
    weight = _real(layer, "weight")
    return nir.Affine(weight=weight, bias=_real(layer, "bias")) if "bias" in layer.tensors else nir.Linear(weight)


def _neuron(nir: Any, layer: Layer) -> Any:
    """The node of a layer of the cell ``lif``, or None where NIR has none: some units leak, others do not."""
    found = Parameters.of(layer)
    decay, current_decay = _real(layer, "decay"), _real(layer, "current_decay")
    levels = {"v_threshold": _real(layer, "threshold"), "v_reset": _real(layer, "reset")}
    none = np.zeros(layer.outputs)
    if not found.has_current and np.all(decay == 1):
        return nir.IF(r=np.ones(layer.outputs), **levels)
    if np.any(decay == 1) or np.any(current_decay == 1):
        return None
    # r = tau, so that a step of dt = 1 adds what comes as it is.
    tau = 1.0 / (1.0 - decay)
    if not found.has_current:
        return nir.LIF(tau=tau, r=tau, v_leak=none, **levels)
    tau_syn = 1.0 / (1.0 - current_decay)
    return nir.CubaLIF(tau_syn=tau_syn, tau_mem=tau, r=tau, v_leak=none, w_in=tau_syn, **levels)


def _as_nir_means(layer: Layer) -> bool:
    """Whether a spike and what comes after it is what NIR says: v > threshold, then v = reset."""
    return layer.kind != "lif" or (layer.attributes["reset_by"] == 0 and layer.attributes["strict"] == 1)


def _real(layer: Layer, name: str) -> NDArray[np.float64]:
    return layer[name].astype(np.float64) * np.float64(layer.tensors[name].quantisation.scale)


def _checkpoint(network: Network) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "checkpoint.safetensors"
        checkpoint.save(network, path)
        return path.read_bytes()
