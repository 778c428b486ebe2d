"""Linear layer of currents: weighted sums at a node, read out or rectified."""
