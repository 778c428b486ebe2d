"""Cells that go through the steps in a C file of their own: when they do, and how tensors are handed to it."""

import ctypes
import mmap
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, NoReturn

import torch

from codesign import native
from codesign.errors import InputError
from codesign.recurrence.implementation import chosen

__all__ = ["call", "first_derivative_only", "fresh", "usable"]

_LARGE_PAGE = 1 << 21
_C = ctypes.CDLL(None)
_ACTIVATIONS = Path(__file__).with_name("activations.h")


def usable(tensor: torch.Tensor) -> bool:
    """Whether such tensors are computed in C: where the recurrences are (``codesign.recurrence.implementation``)."""
    return tensor.device.type == "cpu" and _cpu_is_fused()


@torch.compiler.assume_constant_result  # type: ignore[untyped-decorator]
def _cpu_is_fused() -> bool:
    """A question that ``torch.compile`` does not look into."""
    return str(chosen(torch.device("cpu")).__name__).endswith(".fused")


def fresh(like: torch.Tensor, *shape: int) -> torch.Tensor:
    """An empty tensor for a kernel to fill, of the type of ``like``.

    The first write to a page of new memory costs more than the computing; large pages, asked for here, cost little.
    """
    made = like.new_empty(shape)
    advice = getattr(mmap, "MADV_HUGEPAGE", None)  # Linux alone has it
    first = -(-made.data_ptr() // _LARGE_PAGE) * _LARGE_PAGE
    size = made.data_ptr() + made.nbytes - first
    if advice is not None and made.device.type == "cpu" and size >= _LARGE_PAGE:
        _C.madvise(ctypes.c_void_p(first), ctypes.c_size_t(size // _LARGE_PAGE * _LARGE_PAGE), advice)
    return made


def call(source: Path, function: str, *arguments: torch.Tensor | int | None) -> None:
    """Call ``function_float`` or ``function_double`` of the kernel ``source``, whichever is for the tensors' type.

    Tensors that are read may lie in any way; those that are written must be contiguous. None is the null pointer.
    """
    kept: list[torch.Tensor] = []  # copies live as long as the call
    values: list[ctypes.c_void_p | ctypes.c_int64] = []
    for argument in arguments:
        if isinstance(argument, torch.Tensor):
            kept.append(argument.contiguous())
            values.append(ctypes.c_void_p(kept[-1].data_ptr()))
        else:
            values.append(ctypes.c_void_p(None) if argument is None else ctypes.c_int64(argument))
    name = "double" if kept[0].dtype == torch.float64 else "float"
    getattr(_library(source), f"{function}_{name}")(*values)


def first_derivative_only(backward: Any, name: str) -> None:
    """Make the operator ``backward`` raise InputError where somebody wants a gradient of the gradients it gives."""

    def refuse(ctx: Any, *gradients: Any) -> NoReturn:
        raise InputError(
            f"the kernel of {name} has no second derivative; do without create_graph=True, or compute within "
            "codesign.recurrence.using('closed_form'), which has one and is slower"
        )

    register: Callable[..., None] = backward.register_autograd
    register(refuse, setup_context=lambda ctx, inputs, output: None)


@cache
def _library(source: Path) -> ctypes.CDLL:
    return native.load(source, parts=[_ACTIVATIONS])
