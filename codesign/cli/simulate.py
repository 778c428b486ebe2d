"""``codesign simulate``: test samples through the software twin."""

from typing import Annotated

import typer

from codesign.cli.screen import Json, Model, check_output_file, count, print_json, print_table, say

__all__ = ["simulate"]


def simulate(
    model: Model,
    samples: Annotated[int, typer.Option(help="How many of the first test samples.")] = 10,
    json: Json = None,
) -> None:
    """Run test samples through the integer twin, and show each decision and the scores of all classes."""
    from codesign import checkpoint, twin
    from codesign.verify import encoded_test_samples

    check_output_file(json)
    network = checkpoint.load(model)
    inputs, labels = encoded_test_samples(network, samples)
    trace = twin.simulate(network, inputs)
    classes = network.classes
    rows = [
        [index, classes[label], classes[decision], "right" if label == decision else "wrong", *map(int, scores)]
        for index, (label, decision, scores) in enumerate(zip(labels, trace.decisions, trace.scores, strict=True))
    ]
    title = f"{network.name}, software twin, with the score of each class"
    print_table(title, ["sample", "label", "decision", "", *classes], rows)
    right = int((trace.decisions == labels).sum())
    say(f"right: {count(right, samples)}")
    result = {
        "model": network.name,
        "model_hash": network.hash,
        "samples": samples,
        "classes": list(classes),
        "labels": labels.tolist(),
        "decisions": trace.decisions.tolist(),
        "scores": trace.scores.tolist(),
        "accuracy_twin": right / samples,
    }
    print_json(json, result)
