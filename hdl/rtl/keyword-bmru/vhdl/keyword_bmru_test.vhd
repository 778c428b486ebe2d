-- codesign 0.1.0
-- model keyword-bmru sha256:9dda0b08b98e4bda540f0816e0af879f38a97fbd53134f1b0736f6d6ffcf61a1
-- configuration {"events_per_cycle": 8, "fold_black_frames": true, "longest_sample": 1024, "serial_sums": false, "units_per_cycle": 32}
-- seed none

-- Plays 3 samples into keyword_bmru; fails at the first answer that is not the twin's.
-- It sees answers alone, which a small error need not change: 'codesign verify --target vhdl --design'
-- compares every state.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;

entity keyword_bmru_test is
end entity;

architecture test of keyword_bmru_test is
  constant patience : positive := 1248;
  type item_words is array (natural range <>) of std_logic_vector(9 downto 0);
  type answer_words is array (natural range <>) of std_logic_vector(52 downto 0);
  constant items : item_words(0 to 194) := (
    0 => 10x"9f",
    1 => 10x"80",
    2 => 10x"b1",
    3 => 10x"bd",
    4 => 10x"83",
    5 => 10x"80",
    6 => 10x"b5",
    7 => 10x"80",
    8 => 10x"80",
    9 => 10x"94",
    10 => 10x"b8",
    11 => 10x"9c",
    12 => 10x"192",
    13 => 10x"b5",
    14 => 10x"80",
    15 => 10x"9b",
    16 => 10x"aa",
    17 => 10x"80",
    18 => 10x"86",
    19 => 10x"80",
    20 => 10x"b8",
    21 => 10x"b1",
    22 => 10x"80",
    23 => 10x"a3",
    24 => 10x"b5",
    25 => 10x"196",
    26 => 10x"9d",
    27 => 10x"80",
    28 => 10x"88",
    29 => 10x"80",
    30 => 10x"88",
    31 => 10x"9e",
    32 => 10x"bf",
    33 => 10x"89",
    34 => 10x"99",
    35 => 10x"9a",
    36 => 10x"ba",
    37 => 10x"80",
    38 => 10x"180",
    39 => 10x"91",
    40 => 10x"82",
    41 => 10x"b1",
    42 => 10x"84",
    43 => 10x"92",
    44 => 10x"a0",
    45 => 10x"a0",
    46 => 10x"88",
    47 => 10x"80",
    48 => 10x"b0",
    49 => 10x"be",
    50 => 10x"86",
    51 => 10x"1af",
    52 => 10x"93",
    53 => 10x"a3",
    54 => 10x"bc",
    55 => 10x"92",
    56 => 10x"80",
    57 => 10x"8b",
    58 => 10x"80",
    59 => 10x"80",
    60 => 10x"9b",
    61 => 10x"a2",
    62 => 10x"93",
    63 => 10x"80",
    64 => 10x"19c",
    65 => 10x"a8",
    66 => 10x"80",
    67 => 10x"80",
    68 => 10x"98",
    69 => 10x"a8",
    70 => 10x"b2",
    71 => 10x"80",
    72 => 10x"80",
    73 => 10x"83",
    74 => 10x"ae",
    75 => 10x"80",
    76 => 10x"80",
    77 => 10x"19e",
    78 => 10x"98",
    79 => 10x"80",
    80 => 10x"9e",
    81 => 10x"aa",
    82 => 10x"b2",
    83 => 10x"80",
    84 => 10x"8e",
    85 => 10x"80",
    86 => 10x"b4",
    87 => 10x"91",
    88 => 10x"97",
    89 => 10x"80",
    90 => 10x"1a6",
    91 => 10x"a1",
    92 => 10x"ac",
    93 => 10x"a1",
    94 => 10x"80",
    95 => 10x"b1",
    96 => 10x"84",
    97 => 10x"8a",
    98 => 10x"80",
    99 => 10x"b5",
    100 => 10x"85",
    101 => 10x"ac",
    102 => 10x"80",
    103 => 10x"3b3",
    104 => 10x"86",
    105 => 10x"b4",
    106 => 10x"92",
    107 => 10x"96",
    108 => 10x"be",
    109 => 10x"a3",
    110 => 10x"b8",
    111 => 10x"8d",
    112 => 10x"80",
    113 => 10x"80",
    114 => 10x"85",
    115 => 10x"90",
    116 => 10x"180",
    117 => 10x"80",
    118 => 10x"80",
    119 => 10x"85",
    120 => 10x"ba",
    121 => 10x"80",
    122 => 10x"bb",
    123 => 10x"b1",
    124 => 10x"80",
    125 => 10x"ad",
    126 => 10x"b2",
    127 => 10x"89",
    128 => 10x"89",
    129 => 10x"199",
    130 => 10x"80",
    131 => 10x"80",
    132 => 10x"9f",
    133 => 10x"ab",
    134 => 10x"a5",
    135 => 10x"9e",
    136 => 10x"80",
    137 => 10x"a6",
    138 => 10x"9e",
    139 => 10x"b6",
    140 => 10x"80",
    141 => 10x"af",
    142 => 10x"1a5",
    143 => 10x"98",
    144 => 10x"80",
    145 => 10x"9d",
    146 => 10x"a5",
    147 => 10x"98",
    148 => 10x"80",
    149 => 10x"80",
    150 => 10x"83",
    151 => 10x"8e",
    152 => 10x"9b",
    153 => 10x"93",
    154 => 10x"8c",
    155 => 10x"180",
    156 => 10x"ae",
    157 => 10x"95",
    158 => 10x"bb",
    159 => 10x"a5",
    160 => 10x"89",
    161 => 10x"bf",
    162 => 10x"80",
    163 => 10x"80",
    164 => 10x"8b",
    165 => 10x"b3",
    166 => 10x"ad",
    167 => 10x"b1",
    168 => 10x"380",
    169 => 10x"82",
    170 => 10x"80",
    171 => 10x"ab",
    172 => 10x"b1",
    173 => 10x"b5",
    174 => 10x"80",
    175 => 10x"b8",
    176 => 10x"80",
    177 => 10x"aa",
    178 => 10x"99",
    179 => 10x"96",
    180 => 10x"80",
    181 => 10x"180",
    182 => 10x"a1",
    183 => 10x"80",
    184 => 10x"82",
    185 => 10x"80",
    186 => 10x"a0",
    187 => 10x"a7",
    188 => 10x"bf",
    189 => 10x"b2",
    190 => 10x"93",
    191 => 10x"a1",
    192 => 10x"b0",
    193 => 10x"b9",
    194 => 10x"380"
  );
  constant answers : answer_words(0 to 2) := (
    0 => 53x"1ffba5d000835a",
    1 => 53x"1ffefee7ffeb4e",
    2 => 53x"1fff59d0001246"
  );
  signal clk : std_logic := '0';
  signal rst : std_logic := '1';
  signal input_payload : std_logic_vector(9 downto 0) := (others => '0');
  signal input_valid, output_ready : std_logic := '0';
  signal input_ready, output_valid : std_logic;
  signal output_payload : std_logic_vector(52 downto 0);
