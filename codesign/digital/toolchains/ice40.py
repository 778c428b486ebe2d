"""Lattice iCE40: yosys, nextpnr-ice40, icepack."""

from typing import Any

from amaranth.hdl import C, Instance

from codesign.digital.toolchains.toolchain import Pll, Toolchain, nearest_setting

__all__ = ["TOOLCHAIN", "pll"]

_OSCILLATOR_HZ = (533e6, 1066e6)  # of the PLL (FPGA-TN-02052)
_PHASE_HZ = (10e6, 133e6)
# Upper end of the phase detector's frequency for each FILTER_RANGE from 1 on, as in icestorm's icepll.
_FILTERS_HZ = (17e6, 26e6, 44e6, 66e6, 101e6, 133e6)


def pll(oscillator_hz: float, wanted_hz: float) -> Pll:
    """SB_PLL40_CORE, simple feedback: clock = oscillator (DIVF + 1) / ((DIVR + 1) 2^DIVQ)."""
    settings = []
    for divr in range(16):
        phase = oscillator_hz / (divr + 1)
        for divf in range(128) if _PHASE_HZ[0] <= phase <= _PHASE_HZ[1] else ():
            inner = phase * (divf + 1)
            for divq in range(1, 7) if _OSCILLATOR_HZ[0] <= inner <= _OSCILLATOR_HZ[1] else ():
                settings.append((inner / 2**divq, (divr, divf, divq)))
    clock, (divr, divf, divq) = nearest_setting(oscillator_hz, wanted_hz, settings)
    phase = oscillator_hz / (divr + 1)
    filter_range = 1 + sum(phase >= end for end in _FILTERS_HZ[:-1])

    def build(source: Any, target: Any, lock: Any) -> Instance:
        return Instance(
            "SB_PLL40_CORE",
            p_FEEDBACK_PATH="SIMPLE",
            p_DIVR=C(divr, 4),
            p_DIVF=C(divf, 7),
            p_DIVQ=C(divq, 3),
            p_FILTER_RANGE=C(filter_range, 3),
            i_RESETB=C(1),
            i_BYPASS=C(0),
            i_REFERENCECLK=source,
            o_PLLOUTGLOBAL=target,
            o_LOCK=lock,
        )

    return Pll(output_hz=clock, build=build)


_FLIP_FLOPS = [
    f"SB_DFF{edge}{kind}" for edge in ("", "N") for kind in ("", "E", "SR", "R", "SS", "S", "ESR", "ER", "ESS", "ES")
]

TOOLCHAIN = Toolchain(
    name="ice40",
    synthesis="synth_ice40",
    # No DSP blocks: most of the family has none, and an UP5K only eight, which a network soon exceeds.
    options="",
    cells={
        # A carry chain uses the LUTs that its sums are in.
        "lut": {"SB_LUT4": 1},
        "ff": dict.fromkeys(_FLIP_FLOPS, 1),
        "block_ram": {"SB_RAM40_4K": 1},
        "dsp": {"SB_MAC16": 1},
    },
    pll=pll,
    bitstream="bin",
    tools=("yosys", "nextpnr-ice40", "icepack"),
)
