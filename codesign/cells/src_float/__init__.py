"""SRC: the spiking recurrent cell as published, in floating point (arXiv 2306.03623)."""
