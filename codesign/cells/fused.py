"""Cells whose steps follow each other in C: which tensors that is for, and how they are handed over."""

import ctypes
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

import torch

from codesign.errors import MissingToolError

__all__ = ["call", "usable"]


def usable(tensor: torch.Tensor) -> bool:
    """Whether a kernel in C computes for such tensors."""
    return tensor.device.type == "cpu" and shutil.which("cc") is not None


def call(source: Path, function: str, *arguments: torch.Tensor | int | None) -> None:
    """Call ``function`` of the kernel ``source`` in the form for the tensors' type, float or double.

    Tensors that are read may lie in any way; those that are written must be contiguous. None is the null pointer.
    """
    kept: list[torch.Tensor] = []
    values: list[ctypes.c_void_p | ctypes.c_int64] = []
    suffix = "float"
    for argument in arguments:
        if isinstance(argument, torch.Tensor):
            kept.append(argument.contiguous())  # a copy lives as long as the call
            suffix = "double" if argument.dtype == torch.float64 else "float"
            values.append(ctypes.c_void_p(kept[-1].data_ptr()))
        else:
            values.append(ctypes.c_void_p(None) if argument is None else ctypes.c_int64(argument))
    getattr(_library(source), f"{function}_{suffix}")(*values)


@cache
def _library(source: Path) -> ctypes.CDLL:
    with tempfile.TemporaryDirectory() as folder:
        built = Path(folder) / "kernel.so"
        options = ("-O3", "-march=native", "-mprefer-vector-width=512", "-shared", "-fPIC")
        found = subprocess.run(["cc", *options, "-o", built, source], capture_output=True, text=True, check=False)
        if found.returncode != 0:
            raise MissingToolError(f"cc could not compile {source.name}: {' '.join(found.stderr.split())[:300]}")
        return ctypes.CDLL(str(built))
