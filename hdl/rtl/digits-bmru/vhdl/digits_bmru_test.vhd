-- codesign 0.1.0
-- model digits-bmru sha256:de3cded54e7808514ad19aaeabd28cefa885d7b6e9142a384fb82cc75cdb5411
-- configuration {"events_per_cycle": 8, "fold_black_frames": true, "longest_sample": 1024, "serial_sums": false, "units_per_cycle": 32}
-- seed none

-- Plays 3 samples into digits_bmru; fails at the first answer that is not the twin's.
-- It sees answers alone, which a small error need not change: 'codesign verify --target vhdl --design'
-- compares every state.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;

entity digits_bmru_test is
end entity;

architecture test of digits_bmru_test is
  constant patience : positive := 2856;
  type item_words is array (natural range <>) of std_logic_vector(7 downto 0);
  type answer_words is array (natural range <>) of std_logic_vector(263 downto 0);
  constant items : item_words(0 to 119) := (
    0 => 8x"28",
    1 => 8x"29",
    2 => 8x"2d",
    3 => 8x"30",
    4 => 8x"21",
    5 => 8x"23",
    6 => 8x"2e",
    7 => 8x"70",
    8 => 8x"24",
    9 => 8x"20",
    10 => 8x"2e",
    11 => 8x"27",
    12 => 8x"25",
    13 => 8x"2e",
    14 => 8x"25",
    15 => 8x"60",
    16 => 8x"2b",
    17 => 8x"29",
    18 => 8x"22",
    19 => 8x"21",
    20 => 8x"20",
    21 => 8x"2d",
    22 => 8x"2e",
    23 => 8x"60",
    24 => 8x"2e",
    25 => 8x"26",
    26 => 8x"28",
    27 => 8x"2d",
    28 => 8x"22",
    29 => 8x"25",
    30 => 8x"22",
    31 => 8x"68",
    32 => 8x"20",
    33 => 8x"20",
    34 => 8x"27",
    35 => 8x"27",
    36 => 8x"20",
    37 => 8x"24",
    38 => 8x"29",
    39 => 8x"65",
    40 => 8x"21",
    41 => 8x"20",
    42 => 8x"21",
    43 => 8x"25",
    44 => 8x"28",
    45 => 8x"20",
    46 => 8x"22",
    47 => 8x"60",
    48 => 8x"20",
    49 => 8x"30",
    50 => 8x"22",
    51 => 8x"2c",
    52 => 8x"25",
    53 => 8x"29",
    54 => 8x"20",
    55 => 8x"65",
    56 => 8x"2c",
    57 => 8x"20",
    58 => 8x"26",
    59 => 8x"20",
    60 => 8x"27",
    61 => 8x"29",
    62 => 8x"20",
    63 => 8x"e2",
    64 => 8x"27",
    65 => 8x"2e",
    66 => 8x"20",
    67 => 8x"20",
    68 => 8x"28",
    69 => 8x"24",
    70 => 8x"2c",
    71 => 8x"60",
    72 => 8x"20",
    73 => 8x"2d",
    74 => 8x"30",
    75 => 8x"20",
    76 => 8x"20",
    77 => 8x"23",
    78 => 8x"21",
    79 => 8x"60",
    80 => 8x"26",
    81 => 8x"2f",
    82 => 8x"2d",
    83 => 8x"20",
    84 => 8x"2a",
    85 => 8x"20",
    86 => 8x"2f",
    87 => 8x"61",
    88 => 8x"28",
    89 => 8x"20",
    90 => 8x"28",
    91 => 8x"2f",
    92 => 8x"30",
    93 => 8x"2e",
    94 => 8x"20",
    95 => 8x"6f",
    96 => 8x"22",
    97 => 8x"2b",
    98 => 8x"20",
    99 => 8x"24",
    100 => 8x"2b",
    101 => 8x"2d",
    102 => 8x"20",
    103 => 8x"e4",
    104 => 8x"22",
    105 => 8x"20",
    106 => 8x"25",
    107 => 8x"26",
    108 => 8x"20",
    109 => 8x"29",
    110 => 8x"2e",
    111 => 8x"60",
    112 => 8x"20",
    113 => 8x"30",
    114 => 8x"20",
    115 => 8x"24",
    116 => 8x"23",
    117 => 8x"25",
    118 => 8x"25",
    119 => 8x"e2"
  );
  constant answers : answer_words(0 to 2) := (
    0 => 264x"5103fff5f0fffcf43fff3700002560000228ffff8c3fff110ffef880000de89",
    1 => 264x"1c63fff7f0fffca63ffff9000010c0001050fffe9c3fff418fffd5c00001404",
    2 => 264x"1b83fff480ffffb60000578ffff1a3ffffe0fffe303fff4b00002703fff8b81"
  );
  signal clk : std_logic := '0';
  signal rst : std_logic := '1';
  signal input_payload : std_logic_vector(7 downto 0) := (others => '0');
  signal input_valid, output_ready : std_logic := '0';
  signal input_ready, output_valid : std_logic;
  signal output_payload : std_logic_vector(263 downto 0);
begin
  dut : entity work.digits_bmru
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
      return to_hstring(answer(3 downto 0));
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
