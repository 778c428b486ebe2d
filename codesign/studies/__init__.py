"""Studies: cells by seeds on one task, at equal numbers of parameters. Importing this does not import PyTorch."""

from codesign.studies.recipe import Study, Variant, is_study, read_study

__all__ = ["Study", "Variant", "is_study", "read_study"]
