"""From a NIR graph to a network of the cell ``lif``.

Read are chains of Input, Flatten, Scale, Linear, Affine, LIF, CubaLIF, IF and Output; anything else, branches and loops
among it, is refused by the node's name. Linear maps between two neurons are folded into the weights of the second.
"""

import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from codesign import checkpoint
from codesign.errors import InputError, nearest
from codesign.network import Choice, Layer, Network
from codesign.nir.dialects import DIALECTS, Dialect
from codesign.nir.package import nir_package
from codesign.nir.quantise import Precision, RealLayer, quantised

__all__ = ["Precision", "network_of", "read", "written_by_codesign"]

Floats = NDArray[np.float64]


def read(
    path: Path, *, name: str, dialect: str, dt: float | None = None, precision: Precision | None = None
) -> Network:
    """The network of a graph in the file ``path``; raises InputError that names the file. See :func:`network_of`."""
    graph = _graph(path)
    try:
        return network_of(graph, name=name, dialect=dialect, dt=dt, precision=precision)
    except InputError as error:
        raise InputError(f"{path}: {error}") from None


def network_of(
    graph: Any, *, name: str, dialect: str, dt: float | None = None, precision: Precision | None = None
) -> Network:
    """The network ``name`` of a ``nir.NIRGraph``, run as the library ``dialect`` runs it.

    ``dt`` is the time step in the unit of the graph's time constants; None: the number ``dt`` in the graph's metadata.
    Its inputs are rasters of spikes (coding ``spikes``), and unit n of the last layer votes for class n. The training
    record says the largest rounding error of each tensor, relative to its largest magnitude. Raises InputError where
    a node, an edge or a number is none that the cell ``lif`` can keep.
    """
    precision = precision or Precision()
    if dialect not in DIALECTS:
        raise InputError(f"unknown dialect {dialect!r}; {nearest(dialect, DIALECTS)}")
    step = DIALECTS[dialect].step(_time_step(graph, dt))
    layers: list[Layer] = []
    errors: dict[str, dict[str, float]] = {}
    pending = _Pending(step=step, dialect=DIALECTS[dialect])
    for node_name in _chain(graph):
        node = graph.nodes[node_name]
        kind, where = type(node).__name__, f"node {node_name!r} ({type(node).__name__})"
        if kind not in _NODES:
            raise InputError(f"{where} cannot be kept exactly; read are {', '.join(_NODES)}")
        try:
            pending = _NODES[kind](pending, node, where)
        except (TypeError, ValueError) as error:
            raise InputError(f"{where}: {error}") from None
        if pending.layer is not None:
            real = replace(pending.layer, name=f"lif_{len(layers) + 1}")
            layer, errors[node_name] = quantised(real, precision)
            layers.append(layer)
            pending = _Pending(step=step, dialect=pending.dialect, units=layer.outputs)
    if not layers:
        raise InputError("the graph has no neuron; at least one LIF, CubaLIF or IF is needed")
    if pending.weight is not None or pending.bias is not None:
        raise InputError("the graph ends in a linear map; its last node before the Output must be a neuron")
    return Network(
        name=name,
        task="spikes",
        classes=tuple(str(unit) for unit in range(layers[-1].outputs)),
        coding=Choice(kind="spikes"),
        layers=tuple(layers),
        decision=Choice(kind="group_count", parameters={"own": 1, "other": 0}),
        training={"source": "NIR graph", "dialect": dialect, "step": step, "nodes": list(errors),
                  "rounding_error": errors},
    )  # fmt: skip


