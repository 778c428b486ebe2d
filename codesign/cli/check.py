"""``codesign check``: does a model keep the design rules of a technology, how large is it, what does it draw."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from codesign.cli.circuit import Corner, Supply, Technology, Temperature, Use, loaded
from codesign.cli.examples import Examples, encoded_samples
from codesign.cli.screen import Json, Model, check_output_file, print_json, print_table, say

if TYPE_CHECKING:
    from codesign.analog.area import Area
    from codesign.analog.rules import Finding, Verdict
    from codesign.analog.technology import Technology as LoadedTechnology
    from codesign.network import Network

__all__ = ["check"]


def check(
    model: Model,
    technology: Technology = "generic180",
    corner: Corner = None,
    temperature: Temperature = None,
    supply: Supply = None,
    use: Use = None,
    samples: Annotated[
        int,
        typer.Option(
            min=0,
            help="Predict the power over so many test samples; 0: over all of --examples, or not at all.",
        ),
    ] = 0,
    examples: Examples = None,
    json: Json = None,
) -> None:
    """Hold a model against a technology's design rules, and estimate its area and its power. No simulator runs.

    Ends with status 1 if a rule fails.
    """
    from codesign import checkpoint
    from codesign.analog import rules

    check_output_file(json)
    network = checkpoint.load(model)
    chosen = loaded(technology, corner, temperature, supply, use)
    verdicts = rules.check(network, chosen)
    passed = all(verdict.passed for verdict in verdicts)
    result: dict[str, Any] = {
        "model": network.name,
        "model_hash": network.hash,
        **chosen.conditions,
        "verdict": "pass" if passed else "fail",
        "rules": {verdict.rule: _rule_json(verdict) for verdict in verdicts},
    }
    say(f"{network.name} in {', '.join(f'{name} {value}' for name, value in chosen.conditions.items())}")
    print_table(
        "Design rules",
        ["rule", "what must hold", "worst", "found", "allowed", "unit", "verdict"],
        [_row(verdict) for verdict in verdicts],
    )
    for verdict in verdicts:
        if verdict.failed:
            say(f"{verdict.rule}: {len(verdict.failed)} findings fail; {verdict.remedy}")
    if passed:
        result["area"] = _show_area(network, chosen)
        if samples or examples:
            result["power"] = _show_power(network, chosen, samples or None, examples)
    print_json(json, result)
    if not passed:
        raise typer.Exit(1)


def _row(verdict: "Verdict") -> list[object]:
    worst = verdict.worst
    outcome = "not checked" if not verdict.checked else "pass" if verdict.passed else "FAIL"
    if worst is None:
        return [verdict.rule, verdict.meaning, "-", "-", "-", "-", outcome]
    allowed = f"{worst.bound} {worst.limit:.4g}"
    return [verdict.rule, verdict.meaning, worst.subject, f"{worst.found:.4g}", allowed, worst.unit, outcome]


def _rule_json(verdict: "Verdict") -> dict[str, Any]:
    return {
        "meaning": verdict.meaning,
        "verdict": "not checked" if not verdict.checked else "pass" if verdict.passed else "fail",
        "worst": None if verdict.worst is None else _finding_json(verdict.worst),
        "failed": [_finding_json(finding) for finding in verdict.failed],
        "remedy": verdict.remedy,
    }


def _finding_json(finding: "Finding") -> dict[str, Any]:
    return {
        "subject": finding.subject,
        "found": finding.found,
        "bound": finding.bound,
        "limit": finding.limit,
        "unit": finding.unit,
    }


def _show_area(network: "Network", technology: "LoadedTechnology") -> dict[str, Any]:
    from codesign.analog import rules
    from codesign.analog.area import estimate, rows

    area: Area = estimate(rules.require(network, technology), technology)
    head, *body = rows(area)
    print_table(f"Area (gates x {technology.layout_factor:g}, and capacitors; an estimate)", list(map(str, head)), body)
    return {
        "layout_factor": technology.layout_factor,
        "gate_m2": area.gate_m2,
        "capacitor_m2": area.capacitor_m2,
        "total_m2": area.total_m2,
        "blocks": [dict(zip(map(str, head), row, strict=True)) for row in body[:-1]],
    }


def _show_power(
    network: "Network", technology: "LoadedTechnology", samples: int | None, examples: Path | None
) -> dict[str, Any]:
    from codesign.analog.mapper import SUPPLIES
    from codesign.analog.power import predict

    inputs, _ = encoded_samples(network, samples, examples)
    power = predict(network, inputs, technology)
    by_supply = {supply: power.mean_w(supply) for supply in power.currents}
    print_table(
        f"Power, predicted over {len(inputs)} samples",
        ["supply", "of", "nW"],
        [[supply, SUPPLIES[supply], watts * 1e9] for supply, watts in by_supply.items()],
    )
    seconds = inputs.shape[1] * technology.step_s
    say(f"in all {power.mean_w() * 1e9:.4g} nW, {power.mean_w() * seconds * 1e9:.4g} nJ per sample")
    return {
        "samples": len(inputs),
        **{f"power_{supply}_w": watts for supply, watts in by_supply.items()},
        "power_w": power.mean_w(),
        "energy_j_per_sample": power.mean_w() * seconds,
    }
