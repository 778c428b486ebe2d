"""LRU: the linear recurrent unit, complex and diagonal (arXiv 2303.06349)."""
