-- codesign 0.1.0
-- model digits-bmru sha256:de3cded54e7808514ad19aaeabd28cefa885d7b6e9142a384fb82cc75cdb5411
-- configuration {"events_per_cycle": 8, "fold_black_frames": true, "longest_sample": 1024, "serial_sums": false, "units_per_cycle": 32}
-- seed none
--
-- digits_bmru: clk, synchronous reset rst (active high), and two streams.
-- An item moves at a rising edge of clk at which valid and ready are both 1.
--
-- input_payload, least significant field first:
--   value          5 bits unsigned, from bit 0
--   present        1 bits unsigned, from bit 5
--   end_of_step    1 bits unsigned, from bit 6
--   end_of_sample  1 bits unsigned, from bit 7
--
-- output_payload, least significant field first:
--   decision       4 bits unsigned, from bit 0
--   scores         10 x 26 bits signed, from bit 4
--
-- Input: an item with present = 1 carries the value of the next input;
-- end_of_step and end_of_sample close the step and the sample after it. A sample without steps is one item with
-- end_of_sample alone.
-- Output: one item per sample; decision is one of ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"].
-- Layers, as instances of their names: memory (fq_bmru, 8 to 32), mix (linear, 32 to 16), readout (linear, 16 to 10)
-- The states of a layer are registers of <layer>.units_2; they show one group of units after the other, each
-- while group_done of that module is 1: memory 1 x 32, mix 1 x 16, readout 1 x 10

library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;

package digits_bmru_functions is
  -- An if in an expression.
  function choose(condition, yes, no : std_logic) return std_logic;
  function choose(condition : std_logic; yes, no : unsigned) return unsigned;
  function choose(condition : std_logic; yes, no : signed) return signed;
end package;

package body digits_bmru_functions is
  function choose(condition, yes, no : std_logic) return std_logic is
  begin
    if condition then
      return yes;
    end if;
    return no;
  end function;

  function choose(condition : std_logic; yes, no : unsigned) return unsigned is
  begin
    if condition then
      return yes;
    end if;
    return no;
  end function;

  function choose(condition : std_logic; yes, no : signed) return signed is
  begin
    if condition then
      return yes;
    end if;
    return no;
  end function;
end package body;

library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.digits_bmru_functions.all;

entity digits_bmru_decision_accumulator is
  port (
    clk            : in  std_logic;
    rst            : in  std_logic;
    input_payload  : in  unsigned(18 downto 0);
    input_ready    : out std_logic;
    input_valid    : in  std_logic;
    output_payload : out unsigned(259 downto 0);
    output_ready   : in  std_logic;
    output_valid   : out std_logic
  );
end entity;

architecture rtl of digits_bmru_decision_accumulator is
  -- Registers
  signal output_payload_register : unsigned(259 downto 0) := (others => '0');
  signal output_valid_register : std_logic := '0';
  -- Named values
  signal leave : std_logic;
  signal take : std_logic;
  signal total : signed(25 downto 0);
begin
  -- Combinational logic
  input_ready <= not output_valid_register;
  take <= input_valid and input_ready;
  leave <= output_valid_register and output_ready;
  total <= signed(output_payload_register(25 downto 0)) + signed(input_payload(15 downto 0));
  output_payload <= output_payload_register;
  output_valid <= output_valid_register;

  -- Registers
  process (clk)
  begin
    if rising_edge(clk) then
      if leave or rst then
        output_payload_register <= (others => '0');
      elsif take and input_payload(16) then
        output_payload_register <= unsigned(total) & output_payload_register(259 downto 26);
      end if;
    end if;
  end process;

  process (clk)
  begin
    if rising_edge(clk) then
      if leave or rst then
        output_valid_register <= '0';
      elsif take and input_payload(18) then
        output_valid_register <= '1';
      end if;
    end if;
  end process;
end architecture;

library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.digits_bmru_functions.all;

entity digits_bmru_decision_argmax is
  port (
    clk            : in  std_logic;
    rst            : in  std_logic;
    input_payload  : in  unsigned(259 downto 0);
    input_ready    : out std_logic;
    input_valid    : in  std_logic;
    output_payload : out unsigned(263 downto 0);
    output_ready   : in  std_logic;
    output_valid   : out std_logic
  );
end entity;

architecture rtl of digits_bmru_decision_argmax is
  -- Registers
  signal best : signed(25 downto 0) := (others => '0');
  signal busy : std_logic := '0';
  signal index : unsigned(3 downto 0) := (others => '0');
  signal tally : unsigned(259 downto 0) := (others => '0');
  signal output_payload_register : unsigned(263 downto 0) := (others => '0');
  signal output_valid_register : std_logic := '0';
  -- Intermediate results
  signal term_1, term_2 : std_logic;
  signal equal_1 : std_logic;
  signal choice_1 : std_logic;
begin
  -- Combinational logic
  input_ready <= not busy and not output_valid_register;
  term_1 <= input_valid and input_ready;
  term_2 <= (index ?= 0) or (signed(tally(25 downto 0)) ?> best);
  equal_1 <= index ?= 9;
  choice_1 <= '1' when term_1 else busy;
  output_payload <= output_payload_register;
  output_valid <= output_valid_register;

  -- Registers
  process (clk)
  begin
    if rising_edge(clk) then
      if rst then
        best <= (others => '0');
      elsif busy and term_2 then
        best <= signed(tally(25 downto 0));
      end if;
    end if;
  end process;

  process (clk)
  begin
    if rising_edge(clk) then
      if rst then
        busy <= '0';
        index <= (others => '0');
        tally(233 downto 0) <= (others => '0');
      else
        if busy then
          if equal_1 then
            busy <= '0';
          else
            busy <= choice_1;
          end if;
        else
          busy <= choice_1;
        end if;
        if busy then
          index <= index + 1;
        elsif term_1 then
          index <= (others => '0');
        end if;
        if busy then
          tally(233 downto 0) <= tally(259 downto 26);
        elsif term_1 then
          tally(233 downto 0) <= input_payload(233 downto 0);
        end if;
      end if;
    end if;
  end process;

  process (clk)
  begin
    if rising_edge(clk) then
      if busy or rst then
        tally(259 downto 234) <= (others => '0');
      elsif term_1 then
        tally(259 downto 234) <= input_payload(259 downto 234);
      end if;
    end if;
  end process;

  process (clk)
  begin
    if rising_edge(clk) then
      if rst then
        output_payload_register(3 downto 0) <= (others => '0');
      elsif busy and term_2 then
        output_payload_register(3 downto 0) <= index;
      end if;
    end if;
  end process;

  process (clk)
  begin
    if rising_edge(clk) then
      if rst then
        output_payload_register(263 downto 4) <= (others => '0');
      elsif busy then
        output_payload_register(263 downto 4) <= tally(25 downto 0) & output_payload_register(263 downto 30);
      end if;
    end if;
  end process;

  process (clk)
  begin
    if rising_edge(clk) then
      if (output_valid_register and output_ready) or rst then
        output_valid_register <= '0';
      elsif busy and equal_1 then
        output_valid_register <= '1';
      end if;
    end if;
  end process;
end architecture;

library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.digits_bmru_functions.all;

entity digits_bmru_decision is
  port (
    clk            : in  std_logic;
    rst            : in  std_logic;
    input_payload  : in  unsigned(18 downto 0);
    input_ready    : out std_logic;
    input_valid    : in  std_logic;
    output_payload : out unsigned(263 downto 0);
    output_ready   : in  std_logic;
    output_valid   : out std_logic
  );
end entity;

architecture rtl of digits_bmru_decision is
  -- Named values
  signal accumulator_output_payload : unsigned(259 downto 0);
  signal accumulator_output_ready : std_logic;
  signal accumulator_output_valid : std_logic;
begin
  -- Instances
  accumulator : entity work.digits_bmru_decision_accumulator
    port map (
      clk => clk,
      rst => rst,
      input_payload => input_payload,
      input_ready => input_ready,
      input_valid => input_valid,
      output_payload => accumulator_output_payload,
      output_ready => accumulator_output_ready,
      output_valid => accumulator_output_valid
    );

  argmax : entity work.digits_bmru_decision_argmax
    port map (
      clk => clk,
      rst => rst,
      input_payload => accumulator_output_payload,
      input_ready => accumulator_output_ready,
      input_valid => accumulator_output_valid,
      output_payload => output_payload,
      output_ready => output_ready,
      output_valid => output_valid
    );
end architecture;

library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.digits_bmru_functions.all;

entity digits_bmru_memory_sender is
  port (
    clk            : in  std_logic;
    rst            : in  std_logic;
    input_payload  : in  unsigned(130 downto 0);
    input_ready    : out std_logic;
    input_valid    : in  std_logic;
    output_payload : out unsigned(6 downto 0);
    output_ready   : in  std_logic;
    output_valid   : out std_logic
  );
