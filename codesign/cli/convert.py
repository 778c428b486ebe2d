"""``codesign convert``: from a PyTorch state dict or a NIR graph to a checkpoint."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from codesign.cli.activity import warn_of_weights
from codesign.cli.screen import check_output_file, say
from codesign.cli.shipped import recipe_path
from codesign.cli.train import Output, show_trained
from codesign.errors import InputError

if TYPE_CHECKING:
    from codesign.network import Network

__all__ = ["convert"]


def convert(
    state_dict: Annotated[
        Path, typer.Argument(metavar="FILE", help="A .pt file of tensors, or a NIR graph (.nir) of spiking neurons.")
    ],
    recipe: Annotated[
        Path | None, typer.Argument(metavar="RECIPE", help="Of a state dict: as of codesign train.")
    ] = None,
    output: Output = None,
    dialect: Annotated[
        str | None, typer.Option(help="Of a NIR graph: who wrote it, nir, snntorch, norse or sinabs.")
    ] = None,
    dt: Annotated[
        float | None, typer.Option(help="Of a NIR graph: the time step, in the unit of its time constants.")
    ] = None,
    weight_bits: Annotated[int | None, typer.Option(help="Of a NIR graph: bits of a weight, default 8.")] = None,
) -> None:
    """Quantise a trained state dict (.pt, read with weights_only=True), as its recipe says, or a NIR graph."""
    from codesign import checkpoint

    check_output_file(output)
    is_graph = state_dict.suffix == ".nir"
    if is_graph and recipe is not None:
        raise InputError("a NIR graph needs no recipe; leave it out")
    if not is_graph and (dialect, dt, weight_bits) != (None, None, None):
        raise InputError("--dialect, --dt and --weight-bits are for NIR graphs (.nir); leave them out")
    network = _from_graph(state_dict, dialect, dt, weight_bits) if is_graph else _from_state_dict(state_dict, recipe)
    path = output or Path("build") / network.name / "checkpoint.safetensors"
    checkpoint.save(network, path)
    if is_graph:
        for node, errors in network.training.get("rounding_error", {}).items():
            worst = max(errors, key=lambda name: float(errors[name]))
            say(f"{node}: largest rounding error {errors[worst]:.2g} of the largest {worst}")
        say(f"{network.name}: {network.parameters} parameters, sha256:{network.hash}")
        say(f"checkpoint: {path}")
    else:
        show_trained(network, path)
    warn_of_weights(network, str(path))


def _from_state_dict(state_dict: Path, recipe: Path | None) -> "Network":
    from codesign.convert import convert as converted

    if recipe is None:
        raise InputError("a state dict needs its recipe; name it behind the file")
    return converted(state_dict, recipe_path(recipe))


def _from_graph(path: Path, dialect: str | None, dt: float | None, weight_bits: int | None) -> "Network":
    from codesign import nir

    found = nir.written_by_codesign(path) if (dialect, dt, weight_bits) == (None, None, None) else None
    if found is not None:
        return found
    if dialect is None:
        raise InputError(f"the graph does not say who wrote it; give --dialect {' or '.join(nir.DIALECTS)}")
    precision = nir.Precision() if weight_bits is None else nir.Precision(weight_bits=weight_bits)
    return nir.read(path, name=path.stem, dialect=dialect, dt=dt, precision=precision)
