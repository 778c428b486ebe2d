"""FPGA families: a file each with a ``TOOLCHAIN``; adding one is adding a file."""

from importlib import import_module
from pkgutil import iter_modules

from codesign.digital.toolchains.toolchain import CorePlacement, Pll, Toolchain
from codesign.errors import InputError, nearest

__all__ = ["CorePlacement", "Pll", "Toolchain", "load"]


def load(name: str) -> Toolchain:
    """The toolchain ``name``; raises InputError for an unknown one."""
    known = [module.name for module in iter_modules(__path__) if module.name != "toolchain"]
    if name not in known:
        raise InputError(f"unknown toolchain {name!r}; {nearest(name, known)}")
    found = import_module(f"{__name__}.{name}").TOOLCHAIN
    assert isinstance(found, Toolchain)
    return found
