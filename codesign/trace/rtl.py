# amaranth: UnusedElaboratable=no
"""A unit of the RTL: its nets, read from the simulator's waveforms, in every step and around the one that is meant."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from codesign.digital import NetworkDesign, RtlRun
from codesign.digital.unit_nets import Field, UnitNets, in_language, unit_nets
from codesign.digital.unit_nets import Path as NetPath
from codesign.digital.unit_record import UnitRecord, unit_record
from codesign.errors import ToolError
from codesign.trace.found import Found, Quantity, Request, Viewer, ViewerNet, layer_inputs
from codesign.trace.rtl_signals import signals
from codesign.trace.waves import Clocked, read_clocked

__all__ = ["opened"]


def opened(request: Request, *, design: NetworkDesign, ports: Mapping[str, Any], run: RtlRun, waves: Path) -> Found:
    """What ``waves`` shows of the unit in a run of ``design``. Raises ToolError where a net is missing in them."""
    layer, unit = request.position.layer, request.position.unit
    nets, source = unit_nets(design, layer, unit), design.layers[layer].source
    translated = in_language(ports, layer)
    clocked = _read(nets, translated, waves, ports["top"])
    record = unit_record(nets, source, clocked.words)
    steps, first = request.inputs.shape[1], design.folded_steps
    before = (len(request.inputs) - 1) * (steps - first)
    played = steps - first

    def of_sample(values: NDArray[np.int64]) -> NDArray[np.float64]:
        """(steps,) of the sample meant, from those of all steps that were played; NaN for the steps left out."""
        own = values[before : before + played]
        if len(own) < played:
            raise ToolError(
                f"the waveforms show {len(own)} of {played} steps of layer {layer!r}; the design stopped early"
            )
        return np.concatenate([np.full(first, np.nan), own.astype(np.float64)])

    zero = np.zeros(steps)
    given = layer_inputs(request)
    inputs = tuple(
        Quantity(
            name=f"input {index}",
            kind="input",
            unit="",
            expected=given[:, index].astype(np.float64),
            found=of_sample(record.inputs[:, index]),
            allowed=zero,
        )
        for index in range(source.size)
    )
    trace = request.trace.layers[layer]
    limits = _limits(request)
    sums = tuple(
        Quantity(
            name=name,
            kind="sum",
            unit="",
            expected=expected.astype(np.float64),
            found=of_sample(record.sums[name]),
            allowed=zero,
            limits=limits,
        )
        for name, expected in _expected_sums(design, layer, unit, given, tuple(nets.own_sums)).items()
    )
    states = tuple(
        Quantity(
            name=name,
            kind="state",
            unit="",
            expected=trace.states[name][-1, :, unit].astype(np.float64),
            found=of_sample(record.states[name]),
            allowed=zero,
        )
        for name in nets.states
    )
    at = before + max(request.position.step - first, 0)
    drawn, span = signals(
        nets, record, clocked, source=source, step=at, expected={q.name: q.expected for q in (*sums, *states)},
        offset=before - first,
    )  # fmt: skip
    return Found(
        inputs=inputs,
        quantities=(*sums, *states),
        signals=drawn,
        axis="cycle",
        shaded=span,
        first_step=first,
        waves=waves,
        viewer=Viewer(
            nets=_viewer_nets(nets, clocked),
            begin_s=float(clocked.time_s[int(span[0])]),
            marker_s=float(clocked.time_s[_last_cycle(record, at)]),
            period_s=float(clocked.time_s[1] - clocked.time_s[0]),
            resolution_s=clocked.resolution_s,
        ),
        simulator=run.simulator,
    )


def _viewer_nets(nets: UnitNets, clocked: Clocked) -> tuple[ViewerNet, ...]:
    """Clock and handshakes, then of the nets that hold several units the bits that are the unit's own."""

    def whole(path: NetPath, *, signed: bool = False) -> Field:
        width = clocked.widths[path]
        return Field(path=path, offset=0, width=width, signed=signed and width > 1)

    fields = {"clk": whole(nets.clock), "rst": whole(nets.reset)}
    fields |= {f"inputs {part}": whole(getattr(nets.items, part)) for part in ("valid", "ready", "payload")}
    fields |= {f"sums {part}": whole(getattr(nets.sums, part)) for part in ("valid", "ready")}
    fields |= nets.own_sums
    fields |= {
        name: whole(path, signed=net.signed) for name, (path, net) in nets.inside.items() if path in clocked.words
    }
    if nets.strobe is not None:
        fields["group_done"] = whole(nets.strobe)
    fields |= nets.states
    return tuple(
        ViewerNet(
            label=label,
            name=clocked.names[field.path],
            net_width=clocked.widths[field.path],
            offset=field.offset,
            width=field.width,
            signed=field.signed,
        )
        for label, field in fields.items()
    )


def _read(nets: UnitNets, translated: Callable[[tuple[str, ...]], tuple[str, ...]], waves: Path, top: str) -> Clocked:
    """The nets under the paths of the Verilog, whatever the language of the design."""
    back = {translated(path): path for path in (*nets.paths, *(path for path, _ in nets.inside.values()))}
    found = read_clocked(
        waves,
        clock=translated(nets.clock),
        nets=[translated(path) for path in nets.paths],
        optional=[translated(path) for path, _ in nets.inside.values()],
        top=top,
    )
    return Clocked(
        time_s=found.time_s,
        resolution_s=found.resolution_s,
        words={back[path]: words for path, words in found.words.items()},
        names={back[path]: name for path, name in found.names.items()},
        widths={back[path]: width for path, width in found.widths.items()},
    )


def _expected_sums(
    design: NetworkDesign, layer: str, unit: int, inputs: NDArray[np.int64], names: tuple[str, ...]
) -> dict[str, NDArray[np.int64]]:
    """offset + weights x inputs of the unit, (steps,) each: the integers that the design was generated from."""
    sums = design.layers[layer].sums
    rows = [unit * len(names) + place for place in range(len(names))]
    return {
        name: inputs @ sums.weights[row].astype(np.int64) + int(sums.offset[row])
        for name, row in zip(names, rows, strict=True)
    }


def _limits(request: Request) -> dict[str, float]:
    thresholds = request.trace.layers[request.position.layer].thresholds
    if thresholds is None:
        return {}
    unit = request.position.unit
    return {name: float(values[unit]) for name, values in zip(("lower", "upper"), thresholds, strict=True)}


def _last_cycle(record: UnitRecord, step: int) -> int:
    seen = record.states_seen if len(record.states_seen) else record.sums_taken
    return int(seen[step])
