-- codesign 0.1.0
-- model digits-src sha256:83b953843f6d2e876d1e4ac4c066f77a36a6be38115b70bfd26a1e4dd32fe24a
-- configuration {"events_per_cycle": 8, "fold_black_frames": true, "longest_sample": 32, "serial_sums": false, "units_per_cycle": 32}
-- seed none
--
-- digits_src: clk, synchronous reset rst (active high), and two streams.
-- An item moves at a rising edge of clk at which valid and ready are both 1.
--
-- input_payload, least significant field first:
--   address        8 x 3 bits unsigned, from bit 0
--   spike          8 bits unsigned, from bit 24
--   end_of_step    1 bits unsigned, from bit 32
--   end_of_sample  1 bits unsigned, from bit 33
--
-- output_payload, least significant field first:
--   decision       4 bits unsigned, from bit 0
--   scores         10 x 13 bits signed, from bit 4
--
-- Input: an item with spike[b] = 1 carries a spike of input address[b] x 8 + b, for each b below 8;
-- end_of_step and end_of_sample close the step and the sample after it. A sample without steps is one item with
-- end_of_sample alone.
-- Output: one item per sample; decision is one of ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"].
-- Layers, as instances of their names: hidden (src, 64 to 80)
-- The states of a layer are registers of <layer>.units_2; they show one group of units after the other, each
-- while group_done of that module is 1: hidden 3 x 27

library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;

package digits_src_functions is
  -- An if in an expression.
  function choose(condition, yes, no : std_logic) return std_logic;
  function choose(condition : std_logic; yes, no : unsigned) return unsigned;
  function choose(condition : std_logic; yes, no : signed) return signed;
  -- A bit as a number of width bits.
  function extend(value : std_logic; width : positive) return unsigned;
  -- A bit, count times.
  function repeated(value : std_logic; count : positive) return unsigned;
end package;

package body digits_src_functions is
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

  function repeated(value : std_logic; count : positive) return unsigned is
  begin
    return unsigned'(count - 1 downto 0 => value);
  end function;
end package body;

library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.digits_src_functions.all;

entity digits_src_decision_accumulator is
  port (
    clk            : in  std_logic;
    rst            : in  std_logic;
    input_payload  : in  unsigned(29 downto 0);
    input_ready    : out std_logic;
    input_valid    : in  std_logic;
    output_payload : out unsigned(101 downto 0);
    output_ready   : in  std_logic;
    output_valid   : out std_logic
  );
end entity;

architecture rtl of digits_src_decision_accumulator is
  -- Registers
  signal closes : std_logic := '0';
  signal counted : std_logic := '0';
  signal counts : unsigned(39 downto 0) := (others => '0');
  signal earlier : unsigned(53 downto 0) := (others => '0');
  signal output_payload_register : unsigned(101 downto 0) := (others => '0');
  signal output_valid_register : std_logic := '0';
  -- Named values
  signal taken : std_logic;
  -- Intermediate results
  signal sum_1, sum_2, sum_3, sum_4, sum_5, sum_6, sum_7, sum_8, sum_9, sum_10, sum_11, sum_12, sum_13, sum_14,
     sum_15, sum_16, sum_17, sum_18, sum_19, sum_20 : unsigned(2 downto 0);
  signal sum_21, sum_22 : unsigned(5 downto 0);
  signal sum_23 : unsigned(7 downto 0);
  signal term_1 : std_logic;
begin
  -- Combinational logic
  input_ready <= not output_valid_register;
  taken <= input_valid and input_ready;
  sum_1 <= resize(extend(earlier(0), 2) + earlier(10), 3) + (extend(earlier(20), 2) + earlier(30));
  sum_2 <= resize(extend(earlier(40), 2) + earlier(50), 3) + (extend(input_payload(6), 2) + input_payload(16));
  sum_3 <= resize(extend(earlier(1), 2) + earlier(11), 3) + (extend(earlier(21), 2) + earlier(31));
  sum_4 <= resize(extend(earlier(41), 2) + earlier(51), 3) + (extend(input_payload(7), 2) + input_payload(17));
  sum_5 <= resize(extend(earlier(2), 2) + earlier(12), 3) + (extend(earlier(22), 2) + earlier(32));
  sum_6 <= resize(extend(earlier(42), 2) + earlier(52), 3) + (extend(input_payload(8), 2) + input_payload(18));
  sum_7 <= resize(extend(earlier(3), 2) + earlier(13), 3) + (extend(earlier(23), 2) + earlier(33));
  sum_8 <= resize(extend(earlier(43), 2) + earlier(53), 3) + (extend(input_payload(9), 2) + input_payload(19));
  sum_9 <= resize(extend(earlier(4), 2) + earlier(14), 3) + (extend(earlier(24), 2) + earlier(34));
  sum_10 <= resize(extend(earlier(44), 2) + input_payload(0), 3) + (extend(input_payload(10), 2) + input_payload(20));
  sum_11 <= resize(extend(earlier(5), 2) + earlier(15), 3) + (extend(earlier(25), 2) + earlier(35));
  sum_12 <= resize(extend(earlier(45), 2) + input_payload(1), 3) + (extend(input_payload(11), 2) + input_payload(21));
  sum_13 <= resize(extend(earlier(6), 2) + earlier(16), 3) + (extend(earlier(26), 2) + earlier(36));
  sum_14 <= resize(extend(earlier(46), 2) + input_payload(2), 3) + (extend(input_payload(12), 2) + input_payload(22));
  sum_15 <= resize(extend(earlier(7), 2) + earlier(17), 3) + (extend(earlier(27), 2) + earlier(37));
  sum_16 <= resize(extend(earlier(47), 2) + input_payload(3), 3) + (extend(input_payload(13), 2) + input_payload(23));
  sum_17 <= resize(extend(earlier(8), 2) + earlier(18), 3) + (extend(earlier(28), 2) + earlier(38));
  sum_18 <= resize(extend(earlier(48), 2) + input_payload(4), 3) + (extend(input_payload(14), 2) + input_payload(24));
  sum_19 <= resize(extend(earlier(9), 2) + earlier(19), 3) + (extend(earlier(29), 2) + earlier(39));
  sum_20 <= resize(extend(earlier(49), 2) + input_payload(5), 3) + (extend(input_payload(15), 2) + input_payload(25));
  sum_21 <= resize(resize(counts(3 downto 0), 5) + counts(7 downto 4), 6) + (resize(counts(11 downto 8), 5) + counts(15 downto 12));
  sum_22 <= resize(resize(counts(19 downto 16), 5) + counts(23 downto 20), 6) + (resize(counts(27 downto 24), 5) + counts(31 downto 28));
  sum_23 <= resize(resize(sum_21, 7) + sum_22, 8) + (resize(counts(35 downto 32), 5) + counts(39 downto 36));
  term_1 <= output_valid_register and output_ready;
  output_payload <= output_payload_register;
  output_valid <= output_valid_register;

  -- Registers
  process (clk)
  begin
    if rising_edge(clk) then
      if rst then
        closes <= '0';
        counted <= '0';
        counts <= (others => '0');
      elsif not output_valid_register then
        closes <= taken and input_payload(29);
        counted <= taken and input_payload(28);
        counts <=
          (resize(sum_19, 4) + sum_20) &
          (resize(sum_17, 4) + sum_18) &
          (resize(sum_15, 4) + sum_16) &
          (resize(sum_13, 4) + sum_14) &
          (resize(sum_11, 4) + sum_12) &
          (resize(sum_9, 4) + sum_10) &
          (resize(sum_7, 4) + sum_8) &
          (resize(sum_5, 4) + sum_6) &
          (resize(sum_3, 4) + sum_4) &
          (resize(sum_1, 4) + sum_2);
      end if;
    end if;
  end process;

  process (clk)
  begin
    if rising_edge(clk) then
      if rst then
        earlier <= (others => '0');
      elsif taken then
        earlier <= input_payload(26 downto 0) & earlier(53 downto 27);
      end if;
    end if;
  end process;

  process (clk)
  begin
    if rising_edge(clk) then
      if term_1 or rst then
        output_payload_register <= (others => '0');
      elsif input_ready and counted then
        output_payload_register <=
          (output_payload_register(101 downto 90) + sum_23) &
          (output_payload_register(89 downto 81) + counts(39 downto 36)) &
          (output_payload_register(80 downto 72) + counts(35 downto 32)) &
          (output_payload_register(71 downto 63) + counts(31 downto 28)) &
          (output_payload_register(62 downto 54) + counts(27 downto 24)) &
          (output_payload_register(53 downto 45) + counts(23 downto 20)) &
          (output_payload_register(44 downto 36) + counts(19 downto 16)) &
          (output_payload_register(35 downto 27) + counts(15 downto 12)) &
          (output_payload_register(26 downto 18) + counts(11 downto 8)) &
          (output_payload_register(17 downto 9) + counts(7 downto 4)) &
          (output_payload_register(8 downto 0) + counts(3 downto 0));
      end if;
    end if;
  end process;

  process (clk)
  begin
    if rising_edge(clk) then
      if rst then
        output_valid_register <= '0';
      else
        if output_valid_register then
          if term_1 then
            output_valid_register <= '0';
          else
            output_valid_register <= '1';
          end if;
        else
          output_valid_register <= closes;
        end if;
      end if;
    end if;
  end process;
end architecture;

library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.digits_src_functions.all;

entity digits_src_decision_argmax is
  port (
    clk            : in  std_logic;
    rst            : in  std_logic;
    input_payload  : in  unsigned(101 downto 0);
    input_ready    : out std_logic;
    input_valid    : in  std_logic;
    output_payload : out unsigned(133 downto 0);
    output_ready   : in  std_logic;
    output_valid   : out std_logic
  );
end entity;

architecture rtl of digits_src_decision_argmax is
  -- Registers
  signal best : signed(12 downto 0) := (others => '0');
  signal busy : std_logic := '0';
  signal index : unsigned(3 downto 0) := (others => '0');
  signal tally : unsigned(101 downto 0) := (others => '0');
  signal output_payload_register : unsigned(133 downto 0) := (others => '0');
  signal output_valid_register : std_logic := '0';
  -- Named values
  signal score : signed(12 downto 0);
  -- Intermediate results
  signal difference_1 : signed(12 downto 0);
  signal term_1, term_2 : std_logic;
  signal equal_1 : std_logic;
  signal choice_1 : std_logic;
begin
  -- Combinational logic
  difference_1 <= signed(unsigned'(tally(8 downto 0) & "0000")) - signed(unsigned'("00" & tally(8 downto 0) & "00"));
  score <= (difference_1 - signed(resize(tally(8 downto 0), 11))) - signed(resize(tally(101 downto 90), 13));
  input_ready <= not busy and not output_valid_register;
  term_1 <= input_valid and input_ready;
  term_2 <= (index ?= 0) or (score ?> best);
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
        best <= score;
      end if;
    end if;
  end process;

  process (clk)
  begin
    if rising_edge(clk) then
      if rst then
        busy <= '0';
        index <= (others => '0');
        tally(80 downto 0) <= (others => '0');
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
          tally(80 downto 0) <= tally(89 downto 9);
        elsif term_1 then
          tally(80 downto 0) <= input_payload(80 downto 0);
        end if;
      end if;
    end if;
  end process;

  process (clk)
  begin
    if rising_edge(clk) then
      if busy or rst then
        tally(89 downto 81) <= (others => '0');
      elsif term_1 then
        tally(89 downto 81) <= input_payload(89 downto 81);
      end if;
    end if;
  end process;

  process (clk)
  begin
    if rising_edge(clk) then
      if rst then
        tally(101 downto 90) <= (others => '0');
      elsif term_1 then
        tally(101 downto 90) <= input_payload(101 downto 90);
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
        output_payload_register(133 downto 4) <= (others => '0');
      elsif busy then
        output_payload_register(133 downto 4) <= unsigned(score) & output_payload_register(133 downto 17);
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
use work.digits_src_functions.all;

entity digits_src_decision is
  port (
    clk            : in  std_logic;
    rst            : in  std_logic;
    input_payload  : in  unsigned(29 downto 0);
    input_ready    : out std_logic;
    input_valid    : in  std_logic;
    output_payload : out unsigned(133 downto 0);
    output_ready   : in  std_logic;
    output_valid   : out std_logic
  );
end entity;

architecture rtl of digits_src_decision is
  -- Named values
  signal accumulator_output_payload : unsigned(101 downto 0);
  signal accumulator_output_ready : std_logic;
  signal accumulator_output_valid : std_logic;
begin
  -- Instances
  accumulator : entity work.digits_src_decision_accumulator
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

  argmax : entity work.digits_src_decision_argmax
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
use work.digits_src_functions.all;

entity digits_src_hidden_sums is
  port (
    clk            : in  std_logic;
    rst            : in  std_logic;
    input_payload  : in  unsigned(33 downto 0);
    input_ready    : out std_logic;
    input_valid    : in  std_logic;
    output_payload : out unsigned(245 downto 0);
    output_ready   : in  std_logic;
    output_valid   : out std_logic
  );
end entity;

architecture rtl of digits_src_hidden_sums is
  -- weights_0: 8 rows of 400 bits
  type weights_0_rows is array (0 to 7) of unsigned(399 downto 0);
  constant weights_0 : weights_0_rows := (
    0 => x"1FCA23000207C1F0803DF882007C0008461E07DE00462013FE18F8117BC0007C1F080207C1E004211041E08BE107C3EF881D",
    1 => x"CBF7A96ADAD76E6D7675E7B7DD3F1CD7376AFB68C7797BEF1BD335EF4F7BD776ECF3D3C6B1E9BB9DCD6D7DFB09EFBB6AFB7D",
    2 => x"B67BBDDB5B35B60F6B54DF0D5B6FDEDE31A4D69EBEF98E5977883DDDCFDC4C6D3F7794AED759E7F9CDB3735EB9F7F75F70D5",
    3 => x"8C6FAE9B7125691E6729E80519E73DDA37534631B73C40D1119CB7DE201825A72B73E5EC511AD3BAE94133CA31DF7A3EE091",
    4 => x"08BA11FC2207C1EF8361007E0F7BE0E83BFF74000042027C1D07FE1F7400FFC1FE841B087A1FF842EFFE310001FFC0010424",
    5 => x"F7238D183FE640094FEBFF3DBF7A36F8FBFCF7FE8CC230875E06E31F8C1FC77E19E02508F0007FB900FFFFFBD38E029FFFDE",
    6 => x"EF757D87C2CE3FCDD7C5F1F3CF873CF0C28C783FA63A10B39FD4FFDE8803E7BFE0EFC20A31D15B7FEF3C207B75B83C6FAC1D",
    7 => x"EF83E0F7A5F041BFFFDEF8F80F6FA3FF40DE7F5A1F41EF2BDD0580110404FF39CEF7B9F9FDEDE3DFF6FE407BF90843D03C3F"
  );
  -- weights_1: 8 rows of 400 bits
  type weights_1_rows is array (0 to 7) of unsigned(399 downto 0);
  constant weights_1 : weights_1_rows := (
    0 => x"A483737424FE77AA6D390079ADEC962F51AE77790F05E27BBBE6F9B1FB850EF393E8191F79BC70590F79DFE01EFEC3816FF9",
    1 => x"EF4F1DF005BF09EEC47CF93FDC0051E7081DE8401C7FB086FD2743506FC6D6BBE2CBB2F7B5C30091EE808CEC410DC15F877C",
    2 => x"FF03D1100020F1FD7BA70006210B9B07C81388E3CF801C1BA5F76FF02062004FFBF3D91FC6120759F806100842CE817E83FF",
    3 => x"F7FC6417BBFFEDCD13E6074214EF9F37EBAF017F18462AEBC2073411185BF8BBFD00A00641FF83853FBFC11022B005FFDFC0",
    4 => x"DF823117BC0126109BE8D6761FDFC2F0F56F027C08423ECBE3BE8470A39A10EE4103EA06400A67C60823918B1EF0863DD004",
    5 => x"B8804E97E5F8301217071135BA8438B9802FEF3E073051233FC902199803FE79FE622EF8CC0C7BA4D17080EE81056E4E9002",
    6 => x"4FF400A006077DCD940A0185941B5809F45068A2BE3E7F1BDA277E0F9C2506D3EB4468F07DE3FB2009FA5F64E1E57A7E9020",
    7 => x"A835BEF4E78D3408E7FB092F9BFFFD07D41A66C2F745E29A7CDEB7A1F0888DE3B364381063AA00BADEC278E7BFFF499202FA"
  );
  -- weights_2: 8 rows of 400 bits
  type weights_2_rows is array (0 to 7) of unsigned(399 downto 0);
  constant weights_2 : weights_2_rows := (
    0 => x"0081C45BC01709E06CD4F7F3CF7CDD2F7A10FF4007C60E077EFFC1E2C780F8623268C0F8BDFE805E2EC00EFFFF0F0960881B",
    1 => x"280A017027E743FFF8BB00701F90612F883E13C30FC5F0979F0843C0EC00F87E20FC5F07B3E1005E17C42D8C4107C3800B9D",
    2 => x"403E14079EF0C01DFC63EFB82287603873BF84C2E7C24BFFA218B01187E1084A4D0481E87C10FF0019720090A5F7C65E03A3",
    3 => x"0686328F3908003F84A2E67402F00138ED20909E18465C540118FA110B3BF80C0E8C27F5C05F03A2317361805FE8486E501E",
    4 => x"50BC3083B7013A618882E572316F8220791F7F3D084411D3E4F908110F59F0FE2F8C24FD8221FBE217FB528C3DF0462EC845",
    5 => x"D1482E8F84092E708F62D0F22A13E7AFBC1F8EA129B3EB0BA4C2FA4C900300FA3E931EA0484897A6CFA82012E5096DDF8804",
    6 => x"20FA1273FCF0B80B943A107E4F9BC70E8DC0838001BFDE801FE8023FE87F00064E1877C7B83F8808EEFFCF0BE601BF627C22",
    7 => x"2FFDA4E09FF801CF71370873EEE81E2F87E083DCD786020780FE7DC1E800F7F1F200C1003BE1E03F20000E741D17CB81801D"
  );
  -- weights_3: 8 rows of 400 bits
  type weights_3_rows is array (0 to 7) of unsigned(399 downto 0);
  constant weights_3 : weights_3_rows := (
    0 => x"20040F687FEFC5E07BF600021F7C3BE7FFE0001FF801B180421781DFE03E103DF27BDF00B5F177DDE6C00D802016FFC0881E",
    1 => x"17C202F45FF087E17FDD003A1E001E20040E00010803E0040016C3E0043CE847C1088000BE00FC001FBE3FF43F1FC00107C1",
    2 => x"1170208B5D387E3C8822F68410F73FF02D91007FF8BA2DF4DE08F44E0B7D2073DE7BE4E78C1FFFC618F39283A0E838207442",
    3 => x"5133FFF79326FA49841BFD01C28F3FE7B71077A0C082104CDD18F821779616D3FCF7E01E87B39300EFFD107020BFC60ED47A",
    4 => x"57FA3E83FAF6CA4EFC00F6F7CE87C2B801ADF4011FFC00709B293E3EF81DE7420F8760E003D19404E7C1BFF03D08F80F701A",
    5 => x"AD863B174B1FA2608F07C045E8807FC1AEF3F2DE1FFA4AAC3CC245FF1628176BFE0387D1C1EBFBE0C1AAF0769D387A7C9C60",
    6 => x"068600F468F0F6018BFD097E0E748310805083BE18FFFE1C5E10820FFBC4F83D9F93E1D97FFEEC2227C040835D20FC5FAC21",
    7 => x"003DE16C3EE041F0707B0FFC1F8B7E2788300702DF41E10821F743D1600201340E7C3D003A0177FD2FFE2F8402F701E10C20"
  );
  -- weights_4: 8 rows of 400 bits
  type weights_4_rows is array (0 to 7) of unsigned(399 downto 0);
  constant weights_4 : weights_4_rows := (
    0 => x"E13BFD7884F7FBF0785E20FBE0803CF7863E7FC3074B8383A00FC3E1F423CFC4317F9917FC10FC3BEF083E0001084BF1FFC1",
    1 => x"F787F0F4630043D47FDC010A2FF11FDF82910C5B3775C084031713CEE82320B7F3F0381047F078DB1738510B7B0F79BF9401",
    2 => x"197F8A701F36FFBE5BFD218D827BF9888C63E89EEEB9F1EFFDFF7B8BFBE226BE01D706184DA0809AC7443FE41D15F202FC19",
    3 => x"1F41E2783FFC400E6C3D07438187E01FFFF24B81FE82106855F839E1F07D04CFD0E84016C571005F178570C4BC074610F414",
    4 => x"9E8A0B8840FD30427B830FC57CFC22D1081057600F38217835E0C5FF10A005B360078600096D0441C0C5C14B7E20B8217457",
    5 => x"D0461DA3D707A6230027FD83CC741A117FA0F3C007BA3EE819D1000FA7BA16F7E07FE5FEC1ECFBE0E183616F3DD838915C01",
    6 => x"D7F04F8485183FC00F81F882207BBE07804FFFFDC77C122841EE700F8444F8B66EF041F93E1EFFC230BC90039FB7BC219823",
    7 => x"C7EE0D88420741F0036000BFED0F5FFEBFAEF7C4F87FC17FFF00761F743FFF7C0CFFF908420F93C0F7BE327BE5B7C0007C02"
  );
  -- weights_5: 8 rows of 400 bits
  type weights_5_rows is array (0 to 7) of unsigned(399 downto 0);
  constant weights_5 : weights_5_rows := (
    0 => x"DF81CEF05D172BE081190749DE009A2687B2F021F753B2FBDDD7C6036FFD07841308762FC7BFF45CFF0DB1EBFF100FAF6C1B",
    1 => x"093DAEDC1FF883E170191886200C1BFF824014A308B1D17E831781EE6400F0C6407BF727F6100C1DF74DEE17E3F8B62F8383",
    2 => x"20C5797F5FE119FFE6FFEFC0238412C7FC2D15641FEDFC7EE3287B98FBA02144406F1A0FBA219474A0C9F018E5F6E620F782",
    3 => x"3D861F7F5D084DF0FB42D80225745DF86DD1951D10002B6F8227C7DF93C000C1DFD7A627FFF2783C18B4218CBE0F3E3E0020",
    4 => x"06C411133B203E1207E4F8061FF4A230B5718BBA28421FE37EF849FF005A07BDB203C115423FE49B10718083FB2F7DDF4821",
    5 => x"C03DE30878E07A0103E31DBFFF0BFE08076CFBC1103E214781E07A1F8C56E8751280401E81FD843E1F878F83E307FE2FCFBF",
    6 => x"E7EA016C24F043FB93F9F940008AA5F6C87E8400A17FDFA3FFDF725F6BE307FF9B13F609FC3F0760F7BA3E87A3A101B01801",
    7 => x"DFE40AEFFE0F401A87BB023FE002A9DFBA627840A03FF08820F86E20EC230F3D9893DB1909D00220D70030F442A8BD9F101D"
  );
  -- weights_6: 8 rows of 400 bits
  type weights_6_rows is array (0 to 7) of unsigned(399 downto 0);
  constant weights_6 : weights_6_rows := (
    0 => x"3E8DD3EFDF0DB421751CC73BBCF43846F99F53BA1E8FCD8419F001D2778305452469BA078760DC9A273DC2DBDB370F6E7C76",
    1 => x"083BFFF85CE7F63F841CF83BF18C033749DE8042F881D3EEDC180030F862F80E011BDA0FF7D08444078C0FFC61E101820FDF",
    2 => x"06451B042100461D6682F0FFE20C340002607CC30DA3F11AC218076A0C5F000FF1EF1A10C3E080168F483378A20EA3C09B7E",
    3 => x"36898D962300518087078F8234F874C12240FC5E26FC688EC0260FD0227EF83A4152E9D07C300018E0E2207FE31C7C4886C0",
    4 => x"D48E5190360807B41F650C400144BFF979410BF330BE41CE9EDD4A420C71F7B973DFE94DBA2F446419372D7FF537C220CE21",
    5 => x"D5881F889CD8820113A31200110C63D90FBD887E10FE5372A20082511061E0ED9187C737B8208043F109CB07E6293DE072C4",
    6 => x"E7F3ED44C4EFC3ED83B1027BEF0F65DC461E7C61B881111740E7B7FFD002F7E7BC001100BBEF0AC1EC463E7C65D13F12179F",
    7 => x"193FEFE7E50639AEFCF7E13FB0F7400E4242E8BDD0436C9BDAEDBC0FE3A316634EF014F209ADEB42ED86416F80E8C3521BD4"
  );
  -- weights_7: 8 rows of 400 bits
  type weights_7_rows is array (0 to 7) of unsigned(399 downto 0);
  constant weights_7 : weights_7_rows := (
    0 => x"DDC1CB905A8F0DA27BA40023ED645BA80318EB772FC7F1563F05482FFF79A83DC577BF36A21F711DD0791B03BA4809F0479B",
    1 => x"B543ED0478A70FB2723F17ADDD601EB10B89F35817C030EABE0585EF0C1BBEBFB103013665DEEC9EA0479A879B3685E1CF7F",
    2 => x"9007BF9F40CF3DEFE6C6EFAFDC0079F1281C7EA0EFBA497AFD0E81DE9FDDE731FDFFCBB8280D7BFC01740EFBBD2FB65E73A0",
    3 => x"E07B9D085DDD662EEC28E87DC00B3EB1441EFADE06841E001CEF37DE8C3F076DFD782CF837FF7B5EC07C1F7F3ED7B800943E",
    4 => x"FF823287FEF807FE845D17C3E0084117BFDE807F1840010841003C207C1F10440F7F85FF4010FFC200041083A1F801F0083F",
    5 => x"467C4F77A3D04BC11C5AFF78216FECF7682BF840F9420C1EDD247E6F73A3B60000BFA1F075F26C060735EB8016DA83EE837D",
    6 => x"36BD7D7044258F8162A0E8C7A4D8398FF8345DD7FDFBDC80750CB99EF7850DB5C166BFB8396163999FC4616554F633D1FC5A",
    7 => x"017F98F7221E85DFE29DF7BB7D87D89FAC22E7FF0DEFDB2C9ADF436CFB620DF7EE6EFF8ACBBF07958FF802E005ECEBD1B057"
  );
  -- Registers
  signal closes_sample_1, closes_sample_2, closes_sample_3 : std_logic := '0';
  signal closes_step_1, closes_step_2, closes_step_3 : std_logic := '0';
  signal counts_0, counts_1, counts_2, counts_3, counts_4, counts_5, counts_6, counts_7 : std_logic := '0';
  signal full : std_logic := '0';
  signal left : unsigned(1 downto 0) := (others => '0');
  signal partial_0_0, partial_0_1 : unsigned(559 downto 0) := (others => '0');
  signal read_data : unsigned(399 downto 0) := (others => '0');
  signal read_data_59, read_data_60, read_data_61, read_data_62, read_data_63, read_data_64,
     read_data_65 : unsigned(399 downto 0) := (others => '0');
  signal row_0, row_1, row_2, row_3, row_4, row_5, row_6, row_7 : unsigned(399 downto 0) := (others => '0');
  signal sample : std_logic := '0';
  signal step : std_logic := '0';
  signal sums : unsigned(719 downto 0) := (others => '0');
  signal valid_1, valid_2, valid_3 : std_logic := '0';
  signal waiting : unsigned(719 downto 0) := (others => '0');
  signal waiting_sample : std_logic := '0';
  signal waiting_step : std_logic := '0';
  -- Named values
  signal base : unsigned(719 downto 0);
  signal four_0_0, four_0_1 : unsigned(559 downto 0);
  signal output_payload_end_of_sample : std_logic;
  signal output_payload_end_of_step : std_logic;
  signal pair_0_0, pair_0_1, pair_0_2, pair_0_3 : unsigned(479 downto 0);
  signal taken : std_logic;
  -- Intermediate results
  signal term_1, term_2, term_3, term_4, term_5, term_6, term_7 : std_logic;
  signal equal_1 : std_logic;
  signal sum_1, sum_2, sum_3, sum_4, sum_5, sum_6, sum_7, sum_8, sum_9, sum_10, sum_11, sum_12, sum_13, sum_14,
     sum_15, sum_16, sum_17, sum_18, sum_19, sum_20, sum_21, sum_22, sum_23, sum_24, sum_25, sum_26, sum_27,
     sum_28, sum_29, sum_30, sum_31, sum_32, sum_33, sum_34, sum_35, sum_36, sum_37, sum_38, sum_39, sum_40,
     sum_41, sum_42, sum_43, sum_44, sum_45, sum_46, sum_47, sum_48, sum_49, sum_50, sum_51, sum_52, sum_53,
     sum_54, sum_55, sum_56, sum_57, sum_58, sum_59, sum_60, sum_61, sum_62, sum_63, sum_64, sum_65, sum_66,
     sum_67, sum_68, sum_69, sum_70, sum_71, sum_72, sum_73, sum_74, sum_75, sum_76, sum_77, sum_78, sum_79,
     sum_80 : signed(8 downto 0);
