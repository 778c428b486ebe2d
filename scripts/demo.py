"""The whole way, on both shipped models: what ``make demo`` runs.

Trains a model only where its checkpoint is missing; exports both to silicon and to an FPGA as far as they can be;
compares circuit and RTL with the software twin on real test digits; writes build/demo/report.html.
"""

import sys
from pathlib import Path

from codesign import checkpoint, report, training
from codesign.analog import technology as technologies
from codesign.cli.export import EXPORTERS, Chosen
from codesign.cli.screen import print_error, say, shown_progress
from codesign.cli.verify import show
from codesign.digital import Options
from codesign.errors import CodesignError
from codesign.network import Network
from codesign.report import studies
from codesign.report.published import published
from codesign.verify import CircuitOptions, VerifyResult, verify
from codesign.verify.targets import possible

TECHNOLOGY = "generic180"
SAMPLES = {"digits-bmru": 4, "digits-src": 20}
"""Test digits per model; one takes ngspice some ten seconds."""

ROOT = Path(__file__).resolve().parents[1]
BUILD = Path("build") / "demo"


def main() -> int:
    """Exit status: 0 where every target agrees with its twin, 1 otherwise."""
    results: list[VerifyResult] = []
    chosen = Chosen(technology=technologies.load(TECHNOLOGY), engine=Options())
    for name, samples in SAMPLES.items():
        network = loaded(name)
        for target in possible(network):
            top = EXPORTERS[target](network, chosen, BUILD / name / target)
            say(f"{name}: exported as {target}, see {top}")
        say(f"{name}: {' and '.join(possible(network))} against the software twin, {samples} test digits")
        with shown_progress() as progress:
            results.append(
                verify(network, samples=samples, circuit=CircuitOptions(technology=TECHNOLOGY), progress=progress)
            )
    folders = [ROOT / "models" / name for name in SAMPLES]
    page = report.write(
        results,
        BUILD / "report.html",
        studies=studies.load(path for folder in folders for path in studies.kept(folder)),
        published={folder.name: found for folder in folders if (found := published(folder))},
    )
    show(*results)
    say(f"report: {page}")
    return 0 if all(result.passed for result in results) else 1


def loaded(name: str) -> Network:
    """The shipped model, or the one just trained from its recipe."""
    folder = ROOT / "models" / name
    if (folder / "checkpoint.safetensors").is_file():
        network = checkpoint.load(folder)
        say(f"{name}: loaded, {network.parameters} parameters")
        return network
    say(f"{name}: no checkpoint is shipped, training from {folder / 'recipe.yaml'}")
    with shown_progress() as progress:
        network = training.train(
            folder / "recipe.yaml",
            progress=lambda done, total, doing: progress(done, total, f"{name} training: {doing}"),
        )
    checkpoint.save(network, BUILD / name / "checkpoint.safetensors")
    return network


if __name__ == "__main__":
    try:
        sys.exit(main())
    except CodesignError as error:
        print_error(str(error))
        sys.exit(error.exit_status)
    except KeyboardInterrupt:
        sys.exit(130)
