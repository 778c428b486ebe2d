"""The neuromorphic intermediate representation (NIR, arXiv 2311.14641): graphs of other libraries become networks."""

from codesign.nir.dialects import DIALECTS, Dialect
from codesign.nir.read import Precision, network_of, read, written_by_codesign
from codesign.nir.write import export, graph_of

__all__ = ["DIALECTS", "Dialect", "Precision", "export", "graph_of", "network_of", "read", "written_by_codesign"]
