# amaranth: UnusedElaboratable=no
"""From arrays of samples to the items of the input stream, and from packed states back to arrays.

The files are those of :mod:`codesign.digital.bench.vectors`.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from codesign import twin
from codesign.digital.bench.vectors import unpack
from codesign.digital.design import NetworkDesign
from codesign.digital.ports import ports
from codesign.digital.streams import Bundle, input_items, pack
from codesign.errors import InputError, ToolError

__all__ = ["expected", "payload", "played", "samples", "states_of"]


def payload(bundle: Bundle, item: Mapping[str, int]) -> int:
    """The bits of one item."""
    word = 0
    for name, entry in bundle.layout:
        width = entry.width
        word |= (item.get(name, 0) & ((1 << width) - 1)) << entry.offset
    return word


def played(design: NetworkDesign, sample: NDArray[np.integer]) -> NDArray[np.integer]:
    """The steps of ``sample`` (steps, inputs) that the design gets: without those that its reset states stand for.

    Raises InputError for a sample that does not begin as every sample of the model's coding does.
    """
    left_out = design.folded_steps
    if len(sample) <= left_out or np.any(sample[: left_out + 1]):
        raise InputError(
            f"this design starts after {left_out} black frames, but a sample of {len(sample)} steps does not begin "
            f"with {left_out + 1} of them; build the design without fold_black_frames"
        )
    return sample[left_out:]


def samples(design: NetworkDesign, inputs: Sequence[NDArray[np.integer]]) -> list[dict[str, Any]]:
    """The stimulus of samples (steps, inputs), which may differ in their steps. Raises InputError as :func:`played`."""
    found = []
    for sample in inputs:
        steps = played(design, sample) if design.folded_steps else sample
        items = [format(payload(design.source, item), "x") for item in input_items(design.source, steps)]
        found.append({"steps": len(steps), "items": items})
    return found


def expected(design: NetworkDesign, inputs: Sequence[NDArray[np.integer]]) -> dict[str, Any]:
    """What the integer twin says about ``inputs``, packed like the registers of the design, all groups in one word."""
    traces = [twin.simulate(design.network, sample[None]) for sample in inputs]
    states = {
        layer["name"]: {
            state: [
                format(pack(step, shape["width"]), "x")
                for trace in traces
                for step in trace.layers[layer["name"]].states[state][0, design.folded_steps :]
            ]
            for state, shape in layer["states"].items()
        }
        for layer in ports(design)["layers"]
    }
    return {
        "states": states,
        "decisions": [int(trace.decisions[0]) for trace in traces],
        "scores": [[int(score) for score in trace.scores[0]] for trace in traces],
    }


def states_of(
    ports: Mapping[str, Any], found: Mapping[str, Any], *, samples: int, steps: int
) -> dict[str, dict[str, NDArray[np.int64]]]:
    """The states in ``found`` as arrays (samples, steps, units); raises ToolError where steps are missing."""
    arrays: dict[str, dict[str, NDArray[np.int64]]] = {}
    for layer in ports["layers"]:
        arrays[layer["name"]] = {}
        for state, shape in layer["states"].items():
            words = found["states"][layer["name"]][state]
            if len(words) != samples * steps:
                raise ToolError(
                    f"layer {layer['name']!r}, state {state!r}: the simulation showed {len(words)} steps, "
                    f"not {samples * steps}"
                )
            values = [
                unpack(int(word, 16), count=layer["units"], width=shape["width"], signed=shape["signed"])
                for word in words
            ]
            arrays[layer["name"]][state] = np.array(values, dtype=np.int64).reshape(samples, steps, layer["units"])
    return arrays
