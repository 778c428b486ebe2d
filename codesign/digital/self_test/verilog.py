"""The testbench in SystemVerilog, for Icarus Verilog and any other simulator, and the script that runs it in Icarus."""

from collections.abc import Mapping

from codesign.digital.self_test.samples import SelfTest
from codesign.digital.self_test.script import SCRIPT, script
from codesign.digital.self_test.states import BITS, FACTOR, Register, Watched

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
        f"// Plays {answers} samples into {test.top}; fails at the first answer that is not the integer twin's, and at",
        "// the first step after which the states of a layer are not. Define ANSWERS_ONLY where the design has lost",
        "// the names of its registers, as a netlist has.",
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
        "`ifdef ANSWERS_ONLY",
        '        $display("all %0d samples: decision and scores are those of the integer twin", SAMPLES);',
        "`else",
        '        $display("all %0d samples: states, decision and scores are those of the integer twin", SAMPLES);',
        "`endif",
        "        $finish;",
        "      end",
        "    end",
        "    if (waited == PATIENCE)",
        '      $fatal(1, "sample %0d: no answer, and no item taken for %0d cycles", sample, PATIENCE);',
        "  end",
        "",
        *(["`ifndef ANSWERS_ONLY", *(line for layer in test.layers for line in _watching(layer)), "`endif"]
          if test.layers else []),
        "",
        "  initial begin",
        *(f"    items[{index}] = {test.input_width}'h{word:x};" for index, word in enumerate(test.items)),
        *(f"    answers[{index}] = {test.output_width}'h{word:x};" for index, word in enumerate(test.answers)),
        "  end",
        "endmodule",
    ]) + "\n"  # fmt: skip


def _watching(layer: Watched) -> list[str]:
    """The signature of the layer's states, held against that of each step."""
    at, name = ".".join(("dut", *layer.instance)), layer.identifier
    lanes = layer.registers[0].lanes
    return [
        f"  // Layer {layer.layer}: sample, step and signature of its states; steps count from 0.",
        f"  reg [{BITS + 63}:0] {name} [0:{len(layer.signatures) - 1}];",
        f"  reg [{BITS - 1}:0] {name}_word = 0;",
        f"  integer {name}_step = 0, {name}_unit = 0, {name}_lane;",
        f"  always @(posedge clk) if (!rst && {at}.{layer.strobe}) begin",
        f"    for ({name}_lane = 0; {name}_lane < {lanes}; {name}_lane = {name}_lane + 1)",
        f"      if ({name}_unit < {layer.units}) begin",
        *(
            f"        {name}_word = ({name}_word ^ {_value(f'{at}.{register.name}', register, f'{name}_lane')})"
            f" * {BITS}'h{FACTOR:x};"
            for register in layer.registers
        ),
        f"        {name}_unit = {name}_unit + 1;",
        "      end",
        f"    if ({name}_unit == {layer.units}) begin",
        f"      if ({name}_word !== {name}[{name}_step][{BITS - 1}:0])",
        f'        $fatal(1, "sample %0d: layer {layer.layer}, step %0d: its states are not those of the twin",',
        f"               {name}[{name}_step][{BITS + 63}:{BITS + 32}], {name}[{name}_step][{BITS + 31}:{BITS}]);",
        f"      {name}_word = 0;",
        f"      {name}_unit = 0;",
        f"      {name}_step = {name}_step + 1;",
        "    end",
        "  end",
        "  initial begin",
        *(
            f"    {name}[{index}] = {{32'd{found.sample}, 32'd{found.step}, {BITS}'h{found.word:016x}}};"
            for index, found in enumerate(layer.signatures)
        ),
        "  end",
    ]


def _value(path: str, register: Register, lane: str) -> str:
    """A lane of the register; one bit alone is no vector."""
    single = register.width * register.lanes == 1
    return path if single else f"{path}[{lane} * {register.width} +: {register.width}]"
