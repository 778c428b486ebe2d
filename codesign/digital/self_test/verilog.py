"""The testbench in SystemVerilog, for Icarus Verilog and any other simulator, and the script that runs it in Icarus."""

from collections.abc import Mapping

from codesign.digital.self_test.samples import SelfTest
from codesign.digital.self_test.script import SCRIPT, script

__all__ = ["verilog_testbench"]


def verilog_testbench(test: SelfTest) -> Mapping[str, str]:
    """Its files, by name."""
    ran = [
        f'"${{IVERILOG:-iverilog}}" -g2012 -s {test.name} -o {test.name}.vvp '
        f'"$here/{test.top}.v" "$here/{test.name}.sv"',
        f'"${{VVP:-vvp}}" -n {test.name}.vvp',
    ]
    return {f"{test.name}.sv": _text(test), SCRIPT: script(test, needs="Icarus Verilog", commands=ran)}


def _text(test: SelfTest) -> str:
    items, answers = len(test.items), len(test.answers)
    ports = {port: name for port, name in test.ports.items() if port not in ("clk", "rst")}
    locals_ = {port: port.replace("__", "_") for port in ports}
    top = test.decision_width - 1
    return "\n".join([
        *(f"// {line}".rstrip() for line in test.header),
        "",
        f"// Plays {answers} samples into {test.top}; fails at the first answer that is not the integer twin's.",
        "`timescale 1ns / 1ns",
        f"module {test.name};",
        f"  localparam ITEMS = {items}, SAMPLES = {answers}, PATIENCE = {test.patience};",
        "",
        "  reg clk = 0, rst = 1;",
        f"  reg [{test.input_width - 1}:0] items [0:ITEMS - 1];",
        f"  reg [{test.output_width - 1}:0] answers [0:SAMPLES - 1];",
        "  integer item = 0, sample = 0, waited = 0;",
        "",
        "  wire input_ready, output_valid;",
        f"  wire [{test.output_width - 1}:0] output_payload;",
        f"  wire [{test.input_width - 1}:0] input_payload = items[item];",
        "  wire input_valid = !rst && item < ITEMS;",
        "  wire output_ready = !rst;",
        "",
        f"  {test.top} dut (",
        f"    .{test.ports['clk']}(clk), .{test.ports['rst']}(rst),",
        ",\n".join(f"    .{name}({locals_[port]})" for port, name in ports.items()),
        "  );",
        "",
        "  always #5 clk = !clk;",
        "  initial begin",
        "    repeat (3) @(posedge clk);",
        "    rst <= 0;",
        "  end",
        "",
        "  always @(posedge clk) if (!rst) begin",
        "    waited <= waited + 1;",
        "    if (input_valid && input_ready) begin",
        "      item <= item + 1;",
        "      waited <= 0;",
        "    end",
        "    if (output_valid) begin",
        "      if (output_payload !== answers[sample])",
        '        $fatal(1, "sample %0d: decision %0d, expected %0d; answer %h, expected %h", sample,',
        f"               output_payload[{top}:0], answers[sample][{top}:0], output_payload, answers[sample]);",
        "      sample <= sample + 1;",
        "      waited <= 0;",
        "      if (sample == SAMPLES - 1) begin",
        '        $display("all %0d samples: decision and scores are those of the integer twin", SAMPLES);',
        "        $finish;",
        "      end",
        "    end",
        "    if (waited == PATIENCE)",
        '      $fatal(1, "sample %0d: no answer, and no item taken for %0d cycles", sample, PATIENCE);',
        "  end",
        "",
        "  initial begin",
        *(f"    items[{index}] = {test.input_width}'h{word:x};" for index, word in enumerate(test.items)),
        *(f"    answers[{index}] = {test.output_width}'h{word:x};" for index, word in enumerate(test.answers)),
        "  end",
        "endmodule",
    ]) + "\n"  # fmt: skip
