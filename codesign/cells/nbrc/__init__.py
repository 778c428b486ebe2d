"""nBRC: the recurrently neuromodulated bistable recurrent cell (arXiv 2006.05252)."""
