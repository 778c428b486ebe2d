"""minGRU: the gated recurrent unit whose gate does not look at the state (arXiv 2410.01201)."""
