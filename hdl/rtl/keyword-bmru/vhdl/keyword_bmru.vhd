-- codesign 0.1.0
-- model keyword-bmru sha256:9dda0b08b98e4bda540f0816e0af879f38a97fbd53134f1b0736f6d6ffcf61a1
-- configuration {"events_per_cycle": 8, "fold_black_frames": true, "longest_sample": 1024, "serial_sums": false, "units_per_cycle": 32}
-- seed none
--
-- keyword_bmru: clk, synchronous reset rst (active high), and two streams.
-- An item moves at a rising edge of clk at which valid and ready are both 1.
--
-- input_payload, least significant field first:
--   value          7 bits unsigned, from bit 0
--   present        1 bits unsigned, from bit 7
--   end_of_step    1 bits unsigned, from bit 8
--   end_of_sample  1 bits unsigned, from bit 9
--
-- output_payload, least significant field first:
--   decision       1 bits unsigned, from bit 0
--   scores         2 x 26 bits signed, from bit 1
--
-- Input: an item with present = 1 carries the value of the next input;
-- end_of_step and end_of_sample close the step and the sample after it. A sample without steps is one item with
-- end_of_sample alone.
-- Output: one item per sample; decision is one of ["rest", "zero"].
-- Layers, as instances of their names: input (linear, 13 to 4), memory1 (fq_bmru, 4 to 4), mix1 (linear, 4 to 4), memory2 (fq_bmru, 4 to 4), mix2 (linear, 4 to 4), readout (linear, 4 to 2)
-- Skip connections, as instances: skip_mix1 (adds input), skip_mix2 (adds mix1)
-- The states of a layer are registers of <layer>.units; they show one group of units after the other, each
-- while group_done of that module is 1: input 1 x 4, memory1 1 x 4, mix1 1 x 4, memory2 1 x 4, mix2 1 x 4, readout 1 x 2

library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;

package keyword_bmru_functions is
  -- An if in an expression.
  function choose(condition, yes, no : std_logic) return std_logic;
  function choose(condition : std_logic; yes, no : unsigned) return unsigned;
  function choose(condition : std_logic; yes, no : signed) return signed;
  -- A bit as a number of width bits.
  function extend(value : std_logic; width : positive) return unsigned;
end package;

