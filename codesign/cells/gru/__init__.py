"""GRU: the gated recurrent unit of PyTorch, to compare with."""
