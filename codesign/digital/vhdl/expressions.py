"""VHDL expressions with their types, and the conversions between these.

A value of one bit is a ``std_logic``, every other one an ``unsigned`` or, where arithmetic needs it, a ``signed``.
"""

from dataclasses import dataclass, replace
from enum import Enum

__all__ = [
    "Expression",
    "Kind",
    "atom",
    "call",
    "concatenation",
    "constant",
    "extended",
    "integer",
    "of_kind",
    "operation",
    "repeated",
    "typed",
    "vector",
    "wrapped",
]


class Kind(Enum):
    """The type of an expression."""

    BIT = "std_logic"
    UNSIGNED = "unsigned"
    SIGNED = "signed"


@dataclass(frozen=True, kw_only=True)
class Expression:
    """VHDL text and what must be known to put it into more text."""

    text: str
    kind: Kind
    width: int
    operator: str = ""
    """The one that binds least in ``text``; '' where no parentheses are ever needed around it."""
    condition: str = ""
    """The same as a ``boolean``, where that has a text of its own."""
    choice: "tuple[Expression, Expression, Expression] | None" = None
    """Of a multiplexer: condition, value where it holds, value where not."""
    parts: "tuple[Expression, ...]" = ()
    """Of a concatenation, the most significant one first."""
    value: int | None = None
    """Of a constant, as an unsigned number."""
    plain: str = ""
    """The std_logic_vector that was converted, where one was."""
    bare: "Expression | None" = None
    """What was converted, where this is a conversion between signed and unsigned."""

    @property
    def test(self) -> str:
        """As the condition of an ``if``. VHDL-2008 takes a std_logic there, too."""
        return self.condition or self.text

    @property
    def span(self) -> int:
        """Characters of the longest piece where a statement may use a line for each part or choice."""
        if self.choice is not None:
            condition, yes, no = self.choice
            return max(len(condition.text), len(yes.text) if yes.choice else yes.span, no.span)
        if self.parts:
            return max(part.span if part.choice is None else len(part.text) for part in self.parts)
        return len(self.text)


def atom(text: str, kind: Kind, width: int) -> Expression:
    """A name, a call, or what else needs no parentheses."""
    return Expression(text=text, kind=kind, width=width)


def operation(text: str, operator: str, kind: Kind, width: int, *, condition: str = "") -> Expression:
    """An expression in which ``operator`` binds least."""
    return Expression(text=text, operator=operator, kind=kind, width=width, condition=condition)


def call(function: str, *arguments: Expression | str, kind: Kind, width: int) -> Expression:
    """``function(arguments)``."""
    texts = (argument if isinstance(argument, str) else typed(argument).text for argument in arguments)
    return atom(f"{function}({', '.join(texts)})", kind, width)


def wrapped(expression: Expression, operator: str = "") -> str:
    """The text as an operand of ``operator``: in parentheses but for atoms, and chains of one and the same operator.

    ``not`` and its like bind more than all others, so as an operand of another operator they need none either.
    """
    if not expression.operator or (expression.operator == operator and operator in ("and", "or", "xor")):
        return expression.text
    if expression.operator == "not" and operator not in ("", "not"):
        return expression.text
    return f"({expression.text})"


def constant(value: int, width: int, kind: Kind = Kind.UNSIGNED) -> Expression:
    """``value`` in ``width`` bits: decimal where it is short, else the bits in base 2 or 16."""
    value &= (1 << width) - 1
    if width == 1:
        return Expression(text=f"'{value}'", kind=Kind.BIT, width=1, value=value)
    if width > 32 and value < 1 << 16:
        text = f"to_{kind.value}({value}, {width})"
    elif width < 8:
        text = f'"{value:0{width}b}"'
    else:
        text = f'{"" if width % 4 == 0 else width}x"{value:0{-(-width // 4)}X}"'
    return Expression(text=text, kind=kind, width=width, value=value)


def integer(expression: Expression) -> int | None:
    """The number that a constant is under its kind, where VHDL's integers have it."""
    if expression.value is None:
        return None
    value = expression.value
    if expression.kind is Kind.SIGNED and value >> (expression.width - 1):
        value -= 1 << expression.width
    return value if abs(value) < 1 << 31 else None


def typed(expression: Expression) -> Expression:
    """With its type written down where the text alone has none: an argument of an overloaded function."""
    if expression.kind is Kind.BIT:
        literal = expression.text.startswith("'")
        return replace(expression, text=f"std_logic'({expression.text})") if literal else expression
    # A concatenation could also be an array of vectors, such as the rows of a memory.
    open_to_others = expression.text.endswith('"') or expression.operator == "&"
    if not open_to_others:
        return expression
    return replace(expression, text=f"{expression.kind.value}'({expression.text})", operator="")


def of_kind(expression: Expression, kind: Kind) -> Expression:
    """The same bits as another kind of vector; a bit remains one."""
    if expression.kind is kind or expression.kind is Kind.BIT or kind is Kind.BIT:
        return expression
    if expression.value is not None:
        return constant(expression.value, expression.width, kind)
    if expression.bare is not None:
        return expression.bare
    if expression.plain:
        return replace(atom(f"{kind.value}({expression.plain})", kind, expression.width), plain=expression.plain)
    return replace(call(kind.value, expression, kind=kind, width=expression.width), bare=expression)


def vector(expression: Expression, *, signed: bool = False) -> Expression:
    """A bit as a vector of two bits, which has the same value; vectors remain what they are."""
    return extended(expression, 2, signed=signed) if expression.kind is Kind.BIT else expression


def extended(expression: Expression, width: int, *, signed: bool) -> Expression:
    """The same number in ``width`` bits, at least as many as it has; of the wanted kind of vector, or a bit."""
    kind = Kind.SIGNED if signed else Kind.UNSIGNED
    if width == 1:
        return expression
    if expression.value is not None:
        value = expression.value
        if signed and value >> (expression.width - 1):
            value -= 1 << expression.width
        return constant(value, width, kind)
    if expression.kind is Kind.BIT:
        return of_kind(repeated(expression, width), kind) if signed else call(
            "extend", expression, str(width), kind=kind, width=width
        )  # fmt: skip
    expression = of_kind(expression, kind)
    return expression if expression.width == width else call("resize", expression, str(width), kind=kind, width=width)


def repeated(bit: Expression, count: int) -> Expression:
    """A bit, ``count`` times."""
    return bit if count == 1 else call("repeated", bit, str(count), kind=Kind.UNSIGNED, width=count)


def concatenation(parts: list[Expression]) -> Expression:
    """All ``parts``, the most significant one first."""
    if len(parts) == 1:
        return parts[0]
    parts = [of_kind(part, Kind.UNSIGNED) for part in parts]
    text = " & ".join(wrapped(part, "&") for part in parts)
    found = Expression(
        text=text, operator="&", kind=Kind.UNSIGNED, width=sum(part.width for part in parts), parts=tuple(parts)
    )
    if all(part.kind is Kind.BIT or part.text.endswith('"') for part in parts):
        # Bits and literals alone could be of any vector type.
        return replace(found, text=f"unsigned'({text})", operator="")
    return found
