"""``hdl/boards/*.yaml``: which FPGA, which pins, which clock, which tools."""

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Self

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from codesign import resources
from codesign.digital import toolchains
from codesign.digital.options import engine
from codesign.errors import InputError, MissingToolError, nearest

__all__ = ["Board", "Pins", "Uart", "load", "names"]

_NAME = r"^[a-z][a-z0-9_]*$"


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Pins(_Entry):
    """One wire of a resource of the platform."""

    resource: str = Field(pattern=_NAME, description="the platform's resource")
    number: int = Field(default=0, ge=0, description="which of the resources of this name")
    signal: str = Field(default="", description="of a resource with several; empty: it is one wire")


class Uart(_Entry):
    """The UART of the platform, or pins that become one."""

    resource: str = Field(pattern=_NAME, description="the platform's resource, or with rx and tx a name for a new one")
    number: int = Field(default=0, ge=0, description="which of the resources of this name")
    rx: str = Field(default="", description="pin of the FPGA that the host sends to")
    tx: str = Field(default="", description="pin that the host listens to")
    attributes: dict[str, str] = Field(default_factory=dict, description="of the pins, as the vendor names them")

    @model_validator(mode="after")
    def _both(self) -> Self:
        if bool(self.rx) != bool(self.tx):
            raise ValueError("name both pins, rx and tx, or none")
        return self


class Board(_Entry):
    """One board."""

    version: int = Field(ge=1, le=1, description="of this format")
    name: str = Field(pattern=_NAME, description="the file's name")
    title: str = Field(pattern=r"^[ -~]+$", description="one line for people")
    platform: str = Field(pattern=r"^[\w.]+\.\w+$", description="class of amaranth-boards or any other package")
    toolchain: str = Field(description="a file of codesign/digital/toolchains")
    clock_mhz: float = Field(gt=0, le=1000, description="clock of the network; not the oscillator's: a PLL makes it")
    baud: int = Field(gt=0, description="of the UART")
    uart: Uart = Field(description="what the host talks through")
    leds: list[Pins] = Field(description="show the class, its lowest bit first")
    engine: str = Field(description="small, balanced or fast: the default here")

    @model_validator(mode="after")
    def _known(self) -> Self:
        try:
            engine(self.engine)
            toolchains.load(self.toolchain)
        except InputError as error:
            raise ValueError(str(error)) from None
        return self

    def new_platform(self) -> Any:
        """An Amaranth platform with a UART, for one build; raises MissingToolError where its package is missing."""
        module, _, name = self.platform.rpartition(".")
        package = module.partition(".")[0]
        if find_spec(package) is None:
            raise MissingToolError(
                f"the package {package!r} is missing; install it with: pip install 'codesign[board]'"
            )
        try:
            platform = getattr(import_module(module), name)()
        except (ImportError, AttributeError):
            raise InputError(f"board {self.name}: there is no platform {self.platform!r}") from None
        if self.uart.rx:
            from amaranth.build import Attrs, Pins, Resource, Subsignal

            platform.add_resources(
                [
                    Resource(
                        self.uart.resource,
                        self.uart.number,
                        Subsignal("rx", Pins(self.uart.rx, dir="i")),
                        Subsignal("tx", Pins(self.uart.tx, dir="o")),
                        Attrs(**self.uart.attributes),
                    )
                ]
            )
        return platform


def names() -> list[str]:
    """All boards."""
    return sorted(resources.boards())


@cache
def load(name: str) -> Board:
    """The board ``name``; raises InputError for an unknown one, or a file that is no board, with the field."""
    known = resources.boards()
    if name not in known:
        raise InputError(f"unknown board {name!r}; {nearest(name, known)}")
    return parse(known[name].read_text(), name)


def parse(text: str, name: str) -> Board:
    """The board in the YAML ``text`` of the file ``name``."""
    try:
        board = Board.model_validate(yaml.safe_load(text))
    except yaml.YAMLError as error:
        raise InputError(f"board {name}: no YAML: {' '.join(str(error).split())}") from None
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or "the file"
        raise InputError(f"board {name}: {where}: {first['msg']}") from None
    if board.name != name:
        raise InputError(f"board {name}: name is {board.name!r}; it must be that of the file")
    return board