end entity;

architecture rtl of digits_bmru_memory_sender is
  -- Registers
  signal closes_step : std_logic := '0';
  signal left : unsigned(4 downto 0) := (others => '0');
  signal sample : std_logic := '0';
  signal step : std_logic := '0';
  signal values : unsigned(127 downto 0) := (others => '0');
  signal output_valid_register : std_logic := '0';
  -- Named values
  signal last : std_logic;
  signal output_payload_end_of_sample : std_logic;
  signal output_payload_end_of_step : std_logic;
begin
  -- Combinational logic
  last <= (left ?= 0) or not step;
  input_ready <= not output_valid_register;
  output_payload_end_of_step <= last and closes_step;
  output_payload_end_of_sample <= last and sample;
  output_payload <= output_payload_end_of_sample & output_payload_end_of_step & step & values(3 downto 0);
  output_valid <= output_valid_register;

  -- Registers
  process (clk)
  begin
    if rising_edge(clk) then
      if rst then
        closes_step <= '0';
        sample <= '0';
        step <= '0';
      elsif not output_valid_register then
        closes_step <= input_payload(129);
        sample <= input_payload(130);
        step <= input_payload(128);
      end if;
    end if;
  end process;

  process (clk)
  begin
    if rising_edge(clk) then
      if rst then
        left <= (others => '0');
        values <= (others => '0');
        output_valid_register <= '0';
      else
        if output_valid_register then
          if output_ready then
            left <= left - 1;
          end if;
        else
          left <= "11111";
        end if;
        if output_valid_register then
          if output_ready then
            values <= resize(values(127 downto 4), 128);
          end if;
        else
          values <= input_payload(127 downto 0);
        end if;
        if output_valid_register then
          if output_ready then
            output_valid_register <= not last;
          else
            output_valid_register <= '1';
          end if;
        else
          output_valid_register <= input_valid;
        end if;
      end if;
    end if;
  end process;
end architecture;

library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.digits_bmru_functions.all;

entity digits_bmru_memory_sums is
  port (
    clk            : in  std_logic;
    rst            : in  std_logic;
    input_payload  : in  unsigned(7 downto 0);
    input_ready    : out std_logic;
    input_valid    : in  std_logic;
    output_payload : out unsigned(354 downto 0);
    output_ready   : in  std_logic;
    output_valid   : out std_logic
  );
end entity;

architecture rtl of digits_bmru_memory_sums is
  -- weights: 8 rows of 192 bits
  type weights_rows is array (0 to 7) of unsigned(191 downto 0);
  constant weights : weights_rows := (
    0 => to_unsigned(0, 192),
    1 => x"04518B1430001810000C5000FBF01100003FF45198000000",
    2 => x"F521BA34008638D2C02C51C100518DC82E3FE00DC0C80DC0",
    3 => x"202DB203F0FE248BC01C9086F8AF71305D770061F0D40C00",
    4 => x"17E009E3BB3B2F403B280381C3FBFECF4E384004CB2C0000",
    5 => x"C3DD8405307B339F3D2332AD3C9000036242E00F7E0C01C0",
    6 => x"07800B4501790C6008100176F8BF7DFFD0CCC55140040000",
    7 => x"000000000000001000000000000000000000000100440000"
  );
  -- Registers
  signal closes_sample_1, closes_sample_2, closes_sample_3 : std_logic := '0';
  signal closes_step_1, closes_step_2, closes_step_3 : std_logic := '0';
  signal counts_0 : std_logic := '0';
  signal early : unsigned(4 downto 0) := (others => '0');
  signal factor : unsigned(4 downto 0) := (others => '0');
  signal full : std_logic := '0';
  signal index : unsigned(3 downto 0) := (others => '0');
  signal products : unsigned(319 downto 0) := (others => '0');
  signal read_data : unsigned(191 downto 0) := (others => '0');
  signal row_0 : unsigned(191 downto 0) := (others => '0');
  signal sample : std_logic := '0';
  signal step : std_logic := '0';
  signal sums : unsigned(351 downto 0) := x"1100601C038FC1F2004098EE004004008FE1F63D4008011F400405801002004038031EE3D4040011F6004018";
  signal valid_1, valid_2, valid_3 : std_logic := '0';
  signal waiting : unsigned(351 downto 0) := (others => '0');
  signal waiting_sample : std_logic := '0';
  signal waiting_step : std_logic := '0';
  signal output_valid_register : std_logic := '0';
  -- Named values
  signal base : unsigned(351 downto 0);
  signal output_payload_end_of_sample : std_logic;
  signal output_payload_end_of_step : std_logic;
  signal taken : std_logic;
  -- Intermediate results
  signal term_1, term_2, term_3, term_4 : std_logic;
  signal product_1, product_2, product_3, product_4, product_5, product_6, product_7, product_8, product_9,
     product_10, product_11, product_12, product_13, product_14, product_15, product_16, product_17, product_18,
     product_19, product_20, product_21, product_22, product_23, product_24, product_25, product_26, product_27,
     product_28, product_29, product_30, product_31, product_32 : unsigned(9 downto 0);
