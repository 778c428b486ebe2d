"""Lattice ECP5: yosys, nextpnr-ecp5, ecppack."""

from typing import Any

from amaranth.hdl import C, Instance

from codesign.digital.toolchains.toolchain import CorePlacement, Pll, Toolchain, nearest_setting

__all__ = ["TOOLCHAIN", "pll"]

_OSCILLATOR_HZ = (400e6, 800e6)  # of the PLL (FPGA-DS-02012, table 3.22)
_LOWEST_PHASE_HZ = 3.125e6


def pll(oscillator_hz: float, wanted_hz: float) -> Pll:
    """EHXPLLL with feedback from its first output: clock = oscillator x feedback / divider."""
    settings = []
    for divider in range(1, 129):
        if oscillator_hz / divider < _LOWEST_PHASE_HZ:
            break
        for feedback in range(1, 81):
            clock = oscillator_hz / divider * feedback
            fitting = [k for k in range(1, 129) if _OSCILLATOR_HZ[0] <= clock * k <= _OSCILLATOR_HZ[1]]
            if fitting:
                output = min(fitting, key=lambda k, clock=clock: abs(clock * k - 600e6))  # type: ignore[misc]
                settings.append((clock, (divider, feedback, output)))
    clock, (divider, feedback, output) = nearest_setting(oscillator_hz, wanted_hz, settings)

    def build(source: Any, target: Any, lock: Any) -> Instance:
        return Instance(
            "EHXPLLL",
            a_ICP_CURRENT="12",
            a_LPF_RESISTOR="8",
            a_MFG_ENABLE_FILTEROPAMP="1",
            a_MFG_GMCREF_SEL="2",
            p_CLKI_DIV=divider,
            p_CLKFB_DIV=feedback,
            p_CLKOP_DIV=output,
            p_CLKOP_CPHASE=output // 2,
            p_CLKOP_ENABLE="ENABLED",
            p_FEEDBK_PATH="CLKOP",
            p_OUTDIVIDER_MUXA="DIVA",
            i_CLKI=source,
            i_CLKFB=target,
            i_RST=C(0),
            i_STDBY=C(0),
            i_PHASESEL0=C(0),
            i_PHASESEL1=C(0),
            i_PHASEDIR=C(0),
            i_PHASESTEP=C(0),
            i_PHASELOADREG=C(0),
            i_PLLWAKESYNC=C(0),
            i_ENCLKOP=C(0),
            o_CLKOP=target,
            o_LOCK=lock,
        )

    return Pll(output_hz=clock, build=build)


TOOLCHAIN = Toolchain(
    name="ecp5",
    synthesis="synth_ecp5",
    options="",
    # A carry cell is two LUTs, a distributed RAM of 16 x 4 is four and two more for writing.
    cells={
        "lut": {"LUT4": 1, "CCU2C": 2, "TRELLIS_DPR16X4": 6},
        "ff": {"TRELLIS_FF": 1},
        "block_ram": {"DP16KD": 1, "PDPW16KD": 1},
        "dsp": {"MULT18X18D": 1},
    },
    pll=pll,
    core=CorePlacement(
        tool="nextpnr-ecp5",
        arguments=("--85k", "--package", "CABGA756", "--speed", "6", "--lpf-allow-unconstrained"),
        target_mhz=125.0,
    ),
    bitstream="bit",
    tools=("yosys", "nextpnr-ecp5", "ecppack"),
)