package body keyword_bmru_functions is
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

  function extend(value : std_logic; width : positive) return unsigned is
  begin
    return resize(unsigned'(0 => value), width);
  end function;
end package body;

library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.keyword_bmru_functions.all;

entity keyword_bmru_decision_accumulator is
  port (
    clk            : in  std_logic;
    rst            : in  std_logic;
    input_payload  : in  unsigned(18 downto 0);
    input_ready    : out std_logic;
    input_valid    : in  std_logic;
    output_payload : out unsigned(51 downto 0);
    output_ready   : in  std_logic;
    output_valid   : out std_logic
  );
end entity;

architecture rtl of keyword_bmru_decision_accumulator is
  -- Registers
  signal output_payload_register : unsigned(51 downto 0) := (others => '0');
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
        output_payload_register <= unsigned(total) & output_payload_register(51 downto 26);
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
use work.keyword_bmru_functions.all;

entity keyword_bmru_decision_argmax is
  port (
    clk            : in  std_logic;
    rst            : in  std_logic;
    input_payload  : in  unsigned(51 downto 0);
    input_ready    : out std_logic;
    input_valid    : in  std_logic;
    output_payload : out unsigned(52 downto 0);
    output_ready   : in  std_logic;
    output_valid   : out std_logic
  );
end entity;

architecture rtl of keyword_bmru_decision_argmax is
  -- Registers
  signal best : signed(25 downto 0) := (others => '0');
  signal busy : std_logic := '0';
  signal index : std_logic := '0';
  signal tally : unsigned(51 downto 0) := (others => '0');
  signal output_payload_register : unsigned(52 downto 0) := (others => '0');
  signal output_valid_register : std_logic := '0';
  -- Intermediate results
  signal term_1, term_2 : std_logic;
  signal choice_1 : std_logic;
begin
  -- Combinational logic
  input_ready <= not busy and not output_valid_register;
  term_1 <= input_valid and input_ready;
  term_2 <= not index or (signed(tally(25 downto 0)) ?> best);
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
        index <= '0';
        tally(25 downto 0) <= (others => '0');
      else
        if busy then
          if index then
            busy <= '0';
          else
            busy <= choice_1;
          end if;
        else
          busy <= choice_1;
        end if;
        if busy then
          index <= index xor '1';
        elsif term_1 then
          index <= '0';
        end if;
        if busy then
          tally(25 downto 0) <= tally(51 downto 26);
        elsif term_1 then
          tally(25 downto 0) <= input_payload(25 downto 0);
        end if;
      end if;
    end if;
  end process;

  process (clk)
  begin
    if rising_edge(clk) then
      if busy or rst then
        tally(51 downto 26) <= (others => '0');
      elsif term_1 then
        tally(51 downto 26) <= input_payload(51 downto 26);
      end if;
    end if;
  end process;

  process (clk)
  begin
    if rising_edge(clk) then
      if rst then
        output_payload_register(0) <= '0';
      elsif busy and term_2 then
        output_payload_register(0) <= index;
      end if;
    end if;
  end process;

  process (clk)
  begin
    if rising_edge(clk) then
      if rst then
        output_payload_register(52 downto 1) <= (others => '0');
      elsif busy then
        output_payload_register(52 downto 1) <= tally(25 downto 0) & output_payload_register(52 downto 27);
      end if;
    end if;
  end process;

  process (clk)
  begin
    if rising_edge(clk) then
      if (output_valid_register and output_ready) or rst then
        output_valid_register <= '0';
      elsif busy and index then
        output_valid_register <= '1';
      end if;
    end if;
  end process;
end architecture;

library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.keyword_bmru_functions.all;

entity keyword_bmru_decision is
  port (
    clk            : in  std_logic;
    rst            : in  std_logic;
    input_payload  : in  unsigned(18 downto 0);
    input_ready    : out std_logic;
    input_valid    : in  std_logic;
    output_payload : out unsigned(52 downto 0);
    output_ready   : in  std_logic;
    output_valid   : out std_logic
  );
end entity;

architecture rtl of keyword_bmru_decision is
  -- Named values
  signal accumulator_output_payload : unsigned(51 downto 0);
  signal accumulator_output_ready : std_logic;
  signal accumulator_output_valid : std_logic;
begin
  -- Instances
  accumulator : entity work.keyword_bmru_decision_accumulator
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

  argmax : entity work.keyword_bmru_decision_argmax
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
use work.keyword_bmru_functions.all;

entity keyword_bmru_input_sender is
  port (
    clk            : in  std_logic;
    rst            : in  std_logic;
    input_payload  : in  unsigned(46 downto 0);
    input_ready    : out std_logic;
    input_valid    : in  std_logic;
    output_payload : out unsigned(13 downto 0);
    output_ready   : in  std_logic;
    output_valid   : out std_logic
  );
end entity;

architecture rtl of keyword_bmru_input_sender is
  -- Registers
  signal closes_step : std_logic := '0';
  signal left : unsigned(1 downto 0) := (others => '0');
  signal sample : std_logic := '0';
  signal step : std_logic := '0';
  signal values : unsigned(43 downto 0) := (others => '0');
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
  output_payload <= output_payload_end_of_sample & output_payload_end_of_step & step & values(10 downto 0);
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
        closes_step <= input_payload(45);
        sample <= input_payload(46);
        step <= input_payload(44);
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
          left <= "11";
        end if;
        if output_valid_register then
          if output_ready then
            values <= resize(values(43 downto 11), 44);
          end if;
        else
          values <= input_payload(43 downto 0);
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
use work.keyword_bmru_functions.all;

entity keyword_bmru_input_sums is
  port (
    clk            : in  std_logic;
    rst            : in  std_logic;
    input_payload  : in  unsigned(9 downto 0);
    input_ready    : out std_logic;
    input_valid    : in  std_logic;
    output_payload : out unsigned(50 downto 0);
    output_ready   : in  std_logic;
    output_valid   : out std_logic
  );
end entity;

architecture rtl of keyword_bmru_input_sums is
  -- weights: 13 rows of 20 bits
  type weights_rows is array (0 to 15) of unsigned(19 downto 0);
  constant weights : weights_rows := (
     0 => x"DFBE0",
     1 => x"47847",
     2 => x"30834",
     3 => x"404E0",
     4 => x"F6441",
     5 => x"02FE1",
     6 => x"E1AA0",
     7 => x"E87E0",
     8 => x"107E7",
     9 => x"0F6E5",
    10 => x"077F7",
    11 => x"1883E",
    12 => x"F73E0",
    others => (others => '0')
  );
  -- Registers
  signal closes_sample_1, closes_sample_2, closes_sample_3 : std_logic := '0';
  signal closes_step_1, closes_step_2, closes_step_3 : std_logic := '0';
  signal counts_0 : std_logic := '0';
  signal early : unsigned(6 downto 0) := (others => '0');
  signal factor : unsigned(6 downto 0) := (others => '0');
  signal full : std_logic := '0';
  signal index : unsigned(3 downto 0) := (others => '0');
  signal products : unsigned(43 downto 0) := (others => '0');
  signal read_data : unsigned(19 downto 0) := (others => '0');
  signal row_0 : unsigned(19 downto 0) := (others => '0');
  signal sample : std_logic := '0';
  signal step : std_logic := '0';
  signal sums : unsigned(47 downto 0) := x"F800800C0000";
  signal valid_1, valid_2, valid_3 : std_logic := '0';
  signal waiting : unsigned(47 downto 0) := (others => '0');
  signal waiting_sample : std_logic := '0';
  signal waiting_step : std_logic := '0';
  signal output_valid_register : std_logic := '0';
  -- Named values
  signal base : unsigned(47 downto 0);
  signal output_payload_end_of_sample : std_logic;
  signal output_payload_end_of_step : std_logic;
  signal taken : std_logic;
  -- Intermediate results
  signal term_1, term_2, term_3, term_4 : std_logic;
  signal product_1, product_2, product_3, product_4 : unsigned(10 downto 0);
begin
  -- Combinational logic
  term_1 <= not output_valid_register;
  input_ready <= not full or term_1;
  taken <= input_valid and input_ready;
  base <= x"F800800C0000" when full else sums;
  output_payload_end_of_step <= waiting_step and output_valid_register;
  output_payload_end_of_sample <= waiting_sample and output_valid_register;
  term_2 <= input_payload(7) and (index ?< 13);
  product_1 <= resize(unsigned(signed(row_0(4 downto 0)) * signed(resize(factor, 8))), 11);
  product_2 <= resize(unsigned(signed(row_0(9 downto 5)) * signed(resize(factor, 8))), 11);
  product_3 <= resize(unsigned(signed(row_0(14 downto 10)) * signed(resize(factor, 8))), 11);
  product_4 <= resize(unsigned(signed(row_0(19 downto 15)) * signed(resize(factor, 8))), 11);
  term_3 <= full and term_1;
  term_4 <= output_valid_register and output_ready;
  output_payload <= output_payload_end_of_sample & output_payload_end_of_step & waiting_step & waiting;
  output_valid <= output_valid_register;

  -- Memories
  process (clk)
  begin
    if rising_edge(clk) then
      if input_ready then
        read_data <= weights(to_integer(index));
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
        closes_sample_1 <= input_payload(9);
        closes_sample_2 <= closes_sample_1;
        closes_sample_3 <= closes_sample_2;
        closes_step_1 <= input_payload(8);
        closes_step_2 <= closes_step_1;
        closes_step_3 <= closes_step_2;
        counts_0 <= taken and term_2;
        early <= input_payload(6 downto 0);
        factor <= early;
        full <= valid_3 and (closes_step_3 or closes_sample_3);
        products <= product_4 & product_3 & product_2 & product_1;
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
        if input_payload(8) or input_payload(9) then
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
        sums <= x"F800800C0000";
      elsif input_ready and (full or valid_3) then
        sums <=
          unsigned(signed(base(47 downto 36)) + signed(products(43 downto 33))) &
          unsigned(signed(base(35 downto 24)) + signed(products(32 downto 22))) &
          unsigned(signed(base(23 downto 12)) + signed(products(21 downto 11))) &
          unsigned(signed(base(11 downto 0)) + signed(products(10 downto 0)));
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
use work.keyword_bmru_functions.all;

entity keyword_bmru_input_units is
  port (
    input_payload  : in  unsigned(50 downto 0);
    input_ready    : out std_logic;
    input_valid    : in  std_logic;
    output_payload : out unsigned(46 downto 0);
    output_ready   : in  std_logic;
    output_valid   : out std_logic
  );
end entity;

architecture rtl of keyword_bmru_input_units is
begin
  -- Combinational logic
  output_payload(10 downto 0) <=
    input_payload(10 downto 0) when signed(input_payload(11 downto 0)) > 0 else
    (others => '0');
  output_payload(21 downto 11) <=
    input_payload(22 downto 12) when signed(input_payload(23 downto 12)) > 0 else
    (others => '0');
  output_payload(32 downto 22) <=
    input_payload(34 downto 24) when signed(input_payload(35 downto 24)) > 0 else
    (others => '0');
  output_payload(43 downto 33) <=
    input_payload(46 downto 36) when signed(input_payload(47 downto 36)) > 0 else
    (others => '0');
  input_ready <= output_ready;
  output_payload(46 downto 44) <= input_payload(50 downto 48);
  output_valid <= input_valid;
end architecture;

library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.keyword_bmru_functions.all;

entity keyword_bmru_input is
  port (
    clk            : in  std_logic;
    rst            : in  std_logic;
    input_payload  : in  unsigned(9 downto 0);
    input_ready    : out std_logic;
    input_valid    : in  std_logic;
    output_payload : out unsigned(13 downto 0);
    output_ready   : in  std_logic;
    output_valid   : out std_logic
  );
end entity;

architecture rtl of keyword_bmru_input is
  -- Named values
  signal sender_input_payload : unsigned(46 downto 0);
  signal sender_input_ready : std_logic;
  signal sender_input_valid : std_logic;
  signal sums_output_payload : unsigned(50 downto 0);
  signal sums_output_ready : std_logic;
  signal sums_output_valid : std_logic;
begin
  -- Instances
  sender : entity work.keyword_bmru_input_sender
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

  sums : entity work.keyword_bmru_input_sums
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

  units_2 : entity work.keyword_bmru_input_units
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
use work.keyword_bmru_functions.all;

entity keyword_bmru_memory1_sender is
  port (
    clk            : in  std_logic;
    rst            : in  std_logic;
    input_payload  : in  unsigned(18 downto 0);
    input_ready    : out std_logic;
    input_valid    : in  std_logic;
    output_payload : out unsigned(6 downto 0);
    output_ready   : in  std_logic;
    output_valid   : out std_logic
  );
end entity;

architecture rtl of keyword_bmru_memory1_sender is
  -- Registers
  signal closes_step : std_logic := '0';
  signal left : unsigned(1 downto 0) := (others => '0');
  signal sample : std_logic := '0';
  signal step : std_logic := '0';
  signal values : unsigned(15 downto 0) := (others => '0');
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
        closes_step <= input_payload(17);
        sample <= input_payload(18);
        step <= input_payload(16);
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
          left <= "11";
        end if;
        if output_valid_register then
          if output_ready then
            values <= resize(values(15 downto 4), 16);
          end if;
        else
          values <= input_payload(15 downto 0);
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
use work.keyword_bmru_functions.all;

entity keyword_bmru_memory1_sums is
  port (
    clk            : in  std_logic;
    rst            : in  std_logic;
    input_payload  : in  unsigned(13 downto 0);
    input_ready    : out std_logic;
    input_valid    : in  std_logic;
    output_payload : out unsigned(66 downto 0);
    output_ready   : in  std_logic;
    output_valid   : out std_logic
  );
end entity;

architecture rtl of keyword_bmru_memory1_sums is
  -- weights: 4 rows of 20 bits
  type weights_rows is array (0 to 3) of unsigned(19 downto 0);
  constant weights : weights_rows := (
    0 => x"287E0",
    1 => x"00300",
    2 => x"F06C0",
    3 => x"A04E0"
  );
  -- Registers
  signal closes_sample_1, closes_sample_2, closes_sample_3 : std_logic := '0';
  signal closes_step_1, closes_step_2, closes_step_3 : std_logic := '0';
  signal counts_0 : std_logic := '0';
  signal early : unsigned(10 downto 0) := (others => '0');
  signal factor : unsigned(10 downto 0) := (others => '0');
  signal full : std_logic := '0';
  signal index : unsigned(2 downto 0) := (others => '0');
  signal products : unsigned(63 downto 0) := (others => '0');
  signal read_data : unsigned(19 downto 0) := (others => '0');
  signal row_0 : unsigned(19 downto 0) := (others => '0');
  signal sample : std_logic := '0';
  signal step : std_logic := '0';
  signal sums : unsigned(63 downto 0) := x"0100020002000400";
  signal valid_1, valid_2, valid_3 : std_logic := '0';
  signal waiting : unsigned(63 downto 0) := (others => '0');
  signal waiting_sample : std_logic := '0';
  signal waiting_step : std_logic := '0';
  signal output_valid_register : std_logic := '0';
  -- Named values
  signal base : unsigned(63 downto 0);
  signal output_payload_end_of_sample : std_logic;
  signal output_payload_end_of_step : std_logic;
  signal taken : std_logic;
  -- Intermediate results
  signal term_1, term_2, term_3, term_4 : std_logic;
  signal product_1, product_2, product_3, product_4 : unsigned(15 downto 0);
begin
  -- Combinational logic
  term_1 <= not output_valid_register;
  input_ready <= not full or term_1;
  taken <= input_valid and input_ready;
  base <= x"0100020002000400" when full else sums;
  output_payload_end_of_step <= waiting_step and output_valid_register;
  output_payload_end_of_sample <= waiting_sample and output_valid_register;
  term_2 <= input_payload(11) and (index ?< 4);
  product_1 <= resize(unsigned(signed(row_0(4 downto 0)) * signed(resize(factor, 12))), 16);
  product_2 <= resize(unsigned(signed(row_0(9 downto 5)) * signed(resize(factor, 12))), 16);
  product_3 <= resize(unsigned(signed(row_0(14 downto 10)) * signed(resize(factor, 12))), 16);
  product_4 <= resize(unsigned(signed(row_0(19 downto 15)) * signed(resize(factor, 12))), 16);
  term_3 <= full and term_1;
  term_4 <= output_valid_register and output_ready;
  output_payload <= output_payload_end_of_sample & output_payload_end_of_step & waiting_step & waiting;
  output_valid <= output_valid_register;

  -- Memories
  process (clk)
  begin
    if rising_edge(clk) then
      if input_ready then
        read_data <= weights(to_integer(index(1 downto 0)));
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
        closes_sample_1 <= input_payload(13);
        closes_sample_2 <= closes_sample_1;
        closes_sample_3 <= closes_sample_2;
        closes_step_1 <= input_payload(12);
        closes_step_2 <= closes_step_1;
        closes_step_3 <= closes_step_2;
        counts_0 <= taken and term_2;
        early <= input_payload(10 downto 0);
        factor <= early;
        full <= valid_3 and (closes_step_3 or closes_sample_3);
        products <= product_4 & product_3 & product_2 & product_1;
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
        if input_payload(12) or input_payload(13) then
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
        sums <= x"0100020002000400";
      elsif input_ready and (full or valid_3) then
        sums <=
          unsigned(signed(base(63 downto 48)) + signed(products(63 downto 48))) &
          unsigned(signed(base(47 downto 32)) + signed(products(47 downto 32))) &
          unsigned(signed(base(31 downto 16)) + signed(products(31 downto 16))) &
          unsigned(signed(base(15 downto 0)) + signed(products(15 downto 0)));
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
use work.keyword_bmru_functions.all;

entity keyword_bmru_memory1_units is
  port (
    clk            : in  std_logic;
    rst            : in  std_logic;
    input_payload  : in  unsigned(66 downto 0);
    input_ready    : out std_logic;
    input_valid    : in  std_logic;
    output_payload : out unsigned(18 downto 0);
    output_ready   : in  std_logic;
    output_valid   : out std_logic
  );
end entity;

architecture rtl of keyword_bmru_memory1_units is
  -- Registers
  signal fresh : std_logic := '1';
  signal group_done : std_logic := '0';
  signal state : unsigned(3 downto 0) := (others => '0');
  signal output_payload_register : unsigned(18 downto 0) := (others => '0');
  signal output_valid_register : std_logic := '0';
  -- Named values
  signal accept : std_logic;
  signal state_0, state_1, state_2, state_3 : std_logic;
  signal updated : std_logic;
begin
  -- Combinational logic
  input_ready <= not output_valid_register or output_ready;
  accept <= input_valid and input_ready;
  state_0 <=
    '1' when signed(input_payload(15 downto 0)) >= 3584 else
    '0' when signed(input_payload(15 downto 0)) <= 1792 else
    '0' when fresh else
    state(0);
  state_1 <=
    '1' when signed(input_payload(31 downto 16)) >= 3584 else
    '0' when signed(input_payload(31 downto 16)) <= 512 else
    '0' when fresh else
    state(1);
  state_2 <=
    '1' when signed(input_payload(47 downto 32)) >= 768 else
    '0' when signed(input_payload(47 downto 32)) <= 256 else
    '0' when fresh else
    state(2);
  state_3 <=
    '1' when signed(input_payload(63 downto 48)) >= 512 else
    '0' when signed(input_payload(63 downto 48)) <= 256 else
    '0' when fresh else
    state(3);
  updated <= input_ready and accept and input_payload(64);
  output_payload <= output_payload_register;
  output_valid <= output_valid_register;

  -- Registers
  process (clk)
  begin
    if rising_edge(clk) then
      if rst then
        fresh <= '1';
      elsif accept and (input_payload(65) or input_payload(66)) then
        fresh <= input_payload(66);
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
        state <= unsigned'(state_3 & state_2 & state_1 & state_0);
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
          input_payload(66 downto 64) & choose(state_3, unsigned'("1000"), unsigned'("0000")) &
          choose(state_2, unsigned'("1000"), unsigned'("0000")) & choose(state_1, unsigned'("1000"), unsigned'("0000")) &
          choose(state_0, unsigned'("1000"), unsigned'("0000"));
        output_valid_register <= accept;
      end if;
    end if;
  end process;
end architecture;

library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.keyword_bmru_functions.all;

entity keyword_bmru_memory1 is
  port (
    clk            : in  std_logic;
    rst            : in  std_logic;
    input_payload  : in  unsigned(13 downto 0);
    input_ready    : out std_logic;
    input_valid    : in  std_logic;
    output_payload : out unsigned(6 downto 0);
    output_ready   : in  std_logic;
    output_valid   : out std_logic
  );
end entity;

architecture rtl of keyword_bmru_memory1 is
  -- Named values
  signal sender_input_payload : unsigned(18 downto 0);
  signal sender_input_ready : std_logic;
  signal sender_input_valid : std_logic;
  signal sums_output_payload : unsigned(66 downto 0);
  signal sums_output_ready : std_logic;
  signal sums_output_valid : std_logic;
begin
  -- Instances
  sender : entity work.keyword_bmru_memory1_sender
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

  sums : entity work.keyword_bmru_memory1_sums
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

  units_2 : entity work.keyword_bmru_memory1_units
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
use work.keyword_bmru_functions.all;

entity keyword_bmru_memory2_sender is
  port (
    clk            : in  std_logic;
    rst            : in  std_logic;
    input_payload  : in  unsigned(18 downto 0);
    input_ready    : out std_logic;
    input_valid    : in  std_logic;
    output_payload : out unsigned(6 downto 0);
    output_ready   : in  std_logic;
    output_valid   : out std_logic
  );
end entity;

architecture rtl of keyword_bmru_memory2_sender is
  -- Registers
  signal closes_step : std_logic := '0';
  signal left : unsigned(1 downto 0) := (others => '0');
  signal sample : std_logic := '0';
  signal step : std_logic := '0';
  signal values : unsigned(15 downto 0) := (others => '0');
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
        closes_step <= input_payload(17);
        sample <= input_payload(18);
        step <= input_payload(16);
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
          left <= "11";
        end if;
        if output_valid_register then
          if output_ready then
            values <= resize(values(15 downto 4), 16);
          end if;
        else
          values <= input_payload(15 downto 0);
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
use work.keyword_bmru_functions.all;

entity keyword_bmru_memory2_sums is
  port (
    clk            : in  std_logic;
    rst            : in  std_logic;
    input_payload  : in  unsigned(13 downto 0);
    input_ready    : out std_logic;
    input_valid    : in  std_logic;
    output_payload : out unsigned(66 downto 0);
    output_ready   : in  std_logic;
    output_valid   : out std_logic
  );
end entity;

architecture rtl of keyword_bmru_memory2_sums is
  -- weights: 4 rows of 20 bits
  type weights_rows is array (0 to 3) of unsigned(19 downto 0);
  constant weights : weights_rows := (
    0 => x"1FBE0",
    1 => x"1A420",
    2 => x"E24A0",
    3 => x"C0100"
  );
  -- Registers
  signal closes_sample_1, closes_sample_2, closes_sample_3 : std_logic := '0';
  signal closes_step_1, closes_step_2, closes_step_3 : std_logic := '0';
  signal counts_0 : std_logic := '0';
  signal early : unsigned(10 downto 0) := (others => '0');
  signal factor : unsigned(10 downto 0) := (others => '0');
  signal full : std_logic := '0';
  signal index : unsigned(2 downto 0) := (others => '0');
  signal products : unsigned(59 downto 0) := (others => '0');
  signal read_data : unsigned(19 downto 0) := (others => '0');
  signal row_0 : unsigned(19 downto 0) := (others => '0');
  signal sample : std_logic := '0';
  signal step : std_logic := '0';
  signal sums : unsigned(63 downto 0) := x"0200010003000200";
  signal valid_1, valid_2, valid_3 : std_logic := '0';
  signal waiting : unsigned(63 downto 0) := (others => '0');
  signal waiting_sample : std_logic := '0';
  signal waiting_step : std_logic := '0';
  signal output_valid_register : std_logic := '0';
  -- Named values
  signal base : unsigned(63 downto 0);
  signal output_payload_end_of_sample : std_logic;
  signal output_payload_end_of_step : std_logic;
  signal taken : std_logic;
  -- Intermediate results
  signal term_1, term_2, term_3, term_4 : std_logic;
  signal product_1, product_2, product_3, product_4 : unsigned(14 downto 0);
begin
  -- Combinational logic
  term_1 <= not output_valid_register;
  input_ready <= not full or term_1;
  taken <= input_valid and input_ready;
  base <= x"0200010003000200" when full else sums;
  output_payload_end_of_step <= waiting_step and output_valid_register;
  output_payload_end_of_sample <= waiting_sample and output_valid_register;
  term_2 <= input_payload(11) and (index ?< 4);
  product_1 <= resize(unsigned(signed(row_0(4 downto 0)) * signed(resize(factor, 12))), 15);
  product_2 <= resize(unsigned(signed(row_0(9 downto 5)) * signed(resize(factor, 12))), 15);
  product_3 <= resize(unsigned(signed(row_0(14 downto 10)) * signed(resize(factor, 12))), 15);
  product_4 <= resize(unsigned(signed(row_0(19 downto 15)) * signed(resize(factor, 12))), 15);
  term_3 <= full and term_1;
  term_4 <= output_valid_register and output_ready;
  output_payload <= output_payload_end_of_sample & output_payload_end_of_step & waiting_step & waiting;
  output_valid <= output_valid_register;

  -- Memories
  process (clk)
  begin
    if rising_edge(clk) then
      if input_ready then
        read_data <= weights(to_integer(index(1 downto 0)));
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
        closes_sample_1 <= input_payload(13);
        closes_sample_2 <= closes_sample_1;
        closes_sample_3 <= closes_sample_2;
        closes_step_1 <= input_payload(12);
        closes_step_2 <= closes_step_1;
        closes_step_3 <= closes_step_2;
        counts_0 <= taken and term_2;
        early <= input_payload(10 downto 0);
        factor <= early;
        full <= valid_3 and (closes_step_3 or closes_sample_3);
        products <= product_4 & product_3 & product_2 & product_1;
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
        if input_payload(12) or input_payload(13) then
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
        sums <= x"0200010003000200";
      elsif input_ready and (full or valid_3) then
        sums <=
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
use work.keyword_bmru_functions.all;

entity keyword_bmru_memory2_units is
  port (
    clk            : in  std_logic;
    rst            : in  std_logic;
    input_payload  : in  unsigned(66 downto 0);
    input_ready    : out std_logic;
    input_valid    : in  std_logic;
    output_payload : out unsigned(18 downto 0);
    output_ready   : in  std_logic;
    output_valid   : out std_logic
  );
end entity;

architecture rtl of keyword_bmru_memory2_units is
  -- Registers
  signal fresh : std_logic := '1';
  signal group_done : std_logic := '0';
  signal state : unsigned(3 downto 0) := (others => '0');
  signal output_payload_register : unsigned(18 downto 0) := (others => '0');
  signal output_valid_register : std_logic := '0';
  -- Named values
  signal accept : std_logic;
  signal state_0, state_1, state_2, state_3 : std_logic;
  signal updated : std_logic;
begin
  -- Combinational logic
  input_ready <= not output_valid_register or output_ready;
  accept <= input_valid and input_ready;
  state_0 <=
    '1' when signed(input_payload(15 downto 0)) >= 4096 else
    '0' when signed(input_payload(15 downto 0)) <= 2048 else
    '0' when fresh else
    state(0);
  state_1 <=
    '1' when signed(input_payload(31 downto 16)) >= 5120 else
    '0' when signed(input_payload(31 downto 16)) <= 1280 else
    '0' when fresh else
    state(1);
  state_2 <=
    '1' when signed(input_payload(47 downto 32)) >= 1024 else
    '0' when signed(input_payload(47 downto 32)) <= 256 else
    '0' when fresh else
    state(2);
  state_3 <=
    '1' when signed(input_payload(63 downto 48)) >= 768 else
    '0' when signed(input_payload(63 downto 48)) <= 256 else
    '0' when fresh else
    state(3);
  updated <= input_ready and accept and input_payload(64);
  output_payload <= output_payload_register;
  output_valid <= output_valid_register;

  -- Registers
  process (clk)
  begin
    if rising_edge(clk) then
      if rst then
        fresh <= '1';
      elsif accept and (input_payload(65) or input_payload(66)) then
        fresh <= input_payload(66);
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
        state <= unsigned'(state_3 & state_2 & state_1 & state_0);
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
          input_payload(66 downto 64) & choose(state_3, unsigned'("1000"), unsigned'("0000")) &
          choose(state_2, unsigned'("1000"), unsigned'("0000")) & choose(state_1, unsigned'("1000"), unsigned'("0000")) &
          choose(state_0, unsigned'("1000"), unsigned'("0000"));
        output_valid_register <= accept;
      end if;
    end if;
  end process;
end architecture;

library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.keyword_bmru_functions.all;

entity keyword_bmru_memory2 is
  port (
    clk            : in  std_logic;
    rst            : in  std_logic;
    input_payload  : in  unsigned(13 downto 0);
    input_ready    : out std_logic;
    input_valid    : in  std_logic;
    output_payload : out unsigned(6 downto 0);
    output_ready   : in  std_logic;
    output_valid   : out std_logic
  );
end entity;

architecture rtl of keyword_bmru_memory2 is
  -- Named values
  signal sender_input_payload : unsigned(18 downto 0);
  signal sender_input_ready : std_logic;
  signal sender_input_valid : std_logic;
  signal sums_output_payload : unsigned(66 downto 0);
  signal sums_output_ready : std_logic;
  signal sums_output_valid : std_logic;
begin
  -- Instances
  sender : entity work.keyword_bmru_memory2_sender
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

  sums : entity work.keyword_bmru_memory2_sums
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

  units_2 : entity work.keyword_bmru_memory2_units
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
use work.keyword_bmru_functions.all;

entity keyword_bmru_mix1_sender is
  port (
    clk            : in  std_logic;
    rst            : in  std_logic;
    input_payload  : in  unsigned(34 downto 0);
    input_ready    : out std_logic;
    input_valid    : in  std_logic;
    output_payload : out unsigned(10 downto 0);
    output_ready   : in  std_logic;
    output_valid   : out std_logic
  );
end entity;

architecture rtl of keyword_bmru_mix1_sender is
  -- Registers
  signal closes_step : std_logic := '0';
  signal left : unsigned(1 downto 0) := (others => '0');
  signal sample : std_logic := '0';
  signal step : std_logic := '0';
  signal values : unsigned(31 downto 0) := (others => '0');
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
  output_payload <= output_payload_end_of_sample & output_payload_end_of_step & step & values(7 downto 0);
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
        closes_step <= input_payload(33);
        sample <= input_payload(34);
        step <= input_payload(32);
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
          left <= "11";
        end if;
        if output_valid_register then
          if output_ready then
            values <= resize(values(31 downto 8), 32);
          end if;
        else
          values <= input_payload(31 downto 0);
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
use work.keyword_bmru_functions.all;

entity keyword_bmru_mix1_sums is
  port (
    clk            : in  std_logic;
    rst            : in  std_logic;
    input_payload  : in  unsigned(6 downto 0);
    input_ready    : out std_logic;
    input_valid    : in  std_logic;
    output_payload : out unsigned(38 downto 0);
    output_ready   : in  std_logic;
    output_valid   : out std_logic
  );
end entity;

architecture rtl of keyword_bmru_mix1_sums is
  -- weights: 4 rows of 24 bits
  type weights_rows is array (0 to 3) of unsigned(23 downto 0);
  constant weights : weights_rows := (
    0 => x"000000",
    1 => x"000B82",
    2 => x"000040",
    3 => x"00043D"
  );
  -- Registers
  signal closes_sample_1, closes_sample_2, closes_sample_3 : std_logic := '0';
  signal closes_step_1, closes_step_2, closes_step_3 : std_logic := '0';
  signal counts_0 : std_logic := '0';
  signal early : unsigned(3 downto 0) := (others => '0');
  signal factor : unsigned(3 downto 0) := (others => '0');
  signal full : std_logic := '0';
  signal index : unsigned(2 downto 0) := (others => '0');
  signal products : unsigned(35 downto 0) := (others => '0');
  signal read_data : unsigned(23 downto 0) := (others => '0');
  signal row_0 : unsigned(23 downto 0) := (others => '0');
  signal sample : std_logic := '0';
  signal step : std_logic := '0';
  signal sums : unsigned(35 downto 0) := x"007805018";
  signal valid_1, valid_2, valid_3 : std_logic := '0';
  signal waiting : unsigned(35 downto 0) := (others => '0');
  signal waiting_sample : std_logic := '0';
  signal waiting_step : std_logic := '0';
  signal output_valid_register : std_logic := '0';
  -- Named values
  signal base : unsigned(35 downto 0);
  signal output_payload_end_of_sample : std_logic;
  signal output_payload_end_of_step : std_logic;
  signal taken : std_logic;
  -- Intermediate results
  signal term_1, term_2, term_3, term_4 : std_logic;
  signal product_1, product_2, product_3, product_4 : unsigned(8 downto 0);
begin
  -- Combinational logic
  term_1 <= not output_valid_register;
  input_ready <= not full or term_1;
  taken <= input_valid and input_ready;
  base <= x"007805018" when full else sums;
  output_payload_end_of_step <= waiting_step and output_valid_register;
  output_payload_end_of_sample <= waiting_sample and output_valid_register;
  term_2 <= input_payload(4) and (index ?< 4);
  product_1 <= resize(unsigned(signed(row_0(5 downto 0)) * signed(resize(factor, 5))), 9);
  product_2 <= resize(unsigned(signed(row_0(11 downto 6)) * signed(resize(factor, 5))), 9);
  product_3 <= resize(unsigned(signed(row_0(17 downto 12)) * signed(resize(factor, 5))), 9);
  product_4 <= resize(unsigned(signed(row_0(23 downto 18)) * signed(resize(factor, 5))), 9);
  term_3 <= full and term_1;
  term_4 <= output_valid_register and output_ready;
  output_payload <= output_payload_end_of_sample & output_payload_end_of_step & waiting_step & waiting;
  output_valid <= output_valid_register;

  -- Memories
  process (clk)
  begin
    if rising_edge(clk) then
      if input_ready then
        read_data <= weights(to_integer(index(1 downto 0)));
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
        counts_0 <= taken and term_2;
        early <= input_payload(3 downto 0);
        factor <= early;
        full <= valid_3 and (closes_step_3 or closes_sample_3);
        products <= product_4 & product_3 & product_2 & product_1;
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
        sums <= x"007805018";
      elsif input_ready and (full or valid_3) then
        sums <=
          unsigned(signed(base(35 downto 27)) + signed(products(35 downto 27))) &
          unsigned(signed(base(26 downto 18)) + signed(products(26 downto 18))) &
          unsigned(signed(base(17 downto 9)) + signed(products(17 downto 9))) &
          unsigned(signed(base(8 downto 0)) + signed(products(8 downto 0)));
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
use work.keyword_bmru_functions.all;

entity keyword_bmru_mix1_units is
  port (
    input_payload  : in  unsigned(38 downto 0);
    input_ready    : out std_logic;
    input_valid    : in  std_logic;
    output_payload : out unsigned(34 downto 0);
    output_ready   : in  std_logic;
    output_valid   : out std_logic
  );
end entity;

architecture rtl of keyword_bmru_mix1_units is
begin
  -- Combinational logic
  output_payload(7 downto 0) <=
    input_payload(7 downto 0) when signed(input_payload(8 downto 0)) > 0 else
    (others => '0');
  output_payload(15 downto 8) <=
    input_payload(16 downto 9) when signed(input_payload(17 downto 9)) > 0 else
    (others => '0');
  output_payload(23 downto 16) <=
    input_payload(25 downto 18) when signed(input_payload(26 downto 18)) > 0 else
    (others => '0');
  output_payload(31 downto 24) <=
    input_payload(34 downto 27) when signed(input_payload(35 downto 27)) > 0 else
    (others => '0');
  input_ready <= output_ready;
  output_payload(34 downto 32) <= input_payload(38 downto 36);
  output_valid <= input_valid;
end architecture;

library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.keyword_bmru_functions.all;

entity keyword_bmru_mix1 is
  port (
    clk            : in  std_logic;
    rst            : in  std_logic;
    input_payload  : in  unsigned(6 downto 0);
    input_ready    : out std_logic;
    input_valid    : in  std_logic;
    output_payload : out unsigned(10 downto 0);
    output_ready   : in  std_logic;
    output_valid   : out std_logic
  );
end entity;

architecture rtl of keyword_bmru_mix1 is
  -- Named values
  signal sender_input_payload : unsigned(34 downto 0);
  signal sender_input_ready : std_logic;
  signal sender_input_valid : std_logic;
  signal sums_output_payload : unsigned(38 downto 0);
  signal sums_output_ready : std_logic;
  signal sums_output_valid : std_logic;
begin
  -- Instances
  sender : entity work.keyword_bmru_mix1_sender
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

  sums : entity work.keyword_bmru_mix1_sums
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

  units_2 : entity work.keyword_bmru_mix1_units
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
use work.keyword_bmru_functions.all;

entity keyword_bmru_mix2_sender is
  port (
    clk            : in  std_logic;
    rst            : in  std_logic;
    input_payload  : in  unsigned(34 downto 0);
    input_ready    : out std_logic;
    input_valid    : in  std_logic;
    output_payload : out unsigned(10 downto 0);
    output_ready   : in  std_logic;
    output_valid   : out std_logic
  );
end entity;

architecture rtl of keyword_bmru_mix2_sender is
  -- Registers
  signal closes_step : std_logic := '0';
  signal left : unsigned(1 downto 0) := (others => '0');
  signal sample : std_logic := '0';
  signal step : std_logic := '0';
  signal values : unsigned(31 downto 0) := (others => '0');
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
  output_payload <= output_payload_end_of_sample & output_payload_end_of_step & step & values(7 downto 0);
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
        closes_step <= input_payload(33);
        sample <= input_payload(34);
        step <= input_payload(32);
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
          left <= "11";
        end if;
        if output_valid_register then
          if output_ready then
            values <= resize(values(31 downto 8), 32);
          end if;
        else
          values <= input_payload(31 downto 0);
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
use work.keyword_bmru_functions.all;

entity keyword_bmru_mix2_sums is
  port (
    clk            : in  std_logic;
    rst            : in  std_logic;
    input_payload  : in  unsigned(6 downto 0);
    input_ready    : out std_logic;
    input_valid    : in  std_logic;
    output_payload : out unsigned(38 downto 0);
    output_ready   : in  std_logic;
    output_valid   : out std_logic
  );
end entity;

architecture rtl of keyword_bmru_mix2_sums is
  -- weights: 4 rows of 24 bits
  type weights_rows is array (0 to 3) of unsigned(23 downto 0);
  constant weights : weights_rows := (
    0 => x"000000",
    1 => x"03FF03",
    2 => x"0001F4",
    3 => x"000480"
  );
  -- Registers
  signal closes_sample_1, closes_sample_2, closes_sample_3 : std_logic := '0';
  signal closes_step_1, closes_step_2, closes_step_3 : std_logic := '0';
  signal counts_0 : std_logic := '0';
  signal early : unsigned(3 downto 0) := (others => '0');
  signal factor : unsigned(3 downto 0) := (others => '0');
  signal full : std_logic := '0';
  signal index : unsigned(2 downto 0) := (others => '0');
  signal products : unsigned(35 downto 0) := (others => '0');
  signal read_data : unsigned(23 downto 0) := (others => '0');
  signal row_0 : unsigned(23 downto 0) := (others => '0');
  signal sample : std_logic := '0';
  signal step : std_logic := '0';
  signal sums : unsigned(35 downto 0) := x"D80802040";
  signal valid_1, valid_2, valid_3 : std_logic := '0';
  signal waiting : unsigned(35 downto 0) := (others => '0');
  signal waiting_sample : std_logic := '0';
  signal waiting_step : std_logic := '0';
  signal output_valid_register : std_logic := '0';
  -- Named values
  signal base : unsigned(35 downto 0);
  signal output_payload_end_of_sample : std_logic;
  signal output_payload_end_of_step : std_logic;
  signal taken : std_logic;
  -- Intermediate results
  signal term_1, term_2, term_3, term_4 : std_logic;
  signal product_1, product_2, product_3, product_4 : unsigned(8 downto 0);
begin
  -- Combinational logic
  term_1 <= not output_valid_register;
  input_ready <= not full or term_1;
  taken <= input_valid and input_ready;
  base <= x"D80802040" when full else sums;
  output_payload_end_of_step <= waiting_step and output_valid_register;
  output_payload_end_of_sample <= waiting_sample and output_valid_register;
  term_2 <= input_payload(4) and (index ?< 4);
  product_1 <= resize(unsigned(signed(row_0(5 downto 0)) * signed(resize(factor, 5))), 9);
  product_2 <= resize(unsigned(signed(row_0(11 downto 6)) * signed(resize(factor, 5))), 9);
  product_3 <= resize(unsigned(signed(row_0(17 downto 12)) * signed(resize(factor, 5))), 9);
  product_4 <= resize(unsigned(signed(row_0(23 downto 18)) * signed(resize(factor, 5))), 9);
  term_3 <= full and term_1;
  term_4 <= output_valid_register and output_ready;
  output_payload <= output_payload_end_of_sample & output_payload_end_of_step & waiting_step & waiting;
  output_valid <= output_valid_register;

  -- Memories
  process (clk)
  begin
    if rising_edge(clk) then
      if input_ready then
        read_data <= weights(to_integer(index(1 downto 0)));
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
        counts_0 <= taken and term_2;
        early <= input_payload(3 downto 0);
        factor <= early;
        full <= valid_3 and (closes_step_3 or closes_sample_3);
        products <= product_4 & product_3 & product_2 & product_1;
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
        sums <= x"D80802040";
      elsif input_ready and (full or valid_3) then
        sums <=
          unsigned(signed(base(35 downto 27)) + signed(products(35 downto 27))) &
          unsigned(signed(base(26 downto 18)) + signed(products(26 downto 18))) &
          unsigned(signed(base(17 downto 9)) + signed(products(17 downto 9))) &
          unsigned(signed(base(8 downto 0)) + signed(products(8 downto 0)));
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
use work.keyword_bmru_functions.all;

entity keyword_bmru_mix2_units is
  port (
    input_payload  : in  unsigned(38 downto 0);
    input_ready    : out std_logic;
    input_valid    : in  std_logic;
    output_payload : out unsigned(34 downto 0);
    output_ready   : in  std_logic;
    output_valid   : out std_logic
  );
end entity;

architecture rtl of keyword_bmru_mix2_units is
begin
  -- Combinational logic
  output_payload(7 downto 0) <=
    input_payload(7 downto 0) when signed(input_payload(8 downto 0)) > 0 else
    (others => '0');
  output_payload(15 downto 8) <=
    input_payload(16 downto 9) when signed(input_payload(17 downto 9)) > 0 else
    (others => '0');
  output_payload(23 downto 16) <=
    input_payload(25 downto 18) when signed(input_payload(26 downto 18)) > 0 else
    (others => '0');
  output_payload(31 downto 24) <=
    input_payload(34 downto 27) when signed(input_payload(35 downto 27)) > 0 else
    (others => '0');
  input_ready <= output_ready;
  output_payload(34 downto 32) <= input_payload(38 downto 36);
  output_valid <= input_valid;
end architecture;

library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.keyword_bmru_functions.all;

entity keyword_bmru_mix2 is
  port (
    clk            : in  std_logic;
    rst            : in  std_logic;
    input_payload  : in  unsigned(6 downto 0);
    input_ready    : out std_logic;
    input_valid    : in  std_logic;
    output_payload : out unsigned(10 downto 0);
    output_ready   : in  std_logic;
    output_valid   : out std_logic
  );
end entity;

architecture rtl of keyword_bmru_mix2 is
  -- Named values
  signal sender_input_payload : unsigned(34 downto 0);
  signal sender_input_ready : std_logic;
  signal sender_input_valid : std_logic;
  signal sums_output_payload : unsigned(38 downto 0);
  signal sums_output_ready : std_logic;
  signal sums_output_valid : std_logic;
begin
  -- Instances
  sender : entity work.keyword_bmru_mix2_sender
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

  sums : entity work.keyword_bmru_mix2_sums
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

  units_2 : entity work.keyword_bmru_mix2_units
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
use work.keyword_bmru_functions.all;

entity keyword_bmru_readout_sender is
  port (
    clk            : in  std_logic;
    rst            : in  std_logic;
    input_payload  : in  unsigned(34 downto 0);
    input_ready    : out std_logic;
    input_valid    : in  std_logic;
    output_payload : out unsigned(18 downto 0);
    output_ready   : in  std_logic;
    output_valid   : out std_logic
  );
end entity;

architecture rtl of keyword_bmru_readout_sender is
  -- Registers
  signal closes_step : std_logic := '0';
  signal left : std_logic := '0';
  signal sample : std_logic := '0';
  signal step : std_logic := '0';
  signal values : unsigned(31 downto 0) := (others => '0');
  signal output_valid_register : std_logic := '0';
  -- Named values
  signal last : std_logic;
  signal output_payload_end_of_sample : std_logic;
  signal output_payload_end_of_step : std_logic;
begin
  -- Combinational logic
  last <= not left or not step;
  input_ready <= not output_valid_register;
  output_payload_end_of_step <= last and closes_step;
  output_payload_end_of_sample <= last and sample;
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
        closes_step <= input_payload(33);
        sample <= input_payload(34);
        step <= input_payload(32);
      end if;
    end if;
  end process;

  process (clk)
  begin
    if rising_edge(clk) then
      if rst then
        left <= '0';
        values <= (others => '0');
        output_valid_register <= '0';
      else
        if output_valid_register then
          if output_ready then
            left <= left xor '1';
          end if;
        else
          left <= '1';
        end if;
        if output_valid_register then
          if output_ready then
            values <= resize(values(31 downto 16), 32);
          end if;
        else
          values <= input_payload(31 downto 0);
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
use work.keyword_bmru_functions.all;

entity keyword_bmru_readout_sums is
  port (
    clk            : in  std_logic;
    rst            : in  std_logic;
    input_payload  : in  unsigned(14 downto 0);
    input_ready    : out std_logic;
    input_valid    : in  std_logic;
    output_payload : out unsigned(34 downto 0);
    output_ready   : in  std_logic;
    output_valid   : out std_logic
  );
end entity;

architecture rtl of keyword_bmru_readout_sums is
  -- weights: 4 rows of 10 bits
  type weights_rows is array (0 to 3) of unsigned(9 downto 0);
  constant weights : weights_rows := (
    0 => 10x"114",
    1 => 10x"344",
    2 => 10x"000",
    3 => 10x"3C1"
  );
  -- Registers
  signal closes_sample_1, closes_sample_2, closes_sample_3 : std_logic := '0';
  signal closes_step_1, closes_step_2, closes_step_3 : std_logic := '0';
  signal counts_0 : std_logic := '0';
  signal early : unsigned(11 downto 0) := (others => '0');
  signal factor : unsigned(11 downto 0) := (others => '0');
  signal full : std_logic := '0';
  signal index : unsigned(2 downto 0) := (others => '0');
  signal products : unsigned(31 downto 0) := (others => '0');
  signal read_data : unsigned(9 downto 0) := (others => '0');
  signal row_0 : unsigned(9 downto 0) := (others => '0');
  signal sample : std_logic := '0';
  signal step : std_logic := '0';
  signal sums : unsigned(31 downto 0) := x"FF000100";
  signal valid_1, valid_2, valid_3 : std_logic := '0';
  signal waiting : unsigned(31 downto 0) := (others => '0');
  signal waiting_sample : std_logic := '0';
  signal waiting_step : std_logic := '0';
  signal output_valid_register : std_logic := '0';
  -- Named values
  signal base : unsigned(31 downto 0);
  signal output_payload_end_of_sample : std_logic;
  signal output_payload_end_of_step : std_logic;
  signal taken : std_logic;
  -- Intermediate results
  signal term_1, term_2, term_3, term_4 : std_logic;
  signal product_1, product_2 : unsigned(15 downto 0);
begin
  -- Combinational logic
  term_1 <= not output_valid_register;
  input_ready <= not full or term_1;
  taken <= input_valid and input_ready;
  base <= x"FF000100" when full else sums;
  output_payload_end_of_step <= waiting_step and output_valid_register;
  output_payload_end_of_sample <= waiting_sample and output_valid_register;
  term_2 <= input_payload(12) and (index ?< 4);
  product_1 <= resize(unsigned(signed(row_0(4 downto 0)) * signed(resize(factor, 13))), 16);
  product_2 <= resize(unsigned(signed(row_0(9 downto 5)) * signed(resize(factor, 13))), 16);
  term_3 <= full and term_1;
  term_4 <= output_valid_register and output_ready;
  output_payload <= output_payload_end_of_sample & output_payload_end_of_step & waiting_step & waiting;
  output_valid <= output_valid_register;

  -- Memories
  process (clk)
  begin
    if rising_edge(clk) then
      if input_ready then
        read_data <= weights(to_integer(index(1 downto 0)));
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
        closes_sample_1 <= input_payload(14);
        closes_sample_2 <= closes_sample_1;
        closes_sample_3 <= closes_sample_2;
        closes_step_1 <= input_payload(13);
        closes_step_2 <= closes_step_1;
        closes_step_3 <= closes_step_2;
        counts_0 <= taken and term_2;
        early <= input_payload(11 downto 0);
        factor <= early;
        full <= valid_3 and (closes_step_3 or closes_sample_3);
        products <= product_2 & product_1;
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
        if input_payload(13) or input_payload(14) then
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
        sums <= x"FF000100";
      elsif input_ready and (full or valid_3) then
        sums <=
          unsigned(signed(base(31 downto 16)) + signed(products(31 downto 16))) &
          unsigned(signed(base(15 downto 0)) + signed(products(15 downto 0)));
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
use work.keyword_bmru_functions.all;

entity keyword_bmru_readout is
  port (
    clk            : in  std_logic;
    rst            : in  std_logic;
    input_payload  : in  unsigned(14 downto 0);
    input_ready    : out std_logic;
    input_valid    : in  std_logic;
    output_payload : out unsigned(18 downto 0);
    output_ready   : in  std_logic;
    output_valid   : out std_logic
  );
end entity;

architecture rtl of keyword_bmru_readout is
  -- Named values
  signal sender_input_payload : unsigned(34 downto 0);
  signal sender_input_ready : std_logic;
  signal sender_input_valid : std_logic;
begin
  -- Instances
  sender : entity work.keyword_bmru_readout_sender
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

  sums : entity work.keyword_bmru_readout_sums
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
use work.keyword_bmru_functions.all;

entity keyword_bmru_skip_mix1 is
  port (
    clk             : in  std_logic;
    rst             : in  std_logic;
    earlier_payload : in  unsigned(13 downto 0);
    earlier_ready   : out std_logic;
    earlier_valid   : in  std_logic;
    input_payload   : in  unsigned(10 downto 0);
    input_ready     : out std_logic;
    input_valid     : in  std_logic;
    onward_payload  : out unsigned(13 downto 0);
    onward_ready    : in  std_logic;
    onward_valid    : out std_logic;
    output_payload  : out unsigned(13 downto 0);
    output_ready    : in  std_logic;
    output_valid    : out std_logic
  );
end entity;

architecture rtl of keyword_bmru_skip_mix1 is
  -- waiting: 36 rows of 11 bits
  type waiting_rows is array (0 to 63) of unsigned(10 downto 0);
  signal waiting : waiting_rows := (others => (others => '0'));
  -- Registers
  signal first : unsigned(5 downto 0) := (others => '0');
  signal level : unsigned(5 downto 0) := (others => '0');
  signal present : std_logic := '0';
  signal read_data : unsigned(10 downto 0) := (others => '0');
  signal write_addr : unsigned(5 downto 0) := (others => '0');
  -- Named values
  signal full : std_logic;
  signal get : std_logic;
  signal put : std_logic;
  signal read_addr : unsigned(5 downto 0);
begin
  -- Combinational logic
  full <= level ?= 36;
  onward_valid <= earlier_valid and not full;
  earlier_ready <= onward_ready and not full;
  put <= earlier_valid and earlier_ready;
  output_valid <= input_valid and present;
  get <= output_valid and output_ready;
  read_addr <= choose(first ?= 35, "000000", first + 1) when get else first;
  input_ready <= output_ready and present;
  output_payload(10 downto 0) <= unsigned(signed(read_data) + signed(unsigned'('0' & input_payload(7 downto 0) & "00")));
  onward_payload <= earlier_payload;
  output_payload(13 downto 11) <= input_payload(10 downto 8);

  -- Memories
  process (clk)
  begin
    if rising_edge(clk) then
      if write_addr < 36 then
        if put then
          waiting(to_integer(write_addr)) <= earlier_payload(10 downto 0);
        end if;
      end if;
      read_data <= waiting(to_integer(read_addr));
    end if;
  end process;

  -- Registers
  process (clk)
  begin
    if rising_edge(clk) then
      if rst then
        first <= (others => '0');
        level <= (others => '0');
        present <= '0';
      else
        first <= read_addr;
        level <= (level + put) - get;
        present <= level ?> extend(get, 2);
      end if;
    end if;
  end process;

  process (clk)
  begin
    if rising_edge(clk) then
      if rst then
        write_addr <= (others => '0');
      elsif put then
        if write_addr = 35 then
          write_addr <= (others => '0');
        else
          write_addr <= write_addr + 1;
        end if;
      end if;
    end if;
  end process;
end architecture;

library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.keyword_bmru_functions.all;

entity keyword_bmru_skip_mix2 is
  port (
    clk             : in  std_logic;
    rst             : in  std_logic;
    earlier_payload : in  unsigned(13 downto 0);
    earlier_ready   : out std_logic;
    earlier_valid   : in  std_logic;
    input_payload   : in  unsigned(10 downto 0);
    input_ready     : out std_logic;
    input_valid     : in  std_logic;
    onward_payload  : out unsigned(13 downto 0);
    onward_ready    : in  std_logic;
    onward_valid    : out std_logic;
    output_payload  : out unsigned(14 downto 0);
    output_ready    : in  std_logic;
    output_valid    : out std_logic
  );
end entity;

architecture rtl of keyword_bmru_skip_mix2 is
  -- waiting: 36 rows of 11 bits
  type waiting_rows is array (0 to 63) of unsigned(10 downto 0);
  signal waiting : waiting_rows := (others => (others => '0'));
  -- Registers
  signal first : unsigned(5 downto 0) := (others => '0');
  signal level : unsigned(5 downto 0) := (others => '0');
  signal present : std_logic := '0';
  signal read_data : unsigned(10 downto 0) := (others => '0');
  signal write_addr : unsigned(5 downto 0) := (others => '0');
  -- Named values
  signal full : std_logic;
  signal get : std_logic;
  signal put : std_logic;
  signal read_addr : unsigned(5 downto 0);
begin
  -- Combinational logic
  full <= level ?= 36;
  onward_valid <= earlier_valid and not full;
  earlier_ready <= onward_ready and not full;
  put <= earlier_valid and earlier_ready;
  output_valid <= input_valid and present;
  get <= output_valid and output_ready;
  read_addr <= choose(first ?= 35, "000000", first + 1) when get else first;
  input_ready <= output_ready and present;
  output_payload(11 downto 0) <= unsigned(signed(resize(read_data, 12)) + signed(unsigned'("00" & input_payload(7 downto 0) & "00")));
  onward_payload <= earlier_payload;
  output_payload(14 downto 12) <= input_payload(10 downto 8);

  -- Memories
  process (clk)
  begin
    if rising_edge(clk) then
      if write_addr < 36 then
        if put then
          waiting(to_integer(write_addr)) <= earlier_payload(10 downto 0);
        end if;
      end if;
      read_data <= waiting(to_integer(read_addr));
    end if;
  end process;

  -- Registers
  process (clk)
  begin
    if rising_edge(clk) then
      if rst then
        first <= (others => '0');
        level <= (others => '0');
        present <= '0';
      else
        first <= read_addr;
        level <= (level + put) - get;
        present <= level ?> extend(get, 2);
      end if;
    end if;
  end process;

  process (clk)
  begin
    if rising_edge(clk) then
      if rst then
        write_addr <= (others => '0');
      elsif put then
        if write_addr = 35 then
          write_addr <= (others => '0');
        else
          write_addr <= write_addr + 1;
        end if;
      end if;
    end if;
  end process;
end architecture;

library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.keyword_bmru_functions.all;

entity keyword_bmru is
  port (
    clk            : in  std_logic;
    rst            : in  std_logic;
    input_payload  : in  std_logic_vector(9 downto 0);
    input_ready    : out std_logic;
    input_valid    : in  std_logic;
    output_payload : out std_logic_vector(52 downto 0);
    output_ready   : in  std_logic;
    output_valid   : out std_logic
  );
end entity;

architecture rtl of keyword_bmru is
  -- Named values
  signal decision_input_payload : unsigned(18 downto 0);
  signal decision_input_ready : std_logic;
  signal decision_input_valid : std_logic;
  signal input_output_payload : unsigned(13 downto 0);
  signal input_output_ready : std_logic;
  signal input_output_valid : std_logic;
  signal memory1_input_payload : unsigned(13 downto 0);
  signal memory1_input_ready : std_logic;
  signal memory1_input_valid : std_logic;
  signal memory1_output_payload : unsigned(6 downto 0);
  signal memory1_output_ready : std_logic;
  signal memory1_output_valid : std_logic;
  signal memory2_input_payload : unsigned(13 downto 0);
  signal memory2_input_ready : std_logic;
  signal memory2_input_valid : std_logic;
  signal memory2_output_payload : unsigned(6 downto 0);
  signal memory2_output_ready : std_logic;
  signal memory2_output_valid : std_logic;
  signal mix1_output_payload : unsigned(10 downto 0);
  signal mix1_output_ready : std_logic;
  signal mix1_output_valid : std_logic;
  signal mix2_output_payload : unsigned(10 downto 0);
  signal mix2_output_ready : std_logic;
  signal mix2_output_valid : std_logic;
  signal readout_input_payload : unsigned(14 downto 0);
  signal readout_input_ready : std_logic;
  signal readout_input_valid : std_logic;
  signal skip_mix1_output_payload : unsigned(13 downto 0);
  signal skip_mix1_output_ready : std_logic;
  signal skip_mix1_output_valid : std_logic;
begin
  -- Instances
  decision : entity work.keyword_bmru_decision
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

  input : entity work.keyword_bmru_input
    port map (
      clk => clk,
      rst => rst,
      input_payload => unsigned(input_payload),
      input_ready => input_ready,
      input_valid => input_valid,
      output_payload => input_output_payload,
      output_ready => input_output_ready,
      output_valid => input_output_valid
    );

  memory1 : entity work.keyword_bmru_memory1
    port map (
      clk => clk,
      rst => rst,
      input_payload => memory1_input_payload,
      input_ready => memory1_input_ready,
      input_valid => memory1_input_valid,
      output_payload => memory1_output_payload,
      output_ready => memory1_output_ready,
      output_valid => memory1_output_valid
    );

  memory2 : entity work.keyword_bmru_memory2
    port map (
      clk => clk,
      rst => rst,
      input_payload => memory2_input_payload,
      input_ready => memory2_input_ready,
      input_valid => memory2_input_valid,
      output_payload => memory2_output_payload,
      output_ready => memory2_output_ready,
      output_valid => memory2_output_valid
    );

  mix1 : entity work.keyword_bmru_mix1
    port map (
      clk => clk,
      rst => rst,
      input_payload => memory1_output_payload,
      input_ready => memory1_output_ready,
      input_valid => memory1_output_valid,
      output_payload => mix1_output_payload,
      output_ready => mix1_output_ready,
      output_valid => mix1_output_valid
    );

  mix2 : entity work.keyword_bmru_mix2
    port map (
      clk => clk,
      rst => rst,
      input_payload => memory2_output_payload,
      input_ready => memory2_output_ready,
      input_valid => memory2_output_valid,
      output_payload => mix2_output_payload,
      output_ready => mix2_output_ready,
      output_valid => mix2_output_valid
    );

  readout : entity work.keyword_bmru_readout
    port map (
      clk => clk,
      rst => rst,
      input_payload => readout_input_payload,
      input_ready => readout_input_ready,
      input_valid => readout_input_valid,
      output_payload => decision_input_payload,
      output_ready => decision_input_ready,
      output_valid => decision_input_valid
    );

  skip_mix1 : entity work.keyword_bmru_skip_mix1
    port map (
      clk => clk,
      rst => rst,
      earlier_payload => input_output_payload,
      earlier_ready => input_output_ready,
      earlier_valid => input_output_valid,
      input_payload => mix1_output_payload,
      input_ready => mix1_output_ready,
      input_valid => mix1_output_valid,
      onward_payload => memory1_input_payload,
      onward_ready => memory1_input_ready,
      onward_valid => memory1_input_valid,
      output_payload => skip_mix1_output_payload,
      output_ready => skip_mix1_output_ready,
      output_valid => skip_mix1_output_valid
    );

  skip_mix2 : entity work.keyword_bmru_skip_mix2
    port map (
      clk => clk,
      rst => rst,
      earlier_payload => skip_mix1_output_payload,
      earlier_ready => skip_mix1_output_ready,
      earlier_valid => skip_mix1_output_valid,
      input_payload => mix2_output_payload,
      input_ready => mix2_output_ready,
      input_valid => mix2_output_valid,
      onward_payload => memory2_input_payload,
      onward_ready => memory2_input_ready,
      onward_valid => memory2_input_valid,
      output_payload => readout_input_payload,
      output_ready => readout_input_ready,
      output_valid => readout_input_valid
    );
end architecture;
