"""Names of a netlist as plain VHDL identifiers.

VHDL knows no upper and lower case, and no identifier with two underscores in a row or one at an end, so
``input__payload`` is ``input_payload`` here. All names are in lower case: that is how GHDL shows them to a testbench.
"""

import re

__all__ = ["Names"]

_KEYWORDS = """
abs access after alias all and architecture array assert assume assume_guarantee attribute begin block body buffer bus
case component configuration constant context cover default disconnect downto else elsif end entity exit fairness file
for force function generate generic group guarded if impure in inertial inout is label library linkage literal loop map
mod nand new next nor not null of on open or others out package parameter port postponed procedure process property
protected pure range record register reject release rem report restrict restrict_guarantee return rol ror select
sequence severity shared signal sla sll sra srl strong subtype then to transport type unaffected units until use
variable vmode vprop vunit wait when while with xnor xor
"""
# What the text calls by these names must not be hidden by a signal.
_USED = """
bit boolean choose extend false floor_divide floor_modulo ieee integer natural numeric_std positive repeated resize
rising_edge falling_edge rtl shift_left shift_right signed std std_logic std_logic_1164 std_logic_vector to_integer
to_signed to_unsigned true unsigned work
"""
_RESERVED = frozenset((_KEYWORDS + _USED).split())


class Names:
    """The names of one scope: the same name always gives the same identifier, and no two names the same one."""

    def __init__(self) -> None:
        self._plain: dict[str, str] = {}
        self._taken: set[str] = set()
        self._numbers: dict[str, int] = {}

    def __getitem__(self, name: str) -> str:
        """The identifier for ``name``."""
        if name not in self._plain:
            self._plain[name] = self.new(name)
        return self._plain[name]

    def of(self, name: str) -> str:
        """The identifier that ``name`` has got; KeyError where it has none."""
        return self._plain[name]

    def new(self, wanted: str) -> str:
        """An identifier like ``wanted`` that nothing has yet."""
        stem = re.sub(r"[\W_]+", "_", wanted.lower()).strip("_") or "net"
        if not stem[0].isalpha():
            stem = f"net_{stem}"
        found, number = stem, 2
        while found in self._taken or found in _RESERVED:
            found, number = f"{stem}_{number}", number + 1
        self._taken.add(found)
        return found

    def numbered(self, stem: str) -> str:
        """``stem`` with the next number behind it."""
        while True:
            number = self._numbers[stem] = self._numbers.get(stem, 0) + 1
            if f"{stem}_{number}" not in self._taken:
                return self.new(f"{stem}_{number}")
