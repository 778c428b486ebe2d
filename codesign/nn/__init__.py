"""The cells as PyTorch layers with the calling convention of ``torch.nn.GRU``, and their way to hardware.

    memory = nn.FQBMRU(13, 16, batch_first=True, quantised=True)
    outputs, state = memory(inputs)

Train them in a script of your own; :func:`to_network` then gives the network that is exported and verified.
"""

from codesign.nn.cells import (
    BMRU,
    BRC,
    CMRU,
    FQBMRU,
    GRU,
    LRU,
    NBRC,
    SRC,
    AlphaCMRU,
    MinGRU,
    SpikingSRC,
    SRCFull,
)
from codesign.nn.export import to_network
from codesign.nn.linear import Linear
from codesign.nn.recurrent import Recurrent, State
from codesign.nn.stack import Block, Stack, penalty
from codesign.nn.warm_up import WarmUp, warm_up

__all__ = [
    "BMRU",
    "BRC",
    "CMRU",
    "FQBMRU",
    "GRU",
    "LRU",
    "NBRC",
    "SRC",
    "AlphaCMRU",
    "Block",
    "Linear",
    "MinGRU",
    "Recurrent",
    "SRCFull",
    "SpikingSRC",
    "Stack",
    "State",
    "WarmUp",
    "penalty",
    "to_network",
    "warm_up",
]
