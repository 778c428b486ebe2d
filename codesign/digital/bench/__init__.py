"""The cocotb testbench of every generated design; see ``run.py``."""
