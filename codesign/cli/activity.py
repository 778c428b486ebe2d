"""``codesign activity``: does every unit, weight, input line and layer of a model do something?"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from codesign.cli.examples import Examples, own
from codesign.cli.screen import Json, Model, check_output_file, count, print_json, print_table, say

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from codesign.activity import Activity, Finding
    from codesign.network import Network

__all__ = ["activity", "warn_of_activity", "warn_of_weights"]

_SAMPLES = 200
_FEW = 100
"""Samples that are enough for a hint."""


def activity(
    model: Model,
    samples: Annotated[
        int | None,
        typer.Option(
            help=f"How many of the first test samples. Default: {_SAMPLES}, or all where there are fewer, or where "
            "examples of your own are given."
        ),
    ] = None,
    examples: Examples = None,
    json: Json = None,
) -> None:
    """Look for units that are dead, saturated, stuck or never switch, and for layers that never matter, in the twin.

    Ends with status 1 where something is wrong: units whose outputs are the same in all steps of all samples (dead,
    saturated, stuck), memories that never switch within a sample and keep nothing, states clipped by their bits, a
    layer that can be silenced, averaged and exchanged between samples without any other decision, or one decision for
    all samples. All else is a note: copies of other units, silent input lines, weights that cannot matter, constants
    where they are no loss (the score of a class, what is added to a skip connection).
    """
    from codesign import activity as check
    from codesign import checkpoint

    check_output_file(json)
    network = checkpoint.load(model)
    found = check.check(network, _batches(network, samples, examples))
    _show(found)
    print_json(json, found.json())
    if found.wrong:
        raise typer.Exit(1)


def warn_of_activity(network: "Network", name: str) -> None:
    """After training, whose data are at hand: what an activity check over a few test samples says is wrong, if it
    does."""
    from codesign import activity as check
    from codesign import data
    from codesign.verify.examples import encoded_batches

    if data.is_known(network.task):
        examples = data.load(network.task, "test")
        number = min(_FEW, len(examples.labels))
        if number >= 2:
            found = check.check(network, encoded_batches(network, number, examples=examples))
            _warn(found.wrong, f"over {number} test samples", name)


def warn_of_weights(network: "Network", name: str) -> None:
    """After a conversion, which knows no data: what the weights alone say."""
    from codesign import activity as check

    _warn(check.unconnected(network), "by the weights alone", name)


def _warn(findings: "Sequence[Finding]", how: str, name: str) -> None:
    if findings:
        more = f" ({len(findings) - 1} more)" if len(findings) > 1 else ""
        say(f"activity, {how}: {findings[0].message}{more}; see: codesign activity {name}")


def _batches(network: "Network", samples: int | None, examples: Path | None) -> "Iterator[NDArray[np.int64]]":
    from codesign.verify.examples import encoded_batches, examples_for

    chosen = own(examples)
    if samples is None and chosen is None:
        samples = min(_SAMPLES, len(examples_for(network).labels))
    return encoded_batches(network, samples, examples=chosen)


def _show(found: "Activity") -> None:
    from codesign.activity.ablation import WAYS

    columns = ["layer", "kind", "units", "constant", "copies", "at 0", "at the end", "switches", "weights at 0", *WAYS]
    title = f"{found.model}, {found.samples} samples; decisions that change without a layer on the right"
    rows: list[list[object]] = []
    for layer in found.layers:
        units = layer.units
        at_end = [unit.share_at_upper_end for unit in units if unit.share_at_upper_end is not None]
        rows.append([
            layer.layer, layer.kind, len(units), sum(unit.constant for unit in units),
            sum(unit.same_as is not None and not unit.same_in_all_samples for unit in units),
            _percent(sum(unit.share_at_zero for unit in units) / len(units)),
            _percent(sum(at_end) / len(at_end)) if at_end else "-",
            sum(unit.switches_per_sample for unit in units) / len(units), _percent(layer.zero_weights),
            *(_percent(layer.decisions_changed[way] / found.samples) for way in WAYS),
        ])  # fmt: skip
    print_table(title, columns, rows)
    for finding in found.findings:
        say(f"{'WRONG' if finding.wrong else 'note'}: {finding.message}")
    idle = sum(unit.constant for layer in found.layers for unit in layer.units)
    in_all = sum(len(layer.units) for layer in found.layers)
    say(f"{'something is wrong' if found.wrong else 'all right'}; units that change: {count(in_all - idle, in_all)}")


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"
