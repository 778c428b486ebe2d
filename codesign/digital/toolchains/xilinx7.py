"""AMD's 7 series: figures from yosys everywhere, place, route and power by Vivado where it is."""

from typing import Any

from amaranth.hdl import C, Instance, Module, Signal

from codesign.digital.toolchains.toolchain import Pll, Toolchain, nearest_setting

__all__ = ["TOOLCHAIN", "pll"]

_OSCILLATOR_HZ = (800e6, 1600e6)  # of the PLL, speed grade 1 (DS181, table 37)
_LOWEST_PHASE_HZ = 19e6


def pll(oscillator_hz: float, wanted_hz: float) -> Pll:
    """PLLE2_BASE: clock = oscillator x multiplier / (divider x output)."""
    settings = []
    for divider in range(1, 57):
        if oscillator_hz / divider < _LOWEST_PHASE_HZ:
            break
        for multiplier in range(2, 65):
            inner = oscillator_hz / divider * multiplier
            for output in range(1, 129) if _OSCILLATOR_HZ[0] <= inner <= _OSCILLATOR_HZ[1] else ():
                settings.append((inner / output, (divider, multiplier, output)))
    clock, (divider, multiplier, output) = nearest_setting(oscillator_hz, wanted_hz, settings)

    def build(source: Any, target: Any, lock: Any) -> Any:
        m = Module()
        feedback, raw = Signal(name="feedback"), Signal(name="raw")
        m.submodules.loop = Instance(
            "PLLE2_BASE",
            p_CLKIN1_PERIOD=1e9 / oscillator_hz,
            p_DIVCLK_DIVIDE=divider,
            p_CLKFBOUT_MULT=multiplier,
            p_CLKOUT0_DIVIDE=output,
            i_CLKIN1=source,
            i_CLKFBIN=feedback,
            i_RST=C(0),
            i_PWRDWN=C(0),
            o_CLKFBOUT=feedback,
            o_CLKOUT0=raw,
            o_LOCKED=lock,
        )
        m.submodules.buffer = Instance("BUFG", i_I=raw, o_O=target)
        return m

    return Pll(output_hz=clock, build=build)


TOOLCHAIN = Toolchain(
    name="xilinx7",
    synthesis="synth_xilinx -family xc7 -flatten",
    options="",
    cells={
        # Two LUTs of five inputs or fewer can share a place, so a slice may hold more than this says.
        "lut": {
            **{f"LUT{inputs}": 1 for inputs in range(1, 7)},
            "RAM32M": 4, "RAM64M": 4, "RAM32X1D": 2, "RAM64X1D": 2, "RAM128X1D": 4, "SRL16E": 1, "SRLC32E": 1,
        },
        "ff": dict.fromkeys(("FDRE", "FDSE", "FDCE", "FDPE"), 1),
        "block_ram": {"RAMB36E1": 1, "RAMB18E1": 0.5},
        "dsp": {"DSP48E1": 1},
    },
    pll=pll,
    bitstream="bit",
    # This yosys fails on a register that begins with 1 and that a DSP block could hold; the figures do not change.
    before_synthesis="proc; setattr -unset init w:*",
    after_synthesis="",  # of Vivado; the figures come from yosys
)  # fmt: skip