begin
  -- Combinational logic
  term_1 <= not output_valid_register;
  input_ready <= not full or term_1;
  taken <= input_valid and input_ready;
  base <=
    x"1100601C038FC1F2004098EE004004008FE1F63D4008011F400405801002004038031EE3D4040011F6004018" when full else
    sums;
  output_payload_end_of_step <= waiting_step and output_valid_register;
  output_payload_end_of_sample <= waiting_sample and output_valid_register;
  term_2 <= input_payload(5) and (index ?< 8);
  product_1 <= resize(unsigned(signed(row_0(5 downto 0)) * signed(resize(factor, 6))), 10);
  product_2 <= resize(unsigned(signed(row_0(11 downto 6)) * signed(resize(factor, 6))), 10);
  product_3 <= resize(unsigned(signed(row_0(17 downto 12)) * signed(resize(factor, 6))), 10);
  product_4 <= resize(unsigned(signed(row_0(23 downto 18)) * signed(resize(factor, 6))), 10);
  product_5 <= resize(unsigned(signed(row_0(29 downto 24)) * signed(resize(factor, 6))), 10);
  product_6 <= resize(unsigned(signed(row_0(35 downto 30)) * signed(resize(factor, 6))), 10);
  product_7 <= resize(unsigned(signed(row_0(41 downto 36)) * signed(resize(factor, 6))), 10);
  product_8 <= resize(unsigned(signed(row_0(47 downto 42)) * signed(resize(factor, 6))), 10);
  product_9 <= resize(unsigned(signed(row_0(53 downto 48)) * signed(resize(factor, 6))), 10);
  product_10 <= resize(unsigned(signed(row_0(59 downto 54)) * signed(resize(factor, 6))), 10);
  product_11 <= resize(unsigned(signed(row_0(65 downto 60)) * signed(resize(factor, 6))), 10);
  product_12 <= resize(unsigned(signed(row_0(71 downto 66)) * signed(resize(factor, 6))), 10);
  product_13 <= resize(unsigned(signed(row_0(77 downto 72)) * signed(resize(factor, 6))), 10);
  product_14 <= resize(unsigned(signed(row_0(83 downto 78)) * signed(resize(factor, 6))), 10);
  product_15 <= resize(unsigned(signed(row_0(89 downto 84)) * signed(resize(factor, 6))), 10);
  product_16 <= resize(unsigned(signed(row_0(95 downto 90)) * signed(resize(factor, 6))), 10);
  product_17 <= resize(unsigned(signed(row_0(101 downto 96)) * signed(resize(factor, 6))), 10);
  product_18 <= resize(unsigned(signed(row_0(107 downto 102)) * signed(resize(factor, 6))), 10);
  product_19 <= resize(unsigned(signed(row_0(113 downto 108)) * signed(resize(factor, 6))), 10);
  product_20 <= resize(unsigned(signed(row_0(119 downto 114)) * signed(resize(factor, 6))), 10);
  product_21 <= resize(unsigned(signed(row_0(125 downto 120)) * signed(resize(factor, 6))), 10);
  product_22 <= resize(unsigned(signed(row_0(131 downto 126)) * signed(resize(factor, 6))), 10);
  product_23 <= resize(unsigned(signed(row_0(137 downto 132)) * signed(resize(factor, 6))), 10);
  product_24 <= resize(unsigned(signed(row_0(143 downto 138)) * signed(resize(factor, 6))), 10);
  product_25 <= resize(unsigned(signed(row_0(149 downto 144)) * signed(resize(factor, 6))), 10);
  product_26 <= resize(unsigned(signed(row_0(155 downto 150)) * signed(resize(factor, 6))), 10);
  product_27 <= resize(unsigned(signed(row_0(161 downto 156)) * signed(resize(factor, 6))), 10);
  product_28 <= resize(unsigned(signed(row_0(167 downto 162)) * signed(resize(factor, 6))), 10);
  product_29 <= resize(unsigned(signed(row_0(173 downto 168)) * signed(resize(factor, 6))), 10);
  product_30 <= resize(unsigned(signed(row_0(179 downto 174)) * signed(resize(factor, 6))), 10);
  product_31 <= resize(unsigned(signed(row_0(185 downto 180)) * signed(resize(factor, 6))), 10);
  product_32 <= resize(unsigned(signed(row_0(191 downto 186)) * signed(resize(factor, 6))), 10);
  term_3 <= full and term_1;
  term_4 <= output_valid_register and output_ready;
  output_payload <= output_payload_end_of_sample & output_payload_end_of_step & waiting_step & waiting;
  output_valid <= output_valid_register;

  -- Memories
  process (clk)
  begin
    if rising_edge(clk) then
      if input_ready then
        read_data <= weights(to_integer(index(2 downto 0)));
      end if;
    end if;
  end process;

  -- Registers
  process (clk)
  begin
    if rising_edge(clk) then
      if rst then
        closes_sample_1 <= '0';
        closes_sample_2 <= '0';
        closes_sample_3 <= '0';
        closes_step_1 <= '0';
        closes_step_2 <= '0';
        closes_step_3 <= '0';
        counts_0 <= '0';
        early <= (others => '0');
        factor <= (others => '0');
        full <= '0';
        products <= (others => '0');
        row_0 <= (others => '0');
        sample <= '0';
        step <= '0';
        valid_1 <= '0';
        valid_2 <= '0';
        valid_3 <= '0';
      elsif input_ready then
        closes_sample_1 <= input_payload(7);
        closes_sample_2 <= closes_sample_1;
        closes_sample_3 <= closes_sample_2;
        closes_step_1 <= input_payload(6);
        closes_step_2 <= closes_step_1;
        closes_step_3 <= closes_step_2;
        counts_0 <= taken and term_2;
        early <= input_payload(4 downto 0);
        factor <= early;
        full <= valid_3 and (closes_step_3 or closes_sample_3);
        products <=
          product_32 & product_31 & product_30 & product_29 & product_28 & product_27 & product_26 & product_25 &
          product_24 & product_23 & product_22 & product_21 & product_20 & product_19 & product_18 & product_17 &
          product_16 & product_15 & product_14 & product_13 & product_12 & product_11 & product_10 & product_9 &
          product_8 & product_7 & product_6 & product_5 & product_4 & product_3 & product_2 & product_1;
        if counts_0 then
          row_0 <= read_data;
        else
          row_0 <= (others => '0');
        end if;
        sample <= closes_sample_3;
        step <= closes_step_3;
        valid_1 <= taken;
        valid_2 <= valid_1;
        valid_3 <= valid_2;
      end if;
    end if;
  end process;

  process (clk)
  begin
    if rising_edge(clk) then
      if rst then
        index <= (others => '0');
      elsif taken then
        if input_payload(6) or input_payload(7) then
          index <= (others => '0');
        elsif term_2 then
          index <= index + 1;
        end if;
      end if;
    end if;
  end process;

  process (clk)
  begin
    if rising_edge(clk) then
      if rst then
        sums <= x"1100601C038FC1F2004098EE004004008FE1F63D4008011F400405801002004038031EE3D4040011F6004018";
      elsif input_ready and (full or valid_3) then
        sums <=
          unsigned(signed(base(351 downto 341)) + signed(products(319 downto 310))) &
          unsigned(signed(base(340 downto 330)) + signed(products(309 downto 300))) &
          unsigned(signed(base(329 downto 319)) + signed(products(299 downto 290))) &
          unsigned(signed(base(318 downto 308)) + signed(products(289 downto 280))) &
          unsigned(signed(base(307 downto 297)) + signed(products(279 downto 270))) &
          unsigned(signed(base(296 downto 286)) + signed(products(269 downto 260))) &
          unsigned(signed(base(285 downto 275)) + signed(products(259 downto 250))) &
          unsigned(signed(base(274 downto 264)) + signed(products(249 downto 240))) &
          unsigned(signed(base(263 downto 253)) + signed(products(239 downto 230))) &
          unsigned(signed(base(252 downto 242)) + signed(products(229 downto 220))) &
          unsigned(signed(base(241 downto 231)) + signed(products(219 downto 210))) &
          unsigned(signed(base(230 downto 220)) + signed(products(209 downto 200))) &
          unsigned(signed(base(219 downto 209)) + signed(products(199 downto 190))) &
          unsigned(signed(base(208 downto 198)) + signed(products(189 downto 180))) &
          unsigned(signed(base(197 downto 187)) + signed(products(179 downto 170))) &
          unsigned(signed(base(186 downto 176)) + signed(products(169 downto 160))) &
          unsigned(signed(base(175 downto 165)) + signed(products(159 downto 150))) &
          unsigned(signed(base(164 downto 154)) + signed(products(149 downto 140))) &
          unsigned(signed(base(153 downto 143)) + signed(products(139 downto 130))) &
          unsigned(signed(base(142 downto 132)) + signed(products(129 downto 120))) &
          unsigned(signed(base(131 downto 121)) + signed(products(119 downto 110))) &
          unsigned(signed(base(120 downto 110)) + signed(products(109 downto 100))) &
          unsigned(signed(base(109 downto 99)) + signed(products(99 downto 90))) &
          unsigned(signed(base(98 downto 88)) + signed(products(89 downto 80))) &
          unsigned(signed(base(87 downto 77)) + signed(products(79 downto 70))) &
          unsigned(signed(base(76 downto 66)) + signed(products(69 downto 60))) &
          unsigned(signed(base(65 downto 55)) + signed(products(59 downto 50))) &
          unsigned(signed(base(54 downto 44)) + signed(products(49 downto 40))) &
          unsigned(signed(base(43 downto 33)) + signed(products(39 downto 30))) &
          unsigned(signed(base(32 downto 22)) + signed(products(29 downto 20))) &
          unsigned(signed(base(21 downto 11)) + signed(products(19 downto 10))) &
          unsigned(signed(base(10 downto 0)) + signed(products(9 downto 0)));
      end if;
    end if;
  end process;

  process (clk)
  begin
    if rising_edge(clk) then
      if rst then
        waiting <= (others => '0');
        output_valid_register <= '0';
      else
        if term_3 then
          waiting <= sums;
        elsif term_4 then
          waiting <= (others => '0');
        end if;
        if term_3 then
          output_valid_register <= '1';
        elsif term_4 then
          output_valid_register <= output_valid_register xor '1';
        end if;
      end if;
    end if;
  end process;

  process (clk)
  begin
    if rising_edge(clk) then
      if rst then
        waiting_sample <= '0';
        waiting_step <= '0';
      elsif term_3 then
        waiting_sample <= sample;
        waiting_step <= step;
      end if;
    end if;
  end process;
end architecture;

library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.digits_bmru_functions.all;

entity digits_bmru_memory_units is
  port (
    clk            : in  std_logic;
    rst            : in  std_logic;
    input_payload  : in  unsigned(354 downto 0);
    input_ready    : out std_logic;
    input_valid    : in  std_logic;
    output_payload : out unsigned(130 downto 0);
    output_ready   : in  std_logic;
    output_valid   : out std_logic
  );
end entity;

architecture rtl of digits_bmru_memory_units is
  -- Registers
  signal fresh : std_logic := '1';
  signal group_done : std_logic := '0';
  signal state : unsigned(31 downto 0) := (others => '0');
  signal output_payload_register : unsigned(130 downto 0) := (others => '0');
  signal output_valid_register : std_logic := '0';
  -- Named values
  signal accept : std_logic;
  signal state_0, state_1, state_2, state_3, state_4, state_5, state_6, state_7, state_8, state_9, state_10,
     state_11, state_12, state_13, state_14, state_15, state_16, state_17, state_18, state_19, state_20,
     state_21, state_22, state_23, state_24, state_25, state_26, state_27, state_28, state_29, state_30,
     state_31 : std_logic;
  signal updated : std_logic;
