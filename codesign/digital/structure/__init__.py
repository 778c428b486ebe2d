"""What a design consists of, read back from its own netlist: modules, instances, streams, registers, operators.

Drawn as block diagrams (:mod:`~codesign.digital.structure.diagram`) and counted as the cost of each layer.
"""

from codesign.digital.structure.cost import LayerCost, layer_costs
from codesign.digital.structure.diagram import module_sheet, written
from codesign.digital.structure.read import Amount, Block, Connection, Part, Structure, structure

__all__ = [
    "Amount",
    "Block",
    "Connection",
    "LayerCost",
    "Part",
    "Structure",
    "layer_costs",
    "module_sheet",
    "structure",
    "written",
]
