"""The package of functions at the head of a VHDL file: what VHDL has no operator for."""

import re

__all__ = ["package"]

_HEAD = "library ieee;\nuse ieee.std_logic_1164.all;\nuse ieee.numeric_std.all;\n"


def _function(head: str, *body: str) -> tuple[str, str]:
    return head, "\n".join(f"    {line}" for line in body)


_CHOOSE = ("if condition then", "  return yes;", "end if;", "return no;")

# By name: for each overload its head and its body. A body begins with declarations, or with "begin".
_FUNCTIONS: dict[str, tuple[str, tuple[tuple[str, str], ...]]] = {
    "choose": (
        "An if in an expression.",
        (
            _function("(condition, yes, no : std_logic) return std_logic", *_CHOOSE),
            _function("(condition : std_logic; yes, no : unsigned) return unsigned", *_CHOOSE),
            _function("(condition : std_logic; yes, no : signed) return signed", *_CHOOSE),
        ),
    ),
    "extend": (
        "A bit as a number of width bits.",
        (
            _function(
                "(value : std_logic; width : positive) return unsigned",
                "return resize(unsigned'(0 => value), width);",
            ),
        ),
    ),
    "repeated": (
        "A bit, count times.",
        (
            _function(
                "(value : std_logic; count : positive) return unsigned",
                "return unsigned'(count - 1 downto 0 => value);",
            ),
        ),
    ),
    "floor_divide": (
        "The quotient, rounded down; 0 where the divisor is 0. Both numbers have the same width.",
        (
            _function(
                "(dividend, divisor : unsigned) return unsigned",
                "if divisor = 0 then",
                "  return resize(divisor, dividend'length);",
                "end if;",
                "return dividend / divisor;",
            ),
            _function(
                "(dividend, divisor : signed) return signed",
                "if divisor = 0 then",
                "  return resize(divisor, dividend'length);",
                "elsif dividend mod divisor = 0 or (dividend < 0) = (divisor < 0) then",
                "  return dividend / divisor;",
                "end if;",
                "return dividend / divisor - 1;",
            ),
        ),
    ),
    "floor_modulo": (
        "The rest of that division, with the sign of the divisor.",
        (
            _function(
                "(dividend, divisor : unsigned) return unsigned",
                "if divisor = 0 then",
                "  return divisor;",
                "end if;",
                "return dividend mod divisor;",
            ),
            _function(
                "(dividend, divisor : signed) return signed",
                "if divisor = 0 then",
                "  return divisor;",
                "end if;",
                "return dividend mod divisor;",
            ),
        ),
    ),
}


def package(name: str, text: str) -> str:
    """The package ``name`` with those functions that ``text`` calls; '' where it calls none."""
    used = {
        function: found for function, found in _FUNCTIONS.items() if re.search(rf"\b{function}\(", text) is not None
    }
    if not used:
        return ""
    declared, bodies = [], []
    for function, (meaning, overloads) in used.items():
        declared.append(f"  -- {meaning}")
        for head, body in overloads:
            declared.append(f"  function {function}{head};")
            bodies.append(f"  function {function}{head} is\n  begin\n{body}\n  end function;\n")
    return (
        f"{_HEAD}\npackage {name} is\n"
        + "\n".join(declared)
        + f"\nend package;\n\npackage body {name} is\n"
        + "\n".join(bodies)
        + "end package body;\n"
    )
