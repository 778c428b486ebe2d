"""A testbench beside every design, in its own language: for someone who has a simulator and no Python.

It plays a few samples into the two streams, and holds every answer (decision and scores) against that of the integer
twin; in Verilog the states of every layer in every step, too. ``sh simulate.sh`` runs it: status 0 where all are the
twin's, 1 where one is not. On test samples, and in VHDL, every state is what ``codesign verify`` compares.
"""

from codesign.digital.self_test.samples import SelfTest, self_test
from codesign.digital.self_test.verilog import verilog_testbench
from codesign.digital.self_test.vhdl import vhdl_testbench

__all__ = ["SelfTest", "self_test", "verilog_testbench", "vhdl_testbench"]
