"""alphaCMRU: the cumulative memory recurrent unit with steps that depend on the input (arXiv 2605.11855)."""
