"""SRC: the spiking recurrent cell (arXiv 2306.03623) in its integer form for FPGAs (arXiv 2605.10679)."""
