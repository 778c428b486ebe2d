"""Run samples through the macro-models, with the same result as at transistor level but for power."""

import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from codesign import tools, twin
from codesign.analog import simulator
from codesign.analog.behavioural.design import chip_of
from codesign.analog.behavioural.netlist import bench_text, chip_text, deck, saved
from codesign.analog.decisions import variant
from codesign.analog.margin import margins
from codesign.analog.measure import Die
from codesign.analog.technology import Technology
from codesign.analog.timing import sample_times_s
from codesign.analog.vectorised import Model, calibration
from codesign.decisions import DECISIONS
from codesign.errors import InputError
from codesign.measurement import Measurement
from codesign.network import Network

__all__ = ["measure"]


def measure(
    network: Network,
    samples: NDArray[np.integer],
    *,
    technology: Technology,
    die: Die | None = None,
    design: Path | None = None,
    jobs: int = 2,
    time_limit_s: float = 600,
    progress: Callable[[int, int, str], None] | None = None,
) -> Measurement:
    """Simulate ``samples`` (samples, steps, inputs) in ngspice; as :func:`codesign.analog.measure`.

    The decision is taken from the output currents at the end of each step, as in the vectorised model. Where the
    technology is not calibrated under its conditions, mirrors and thresholds are ideal, and ``calibrated`` among the
    figures says so. With a ``design``, a folder that :func:`codesign.analog.behavioural.export` wrote and somebody may
    have edited, the macro-models there are simulated.
    """
    inputs: NDArray[np.int64] = np.asarray(samples).astype(np.int64)
    if inputs.ndim != 3 or inputs.shape[1] == 0:
        raise InputError(f"a circuit is measured over (samples, steps >= 1, inputs), not {inputs.shape}")
    if design is not None and die is not None:
        raise InputError(
            "mismatch is drawn for the netlist that codesign makes, not for a design of your own; choose one of the two"
        )
    trace = twin.simulate(network, inputs)  # also checks the inputs
    # Ideal mirrors have no mismatch either, so a die is of a calibrated technology.
    known = calibration.found_or_ideal(technology) if die is None else calibration.load(technology)
    seed = None if die is None else die.seed
    number = 0 if die is None else die.number
    model = Model(network, technology, known)
    chip = deck(model, seed=seed, die=number)
    nodes = [*chip.outputs, *chip.sinks, *(name for names in chip.states.values() for name in names)]
    times = sample_times_s(technology, inputs.shape[1])
    tools.find("ngspice")
    found: dict[int, dict[str, NDArray[np.float64]]] = {}
    with tempfile.TemporaryDirectory(prefix="codesign-behavioural-") as name:
        folder = Path(name)
        own = chip_text(network, technology, chip, seed=seed)
        text = own if design is None else chip_of(network, technology, design)
        (folder / f"{network.name}.cir").write_text(text)

        def one(index: int) -> int:
            path = folder / f"sample{index}.cir"
            path.write_text(bench_text(network, technology, chip, inputs[index]))
            waveforms = simulator.simulate(path, saved(chip), time_limit_s=time_limit_s)
            path.with_suffix(".raw").unlink()
            found[index] = {name: waveforms.at(f"v({name})", times) for name in nodes}
            return index

        with ThreadPoolExecutor(max_workers=max(1, jobs)) as pool:
            futures = [pool.submit(one, index) for index in range(len(inputs))]
            try:
                for done, future in enumerate(as_completed(futures), start=1):
                    future.result()
                    if progress is not None:
                        progress(done, len(inputs), "samples as macro-models")
            except BaseException:
                pool.shutdown(wait=True, cancel_futures=True)
                raise

    def read(names: Sequence[str]) -> NDArray[np.float64]:
        """(samples, steps, nodes)."""
        return np.stack([[found[index][name] for name in names] for index in range(len(inputs))]).transpose(0, 2, 1)

    source, sink = (read(names).transpose(1, 0, 2)[None].astype(np.float32) for names in (chip.outputs, chip.sinks))
    drawn = model.dies(seed=seed, dies=(number,))
    scores = variant(technology.choice["decision"]).scores(source, sink, drawn, network, technology)[0]
    unit = float(trace.layers[network.layers[-1].name].scale)
    terms = DECISIONS[network.decision.kind].terms(inputs.shape[1])
    return Measurement(
        states={layer: {"state": (read(names) > 0.5).astype(np.int64)} for layer, names in chip.states.items()},
        decisions=scores.argmax(axis=1),
        in_margin=margins(network, trace, inputs, technology),
        figures={
            **technology.conditions,
            **({} if design is None else {"design": str(design)}),
            **({} if die is None else {"mismatch_seed": die.seed, "die": die.number}),
            "calibrated": bool(known.error),
            "elements": sum(line[:1] in tuple("BGICR") for line in text.upper().splitlines()),
            "readout_error_mean": float(np.abs(scores - trace.scores * unit).mean() / terms),
            "scores": scores.tolist(),
            "simulator": f"ngspice {tools.version('ngspice')}",
        },
    )
