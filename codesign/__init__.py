"""From a trained, quantised recurrent network to a 180 nm current-mode circuit and to an FPGA."""

__all__ = ["__version__"]

__version__ = "0.1.0"
