"""SRC in its full form (arXiv 2306.03623): tanh and exp in fixed point, where ``src`` has a sign and a choice."""
