"""How fast the recurrences are, and how much memory they take, against torch.nn.GRU; a part of ``make bench``.

Forward and backward with the input product, gradients to inputs and all parameters. Every measurement has a process of
its own, forked from one that has loaded everything, so that its peak memory is that of the method. The methods take
turns, and each figure is the best of the rounds, so that a busy machine slows all of them down alike.
"""

import multiprocessing
import os
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import recurrence_loops as loops
import torch
from torch import nn
from torch.nn import functional

from codesign import recurrence

SAMPLES, UNITS = 16, 128
ROUNDS: Mapping[int, int] = {128: 3, 512: 3, 1024: 3, 4096: 2, 16384: 3}
"""Steps to rounds."""
GRU = "torch.nn.GRU"
LONGEST_S = 20.0
"""What is expected to take longer is left out."""
ONCE_S = 6.0
"""What takes longer is measured once."""

Run = Callable[[torch.Tensor], torch.Tensor | list[torch.Tensor]]
Product = Callable[[torch.Tensor, torch.Tensor], torch.Tensor]
Method = Callable[[], tuple[Run, list[torch.Tensor]]]
"""Makes a function of the inputs (samples, steps, units), and its parameters."""


def gru() -> tuple[Run, list[torch.Tensor]]:
    module = nn.GRU(UNITS, UNITS, batch_first=True)
    return lambda inputs: module(inputs)[0], list(module.parameters())


def min_gru() -> tuple[Run, list[torch.Tensor]]:
    """As in arXiv 2410.01201: Heinsen's scan in log space."""
    gate, candidate = matrix(), matrix()

    def run(inputs: torch.Tensor) -> torch.Tensor:
        logit, value = functional.linear(inputs, gate), functional.linear(inputs, candidate)
        new = -functional.softplus(-logit) + log_positive(value)
        start = log_positive(torch.zeros(inputs.shape[0], 1, UNITS))
        decay = functional.pad(torch.cumsum(-functional.softplus(logit), dim=1), (0, 0, 1, 0))
        return torch.exp(decay + torch.logcumsumexp(torch.cat([start, new], dim=1) - decay, dim=1))[:, 1:]

    return run, [gate, candidate]


def log_positive(values: torch.Tensor) -> torch.Tensor:
    return torch.where(values >= 0, (functional.relu(values) + 0.5).log(), -functional.softplus(-values))


def products(product: Product, count: int) -> tuple[Run, list[torch.Tensor]]:
    weights = [matrix() for _ in range(count)]
    return lambda inputs: [product(inputs, weight) for weight in weights], weights


@dataclass(frozen=True, kw_only=True)
class Form:
    """What computes: the module that holds the functions, the implementation, and the input product."""

    functions: Any
    implementation: str
    product: Product = functional.linear

    def options(self) -> dict[str, bool]:
        return {} if self.functions is loops else {"with_states": False}


def bmru(form: Form, dependent: bool) -> tuple[Run, list[torch.Tensor]]:
    """``dependent``: the threshold depends on the inputs."""
    weights, vectors = [matrix() for _ in range(1 + dependent)], [vector(0.0), vector(1.0), vector(1.0)]
    bias, threshold_bias, gain = vectors

    def run(inputs: torch.Tensor) -> torch.Tensor:
        rest = (threshold_bias, gain, torch.zeros(len(inputs), UNITS))
        with recurrence.using(form.implementation):
            candidate, *given = (form.product(inputs, weight) for weight in weights)
            threshold = given[0] if dependent else None
            return form.functions.bistable(candidate, bias, threshold, *rest, **form.options()).outputs

    return run, [*weights, *vectors]


def fq_bmru(form: Form) -> tuple[Run, list[torch.Tensor]]:
    weight, vectors = matrix(), [vector(0.0), vector(0.25), vector(0.5), vector(1.0)]

    def run(inputs: torch.Tensor) -> torch.Tensor:
        with recurrence.using(form.implementation):
            drive, initial = form.product(inputs, weight), torch.zeros(len(inputs), UNITS)
            return form.functions.hysteresis(drive, *vectors, initial, **form.options()).outputs

    return run, [weight, *vectors]


def matrix() -> torch.Tensor:
    return (torch.randn(UNITS, UNITS) / UNITS**0.5).requires_grad_()


def vector(value: float) -> torch.Tensor:
    return torch.full((UNITS,), value, requires_grad=True)


def methods() -> dict[str, Method]:
    found: dict[str, Method] = {GRU: gru, "minGRU, scan in log space": min_gru}
    forms = {
        "loop of autograd operations": Form(functions=loops, implementation="closed_form"),
        "closed form": Form(functions=recurrence, implementation="closed_form"),
    }
    if recurrence.available("fused"):
        fused = Form(functions=recurrence, implementation="fused")
        forms |= {"fused in C": fused, "fused in C, product too": replace(fused, product=recurrence.project)}
    for name, form in forms.items():
        found[f"BMRU, fixed thresholds, {name}"] = partial(bmru, form, False)
        found[f"BMRU, thresholds by inputs, {name}"] = partial(bmru, form, True)
        found[f"FQ-BMRU, {name}"] = partial(fq_bmru, form)
    products_of = {"torch": functional.linear} | ({"C": recurrence.project} if recurrence.available("fused") else {})
    for name, product in products_of.items():
        found[f"one product alone, {name}"] = partial(products, product, 1)
        found[f"two products alone, {name}"] = partial(products, product, 2)
    return found


