"""Which implementation computes: fused loops in C, Triton kernels, or closed forms in plain PyTorch.

All give the same. The fastest that works on the tensors' device is taken; ``CODESIGN_RECURRENCE`` or :func:`using`
names another one.
"""

import importlib
import importlib.util
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType
from typing import Any

import torch

from codesign.errors import InputError, nearest

__all__ = ["IMPLEMENTATIONS", "NEEDS", "available", "chosen", "using"]

_PACKAGE = __package__

IMPLEMENTATIONS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"fused": ("cpu",), "triton": ("cuda",), "closed_form": ()}
)
"""Name (a subpackage of this package) to the types of device it is for (none named: all); the fastest first."""

_named: list[str] = []


def available(name: str) -> bool:
    """Whether the implementation works on this machine."""
    if not importlib.util.find_spec(f"{_PACKAGE}.{name}"):
        return False
    return bool(importlib.import_module(f"{_PACKAGE}.{name}").available())


@contextmanager
def using(name: str) -> Iterator[None]:
    """Within it, ``name`` computes, forwards and backwards; InputError for a name that is unknown or does not work."""
    _checked(name, "implementation")
    if not available(name):
        raise InputError(f"implementation {name!r} does not work on this machine; {NEEDS[name]}")
    _named.append(name)
    try:
        yield
    finally:
        _named.pop()


NEEDS: Mapping[str, str] = {
    "fused": "it needs a C compiler (Debian: apt-get install gcc); 'closed_form' needs none",
    "triton": "it needs the package triton and a CUDA device (or TRITON_INTERPRET=1); 'closed_form' needs none",
    "closed_form": "",
}
"""Name to what must be on the machine."""


def chosen(device: torch.device) -> Any:
    """The module that computes for tensors on ``device``."""
    name = _named[-1] if _named else os.environ.get("CODESIGN_RECURRENCE", "")
    if name:
        _checked(name, "CODESIGN_RECURRENCE")
        names: tuple[str, ...] = (name,)
    else:
        names = tuple(IMPLEMENTATIONS)
    for candidate in names:
        devices = IMPLEMENTATIONS[candidate]
        if (not devices or device.type in devices or name) and available(candidate):
            return importlib.import_module(f"{_PACKAGE}.{candidate}")
    raise InputError(f"implementation {name!r} does not work on this machine; {NEEDS[name]}")


def _checked(name: str, what: str) -> None:
    if name not in IMPLEMENTATIONS:
        raise InputError(f"{what}: {name!r} is unknown; {nearest(name, IMPLEMENTATIONS)}")