begin
  -- Combinational logic
  input_ready <= not output_valid_register or output_ready;
  accept <= input_valid and input_ready;
  state_0 <=
    '1' when signed(input_payload(10 downto 0)) >= 128 else
    '0' when signed(input_payload(10 downto 0)) <= 64 else
    '0' when fresh else
    state(0);
  state_1 <=
    '1' when signed(input_payload(21 downto 11)) >= 16 else
    '0' when signed(input_payload(21 downto 11)) <= 8 else
    '0' when fresh else
    state(1);
  state_2 <=
    '1' when signed(input_payload(32 downto 22)) >= 96 else
    '0' when signed(input_payload(32 downto 22)) <= 48 else
    '0' when fresh else
    state(2);
  state_3 <=
    '1' when signed(input_payload(43 downto 33)) >= 16 else
    '0' when signed(input_payload(43 downto 33)) <= 8 else
    '0' when fresh else
    state(3);
  state_4 <=
    '1' when signed(input_payload(54 downto 44)) >= 112 else
    '0' when signed(input_payload(54 downto 44)) <= 8 else
    '0' when fresh else
    state(4);
  state_5 <=
    '1' when signed(input_payload(65 downto 55)) >= 120 else
    '0' when signed(input_payload(65 downto 55)) <= 112 else
    '0' when fresh else
    state(5);
  state_6 <=
    '1' when signed(input_payload(76 downto 66)) >= 112 else
    '0' when signed(input_payload(76 downto 66)) <= 104 else
    '0' when fresh else
    state(6);
  state_7 <=
    '1' when signed(input_payload(87 downto 77)) >= 56 else
    '0' when signed(input_payload(87 downto 77)) <= 24 else
    '0' when fresh else
    state(7);
  state_8 <=
    '1' when signed(input_payload(98 downto 88)) >= 80 else
    '0' when signed(input_payload(98 downto 88)) <= 8 else
    '0' when fresh else
    state(8);
  state_9 <=
    '1' when signed(input_payload(109 downto 99)) >= 16 else
    '0' when signed(input_payload(109 downto 99)) <= 8 else
    '0' when fresh else
    state(9);
  state_10 <=
    '1' when signed(input_payload(120 downto 110)) >= 16 else
    '0' when signed(input_payload(120 downto 110)) <= 8 else
    '0' when fresh else
    state(10);
  state_11 <=
    '1' when signed(input_payload(131 downto 121)) >= 24 else
    '0' when signed(input_payload(131 downto 121)) <= 8 else
    '0' when fresh else
    state(11);
  state_12 <=
    '1' when signed(input_payload(142 downto 132)) >= 128 else
    '0' when signed(input_payload(142 downto 132)) <= 8 else
    '0' when fresh else
    state(12);
  state_13 <=
    '1' when signed(input_payload(153 downto 143)) >= 16 else
    '0' when signed(input_payload(153 downto 143)) <= 8 else
    '0' when fresh else
    state(13);
  state_14 <=
    '1' when signed(input_payload(164 downto 154)) >= 264 else
    '0' when signed(input_payload(164 downto 154)) <= 40 else
    '0' when fresh else
    state(14);
  state_15 <=
    '1' when signed(input_payload(175 downto 165)) >= 48 else
    '0' when signed(input_payload(175 downto 165)) <= 40 else
    '0' when fresh else
    state(15);
  state_16 <=
    '1' when signed(input_payload(186 downto 176)) >= 16 else
    '0' when signed(input_payload(186 downto 176)) <= 8 else
    '0' when fresh else
    state(16);
  state_17 <=
    '1' when signed(input_payload(197 downto 187)) >= 80 else
    '0' when signed(input_payload(197 downto 187)) <= 72 else
    '0' when fresh else
    state(17);
  state_18 <=
    '1' when signed(input_payload(208 downto 198)) >= 176 else
    '0' when signed(input_payload(208 downto 198)) <= 48 else
    '0' when fresh else
    state(18);
  state_19 <=
    '1' when signed(input_payload(219 downto 209)) >= 264 else
    '0' when signed(input_payload(219 downto 209)) <= 16 else
    '0' when fresh else
    state(19);
  state_20 <=
    '1' when signed(input_payload(230 downto 220)) >= 72 else
    '0' when signed(input_payload(230 downto 220)) <= 16 else
    '0' when fresh else
    state(20);
  state_21 <=
    '1' when signed(input_payload(241 downto 231)) >= 32 else
    '0' when signed(input_payload(241 downto 231)) <= 16 else
    '0' when fresh else
    state(21);
  state_22 <=
    '1' when signed(input_payload(252 downto 242)) >= 176 else
    '0' when signed(input_payload(252 downto 242)) <= 16 else
    '0' when fresh else
    state(22);
  state_23 <=
    '1' when signed(input_payload(263 downto 253)) >= 136 else
    '0' when signed(input_payload(263 downto 253)) <= 128 else
    '0' when fresh else
    state(23);
  state_24 <=
    '1' when signed(input_payload(274 downto 264)) >= 176 else
    '0' when signed(input_payload(274 downto 264)) <= 8 else
    '0' when fresh else
    state(24);
  state_25 <=
    '1' when signed(input_payload(285 downto 275)) >= 16 else
    '0' when signed(input_payload(285 downto 275)) <= 8 else
    '0' when fresh else
    state(25);
  state_26 <=
    '1' when signed(input_payload(296 downto 286)) >= 64 else
    '0' when signed(input_payload(296 downto 286)) <= 56 else
    '0' when fresh else
    state(26);
  state_27 <=
    '1' when signed(input_payload(307 downto 297)) >= 112 else
    '0' when signed(input_payload(307 downto 297)) <= 80 else
    '0' when fresh else
    state(27);
  state_28 <=
    '1' when signed(input_payload(318 downto 308)) >= 120 else
    '0' when signed(input_payload(318 downto 308)) <= 8 else
    '0' when fresh else
    state(28);
  state_29 <=
    '1' when signed(input_payload(329 downto 319)) >= 72 else
    '0' when signed(input_payload(329 downto 319)) <= 8 else
    '0' when fresh else
    state(29);
  state_30 <=
    '1' when signed(input_payload(340 downto 330)) >= 104 else
    '0' when signed(input_payload(340 downto 330)) <= 56 else
    '0' when fresh else
    state(30);
  state_31 <=
    '1' when signed(input_payload(351 downto 341)) >= 232 else
    '0' when signed(input_payload(351 downto 341)) <= 8 else
    '0' when fresh else
    state(31);
  updated <= input_ready and accept and input_payload(352);
  output_payload <= output_payload_register;
  output_valid <= output_valid_register;

  -- Registers
  process (clk)
  begin
    if rising_edge(clk) then
      if rst then
        fresh <= '1';
      elsif accept and (input_payload(353) or input_payload(354)) then
        fresh <= input_payload(354);
      end if;
    end if;
  end process;

  process (clk)
  begin
    if rising_edge(clk) then
      if rst then
        group_done <= '0';
      else
        group_done <= updated;
      end if;
    end if;
  end process;

  process (clk)
  begin
    if rising_edge(clk) then
      if rst then
        state <= (others => '0');
      elsif updated then
        state <=
          state_31 & state_30 & state_29 & state_28 & state_27 & state_26 & state_25 & state_24 & state_23 & state_22 &
          state_21 & state_20 & state_19 & state_18 & state_17 & state_16 & state_15 & state_14 & state_13 & state_12 &
          state_11 & state_10 & state_9 & state_8 & state_7 & state_6 & state_5 & state_4 & state_3 & state_2 & state_1 &
          state_0;
      end if;
    end if;
  end process;

  process (clk)
  begin
    if rising_edge(clk) then
      if rst then
        output_payload_register <= (others => '0');
        output_valid_register <= '0';
      elsif input_ready then
        output_payload_register <=
          input_payload(354 downto 352) & choose(state_31, unsigned'("1000"), unsigned'("0000")) &
          choose(state_30, unsigned'("1000"), unsigned'("0000")) &
          choose(state_29, unsigned'("1000"), unsigned'("0000")) &
          choose(state_28, unsigned'("1000"), unsigned'("0000")) &
          choose(state_27, unsigned'("1000"), unsigned'("0000")) &
          choose(state_26, unsigned'("1000"), unsigned'("0000")) &
          choose(state_25, unsigned'("1000"), unsigned'("0000")) &
          choose(state_24, unsigned'("1000"), unsigned'("0000")) &
          choose(state_23, unsigned'("1000"), unsigned'("0000")) &
          choose(state_22, unsigned'("1000"), unsigned'("0000")) &
          choose(state_21, unsigned'("1000"), unsigned'("0000")) &
          choose(state_20, unsigned'("1000"), unsigned'("0000")) &
          choose(state_19, unsigned'("1000"), unsigned'("0000")) &
          choose(state_18, unsigned'("1000"), unsigned'("0000")) &
          choose(state_17, unsigned'("1000"), unsigned'("0000")) &
          choose(state_16, unsigned'("1000"), unsigned'("0000")) &
          choose(state_15, unsigned'("1000"), unsigned'("0000")) &
          choose(state_14, unsigned'("1000"), unsigned'("0000")) &
          choose(state_13, unsigned'("1000"), unsigned'("0000")) &
          choose(state_12, unsigned'("1000"), unsigned'("0000")) &
          choose(state_11, unsigned'("1000"), unsigned'("0000")) &
          choose(state_10, unsigned'("1000"), unsigned'("0000")) &
          choose(state_9, unsigned'("1000"), unsigned'("0000")) & choose(state_8, unsigned'("1000"), unsigned'("0000")) &
          choose(state_7, unsigned'("1000"), unsigned'("0000")) & choose(state_6, unsigned'("1000"), unsigned'("0000")) &
          choose(state_5, unsigned'("1000"), unsigned'("0000")) & choose(state_4, unsigned'("1000"), unsigned'("0000")) &
          choose(state_3, unsigned'("1000"), unsigned'("0000")) & choose(state_2, unsigned'("1000"), unsigned'("0000")) &
          choose(state_1, unsigned'("1000"), unsigned'("0000")) & choose(state_0, unsigned'("1000"), unsigned'("0000"));
        output_valid_register <= accept;
      end if;
    end if;
  end process;