begin
  -- Combinational logic
  pair_0_3(215 downto 210) <= unsigned(resize(signed(row_6(179 downto 175)), 6) + signed(row_7(179 downto 175)));
  pair_0_3(221 downto 216) <= unsigned(resize(signed(row_6(184 downto 180)), 6) + signed(row_7(184 downto 180)));
  pair_0_3(227 downto 222) <= unsigned(resize(signed(row_6(189 downto 185)), 6) + signed(row_7(189 downto 185)));
  pair_0_3(233 downto 228) <= unsigned(resize(signed(row_6(194 downto 190)), 6) + signed(row_7(194 downto 190)));
  pair_0_3(239 downto 234) <= unsigned(resize(signed(row_6(199 downto 195)), 6) + signed(row_7(199 downto 195)));
  pair_0_3(245 downto 240) <= unsigned(resize(signed(row_6(204 downto 200)), 6) + signed(row_7(204 downto 200)));
  pair_0_3(251 downto 246) <= unsigned(resize(signed(row_6(209 downto 205)), 6) + signed(row_7(209 downto 205)));
  pair_0_3(257 downto 252) <= unsigned(resize(signed(row_6(214 downto 210)), 6) + signed(row_7(214 downto 210)));
  pair_0_3(263 downto 258) <= unsigned(resize(signed(row_6(219 downto 215)), 6) + signed(row_7(219 downto 215)));
  pair_0_3(269 downto 264) <= unsigned(resize(signed(row_6(224 downto 220)), 6) + signed(row_7(224 downto 220)));
  pair_0_3(275 downto 270) <= unsigned(resize(signed(row_6(229 downto 225)), 6) + signed(row_7(229 downto 225)));
  pair_0_3(281 downto 276) <= unsigned(resize(signed(row_6(234 downto 230)), 6) + signed(row_7(234 downto 230)));
  pair_0_3(287 downto 282) <= unsigned(resize(signed(row_6(239 downto 235)), 6) + signed(row_7(239 downto 235)));
  pair_0_3(293 downto 288) <= unsigned(resize(signed(row_6(244 downto 240)), 6) + signed(row_7(244 downto 240)));
  pair_0_3(299 downto 294) <= unsigned(resize(signed(row_6(249 downto 245)), 6) + signed(row_7(249 downto 245)));
  pair_0_3(305 downto 300) <= unsigned(resize(signed(row_6(254 downto 250)), 6) + signed(row_7(254 downto 250)));
  pair_0_3(311 downto 306) <= unsigned(resize(signed(row_6(259 downto 255)), 6) + signed(row_7(259 downto 255)));
  pair_0_3(317 downto 312) <= unsigned(resize(signed(row_6(264 downto 260)), 6) + signed(row_7(264 downto 260)));
  pair_0_3(323 downto 318) <= unsigned(resize(signed(row_6(269 downto 265)), 6) + signed(row_7(269 downto 265)));
  pair_0_3(329 downto 324) <= unsigned(resize(signed(row_6(274 downto 270)), 6) + signed(row_7(274 downto 270)));
  pair_0_3(335 downto 330) <= unsigned(resize(signed(row_6(279 downto 275)), 6) + signed(row_7(279 downto 275)));
  pair_0_3(341 downto 336) <= unsigned(resize(signed(row_6(284 downto 280)), 6) + signed(row_7(284 downto 280)));
  pair_0_3(347 downto 342) <= unsigned(resize(signed(row_6(289 downto 285)), 6) + signed(row_7(289 downto 285)));
  pair_0_3(353 downto 348) <= unsigned(resize(signed(row_6(294 downto 290)), 6) + signed(row_7(294 downto 290)));
  pair_0_3(359 downto 354) <= unsigned(resize(signed(row_6(299 downto 295)), 6) + signed(row_7(299 downto 295)));
  pair_0_3(365 downto 360) <= unsigned(resize(signed(row_6(304 downto 300)), 6) + signed(row_7(304 downto 300)));
  pair_0_3(371 downto 366) <= unsigned(resize(signed(row_6(309 downto 305)), 6) + signed(row_7(309 downto 305)));
  pair_0_3(377 downto 372) <= unsigned(resize(signed(row_6(314 downto 310)), 6) + signed(row_7(314 downto 310)));
  pair_0_3(383 downto 378) <= unsigned(resize(signed(row_6(319 downto 315)), 6) + signed(row_7(319 downto 315)));
  pair_0_3(389 downto 384) <= unsigned(resize(signed(row_6(324 downto 320)), 6) + signed(row_7(324 downto 320)));
  pair_0_3(395 downto 390) <= unsigned(resize(signed(row_6(329 downto 325)), 6) + signed(row_7(329 downto 325)));
  pair_0_3(401 downto 396) <= unsigned(resize(signed(row_6(334 downto 330)), 6) + signed(row_7(334 downto 330)));
  pair_0_3(407 downto 402) <= unsigned(resize(signed(row_6(339 downto 335)), 6) + signed(row_7(339 downto 335)));
  pair_0_3(413 downto 408) <= unsigned(resize(signed(row_6(344 downto 340)), 6) + signed(row_7(344 downto 340)));
  pair_0_3(419 downto 414) <= unsigned(resize(signed(row_6(349 downto 345)), 6) + signed(row_7(349 downto 345)));
  pair_0_3(425 downto 420) <= unsigned(resize(signed(row_6(354 downto 350)), 6) + signed(row_7(354 downto 350)));
  pair_0_3(431 downto 426) <= unsigned(resize(signed(row_6(359 downto 355)), 6) + signed(row_7(359 downto 355)));
  pair_0_3(437 downto 432) <= unsigned(resize(signed(row_6(364 downto 360)), 6) + signed(row_7(364 downto 360)));
  pair_0_3(443 downto 438) <= unsigned(resize(signed(row_6(369 downto 365)), 6) + signed(row_7(369 downto 365)));
  pair_0_3(449 downto 444) <= unsigned(resize(signed(row_6(374 downto 370)), 6) + signed(row_7(374 downto 370)));
  pair_0_3(455 downto 450) <= unsigned(resize(signed(row_6(379 downto 375)), 6) + signed(row_7(379 downto 375)));
  pair_0_3(461 downto 456) <= unsigned(resize(signed(row_6(384 downto 380)), 6) + signed(row_7(384 downto 380)));
  pair_0_3(467 downto 462) <= unsigned(resize(signed(row_6(389 downto 385)), 6) + signed(row_7(389 downto 385)));
  pair_0_3(473 downto 468) <= unsigned(resize(signed(row_6(394 downto 390)), 6) + signed(row_7(394 downto 390)));
  pair_0_3(479 downto 474) <= unsigned(resize(signed(row_6(399 downto 395)), 6) + signed(row_7(399 downto 395)));
  pair_0_0(5 downto 0) <= unsigned(resize(signed(row_0(4 downto 0)), 6) + signed(row_1(4 downto 0)));
  pair_0_1(5 downto 0) <= unsigned(resize(signed(row_2(4 downto 0)), 6) + signed(row_3(4 downto 0)));
  four_0_0(6 downto 0) <= unsigned(resize(signed(pair_0_0(5 downto 0)), 7) + signed(pair_0_1(5 downto 0)));
  pair_0_0(11 downto 6) <= unsigned(resize(signed(row_0(9 downto 5)), 6) + signed(row_1(9 downto 5)));
  pair_0_1(11 downto 6) <= unsigned(resize(signed(row_2(9 downto 5)), 6) + signed(row_3(9 downto 5)));
  four_0_0(13 downto 7) <= unsigned(resize(signed(pair_0_0(11 downto 6)), 7) + signed(pair_0_1(11 downto 6)));
  pair_0_0(17 downto 12) <= unsigned(resize(signed(row_0(14 downto 10)), 6) + signed(row_1(14 downto 10)));
  pair_0_1(17 downto 12) <= unsigned(resize(signed(row_2(14 downto 10)), 6) + signed(row_3(14 downto 10)));
  four_0_0(20 downto 14) <= unsigned(resize(signed(pair_0_0(17 downto 12)), 7) + signed(pair_0_1(17 downto 12)));
  pair_0_0(23 downto 18) <= unsigned(resize(signed(row_0(19 downto 15)), 6) + signed(row_1(19 downto 15)));
  pair_0_1(23 downto 18) <= unsigned(resize(signed(row_2(19 downto 15)), 6) + signed(row_3(19 downto 15)));
  four_0_0(27 downto 21) <= unsigned(resize(signed(pair_0_0(23 downto 18)), 7) + signed(pair_0_1(23 downto 18)));
  pair_0_0(29 downto 24) <= unsigned(resize(signed(row_0(24 downto 20)), 6) + signed(row_1(24 downto 20)));
  pair_0_1(29 downto 24) <= unsigned(resize(signed(row_2(24 downto 20)), 6) + signed(row_3(24 downto 20)));
  four_0_0(34 downto 28) <= unsigned(resize(signed(pair_0_0(29 downto 24)), 7) + signed(pair_0_1(29 downto 24)));
  pair_0_0(35 downto 30) <= unsigned(resize(signed(row_0(29 downto 25)), 6) + signed(row_1(29 downto 25)));
  pair_0_1(35 downto 30) <= unsigned(resize(signed(row_2(29 downto 25)), 6) + signed(row_3(29 downto 25)));
  four_0_0(41 downto 35) <= unsigned(resize(signed(pair_0_0(35 downto 30)), 7) + signed(pair_0_1(35 downto 30)));
  pair_0_0(41 downto 36) <= unsigned(resize(signed(row_0(34 downto 30)), 6) + signed(row_1(34 downto 30)));
  pair_0_1(41 downto 36) <= unsigned(resize(signed(row_2(34 downto 30)), 6) + signed(row_3(34 downto 30)));
  four_0_0(48 downto 42) <= unsigned(resize(signed(pair_0_0(41 downto 36)), 7) + signed(pair_0_1(41 downto 36)));
  pair_0_0(47 downto 42) <= unsigned(resize(signed(row_0(39 downto 35)), 6) + signed(row_1(39 downto 35)));
  pair_0_1(47 downto 42) <= unsigned(resize(signed(row_2(39 downto 35)), 6) + signed(row_3(39 downto 35)));
  four_0_0(55 downto 49) <= unsigned(resize(signed(pair_0_0(47 downto 42)), 7) + signed(pair_0_1(47 downto 42)));
  pair_0_0(53 downto 48) <= unsigned(resize(signed(row_0(44 downto 40)), 6) + signed(row_1(44 downto 40)));
  pair_0_1(53 downto 48) <= unsigned(resize(signed(row_2(44 downto 40)), 6) + signed(row_3(44 downto 40)));
  four_0_0(62 downto 56) <= unsigned(resize(signed(pair_0_0(53 downto 48)), 7) + signed(pair_0_1(53 downto 48)));
  pair_0_0(59 downto 54) <= unsigned(resize(signed(row_0(49 downto 45)), 6) + signed(row_1(49 downto 45)));
  pair_0_1(59 downto 54) <= unsigned(resize(signed(row_2(49 downto 45)), 6) + signed(row_3(49 downto 45)));
  four_0_0(69 downto 63) <= unsigned(resize(signed(pair_0_0(59 downto 54)), 7) + signed(pair_0_1(59 downto 54)));
  pair_0_0(65 downto 60) <= unsigned(resize(signed(row_0(54 downto 50)), 6) + signed(row_1(54 downto 50)));
  pair_0_1(65 downto 60) <= unsigned(resize(signed(row_2(54 downto 50)), 6) + signed(row_3(54 downto 50)));
  four_0_0(76 downto 70) <= unsigned(resize(signed(pair_0_0(65 downto 60)), 7) + signed(pair_0_1(65 downto 60)));
  pair_0_0(71 downto 66) <= unsigned(resize(signed(row_0(59 downto 55)), 6) + signed(row_1(59 downto 55)));
  pair_0_1(71 downto 66) <= unsigned(resize(signed(row_2(59 downto 55)), 6) + signed(row_3(59 downto 55)));
  four_0_0(83 downto 77) <= unsigned(resize(signed(pair_0_0(71 downto 66)), 7) + signed(pair_0_1(71 downto 66)));
  pair_0_0(77 downto 72) <= unsigned(resize(signed(row_0(64 downto 60)), 6) + signed(row_1(64 downto 60)));
  pair_0_1(77 downto 72) <= unsigned(resize(signed(row_2(64 downto 60)), 6) + signed(row_3(64 downto 60)));
  four_0_0(90 downto 84) <= unsigned(resize(signed(pair_0_0(77 downto 72)), 7) + signed(pair_0_1(77 downto 72)));
  pair_0_0(83 downto 78) <= unsigned(resize(signed(row_0(69 downto 65)), 6) + signed(row_1(69 downto 65)));
  pair_0_1(83 downto 78) <= unsigned(resize(signed(row_2(69 downto 65)), 6) + signed(row_3(69 downto 65)));
  four_0_0(97 downto 91) <= unsigned(resize(signed(pair_0_0(83 downto 78)), 7) + signed(pair_0_1(83 downto 78)));
  pair_0_0(89 downto 84) <= unsigned(resize(signed(row_0(74 downto 70)), 6) + signed(row_1(74 downto 70)));
  pair_0_1(89 downto 84) <= unsigned(resize(signed(row_2(74 downto 70)), 6) + signed(row_3(74 downto 70)));
  four_0_0(104 downto 98) <= unsigned(resize(signed(pair_0_0(89 downto 84)), 7) + signed(pair_0_1(89 downto 84)));
  pair_0_0(95 downto 90) <= unsigned(resize(signed(row_0(79 downto 75)), 6) + signed(row_1(79 downto 75)));
  pair_0_1(95 downto 90) <= unsigned(resize(signed(row_2(79 downto 75)), 6) + signed(row_3(79 downto 75)));
  four_0_0(111 downto 105) <= unsigned(resize(signed(pair_0_0(95 downto 90)), 7) + signed(pair_0_1(95 downto 90)));
  pair_0_0(101 downto 96) <= unsigned(resize(signed(row_0(84 downto 80)), 6) + signed(row_1(84 downto 80)));
  pair_0_1(101 downto 96) <= unsigned(resize(signed(row_2(84 downto 80)), 6) + signed(row_3(84 downto 80)));
  four_0_0(118 downto 112) <= unsigned(resize(signed(pair_0_0(101 downto 96)), 7) + signed(pair_0_1(101 downto 96)));
  pair_0_0(107 downto 102) <= unsigned(resize(signed(row_0(89 downto 85)), 6) + signed(row_1(89 downto 85)));
  pair_0_1(107 downto 102) <= unsigned(resize(signed(row_2(89 downto 85)), 6) + signed(row_3(89 downto 85)));
  four_0_0(125 downto 119) <= unsigned(resize(signed(pair_0_0(107 downto 102)), 7) + signed(pair_0_1(107 downto 102)));
  pair_0_0(113 downto 108) <= unsigned(resize(signed(row_0(94 downto 90)), 6) + signed(row_1(94 downto 90)));
  pair_0_1(113 downto 108) <= unsigned(resize(signed(row_2(94 downto 90)), 6) + signed(row_3(94 downto 90)));
  four_0_0(132 downto 126) <= unsigned(resize(signed(pair_0_0(113 downto 108)), 7) + signed(pair_0_1(113 downto 108)));
  pair_0_0(119 downto 114) <= unsigned(resize(signed(row_0(99 downto 95)), 6) + signed(row_1(99 downto 95)));
  pair_0_1(119 downto 114) <= unsigned(resize(signed(row_2(99 downto 95)), 6) + signed(row_3(99 downto 95)));
  four_0_0(139 downto 133) <= unsigned(resize(signed(pair_0_0(119 downto 114)), 7) + signed(pair_0_1(119 downto 114)));
  pair_0_0(125 downto 120) <= unsigned(resize(signed(row_0(104 downto 100)), 6) + signed(row_1(104 downto 100)));
  pair_0_1(125 downto 120) <= unsigned(resize(signed(row_2(104 downto 100)), 6) + signed(row_3(104 downto 100)));
  four_0_0(146 downto 140) <= unsigned(resize(signed(pair_0_0(125 downto 120)), 7) + signed(pair_0_1(125 downto 120)));
  pair_0_0(131 downto 126) <= unsigned(resize(signed(row_0(109 downto 105)), 6) + signed(row_1(109 downto 105)));
  pair_0_1(131 downto 126) <= unsigned(resize(signed(row_2(109 downto 105)), 6) + signed(row_3(109 downto 105)));
  four_0_0(153 downto 147) <= unsigned(resize(signed(pair_0_0(131 downto 126)), 7) + signed(pair_0_1(131 downto 126)));
  pair_0_0(137 downto 132) <= unsigned(resize(signed(row_0(114 downto 110)), 6) + signed(row_1(114 downto 110)));
  pair_0_1(137 downto 132) <= unsigned(resize(signed(row_2(114 downto 110)), 6) + signed(row_3(114 downto 110)));
  four_0_0(160 downto 154) <= unsigned(resize(signed(pair_0_0(137 downto 132)), 7) + signed(pair_0_1(137 downto 132)));
  pair_0_0(143 downto 138) <= unsigned(resize(signed(row_0(119 downto 115)), 6) + signed(row_1(119 downto 115)));
  pair_0_1(143 downto 138) <= unsigned(resize(signed(row_2(119 downto 115)), 6) + signed(row_3(119 downto 115)));
  four_0_0(167 downto 161) <= unsigned(resize(signed(pair_0_0(143 downto 138)), 7) + signed(pair_0_1(143 downto 138)));
  pair_0_0(149 downto 144) <= unsigned(resize(signed(row_0(124 downto 120)), 6) + signed(row_1(124 downto 120)));
  pair_0_1(149 downto 144) <= unsigned(resize(signed(row_2(124 downto 120)), 6) + signed(row_3(124 downto 120)));
  four_0_0(174 downto 168) <= unsigned(resize(signed(pair_0_0(149 downto 144)), 7) + signed(pair_0_1(149 downto 144)));
  pair_0_0(155 downto 150) <= unsigned(resize(signed(row_0(129 downto 125)), 6) + signed(row_1(129 downto 125)));
  pair_0_1(155 downto 150) <= unsigned(resize(signed(row_2(129 downto 125)), 6) + signed(row_3(129 downto 125)));
  four_0_0(181 downto 175) <= unsigned(resize(signed(pair_0_0(155 downto 150)), 7) + signed(pair_0_1(155 downto 150)));
  pair_0_0(161 downto 156) <= unsigned(resize(signed(row_0(134 downto 130)), 6) + signed(row_1(134 downto 130)));
  pair_0_1(161 downto 156) <= unsigned(resize(signed(row_2(134 downto 130)), 6) + signed(row_3(134 downto 130)));
  four_0_0(188 downto 182) <= unsigned(resize(signed(pair_0_0(161 downto 156)), 7) + signed(pair_0_1(161 downto 156)));
  pair_0_0(167 downto 162) <= unsigned(resize(signed(row_0(139 downto 135)), 6) + signed(row_1(139 downto 135)));
  pair_0_1(167 downto 162) <= unsigned(resize(signed(row_2(139 downto 135)), 6) + signed(row_3(139 downto 135)));
  four_0_0(195 downto 189) <= unsigned(resize(signed(pair_0_0(167 downto 162)), 7) + signed(pair_0_1(167 downto 162)));
  pair_0_0(173 downto 168) <= unsigned(resize(signed(row_0(144 downto 140)), 6) + signed(row_1(144 downto 140)));
  pair_0_1(173 downto 168) <= unsigned(resize(signed(row_2(144 downto 140)), 6) + signed(row_3(144 downto 140)));
  four_0_0(202 downto 196) <= unsigned(resize(signed(pair_0_0(173 downto 168)), 7) + signed(pair_0_1(173 downto 168)));
  pair_0_0(179 downto 174) <= unsigned(resize(signed(row_0(149 downto 145)), 6) + signed(row_1(149 downto 145)));
  pair_0_1(179 downto 174) <= unsigned(resize(signed(row_2(149 downto 145)), 6) + signed(row_3(149 downto 145)));
  four_0_0(209 downto 203) <= unsigned(resize(signed(pair_0_0(179 downto 174)), 7) + signed(pair_0_1(179 downto 174)));
  pair_0_0(185 downto 180) <= unsigned(resize(signed(row_0(154 downto 150)), 6) + signed(row_1(154 downto 150)));
  pair_0_1(185 downto 180) <= unsigned(resize(signed(row_2(154 downto 150)), 6) + signed(row_3(154 downto 150)));
  four_0_0(216 downto 210) <= unsigned(resize(signed(pair_0_0(185 downto 180)), 7) + signed(pair_0_1(185 downto 180)));
  pair_0_0(191 downto 186) <= unsigned(resize(signed(row_0(159 downto 155)), 6) + signed(row_1(159 downto 155)));
  pair_0_1(191 downto 186) <= unsigned(resize(signed(row_2(159 downto 155)), 6) + signed(row_3(159 downto 155)));
  four_0_0(223 downto 217) <= unsigned(resize(signed(pair_0_0(191 downto 186)), 7) + signed(pair_0_1(191 downto 186)));
  pair_0_0(197 downto 192) <= unsigned(resize(signed(row_0(164 downto 160)), 6) + signed(row_1(164 downto 160)));
  pair_0_1(197 downto 192) <= unsigned(resize(signed(row_2(164 downto 160)), 6) + signed(row_3(164 downto 160)));
  four_0_0(230 downto 224) <= unsigned(resize(signed(pair_0_0(197 downto 192)), 7) + signed(pair_0_1(197 downto 192)));
  pair_0_0(203 downto 198) <= unsigned(resize(signed(row_0(169 downto 165)), 6) + signed(row_1(169 downto 165)));
  pair_0_1(203 downto 198) <= unsigned(resize(signed(row_2(169 downto 165)), 6) + signed(row_3(169 downto 165)));
  four_0_0(237 downto 231) <= unsigned(resize(signed(pair_0_0(203 downto 198)), 7) + signed(pair_0_1(203 downto 198)));
  pair_0_0(209 downto 204) <= unsigned(resize(signed(row_0(174 downto 170)), 6) + signed(row_1(174 downto 170)));
  pair_0_1(209 downto 204) <= unsigned(resize(signed(row_2(174 downto 170)), 6) + signed(row_3(174 downto 170)));
  four_0_0(244 downto 238) <= unsigned(resize(signed(pair_0_0(209 downto 204)), 7) + signed(pair_0_1(209 downto 204)));
  pair_0_0(215 downto 210) <= unsigned(resize(signed(row_0(179 downto 175)), 6) + signed(row_1(179 downto 175)));
  pair_0_1(215 downto 210) <= unsigned(resize(signed(row_2(179 downto 175)), 6) + signed(row_3(179 downto 175)));
  four_0_0(251 downto 245) <= unsigned(resize(signed(pair_0_0(215 downto 210)), 7) + signed(pair_0_1(215 downto 210)));
  pair_0_0(221 downto 216) <= unsigned(resize(signed(row_0(184 downto 180)), 6) + signed(row_1(184 downto 180)));
  pair_0_1(221 downto 216) <= unsigned(resize(signed(row_2(184 downto 180)), 6) + signed(row_3(184 downto 180)));
  four_0_0(258 downto 252) <= unsigned(resize(signed(pair_0_0(221 downto 216)), 7) + signed(pair_0_1(221 downto 216)));
  pair_0_0(227 downto 222) <= unsigned(resize(signed(row_0(189 downto 185)), 6) + signed(row_1(189 downto 185)));
  pair_0_1(227 downto 222) <= unsigned(resize(signed(row_2(189 downto 185)), 6) + signed(row_3(189 downto 185)));
  four_0_0(265 downto 259) <= unsigned(resize(signed(pair_0_0(227 downto 222)), 7) + signed(pair_0_1(227 downto 222)));
  pair_0_0(233 downto 228) <= unsigned(resize(signed(row_0(194 downto 190)), 6) + signed(row_1(194 downto 190)));
  pair_0_1(233 downto 228) <= unsigned(resize(signed(row_2(194 downto 190)), 6) + signed(row_3(194 downto 190)));
  four_0_0(272 downto 266) <= unsigned(resize(signed(pair_0_0(233 downto 228)), 7) + signed(pair_0_1(233 downto 228)));
  pair_0_0(239 downto 234) <= unsigned(resize(signed(row_0(199 downto 195)), 6) + signed(row_1(199 downto 195)));
  pair_0_1(239 downto 234) <= unsigned(resize(signed(row_2(199 downto 195)), 6) + signed(row_3(199 downto 195)));
  four_0_0(279 downto 273) <= unsigned(resize(signed(pair_0_0(239 downto 234)), 7) + signed(pair_0_1(239 downto 234)));
  pair_0_0(245 downto 240) <= unsigned(resize(signed(row_0(204 downto 200)), 6) + signed(row_1(204 downto 200)));
  pair_0_1(245 downto 240) <= unsigned(resize(signed(row_2(204 downto 200)), 6) + signed(row_3(204 downto 200)));
  four_0_0(286 downto 280) <= unsigned(resize(signed(pair_0_0(245 downto 240)), 7) + signed(pair_0_1(245 downto 240)));
  pair_0_0(251 downto 246) <= unsigned(resize(signed(row_0(209 downto 205)), 6) + signed(row_1(209 downto 205)));
  pair_0_1(251 downto 246) <= unsigned(resize(signed(row_2(209 downto 205)), 6) + signed(row_3(209 downto 205)));
  four_0_0(293 downto 287) <= unsigned(resize(signed(pair_0_0(251 downto 246)), 7) + signed(pair_0_1(251 downto 246)));
  pair_0_0(257 downto 252) <= unsigned(resize(signed(row_0(214 downto 210)), 6) + signed(row_1(214 downto 210)));
  pair_0_1(257 downto 252) <= unsigned(resize(signed(row_2(214 downto 210)), 6) + signed(row_3(214 downto 210)));
  four_0_0(300 downto 294) <= unsigned(resize(signed(pair_0_0(257 downto 252)), 7) + signed(pair_0_1(257 downto 252)));
  pair_0_0(263 downto 258) <= unsigned(resize(signed(row_0(219 downto 215)), 6) + signed(row_1(219 downto 215)));
  pair_0_1(263 downto 258) <= unsigned(resize(signed(row_2(219 downto 215)), 6) + signed(row_3(219 downto 215)));
  four_0_0(307 downto 301) <= unsigned(resize(signed(pair_0_0(263 downto 258)), 7) + signed(pair_0_1(263 downto 258)));
  pair_0_0(269 downto 264) <= unsigned(resize(signed(row_0(224 downto 220)), 6) + signed(row_1(224 downto 220)));
  pair_0_1(269 downto 264) <= unsigned(resize(signed(row_2(224 downto 220)), 6) + signed(row_3(224 downto 220)));
  four_0_0(314 downto 308) <= unsigned(resize(signed(pair_0_0(269 downto 264)), 7) + signed(pair_0_1(269 downto 264)));
  pair_0_0(275 downto 270) <= unsigned(resize(signed(row_0(229 downto 225)), 6) + signed(row_1(229 downto 225)));
  pair_0_1(275 downto 270) <= unsigned(resize(signed(row_2(229 downto 225)), 6) + signed(row_3(229 downto 225)));
  four_0_0(321 downto 315) <= unsigned(resize(signed(pair_0_0(275 downto 270)), 7) + signed(pair_0_1(275 downto 270)));
  pair_0_0(281 downto 276) <= unsigned(resize(signed(row_0(234 downto 230)), 6) + signed(row_1(234 downto 230)));
  pair_0_1(281 downto 276) <= unsigned(resize(signed(row_2(234 downto 230)), 6) + signed(row_3(234 downto 230)));
  four_0_0(328 downto 322) <= unsigned(resize(signed(pair_0_0(281 downto 276)), 7) + signed(pair_0_1(281 downto 276)));
  pair_0_0(287 downto 282) <= unsigned(resize(signed(row_0(239 downto 235)), 6) + signed(row_1(239 downto 235)));
  pair_0_1(287 downto 282) <= unsigned(resize(signed(row_2(239 downto 235)), 6) + signed(row_3(239 downto 235)));
  four_0_0(335 downto 329) <= unsigned(resize(signed(pair_0_0(287 downto 282)), 7) + signed(pair_0_1(287 downto 282)));
  pair_0_0(293 downto 288) <= unsigned(resize(signed(row_0(244 downto 240)), 6) + signed(row_1(244 downto 240)));
  pair_0_1(293 downto 288) <= unsigned(resize(signed(row_2(244 downto 240)), 6) + signed(row_3(244 downto 240)));
  four_0_0(342 downto 336) <= unsigned(resize(signed(pair_0_0(293 downto 288)), 7) + signed(pair_0_1(293 downto 288)));
  pair_0_0(299 downto 294) <= unsigned(resize(signed(row_0(249 downto 245)), 6) + signed(row_1(249 downto 245)));
  pair_0_1(299 downto 294) <= unsigned(resize(signed(row_2(249 downto 245)), 6) + signed(row_3(249 downto 245)));
  four_0_0(349 downto 343) <= unsigned(resize(signed(pair_0_0(299 downto 294)), 7) + signed(pair_0_1(299 downto 294)));
  pair_0_0(305 downto 300) <= unsigned(resize(signed(row_0(254 downto 250)), 6) + signed(row_1(254 downto 250)));
  pair_0_1(305 downto 300) <= unsigned(resize(signed(row_2(254 downto 250)), 6) + signed(row_3(254 downto 250)));
  four_0_0(356 downto 350) <= unsigned(resize(signed(pair_0_0(305 downto 300)), 7) + signed(pair_0_1(305 downto 300)));
  pair_0_0(311 downto 306) <= unsigned(resize(signed(row_0(259 downto 255)), 6) + signed(row_1(259 downto 255)));
  pair_0_1(311 downto 306) <= unsigned(resize(signed(row_2(259 downto 255)), 6) + signed(row_3(259 downto 255)));
  four_0_0(363 downto 357) <= unsigned(resize(signed(pair_0_0(311 downto 306)), 7) + signed(pair_0_1(311 downto 306)));
  pair_0_0(317 downto 312) <= unsigned(resize(signed(row_0(264 downto 260)), 6) + signed(row_1(264 downto 260)));
  pair_0_1(317 downto 312) <= unsigned(resize(signed(row_2(264 downto 260)), 6) + signed(row_3(264 downto 260)));
  four_0_0(370 downto 364) <= unsigned(resize(signed(pair_0_0(317 downto 312)), 7) + signed(pair_0_1(317 downto 312)));
  pair_0_0(323 downto 318) <= unsigned(resize(signed(row_0(269 downto 265)), 6) + signed(row_1(269 downto 265)));
  pair_0_1(323 downto 318) <= unsigned(resize(signed(row_2(269 downto 265)), 6) + signed(row_3(269 downto 265)));
  four_0_0(377 downto 371) <= unsigned(resize(signed(pair_0_0(323 downto 318)), 7) + signed(pair_0_1(323 downto 318)));
  pair_0_0(329 downto 324) <= unsigned(resize(signed(row_0(274 downto 270)), 6) + signed(row_1(274 downto 270)));
  pair_0_1(329 downto 324) <= unsigned(resize(signed(row_2(274 downto 270)), 6) + signed(row_3(274 downto 270)));
  four_0_0(384 downto 378) <= unsigned(resize(signed(pair_0_0(329 downto 324)), 7) + signed(pair_0_1(329 downto 324)));
  pair_0_0(335 downto 330) <= unsigned(resize(signed(row_0(279 downto 275)), 6) + signed(row_1(279 downto 275)));
  pair_0_1(335 downto 330) <= unsigned(resize(signed(row_2(279 downto 275)), 6) + signed(row_3(279 downto 275)));
  four_0_0(391 downto 385) <= unsigned(resize(signed(pair_0_0(335 downto 330)), 7) + signed(pair_0_1(335 downto 330)));
  pair_0_0(341 downto 336) <= unsigned(resize(signed(row_0(284 downto 280)), 6) + signed(row_1(284 downto 280)));
  pair_0_1(341 downto 336) <= unsigned(resize(signed(row_2(284 downto 280)), 6) + signed(row_3(284 downto 280)));
  four_0_0(398 downto 392) <= unsigned(resize(signed(pair_0_0(341 downto 336)), 7) + signed(pair_0_1(341 downto 336)));
  pair_0_0(347 downto 342) <= unsigned(resize(signed(row_0(289 downto 285)), 6) + signed(row_1(289 downto 285)));
  pair_0_1(347 downto 342) <= unsigned(resize(signed(row_2(289 downto 285)), 6) + signed(row_3(289 downto 285)));
  four_0_0(405 downto 399) <= unsigned(resize(signed(pair_0_0(347 downto 342)), 7) + signed(pair_0_1(347 downto 342)));
  pair_0_0(353 downto 348) <= unsigned(resize(signed(row_0(294 downto 290)), 6) + signed(row_1(294 downto 290)));
  pair_0_1(353 downto 348) <= unsigned(resize(signed(row_2(294 downto 290)), 6) + signed(row_3(294 downto 290)));
  four_0_0(412 downto 406) <= unsigned(resize(signed(pair_0_0(353 downto 348)), 7) + signed(pair_0_1(353 downto 348)));
  pair_0_0(359 downto 354) <= unsigned(resize(signed(row_0(299 downto 295)), 6) + signed(row_1(299 downto 295)));
  pair_0_1(359 downto 354) <= unsigned(resize(signed(row_2(299 downto 295)), 6) + signed(row_3(299 downto 295)));
  four_0_0(419 downto 413) <= unsigned(resize(signed(pair_0_0(359 downto 354)), 7) + signed(pair_0_1(359 downto 354)));
  pair_0_0(365 downto 360) <= unsigned(resize(signed(row_0(304 downto 300)), 6) + signed(row_1(304 downto 300)));
  pair_0_1(365 downto 360) <= unsigned(resize(signed(row_2(304 downto 300)), 6) + signed(row_3(304 downto 300)));
  four_0_0(426 downto 420) <= unsigned(resize(signed(pair_0_0(365 downto 360)), 7) + signed(pair_0_1(365 downto 360)));
  pair_0_0(371 downto 366) <= unsigned(resize(signed(row_0(309 downto 305)), 6) + signed(row_1(309 downto 305)));
  pair_0_1(371 downto 366) <= unsigned(resize(signed(row_2(309 downto 305)), 6) + signed(row_3(309 downto 305)));
  four_0_0(433 downto 427) <= unsigned(resize(signed(pair_0_0(371 downto 366)), 7) + signed(pair_0_1(371 downto 366)));
  pair_0_0(377 downto 372) <= unsigned(resize(signed(row_0(314 downto 310)), 6) + signed(row_1(314 downto 310)));
  pair_0_1(377 downto 372) <= unsigned(resize(signed(row_2(314 downto 310)), 6) + signed(row_3(314 downto 310)));
  four_0_0(440 downto 434) <= unsigned(resize(signed(pair_0_0(377 downto 372)), 7) + signed(pair_0_1(377 downto 372)));
  pair_0_0(383 downto 378) <= unsigned(resize(signed(row_0(319 downto 315)), 6) + signed(row_1(319 downto 315)));
  pair_0_1(383 downto 378) <= unsigned(resize(signed(row_2(319 downto 315)), 6) + signed(row_3(319 downto 315)));
  four_0_0(447 downto 441) <= unsigned(resize(signed(pair_0_0(383 downto 378)), 7) + signed(pair_0_1(383 downto 378)));
  pair_0_0(389 downto 384) <= unsigned(resize(signed(row_0(324 downto 320)), 6) + signed(row_1(324 downto 320)));
  pair_0_1(389 downto 384) <= unsigned(resize(signed(row_2(324 downto 320)), 6) + signed(row_3(324 downto 320)));
  four_0_0(454 downto 448) <= unsigned(resize(signed(pair_0_0(389 downto 384)), 7) + signed(pair_0_1(389 downto 384)));
  pair_0_0(395 downto 390) <= unsigned(resize(signed(row_0(329 downto 325)), 6) + signed(row_1(329 downto 325)));
  pair_0_1(395 downto 390) <= unsigned(resize(signed(row_2(329 downto 325)), 6) + signed(row_3(329 downto 325)));
  four_0_0(461 downto 455) <= unsigned(resize(signed(pair_0_0(395 downto 390)), 7) + signed(pair_0_1(395 downto 390)));
  pair_0_0(401 downto 396) <= unsigned(resize(signed(row_0(334 downto 330)), 6) + signed(row_1(334 downto 330)));
  pair_0_1(401 downto 396) <= unsigned(resize(signed(row_2(334 downto 330)), 6) + signed(row_3(334 downto 330)));
  four_0_0(468 downto 462) <= unsigned(resize(signed(pair_0_0(401 downto 396)), 7) + signed(pair_0_1(401 downto 396)));
  pair_0_0(407 downto 402) <= unsigned(resize(signed(row_0(339 downto 335)), 6) + signed(row_1(339 downto 335)));
  pair_0_1(407 downto 402) <= unsigned(resize(signed(row_2(339 downto 335)), 6) + signed(row_3(339 downto 335)));
  four_0_0(475 downto 469) <= unsigned(resize(signed(pair_0_0(407 downto 402)), 7) + signed(pair_0_1(407 downto 402)));
  pair_0_0(413 downto 408) <= unsigned(resize(signed(row_0(344 downto 340)), 6) + signed(row_1(344 downto 340)));
  pair_0_1(413 downto 408) <= unsigned(resize(signed(row_2(344 downto 340)), 6) + signed(row_3(344 downto 340)));
  four_0_0(482 downto 476) <= unsigned(resize(signed(pair_0_0(413 downto 408)), 7) + signed(pair_0_1(413 downto 408)));
  pair_0_0(419 downto 414) <= unsigned(resize(signed(row_0(349 downto 345)), 6) + signed(row_1(349 downto 345)));
  pair_0_1(419 downto 414) <= unsigned(resize(signed(row_2(349 downto 345)), 6) + signed(row_3(349 downto 345)));
  four_0_0(489 downto 483) <= unsigned(resize(signed(pair_0_0(419 downto 414)), 7) + signed(pair_0_1(419 downto 414)));
  pair_0_0(425 downto 420) <= unsigned(resize(signed(row_0(354 downto 350)), 6) + signed(row_1(354 downto 350)));
  pair_0_1(425 downto 420) <= unsigned(resize(signed(row_2(354 downto 350)), 6) + signed(row_3(354 downto 350)));
  four_0_0(496 downto 490) <= unsigned(resize(signed(pair_0_0(425 downto 420)), 7) + signed(pair_0_1(425 downto 420)));
  pair_0_0(431 downto 426) <= unsigned(resize(signed(row_0(359 downto 355)), 6) + signed(row_1(359 downto 355)));
  pair_0_1(431 downto 426) <= unsigned(resize(signed(row_2(359 downto 355)), 6) + signed(row_3(359 downto 355)));
  four_0_0(503 downto 497) <= unsigned(resize(signed(pair_0_0(431 downto 426)), 7) + signed(pair_0_1(431 downto 426)));
  pair_0_0(437 downto 432) <= unsigned(resize(signed(row_0(364 downto 360)), 6) + signed(row_1(364 downto 360)));
  pair_0_1(437 downto 432) <= unsigned(resize(signed(row_2(364 downto 360)), 6) + signed(row_3(364 downto 360)));
  four_0_0(510 downto 504) <= unsigned(resize(signed(pair_0_0(437 downto 432)), 7) + signed(pair_0_1(437 downto 432)));
  pair_0_0(443 downto 438) <= unsigned(resize(signed(row_0(369 downto 365)), 6) + signed(row_1(369 downto 365)));
  pair_0_1(443 downto 438) <= unsigned(resize(signed(row_2(369 downto 365)), 6) + signed(row_3(369 downto 365)));
  four_0_0(517 downto 511) <= unsigned(resize(signed(pair_0_0(443 downto 438)), 7) + signed(pair_0_1(443 downto 438)));
  pair_0_0(449 downto 444) <= unsigned(resize(signed(row_0(374 downto 370)), 6) + signed(row_1(374 downto 370)));
  pair_0_1(449 downto 444) <= unsigned(resize(signed(row_2(374 downto 370)), 6) + signed(row_3(374 downto 370)));
  four_0_0(524 downto 518) <= unsigned(resize(signed(pair_0_0(449 downto 444)), 7) + signed(pair_0_1(449 downto 444)));
  pair_0_0(455 downto 450) <= unsigned(resize(signed(row_0(379 downto 375)), 6) + signed(row_1(379 downto 375)));
  pair_0_1(455 downto 450) <= unsigned(resize(signed(row_2(379 downto 375)), 6) + signed(row_3(379 downto 375)));
  four_0_0(531 downto 525) <= unsigned(resize(signed(pair_0_0(455 downto 450)), 7) + signed(pair_0_1(455 downto 450)));
  pair_0_0(461 downto 456) <= unsigned(resize(signed(row_0(384 downto 380)), 6) + signed(row_1(384 downto 380)));
  pair_0_1(461 downto 456) <= unsigned(resize(signed(row_2(384 downto 380)), 6) + signed(row_3(384 downto 380)));
  four_0_0(538 downto 532) <= unsigned(resize(signed(pair_0_0(461 downto 456)), 7) + signed(pair_0_1(461 downto 456)));
  pair_0_0(467 downto 462) <= unsigned(resize(signed(row_0(389 downto 385)), 6) + signed(row_1(389 downto 385)));
  pair_0_1(467 downto 462) <= unsigned(resize(signed(row_2(389 downto 385)), 6) + signed(row_3(389 downto 385)));
  four_0_0(545 downto 539) <= unsigned(resize(signed(pair_0_0(467 downto 462)), 7) + signed(pair_0_1(467 downto 462)));
  pair_0_0(473 downto 468) <= unsigned(resize(signed(row_0(394 downto 390)), 6) + signed(row_1(394 downto 390)));
  pair_0_1(473 downto 468) <= unsigned(resize(signed(row_2(394 downto 390)), 6) + signed(row_3(394 downto 390)));
  four_0_0(552 downto 546) <= unsigned(resize(signed(pair_0_0(473 downto 468)), 7) + signed(pair_0_1(473 downto 468)));
  pair_0_0(479 downto 474) <= unsigned(resize(signed(row_0(399 downto 395)), 6) + signed(row_1(399 downto 395)));
  pair_0_1(479 downto 474) <= unsigned(resize(signed(row_2(399 downto 395)), 6) + signed(row_3(399 downto 395)));
  four_0_0(559 downto 553) <= unsigned(resize(signed(pair_0_0(479 downto 474)), 7) + signed(pair_0_1(479 downto 474)));
  pair_0_2(5 downto 0) <= unsigned(resize(signed(row_4(4 downto 0)), 6) + signed(row_5(4 downto 0)));
  pair_0_3(5 downto 0) <= unsigned(resize(signed(row_6(4 downto 0)), 6) + signed(row_7(4 downto 0)));
  four_0_1(6 downto 0) <= unsigned(resize(signed(pair_0_2(5 downto 0)), 7) + signed(pair_0_3(5 downto 0)));
  pair_0_2(11 downto 6) <= unsigned(resize(signed(row_4(9 downto 5)), 6) + signed(row_5(9 downto 5)));
  pair_0_3(11 downto 6) <= unsigned(resize(signed(row_6(9 downto 5)), 6) + signed(row_7(9 downto 5)));
  four_0_1(13 downto 7) <= unsigned(resize(signed(pair_0_2(11 downto 6)), 7) + signed(pair_0_3(11 downto 6)));
  pair_0_2(17 downto 12) <= unsigned(resize(signed(row_4(14 downto 10)), 6) + signed(row_5(14 downto 10)));
  pair_0_3(17 downto 12) <= unsigned(resize(signed(row_6(14 downto 10)), 6) + signed(row_7(14 downto 10)));
  four_0_1(20 downto 14) <= unsigned(resize(signed(pair_0_2(17 downto 12)), 7) + signed(pair_0_3(17 downto 12)));
  pair_0_2(23 downto 18) <= unsigned(resize(signed(row_4(19 downto 15)), 6) + signed(row_5(19 downto 15)));
  pair_0_3(23 downto 18) <= unsigned(resize(signed(row_6(19 downto 15)), 6) + signed(row_7(19 downto 15)));
  four_0_1(27 downto 21) <= unsigned(resize(signed(pair_0_2(23 downto 18)), 7) + signed(pair_0_3(23 downto 18)));
  pair_0_2(29 downto 24) <= unsigned(resize(signed(row_4(24 downto 20)), 6) + signed(row_5(24 downto 20)));
  pair_0_3(29 downto 24) <= unsigned(resize(signed(row_6(24 downto 20)), 6) + signed(row_7(24 downto 20)));
  four_0_1(34 downto 28) <= unsigned(resize(signed(pair_0_2(29 downto 24)), 7) + signed(pair_0_3(29 downto 24)));
  pair_0_2(35 downto 30) <= unsigned(resize(signed(row_4(29 downto 25)), 6) + signed(row_5(29 downto 25)));
  pair_0_3(35 downto 30) <= unsigned(resize(signed(row_6(29 downto 25)), 6) + signed(row_7(29 downto 25)));
  four_0_1(41 downto 35) <= unsigned(resize(signed(pair_0_2(35 downto 30)), 7) + signed(pair_0_3(35 downto 30)));
  pair_0_2(41 downto 36) <= unsigned(resize(signed(row_4(34 downto 30)), 6) + signed(row_5(34 downto 30)));
  pair_0_3(41 downto 36) <= unsigned(resize(signed(row_6(34 downto 30)), 6) + signed(row_7(34 downto 30)));
  four_0_1(48 downto 42) <= unsigned(resize(signed(pair_0_2(41 downto 36)), 7) + signed(pair_0_3(41 downto 36)));
  pair_0_2(47 downto 42) <= unsigned(resize(signed(row_4(39 downto 35)), 6) + signed(row_5(39 downto 35)));
  pair_0_3(47 downto 42) <= unsigned(resize(signed(row_6(39 downto 35)), 6) + signed(row_7(39 downto 35)));
  four_0_1(55 downto 49) <= unsigned(resize(signed(pair_0_2(47 downto 42)), 7) + signed(pair_0_3(47 downto 42)));
  pair_0_2(53 downto 48) <= unsigned(resize(signed(row_4(44 downto 40)), 6) + signed(row_5(44 downto 40)));
  pair_0_3(53 downto 48) <= unsigned(resize(signed(row_6(44 downto 40)), 6) + signed(row_7(44 downto 40)));
  four_0_1(62 downto 56) <= unsigned(resize(signed(pair_0_2(53 downto 48)), 7) + signed(pair_0_3(53 downto 48)));
  pair_0_2(59 downto 54) <= unsigned(resize(signed(row_4(49 downto 45)), 6) + signed(row_5(49 downto 45)));
  pair_0_3(59 downto 54) <= unsigned(resize(signed(row_6(49 downto 45)), 6) + signed(row_7(49 downto 45)));
  four_0_1(69 downto 63) <= unsigned(resize(signed(pair_0_2(59 downto 54)), 7) + signed(pair_0_3(59 downto 54)));
  pair_0_2(65 downto 60) <= unsigned(resize(signed(row_4(54 downto 50)), 6) + signed(row_5(54 downto 50)));
  pair_0_3(65 downto 60) <= unsigned(resize(signed(row_6(54 downto 50)), 6) + signed(row_7(54 downto 50)));
  four_0_1(76 downto 70) <= unsigned(resize(signed(pair_0_2(65 downto 60)), 7) + signed(pair_0_3(65 downto 60)));
  pair_0_2(71 downto 66) <= unsigned(resize(signed(row_4(59 downto 55)), 6) + signed(row_5(59 downto 55)));
  pair_0_3(71 downto 66) <= unsigned(resize(signed(row_6(59 downto 55)), 6) + signed(row_7(59 downto 55)));
  four_0_1(83 downto 77) <= unsigned(resize(signed(pair_0_2(71 downto 66)), 7) + signed(pair_0_3(71 downto 66)));
  pair_0_2(77 downto 72) <= unsigned(resize(signed(row_4(64 downto 60)), 6) + signed(row_5(64 downto 60)));
  pair_0_3(77 downto 72) <= unsigned(resize(signed(row_6(64 downto 60)), 6) + signed(row_7(64 downto 60)));
  four_0_1(90 downto 84) <= unsigned(resize(signed(pair_0_2(77 downto 72)), 7) + signed(pair_0_3(77 downto 72)));
  pair_0_2(83 downto 78) <= unsigned(resize(signed(row_4(69 downto 65)), 6) + signed(row_5(69 downto 65)));
  pair_0_3(83 downto 78) <= unsigned(resize(signed(row_6(69 downto 65)), 6) + signed(row_7(69 downto 65)));
  four_0_1(97 downto 91) <= unsigned(resize(signed(pair_0_2(83 downto 78)), 7) + signed(pair_0_3(83 downto 78)));
  pair_0_2(89 downto 84) <= unsigned(resize(signed(row_4(74 downto 70)), 6) + signed(row_5(74 downto 70)));
  pair_0_3(89 downto 84) <= unsigned(resize(signed(row_6(74 downto 70)), 6) + signed(row_7(74 downto 70)));
  four_0_1(104 downto 98) <= unsigned(resize(signed(pair_0_2(89 downto 84)), 7) + signed(pair_0_3(89 downto 84)));
  pair_0_2(95 downto 90) <= unsigned(resize(signed(row_4(79 downto 75)), 6) + signed(row_5(79 downto 75)));
  pair_0_3(95 downto 90) <= unsigned(resize(signed(row_6(79 downto 75)), 6) + signed(row_7(79 downto 75)));
  four_0_1(111 downto 105) <= unsigned(resize(signed(pair_0_2(95 downto 90)), 7) + signed(pair_0_3(95 downto 90)));
  pair_0_2(101 downto 96) <= unsigned(resize(signed(row_4(84 downto 80)), 6) + signed(row_5(84 downto 80)));
  pair_0_3(101 downto 96) <= unsigned(resize(signed(row_6(84 downto 80)), 6) + signed(row_7(84 downto 80)));
  four_0_1(118 downto 112) <= unsigned(resize(signed(pair_0_2(101 downto 96)), 7) + signed(pair_0_3(101 downto 96)));
  pair_0_2(107 downto 102) <= unsigned(resize(signed(row_4(89 downto 85)), 6) + signed(row_5(89 downto 85)));
  pair_0_3(107 downto 102) <= unsigned(resize(signed(row_6(89 downto 85)), 6) + signed(row_7(89 downto 85)));
  four_0_1(125 downto 119) <= unsigned(resize(signed(pair_0_2(107 downto 102)), 7) + signed(pair_0_3(107 downto 102)));
  pair_0_2(113 downto 108) <= unsigned(resize(signed(row_4(94 downto 90)), 6) + signed(row_5(94 downto 90)));
  pair_0_3(113 downto 108) <= unsigned(resize(signed(row_6(94 downto 90)), 6) + signed(row_7(94 downto 90)));
  four_0_1(132 downto 126) <= unsigned(resize(signed(pair_0_2(113 downto 108)), 7) + signed(pair_0_3(113 downto 108)));
  pair_0_2(119 downto 114) <= unsigned(resize(signed(row_4(99 downto 95)), 6) + signed(row_5(99 downto 95)));
  pair_0_3(119 downto 114) <= unsigned(resize(signed(row_6(99 downto 95)), 6) + signed(row_7(99 downto 95)));
  four_0_1(139 downto 133) <= unsigned(resize(signed(pair_0_2(119 downto 114)), 7) + signed(pair_0_3(119 downto 114)));
  pair_0_2(125 downto 120) <= unsigned(resize(signed(row_4(104 downto 100)), 6) + signed(row_5(104 downto 100)));
  pair_0_3(125 downto 120) <= unsigned(resize(signed(row_6(104 downto 100)), 6) + signed(row_7(104 downto 100)));
  four_0_1(146 downto 140) <= unsigned(resize(signed(pair_0_2(125 downto 120)), 7) + signed(pair_0_3(125 downto 120)));
  pair_0_2(131 downto 126) <= unsigned(resize(signed(row_4(109 downto 105)), 6) + signed(row_5(109 downto 105)));
  pair_0_3(131 downto 126) <= unsigned(resize(signed(row_6(109 downto 105)), 6) + signed(row_7(109 downto 105)));
  four_0_1(153 downto 147) <= unsigned(resize(signed(pair_0_2(131 downto 126)), 7) + signed(pair_0_3(131 downto 126)));
  pair_0_2(137 downto 132) <= unsigned(resize(signed(row_4(114 downto 110)), 6) + signed(row_5(114 downto 110)));
  pair_0_3(137 downto 132) <= unsigned(resize(signed(row_6(114 downto 110)), 6) + signed(row_7(114 downto 110)));
  four_0_1(160 downto 154) <= unsigned(resize(signed(pair_0_2(137 downto 132)), 7) + signed(pair_0_3(137 downto 132)));
  pair_0_2(143 downto 138) <= unsigned(resize(signed(row_4(119 downto 115)), 6) + signed(row_5(119 downto 115)));
  pair_0_3(143 downto 138) <= unsigned(resize(signed(row_6(119 downto 115)), 6) + signed(row_7(119 downto 115)));
  four_0_1(167 downto 161) <= unsigned(resize(signed(pair_0_2(143 downto 138)), 7) + signed(pair_0_3(143 downto 138)));
  pair_0_2(149 downto 144) <= unsigned(resize(signed(row_4(124 downto 120)), 6) + signed(row_5(124 downto 120)));
  pair_0_3(149 downto 144) <= unsigned(resize(signed(row_6(124 downto 120)), 6) + signed(row_7(124 downto 120)));
  four_0_1(174 downto 168) <= unsigned(resize(signed(pair_0_2(149 downto 144)), 7) + signed(pair_0_3(149 downto 144)));
  pair_0_2(155 downto 150) <= unsigned(resize(signed(row_4(129 downto 125)), 6) + signed(row_5(129 downto 125)));
  pair_0_3(155 downto 150) <= unsigned(resize(signed(row_6(129 downto 125)), 6) + signed(row_7(129 downto 125)));
  four_0_1(181 downto 175) <= unsigned(resize(signed(pair_0_2(155 downto 150)), 7) + signed(pair_0_3(155 downto 150)));
  pair_0_2(161 downto 156) <= unsigned(resize(signed(row_4(134 downto 130)), 6) + signed(row_5(134 downto 130)));
  pair_0_3(161 downto 156) <= unsigned(resize(signed(row_6(134 downto 130)), 6) + signed(row_7(134 downto 130)));
  four_0_1(188 downto 182) <= unsigned(resize(signed(pair_0_2(161 downto 156)), 7) + signed(pair_0_3(161 downto 156)));
  pair_0_2(167 downto 162) <= unsigned(resize(signed(row_4(139 downto 135)), 6) + signed(row_5(139 downto 135)));
  pair_0_3(167 downto 162) <= unsigned(resize(signed(row_6(139 downto 135)), 6) + signed(row_7(139 downto 135)));
  four_0_1(195 downto 189) <= unsigned(resize(signed(pair_0_2(167 downto 162)), 7) + signed(pair_0_3(167 downto 162)));
  pair_0_2(173 downto 168) <= unsigned(resize(signed(row_4(144 downto 140)), 6) + signed(row_5(144 downto 140)));
  pair_0_3(173 downto 168) <= unsigned(resize(signed(row_6(144 downto 140)), 6) + signed(row_7(144 downto 140)));
  four_0_1(202 downto 196) <= unsigned(resize(signed(pair_0_2(173 downto 168)), 7) + signed(pair_0_3(173 downto 168)));
  pair_0_2(179 downto 174) <= unsigned(resize(signed(row_4(149 downto 145)), 6) + signed(row_5(149 downto 145)));
  pair_0_3(179 downto 174) <= unsigned(resize(signed(row_6(149 downto 145)), 6) + signed(row_7(149 downto 145)));
  four_0_1(209 downto 203) <= unsigned(resize(signed(pair_0_2(179 downto 174)), 7) + signed(pair_0_3(179 downto 174)));
  pair_0_2(185 downto 180) <= unsigned(resize(signed(row_4(154 downto 150)), 6) + signed(row_5(154 downto 150)));
  pair_0_3(185 downto 180) <= unsigned(resize(signed(row_6(154 downto 150)), 6) + signed(row_7(154 downto 150)));
  four_0_1(216 downto 210) <= unsigned(resize(signed(pair_0_2(185 downto 180)), 7) + signed(pair_0_3(185 downto 180)));
  pair_0_2(191 downto 186) <= unsigned(resize(signed(row_4(159 downto 155)), 6) + signed(row_5(159 downto 155)));
  pair_0_3(191 downto 186) <= unsigned(resize(signed(row_6(159 downto 155)), 6) + signed(row_7(159 downto 155)));
  four_0_1(223 downto 217) <= unsigned(resize(signed(pair_0_2(191 downto 186)), 7) + signed(pair_0_3(191 downto 186)));
  pair_0_2(197 downto 192) <= unsigned(resize(signed(row_4(164 downto 160)), 6) + signed(row_5(164 downto 160)));
  pair_0_3(197 downto 192) <= unsigned(resize(signed(row_6(164 downto 160)), 6) + signed(row_7(164 downto 160)));
  four_0_1(230 downto 224) <= unsigned(resize(signed(pair_0_2(197 downto 192)), 7) + signed(pair_0_3(197 downto 192)));
  pair_0_2(203 downto 198) <= unsigned(resize(signed(row_4(169 downto 165)), 6) + signed(row_5(169 downto 165)));
  pair_0_3(203 downto 198) <= unsigned(resize(signed(row_6(169 downto 165)), 6) + signed(row_7(169 downto 165)));
  four_0_1(237 downto 231) <= unsigned(resize(signed(pair_0_2(203 downto 198)), 7) + signed(pair_0_3(203 downto 198)));
  pair_0_2(209 downto 204) <= unsigned(resize(signed(row_4(174 downto 170)), 6) + signed(row_5(174 downto 170)));
  pair_0_3(209 downto 204) <= unsigned(resize(signed(row_6(174 downto 170)), 6) + signed(row_7(174 downto 170)));
  four_0_1(244 downto 238) <= unsigned(resize(signed(pair_0_2(209 downto 204)), 7) + signed(pair_0_3(209 downto 204)));
  pair_0_2(215 downto 210) <= unsigned(resize(signed(row_4(179 downto 175)), 6) + signed(row_5(179 downto 175)));
  four_0_1(251 downto 245) <= unsigned(resize(signed(pair_0_2(215 downto 210)), 7) + signed(pair_0_3(215 downto 210)));
  pair_0_2(221 downto 216) <= unsigned(resize(signed(row_4(184 downto 180)), 6) + signed(row_5(184 downto 180)));
  four_0_1(258 downto 252) <= unsigned(resize(signed(pair_0_2(221 downto 216)), 7) + signed(pair_0_3(221 downto 216)));
  pair_0_2(227 downto 222) <= unsigned(resize(signed(row_4(189 downto 185)), 6) + signed(row_5(189 downto 185)));
  four_0_1(265 downto 259) <= unsigned(resize(signed(pair_0_2(227 downto 222)), 7) + signed(pair_0_3(227 downto 222)));
  pair_0_2(233 downto 228) <= unsigned(resize(signed(row_4(194 downto 190)), 6) + signed(row_5(194 downto 190)));
  four_0_1(272 downto 266) <= unsigned(resize(signed(pair_0_2(233 downto 228)), 7) + signed(pair_0_3(233 downto 228)));
  pair_0_2(239 downto 234) <= unsigned(resize(signed(row_4(199 downto 195)), 6) + signed(row_5(199 downto 195)));
  four_0_1(279 downto 273) <= unsigned(resize(signed(pair_0_2(239 downto 234)), 7) + signed(pair_0_3(239 downto 234)));
  pair_0_2(245 downto 240) <= unsigned(resize(signed(row_4(204 downto 200)), 6) + signed(row_5(204 downto 200)));
  four_0_1(286 downto 280) <= unsigned(resize(signed(pair_0_2(245 downto 240)), 7) + signed(pair_0_3(245 downto 240)));
  pair_0_2(251 downto 246) <= unsigned(resize(signed(row_4(209 downto 205)), 6) + signed(row_5(209 downto 205)));
  four_0_1(293 downto 287) <= unsigned(resize(signed(pair_0_2(251 downto 246)), 7) + signed(pair_0_3(251 downto 246)));
  pair_0_2(257 downto 252) <= unsigned(resize(signed(row_4(214 downto 210)), 6) + signed(row_5(214 downto 210)));
  four_0_1(300 downto 294) <= unsigned(resize(signed(pair_0_2(257 downto 252)), 7) + signed(pair_0_3(257 downto 252)));
  pair_0_2(263 downto 258) <= unsigned(resize(signed(row_4(219 downto 215)), 6) + signed(row_5(219 downto 215)));
  four_0_1(307 downto 301) <= unsigned(resize(signed(pair_0_2(263 downto 258)), 7) + signed(pair_0_3(263 downto 258)));
  pair_0_2(269 downto 264) <= unsigned(resize(signed(row_4(224 downto 220)), 6) + signed(row_5(224 downto 220)));
  four_0_1(314 downto 308) <= unsigned(resize(signed(pair_0_2(269 downto 264)), 7) + signed(pair_0_3(269 downto 264)));
  pair_0_2(275 downto 270) <= unsigned(resize(signed(row_4(229 downto 225)), 6) + signed(row_5(229 downto 225)));
  four_0_1(321 downto 315) <= unsigned(resize(signed(pair_0_2(275 downto 270)), 7) + signed(pair_0_3(275 downto 270)));
  pair_0_2(281 downto 276) <= unsigned(resize(signed(row_4(234 downto 230)), 6) + signed(row_5(234 downto 230)));
  four_0_1(328 downto 322) <= unsigned(resize(signed(pair_0_2(281 downto 276)), 7) + signed(pair_0_3(281 downto 276)));
  pair_0_2(287 downto 282) <= unsigned(resize(signed(row_4(239 downto 235)), 6) + signed(row_5(239 downto 235)));
  four_0_1(335 downto 329) <= unsigned(resize(signed(pair_0_2(287 downto 282)), 7) + signed(pair_0_3(287 downto 282)));
  pair_0_2(293 downto 288) <= unsigned(resize(signed(row_4(244 downto 240)), 6) + signed(row_5(244 downto 240)));
  four_0_1(342 downto 336) <= unsigned(resize(signed(pair_0_2(293 downto 288)), 7) + signed(pair_0_3(293 downto 288)));
  pair_0_2(299 downto 294) <= unsigned(resize(signed(row_4(249 downto 245)), 6) + signed(row_5(249 downto 245)));
  four_0_1(349 downto 343) <= unsigned(resize(signed(pair_0_2(299 downto 294)), 7) + signed(pair_0_3(299 downto 294)));
  pair_0_2(305 downto 300) <= unsigned(resize(signed(row_4(254 downto 250)), 6) + signed(row_5(254 downto 250)));
  four_0_1(356 downto 350) <= unsigned(resize(signed(pair_0_2(305 downto 300)), 7) + signed(pair_0_3(305 downto 300)));
  pair_0_2(311 downto 306) <= unsigned(resize(signed(row_4(259 downto 255)), 6) + signed(row_5(259 downto 255)));
  four_0_1(363 downto 357) <= unsigned(resize(signed(pair_0_2(311 downto 306)), 7) + signed(pair_0_3(311 downto 306)));
  pair_0_2(317 downto 312) <= unsigned(resize(signed(row_4(264 downto 260)), 6) + signed(row_5(264 downto 260)));
  four_0_1(370 downto 364) <= unsigned(resize(signed(pair_0_2(317 downto 312)), 7) + signed(pair_0_3(317 downto 312)));
  pair_0_2(323 downto 318) <= unsigned(resize(signed(row_4(269 downto 265)), 6) + signed(row_5(269 downto 265)));
  four_0_1(377 downto 371) <= unsigned(resize(signed(pair_0_2(323 downto 318)), 7) + signed(pair_0_3(323 downto 318)));
  pair_0_2(329 downto 324) <= unsigned(resize(signed(row_4(274 downto 270)), 6) + signed(row_5(274 downto 270)));
  four_0_1(384 downto 378) <= unsigned(resize(signed(pair_0_2(329 downto 324)), 7) + signed(pair_0_3(329 downto 324)));
  pair_0_2(335 downto 330) <= unsigned(resize(signed(row_4(279 downto 275)), 6) + signed(row_5(279 downto 275)));
  four_0_1(391 downto 385) <= unsigned(resize(signed(pair_0_2(335 downto 330)), 7) + signed(pair_0_3(335 downto 330)));
  pair_0_2(341 downto 336) <= unsigned(resize(signed(row_4(284 downto 280)), 6) + signed(row_5(284 downto 280)));
  four_0_1(398 downto 392) <= unsigned(resize(signed(pair_0_2(341 downto 336)), 7) + signed(pair_0_3(341 downto 336)));
  pair_0_2(347 downto 342) <= unsigned(resize(signed(row_4(289 downto 285)), 6) + signed(row_5(289 downto 285)));
  four_0_1(405 downto 399) <= unsigned(resize(signed(pair_0_2(347 downto 342)), 7) + signed(pair_0_3(347 downto 342)));
  pair_0_2(353 downto 348) <= unsigned(resize(signed(row_4(294 downto 290)), 6) + signed(row_5(294 downto 290)));
  four_0_1(412 downto 406) <= unsigned(resize(signed(pair_0_2(353 downto 348)), 7) + signed(pair_0_3(353 downto 348)));
  pair_0_2(359 downto 354) <= unsigned(resize(signed(row_4(299 downto 295)), 6) + signed(row_5(299 downto 295)));
  four_0_1(419 downto 413) <= unsigned(resize(signed(pair_0_2(359 downto 354)), 7) + signed(pair_0_3(359 downto 354)));
  pair_0_2(365 downto 360) <= unsigned(resize(signed(row_4(304 downto 300)), 6) + signed(row_5(304 downto 300)));
  four_0_1(426 downto 420) <= unsigned(resize(signed(pair_0_2(365 downto 360)), 7) + signed(pair_0_3(365 downto 360)));
  pair_0_2(371 downto 366) <= unsigned(resize(signed(row_4(309 downto 305)), 6) + signed(row_5(309 downto 305)));
  four_0_1(433 downto 427) <= unsigned(resize(signed(pair_0_2(371 downto 366)), 7) + signed(pair_0_3(371 downto 366)));
  pair_0_2(377 downto 372) <= unsigned(resize(signed(row_4(314 downto 310)), 6) + signed(row_5(314 downto 310)));
  four_0_1(440 downto 434) <= unsigned(resize(signed(pair_0_2(377 downto 372)), 7) + signed(pair_0_3(377 downto 372)));
  pair_0_2(383 downto 378) <= unsigned(resize(signed(row_4(319 downto 315)), 6) + signed(row_5(319 downto 315)));
  four_0_1(447 downto 441) <= unsigned(resize(signed(pair_0_2(383 downto 378)), 7) + signed(pair_0_3(383 downto 378)));
  pair_0_2(389 downto 384) <= unsigned(resize(signed(row_4(324 downto 320)), 6) + signed(row_5(324 downto 320)));
  four_0_1(454 downto 448) <= unsigned(resize(signed(pair_0_2(389 downto 384)), 7) + signed(pair_0_3(389 downto 384)));
  pair_0_2(395 downto 390) <= unsigned(resize(signed(row_4(329 downto 325)), 6) + signed(row_5(329 downto 325)));
  four_0_1(461 downto 455) <= unsigned(resize(signed(pair_0_2(395 downto 390)), 7) + signed(pair_0_3(395 downto 390)));
  pair_0_2(401 downto 396) <= unsigned(resize(signed(row_4(334 downto 330)), 6) + signed(row_5(334 downto 330)));
  four_0_1(468 downto 462) <= unsigned(resize(signed(pair_0_2(401 downto 396)), 7) + signed(pair_0_3(401 downto 396)));
  pair_0_2(407 downto 402) <= unsigned(resize(signed(row_4(339 downto 335)), 6) + signed(row_5(339 downto 335)));
  four_0_1(475 downto 469) <= unsigned(resize(signed(pair_0_2(407 downto 402)), 7) + signed(pair_0_3(407 downto 402)));
  pair_0_2(413 downto 408) <= unsigned(resize(signed(row_4(344 downto 340)), 6) + signed(row_5(344 downto 340)));
  four_0_1(482 downto 476) <= unsigned(resize(signed(pair_0_2(413 downto 408)), 7) + signed(pair_0_3(413 downto 408)));
  pair_0_2(419 downto 414) <= unsigned(resize(signed(row_4(349 downto 345)), 6) + signed(row_5(349 downto 345)));
  four_0_1(489 downto 483) <= unsigned(resize(signed(pair_0_2(419 downto 414)), 7) + signed(pair_0_3(419 downto 414)));
  pair_0_2(425 downto 420) <= unsigned(resize(signed(row_4(354 downto 350)), 6) + signed(row_5(354 downto 350)));
  four_0_1(496 downto 490) <= unsigned(resize(signed(pair_0_2(425 downto 420)), 7) + signed(pair_0_3(425 downto 420)));
  pair_0_2(431 downto 426) <= unsigned(resize(signed(row_4(359 downto 355)), 6) + signed(row_5(359 downto 355)));
  four_0_1(503 downto 497) <= unsigned(resize(signed(pair_0_2(431 downto 426)), 7) + signed(pair_0_3(431 downto 426)));
  pair_0_2(437 downto 432) <= unsigned(resize(signed(row_4(364 downto 360)), 6) + signed(row_5(364 downto 360)));
  four_0_1(510 downto 504) <= unsigned(resize(signed(pair_0_2(437 downto 432)), 7) + signed(pair_0_3(437 downto 432)));
  pair_0_2(443 downto 438) <= unsigned(resize(signed(row_4(369 downto 365)), 6) + signed(row_5(369 downto 365)));
  four_0_1(517 downto 511) <= unsigned(resize(signed(pair_0_2(443 downto 438)), 7) + signed(pair_0_3(443 downto 438)));
  pair_0_2(449 downto 444) <= unsigned(resize(signed(row_4(374 downto 370)), 6) + signed(row_5(374 downto 370)));
  four_0_1(524 downto 518) <= unsigned(resize(signed(pair_0_2(449 downto 444)), 7) + signed(pair_0_3(449 downto 444)));
  pair_0_2(455 downto 450) <= unsigned(resize(signed(row_4(379 downto 375)), 6) + signed(row_5(379 downto 375)));
  four_0_1(531 downto 525) <= unsigned(resize(signed(pair_0_2(455 downto 450)), 7) + signed(pair_0_3(455 downto 450)));
  pair_0_2(461 downto 456) <= unsigned(resize(signed(row_4(384 downto 380)), 6) + signed(row_5(384 downto 380)));
  four_0_1(538 downto 532) <= unsigned(resize(signed(pair_0_2(461 downto 456)), 7) + signed(pair_0_3(461 downto 456)));
  pair_0_2(467 downto 462) <= unsigned(resize(signed(row_4(389 downto 385)), 6) + signed(row_5(389 downto 385)));
  four_0_1(545 downto 539) <= unsigned(resize(signed(pair_0_2(467 downto 462)), 7) + signed(pair_0_3(467 downto 462)));
  pair_0_2(473 downto 468) <= unsigned(resize(signed(row_4(394 downto 390)), 6) + signed(row_5(394 downto 390)));
  four_0_1(552 downto 546) <= unsigned(resize(signed(pair_0_2(473 downto 468)), 7) + signed(pair_0_3(473 downto 468)));
  pair_0_2(479 downto 474) <= unsigned(resize(signed(row_4(399 downto 395)), 6) + signed(row_5(399 downto 395)));
  four_0_1(559 downto 553) <= unsigned(resize(signed(pair_0_2(479 downto 474)), 7) + signed(pair_0_3(479 downto 474)));
  base <= (others => '0') when full else sums;
  term_1 <= left ?= 0;
  input_ready <= not full or term_1;
  output_valid <= or left;
  equal_1 <= left ?= 1;
  output_payload_end_of_step <= waiting_step and equal_1;
  output_payload_end_of_sample <= waiting_sample and equal_1;
  taken <= input_valid and input_ready;
  term_2 <= taken and input_payload(28) and (input_payload(14 downto 12) ?< "1000");
  term_3 <= taken and input_payload(29) and (input_payload(17 downto 15) ?< "1000");
  term_4 <= taken and input_payload(30) and (input_payload(20 downto 18) ?< "1000");
  term_5 <= taken and input_payload(31) and (input_payload(23 downto 21) ?< "1000");
  sum_1 <= (signed(base(8 downto 0)) + signed(partial_0_0(6 downto 0))) + signed(partial_0_1(6 downto 0));
  sum_2 <= (signed(base(17 downto 9)) + signed(partial_0_0(13 downto 7))) + signed(partial_0_1(13 downto 7));
  sum_3 <= (signed(base(26 downto 18)) + signed(partial_0_0(20 downto 14))) + signed(partial_0_1(20 downto 14));
  sum_4 <= (signed(base(35 downto 27)) + signed(partial_0_0(27 downto 21))) + signed(partial_0_1(27 downto 21));
  sum_5 <= (signed(base(44 downto 36)) + signed(partial_0_0(34 downto 28))) + signed(partial_0_1(34 downto 28));
  sum_6 <= (signed(base(53 downto 45)) + signed(partial_0_0(41 downto 35))) + signed(partial_0_1(41 downto 35));
  sum_7 <= (signed(base(62 downto 54)) + signed(partial_0_0(48 downto 42))) + signed(partial_0_1(48 downto 42));
  sum_8 <= (signed(base(71 downto 63)) + signed(partial_0_0(55 downto 49))) + signed(partial_0_1(55 downto 49));
  sum_9 <= (signed(base(80 downto 72)) + signed(partial_0_0(62 downto 56))) + signed(partial_0_1(62 downto 56));
  sum_10 <= (signed(base(89 downto 81)) + signed(partial_0_0(69 downto 63))) + signed(partial_0_1(69 downto 63));
  sum_11 <= (signed(base(98 downto 90)) + signed(partial_0_0(76 downto 70))) + signed(partial_0_1(76 downto 70));
  sum_12 <= (signed(base(107 downto 99)) + signed(partial_0_0(83 downto 77))) + signed(partial_0_1(83 downto 77));
  sum_13 <= (signed(base(116 downto 108)) + signed(partial_0_0(90 downto 84))) + signed(partial_0_1(90 downto 84));
  sum_14 <= (signed(base(125 downto 117)) + signed(partial_0_0(97 downto 91))) + signed(partial_0_1(97 downto 91));
  sum_15 <= (signed(base(134 downto 126)) + signed(partial_0_0(104 downto 98))) + signed(partial_0_1(104 downto 98));
  sum_16 <= (signed(base(143 downto 135)) + signed(partial_0_0(111 downto 105))) + signed(partial_0_1(111 downto 105));
  sum_17 <= (signed(base(152 downto 144)) + signed(partial_0_0(118 downto 112))) + signed(partial_0_1(118 downto 112));
  sum_18 <= (signed(base(161 downto 153)) + signed(partial_0_0(125 downto 119))) + signed(partial_0_1(125 downto 119));
  sum_19 <= (signed(base(170 downto 162)) + signed(partial_0_0(132 downto 126))) + signed(partial_0_1(132 downto 126));
  sum_20 <= (signed(base(179 downto 171)) + signed(partial_0_0(139 downto 133))) + signed(partial_0_1(139 downto 133));
  sum_21 <= (signed(base(188 downto 180)) + signed(partial_0_0(146 downto 140))) + signed(partial_0_1(146 downto 140));
  sum_22 <= (signed(base(197 downto 189)) + signed(partial_0_0(153 downto 147))) + signed(partial_0_1(153 downto 147));
  sum_23 <= (signed(base(206 downto 198)) + signed(partial_0_0(160 downto 154))) + signed(partial_0_1(160 downto 154));
  sum_24 <= (signed(base(215 downto 207)) + signed(partial_0_0(167 downto 161))) + signed(partial_0_1(167 downto 161));
  sum_25 <= (signed(base(224 downto 216)) + signed(partial_0_0(174 downto 168))) + signed(partial_0_1(174 downto 168));
  sum_26 <= (signed(base(233 downto 225)) + signed(partial_0_0(181 downto 175))) + signed(partial_0_1(181 downto 175));
  sum_27 <= (signed(base(242 downto 234)) + signed(partial_0_0(188 downto 182))) + signed(partial_0_1(188 downto 182));
  sum_28 <= (signed(base(251 downto 243)) + signed(partial_0_0(195 downto 189))) + signed(partial_0_1(195 downto 189));
  sum_29 <= (signed(base(260 downto 252)) + signed(partial_0_0(202 downto 196))) + signed(partial_0_1(202 downto 196));
  sum_30 <= (signed(base(269 downto 261)) + signed(partial_0_0(209 downto 203))) + signed(partial_0_1(209 downto 203));
  sum_31 <= (signed(base(278 downto 270)) + signed(partial_0_0(216 downto 210))) + signed(partial_0_1(216 downto 210));
  sum_32 <= (signed(base(287 downto 279)) + signed(partial_0_0(223 downto 217))) + signed(partial_0_1(223 downto 217));
  sum_33 <= (signed(base(296 downto 288)) + signed(partial_0_0(230 downto 224))) + signed(partial_0_1(230 downto 224));
  sum_34 <= (signed(base(305 downto 297)) + signed(partial_0_0(237 downto 231))) + signed(partial_0_1(237 downto 231));
  sum_35 <= (signed(base(314 downto 306)) + signed(partial_0_0(244 downto 238))) + signed(partial_0_1(244 downto 238));
  sum_36 <= (signed(base(323 downto 315)) + signed(partial_0_0(251 downto 245))) + signed(partial_0_1(251 downto 245));
  sum_37 <= (signed(base(332 downto 324)) + signed(partial_0_0(258 downto 252))) + signed(partial_0_1(258 downto 252));
  sum_38 <= (signed(base(341 downto 333)) + signed(partial_0_0(265 downto 259))) + signed(partial_0_1(265 downto 259));
  sum_39 <= (signed(base(350 downto 342)) + signed(partial_0_0(272 downto 266))) + signed(partial_0_1(272 downto 266));
  sum_40 <= (signed(base(359 downto 351)) + signed(partial_0_0(279 downto 273))) + signed(partial_0_1(279 downto 273));
  sum_41 <= (signed(base(368 downto 360)) + signed(partial_0_0(286 downto 280))) + signed(partial_0_1(286 downto 280));
  sum_42 <= (signed(base(377 downto 369)) + signed(partial_0_0(293 downto 287))) + signed(partial_0_1(293 downto 287));
  sum_43 <= (signed(base(386 downto 378)) + signed(partial_0_0(300 downto 294))) + signed(partial_0_1(300 downto 294));
  sum_44 <= (signed(base(395 downto 387)) + signed(partial_0_0(307 downto 301))) + signed(partial_0_1(307 downto 301));
  sum_45 <= (signed(base(404 downto 396)) + signed(partial_0_0(314 downto 308))) + signed(partial_0_1(314 downto 308));
  sum_46 <= (signed(base(413 downto 405)) + signed(partial_0_0(321 downto 315))) + signed(partial_0_1(321 downto 315));
  sum_47 <= (signed(base(422 downto 414)) + signed(partial_0_0(328 downto 322))) + signed(partial_0_1(328 downto 322));
  sum_48 <= (signed(base(431 downto 423)) + signed(partial_0_0(335 downto 329))) + signed(partial_0_1(335 downto 329));
  sum_49 <= (signed(base(440 downto 432)) + signed(partial_0_0(342 downto 336))) + signed(partial_0_1(342 downto 336));
  sum_50 <= (signed(base(449 downto 441)) + signed(partial_0_0(349 downto 343))) + signed(partial_0_1(349 downto 343));
  sum_51 <= (signed(base(458 downto 450)) + signed(partial_0_0(356 downto 350))) + signed(partial_0_1(356 downto 350));
  sum_52 <= (signed(base(467 downto 459)) + signed(partial_0_0(363 downto 357))) + signed(partial_0_1(363 downto 357));
  sum_53 <= (signed(base(476 downto 468)) + signed(partial_0_0(370 downto 364))) + signed(partial_0_1(370 downto 364));
  sum_54 <= (signed(base(485 downto 477)) + signed(partial_0_0(377 downto 371))) + signed(partial_0_1(377 downto 371));
  sum_55 <= (signed(base(494 downto 486)) + signed(partial_0_0(384 downto 378))) + signed(partial_0_1(384 downto 378));
  sum_56 <= (signed(base(503 downto 495)) + signed(partial_0_0(391 downto 385))) + signed(partial_0_1(391 downto 385));
  sum_57 <= (signed(base(512 downto 504)) + signed(partial_0_0(398 downto 392))) + signed(partial_0_1(398 downto 392));
  sum_58 <= (signed(base(521 downto 513)) + signed(partial_0_0(405 downto 399))) + signed(partial_0_1(405 downto 399));
  sum_59 <= (signed(base(530 downto 522)) + signed(partial_0_0(412 downto 406))) + signed(partial_0_1(412 downto 406));
  sum_60 <= (signed(base(539 downto 531)) + signed(partial_0_0(419 downto 413))) + signed(partial_0_1(419 downto 413));
  sum_61 <= (signed(base(548 downto 540)) + signed(partial_0_0(426 downto 420))) + signed(partial_0_1(426 downto 420));
  sum_62 <= (signed(base(557 downto 549)) + signed(partial_0_0(433 downto 427))) + signed(partial_0_1(433 downto 427));
  sum_63 <= (signed(base(566 downto 558)) + signed(partial_0_0(440 downto 434))) + signed(partial_0_1(440 downto 434));
  sum_64 <= (signed(base(575 downto 567)) + signed(partial_0_0(447 downto 441))) + signed(partial_0_1(447 downto 441));
  sum_65 <= (signed(base(584 downto 576)) + signed(partial_0_0(454 downto 448))) + signed(partial_0_1(454 downto 448));
  sum_66 <= (signed(base(593 downto 585)) + signed(partial_0_0(461 downto 455))) + signed(partial_0_1(461 downto 455));
  sum_67 <= (signed(base(602 downto 594)) + signed(partial_0_0(468 downto 462))) + signed(partial_0_1(468 downto 462));
  sum_68 <= (signed(base(611 downto 603)) + signed(partial_0_0(475 downto 469))) + signed(partial_0_1(475 downto 469));
  sum_69 <= (signed(base(620 downto 612)) + signed(partial_0_0(482 downto 476))) + signed(partial_0_1(482 downto 476));
  sum_70 <= (signed(base(629 downto 621)) + signed(partial_0_0(489 downto 483))) + signed(partial_0_1(489 downto 483));
  sum_71 <= (signed(base(638 downto 630)) + signed(partial_0_0(496 downto 490))) + signed(partial_0_1(496 downto 490));
  sum_72 <= (signed(base(647 downto 639)) + signed(partial_0_0(503 downto 497))) + signed(partial_0_1(503 downto 497));
  sum_73 <= (signed(base(656 downto 648)) + signed(partial_0_0(510 downto 504))) + signed(partial_0_1(510 downto 504));
  sum_74 <= (signed(base(665 downto 657)) + signed(partial_0_0(517 downto 511))) + signed(partial_0_1(517 downto 511));
  sum_75 <= (signed(base(674 downto 666)) + signed(partial_0_0(524 downto 518))) + signed(partial_0_1(524 downto 518));
  sum_76 <= (signed(base(683 downto 675)) + signed(partial_0_0(531 downto 525))) + signed(partial_0_1(531 downto 525));
  sum_77 <= (signed(base(692 downto 684)) + signed(partial_0_0(538 downto 532))) + signed(partial_0_1(538 downto 532));
  sum_78 <= (signed(base(701 downto 693)) + signed(partial_0_0(545 downto 539))) + signed(partial_0_1(545 downto 539));
  sum_79 <= (signed(base(710 downto 702)) + signed(partial_0_0(552 downto 546))) + signed(partial_0_1(552 downto 546));
  sum_80 <= (signed(base(719 downto 711)) + signed(partial_0_0(559 downto 553))) + signed(partial_0_1(559 downto 553));
  term_6 <= full and term_1;
  term_7 <= output_valid and output_ready;
  output_payload <=
    output_payload_end_of_sample & output_payload_end_of_step & waiting_step & waiting(242 downto 0);

  -- Memories
  process (clk)
  begin
    if rising_edge(clk) then
      if input_ready then
        read_data <= weights_0(to_integer(input_payload(2 downto 0)));
      end if;
    end if;
  end process;

  process (clk)
  begin
    if rising_edge(clk) then
      if input_ready then
        read_data_59 <= weights_1(to_integer(input_payload(5 downto 3)));
      end if;
    end if;
  end process;

  process (clk)
  begin
    if rising_edge(clk) then
      if input_ready then
        read_data_60 <= weights_2(to_integer(input_payload(8 downto 6)));
      end if;
    end if;
  end process;

  process (clk)
  begin
    if rising_edge(clk) then
      if input_ready then
        read_data_61 <= weights_3(to_integer(input_payload(11 downto 9)));
      end if;
    end if;
  end process;

  process (clk)
  begin
    if rising_edge(clk) then
      if input_ready then
        read_data_62 <= weights_4(to_integer(input_payload(14 downto 12)));
      end if;
    end if;
  end process;

  process (clk)
  begin
    if rising_edge(clk) then
      if input_ready then
        read_data_63 <= weights_5(to_integer(input_payload(17 downto 15)));
      end if;
    end if;
  end process;

  process (clk)
  begin
    if rising_edge(clk) then
      if input_ready then
        read_data_64 <= weights_6(to_integer(input_payload(20 downto 18)));
      end if;
    end if;
  end process;

  process (clk)
  begin
    if rising_edge(clk) then
      if input_ready then
        read_data_65 <= weights_7(to_integer(input_payload(23 downto 21)));
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
        counts_1 <= '0';
        counts_2 <= '0';
        counts_3 <= '0';
        counts_4 <= '0';
        counts_5 <= '0';
        counts_6 <= '0';
        counts_7 <= '0';
        full <= '0';
        partial_0_0 <= (others => '0');
        partial_0_1 <= (others => '0');
        row_0 <= (others => '0');
        row_1 <= (others => '0');
        row_2 <= (others => '0');
        row_3 <= (others => '0');
        row_4 <= (others => '0');
        row_5 <= (others => '0');
        row_6 <= (others => '0');
        row_7 <= (others => '0');
        sample <= '0';
        step <= '0';
        valid_1 <= '0';
        valid_2 <= '0';
        valid_3 <= '0';
      elsif input_ready then
        closes_sample_1 <= input_payload(33);
        closes_sample_2 <= closes_sample_1;
        closes_sample_3 <= closes_sample_2;
        closes_step_1 <= input_payload(32);
        closes_step_2 <= closes_step_1;
        closes_step_3 <= closes_step_2;
        counts_0 <= taken and input_payload(24) and (input_payload(2 downto 0) ?< "1000");
        counts_1 <= taken and input_payload(25) and (input_payload(5 downto 3) ?< "1000");
        counts_2 <= taken and input_payload(26) and (input_payload(8 downto 6) ?< "1000");
        counts_3 <= taken and input_payload(27) and (input_payload(11 downto 9) ?< "1000");
        counts_4 <= term_2;
        counts_5 <= term_3;
        counts_6 <= term_4;
        counts_7 <= term_5;
        full <= valid_3 and (closes_step_3 or closes_sample_3);
        partial_0_0 <= four_0_0;
        partial_0_1 <= four_0_1;
        if counts_0 then
          row_0 <= read_data;
        else
          row_0 <= (others => '0');
        end if;
        if counts_1 then
          row_1 <= read_data_59;
        else
          row_1 <= (others => '0');
        end if;
        if counts_2 then
          row_2 <= read_data_60;
        else
          row_2 <= (others => '0');
        end if;
        if counts_3 then
          row_3 <= read_data_61;
        else
          row_3 <= (others => '0');
        end if;
        if counts_4 then
          row_4 <= read_data_62;
        else
          row_4 <= (others => '0');
        end if;
        if counts_5 then
          row_5 <= read_data_63;
        else
          row_5 <= (others => '0');
        end if;
        if counts_6 then
          row_6 <= read_data_64;
        else
          row_6 <= (others => '0');
        end if;
        if counts_7 then
          row_7 <= read_data_65;
        else
          row_7 <= (others => '0');
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
        left <= (others => '0');
        waiting <= (others => '0');
      else
        if term_6 then
          if step then
            left <= "11";
          else
            left <= "01";
          end if;
        elsif term_7 then
          left <= left - 1;
        end if;
        if term_6 then
          waiting <= sums;
        elsif term_7 then
          waiting <= resize(waiting(719 downto 243), 720);
        end if;
      end if;
    end if;
  end process;

  process (clk)
  begin
    if rising_edge(clk) then
      if rst then
        sums <= (others => '0');
      elsif input_ready and (full or valid_3) then
        sums <=
          unsigned(sum_80) & unsigned(sum_79) & unsigned(sum_78) & unsigned(sum_77) & unsigned(sum_76) &
          unsigned(sum_75) & unsigned(sum_74) & unsigned(sum_73) & unsigned(sum_72) & unsigned(sum_71) &
          unsigned(sum_70) & unsigned(sum_69) & unsigned(sum_68) & unsigned(sum_67) & unsigned(sum_66) &
          unsigned(sum_65) & unsigned(sum_64) & unsigned(sum_63) & unsigned(sum_62) & unsigned(sum_61) &
          unsigned(sum_60) & unsigned(sum_59) & unsigned(sum_58) & unsigned(sum_57) & unsigned(sum_56) &
          unsigned(sum_55) & unsigned(sum_54) & unsigned(sum_53) & unsigned(sum_52) & unsigned(sum_51) &
          unsigned(sum_50) & unsigned(sum_49) & unsigned(sum_48) & unsigned(sum_47) & unsigned(sum_46) &
          unsigned(sum_45) & unsigned(sum_44) & unsigned(sum_43) & unsigned(sum_42) & unsigned(sum_41) &
          unsigned(sum_40) & unsigned(sum_39) & unsigned(sum_38) & unsigned(sum_37) & unsigned(sum_36) &
          unsigned(sum_35) & unsigned(sum_34) & unsigned(sum_33) & unsigned(sum_32) & unsigned(sum_31) &
          unsigned(sum_30) & unsigned(sum_29) & unsigned(sum_28) & unsigned(sum_27) & unsigned(sum_26) &
          unsigned(sum_25) & unsigned(sum_24) & unsigned(sum_23) & unsigned(sum_22) & unsigned(sum_21) &
          unsigned(sum_20) & unsigned(sum_19) & unsigned(sum_18) & unsigned(sum_17) & unsigned(sum_16) &
          unsigned(sum_15) & unsigned(sum_14) & unsigned(sum_13) & unsigned(sum_12) & unsigned(sum_11) &
          unsigned(sum_10) & unsigned(sum_9) & unsigned(sum_8) & unsigned(sum_7) & unsigned(sum_6) & unsigned(sum_5) &
          unsigned(sum_4) & unsigned(sum_3) & unsigned(sum_2) & unsigned(sum_1);
      end if;
    end if;
  end process;

  process (clk)
  begin
    if rising_edge(clk) then
      if rst then
        waiting_sample <= '0';
        waiting_step <= '0';
      elsif term_6 then
        waiting_sample <= sample;
        waiting_step <= step;
      end if;
    end if;
  end process;