@dataclass(frozen=True, eq=False, kw_only=True)
class _Pending:
    """The linear map since the last neuron, W x + b, and, behind a neuron, its layer."""

    step: float
    dialect: Dialect
    units: int | None = None
    """What arrives here; None: the input does not say."""
    weight: Floats | None = None
    """None: each input as it is."""
    bias: Floats | None = None
    layer: RealLayer | None = None

    def map(self, weight: Floats, bias: Floats | None = None) -> "_Pending":
        """Behind one more linear map; a ``weight`` of one axis multiplies each value by its own number."""
        wide = np.diag(weight) if weight.ndim == 1 else weight
        if wide.ndim != 2:
            raise ValueError(f"a weight has two axes, not {wide.ndim}; flatten the graph before it is written")
        if self.units is not None and wide.shape[1] != self.units:
            raise ValueError(f"it takes {wide.shape[1]} values, but gets {self.units}")
        offset = None if self.bias is None else wide @ self.bias
        if bias is not None:
            if bias.shape != (len(wide),):
                raise ValueError(f"its bias has the shape {bias.shape}, not ({len(wide)},)")
            offset = bias if offset is None else offset + bias
        return replace(self, weight=wide if self.weight is None else wide @ self.weight, bias=offset, units=len(wide))

    def neuron(self, node: Any, where: str, **given: Any) -> "_Pending":
        """Behind a neuron of the numbers of ``node``; ``given``: gain, offset, decay and current_decay."""
        names = ("v_threshold", "v_reset")
        arrays = {name: _numbers(value) for name, value in given.items()}
        arrays |= {name: _numbers(getattr(node, name)) for name in names}
        sizes = {values.size for values in arrays.values() if values.size > 1}
        units = self.units or (sizes.pop() if len(sizes) == 1 else 1)
        if any(values.size not in (1, units) for values in arrays.values()):
            raise ValueError(f"its numbers are for {sorted(sizes | {units})} units; {units} values arrive")
        spread = {name: np.broadcast_to(values.ravel(), units) for name, values in arrays.items()}
        weight = np.eye(units) if self.weight is None else self.weight
        bias = np.zeros(units) if self.bias is None else self.bias
        layer = RealLayer(
            name=where,
            weight=weight * spread["gain"][:, None],
            bias=bias * spread["gain"] + spread["offset"],
            decay=spread["decay"],
            current_decay=spread["current_decay"],
            threshold=spread["v_threshold"],
            reset=spread["v_reset"],
            reset_by=self.dialect.reset_by,
            strict=self.dialect.strict,
        )
        return replace(self, layer=layer)


def _input(pending: _Pending, node: Any, where: str) -> _Pending:
    # Batch and steps are among the axes in the graphs of some libraries, so only a single axis says what arrives.
    shape = np.ravel(node.input_type["input"])
    return replace(pending, units=int(shape[0])) if shape.size == 1 and shape[0] is not None else pending


def _same(pending: _Pending, node: Any, where: str) -> _Pending:
    return pending


def _scale(pending: _Pending, node: Any, where: str) -> _Pending:
    scale = _numbers(node.scale).ravel()
    if scale.size == 1 and pending.units is not None:
        scale = np.full(pending.units, scale[0])
    return pending.map(scale)


def _linear(pending: _Pending, node: Any, where: str) -> _Pending:
    return pending.map(_numbers(node.weight))


def _affine(pending: _Pending, node: Any, where: str) -> _Pending:
    return pending.map(_numbers(node.weight), _numbers(node.bias))


def _lif(pending: _Pending, node: Any, where: str) -> _Pending:
    decay, ratio = _decay(pending, node.tau)
    gain = _numbers(node.r) * (1.0 if pending.dialect.membrane_jumps else ratio)
    return pending.neuron(
        node, where, gain=gain, offset=_numbers(node.v_leak) * (1.0 - decay), decay=decay, current_decay=0.0
    )


def _cuba_lif(pending: _Pending, node: Any, where: str) -> _Pending:
    if pending.dialect.current_jumps is None:
        raise InputError(f"{where}: this library has no CubaLIF; choose the dialect of the one that wrote the graph")
    if np.any(_numbers(node.v_leak)):
        raise InputError(f"{where}: v_leak beside a synaptic current cannot be kept; only 0 is read")
    decay, ratio = _decay(pending, node.tau_mem)
    current_decay, current_ratio = _decay(pending, node.tau_syn)
    gain = _numbers(node.r) * (1.0 if pending.dialect.membrane_jumps else ratio)
    # The membrane is linear in the current, so its gain is that of the weights.
    gain = gain * _numbers(node.w_in) * (1.0 if pending.dialect.current_jumps else current_ratio)
    return pending.neuron(node, where, gain=gain, offset=0.0, decay=decay, current_decay=current_decay)


