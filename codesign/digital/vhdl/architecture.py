"""A module of the netlist as an entity with its architecture."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from codesign.digital.vhdl.cells import NAMES, OPERATORS, Operator
from codesign.digital.vhdl.declarations import head, joined, natural, port_order
from codesign.digital.vhdl.expressions import Expression, Kind, constant, of_kind
from codesign.digital.vhdl.memories import Memory, memory
from codesign.digital.vhdl.names import Names
from codesign.digital.vhdl.netlist import Bit, Bits, Cell, Module, Net
from codesign.digital.vhdl.registers import KINDS, Register, edge, initial_values, is_clocked, processes, split
from codesign.digital.vhdl.statements import concurrent, indented
from codesign.digital.vhdl.used import count, in_order, narrowed
from codesign.digital.vhdl.wires import Place, Signal, Wires
from codesign.errors import ToolError

__all__ = ["Entity", "entity"]

_LONGEST = 70
"""Characters of an intermediate result that is written into the expression that it is for."""


@dataclass(frozen=True, kw_only=True)
class Entity:
    """The text of an entity and what its names have become."""

    name: str
    text: str
    names: Names
    """Of ports, signals and instances, by their names in the netlist."""
    ports: Mapping[str, Signal]
    instances: Mapping[str, str]
    """The module of each instance, by its name in the netlist."""


def entity(
    module: Module, *, name: str, entities: Mapping[str, Entity], package: str, plain_ports: bool = False
) -> Entity:
    """``module`` as the entity ``name``. The modules that it has instances of are among ``entities``.

    With ``plain_ports``, ports of several bits are std_logic_vector, as for a top entity. Raises ToolError for a cell
    that has no VHDL.
    """
    for cell in module.cells:
        if (
            cell.kind not in OPERATORS
            and cell.kind not in KINDS
            and cell.kind != "$mem_v2"
            and cell.kind not in entities
        ):
            raise ToolError(
                f"no VHDL for the cell {cell.name!r} of {module.name!r}: its type {cell.kind!r} is none of "
                f"{', '.join(sorted((*OPERATORS, *KINDS, '$mem_v2')))}"
            )
    return _Architecture(module=module, name=name, entities=entities, package=package, plain_ports=plain_ports).entity()


@dataclass
class _Architecture:
    module: Module
    name: str
    entities: Mapping[str, Entity]
    package: str
    plain_ports: bool
    names: Names = field(default_factory=Names)
    ports: dict[str, Signal] = field(default_factory=dict)
    concurrent: list[str] = field(default_factory=list)
    """Assignments of intermediate results and of named signals, each behind what it needs."""
    results: dict[Bits, Signal] = field(default_factory=dict)
    """Results that no signal had in one piece, and the signals that were made for them."""
    declared: list[str] = field(default_factory=list)
    """Of memories."""

    def __post_init__(self) -> None:
        self.wires = Wires(names=self.names)

    def entity(self) -> Entity:
        module, wires = self.module, self.wires
        clocked_bits = {
            bit for cell in module.cells for port, bits in cell.outputs.items() for bit in bits if is_clocked(cell)
        }
        aliases = self._nets(clocked_bits)
        registers = split((cell for cell in module.cells if cell.kind in KINDS), wires)
        memories = [memory(cell) for cell in module.cells if cell.kind == "$mem_v2"]
        instances = sorted((cell for cell in module.cells if cell.kind in self.entities), key=lambda c: natural(c.name))
        read = {bit for cell in module.cells for bits in cell.inputs.values() for bit in bits}
        whole: list[tuple[Place, Bits]] = []  # results that are not one piece of a signal, and where they are then
        for found in memories:
            for port in found.reads:
                self._whole(f"{found.name}_data", port.data, whole, unsigned=True)
        for cell in instances:
            for port_name, bits in cell.outputs.items():
                if any(wires.known(bit) or bit in read for bit in bits):
                    self._whole(f"{cell.name}_{port_name}", bits, whole)

        operators = in_order(cell for cell in module.cells if cell.kind in OPERATORS)
        readers = self._readers(registers, memories, instances, aliases)
        operators = narrowed(operators, readers)
        self._operators(operators, readers, registers, instances)
        for place, bits in aliases:
            self.concurrent += concurrent(place, wires.read(bits))
        for place, bits in whole:
            for start, piece in wires.places(bits):
                if piece is not None and piece.signal is not place.signal:
                    part = Place(signal=place.signal, low=start, width=piece.width)
                    self.concurrent += concurrent(piece, part.expression)

        memory_lines = [self._memory(found) for found in memories]
        placed = [self._instance(cell) for cell in instances]
        blocks = [
            ("Instances", placed),
            ("Combinational logic", [self.concurrent] if self.concurrent else []),
            ("Memories", [lines for lines in memory_lines if lines]),
            ("Registers", processes(self._sorted(registers), wires.read, self._place)),
        ]
        body: list[str] = []
        for title, statements in blocks:
            for index, lines in enumerate(statements):
                body += ["", *([f"  -- {title}"] if index == 0 else []), *indented(lines)]
        text = "\n".join(
            [
                *head(self.name, self.package, self.ports.values()),
                *self._declarations(clocked_bits),
                "begin",
                *body[1:],
                "end architecture;",
                "",
            ]
        )
        return Entity(
            name=self.name,
            text=text,
            names=self.names,
            ports=self.ports,
            instances={cell.name: cell.kind for cell in instances},
        )

    # Signals

    def _nets(self, clocked_bits: set[Bit]) -> list[tuple[Place, Bits]]:
        """Declare all nets that have names; where bits already have one, they are assigned to the second."""
        ports = [net for net in self.module.nets if net.direction]
        others = sorted((net for net in self.module.nets if not net.direction), key=lambda net: natural(net.name))
        aliases: list[tuple[Place, Bits]] = []
        # A part of an output that has a name of its own is computed under this name.
        outputs = {net.bits for net in ports if net.direction == "output"}
        parts = [net for net in others if net.bits not in outputs]
        inputs = [net for net in ports if net.direction == "input"]
        for net in sorted(ports, key=port_order):  # ports come first in the choice of names
            kind = Kind.BIT if len(net.bits) == 1 else Kind.UNSIGNED
            self.ports[net.name] = Signal(
                name=self.names[net.name],
                width=len(net.bits),
                kind=kind,
                direction=net.direction,
                plain_vector=self.plain_ports and kind is not Kind.BIT,
            )
        for net in (
            *inputs,
            *parts,
            *(net for net in ports if net.direction == "output"),
            *(net for net in others if net.bits in outputs),
        ):
            kind = Kind.BIT if len(net.bits) == 1 else Kind.SIGNED if net.signed else Kind.UNSIGNED
            signal = self.ports.get(net.name) or Signal(name=self.names[net.name], width=len(net.bits), kind=kind)
            if net.direction == "output":
                self._held(net, clocked_bits)
            if net.direction != "input":
                aliases += self._aliases(net, signal)
            self.wires.add(signal, net.bits)
        return aliases

    def _held(self, net: Net, clocked_bits: set[Bit]) -> None:
        """Signals for the registers in an output.

        In GHDL the initial value of a port is that of the signal it is connected to, so a port is no register.
        """
        start = 0
        for end in range(1, len(net.bits) + 1):
            held = [bit in clocked_bits and not self.wires.known(bit) for bit in net.bits[start : end + 1]]
            if end < len(net.bits) and held[-1] == held[0]:
                continue
            if held[0]:
                self.wires.new(self.names.new(f"{net.name}_register"), net.bits[start:end])
            start = end

    def _aliases(self, net: Net, signal: Signal) -> list[tuple[Place, Bits]]:
        first = {bit: index for index, bit in reversed(list(enumerate(net.bits)))}
        known = [
            isinstance(bit, str) or self.wires.known(bit) or first[bit] != index for index, bit in enumerate(net.bits)
        ]
        found, start = [], 0
        while start < len(known):
            end = start + 1
            while end < len(known) and known[end] == known[start]:
                end += 1
            if known[start]:
                found.append((Place(signal=signal, low=start, width=end - start), net.bits[start:end]))
            start = end
        return found

    def _whole(self, wanted: str, bits: Bits, whole: list[tuple[Place, Bits]], *, unsigned: bool = False) -> None:
        """Have ``bits`` in one piece of a signal."""
        place = self.wires.place(bits)
        if place is not None and (not unsigned or (place.kind is not Kind.SIGNED and not place.plain_vector)):
            return
        signal = self.wires.new(self.names.new(wanted), bits)
        self.results[bits] = signal
        whole.append((Place(signal=signal, low=0, width=len(bits)), bits))

    def _place(self, bits: Bits) -> Place:
        """Where ``bits`` are assigned to."""
        if bits in self.results:
            return Place(signal=self.results[bits], low=0, width=len(bits))
        place = self.wires.place(bits)
        assert place is not None, bits
        return place

    # Operators

    def _readers(
        self,
        registers: Iterable[Register],
        memories: Iterable[Memory],
        instances: Iterable[Cell],
        aliases: Iterable[tuple[Place, Bits]],
    ) -> list[Bits]:
        """What is read by anything but operators."""
        found: list[Bits] = [net.bits for net in self.module.nets if net.direction != "input"]
        found += [bits for _, bits in aliases]
        for register in registers:
            control = register.control
            found += [register.data, (control.clock,)]
            found += [(bit,) for bit, _ in (x for x in (control.enable, control.reset) if x is not None)]
        for each in memories:
            for read in each.reads:
                found += [read.address, read.enable, read.clock or ()]
            for write in each.writes:
                found += [write.address, write.clock, *(write.data[a:b] for a, b in write.pieces())]
                found += [(write.enable[start],) for start, _ in write.pieces()]
        for cell in instances:
            found += cell.inputs.values()
        return found

    def _operators(
        self, operators: list[Cell], readers: list[Bits], registers: list[Register], instances: list[Cell]
    ) -> None:
        wires = self.wires
        hidden = {
            cell.outputs["Y"][0]: cell.outputs["Y"]
            for cell in operators
            if not any(wires.known(bit) for bit in cell.outputs["Y"])
        }
        owner = {bit: result[0] for result in hidden.values() for bit in result}
        uses = Counter[Bit]()
        for bits in self._reads(operators, readers):
            count(bits, hidden, owner, uses)
        # Where a result may be a statement of several lines, and where it must be a signal.
        open_to_choices = {register.data[0] for register in registers if register.data in hidden.values()}
        open_to_choices |= {
            cell.inputs[port][0] for cell in operators if cell.kind == "$mux" for port in "AB" if cell.inputs[port]
        }
        signals = {bit for cell in instances for bits in cell.inputs.values() for bit in bits}
        for cell in operators:
            result = cell.outputs["Y"]
            expression = OPERATORS[cell.kind](Operator(cell=cell, read=self._operand))
            if result[0] in hidden and not signals.intersection(result):
                size = expression.span if result[0] in open_to_choices else len(expression.text)
                simple = expression.operator == "not" and len(expression.text) <= 24 and "(" not in expression.text
                if (uses[result[0]] == 1 and size <= _LONGEST) or (simple and len(result) == 1):
                    wires.fold(result, expression)
                    continue
            self._assign(cell, result, expression)

    def _assign(self, cell: Cell, result: Bits, expression: Expression) -> None:
        wires = self.wires
        place = wires.place(result)
        if place is None:
            kind = expression.kind
            signal = wires.new(self.names.numbered(NAMES.get(cell.kind, "term")), result, kind)
            whole = Place(signal=signal, low=0, width=len(result))
            self.concurrent += concurrent(whole, expression)
            for start, piece in wires.places(result):
                if piece is not None and piece.signal is not signal:
                    part = Place(signal=signal, low=start, width=piece.width)
                    self.concurrent += concurrent(piece, of_kind(part.expression, piece.kind))
        else:
            self.concurrent += concurrent(place, expression)

    def _reads(self, operators: list[Cell], readers: list[Bits]) -> Iterable[Bits]:
        named = {net.bits for net in self.module.nets}
        yield from (bits for bits in readers if bits not in named)
        for cell in operators:
            for port, bits in cell.inputs.items():
                if cell.kind == "$pmux" and port in "BS":
                    width = len(cell.outputs["Y"]) if port == "B" else 1
                    yield from (bits[start : start + width] for start in range(0, len(bits), width))
                else:
                    yield bits

    def _operand(self, bits: Bits) -> Expression:
        """What an operator reads; a long concatenation gets a name."""
        expression = self.wires.read(bits)
        if expression.parts and len(expression.text) > 2 * _LONGEST:
            found = Signal(name=self.names.numbered("joined"), width=len(bits), kind=Kind.UNSIGNED)
            self.wires.signals.append(found)
            place = Place(signal=found, low=0, width=len(bits))
            self.concurrent += concurrent(place, expression)
            return place.expression
        return expression

    # Memories and instances

    def _memory(self, found: Memory) -> list[str]:
        name = self.names.new(found.name)
        row = "std_logic" if found.width == 1 else f"unsigned({found.width - 1} downto 0)"
        self.declared += found.declaration(name, self.names.new(f"{name}_rows"), row)
        lines: list[str] = []
        clocks: dict[tuple[Bits, bool], list[str]] = {}
        for write in found.writes:
            clocks.setdefault((write.clock, write.rising), []).extend(found.written(name, write, self.wires.read))
        for read in found.reads:
            target = self._place(read.data)
            if read.clock is None:
                index = found.index(read.address, self.wires.read)
                lines.append(f"{target.text} <= {name}({index});")
            else:
                clocks.setdefault((read.clock, read.rising), []).extend(
                    found.taken(name, read, target, self.wires.read)
                )
        for (clock, rising), body in clocks.items():
            read_clock = self.wires.read(clock)
            lines += [f"process ({read_clock.text})", "begin", f"  if {edge(read_clock, rising=rising)} then"]
            lines += [*indented(body, 2), "  end if;", "end process;"]
        return lines

    def _instance(self, cell: Cell) -> list[str]:
        child = self.entities[cell.kind]
        label = self.names[cell.name]
        connections = []
        for port, formal in child.ports.items():
            bits = cell.inputs.get(port) or cell.outputs.get(port, ())
            if formal.direction == "input":
                value = of_kind(self.wires.read(bits) if bits else constant(0, formal.width), formal.kind)
                if value.parts or value.operator:
                    signal = self.wires.new(self.names.new(f"{cell.name}_{port}"), ("0",) * len(bits))
                    self.concurrent += concurrent(Place(signal=signal, low=0, width=len(bits)), value)
                    value = Place(signal=signal, low=0, width=len(bits)).expression
                connections.append(f"{formal.name} => {value.text}")
                continue
            place = self.results.get(bits) or self.wires.place(bits)
            if place is None or not bits:
                connections.append(f"{formal.name} => open")
                continue
            target = self._place(bits)
            shown = f"std_logic_vector({formal.name})" if target.plain_vector else formal.name
            if target.kind is Kind.SIGNED:
                shown = f"signed({formal.name})"
            connections.append(f"{shown} => {target.text}")
        return [
            f"{label} : entity work.{child.name}",
            "  port map (",
            *indented([f"{line}," for line in connections[:-1]] + connections[-1:], 2),
            "  );",
        ]

    # Text

    def _sorted(self, registers: list[Register]) -> list[Register]:
        order = {signal.name: index for index, signal in enumerate(self.wires.signals)}
        return sorted(registers, key=lambda r: (order[self._place(r.output).signal.name], self._place(r.output).low))

    def _initial(self, bits: Bits) -> str:
        value = constant(initial_values(self.module.initial, bits), len(bits))
        return f" := {value.text}" if value.value or value.kind is Kind.BIT else " := (others => '0')"

    def _declarations(self, clocked_bits: set[Bit]) -> list[str]:
        bits_of = {self.names[net.name]: net.bits for net in self.module.nets}
        driven = clocked_bits | {bit for cell in self.module.cells for bits in cell.outputs.values() for bit in bits}
        registers, named, intermediate = list[tuple[str, str]](), list[tuple[str, str]](), list[tuple[str, str]]()
        for signal in self.wires.signals:
            if signal.direction:
                continue
            bits = bits_of.get(signal.name) or self.wires.bits(signal)
            ints = {bit for bit in bits if isinstance(bit, int)}
            if clocked_bits.intersection(bits) or (ints and not driven.intersection(ints)):
                registers.append((signal.name, signal.type + self._initial(bits)))
            elif signal.name in bits_of:
                named.append((signal.name, signal.type))
            else:
                intermediate.append((signal.name, signal.type))
        lines: list[str] = []
        for title, group in (("Registers", registers), ("Named values", named), ("Intermediate results", intermediate)):
            if group:
                lines += [f"-- {title}", *joined(group)]
        return indented([*self.declared, *lines])
