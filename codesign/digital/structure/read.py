# amaranth: UnusedElaboratable=no
"""The structure of a design, from the netlist that yosys writes of it: the same one that the VHDL is printed from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache

from codesign.digital.design import NetworkDesign
from codesign.digital.hierarchy import Modules
from codesign.digital.options import Options
from codesign.digital.tidy import tidied
from codesign.digital.vhdl import netlist
from codesign.network import Network

__all__ = ["Amount", "Block", "Connection", "Part", "Structure", "read", "structure"]

_STREAM = ("payload", "valid", "ready")
_CLOCKING = ("clk", "rst")


@dataclass(frozen=True, kw_only=True)
class Amount:
    """What is in a module; ``multipliers`` and ``adders`` (and subtractors) are operators of words."""

    register_bits: int = 0
    memory_bits: int = 0
    multipliers: int = 0
    adders: int = 0

    def __add__(self, other: "Amount") -> "Amount":
        return Amount(**{at.name: getattr(self, at.name) + getattr(other, at.name) for at in fields(Amount)})


@dataclass(frozen=True, kw_only=True)
class Connection:
    """A port, or a whole stream of them. ``name`` is that of the port, or of the stream; ``bits`` are those of the
    payload and do not count valid and ready."""

    name: str
    bits: int
    direction: str
    """``input`` or ``output``: of a stream, the way its payload goes."""
    stream: bool


@dataclass(frozen=True, kw_only=True)
class Part:
    """An instance: of which module, and the net (a number) of each of its ports and streams, by name."""

    name: str
    module: str
    nets: Mapping[str, int]


@dataclass(frozen=True, kw_only=True)
class Block:
    """A module. ``nets`` are those of its own ports; ``own`` is in it itself, ``total`` with all that it contains.

    Two names have the same net where they are the same wires; an output that logic of the module makes has a net that
    no instance drives.
    """

    name: str
    ports: tuple[Connection, ...]
    nets: Mapping[str, int]
    parts: tuple[Part, ...]
    own: Amount
    total: Amount


@dataclass(frozen=True, kw_only=True)
class Structure:
    """All modules by name."""

    top: str
    blocks: Mapping[str, Block]

    def below(self, module: str) -> Iterator[Block]:
        """``module`` and everything in it that has parts, each module once."""
        seen: set[str] = set()
        pending = [module]
        while pending:
            name = pending.pop(0)
            if name in seen:
                continue
            seen.add(name)
            block = self.blocks[name]
            if block.parts:
                yield block
            pending.extend(part.module for part in block.parts)

    def of(self, path: tuple[str, ...]) -> Block:
        """The module of the instance at ``path`` below the top."""
        block = self.blocks[self.top]
        for name in path:
            block = self.blocks[next(part.module for part in block.parts if part.name == name)]
        return block


def structure(network: Network, options: Options | None = None) -> Structure:
    """The structure of the RTL of ``network``; InputError where a layer has no RTL, ToolError where yosys fails."""
    return _structure(_Key(network=network, options=options or Options()))


@dataclass(frozen=True, eq=False, kw_only=True)
class _Key:
    """Networks are alike if their hashes are."""

    network: Network
    options: Options

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and (self.network.hash, self.options) == (other.network.hash, other.options)

    def __hash__(self) -> int:
        return hash((self.network.hash, self.options))


@lru_cache(maxsize=4)
def _structure(key: _Key) -> Structure:
    design = NetworkDesign(key.network, key.options)
    converted = Modules()
    top = converted.convert(design, design.name)
    return read(tidied(converted.texts.values(), top=top, write="write_json design.json", file="design.json"), top=top)


def read(text: str, *, top: str) -> Structure:
    """The structure in the JSON ``text`` of yosys."""
    found = netlist.modules(text)
    blocks: dict[str, Block] = {}

    def add(name: str) -> None:
        if name in blocks:
            return
        module = found[name]
        for cell in module.cells:
            if cell.kind in found:
                add(cell.kind)
        own = Amount()
        for cell in module.cells:
            own += _amount(cell)
        total = own
        for cell in module.cells:
            if cell.kind in found:
                total += blocks[cell.kind].total
        blocks[name] = _block(module, found, own, total)

    add(top)
    return Structure(top=top, blocks=blocks)


def _amount(cell: netlist.Cell) -> Amount:
    if "dff" in cell.kind:
        return Amount(register_bits=len(cell.outputs["Q"]))
    if cell.kind.startswith("$mem"):
        return Amount(memory_bits=cell.number("WIDTH") * cell.number("SIZE"))
    return Amount(multipliers=int(cell.kind == "$mul"), adders=int(cell.kind in ("$add", "$sub", "$neg")))


def _block(module: netlist.Module, found: Mapping[str, netlist.Module], own: Amount, total: Amount) -> Block:
    numbers: dict[tuple[netlist.Bit, ...], int] = {}

    def net(bits: netlist.Bits) -> int:
        # The whole bus, without its constant bits, is what tells one net from another.
        return numbers.setdefault(tuple(bit for bit in bits if isinstance(bit, int)), len(numbers))

    ports = {at.name: at.bits for at in module.nets if at.direction}
    connections = _connections(module)
    parts = []
    for cell in sorted(module.cells, key=lambda cell: cell.name):
        if cell.kind in found:
            given = {**cell.inputs, **cell.outputs}
            nets = {at.name: net(given.get(_key_port(at), ())) for at in _connections(found[cell.kind])}
            parts.append(Part(name=cell.name, module=cell.kind, nets=nets))
    nets = {at.name: net(ports[_key_port(at)]) for at in connections}
    return Block(name=module.name, ports=connections, nets=nets, parts=tuple(parts), own=own, total=total)


def _key_port(connection: Connection) -> str:
    """The port whose wires tell where a connection goes: of a stream its valid, which nothing else shares."""
    return f"{connection.name}__valid" if connection.stream else connection.name


def _connections(module: netlist.Module) -> tuple[Connection, ...]:
    """Ports, those of a stream together; without clock and reset, which everything has."""
    ports = {at.name: at for at in module.nets if at.direction}
    found: dict[str, Connection] = {}
    for name, port in ports.items():
        stem, _, last = name.rpartition("__")
        whole = stem and all(f"{stem}__{part}" in ports for part in ("valid", "ready"))
        if whole and (last in _STREAM or last.startswith("payload")):
            # A payload without bits is no port at all: such a stream says only that something happens.
            payload = ports.get(f"{stem}__payload")
            direction = ports[f"{stem}__valid"].direction
            bits = len(payload.bits) if payload else 0
            found[stem] = Connection(name=stem, bits=bits, direction=direction, stream=True)
        elif name not in _CLOCKING:
            found[name] = Connection(name=name, bits=len(port.bits), direction=port.direction, stream=False)
    return tuple(found.values())
