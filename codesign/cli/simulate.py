"""``codesign simulate``: test samples through the software twin."""

from codesign.cli.examples import Examples, Samples, encoded_samples, wanted
from codesign.cli.screen import Json, Model, check_output_file, count, print_json, print_table, say

__all__ = ["simulate"]


def simulate(
    model: Model,
    samples: Samples = None,
    examples: Examples = None,
    json: Json = None,
) -> None:
    """Run test samples through the integer twin, and show each decision and the scores of all classes."""
    from codesign import checkpoint, twin

    check_output_file(json)
    network = checkpoint.load(model)
    inputs, labels = encoded_samples(network, wanted(samples, examples), examples)
    trace = twin.simulate(network, inputs)
    classes = network.classes
    rows = [
        [index, classes[label], classes[decision], "right" if label == decision else "wrong", *map(int, scores)]
        for index, (label, decision, scores) in enumerate(zip(labels, trace.decisions, trace.scores, strict=True))
    ]
    title = f"{network.name}, software twin, with the score of each class"
    print_table(title, ["sample", "label", "decision", "", *classes], rows)
    right = int((trace.decisions == labels).sum())
    say(f"right: {count(right, len(labels))}")
    result = {
        "model": network.name,
        "model_hash": network.hash,
        "samples": len(labels),
        "classes": list(classes),
        "labels": labels.tolist(),
        "decisions": trace.decisions.tolist(),
        "scores": trace.scores.tolist(),
        "accuracy_twin": right / len(labels),
    }
    print_json(json, result)
