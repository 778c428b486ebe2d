"""Trace one unit of a target: find the position, run its sample with waveforms, write what they show."""

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from threadpoolctl import threadpool_limits

from codesign import twin
from codesign.data import Examples
from codesign.errors import InputError
from codesign.files import header_lines, output_folder, write_file
from codesign.network import Network
from codesign.trace import draw, targets
from codesign.trace.found import Found, Request
from codesign.trace.position import Position, checked, of_divergence
from codesign.trace.tables import signals_csv, steps_csv, window_of
from codesign.trace.verdict import at_position, first_off, sentences
from codesign.trace.viewer import save_file
from codesign.verify import Options, encoded_test_samples, verify
from codesign.verify.examples import examples_for

__all__ = ["Trace", "first_divergence", "look", "trace"]


@dataclass(frozen=True, eq=False, kw_only=True)
class Trace:
    """A unit around one step, as a target's own waveforms show it."""

    network: Network
    target: str
    position: Position
    window: int
    before: int
    """Samples that were played before the one meant, because without them it went otherwise."""
    found: Found

    @property
    def steps(self) -> range:
        """Those around the step meant."""
        return window_of(self.found, self.position.step, self.window)

    @property
    def differs(self) -> bool:
        """Whether a sum or a state is off in the step meant."""
        return any(quantity.differs[self.position.step] for quantity in self.found.quantities)

    @property
    def title(self) -> str:
        """A line above its drawing."""
        p = self.position
        return f"{self.network.name}, {self.target}: {p.layer}[{p.unit}], step {p.step} of sample {p.sample}"

    @property
    def text(self) -> list[str]:
        """What is off in the step, and what is off first: a sentence a line."""
        played = f", after {self.before} sample{'s' * (self.before > 1)}" if self.before else ""
        head = f"{self.network.name} {self.target}, {self.position}{played} ({self.found.simulator})"
        return [head, *at_position(self.found, self.position), *sentences(self.found, self.position)]

    def json(self) -> dict[str, Any]:
        """Plain JSON: the position, what is off first, and all sums and states of the steps around."""
        first = first_off(self.found)
        return {
            "model": self.network.name,
            "model_hash": self.network.hash,
            "target": self.target,
            "simulator": self.found.simulator,
            "position": asdict(self.position),
            "samples_before": self.before,
            "differs": self.differs,
            "first_off": None
            if first is None
            else {
                "quantity": first.quantity.name,
                "kind": first.quantity.kind,
                "step": first.step,
                "expected": first.expected,
                "found": first.found,
            },
            "steps": [
                {
                    "step": step,
                    **{
                        quantity.name: {
                            "expected": _number(quantity.expected[step]),
                            "found": _number(quantity.found[step]),
                            "limits": dict(quantity.limits),
                        }
                        for quantity in self.found.quantities
                    },
                }
                for step in self.steps
            ],
            "text": self.text,
        }


def first_divergence(
    network: Network, *, target: str, samples: int | None, examples: Examples | None, options: Options
) -> Position | None:
    """Where the first ``samples`` (None: all) differ first from the twin on ``target``; None where nothing does."""
    targets.target(target)
    result = verify(
        network,
        targets=[target],
        samples=samples,
        examples=examples,
        circuit=options.circuit,
        engine=options.engine,
        design=options.design,
        jobs=options.jobs,
        time_limit_s=options.time_limit_s,
        progress=options.progress,
    )
    found = result.targets[target].comparison.first_divergence
    return None if found is None else of_divergence(found, network)


