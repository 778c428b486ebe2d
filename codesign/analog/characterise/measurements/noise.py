"""Thermal and flicker noise of what drives a memory cell, and what is left of it in the cell's output.

First ``.noise``: the spectra of the net current into the cell's summing node, as made by input ports and weights at
work and by the cell's own sinks, thermal and flicker noise apart. Then ``.tran``: each of the two as a current into the
node of a cell that holds low and of one that holds high. Its samples are drawn here, with just that spectrum (ngspice's
own ``trnoise`` takes no seed in batch mode, so no two runs would be alike). A transient analysis has no noise but this.
"""

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from codesign.analog import writer
from codesign.analog.characterise import suppression
from codesign.analog.characterise.bench import Bench, element
from codesign.analog.characterise.measurements import Quantity, Reading
from codesign.analog.characterise.settings import Setting, Settings
from codesign.analog.netlist import Instance

__all__ = ["QUANTITIES", "Stimulus", "measure", "spectra"]

QUANTITIES = {
    "thermal_noise": Quantity(unit="%", text="rms thermal noise of the net input current, of the unit current"),
    "flicker_noise": Quantity(unit="%", text="rms flicker noise of the net input current, of the unit current"),
    "thermal_suppression": Quantity(
        unit="", text="relative rms of the thermal noise of the net input current over what of it is in the output's"
    ),
    "flicker_suppression": Quantity(unit="", text="the same for flicker noise"),
}
_KINDS = {"thermal": ".id", "flicker": ".1overf"}
"""What ngspice calls the two contributions of a BSIM4 transistor."""


class Stimulus(Settings):
    """The settings of the cells, what drives them, and how long and how finely it is looked at."""

    positive: int = Field(ge=1, le=64, description="inputs with a weight of +1")
    negative: int = Field(ge=0, le=64, description="inputs with a weight of -1; fewer than positive ones")
    steps: int = Field(ge=1, le=1000, description="duration, in steps: one by it is the lowest frequency")
    samples_per_step: int = Field(ge=10, le=10000, description="half of it by a step is the highest frequency")
    seed: int = Field(default=1, ge=0, description="of the noise that is drawn")


def measure(bench: Bench, stimulus: Stimulus) -> list[Reading]:
    """Per setting the input's two noises, and the suppression of each by each state."""
    readings = []
    generator = np.random.default_rng(stimulus.seed)
    for number, setting in enumerate(stimulus.settings):
        count = stimulus.steps * stimulus.samples_per_step
        spacing = bench.technology.step_s / stimulus.samples_per_step
        for kind, (frequency, density) in spectra(bench, setting, stimulus, part=f"{number}_spectrum").items():
            current = _noise(frequency, density, count, spacing, generator)
            rms = 100 * float(current.std()) / bench.unit_a
            readings.append(Reading(quantity=f"{kind}_noise", setting=str(setting), value=rms))
            times = np.linspace(0, (count - 1) * spacing, count)
            disturbance = suppression.Disturbance(time_s=times, current_a=current)
            found = suppression.measure(bench, setting, disturbance, part=f"{number}_{kind}")
            readings += [
                Reading(quantity=f"{kind}_suppression", setting=f"{setting}, holding {state}", value=value)
                for state, value in found.items()
            ]
    return readings


def spectra(
    bench: Bench, setting: Setting, stimulus: Stimulus, *, part: str
) -> dict[str, tuple[NDArray[np.float64], NDArray[np.float64]]]:
    """``thermal`` and ``flicker`` -> (hertz, A^2/Hz), (points,) each: of the net current into a node at rest."""
    number, technology = writer.number, bench.technology
    one = technology.fingers_per_unit
    signs = [1] * stimulus.positive + [-1] * stimulus.negative
    current = setting.middle * bench.finger_a / max(1, sum(signs))
    instances = [bench.bias]
    lines = [*bench.supplies]
    for index, sign in enumerate(signs):
        port = (f"n{index}", f"p{index}", "vcn", "vdd")
        instances.append(Instance(name=f"port{index}", nodes=port, subcircuit="input_port"))
        weight = (
            ("positive_weight", (f"p{index}", "sp", "vdd")) if sign > 0 else ("negative_weight", (f"n{index}", "x"))
        )
        instances.append(
            Instance(name=f"weight{index}", nodes=weight[1], subcircuit=weight[0], parameters={"fingers": one})
        )
        lines.append(f"Iin{index} 0 n{index} {number(current)} AC {1 if index == 0 else 0}")
    sinks = Instance(
        name="sinks", nodes=("vbn", "x"), subcircuit="negative_weight", parameters={"fingers": setting.upper}
    )
    instances.append(sinks)
    # Both kinds of currents end in voltage sources at about the voltages they meet in a cell; their sum is a voltage.
    lines += [f"Vsp sp 0 {number(technology.supply_v * 0.6)}", f"Vx x 0 {number(technology.supply_v * 0.3)}"]
    lines += ["Hsp net part Vsp 1", "Hx part 0 Vx 1"]
    lowest = 1 / (stimulus.steps * technology.step_s)
    highest = stimulus.samples_per_step / (2 * technology.step_s)
    sample = f"onoise.m.{element('sinks', 'm1')}"
    found = bench.run(
        instances,
        lines,
        f".noise v(net) Iin0 dec 10 {number(lowest)} {number(highest)} 1",
        ["frequency", *(sample + kind for kind in _KINDS.values())],
        part=part,
        saved=[],
    )
    return {
        kind: (
            found["frequency"],
            np.sum([v**2 for name, v in found.items() if name.startswith("onoise.m.") and name.endswith(end)], axis=0),
        )
        for kind, end in _KINDS.items()
    }


def _noise(
    frequency: NDArray[np.float64],
    density: NDArray[np.float64],
    count: int,
    spacing: float,
    generator: np.random.Generator,
) -> NDArray[np.float64]:
    """``count`` samples of Gaussian noise with a one-sided spectral density, interpolated between its points."""
    bins = np.fft.rfftfreq(count, spacing)
    wanted = np.zeros(len(bins))
    wanted[1:] = np.exp(np.interp(np.log(bins[1:]), np.log(frequency), np.log(density)))
    size = np.sqrt(wanted * count / (2 * spacing) / 2)
    drawn = generator.standard_normal(len(bins)) + 1j * generator.standard_normal(len(bins))
    return np.fft.irfft(size * drawn, count)
