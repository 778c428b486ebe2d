"""BRC: the bistable recurrent cell (arXiv 2006.05252)."""
