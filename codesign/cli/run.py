"""``codesign run``: test samples through a board."""

from typing import Annotated

import typer

from codesign.cli.examples import Examples, Samples, encoded_samples, wanted
from codesign.cli.screen import Json, Model, check_output_file, count, print_json, print_table, say, shown_progress

__all__ = ["run"]


def run(
    model: Model,
    port: Annotated[str, typer.Option(metavar="DEVICE", help="Serial port of the board, /dev/ttyUSB0 for example.")],
    samples: Samples = None,
    baud: Annotated[int, typer.Option(min=1, help="That of the bitstream: baud in the board's file.")] = 1_000_000,
    patience: Annotated[float, typer.Option(min=0.001, metavar="SECONDS", help="To wait for an answer.")] = 0.5,
    examples: Examples = None,
    json: Json = None,
) -> None:
    """Send test samples to a board that holds the model, and compare its answers with the software twin.

    Ends with status 1 if a class or a score is not the twin's.
    """
    from serial import Serial, SerialException

    from codesign import checkpoint, twin
    from codesign.digital.serial_frame import Host
    from codesign.errors import InputError

    check_output_file(json)
    network = checkpoint.load(model)
    inputs, labels = encoded_samples(network, wanted(samples, examples), examples)
    trace = twin.simulate(network, inputs)
    found = []
    try:
        with Serial(port, baudrate=baud, timeout=patience) as line, shown_progress() as progress:
            host = Host(network, line)
            host.start()
            for index, sample in enumerate(inputs):
                found.append(host.run(sample))
                progress(index + 1, len(inputs), "samples")
            status = host.status()
    except SerialException as error:
        raise InputError(f"serial port {port!r}: {error}") from None
    names, rows = network.classes, []
    same = [
        result.decision == trace.decisions[index] and list(result.scores) == trace.scores[index].tolist()
        for index, result in enumerate(found)
    ]
    for index, (result, label) in enumerate(zip(found, labels, strict=True)):
        verdict = "right" if result.decision == label else "wrong"
        rows.append([index, names[label], names[result.decision], verdict, "same" if same[index] else "DIFFERENT"])
    print_table(f"{network.name} on {port}", ["sample", "label", "decision", "", "twin"], rows)
    right = sum(int(result.decision == label) for result, label in zip(found, labels, strict=True))
    say(f"right: {count(right, len(labels))}; as the twin: {count(sum(same), len(labels))}")
    say(f"line: {host.repeated} frames repeated, {status}")
    print_json(
        json,
        {
            "model": network.name,
            "model_hash": network.hash,
            "port": port,
            "samples": len(labels),
            "labels": labels.tolist(),
            "decisions": [result.decision for result in found],
            "scores": [list(result.scores) for result in found],
            "accuracy_board": right / len(labels),
            "accuracy_twin": float((trace.decisions == labels).mean()),
            "agree": sum(same),
            "repeated": host.repeated,
            "status": vars(status),
        },
    )
    if not all(same):
        raise typer.Exit(1)