end architecture;

library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.digits_bmru_functions.all;

entity digits_bmru_memory is
  port (
    clk            : in  std_logic;
    rst            : in  std_logic;
    input_payload  : in  unsigned(7 downto 0);
    input_ready    : out std_logic;
    input_valid    : in  std_logic;
    output_payload : out unsigned(6 downto 0);
    output_ready   : in  std_logic;
    output_valid   : out std_logic
  );
end entity;

architecture rtl of digits_bmru_memory is
  -- Named values
  signal sender_input_payload : unsigned(130 downto 0);
  signal sender_input_ready : std_logic;
  signal sender_input_valid : std_logic;
  signal sums_output_payload : unsigned(354 downto 0);
  signal sums_output_ready : std_logic;
  signal sums_output_valid : std_logic;
begin
  -- Instances
  sender : entity work.digits_bmru_memory_sender
    port map (
      clk => clk,
      rst => rst,
      input_payload => sender_input_payload,
      input_ready => sender_input_ready,
      input_valid => sender_input_valid,
      output_payload => output_payload,
      output_ready => output_ready,
      output_valid => output_valid
    );

  sums : entity work.digits_bmru_memory_sums
    port map (
      clk => clk,
      rst => rst,
      input_payload => input_payload,
      input_ready => input_ready,
      input_valid => input_valid,
      output_payload => sums_output_payload,
      output_ready => sums_output_ready,
      output_valid => sums_output_valid
    );

  units_2 : entity work.digits_bmru_memory_units
    port map (
      clk => clk,
      rst => rst,
      input_payload => sums_output_payload,
      input_ready => sums_output_ready,
      input_valid => sums_output_valid,
      output_payload => sender_input_payload,
      output_ready => sender_input_ready,
      output_valid => sender_input_valid
    );
end architecture;

library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.digits_bmru_functions.all;

entity digits_bmru_mix_sender is
  port (
    clk            : in  std_logic;
    rst            : in  std_logic;
    input_payload  : in  unsigned(146 downto 0);
    input_ready    : out std_logic;
    input_valid    : in  std_logic;
    output_payload : out unsigned(11 downto 0);
    output_ready   : in  std_logic;
    output_valid   : out std_logic
  );
end entity;

architecture rtl of digits_bmru_mix_sender is
  -- Registers
  signal closes_step : std_logic := '0';
  signal left : unsigned(3 downto 0) := (others => '0');
  signal sample : std_logic := '0';
  signal step : std_logic := '0';
  signal values : unsigned(143 downto 0) := (others => '0');
  signal output_valid_register : std_logic := '0';
  -- Named values
  signal last : std_logic;
  signal output_payload_end_of_sample : std_logic;
  signal output_payload_end_of_step : std_logic;
begin
  -- Combinational logic
  last <= (left ?= 0) or not step;
  input_ready <= not output_valid_register;
  output_payload_end_of_step <= last and closes_step;
  output_payload_end_of_sample <= last and sample;
  output_payload <= output_payload_end_of_sample & output_payload_end_of_step & step & values(8 downto 0);
  output_valid <= output_valid_register;

  -- Registers
  process (clk)
  begin
    if rising_edge(clk) then
      if rst then
        closes_step <= '0';
        sample <= '0';
        step <= '0';
      elsif not output_valid_register then
        closes_step <= input_payload(145);
        sample <= input_payload(146);
        step <= input_payload(144);
      end if;
    end if;
  end process;

  process (clk)
  begin
    if rising_edge(clk) then
      if rst then
        left <= (others => '0');
        values <= (others => '0');
        output_valid_register <= '0';
      else
        if output_valid_register then
          if output_ready then
            left <= left - 1;
          end if;
        else
          left <= "1111";
        end if;
        if output_valid_register then
          if output_ready then
            values <= resize(values(143 downto 9), 144);
          end if;
        else
          values <= input_payload(143 downto 0);
        end if;
        if output_valid_register then
          if output_ready then
            output_valid_register <= not last;
          else
            output_valid_register <= '1';
          end if;
        else
          output_valid_register <= input_valid;
        end if;
      end if;
    end if;
  end process;
end architecture;

library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.digits_bmru_functions.all;

entity digits_bmru_mix_sums is
  port (
    clk            : in  std_logic;
    rst            : in  std_logic;
    input_payload  : in  unsigned(6 downto 0);
    input_ready    : out std_logic;
    input_valid    : in  std_logic;
    output_payload : out unsigned(178 downto 0);
    output_ready   : in  std_logic;
    output_valid   : out std_logic
  );
end entity;

architecture rtl of digits_bmru_mix_sums is
  -- weights: 32 rows of 96 bits
  type weights_rows is array (0 to 31) of unsigned(95 downto 0);
  constant weights : weights_rows := (
     0 => to_unsigned(0, 96),
     1 => x"03B0C0000000EC7C8413F03C",
     2 => to_unsigned(0, 96),
     3 => x"03A080CC4EC018BF00032E80",
     4 => x"C800C6FC1200E00049E06FC8",
     5 => x"078F7204703F040D3EEC5E88",
     6 => x"039FC9100040180F8004100E",
     7 => x"03E07FE830B8E00F790BA03D",
     8 => x"000044E7D27B040EC7000036",
     9 => x"03C28003F000040EC8200039",
    10 => x"001FBDE00C80004F40179E80",
    11 => x"28503507F000D46340000F00",
    12 => x"03D1F8001041F3C10EDCA186",
    13 => x"047FC0000007FC0FC0005D00",
    14 => x"D8C03A004EFD07EF4218413F",
    15 => x"03F2060BD03B000206FFDD79",
    16 => x"042078B3D003F85E4007A0C0",
    17 => x"FB9FC000003F00013CD3E0C0",
    18 => x"23C00000003B00000000003F",
    19 => x"FD338603FFC3120078180140",
    20 => x"002005F40000000EC0040000",
    21 => x"00BFFEF003C6FC0080000EC0",
    22 => x"1400093BE000000E7DE841C2",
    23 => x"FF5E4100903E0B80BED400BD",
    24 => x"0FB0C01BA00003EF00F401FE",
    25 => x"002004000000F80040100E73",
    26 => x"039E011FD02A27F200001EBD",
    27 => x"0800030B500800003D003085",
    28 => x"FC0142E8103E081003044E45",
    29 => x"00400300C1C8000080001000",
    30 => x"000B3D03E084DFD03BD83081",
    31 => x"FC00803000BCF401BFFF8F40"
  );
  -- Registers
  signal closes_sample_1, closes_sample_2, closes_sample_3 : std_logic := '0';
  signal closes_step_1, closes_step_2, closes_step_3 : std_logic := '0';
  signal counts_0 : std_logic := '0';
  signal early : unsigned(3 downto 0) := (others => '0');
  signal factor : unsigned(3 downto 0) := (others => '0');
  signal full : std_logic := '0';
  signal index : unsigned(5 downto 0) := (others => '0');
  signal products : unsigned(143 downto 0) := (others => '0');
  signal read_data : unsigned(95 downto 0) := (others => '0');
  signal row_0 : unsigned(95 downto 0) := (others => '0');
  signal sample : std_logic := '0';
  signal step : std_logic := '0';
  signal sums : unsigned(175 downto 0) := x"011FC3E47D0F91F23E4008FD01A0007D8081F83FC7E0";
  signal valid_1, valid_2, valid_3 : std_logic := '0';
  signal waiting : unsigned(175 downto 0) := (others => '0');
  signal waiting_sample : std_logic := '0';
  signal waiting_step : std_logic := '0';
  signal output_valid_register : std_logic := '0';
  -- Named values
  signal base : unsigned(175 downto 0);
  signal output_payload_end_of_sample : std_logic;
  signal output_payload_end_of_step : std_logic;
  signal taken : std_logic;
  -- Intermediate results
  signal product_1, product_2, product_3, product_4, product_5, product_6, product_7, product_8, product_9,
     product_10, product_11, product_12, product_13, product_14, product_15, product_16 : unsigned(8 downto 0);
  signal term_1, term_2, term_3, term_4 : std_logic;