begin
  dut : entity work.keyword_bmru
    port map (
      clk => clk,
      rst => rst,
      input_payload => input_payload,
      input_ready => input_ready,
      input_valid => input_valid,
      output_payload => output_payload,
      output_ready => output_ready,
      output_valid => output_valid
    );

  clk <= not clk after 5 ns;
  rst <= '0' after 32 ns;
  output_ready <= not rst;

  play : process
  begin
    wait until rising_edge(clk) and rst = '0';
    for item in items'range loop
      input_payload <= items(item);
      input_valid <= '1';
      wait until rising_edge(clk) and input_ready = '1';
    end loop;
    input_valid <= '0';
    wait;
  end process;

  check : process
    variable waited : natural;

    function decision(answer : std_logic_vector) return string is
    begin
      return to_hstring(answer(0 downto 0));
    end function;
  begin
    for sample in answers'range loop
      waited := 0;
      loop
        wait until rising_edge(clk);
        exit when output_valid = '1' and output_ready = '1';
        waited := 0 when input_valid = '1' and input_ready = '1' else waited + 1;
        assert waited < patience
          report "sample " & to_string(sample) & ": no answer, and no item taken for " & to_string(patience)
            & " cycles" severity failure;
      end loop;
      assert output_payload = answers(sample)
        report "sample " & to_string(sample) & ": decision " & decision(output_payload) & ", expected "
          & decision(answers(sample)) & "; answer " & to_hstring(output_payload) & ", expected "
          & to_hstring(answers(sample)) severity failure;
    end loop;
    report "all " & to_string(answers'length)
      & " samples: decision and scores are those of the integer twin";
    std.env.finish;
  end process;
end architecture;
