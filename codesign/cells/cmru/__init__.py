"""The CMRU cell: cumulative memory recurrent unit (arXiv 2605.11855)."""
