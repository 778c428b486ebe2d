"""The BMRU cell: bistable memory recurrent unit (arXiv 2601.09495)."""
