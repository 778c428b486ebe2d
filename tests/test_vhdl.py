# amaranth: UnusedElaboratable=no
"""The VHDL of designs: what it looks like, that GHDL has nothing to say to it, and that it is the same circuit."""

import json
import re
from pathlib import Path

import numpy as np
import pytest
from amaranth.hdl import Module, Mux, Signal, signed
from amaranth.lib import memory, wiring
from amaranth.lib.wiring import In, Out
from networks import bmru_network, fq_layer, linear_layer

from codesign import coding, data, digital, files, tools, twin
from codesign.digital import stimulus
from codesign.digital.simulate import run_bench
from codesign.digital.vhdl import printed, vhdl
from codesign.digital.vhdl.names import Names
from codesign.digital.vhdl.netlist import modules
from codesign.errors import InputError, ToolError
from codesign.network import Network


class Averager(wiring.Component):
    """A tiny filter with all that a design has: a ROM, registers, a choice, signed and unsigned numbers."""

    name = "averager"

    def __init__(self) -> None:
        super().__init__({"sample__payload": In(signed(6)), "take": In(1), "mean": Out(signed(7)), "gain": Out(5)})

    def elaborate(self, platform):
        m = Module()
        last = Signal(signed(6), init=-3)
        index = Signal(2)
        total = Signal(signed(7))
        m.submodules.gains = rom = memory.Memory(shape=5, depth=3, init=[1, 18, 31])
        read = rom.read_port()
        m.d.comb += [total.eq(self.sample__payload + last), read.addr.eq(index), self.gain.eq(read.data)]
        with m.If(self.take):
            m.d.sync += [last.eq(self.sample__payload), index.eq(Mux(index == 2, 0, index + 1))]
        with m.If((total > 5) & self.take):
            m.d.sync += self.mean.eq(total >> 1)
        return m


AVERAGER = """\
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;

entity averager is
  port (
    clk            : in  std_logic;
    rst            : in  std_logic;
    gain           : out std_logic_vector(4 downto 0);
    mean           : out std_logic_vector(6 downto 0);
    sample_payload : in  std_logic_vector(5 downto 0);
    take           : in  std_logic
  );
end entity;

architecture rtl of averager is
  -- gains: 3 rows of 5 bits
  type gains_rows is array (0 to 3) of unsigned(4 downto 0);
  constant gains : gains_rows := (
    0 => "00001",
    1 => "10010",
    2 => "11111",
    others => (others => '0')
  );
  -- Registers
  signal index : unsigned(1 downto 0) := (others => '0');
  signal last : signed(5 downto 0) := "111101";
  signal mean_register : unsigned(6 downto 0) := (others => '0');
  signal gain_register : unsigned(4 downto 0) := (others => '0');
  -- Named values
  signal total : signed(6 downto 0);
begin
  -- Combinational logic
  total <= resize(signed(sample_payload), 7) + last;
  mean <= std_logic_vector(mean_register);
  gain <= std_logic_vector(gain_register);

  -- Memories
  process (clk)
  begin
    if rising_edge(clk) then
      gain_register <= gains(to_integer(index));
    end if;
  end process;

  -- Registers
  process (clk)
  begin
    if rising_edge(clk) then
      if rst then
        index <= (others => '0');
        last <= "111101";
      elsif take then
        if index = 2 then
          index <= (others => '0');
        else
          index <= index + 1;
        end if;
        last <= signed(sample_payload);
      end if;
    end if;
  end process;

  process (clk)
  begin
    if rising_edge(clk) then
      if rst then
        mean_register <= (others => '0');
      elsif (total ?> 5) and take then
        mean_register <= unsigned(resize(total(6 downto 1), 7));
      end if;
    end if;
  end process;
end architecture;
"""


def analysed(text: str, folder: Path) -> None:
    (folder / "design.vhd").write_text(text)
    done = tools.run("ghdl", ["-a", "--std=08", "design.vhd"], folder=folder, time_limit_s=60)
    assert done.stdout + done.stderr == ""