end architecture;

library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.digits_src_functions.all;

entity digits_src_hidden_units is
  port (
    clk            : in  std_logic;
    rst            : in  std_logic;
    input_payload  : in  unsigned(245 downto 0);
    input_ready    : out std_logic;
    input_valid    : in  std_logic;
    output_payload : out unsigned(29 downto 0);
    output_ready   : in  std_logic;
    output_valid   : out std_logic
  );
end entity;

architecture rtl of digits_src_hidden_units is
  -- states: 3 rows of 945 bits
  type states_rows is array (0 to 3) of unsigned(944 downto 0);
  signal states : states_rows := (others => (others => '0'));
  -- Registers
  signal depolarised_0, depolarised_1, depolarised_2, depolarised_3, depolarised_4, depolarised_5,
     depolarised_6, depolarised_7, depolarised_8, depolarised_9, depolarised_10, depolarised_11, depolarised_12,
     depolarised_13, depolarised_14, depolarised_15, depolarised_16, depolarised_17, depolarised_18,
     depolarised_19, depolarised_20, depolarised_21, depolarised_22, depolarised_23, depolarised_24,
     depolarised_25, depolarised_26 : std_logic := '0';
  signal difference_0, difference_1, difference_2, difference_3, difference_4, difference_5, difference_6,
     difference_7, difference_8, difference_9, difference_10, difference_11, difference_12, difference_13,
     difference_14, difference_15, difference_16, difference_17, difference_18, difference_19, difference_20,
     difference_21, difference_22, difference_23, difference_24, difference_25,
     difference_26 : signed(11 downto 0) := (others => '0');
  signal flags_1, flags_2, flags_3 : unsigned(2 downto 0) := (others => '0');
  signal fresh : std_logic := '1';
  signal fresh_1_0, fresh_1_1, fresh_1_2, fresh_1_3, fresh_1_4, fresh_1_5, fresh_1_6, fresh_1_7, fresh_1_8,
     fresh_1_9, fresh_1_10, fresh_1_11, fresh_1_12, fresh_1_13, fresh_1_14, fresh_1_15, fresh_1_16, fresh_1_17,
     fresh_1_18, fresh_1_19, fresh_1_20, fresh_1_21, fresh_1_22, fresh_1_23, fresh_1_24, fresh_1_25, fresh_1_26,
     fresh_2_0, fresh_2_1, fresh_2_2, fresh_2_3, fresh_2_4, fresh_2_5, fresh_2_6, fresh_2_7, fresh_2_8,
     fresh_2_9, fresh_2_10, fresh_2_11, fresh_2_12, fresh_2_13, fresh_2_14, fresh_2_15, fresh_2_16, fresh_2_17,
     fresh_2_18, fresh_2_19, fresh_2_20, fresh_2_21, fresh_2_22, fresh_2_23, fresh_2_24, fresh_2_25, fresh_2_26,
     fresh_3_0, fresh_3_1, fresh_3_2, fresh_3_3, fresh_3_4, fresh_3_5, fresh_3_6, fresh_3_7, fresh_3_8,
     fresh_3_9, fresh_3_10, fresh_3_11, fresh_3_12, fresh_3_13, fresh_3_14, fresh_3_15, fresh_3_16, fresh_3_17,
     fresh_3_18, fresh_3_19, fresh_3_20, fresh_3_21, fresh_3_22, fresh_3_23, fresh_3_24, fresh_3_25,
     fresh_3_26 : std_logic := '0';
  signal group_2, group_1, group_3 : unsigned(1 downto 0) := (others => '0');
  signal group_2_2 : unsigned(1 downto 0) := (others => '0');
  signal group_done : std_logic := '0';
  signal h : unsigned(296 downto 0) := (others => '0');
  signal h_1_0, h_1_1, h_1_2, h_1_3, h_1_4, h_1_5, h_1_6, h_1_7, h_1_8, h_1_9, h_1_10, h_1_11, h_1_12, h_1_13,
     h_1_14, h_1_15, h_1_16, h_1_17, h_1_18, h_1_19, h_1_20, h_1_21, h_1_22, h_1_23, h_1_24, h_1_25, h_1_26,
     h_2_0, h_2_1, h_2_2, h_2_3, h_2_4, h_2_5, h_2_6, h_2_7, h_2_8, h_2_9, h_2_10, h_2_11, h_2_12, h_2_13,
     h_2_14, h_2_15, h_2_16, h_2_17, h_2_18, h_2_19, h_2_20, h_2_21, h_2_22, h_2_23, h_2_24, h_2_25, h_2_26,
     h_3_0, h_3_1, h_3_2, h_3_3, h_3_4, h_3_5, h_3_6, h_3_7, h_3_8, h_3_9, h_3_10, h_3_11, h_3_12, h_3_13,
     h_3_14, h_3_15, h_3_16, h_3_17, h_3_18, h_3_19, h_3_20, h_3_21, h_3_22, h_3_23, h_3_24, h_3_25,
     h_3_26 : signed(10 downto 0) := (others => '0');
  signal hs : unsigned(296 downto 0) := (others => '0');
  signal i : unsigned(350 downto 0) := (others => '0');
  signal i_2_0, i_2_1, i_2_2, i_2_3, i_2_4, i_2_5, i_2_6, i_2_7, i_2_8, i_2_9, i_2_10, i_2_11, i_2_12, i_2_13,
     i_2_14, i_2_15, i_2_16, i_2_17, i_2_18, i_2_19, i_2_20, i_2_21, i_2_22, i_2_23, i_2_24, i_2_25, i_2_26,
     i_3_0, i_3_1, i_3_2, i_3_3, i_3_4, i_3_5, i_3_6, i_3_7, i_3_8, i_3_9, i_3_10, i_3_11, i_3_12, i_3_13,
     i_3_14, i_3_15, i_3_16, i_3_17, i_3_18, i_3_19, i_3_20, i_3_21, i_3_22, i_3_23, i_3_24, i_3_25,
     i_3_26 : signed(12 downto 0) := (others => '0');
  signal new_i_0, new_i_1, new_i_2, new_i_3, new_i_4, new_i_5, new_i_6, new_i_7, new_i_8, new_i_9, new_i_10,
     new_i_11, new_i_12, new_i_13, new_i_14, new_i_15, new_i_16, new_i_17, new_i_18, new_i_19, new_i_20,
     new_i_21, new_i_22, new_i_23, new_i_24, new_i_25, new_i_26 : signed(12 downto 0) := (others => '0');
  signal pause : unsigned(2 downto 0) := (others => '0');
  signal product_0, product_1, product_2, product_3, product_4, product_5, product_6, product_7, product_8,
     product_9, product_10, product_11, product_12, product_13, product_14, product_15, product_16, product_17,
     product_18, product_19, product_20, product_21, product_22, product_23, product_24, product_25,
     product_26 : signed(21 downto 0) := (others => '0');
  signal product_0_0, product_0_1, product_0_2, product_0_3, product_0_4, product_0_5, product_0_6, product_0_7,
     product_0_8, product_0_9, product_0_10, product_0_11, product_0_12, product_0_13, product_0_14,
     product_0_15, product_0_16, product_0_17, product_0_18, product_0_19, product_0_20, product_0_21,
     product_0_22, product_0_23, product_0_24, product_0_25,
     product_0_26 : signed(27 downto 0) := (others => '0');
  signal product_1_0, product_1_1, product_1_2, product_1_3, product_1_4, product_1_5, product_1_6, product_1_7,
     product_1_8, product_1_9, product_1_10, product_1_11, product_1_12, product_1_13, product_1_14,
     product_1_15, product_1_16, product_1_17, product_1_18, product_1_19, product_1_20, product_1_21,
     product_1_22, product_1_23, product_1_24, product_1_25,
     product_1_26 : signed(19 downto 0) := (others => '0');
  signal product_2_0, product_2_1, product_2_2, product_2_3, product_2_4, product_2_5, product_2_6, product_2_7,
     product_2_8, product_2_9, product_2_10, product_2_11, product_2_12, product_2_13, product_2_14,
     product_2_15, product_2_16, product_2_17, product_2_18, product_2_19, product_2_20, product_2_21,
     product_2_22, product_2_23, product_2_24, product_2_25,
     product_2_26 : signed(18 downto 0) := (others => '0');
  signal read_data : unsigned(944 downto 0) := (others => '0');
  signal rest_0, rest_1, rest_2, rest_3, rest_4, rest_5, rest_6, rest_7, rest_8, rest_9, rest_10, rest_11,
     rest_12, rest_13, rest_14, rest_15, rest_16, rest_17, rest_18, rest_19, rest_20, rest_21, rest_22, rest_23,
     rest_24, rest_25, rest_26 : signed(17 downto 0) := (others => '0');
  signal slope_0, slope_1, slope_2, slope_3, slope_4, slope_5, slope_6, slope_7, slope_8, slope_9, slope_10,
     slope_11, slope_12, slope_13, slope_14, slope_15, slope_16, slope_17, slope_18, slope_19, slope_20,
     slope_21, slope_22, slope_23, slope_24, slope_25, slope_26 : signed(20 downto 0) := (others => '0');
  signal v_0, v_1, v_2, v_3, v_4, v_5, v_6, v_7, v_8, v_9, v_10, v_11, v_12, v_13, v_14, v_15, v_16, v_17, v_18,
     v_19, v_20, v_21, v_22, v_23, v_24, v_25, v_26 : signed(18 downto 0) := (others => '0');
  signal valid_1, valid_2, valid_3 : std_logic := '0';
  signal output_payload_register : unsigned(29 downto 0) := (others => '0');
  signal output_valid_register : std_logic := '0';
  -- Named values
  signal accept : std_logic;
  signal advance : std_logic;
  signal may_begin : std_logic;
  signal new_h_0, new_h_1, new_h_2, new_h_3, new_h_4, new_h_5, new_h_6, new_h_7, new_h_8, new_h_9, new_h_10,
     new_h_11, new_h_12, new_h_13, new_h_14, new_h_15, new_h_16, new_h_17, new_h_18, new_h_19, new_h_20,
     new_h_21, new_h_22, new_h_23, new_h_24, new_h_25, new_h_26 : signed(20 downto 0);
  signal read_addr : unsigned(1 downto 0);
  signal updated : std_logic;
  signal write_data : unsigned(944 downto 0);
  -- Intermediate results
  signal term_1, term_29, term_30 : std_logic;
  signal term_2, term_3, term_4, term_5, term_6, term_7, term_8, term_9, term_10, term_11, term_12, term_13,
     term_14, term_15, term_16, term_17, term_18, term_19, term_20, term_21, term_22, term_23, term_24, term_25,
     term_26, term_27, term_28 : unsigned(20 downto 0);
  signal difference_27 : unsigned(2 downto 0);
  signal sum_1, sum_4, sum_7, sum_10, sum_13, sum_16, sum_19, sum_22, sum_25, sum_26, sum_29, sum_30, sum_33,
     sum_34, sum_37, sum_38, sum_41, sum_42, sum_45, sum_46, sum_49, sum_50, sum_53, sum_54, sum_57, sum_58,
     sum_61, sum_62, sum_65, sum_66, sum_69, sum_70, sum_73, sum_74, sum_77, sum_78, sum_81, sum_82, sum_85,
     sum_86, sum_89, sum_90, sum_93, sum_94, sum_97, sum_98 : signed(12 downto 0);
  signal difference_28, difference_32, difference_36, difference_40, difference_44, difference_48,
     difference_52, difference_56 : signed(12 downto 0);
  signal difference_29, difference_33, difference_37, difference_41, difference_45, difference_49,
     difference_53, difference_57, difference_60, difference_63, difference_66, difference_69, difference_72,
     difference_75, difference_78, difference_81, difference_84, difference_87, difference_90, difference_93,
     difference_96, difference_99, difference_102, difference_105, difference_108, difference_111,
     difference_114 : signed(14 downto 0);
  signal difference_30, difference_34, difference_38, difference_42, difference_46, difference_50,
     difference_54, difference_58, difference_61, difference_64, difference_67, difference_70, difference_73,
     difference_76, difference_79, difference_82, difference_85, difference_88, difference_91, difference_94,
     difference_97, difference_100, difference_103, difference_106, difference_109, difference_112,
     difference_115 : signed(15 downto 0);
  signal difference_31, difference_35, difference_39, difference_43, difference_47, difference_51,
     difference_55, difference_59, difference_62, difference_65, difference_68, difference_71, difference_74,
     difference_77, difference_80, difference_83, difference_86, difference_89, difference_92, difference_95,
     difference_98, difference_101, difference_104, difference_107, difference_110, difference_113,
     difference_116 : signed(11 downto 0);
  signal choice_1, choice_2, choice_4, choice_5, choice_7, choice_8, choice_10, choice_11, choice_13, choice_14,
     choice_16, choice_17, choice_19, choice_20, choice_22, choice_23, choice_25, choice_26, choice_28,
     choice_29, choice_31, choice_32, choice_34, choice_35, choice_37, choice_38, choice_40, choice_41,
     choice_43, choice_44, choice_46, choice_47, choice_49, choice_50, choice_52, choice_53, choice_55,
     choice_56, choice_58, choice_59, choice_61, choice_62, choice_64, choice_65, choice_67, choice_68,
     choice_70, choice_71, choice_73, choice_74, choice_76, choice_77, choice_79,
     choice_80 : unsigned(26 downto 0);
  signal choice_3, choice_6, choice_9, choice_12, choice_15, choice_18, choice_21, choice_24, choice_27,
     choice_30, choice_33, choice_36, choice_39, choice_42, choice_45, choice_48, choice_51, choice_54,
     choice_57, choice_60, choice_63, choice_66, choice_69, choice_72, choice_75, choice_78,
     choice_81 : unsigned(18 downto 0);
  signal sum_2, sum_5, sum_8, sum_11, sum_14, sum_17, sum_20, sum_23, sum_27, sum_31, sum_35, sum_39, sum_43,
     sum_47, sum_51, sum_55, sum_59, sum_63, sum_67, sum_71, sum_75, sum_79, sum_83, sum_87, sum_91, sum_95,
     sum_99 : signed(19 downto 0);
  signal sum_3, sum_6, sum_9, sum_12, sum_15, sum_18, sum_21, sum_24, sum_28, sum_32, sum_36, sum_40, sum_44,
     sum_48, sum_52, sum_56, sum_60, sum_64, sum_68, sum_72, sum_76, sum_80, sum_84, sum_88, sum_92, sum_96,
     sum_100 : signed(18 downto 0);
  signal sum_101, sum_102, sum_103, sum_104, sum_105, sum_106, sum_107, sum_108, sum_109, sum_110, sum_111,
     sum_112, sum_113, sum_114, sum_115, sum_116, sum_117, sum_118, sum_119, sum_120, sum_121, sum_122, sum_123,
     sum_124, sum_125, sum_126, sum_127 : signed(22 downto 0);
  signal term_31, term_32, term_33, term_34, term_35, term_36, term_37, term_38, term_39, term_40, term_41,
     term_42, term_43, term_44, term_45, term_46, term_47, term_48, term_49, term_50, term_51, term_52, term_53,
     term_54, term_55, term_56, term_57 : unsigned(22 downto 0);
  signal choice_82 : unsigned(2 downto 0);