def trace(
    network: Network,
    position: Position,
    *,
    target: str,
    output: Path,
    window: int = 3,
    examples: Examples | None = None,
    options: Options = Options(),  # noqa: B008 (frozen)
) -> Trace:
    """Run the sample at ``position`` on ``target`` and write what its waveforms show into the folder ``output``.

    ``trace.svg`` and ``trace.pdf`` are drawings of ``window`` steps before and after; ``steps.csv`` has all steps of
    the sample, ``signals.csv`` the signals drawn, ``trace.txt`` the text. ``waves.*`` is the simulator's own file,
    which may hold the date; where it is digital, ``waves.gtkw`` opens it in GTKWave. Where the ``position`` names a
    state that differed in a verification, and does not when the sample is run alone, it is run again behind the sample
    before it. Raises InputError for a position that is not there and an unusable ``output``, ToolError where a
    simulator or the reader of its waveforms is missing or fails.
    """
    with _opened(network, position, target, window, examples, options) as result:
        _write(result, options, output)
    return result


def look(
    network: Network,
    position: Position,
    *,
    target: str,
    window: int = 3,
    examples: Examples | None = None,
    options: Options = Options(),  # noqa: B008 (frozen)
) -> Trace:
    """As :func:`trace`, with nothing written: the simulator's own file, ``found.waves``, is gone afterwards."""
    with _opened(network, position, target, window, examples, options) as result:
        return result


@contextmanager
def _opened(
    network: Network, position: Position, target: str, window: int, examples: Examples | None, options: Options
) -> Iterator[Trace]:
    """The trace, while the simulator's own file is there."""
    opened = targets.target(target).opened
    given = examples_for(network, examples)
    if not 0 <= window <= 1000:
        raise InputError(f"the window must be 0..1000 steps, not {window}")
    checked(position, network, samples=len(given.labels), steps=1 + max(position.step, 0))
    with tempfile.TemporaryDirectory(prefix="codesign-trace-") as name, threadpool_limits(1):
        result: Trace | None = None
        for before in _samples_before(position):
            inputs, _ = encoded_test_samples(network, before + 1, first=position.sample - before, examples=given)
            checked(position, network, samples=len(given.labels), steps=inputs.shape[1])
            work = Path(name) / f"after{before}"
            work.mkdir()
            request = Request(
                network=network,
                inputs=inputs,
                trace=twin.simulate(network, inputs),
                position=position,
                window=window,
                options=options,
                work=work,
            )
            options.progress(before, before + 1, f"{network.name} {target}: {position}")
            found = opened(request)
            options.progress(before + 1, before + 1, f"{network.name} {target}: {position}")
            last = Trace(network=network, target=target, position=position, window=window, before=before, found=found)
            if result is None or _reproduced(last):
                result = last
            if _reproduced(result):
                break
        assert result is not None
        yield result


def _samples_before(position: Position) -> Sequence[int]:
    # Only a divergence that is known can be missed.
    return (0, 1) if position.state and position.sample else (0,)


def _reproduced(result: Trace) -> bool:
    position = result.position
    if not position.state:
        return True
    return bool(result.found.quantity(position.state).differs[position.step])


def _write(result: Trace, options: Options, output: Path) -> None:
    found = result.found
    configuration: dict[str, Any] = {
        "target": result.target,
        "engine": options.engine,
        "design": options.design is not None,
        "window": result.window,
        **asdict(result.position),
    }
    header = header_lines(
        model=result.network.name,
        model_hash=result.network.hash,
        configuration=configuration,
        seed=options.circuit.mismatch_seed,
    )
    with output_folder(output) as folder:
        waves = f"waves{found.waves.suffix}"
        shutil.copyfile(found.waves, folder / waves)
        if found.viewer is not None:
            write_file(folder / "waves.gtkw", save_file(waves, found.viewer, header=header))
        write_file(folder / "trace.txt", "\n".join([*(f"# {line}" for line in header), "", *result.text]) + "\n")
        write_file(folder / "steps.csv", steps_csv(found))
        write_file(folder / "signals.csv", signals_csv(found))
        draw.write(found, title=result.title, step=result.position.step, steps=result.steps, folder=folder)


def _number(value: float) -> float | None:
    return None if np.isnan(value) else float(value)
