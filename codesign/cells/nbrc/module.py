"""The PyTorch layer of recurrently neuromodulated bistable recurrent cells (arXiv 2006.05252)."""

import torch
from torch import nn

from codesign.cells.brc import module as brc

__all__ = ["Module"]


class Module(brc.Module):
    """The BRC with matrices in place of w_a and w_c: feedback and gate of each unit see the states of all.

    As in the authors' program (github.com/nvecoven/BRC) these begin as the others do, within sqrt(6 / (2 outputs)).
    """

    def initial_state_weight(self) -> torch.Tensor:
        """What W_a and W_c begin as."""
        return nn.init.xavier_uniform_(torch.empty(self.outputs, self.outputs))
