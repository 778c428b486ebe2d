"""What targets are called on the page."""

__all__ = ["target_noun", "target_title"]

_TITLES = {
    "spice": ("Transistor circuit", "circuit"),
    "behavioural": ("Behavioural circuit", "behavioural circuit"),
    "verilog": ("RTL in Verilog", "RTL"),
    "verilator": ("RTL in Verilog, by Verilator", "RTL"),
    "vhdl": ("RTL in VHDL", "RTL"),
}


def target_title(name: str) -> str:
    """What a headline calls the target; the name itself where we know no better."""
    return _TITLES[name][0] if name in _TITLES else name


def target_noun(name: str) -> str:
    """What a sentence calls the target, after "the"."""
    return _TITLES[name][1] if name in _TITLES else name