begin
  -- Combinational logic
  advance <= not output_valid_register or output_ready;
  term_1 <= group_2 ?= 0;
  may_begin <= (pause ?= 0) or not term_1;
  input_ready <= advance and may_begin;
  accept <= input_valid and input_ready;
  read_addr <= choose(input_payload(244), "00", group_2 + 1) when accept and input_payload(243) else group_2;
  term_2 <= not unsigned(resize(slope_0(20 downto 2), 21));
  new_h_0 <=
    21x"1FFC00" when slope_0(20) and not (and unsigned(slope_0(20 downto 12))) else
    21x"0003FF" when term_2(20) and not (and term_2(19 downto 10)) else
    resize(slope_0(20 downto 2), 21);
  term_3 <= not unsigned(resize(slope_1(20 downto 2), 21));
  new_h_1 <=
    21x"1FFC00" when slope_1(20) and not (and unsigned(slope_1(20 downto 12))) else
    21x"0003FF" when term_3(20) and not (and term_3(19 downto 10)) else
    resize(slope_1(20 downto 2), 21);
  term_4 <= not unsigned(resize(slope_2(20 downto 2), 21));
  new_h_2 <=
    21x"1FFC00" when slope_2(20) and not (and unsigned(slope_2(20 downto 12))) else
    21x"0003FF" when term_4(20) and not (and term_4(19 downto 10)) else
    resize(slope_2(20 downto 2), 21);
  term_5 <= not unsigned(resize(slope_3(20 downto 2), 21));
  new_h_3 <=
    21x"1FFC00" when slope_3(20) and not (and unsigned(slope_3(20 downto 12))) else
    21x"0003FF" when term_5(20) and not (and term_5(19 downto 10)) else
    resize(slope_3(20 downto 2), 21);
  term_6 <= not unsigned(resize(slope_4(20 downto 2), 21));
  new_h_4 <=
    21x"1FFC00" when slope_4(20) and not (and unsigned(slope_4(20 downto 12))) else
    21x"0003FF" when term_6(20) and not (and term_6(19 downto 10)) else
    resize(slope_4(20 downto 2), 21);
  term_7 <= not unsigned(resize(slope_5(20 downto 2), 21));
  new_h_5 <=
    21x"1FFC00" when slope_5(20) and not (and unsigned(slope_5(20 downto 12))) else
    21x"0003FF" when term_7(20) and not (and term_7(19 downto 10)) else
    resize(slope_5(20 downto 2), 21);
  term_8 <= not unsigned(resize(slope_6(20 downto 2), 21));
  new_h_6 <=
    21x"1FFC00" when slope_6(20) and not (and unsigned(slope_6(20 downto 12))) else
    21x"0003FF" when term_8(20) and not (and term_8(19 downto 10)) else
    resize(slope_6(20 downto 2), 21);
  term_9 <= not unsigned(resize(slope_7(20 downto 2), 21));
  new_h_7 <=
    21x"1FFC00" when slope_7(20) and not (and unsigned(slope_7(20 downto 12))) else
    21x"0003FF" when term_9(20) and not (and term_9(19 downto 10)) else
    resize(slope_7(20 downto 2), 21);
  term_10 <= not unsigned(resize(slope_8(20 downto 2), 21));
  new_h_8 <=
    21x"1FFC00" when slope_8(20) and not (and unsigned(slope_8(20 downto 12))) else
    21x"0003FF" when term_10(20) and not (and term_10(19 downto 10)) else
    resize(slope_8(20 downto 2), 21);
  term_11 <= not unsigned(resize(slope_9(20 downto 2), 21));
  new_h_9 <=
    21x"1FFC00" when slope_9(20) and not (and unsigned(slope_9(20 downto 12))) else
    21x"0003FF" when term_11(20) and not (and term_11(19 downto 10)) else
    resize(slope_9(20 downto 2), 21);
  term_12 <= not unsigned(resize(slope_10(20 downto 2), 21));
  new_h_10 <=
    21x"1FFC00" when slope_10(20) and not (and unsigned(slope_10(20 downto 12))) else
    21x"0003FF" when term_12(20) and not (and term_12(19 downto 10)) else
    resize(slope_10(20 downto 2), 21);
  term_13 <= not unsigned(resize(slope_11(20 downto 2), 21));
  new_h_11 <=
    21x"1FFC00" when slope_11(20) and not (and unsigned(slope_11(20 downto 12))) else
    21x"0003FF" when term_13(20) and not (and term_13(19 downto 10)) else
    resize(slope_11(20 downto 2), 21);
  term_14 <= not unsigned(resize(slope_12(20 downto 2), 21));
  new_h_12 <=
    21x"1FFC00" when slope_12(20) and not (and unsigned(slope_12(20 downto 12))) else
    21x"0003FF" when term_14(20) and not (and term_14(19 downto 10)) else
    resize(slope_12(20 downto 2), 21);
  term_15 <= not unsigned(resize(slope_13(20 downto 2), 21));
  new_h_13 <=
    21x"1FFC00" when slope_13(20) and not (and unsigned(slope_13(20 downto 12))) else
    21x"0003FF" when term_15(20) and not (and term_15(19 downto 10)) else
    resize(slope_13(20 downto 2), 21);
  term_16 <= not unsigned(resize(slope_14(20 downto 2), 21));
  new_h_14 <=
    21x"1FFC00" when slope_14(20) and not (and unsigned(slope_14(20 downto 12))) else
    21x"0003FF" when term_16(20) and not (and term_16(19 downto 10)) else
    resize(slope_14(20 downto 2), 21);
  term_17 <= not unsigned(resize(slope_15(20 downto 2), 21));
  new_h_15 <=
    21x"1FFC00" when slope_15(20) and not (and unsigned(slope_15(20 downto 12))) else
    21x"0003FF" when term_17(20) and not (and term_17(19 downto 10)) else
    resize(slope_15(20 downto 2), 21);
  term_18 <= not unsigned(resize(slope_16(20 downto 2), 21));
  new_h_16 <=
    21x"1FFC00" when slope_16(20) and not (and unsigned(slope_16(20 downto 12))) else
    21x"0003FF" when term_18(20) and not (and term_18(19 downto 10)) else
    resize(slope_16(20 downto 2), 21);
  term_19 <= not unsigned(resize(slope_17(20 downto 2), 21));
  new_h_17 <=
    21x"1FFC00" when slope_17(20) and not (and unsigned(slope_17(20 downto 12))) else
    21x"0003FF" when term_19(20) and not (and term_19(19 downto 10)) else
    resize(slope_17(20 downto 2), 21);
  term_20 <= not unsigned(resize(slope_18(20 downto 2), 21));
  new_h_18 <=
    21x"1FFC00" when slope_18(20) and not (and unsigned(slope_18(20 downto 12))) else
    21x"0003FF" when term_20(20) and not (and term_20(19 downto 10)) else
    resize(slope_18(20 downto 2), 21);
  term_21 <= not unsigned(resize(slope_19(20 downto 2), 21));
  new_h_19 <=
    21x"1FFC00" when slope_19(20) and not (and unsigned(slope_19(20 downto 12))) else
    21x"0003FF" when term_21(20) and not (and term_21(19 downto 10)) else
    resize(slope_19(20 downto 2), 21);
  term_22 <= not unsigned(resize(slope_20(20 downto 2), 21));
  new_h_20 <=
    21x"1FFC00" when slope_20(20) and not (and unsigned(slope_20(20 downto 12))) else
    21x"0003FF" when term_22(20) and not (and term_22(19 downto 10)) else
    resize(slope_20(20 downto 2), 21);
  term_23 <= not unsigned(resize(slope_21(20 downto 2), 21));
  new_h_21 <=
    21x"1FFC00" when slope_21(20) and not (and unsigned(slope_21(20 downto 12))) else
    21x"0003FF" when term_23(20) and not (and term_23(19 downto 10)) else
    resize(slope_21(20 downto 2), 21);
  term_24 <= not unsigned(resize(slope_22(20 downto 2), 21));
  new_h_22 <=
    21x"1FFC00" when slope_22(20) and not (and unsigned(slope_22(20 downto 12))) else
    21x"0003FF" when term_24(20) and not (and term_24(19 downto 10)) else
    resize(slope_22(20 downto 2), 21);
  term_25 <= not unsigned(resize(slope_23(20 downto 2), 21));
  new_h_23 <=
    21x"1FFC00" when slope_23(20) and not (and unsigned(slope_23(20 downto 12))) else
    21x"0003FF" when term_25(20) and not (and term_25(19 downto 10)) else
    resize(slope_23(20 downto 2), 21);
  term_26 <= not unsigned(resize(slope_24(20 downto 2), 21));
  new_h_24 <=
    21x"1FFC00" when slope_24(20) and not (and unsigned(slope_24(20 downto 12))) else
    21x"0003FF" when term_26(20) and not (and term_26(19 downto 10)) else
    resize(slope_24(20 downto 2), 21);
  term_27 <= not unsigned(resize(slope_25(20 downto 2), 21));
  new_h_25 <=
    21x"1FFC00" when slope_25(20) and not (and unsigned(slope_25(20 downto 12))) else
    21x"0003FF" when term_27(20) and not (and term_27(19 downto 10)) else
    resize(slope_25(20 downto 2), 21);
  term_28 <= not unsigned(resize(slope_26(20 downto 2), 21));
  new_h_26 <=
    21x"1FFC00" when slope_26(20) and not (and unsigned(slope_26(20 downto 12))) else
    21x"0003FF" when term_28(20) and not (and term_28(19 downto 10)) else
    resize(slope_26(20 downto 2), 21);
  updated <= advance and valid_3 and flags_3(0);
  term_29 <= accept and term_1;
  term_30 <= advance and or pause;
  difference_27 <= pause - 1;
  sum_1 <= resize(signed(read_data(12 downto 4)), 13) + resize(signed(read_data(12 downto 5)), 13);
  difference_28 <= (signed(read_data(12 downto 0)) + signed(input_payload(8 downto 0))) - sum_1;
  difference_29 <= resize(signed(read_data(361 downto 351)), 15) - signed(unsigned'(read_data(658) & read_data(658 downto 648) & "00"));
  difference_30 <= resize(difference_29, 16) - 3000;
  difference_31 <= resize(signed(read_data(658 downto 648)), 12) - signed(read_data(361 downto 351));
  choice_1 <=
    repeated(difference_0(11), 8) & unsigned(difference_0) & "0000000" when depolarised_0 else
    repeated(difference_0(11), 5) & unsigned(difference_0) & 10x"000";
  choice_2 <=
    repeated(difference_0(11), 10) & unsigned(difference_0) & "00000" when depolarised_0 else
    repeated(difference_0(11), 7) & unsigned(difference_0) & x"00";
  choice_3 <=
    repeated(difference_0(11), 5) & unsigned(difference_0) & "00" when depolarised_0 else
    difference_0(11) & unsigned(difference_0) & "000000";
  sum_2 <= resize(signed(choice_3), 20) + signed(choose(depolarised_0, 13x"0000", unsigned(difference_0) & '0'));
  sum_3 <= resize(signed(choose(new_i_0 ?> 0, unsigned'(11x"3FF"), unsigned'(11x"400"))), 19) + signed(unsigned'(unsigned(rest_0(17 downto 1)) & '0'));
  sum_4 <= resize(signed(read_data(25 downto 17)), 13) + resize(signed(read_data(25 downto 18)), 13);
  difference_32 <= (signed(read_data(25 downto 13)) + signed(input_payload(17 downto 9))) - sum_4;
  difference_33 <= resize(signed(read_data(372 downto 362)), 15) - signed(unsigned'(read_data(669) & read_data(669 downto 659) & "00"));
  difference_34 <= resize(difference_33, 16) - 3000;
  difference_35 <= resize(signed(read_data(669 downto 659)), 12) - signed(read_data(372 downto 362));
  choice_4 <=
    repeated(difference_1(11), 8) & unsigned(difference_1) & "0000000" when depolarised_1 else
    repeated(difference_1(11), 5) & unsigned(difference_1) & 10x"000";
  choice_5 <=
    repeated(difference_1(11), 10) & unsigned(difference_1) & "00000" when depolarised_1 else
    repeated(difference_1(11), 7) & unsigned(difference_1) & x"00";
  choice_6 <=
    repeated(difference_1(11), 5) & unsigned(difference_1) & "00" when depolarised_1 else
    difference_1(11) & unsigned(difference_1) & "000000";
  sum_5 <= resize(signed(choice_6), 20) + signed(choose(depolarised_1, 13x"0000", unsigned(difference_1) & '0'));
  sum_6 <= resize(signed(choose(new_i_1 ?> 0, unsigned'(11x"3FF"), unsigned'(11x"400"))), 19) + signed(unsigned'(unsigned(rest_1(17 downto 1)) & '0'));
  sum_7 <= resize(signed(read_data(38 downto 30)), 13) + resize(signed(read_data(38 downto 31)), 13);
  difference_36 <= (signed(read_data(38 downto 26)) + signed(input_payload(26 downto 18))) - sum_7;
  difference_37 <= resize(signed(read_data(383 downto 373)), 15) - signed(unsigned'(read_data(680) & read_data(680 downto 670) & "00"));
  difference_38 <= resize(difference_37, 16) - 3000;
  difference_39 <= resize(signed(read_data(680 downto 670)), 12) - signed(read_data(383 downto 373));
  choice_7 <=
    repeated(difference_2(11), 8) & unsigned(difference_2) & "0000000" when depolarised_2 else
    repeated(difference_2(11), 5) & unsigned(difference_2) & 10x"000";
  choice_8 <=
    repeated(difference_2(11), 10) & unsigned(difference_2) & "00000" when depolarised_2 else
    repeated(difference_2(11), 7) & unsigned(difference_2) & x"00";
  choice_9 <=
    repeated(difference_2(11), 5) & unsigned(difference_2) & "00" when depolarised_2 else
    difference_2(11) & unsigned(difference_2) & "000000";
  sum_8 <= resize(signed(choice_9), 20) + signed(choose(depolarised_2, 13x"0000", unsigned(difference_2) & '0'));
  sum_9 <= resize(signed(choose(new_i_2 ?> 0, unsigned'(11x"3FF"), unsigned'(11x"400"))), 19) + signed(unsigned'(unsigned(rest_2(17 downto 1)) & '0'));
  sum_10 <= resize(signed(read_data(51 downto 43)), 13) + resize(signed(read_data(51 downto 44)), 13);
  difference_40 <= (signed(read_data(51 downto 39)) + signed(input_payload(35 downto 27))) - sum_10;
  difference_41 <= resize(signed(read_data(394 downto 384)), 15) - signed(unsigned'(read_data(691) & read_data(691 downto 681) & "00"));
  difference_42 <= resize(difference_41, 16) - 3000;
  difference_43 <= resize(signed(read_data(691 downto 681)), 12) - signed(read_data(394 downto 384));
  choice_10 <=
    repeated(difference_3(11), 8) & unsigned(difference_3) & "0000000" when depolarised_3 else
    repeated(difference_3(11), 5) & unsigned(difference_3) & 10x"000";
  choice_11 <=
    repeated(difference_3(11), 10) & unsigned(difference_3) & "00000" when depolarised_3 else
    repeated(difference_3(11), 7) & unsigned(difference_3) & x"00";
  choice_12 <=
    repeated(difference_3(11), 5) & unsigned(difference_3) & "00" when depolarised_3 else
    difference_3(11) & unsigned(difference_3) & "000000";
  sum_11 <= resize(signed(choice_12), 20) + signed(choose(depolarised_3, 13x"0000", unsigned(difference_3) & '0'));
  sum_12 <= resize(signed(choose(new_i_3 ?> 0, unsigned'(11x"3FF"), unsigned'(11x"400"))), 19) + signed(unsigned'(unsigned(rest_3(17 downto 1)) & '0'));
  sum_13 <= resize(signed(read_data(64 downto 56)), 13) + resize(signed(read_data(64 downto 57)), 13);
  difference_44 <= (signed(read_data(64 downto 52)) + signed(input_payload(44 downto 36))) - sum_13;
  difference_45 <= resize(signed(read_data(405 downto 395)), 15) - signed(unsigned'(read_data(702) & read_data(702 downto 692) & "00"));
  difference_46 <= resize(difference_45, 16) - 3000;
  difference_47 <= resize(signed(read_data(702 downto 692)), 12) - signed(read_data(405 downto 395));
  choice_13 <=
    repeated(difference_4(11), 8) & unsigned(difference_4) & "0000000" when depolarised_4 else
    repeated(difference_4(11), 5) & unsigned(difference_4) & 10x"000";
  choice_14 <=
    repeated(difference_4(11), 10) & unsigned(difference_4) & "00000" when depolarised_4 else
    repeated(difference_4(11), 7) & unsigned(difference_4) & x"00";
  choice_15 <=
    repeated(difference_4(11), 5) & unsigned(difference_4) & "00" when depolarised_4 else
    difference_4(11) & unsigned(difference_4) & "000000";
  sum_14 <= resize(signed(choice_15), 20) + signed(choose(depolarised_4, 13x"0000", unsigned(difference_4) & '0'));
  sum_15 <= resize(signed(choose(new_i_4 ?> 0, unsigned'(11x"3FF"), unsigned'(11x"400"))), 19) + signed(unsigned'(unsigned(rest_4(17 downto 1)) & '0'));
  sum_16 <= resize(signed(read_data(77 downto 69)), 13) + resize(signed(read_data(77 downto 70)), 13);
  difference_48 <= (signed(read_data(77 downto 65)) + signed(input_payload(53 downto 45))) - sum_16;
  difference_49 <= resize(signed(read_data(416 downto 406)), 15) - signed(unsigned'(read_data(713) & read_data(713 downto 703) & "00"));
  difference_50 <= resize(difference_49, 16) - 3000;
  difference_51 <= resize(signed(read_data(713 downto 703)), 12) - signed(read_data(416 downto 406));
  choice_16 <=
    repeated(difference_5(11), 8) & unsigned(difference_5) & "0000000" when depolarised_5 else
    repeated(difference_5(11), 5) & unsigned(difference_5) & 10x"000";
  choice_17 <=
    repeated(difference_5(11), 10) & unsigned(difference_5) & "00000" when depolarised_5 else
    repeated(difference_5(11), 7) & unsigned(difference_5) & x"00";
  choice_18 <=
    repeated(difference_5(11), 5) & unsigned(difference_5) & "00" when depolarised_5 else
    difference_5(11) & unsigned(difference_5) & "000000";
  sum_17 <= resize(signed(choice_18), 20) + signed(choose(depolarised_5, 13x"0000", unsigned(difference_5) & '0'));
  sum_18 <= resize(signed(choose(new_i_5 ?> 0, unsigned'(11x"3FF"), unsigned'(11x"400"))), 19) + signed(unsigned'(unsigned(rest_5(17 downto 1)) & '0'));
  sum_19 <= resize(signed(read_data(90 downto 82)), 13) + resize(signed(read_data(90 downto 83)), 13);
  difference_52 <= (signed(read_data(90 downto 78)) + signed(input_payload(62 downto 54))) - sum_19;
  difference_53 <= resize(signed(read_data(427 downto 417)), 15) - signed(unsigned'(read_data(724) & read_data(724 downto 714) & "00"));
  difference_54 <= resize(difference_53, 16) - 3000;
  difference_55 <= resize(signed(read_data(724 downto 714)), 12) - signed(read_data(427 downto 417));
  choice_19 <=
    repeated(difference_6(11), 8) & unsigned(difference_6) & "0000000" when depolarised_6 else
    repeated(difference_6(11), 5) & unsigned(difference_6) & 10x"000";
  choice_20 <=
    repeated(difference_6(11), 10) & unsigned(difference_6) & "00000" when depolarised_6 else
    repeated(difference_6(11), 7) & unsigned(difference_6) & x"00";
  choice_21 <=
    repeated(difference_6(11), 5) & unsigned(difference_6) & "00" when depolarised_6 else
    difference_6(11) & unsigned(difference_6) & "000000";
  sum_20 <= resize(signed(choice_21), 20) + signed(choose(depolarised_6, 13x"0000", unsigned(difference_6) & '0'));
  sum_21 <= resize(signed(choose(new_i_6 ?> 0, unsigned'(11x"3FF"), unsigned'(11x"400"))), 19) + signed(unsigned'(unsigned(rest_6(17 downto 1)) & '0'));
  sum_22 <= resize(signed(read_data(103 downto 95)), 13) + resize(signed(read_data(103 downto 96)), 13);
  difference_56 <= (signed(read_data(103 downto 91)) + signed(input_payload(71 downto 63))) - sum_22;
  difference_57 <= resize(signed(read_data(438 downto 428)), 15) - signed(unsigned'(read_data(735) & read_data(735 downto 725) & "00"));
  difference_58 <= resize(difference_57, 16) - 3000;
  difference_59 <= resize(signed(read_data(735 downto 725)), 12) - signed(read_data(438 downto 428));
  choice_22 <=
    repeated(difference_7(11), 8) & unsigned(difference_7) & "0000000" when depolarised_7 else
    repeated(difference_7(11), 5) & unsigned(difference_7) & 10x"000";
  choice_23 <=
    repeated(difference_7(11), 10) & unsigned(difference_7) & "00000" when depolarised_7 else
    repeated(difference_7(11), 7) & unsigned(difference_7) & x"00";
  choice_24 <=
    repeated(difference_7(11), 5) & unsigned(difference_7) & "00" when depolarised_7 else
    difference_7(11) & unsigned(difference_7) & "000000";
  sum_23 <= resize(signed(choice_24), 20) + signed(choose(depolarised_7, 13x"0000", unsigned(difference_7) & '0'));
  sum_24 <= resize(signed(choose(new_i_7 ?> 0, unsigned'(11x"3FF"), unsigned'(11x"400"))), 19) + signed(unsigned'(unsigned(rest_7(17 downto 1)) & '0'));
  sum_25 <= signed(read_data(116 downto 104)) + signed(input_payload(80 downto 72));
  sum_26 <= resize(signed(read_data(116 downto 108)), 13) + resize(signed(read_data(116 downto 109)), 13);
  difference_60 <= resize(signed(read_data(449 downto 439)), 15) - signed(unsigned'(read_data(746) & read_data(746 downto 736) & "00"));
  difference_61 <= resize(difference_60, 16) - 3000;
  difference_62 <= resize(signed(read_data(746 downto 736)), 12) - signed(read_data(449 downto 439));
  choice_25 <=
    repeated(difference_8(11), 8) & unsigned(difference_8) & "0000000" when depolarised_8 else
    repeated(difference_8(11), 5) & unsigned(difference_8) & 10x"000";
  choice_26 <=
    repeated(difference_8(11), 10) & unsigned(difference_8) & "00000" when depolarised_8 else
    repeated(difference_8(11), 7) & unsigned(difference_8) & x"00";
  choice_27 <=
    repeated(difference_8(11), 5) & unsigned(difference_8) & "00" when depolarised_8 else
    difference_8(11) & unsigned(difference_8) & "000000";
  sum_27 <= resize(signed(choice_27), 20) + signed(choose(depolarised_8, 13x"0000", unsigned(difference_8) & '0'));
  sum_28 <= resize(signed(choose(new_i_8 ?> 0, unsigned'(11x"3FF"), unsigned'(11x"400"))), 19) + signed(unsigned'(unsigned(rest_8(17 downto 1)) & '0'));
  sum_29 <= signed(read_data(129 downto 117)) + signed(input_payload(89 downto 81));
  sum_30 <= resize(signed(read_data(129 downto 121)), 13) + resize(signed(read_data(129 downto 122)), 13);
  difference_63 <= resize(signed(read_data(460 downto 450)), 15) - signed(unsigned'(read_data(757) & read_data(757 downto 747) & "00"));
  difference_64 <= resize(difference_63, 16) - 3000;
  difference_65 <= resize(signed(read_data(757 downto 747)), 12) - signed(read_data(460 downto 450));
  choice_28 <=
    repeated(difference_9(11), 8) & unsigned(difference_9) & "0000000" when depolarised_9 else
    repeated(difference_9(11), 5) & unsigned(difference_9) & 10x"000";
  choice_29 <=
    repeated(difference_9(11), 10) & unsigned(difference_9) & "00000" when depolarised_9 else
    repeated(difference_9(11), 7) & unsigned(difference_9) & x"00";
  choice_30 <=
    repeated(difference_9(11), 5) & unsigned(difference_9) & "00" when depolarised_9 else
    difference_9(11) & unsigned(difference_9) & "000000";
  sum_31 <= resize(signed(choice_30), 20) + signed(choose(depolarised_9, 13x"0000", unsigned(difference_9) & '0'));
  sum_32 <= resize(signed(choose(new_i_9 ?> 0, unsigned'(11x"3FF"), unsigned'(11x"400"))), 19) + signed(unsigned'(unsigned(rest_9(17 downto 1)) & '0'));
  sum_33 <= signed(read_data(142 downto 130)) + signed(input_payload(98 downto 90));
  sum_34 <= resize(signed(read_data(142 downto 134)), 13) + resize(signed(read_data(142 downto 135)), 13);
  difference_66 <= resize(signed(read_data(471 downto 461)), 15) - signed(unsigned'(read_data(768) & read_data(768 downto 758) & "00"));
  difference_67 <= resize(difference_66, 16) - 3000;
  difference_68 <= resize(signed(read_data(768 downto 758)), 12) - signed(read_data(471 downto 461));
  choice_31 <=
    repeated(difference_10(11), 8) & unsigned(difference_10) & "0000000" when depolarised_10 else
    repeated(difference_10(11), 5) & unsigned(difference_10) & 10x"000";
  choice_32 <=
    repeated(difference_10(11), 10) & unsigned(difference_10) & "00000" when depolarised_10 else
    repeated(difference_10(11), 7) & unsigned(difference_10) & x"00";
  choice_33 <=
    repeated(difference_10(11), 5) & unsigned(difference_10) & "00" when depolarised_10 else
    difference_10(11) & unsigned(difference_10) & "000000";
  sum_35 <= resize(signed(choice_33), 20) + signed(choose(depolarised_10, 13x"0000", unsigned(difference_10) & '0'));
  sum_36 <= resize(signed(choose(new_i_10 ?> 0, unsigned'(11x"3FF"), unsigned'(11x"400"))), 19) + signed(unsigned'(unsigned(rest_10(17 downto 1)) & '0'));
  sum_37 <= signed(read_data(155 downto 143)) + signed(input_payload(107 downto 99));
  sum_38 <= resize(signed(read_data(155 downto 147)), 13) + resize(signed(read_data(155 downto 148)), 13);
  difference_69 <= resize(signed(read_data(482 downto 472)), 15) - signed(unsigned'(read_data(779) & read_data(779 downto 769) & "00"));
  difference_70 <= resize(difference_69, 16) - 3000;
  difference_71 <= resize(signed(read_data(779 downto 769)), 12) - signed(read_data(482 downto 472));
  choice_34 <=
    repeated(difference_11(11), 8) & unsigned(difference_11) & "0000000" when depolarised_11 else
    repeated(difference_11(11), 5) & unsigned(difference_11) & 10x"000";
  choice_35 <=
    repeated(difference_11(11), 10) & unsigned(difference_11) & "00000" when depolarised_11 else
    repeated(difference_11(11), 7) & unsigned(difference_11) & x"00";
  choice_36 <=
    repeated(difference_11(11), 5) & unsigned(difference_11) & "00" when depolarised_11 else
    difference_11(11) & unsigned(difference_11) & "000000";
  sum_39 <= resize(signed(choice_36), 20) + signed(choose(depolarised_11, 13x"0000", unsigned(difference_11) & '0'));
  sum_40 <= resize(signed(choose(new_i_11 ?> 0, unsigned'(11x"3FF"), unsigned'(11x"400"))), 19) + signed(unsigned'(unsigned(rest_11(17 downto 1)) & '0'));
  sum_41 <= signed(read_data(168 downto 156)) + signed(input_payload(116 downto 108));
  sum_42 <= resize(signed(read_data(168 downto 160)), 13) + resize(signed(read_data(168 downto 161)), 13);
  difference_72 <= resize(signed(read_data(493 downto 483)), 15) - signed(unsigned'(read_data(790) & read_data(790 downto 780) & "00"));
  difference_73 <= resize(difference_72, 16) - 3000;
  difference_74 <= resize(signed(read_data(790 downto 780)), 12) - signed(read_data(493 downto 483));
  choice_37 <=
    repeated(difference_12(11), 8) & unsigned(difference_12) & "0000000" when depolarised_12 else
    repeated(difference_12(11), 5) & unsigned(difference_12) & 10x"000";
  choice_38 <=
    repeated(difference_12(11), 10) & unsigned(difference_12) & "00000" when depolarised_12 else
    repeated(difference_12(11), 7) & unsigned(difference_12) & x"00";
  choice_39 <=
    repeated(difference_12(11), 5) & unsigned(difference_12) & "00" when depolarised_12 else
    difference_12(11) & unsigned(difference_12) & "000000";
  sum_43 <= resize(signed(choice_39), 20) + signed(choose(depolarised_12, 13x"0000", unsigned(difference_12) & '0'));
  sum_44 <= resize(signed(choose(new_i_12 ?> 0, unsigned'(11x"3FF"), unsigned'(11x"400"))), 19) + signed(unsigned'(unsigned(rest_12(17 downto 1)) & '0'));
  sum_45 <= signed(read_data(181 downto 169)) + signed(input_payload(125 downto 117));
  sum_46 <= resize(signed(read_data(181 downto 173)), 13) + resize(signed(read_data(181 downto 174)), 13);
  difference_75 <= resize(signed(read_data(504 downto 494)), 15) - signed(unsigned'(read_data(801) & read_data(801 downto 791) & "00"));
  difference_76 <= resize(difference_75, 16) - 3000;
  difference_77 <= resize(signed(read_data(801 downto 791)), 12) - signed(read_data(504 downto 494));
  choice_40 <=
    repeated(difference_13(11), 8) & unsigned(difference_13) & "0000000" when depolarised_13 else
    repeated(difference_13(11), 5) & unsigned(difference_13) & 10x"000";
  choice_41 <=
    repeated(difference_13(11), 10) & unsigned(difference_13) & "00000" when depolarised_13 else
    repeated(difference_13(11), 7) & unsigned(difference_13) & x"00";
  choice_42 <=
    repeated(difference_13(11), 5) & unsigned(difference_13) & "00" when depolarised_13 else
    difference_13(11) & unsigned(difference_13) & "000000";
  sum_47 <= resize(signed(choice_42), 20) + signed(choose(depolarised_13, 13x"0000", unsigned(difference_13) & '0'));
  sum_48 <= resize(signed(choose(new_i_13 ?> 0, unsigned'(11x"3FF"), unsigned'(11x"400"))), 19) + signed(unsigned'(unsigned(rest_13(17 downto 1)) & '0'));
  sum_49 <= signed(read_data(194 downto 182)) + signed(input_payload(134 downto 126));
  sum_50 <= resize(signed(read_data(194 downto 186)), 13) + resize(signed(read_data(194 downto 187)), 13);
  difference_78 <= resize(signed(read_data(515 downto 505)), 15) - signed(unsigned'(read_data(812) & read_data(812 downto 802) & "00"));
  difference_79 <= resize(difference_78, 16) - 3000;
  difference_80 <= resize(signed(read_data(812 downto 802)), 12) - signed(read_data(515 downto 505));
  choice_43 <=
    repeated(difference_14(11), 8) & unsigned(difference_14) & "0000000" when depolarised_14 else
    repeated(difference_14(11), 5) & unsigned(difference_14) & 10x"000";
  choice_44 <=
    repeated(difference_14(11), 10) & unsigned(difference_14) & "00000" when depolarised_14 else
    repeated(difference_14(11), 7) & unsigned(difference_14) & x"00";
  choice_45 <=
    repeated(difference_14(11), 5) & unsigned(difference_14) & "00" when depolarised_14 else
    difference_14(11) & unsigned(difference_14) & "000000";
  sum_51 <= resize(signed(choice_45), 20) + signed(choose(depolarised_14, 13x"0000", unsigned(difference_14) & '0'));
  sum_52 <= resize(signed(choose(new_i_14 ?> 0, unsigned'(11x"3FF"), unsigned'(11x"400"))), 19) + signed(unsigned'(unsigned(rest_14(17 downto 1)) & '0'));
  sum_53 <= signed(read_data(207 downto 195)) + signed(input_payload(143 downto 135));
  sum_54 <= resize(signed(read_data(207 downto 199)), 13) + resize(signed(read_data(207 downto 200)), 13);
  difference_81 <= resize(signed(read_data(526 downto 516)), 15) - signed(unsigned'(read_data(823) & read_data(823 downto 813) & "00"));
  difference_82 <= resize(difference_81, 16) - 3000;
  difference_83 <= resize(signed(read_data(823 downto 813)), 12) - signed(read_data(526 downto 516));
  choice_46 <=
    repeated(difference_15(11), 8) & unsigned(difference_15) & "0000000" when depolarised_15 else
    repeated(difference_15(11), 5) & unsigned(difference_15) & 10x"000";
  choice_47 <=
    repeated(difference_15(11), 10) & unsigned(difference_15) & "00000" when depolarised_15 else
    repeated(difference_15(11), 7) & unsigned(difference_15) & x"00";
  choice_48 <=
    repeated(difference_15(11), 5) & unsigned(difference_15) & "00" when depolarised_15 else
    difference_15(11) & unsigned(difference_15) & "000000";
  sum_55 <= resize(signed(choice_48), 20) + signed(choose(depolarised_15, 13x"0000", unsigned(difference_15) & '0'));
  sum_56 <= resize(signed(choose(new_i_15 ?> 0, unsigned'(11x"3FF"), unsigned'(11x"400"))), 19) + signed(unsigned'(unsigned(rest_15(17 downto 1)) & '0'));
  sum_57 <= signed(read_data(220 downto 208)) + signed(input_payload(152 downto 144));
  sum_58 <= resize(signed(read_data(220 downto 212)), 13) + resize(signed(read_data(220 downto 213)), 13);
  difference_84 <= resize(signed(read_data(537 downto 527)), 15) - signed(unsigned'(read_data(834) & read_data(834 downto 824) & "00"));
  difference_85 <= resize(difference_84, 16) - 3000;
  difference_86 <= resize(signed(read_data(834 downto 824)), 12) - signed(read_data(537 downto 527));
  choice_49 <=
    repeated(difference_16(11), 8) & unsigned(difference_16) & "0000000" when depolarised_16 else
    repeated(difference_16(11), 5) & unsigned(difference_16) & 10x"000";
  choice_50 <=
    repeated(difference_16(11), 10) & unsigned(difference_16) & "00000" when depolarised_16 else
    repeated(difference_16(11), 7) & unsigned(difference_16) & x"00";
  choice_51 <=
    repeated(difference_16(11), 5) & unsigned(difference_16) & "00" when depolarised_16 else
    difference_16(11) & unsigned(difference_16) & "000000";
  sum_59 <= resize(signed(choice_51), 20) + signed(choose(depolarised_16, 13x"0000", unsigned(difference_16) & '0'));
  sum_60 <= resize(signed(choose(new_i_16 ?> 0, unsigned'(11x"3FF"), unsigned'(11x"400"))), 19) + signed(unsigned'(unsigned(rest_16(17 downto 1)) & '0'));
  sum_61 <= signed(read_data(233 downto 221)) + signed(input_payload(161 downto 153));
  sum_62 <= resize(signed(read_data(233 downto 225)), 13) + resize(signed(read_data(233 downto 226)), 13);
  difference_87 <= resize(signed(read_data(548 downto 538)), 15) - signed(unsigned'(read_data(845) & read_data(845 downto 835) & "00"));
  difference_88 <= resize(difference_87, 16) - 3000;
  difference_89 <= resize(signed(read_data(845 downto 835)), 12) - signed(read_data(548 downto 538));
  choice_52 <=
    repeated(difference_17(11), 8) & unsigned(difference_17) & "0000000" when depolarised_17 else
    repeated(difference_17(11), 5) & unsigned(difference_17) & 10x"000";
  choice_53 <=
    repeated(difference_17(11), 10) & unsigned(difference_17) & "00000" when depolarised_17 else
    repeated(difference_17(11), 7) & unsigned(difference_17) & x"00";
  choice_54 <=
    repeated(difference_17(11), 5) & unsigned(difference_17) & "00" when depolarised_17 else
    difference_17(11) & unsigned(difference_17) & "000000";
  sum_63 <= resize(signed(choice_54), 20) + signed(choose(depolarised_17, 13x"0000", unsigned(difference_17) & '0'));
  sum_64 <= resize(signed(choose(new_i_17 ?> 0, unsigned'(11x"3FF"), unsigned'(11x"400"))), 19) + signed(unsigned'(unsigned(rest_17(17 downto 1)) & '0'));
  sum_65 <= signed(read_data(246 downto 234)) + signed(input_payload(170 downto 162));
  sum_66 <= resize(signed(read_data(246 downto 238)), 13) + resize(signed(read_data(246 downto 239)), 13);
  difference_90 <= resize(signed(read_data(559 downto 549)), 15) - signed(unsigned'(read_data(856) & read_data(856 downto 846) & "00"));
  difference_91 <= resize(difference_90, 16) - 3000;
  difference_92 <= resize(signed(read_data(856 downto 846)), 12) - signed(read_data(559 downto 549));
  choice_55 <=
    repeated(difference_18(11), 8) & unsigned(difference_18) & "0000000" when depolarised_18 else
    repeated(difference_18(11), 5) & unsigned(difference_18) & 10x"000";
  choice_56 <=
    repeated(difference_18(11), 10) & unsigned(difference_18) & "00000" when depolarised_18 else
    repeated(difference_18(11), 7) & unsigned(difference_18) & x"00";
  choice_57 <=
    repeated(difference_18(11), 5) & unsigned(difference_18) & "00" when depolarised_18 else
    difference_18(11) & unsigned(difference_18) & "000000";
  sum_67 <= resize(signed(choice_57), 20) + signed(choose(depolarised_18, 13x"0000", unsigned(difference_18) & '0'));
  sum_68 <= resize(signed(choose(new_i_18 ?> 0, unsigned'(11x"3FF"), unsigned'(11x"400"))), 19) + signed(unsigned'(unsigned(rest_18(17 downto 1)) & '0'));
  sum_69 <= signed(read_data(259 downto 247)) + signed(input_payload(179 downto 171));
  sum_70 <= resize(signed(read_data(259 downto 251)), 13) + resize(signed(read_data(259 downto 252)), 13);
  difference_93 <= resize(signed(read_data(570 downto 560)), 15) - signed(unsigned'(read_data(867) & read_data(867 downto 857) & "00"));
  difference_94 <= resize(difference_93, 16) - 3000;
  difference_95 <= resize(signed(read_data(867 downto 857)), 12) - signed(read_data(570 downto 560));
  choice_58 <=
    repeated(difference_19(11), 8) & unsigned(difference_19) & "0000000" when depolarised_19 else
    repeated(difference_19(11), 5) & unsigned(difference_19) & 10x"000";
  choice_59 <=
    repeated(difference_19(11), 10) & unsigned(difference_19) & "00000" when depolarised_19 else
    repeated(difference_19(11), 7) & unsigned(difference_19) & x"00";
  choice_60 <=
    repeated(difference_19(11), 5) & unsigned(difference_19) & "00" when depolarised_19 else
    difference_19(11) & unsigned(difference_19) & "000000";
  sum_71 <= resize(signed(choice_60), 20) + signed(choose(depolarised_19, 13x"0000", unsigned(difference_19) & '0'));
  sum_72 <= resize(signed(choose(new_i_19 ?> 0, unsigned'(11x"3FF"), unsigned'(11x"400"))), 19) + signed(unsigned'(unsigned(rest_19(17 downto 1)) & '0'));
  sum_73 <= signed(read_data(272 downto 260)) + signed(input_payload(188 downto 180));
  sum_74 <= resize(signed(read_data(272 downto 264)), 13) + resize(signed(read_data(272 downto 265)), 13);
  difference_96 <= resize(signed(read_data(581 downto 571)), 15) - signed(unsigned'(read_data(878) & read_data(878 downto 868) & "00"));
  difference_97 <= resize(difference_96, 16) - 3000;
  difference_98 <= resize(signed(read_data(878 downto 868)), 12) - signed(read_data(581 downto 571));
  choice_61 <=
    repeated(difference_20(11), 8) & unsigned(difference_20) & "0000000" when depolarised_20 else
    repeated(difference_20(11), 5) & unsigned(difference_20) & 10x"000";
  choice_62 <=
    repeated(difference_20(11), 10) & unsigned(difference_20) & "00000" when depolarised_20 else
    repeated(difference_20(11), 7) & unsigned(difference_20) & x"00";
  choice_63 <=
    repeated(difference_20(11), 5) & unsigned(difference_20) & "00" when depolarised_20 else
    difference_20(11) & unsigned(difference_20) & "000000";
  sum_75 <= resize(signed(choice_63), 20) + signed(choose(depolarised_20, 13x"0000", unsigned(difference_20) & '0'));
  sum_76 <= resize(signed(choose(new_i_20 ?> 0, unsigned'(11x"3FF"), unsigned'(11x"400"))), 19) + signed(unsigned'(unsigned(rest_20(17 downto 1)) & '0'));
  sum_77 <= signed(read_data(285 downto 273)) + signed(input_payload(197 downto 189));
  sum_78 <= resize(signed(read_data(285 downto 277)), 13) + resize(signed(read_data(285 downto 278)), 13);
  difference_99 <= resize(signed(read_data(592 downto 582)), 15) - signed(unsigned'(read_data(889) & read_data(889 downto 879) & "00"));
  difference_100 <= resize(difference_99, 16) - 3000;
  difference_101 <= resize(signed(read_data(889 downto 879)), 12) - signed(read_data(592 downto 582));
  choice_64 <=
    repeated(difference_21(11), 8) & unsigned(difference_21) & "0000000" when depolarised_21 else
    repeated(difference_21(11), 5) & unsigned(difference_21) & 10x"000";
  choice_65 <=
    repeated(difference_21(11), 10) & unsigned(difference_21) & "00000" when depolarised_21 else
    repeated(difference_21(11), 7) & unsigned(difference_21) & x"00";
  choice_66 <=
    repeated(difference_21(11), 5) & unsigned(difference_21) & "00" when depolarised_21 else
    difference_21(11) & unsigned(difference_21) & "000000";
  sum_79 <= resize(signed(choice_66), 20) + signed(choose(depolarised_21, 13x"0000", unsigned(difference_21) & '0'));
  sum_80 <= resize(signed(choose(new_i_21 ?> 0, unsigned'(11x"3FF"), unsigned'(11x"400"))), 19) + signed(unsigned'(unsigned(rest_21(17 downto 1)) & '0'));
  sum_81 <= signed(read_data(298 downto 286)) + signed(input_payload(206 downto 198));
  sum_82 <= resize(signed(read_data(298 downto 290)), 13) + resize(signed(read_data(298 downto 291)), 13);
  difference_102 <= resize(signed(read_data(603 downto 593)), 15) - signed(unsigned'(read_data(900) & read_data(900 downto 890) & "00"));
  difference_103 <= resize(difference_102, 16) - 3000;
  difference_104 <= resize(signed(read_data(900 downto 890)), 12) - signed(read_data(603 downto 593));
  choice_67 <=
    repeated(difference_22(11), 8) & unsigned(difference_22) & "0000000" when depolarised_22 else
    repeated(difference_22(11), 5) & unsigned(difference_22) & 10x"000";
  choice_68 <=
    repeated(difference_22(11), 10) & unsigned(difference_22) & "00000" when depolarised_22 else
    repeated(difference_22(11), 7) & unsigned(difference_22) & x"00";
  choice_69 <=
    repeated(difference_22(11), 5) & unsigned(difference_22) & "00" when depolarised_22 else
    difference_22(11) & unsigned(difference_22) & "000000";
  sum_83 <= resize(signed(choice_69), 20) + signed(choose(depolarised_22, 13x"0000", unsigned(difference_22) & '0'));
  sum_84 <= resize(signed(choose(new_i_22 ?> 0, unsigned'(11x"3FF"), unsigned'(11x"400"))), 19) + signed(unsigned'(unsigned(rest_22(17 downto 1)) & '0'));
  sum_85 <= signed(read_data(311 downto 299)) + signed(input_payload(215 downto 207));
  sum_86 <= resize(signed(read_data(311 downto 303)), 13) + resize(signed(read_data(311 downto 304)), 13);
  difference_105 <= resize(signed(read_data(614 downto 604)), 15) - signed(unsigned'(read_data(911) & read_data(911 downto 901) & "00"));
  difference_106 <= resize(difference_105, 16) - 3000;
  difference_107 <= resize(signed(read_data(911 downto 901)), 12) - signed(read_data(614 downto 604));
  choice_70 <=
    repeated(difference_23(11), 8) & unsigned(difference_23) & "0000000" when depolarised_23 else
    repeated(difference_23(11), 5) & unsigned(difference_23) & 10x"000";
  choice_71 <=
    repeated(difference_23(11), 10) & unsigned(difference_23) & "00000" when depolarised_23 else
    repeated(difference_23(11), 7) & unsigned(difference_23) & x"00";
  choice_72 <=
    repeated(difference_23(11), 5) & unsigned(difference_23) & "00" when depolarised_23 else
    difference_23(11) & unsigned(difference_23) & "000000";
  sum_87 <= resize(signed(choice_72), 20) + signed(choose(depolarised_23, 13x"0000", unsigned(difference_23) & '0'));
  sum_88 <= resize(signed(choose(new_i_23 ?> 0, unsigned'(11x"3FF"), unsigned'(11x"400"))), 19) + signed(unsigned'(unsigned(rest_23(17 downto 1)) & '0'));
  sum_89 <= signed(read_data(324 downto 312)) + signed(input_payload(224 downto 216));
  sum_90 <= resize(signed(read_data(324 downto 316)), 13) + resize(signed(read_data(324 downto 317)), 13);
  difference_108 <= resize(signed(read_data(625 downto 615)), 15) - signed(unsigned'(read_data(922) & read_data(922 downto 912) & "00"));
  difference_109 <= resize(difference_108, 16) - 3000;
  difference_110 <= resize(signed(read_data(922 downto 912)), 12) - signed(read_data(625 downto 615));
  choice_73 <=
    repeated(difference_24(11), 8) & unsigned(difference_24) & "0000000" when depolarised_24 else
    repeated(difference_24(11), 5) & unsigned(difference_24) & 10x"000";
  choice_74 <=
    repeated(difference_24(11), 10) & unsigned(difference_24) & "00000" when depolarised_24 else
    repeated(difference_24(11), 7) & unsigned(difference_24) & x"00";
  choice_75 <=
    repeated(difference_24(11), 5) & unsigned(difference_24) & "00" when depolarised_24 else
    difference_24(11) & unsigned(difference_24) & "000000";
  sum_91 <= resize(signed(choice_75), 20) + signed(choose(depolarised_24, 13x"0000", unsigned(difference_24) & '0'));
  sum_92 <= resize(signed(choose(new_i_24 ?> 0, unsigned'(11x"3FF"), unsigned'(11x"400"))), 19) + signed(unsigned'(unsigned(rest_24(17 downto 1)) & '0'));
  sum_93 <= signed(read_data(337 downto 325)) + signed(input_payload(233 downto 225));
  sum_94 <= resize(signed(read_data(337 downto 329)), 13) + resize(signed(read_data(337 downto 330)), 13);
  difference_111 <= resize(signed(read_data(636 downto 626)), 15) - signed(unsigned'(read_data(933) & read_data(933 downto 923) & "00"));
  difference_112 <= resize(difference_111, 16) - 3000;
  difference_113 <= resize(signed(read_data(933 downto 923)), 12) - signed(read_data(636 downto 626));
  choice_76 <=
    repeated(difference_25(11), 8) & unsigned(difference_25) & "0000000" when depolarised_25 else
    repeated(difference_25(11), 5) & unsigned(difference_25) & 10x"000";
  choice_77 <=
    repeated(difference_25(11), 10) & unsigned(difference_25) & "00000" when depolarised_25 else
    repeated(difference_25(11), 7) & unsigned(difference_25) & x"00";
  choice_78 <=
    repeated(difference_25(11), 5) & unsigned(difference_25) & "00" when depolarised_25 else
    difference_25(11) & unsigned(difference_25) & "000000";
  sum_95 <= resize(signed(choice_78), 20) + signed(choose(depolarised_25, 13x"0000", unsigned(difference_25) & '0'));
  sum_96 <= resize(signed(choose(new_i_25 ?> 0, unsigned'(11x"3FF"), unsigned'(11x"400"))), 19) + signed(unsigned'(unsigned(rest_25(17 downto 1)) & '0'));
  sum_97 <= signed(read_data(350 downto 338)) + signed(input_payload(242 downto 234));
  sum_98 <= resize(signed(read_data(350 downto 342)), 13) + resize(signed(read_data(350 downto 343)), 13);
  difference_114 <= resize(signed(read_data(647 downto 637)), 15) - signed(unsigned'(read_data(944) & read_data(944 downto 934) & "00"));
  difference_115 <= resize(difference_114, 16) - 3000;
  difference_116 <= resize(signed(read_data(944 downto 934)), 12) - signed(read_data(647 downto 637));
  choice_79 <=
    repeated(difference_26(11), 8) & unsigned(difference_26) & "0000000" when depolarised_26 else
    repeated(difference_26(11), 5) & unsigned(difference_26) & 10x"000";
  choice_80 <=
    repeated(difference_26(11), 10) & unsigned(difference_26) & "00000" when depolarised_26 else
    repeated(difference_26(11), 7) & unsigned(difference_26) & x"00";
  choice_81 <=
    repeated(difference_26(11), 5) & unsigned(difference_26) & "00" when depolarised_26 else
    difference_26(11) & unsigned(difference_26) & "000000";
  sum_99 <= resize(signed(choice_81), 20) + signed(choose(depolarised_26, 13x"0000", unsigned(difference_26) & '0'));
  sum_100 <= resize(signed(choose(new_i_26 ?> 0, unsigned'(11x"3FF"), unsigned'(11x"400"))), 19) + signed(unsigned'(unsigned(rest_26(17 downto 1)) & '0'));
  write_data(12 downto 0) <= (others => '0') when fresh_3_0 else unsigned(i_3_0);
  write_data(25 downto 13) <= (others => '0') when fresh_3_1 else unsigned(i_3_1);
  write_data(38 downto 26) <= (others => '0') when fresh_3_2 else unsigned(i_3_2);
  write_data(51 downto 39) <= (others => '0') when fresh_3_3 else unsigned(i_3_3);
  write_data(64 downto 52) <= (others => '0') when fresh_3_4 else unsigned(i_3_4);
  write_data(77 downto 65) <= (others => '0') when fresh_3_5 else unsigned(i_3_5);
  write_data(90 downto 78) <= (others => '0') when fresh_3_6 else unsigned(i_3_6);
  write_data(103 downto 91) <= (others => '0') when fresh_3_7 else unsigned(i_3_7);
  write_data(116 downto 104) <= (others => '0') when fresh_3_8 else unsigned(i_3_8);
  write_data(129 downto 117) <= (others => '0') when fresh_3_9 else unsigned(i_3_9);
  write_data(142 downto 130) <= (others => '0') when fresh_3_10 else unsigned(i_3_10);
  write_data(155 downto 143) <= (others => '0') when fresh_3_11 else unsigned(i_3_11);
  write_data(168 downto 156) <= (others => '0') when fresh_3_12 else unsigned(i_3_12);
  write_data(181 downto 169) <= (others => '0') when fresh_3_13 else unsigned(i_3_13);
  write_data(194 downto 182) <= (others => '0') when fresh_3_14 else unsigned(i_3_14);
  write_data(207 downto 195) <= (others => '0') when fresh_3_15 else unsigned(i_3_15);
  write_data(220 downto 208) <= (others => '0') when fresh_3_16 else unsigned(i_3_16);
  write_data(233 downto 221) <= (others => '0') when fresh_3_17 else unsigned(i_3_17);
  write_data(246 downto 234) <= (others => '0') when fresh_3_18 else unsigned(i_3_18);
  write_data(259 downto 247) <= (others => '0') when fresh_3_19 else unsigned(i_3_19);
  write_data(272 downto 260) <= (others => '0') when fresh_3_20 else unsigned(i_3_20);
  write_data(285 downto 273) <= (others => '0') when fresh_3_21 else unsigned(i_3_21);
  write_data(298 downto 286) <= (others => '0') when fresh_3_22 else unsigned(i_3_22);
  write_data(311 downto 299) <= (others => '0') when fresh_3_23 else unsigned(i_3_23);
  write_data(324 downto 312) <= (others => '0') when fresh_3_24 else unsigned(i_3_24);
  write_data(337 downto 325) <= (others => '0') when fresh_3_25 else unsigned(i_3_25);
  write_data(350 downto 338) <= (others => '0') when fresh_3_26 else unsigned(i_3_26);
  write_data(361 downto 351) <= 11x"400" when fresh_3_0 else unsigned(new_h_0(10 downto 0));
  write_data(372 downto 362) <= 11x"400" when fresh_3_1 else unsigned(new_h_1(10 downto 0));
  write_data(383 downto 373) <= 11x"400" when fresh_3_2 else unsigned(new_h_2(10 downto 0));
  write_data(394 downto 384) <= 11x"400" when fresh_3_3 else unsigned(new_h_3(10 downto 0));
  write_data(405 downto 395) <= 11x"400" when fresh_3_4 else unsigned(new_h_4(10 downto 0));
  write_data(416 downto 406) <= 11x"400" when fresh_3_5 else unsigned(new_h_5(10 downto 0));
  write_data(427 downto 417) <= 11x"400" when fresh_3_6 else unsigned(new_h_6(10 downto 0));
  write_data(438 downto 428) <= 11x"400" when fresh_3_7 else unsigned(new_h_7(10 downto 0));
  write_data(449 downto 439) <= 11x"400" when fresh_3_8 else unsigned(new_h_8(10 downto 0));
  write_data(460 downto 450) <= 11x"400" when fresh_3_9 else unsigned(new_h_9(10 downto 0));
  write_data(471 downto 461) <= 11x"400" when fresh_3_10 else unsigned(new_h_10(10 downto 0));
  write_data(482 downto 472) <= 11x"400" when fresh_3_11 else unsigned(new_h_11(10 downto 0));
  write_data(493 downto 483) <= 11x"400" when fresh_3_12 else unsigned(new_h_12(10 downto 0));
  write_data(504 downto 494) <= 11x"400" when fresh_3_13 else unsigned(new_h_13(10 downto 0));
  write_data(515 downto 505) <= 11x"400" when fresh_3_14 else unsigned(new_h_14(10 downto 0));
  write_data(526 downto 516) <= 11x"400" when fresh_3_15 else unsigned(new_h_15(10 downto 0));
  write_data(537 downto 527) <= 11x"400" when fresh_3_16 else unsigned(new_h_16(10 downto 0));
  write_data(548 downto 538) <= 11x"400" when fresh_3_17 else unsigned(new_h_17(10 downto 0));
  write_data(559 downto 549) <= 11x"400" when fresh_3_18 else unsigned(new_h_18(10 downto 0));
  write_data(570 downto 560) <= 11x"400" when fresh_3_19 else unsigned(new_h_19(10 downto 0));
  write_data(581 downto 571) <= 11x"400" when fresh_3_20 else unsigned(new_h_20(10 downto 0));
  write_data(592 downto 582) <= 11x"400" when fresh_3_21 else unsigned(new_h_21(10 downto 0));
  write_data(603 downto 593) <= 11x"400" when fresh_3_22 else unsigned(new_h_22(10 downto 0));
  write_data(614 downto 604) <= 11x"400" when fresh_3_23 else unsigned(new_h_23(10 downto 0));
  write_data(625 downto 615) <= 11x"400" when fresh_3_24 else unsigned(new_h_24(10 downto 0));
  write_data(636 downto 626) <= 11x"400" when fresh_3_25 else unsigned(new_h_25(10 downto 0));
  write_data(647 downto 637) <= 11x"400" when fresh_3_26 else unsigned(new_h_26(10 downto 0));
  sum_101 <= resize(resize(product_0(21 downto 10), 22), 23) + h_3_0;
  term_31 <= not unsigned(sum_101);
  write_data(658 downto 648) <=
    11x"4F4" when fresh_3_0 else
    11x"4E0" when sum_101 < -800 else
    11x"3FF" when term_31(22) and not (and term_31(21 downto 10)) else
    unsigned(sum_101(10 downto 0));
  sum_102 <= resize(resize(product_1(21 downto 10), 22), 23) + h_3_1;
  term_32 <= not unsigned(sum_102);
  write_data(669 downto 659) <=
    11x"4F4" when fresh_3_1 else
    11x"4E0" when sum_102 < -800 else
    11x"3FF" when term_32(22) and not (and term_32(21 downto 10)) else
    unsigned(sum_102(10 downto 0));
  sum_103 <= resize(resize(product_2(21 downto 10), 22), 23) + h_3_2;
  term_33 <= not unsigned(sum_103);
  write_data(680 downto 670) <=
    11x"4F4" when fresh_3_2 else
    11x"4E0" when sum_103 < -800 else
    11x"3FF" when term_33(22) and not (and term_33(21 downto 10)) else
    unsigned(sum_103(10 downto 0));
  sum_104 <= resize(resize(product_3(21 downto 10), 22), 23) + h_3_3;
  term_34 <= not unsigned(sum_104);
  write_data(691 downto 681) <=
    11x"4F4" when fresh_3_3 else
    11x"4E0" when sum_104 < -800 else
    11x"3FF" when term_34(22) and not (and term_34(21 downto 10)) else
    unsigned(sum_104(10 downto 0));
  sum_105 <= resize(resize(product_4(21 downto 10), 22), 23) + h_3_4;
  term_35 <= not unsigned(sum_105);
  write_data(702 downto 692) <=
    11x"4F4" when fresh_3_4 else
    11x"4E0" when sum_105 < -800 else
    11x"3FF" when term_35(22) and not (and term_35(21 downto 10)) else
    unsigned(sum_105(10 downto 0));
  sum_106 <= resize(resize(product_5(21 downto 10), 22), 23) + h_3_5;
  term_36 <= not unsigned(sum_106);
  write_data(713 downto 703) <=
    11x"4F4" when fresh_3_5 else
    11x"4E0" when sum_106 < -800 else
    11x"3FF" when term_36(22) and not (and term_36(21 downto 10)) else
    unsigned(sum_106(10 downto 0));
  sum_107 <= resize(resize(product_6(21 downto 10), 22), 23) + h_3_6;
  term_37 <= not unsigned(sum_107);
  write_data(724 downto 714) <=
    11x"4F4" when fresh_3_6 else
    11x"4E0" when sum_107 < -800 else
    11x"3FF" when term_37(22) and not (and term_37(21 downto 10)) else
    unsigned(sum_107(10 downto 0));
  sum_108 <= resize(resize(product_7(21 downto 10), 22), 23) + h_3_7;
  term_38 <= not unsigned(sum_108);
  write_data(735 downto 725) <=
    11x"4F4" when fresh_3_7 else
    11x"4E0" when sum_108 < -800 else
    11x"3FF" when term_38(22) and not (and term_38(21 downto 10)) else
    unsigned(sum_108(10 downto 0));
  sum_109 <= resize(resize(product_8(21 downto 10), 22), 23) + h_3_8;
  term_39 <= not unsigned(sum_109);
  write_data(746 downto 736) <=
    11x"4F4" when fresh_3_8 else
    11x"4E0" when sum_109 < -800 else
    11x"3FF" when term_39(22) and not (and term_39(21 downto 10)) else
    unsigned(sum_109(10 downto 0));
  sum_110 <= resize(resize(product_9(21 downto 10), 22), 23) + h_3_9;
  term_40 <= not unsigned(sum_110);
  write_data(757 downto 747) <=
    11x"4F4" when fresh_3_9 else
    11x"4E0" when sum_110 < -800 else
    11x"3FF" when term_40(22) and not (and term_40(21 downto 10)) else
    unsigned(sum_110(10 downto 0));
  sum_111 <= resize(resize(product_10(21 downto 10), 22), 23) + h_3_10;
  term_41 <= not unsigned(sum_111);
  write_data(768 downto 758) <=
    11x"4F4" when fresh_3_10 else
    11x"4E0" when sum_111 < -800 else
    11x"3FF" when term_41(22) and not (and term_41(21 downto 10)) else
    unsigned(sum_111(10 downto 0));
  sum_112 <= resize(resize(product_11(21 downto 10), 22), 23) + h_3_11;
  term_42 <= not unsigned(sum_112);
  write_data(779 downto 769) <=
    11x"4F4" when fresh_3_11 else
    11x"4E0" when sum_112 < -800 else
    11x"3FF" when term_42(22) and not (and term_42(21 downto 10)) else
    unsigned(sum_112(10 downto 0));
  sum_113 <= resize(resize(product_12(21 downto 10), 22), 23) + h_3_12;
  term_43 <= not unsigned(sum_113);
  write_data(790 downto 780) <=
    11x"4F4" when fresh_3_12 else
    11x"4E0" when sum_113 < -800 else
    11x"3FF" when term_43(22) and not (and term_43(21 downto 10)) else
    unsigned(sum_113(10 downto 0));
  sum_114 <= resize(resize(product_13(21 downto 10), 22), 23) + h_3_13;
  term_44 <= not unsigned(sum_114);
  write_data(801 downto 791) <=
    11x"4F4" when fresh_3_13 else
    11x"4E0" when sum_114 < -800 else
    11x"3FF" when term_44(22) and not (and term_44(21 downto 10)) else
    unsigned(sum_114(10 downto 0));
  sum_115 <= resize(resize(product_14(21 downto 10), 22), 23) + h_3_14;
  term_45 <= not unsigned(sum_115);
  write_data(812 downto 802) <=
    11x"4F4" when fresh_3_14 else
    11x"4E0" when sum_115 < -800 else
    11x"3FF" when term_45(22) and not (and term_45(21 downto 10)) else
    unsigned(sum_115(10 downto 0));
  sum_116 <= resize(resize(product_15(21 downto 10), 22), 23) + h_3_15;
  term_46 <= not unsigned(sum_116);
  write_data(823 downto 813) <=
    11x"4F4" when fresh_3_15 else
    11x"4E0" when sum_116 < -800 else
    11x"3FF" when term_46(22) and not (and term_46(21 downto 10)) else
    unsigned(sum_116(10 downto 0));
  sum_117 <= resize(resize(product_16(21 downto 10), 22), 23) + h_3_16;
  term_47 <= not unsigned(sum_117);
  write_data(834 downto 824) <=
    11x"4F4" when fresh_3_16 else
    11x"4E0" when sum_117 < -800 else
    11x"3FF" when term_47(22) and not (and term_47(21 downto 10)) else
    unsigned(sum_117(10 downto 0));
  sum_118 <= resize(resize(product_17(21 downto 10), 22), 23) + h_3_17;
  term_48 <= not unsigned(sum_118);
  write_data(845 downto 835) <=
    11x"4F4" when fresh_3_17 else
    11x"4E0" when sum_118 < -800 else
    11x"3FF" when term_48(22) and not (and term_48(21 downto 10)) else
    unsigned(sum_118(10 downto 0));
  sum_119 <= resize(resize(product_18(21 downto 10), 22), 23) + h_3_18;
  term_49 <= not unsigned(sum_119);
  write_data(856 downto 846) <=
    11x"4F4" when fresh_3_18 else
    11x"4E0" when sum_119 < -800 else
    11x"3FF" when term_49(22) and not (and term_49(21 downto 10)) else
    unsigned(sum_119(10 downto 0));
  sum_120 <= resize(resize(product_19(21 downto 10), 22), 23) + h_3_19;
  term_50 <= not unsigned(sum_120);
  write_data(867 downto 857) <=
    11x"4F4" when fresh_3_19 else
    11x"4E0" when sum_120 < -800 else
    11x"3FF" when term_50(22) and not (and term_50(21 downto 10)) else
    unsigned(sum_120(10 downto 0));
  sum_121 <= resize(resize(product_20(21 downto 10), 22), 23) + h_3_20;
  term_51 <= not unsigned(sum_121);
  write_data(878 downto 868) <=
    11x"4F4" when fresh_3_20 else
    11x"4E0" when sum_121 < -800 else
    11x"3FF" when term_51(22) and not (and term_51(21 downto 10)) else
    unsigned(sum_121(10 downto 0));
  sum_122 <= resize(resize(product_21(21 downto 10), 22), 23) + h_3_21;
  term_52 <= not unsigned(sum_122);
  write_data(889 downto 879) <=
    11x"4F4" when fresh_3_21 else
    11x"4E0" when sum_122 < -800 else
    11x"3FF" when term_52(22) and not (and term_52(21 downto 10)) else
    unsigned(sum_122(10 downto 0));
  sum_123 <= resize(resize(product_22(21 downto 10), 22), 23) + h_3_22;
  term_53 <= not unsigned(sum_123);
  write_data(900 downto 890) <=
    11x"4F4" when fresh_3_22 else
    11x"4E0" when sum_123 < -800 else
    11x"3FF" when term_53(22) and not (and term_53(21 downto 10)) else
    unsigned(sum_123(10 downto 0));
  sum_124 <= resize(resize(product_23(21 downto 10), 22), 23) + h_3_23;
  term_54 <= not unsigned(sum_124);
  write_data(911 downto 901) <=
    11x"4F4" when fresh_3_23 else
    11x"4E0" when sum_124 < -800 else
    11x"3FF" when term_54(22) and not (and term_54(21 downto 10)) else
    unsigned(sum_124(10 downto 0));
  sum_125 <= resize(resize(product_24(21 downto 10), 22), 23) + h_3_24;
  term_55 <= not unsigned(sum_125);
  write_data(922 downto 912) <=
    11x"4F4" when fresh_3_24 else
    11x"4E0" when sum_125 < -800 else
    11x"3FF" when term_55(22) and not (and term_55(21 downto 10)) else
    unsigned(sum_125(10 downto 0));
  sum_126 <= resize(resize(product_25(21 downto 10), 22), 23) + h_3_25;
  term_56 <= not unsigned(sum_126);
  write_data(933 downto 923) <=
    11x"4F4" when fresh_3_25 else
    11x"4E0" when sum_126 < -800 else
    11x"3FF" when term_56(22) and not (and term_56(21 downto 10)) else
    unsigned(sum_126(10 downto 0));
  sum_127 <= resize(resize(product_26(21 downto 10), 22), 23) + h_3_26;
  term_57 <= not unsigned(sum_127);
  write_data(944 downto 934) <=
    11x"4F4" when fresh_3_26 else
    11x"4E0" when sum_127 < -800 else
    11x"3FF" when term_57(22) and not (and term_57(21 downto 10)) else
    unsigned(sum_127(10 downto 0));
  choice_82 <= "100" when term_29 else difference_27 when term_30 else pause;
  rest_0(0) <= '0';
  rest_1(0) <= '0';
  rest_2(0) <= '0';
  rest_3(0) <= '0';
  rest_4(0) <= '0';
  rest_5(0) <= '0';
  rest_6(0) <= '0';
  rest_7(0) <= '0';
  rest_8(0) <= '0';
  rest_9(0) <= '0';
  rest_10(0) <= '0';
  rest_11(0) <= '0';
  rest_12(0) <= '0';
  rest_13(0) <= '0';
  rest_14(0) <= '0';
  rest_15(0) <= '0';
  rest_16(0) <= '0';
  rest_17(0) <= '0';
  rest_18(0) <= '0';
  rest_19(0) <= '0';
  rest_20(0) <= '0';
  rest_21(0) <= '0';
  rest_22(0) <= '0';
  rest_23(0) <= '0';
  rest_24(0) <= '0';
  rest_25(0) <= '0';
  rest_26(0) <= '0';
  output_payload <= output_payload_register;
  output_valid <= output_valid_register;

  -- Memories
  process (clk)
  begin
    if rising_edge(clk) then
      if group_3 < 3 then
        if updated then
          states(to_integer(group_3)) <= write_data;
        end if;
      end if;
      read_data <= states(to_integer(read_addr));
    end if;
  end process;

  -- Registers
  process (clk)
  begin
    if rising_edge(clk) then
      if rst then
        depolarised_0 <= '0';
        depolarised_1 <= '0';
        depolarised_2 <= '0';
        depolarised_3 <= '0';
        depolarised_4 <= '0';
        depolarised_5 <= '0';
        depolarised_6 <= '0';
        depolarised_7 <= '0';
        depolarised_8 <= '0';
        depolarised_9 <= '0';
        depolarised_10 <= '0';
        depolarised_11 <= '0';
        depolarised_12 <= '0';
        depolarised_13 <= '0';
        depolarised_14 <= '0';
        depolarised_15 <= '0';
        depolarised_16 <= '0';
        depolarised_17 <= '0';
        depolarised_18 <= '0';
        depolarised_19 <= '0';
        depolarised_20 <= '0';
        depolarised_21 <= '0';
        depolarised_22 <= '0';
        depolarised_23 <= '0';
        depolarised_24 <= '0';
        depolarised_25 <= '0';
        depolarised_26 <= '0';
        difference_0 <= (others => '0');
        difference_1 <= (others => '0');
        difference_2 <= (others => '0');
        difference_3 <= (others => '0');
        difference_4 <= (others => '0');
        difference_5 <= (others => '0');
        difference_6 <= (others => '0');
        difference_7 <= (others => '0');
        difference_8 <= (others => '0');
        difference_9 <= (others => '0');
        difference_10 <= (others => '0');
        difference_11 <= (others => '0');
        difference_12 <= (others => '0');
        difference_13 <= (others => '0');
        difference_14 <= (others => '0');
        difference_15 <= (others => '0');
        difference_16 <= (others => '0');
        difference_17 <= (others => '0');
        difference_18 <= (others => '0');
        difference_19 <= (others => '0');
        difference_20 <= (others => '0');
        difference_21 <= (others => '0');
        difference_22 <= (others => '0');
        difference_23 <= (others => '0');
        difference_24 <= (others => '0');
        difference_25 <= (others => '0');
        difference_26 <= (others => '0');
        flags_1 <= (others => '0');
        flags_2 <= (others => '0');
        flags_3 <= (others => '0');
        fresh_1_0 <= '0';
        fresh_1_1 <= '0';
        fresh_1_2 <= '0';
        fresh_1_3 <= '0';
        fresh_1_4 <= '0';
        fresh_1_5 <= '0';
        fresh_1_6 <= '0';
        fresh_1_7 <= '0';
        fresh_1_8 <= '0';
        fresh_1_9 <= '0';
        fresh_1_10 <= '0';
        fresh_1_11 <= '0';
        fresh_1_12 <= '0';
        fresh_1_13 <= '0';
        fresh_1_14 <= '0';
        fresh_1_15 <= '0';
        fresh_1_16 <= '0';
        fresh_1_17 <= '0';
        fresh_1_18 <= '0';
        fresh_1_19 <= '0';
        fresh_1_20 <= '0';
        fresh_1_21 <= '0';
        fresh_1_22 <= '0';
        fresh_1_23 <= '0';
        fresh_1_24 <= '0';
        fresh_1_25 <= '0';
        fresh_1_26 <= '0';
        fresh_2_0 <= '0';
        fresh_2_1 <= '0';
        fresh_2_2 <= '0';
        fresh_2_3 <= '0';
        fresh_2_4 <= '0';
        fresh_2_5 <= '0';
        fresh_2_6 <= '0';
        fresh_2_7 <= '0';
        fresh_2_8 <= '0';
        fresh_2_9 <= '0';
        fresh_2_10 <= '0';
        fresh_2_11 <= '0';
        fresh_2_12 <= '0';
        fresh_2_13 <= '0';
        fresh_2_14 <= '0';
        fresh_2_15 <= '0';
        fresh_2_16 <= '0';
        fresh_2_17 <= '0';
        fresh_2_18 <= '0';
        fresh_2_19 <= '0';
        fresh_2_20 <= '0';
        fresh_2_21 <= '0';
        fresh_2_22 <= '0';
        fresh_2_23 <= '0';
        fresh_2_24 <= '0';
        fresh_2_25 <= '0';
        fresh_2_26 <= '0';
        fresh_3_0 <= '0';
        fresh_3_1 <= '0';
        fresh_3_2 <= '0';
        fresh_3_3 <= '0';
        fresh_3_4 <= '0';
        fresh_3_5 <= '0';
        fresh_3_6 <= '0';
        fresh_3_7 <= '0';
        fresh_3_8 <= '0';
        fresh_3_9 <= '0';
        fresh_3_10 <= '0';
        fresh_3_11 <= '0';
        fresh_3_12 <= '0';
        fresh_3_13 <= '0';
        fresh_3_14 <= '0';
        fresh_3_15 <= '0';
        fresh_3_16 <= '0';
        fresh_3_17 <= '0';
        fresh_3_18 <= '0';
        fresh_3_19 <= '0';
        fresh_3_20 <= '0';
        fresh_3_21 <= '0';
        fresh_3_22 <= '0';
        fresh_3_23 <= '0';
        fresh_3_24 <= '0';
        fresh_3_25 <= '0';
        fresh_3_26 <= '0';
        group_1 <= (others => '0');
        group_2_2 <= (others => '0');
        group_3 <= (others => '0');
        h_1_0 <= (others => '0');
        h_1_1 <= (others => '0');
        h_1_2 <= (others => '0');
        h_1_3 <= (others => '0');
        h_1_4 <= (others => '0');
        h_1_5 <= (others => '0');
        h_1_6 <= (others => '0');
        h_1_7 <= (others => '0');
        h_1_8 <= (others => '0');
        h_1_9 <= (others => '0');
        h_1_10 <= (others => '0');
        h_1_11 <= (others => '0');
        h_1_12 <= (others => '0');
        h_1_13 <= (others => '0');
        h_1_14 <= (others => '0');
        h_1_15 <= (others => '0');
        h_1_16 <= (others => '0');
        h_1_17 <= (others => '0');
        h_1_18 <= (others => '0');
        h_1_19 <= (others => '0');
        h_1_20 <= (others => '0');
        h_1_21 <= (others => '0');
        h_1_22 <= (others => '0');
        h_1_23 <= (others => '0');
        h_1_24 <= (others => '0');
        h_1_25 <= (others => '0');
        h_1_26 <= (others => '0');
        h_2_0 <= (others => '0');
        h_2_1 <= (others => '0');
        h_2_2 <= (others => '0');
        h_2_3 <= (others => '0');
        h_2_4 <= (others => '0');
        h_2_5 <= (others => '0');
        h_2_6 <= (others => '0');
        h_2_7 <= (others => '0');
        h_2_8 <= (others => '0');
        h_2_9 <= (others => '0');
        h_2_10 <= (others => '0');
        h_2_11 <= (others => '0');
        h_2_12 <= (others => '0');
        h_2_13 <= (others => '0');
        h_2_14 <= (others => '0');
        h_2_15 <= (others => '0');
        h_2_16 <= (others => '0');
        h_2_17 <= (others => '0');
        h_2_18 <= (others => '0');
        h_2_19 <= (others => '0');
        h_2_20 <= (others => '0');
        h_2_21 <= (others => '0');
        h_2_22 <= (others => '0');
        h_2_23 <= (others => '0');
        h_2_24 <= (others => '0');
        h_2_25 <= (others => '0');
        h_2_26 <= (others => '0');
        h_3_0 <= (others => '0');
        h_3_1 <= (others => '0');
        h_3_2 <= (others => '0');
        h_3_3 <= (others => '0');
        h_3_4 <= (others => '0');
        h_3_5 <= (others => '0');
        h_3_6 <= (others => '0');
        h_3_7 <= (others => '0');
        h_3_8 <= (others => '0');
        h_3_9 <= (others => '0');
        h_3_10 <= (others => '0');
        h_3_11 <= (others => '0');
        h_3_12 <= (others => '0');
        h_3_13 <= (others => '0');
        h_3_14 <= (others => '0');
        h_3_15 <= (others => '0');
        h_3_16 <= (others => '0');
        h_3_17 <= (others => '0');
        h_3_18 <= (others => '0');
        h_3_19 <= (others => '0');
        h_3_20 <= (others => '0');
        h_3_21 <= (others => '0');
        h_3_22 <= (others => '0');
        h_3_23 <= (others => '0');
        h_3_24 <= (others => '0');
        h_3_25 <= (others => '0');
        h_3_26 <= (others => '0');
        i_2_0 <= (others => '0');
        i_2_1 <= (others => '0');
        i_2_2 <= (others => '0');
        i_2_3 <= (others => '0');
        i_2_4 <= (others => '0');
        i_2_5 <= (others => '0');
        i_2_6 <= (others => '0');
        i_2_7 <= (others => '0');
        i_2_8 <= (others => '0');
        i_2_9 <= (others => '0');
        i_2_10 <= (others => '0');
        i_2_11 <= (others => '0');
        i_2_12 <= (others => '0');
        i_2_13 <= (others => '0');
        i_2_14 <= (others => '0');
        i_2_15 <= (others => '0');
        i_2_16 <= (others => '0');
        i_2_17 <= (others => '0');
        i_2_18 <= (others => '0');
        i_2_19 <= (others => '0');
        i_2_20 <= (others => '0');
        i_2_21 <= (others => '0');
        i_2_22 <= (others => '0');
        i_2_23 <= (others => '0');
        i_2_24 <= (others => '0');
        i_2_25 <= (others => '0');
        i_2_26 <= (others => '0');
        i_3_0 <= (others => '0');
        i_3_1 <= (others => '0');
        i_3_2 <= (others => '0');
        i_3_3 <= (others => '0');
        i_3_4 <= (others => '0');
        i_3_5 <= (others => '0');
        i_3_6 <= (others => '0');
        i_3_7 <= (others => '0');
        i_3_8 <= (others => '0');
        i_3_9 <= (others => '0');
        i_3_10 <= (others => '0');
        i_3_11 <= (others => '0');
        i_3_12 <= (others => '0');
        i_3_13 <= (others => '0');
        i_3_14 <= (others => '0');
        i_3_15 <= (others => '0');
        i_3_16 <= (others => '0');
        i_3_17 <= (others => '0');
        i_3_18 <= (others => '0');
        i_3_19 <= (others => '0');
        i_3_20 <= (others => '0');
        i_3_21 <= (others => '0');
        i_3_22 <= (others => '0');
        i_3_23 <= (others => '0');
        i_3_24 <= (others => '0');
        i_3_25 <= (others => '0');
        i_3_26 <= (others => '0');
        new_i_0 <= (others => '0');
        new_i_1 <= (others => '0');
        new_i_2 <= (others => '0');
        new_i_3 <= (others => '0');
        new_i_4 <= (others => '0');
        new_i_5 <= (others => '0');
        new_i_6 <= (others => '0');
        new_i_7 <= (others => '0');
        new_i_8 <= (others => '0');
        new_i_9 <= (others => '0');
        new_i_10 <= (others => '0');
        new_i_11 <= (others => '0');
        new_i_12 <= (others => '0');
        new_i_13 <= (others => '0');
        new_i_14 <= (others => '0');
        new_i_15 <= (others => '0');
        new_i_16 <= (others => '0');
        new_i_17 <= (others => '0');
        new_i_18 <= (others => '0');
        new_i_19 <= (others => '0');
        new_i_20 <= (others => '0');
        new_i_21 <= (others => '0');
        new_i_22 <= (others => '0');
        new_i_23 <= (others => '0');
        new_i_24 <= (others => '0');
        new_i_25 <= (others => '0');
        new_i_26 <= (others => '0');
        product_0 <= (others => '0');
        product_0_0 <= (others => '0');
        product_0_1 <= (others => '0');
        product_0_2 <= (others => '0');
        product_0_3 <= (others => '0');
        product_0_4 <= (others => '0');
        product_0_5 <= (others => '0');
        product_0_6 <= (others => '0');
        product_0_7 <= (others => '0');
        product_0_8 <= (others => '0');
        product_0_9 <= (others => '0');
        product_0_10 <= (others => '0');
        product_0_11 <= (others => '0');
        product_0_12 <= (others => '0');
        product_0_13 <= (others => '0');
        product_0_14 <= (others => '0');
        product_0_15 <= (others => '0');
        product_0_16 <= (others => '0');
        product_0_17 <= (others => '0');
        product_0_18 <= (others => '0');
        product_0_19 <= (others => '0');
        product_0_20 <= (others => '0');
        product_0_21 <= (others => '0');
        product_0_22 <= (others => '0');
        product_0_23 <= (others => '0');
        product_0_24 <= (others => '0');
        product_0_25 <= (others => '0');
        product_0_26 <= (others => '0');
        product_1 <= (others => '0');
        product_1_0 <= (others => '0');
        product_1_1 <= (others => '0');
        product_1_2 <= (others => '0');
        product_1_3 <= (others => '0');
        product_1_4 <= (others => '0');
        product_1_5 <= (others => '0');
        product_1_6 <= (others => '0');
        product_1_7 <= (others => '0');
        product_1_8 <= (others => '0');
        product_1_9 <= (others => '0');
        product_1_10 <= (others => '0');
        product_1_11 <= (others => '0');
        product_1_12 <= (others => '0');
        product_1_13 <= (others => '0');
        product_1_14 <= (others => '0');
        product_1_15 <= (others => '0');
        product_1_16 <= (others => '0');
        product_1_17 <= (others => '0');
        product_1_18 <= (others => '0');
        product_1_19 <= (others => '0');
        product_1_20 <= (others => '0');
        product_1_21 <= (others => '0');
        product_1_22 <= (others => '0');
        product_1_23 <= (others => '0');
        product_1_24 <= (others => '0');
        product_1_25 <= (others => '0');
        product_1_26 <= (others => '0');
        product_2 <= (others => '0');
        product_2_0 <= (others => '0');
        product_2_1 <= (others => '0');
        product_2_2 <= (others => '0');
        product_2_3 <= (others => '0');
        product_2_4 <= (others => '0');
        product_2_5 <= (others => '0');
        product_2_6 <= (others => '0');
        product_2_7 <= (others => '0');
        product_2_8 <= (others => '0');
        product_2_9 <= (others => '0');
        product_2_10 <= (others => '0');
        product_2_11 <= (others => '0');
        product_2_12 <= (others => '0');
        product_2_13 <= (others => '0');
        product_2_14 <= (others => '0');
        product_2_15 <= (others => '0');
        product_2_16 <= (others => '0');
        product_2_17 <= (others => '0');
        product_2_18 <= (others => '0');
        product_2_19 <= (others => '0');
        product_2_20 <= (others => '0');
        product_2_21 <= (others => '0');
        product_2_22 <= (others => '0');
        product_2_23 <= (others => '0');
        product_2_24 <= (others => '0');
        product_2_25 <= (others => '0');
        product_2_26 <= (others => '0');
        product_3 <= (others => '0');
        product_4 <= (others => '0');
        product_5 <= (others => '0');
        product_6 <= (others => '0');
        product_7 <= (others => '0');
        product_8 <= (others => '0');
        product_9 <= (others => '0');
        product_10 <= (others => '0');
        product_11 <= (others => '0');
        product_12 <= (others => '0');
        product_13 <= (others => '0');
        product_14 <= (others => '0');
        product_15 <= (others => '0');
        product_16 <= (others => '0');
        product_17 <= (others => '0');
        product_18 <= (others => '0');
        product_19 <= (others => '0');
        product_20 <= (others => '0');
        product_21 <= (others => '0');
        product_22 <= (others => '0');
        product_23 <= (others => '0');
        product_24 <= (others => '0');
        product_25 <= (others => '0');
        product_26 <= (others => '0');
        rest_0(17 downto 1) <= (others => '0');
        rest_1(17 downto 1) <= (others => '0');
        rest_2(17 downto 1) <= (others => '0');
        rest_3(17 downto 1) <= (others => '0');
        rest_4(17 downto 1) <= (others => '0');
        rest_5(17 downto 1) <= (others => '0');
        rest_6(17 downto 1) <= (others => '0');
        rest_7(17 downto 1) <= (others => '0');
        rest_8(17 downto 1) <= (others => '0');
        rest_9(17 downto 1) <= (others => '0');
        rest_10(17 downto 1) <= (others => '0');
        rest_11(17 downto 1) <= (others => '0');
        rest_12(17 downto 1) <= (others => '0');
        rest_13(17 downto 1) <= (others => '0');
        rest_14(17 downto 1) <= (others => '0');
        rest_15(17 downto 1) <= (others => '0');
        rest_16(17 downto 1) <= (others => '0');
        rest_17(17 downto 1) <= (others => '0');
        rest_18(17 downto 1) <= (others => '0');
        rest_19(17 downto 1) <= (others => '0');
        rest_20(17 downto 1) <= (others => '0');
        rest_21(17 downto 1) <= (others => '0');
        rest_22(17 downto 1) <= (others => '0');
        rest_23(17 downto 1) <= (others => '0');
        rest_24(17 downto 1) <= (others => '0');
        rest_25(17 downto 1) <= (others => '0');
        rest_26(17 downto 1) <= (others => '0');
        slope_0 <= (others => '0');
        slope_1 <= (others => '0');
        slope_2 <= (others => '0');
        slope_3 <= (others => '0');
        slope_4 <= (others => '0');
        slope_5 <= (others => '0');
        slope_6 <= (others => '0');
        slope_7 <= (others => '0');
        slope_8 <= (others => '0');
        slope_9 <= (others => '0');
        slope_10 <= (others => '0');
        slope_11 <= (others => '0');
        slope_12 <= (others => '0');
        slope_13 <= (others => '0');
        slope_14 <= (others => '0');
        slope_15 <= (others => '0');
        slope_16 <= (others => '0');
        slope_17 <= (others => '0');
        slope_18 <= (others => '0');
        slope_19 <= (others => '0');
        slope_20 <= (others => '0');
        slope_21 <= (others => '0');
        slope_22 <= (others => '0');
        slope_23 <= (others => '0');
        slope_24 <= (others => '0');
        slope_25 <= (others => '0');
        slope_26 <= (others => '0');
        v_0 <= (others => '0');
        v_1 <= (others => '0');
        v_2 <= (others => '0');
        v_3 <= (others => '0');
        v_4 <= (others => '0');
        v_5 <= (others => '0');
        v_6 <= (others => '0');
        v_7 <= (others => '0');
        v_8 <= (others => '0');
        v_9 <= (others => '0');
        v_10 <= (others => '0');
        v_11 <= (others => '0');
        v_12 <= (others => '0');
        v_13 <= (others => '0');
        v_14 <= (others => '0');
        v_15 <= (others => '0');
        v_16 <= (others => '0');
        v_17 <= (others => '0');
        v_18 <= (others => '0');
        v_19 <= (others => '0');
        v_20 <= (others => '0');
        v_21 <= (others => '0');
        v_22 <= (others => '0');
        v_23 <= (others => '0');
        v_24 <= (others => '0');
        v_25 <= (others => '0');
        v_26 <= (others => '0');
        valid_1 <= '0';
        valid_2 <= '0';
        valid_3 <= '0';
        output_payload_register <= (others => '0');
        output_valid_register <= '0';
      elsif advance then
        depolarised_0 <= signed(read_data(361 downto 351)) ?>= 500;
        depolarised_1 <= signed(read_data(372 downto 362)) ?>= 500;
        depolarised_2 <= signed(read_data(383 downto 373)) ?>= 500;
        depolarised_3 <= signed(read_data(394 downto 384)) ?>= 500;
        depolarised_4 <= signed(read_data(405 downto 395)) ?>= 500;
        depolarised_5 <= signed(read_data(416 downto 406)) ?>= 500;
        depolarised_6 <= signed(read_data(427 downto 417)) ?>= 500;
        depolarised_7 <= signed(read_data(438 downto 428)) ?>= 500;
        depolarised_8 <= signed(read_data(449 downto 439)) ?>= 500;
        depolarised_9 <= signed(read_data(460 downto 450)) ?>= 500;
        depolarised_10 <= signed(read_data(471 downto 461)) ?>= 500;
        depolarised_11 <= signed(read_data(482 downto 472)) ?>= 500;
        depolarised_12 <= signed(read_data(493 downto 483)) ?>= 500;
        depolarised_13 <= signed(read_data(504 downto 494)) ?>= 500;
        depolarised_14 <= signed(read_data(515 downto 505)) ?>= 500;
        depolarised_15 <= signed(read_data(526 downto 516)) ?>= 500;
        depolarised_16 <= signed(read_data(537 downto 527)) ?>= 500;
        depolarised_17 <= signed(read_data(548 downto 538)) ?>= 500;
        depolarised_18 <= signed(read_data(559 downto 549)) ?>= 500;
        depolarised_19 <= signed(read_data(570 downto 560)) ?>= 500;
        depolarised_20 <= signed(read_data(581 downto 571)) ?>= 500;
        depolarised_21 <= signed(read_data(592 downto 582)) ?>= 500;
        depolarised_22 <= signed(read_data(603 downto 593)) ?>= 500;
        depolarised_23 <= signed(read_data(614 downto 604)) ?>= 500;
        depolarised_24 <= signed(read_data(625 downto 615)) ?>= 500;
        depolarised_25 <= signed(read_data(636 downto 626)) ?>= 500;
        depolarised_26 <= signed(read_data(647 downto 637)) ?>= 500;
        difference_0 <= difference_31;
        difference_1 <= difference_35;
        difference_2 <= difference_39;
        difference_3 <= difference_43;
        difference_4 <= difference_47;
        difference_5 <= difference_51;
        difference_6 <= difference_55;
        difference_7 <= difference_59;
        difference_8 <= difference_62;
        difference_9 <= difference_65;
        difference_10 <= difference_68;
        difference_11 <= difference_71;
        difference_12 <= difference_74;
        difference_13 <= difference_77;
        difference_14 <= difference_80;
        difference_15 <= difference_83;
        difference_16 <= difference_86;
        difference_17 <= difference_89;
        difference_18 <= difference_92;
        difference_19 <= difference_95;
        difference_20 <= difference_98;
        difference_21 <= difference_101;
        difference_22 <= difference_104;
        difference_23 <= difference_107;
        difference_24 <= difference_110;
        difference_25 <= difference_113;
        difference_26 <= difference_116;
        flags_1 <= input_payload(245 downto 243);
        flags_2 <= flags_1;
        flags_3 <= flags_2;
        fresh_1_0 <= fresh;
        fresh_1_1 <= fresh;
        fresh_1_2 <= fresh;
        fresh_1_3 <= fresh;
        fresh_1_4 <= fresh;
        fresh_1_5 <= fresh;
        fresh_1_6 <= fresh;
        fresh_1_7 <= fresh;
        fresh_1_8 <= fresh;
        fresh_1_9 <= fresh;
        fresh_1_10 <= fresh;
        fresh_1_11 <= fresh;
        fresh_1_12 <= fresh;
        fresh_1_13 <= fresh;
        fresh_1_14 <= fresh;
        fresh_1_15 <= fresh;
        fresh_1_16 <= fresh;
        fresh_1_17 <= fresh;
        fresh_1_18 <= fresh;
        fresh_1_19 <= fresh;
        fresh_1_20 <= fresh;
        fresh_1_21 <= fresh;
        fresh_1_22 <= fresh;
        fresh_1_23 <= fresh;
        fresh_1_24 <= fresh;
        fresh_1_25 <= fresh;
        fresh_1_26 <= fresh;
        fresh_2_0 <= fresh_1_0;
        fresh_2_1 <= fresh_1_1;
        fresh_2_2 <= fresh_1_2;
        fresh_2_3 <= fresh_1_3;
        fresh_2_4 <= fresh_1_4;
        fresh_2_5 <= fresh_1_5;
        fresh_2_6 <= fresh_1_6;
        fresh_2_7 <= fresh_1_7;
        fresh_2_8 <= fresh_1_8;
        fresh_2_9 <= fresh_1_9;
        fresh_2_10 <= fresh_1_10;
        fresh_2_11 <= fresh_1_11;
        fresh_2_12 <= fresh_1_12;
        fresh_2_13 <= fresh_1_13;
        fresh_2_14 <= fresh_1_14;
        fresh_2_15 <= fresh_1_15;
        fresh_2_16 <= fresh_1_16;
        fresh_2_17 <= fresh_1_17;
        fresh_2_18 <= fresh_1_18;
        fresh_2_19 <= fresh_1_19;
        fresh_2_20 <= fresh_1_20;
        fresh_2_21 <= fresh_1_21;
        fresh_2_22 <= fresh_1_22;
        fresh_2_23 <= fresh_1_23;
        fresh_2_24 <= fresh_1_24;
        fresh_2_25 <= fresh_1_25;
        fresh_2_26 <= fresh_1_26;
        fresh_3_0 <= fresh_2_0;
        fresh_3_1 <= fresh_2_1;
        fresh_3_2 <= fresh_2_2;
        fresh_3_3 <= fresh_2_3;
        fresh_3_4 <= fresh_2_4;
        fresh_3_5 <= fresh_2_5;
        fresh_3_6 <= fresh_2_6;
        fresh_3_7 <= fresh_2_7;
        fresh_3_8 <= fresh_2_8;
        fresh_3_9 <= fresh_2_9;
        fresh_3_10 <= fresh_2_10;
        fresh_3_11 <= fresh_2_11;
        fresh_3_12 <= fresh_2_12;
        fresh_3_13 <= fresh_2_13;
        fresh_3_14 <= fresh_2_14;
        fresh_3_15 <= fresh_2_15;
        fresh_3_16 <= fresh_2_16;
        fresh_3_17 <= fresh_2_17;
        fresh_3_18 <= fresh_2_18;
        fresh_3_19 <= fresh_2_19;
        fresh_3_20 <= fresh_2_20;
        fresh_3_21 <= fresh_2_21;
        fresh_3_22 <= fresh_2_22;
        fresh_3_23 <= fresh_2_23;
        fresh_3_24 <= fresh_2_24;
        fresh_3_25 <= fresh_2_25;
        fresh_3_26 <= fresh_2_26;
        group_1 <= group_2;
        group_2_2 <= group_1;
        group_3 <= group_2_2;
        h_1_0 <= signed(read_data(361 downto 351));
        h_1_1 <= signed(read_data(372 downto 362));
        h_1_2 <= signed(read_data(383 downto 373));
        h_1_3 <= signed(read_data(394 downto 384));
        h_1_4 <= signed(read_data(405 downto 395));
        h_1_5 <= signed(read_data(416 downto 406));
        h_1_6 <= signed(read_data(427 downto 417));
        h_1_7 <= signed(read_data(438 downto 428));
        h_1_8 <= signed(read_data(449 downto 439));
        h_1_9 <= signed(read_data(460 downto 450));
        h_1_10 <= signed(read_data(471 downto 461));
        h_1_11 <= signed(read_data(482 downto 472));
        h_1_12 <= signed(read_data(493 downto 483));
        h_1_13 <= signed(read_data(504 downto 494));
        h_1_14 <= signed(read_data(515 downto 505));
        h_1_15 <= signed(read_data(526 downto 516));
        h_1_16 <= signed(read_data(537 downto 527));
        h_1_17 <= signed(read_data(548 downto 538));
        h_1_18 <= signed(read_data(559 downto 549));
        h_1_19 <= signed(read_data(570 downto 560));
        h_1_20 <= signed(read_data(581 downto 571));
        h_1_21 <= signed(read_data(592 downto 582));
        h_1_22 <= signed(read_data(603 downto 593));
        h_1_23 <= signed(read_data(614 downto 604));
        h_1_24 <= signed(read_data(625 downto 615));
        h_1_25 <= signed(read_data(636 downto 626));
        h_1_26 <= signed(read_data(647 downto 637));
        h_2_0 <= h_1_0;
        h_2_1 <= h_1_1;
        h_2_2 <= h_1_2;
        h_2_3 <= h_1_3;
        h_2_4 <= h_1_4;
        h_2_5 <= h_1_5;
        h_2_6 <= h_1_6;
        h_2_7 <= h_1_7;
        h_2_8 <= h_1_8;
        h_2_9 <= h_1_9;
        h_2_10 <= h_1_10;
        h_2_11 <= h_1_11;
        h_2_12 <= h_1_12;
        h_2_13 <= h_1_13;
        h_2_14 <= h_1_14;
        h_2_15 <= h_1_15;
        h_2_16 <= h_1_16;
        h_2_17 <= h_1_17;
        h_2_18 <= h_1_18;
        h_2_19 <= h_1_19;
        h_2_20 <= h_1_20;
        h_2_21 <= h_1_21;
        h_2_22 <= h_1_22;
        h_2_23 <= h_1_23;
        h_2_24 <= h_1_24;
        h_2_25 <= h_1_25;
        h_2_26 <= h_1_26;
        h_3_0 <= h_2_0;
        h_3_1 <= h_2_1;
        h_3_2 <= h_2_2;
        h_3_3 <= h_2_3;
        h_3_4 <= h_2_4;
        h_3_5 <= h_2_5;
        h_3_6 <= h_2_6;
        h_3_7 <= h_2_7;
        h_3_8 <= h_2_8;
        h_3_9 <= h_2_9;
        h_3_10 <= h_2_10;
        h_3_11 <= h_2_11;
        h_3_12 <= h_2_12;
        h_3_13 <= h_2_13;
        h_3_14 <= h_2_14;
        h_3_15 <= h_2_15;
        h_3_16 <= h_2_16;
        h_3_17 <= h_2_17;
        h_3_18 <= h_2_18;
        h_3_19 <= h_2_19;
        h_3_20 <= h_2_20;
        h_3_21 <= h_2_21;
        h_3_22 <= h_2_22;
        h_3_23 <= h_2_23;
        h_3_24 <= h_2_24;
        h_3_25 <= h_2_25;
        h_3_26 <= h_2_26;
        i_2_0 <= new_i_0;
        i_2_1 <= new_i_1;
        i_2_2 <= new_i_2;
        i_2_3 <= new_i_3;
        i_2_4 <= new_i_4;
        i_2_5 <= new_i_5;
        i_2_6 <= new_i_6;
        i_2_7 <= new_i_7;
        i_2_8 <= new_i_8;
        i_2_9 <= new_i_9;
        i_2_10 <= new_i_10;
        i_2_11 <= new_i_11;
        i_2_12 <= new_i_12;
        i_2_13 <= new_i_13;
        i_2_14 <= new_i_14;
        i_2_15 <= new_i_15;
        i_2_16 <= new_i_16;
        i_2_17 <= new_i_17;
        i_2_18 <= new_i_18;
        i_2_19 <= new_i_19;
        i_2_20 <= new_i_20;
        i_2_21 <= new_i_21;
        i_2_22 <= new_i_22;
        i_2_23 <= new_i_23;
        i_2_24 <= new_i_24;
        i_2_25 <= new_i_25;
        i_2_26 <= new_i_26;
        i_3_0 <= i_2_0;
        i_3_1 <= i_2_1;
        i_3_2 <= i_2_2;
        i_3_3 <= i_2_3;
        i_3_4 <= i_2_4;
        i_3_5 <= i_2_5;
        i_3_6 <= i_2_6;
        i_3_7 <= i_2_7;
        i_3_8 <= i_2_8;
        i_3_9 <= i_2_9;
        i_3_10 <= i_2_10;
        i_3_11 <= i_2_11;
        i_3_12 <= i_2_12;
        i_3_13 <= i_2_13;
        i_3_14 <= i_2_14;
        i_3_15 <= i_2_15;
        i_3_16 <= i_2_16;
        i_3_17 <= i_2_17;
        i_3_18 <= i_2_18;
        i_3_19 <= i_2_19;
        i_3_20 <= i_2_20;
        i_3_21 <= i_2_21;
        i_3_22 <= i_2_22;
        i_3_23 <= i_2_23;
        i_3_24 <= i_2_24;
        i_3_25 <= i_2_25;
        i_3_26 <= i_2_26;
        new_i_0 <= difference_28;
        new_i_1 <= difference_32;
        new_i_2 <= difference_36;
        new_i_3 <= difference_40;
        new_i_4 <= difference_44;
        new_i_5 <= difference_48;
        new_i_6 <= difference_52;
        new_i_7 <= difference_56;
        new_i_8 <= sum_25 - sum_26;
        new_i_9 <= sum_29 - sum_30;
        new_i_10 <= sum_33 - sum_34;
        new_i_11 <= sum_37 - sum_38;
        new_i_12 <= sum_41 - sum_42;
        new_i_13 <= sum_45 - sum_46;
        new_i_14 <= sum_49 - sum_50;
        new_i_15 <= sum_53 - sum_54;
        new_i_16 <= sum_57 - sum_58;
        new_i_17 <= sum_61 - sum_62;
        new_i_18 <= sum_65 - sum_66;
        new_i_19 <= sum_69 - sum_70;
        new_i_20 <= sum_73 - sum_74;
        new_i_21 <= sum_77 - sum_78;
        new_i_22 <= sum_81 - sum_82;
        new_i_23 <= sum_85 - sum_86;
        new_i_24 <= sum_89 - sum_90;
        new_i_25 <= sum_93 - sum_94;
        new_i_26 <= sum_97 - sum_98;
        product_0 <= (product_0_0(21 downto 0) + product_1_0) + product_2_0;
        product_0_0 <= resize(signed(choice_1), 28) - signed(choice_2);
        product_0_1 <= resize(signed(choice_4), 28) - signed(choice_5);
        product_0_2 <= resize(signed(choice_7), 28) - signed(choice_8);
        product_0_3 <= resize(signed(choice_10), 28) - signed(choice_11);
        product_0_4 <= resize(signed(choice_13), 28) - signed(choice_14);
        product_0_5 <= resize(signed(choice_16), 28) - signed(choice_17);
        product_0_6 <= resize(signed(choice_19), 28) - signed(choice_20);
        product_0_7 <= resize(signed(choice_22), 28) - signed(choice_23);
        product_0_8 <= resize(signed(choice_25), 28) - signed(choice_26);
        product_0_9 <= resize(signed(choice_28), 28) - signed(choice_29);
        product_0_10 <= resize(signed(choice_31), 28) - signed(choice_32);
        product_0_11 <= resize(signed(choice_34), 28) - signed(choice_35);
        product_0_12 <= resize(signed(choice_37), 28) - signed(choice_38);
        product_0_13 <= resize(signed(choice_40), 28) - signed(choice_41);
        product_0_14 <= resize(signed(choice_43), 28) - signed(choice_44);
        product_0_15 <= resize(signed(choice_46), 28) - signed(choice_47);
        product_0_16 <= resize(signed(choice_49), 28) - signed(choice_50);
        product_0_17 <= resize(signed(choice_52), 28) - signed(choice_53);
        product_0_18 <= resize(signed(choice_55), 28) - signed(choice_56);
        product_0_19 <= resize(signed(choice_58), 28) - signed(choice_59);
        product_0_20 <= resize(signed(choice_61), 28) - signed(choice_62);
        product_0_21 <= resize(signed(choice_64), 28) - signed(choice_65);
        product_0_22 <= resize(signed(choice_67), 28) - signed(choice_68);
        product_0_23 <= resize(signed(choice_70), 28) - signed(choice_71);
        product_0_24 <= resize(signed(choice_73), 28) - signed(choice_74);
        product_0_25 <= resize(signed(choice_76), 28) - signed(choice_77);
        product_0_26 <= resize(signed(choice_79), 28) - signed(choice_80);
        product_1 <= (product_0_1(21 downto 0) + product_1_1) + product_2_1;
        product_1_0 <= sum_2;
        product_1_1 <= sum_5;
        product_1_2 <= sum_8;
        product_1_3 <= sum_11;
        product_1_4 <= sum_14;
        product_1_5 <= sum_17;
        product_1_6 <= sum_20;
        product_1_7 <= sum_23;
        product_1_8 <= sum_27;
        product_1_9 <= sum_31;
        product_1_10 <= sum_35;
        product_1_11 <= sum_39;
        product_1_12 <= sum_43;
        product_1_13 <= sum_47;
        product_1_14 <= sum_51;
        product_1_15 <= sum_55;
        product_1_16 <= sum_59;
        product_1_17 <= sum_63;
        product_1_18 <= sum_67;
        product_1_19 <= sum_71;
        product_1_20 <= sum_75;
        product_1_21 <= sum_79;
        product_1_22 <= sum_83;
        product_1_23 <= sum_87;
        product_1_24 <= sum_91;
        product_1_25 <= sum_95;
        product_1_26 <= sum_99;
        product_2 <= (product_0_2(21 downto 0) + product_1_2) + product_2_2;
        if depolarised_0 then
          product_2_0 <= (others => '0');
        else
          product_2_0 <= signed(unsigned'(repeated(difference_0(11), 3) & unsigned(difference_0) & "0000"));
        end if;
        if depolarised_1 then
          product_2_1 <= (others => '0');
        else
          product_2_1 <= signed(unsigned'(repeated(difference_1(11), 3) & unsigned(difference_1) & "0000"));
        end if;
        if depolarised_2 then
          product_2_2 <= (others => '0');
        else
          product_2_2 <= signed(unsigned'(repeated(difference_2(11), 3) & unsigned(difference_2) & "0000"));
        end if;
        if depolarised_3 then
          product_2_3 <= (others => '0');
        else
          product_2_3 <= signed(unsigned'(repeated(difference_3(11), 3) & unsigned(difference_3) & "0000"));
        end if;
        if depolarised_4 then
          product_2_4 <= (others => '0');
        else
          product_2_4 <= signed(unsigned'(repeated(difference_4(11), 3) & unsigned(difference_4) & "0000"));
        end if;
        if depolarised_5 then
          product_2_5 <= (others => '0');
        else
          product_2_5 <= signed(unsigned'(repeated(difference_5(11), 3) & unsigned(difference_5) & "0000"));
        end if;
        if depolarised_6 then
          product_2_6 <= (others => '0');
        else
          product_2_6 <= signed(unsigned'(repeated(difference_6(11), 3) & unsigned(difference_6) & "0000"));
        end if;
        if depolarised_7 then
          product_2_7 <= (others => '0');
        else
          product_2_7 <= signed(unsigned'(repeated(difference_7(11), 3) & unsigned(difference_7) & "0000"));
        end if;
        if depolarised_8 then
          product_2_8 <= (others => '0');
        else
          product_2_8 <= signed(unsigned'(repeated(difference_8(11), 3) & unsigned(difference_8) & "0000"));
        end if;
        if depolarised_9 then
          product_2_9 <= (others => '0');
        else
          product_2_9 <= signed(unsigned'(repeated(difference_9(11), 3) & unsigned(difference_9) & "0000"));
        end if;
        if depolarised_10 then
          product_2_10 <= (others => '0');
        else
          product_2_10 <= signed(unsigned'(repeated(difference_10(11), 3) & unsigned(difference_10) & "0000"));
        end if;
        if depolarised_11 then
          product_2_11 <= (others => '0');
        else
          product_2_11 <= signed(unsigned'(repeated(difference_11(11), 3) & unsigned(difference_11) & "0000"));
        end if;
        if depolarised_12 then
          product_2_12 <= (others => '0');
        else
          product_2_12 <= signed(unsigned'(repeated(difference_12(11), 3) & unsigned(difference_12) & "0000"));
        end if;
        if depolarised_13 then
          product_2_13 <= (others => '0');
        else
          product_2_13 <= signed(unsigned'(repeated(difference_13(11), 3) & unsigned(difference_13) & "0000"));
        end if;
        if depolarised_14 then
          product_2_14 <= (others => '0');
        else
          product_2_14 <= signed(unsigned'(repeated(difference_14(11), 3) & unsigned(difference_14) & "0000"));
        end if;
        if depolarised_15 then
          product_2_15 <= (others => '0');
        else
          product_2_15 <= signed(unsigned'(repeated(difference_15(11), 3) & unsigned(difference_15) & "0000"));
        end if;
        if depolarised_16 then
          product_2_16 <= (others => '0');
        else
          product_2_16 <= signed(unsigned'(repeated(difference_16(11), 3) & unsigned(difference_16) & "0000"));
        end if;
        if depolarised_17 then
          product_2_17 <= (others => '0');
        else
          product_2_17 <= signed(unsigned'(repeated(difference_17(11), 3) & unsigned(difference_17) & "0000"));
        end if;
        if depolarised_18 then
          product_2_18 <= (others => '0');
        else
          product_2_18 <= signed(unsigned'(repeated(difference_18(11), 3) & unsigned(difference_18) & "0000"));
        end if;
        if depolarised_19 then
          product_2_19 <= (others => '0');
        else
          product_2_19 <= signed(unsigned'(repeated(difference_19(11), 3) & unsigned(difference_19) & "0000"));
        end if;
        if depolarised_20 then
          product_2_20 <= (others => '0');
        else
          product_2_20 <= signed(unsigned'(repeated(difference_20(11), 3) & unsigned(difference_20) & "0000"));
        end if;
        if depolarised_21 then
          product_2_21 <= (others => '0');
        else
          product_2_21 <= signed(unsigned'(repeated(difference_21(11), 3) & unsigned(difference_21) & "0000"));
        end if;
        if depolarised_22 then
          product_2_22 <= (others => '0');
        else
          product_2_22 <= signed(unsigned'(repeated(difference_22(11), 3) & unsigned(difference_22) & "0000"));
        end if;
        if depolarised_23 then
          product_2_23 <= (others => '0');
        else
          product_2_23 <= signed(unsigned'(repeated(difference_23(11), 3) & unsigned(difference_23) & "0000"));
        end if;
        if depolarised_24 then
          product_2_24 <= (others => '0');
        else
          product_2_24 <= signed(unsigned'(repeated(difference_24(11), 3) & unsigned(difference_24) & "0000"));
        end if;
        if depolarised_25 then
          product_2_25 <= (others => '0');
        else
          product_2_25 <= signed(unsigned'(repeated(difference_25(11), 3) & unsigned(difference_25) & "0000"));
        end if;
        if depolarised_26 then
          product_2_26 <= (others => '0');
        else
          product_2_26 <= signed(unsigned'(repeated(difference_26(11), 3) & unsigned(difference_26) & "0000"));
        end if;
        product_3 <= (product_0_3(21 downto 0) + product_1_3) + product_2_3;
        product_4 <= (product_0_4(21 downto 0) + product_1_4) + product_2_4;
        product_5 <= (product_0_5(21 downto 0) + product_1_5) + product_2_5;
        product_6 <= (product_0_6(21 downto 0) + product_1_6) + product_2_6;
        product_7 <= (product_0_7(21 downto 0) + product_1_7) + product_2_7;
        product_8 <= (product_0_8(21 downto 0) + product_1_8) + product_2_8;
        product_9 <= (product_0_9(21 downto 0) + product_1_9) + product_2_9;
        product_10 <= (product_0_10(21 downto 0) + product_1_10) + product_2_10;
        product_11 <= (product_0_11(21 downto 0) + product_1_11) + product_2_11;
        product_12 <= (product_0_12(21 downto 0) + product_1_12) + product_2_12;
        product_13 <= (product_0_13(21 downto 0) + product_1_13) + product_2_13;
        product_14 <= (product_0_14(21 downto 0) + product_1_14) + product_2_14;
        product_15 <= (product_0_15(21 downto 0) + product_1_15) + product_2_15;
        product_16 <= (product_0_16(21 downto 0) + product_1_16) + product_2_16;
        product_17 <= (product_0_17(21 downto 0) + product_1_17) + product_2_17;
        product_18 <= (product_0_18(21 downto 0) + product_1_18) + product_2_18;
        product_19 <= (product_0_19(21 downto 0) + product_1_19) + product_2_19;
        product_20 <= (product_0_20(21 downto 0) + product_1_20) + product_2_20;
        product_21 <= (product_0_21(21 downto 0) + product_1_21) + product_2_21;
        product_22 <= (product_0_22(21 downto 0) + product_1_22) + product_2_22;
        product_23 <= (product_0_23(21 downto 0) + product_1_23) + product_2_23;
        product_24 <= (product_0_24(21 downto 0) + product_1_24) + product_2_24;
        product_25 <= (product_0_25(21 downto 0) + product_1_25) + product_2_25;
        product_26 <= (product_0_26(21 downto 0) + product_1_26) + product_2_26;
        rest_0(17 downto 1) <= resize(difference_30, 17);
        rest_1(17 downto 1) <= resize(difference_34, 17);
        rest_2(17 downto 1) <= resize(difference_38, 17);
        rest_3(17 downto 1) <= resize(difference_42, 17);
        rest_4(17 downto 1) <= resize(difference_46, 17);
        rest_5(17 downto 1) <= resize(difference_50, 17);
        rest_6(17 downto 1) <= resize(difference_54, 17);
        rest_7(17 downto 1) <= resize(difference_58, 17);
        rest_8(17 downto 1) <= resize(difference_61, 17);
        rest_9(17 downto 1) <= resize(difference_64, 17);
        rest_10(17 downto 1) <= resize(difference_67, 17);
        rest_11(17 downto 1) <= resize(difference_70, 17);
        rest_12(17 downto 1) <= resize(difference_73, 17);
        rest_13(17 downto 1) <= resize(difference_76, 17);
        rest_14(17 downto 1) <= resize(difference_79, 17);
        rest_15(17 downto 1) <= resize(difference_82, 17);
        rest_16(17 downto 1) <= resize(difference_85, 17);
        rest_17(17 downto 1) <= resize(difference_88, 17);
        rest_18(17 downto 1) <= resize(difference_91, 17);
        rest_19(17 downto 1) <= resize(difference_94, 17);
        rest_20(17 downto 1) <= resize(difference_97, 17);
        rest_21(17 downto 1) <= resize(difference_100, 17);
        rest_22(17 downto 1) <= resize(difference_103, 17);
        rest_23(17 downto 1) <= resize(difference_106, 17);
        rest_24(17 downto 1) <= resize(difference_109, 17);
        rest_25(17 downto 1) <= resize(difference_112, 17);
        rest_26(17 downto 1) <= resize(difference_115, 17);
        slope_0 <= resize(signed(unsigned'(unsigned(v_0) & '0')), 21) + v_0;
        slope_1 <= resize(signed(unsigned'(unsigned(v_1) & '0')), 21) + v_1;
        slope_2 <= resize(signed(unsigned'(unsigned(v_2) & '0')), 21) + v_2;
        slope_3 <= resize(signed(unsigned'(unsigned(v_3) & '0')), 21) + v_3;
        slope_4 <= resize(signed(unsigned'(unsigned(v_4) & '0')), 21) + v_4;
        slope_5 <= resize(signed(unsigned'(unsigned(v_5) & '0')), 21) + v_5;
        slope_6 <= resize(signed(unsigned'(unsigned(v_6) & '0')), 21) + v_6;
        slope_7 <= resize(signed(unsigned'(unsigned(v_7) & '0')), 21) + v_7;
        slope_8 <= resize(signed(unsigned'(unsigned(v_8) & '0')), 21) + v_8;
        slope_9 <= resize(signed(unsigned'(unsigned(v_9) & '0')), 21) + v_9;
        slope_10 <= resize(signed(unsigned'(unsigned(v_10) & '0')), 21) + v_10;
        slope_11 <= resize(signed(unsigned'(unsigned(v_11) & '0')), 21) + v_11;
        slope_12 <= resize(signed(unsigned'(unsigned(v_12) & '0')), 21) + v_12;
        slope_13 <= resize(signed(unsigned'(unsigned(v_13) & '0')), 21) + v_13;
        slope_14 <= resize(signed(unsigned'(unsigned(v_14) & '0')), 21) + v_14;
        slope_15 <= resize(signed(unsigned'(unsigned(v_15) & '0')), 21) + v_15;
        slope_16 <= resize(signed(unsigned'(unsigned(v_16) & '0')), 21) + v_16;
        slope_17 <= resize(signed(unsigned'(unsigned(v_17) & '0')), 21) + v_17;
        slope_18 <= resize(signed(unsigned'(unsigned(v_18) & '0')), 21) + v_18;
        slope_19 <= resize(signed(unsigned'(unsigned(v_19) & '0')), 21) + v_19;
        slope_20 <= resize(signed(unsigned'(unsigned(v_20) & '0')), 21) + v_20;
        slope_21 <= resize(signed(unsigned'(unsigned(v_21) & '0')), 21) + v_21;
        slope_22 <= resize(signed(unsigned'(unsigned(v_22) & '0')), 21) + v_22;
        slope_23 <= resize(signed(unsigned'(unsigned(v_23) & '0')), 21) + v_23;
        slope_24 <= resize(signed(unsigned'(unsigned(v_24) & '0')), 21) + v_24;
        slope_25 <= resize(signed(unsigned'(unsigned(v_25) & '0')), 21) + v_25;
        slope_26 <= resize(signed(unsigned'(unsigned(v_26) & '0')), 21) + v_26;
        v_0 <= sum_3;
        v_1 <= sum_6;
        v_2 <= sum_9;
        v_3 <= sum_12;
        v_4 <= sum_15;
        v_5 <= sum_18;
        v_6 <= sum_21;
        v_7 <= sum_24;
        v_8 <= sum_28;
        v_9 <= sum_32;
        v_10 <= sum_36;
        v_11 <= sum_40;
        v_12 <= sum_44;
        v_13 <= sum_48;
        v_14 <= sum_52;
        v_15 <= sum_56;
        v_16 <= sum_60;
        v_17 <= sum_64;
        v_18 <= sum_68;
        v_19 <= sum_72;
        v_20 <= sum_76;
        v_21 <= sum_80;
        v_22 <= sum_84;
        v_23 <= sum_88;
        v_24 <= sum_92;
        v_25 <= sum_96;
        v_26 <= sum_100;
        valid_1 <= accept;
        valid_2 <= valid_1;
        valid_3 <= valid_2;
        output_payload_register <=
          flags_3 &
          (not fresh_3_26 and (new_h_26 ?>= 512)) &
          (not fresh_3_25 and (new_h_25 ?>= 512)) &
          (not fresh_3_24 and (new_h_24 ?>= 512)) &
          (not fresh_3_23 and (new_h_23 ?>= 512)) &
          (not fresh_3_22 and (new_h_22 ?>= 512)) &
          (not fresh_3_21 and (new_h_21 ?>= 512)) &
          (not fresh_3_20 and (new_h_20 ?>= 512)) &
          (not fresh_3_19 and (new_h_19 ?>= 512)) &
          (not fresh_3_18 and (new_h_18 ?>= 512)) &
          (not fresh_3_17 and (new_h_17 ?>= 512)) &
          (not fresh_3_16 and (new_h_16 ?>= 512)) &
          (not fresh_3_15 and (new_h_15 ?>= 512)) &
          (not fresh_3_14 and (new_h_14 ?>= 512)) &
          (not fresh_3_13 and (new_h_13 ?>= 512)) &
          (not fresh_3_12 and (new_h_12 ?>= 512)) &
          (not fresh_3_11 and (new_h_11 ?>= 512)) &
          (not fresh_3_10 and (new_h_10 ?>= 512)) &
          (not fresh_3_9 and (new_h_9 ?>= 512)) &
          (not fresh_3_8 and (new_h_8 ?>= 512)) &
          (not fresh_3_7 and (new_h_7 ?>= 512)) &
          (not fresh_3_6 and (new_h_6 ?>= 512)) &
          (not fresh_3_5 and (new_h_5 ?>= 512)) &
          (not fresh_3_4 and (new_h_4 ?>= 512)) &
          (not fresh_3_3 and (new_h_3 ?>= 512)) &
          (not fresh_3_2 and (new_h_2 ?>= 512)) &
          (not fresh_3_1 and (new_h_1 ?>= 512)) &
          (not fresh_3_0 and (new_h_0 ?>= 512));
        output_valid_register <= valid_3;
      end if;
    end if;
  end process;

  process (clk)
  begin
    if rising_edge(clk) then
      if rst then
        fresh <= '1';
      elsif accept and (input_payload(244) or input_payload(245)) then
        fresh <= input_payload(245);
      end if;
    end if;
  end process;

  process (clk)
  begin
    if rising_edge(clk) then
      if rst then
        group_2 <= (others => '0');
        group_done <= '0';
        pause(2) <= '0';
      else
        group_2 <= read_addr;
        group_done <= updated;
        pause(2) <= choice_82(2);
      end if;
    end if;
  end process;

  process (clk)
  begin
    if rising_edge(clk) then
      if rst then
        h <= (others => '0');
        hs <= (others => '0');
        i <= (others => '0');
      elsif updated then
        h <= write_data(647 downto 351);
        hs <= write_data(944 downto 648);
        i <= write_data(350 downto 0);
      end if;
    end if;
  end process;

  process (clk)
  begin
    if rising_edge(clk) then
      if term_29 or rst then
        pause(1 downto 0) <= (others => '0');
      elsif term_30 then
        pause(1 downto 0) <= difference_27(1 downto 0);
      end if;
    end if;
  end process;
end architecture;

library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.digits_src_functions.all;

entity digits_src_hidden is
  port (
    clk            : in  std_logic;
    rst            : in  std_logic;
    input_payload  : in  unsigned(33 downto 0);
    input_ready    : out std_logic;
    input_valid    : in  std_logic;
    output_payload : out unsigned(29 downto 0);
    output_ready   : in  std_logic;
    output_valid   : out std_logic
  );
end entity;

architecture rtl of digits_src_hidden is
  -- Named values
  signal sums_output_payload : unsigned(245 downto 0);
  signal sums_output_ready : std_logic;
  signal sums_output_valid : std_logic;
begin
  -- Instances
  sums : entity work.digits_src_hidden_sums
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

  units_2 : entity work.digits_src_hidden_units
    port map (
      clk => clk,
      rst => rst,
      input_payload => sums_output_payload,
      input_ready => sums_output_ready,
      input_valid => sums_output_valid,
      output_payload => output_payload,
      output_ready => output_ready,
      output_valid => output_valid
    );
end architecture;

library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.digits_src_functions.all;

entity digits_src is
  port (
    clk            : in  std_logic;
    rst            : in  std_logic;
    input_payload  : in  std_logic_vector(33 downto 0);
    input_ready    : out std_logic;
    input_valid    : in  std_logic;
    output_payload : out std_logic_vector(133 downto 0);
    output_ready   : in  std_logic;
    output_valid   : out std_logic
  );
end entity;

architecture rtl of digits_src is
  -- Named values
  signal decision_input_payload : unsigned(29 downto 0);
  signal decision_input_ready : std_logic;
  signal decision_input_valid : std_logic;
begin
  -- Instances
  decision : entity work.digits_src_decision
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

  hidden : entity work.digits_src_hidden
    port map (
      clk => clk,
      rst => rst,
      input_payload => unsigned(input_payload),
      input_ready => input_ready,
      input_valid => input_valid,
      output_payload => decision_input_payload,
      output_ready => decision_input_ready,
      output_valid => decision_input_valid
    );
end architecture;
