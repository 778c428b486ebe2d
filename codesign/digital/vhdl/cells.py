"""What each operator of a netlist is in VHDL. Adding an operator is adding a line to ``OPERATORS``."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from codesign.digital.vhdl.expressions import (
    Expression,
    Kind,
    call,
    extended,
    integer,
    of_kind,
    operation,
    typed,
    vector,
    wrapped,
)
from codesign.digital.vhdl.netlist import Bits, Cell
from codesign.errors import ToolError

__all__ = ["LOW_BITS", "NAMES", "OPERATORS", "Operator"]

# numeric_std counts shifts in an integer.
_WIDEST_SHIFT = 30


@dataclass(frozen=True, kw_only=True)
class Operator:
    """A cell whose output is a function of its inputs."""

    cell: Cell
    read: Callable[[Bits], Expression]

    @property
    def width(self) -> int:
        return len(self.cell.outputs["Y"])

    def input(self, port: str) -> Expression:
        return self.read(self.cell.inputs[port])

    @property
    def signed(self) -> bool:
        return self.cell.signed


def _vector_kind(signed: bool) -> Kind:
    return Kind.SIGNED if signed else Kind.UNSIGNED


def _cut(expression: Expression, width: int) -> Expression:
    """The lowest bits of a wider result. numeric_std keeps the sign of a signed one, so it is never asked to."""
    if expression.width <= width:
        return expression
    if width > 1:
        return call("resize", of_kind(expression, Kind.UNSIGNED), str(width), kind=Kind.UNSIGNED, width=width)
    # A bit of an expression cannot be named; that of its remainder by 2 can be asked for.
    return operation(f"resize({of_kind(expression, Kind.UNSIGNED).text}, 1) ?= 1", "?=", Kind.BIT, 1)


def _sum(operator: str) -> Callable[[Operator], Expression]:
    def made(op: Operator) -> Expression:
        a, b, width, signed = op.input("A"), op.input("B"), op.width, op.signed
        if width == 1:
            return operation(f"{wrapped(a, 'xor')} xor {wrapped(b, 'xor')}", "xor", Kind.BIT, 1)
        kind = _vector_kind(signed)
        a, b = (of_kind(_bit_as_vector(x, signed, keep=not signed), kind) for x in (a, b))
        for this, other, first in ((b, a, False), (a, b, True)):
            number = None if this.value is None else integer(extended(this, width, signed=signed))
            # The lowest number of all has no counterpart to subtract; and nothing is subtracted from a negative one.
            if number is None or number == -1 << (width - 1) or (first and operator == "-" and number < 0):
                continue
            other = extended(other, width, signed=signed)
            wide = wrapped(other if other.value is None else typed(other), operator)
            if first and operator == "-":
                return operation(f"{number} - {wide}", "-", kind, width)
            shown = operator if number >= 0 else {"+": "-", "-": "+"}[operator]
            return operation(f"{wide} {shown} {abs(number)}", shown, kind, width)
        # An operator of numeric_std is as wide as the wider operand, so one of full width is enough.
        if a.kind is Kind.BIT or width not in (a.width, b.width):
            a = extended(a, width, signed=signed)
        if a.width != width and b.kind is Kind.BIT:
            b = extended(b, width, signed=signed)
        a = _first(a, b)
        return operation(f"{wrapped(a, operator)} {operator} {wrapped(b, operator)}", operator, kind, width)

    return made


def _first(a: Expression, b: Expression) -> Expression:
    """The first of two operands: of two literals it says of what type both are."""
    return typed(a) if a.value is not None and b.value is not None else a


def _bit_as_vector(expression: Expression, signed: bool, *, keep: bool) -> Expression:
    """An operand of a vector operator; with ``keep``, a bit may remain one (numeric_std adds bits to vectors)."""
    if expression.kind is Kind.BIT and not keep:
        return vector(expression, signed=signed)
    return expression


def _product(op: Operator) -> Expression:
    a, b, width, signed = op.input("A"), op.input("B"), op.width, op.signed
    if width == 1:
        return operation(f"{wrapped(a, 'and')} and {wrapped(b, 'and')}", "and", Kind.BIT, 1)
    kind = _vector_kind(signed)
    a, b = (of_kind(vector(x, signed=signed), kind) for x in (a, b))
    a = _first(a, b)
    whole = operation(f"{wrapped(a, '*')} * {wrapped(b, '*')}", "*", kind, a.width + b.width)
    return extended(whole, width, signed=signed) if whole.width <= width else _cut(whole, width)


def _negation(op: Operator) -> Expression:
    a, width, signed = op.input("A"), op.width, op.signed
    if width == 1:
        return a
    wide = typed(extended(a, width, signed=signed))
    if signed:
        return operation(f"-{wrapped(wide, '-')}", "-", Kind.SIGNED, width)
    return operation(f"0 - {wrapped(wide, '-')}", "-", Kind.UNSIGNED, width)


def _division(function: str) -> Callable[[Operator], Expression]:
    def made(op: Operator) -> Expression:
        a, b, signed = op.input("A"), op.input("B"), op.signed
        width = max(a.width, b.width, op.width, 2)
        wide = [typed(extended(x, width, signed=signed)) for x in (a, b)]
        return _cut(call(function, *wide, kind=_vector_kind(signed), width=width), op.width)

    return made


def _identity(op: Operator) -> Expression:
    return extended(op.input("A"), op.width, signed=op.signed)


def _not(op: Operator) -> Expression:
    a = typed(of_kind(_identity(op), Kind.UNSIGNED))
    return operation(f"not {wrapped(a, 'not')}", "not", a.kind, op.width)


def _logical(operator: str) -> Callable[[Operator], Expression]:
    def made(op: Operator) -> Expression:
        a, b = (of_kind(extended(op.input(p), op.width, signed=op.signed), Kind.UNSIGNED) for p in "AB")
        a = _first(a, b)
        return operation(f"{wrapped(a, operator)} {operator} {wrapped(b, operator)}", operator, a.kind, op.width)

    return made


def _comparison(operator: str) -> Callable[[Operator], Expression]:
    def made(op: Operator) -> Expression:
        a, b, signed = op.input("A"), op.input("B"), op.signed
        if a.kind is not Kind.BIT or b.kind is not Kind.BIT:
            a, b = (of_kind(vector(x, signed=signed), _vector_kind(signed)) for x in (a, b))
        elif operator not in ("=", "/="):
            a, b = (extended(x, 2, signed=signed) for x in (a, b))
        # numeric_std compares vectors of different widths as the numbers they are, and with integers that fit in.
        number = None if b.kind is Kind.BIT else integer(b)
        fits = number is not None and number.bit_length() + signed <= a.width
        left, right = wrapped(a, operator), str(number) if fits else wrapped(b, operator)
        if a.value is not None or a.parts:
            left = wrapped(typed(a), operator)
        return _bit(
            operation(f"{left} ?{operator} {right}", "?", Kind.BIT, 1, condition=f"{left} {operator} {right}"), op
        )

    return made


def _bit(bit: Expression, op: Operator) -> Expression:
    """A truth as wide as the output wants it."""
    return bit if op.width == 1 else extended(bit, op.width, signed=False)


def _any(expression: Expression) -> Expression:
    """Whether any bit is 1."""
    return _reduced(expression, "or")


def _reduced(expression: Expression, operator: str) -> Expression:
    if expression.kind is Kind.BIT:
        return expression
    if expression.parts and all(part.kind is Kind.BIT for part in expression.parts):
        text = f" {operator} ".join(wrapped(part, operator) for part in expression.parts)
        return operation(text, operator, Kind.BIT, 1)
    return operation(f"{operator} {wrapped(typed(of_kind(expression, Kind.UNSIGNED)))}", "not", Kind.BIT, 1)


def _reduction(operator: str) -> Callable[[Operator], Expression]:
    return lambda op: _bit(_reduced(op.input("A"), operator), op)


def _inverted(bit: Expression) -> Expression:
    return operation(f"not {wrapped(typed(bit), 'not')}", "not", Kind.BIT, 1)


def _reduce_xnor(op: Operator) -> Expression:
    return _bit(_inverted(_reduced(op.input("A"), "xor")), op)


def _logic_not(op: Operator) -> Expression:
    a = op.input("A")
    if a.kind is Kind.BIT:
        return _bit(_inverted(a), op)
    text = wrapped(typed(a))
    return _bit(operation(f"{text} ?= 0", "?", Kind.BIT, 1, condition=f"{text} = 0"), op)


def _logic(operator: str) -> Callable[[Operator], Expression]:
    def made(op: Operator) -> Expression:
        a, b = _any(op.input("A")), _any(op.input("B"))
        return _bit(operation(f"{wrapped(a, operator)} {operator} {wrapped(b, operator)}", operator, Kind.BIT, 1), op)

    return made


def choose(condition: Expression, yes: Expression, no: Expression) -> Expression:
    """A multiplexer: in an expression a function, in a statement ``when`` or ``if``."""
    if condition.value is not None:
        return yes if condition.value else no
    kinds = {x.kind for x in (yes, no) if x.value is None}
    kind = Kind.SIGNED if kinds == {Kind.SIGNED} else Kind.UNSIGNED
    yes, no = of_kind(yes, kind), of_kind(no, kind)
    # Where one of them says what it is, a literal need not.
    shown = (typed(yes), typed(no)) if not kinds else (yes, no)
    found = call("choose", condition, *(x.text for x in shown), kind=yes.kind, width=yes.width)
    return replace(found, choice=(condition, yes, no))


def _mux(op: Operator) -> Expression:
    return choose(op.input("S"), op.input("B"), op.input("A"))


def _parallel_mux(op: Operator) -> Expression:
    found, width = op.input("A"), op.width
    values, selects = op.cell.inputs["B"], op.cell.inputs["S"]
    for index in reversed(range(len(selects))):
        found = choose(op.read(selects[index : index + 1]), op.read(values[index * width :][:width]), found)
    return found


def _amount(op: Operator, *, signed: bool = False) -> str:
    b = op.input("B")
    if b.width > _WIDEST_SHIFT:
        raise ToolError(
            f"no VHDL for the shift {op.cell.name!r}: its amount has {b.width} bits; at most {_WIDEST_SHIFT} can be"
        )
    return call("to_integer", typed(of_kind(vector(b, signed=signed), _vector_kind(signed))), kind=b.kind, width=1).text


def _shift_left(op: Operator) -> Expression:
    wide = of_kind(extended(op.input("A"), max(op.width, 2), signed=op.cell.number("A_SIGNED") == 1), Kind.UNSIGNED)
    return _cut(call("shift_left", typed(wide), _amount(op), kind=Kind.UNSIGNED, width=wide.width), op.width)


def _shift_right(*, arithmetic: bool) -> Callable[[Operator], Expression]:
    def made(op: Operator) -> Expression:
        a = op.input("A")
        signed = op.cell.number("A_SIGNED") == 1
        kind = _vector_kind(signed and arithmetic)
        wide = typed(of_kind(extended(a, max(a.width, op.width, 2), signed=signed), kind))
        return _cut(call("shift_right", wide, _amount(op), kind=kind, width=wide.width), op.width)

    return made


def _shift(op: Operator) -> Expression:
    """To the right, or to the left by a negative amount."""
    a = op.input("A")
    width = max(a.width, op.width, 2)
    wide = typed(of_kind(extended(a, width, signed=op.cell.number("A_SIGNED") == 1), Kind.UNSIGNED))
    if op.cell.number("B_SIGNED"):
        moved = operation(f"{wrapped(wide, 'srl')} srl {_amount(op, signed=True)}", "srl", Kind.UNSIGNED, width)
    else:
        moved = call("shift_right", wide, _amount(op), kind=Kind.UNSIGNED, width=width)
    return _cut(moved, op.width)


OPERATORS: Mapping[str, Callable[[Operator], Expression]] = {
    "$add": _sum("+"),
    "$sub": _sum("-"),
    "$mul": _product,
    "$neg": _negation,
    "$pos": _identity,
    "$divfloor": _division("floor_divide"),
    "$modfloor": _division("floor_modulo"),
    "$not": _not,
    "$and": _logical("and"),
    "$or": _logical("or"),
    "$xor": _logical("xor"),
    "$xnor": _logical("xnor"),
    "$reduce_and": _reduction("and"),
    "$reduce_or": _reduction("or"),
    "$reduce_bool": _reduction("or"),
    "$reduce_xor": _reduction("xor"),
    "$reduce_xnor": _reduce_xnor,
    "$logic_not": _logic_not,
    "$logic_and": _logic("and"),
    "$logic_or": _logic("or"),
    "$eq": _comparison("="),
    "$ne": _comparison("/="),
    "$lt": _comparison("<"),
    "$le": _comparison("<="),
    "$gt": _comparison(">"),
    "$ge": _comparison(">="),
    "$mux": _mux,
    "$pmux": _parallel_mux,
    "$shl": _shift_left,
    "$sshl": _shift_left,
    "$shr": _shift_right(arithmetic=False),
    "$sshr": _shift_right(arithmetic=True),
    "$shift": _shift,
    "$shiftx": _shift,
}

LOW_BITS = frozenset(
    ("$add", "$sub", "$mul", "$neg", "$pos", "$not", "$and", "$or", "$xor", "$xnor", "$mux", "$shl", "$sshl")
)
"""Operators whose low bits depend on no higher bits of what is operated on."""

NAMES: Mapping[str, str] = {
    "$add": "sum",
    "$sub": "difference",
    "$mul": "product",
    "$neg": "negative",
    "$divfloor": "quotient",
    "$modfloor": "remainder",
    "$mux": "choice",
    "$pmux": "choice",
    "$shl": "shifted",
    "$sshl": "shifted",
    "$shr": "shifted",
    "$sshr": "shifted",
    "$shift": "shifted",
    "$shiftx": "shifted",
    "$eq": "equal",
    "$ne": "different",
    "$lt": "less",
    "$le": "at_most",
    "$gt": "greater",
    "$ge": "at_least",
}
"""What an intermediate result is called after, beside ``term``."""
