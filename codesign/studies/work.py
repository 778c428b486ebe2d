"""The job of a study: train one variant with one seed, and verify the RTL of what came of it."""

from dataclasses import asdict
from typing import Any

from codesign import checkpoint
from codesign.jobs import Produced
from codesign.studies.recipe import Study

__all__ = ["trained"]


def trained(study: Study, variant: str, seed: int, verifies: bool) -> Produced:
    """Its scores and its curve as plain JSON; beside them the checkpoint of a network of whole numbers."""
    from codesign.studies.quantised import verified
    from codesign.studies.trainers import trainer

    outcome = trainer(study.trainer).run(study, variant, seed)
    result: dict[str, Any] = {
        "study": study.name,
        "variant": variant,
        "seed": seed,
        "units": outcome.units,
        "parameters": outcome.parameters,
        "curve": asdict(outcome.curve),
        "test": dict(outcome.test),
        "mismatch": dict(outcome.mismatch),
        "notes": dict(outcome.notes),
    }
    files = {}
    if outcome.integer is not None:
        result["integer"] = asdict(outcome.integer)
    if outcome.network is not None:
        files[".safetensors"] = checkpoint.content(outcome.network)
        result["model_hash"] = outcome.network.hash
        if verifies:
            result["verify"] = verified(outcome.network, study)
    return Produced(value=result, files=files)