begin
  -- Combinational logic
  product_1 <= resize(unsigned(signed(row_0(17 downto 12)) * signed(resize(factor, 5))), 9);
  product_2 <= resize(unsigned(signed(row_0(23 downto 18)) * signed(resize(factor, 5))), 9);
  product_3 <= resize(unsigned(signed(row_0(29 downto 24)) * signed(resize(factor, 5))), 9);
  product_4 <= resize(unsigned(signed(row_0(35 downto 30)) * signed(resize(factor, 5))), 9);
  product_5 <= resize(unsigned(signed(row_0(41 downto 36)) * signed(resize(factor, 5))), 9);
  product_6 <= resize(unsigned(signed(row_0(47 downto 42)) * signed(resize(factor, 5))), 9);
  product_7 <= resize(unsigned(signed(row_0(53 downto 48)) * signed(resize(factor, 5))), 9);
  product_8 <= resize(unsigned(signed(row_0(59 downto 54)) * signed(resize(factor, 5))), 9);
  product_9 <= resize(unsigned(signed(row_0(65 downto 60)) * signed(resize(factor, 5))), 9);
  product_10 <= resize(unsigned(signed(row_0(71 downto 66)) * signed(resize(factor, 5))), 9);
  product_11 <= resize(unsigned(signed(row_0(77 downto 72)) * signed(resize(factor, 5))), 9);
  product_12 <= resize(unsigned(signed(row_0(83 downto 78)) * signed(resize(factor, 5))), 9);
  product_13 <= resize(unsigned(signed(row_0(89 downto 84)) * signed(resize(factor, 5))), 9);
  product_14 <= resize(unsigned(signed(row_0(95 downto 90)) * signed(resize(factor, 5))), 9);
  term_1 <= not output_valid_register;
  input_ready <= not full or term_1;
  base <= x"011FC3E47D0F91F23E4008FD01A0007D8081F83FC7E0" when full else sums;
  term_2 <= full and term_1;
  term_3 <= output_valid_register and output_ready;
  taken <= input_valid and input_ready;
  output_payload_end_of_step <= waiting_step and output_valid_register;
  output_payload_end_of_sample <= waiting_sample and output_valid_register;
  term_4 <= input_payload(4) and (index ?< 32);
  product_15 <= resize(unsigned(signed(row_0(5 downto 0)) * signed(resize(factor, 5))), 9);
  product_16 <= resize(unsigned(signed(row_0(11 downto 6)) * signed(resize(factor, 5))), 9);
  output_payload <= output_payload_end_of_sample & output_payload_end_of_step & waiting_step & waiting;
  output_valid <= output_valid_register;

  -- Memories
  process (clk)
  begin
    if rising_edge(clk) then
      if input_ready then
        read_data <= weights(to_integer(index(4 downto 0)));
      end if;
    end if;
  end process;

  -- Registers
  process (clk)
  begin
    if rising_edge(clk) then
      if rst then
        closes_sample_1 <= '0';
        closes_sample_2 <= '0';
        closes_sample_3 <= '0';
        closes_step_1 <= '0';
        closes_step_2 <= '0';
        closes_step_3 <= '0';
        counts_0 <= '0';
        early <= (others => '0');
        factor <= (others => '0');
        full <= '0';
        products <= (others => '0');
        row_0 <= (others => '0');
        sample <= '0';
        step <= '0';
        valid_1 <= '0';
        valid_2 <= '0';
        valid_3 <= '0';
      elsif input_ready then
        closes_sample_1 <= input_payload(6);
        closes_sample_2 <= closes_sample_1;
        closes_sample_3 <= closes_sample_2;
        closes_step_1 <= input_payload(5);
        closes_step_2 <= closes_step_1;
        closes_step_3 <= closes_step_2;
        counts_0 <= taken and term_4;
        early <= input_payload(3 downto 0);
        factor <= early;
        full <= valid_3 and (closes_step_3 or closes_sample_3);
        products <=
          product_14 & product_13 & product_12 & product_11 & product_10 & product_9 & product_8 & product_7 &
          product_6 & product_5 & product_4 & product_3 & product_2 & product_1 & product_16 & product_15;
        if counts_0 then
          row_0 <= read_data;
        else
          row_0 <= (others => '0');
        end if;
        sample <= closes_sample_3;
        step <= closes_step_3;
        valid_1 <= taken;
        valid_2 <= valid_1;
        valid_3 <= valid_2;
      end if;
    end if;
  end process;

  process (clk)
  begin
    if rising_edge(clk) then
      if rst then
        index <= (others => '0');
      elsif taken then
        if input_payload(5) or input_payload(6) then
          index <= (others => '0');
        elsif term_4 then
          index <= index + 1;
        end if;
      end if;
    end if;
  end process;

  process (clk)
  begin
    if rising_edge(clk) then
      if rst then
        sums <= x"011FC3E47D0F91F23E4008FD01A0007D8081F83FC7E0";
      elsif input_ready and (full or valid_3) then
        sums <=
          unsigned(signed(base(175 downto 165)) + signed(products(143 downto 135))) &
          unsigned(signed(base(164 downto 154)) + signed(products(134 downto 126))) &
          unsigned(signed(base(153 downto 143)) + signed(products(125 downto 117))) &
          unsigned(signed(base(142 downto 132)) + signed(products(116 downto 108))) &
          unsigned(signed(base(131 downto 121)) + signed(products(107 downto 99))) &
          unsigned(signed(base(120 downto 110)) + signed(products(98 downto 90))) &
          unsigned(signed(base(109 downto 99)) + signed(products(89 downto 81))) &
          unsigned(signed(base(98 downto 88)) + signed(products(80 downto 72))) &
          unsigned(signed(base(87 downto 77)) + signed(products(71 downto 63))) &
          unsigned(signed(base(76 downto 66)) + signed(products(62 downto 54))) &
          unsigned(signed(base(65 downto 55)) + signed(products(53 downto 45))) &
          unsigned(signed(base(54 downto 44)) + signed(products(44 downto 36))) &
          unsigned(signed(base(43 downto 33)) + signed(products(35 downto 27))) &
          unsigned(signed(base(32 downto 22)) + signed(products(26 downto 18))) &
          unsigned(signed(base(21 downto 11)) + signed(products(17 downto 9))) &
          unsigned(signed(base(10 downto 0)) + signed(products(8 downto 0)));
      end if;
    end if;
  end process;

  process (clk)
  begin
    if rising_edge(clk) then
      if rst then
        waiting <= (others => '0');
        output_valid_register <= '0';
      else
        if term_2 then
          waiting <= sums;
        elsif term_3 then
          waiting <= (others => '0');
        end if;
        if term_2 then
          output_valid_register <= '1';
        elsif term_3 then
          output_valid_register <= output_valid_register xor '1';
        end if;
      end if;
    end if;
  end process;

  process (clk)
  begin
    if rising_edge(clk) then
      if rst then
        waiting_sample <= '0';
        waiting_step <= '0';
      elsif term_2 then
        waiting_sample <= sample;
        waiting_step <= step;
      end if;
    end if;
  end process;
end architecture;

library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.digits_bmru_functions.all;

entity digits_bmru_mix_units is
  port (
    input_payload  : in  unsigned(178 downto 0);
    input_ready    : out std_logic;
    input_valid    : in  std_logic;
    output_payload : out unsigned(146 downto 0);
    output_ready   : in  std_logic;
    output_valid   : out std_logic
  );
end entity;

architecture rtl of digits_bmru_mix_units is
begin
  -- Combinational logic
  output_payload(8 downto 0) <=
    input_payload(8 downto 0) when signed(input_payload(10 downto 0)) > 0 else
    (others => '0');
  output_payload(17 downto 9) <=
    input_payload(19 downto 11) when signed(input_payload(21 downto 11)) > 0 else
    (others => '0');
  output_payload(26 downto 18) <=
    input_payload(30 downto 22) when signed(input_payload(32 downto 22)) > 0 else
    (others => '0');
  output_payload(35 downto 27) <=
    input_payload(41 downto 33) when signed(input_payload(43 downto 33)) > 0 else
    (others => '0');
  output_payload(44 downto 36) <=
    input_payload(52 downto 44) when signed(input_payload(54 downto 44)) > 0 else
    (others => '0');
  output_payload(53 downto 45) <=
    input_payload(63 downto 55) when signed(input_payload(65 downto 55)) > 0 else
    (others => '0');
  output_payload(62 downto 54) <=
    input_payload(74 downto 66) when signed(input_payload(76 downto 66)) > 0 else
    (others => '0');
  output_payload(71 downto 63) <=
    input_payload(85 downto 77) when signed(input_payload(87 downto 77)) > 0 else
    (others => '0');
  output_payload(80 downto 72) <=
    input_payload(96 downto 88) when signed(input_payload(98 downto 88)) > 0 else
    (others => '0');
  output_payload(89 downto 81) <=
    input_payload(107 downto 99) when signed(input_payload(109 downto 99)) > 0 else
    (others => '0');
  output_payload(98 downto 90) <=
    input_payload(118 downto 110) when signed(input_payload(120 downto 110)) > 0 else
    (others => '0');
  output_payload(107 downto 99) <=
    input_payload(129 downto 121) when signed(input_payload(131 downto 121)) > 0 else
    (others => '0');
  output_payload(116 downto 108) <=
    input_payload(140 downto 132) when signed(input_payload(142 downto 132)) > 0 else
    (others => '0');
  output_payload(125 downto 117) <=
    input_payload(151 downto 143) when signed(input_payload(153 downto 143)) > 0 else
    (others => '0');
  output_payload(134 downto 126) <=
    input_payload(162 downto 154) when signed(input_payload(164 downto 154)) > 0 else
    (others => '0');
  output_payload(143 downto 135) <=
    input_payload(173 downto 165) when signed(input_payload(175 downto 165)) > 0 else
    (others => '0');
  input_ready <= output_ready;
  output_payload(146 downto 144) <= input_payload(178 downto 176);
  output_valid <= input_valid;
