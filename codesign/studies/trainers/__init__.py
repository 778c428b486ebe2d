"""How the networks of a study are trained. Each module is a trainer; adding one is adding a file.

A trainer has ``Parameters``, a model of the study's ``task_parameters``; ``shape(study)``, the numbers of inputs and
outputs of its networks; ``SCORE`` and ``CURVE``, what its table and its curves show; and ``run(study, name, seed)``,
which trains a variant and gives its :class:`~codesign.studies.outcome.Outcome`.
"""

import pkgutil
from importlib import import_module
from types import ModuleType

from codesign.errors import InputError, nearest
from codesign.studies.recipe import Study
from codesign.training.recipe import checked

__all__ = ["checked_study", "trainer"]


def trainer(name: str) -> ModuleType:
    """The trainer of that name; raises InputError for an unknown one."""
    known = [module.name for module in pkgutil.iter_modules(__path__)]
    if name not in known:
        raise InputError(f"unknown trainer {name!r}; {nearest(name, known)}")
    return import_module(f"{__name__}.{name}")


def checked_study(study: Study) -> None:
    """Raise InputError for what the trainer of ``study`` cannot do, before any run: its task, each variant's network.

    Needs torch.
    """
    from codesign.nn.warm_up import Options as WarmUpOptions
    from codesign.studies.network import build

    found = trainer(study.trainer)
    checked(found.Parameters, dict(study.task_parameters), f"study {study.name!r}: task_parameters")
    inputs, outputs = found.shape(study)
    for name, variant in study.variants.items():
        try:
            if variant.warm_up is not None:
                checked(WarmUpOptions, dict(variant.warm_up), "warm_up")
            build(study, variant, inputs=inputs, outputs=outputs, units=1)
        except InputError as error:
            raise InputError(f"study {study.name!r}: variant {name!r}: {error}") from None