def _if(pending: _Pending, node: Any, where: str) -> _Pending:
    gain = _numbers(node.r) * (1.0 if pending.dialect.integrator_jumps else pending.step)
    return pending.neuron(node, where, gain=gain, offset=0.0, decay=1.0, current_decay=0.0)


_NODES: Mapping[str, Callable[[_Pending, Any, str], _Pending]] = {
    "Input": _input,
    "Flatten": _same,
    "Scale": _scale,
    "Linear": _linear,
    "Affine": _affine,
    "LIF": _lif,
    "CubaLIF": _cuba_lif,
    "IF": _if,
    "Output": _same,
}
"""What each node does to the chain. The membrane's factor on its input is folded into the weights."""


def _numbers(values: Any) -> Floats:
    return np.asarray(values, dtype=np.float64)


def _decay(pending: _Pending, tau: Any) -> tuple[Floats, Floats]:
    """The factor per step and dt/tau."""
    constant = _numbers(tau)
    if not np.all(constant > 0):
        raise ValueError(f"a time constant must be above 0, not {constant.min():g}")
    ratio = pending.step / constant
    return pending.dialect.decay(ratio), ratio


def _time_step(graph: Any, dt: float | None) -> float:
    found = graph.metadata.get("dt") if dt is None else dt
    if found is None:
        raise InputError("the graph does not say its time step; give dt, in the unit of its time constants")
    try:
        step = float(found)
    except (TypeError, ValueError):
        step = 0.0
    if not 0 < step < float("inf"):
        raise InputError(f"the time step dt must be a number above 0, not {found!r}")
    return step


def _chain(graph: Any) -> list[str]:
    """The names of the nodes from Input to Output; raises InputError where the graph is no chain."""
    following: dict[str, str] = {}
    reached: set[str] = set()
    for source, target in dict.fromkeys((str(a), str(b)) for a, b in graph.edges):
        for end in (source, target):
            if end not in graph.nodes:
                raise InputError(f"an edge names the node {end!r}, which the graph does not have")
        if source in following:
            raise InputError(f"node {source!r} feeds {following[source]!r} and {target!r}; only chains are read")
        if target in reached:
            raise InputError(f"node {target!r} is fed by several nodes; only chains are read")
        following[source] = target
        reached.add(target)
    starts = [name for name, node in graph.nodes.items() if type(node).__name__ == "Input"]
    if len(starts) != 1:
        raise InputError(f"the graph has {len(starts)} nodes of the kind Input; one is needed")
    names = starts
    while names[-1] in following and len(names) <= len(graph.nodes):
        names.append(following[names[-1]])
    if type(graph.nodes[names[-1]]).__name__ != "Output":
        raise InputError(f"the chain ends at node {names[-1]!r}; it must lead to an Output")
    for name in graph.nodes:
        if name not in names:
            raise InputError(f"node {name!r} is not between Input and Output; only chains are read")
    return names


def written_by_codesign(path: Path) -> Network | None:
    """The very network that :func:`codesign.nir.write.export` wrote, from its metadata; None in any other graph."""
    graph = _graph(path)
    found = graph.metadata.get("codesign")
    if found is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "checkpoint.safetensors"
        file.write_bytes(np.asarray(found, dtype=np.uint8).tobytes())
        return checkpoint.load(file)


def _graph(path: Path) -> Any:
    nir = nir_package()
    path = Path(path)
    if not path.is_file():
        raise InputError(f"no NIR graph at {str(path)!r}; name a .nir file")
    try:
        return nir.read(path, type_check=False)  # some libraries count their batch and steps as axes
    except Exception as error:  # h5py and nir raise whatever a broken file makes them stumble over
        raise InputError(f"{path}: no readable NIR graph ({error}); write it again with nir.write") from None
