"""Layers of cells that only exist in software, with random parameters, and signals for them."""

import shutil
from typing import Any

import torch

from codesign import cells
from codesign.training.recipe import LayerRecipe
from codesign.training.software import SoftwareModule

KINDS = ("alpha_cmru", "brc", "gru", "lru", "min_gru", "nbrc", "src_float")
Parameters = dict[str, torch.Tensor]

NUMBERS = torch.tensor([0.9, 3.0, 2.0, -7.0, -5.0, 0.9, 0.1], dtype=torch.float64)
"""Of an SRC: leak, rho, feedback, slow_feedback, bias, z_hyp, z_dep."""

IMPLEMENTATIONS = ("closed_form", "fused") if shutil.which("cc") else ("closed_form",)


def module(
    kind: str, *, inputs: int = 3, outputs: int = 4, seed: int = 1, dtype: Any = torch.float64, **options: Any
) -> SoftwareModule:
    """One in which every parameter is drawn, so that none has the 0 or 1 that it begins with."""
    torch.manual_seed(seed)
    recipe = LayerRecipe(name="memory", kind=kind, outputs=outputs, options=options)
    made: SoftwareModule = cells.part(kind, "module").Module(recipe, inputs).to(dtype)
    with torch.no_grad():
        for parameter in made.parameters():
            parameter.add_(0.3 * torch.randn_like(parameter))
    if kind == "src_float":
        with torch.no_grad():
            made.weight.mul_(8)  # currents at which such a cell spikes, if they last
            made.project()
    return made


def signal(*shape: int, dtype: Any = torch.float64, seed: int = 2) -> torch.Tensor:
    return torch.randn(*shape, dtype=dtype, generator=torch.Generator().manual_seed(seed))


def initial(made: SoftwareModule, samples: int) -> Parameters:
    """Random states before the first step."""
    zeros = made.reset(signal(samples, 0, 3))
    return {name: 0.5 * torch.randn_like(state) for name, state in zeros.items()}
