"""The testbench in VHDL-2008, without any library beside ieee and std, and the script that runs it in GHDL.

It does not watch states as the one in SystemVerilog does: external names make GHDL 2.0 fail ("GHDL Bug occurred").
"""

from collections.abc import Mapping

from codesign.digital.self_test.samples import SelfTest
from codesign.digital.self_test.script import SCRIPT, script

__all__ = ["vhdl_testbench"]


def vhdl_testbench(test: SelfTest) -> Mapping[str, str]:
    """Its files, by name."""
    ran = [
        f'"${{GHDL:-ghdl}}" -a --std=08 "$here/{test.top}.vhd" "$here/{test.name}.vhd"',
        f'"${{GHDL:-ghdl}}" -e --std=08 {test.name}',
        # Before the first delta cycle nothing has a value yet, and numeric_std says so for each operation.
        f'"${{GHDL:-ghdl}}" -r --std=08 {test.name} --ieee-asserts=disable-at-0',
    ]
    return {f"{test.name}.vhd": _text(test), SCRIPT: script(test, needs="GHDL", commands=ran)}


def _words(width: int, words: tuple[int, ...]) -> str:
    return ",\n".join(f'    {index} => {width}x"{word:x}"' for index, word in enumerate(words))


def _text(test: SelfTest) -> str:
    ports = test.ports
    return "\n".join([
        *(f"-- {line}".rstrip() for line in test.header),
        "",
        f"-- Plays {len(test.answers)} samples into {test.top}; fails at the first answer that is not the twin's.",
        "-- It sees answers alone, which a small error need not change: 'codesign verify --target vhdl --design'",
        "-- compares every state.",
        "library ieee;",
        "use ieee.std_logic_1164.all;",
        "use ieee.numeric_std.all;",
        "",
        f"entity {test.name} is",
        "end entity;",
        "",
        f"architecture test of {test.name} is",
        f"  constant patience : positive := {test.patience};",
        f"  type item_words is array (natural range <>) of std_logic_vector({test.input_width - 1} downto 0);",
        f"  type answer_words is array (natural range <>) of std_logic_vector({test.output_width - 1} downto 0);",
        f"  constant items : item_words(0 to {len(test.items) - 1}) := (",
        _words(test.input_width, test.items),
        "  );",
        f"  constant answers : answer_words(0 to {len(test.answers) - 1}) := (",
        _words(test.output_width, test.answers),
        "  );",
        "  signal clk : std_logic := '0';",
        "  signal rst : std_logic := '1';",
        f"  signal input_payload : std_logic_vector({test.input_width - 1} downto 0) := (others => '0');",
        "  signal input_valid, output_ready : std_logic := '0';",
        "  signal input_ready, output_valid : std_logic;",
        f"  signal output_payload : std_logic_vector({test.output_width - 1} downto 0);",
        "begin",
        f"  dut : entity work.{test.top}",
        "    port map (",
        f"      {ports['clk']} => clk,",
        f"      {ports['rst']} => rst,",
        f"      {ports['input__payload']} => input_payload,",
        f"      {ports['input__ready']} => input_ready,",
        f"      {ports['input__valid']} => input_valid,",
        f"      {ports['output__payload']} => output_payload,",
        f"      {ports['output__ready']} => output_ready,",
        f"      {ports['output__valid']} => output_valid",
        "    );",
        "",
        "  clk <= not clk after 5 ns;",
        "  rst <= '0' after 32 ns;",
        "  output_ready <= not rst;",
        "",
        "  play : process",
        "  begin",
        "    wait until rising_edge(clk) and rst = '0';",
        "    for item in items'range loop",
        "      input_payload <= items(item);",
        "      input_valid <= '1';",
        "      wait until rising_edge(clk) and input_ready = '1';",
        "    end loop;",
        "    input_valid <= '0';",
        "    wait;",
        "  end process;",
        "",
        "  check : process",
        "    variable waited : natural;",
        "",
        "    function decision(answer : std_logic_vector) return string is",
        "    begin",
        f"      return to_hstring(answer({test.decision_width - 1} downto 0));",
        "    end function;",
        "  begin",
        "    for sample in answers'range loop",
        "      waited := 0;",
        "      loop",
        "        wait until rising_edge(clk);",
        "        exit when output_valid = '1' and output_ready = '1';",
        "        waited := 0 when input_valid = '1' and input_ready = '1' else waited + 1;",
        "        assert waited < patience",
        '          report "sample " & to_string(sample) & ": no answer, and no item taken for " & to_string(patience)',
        '            & " cycles" severity failure;',
        "      end loop;",
        "      assert output_payload = answers(sample)",
        '        report "sample " & to_string(sample) & ": decision " & decision(output_payload) & ", expected "',
        '          & decision(answers(sample)) & "; answer " & to_hstring(output_payload) & ", expected "',
        "          & to_hstring(answers(sample)) severity failure;",
        "    end loop;",
        '    report "all " & to_string(answers\'length)',
        '      & " samples: decision and scores are those of the integer twin";',
        "    std.env.finish;",
        "  end process;",
        "end architecture;",
    ]) + "\n"  # fmt: skip
