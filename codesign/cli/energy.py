"""``codesign energy``: what a sample costs the core on an FPGA, estimated from switching activity."""

from typing import Annotated

import typer

from codesign.cli.examples import Examples, Samples, encoded_samples, wanted
from codesign.cli.screen import Engine, Json, Model, check_output_file, print_json, print_table, say

__all__ = ["energy"]


def energy(
    model: Model,
    engine: Engine = "balanced",
    samples: Samples = None,
    time_limit: Annotated[float, typer.Option(min=1.0, metavar="SECONDS", help="For each tool.")] = 1800.0,
    examples: Examples = None,
    json: Json = None,
) -> None:
    """Estimate the dynamic energy per sample of a model's core on an Artix-7, as a range.

    Needs Verilator and a C++ compiler. The method, every constant with its source, and the scope are in the JSON.
    """
    from codesign import checkpoint
    from codesign.digital import options
    from codesign.digital.energy import SCOPE, estimate, study
    from codesign.digital.energy.constants import published

    check_output_file(json)
    network, chosen = checkpoint.load(model), options.engine(engine)
    inputs, _ = encoded_samples(network, wanted(samples, examples), examples)
    found = estimate(network, inputs, options=chosen, time_limit_s=time_limit)
    seconds = found.cycles_per_sample / 100e6
    rows: list[list[object]] = [
        [part, *(f"{joules * 1e9:.4g}" for joules in values)] for part, values in sorted(found.parts.items())
    ]
    rows.append(["all", *(f"{joules * 1e9:.4g}" for joules in found.total)])
    print_table(f"{network.name}, engine {engine}: nJ per sample, {SCOPE}", ["part", "low", "nominal", "high"], rows)
    low, nominal, high = (1e3 * watts for watts in found.power_w(100e6))
    say(
        f"{found.cycles_per_sample:.4g} cycles per sample, {seconds * 1e6:.4g} us at 100 MHz; "
        f"{nominal:.3g} mW ({low:.3g} to {high:.3g}) while samples follow each other"
    )
    columns = ["published", "us", "uJ", "mW", "scope"]
    others = [
        [row.name, f"{row.seconds * 1e6:.4g}", f"{row.joules * 1e6:.4g}", f"{row.joules / row.seconds * 1e3:.4g}",
         row.scope]
        for row in published()
    ]  # fmt: skip
    print_table("MNIST networks on FPGAs, of other scopes", columns, others)
    print_json(json, study(network, found, engine=engine, options=chosen))
