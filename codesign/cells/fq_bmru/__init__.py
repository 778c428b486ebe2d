"""FQ-BMRU: the first-quadrant bistable memory unit with fixed thresholds, the analog cell (arXiv 2605.15216)."""
