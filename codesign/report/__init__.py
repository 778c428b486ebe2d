"""The report: one self-contained HTML page that shows at a glance what agrees and what does not.

:func:`write` takes what :func:`codesign.verify.run.verify` returns, and what the targets left in
``Measurement.figures``. These keys are understood; all of them are optional, and any other whole or decimal
number is shown among the resources under its own name, with the unit its suffix says (``_w``, ``_s``, ``_a``...).

==========================  ============================================================================
``mapping``                 list of {parameter, value, element, fingers, current_a}: one row per parameter
``hysteresis``              list of {unit, direction ("up" | "down"), input_a, output_a, threshold_up_a,
                            threshold_down_a, measured_threshold_a}: slow sweeps of memory cells
``step_s``, ``start_s``     length of a step and start of the first one, for the grid of the waveforms
``power_w``, ``devices``,   resources; ``power_scope`` says what a power or an energy includes
``energy_j_per_sample``...
``supplies``                {supply: what it feeds}, each with its ``power_<supply>_w``: drawn as a bar
``corner``, ``die``...       conditions (:mod:`codesign.report.conditions`), and any other text: variants of blocks
``versions``                {tool: version}; ``simulator`` likewise, as one text
``technology``, ``seed``    shown among versions and seeds
==========================  ============================================================================

Beside them stand studies (:mod:`codesign.report.studies`): what other commands wrote as JSON.

The page is views (:mod:`codesign.report.view`, templates in ``views/``), each with an address, as in
``#/model/mapping?q=...``. ``scripts/`` holds what runs in it, one concept per file; ``vendor/`` uPlot, which draws what
one can zoom. Without scripts, and in print, all views stand below each other with drawings instead of plots. Nothing is
loaded, and the content security policy allows this one script by its hash.
"""

from codesign.report.page import write

__all__ = ["write"]