def small_network(*, names: tuple[str, str, str] = ("memory", "hidden", "output")) -> Network:
    g = np.random.Generator(np.random.PCG64(21))
    return bmru_network(
        (
            fq_layer(names[0], weight=g.integers(-16, 17, (5, 8)), bias=g.integers(-16, 17, 5),
                     threshold=g.integers(1, 33, 5), width=g.integers(1, 33, 5), gain=g.integers(1, 33, 5)),
            linear_layer(names[1], weight=g.integers(-32, 33, (3, 5)), bias=g.integers(-32, 33, 3), relu=1),
            linear_layer(names[2], weight=g.integers(-32, 33, (10, 3)), bias=g.integers(-32, 33, 10)),
        ),
        name="small-bmru",
    )  # fmt: skip


def digits(network: Network, count: int) -> np.ndarray:
    images = data.load("digits", "test").images[:count]
    return coding.encode(network.coding.kind, network.coding.parameters, images)


def test_text_of_a_small_design(tmp_path):
    text = vhdl(Averager()).text
    analysed(text, tmp_path)
    assert text == AVERAGER


def test_identifiers():
    names = Names()
    assert names["input__payload"] == "input_payload"
    assert names["input_payload"] == "input_payload_2"
    assert names["input__payload"] == "input_payload"
    assert names["Signal"] == "signal_2"
    assert names["_x_"] == "x"
    assert names["read__data$3"] == "read_data_3"
    assert names["9"] == "net_9"
    assert names["resize"] == "resize_2"
    assert names.of("9") == "net_9"
    with pytest.raises(KeyError):
        names.of("unknown")
    assert [names.numbered("x") for _ in range(2)] == ["x_1", "x_2"]


def netlist(cell: dict, ports: dict) -> dict:
    found = {
        "ports": {name: {"direction": way, "bits": bits} for name, (way, bits) in ports.items()},
        "cells": {"it": cell},
        "netnames": {name: {"hide_name": 0, "bits": bits, "attributes": {}} for name, (_, bits) in ports.items()},
    }
    return modules(json.dumps({"modules": {"top": found}}))


def cell(kind: str, **connections: list) -> dict:
    ways = {port: "output" if port == "Y" else "input" for port in connections}
    parameters = {"A_SIGNED": "0", "B_SIGNED": "0"}
    return {"type": kind, "parameters": parameters, "connections": connections, "port_directions": ways}


def operator(kind: str, bits: list) -> dict:
    return cell(kind, A=bits, B=bits, Y=[99])


def test_a_cell_without_vhdl_is_refused():
    found = netlist(operator("$pow", [2, 3]), {"a": ("input", [2, 3]), "y": ("output", [99])})
    with pytest.raises(ToolError, match=r"^no VHDL for the cell 'it' of 'top': its type '\$pow' is none of \$add, "):
        printed(found, top="top")


def test_shifts_by_more_than_an_integer_and_loops_are_refused():
    bits = list(range(2, 33))
    found = netlist(operator("$shr", bits), {"a": ("input", bits), "y": ("output", [99])})
    with pytest.raises(ToolError, match=r"^no VHDL for the shift 'it': its amount has 31 bits; at most 30 can be$"):
        printed(found, top="top")
    found = netlist(operator("$and", [99]), {"y": ("output", [99])})
    with pytest.raises(ToolError, match=r"^no VHDL for the operator 'it': its result depends on itself$"):
        printed(found, top="top")


def test_a_negated_literal_says_of_what_type_it_is(tmp_path):
    """The functions that choose between values exist for several types."""
    negative, chosen, result = [20, 21, 22], [30, 31, 32], [40, 41, 42]
    cells = {
        "negation": cell("$neg", A=["0"] * 3, Y=negative),
        "choice": cell("$mux", A=["0"] * 3, B=negative, S=[2], Y=chosen),
        "inverted": cell("$not", A=chosen, Y=result),
    }
    ports = {"s": {"direction": "input", "bits": [2]}, "y": {"direction": "output", "bits": result}}
    names = {name: {"hide_name": 0, "bits": port["bits"], "attributes": {}} for name, port in ports.items()}
    found = modules(json.dumps({"modules": {"top": {"ports": ports, "cells": cells, "netnames": names}}}))
    analysed(printed(found, top="top").text, tmp_path)