end architecture;

library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.digits_bmru_functions.all;

entity digits_bmru_mix is
  port (
    clk            : in  std_logic;
    rst            : in  std_logic;
    input_payload  : in  unsigned(6 downto 0);
    input_ready    : out std_logic;
    input_valid    : in  std_logic;
    output_payload : out unsigned(11 downto 0);
    output_ready   : in  std_logic;
    output_valid   : out std_logic
  );
end entity;

architecture rtl of digits_bmru_mix is
  -- Named values
  signal sender_input_payload : unsigned(146 downto 0);
  signal sender_input_ready : std_logic;
  signal sender_input_valid : std_logic;
  signal sums_output_payload : unsigned(178 downto 0);
  signal sums_output_ready : std_logic;
  signal sums_output_valid : std_logic;
begin
  -- Instances
  sender : entity work.digits_bmru_mix_sender
    port map (
      clk => clk,
      rst => rst,
      input_payload => sender_input_payload,
      input_ready => sender_input_ready,
      input_valid => sender_input_valid,
      output_payload => output_payload,
      output_ready => output_ready,
      output_valid => output_valid
    );

  sums : entity work.digits_bmru_mix_sums
    port map (
      clk => clk,
      rst => rst,
      input_payload => input_payload,
      input_ready => input_ready,
      input_valid => input_valid,
      output_payload => sums_output_payload,
      output_ready => sums_output_ready,
      output_valid => sums_output_valid
    );

  units_2 : entity work.digits_bmru_mix_units
    port map (
      input_payload => sums_output_payload,
      input_ready => sums_output_ready,
      input_valid => sums_output_valid,
      output_payload => sender_input_payload,
      output_ready => sender_input_ready,
      output_valid => sender_input_valid
    );
end architecture;

library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.digits_bmru_functions.all;

entity digits_bmru_readout_sender is
  port (
    clk            : in  std_logic;
    rst            : in  std_logic;
    input_payload  : in  unsigned(162 downto 0);
    input_ready    : out std_logic;
    input_valid    : in  std_logic;
    output_payload : out unsigned(18 downto 0);
    output_ready   : in  std_logic;
    output_valid   : out std_logic
  );
end entity;

architecture rtl of digits_bmru_readout_sender is
  -- Registers
  signal closes_step : std_logic := '0';
  signal left : unsigned(3 downto 0) := (others => '0');
  signal sample : std_logic := '0';
  signal step : std_logic := '0';
  signal values : unsigned(159 downto 0) := (others => '0');
  signal output_valid_register : std_logic := '0';
  -- Named values
  signal last : std_logic;
  signal output_payload_end_of_sample : std_logic;
  signal output_payload_end_of_step : std_logic;
  -- Intermediate results
  signal difference_1 : unsigned(3 downto 0);
  signal choice_1 : unsigned(3 downto 0);
begin
  -- Combinational logic
  last <= (left ?= 0) or not step;
  input_ready <= not output_valid_register;
  output_payload_end_of_step <= last and closes_step;
  output_payload_end_of_sample <= last and sample;
  difference_1 <= left - 1;
  choice_1 <= choose(output_ready, difference_1, left) when output_valid_register else "1001";
  output_payload <= output_payload_end_of_sample & output_payload_end_of_step & step & values(15 downto 0);
  output_valid <= output_valid_register;

  -- Registers
  process (clk)
  begin
    if rising_edge(clk) then
      if rst then
        closes_step <= '0';
        sample <= '0';
        step <= '0';
      elsif not output_valid_register then
        closes_step <= input_payload(161);
        sample <= input_payload(162);
        step <= input_payload(160);
      end if;
    end if;
  end process;

  process (clk)
  begin
    if rising_edge(clk) then
      if rst then
        left(0) <= '0';
        left(3) <= '0';
        values <= (others => '0');
        output_valid_register <= '0';
      else
        left(0) <= choice_1(0);
        left(3) <= choice_1(3);
        if output_valid_register then
          if output_ready then
            values <= resize(values(159 downto 16), 160);
          end if;
        else
          values <= input_payload(159 downto 0);
        end if;
        if output_valid_register then
          if output_ready then
            output_valid_register <= not last;
          else
            output_valid_register <= '1';
          end if;
        else
          output_valid_register <= input_valid;
        end if;
      end if;
    end if;
  end process;

  process (clk)
  begin
    if rising_edge(clk) then
      if not output_valid_register or rst then
        left(2 downto 1) <= (others => '0');
      elsif output_ready then
        left(2 downto 1) <= difference_1(2 downto 1);
      end if;
    end if;
  end process;
end architecture;

library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.digits_bmru_functions.all;

entity digits_bmru_readout_sums is
  port (
    clk            : in  std_logic;
    rst            : in  std_logic;
    input_payload  : in  unsigned(11 downto 0);
    input_ready    : out std_logic;
    input_valid    : in  std_logic;
    output_payload : out unsigned(162 downto 0);
    output_ready   : in  std_logic;
    output_valid   : out std_logic
  );
end entity;

architecture rtl of digits_bmru_readout_sums is
  -- weights: 16 rows of 60 bits
  type weights_rows is array (0 to 15) of unsigned(59 downto 0);
  constant weights : weights_rows := (
     0 => x"0BE1BD007007FF4",
     1 => x"005DC01BD03F0BD",
     2 => x"0FFF800C4FB8F08",
     3 => x"279000002F84F00",
     4 => x"07D0000BCFC0300",
     5 => x"0C9EFFF40002C85",
     6 => x"F42E4BE0BD38243",
     7 => x"0400C4031F80037",
     8 => x"F8000923E00003C",
     9 => x"004EC0F80002DC5",
    10 => x"F43000F7E1C01FF",
    11 => x"03EF48F43DC6D84",
    12 => x"0000000001F8D45",
    13 => x"06F031140144FFA",
    14 => x"F803000C0FFEE02",
    15 => x"00003FF80006200"
  );
  -- Registers
  signal closes_sample_1, closes_sample_2, closes_sample_3 : std_logic := '0';
  signal closes_step_1, closes_step_2, closes_step_3 : std_logic := '0';
  signal counts_0 : std_logic := '0';
  signal early : unsigned(8 downto 0) := (others => '0');
  signal factor : unsigned(8 downto 0) := (others => '0');
  signal full : std_logic := '0';
  signal index : unsigned(4 downto 0) := (others => '0');
  signal products : unsigned(149 downto 0) := (others => '0');
  signal read_data : unsigned(59 downto 0) := (others => '0');
  signal row_0 : unsigned(59 downto 0) := (others => '0');
  signal sample : std_logic := '0';
  signal step : std_logic := '0';
  signal sums : unsigned(159 downto 0) := x"000000000040FF40FF40FFC0000000000180FE80";
  signal valid_1, valid_2, valid_3 : std_logic := '0';
  signal waiting : unsigned(159 downto 0) := (others => '0');
  signal waiting_sample : std_logic := '0';
  signal waiting_step : std_logic := '0';
  signal output_valid_register : std_logic := '0';
  -- Named values
  signal base : unsigned(159 downto 0);
  signal output_payload_end_of_sample : std_logic;
  signal output_payload_end_of_step : std_logic;
  signal taken : std_logic;
  -- Intermediate results
  signal term_1, term_2, term_3, term_4 : std_logic;
  signal product_1, product_2, product_3, product_4, product_5, product_6, product_7, product_8, product_9,
     product_10 : unsigned(14 downto 0);