def recurrence_figures(
    *, threads: int = 1, lengths: Mapping[int, int] = ROUNDS, only: Sequence[str] = ()
) -> list[dict[str, Any]]:
    """One row per length and method: milliseconds, times as fast as torch.nn.GRU, peak memory in MB.

    ``only``: the methods whose names hold one of these texts, and torch.nn.GRU.
    """
    torch.set_num_threads(1)  # a process with a pool of threads must not fork
    every = methods()
    if only:
        every = {name: method for name, method in every.items() if any(text in name for text in (GRU, *only))}
    recurrence.project(torch.zeros(SAMPLES, 128, UNITS), torch.zeros(UNITS, UNITS))  # what has to be compiled is
    rows, expected = [], dict.fromkeys(every, 0.0)
    for steps, rounds in lengths.items():
        found: dict[str, list[tuple[float, float]]] = {name: [] for name in every}
        for _ in range(rounds):
            for name, method in every.items():
                slow = bool(found[name]) and found[name][0][0] > ONCE_S
                if expected[name] <= LONGEST_S and not slow:
                    found[name].append(in_child(method, steps, threads))
        for name, measured in found.items():
            seconds = min((s for s, _ in measured), default=None)
            expected[name] = expected[name] * 4 if seconds is None else 4 * seconds
            of_gru = min(s for s, _ in found[GRU])
            rows.append(
                {
                    "threads": threads,
                    "steps": steps,
                    "what": name,
                    "milliseconds": None if seconds is None else round(seconds * 1e3, 1),
                    "times_gru": None if seconds is None else round(of_gru / seconds, 2),
                    "peak_megabytes": min((round(m) for _, m in measured), default=None),
                    "load": round(os.getloadavg()[0], 1),
                }
            )
    return rows


def in_child(method: Method, steps: int, threads: int) -> tuple[float, float]:
    """(seconds, peak memory in MB above what was there before)."""
    receiver, sender = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("fork").Process(target=measured, args=(method, steps, threads, sender))
    process.start()
    sender.close()
    result = receiver.recv()
    process.join()
    return result  # type: ignore[no-any-return]


def measured(method: Method, steps: int, threads: int, sender: Any) -> None:
    torch.set_num_threads(threads)
    torch.manual_seed(0)
    run, parameters = method()
    inputs = torch.randn(SAMPLES, steps, UNITS, requires_grad=True)
    upstream = torch.randn(SAMPLES, steps, UNITS)
    once(run, parameters, inputs[:, :4].detach().requires_grad_(), upstream[:, :4])
    before = memory("VmRSS")
    with open("/proc/self/clear_refs", "w") as file:
        file.write("5")  # the peak starts anew
    seconds = [once(run, parameters, inputs, upstream)]
    peak = memory("VmHWM") - before
    while sum(seconds) < 0.2 and len(seconds) < 5:
        seconds.append(once(run, parameters, inputs, upstream))
    sender.send((min(seconds), peak))


def once(run: Run, parameters: list[torch.Tensor], inputs: torch.Tensor, upstream: torch.Tensor) -> float:
    begin = time.perf_counter()
    outputs = run(inputs)
    several = outputs if isinstance(outputs, list) else [outputs]
    torch.autograd.grad(several, [inputs, *parameters], [upstream] * len(several))
    return time.perf_counter() - begin


def memory(name: str) -> float:
    with open("/proc/self/status") as file:
        (kilobytes,) = (int(line.split()[1]) for line in file if line.startswith(name + ":"))
    return kilobytes / 1e3


def all_figures() -> list[dict[str, Any]]:
    """Every length with one thread, one of them with two."""
    return recurrence_figures() + recurrence_figures(threads=2, lengths={1024: 2}, only=["fused", "alone"])


def tables(rows: list[dict[str, Any]]) -> list[tuple[str, list[str], list[list[str]]]]:
    """(title, header, lines) for each number of threads: a line per method, a column per length."""
    found = []
    for threads in dict.fromkeys(row["threads"] for row in rows):
        own = [row for row in rows if row["threads"] == threads]
        lengths = list(dict.fromkeys(row["steps"] for row in own))
        load = max(row["load"] for row in own)
        what = f"Recurrences, {SAMPLES} x T x {UNITS}, forward and backward with the product"
        title = f"{what}, {threads} thread(s), load {load}"
        header = ["ms, times as fast as torch.nn.GRU, peak MB", *(f"T = {steps}" for steps in lengths)]
        lines = [
            [name, *(shown(row) for row in own if row["what"] == name)]
            for name in dict.fromkeys(row["what"] for row in own)
        ]
        found.append((title, header, lines))
    return found


def shown(row: dict[str, Any]) -> str:
    if row["milliseconds"] is None:
        return f"> {LONGEST_S:g} s"
    return f"{row['milliseconds']:.0f}, {row['times_gru']:.1f}, {row['peak_megabytes']}"
