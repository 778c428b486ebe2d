"""Derivatives of surrogate gradients are refused."""

from collections.abc import Callable
from typing import Any, NoReturn

from codesign.errors import InputError

__all__ = ["only_once"]


def only_once(backward: Any, name: str) -> None:
    """Make the operator ``backward`` raise InputError where somebody wants a gradient of the gradients it gives."""

    def refuse(ctx: Any, *gradients: Any) -> NoReturn:
        raise InputError(
            f"{name} has no second derivative: its steps have surrogate gradients, the derivative of no function, so a "
            "gradient of them means nothing; do without create_graph=True, or detach what comes from this operator"
        )

    register: Callable[..., None] = backward.register_autograd
    register(refuse, setup_context=lambda ctx, inputs, output: None)