begin
  -- Combinational logic
  base <= x"000000000040FF40FF40FFC0000000000180FE80" when full else sums;
  term_1 <= not output_valid_register;
  term_2 <= full and term_1;
  term_3 <= output_valid_register and output_ready;
  input_ready <= not full or term_1;
  taken <= input_valid and input_ready;
  output_payload_end_of_step <= waiting_step and output_valid_register;
  output_payload_end_of_sample <= waiting_sample and output_valid_register;
  term_4 <= input_payload(9) and (index ?< 16);
  product_1 <= resize(unsigned(signed(row_0(5 downto 0)) * signed(resize(factor, 10))), 15);
  product_2 <= resize(unsigned(signed(row_0(11 downto 6)) * signed(resize(factor, 10))), 15);
  product_3 <= resize(unsigned(signed(row_0(17 downto 12)) * signed(resize(factor, 10))), 15);
  product_4 <= resize(unsigned(signed(row_0(23 downto 18)) * signed(resize(factor, 10))), 15);
  product_5 <= resize(unsigned(signed(row_0(29 downto 24)) * signed(resize(factor, 10))), 15);
  product_6 <= resize(unsigned(signed(row_0(35 downto 30)) * signed(resize(factor, 10))), 15);
  product_7 <= resize(unsigned(signed(row_0(41 downto 36)) * signed(resize(factor, 10))), 15);
  product_8 <= resize(unsigned(signed(row_0(47 downto 42)) * signed(resize(factor, 10))), 15);
  product_9 <= resize(unsigned(signed(row_0(53 downto 48)) * signed(resize(factor, 10))), 15);
  product_10 <= resize(unsigned(signed(row_0(59 downto 54)) * signed(resize(factor, 10))), 15);
  output_payload <= output_payload_end_of_sample & output_payload_end_of_step & waiting_step & waiting;
  output_valid <= output_valid_register;

  -- Memories
  process (clk)
  begin
    if rising_edge(clk) then
      if input_ready then
        read_data <= weights(to_integer(index(3 downto 0)));
      end if;
    end if;
  end process;

  -- Registers
  process (clk)
  begin
    if rising_edge(clk) then
      if rst then
        closes_sample_1 <= '0';
        closes_sample_2 <= '0';
        closes_sample_3 <= '0';
        closes_step_1 <= '0';
        closes_step_2 <= '0';
        closes_step_3 <= '0';
        counts_0 <= '0';
        early <= (others => '0');
        factor <= (others => '0');
        full <= '0';
        products <= (others => '0');
        row_0 <= (others => '0');
        sample <= '0';
        step <= '0';
        valid_1 <= '0';
        valid_2 <= '0';
        valid_3 <= '0';
      elsif input_ready then
        closes_sample_1 <= input_payload(11);
        closes_sample_2 <= closes_sample_1;
        closes_sample_3 <= closes_sample_2;
        closes_step_1 <= input_payload(10);
        closes_step_2 <= closes_step_1;
        closes_step_3 <= closes_step_2;
        counts_0 <= taken and term_4;
        early <= input_payload(8 downto 0);
        factor <= early;
        full <= valid_3 and (closes_step_3 or closes_sample_3);
        products <=
          product_10 & product_9 & product_8 & product_7 & product_6 & product_5 & product_4 & product_3 & product_2 &
          product_1;
        if counts_0 then
          row_0 <= read_data;
        else
          row_0 <= (others => '0');
        end if;
        sample <= closes_sample_3;
        step <= closes_step_3;
        valid_1 <= taken;
        valid_2 <= valid_1;
        valid_3 <= valid_2;
      end if;
    end if;
  end process;

  process (clk)
  begin
    if rising_edge(clk) then
      if rst then
        index <= (others => '0');
      elsif taken then
        if input_payload(10) or input_payload(11) then
          index <= (others => '0');
        elsif term_4 then
          index <= index + 1;
        end if;
      end if;
    end if;
  end process;

  process (clk)
  begin
    if rising_edge(clk) then
      if rst then
        sums <= x"000000000040FF40FF40FFC0000000000180FE80";
      elsif input_ready and (full or valid_3) then
        sums <=
          unsigned(signed(base(159 downto 144)) + signed(products(149 downto 135))) &
          unsigned(signed(base(143 downto 128)) + signed(products(134 downto 120))) &
          unsigned(signed(base(127 downto 112)) + signed(products(119 downto 105))) &
          unsigned(signed(base(111 downto 96)) + signed(products(104 downto 90))) &
          unsigned(signed(base(95 downto 80)) + signed(products(89 downto 75))) &
          unsigned(signed(base(79 downto 64)) + signed(products(74 downto 60))) &
          unsigned(signed(base(63 downto 48)) + signed(products(59 downto 45))) &
          unsigned(signed(base(47 downto 32)) + signed(products(44 downto 30))) &
          unsigned(signed(base(31 downto 16)) + signed(products(29 downto 15))) &
          unsigned(signed(base(15 downto 0)) + signed(products(14 downto 0)));
      end if;
    end if;
  end process;

  process (clk)
  begin
    if rising_edge(clk) then
      if rst then
        waiting <= (others => '0');
        output_valid_register <= '0';
      else
        if term_2 then
          waiting <= sums;
        elsif term_3 then
          waiting <= (others => '0');
        end if;
        if term_2 then
          output_valid_register <= '1';
        elsif term_3 then
          output_valid_register <= output_valid_register xor '1';
        end if;
      end if;
    end if;
  end process;

  process (clk)
  begin
    if rising_edge(clk) then
      if rst then
        waiting_sample <= '0';
        waiting_step <= '0';
      elsif term_2 then
        waiting_sample <= sample;
        waiting_step <= step;
      end if;
    end if;
  end process;
end architecture;

library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.digits_bmru_functions.all;

entity digits_bmru_readout is
  port (
    clk            : in  std_logic;
    rst            : in  std_logic;
    input_payload  : in  unsigned(11 downto 0);
    input_ready    : out std_logic;
    input_valid    : in  std_logic;
    output_payload : out unsigned(18 downto 0);
    output_ready   : in  std_logic;
    output_valid   : out std_logic
  );
end entity;

architecture rtl of digits_bmru_readout is
  -- Named values
  signal sender_input_payload : unsigned(162 downto 0);
  signal sender_input_ready : std_logic;
  signal sender_input_valid : std_logic;
begin
  -- Instances
  sender : entity work.digits_bmru_readout_sender
    port map (
      clk => clk,
      rst => rst,
      input_payload => sender_input_payload,
      input_ready => sender_input_ready,
      input_valid => sender_input_valid,
      output_payload => output_payload,
      output_ready => output_ready,
      output_valid => output_valid
    );

  sums : entity work.digits_bmru_readout_sums
    port map (
      clk => clk,
      rst => rst,
      input_payload => input_payload,
      input_ready => input_ready,
      input_valid => input_valid,
      output_payload => sender_input_payload,
      output_ready => sender_input_ready,
      output_valid => sender_input_valid
    );
end architecture;

library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.digits_bmru_functions.all;

entity digits_bmru is
  port (
    clk            : in  std_logic;
    rst            : in  std_logic;
    input_payload  : in  std_logic_vector(7 downto 0);
    input_ready    : out std_logic;
    input_valid    : in  std_logic;
    output_payload : out std_logic_vector(263 downto 0);
    output_ready   : in  std_logic;
    output_valid   : out std_logic
  );
end entity;

architecture rtl of digits_bmru is
  -- Named values
  signal decision_input_payload : unsigned(18 downto 0);
  signal decision_input_ready : std_logic;
  signal decision_input_valid : std_logic;
  signal memory_output_payload : unsigned(6 downto 0);
  signal memory_output_ready : std_logic;
  signal memory_output_valid : std_logic;
  signal mix_output_payload : unsigned(11 downto 0);
  signal mix_output_ready : std_logic;
  signal mix_output_valid : std_logic;
begin
  -- Instances
  decision : entity work.digits_bmru_decision
    port map (
      clk => clk,
      rst => rst,
      input_payload => decision_input_payload,
      input_ready => decision_input_ready,
      input_valid => decision_input_valid,
      std_logic_vector(output_payload) => output_payload,
      output_ready => output_ready,
      output_valid => output_valid
    );

  memory : entity work.digits_bmru_memory
    port map (
      clk => clk,
      rst => rst,
      input_payload => unsigned(input_payload),
      input_ready => input_ready,
      input_valid => input_valid,
      output_payload => memory_output_payload,
      output_ready => memory_output_ready,
      output_valid => memory_output_valid
    );

  mix : entity work.digits_bmru_mix
    port map (
      clk => clk,
      rst => rst,
      input_payload => memory_output_payload,
      input_ready => memory_output_ready,
      input_valid => memory_output_valid,
      output_payload => mix_output_payload,
      output_ready => mix_output_ready,
      output_valid => mix_output_valid
    );

  readout : entity work.digits_bmru_readout
    port map (
      clk => clk,
      rst => rst,
      input_payload => mix_output_payload,
      input_ready => mix_output_ready,
      input_valid => mix_output_valid,
      output_payload => decision_input_payload,
      output_ready => decision_input_ready,
      output_valid => decision_input_valid
    );
end architecture;
