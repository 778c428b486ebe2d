"""``codesign inspect``: what a checkpoint holds."""

from typing import TYPE_CHECKING, Any

from codesign.cli.screen import Json, Model, accuracies, accuracy_lines, check_output_file, print_json, print_table, say

if TYPE_CHECKING:
    from codesign.network import Network

__all__ = ["inspect"]


def inspect(model: Model, json: Json = None) -> None:
    """Show a model's layers, parameters, bits and sizes, and the accuracy measured when it was trained."""
    from codesign import checkpoint

    check_output_file(json)
    network = checkpoint.load(model)
    description = _description(network)
    say(f"{network.name}  sha256:{network.hash}")
    say(f"task {network.task}, {len(network.classes)} classes; coding {_choice(description['coding'])}; "
        f"decision {_choice(description['decision'])}")  # fmt: skip
    rows = [
        [layer["name"], _cell(layer), tensor, "x".join(map(str, entry["shape"])), entry["bits"], entry["scale"],
         f"{entry['minimum']}..{entry['maximum']}", entry["size_bits"]]
        for layer in description["layers"]
        for tensor, entry in layer["tensors"].items()
    ]  # fmt: skip
    print_table("Tensors", ["layer", "cell", "tensor", "shape", "bits", "scale", "holds", "size in bits"], rows)
    say(
        f"{description['parameters']} parameters in {description['size_bits']} bits, {description['units']} state units"
    )
    for line in accuracy_lines(network.training, " measured at training"):
        say(line)
    print_json(json, description)


def _description(network: "Network") -> dict[str, Any]:
    from codesign import cells

    layers = []
    size_bits = 0
    for layer in network.layers:
        tensors = {
            name: {
                "shape": list(tensor.values.shape),
                "bits": tensor.quantisation.bits,
                "scale": str(tensor.quantisation.scale),
                "signed": tensor.quantisation.signed,
                "minimum": int(tensor.values.min()),
                "maximum": int(tensor.values.max()),
                "size_bits": tensor.values.size * tensor.quantisation.bits,
            }
            for name, tensor in layer.tensors.items()
        }
        size_bits += sum(tensor.values.size * tensor.quantisation.bits for tensor in layer.tensors.values())
        layers.append(
            {
                "name": layer.name,
                "kind": layer.kind,
                "shape": [layer.outputs, layer.inputs],
                "bits": {name: tensor["bits"] for name, tensor in tensors.items()},
                "attributes": dict(layer.attributes),
                "skip": layer.skip,
                "tensors": tensors,
            }
        )
    plain = network.description()
    return {
        "model": network.name,
        "model_hash": network.hash,
        "task": network.task,
        "classes": list(network.classes),
        "coding": plain["coding"],
        "decision": plain["decision"],
        "layers": layers,
        "parameters": network.parameters,
        "size_bits": size_bits,
        "units": sum(layer.outputs for layer in network.layers if cells.spec(layer.kind).states),
        "accuracy": accuracies(network.training).get("test"),
        "balanced_accuracy": accuracies(network.training, "balanced_accuracy").get("test"),
        "training": dict(network.training),
    }


def _cell(layer: dict[str, Any]) -> str:
    return f"{layer['kind']} + {layer['skip']}" if layer["skip"] else str(layer["kind"])


def _choice(choice: dict[str, Any]) -> str:
    parameters = ", ".join(f"{name}={value}" for name, value in choice["parameters"].items())
    return f"{choice['kind']}({parameters})"
