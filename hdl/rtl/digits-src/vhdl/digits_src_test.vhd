-- codesign 0.1.0
-- model digits-src sha256:83b953843f6d2e876d1e4ac4c066f77a36a6be38115b70bfd26a1e4dd32fe24a
-- configuration {"events_per_cycle": 8, "fold_black_frames": true, "longest_sample": 32, "serial_sums": false, "units_per_cycle": 32}
-- seed none

-- Plays 3 samples into digits_src; fails at the first answer that is not the twin's.
-- It sees answers alone, which a small error need not change: 'codesign verify --target vhdl --design'
-- compares every state.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;

entity digits_src_test is
end entity;

architecture test of digits_src_test is
  constant patience : positive := 11240;
  type item_words is array (natural range <>) of std_logic_vector(33 downto 0);
  type answer_words is array (natural range <>) of std_logic_vector(133 downto 0);
  constant items : item_words(0 to 313) := (
    0 => 34x"100000000",
    1 => 34x"ff00d000",
    2 => 34x"ffc7e272",
    3 => 34x"5d087683",
    4 => 34x"4d0c0907",
    5 => 34x"1441001c0",
    6 => 34x"1ac6204c0",
    7 => 34x"ef150050",
    8 => 34x"a3e3001a",
    9 => 34x"103000033",
    10 => 34x"ed800207",
    11 => 34x"6c088680",
    12 => 34x"164120180",
    13 => 34x"af018042",
    14 => 34x"af638dd3",
    15 => 34x"182c00030",
    16 => 34x"7f00d61f",
    17 => 34x"6c0908c0",
    18 => 34x"104000100",
    19 => 34x"bf0311c2",
    20 => 34x"bb63bc33",
    21 => 34x"180800000",
    22 => 34x"6f080258",
    23 => 34x"120018000",
    24 => 34x"ff037032",
    25 => 34x"a9638603",
    26 => 34x"109000c07",
    27 => 34x"fc88d3c0",
    28 => 34x"e0d10000",
    29 => 34x"120018000",
    30 => 34x"cf000a70",
    31 => 34x"856000c2",
    32 => 34x"1000003",
    33 => 34x"101000007",
    34 => 34x"7f04d005",
    35 => 34x"7e0a6d10",
    36 => 34x"32037018",
    37 => 34x"120038000",
    38 => 34x"cf000670",
    39 => 34x"c5700081",
    40 => 34x"858000c3",
    41 => 34x"101000007",
    42 => 34x"7f145202",
    43 => 34x"3e00fdd0",
    44 => 34x"20010000",
    45 => 34x"20020000",
    46 => 34x"120038000",
    47 => 34x"ef030098",
    48 => 34x"cf6406f1",
    49 => 34x"4d080983",
    50 => 34x"140100000",
    51 => 34x"bf80f215",
    52 => 34x"2d010447",
    53 => 34x"2c020b00",
    54 => 34x"108000c00",
    55 => 34x"eb000018",
    56 => 34x"e96b0603",
    57 => 34x"1a0c38000",
    58 => 34x"ff90f257",
    59 => 34x"12a010c30",
    60 => 34x"ff035600",
    61 => 34x"1f1cbe002",
    62 => 34x"2f008053",
    63 => 34x"1270100f7",
    64 => 34x"ff019619",
    65 => 34x"f8c67a00",
    66 => 34x"40080000",
    67 => 34x"140100000",
    68 => 34x"bf605280",
    69 => 34x"af8084d7",
    70 => 34x"126038130",
    71 => 34x"fd023042",
    72 => 34x"58087c00",
    73 => 34x"140100000",
    74 => 34x"bf601603",
    75 => 34x"bac15818",
    76 => 34x"122038030",
    77 => 34x"ff008050",
    78 => 34x"7c09b2c0",
    79 => 34x"178126c00",
    80 => 34x"fe641600",
    81 => 34x"b283f030",
    82 => 34x"180c00000",
    83 => 34x"ff08d052",
    84 => 34x"2f01089b",
    85 => 34x"250200c7",
    86 => 34x"4000100",
    87 => 34x"4000140",
    88 => 34x"104000180",
    89 => 34x"7b13e630",
    90 => 34x"108000c00",
    91 => 34x"ff005001",
    92 => 34x"ef690253",
    93 => 34x"e59580c7",
    94 => 34x"a4c20180",
    95 => 34x"1240301c0",
    96 => 34x"fbec9630",
    97 => 34x"18003800",
    98 => 34x"108000c00",
    99 => 34x"ed600403",
    100 => 34x"3e1c50007",
    101 => 34x"100000000",
    102 => 34x"ff081008",
    103 => 34x"ffd0d391",
    104 => 34x"671a01db",
    105 => 34x"12302802c",
    106 => 34x"1a002430",
    107 => 34x"108000800",
    108 => 34x"ff110208",
    109 => 34x"f3361011",
    110 => 34x"721b5018",
    111 => 34x"102000028",
    112 => 34x"6e0801b8",
    113 => 34x"120028000",
    114 => 34x"ff30a213",
    115 => 34x"b6c251d8",
    116 => 34x"102000028",
    117 => 34x"ef080f39",
    118 => 34x"64168180",
    119 => 34x"140180000",
    120 => 34x"7e111008",
    121 => 34x"3e0229d0",
    122 => 34x"2a030c18",
    123 => 34x"2000028",
    124 => 34x"102000030",
    125 => 34x"ef0803b8",
    126 => 34x"c1380001",
    127 => 34x"101000004",
    128 => 34x"7f12900b",
    129 => 34x"761721d8",
    130 => 34x"112005030",
    131 => 34x"eb088211",
    132 => 34x"6b190c2c",
    133 => 34x"102000038",
    134 => 34x"f7320008",
    135 => 34x"3302901b",
    136 => 34x"30032000",
    137 => 34x"110005000",
    138 => 34x"cf080111",
    139 => 34x"1461801b0",
    140 => 34x"7f109208",
    141 => 34x"7316202b",
    142 => 34x"3002d000",
    143 => 34x"120030000",
    144 => 34x"e6180190",
    145 => 34x"1260101f0",
    146 => 34x"7b0a9408",
    147 => 34x"7b132819",
    148 => 34x"10b000c2b",
    149 => 34x"fe195210",
    150 => 34x"a6a20130",
    151 => 34x"104000180",
    152 => 34x"f3281008",
    153 => 34x"e3d28019",
    154 => 34x"12303002b",
    155 => 34x"1e000390",
    156 => 34x"11a002c38",
    157 => 34x"f7295008",
    158 => 34x"e2b28028",
    159 => 34x"1a0c30000",
    160 => 34x"ff148194",
    161 => 34x"32021030",
    162 => 34x"112002038",
    163 => 34x"efc90409",
    164 => 34x"6312801b",
    165 => 34x"122030028",
    166 => 34x"ff141310",
    167 => 34x"1761a51b0",
    168 => 34x"7f0aa419",
    169 => 34x"4e100de8",
    170 => 34x"102000038",
    171 => 34x"bb001033",
    172 => 34x"b8215200",
    173 => 34x"1a8c20800",
    174 => 34x"f7aa8008",
    175 => 34x"53102011",
    176 => 34x"42180018",
    177 => 34x"2000028",
    178 => 34x"102000038",
    179 => 34x"fc141380",
    180 => 34x"1b8c25400",
    181 => 34x"ff28a009",
    182 => 34x"6f110913",
    183 => 34x"621a8018",
    184 => 34x"2000028",
    185 => 34x"2000030",
    186 => 34x"102000038",
    187 => 34x"b8a21200",
    188 => 34x"18005400",
    189 => 34x"108000c00",
    190 => 34x"ffc80009",
    191 => 34x"77112193",
    192 => 34x"661681f0",
    193 => 34x"1621b0038",
    194 => 34x"b3009018",
    195 => 34x"120020000",
    196 => 34x"7f10040b",
    197 => 34x"62190010",
    198 => 34x"322028038",
    199 => 34x"100000000",
    200 => 34x"ff002040",
    201 => 34x"ffe4b74a",
    202 => 34x"7d0a4983",
    203 => 34x"710fd005",
    204 => 34x"50106000",
    205 => 34x"140180000",
    206 => 34x"89400406",
    207 => 34x"108000e00",
    208 => 34x"ff052048",
    209 => 34x"df30395a",
    210 => 34x"d2b44028",
    211 => 34x"c0f80000",
    212 => 34x"1401c0000",
    213 => 34x"ff4067bd",
    214 => 34x"600c8000",
    215 => 34x"120020000",
    216 => 34x"ff29a042",
    217 => 34x"5f10354b",
    218 => 34x"11b00482e",
    219 => 34x"ed000f85",
    220 => 34x"60148000",
    221 => 34x"140180000",
    222 => 34x"ff512142",
    223 => 34x"9be0380e",
    224 => 34x"12004028",
    225 => 34x"110006000",
    226 => 34x"ef000478",
    227 => 34x"e1278005",
    228 => 34x"c0680000",
    229 => 34x"140180000",
    230 => 34x"ffb1a18a",
    231 => 34x"d9f43603",
    232 => 34x"110004000",
    233 => 34x"ef00856d",
    234 => 34x"ea490838",
    235 => 34x"40180000",
    236 => 34x"1401c0000",
    237 => 34x"df302a48",
    238 => 34x"91a06002",
    239 => 34x"1000003",
    240 => 34x"101000006",
    241 => 34x"ff00b145",
    242 => 34x"fee64598",
    243 => 34x"1601b8000",
    244 => 34x"ff302648",
    245 => 34x"c3540029",
    246 => 34x"1c17c0003",
    247 => 34x"ff00c542",
    248 => 34x"eded0986",
    249 => 34x"601a0000",
    250 => 34x"120038000",
    251 => 34x"db242608",
    252 => 34x"d9703e01",
    253 => 34x"511c6003",
    254 => 34x"101000005",
    255 => 34x"fe00c468",
    256 => 34x"ec490940",
    257 => 34x"e8ba0a00",
    258 => 34x"180e00000",
    259 => 34x"fb302608",
    260 => 34x"191606003",
    261 => 34x"ef40807a",
    262 => 34x"edab0545",
    263 => 34x"18ce00f80",
    264 => 34x"ff2d2808",
    265 => 34x"50103000",
    266 => 34x"10004000",
    267 => 34x"110006000",
    268 => 34x"ed000045",
    269 => 34x"ed4484c6",
    270 => 34x"c4e80140",
    271 => 34x"44140180",
    272 => 34x"140180000",
    273 => 34x"ff312609",
    274 => 34x"3b01b81a",
    275 => 34x"39024a03",
    276 => 34x"110006000",
    277 => 34x"ed000540",
    278 => 34x"c5480185",
    279 => 34x"c0f40000",
    280 => 34x"140180000",
    281 => 34x"ff32284a",
    282 => 34x"5f1c3eee",
    283 => 34x"12004038",
    284 => 34x"10005000",
    285 => 34x"110006000",
    286 => 34x"ef040003",
    287 => 34x"ef79055d",
    288 => 34x"1a8e38600",
    289 => 34x"f720a048",
    290 => 34x"f049b000",
    291 => 34x"f0b24000",
    292 => 34x"110006000",
    293 => 34x"ef040405",
    294 => 34x"c7f4017e",
    295 => 34x"104000180",
    296 => 34x"ff20a04a",
    297 => 34x"fb49462b",
    298 => 34x"780e6800",
    299 => 34x"40100000",
    300 => 34x"140180000",
    301 => 34x"1bea3b578",
    302 => 34x"ffe02041",
    303 => 34x"7f05478b",
    304 => 34x"790e6805",
    305 => 34x"49100e06",
    306 => 34x"40140000",
    307 => 34x"140180000",
    308 => 34x"b500b0c0",
    309 => 34x"184200140",
    310 => 34x"ffa0240b",
    311 => 34x"f9e54605",
    312 => 34x"48100800",
    313 => 34x"340180000"
  );
  constant answers : answer_words(0 to 2) := (
    0 => 134x"3ff1ff8ffc7fe3ff1ff80077fe0075ff81",
    1 => 134x"3ff9fe601f7f9bfcdfe60407ff3fcdfe63",
    2 => 134x"3fffffffffffffffffff0057fffffffff3"
  );
  signal clk : std_logic := '0';
  signal rst : std_logic := '1';
  signal input_payload : std_logic_vector(33 downto 0) := (others => '0');
  signal input_valid, output_ready : std_logic := '0';
  signal input_ready, output_valid : std_logic;
  signal output_payload : std_logic_vector(133 downto 0);
begin
  dut : entity work.digits_src
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