@pytest.mark.parametrize("stalls", [0, 40])
def test_every_state_of_real_digits_in_ghdl_equals_the_twin(stalls, tmp_path):
    network = small_network()
    inputs = digits(network, 3)
    run = digital.simulate(network, inputs, work=tmp_path / "run", stalls=stalls, language="vhdl")
    trace = twin.simulate(network, inputs)
    for layer, found in trace.layers.items():
        assert set(run.states[layer]) == set(found.states)
        for state, expected in found.states.items():
            np.testing.assert_array_equal(run.states[layer][state], expected[:, run.first_step :])
    np.testing.assert_array_equal(run.scores, trace.scores)
    np.testing.assert_array_equal(run.decisions, trace.decisions)
    assert run.simulator.startswith("GHDL ")
    if stalls == 0:
        assert run.cycles == digital.predicted_cycles(network, inputs)


def test_layers_named_like_words_of_vhdl(tmp_path):
    network = small_network(names=("signal", "a__b", "a_b"))
    inputs = digits(network, 1)
    run = digital.simulate(network, inputs, work=tmp_path / "run", language="vhdl")
    np.testing.assert_array_equal(run.scores, twin.simulate(network, inputs).scores)


def test_the_folder_has_the_same_bytes_and_the_names_of_the_vhdl(tmp_path):
    network = small_network()
    top = digital.export(network, output=tmp_path / "a", language="vhdl")
    again = digital.export(network, output=tmp_path / "b", language="vhdl")
    assert top.name == "small_bmru.vhd"
    for path in sorted((tmp_path / "a").iterdir()):
        assert path.read_bytes() == (again.parent / path.name).read_bytes()
    text = top.read_text()
    header = text.split("\n\n", 1)[0]
    assert all(line.startswith("--") for line in header.splitlines())
    assert f"model hash {network.hash}" in header or network.hash in header
    assert "input_payload, least significant field first:" in header
    assert not re.search(r"\w__\w", text.split("library ieee;", 1)[1])
    ports = json.loads((tmp_path / "a" / "ports.json").read_text())
    assert ports["language"] == "vhdl"
    assert ports["names"]["output__payload"] == "output_payload"
    assert ports["layers"][0]["instance"] == ["memory", "units_2"]
    assert re.search(r"^  units_2 : entity work\.small_bmru_memory_units$", text, re.MULTILINE)


def test_rows_of_weights_can_be_read(tmp_path):
    layer = small_network().layers[2]
    text = digital.export(small_network(), output=tmp_path / "a", language="vhdl").read_text()
    body = text.split("architecture rtl of small_bmru_output_sums is", 1)[1].split("begin", 1)[0]
    rows = re.findall(r'^ +(\d+) => (?:\d*x)?"([0-9A-F]+)"', body, re.MULTILINE)
    weight = layer.tensors["weight"].values
    assert [int(index) for index, _ in rows] == list(range(weight.shape[1]))
    width = int(re.search(r"of (\d+) bits", body)[1]) // len(weight)
    for index, digits_of_row in rows:
        word = int(digits_of_row, 16)
        values = [(word >> width * unit) & (1 << width) - 1 for unit in range(len(weight))]
        assert [v - (v >> width - 1 << width) for v in values] == weight[:, int(index)].tolist()


def test_an_unknown_language(tmp_path):
    with pytest.raises(InputError, match="unknown language 'vdhl'; did you mean 'vhdl'"):
        digital.export(small_network(), output=tmp_path / "a", language="vdhl")


def test_wrong_bits_in_a_rom_are_found_and_named(tmp_path):
    network = small_network()
    top = digital.export(network, output=tmp_path / "vhdl", language="vhdl")
    design, inputs = digital.NetworkDesign(network), list(digits(network, 2))
    files.write_json(
        tmp_path / "vectors.json",
        {"samples": stimulus.samples(design, inputs), "expected": stimulus.expected(design, inputs)},
    )
    head, body = top.read_text().split("architecture rtl of small_bmru_output_sums is", 1)
    body, count = re.subn(
        r'(=> (?:\d*x)?"[0-9A-F]+)([0-9A-F])"', lambda m: f'{m[1]}{int(m[2], 16) ^ 4:X}"', body, count=3
    )
    assert count == 3
    top.write_text(f"{head}architecture rtl of small_bmru_output_sums is{body}")
    with pytest.raises(ToolError, match=r"score of class: sample \d+, unit 0: expected -?\d+, found -?\d+"):
        run_bench(tmp_path / "vhdl", vectors_file=tmp_path / "vectors.json", work=tmp_path / "run", time_limit_s=120)
