"""The circuit as arrays: a network on many dies at once, in the style of the twin.

A mirror has its gain (which depends on its node and, a little, on its current), a gate line its lag and its leakage, a
memory cell its thresholds with what it takes to switch within a step, and every transistor its mismatch: the same draw
that the transistor-level die has. All of that is measured on transistors
(:mod:`codesign.analog.vectorised.calibration`). What a layer does with it is its cell's own matter
(``codesign/cells/<kind>/vectorised.py``).

Left out: how signals cross within a step (a state is taken as settled by its end), mismatch of what is no mirror
(cascodes, switches, amplifiers), and that a mirror's gain depends on what else flows into its node.

Error against ngspice, on the same dies and clips. The dies are spread from the worst to the best of 1,000; half of the
clips are those that most dies decide otherwise than the twin (:mod:`codesign.analog.montecarlo.transistors`):

=====================  ==========  =====  =========================  =========================  ==========  ===========
model, technology      cell        runs   states, vectorised         states, behavioural        scores      decisions
=====================  ==========  =====  =========================  =========================  ==========  ===========
keyword, generic180    ten         32     12,779 of 12,800 (99.8 %)  12,775 of 12,800 (99.8 %)  0.05, 0.06  31, 30 (26)
keyword, gf180mcu      ten         32     12,780 of 12,800 (99.8 %)  12,782 of 12,800 (99.9 %)  0.03, 0.03  31, 31 (25)
keyword, generic180    nine        18     7,115 of 7,200 (98.8 %)    7,159 of 7,200 (99.4 %)    0.09, 0.05  16, 17 (12)
keyword, gf180mcu      nine        12     4,793 of 4,800 (99.9 %)    4,795 of 4,800 (99.9 %)    0.04, 0.02  12, 12 (8)
spoken, generic180     ten         8      12,765 of 12,800 (99.7 %)  12,787 of 12,800 (99.9 %)  0.05, 0.04  8, 8 (6)
=====================  ==========  =====  =========================  =========================  ==========  ===========

A run is one clip of 50 steps on one die. States and decisions: as the transistors', of the vectorised model and of the
behavioural netlist; in brackets the twin's decisions that are. Scores: rms difference in unit currents per step, of
both models. A row is measured by ``codesign montecarlo models/keyword-bmru --technology T --use memory_cell=C
--spice-runs 4 --spice-samples 8`` (nine: 3 x 6 and 2 x 6; ``models/spoken-digits-bmru``: 2 x 4).
"""

from codesign.analog.vectorised.model import Model, Run

__all__ = ["Model", "Run"]
