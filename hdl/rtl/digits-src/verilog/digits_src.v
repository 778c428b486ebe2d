// codesign 0.1.0
// model digits-src sha256:83b953843f6d2e876d1e4ac4c066f77a36a6be38115b70bfd26a1e4dd32fe24a
// configuration {"events_per_cycle": 8, "fold_black_frames": true, "longest_sample": 32, "serial_sums": false, "units_per_cycle": 32}
// seed none
//
// digits_src: clk, synchronous reset rst (active high), and two streams.
// An item moves at a rising edge of clk at which valid and ready are both 1.
//
// input__payload, least significant field first:
//   address        8 x 3 bits unsigned, from bit 0
//   spike          8 bits unsigned, from bit 24
//   end_of_step    1 bits unsigned, from bit 32
//   end_of_sample  1 bits unsigned, from bit 33
//
// output__payload, least significant field first:
//   decision       4 bits unsigned, from bit 0
//   scores         10 x 13 bits signed, from bit 4
//
// Input: an item with spike[b] = 1 carries a spike of input address[b] x 8 + b, for each b below 8;
// end_of_step and end_of_sample close the step and the sample after it. A sample without steps is one item with
// end_of_sample alone.
// Output: one item per sample; decision is one of ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"].
// Layers, as instances of their names: hidden (src, 64 to 80)
// The states of a layer are registers of <layer>.units; they show one group of units after the other, each
// while group_done of that module is 1: hidden 3 x 27

module digits_src(input__valid, output__ready, clk, rst, input__ready, output__payload, output__valid, input__payload);
  input input__valid;
  wire input__valid;
  input output__ready;
  wire output__ready;
  input clk;
  wire clk;
  input rst;
  wire rst;
  output input__ready;
  wire input__ready;
  output [133:0] output__payload;
  wire [133:0] output__payload;
  output output__valid;
  wire output__valid;
  input [33:0] input__payload;
  wire [33:0] input__payload;
  wire [29:0] decision__input__payload;
  wire decision__input__ready;
  wire decision__input__valid;
  digits_src__decision decision (
    .clk(clk),
    .input__payload(decision__input__payload),
    .input__ready(decision__input__ready),
    .input__valid(decision__input__valid),
    .output__payload(output__payload),
    .output__ready(output__ready),
    .output__valid(output__valid),
    .rst(rst)
  );
  digits_src__hidden hidden (
    .clk(clk),
    .input__payload(input__payload),
    .input__ready(input__ready),
    .input__valid(input__valid),
    .output__payload(decision__input__payload),
    .output__ready(decision__input__ready),
    .output__valid(decision__input__valid),
    .rst(rst)
  );
endmodule

module digits_src__decision(input__valid, output__ready, clk, rst, input__ready, output__payload, output__valid, input__payload);
  input input__valid;
  wire input__valid;
  input output__ready;
  wire output__ready;
  input clk;
  wire clk;
  input rst;
  wire rst;
  output input__ready;
  wire input__ready;
  output [133:0] output__payload;
  wire [133:0] output__payload;
  output output__valid;
  wire output__valid;
  input [29:0] input__payload;
  wire [29:0] input__payload;
  wire [101:0] accumulator__output__payload;
  wire accumulator__output__ready;
  wire accumulator__output__valid;
  digits_src__decision__accumulator accumulator (
    .clk(clk),
    .input__payload(input__payload),
    .input__ready(input__ready),
    .input__valid(input__valid),
    .output__payload(accumulator__output__payload),
    .output__ready(accumulator__output__ready),
    .output__valid(accumulator__output__valid),
    .rst(rst)
  );
  digits_src__decision__argmax argmax (
    .clk(clk),
    .input__payload(accumulator__output__payload),
    .input__ready(accumulator__output__ready),
    .input__valid(accumulator__output__valid),
    .output__payload(output__payload),
    .output__ready(output__ready),
    .output__valid(output__valid),
    .rst(rst)
  );
endmodule

module digits_src__decision__accumulator(input__valid, output__ready, clk, rst, input__ready, output__payload, output__valid, input__payload);
  input input__valid;
  wire input__valid;
  input output__ready;
  wire output__ready;
  input clk;
  wire clk;
  input rst;
  wire rst;
  output input__ready;
  wire input__ready;
  output [101:0] output__payload;
  reg [101:0] output__payload;
  output output__valid;
  reg output__valid;
  input [29:0] input__payload;
  wire [29:0] input__payload;
  wire [1:0] _000_;
  wire [2:0] _001_;
  wire [1:0] _002_;
  wire [1:0] _003_;
  wire [2:0] _004_;
  wire [3:0] _005_;
  wire [1:0] _006_;
  wire [1:0] _007_;
  wire [2:0] _008_;
  wire [1:0] _009_;
  wire [1:0] _010_;
  wire [1:0] _011_;
  wire [2:0] _012_;
  wire [3:0] _013_;
  wire [1:0] _014_;
  wire [1:0] _015_;
  wire [2:0] _016_;
  wire [1:0] _017_;
  wire [1:0] _018_;
  wire [2:0] _019_;
  wire [3:0] _020_;
  wire [1:0] _021_;
  wire [2:0] _022_;
  wire [1:0] _023_;
  wire [2:0] _024_;
  wire [1:0] _025_;
  wire [1:0] _026_;
  wire [2:0] _027_;
  wire [3:0] _028_;
  wire [1:0] _029_;
  wire [1:0] _030_;
  wire [2:0] _031_;
  wire [1:0] _032_;
  wire [1:0] _033_;
  wire [1:0] _034_;
  wire [2:0] _035_;
  wire [3:0] _036_;
  wire [1:0] _037_;
  wire [1:0] _038_;
  wire [2:0] _039_;
  wire [1:0] _040_;
  wire [1:0] _041_;
  wire [2:0] _042_;
  wire [3:0] _043_;
  wire [1:0] _044_;
  wire [1:0] _045_;
  wire [1:0] _046_;
  wire [2:0] _047_;
  wire [1:0] _048_;
  wire [1:0] _049_;
  wire [2:0] _050_;
  wire [3:0] _051_;
  wire [1:0] _052_;
  wire [1:0] _053_;
  wire [2:0] _054_;
  wire [2:0] _055_;
  wire [1:0] _056_;
  wire [1:0] _057_;
  wire [2:0] _058_;
  wire [3:0] _059_;
  wire [1:0] _060_;
  wire [1:0] _061_;
  wire [2:0] _062_;
  wire [1:0] _063_;
  wire [1:0] _064_;
  wire [2:0] _065_;
  wire [3:0] _066_;
  wire [3:0] _067_;
  wire _068_;
  wire _069_;
  wire _070_;
  wire [9:0] _071_;
  wire [9:0] _072_;
  wire [9:0] _073_;
  wire [9:0] _074_;
  wire [9:0] _075_;
  wire [9:0] _076_;
  wire [1:0] _077_;
  wire [9:0] _078_;
  wire [9:0] _079_;
  wire [9:0] _080_;
  wire [9:0] _081_;
  wire [4:0] _082_;
  wire [4:0] _083_;
  wire [5:0] _084_;
  wire [4:0] _085_;
  wire [4:0] _086_;
  wire [5:0] _087_;
  wire [1:0] _088_;
  wire [6:0] _089_;
  wire [4:0] _090_;
  wire [7:0] _091_;
  wire [12:0] _092_;
  wire _093_;
  wire _094_;
  wire _095_;
  wire _096_;
  reg closes;
  reg counted;
  reg [39:0] counts;
  reg [53:0] earlier;
  wire taken;
  assign input__ready = ~ output__valid;
  assign taken = input__valid & input__ready;
  assign _000_ = earlier[0] + earlier[10];
  assign _011_ = earlier[20] + earlier[30];
  assign _022_ = _000_ + _011_;
  assign _033_ = earlier[40] + earlier[50];
  assign _044_ = input__payload[6] + input__payload[16];
  assign _055_ = _033_ + _044_;
  assign _066_ = _022_ + _055_;
  assign _077_ = earlier[1] + earlier[11];
  assign _088_ = earlier[21] + earlier[31];
  assign _001_ = _077_ + _088_;
  assign _002_ = earlier[41] + earlier[51];
  assign _003_ = input__payload[7] + input__payload[17];
  assign _004_ = _002_ + _003_;
  assign _005_ = _001_ + _004_;
  assign _006_ = earlier[2] + earlier[12];
  assign _007_ = earlier[22] + earlier[32];
  assign _008_ = _006_ + _007_;
  assign _009_ = earlier[42] + earlier[52];
  assign _010_ = input__payload[8] + input__payload[18];
  assign _012_ = _009_ + _010_;
  assign _013_ = _008_ + _012_;
  assign _014_ = earlier[3] + earlier[13];
  assign _015_ = earlier[23] + earlier[33];
  assign _016_ = _014_ + _015_;
  assign _017_ = earlier[43] + earlier[53];
  assign _018_ = input__payload[9] + input__payload[19];
  assign _019_ = _017_ + _018_;
  assign _020_ = _016_ + _019_;
  assign _021_ = earlier[4] + earlier[14];
  assign _023_ = earlier[24] + earlier[34];
  assign _024_ = _021_ + _023_;
  assign _025_ = earlier[44] + input__payload[0];
  assign _026_ = input__payload[10] + input__payload[20];
  assign _027_ = _025_ + _026_;
  assign _028_ = _024_ + _027_;
  assign _029_ = earlier[5] + earlier[15];
  assign _030_ = earlier[25] + earlier[35];
  assign _031_ = _029_ + _030_;
  assign _032_ = earlier[45] + input__payload[1];
  assign _034_ = input__payload[11] + input__payload[21];
  assign _035_ = _032_ + _034_;
  assign _036_ = _031_ + _035_;
  assign _037_ = earlier[6] + earlier[16];
  assign _038_ = earlier[26] + earlier[36];
  assign _039_ = _037_ + _038_;
  assign _040_ = earlier[46] + input__payload[2];
  assign _041_ = input__payload[12] + input__payload[22];
  assign _042_ = _040_ + _041_;
  assign _043_ = _039_ + _042_;
  assign _045_ = earlier[7] + earlier[17];
  assign _046_ = earlier[27] + earlier[37];
  assign _047_ = _045_ + _046_;
  assign _048_ = earlier[47] + input__payload[3];
  assign _049_ = input__payload[13] + input__payload[23];
  assign _050_ = _048_ + _049_;
  assign _051_ = _047_ + _050_;
  assign _052_ = earlier[8] + earlier[18];
  assign _053_ = earlier[28] + earlier[38];
  assign _054_ = _052_ + _053_;
  assign _056_ = earlier[48] + input__payload[4];
  assign _057_ = input__payload[14] + input__payload[24];
  assign _058_ = _056_ + _057_;
  assign _059_ = _054_ + _058_;
  assign _060_ = earlier[9] + earlier[19];
  assign _061_ = earlier[29] + earlier[39];
  assign _062_ = _060_ + _061_;
  assign _063_ = earlier[49] + input__payload[5];
  assign _064_ = input__payload[15] + input__payload[25];
  assign _065_ = _063_ + _064_;
  assign _067_ = _062_ + _065_;
  assign _068_ = taken & input__payload[28];
  assign _069_ = taken & input__payload[29];
  assign _070_ = input__ready & counted;
  assign _071_ = output__payload[8:0] + counts[3:0];
  assign _072_ = output__payload[17:9] + counts[7:4];
  assign _073_ = output__payload[26:18] + counts[11:8];
  assign _074_ = output__payload[35:27] + counts[15:12];
  assign _075_ = output__payload[44:36] + counts[19:16];
  assign _076_ = output__payload[53:45] + counts[23:20];
  assign _078_ = output__payload[62:54] + counts[27:24];
  assign _079_ = output__payload[71:63] + counts[31:28];
  assign _080_ = output__payload[80:72] + counts[35:32];
  assign _081_ = output__payload[89:81] + counts[39:36];
  assign _082_ = counts[3:0] + counts[7:4];
  assign _083_ = counts[11:8] + counts[15:12];
  assign _084_ = _082_ + _083_;
  assign _085_ = counts[19:16] + counts[23:20];
  assign _086_ = counts[27:24] + counts[31:28];
  assign _087_ = _085_ + _086_;
  assign _089_ = _084_ + _087_;
  assign _090_ = counts[35:32] + counts[39:36];
  assign _091_ = _089_ + _090_;
  assign _092_ = output__payload[101:90] + _091_;
  assign _093_ = output__valid & output__ready;
  always @(posedge clk)
    if (rst) earlier <= 54'h00000000000000;
    else if (taken) earlier <= { input__payload[26:0], earlier[53:27] };
  always @(posedge clk)
    if (rst) counts <= 40'h0000000000;
    else if (!output__valid) counts <= { _067_, _059_, _051_, _043_, _036_, _028_, _020_, _013_, _005_, _066_ };
  always @(posedge clk)
    if (rst) counted <= 1'h0;
    else if (!output__valid) counted <= _068_;
  always @(posedge clk)
    if (rst) closes <= 1'h0;
    else if (!output__valid) closes <= _069_;
  always @(posedge clk)
    if (_094_) output__payload <= 102'h00000000000000000000000000;
    else if (_070_) output__payload <= { _092_[11:0], _081_[8:0], _080_[8:0], _079_[8:0], _078_[8:0], _076_[8:0], _075_[8:0], _074_[8:0], _073_[8:0], _072_[8:0], _071_[8:0] };
  always @(posedge clk)
    if (rst) output__valid <= 1'h0;
    else output__valid <= _096_;
  assign _094_ = | { _093_, rst };
  assign _095_ = _093_ ? 1'h0 : 1'h1;
  assign _096_ = output__valid ? _095_ : closes;
endmodule

module digits_src__decision__argmax(input__valid, output__ready, clk, rst, input__ready, output__payload, output__valid, input__payload);
  input input__valid;
  wire input__valid;
  input output__ready;
  wire output__ready;
  input clk;
  wire clk;
  input rst;
  wire rst;
  output input__ready;
  wire input__ready;
  output [133:0] output__payload;
  reg [133:0] output__payload;
  output output__valid;
  reg output__valid;
  input [101:0] input__payload;
  wire [101:0] input__payload;
  wire _00_;
  wire [4:0] _01_;
  wire _02_;
  wire _03_;
  wire _04_;
  wire _05_;
  wire _06_;
  wire [17:0] _07_;
  wire [18:0] _08_;
  wire [14:0] _09_;
  wire _10_;
  wire _11_;
  wire _12_;
  wire _13_;
  wire _14_;
  wire _15_;
  wire _16_;
  wire _17_;
  wire _18_;
  wire _19_;
  wire [3:0] _20_;
  wire [3:0] _21_;
  wire [89:0] _22_;
  wire [89:0] _23_;
  reg [12:0] best;
  reg busy;
  reg [3:0] index;
  wire [12:0] score;
  reg [101:0] tally;
  assign _07_ = $signed({ 4'h0, tally[8:0], 4'h0 }) - $signed({ 2'h0, tally[8:0], 2'h0 });
  assign _08_ = $signed(_07_) - $signed({ 2'h0, tally[8:0] });
  assign { _09_[14:13], score } = $signed(_08_[13:0]) - $signed({ 2'h0, tally[101:90] });
  assign _10_ = ~ busy;
  assign _11_ = ~ output__valid;
  assign input__ready = _10_ & _11_;
  assign _00_ = input__valid & input__ready;
  assign _01_ = index + 1'h1;
  assign _02_ = ! index;
  assign _03_ = $signed(score) > $signed(best);
  assign _04_ = _02_ | _03_;
  assign _05_ = index == 4'h9;
  assign _06_ = output__valid & output__ready;
  always @(posedge clk)
    if (_15_) tally[89:81] <= 9'h000;
    else if (_00_) tally[89:81] <= input__payload[89:81];
  always @(posedge clk)
    if (rst) tally[101:90] <= 12'h000;
    else if (_00_) tally[101:90] <= input__payload[101:90];
  always @(posedge clk)
    if (rst) tally[80:0] <= 81'h000000000000000000000;
    else tally[80:0] <= _23_[80:0];
  always @(posedge clk)
    if (rst) index <= 4'h0;
    else index <= _21_;
  always @(posedge clk)
    if (rst) busy <= 1'h0;
    else busy <= _19_;
  always @(posedge clk)
    if (rst) output__payload[3:0] <= 4'h0;
    else if (_12_) output__payload[3:0] <= index;
  always @(posedge clk)
    if (rst) output__payload[133:4] <= 130'h000000000000000000000000000000000;
    else if (busy) output__payload[133:4] <= { score, output__payload[133:17] };
  always @(posedge clk)
    if (rst) best <= 13'h0000;
    else if (_13_) best <= score;
  always @(posedge clk)
    if (_16_) output__valid <= 1'h0;
    else if (_14_) output__valid <= 1'h1;
  assign _12_ = & { busy, _04_ };
  assign _13_ = & { busy, _04_ };
  assign _14_ = & { busy, _05_ };
  assign _15_ = | { busy, rst };
  assign _16_ = | { _06_, rst };
  assign _17_ = _00_ ? 1'h1 : busy;
  assign _18_ = _05_ ? 1'h0 : _17_;
  assign _19_ = busy ? _18_ : _17_;
  assign _20_ = _00_ ? 4'h0 : index;
  assign _21_ = busy ? _01_[3:0] : _20_;
  assign _22_ = _00_ ? input__payload[89:0] : tally[89:0];
  assign _23_ = busy ? { 9'h000, tally[89:9] } : _22_;
  assign _09_[12:0] = score;
endmodule

module digits_src__hidden(input__valid, output__ready, clk, rst, input__ready, output__payload, output__valid, input__payload);
  input input__valid;
  wire input__valid;
  input output__ready;
  wire output__ready;
  input clk;
  wire clk;
  input rst;
  wire rst;
  output input__ready;
  wire input__ready;
  output [29:0] output__payload;
  wire [29:0] output__payload;
  output output__valid;
  wire output__valid;
  input [33:0] input__payload;
  wire [33:0] input__payload;
  wire [245:0] sums__output__payload;
  wire sums__output__ready;
  wire sums__output__valid;
  digits_src__hidden__sums sums (
    .clk(clk),
    .input__payload(input__payload),
    .input__ready(input__ready),
    .input__valid(input__valid),
    .output__payload(sums__output__payload),
    .output__ready(sums__output__ready),
    .output__valid(sums__output__valid),
    .rst(rst)
  );
  digits_src__hidden__units units (
    .clk(clk),
    .input__payload(sums__output__payload),
    .input__ready(sums__output__ready),
    .input__valid(sums__output__valid),
    .output__payload(output__payload),
    .output__ready(output__ready),
    .output__valid(output__valid),
    .rst(rst)
  );
endmodule

module digits_src__hidden__sums(input__valid, output__ready, clk, rst, input__ready, output__payload, output__valid, input__payload);
  input input__valid;
  wire input__valid;
  input output__ready;
  wire output__ready;
  input clk;
  wire clk;
  input rst;
  wire rst;
  output input__ready;
  wire input__ready;
  output [245:0] output__payload;
  wire [245:0] output__payload;
  output output__valid;
  wire output__valid;
  input [33:0] input__payload;
  wire [33:0] input__payload;
  wire _000_;
  wire _001_;
  wire _002_;
  wire _003_;
  wire _004_;
  wire _005_;
  wire _006_;
  wire _007_;
  wire _008_;
  wire _009_;
  wire _010_;
  wire _011_;
  wire _012_;
  wire _013_;
  wire _014_;
  wire _015_;
  wire _016_;
  wire _017_;
  wire _018_;
  wire _019_;
  wire _020_;
  wire _021_;
  wire _022_;
  wire _023_;
  wire _024_;
  wire _025_;
  wire _026_;
  wire [399:0] _027_;
  wire [399:0] _028_;
  wire [399:0] _029_;
  wire [399:0] _030_;
  wire [399:0] _031_;
  wire [399:0] _032_;
  wire [399:0] _033_;
  wire [399:0] _034_;
  wire _035_;
  wire _036_;
  wire [9:0] _037_;
  wire [10:0] _038_;
  wire [9:0] _039_;
  wire [10:0] _040_;
  wire [9:0] _041_;
  wire [10:0] _042_;
  wire [9:0] _043_;
  wire [10:0] _044_;
  wire [9:0] _045_;
  wire [10:0] _046_;
  wire [9:0] _047_;
  wire [10:0] _048_;
  wire [9:0] _049_;
  wire [10:0] _050_;
  wire [9:0] _051_;
  wire [10:0] _052_;
  wire [9:0] _053_;
  wire [10:0] _054_;
  wire [9:0] _055_;
  wire [10:0] _056_;
  wire [9:0] _057_;
  wire [10:0] _058_;
  wire [9:0] _059_;
  wire [10:0] _060_;
  wire [9:0] _061_;
  wire [10:0] _062_;
  wire [9:0] _063_;
  wire [10:0] _064_;
  wire [9:0] _065_;
  wire [10:0] _066_;
  wire [9:0] _067_;
  wire [10:0] _068_;
  wire [9:0] _069_;
  wire [10:0] _070_;
  wire [9:0] _071_;
  wire [10:0] _072_;
  wire [9:0] _073_;
  wire [10:0] _074_;
  wire [9:0] _075_;
  wire [10:0] _076_;
  wire [9:0] _077_;
  wire [10:0] _078_;
  wire [9:0] _079_;
  wire [10:0] _080_;
  wire [9:0] _081_;
  wire [10:0] _082_;
  wire [9:0] _083_;
  wire [10:0] _084_;
  wire [9:0] _085_;
  wire [10:0] _086_;
  wire [9:0] _087_;
  wire [10:0] _088_;
  wire [9:0] _089_;
  wire [10:0] _090_;
  wire [9:0] _091_;
  wire [10:0] _092_;
  wire [9:0] _093_;
  wire [10:0] _094_;
  wire [9:0] _095_;
  wire [10:0] _096_;
  wire [9:0] _097_;
  wire [10:0] _098_;
  wire [9:0] _099_;
  wire [10:0] _100_;
  wire [9:0] _101_;
  wire [10:0] _102_;
  wire [9:0] _103_;
  wire [10:0] _104_;
  wire [9:0] _105_;
  wire [10:0] _106_;
  wire [9:0] _107_;
  wire [10:0] _108_;
  wire [9:0] _109_;
  wire [10:0] _110_;
  wire [9:0] _111_;
  wire [10:0] _112_;
  wire [9:0] _113_;
  wire [10:0] _114_;
  wire [9:0] _115_;
  wire [10:0] _116_;
  wire [9:0] _117_;
  wire [10:0] _118_;
  wire [9:0] _119_;
  wire [10:0] _120_;
  wire [9:0] _121_;
  wire [10:0] _122_;
  wire [9:0] _123_;
  wire [10:0] _124_;
  wire [9:0] _125_;
  wire [10:0] _126_;
  wire [9:0] _127_;
  wire [10:0] _128_;
  wire [9:0] _129_;
  wire [10:0] _130_;
  wire [9:0] _131_;
  wire [10:0] _132_;
  wire [9:0] _133_;
  wire [10:0] _134_;
  wire [9:0] _135_;
  wire [10:0] _136_;
  wire [9:0] _137_;
  wire [10:0] _138_;
  wire [9:0] _139_;
  wire [10:0] _140_;
  wire [9:0] _141_;
  wire [10:0] _142_;
  wire [9:0] _143_;
  wire [10:0] _144_;
  wire [9:0] _145_;
  wire [10:0] _146_;
  wire [9:0] _147_;
  wire [10:0] _148_;
  wire [9:0] _149_;
  wire [10:0] _150_;
  wire [9:0] _151_;
  wire [10:0] _152_;
  wire [9:0] _153_;
  wire [10:0] _154_;
  wire [9:0] _155_;
  wire [10:0] _156_;
  wire [9:0] _157_;
  wire [10:0] _158_;
  wire [9:0] _159_;
  wire [10:0] _160_;
  wire [9:0] _161_;
  wire [10:0] _162_;
  wire [9:0] _163_;
  wire [10:0] _164_;
  wire [9:0] _165_;
  wire [10:0] _166_;
  wire [9:0] _167_;
  wire [10:0] _168_;
  wire [9:0] _169_;
  wire [10:0] _170_;
  wire [9:0] _171_;
  wire [10:0] _172_;
  wire [9:0] _173_;
  wire [10:0] _174_;
  wire [9:0] _175_;
  wire [10:0] _176_;
  wire [9:0] _177_;
  wire [10:0] _178_;
  wire [9:0] _179_;
  wire [10:0] _180_;
  wire [9:0] _181_;
  wire [10:0] _182_;
  wire [9:0] _183_;
  wire [10:0] _184_;
  wire [9:0] _185_;
  wire [10:0] _186_;
  wire [9:0] _187_;
  wire [10:0] _188_;
  wire [9:0] _189_;
  wire [10:0] _190_;
  wire [9:0] _191_;
  wire [10:0] _192_;
  wire [9:0] _193_;
  wire [10:0] _194_;
  wire [9:0] _195_;
  wire [10:0] _196_;
  wire _197_;
  wire _198_;
  wire _199_;
  wire _200_;
  wire [1:0] _201_;
  wire [2:0] _202_;
  wire [1:0] _203_;
  wire [1:0] _204_;
  wire [719:0] _205_;
  wire [719:0] _206_;
  wire [719:0] base;
  reg closes_sample_1;
  reg closes_sample_2;
  reg closes_sample_3;
  reg closes_step_1;
  reg closes_step_2;
  reg closes_step_3;
  reg counts_0;
  reg counts_1;
  reg counts_2;
  reg counts_3;
  reg counts_4;
  reg counts_5;
  reg counts_6;
  reg counts_7;
  wire [559:0] four_0_0;
  wire [559:0] four_0_1;
  reg full;
  reg [1:0] left;
  wire output__payload_end_of_sample ;
  wire output__payload_end_of_step ;
  wire [479:0] pair_0_0;
  wire [479:0] pair_0_1;
  wire [479:0] pair_0_2;
  wire [479:0] pair_0_3;
  reg [559:0] partial_0_0;
  reg [559:0] partial_0_1;
  wire [399:0] read__data;
  wire [399:0] read__data_59 ;
  wire [399:0] read__data_60 ;
  wire [399:0] read__data_61 ;
  wire [399:0] read__data_62 ;
  wire [399:0] read__data_63 ;
  wire [399:0] read__data_64 ;
  wire [399:0] read__data_65 ;
  reg [399:0] row_0;
  reg [399:0] row_1;
  reg [399:0] row_2;
  reg [399:0] row_3;
  reg [399:0] row_4;
  reg [399:0] row_5;
  reg [399:0] row_6;
  reg [399:0] row_7;
  reg sample;
  reg step;
  reg [719:0] sums;
  wire taken;
  reg valid_1;
  reg valid_2;
  reg valid_3;
  reg [719:0] waiting;
  reg waiting_sample;
  reg waiting_step;
  reg [399:0] weights_0 [7:0];
  initial begin
    weights_0[0] = 400'h1fca23000207c1f0803df882007c0008461e07de00462013fe18f8117bc0007c1f080207c1e004211041e08be107c3ef881d;
    weights_0[1] = 400'hcbf7a96adad76e6d7675e7b7dd3f1cd7376afb68c7797bef1bd335ef4f7bd776ecf3d3c6b1e9bb9dcd6d7dfb09efbb6afb7d;
    weights_0[2] = 400'hb67bbddb5b35b60f6b54df0d5b6fdede31a4d69ebef98e5977883dddcfdc4c6d3f7794aed759e7f9cdb3735eb9f7f75f70d5;
    weights_0[3] = 400'h8c6fae9b7125691e6729e80519e73dda37534631b73c40d1119cb7de201825a72b73e5ec511ad3bae94133ca31df7a3ee091;
    weights_0[4] = 400'h08ba11fc2207c1ef8361007e0f7be0e83bff74000042027c1d07fe1f7400ffc1fe841b087a1ff842effe310001ffc0010424;
    weights_0[5] = 400'hf7238d183fe640094febff3dbf7a36f8fbfcf7fe8cc230875e06e31f8c1fc77e19e02508f0007fb900fffffbd38e029fffde;
    weights_0[6] = 400'hef757d87c2ce3fcdd7c5f1f3cf873cf0c28c783fa63a10b39fd4ffde8803e7bfe0efc20a31d15b7fef3c207b75b83c6fac1d;
    weights_0[7] = 400'hef83e0f7a5f041bfffdef8f80f6fa3ff40de7f5a1f41ef2bdd0580110404ff39cef7b9f9fdede3dff6fe407bf90843d03c3f;
  end
  reg [399:0] _935_;
  always @(posedge clk) begin
    if (input__ready) begin
      _935_ <= weights_0[input__payload[2:0]];
    end
  end
  assign read__data = _935_;
  reg [399:0] weights_1 [7:0];
  initial begin
    weights_1[0] = 400'ha483737424fe77aa6d390079adec962f51ae77790f05e27bbbe6f9b1fb850ef393e8191f79bc70590f79dfe01efec3816ff9;
    weights_1[1] = 400'hef4f1df005bf09eec47cf93fdc0051e7081de8401c7fb086fd2743506fc6d6bbe2cbb2f7b5c30091ee808cec410dc15f877c;
    weights_1[2] = 400'hff03d1100020f1fd7ba70006210b9b07c81388e3cf801c1ba5f76ff02062004ffbf3d91fc6120759f806100842ce817e83ff;
    weights_1[3] = 400'hf7fc6417bbffedcd13e6074214ef9f37ebaf017f18462aebc2073411185bf8bbfd00a00641ff83853fbfc11022b005ffdfc0;
    weights_1[4] = 400'hdf823117bc0126109be8d6761fdfc2f0f56f027c08423ecbe3be8470a39a10ee4103ea06400a67c60823918b1ef0863dd004;
    weights_1[5] = 400'hb8804e97e5f8301217071135ba8438b9802fef3e073051233fc902199803fe79fe622ef8cc0c7ba4d17080ee81056e4e9002;
    weights_1[6] = 400'h4ff400a006077dcd940a0185941b5809f45068a2be3e7f1bda277e0f9c2506d3eb4468f07de3fb2009fa5f64e1e57a7e9020;
    weights_1[7] = 400'ha835bef4e78d3408e7fb092f9bfffd07d41a66c2f745e29a7cdeb7a1f0888de3b364381063aa00badec278e7bfff499202fa;
  end
  reg [399:0] _936_;
  always @(posedge clk) begin
    if (input__ready) begin
      _936_ <= weights_1[input__payload[5:3]];
    end
  end
  assign read__data_59  = _936_;
  reg [399:0] weights_2 [7:0];
  initial begin
    weights_2[0] = 400'h0081c45bc01709e06cd4f7f3cf7cdd2f7a10ff4007c60e077effc1e2c780f8623268c0f8bdfe805e2ec00effff0f0960881b;
    weights_2[1] = 400'h280a017027e743fff8bb00701f90612f883e13c30fc5f0979f0843c0ec00f87e20fc5f07b3e1005e17c42d8c4107c3800b9d;
    weights_2[2] = 400'h403e14079ef0c01dfc63efb82287603873bf84c2e7c24bffa218b01187e1084a4d0481e87c10ff0019720090a5f7c65e03a3;
    weights_2[3] = 400'h0686328f3908003f84a2e67402f00138ed20909e18465c540118fa110b3bf80c0e8c27f5c05f03a2317361805fe8486e501e;
    weights_2[4] = 400'h50bc3083b7013a618882e572316f8220791f7f3d084411d3e4f908110f59f0fe2f8c24fd8221fbe217fb528c3df0462ec845;
    weights_2[5] = 400'hd1482e8f84092e708f62d0f22a13e7afbc1f8ea129b3eb0ba4c2fa4c900300fa3e931ea0484897a6cfa82012e5096ddf8804;
    weights_2[6] = 400'h20fa1273fcf0b80b943a107e4f9bc70e8dc0838001bfde801fe8023fe87f00064e1877c7b83f8808eeffcf0be601bf627c22;
    weights_2[7] = 400'h2ffda4e09ff801cf71370873eee81e2f87e083dcd786020780fe7dc1e800f7f1f200c1003be1e03f20000e741d17cb81801d;
  end
  reg [399:0] _937_;
  always @(posedge clk) begin
    if (input__ready) begin
      _937_ <= weights_2[input__payload[8:6]];
    end
  end
  assign read__data_60  = _937_;
  reg [399:0] weights_3 [7:0];
  initial begin
    weights_3[0] = 400'h20040f687fefc5e07bf600021f7c3be7ffe0001ff801b180421781dfe03e103df27bdf00b5f177dde6c00d802016ffc0881e;
    weights_3[1] = 400'h17c202f45ff087e17fdd003a1e001e20040e00010803e0040016c3e0043ce847c1088000be00fc001fbe3ff43f1fc00107c1;
    weights_3[2] = 400'h1170208b5d387e3c8822f68410f73ff02d91007ff8ba2df4de08f44e0b7d2073de7be4e78c1fffc618f39283a0e838207442;
    weights_3[3] = 400'h5133fff79326fa49841bfd01c28f3fe7b71077a0c082104cdd18f821779616d3fcf7e01e87b39300effd107020bfc60ed47a;
    weights_3[4] = 400'h57fa3e83faf6ca4efc00f6f7ce87c2b801adf4011ffc00709b293e3ef81de7420f8760e003d19404e7c1bff03d08f80f701a;
    weights_3[5] = 400'had863b174b1fa2608f07c045e8807fc1aef3f2de1ffa4aac3cc245ff1628176bfe0387d1c1ebfbe0c1aaf0769d387a7c9c60;
    weights_3[6] = 400'h068600f468f0f6018bfd097e0e748310805083be18fffe1c5e10820ffbc4f83d9f93e1d97ffeec2227c040835d20fc5fac21;
    weights_3[7] = 400'h003de16c3ee041f0707b0ffc1f8b7e2788300702df41e10821f743d1600201340e7c3d003a0177fd2ffe2f8402f701e10c20;
  end
  reg [399:0] _938_;
  always @(posedge clk) begin
    if (input__ready) begin
      _938_ <= weights_3[input__payload[11:9]];
    end
  end
  assign read__data_61  = _938_;
  reg [399:0] weights_4 [7:0];
  initial begin
    weights_4[0] = 400'he13bfd7884f7fbf0785e20fbe0803cf7863e7fc3074b8383a00fc3e1f423cfc4317f9917fc10fc3bef083e0001084bf1ffc1;
    weights_4[1] = 400'hf787f0f4630043d47fdc010a2ff11fdf82910c5b3775c084031713cee82320b7f3f0381047f078db1738510b7b0f79bf9401;
    weights_4[2] = 400'h197f8a701f36ffbe5bfd218d827bf9888c63e89eeeb9f1effdff7b8bfbe226be01d706184da0809ac7443fe41d15f202fc19;
    weights_4[3] = 400'h1f41e2783ffc400e6c3d07438187e01ffff24b81fe82106855f839e1f07d04cfd0e84016c571005f178570c4bc074610f414;
    weights_4[4] = 400'h9e8a0b8840fd30427b830fc57cfc22d1081057600f38217835e0c5ff10a005b360078600096d0441c0c5c14b7e20b8217457;
    weights_4[5] = 400'hd0461da3d707a6230027fd83cc741a117fa0f3c007ba3ee819d1000fa7ba16f7e07fe5fec1ecfbe0e183616f3dd838915c01;
    weights_4[6] = 400'hd7f04f8485183fc00f81f882207bbe07804ffffdc77c122841ee700f8444f8b66ef041f93e1effc230bc90039fb7bc219823;
    weights_4[7] = 400'hc7ee0d88420741f0036000bfed0f5ffebfaef7c4f87fc17fff00761f743fff7c0cfff908420f93c0f7be327be5b7c0007c02;
  end
  reg [399:0] _939_;
  always @(posedge clk) begin
    if (input__ready) begin
      _939_ <= weights_4[input__payload[14:12]];
    end
  end
  assign read__data_62  = _939_;
  reg [399:0] weights_5 [7:0];
  initial begin
    weights_5[0] = 400'hdf81cef05d172be081190749de009a2687b2f021f753b2fbddd7c6036ffd07841308762fc7bff45cff0db1ebff100faf6c1b;
    weights_5[1] = 400'h093daedc1ff883e170191886200c1bff824014a308b1d17e831781ee6400f0c6407bf727f6100c1df74dee17e3f8b62f8383;
    weights_5[2] = 400'h20c5797f5fe119ffe6ffefc0238412c7fc2d15641fedfc7ee3287b98fba02144406f1a0fba219474a0c9f018e5f6e620f782;
    weights_5[3] = 400'h3d861f7f5d084df0fb42d80225745df86dd1951d10002b6f8227c7df93c000c1dfd7a627fff2783c18b4218cbe0f3e3e0020;
    weights_5[4] = 400'h06c411133b203e1207e4f8061ff4a230b5718bba28421fe37ef849ff005a07bdb203c115423fe49b10718083fb2f7ddf4821;
    weights_5[5] = 400'hc03de30878e07a0103e31dbfff0bfe08076cfbc1103e214781e07a1f8c56e8751280401e81fd843e1f878f83e307fe2fcfbf;
    weights_5[6] = 400'he7ea016c24f043fb93f9f940008aa5f6c87e8400a17fdfa3ffdf725f6be307ff9b13f609fc3f0760f7ba3e87a3a101b01801;
    weights_5[7] = 400'hdfe40aeffe0f401a87bb023fe002a9dfba627840a03ff08820f86e20ec230f3d9893db1909d00220d70030f442a8bd9f101d;
  end
  reg [399:0] _940_;
  always @(posedge clk) begin
    if (input__ready) begin
      _940_ <= weights_5[input__payload[17:15]];
    end
  end
  assign read__data_63  = _940_;
  reg [399:0] weights_6 [7:0];
  initial begin
    weights_6[0] = 400'h3e8dd3efdf0db421751cc73bbcf43846f99f53ba1e8fcd8419f001d2778305452469ba078760dc9a273dc2dbdb370f6e7c76;
    weights_6[1] = 400'h083bfff85ce7f63f841cf83bf18c033749de8042f881d3eedc180030f862f80e011bda0ff7d08444078c0ffc61e101820fdf;
    weights_6[2] = 400'h06451b042100461d6682f0ffe20c340002607cc30da3f11ac218076a0c5f000ff1ef1a10c3e080168f483378a20ea3c09b7e;
    weights_6[3] = 400'h36898d962300518087078f8234f874c12240fc5e26fc688ec0260fd0227ef83a4152e9d07c300018e0e2207fe31c7c4886c0;
    weights_6[4] = 400'hd48e5190360807b41f650c400144bff979410bf330be41ce9edd4a420c71f7b973dfe94dba2f446419372d7ff537c220ce21;
    weights_6[5] = 400'hd5881f889cd8820113a31200110c63d90fbd887e10fe5372a20082511061e0ed9187c737b8208043f109cb07e6293de072c4;
    weights_6[6] = 400'he7f3ed44c4efc3ed83b1027bef0f65dc461e7c61b881111740e7b7ffd002f7e7bc001100bbef0ac1ec463e7c65d13f12179f;
    weights_6[7] = 400'h193fefe7e50639aefcf7e13fb0f7400e4242e8bdd0436c9bdaedbc0fe3a316634ef014f209adeb42ed86416f80e8c3521bd4;
  end
  reg [399:0] _941_;
  always @(posedge clk) begin
    if (input__ready) begin
      _941_ <= weights_6[input__payload[20:18]];
    end
  end
  assign read__data_64  = _941_;
  reg [399:0] weights_7 [7:0];
  initial begin
    weights_7[0] = 400'hddc1cb905a8f0da27ba40023ed645ba80318eb772fc7f1563f05482fff79a83dc577bf36a21f711dd0791b03ba4809f0479b;
    weights_7[1] = 400'hb543ed0478a70fb2723f17addd601eb10b89f35817c030eabe0585ef0c1bbebfb103013665deec9ea0479a879b3685e1cf7f;
    weights_7[2] = 400'h9007bf9f40cf3defe6c6efafdc0079f1281c7ea0efba497afd0e81de9fdde731fdffcbb8280d7bfc01740efbbd2fb65e73a0;
    weights_7[3] = 400'he07b9d085ddd662eec28e87dc00b3eb1441efade06841e001cef37de8c3f076dfd782cf837ff7b5ec07c1f7f3ed7b800943e;
    weights_7[4] = 400'hff823287fef807fe845d17c3e0084117bfde807f1840010841003c207c1f10440f7f85ff4010ffc200041083a1f801f0083f;
    weights_7[5] = 400'h467c4f77a3d04bc11c5aff78216fecf7682bf840f9420c1edd247e6f73a3b60000bfa1f075f26c060735eb8016da83ee837d;
    weights_7[6] = 400'h36bd7d7044258f8162a0e8c7a4d8398ff8345dd7fdfbdc80750cb99ef7850db5c166bfb8396163999fc4616554f633d1fc5a;
    weights_7[7] = 400'h017f98f7221e85dfe29df7bb7d87d89fac22e7ff0defdb2c9adf436cfb620df7ee6eff8acbbf07958ff802e005ecebd1b057;
  end
  reg [399:0] _942_;
  always @(posedge clk) begin
    if (input__ready) begin
      _942_ <= weights_7[input__payload[23:21]];
    end
  end
  assign read__data_65  = _942_;
  assign pair_0_3[215:210] = $signed(row_6[179:175]) + $signed(row_7[179:175]);
  assign pair_0_3[221:216] = $signed(row_6[184:180]) + $signed(row_7[184:180]);
  assign pair_0_3[227:222] = $signed(row_6[189:185]) + $signed(row_7[189:185]);
  assign pair_0_3[233:228] = $signed(row_6[194:190]) + $signed(row_7[194:190]);
  assign pair_0_3[239:234] = $signed(row_6[199:195]) + $signed(row_7[199:195]);
  assign pair_0_3[245:240] = $signed(row_6[204:200]) + $signed(row_7[204:200]);
  assign pair_0_3[251:246] = $signed(row_6[209:205]) + $signed(row_7[209:205]);
  assign pair_0_3[257:252] = $signed(row_6[214:210]) + $signed(row_7[214:210]);
  assign pair_0_3[263:258] = $signed(row_6[219:215]) + $signed(row_7[219:215]);
  assign pair_0_3[269:264] = $signed(row_6[224:220]) + $signed(row_7[224:220]);
  assign pair_0_3[275:270] = $signed(row_6[229:225]) + $signed(row_7[229:225]);
  assign pair_0_3[281:276] = $signed(row_6[234:230]) + $signed(row_7[234:230]);
  assign pair_0_3[287:282] = $signed(row_6[239:235]) + $signed(row_7[239:235]);
  assign pair_0_3[293:288] = $signed(row_6[244:240]) + $signed(row_7[244:240]);
  assign pair_0_3[299:294] = $signed(row_6[249:245]) + $signed(row_7[249:245]);
  assign pair_0_3[305:300] = $signed(row_6[254:250]) + $signed(row_7[254:250]);
  assign pair_0_3[311:306] = $signed(row_6[259:255]) + $signed(row_7[259:255]);
  assign pair_0_3[317:312] = $signed(row_6[264:260]) + $signed(row_7[264:260]);
  assign pair_0_3[323:318] = $signed(row_6[269:265]) + $signed(row_7[269:265]);
  assign pair_0_3[329:324] = $signed(row_6[274:270]) + $signed(row_7[274:270]);
  assign pair_0_3[335:330] = $signed(row_6[279:275]) + $signed(row_7[279:275]);
  assign pair_0_3[341:336] = $signed(row_6[284:280]) + $signed(row_7[284:280]);
  assign pair_0_3[347:342] = $signed(row_6[289:285]) + $signed(row_7[289:285]);
  assign pair_0_3[353:348] = $signed(row_6[294:290]) + $signed(row_7[294:290]);
  assign pair_0_3[359:354] = $signed(row_6[299:295]) + $signed(row_7[299:295]);
  assign pair_0_3[365:360] = $signed(row_6[304:300]) + $signed(row_7[304:300]);
  assign pair_0_3[371:366] = $signed(row_6[309:305]) + $signed(row_7[309:305]);
  assign pair_0_3[377:372] = $signed(row_6[314:310]) + $signed(row_7[314:310]);
  assign pair_0_3[383:378] = $signed(row_6[319:315]) + $signed(row_7[319:315]);
  assign pair_0_3[389:384] = $signed(row_6[324:320]) + $signed(row_7[324:320]);
  assign pair_0_3[395:390] = $signed(row_6[329:325]) + $signed(row_7[329:325]);
  assign pair_0_3[401:396] = $signed(row_6[334:330]) + $signed(row_7[334:330]);
  assign pair_0_3[407:402] = $signed(row_6[339:335]) + $signed(row_7[339:335]);
  assign pair_0_3[413:408] = $signed(row_6[344:340]) + $signed(row_7[344:340]);
  assign pair_0_3[419:414] = $signed(row_6[349:345]) + $signed(row_7[349:345]);
  assign pair_0_3[425:420] = $signed(row_6[354:350]) + $signed(row_7[354:350]);
  assign pair_0_3[431:426] = $signed(row_6[359:355]) + $signed(row_7[359:355]);
  assign pair_0_3[437:432] = $signed(row_6[364:360]) + $signed(row_7[364:360]);
  assign pair_0_3[443:438] = $signed(row_6[369:365]) + $signed(row_7[369:365]);
  assign pair_0_3[449:444] = $signed(row_6[374:370]) + $signed(row_7[374:370]);
  assign pair_0_3[455:450] = $signed(row_6[379:375]) + $signed(row_7[379:375]);
  assign pair_0_3[461:456] = $signed(row_6[384:380]) + $signed(row_7[384:380]);
  assign pair_0_3[467:462] = $signed(row_6[389:385]) + $signed(row_7[389:385]);
  assign pair_0_3[473:468] = $signed(row_6[394:390]) + $signed(row_7[394:390]);
  assign pair_0_3[479:474] = $signed(row_6[399:395]) + $signed(row_7[399:395]);
  assign four_0_0[6:0] = $signed(pair_0_0[5:0]) + $signed(pair_0_1[5:0]);
  assign four_0_0[13:7] = $signed(pair_0_0[11:6]) + $signed(pair_0_1[11:6]);
  assign four_0_0[20:14] = $signed(pair_0_0[17:12]) + $signed(pair_0_1[17:12]);
  assign four_0_0[27:21] = $signed(pair_0_0[23:18]) + $signed(pair_0_1[23:18]);
  assign four_0_0[34:28] = $signed(pair_0_0[29:24]) + $signed(pair_0_1[29:24]);
  assign four_0_0[41:35] = $signed(pair_0_0[35:30]) + $signed(pair_0_1[35:30]);
  assign four_0_0[48:42] = $signed(pair_0_0[41:36]) + $signed(pair_0_1[41:36]);
  assign four_0_0[55:49] = $signed(pair_0_0[47:42]) + $signed(pair_0_1[47:42]);
  assign four_0_0[62:56] = $signed(pair_0_0[53:48]) + $signed(pair_0_1[53:48]);
  assign four_0_0[69:63] = $signed(pair_0_0[59:54]) + $signed(pair_0_1[59:54]);
  assign four_0_0[76:70] = $signed(pair_0_0[65:60]) + $signed(pair_0_1[65:60]);
  assign four_0_0[83:77] = $signed(pair_0_0[71:66]) + $signed(pair_0_1[71:66]);
  assign four_0_0[90:84] = $signed(pair_0_0[77:72]) + $signed(pair_0_1[77:72]);
  assign four_0_0[97:91] = $signed(pair_0_0[83:78]) + $signed(pair_0_1[83:78]);
  assign four_0_0[104:98] = $signed(pair_0_0[89:84]) + $signed(pair_0_1[89:84]);
  assign four_0_0[111:105] = $signed(pair_0_0[95:90]) + $signed(pair_0_1[95:90]);
  assign four_0_0[118:112] = $signed(pair_0_0[101:96]) + $signed(pair_0_1[101:96]);
  assign four_0_0[125:119] = $signed(pair_0_0[107:102]) + $signed(pair_0_1[107:102]);
  assign four_0_0[132:126] = $signed(pair_0_0[113:108]) + $signed(pair_0_1[113:108]);
  assign four_0_0[139:133] = $signed(pair_0_0[119:114]) + $signed(pair_0_1[119:114]);
  assign four_0_0[146:140] = $signed(pair_0_0[125:120]) + $signed(pair_0_1[125:120]);
  assign four_0_0[153:147] = $signed(pair_0_0[131:126]) + $signed(pair_0_1[131:126]);
  assign four_0_0[160:154] = $signed(pair_0_0[137:132]) + $signed(pair_0_1[137:132]);
  assign four_0_0[167:161] = $signed(pair_0_0[143:138]) + $signed(pair_0_1[143:138]);
  assign four_0_0[174:168] = $signed(pair_0_0[149:144]) + $signed(pair_0_1[149:144]);
  assign four_0_0[181:175] = $signed(pair_0_0[155:150]) + $signed(pair_0_1[155:150]);
  assign four_0_0[188:182] = $signed(pair_0_0[161:156]) + $signed(pair_0_1[161:156]);
  assign four_0_0[195:189] = $signed(pair_0_0[167:162]) + $signed(pair_0_1[167:162]);
  assign four_0_0[202:196] = $signed(pair_0_0[173:168]) + $signed(pair_0_1[173:168]);
  assign four_0_0[209:203] = $signed(pair_0_0[179:174]) + $signed(pair_0_1[179:174]);
  assign four_0_0[216:210] = $signed(pair_0_0[185:180]) + $signed(pair_0_1[185:180]);
  assign four_0_0[223:217] = $signed(pair_0_0[191:186]) + $signed(pair_0_1[191:186]);
  assign four_0_0[230:224] = $signed(pair_0_0[197:192]) + $signed(pair_0_1[197:192]);
  assign four_0_0[237:231] = $signed(pair_0_0[203:198]) + $signed(pair_0_1[203:198]);
  assign four_0_0[244:238] = $signed(pair_0_0[209:204]) + $signed(pair_0_1[209:204]);
  assign four_0_0[251:245] = $signed(pair_0_0[215:210]) + $signed(pair_0_1[215:210]);
  assign four_0_0[258:252] = $signed(pair_0_0[221:216]) + $signed(pair_0_1[221:216]);
  assign four_0_0[265:259] = $signed(pair_0_0[227:222]) + $signed(pair_0_1[227:222]);
  assign four_0_0[272:266] = $signed(pair_0_0[233:228]) + $signed(pair_0_1[233:228]);
  assign four_0_0[279:273] = $signed(pair_0_0[239:234]) + $signed(pair_0_1[239:234]);
  assign four_0_0[286:280] = $signed(pair_0_0[245:240]) + $signed(pair_0_1[245:240]);
  assign four_0_0[293:287] = $signed(pair_0_0[251:246]) + $signed(pair_0_1[251:246]);
  assign four_0_0[300:294] = $signed(pair_0_0[257:252]) + $signed(pair_0_1[257:252]);
  assign four_0_0[307:301] = $signed(pair_0_0[263:258]) + $signed(pair_0_1[263:258]);
  assign four_0_0[314:308] = $signed(pair_0_0[269:264]) + $signed(pair_0_1[269:264]);
  assign four_0_0[321:315] = $signed(pair_0_0[275:270]) + $signed(pair_0_1[275:270]);
  assign four_0_0[328:322] = $signed(pair_0_0[281:276]) + $signed(pair_0_1[281:276]);
  assign four_0_0[335:329] = $signed(pair_0_0[287:282]) + $signed(pair_0_1[287:282]);
  assign four_0_0[342:336] = $signed(pair_0_0[293:288]) + $signed(pair_0_1[293:288]);
  assign four_0_0[349:343] = $signed(pair_0_0[299:294]) + $signed(pair_0_1[299:294]);
  assign four_0_0[356:350] = $signed(pair_0_0[305:300]) + $signed(pair_0_1[305:300]);
  assign four_0_0[363:357] = $signed(pair_0_0[311:306]) + $signed(pair_0_1[311:306]);
  assign four_0_0[370:364] = $signed(pair_0_0[317:312]) + $signed(pair_0_1[317:312]);
  assign four_0_0[377:371] = $signed(pair_0_0[323:318]) + $signed(pair_0_1[323:318]);
  assign four_0_0[384:378] = $signed(pair_0_0[329:324]) + $signed(pair_0_1[329:324]);
  assign four_0_0[391:385] = $signed(pair_0_0[335:330]) + $signed(pair_0_1[335:330]);
  assign four_0_0[398:392] = $signed(pair_0_0[341:336]) + $signed(pair_0_1[341:336]);
  assign four_0_0[405:399] = $signed(pair_0_0[347:342]) + $signed(pair_0_1[347:342]);
  assign four_0_0[412:406] = $signed(pair_0_0[353:348]) + $signed(pair_0_1[353:348]);
  assign four_0_0[419:413] = $signed(pair_0_0[359:354]) + $signed(pair_0_1[359:354]);
  assign four_0_0[426:420] = $signed(pair_0_0[365:360]) + $signed(pair_0_1[365:360]);
  assign four_0_0[433:427] = $signed(pair_0_0[371:366]) + $signed(pair_0_1[371:366]);
  assign four_0_0[440:434] = $signed(pair_0_0[377:372]) + $signed(pair_0_1[377:372]);
  assign four_0_0[447:441] = $signed(pair_0_0[383:378]) + $signed(pair_0_1[383:378]);
  assign four_0_0[454:448] = $signed(pair_0_0[389:384]) + $signed(pair_0_1[389:384]);
  assign four_0_0[461:455] = $signed(pair_0_0[395:390]) + $signed(pair_0_1[395:390]);
  assign four_0_0[468:462] = $signed(pair_0_0[401:396]) + $signed(pair_0_1[401:396]);
  assign four_0_0[475:469] = $signed(pair_0_0[407:402]) + $signed(pair_0_1[407:402]);
  assign four_0_0[482:476] = $signed(pair_0_0[413:408]) + $signed(pair_0_1[413:408]);
  assign four_0_0[489:483] = $signed(pair_0_0[419:414]) + $signed(pair_0_1[419:414]);
  assign four_0_0[496:490] = $signed(pair_0_0[425:420]) + $signed(pair_0_1[425:420]);
  assign four_0_0[503:497] = $signed(pair_0_0[431:426]) + $signed(pair_0_1[431:426]);
  assign four_0_0[510:504] = $signed(pair_0_0[437:432]) + $signed(pair_0_1[437:432]);
  assign four_0_0[517:511] = $signed(pair_0_0[443:438]) + $signed(pair_0_1[443:438]);
  assign four_0_0[524:518] = $signed(pair_0_0[449:444]) + $signed(pair_0_1[449:444]);
  assign four_0_0[531:525] = $signed(pair_0_0[455:450]) + $signed(pair_0_1[455:450]);
  assign four_0_0[538:532] = $signed(pair_0_0[461:456]) + $signed(pair_0_1[461:456]);
  assign four_0_0[545:539] = $signed(pair_0_0[467:462]) + $signed(pair_0_1[467:462]);
  assign four_0_0[552:546] = $signed(pair_0_0[473:468]) + $signed(pair_0_1[473:468]);
  assign four_0_0[559:553] = $signed(pair_0_0[479:474]) + $signed(pair_0_1[479:474]);
  assign four_0_1[6:0] = $signed(pair_0_2[5:0]) + $signed(pair_0_3[5:0]);
  assign four_0_1[13:7] = $signed(pair_0_2[11:6]) + $signed(pair_0_3[11:6]);
  assign four_0_1[20:14] = $signed(pair_0_2[17:12]) + $signed(pair_0_3[17:12]);
  assign four_0_1[27:21] = $signed(pair_0_2[23:18]) + $signed(pair_0_3[23:18]);
  assign four_0_1[34:28] = $signed(pair_0_2[29:24]) + $signed(pair_0_3[29:24]);
  assign four_0_1[41:35] = $signed(pair_0_2[35:30]) + $signed(pair_0_3[35:30]);
  assign four_0_1[48:42] = $signed(pair_0_2[41:36]) + $signed(pair_0_3[41:36]);
  assign four_0_1[55:49] = $signed(pair_0_2[47:42]) + $signed(pair_0_3[47:42]);
  assign four_0_1[62:56] = $signed(pair_0_2[53:48]) + $signed(pair_0_3[53:48]);
  assign four_0_1[69:63] = $signed(pair_0_2[59:54]) + $signed(pair_0_3[59:54]);
  assign four_0_1[76:70] = $signed(pair_0_2[65:60]) + $signed(pair_0_3[65:60]);
  assign four_0_1[83:77] = $signed(pair_0_2[71:66]) + $signed(pair_0_3[71:66]);
  assign four_0_1[90:84] = $signed(pair_0_2[77:72]) + $signed(pair_0_3[77:72]);
  assign four_0_1[97:91] = $signed(pair_0_2[83:78]) + $signed(pair_0_3[83:78]);
  assign four_0_1[104:98] = $signed(pair_0_2[89:84]) + $signed(pair_0_3[89:84]);
  assign four_0_1[111:105] = $signed(pair_0_2[95:90]) + $signed(pair_0_3[95:90]);
  assign four_0_1[118:112] = $signed(pair_0_2[101:96]) + $signed(pair_0_3[101:96]);
  assign four_0_1[125:119] = $signed(pair_0_2[107:102]) + $signed(pair_0_3[107:102]);
  assign four_0_1[132:126] = $signed(pair_0_2[113:108]) + $signed(pair_0_3[113:108]);
  assign four_0_1[139:133] = $signed(pair_0_2[119:114]) + $signed(pair_0_3[119:114]);
  assign four_0_1[146:140] = $signed(pair_0_2[125:120]) + $signed(pair_0_3[125:120]);
  assign four_0_1[153:147] = $signed(pair_0_2[131:126]) + $signed(pair_0_3[131:126]);
  assign four_0_1[160:154] = $signed(pair_0_2[137:132]) + $signed(pair_0_3[137:132]);
  assign four_0_1[167:161] = $signed(pair_0_2[143:138]) + $signed(pair_0_3[143:138]);
  assign four_0_1[174:168] = $signed(pair_0_2[149:144]) + $signed(pair_0_3[149:144]);
  assign four_0_1[181:175] = $signed(pair_0_2[155:150]) + $signed(pair_0_3[155:150]);
  assign four_0_1[188:182] = $signed(pair_0_2[161:156]) + $signed(pair_0_3[161:156]);
  assign four_0_1[195:189] = $signed(pair_0_2[167:162]) + $signed(pair_0_3[167:162]);
  assign four_0_1[202:196] = $signed(pair_0_2[173:168]) + $signed(pair_0_3[173:168]);
  assign four_0_1[209:203] = $signed(pair_0_2[179:174]) + $signed(pair_0_3[179:174]);
  assign four_0_1[216:210] = $signed(pair_0_2[185:180]) + $signed(pair_0_3[185:180]);
  assign four_0_1[223:217] = $signed(pair_0_2[191:186]) + $signed(pair_0_3[191:186]);
  assign four_0_1[230:224] = $signed(pair_0_2[197:192]) + $signed(pair_0_3[197:192]);
  assign four_0_1[237:231] = $signed(pair_0_2[203:198]) + $signed(pair_0_3[203:198]);
  assign four_0_1[244:238] = $signed(pair_0_2[209:204]) + $signed(pair_0_3[209:204]);
  assign four_0_1[251:245] = $signed(pair_0_2[215:210]) + $signed(pair_0_3[215:210]);
  assign four_0_1[258:252] = $signed(pair_0_2[221:216]) + $signed(pair_0_3[221:216]);
  assign four_0_1[265:259] = $signed(pair_0_2[227:222]) + $signed(pair_0_3[227:222]);
  assign four_0_1[272:266] = $signed(pair_0_2[233:228]) + $signed(pair_0_3[233:228]);
  assign four_0_1[279:273] = $signed(pair_0_2[239:234]) + $signed(pair_0_3[239:234]);
  assign four_0_1[286:280] = $signed(pair_0_2[245:240]) + $signed(pair_0_3[245:240]);
  assign four_0_1[293:287] = $signed(pair_0_2[251:246]) + $signed(pair_0_3[251:246]);
  assign four_0_1[300:294] = $signed(pair_0_2[257:252]) + $signed(pair_0_3[257:252]);
  assign four_0_1[307:301] = $signed(pair_0_2[263:258]) + $signed(pair_0_3[263:258]);
  assign four_0_1[314:308] = $signed(pair_0_2[269:264]) + $signed(pair_0_3[269:264]);
  assign four_0_1[321:315] = $signed(pair_0_2[275:270]) + $signed(pair_0_3[275:270]);
  assign four_0_1[328:322] = $signed(pair_0_2[281:276]) + $signed(pair_0_3[281:276]);
  assign four_0_1[335:329] = $signed(pair_0_2[287:282]) + $signed(pair_0_3[287:282]);
  assign four_0_1[342:336] = $signed(pair_0_2[293:288]) + $signed(pair_0_3[293:288]);
  assign four_0_1[349:343] = $signed(pair_0_2[299:294]) + $signed(pair_0_3[299:294]);
  assign four_0_1[356:350] = $signed(pair_0_2[305:300]) + $signed(pair_0_3[305:300]);
  assign four_0_1[363:357] = $signed(pair_0_2[311:306]) + $signed(pair_0_3[311:306]);
  assign four_0_1[370:364] = $signed(pair_0_2[317:312]) + $signed(pair_0_3[317:312]);
  assign four_0_1[377:371] = $signed(pair_0_2[323:318]) + $signed(pair_0_3[323:318]);
  assign four_0_1[384:378] = $signed(pair_0_2[329:324]) + $signed(pair_0_3[329:324]);
  assign four_0_1[391:385] = $signed(pair_0_2[335:330]) + $signed(pair_0_3[335:330]);
  assign four_0_1[398:392] = $signed(pair_0_2[341:336]) + $signed(pair_0_3[341:336]);
  assign four_0_1[405:399] = $signed(pair_0_2[347:342]) + $signed(pair_0_3[347:342]);
  assign four_0_1[412:406] = $signed(pair_0_2[353:348]) + $signed(pair_0_3[353:348]);
  assign four_0_1[419:413] = $signed(pair_0_2[359:354]) + $signed(pair_0_3[359:354]);
  assign four_0_1[426:420] = $signed(pair_0_2[365:360]) + $signed(pair_0_3[365:360]);
  assign four_0_1[433:427] = $signed(pair_0_2[371:366]) + $signed(pair_0_3[371:366]);
  assign four_0_1[440:434] = $signed(pair_0_2[377:372]) + $signed(pair_0_3[377:372]);
  assign four_0_1[447:441] = $signed(pair_0_2[383:378]) + $signed(pair_0_3[383:378]);
  assign four_0_1[454:448] = $signed(pair_0_2[389:384]) + $signed(pair_0_3[389:384]);
  assign four_0_1[461:455] = $signed(pair_0_2[395:390]) + $signed(pair_0_3[395:390]);
  assign four_0_1[468:462] = $signed(pair_0_2[401:396]) + $signed(pair_0_3[401:396]);
  assign four_0_1[475:469] = $signed(pair_0_2[407:402]) + $signed(pair_0_3[407:402]);
  assign four_0_1[482:476] = $signed(pair_0_2[413:408]) + $signed(pair_0_3[413:408]);
  assign four_0_1[489:483] = $signed(pair_0_2[419:414]) + $signed(pair_0_3[419:414]);
  assign four_0_1[496:490] = $signed(pair_0_2[425:420]) + $signed(pair_0_3[425:420]);
  assign four_0_1[503:497] = $signed(pair_0_2[431:426]) + $signed(pair_0_3[431:426]);
  assign four_0_1[510:504] = $signed(pair_0_2[437:432]) + $signed(pair_0_3[437:432]);
  assign four_0_1[517:511] = $signed(pair_0_2[443:438]) + $signed(pair_0_3[443:438]);
  assign four_0_1[524:518] = $signed(pair_0_2[449:444]) + $signed(pair_0_3[449:444]);
  assign four_0_1[531:525] = $signed(pair_0_2[455:450]) + $signed(pair_0_3[455:450]);
  assign four_0_1[538:532] = $signed(pair_0_2[461:456]) + $signed(pair_0_3[461:456]);
  assign four_0_1[545:539] = $signed(pair_0_2[467:462]) + $signed(pair_0_3[467:462]);
  assign four_0_1[552:546] = $signed(pair_0_2[473:468]) + $signed(pair_0_3[473:468]);
  assign four_0_1[559:553] = $signed(pair_0_2[479:474]) + $signed(pair_0_3[479:474]);
  assign base = full ? 720'h000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000 : sums;
  assign _000_ = ~ full;
  assign input__ready = _000_ | _001_;
  assign output__valid = | left;
  assign output__payload_end_of_step  = waiting_step & _002_;
  assign _002_ = left == 1'h1;
  assign output__payload_end_of_sample  = waiting_sample & _002_;
  assign _003_ = input__payload[2:0] < 4'h8;
  assign _004_ = input__payload[24] & _003_;
  assign _005_ = taken & _004_;
  assign _006_ = input__payload[5:3] < 4'h8;
  assign _007_ = input__payload[25] & _006_;
  assign _008_ = taken & _007_;
  assign _009_ = input__payload[8:6] < 4'h8;
  assign _010_ = input__payload[26] & _009_;
  assign _011_ = taken & _010_;
  assign _012_ = input__payload[11:9] < 4'h8;
  assign _013_ = input__payload[27] & _012_;
  assign _014_ = taken & _013_;
  assign _015_ = input__payload[14:12] < 4'h8;
  assign _016_ = input__payload[28] & _015_;
  assign _017_ = taken & _016_;
  assign _018_ = input__payload[17:15] < 4'h8;
  assign _019_ = input__payload[29] & _018_;
  assign _020_ = taken & _019_;
  assign _021_ = input__payload[20:18] < 4'h8;
  assign _022_ = input__payload[30] & _021_;
  assign _023_ = taken & _022_;
  assign _024_ = input__payload[23:21] < 4'h8;
  assign _025_ = input__payload[31] & _024_;
  assign _026_ = taken & _025_;
  assign _027_ = counts_0 ? read__data : 400'h0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000;
  assign _028_ = counts_1 ? read__data_59  : 400'h0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000;
  assign _029_ = counts_2 ? read__data_60  : 400'h0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000;
  assign _030_ = counts_3 ? read__data_61  : 400'h0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000;
  assign _031_ = counts_4 ? read__data_62  : 400'h0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000;
  assign _032_ = counts_5 ? read__data_63  : 400'h0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000;
  assign _033_ = counts_6 ? read__data_64  : 400'h0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000;
  assign _034_ = counts_7 ? read__data_65  : 400'h0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000;
  assign _035_ = full | valid_3;
  assign _036_ = input__ready & _035_;
  assign _037_ = $signed(base[8:0]) + $signed(partial_0_0[6:0]);
  assign _038_ = $signed(_037_) + $signed(partial_0_1[6:0]);
  assign _039_ = $signed(base[17:9]) + $signed(partial_0_0[13:7]);
  assign _040_ = $signed(_039_) + $signed(partial_0_1[13:7]);
  assign _041_ = $signed(base[26:18]) + $signed(partial_0_0[20:14]);
  assign _042_ = $signed(_041_) + $signed(partial_0_1[20:14]);
  assign _043_ = $signed(base[35:27]) + $signed(partial_0_0[27:21]);
  assign _044_ = $signed(_043_) + $signed(partial_0_1[27:21]);
  assign _045_ = $signed(base[44:36]) + $signed(partial_0_0[34:28]);
  assign _046_ = $signed(_045_) + $signed(partial_0_1[34:28]);
  assign _047_ = $signed(base[53:45]) + $signed(partial_0_0[41:35]);
  assign _048_ = $signed(_047_) + $signed(partial_0_1[41:35]);
  assign _049_ = $signed(base[62:54]) + $signed(partial_0_0[48:42]);
  assign _050_ = $signed(_049_) + $signed(partial_0_1[48:42]);
  assign _051_ = $signed(base[71:63]) + $signed(partial_0_0[55:49]);
  assign _052_ = $signed(_051_) + $signed(partial_0_1[55:49]);
  assign _053_ = $signed(base[80:72]) + $signed(partial_0_0[62:56]);
  assign _054_ = $signed(_053_) + $signed(partial_0_1[62:56]);
  assign _055_ = $signed(base[89:81]) + $signed(partial_0_0[69:63]);
  assign _056_ = $signed(_055_) + $signed(partial_0_1[69:63]);
  assign _057_ = $signed(base[98:90]) + $signed(partial_0_0[76:70]);
  assign _058_ = $signed(_057_) + $signed(partial_0_1[76:70]);
  assign _059_ = $signed(base[107:99]) + $signed(partial_0_0[83:77]);
  assign _060_ = $signed(_059_) + $signed(partial_0_1[83:77]);
  assign _061_ = $signed(base[116:108]) + $signed(partial_0_0[90:84]);
  assign _062_ = $signed(_061_) + $signed(partial_0_1[90:84]);
  assign _063_ = $signed(base[125:117]) + $signed(partial_0_0[97:91]);
  assign _064_ = $signed(_063_) + $signed(partial_0_1[97:91]);
  assign _065_ = $signed(base[134:126]) + $signed(partial_0_0[104:98]);
  assign _066_ = $signed(_065_) + $signed(partial_0_1[104:98]);
  assign _067_ = $signed(base[143:135]) + $signed(partial_0_0[111:105]);
  assign _068_ = $signed(_067_) + $signed(partial_0_1[111:105]);
  assign _069_ = $signed(base[152:144]) + $signed(partial_0_0[118:112]);
  assign _070_ = $signed(_069_) + $signed(partial_0_1[118:112]);
  assign _071_ = $signed(base[161:153]) + $signed(partial_0_0[125:119]);
  assign _072_ = $signed(_071_) + $signed(partial_0_1[125:119]);
  assign _073_ = $signed(base[170:162]) + $signed(partial_0_0[132:126]);
  assign _074_ = $signed(_073_) + $signed(partial_0_1[132:126]);
  assign _075_ = $signed(base[179:171]) + $signed(partial_0_0[139:133]);
  assign _076_ = $signed(_075_) + $signed(partial_0_1[139:133]);
  assign _077_ = $signed(base[188:180]) + $signed(partial_0_0[146:140]);
  assign _078_ = $signed(_077_) + $signed(partial_0_1[146:140]);
  assign _079_ = $signed(base[197:189]) + $signed(partial_0_0[153:147]);
  assign _080_ = $signed(_079_) + $signed(partial_0_1[153:147]);
  assign _081_ = $signed(base[206:198]) + $signed(partial_0_0[160:154]);
  assign _082_ = $signed(_081_) + $signed(partial_0_1[160:154]);
  assign _083_ = $signed(base[215:207]) + $signed(partial_0_0[167:161]);
  assign _084_ = $signed(_083_) + $signed(partial_0_1[167:161]);
  assign _085_ = $signed(base[224:216]) + $signed(partial_0_0[174:168]);
  assign _086_ = $signed(_085_) + $signed(partial_0_1[174:168]);
  assign _087_ = $signed(base[233:225]) + $signed(partial_0_0[181:175]);
  assign _088_ = $signed(_087_) + $signed(partial_0_1[181:175]);
  assign _089_ = $signed(base[242:234]) + $signed(partial_0_0[188:182]);
  assign _090_ = $signed(_089_) + $signed(partial_0_1[188:182]);
  assign _091_ = $signed(base[251:243]) + $signed(partial_0_0[195:189]);
  assign _092_ = $signed(_091_) + $signed(partial_0_1[195:189]);
  assign _093_ = $signed(base[260:252]) + $signed(partial_0_0[202:196]);
  assign _094_ = $signed(_093_) + $signed(partial_0_1[202:196]);
  assign _095_ = $signed(base[269:261]) + $signed(partial_0_0[209:203]);
  assign _096_ = $signed(_095_) + $signed(partial_0_1[209:203]);
  assign _097_ = $signed(base[278:270]) + $signed(partial_0_0[216:210]);
  assign _098_ = $signed(_097_) + $signed(partial_0_1[216:210]);
  assign _099_ = $signed(base[287:279]) + $signed(partial_0_0[223:217]);
  assign _100_ = $signed(_099_) + $signed(partial_0_1[223:217]);
  assign _101_ = $signed(base[296:288]) + $signed(partial_0_0[230:224]);
  assign _102_ = $signed(_101_) + $signed(partial_0_1[230:224]);
  assign _103_ = $signed(base[305:297]) + $signed(partial_0_0[237:231]);
  assign _104_ = $signed(_103_) + $signed(partial_0_1[237:231]);
  assign _105_ = $signed(base[314:306]) + $signed(partial_0_0[244:238]);
  assign _106_ = $signed(_105_) + $signed(partial_0_1[244:238]);
  assign _107_ = $signed(base[323:315]) + $signed(partial_0_0[251:245]);
  assign _108_ = $signed(_107_) + $signed(partial_0_1[251:245]);
  assign _109_ = $signed(base[332:324]) + $signed(partial_0_0[258:252]);
  assign _110_ = $signed(_109_) + $signed(partial_0_1[258:252]);
  assign _111_ = $signed(base[341:333]) + $signed(partial_0_0[265:259]);
  assign _112_ = $signed(_111_) + $signed(partial_0_1[265:259]);
  assign _113_ = $signed(base[350:342]) + $signed(partial_0_0[272:266]);
  assign _114_ = $signed(_113_) + $signed(partial_0_1[272:266]);
  assign _115_ = $signed(base[359:351]) + $signed(partial_0_0[279:273]);
  assign _116_ = $signed(_115_) + $signed(partial_0_1[279:273]);
  assign _117_ = $signed(base[368:360]) + $signed(partial_0_0[286:280]);
  assign _118_ = $signed(_117_) + $signed(partial_0_1[286:280]);
  assign _119_ = $signed(base[377:369]) + $signed(partial_0_0[293:287]);
  assign _120_ = $signed(_119_) + $signed(partial_0_1[293:287]);
  assign _121_ = $signed(base[386:378]) + $signed(partial_0_0[300:294]);
  assign _122_ = $signed(_121_) + $signed(partial_0_1[300:294]);
  assign _123_ = $signed(base[395:387]) + $signed(partial_0_0[307:301]);
  assign _124_ = $signed(_123_) + $signed(partial_0_1[307:301]);
  assign _125_ = $signed(base[404:396]) + $signed(partial_0_0[314:308]);
  assign _126_ = $signed(_125_) + $signed(partial_0_1[314:308]);
  assign _127_ = $signed(base[413:405]) + $signed(partial_0_0[321:315]);
  assign _128_ = $signed(_127_) + $signed(partial_0_1[321:315]);
  assign _129_ = $signed(base[422:414]) + $signed(partial_0_0[328:322]);
  assign _130_ = $signed(_129_) + $signed(partial_0_1[328:322]);
  assign _131_ = $signed(base[431:423]) + $signed(partial_0_0[335:329]);
  assign _132_ = $signed(_131_) + $signed(partial_0_1[335:329]);
  assign _133_ = $signed(base[440:432]) + $signed(partial_0_0[342:336]);
  assign _134_ = $signed(_133_) + $signed(partial_0_1[342:336]);
  assign _135_ = $signed(base[449:441]) + $signed(partial_0_0[349:343]);
  assign _136_ = $signed(_135_) + $signed(partial_0_1[349:343]);
  assign _137_ = $signed(base[458:450]) + $signed(partial_0_0[356:350]);
  assign _138_ = $signed(_137_) + $signed(partial_0_1[356:350]);
  assign _139_ = $signed(base[467:459]) + $signed(partial_0_0[363:357]);
  assign _140_ = $signed(_139_) + $signed(partial_0_1[363:357]);
  assign _141_ = $signed(base[476:468]) + $signed(partial_0_0[370:364]);
  assign _142_ = $signed(_141_) + $signed(partial_0_1[370:364]);
  assign _143_ = $signed(base[485:477]) + $signed(partial_0_0[377:371]);
  assign _144_ = $signed(_143_) + $signed(partial_0_1[377:371]);
  assign _145_ = $signed(base[494:486]) + $signed(partial_0_0[384:378]);
  assign _146_ = $signed(_145_) + $signed(partial_0_1[384:378]);
  assign _147_ = $signed(base[503:495]) + $signed(partial_0_0[391:385]);
  assign _148_ = $signed(_147_) + $signed(partial_0_1[391:385]);
  assign _149_ = $signed(base[512:504]) + $signed(partial_0_0[398:392]);
  assign _150_ = $signed(_149_) + $signed(partial_0_1[398:392]);
  assign _151_ = $signed(base[521:513]) + $signed(partial_0_0[405:399]);
  assign _152_ = $signed(_151_) + $signed(partial_0_1[405:399]);
  assign _153_ = $signed(base[530:522]) + $signed(partial_0_0[412:406]);
  assign _154_ = $signed(_153_) + $signed(partial_0_1[412:406]);
  assign _155_ = $signed(base[539:531]) + $signed(partial_0_0[419:413]);
  assign _156_ = $signed(_155_) + $signed(partial_0_1[419:413]);
  assign _157_ = $signed(base[548:540]) + $signed(partial_0_0[426:420]);
  assign _158_ = $signed(_157_) + $signed(partial_0_1[426:420]);
  assign _159_ = $signed(base[557:549]) + $signed(partial_0_0[433:427]);
  assign _160_ = $signed(_159_) + $signed(partial_0_1[433:427]);
  assign _161_ = $signed(base[566:558]) + $signed(partial_0_0[440:434]);
  assign _162_ = $signed(_161_) + $signed(partial_0_1[440:434]);
  assign _163_ = $signed(base[575:567]) + $signed(partial_0_0[447:441]);
  assign _164_ = $signed(_163_) + $signed(partial_0_1[447:441]);
  assign _165_ = $signed(base[584:576]) + $signed(partial_0_0[454:448]);
  assign _166_ = $signed(_165_) + $signed(partial_0_1[454:448]);
  assign _167_ = $signed(base[593:585]) + $signed(partial_0_0[461:455]);
  assign _168_ = $signed(_167_) + $signed(partial_0_1[461:455]);
  assign _169_ = $signed(base[602:594]) + $signed(partial_0_0[468:462]);
  assign _170_ = $signed(_169_) + $signed(partial_0_1[468:462]);
  assign _171_ = $signed(base[611:603]) + $signed(partial_0_0[475:469]);
  assign _172_ = $signed(_171_) + $signed(partial_0_1[475:469]);
  assign _173_ = $signed(base[620:612]) + $signed(partial_0_0[482:476]);
  assign _174_ = $signed(_173_) + $signed(partial_0_1[482:476]);
  assign _175_ = $signed(base[629:621]) + $signed(partial_0_0[489:483]);
  assign _176_ = $signed(_175_) + $signed(partial_0_1[489:483]);
  assign _177_ = $signed(base[638:630]) + $signed(partial_0_0[496:490]);
  assign _178_ = $signed(_177_) + $signed(partial_0_1[496:490]);
  assign _179_ = $signed(base[647:639]) + $signed(partial_0_0[503:497]);
  assign _180_ = $signed(_179_) + $signed(partial_0_1[503:497]);
  assign _181_ = $signed(base[656:648]) + $signed(partial_0_0[510:504]);
  assign _182_ = $signed(_181_) + $signed(partial_0_1[510:504]);
  assign _183_ = $signed(base[665:657]) + $signed(partial_0_0[517:511]);
  assign _184_ = $signed(_183_) + $signed(partial_0_1[517:511]);
  assign _185_ = $signed(base[674:666]) + $signed(partial_0_0[524:518]);
  assign _186_ = $signed(_185_) + $signed(partial_0_1[524:518]);
  assign _187_ = $signed(base[683:675]) + $signed(partial_0_0[531:525]);
  assign _188_ = $signed(_187_) + $signed(partial_0_1[531:525]);
  assign _189_ = $signed(base[692:684]) + $signed(partial_0_0[538:532]);
  assign _190_ = $signed(_189_) + $signed(partial_0_1[538:532]);
  assign _191_ = $signed(base[701:693]) + $signed(partial_0_0[545:539]);
  assign _192_ = $signed(_191_) + $signed(partial_0_1[545:539]);
  assign _193_ = $signed(base[710:702]) + $signed(partial_0_0[552:546]);
  assign _194_ = $signed(_193_) + $signed(partial_0_1[552:546]);
  assign _195_ = $signed(base[719:711]) + $signed(partial_0_0[559:553]);
  assign _196_ = $signed(_195_) + $signed(partial_0_1[559:553]);
  assign _197_ = closes_step_3 | closes_sample_3;
  assign _198_ = valid_3 & _197_;
  assign _001_ = ! left;
  assign _199_ = full & _001_;
  assign _200_ = output__valid & output__ready;
  assign _201_ = step ? 2'h3 : 2'h1;
  assign _202_ = left - 1'h1;
  assign taken = input__valid & input__ready;
  assign pair_0_0[5:0] = $signed(row_0[4:0]) + $signed(row_1[4:0]);
  assign pair_0_0[11:6] = $signed(row_0[9:5]) + $signed(row_1[9:5]);
  assign pair_0_0[17:12] = $signed(row_0[14:10]) + $signed(row_1[14:10]);
  assign pair_0_0[23:18] = $signed(row_0[19:15]) + $signed(row_1[19:15]);
  assign pair_0_0[29:24] = $signed(row_0[24:20]) + $signed(row_1[24:20]);
  assign pair_0_0[35:30] = $signed(row_0[29:25]) + $signed(row_1[29:25]);
  assign pair_0_0[41:36] = $signed(row_0[34:30]) + $signed(row_1[34:30]);
  assign pair_0_0[47:42] = $signed(row_0[39:35]) + $signed(row_1[39:35]);
  assign pair_0_0[53:48] = $signed(row_0[44:40]) + $signed(row_1[44:40]);
  assign pair_0_0[59:54] = $signed(row_0[49:45]) + $signed(row_1[49:45]);
  assign pair_0_0[65:60] = $signed(row_0[54:50]) + $signed(row_1[54:50]);
  assign pair_0_0[71:66] = $signed(row_0[59:55]) + $signed(row_1[59:55]);
  assign pair_0_0[77:72] = $signed(row_0[64:60]) + $signed(row_1[64:60]);
  assign pair_0_0[83:78] = $signed(row_0[69:65]) + $signed(row_1[69:65]);
  assign pair_0_0[89:84] = $signed(row_0[74:70]) + $signed(row_1[74:70]);
  assign pair_0_0[95:90] = $signed(row_0[79:75]) + $signed(row_1[79:75]);
  assign pair_0_0[101:96] = $signed(row_0[84:80]) + $signed(row_1[84:80]);
  assign pair_0_0[107:102] = $signed(row_0[89:85]) + $signed(row_1[89:85]);
  assign pair_0_0[113:108] = $signed(row_0[94:90]) + $signed(row_1[94:90]);
  assign pair_0_0[119:114] = $signed(row_0[99:95]) + $signed(row_1[99:95]);
  assign pair_0_0[125:120] = $signed(row_0[104:100]) + $signed(row_1[104:100]);
  assign pair_0_0[131:126] = $signed(row_0[109:105]) + $signed(row_1[109:105]);
  assign pair_0_0[137:132] = $signed(row_0[114:110]) + $signed(row_1[114:110]);
  assign pair_0_0[143:138] = $signed(row_0[119:115]) + $signed(row_1[119:115]);
  assign pair_0_0[149:144] = $signed(row_0[124:120]) + $signed(row_1[124:120]);
  assign pair_0_0[155:150] = $signed(row_0[129:125]) + $signed(row_1[129:125]);
  assign pair_0_0[161:156] = $signed(row_0[134:130]) + $signed(row_1[134:130]);
  assign pair_0_0[167:162] = $signed(row_0[139:135]) + $signed(row_1[139:135]);
  assign pair_0_0[173:168] = $signed(row_0[144:140]) + $signed(row_1[144:140]);
  assign pair_0_0[179:174] = $signed(row_0[149:145]) + $signed(row_1[149:145]);
  assign pair_0_0[185:180] = $signed(row_0[154:150]) + $signed(row_1[154:150]);
  assign pair_0_0[191:186] = $signed(row_0[159:155]) + $signed(row_1[159:155]);
  assign pair_0_0[197:192] = $signed(row_0[164:160]) + $signed(row_1[164:160]);
  assign pair_0_0[203:198] = $signed(row_0[169:165]) + $signed(row_1[169:165]);
  assign pair_0_0[209:204] = $signed(row_0[174:170]) + $signed(row_1[174:170]);
  assign pair_0_0[215:210] = $signed(row_0[179:175]) + $signed(row_1[179:175]);
  assign pair_0_0[221:216] = $signed(row_0[184:180]) + $signed(row_1[184:180]);
  assign pair_0_0[227:222] = $signed(row_0[189:185]) + $signed(row_1[189:185]);
  assign pair_0_0[233:228] = $signed(row_0[194:190]) + $signed(row_1[194:190]);
  assign pair_0_0[239:234] = $signed(row_0[199:195]) + $signed(row_1[199:195]);
  assign pair_0_0[245:240] = $signed(row_0[204:200]) + $signed(row_1[204:200]);
  assign pair_0_0[251:246] = $signed(row_0[209:205]) + $signed(row_1[209:205]);
  assign pair_0_0[257:252] = $signed(row_0[214:210]) + $signed(row_1[214:210]);
  assign pair_0_0[263:258] = $signed(row_0[219:215]) + $signed(row_1[219:215]);
  assign pair_0_0[269:264] = $signed(row_0[224:220]) + $signed(row_1[224:220]);
  assign pair_0_0[275:270] = $signed(row_0[229:225]) + $signed(row_1[229:225]);
  assign pair_0_0[281:276] = $signed(row_0[234:230]) + $signed(row_1[234:230]);
  assign pair_0_0[287:282] = $signed(row_0[239:235]) + $signed(row_1[239:235]);
  assign pair_0_0[293:288] = $signed(row_0[244:240]) + $signed(row_1[244:240]);
  assign pair_0_0[299:294] = $signed(row_0[249:245]) + $signed(row_1[249:245]);
  assign pair_0_0[305:300] = $signed(row_0[254:250]) + $signed(row_1[254:250]);
  assign pair_0_0[311:306] = $signed(row_0[259:255]) + $signed(row_1[259:255]);
  assign pair_0_0[317:312] = $signed(row_0[264:260]) + $signed(row_1[264:260]);
  assign pair_0_0[323:318] = $signed(row_0[269:265]) + $signed(row_1[269:265]);
  assign pair_0_0[329:324] = $signed(row_0[274:270]) + $signed(row_1[274:270]);
  assign pair_0_0[335:330] = $signed(row_0[279:275]) + $signed(row_1[279:275]);
  assign pair_0_0[341:336] = $signed(row_0[284:280]) + $signed(row_1[284:280]);
  assign pair_0_0[347:342] = $signed(row_0[289:285]) + $signed(row_1[289:285]);
  assign pair_0_0[353:348] = $signed(row_0[294:290]) + $signed(row_1[294:290]);
  assign pair_0_0[359:354] = $signed(row_0[299:295]) + $signed(row_1[299:295]);
  assign pair_0_0[365:360] = $signed(row_0[304:300]) + $signed(row_1[304:300]);
  assign pair_0_0[371:366] = $signed(row_0[309:305]) + $signed(row_1[309:305]);
  assign pair_0_0[377:372] = $signed(row_0[314:310]) + $signed(row_1[314:310]);
  assign pair_0_0[383:378] = $signed(row_0[319:315]) + $signed(row_1[319:315]);
  assign pair_0_0[389:384] = $signed(row_0[324:320]) + $signed(row_1[324:320]);
  assign pair_0_0[395:390] = $signed(row_0[329:325]) + $signed(row_1[329:325]);
  assign pair_0_0[401:396] = $signed(row_0[334:330]) + $signed(row_1[334:330]);
  assign pair_0_0[407:402] = $signed(row_0[339:335]) + $signed(row_1[339:335]);
  assign pair_0_0[413:408] = $signed(row_0[344:340]) + $signed(row_1[344:340]);
  assign pair_0_0[419:414] = $signed(row_0[349:345]) + $signed(row_1[349:345]);
  assign pair_0_0[425:420] = $signed(row_0[354:350]) + $signed(row_1[354:350]);
  assign pair_0_0[431:426] = $signed(row_0[359:355]) + $signed(row_1[359:355]);
  assign pair_0_0[437:432] = $signed(row_0[364:360]) + $signed(row_1[364:360]);
  assign pair_0_0[443:438] = $signed(row_0[369:365]) + $signed(row_1[369:365]);
  assign pair_0_0[449:444] = $signed(row_0[374:370]) + $signed(row_1[374:370]);
  assign pair_0_0[455:450] = $signed(row_0[379:375]) + $signed(row_1[379:375]);
  assign pair_0_0[461:456] = $signed(row_0[384:380]) + $signed(row_1[384:380]);
  assign pair_0_0[467:462] = $signed(row_0[389:385]) + $signed(row_1[389:385]);
  assign pair_0_0[473:468] = $signed(row_0[394:390]) + $signed(row_1[394:390]);
  assign pair_0_0[479:474] = $signed(row_0[399:395]) + $signed(row_1[399:395]);
  assign pair_0_1[5:0] = $signed(row_2[4:0]) + $signed(row_3[4:0]);
  assign pair_0_1[11:6] = $signed(row_2[9:5]) + $signed(row_3[9:5]);
  assign pair_0_1[17:12] = $signed(row_2[14:10]) + $signed(row_3[14:10]);
  assign pair_0_1[23:18] = $signed(row_2[19:15]) + $signed(row_3[19:15]);
  assign pair_0_1[29:24] = $signed(row_2[24:20]) + $signed(row_3[24:20]);
  assign pair_0_1[35:30] = $signed(row_2[29:25]) + $signed(row_3[29:25]);
  assign pair_0_1[41:36] = $signed(row_2[34:30]) + $signed(row_3[34:30]);
  assign pair_0_1[47:42] = $signed(row_2[39:35]) + $signed(row_3[39:35]);
  assign pair_0_1[53:48] = $signed(row_2[44:40]) + $signed(row_3[44:40]);
  assign pair_0_1[59:54] = $signed(row_2[49:45]) + $signed(row_3[49:45]);
  assign pair_0_1[65:60] = $signed(row_2[54:50]) + $signed(row_3[54:50]);
  assign pair_0_1[71:66] = $signed(row_2[59:55]) + $signed(row_3[59:55]);
  assign pair_0_1[77:72] = $signed(row_2[64:60]) + $signed(row_3[64:60]);
  assign pair_0_1[83:78] = $signed(row_2[69:65]) + $signed(row_3[69:65]);
  assign pair_0_1[89:84] = $signed(row_2[74:70]) + $signed(row_3[74:70]);
  assign pair_0_1[95:90] = $signed(row_2[79:75]) + $signed(row_3[79:75]);
  assign pair_0_1[101:96] = $signed(row_2[84:80]) + $signed(row_3[84:80]);
  assign pair_0_1[107:102] = $signed(row_2[89:85]) + $signed(row_3[89:85]);
  assign pair_0_1[113:108] = $signed(row_2[94:90]) + $signed(row_3[94:90]);
  assign pair_0_1[119:114] = $signed(row_2[99:95]) + $signed(row_3[99:95]);
  assign pair_0_1[125:120] = $signed(row_2[104:100]) + $signed(row_3[104:100]);
  assign pair_0_1[131:126] = $signed(row_2[109:105]) + $signed(row_3[109:105]);
  assign pair_0_1[137:132] = $signed(row_2[114:110]) + $signed(row_3[114:110]);
  assign pair_0_1[143:138] = $signed(row_2[119:115]) + $signed(row_3[119:115]);
  assign pair_0_1[149:144] = $signed(row_2[124:120]) + $signed(row_3[124:120]);
  assign pair_0_1[155:150] = $signed(row_2[129:125]) + $signed(row_3[129:125]);
  assign pair_0_1[161:156] = $signed(row_2[134:130]) + $signed(row_3[134:130]);
  assign pair_0_1[167:162] = $signed(row_2[139:135]) + $signed(row_3[139:135]);
  assign pair_0_1[173:168] = $signed(row_2[144:140]) + $signed(row_3[144:140]);
  assign pair_0_1[179:174] = $signed(row_2[149:145]) + $signed(row_3[149:145]);
  assign pair_0_1[185:180] = $signed(row_2[154:150]) + $signed(row_3[154:150]);
  assign pair_0_1[191:186] = $signed(row_2[159:155]) + $signed(row_3[159:155]);
  assign pair_0_1[197:192] = $signed(row_2[164:160]) + $signed(row_3[164:160]);
  assign pair_0_1[203:198] = $signed(row_2[169:165]) + $signed(row_3[169:165]);
  assign pair_0_1[209:204] = $signed(row_2[174:170]) + $signed(row_3[174:170]);
  assign pair_0_1[215:210] = $signed(row_2[179:175]) + $signed(row_3[179:175]);
  assign pair_0_1[221:216] = $signed(row_2[184:180]) + $signed(row_3[184:180]);
  assign pair_0_1[227:222] = $signed(row_2[189:185]) + $signed(row_3[189:185]);
  assign pair_0_1[233:228] = $signed(row_2[194:190]) + $signed(row_3[194:190]);
  assign pair_0_1[239:234] = $signed(row_2[199:195]) + $signed(row_3[199:195]);
  assign pair_0_1[245:240] = $signed(row_2[204:200]) + $signed(row_3[204:200]);
  assign pair_0_1[251:246] = $signed(row_2[209:205]) + $signed(row_3[209:205]);
  assign pair_0_1[257:252] = $signed(row_2[214:210]) + $signed(row_3[214:210]);
  assign pair_0_1[263:258] = $signed(row_2[219:215]) + $signed(row_3[219:215]);
  assign pair_0_1[269:264] = $signed(row_2[224:220]) + $signed(row_3[224:220]);
  assign pair_0_1[275:270] = $signed(row_2[229:225]) + $signed(row_3[229:225]);
  assign pair_0_1[281:276] = $signed(row_2[234:230]) + $signed(row_3[234:230]);
  assign pair_0_1[287:282] = $signed(row_2[239:235]) + $signed(row_3[239:235]);
  assign pair_0_1[293:288] = $signed(row_2[244:240]) + $signed(row_3[244:240]);
  assign pair_0_1[299:294] = $signed(row_2[249:245]) + $signed(row_3[249:245]);
  assign pair_0_1[305:300] = $signed(row_2[254:250]) + $signed(row_3[254:250]);
  assign pair_0_1[311:306] = $signed(row_2[259:255]) + $signed(row_3[259:255]);
  assign pair_0_1[317:312] = $signed(row_2[264:260]) + $signed(row_3[264:260]);
  assign pair_0_1[323:318] = $signed(row_2[269:265]) + $signed(row_3[269:265]);
  assign pair_0_1[329:324] = $signed(row_2[274:270]) + $signed(row_3[274:270]);
  assign pair_0_1[335:330] = $signed(row_2[279:275]) + $signed(row_3[279:275]);
  assign pair_0_1[341:336] = $signed(row_2[284:280]) + $signed(row_3[284:280]);
  assign pair_0_1[347:342] = $signed(row_2[289:285]) + $signed(row_3[289:285]);
  assign pair_0_1[353:348] = $signed(row_2[294:290]) + $signed(row_3[294:290]);
  assign pair_0_1[359:354] = $signed(row_2[299:295]) + $signed(row_3[299:295]);
  assign pair_0_1[365:360] = $signed(row_2[304:300]) + $signed(row_3[304:300]);
  assign pair_0_1[371:366] = $signed(row_2[309:305]) + $signed(row_3[309:305]);
  assign pair_0_1[377:372] = $signed(row_2[314:310]) + $signed(row_3[314:310]);
  assign pair_0_1[383:378] = $signed(row_2[319:315]) + $signed(row_3[319:315]);
  assign pair_0_1[389:384] = $signed(row_2[324:320]) + $signed(row_3[324:320]);
  assign pair_0_1[395:390] = $signed(row_2[329:325]) + $signed(row_3[329:325]);
  assign pair_0_1[401:396] = $signed(row_2[334:330]) + $signed(row_3[334:330]);
  assign pair_0_1[407:402] = $signed(row_2[339:335]) + $signed(row_3[339:335]);
  assign pair_0_1[413:408] = $signed(row_2[344:340]) + $signed(row_3[344:340]);
  assign pair_0_1[419:414] = $signed(row_2[349:345]) + $signed(row_3[349:345]);
  assign pair_0_1[425:420] = $signed(row_2[354:350]) + $signed(row_3[354:350]);
  assign pair_0_1[431:426] = $signed(row_2[359:355]) + $signed(row_3[359:355]);
  assign pair_0_1[437:432] = $signed(row_2[364:360]) + $signed(row_3[364:360]);
  assign pair_0_1[443:438] = $signed(row_2[369:365]) + $signed(row_3[369:365]);
  assign pair_0_1[449:444] = $signed(row_2[374:370]) + $signed(row_3[374:370]);
  assign pair_0_1[455:450] = $signed(row_2[379:375]) + $signed(row_3[379:375]);
  assign pair_0_1[461:456] = $signed(row_2[384:380]) + $signed(row_3[384:380]);
  assign pair_0_1[467:462] = $signed(row_2[389:385]) + $signed(row_3[389:385]);
  assign pair_0_1[473:468] = $signed(row_2[394:390]) + $signed(row_3[394:390]);
  assign pair_0_1[479:474] = $signed(row_2[399:395]) + $signed(row_3[399:395]);
  assign pair_0_2[5:0] = $signed(row_4[4:0]) + $signed(row_5[4:0]);
  assign pair_0_2[11:6] = $signed(row_4[9:5]) + $signed(row_5[9:5]);
  assign pair_0_2[17:12] = $signed(row_4[14:10]) + $signed(row_5[14:10]);
  assign pair_0_2[23:18] = $signed(row_4[19:15]) + $signed(row_5[19:15]);
  assign pair_0_2[29:24] = $signed(row_4[24:20]) + $signed(row_5[24:20]);
  assign pair_0_2[35:30] = $signed(row_4[29:25]) + $signed(row_5[29:25]);
  assign pair_0_2[41:36] = $signed(row_4[34:30]) + $signed(row_5[34:30]);
  assign pair_0_2[47:42] = $signed(row_4[39:35]) + $signed(row_5[39:35]);
  assign pair_0_2[53:48] = $signed(row_4[44:40]) + $signed(row_5[44:40]);
  assign pair_0_2[59:54] = $signed(row_4[49:45]) + $signed(row_5[49:45]);
  assign pair_0_2[65:60] = $signed(row_4[54:50]) + $signed(row_5[54:50]);
  assign pair_0_2[71:66] = $signed(row_4[59:55]) + $signed(row_5[59:55]);
  assign pair_0_2[77:72] = $signed(row_4[64:60]) + $signed(row_5[64:60]);
  assign pair_0_2[83:78] = $signed(row_4[69:65]) + $signed(row_5[69:65]);
  assign pair_0_2[89:84] = $signed(row_4[74:70]) + $signed(row_5[74:70]);
  assign pair_0_2[95:90] = $signed(row_4[79:75]) + $signed(row_5[79:75]);
  assign pair_0_2[101:96] = $signed(row_4[84:80]) + $signed(row_5[84:80]);
  assign pair_0_2[107:102] = $signed(row_4[89:85]) + $signed(row_5[89:85]);
  assign pair_0_2[113:108] = $signed(row_4[94:90]) + $signed(row_5[94:90]);
  assign pair_0_2[119:114] = $signed(row_4[99:95]) + $signed(row_5[99:95]);
  assign pair_0_2[125:120] = $signed(row_4[104:100]) + $signed(row_5[104:100]);
  assign pair_0_2[131:126] = $signed(row_4[109:105]) + $signed(row_5[109:105]);
  assign pair_0_2[137:132] = $signed(row_4[114:110]) + $signed(row_5[114:110]);
  assign pair_0_2[143:138] = $signed(row_4[119:115]) + $signed(row_5[119:115]);
  assign pair_0_2[149:144] = $signed(row_4[124:120]) + $signed(row_5[124:120]);
  assign pair_0_2[155:150] = $signed(row_4[129:125]) + $signed(row_5[129:125]);
  assign pair_0_2[161:156] = $signed(row_4[134:130]) + $signed(row_5[134:130]);
  assign pair_0_2[167:162] = $signed(row_4[139:135]) + $signed(row_5[139:135]);
  assign pair_0_2[173:168] = $signed(row_4[144:140]) + $signed(row_5[144:140]);
  assign pair_0_2[179:174] = $signed(row_4[149:145]) + $signed(row_5[149:145]);
  assign pair_0_2[185:180] = $signed(row_4[154:150]) + $signed(row_5[154:150]);
  assign pair_0_2[191:186] = $signed(row_4[159:155]) + $signed(row_5[159:155]);
  assign pair_0_2[197:192] = $signed(row_4[164:160]) + $signed(row_5[164:160]);
  assign pair_0_2[203:198] = $signed(row_4[169:165]) + $signed(row_5[169:165]);
  assign pair_0_2[209:204] = $signed(row_4[174:170]) + $signed(row_5[174:170]);
  assign pair_0_2[215:210] = $signed(row_4[179:175]) + $signed(row_5[179:175]);
  assign pair_0_2[221:216] = $signed(row_4[184:180]) + $signed(row_5[184:180]);
  assign pair_0_2[227:222] = $signed(row_4[189:185]) + $signed(row_5[189:185]);
  assign pair_0_2[233:228] = $signed(row_4[194:190]) + $signed(row_5[194:190]);
  assign pair_0_2[239:234] = $signed(row_4[199:195]) + $signed(row_5[199:195]);
  assign pair_0_2[245:240] = $signed(row_4[204:200]) + $signed(row_5[204:200]);
  assign pair_0_2[251:246] = $signed(row_4[209:205]) + $signed(row_5[209:205]);
  assign pair_0_2[257:252] = $signed(row_4[214:210]) + $signed(row_5[214:210]);
  assign pair_0_2[263:258] = $signed(row_4[219:215]) + $signed(row_5[219:215]);
  assign pair_0_2[269:264] = $signed(row_4[224:220]) + $signed(row_5[224:220]);
  assign pair_0_2[275:270] = $signed(row_4[229:225]) + $signed(row_5[229:225]);
  assign pair_0_2[281:276] = $signed(row_4[234:230]) + $signed(row_5[234:230]);
  assign pair_0_2[287:282] = $signed(row_4[239:235]) + $signed(row_5[239:235]);
  assign pair_0_2[293:288] = $signed(row_4[244:240]) + $signed(row_5[244:240]);
  assign pair_0_2[299:294] = $signed(row_4[249:245]) + $signed(row_5[249:245]);
  assign pair_0_2[305:300] = $signed(row_4[254:250]) + $signed(row_5[254:250]);
  assign pair_0_2[311:306] = $signed(row_4[259:255]) + $signed(row_5[259:255]);
  assign pair_0_2[317:312] = $signed(row_4[264:260]) + $signed(row_5[264:260]);
  assign pair_0_2[323:318] = $signed(row_4[269:265]) + $signed(row_5[269:265]);
  assign pair_0_2[329:324] = $signed(row_4[274:270]) + $signed(row_5[274:270]);
  assign pair_0_2[335:330] = $signed(row_4[279:275]) + $signed(row_5[279:275]);
  assign pair_0_2[341:336] = $signed(row_4[284:280]) + $signed(row_5[284:280]);
  assign pair_0_2[347:342] = $signed(row_4[289:285]) + $signed(row_5[289:285]);
  assign pair_0_2[353:348] = $signed(row_4[294:290]) + $signed(row_5[294:290]);
  assign pair_0_2[359:354] = $signed(row_4[299:295]) + $signed(row_5[299:295]);
  assign pair_0_2[365:360] = $signed(row_4[304:300]) + $signed(row_5[304:300]);
  assign pair_0_2[371:366] = $signed(row_4[309:305]) + $signed(row_5[309:305]);
  assign pair_0_2[377:372] = $signed(row_4[314:310]) + $signed(row_5[314:310]);
  assign pair_0_2[383:378] = $signed(row_4[319:315]) + $signed(row_5[319:315]);
  assign pair_0_2[389:384] = $signed(row_4[324:320]) + $signed(row_5[324:320]);
  assign pair_0_2[395:390] = $signed(row_4[329:325]) + $signed(row_5[329:325]);
  assign pair_0_2[401:396] = $signed(row_4[334:330]) + $signed(row_5[334:330]);
  assign pair_0_2[407:402] = $signed(row_4[339:335]) + $signed(row_5[339:335]);
  assign pair_0_2[413:408] = $signed(row_4[344:340]) + $signed(row_5[344:340]);
  assign pair_0_2[419:414] = $signed(row_4[349:345]) + $signed(row_5[349:345]);
  assign pair_0_2[425:420] = $signed(row_4[354:350]) + $signed(row_5[354:350]);
  assign pair_0_2[431:426] = $signed(row_4[359:355]) + $signed(row_5[359:355]);
  assign pair_0_2[437:432] = $signed(row_4[364:360]) + $signed(row_5[364:360]);
  assign pair_0_2[443:438] = $signed(row_4[369:365]) + $signed(row_5[369:365]);
  assign pair_0_2[449:444] = $signed(row_4[374:370]) + $signed(row_5[374:370]);
  assign pair_0_2[455:450] = $signed(row_4[379:375]) + $signed(row_5[379:375]);
  assign pair_0_2[461:456] = $signed(row_4[384:380]) + $signed(row_5[384:380]);
  assign pair_0_2[467:462] = $signed(row_4[389:385]) + $signed(row_5[389:385]);
  assign pair_0_2[473:468] = $signed(row_4[394:390]) + $signed(row_5[394:390]);
  assign pair_0_2[479:474] = $signed(row_4[399:395]) + $signed(row_5[399:395]);
  assign pair_0_3[5:0] = $signed(row_6[4:0]) + $signed(row_7[4:0]);
  assign pair_0_3[11:6] = $signed(row_6[9:5]) + $signed(row_7[9:5]);
  assign pair_0_3[17:12] = $signed(row_6[14:10]) + $signed(row_7[14:10]);
  assign pair_0_3[23:18] = $signed(row_6[19:15]) + $signed(row_7[19:15]);
  assign pair_0_3[29:24] = $signed(row_6[24:20]) + $signed(row_7[24:20]);
  assign pair_0_3[35:30] = $signed(row_6[29:25]) + $signed(row_7[29:25]);
  assign pair_0_3[41:36] = $signed(row_6[34:30]) + $signed(row_7[34:30]);
  assign pair_0_3[47:42] = $signed(row_6[39:35]) + $signed(row_7[39:35]);
  assign pair_0_3[53:48] = $signed(row_6[44:40]) + $signed(row_7[44:40]);
  assign pair_0_3[59:54] = $signed(row_6[49:45]) + $signed(row_7[49:45]);
  assign pair_0_3[65:60] = $signed(row_6[54:50]) + $signed(row_7[54:50]);
  assign pair_0_3[71:66] = $signed(row_6[59:55]) + $signed(row_7[59:55]);
  assign pair_0_3[77:72] = $signed(row_6[64:60]) + $signed(row_7[64:60]);
  assign pair_0_3[83:78] = $signed(row_6[69:65]) + $signed(row_7[69:65]);
  assign pair_0_3[89:84] = $signed(row_6[74:70]) + $signed(row_7[74:70]);
  assign pair_0_3[95:90] = $signed(row_6[79:75]) + $signed(row_7[79:75]);
  assign pair_0_3[101:96] = $signed(row_6[84:80]) + $signed(row_7[84:80]);
  assign pair_0_3[107:102] = $signed(row_6[89:85]) + $signed(row_7[89:85]);
  assign pair_0_3[113:108] = $signed(row_6[94:90]) + $signed(row_7[94:90]);
  assign pair_0_3[119:114] = $signed(row_6[99:95]) + $signed(row_7[99:95]);
  assign pair_0_3[125:120] = $signed(row_6[104:100]) + $signed(row_7[104:100]);
  assign pair_0_3[131:126] = $signed(row_6[109:105]) + $signed(row_7[109:105]);
  assign pair_0_3[137:132] = $signed(row_6[114:110]) + $signed(row_7[114:110]);
  assign pair_0_3[143:138] = $signed(row_6[119:115]) + $signed(row_7[119:115]);
  assign pair_0_3[149:144] = $signed(row_6[124:120]) + $signed(row_7[124:120]);
  assign pair_0_3[155:150] = $signed(row_6[129:125]) + $signed(row_7[129:125]);
  assign pair_0_3[161:156] = $signed(row_6[134:130]) + $signed(row_7[134:130]);
  assign pair_0_3[167:162] = $signed(row_6[139:135]) + $signed(row_7[139:135]);
  assign pair_0_3[173:168] = $signed(row_6[144:140]) + $signed(row_7[144:140]);
  assign pair_0_3[179:174] = $signed(row_6[149:145]) + $signed(row_7[149:145]);
  assign pair_0_3[185:180] = $signed(row_6[154:150]) + $signed(row_7[154:150]);
  assign pair_0_3[191:186] = $signed(row_6[159:155]) + $signed(row_7[159:155]);
  assign pair_0_3[197:192] = $signed(row_6[164:160]) + $signed(row_7[164:160]);
  assign pair_0_3[203:198] = $signed(row_6[169:165]) + $signed(row_7[169:165]);
  assign pair_0_3[209:204] = $signed(row_6[174:170]) + $signed(row_7[174:170]);
  always @(posedge clk)
    if (rst) valid_1 <= 1'h0;
    else if (input__ready) valid_1 <= taken;
  always @(posedge clk)
    if (rst) closes_step_1 <= 1'h0;
    else if (input__ready) closes_step_1 <= input__payload[32];
  always @(posedge clk)
    if (rst) closes_sample_1 <= 1'h0;
    else if (input__ready) closes_sample_1 <= input__payload[33];
  always @(posedge clk)
    if (rst) counts_0 <= 1'h0;
    else if (input__ready) counts_0 <= _005_;
  always @(posedge clk)
    if (rst) counts_1 <= 1'h0;
    else if (input__ready) counts_1 <= _008_;
  always @(posedge clk)
    if (rst) counts_2 <= 1'h0;
    else if (input__ready) counts_2 <= _011_;
  always @(posedge clk)
    if (rst) counts_3 <= 1'h0;
    else if (input__ready) counts_3 <= _014_;
  always @(posedge clk)
    if (rst) counts_4 <= 1'h0;
    else if (input__ready) counts_4 <= _017_;
  always @(posedge clk)
    if (rst) counts_5 <= 1'h0;
    else if (input__ready) counts_5 <= _020_;
  always @(posedge clk)
    if (rst) counts_6 <= 1'h0;
    else if (input__ready) counts_6 <= _023_;
  always @(posedge clk)
    if (rst) counts_7 <= 1'h0;
    else if (input__ready) counts_7 <= _026_;
  always @(posedge clk)
    if (rst) row_0 <= 400'h0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000;
    else if (input__ready) row_0 <= _027_;
  always @(posedge clk)
    if (rst) row_1 <= 400'h0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000;
    else if (input__ready) row_1 <= _028_;
  always @(posedge clk)
    if (rst) row_2 <= 400'h0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000;
    else if (input__ready) row_2 <= _029_;
  always @(posedge clk)
    if (rst) row_3 <= 400'h0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000;
    else if (input__ready) row_3 <= _030_;
  always @(posedge clk)
    if (rst) row_4 <= 400'h0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000;
    else if (input__ready) row_4 <= _031_;
  always @(posedge clk)
    if (rst) row_5 <= 400'h0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000;
    else if (input__ready) row_5 <= _032_;
  always @(posedge clk)
    if (rst) row_6 <= 400'h0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000;
    else if (input__ready) row_6 <= _033_;
  always @(posedge clk)
    if (rst) row_7 <= 400'h0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000;
    else if (input__ready) row_7 <= _034_;
  always @(posedge clk)
    if (rst) valid_2 <= 1'h0;
    else if (input__ready) valid_2 <= valid_1;
  always @(posedge clk)
    if (rst) closes_step_2 <= 1'h0;
    else if (input__ready) closes_step_2 <= closes_step_1;
  always @(posedge clk)
    if (rst) closes_sample_2 <= 1'h0;
    else if (input__ready) closes_sample_2 <= closes_sample_1;
  always @(posedge clk)
    if (rst) partial_0_0 <= 560'h00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000;
    else if (input__ready) partial_0_0 <= four_0_0;
  always @(posedge clk)
    if (rst) partial_0_1 <= 560'h00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000;
    else if (input__ready) partial_0_1 <= four_0_1;
  always @(posedge clk)
    if (rst) valid_3 <= 1'h0;
    else if (input__ready) valid_3 <= valid_2;
  always @(posedge clk)
    if (rst) closes_step_3 <= 1'h0;
    else if (input__ready) closes_step_3 <= closes_step_2;
  always @(posedge clk)
    if (rst) closes_sample_3 <= 1'h0;
    else if (input__ready) closes_sample_3 <= closes_sample_2;
  always @(posedge clk)
    if (rst) sums <= 720'h000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000;
    else if (_036_) sums <= { _196_[8:0], _194_[8:0], _192_[8:0], _190_[8:0], _188_[8:0], _186_[8:0], _184_[8:0], _182_[8:0], _180_[8:0], _178_[8:0], _176_[8:0], _174_[8:0], _172_[8:0], _170_[8:0], _168_[8:0], _166_[8:0], _164_[8:0], _162_[8:0], _160_[8:0], _158_[8:0], _156_[8:0], _154_[8:0], _152_[8:0], _150_[8:0], _148_[8:0], _146_[8:0], _144_[8:0], _142_[8:0], _140_[8:0], _138_[8:0], _136_[8:0], _134_[8:0], _132_[8:0], _130_[8:0], _128_[8:0], _126_[8:0], _124_[8:0], _122_[8:0], _120_[8:0], _118_[8:0], _116_[8:0], _114_[8:0], _112_[8:0], _110_[8:0], _108_[8:0], _106_[8:0], _104_[8:0], _102_[8:0], _100_[8:0], _098_[8:0], _096_[8:0], _094_[8:0], _092_[8:0], _090_[8:0], _088_[8:0], _086_[8:0], _084_[8:0], _082_[8:0], _080_[8:0], _078_[8:0], _076_[8:0], _074_[8:0], _072_[8:0], _070_[8:0], _068_[8:0], _066_[8:0], _064_[8:0], _062_[8:0], _060_[8:0], _058_[8:0], _056_[8:0], _054_[8:0], _052_[8:0], _050_[8:0], _048_[8:0], _046_[8:0], _044_[8:0], _042_[8:0], _040_[8:0], _038_[8:0] };
  always @(posedge clk)
    if (rst) full <= 1'h0;
    else if (input__ready) full <= _198_;
  always @(posedge clk)
    if (rst) step <= 1'h0;
    else if (input__ready) step <= closes_step_3;
  always @(posedge clk)
    if (rst) sample <= 1'h0;
    else if (input__ready) sample <= closes_sample_3;
  always @(posedge clk)
    if (rst) waiting <= 720'h000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000;
    else waiting <= _206_;
  always @(posedge clk)
    if (rst) left <= 2'h0;
    else left <= _204_;
  always @(posedge clk)
    if (rst) waiting_step <= 1'h0;
    else if (_199_) waiting_step <= step;
  always @(posedge clk)
    if (rst) waiting_sample <= 1'h0;
    else if (_199_) waiting_sample <= sample;
  assign _203_ = _200_ ? _202_[1:0] : left;
  assign _204_ = _199_ ? _201_ : _203_;
  assign _205_ = _200_ ? { 243'h0000000000000000000000000000000000000000000000000000000000000, waiting[719:243] } : waiting;
  assign _206_ = _199_ ? sums : _205_;
  assign output__payload = { output__payload_end_of_sample , output__payload_end_of_step , waiting_step, waiting[242:0] };
endmodule

module digits_src__hidden__units(input__valid, output__ready, clk, rst, input__ready, output__payload, output__valid, input__payload);
  input input__valid;
  wire input__valid;
  input output__ready;
  wire output__ready;
  input clk;
  wire clk;
  input rst;
  wire rst;
  output input__ready;
  wire input__ready;
  output [29:0] output__payload;
  reg [29:0] output__payload;
  output output__valid;
  reg output__valid;
  input [245:0] input__payload;
  wire [245:0] input__payload;
  wire _0000_;
  wire _0001_;
  wire [10:0] _0002_;
  wire [18:0] _0003_;
  wire [20:0] _0004_;
  wire [28:0] _0005_;
  wire [29:0] _0006_;
  wire [13:0] _0007_;
  wire [20:0] _0008_;
  wire [13:0] _0009_;
  wire [14:0] _0010_;
  wire [14:0] _0011_;
  wire [15:0] _0012_;
  wire _0013_;
  wire [11:0] _0014_;
  wire _0015_;
  wire [26:0] _0016_;
  wire [26:0] _0017_;
  wire [27:0] _0018_;
  wire [18:0] _0019_;
  wire [12:0] _0020_;
  wire _0021_;
  wire [19:0] _0022_;
  wire [18:0] _0023_;
  wire _0024_;
  wire [10:0] _0025_;
  wire [18:0] _0026_;
  wire [20:0] _0027_;
  wire [28:0] _0028_;
  wire [29:0] _0029_;
  wire _0030_;
  wire [13:0] _0031_;
  wire [13:0] _0032_;
  wire [14:0] _0033_;
  wire [14:0] _0034_;
  wire [15:0] _0035_;
  wire _0036_;
  wire [11:0] _0037_;
  wire [26:0] _0038_;
  wire [26:0] _0039_;
  wire [27:0] _0040_;
  wire [20:0] _0041_;
  wire [18:0] _0042_;
  wire [12:0] _0043_;
  wire [19:0] _0044_;
  wire [18:0] _0045_;
  wire _0046_;
  wire [10:0] _0047_;
  wire [18:0] _0048_;
  wire [20:0] _0049_;
  wire [28:0] _0050_;
  wire [29:0] _0051_;
  wire [13:0] _0052_;
  wire [13:0] _0053_;
  wire [14:0] _0054_;
  wire [14:0] _0055_;
  wire [15:0] _0056_;
  wire _0057_;
  wire [11:0] _0058_;
  wire [26:0] _0059_;
  wire [26:0] _0060_;
  wire _0061_;
  wire [27:0] _0062_;
  wire [18:0] _0063_;
  wire [12:0] _0064_;
  wire [19:0] _0065_;
  wire [18:0] _0066_;
  wire _0067_;
  wire _0068_;
  wire _0069_;
  wire [10:0] _0070_;
  wire [18:0] _0071_;
  wire [20:0] _0072_;
  wire [28:0] _0073_;
  wire [29:0] _0074_;
  wire [13:0] _0075_;
  wire [13:0] _0076_;
  wire _0077_;
  wire [14:0] _0078_;
  wire [14:0] _0079_;
  wire [15:0] _0080_;
  wire _0081_;
  wire [11:0] _0082_;
  wire [26:0] _0083_;
  wire [26:0] _0084_;
  wire [27:0] _0085_;
  wire [18:0] _0086_;
  wire [12:0] _0087_;
  wire [19:0] _0088_;
  wire [20:0] _0089_;
  wire [18:0] _0090_;
  wire _0091_;
  wire [10:0] _0092_;
  wire [18:0] _0093_;
  wire [20:0] _0094_;
  wire [28:0] _0095_;
  wire [29:0] _0096_;
  wire [13:0] _0097_;
  wire [13:0] _0098_;
  wire [14:0] _0099_;
  wire [14:0] _0100_;
  wire [15:0] _0101_;
  wire _0102_;
  wire [11:0] _0103_;
  wire [26:0] _0104_;
  wire [26:0] _0105_;
  wire [27:0] _0106_;
  wire [18:0] _0107_;
  wire _0108_;
  wire [12:0] _0109_;
  wire [19:0] _0110_;
  wire [18:0] _0111_;
  wire _0112_;
  wire [10:0] _0113_;
  wire [18:0] _0114_;
  wire [20:0] _0115_;
  wire _0116_;
  wire [28:0] _0117_;
  wire [29:0] _0118_;
  wire [13:0] _0119_;
  wire [13:0] _0120_;
  wire [14:0] _0121_;
  wire [14:0] _0122_;
  wire [15:0] _0123_;
  wire _0124_;
  wire _0125_;
  wire [11:0] _0126_;
  wire [26:0] _0127_;
  wire [26:0] _0128_;
  wire [27:0] _0129_;
  wire [18:0] _0130_;
  wire [12:0] _0131_;
  wire [19:0] _0132_;
  wire [18:0] _0133_;
  wire _0134_;
  wire [10:0] _0135_;
  wire _0136_;
  wire [20:0] _0137_;
  wire [18:0] _0138_;
  wire [20:0] _0139_;
  wire [28:0] _0140_;
  wire [29:0] _0141_;
  wire [13:0] _0142_;
  wire [13:0] _0143_;
  wire [14:0] _0144_;
  wire [14:0] _0145_;
  wire [15:0] _0146_;
  wire _0147_;
  wire [11:0] _0148_;
  wire [26:0] _0149_;
  wire [26:0] _0150_;
  wire [27:0] _0151_;
  wire [18:0] _0152_;
  wire [12:0] _0153_;
  wire [19:0] _0154_;
  wire _0155_;
  wire [18:0] _0156_;
  wire _0157_;
  wire [10:0] _0158_;
  wire [18:0] _0159_;
  wire [20:0] _0160_;
  wire [28:0] _0161_;
  wire [29:0] _0162_;
  wire [13:0] _0163_;
  wire _0164_;
  wire [13:0] _0165_;
  wire [14:0] _0166_;
  wire [14:0] _0167_;
  wire [15:0] _0168_;
  wire _0169_;
  wire [11:0] _0170_;
  wire _0171_;
  wire [26:0] _0172_;
  wire [26:0] _0173_;
  wire [27:0] _0174_;
  wire [18:0] _0175_;
  wire [12:0] _0176_;
  wire [19:0] _0177_;
  wire [18:0] _0178_;
  wire _0179_;
  wire [10:0] _0180_;
  wire [18:0] _0181_;
  wire [20:0] _0182_;
  wire [28:0] _0183_;
  wire [20:0] _0184_;
  wire [29:0] _0185_;
  wire [13:0] _0186_;
  wire [13:0] _0187_;
  wire [14:0] _0188_;
  wire [14:0] _0189_;
  wire [15:0] _0190_;
  wire _0191_;
  wire [11:0] _0192_;
  wire [26:0] _0193_;
  wire [26:0] _0194_;
  wire [27:0] _0195_;
  wire [18:0] _0196_;
  wire [12:0] _0197_;
  wire [19:0] _0198_;
  wire [18:0] _0199_;
  wire _0200_;
  wire [10:0] _0201_;
  wire [18:0] _0202_;
  wire _0203_;
  wire _0204_;
  wire [20:0] _0205_;
  wire [28:0] _0206_;
  wire [29:0] _0207_;
  wire [13:0] _0208_;
  wire [13:0] _0209_;
  wire [14:0] _0210_;
  wire _0211_;
  wire [14:0] _0212_;
  wire [15:0] _0213_;
  wire _0214_;
  wire [11:0] _0215_;
  wire [26:0] _0216_;
  wire _0217_;
  wire [26:0] _0218_;
  wire [27:0] _0219_;
  wire [18:0] _0220_;
  wire [12:0] _0221_;
  wire [19:0] _0222_;
  wire [18:0] _0223_;
  wire _0224_;
  wire [10:0] _0225_;
  wire [18:0] _0226_;
  wire [20:0] _0227_;
  wire [28:0] _0228_;
  wire [29:0] _0229_;
  wire [13:0] _0230_;
  wire [20:0] _0231_;
  wire [13:0] _0232_;
  wire [14:0] _0233_;
  wire [14:0] _0234_;
  wire [15:0] _0235_;
  wire _0236_;
  wire [11:0] _0237_;
  wire [26:0] _0238_;
  wire [26:0] _0239_;
  wire [27:0] _0240_;
  wire [18:0] _0241_;
  wire [12:0] _0242_;
  wire [19:0] _0243_;
  wire [18:0] _0244_;
  wire _0245_;
  wire [10:0] _0246_;
  wire [18:0] _0247_;
  wire [20:0] _0248_;
  wire [28:0] _0249_;
  wire [29:0] _0250_;
  wire _0251_;
  wire [13:0] _0252_;
  wire [13:0] _0253_;
  wire [14:0] _0254_;
  wire [14:0] _0255_;
  wire [15:0] _0256_;
  wire _0257_;
  wire _0258_;
  wire [11:0] _0259_;
  wire [26:0] _0260_;
  wire [26:0] _0261_;
  wire [27:0] _0262_;
  wire _0263_;
  wire [18:0] _0264_;
  wire [12:0] _0265_;
  wire [19:0] _0266_;
  wire [18:0] _0267_;
  wire _0268_;
  wire [10:0] _0269_;
  wire [18:0] _0270_;
  wire [20:0] _0271_;
  wire [28:0] _0272_;
  wire [29:0] _0273_;
  wire [13:0] _0274_;
  wire [13:0] _0275_;
  wire [14:0] _0276_;
  wire [14:0] _0277_;
  wire [20:0] _0278_;
  wire [15:0] _0279_;
  wire _0280_;
  wire [11:0] _0281_;
  wire [26:0] _0282_;
  wire [26:0] _0283_;
  wire [27:0] _0284_;
  wire [18:0] _0285_;
  wire [12:0] _0286_;
  wire [19:0] _0287_;
  wire [18:0] _0288_;
  wire _0289_;
  wire [10:0] _0290_;
  wire [18:0] _0291_;
  wire [20:0] _0292_;
  wire [28:0] _0293_;
  wire [29:0] _0294_;
  wire [13:0] _0295_;
  wire [13:0] _0296_;
  wire _0297_;
  wire [14:0] _0298_;
  wire [14:0] _0299_;
  wire [15:0] _0300_;
  wire _0301_;
  wire [11:0] _0302_;
  wire [26:0] _0303_;
  wire _0304_;
  wire [26:0] _0305_;
  wire [27:0] _0306_;
  wire [18:0] _0307_;
  wire [12:0] _0308_;
  wire [19:0] _0309_;
  wire _0310_;
  wire [18:0] _0311_;
  wire _0312_;
  wire [10:0] _0313_;
  wire [18:0] _0314_;
  wire [20:0] _0315_;
  wire [28:0] _0316_;
  wire [29:0] _0317_;
  wire [13:0] _0318_;
  wire [13:0] _0319_;
  wire [14:0] _0320_;
  wire [14:0] _0321_;
  wire [15:0] _0322_;
  wire _0323_;
  wire [11:0] _0324_;
  wire [20:0] _0325_;
  wire [26:0] _0326_;
  wire [26:0] _0327_;
  wire [27:0] _0328_;
  wire [18:0] _0329_;
  wire [12:0] _0330_;
  wire [19:0] _0331_;
  wire [18:0] _0332_;
  wire _0333_;
  wire [10:0] _0334_;
  wire [18:0] _0335_;
  wire [20:0] _0336_;
  wire [20:0] _0337_;
  wire [28:0] _0338_;
  wire [29:0] _0339_;
  wire [13:0] _0340_;
  wire [13:0] _0341_;
  wire [14:0] _0342_;
  wire [14:0] _0343_;
  wire [15:0] _0344_;
  wire _0345_;
  wire _0346_;
  wire [11:0] _0347_;
  wire [26:0] _0348_;
  wire [26:0] _0349_;
  wire [27:0] _0350_;
  wire _0351_;
  wire [18:0] _0352_;
  wire [12:0] _0353_;
  wire [19:0] _0354_;
  wire [18:0] _0355_;
  wire _0356_;
  wire [10:0] _0357_;
  wire _0358_;
  wire [18:0] _0359_;
  wire [20:0] _0360_;
  wire [28:0] _0361_;
  wire [29:0] _0362_;
  wire [13:0] _0363_;
  wire [13:0] _0364_;
  wire [14:0] _0365_;
  wire [14:0] _0366_;
  wire [15:0] _0367_;
  wire _0368_;
  wire [11:0] _0369_;
  wire [26:0] _0370_;
  wire [20:0] _0371_;
  wire [26:0] _0372_;
  wire [27:0] _0373_;
  wire [18:0] _0374_;
  wire [12:0] _0375_;
  wire [19:0] _0376_;
  wire [18:0] _0377_;
  wire _0378_;
  wire [10:0] _0379_;
  wire [18:0] _0380_;
  wire [20:0] _0381_;
  wire [28:0] _0382_;
  wire [29:0] _0383_;
  wire [13:0] _0384_;
  wire [13:0] _0385_;
  wire [14:0] _0386_;
  wire [14:0] _0387_;
  wire [15:0] _0388_;
  wire _0389_;
  wire [11:0] _0390_;
  wire _0391_;
  wire [26:0] _0392_;
  wire [26:0] _0393_;
  wire [27:0] _0394_;
  wire [18:0] _0395_;
  wire _0396_;
  wire [12:0] _0397_;
  wire [19:0] _0398_;
  wire [18:0] _0399_;
  wire _0400_;
  wire [10:0] _0401_;
  wire [18:0] _0402_;
  wire [20:0] _0403_;
  wire [28:0] _0404_;
  wire _0405_;
  wire [29:0] _0406_;
  wire [13:0] _0407_;
  wire [13:0] _0408_;
  wire [14:0] _0409_;
  wire [14:0] _0410_;
  wire [15:0] _0411_;
  wire _0412_;
  wire [11:0] _0413_;
  wire [26:0] _0414_;
  wire [26:0] _0415_;
  wire [27:0] _0416_;
  wire [20:0] _0417_;
  wire [18:0] _0418_;
  wire [12:0] _0419_;
  wire [19:0] _0420_;
  wire [18:0] _0421_;
  wire _0422_;
  wire [10:0] _0423_;
  wire [18:0] _0424_;
  wire [20:0] _0425_;
  wire [28:0] _0426_;
  wire [29:0] _0427_;
  wire [13:0] _0428_;
  wire [13:0] _0429_;
  wire [14:0] _0430_;
  wire [14:0] _0431_;
  wire [15:0] _0432_;
  wire _0433_;
  wire [11:0] _0434_;
  wire [26:0] _0435_;
  wire _0436_;
  wire [26:0] _0437_;
  wire [27:0] _0438_;
  wire [18:0] _0439_;
  wire [12:0] _0440_;
  wire [19:0] _0441_;
  wire [18:0] _0442_;
  wire _0443_;
  wire _0444_;
  wire [10:0] _0445_;
  wire [18:0] _0446_;
  wire [20:0] _0447_;
  wire [28:0] _0448_;
  wire [29:0] _0449_;
  wire [13:0] _0450_;
  wire _0451_;
  wire [13:0] _0452_;
  wire [14:0] _0453_;
  wire [14:0] _0454_;
  wire [15:0] _0455_;
  wire _0456_;
  wire [11:0] _0457_;
  wire [26:0] _0458_;
  wire [26:0] _0459_;
  wire [27:0] _0460_;
  wire [18:0] _0461_;
  wire [12:0] _0462_;
  wire [20:0] _0463_;
  wire [19:0] _0464_;
  wire [18:0] _0465_;
  wire _0466_;
  wire [10:0] _0467_;
  wire [18:0] _0468_;
  wire [20:0] _0469_;
  wire [28:0] _0470_;
  wire [29:0] _0471_;
  wire [13:0] _0472_;
  wire [13:0] _0473_;
  wire [14:0] _0474_;
  wire [14:0] _0475_;
  wire [15:0] _0476_;
  wire _0477_;
  wire [11:0] _0478_;
  wire [26:0] _0479_;
  wire [26:0] _0480_;
  wire [27:0] _0481_;
  wire _0482_;
  wire [18:0] _0483_;
  wire [12:0] _0484_;
  wire [19:0] _0485_;
  wire [18:0] _0486_;
  wire _0487_;
  wire [10:0] _0488_;
  wire [18:0] _0489_;
  wire _0490_;
  wire [20:0] _0491_;
  wire [28:0] _0492_;
  wire [29:0] _0493_;
  wire [13:0] _0494_;
  wire [13:0] _0495_;
  wire [14:0] _0496_;
  wire [14:0] _0497_;
  wire _0498_;
  wire [15:0] _0499_;
  wire _0500_;
  wire [11:0] _0501_;
  wire [26:0] _0502_;
  wire [26:0] _0503_;
  wire [27:0] _0504_;
  wire [18:0] _0505_;
  wire [12:0] _0506_;
  wire [19:0] _0507_;
  wire [18:0] _0508_;
  wire _0509_;
  wire [20:0] _0510_;
  wire [10:0] _0511_;
  wire [18:0] _0512_;
  wire [20:0] _0513_;
  wire [28:0] _0514_;
  wire [29:0] _0515_;
  wire [13:0] _0516_;
  wire [13:0] _0517_;
  wire [14:0] _0518_;
  wire [14:0] _0519_;
  wire [15:0] _0520_;
  wire _0521_;
  wire [11:0] _0522_;
  wire [26:0] _0523_;
  wire [26:0] _0524_;
  wire [27:0] _0525_;
  wire [18:0] _0526_;
  wire [12:0] _0527_;
  wire [19:0] _0528_;
  wire _0529_;
  wire [18:0] _0530_;
  wire _0531_;
  wire [10:0] _0532_;
  wire [18:0] _0533_;
  wire [20:0] _0534_;
  wire [28:0] _0535_;
  wire [29:0] _0536_;
  wire _0537_;
  wire _0538_;
  wire _0539_;
  wire _0540_;
  wire _0541_;
  wire _0542_;
  wire _0543_;
  wire _0544_;
  wire _0545_;
  wire _0546_;
  wire _0547_;
  wire _0548_;
  wire _0549_;
  wire _0550_;
  wire _0551_;
  wire _0552_;
  wire _0553_;
  wire _0554_;
  wire _0555_;
  wire _0556_;
  wire _0557_;
  wire _0558_;
  wire _0559_;
  wire _0560_;
  wire _0561_;
  wire _0562_;
  wire _0563_;
  wire _0564_;
  wire _0565_;
  wire _0566_;
  wire _0567_;
  wire _0568_;
  wire _0569_;
  wire _0570_;
  wire [20:0] _0571_;
  wire _0572_;
  wire _0573_;
  wire _0574_;
  wire _0575_;
  wire _0576_;
  wire _0577_;
  wire _0578_;
  wire _0579_;
  wire _0580_;
  wire _0581_;
  wire _0582_;
  wire _0583_;
  wire _0584_;
  wire _0585_;
  wire _0586_;
  wire _0587_;
  wire _0588_;
  wire _0589_;
  wire _0590_;
  wire _0591_;
  wire _0592_;
  wire _0593_;
  wire _0594_;
  wire _0595_;
  wire _0596_;
  wire _0597_;
  wire _0598_;
  wire _0599_;
  wire _0600_;
  wire _0601_;
  wire _0602_;
  wire _0603_;
  wire _0604_;
  wire _0605_;
  wire _0606_;
  wire _0607_;
  wire _0608_;
  wire _0609_;
  wire _0610_;
  wire _0611_;
  wire _0612_;
  wire _0613_;
  wire _0614_;
  wire _0615_;
  wire _0616_;
  wire _0617_;
  wire _0618_;
  wire _0619_;
  wire _0620_;
  wire _0621_;
  wire _0622_;
  wire _0623_;
  wire _0624_;
  wire _0625_;
  wire [20:0] _0626_;
  wire [20:0] _0627_;
  wire [20:0] _0628_;
  wire [20:0] _0629_;
  wire [20:0] _0630_;
  wire [20:0] _0631_;
  wire [20:0] _0632_;
  wire [20:0] _0633_;
  wire [20:0] _0634_;
  wire [20:0] _0635_;
  wire [20:0] _0636_;
  wire [20:0] _0637_;
  wire [20:0] _0638_;
  wire [20:0] _0639_;
  wire [20:0] _0640_;
  wire [20:0] _0641_;
  wire [20:0] _0642_;
  wire [20:0] _0643_;
  wire [20:0] _0644_;
  wire [20:0] _0645_;
  wire [20:0] _0646_;
  wire [20:0] _0647_;
  wire [20:0] _0648_;
  wire [20:0] _0649_;
  wire _0650_;
  wire [20:0] _0651_;
  wire [20:0] _0652_;
  wire [20:0] _0653_;
  wire [20:0] _0654_;
  wire [22:0] _0655_;
  wire _0656_;
  wire [22:0] _0657_;
  wire _0658_;
  wire _0659_;
  wire _0660_;
  wire _0661_;
  wire [22:0] _0662_;
  wire [22:0] _0663_;
  wire _0664_;
  wire [22:0] _0665_;
  wire [22:0] _0666_;
  wire _0667_;
  wire [22:0] _0668_;
  wire _0669_;
  wire _0670_;
  wire _0671_;
  wire [22:0] _0672_;
  wire [22:0] _0673_;
  wire [22:0] _0674_;
  wire [22:0] _0675_;
  wire [20:0] _0676_;
  wire _0677_;
  wire [22:0] _0678_;
  wire _0679_;
  wire _0680_;
  wire _0681_;
  wire [22:0] _0682_;
  wire [22:0] _0683_;
  wire [22:0] _0684_;
  wire [22:0] _0685_;
  wire _0686_;
  wire [22:0] _0687_;
  wire _0688_;
  wire _0689_;
  wire _0690_;
  wire [22:0] _0691_;
  wire _0692_;
  wire _0693_;
  wire _0694_;
  wire [22:0] _0695_;
  wire [22:0] _0696_;
  wire [22:0] _0697_;
  wire _0698_;
  wire [22:0] _0699_;
  wire _0700_;
  wire _0701_;
  wire _0702_;
  wire _0703_;
  wire [22:0] _0704_;
  wire [22:0] _0705_;
  wire [22:0] _0706_;
  wire _0707_;
  wire [22:0] _0708_;
  wire _0709_;
  wire [22:0] _0710_;
  wire _0711_;
  wire _0712_;
  wire _0713_;
  wire [22:0] _0714_;
  wire [22:0] _0715_;
  wire [22:0] _0716_;
  wire [22:0] _0717_;
  wire _0718_;
  wire [20:0] _0719_;
  wire [22:0] _0720_;
  wire _0721_;
  wire _0722_;
  wire _0723_;
  wire [22:0] _0724_;
  wire [22:0] _0725_;
  wire [22:0] _0726_;
  wire [22:0] _0727_;
  wire _0728_;
  wire [22:0] _0729_;
  wire _0730_;
  wire _0731_;
  wire _0732_;
  wire [22:0] _0733_;
  wire [22:0] _0734_;
  wire [22:0] _0735_;
  wire _0736_;
  wire [22:0] _0737_;
  wire _0738_;
  wire [22:0] _0739_;
  wire _0740_;
  wire _0741_;
  wire _0742_;
  wire _0743_;
  wire [22:0] _0744_;
  wire [22:0] _0745_;
  wire [22:0] _0746_;
  wire [22:0] _0747_;
  wire _0748_;
  wire _0749_;
  wire [22:0] _0750_;
  wire _0751_;
  wire _0752_;
  wire _0753_;
  wire [22:0] _0754_;
  wire [22:0] _0755_;
  wire [22:0] _0756_;
  wire [22:0] _0757_;
  wire _0758_;
  wire [22:0] _0759_;
  wire [20:0] _0760_;
  wire _0761_;
  wire _0762_;
  wire _0763_;
  wire [22:0] _0764_;
  wire [22:0] _0765_;
  wire [22:0] _0766_;
  wire [22:0] _0767_;
  wire _0768_;
  wire [22:0] _0769_;
  wire _0770_;
  wire _0771_;
  wire _0772_;
  wire [22:0] _0773_;
  wire [22:0] _0774_;
  wire [22:0] _0775_;
  wire [22:0] _0776_;
  wire _0777_;
  wire _0778_;
  wire [22:0] _0779_;
  wire _0780_;
  wire _0781_;
  wire _0782_;
  wire _0783_;
  wire [22:0] _0784_;
  wire [22:0] _0785_;
  wire [22:0] _0786_;
  wire [22:0] _0787_;
  wire _0788_;
  wire _0789_;
  wire [22:0] _0790_;
  wire _0791_;
  wire _0792_;
  wire _0793_;
  wire [22:0] _0794_;
  wire [22:0] _0795_;
  wire [22:0] _0796_;
  wire [22:0] _0797_;
  wire _0798_;
  wire [22:0] _0799_;
  wire [20:0] _0800_;
  wire _0801_;
  wire _0802_;
  wire _0803_;
  wire [22:0] _0804_;
  wire [22:0] _0805_;
  wire [22:0] _0806_;
  wire [22:0] _0807_;
  wire _0808_;
  wire [22:0] _0809_;
  wire _0810_;
  wire _0811_;
  wire [20:0] _0812_;
  wire _0813_;
  wire [22:0] _0814_;
  wire [22:0] _0815_;
  wire [22:0] _0816_;
  wire [22:0] _0817_;
  wire _0818_;
  wire _0819_;
  wire [22:0] _0820_;
  wire _0821_;
  wire _0822_;
  wire _0823_;
  wire _0824_;
  wire [22:0] _0825_;
  wire [22:0] _0826_;
  wire [22:0] _0827_;
  wire [22:0] _0828_;
  wire _0829_;
  wire [22:0] _0830_;
  wire _0831_;
  wire _0832_;
  wire _0833_;
  wire _0834_;
  wire [22:0] _0835_;
  wire [22:0] _0836_;
  wire [22:0] _0837_;
  wire [22:0] _0838_;
  wire _0839_;
  wire [22:0] _0840_;
  wire _0841_;
  wire [20:0] _0842_;
  wire _0843_;
  wire _0844_;
  wire [22:0] _0845_;
  wire [22:0] _0846_;
  wire [22:0] _0847_;
  wire [22:0] _0848_;
  wire _0849_;
  wire [22:0] _0850_;
  wire _0851_;
  wire _0852_;
  wire _0853_;
  wire [22:0] _0854_;
  wire [22:0] _0855_;
  wire [22:0] _0856_;
  wire [22:0] _0857_;
  wire _0858_;
  wire [22:0] _0859_;
  wire _0860_;
  wire _0861_;
  wire _0862_;
  wire _0863_;
  wire [22:0] _0864_;
  wire [22:0] _0865_;
  wire _0866_;
  wire [22:0] _0867_;
  wire [22:0] _0868_;
  wire _0869_;
  wire [22:0] _0870_;
  wire _0871_;
  wire _0872_;
  wire _0873_;
  wire _0874_;
  wire [22:0] _0875_;
  wire [22:0] _0876_;
  wire [22:0] _0877_;
  wire [22:0] _0878_;
  wire _0879_;
  wire [22:0] _0880_;
  wire _0881_;
  wire _0882_;
  wire _0883_;
  wire [20:0] _0884_;
  wire [22:0] _0885_;
  wire [22:0] _0886_;
  wire [22:0] _0887_;
  wire [22:0] _0888_;
  wire _0889_;
  wire [22:0] _0890_;
  wire _0891_;
  wire _0892_;
  wire _0893_;
  wire [22:0] _0894_;
  wire [22:0] _0895_;
  wire [22:0] _0896_;
  wire [22:0] _0897_;
  wire _0898_;
  wire [22:0] _0899_;
  wire _0900_;
  wire _0901_;
  wire _0902_;
  wire _0903_;
  wire [22:0] _0904_;
  wire [22:0] _0905_;
  wire [22:0] _0906_;
  wire _0907_;
  wire [22:0] _0908_;
  wire _0909_;
  wire [22:0] _0910_;
  wire _0911_;
  wire _0912_;
  wire _0913_;
  wire _0914_;
  wire [22:0] _0915_;
  wire [22:0] _0916_;
  wire [22:0] _0917_;
  wire [22:0] _0918_;
  wire _0919_;
  wire [22:0] _0920_;
  wire _0921_;
  wire _0922_;
  wire _0923_;
  wire [20:0] _0924_;
  wire [22:0] _0925_;
  wire [22:0] _0926_;
  wire [22:0] _0927_;
  wire _0928_;
  wire _0929_;
  wire _0930_;
  wire [20:0] _0931_;
  wire _0932_;
  wire _0933_;
  wire _0934_;
  wire _0935_;
  wire [20:0] _0936_;
  wire _0937_;
  wire _0938_;
  wire _0939_;
  wire _0940_;
  wire [20:0] _0941_;
  wire _0942_;
  wire _0943_;
  wire _0944_;
  wire [20:0] _0945_;
  wire _0946_;
  wire _0947_;
  wire _0948_;
  wire _0949_;
  wire [20:0] _0950_;
  wire _0951_;
  wire _0952_;
  wire _0953_;
  wire [20:0] _0954_;
  wire _0955_;
  wire _0956_;
  wire _0957_;
  wire [20:0] _0958_;
  wire [20:0] _0959_;
  wire _0960_;
  wire _0961_;
  wire _0962_;
  wire [20:0] _0963_;
  wire _0964_;
  wire _0965_;
  wire [2:0] _0966_;
  wire _0967_;
  wire [20:0] _0968_;
  wire _0969_;
  wire _0970_;
  wire _0971_;
  wire [20:0] _0972_;
  wire _0973_;
  wire _0974_;
  wire _0975_;
  wire [20:0] _0976_;
  wire _0977_;
  wire _0978_;
  wire _0979_;
  wire _0980_;
  wire [20:0] _0981_;
  wire _0982_;
  wire _0983_;
  wire _0984_;
  wire _0985_;
  wire [20:0] _0986_;
  wire _0987_;
  wire _0988_;
  wire _0989_;
  wire [20:0] _0990_;
  wire _0991_;
  wire _0992_;
  wire _0993_;
  wire _0994_;
  wire [20:0] _0995_;
  wire _0996_;
  wire _0997_;
  wire _0998_;
  wire [20:0] _0999_;
  wire _1000_;
  wire _1001_;
  wire _1002_;
  wire [20:0] _1003_;
  wire [20:0] _1004_;
  wire _1005_;
  wire _1006_;
  wire _1007_;
  wire [20:0] _1008_;
  wire _1009_;
  wire _1010_;
  wire _1011_;
  wire [20:0] _1012_;
  wire _1013_;
  wire _1014_;
  wire _1015_;
  wire [20:0] _1016_;
  wire _1017_;
  wire _1018_;
  wire _1019_;
  wire [20:0] _1020_;
  wire _1021_;
  wire _1022_;
  wire [2:0] _1023_;
  wire _1024_;
  wire _1025_;
  wire [20:0] _1026_;
  wire _1027_;
  wire _1028_;
  wire _1029_;
  wire [2:0] _1030_;
  wire [20:0] _1031_;
  wire _1032_;
  wire _1033_;
  wire _1034_;
  wire [20:0] _1035_;
  wire _1036_;
  wire _1037_;
  wire _1038_;
  wire _1039_;
  wire [20:0] _1040_;
  wire _1041_;
  wire _1042_;
  wire _1043_;
  wire _1044_;
  wire [20:0] _1045_;
  wire _1046_;
  wire _1047_;
  wire _1048_;
  wire [20:0] _1049_;
  wire _1050_;
  wire _1051_;
  wire _1052_;
  wire _1053_;
  wire [20:0] _1054_;
  wire _1055_;
  wire _1056_;
  wire _1057_;
  wire _1058_;
  wire _1059_;
  wire _1060_;
  wire _1061_;
  wire _1062_;
  wire [3:0] _1063_;
  wire [13:0] _1064_;
  wire [13:0] _1065_;
  wire [14:0] _1066_;
  wire [14:0] _1067_;
  wire [15:0] _1068_;
  wire _1069_;
  wire [11:0] _1070_;
  wire [20:0] _1071_;
  wire [26:0] _1072_;
  wire [26:0] _1073_;
  wire [27:0] _1074_;
  wire [18:0] _1075_;
  wire [12:0] _1076_;
  wire [19:0] _1077_;
  wire [18:0] _1078_;
  wire _1079_;
  wire [10:0] _1080_;
  wire [18:0] _1081_;
  wire [20:0] _1082_;
  wire [28:0] _1083_;
  wire [29:0] _1084_;
  wire [13:0] _1085_;
  wire [13:0] _1086_;
  wire [14:0] _1087_;
  wire [14:0] _1088_;
  wire [15:0] _1089_;
  wire _1090_;
  wire _1091_;
  wire [11:0] _1092_;
  wire [26:0] _1093_;
  wire [26:0] _1094_;
  wire [27:0] _1095_;
  wire _1096_;
  wire [18:0] _1097_;
  wire [12:0] _1098_;
  wire [19:0] _1099_;
  wire [18:0] _1100_;
  wire _1101_;
  wire [10:0] _1102_;
  wire [18:0] _1103_;
  wire _1104_;
  wire [20:0] _1105_;
  wire [28:0] _1106_;
  wire [29:0] _1107_;
  wire [13:0] _1108_;
  wire [13:0] _1109_;
  wire [14:0] _1110_;
  wire [14:0] _1111_;
  wire [15:0] _1112_;
  wire _1113_;
  wire [11:0] _1114_;
  wire [26:0] _1115_;
  wire [26:0] _1116_;
  wire [27:0] _1117_;
  wire [18:0] _1118_;
  wire [12:0] _1119_;
  wire [19:0] _1120_;
  wire [18:0] _1121_;
  wire _1122_;
  wire [2:0] _1123_;
  wire [2:0] _1124_;
  wire accept;
  wire advance;
  reg depolarised_0;
  reg depolarised_1;
  reg depolarised_10;
  reg depolarised_11;
  reg depolarised_12;
  reg depolarised_13;
  reg depolarised_14;
  reg depolarised_15;
  reg depolarised_16;
  reg depolarised_17;
  reg depolarised_18;
  reg depolarised_19;
  reg depolarised_2;
  reg depolarised_20;
  reg depolarised_21;
  reg depolarised_22;
  reg depolarised_23;
  reg depolarised_24;
  reg depolarised_25;
  reg depolarised_26;
  reg depolarised_3;
  reg depolarised_4;
  reg depolarised_5;
  reg depolarised_6;
  reg depolarised_7;
  reg depolarised_8;
  reg depolarised_9;
  reg [11:0] difference_0;
  reg [11:0] difference_1;
  reg [11:0] difference_10;
  reg [11:0] difference_11;
  reg [11:0] difference_12;
  reg [11:0] difference_13;
  reg [11:0] difference_14;
  reg [11:0] difference_15;
  reg [11:0] difference_16;
  reg [11:0] difference_17;
  reg [11:0] difference_18;
  reg [11:0] difference_19;
  reg [11:0] difference_2;
  reg [11:0] difference_20;
  reg [11:0] difference_21;
  reg [11:0] difference_22;
  reg [11:0] difference_23;
  reg [11:0] difference_24;
  reg [11:0] difference_25;
  reg [11:0] difference_26;
  reg [11:0] difference_3;
  reg [11:0] difference_4;
  reg [11:0] difference_5;
  reg [11:0] difference_6;
  reg [11:0] difference_7;
  reg [11:0] difference_8;
  reg [11:0] difference_9;
  reg [2:0] flags_1;
  reg [2:0] flags_2;
  reg [2:0] flags_3;
  reg fresh;
  reg fresh_1_0;
  reg fresh_1_1;
  reg fresh_1_10;
  reg fresh_1_11;
  reg fresh_1_12;
  reg fresh_1_13;
  reg fresh_1_14;
  reg fresh_1_15;
  reg fresh_1_16;
  reg fresh_1_17;
  reg fresh_1_18;
  reg fresh_1_19;
  reg fresh_1_2;
  reg fresh_1_20;
  reg fresh_1_21;
  reg fresh_1_22;
  reg fresh_1_23;
  reg fresh_1_24;
  reg fresh_1_25;
  reg fresh_1_26;
  reg fresh_1_3;
  reg fresh_1_4;
  reg fresh_1_5;
  reg fresh_1_6;
  reg fresh_1_7;
  reg fresh_1_8;
  reg fresh_1_9;
  reg fresh_2_0;
  reg fresh_2_1;
  reg fresh_2_10;
  reg fresh_2_11;
  reg fresh_2_12;
  reg fresh_2_13;
  reg fresh_2_14;
  reg fresh_2_15;
  reg fresh_2_16;
  reg fresh_2_17;
  reg fresh_2_18;
  reg fresh_2_19;
  reg fresh_2_2;
  reg fresh_2_20;
  reg fresh_2_21;
  reg fresh_2_22;
  reg fresh_2_23;
  reg fresh_2_24;
  reg fresh_2_25;
  reg fresh_2_26;
  reg fresh_2_3;
  reg fresh_2_4;
  reg fresh_2_5;
  reg fresh_2_6;
  reg fresh_2_7;
  reg fresh_2_8;
  reg fresh_2_9;
  reg fresh_3_0;
  reg fresh_3_1;
  reg fresh_3_10;
  reg fresh_3_11;
  reg fresh_3_12;
  reg fresh_3_13;
  reg fresh_3_14;
  reg fresh_3_15;
  reg fresh_3_16;
  reg fresh_3_17;
  reg fresh_3_18;
  reg fresh_3_19;
  reg fresh_3_2;
  reg fresh_3_20;
  reg fresh_3_21;
  reg fresh_3_22;
  reg fresh_3_23;
  reg fresh_3_24;
  reg fresh_3_25;
  reg fresh_3_26;
  reg fresh_3_3;
  reg fresh_3_4;
  reg fresh_3_5;
  reg fresh_3_6;
  reg fresh_3_7;
  reg fresh_3_8;
  reg fresh_3_9;
  reg [1:0] group;
  reg [1:0] group_1;
  reg [1:0] group_2;
  reg [1:0] group_3;
  reg group_done;
  reg [296:0] h;
  reg [10:0] h_1_0;
  reg [10:0] h_1_1;
  reg [10:0] h_1_10;
  reg [10:0] h_1_11;
  reg [10:0] h_1_12;
  reg [10:0] h_1_13;
  reg [10:0] h_1_14;
  reg [10:0] h_1_15;
  reg [10:0] h_1_16;
  reg [10:0] h_1_17;
  reg [10:0] h_1_18;
  reg [10:0] h_1_19;
  reg [10:0] h_1_2;
  reg [10:0] h_1_20;
  reg [10:0] h_1_21;
  reg [10:0] h_1_22;
  reg [10:0] h_1_23;
  reg [10:0] h_1_24;
  reg [10:0] h_1_25;
  reg [10:0] h_1_26;
  reg [10:0] h_1_3;
  reg [10:0] h_1_4;
  reg [10:0] h_1_5;
  reg [10:0] h_1_6;
  reg [10:0] h_1_7;
  reg [10:0] h_1_8;
  reg [10:0] h_1_9;
  reg [10:0] h_2_0;
  reg [10:0] h_2_1;
  reg [10:0] h_2_10;
  reg [10:0] h_2_11;
  reg [10:0] h_2_12;
  reg [10:0] h_2_13;
  reg [10:0] h_2_14;
  reg [10:0] h_2_15;
  reg [10:0] h_2_16;
  reg [10:0] h_2_17;
  reg [10:0] h_2_18;
  reg [10:0] h_2_19;
  reg [10:0] h_2_2;
  reg [10:0] h_2_20;
  reg [10:0] h_2_21;
  reg [10:0] h_2_22;
  reg [10:0] h_2_23;
  reg [10:0] h_2_24;
  reg [10:0] h_2_25;
  reg [10:0] h_2_26;
  reg [10:0] h_2_3;
  reg [10:0] h_2_4;
  reg [10:0] h_2_5;
  reg [10:0] h_2_6;
  reg [10:0] h_2_7;
  reg [10:0] h_2_8;
  reg [10:0] h_2_9;
  reg [10:0] h_3_0;
  reg [10:0] h_3_1;
  reg [10:0] h_3_10;
  reg [10:0] h_3_11;
  reg [10:0] h_3_12;
  reg [10:0] h_3_13;
  reg [10:0] h_3_14;
  reg [10:0] h_3_15;
  reg [10:0] h_3_16;
  reg [10:0] h_3_17;
  reg [10:0] h_3_18;
  reg [10:0] h_3_19;
  reg [10:0] h_3_2;
  reg [10:0] h_3_20;
  reg [10:0] h_3_21;
  reg [10:0] h_3_22;
  reg [10:0] h_3_23;
  reg [10:0] h_3_24;
  reg [10:0] h_3_25;
  reg [10:0] h_3_26;
  reg [10:0] h_3_3;
  reg [10:0] h_3_4;
  reg [10:0] h_3_5;
  reg [10:0] h_3_6;
  reg [10:0] h_3_7;
  reg [10:0] h_3_8;
  reg [10:0] h_3_9;
  reg [296:0] hs;
  reg [350:0] i;
  reg [12:0] i_2_0;
  reg [12:0] i_2_1;
  reg [12:0] i_2_10;
  reg [12:0] i_2_11;
  reg [12:0] i_2_12;
  reg [12:0] i_2_13;
  reg [12:0] i_2_14;
  reg [12:0] i_2_15;
  reg [12:0] i_2_16;
  reg [12:0] i_2_17;
  reg [12:0] i_2_18;
  reg [12:0] i_2_19;
  reg [12:0] i_2_2;
  reg [12:0] i_2_20;
  reg [12:0] i_2_21;
  reg [12:0] i_2_22;
  reg [12:0] i_2_23;
  reg [12:0] i_2_24;
  reg [12:0] i_2_25;
  reg [12:0] i_2_26;
  reg [12:0] i_2_3;
  reg [12:0] i_2_4;
  reg [12:0] i_2_5;
  reg [12:0] i_2_6;
  reg [12:0] i_2_7;
  reg [12:0] i_2_8;
  reg [12:0] i_2_9;
  reg [12:0] i_3_0;
  reg [12:0] i_3_1;
  reg [12:0] i_3_10;
  reg [12:0] i_3_11;
  reg [12:0] i_3_12;
  reg [12:0] i_3_13;
  reg [12:0] i_3_14;
  reg [12:0] i_3_15;
  reg [12:0] i_3_16;
  reg [12:0] i_3_17;
  reg [12:0] i_3_18;
  reg [12:0] i_3_19;
  reg [12:0] i_3_2;
  reg [12:0] i_3_20;
  reg [12:0] i_3_21;
  reg [12:0] i_3_22;
  reg [12:0] i_3_23;
  reg [12:0] i_3_24;
  reg [12:0] i_3_25;
  reg [12:0] i_3_26;
  reg [12:0] i_3_3;
  reg [12:0] i_3_4;
  reg [12:0] i_3_5;
  reg [12:0] i_3_6;
  reg [12:0] i_3_7;
  reg [12:0] i_3_8;
  reg [12:0] i_3_9;
  wire may_begin;
  wire [20:0] new_h_0;
  wire [20:0] new_h_1;
  wire [20:0] new_h_10;
  wire [20:0] new_h_11;
  wire [20:0] new_h_12;
  wire [20:0] new_h_13;
  wire [20:0] new_h_14;
  wire [20:0] new_h_15;
  wire [20:0] new_h_16;
  wire [20:0] new_h_17;
  wire [20:0] new_h_18;
  wire [20:0] new_h_19;
  wire [20:0] new_h_2;
  wire [20:0] new_h_20;
  wire [20:0] new_h_21;
  wire [20:0] new_h_22;
  wire [20:0] new_h_23;
  wire [20:0] new_h_24;
  wire [20:0] new_h_25;
  wire [20:0] new_h_26;
  wire [20:0] new_h_3;
  wire [20:0] new_h_4;
  wire [20:0] new_h_5;
  wire [20:0] new_h_6;
  wire [20:0] new_h_7;
  wire [20:0] new_h_8;
  wire [20:0] new_h_9;
  reg [12:0] new_i_0;
  reg [12:0] new_i_1;
  reg [12:0] new_i_10;
  reg [12:0] new_i_11;
  reg [12:0] new_i_12;
  reg [12:0] new_i_13;
  reg [12:0] new_i_14;
  reg [12:0] new_i_15;
  reg [12:0] new_i_16;
  reg [12:0] new_i_17;
  reg [12:0] new_i_18;
  reg [12:0] new_i_19;
  reg [12:0] new_i_2;
  reg [12:0] new_i_20;
  reg [12:0] new_i_21;
  reg [12:0] new_i_22;
  reg [12:0] new_i_23;
  reg [12:0] new_i_24;
  reg [12:0] new_i_25;
  reg [12:0] new_i_26;
  reg [12:0] new_i_3;
  reg [12:0] new_i_4;
  reg [12:0] new_i_5;
  reg [12:0] new_i_6;
  reg [12:0] new_i_7;
  reg [12:0] new_i_8;
  reg [12:0] new_i_9;
  reg [2:0] pause;
  reg [21:0] product_0;
  reg [27:0] product_0_0;
  reg [27:0] product_0_1;
  reg [27:0] product_0_10;
  reg [27:0] product_0_11;
  reg [27:0] product_0_12;
  reg [27:0] product_0_13;
  reg [27:0] product_0_14;
  reg [27:0] product_0_15;
  reg [27:0] product_0_16;
  reg [27:0] product_0_17;
  reg [27:0] product_0_18;
  reg [27:0] product_0_19;
  reg [27:0] product_0_2;
  reg [27:0] product_0_20;
  reg [27:0] product_0_21;
  reg [27:0] product_0_22;
  reg [27:0] product_0_23;
  reg [27:0] product_0_24;
  reg [27:0] product_0_25;
  reg [27:0] product_0_26;
  reg [27:0] product_0_3;
  reg [27:0] product_0_4;
  reg [27:0] product_0_5;
  reg [27:0] product_0_6;
  reg [27:0] product_0_7;
  reg [27:0] product_0_8;
  reg [27:0] product_0_9;
  reg [21:0] product_1;
  reg [21:0] product_10;
  reg [21:0] product_11;
  reg [21:0] product_12;
  reg [21:0] product_13;
  reg [21:0] product_14;
  reg [21:0] product_15;
  reg [21:0] product_16;
  reg [21:0] product_17;
  reg [21:0] product_18;
  reg [21:0] product_19;
  reg [19:0] product_1_0;
  reg [19:0] product_1_1;
  reg [19:0] product_1_10;
  reg [19:0] product_1_11;
  reg [19:0] product_1_12;
  reg [19:0] product_1_13;
  reg [19:0] product_1_14;
  reg [19:0] product_1_15;
  reg [19:0] product_1_16;
  reg [19:0] product_1_17;
  reg [19:0] product_1_18;
  reg [19:0] product_1_19;
  reg [19:0] product_1_2;
  reg [19:0] product_1_20;
  reg [19:0] product_1_21;
  reg [19:0] product_1_22;
  reg [19:0] product_1_23;
  reg [19:0] product_1_24;
  reg [19:0] product_1_25;
  reg [19:0] product_1_26;
  reg [19:0] product_1_3;
  reg [19:0] product_1_4;
  reg [19:0] product_1_5;
  reg [19:0] product_1_6;
  reg [19:0] product_1_7;
  reg [19:0] product_1_8;
  reg [19:0] product_1_9;
  reg [21:0] product_2;
  reg [21:0] product_20;
  reg [21:0] product_21;
  reg [21:0] product_22;
  reg [21:0] product_23;
  reg [21:0] product_24;
  reg [21:0] product_25;
  reg [21:0] product_26;
  reg [18:0] product_2_0;
  reg [18:0] product_2_1;
  reg [18:0] product_2_10;
  reg [18:0] product_2_11;
  reg [18:0] product_2_12;
  reg [18:0] product_2_13;
  reg [18:0] product_2_14;
  reg [18:0] product_2_15;
  reg [18:0] product_2_16;
  reg [18:0] product_2_17;
  reg [18:0] product_2_18;
  reg [18:0] product_2_19;
  reg [18:0] product_2_2;
  reg [18:0] product_2_20;
  reg [18:0] product_2_21;
  reg [18:0] product_2_22;
  reg [18:0] product_2_23;
  reg [18:0] product_2_24;
  reg [18:0] product_2_25;
  reg [18:0] product_2_26;
  reg [18:0] product_2_3;
  reg [18:0] product_2_4;
  reg [18:0] product_2_5;
  reg [18:0] product_2_6;
  reg [18:0] product_2_7;
  reg [18:0] product_2_8;
  reg [18:0] product_2_9;
  reg [21:0] product_3;
  reg [21:0] product_4;
  reg [21:0] product_5;
  reg [21:0] product_6;
  reg [21:0] product_7;
  reg [21:0] product_8;
  reg [21:0] product_9;
  wire [1:0] read__addr;
  wire [944:0] read__data;
  wire [17:0] rest_0;
  wire [17:0] rest_1;
  wire [17:0] rest_10;
  wire [17:0] rest_11;
  wire [17:0] rest_12;
  wire [17:0] rest_13;
  wire [17:0] rest_14;
  wire [17:0] rest_15;
  wire [17:0] rest_16;
  wire [17:0] rest_17;
  wire [17:0] rest_18;
  wire [17:0] rest_19;
  wire [17:0] rest_2;
  wire [17:0] rest_20;
  wire [17:0] rest_21;
  wire [17:0] rest_22;
  wire [17:0] rest_23;
  wire [17:0] rest_24;
  wire [17:0] rest_25;
  wire [17:0] rest_26;
  wire [17:0] rest_3;
  wire [17:0] rest_4;
  wire [17:0] rest_5;
  wire [17:0] rest_6;
  wire [17:0] rest_7;
  wire [17:0] rest_8;
  wire [17:0] rest_9;
  reg [20:0] slope_0;
  reg [20:0] slope_1;
  reg [20:0] slope_10;
  reg [20:0] slope_11;
  reg [20:0] slope_12;
  reg [20:0] slope_13;
  reg [20:0] slope_14;
  reg [20:0] slope_15;
  reg [20:0] slope_16;
  reg [20:0] slope_17;
  reg [20:0] slope_18;
  reg [20:0] slope_19;
  reg [20:0] slope_2;
  reg [20:0] slope_20;
  reg [20:0] slope_21;
  reg [20:0] slope_22;
  reg [20:0] slope_23;
  reg [20:0] slope_24;
  reg [20:0] slope_25;
  reg [20:0] slope_26;
  reg [20:0] slope_3;
  reg [20:0] slope_4;
  reg [20:0] slope_5;
  reg [20:0] slope_6;
  reg [20:0] slope_7;
  reg [20:0] slope_8;
  reg [20:0] slope_9;
  wire updated;
  reg [18:0] v_0;
  reg [18:0] v_1;
  reg [18:0] v_10;
  reg [18:0] v_11;
  reg [18:0] v_12;
  reg [18:0] v_13;
  reg [18:0] v_14;
  reg [18:0] v_15;
  reg [18:0] v_16;
  reg [18:0] v_17;
  reg [18:0] v_18;
  reg [18:0] v_19;
  reg [18:0] v_2;
  reg [18:0] v_20;
  reg [18:0] v_21;
  reg [18:0] v_22;
  reg [18:0] v_23;
  reg [18:0] v_24;
  reg [18:0] v_25;
  reg [18:0] v_26;
  reg [18:0] v_3;
  reg [18:0] v_4;
  reg [18:0] v_5;
  reg [18:0] v_6;
  reg [18:0] v_7;
  reg [18:0] v_8;
  reg [18:0] v_9;
  reg valid_1;
  reg valid_2;
  reg valid_3;
  wire [944:0] write__data;
  reg [944:0] states [2:0];
  initial begin
    states[0] = 945'h000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000;
    states[1] = 945'h000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000;
    states[2] = 945'h000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000;
  end
  always @(posedge clk) begin
    if (updated)
      states[group_3] <= write__data;
  end
  reg [944:0] _2814_;
  always @(posedge clk) begin
    _2814_ <= states[read__addr];
  end
  assign read__data = _2814_;
  assign _0000_ = ~ output__valid;
  assign advance = _0000_ | output__ready;
  assign input__ready = advance & may_begin;
  assign accept = input__valid & input__ready;
  assign _0692_ = accept & input__payload[243];
  assign _0966_ = group + 1'h1;
  assign _1023_ = input__payload[244] ? 3'h0 : _0966_;
  assign { _1030_[2], read__addr } = _0692_ ? _1023_ : { 1'h0, group };
  assign _1036_ = ! pause;
  assign _1050_ = ~ _1044_;
  assign may_begin = _1036_ | _1050_;
  assign _0068_ = & slope_0[20:12];
  assign _0136_ = ~ _0068_;
  assign _0203_ = slope_0[20] & _0136_;
  assign _0337_ = ~ { slope_0[20], slope_0[20], slope_0[20:2] };
  assign _0538_ = & _0337_[19:10];
  assign _0625_ = ~ _0538_;
  assign _0693_ = _0337_[20] & _0625_;
  assign _0812_ = _0693_ ? 21'h0003ff : { slope_0[20], slope_0[20], slope_0[20:2] };
  assign new_h_0 = _0203_ ? 21'h1ffc00 : _0812_;
  assign _0933_ = & slope_1[20:12];
  assign _0940_ = ~ _0933_;
  assign _0946_ = slope_1[20] & _0940_;
  assign _0959_ = ~ { slope_1[20], slope_1[20], slope_1[20:2] };
  assign _0978_ = & _0959_[19:10];
  assign _0985_ = ~ _0978_;
  assign _0991_ = _0959_[20] & _0985_;
  assign _1004_ = _0991_ ? 21'h0003ff : { slope_1[20], slope_1[20], slope_1[20:2] };
  assign new_h_1 = _0946_ ? 21'h1ffc00 : _1004_;
  assign _1022_ = & slope_2[20:12];
  assign _1024_ = ~ _1022_;
  assign _1025_ = slope_2[20] & _1024_;
  assign _1026_ = ~ { slope_2[20], slope_2[20], slope_2[20:2] };
  assign _1027_ = & _1026_[19:10];
  assign _1028_ = ~ _1027_;
  assign _1029_ = _1026_[20] & _1028_;
  assign _1031_ = _1029_ ? 21'h0003ff : { slope_2[20], slope_2[20], slope_2[20:2] };
  assign new_h_2 = _1025_ ? 21'h1ffc00 : _1031_;
  assign _1032_ = & slope_3[20:12];
  assign _1033_ = ~ _1032_;
  assign _1034_ = slope_3[20] & _1033_;
  assign _1035_ = ~ { slope_3[20], slope_3[20], slope_3[20:2] };
  assign _1037_ = & _1035_[19:10];
  assign _1038_ = ~ _1037_;
  assign _1039_ = _1035_[20] & _1038_;
  assign _1040_ = _1039_ ? 21'h0003ff : { slope_3[20], slope_3[20], slope_3[20:2] };
  assign new_h_3 = _1034_ ? 21'h1ffc00 : _1040_;
  assign _1041_ = & slope_4[20:12];
  assign _1042_ = ~ _1041_;
  assign _1043_ = slope_4[20] & _1042_;
  assign _1045_ = ~ { slope_4[20], slope_4[20], slope_4[20:2] };
  assign _1046_ = & _1045_[19:10];
  assign _1047_ = ~ _1046_;
  assign _1048_ = _1045_[20] & _1047_;
  assign _1049_ = _1048_ ? 21'h0003ff : { slope_4[20], slope_4[20], slope_4[20:2] };
  assign new_h_4 = _1043_ ? 21'h1ffc00 : _1049_;
  assign _1051_ = & slope_5[20:12];
  assign _1052_ = ~ _1051_;
  assign _1053_ = slope_5[20] & _1052_;
  assign _1054_ = ~ { slope_5[20], slope_5[20], slope_5[20:2] };
  assign _1055_ = & _1054_[19:10];
  assign _1056_ = ~ _1055_;
  assign _1057_ = _1054_[20] & _1056_;
  assign _1071_ = _1057_ ? 21'h0003ff : { slope_5[20], slope_5[20], slope_5[20:2] };
  assign new_h_5 = _1053_ ? 21'h1ffc00 : _1071_;
  assign _1090_ = & slope_6[20:12];
  assign _1096_ = ~ _1090_;
  assign _1104_ = slope_6[20] & _1096_;
  assign _0008_ = ~ { slope_6[20], slope_6[20], slope_6[20:2] };
  assign _0015_ = & _0008_[19:10];
  assign _0021_ = ~ _0015_;
  assign _0030_ = _0008_[20] & _0021_;
  assign _0041_ = _0030_ ? 21'h0003ff : { slope_6[20], slope_6[20], slope_6[20:2] };
  assign new_h_6 = _1104_ ? 21'h1ffc00 : _0041_;
  assign _0061_ = & slope_7[20:12];
  assign _0069_ = ~ _0061_;
  assign _0077_ = slope_7[20] & _0069_;
  assign _0089_ = ~ { slope_7[20], slope_7[20], slope_7[20:2] };
  assign _0108_ = & _0089_[19:10];
  assign _0116_ = ~ _0108_;
  assign _0124_ = _0089_[20] & _0116_;
  assign _0137_ = _0124_ ? 21'h0003ff : { slope_7[20], slope_7[20], slope_7[20:2] };
  assign new_h_7 = _0077_ ? 21'h1ffc00 : _0137_;
  assign _0155_ = & slope_8[20:12];
  assign _0164_ = ~ _0155_;
  assign _0171_ = slope_8[20] & _0164_;
  assign _0184_ = ~ { slope_8[20], slope_8[20], slope_8[20:2] };
  assign _0204_ = & _0184_[19:10];
  assign _0211_ = ~ _0204_;
  assign _0217_ = _0184_[20] & _0211_;
  assign _0231_ = _0217_ ? 21'h0003ff : { slope_8[20], slope_8[20], slope_8[20:2] };
  assign new_h_8 = _0171_ ? 21'h1ffc00 : _0231_;
  assign _0251_ = & slope_9[20:12];
  assign _0258_ = ~ _0251_;
  assign _0263_ = slope_9[20] & _0258_;
  assign _0278_ = ~ { slope_9[20], slope_9[20], slope_9[20:2] };
  assign _0297_ = & _0278_[19:10];
  assign _0304_ = ~ _0297_;
  assign _0310_ = _0278_[20] & _0304_;
  assign _0325_ = _0310_ ? 21'h0003ff : { slope_9[20], slope_9[20], slope_9[20:2] };
  assign new_h_9 = _0263_ ? 21'h1ffc00 : _0325_;
  assign _0345_ = & slope_10[20:12];
  assign _0351_ = ~ _0345_;
  assign _0358_ = slope_10[20] & _0351_;
  assign _0371_ = ~ { slope_10[20], slope_10[20], slope_10[20:2] };
  assign _0391_ = & _0371_[19:10];
  assign _0396_ = ~ _0391_;
  assign _0405_ = _0371_[20] & _0396_;
  assign _0417_ = _0405_ ? 21'h0003ff : { slope_10[20], slope_10[20], slope_10[20:2] };
  assign new_h_10 = _0358_ ? 21'h1ffc00 : _0417_;
  assign _0436_ = & slope_11[20:12];
  assign _0443_ = ~ _0436_;
  assign _0451_ = slope_11[20] & _0443_;
  assign _0463_ = ~ { slope_11[20], slope_11[20], slope_11[20:2] };
  assign _0482_ = & _0463_[19:10];
  assign _0490_ = ~ _0482_;
  assign _0498_ = _0463_[20] & _0490_;
  assign _0510_ = _0498_ ? 21'h0003ff : { slope_11[20], slope_11[20], slope_11[20:2] };
  assign new_h_11 = _0451_ ? 21'h1ffc00 : _0510_;
  assign _0529_ = & slope_12[20:12];
  assign _0539_ = ~ _0529_;
  assign _0550_ = slope_12[20] & _0539_;
  assign _0571_ = ~ { slope_12[20], slope_12[20], slope_12[20:2] };
  assign _0602_ = & _0571_[19:10];
  assign _0613_ = ~ _0602_;
  assign _0624_ = _0571_[20] & _0613_;
  assign _0626_ = _0624_ ? 21'h0003ff : { slope_12[20], slope_12[20], slope_12[20:2] };
  assign new_h_12 = _0550_ ? 21'h1ffc00 : _0626_;
  assign _0650_ = & slope_13[20:12];
  assign _0658_ = ~ _0650_;
  assign _0664_ = slope_13[20] & _0658_;
  assign _0676_ = ~ { slope_13[20], slope_13[20], slope_13[20:2] };
  assign _0694_ = & _0676_[19:10];
  assign _0700_ = ~ _0694_;
  assign _0707_ = _0676_[20] & _0700_;
  assign _0719_ = _0707_ ? 21'h0003ff : { slope_13[20], slope_13[20], slope_13[20:2] };
  assign new_h_13 = _0664_ ? 21'h1ffc00 : _0719_;
  assign _0736_ = & slope_14[20:12];
  assign _0741_ = ~ _0736_;
  assign _0749_ = slope_14[20] & _0741_;
  assign _0760_ = ~ { slope_14[20], slope_14[20], slope_14[20:2] };
  assign _0777_ = & _0760_[19:10];
  assign _0783_ = ~ _0777_;
  assign _0789_ = _0760_[20] & _0783_;
  assign _0800_ = _0789_ ? 21'h0003ff : { slope_14[20], slope_14[20], slope_14[20:2] };
  assign new_h_14 = _0749_ ? 21'h1ffc00 : _0800_;
  assign _0819_ = & slope_15[20:12];
  assign _0824_ = ~ _0819_;
  assign _0831_ = slope_15[20] & _0824_;
  assign _0842_ = ~ { slope_15[20], slope_15[20], slope_15[20:2] };
  assign _0860_ = & _0842_[19:10];
  assign _0866_ = ~ _0860_;
  assign _0871_ = _0842_[20] & _0866_;
  assign _0884_ = _0871_ ? 21'h0003ff : { slope_15[20], slope_15[20], slope_15[20:2] };
  assign new_h_15 = _0831_ ? 21'h1ffc00 : _0884_;
  assign _0900_ = & slope_16[20:12];
  assign _0907_ = ~ _0900_;
  assign _0913_ = slope_16[20] & _0907_;
  assign _0924_ = ~ { slope_16[20], slope_16[20], slope_16[20:2] };
  assign _0928_ = & _0924_[19:10];
  assign _0929_ = ~ _0928_;
  assign _0930_ = _0924_[20] & _0929_;
  assign _0931_ = _0930_ ? 21'h0003ff : { slope_16[20], slope_16[20], slope_16[20:2] };
  assign new_h_16 = _0913_ ? 21'h1ffc00 : _0931_;
  assign _0932_ = & slope_17[20:12];
  assign _0934_ = ~ _0932_;
  assign _0935_ = slope_17[20] & _0934_;
  assign _0936_ = ~ { slope_17[20], slope_17[20], slope_17[20:2] };
  assign _0937_ = & _0936_[19:10];
  assign _0938_ = ~ _0937_;
  assign _0939_ = _0936_[20] & _0938_;
  assign _0941_ = _0939_ ? 21'h0003ff : { slope_17[20], slope_17[20], slope_17[20:2] };
  assign new_h_17 = _0935_ ? 21'h1ffc00 : _0941_;
  assign _0942_ = & slope_18[20:12];
  assign _0943_ = ~ _0942_;
  assign _0944_ = slope_18[20] & _0943_;
  assign _0945_ = ~ { slope_18[20], slope_18[20], slope_18[20:2] };
  assign _0947_ = & _0945_[19:10];
  assign _0948_ = ~ _0947_;
  assign _0949_ = _0945_[20] & _0948_;
  assign _0950_ = _0949_ ? 21'h0003ff : { slope_18[20], slope_18[20], slope_18[20:2] };
  assign new_h_18 = _0944_ ? 21'h1ffc00 : _0950_;
  assign _0951_ = & slope_19[20:12];
  assign _0952_ = ~ _0951_;
  assign _0953_ = slope_19[20] & _0952_;
  assign _0954_ = ~ { slope_19[20], slope_19[20], slope_19[20:2] };
  assign _0955_ = & _0954_[19:10];
  assign _0956_ = ~ _0955_;
  assign _0957_ = _0954_[20] & _0956_;
  assign _0958_ = _0957_ ? 21'h0003ff : { slope_19[20], slope_19[20], slope_19[20:2] };
  assign new_h_19 = _0953_ ? 21'h1ffc00 : _0958_;
  assign _0960_ = & slope_20[20:12];
  assign _0961_ = ~ _0960_;
  assign _0962_ = slope_20[20] & _0961_;
  assign _0963_ = ~ { slope_20[20], slope_20[20], slope_20[20:2] };
  assign _0964_ = & _0963_[19:10];
  assign _0965_ = ~ _0964_;
  assign _0967_ = _0963_[20] & _0965_;
  assign _0968_ = _0967_ ? 21'h0003ff : { slope_20[20], slope_20[20], slope_20[20:2] };
  assign new_h_20 = _0962_ ? 21'h1ffc00 : _0968_;
  assign _0969_ = & slope_21[20:12];
  assign _0970_ = ~ _0969_;
  assign _0971_ = slope_21[20] & _0970_;
  assign _0972_ = ~ { slope_21[20], slope_21[20], slope_21[20:2] };
  assign _0973_ = & _0972_[19:10];
  assign _0974_ = ~ _0973_;
  assign _0975_ = _0972_[20] & _0974_;
  assign _0976_ = _0975_ ? 21'h0003ff : { slope_21[20], slope_21[20], slope_21[20:2] };
  assign new_h_21 = _0971_ ? 21'h1ffc00 : _0976_;
  assign _0977_ = & slope_22[20:12];
  assign _0979_ = ~ _0977_;
  assign _0980_ = slope_22[20] & _0979_;
  assign _0981_ = ~ { slope_22[20], slope_22[20], slope_22[20:2] };
  assign _0982_ = & _0981_[19:10];
  assign _0983_ = ~ _0982_;
  assign _0984_ = _0981_[20] & _0983_;
  assign _0986_ = _0984_ ? 21'h0003ff : { slope_22[20], slope_22[20], slope_22[20:2] };
  assign new_h_22 = _0980_ ? 21'h1ffc00 : _0986_;
  assign _0987_ = & slope_23[20:12];
  assign _0988_ = ~ _0987_;
  assign _0989_ = slope_23[20] & _0988_;
  assign _0990_ = ~ { slope_23[20], slope_23[20], slope_23[20:2] };
  assign _0992_ = & _0990_[19:10];
  assign _0993_ = ~ _0992_;
  assign _0994_ = _0990_[20] & _0993_;
  assign _0995_ = _0994_ ? 21'h0003ff : { slope_23[20], slope_23[20], slope_23[20:2] };
  assign new_h_23 = _0989_ ? 21'h1ffc00 : _0995_;
  assign _0996_ = & slope_24[20:12];
  assign _0997_ = ~ _0996_;
  assign _0998_ = slope_24[20] & _0997_;
  assign _0999_ = ~ { slope_24[20], slope_24[20], slope_24[20:2] };
  assign _1000_ = & _0999_[19:10];
  assign _1001_ = ~ _1000_;
  assign _1002_ = _0999_[20] & _1001_;
  assign _1003_ = _1002_ ? 21'h0003ff : { slope_24[20], slope_24[20], slope_24[20:2] };
  assign new_h_24 = _0998_ ? 21'h1ffc00 : _1003_;
  assign _1005_ = & slope_25[20:12];
  assign _1006_ = ~ _1005_;
  assign _1007_ = slope_25[20] & _1006_;
  assign _1008_ = ~ { slope_25[20], slope_25[20], slope_25[20:2] };
  assign _1009_ = & _1008_[19:10];
  assign _1010_ = ~ _1009_;
  assign _1011_ = _1008_[20] & _1010_;
  assign _1012_ = _1011_ ? 21'h0003ff : { slope_25[20], slope_25[20], slope_25[20:2] };
  assign new_h_25 = _1007_ ? 21'h1ffc00 : _1012_;
  assign _1013_ = & slope_26[20:12];
  assign _1014_ = ~ _1013_;
  assign _1015_ = slope_26[20] & _1014_;
  assign _1016_ = ~ { slope_26[20], slope_26[20], slope_26[20:2] };
  assign _1017_ = & _1016_[19:10];
  assign _1018_ = ~ _1017_;
  assign _1019_ = _1016_[20] & _1018_;
  assign _1020_ = _1019_ ? 21'h0003ff : { slope_26[20], slope_26[20], slope_26[20:2] };
  assign new_h_26 = _1015_ ? 21'h1ffc00 : _1020_;
  assign _1021_ = advance & valid_3;
  assign updated = _1021_ & flags_3[0];
  assign _1058_ = input__payload[244] | input__payload[245];
  assign _1059_ = accept & _1058_;
  assign _1044_ = ! group;
  assign _1060_ = accept & _1044_;
  assign _1061_ = | pause;
  assign _1062_ = advance & _1061_;
  assign _1063_ = pause - 1'h1;
  assign _1064_ = $signed(read__data[12:0]) + $signed(input__payload[8:0]);
  assign _1065_ = $signed({ read__data[12], read__data[12], read__data[12], read__data[12], read__data[12:4] }) + $signed({ read__data[12], read__data[12], read__data[12], read__data[12], read__data[12], read__data[12:5] });
  assign _1066_ = $signed(_1064_) - $signed(_1065_);
  assign _1067_ = $signed(read__data[361:351]) - $signed({ read__data[658], read__data[658:648], 2'h0 });
  assign _1068_ = $signed(_1067_) - $signed(13'h0bb8);
  assign _1069_ = $signed(read__data[361:351]) >= $signed(10'h1f4);
  assign _1070_ = $signed(read__data[658:648]) - $signed(read__data[361:351]);
  assign _1072_ = depolarised_0 ? { difference_0[11], difference_0[11], difference_0[11], difference_0[11], difference_0[11], difference_0[11], difference_0[11], difference_0[11], difference_0, 7'h00 } : { difference_0[11], difference_0[11], difference_0[11], difference_0[11], difference_0[11], difference_0, 10'h000 };
  assign _1073_ = depolarised_0 ? { difference_0[11], difference_0[11], difference_0[11], difference_0[11], difference_0[11], difference_0[11], difference_0[11], difference_0[11], difference_0[11], difference_0[11], difference_0, 5'h00 } : { difference_0[11], difference_0[11], difference_0[11], difference_0[11], difference_0[11], difference_0[11], difference_0[11], difference_0, 8'h00 };
  assign _1074_ = $signed(_1072_) - $signed(_1073_);
  assign _1075_ = depolarised_0 ? { difference_0[11], difference_0[11], difference_0[11], difference_0[11], difference_0[11], difference_0, 2'h0 } : { difference_0[11], difference_0, 6'h00 };
  assign _1076_ = depolarised_0 ? 13'h0000 : { difference_0, 1'h0 };
  assign _1077_ = $signed(_1075_) + $signed(_1076_);
  assign _1078_ = depolarised_0 ? 19'h00000 : { difference_0[11], difference_0[11], difference_0[11], difference_0, 4'h0 };
  assign _1079_ = $signed(new_i_0) > $signed(1'h0);
  assign _1080_ = _1079_ ? 11'h3ff : 11'h400;
  assign _1081_ = $signed(_1080_) + $signed({ rest_0[17:1], 1'h0 });
  assign _1082_ = $signed({ v_0, 1'h0 }) + $signed(v_0);
  assign _1083_ = $signed(product_0_0) + $signed(product_1_0);
  assign _1084_ = $signed(_1083_) + $signed(product_2_0);
  assign _1085_ = $signed(read__data[25:13]) + $signed(input__payload[17:9]);
  assign _1086_ = $signed({ read__data[25], read__data[25], read__data[25], read__data[25], read__data[25:17] }) + $signed({ read__data[25], read__data[25], read__data[25], read__data[25], read__data[25], read__data[25:18] });
  assign _1087_ = $signed(_1085_) - $signed(_1086_);
  assign _1088_ = $signed(read__data[372:362]) - $signed({ read__data[669], read__data[669:659], 2'h0 });
  assign _1089_ = $signed(_1088_) - $signed(13'h0bb8);
  assign _1091_ = $signed(read__data[372:362]) >= $signed(10'h1f4);
  assign _1092_ = $signed(read__data[669:659]) - $signed(read__data[372:362]);
  assign _1093_ = depolarised_1 ? { difference_1[11], difference_1[11], difference_1[11], difference_1[11], difference_1[11], difference_1[11], difference_1[11], difference_1[11], difference_1, 7'h00 } : { difference_1[11], difference_1[11], difference_1[11], difference_1[11], difference_1[11], difference_1, 10'h000 };
  assign _1094_ = depolarised_1 ? { difference_1[11], difference_1[11], difference_1[11], difference_1[11], difference_1[11], difference_1[11], difference_1[11], difference_1[11], difference_1[11], difference_1[11], difference_1, 5'h00 } : { difference_1[11], difference_1[11], difference_1[11], difference_1[11], difference_1[11], difference_1[11], difference_1[11], difference_1, 8'h00 };
  assign _1095_ = $signed(_1093_) - $signed(_1094_);
  assign _1097_ = depolarised_1 ? { difference_1[11], difference_1[11], difference_1[11], difference_1[11], difference_1[11], difference_1, 2'h0 } : { difference_1[11], difference_1, 6'h00 };
  assign _1098_ = depolarised_1 ? 13'h0000 : { difference_1, 1'h0 };
  assign _1099_ = $signed(_1097_) + $signed(_1098_);
  assign _1100_ = depolarised_1 ? 19'h00000 : { difference_1[11], difference_1[11], difference_1[11], difference_1, 4'h0 };
  assign _1101_ = $signed(new_i_1) > $signed(1'h0);
  assign _1102_ = _1101_ ? 11'h3ff : 11'h400;
  assign _1103_ = $signed(_1102_) + $signed({ rest_1[17:1], 1'h0 });
  assign _1105_ = $signed({ v_1, 1'h0 }) + $signed(v_1);
  assign _1106_ = $signed(product_0_1) + $signed(product_1_1);
  assign _1107_ = $signed(_1106_) + $signed(product_2_1);
  assign _1108_ = $signed(read__data[38:26]) + $signed(input__payload[26:18]);
  assign _1109_ = $signed({ read__data[38], read__data[38], read__data[38], read__data[38], read__data[38:30] }) + $signed({ read__data[38], read__data[38], read__data[38], read__data[38], read__data[38], read__data[38:31] });
  assign _1110_ = $signed(_1108_) - $signed(_1109_);
  assign _1111_ = $signed(read__data[383:373]) - $signed({ read__data[680], read__data[680:670], 2'h0 });
  assign _1112_ = $signed(_1111_) - $signed(13'h0bb8);
  assign _1113_ = $signed(read__data[383:373]) >= $signed(10'h1f4);
  assign _1114_ = $signed(read__data[680:670]) - $signed(read__data[383:373]);
  assign _1115_ = depolarised_2 ? { difference_2[11], difference_2[11], difference_2[11], difference_2[11], difference_2[11], difference_2[11], difference_2[11], difference_2[11], difference_2, 7'h00 } : { difference_2[11], difference_2[11], difference_2[11], difference_2[11], difference_2[11], difference_2, 10'h000 };
  assign _1116_ = depolarised_2 ? { difference_2[11], difference_2[11], difference_2[11], difference_2[11], difference_2[11], difference_2[11], difference_2[11], difference_2[11], difference_2[11], difference_2[11], difference_2, 5'h00 } : { difference_2[11], difference_2[11], difference_2[11], difference_2[11], difference_2[11], difference_2[11], difference_2[11], difference_2, 8'h00 };
  assign _1117_ = $signed(_1115_) - $signed(_1116_);
  assign _1118_ = depolarised_2 ? { difference_2[11], difference_2[11], difference_2[11], difference_2[11], difference_2[11], difference_2, 2'h0 } : { difference_2[11], difference_2, 6'h00 };
  assign _1119_ = depolarised_2 ? 13'h0000 : { difference_2, 1'h0 };
  assign _1120_ = $signed(_1118_) + $signed(_1119_);
  assign _1121_ = depolarised_2 ? 19'h00000 : { difference_2[11], difference_2[11], difference_2[11], difference_2, 4'h0 };
  assign _0001_ = $signed(new_i_2) > $signed(1'h0);
  assign _0002_ = _0001_ ? 11'h3ff : 11'h400;
  assign _0003_ = $signed(_0002_) + $signed({ rest_2[17:1], 1'h0 });
  assign _0004_ = $signed({ v_2, 1'h0 }) + $signed(v_2);
  assign _0005_ = $signed(product_0_2) + $signed(product_1_2);
  assign _0006_ = $signed(_0005_) + $signed(product_2_2);
  assign _0007_ = $signed(read__data[51:39]) + $signed(input__payload[35:27]);
  assign _0009_ = $signed({ read__data[51], read__data[51], read__data[51], read__data[51], read__data[51:43] }) + $signed({ read__data[51], read__data[51], read__data[51], read__data[51], read__data[51], read__data[51:44] });
  assign _0010_ = $signed(_0007_) - $signed(_0009_);
  assign _0011_ = $signed(read__data[394:384]) - $signed({ read__data[691], read__data[691:681], 2'h0 });
  assign _0012_ = $signed(_0011_) - $signed(13'h0bb8);
  assign _0013_ = $signed(read__data[394:384]) >= $signed(10'h1f4);
  assign _0014_ = $signed(read__data[691:681]) - $signed(read__data[394:384]);
  assign _0016_ = depolarised_3 ? { difference_3[11], difference_3[11], difference_3[11], difference_3[11], difference_3[11], difference_3[11], difference_3[11], difference_3[11], difference_3, 7'h00 } : { difference_3[11], difference_3[11], difference_3[11], difference_3[11], difference_3[11], difference_3, 10'h000 };
  assign _0017_ = depolarised_3 ? { difference_3[11], difference_3[11], difference_3[11], difference_3[11], difference_3[11], difference_3[11], difference_3[11], difference_3[11], difference_3[11], difference_3[11], difference_3, 5'h00 } : { difference_3[11], difference_3[11], difference_3[11], difference_3[11], difference_3[11], difference_3[11], difference_3[11], difference_3, 8'h00 };
  assign _0018_ = $signed(_0016_) - $signed(_0017_);
  assign _0019_ = depolarised_3 ? { difference_3[11], difference_3[11], difference_3[11], difference_3[11], difference_3[11], difference_3, 2'h0 } : { difference_3[11], difference_3, 6'h00 };
  assign _0020_ = depolarised_3 ? 13'h0000 : { difference_3, 1'h0 };
  assign _0022_ = $signed(_0019_) + $signed(_0020_);
  assign _0023_ = depolarised_3 ? 19'h00000 : { difference_3[11], difference_3[11], difference_3[11], difference_3, 4'h0 };
  assign _0024_ = $signed(new_i_3) > $signed(1'h0);
  assign _0025_ = _0024_ ? 11'h3ff : 11'h400;
  assign _0026_ = $signed(_0025_) + $signed({ rest_3[17:1], 1'h0 });
  assign _0027_ = $signed({ v_3, 1'h0 }) + $signed(v_3);
  assign _0028_ = $signed(product_0_3) + $signed(product_1_3);
  assign _0029_ = $signed(_0028_) + $signed(product_2_3);
  assign _0031_ = $signed(read__data[64:52]) + $signed(input__payload[44:36]);
  assign _0032_ = $signed({ read__data[64], read__data[64], read__data[64], read__data[64], read__data[64:56] }) + $signed({ read__data[64], read__data[64], read__data[64], read__data[64], read__data[64], read__data[64:57] });
  assign _0033_ = $signed(_0031_) - $signed(_0032_);
  assign _0034_ = $signed(read__data[405:395]) - $signed({ read__data[702], read__data[702:692], 2'h0 });
  assign _0035_ = $signed(_0034_) - $signed(13'h0bb8);
  assign _0036_ = $signed(read__data[405:395]) >= $signed(10'h1f4);
  assign _0037_ = $signed(read__data[702:692]) - $signed(read__data[405:395]);
  assign _0038_ = depolarised_4 ? { difference_4[11], difference_4[11], difference_4[11], difference_4[11], difference_4[11], difference_4[11], difference_4[11], difference_4[11], difference_4, 7'h00 } : { difference_4[11], difference_4[11], difference_4[11], difference_4[11], difference_4[11], difference_4, 10'h000 };
  assign _0039_ = depolarised_4 ? { difference_4[11], difference_4[11], difference_4[11], difference_4[11], difference_4[11], difference_4[11], difference_4[11], difference_4[11], difference_4[11], difference_4[11], difference_4, 5'h00 } : { difference_4[11], difference_4[11], difference_4[11], difference_4[11], difference_4[11], difference_4[11], difference_4[11], difference_4, 8'h00 };
  assign _0040_ = $signed(_0038_) - $signed(_0039_);
  assign _0042_ = depolarised_4 ? { difference_4[11], difference_4[11], difference_4[11], difference_4[11], difference_4[11], difference_4, 2'h0 } : { difference_4[11], difference_4, 6'h00 };
  assign _0043_ = depolarised_4 ? 13'h0000 : { difference_4, 1'h0 };
  assign _0044_ = $signed(_0042_) + $signed(_0043_);
  assign _0045_ = depolarised_4 ? 19'h00000 : { difference_4[11], difference_4[11], difference_4[11], difference_4, 4'h0 };
  assign _0046_ = $signed(new_i_4) > $signed(1'h0);
  assign _0047_ = _0046_ ? 11'h3ff : 11'h400;
  assign _0048_ = $signed(_0047_) + $signed({ rest_4[17:1], 1'h0 });
  assign _0049_ = $signed({ v_4, 1'h0 }) + $signed(v_4);
  assign _0050_ = $signed(product_0_4) + $signed(product_1_4);
  assign _0051_ = $signed(_0050_) + $signed(product_2_4);
  assign _0052_ = $signed(read__data[77:65]) + $signed(input__payload[53:45]);
  assign _0053_ = $signed({ read__data[77], read__data[77], read__data[77], read__data[77], read__data[77:69] }) + $signed({ read__data[77], read__data[77], read__data[77], read__data[77], read__data[77], read__data[77:70] });
  assign _0054_ = $signed(_0052_) - $signed(_0053_);
  assign _0055_ = $signed(read__data[416:406]) - $signed({ read__data[713], read__data[713:703], 2'h0 });
  assign _0056_ = $signed(_0055_) - $signed(13'h0bb8);
  assign _0057_ = $signed(read__data[416:406]) >= $signed(10'h1f4);
  assign _0058_ = $signed(read__data[713:703]) - $signed(read__data[416:406]);
  assign _0059_ = depolarised_5 ? { difference_5[11], difference_5[11], difference_5[11], difference_5[11], difference_5[11], difference_5[11], difference_5[11], difference_5[11], difference_5, 7'h00 } : { difference_5[11], difference_5[11], difference_5[11], difference_5[11], difference_5[11], difference_5, 10'h000 };
  assign _0060_ = depolarised_5 ? { difference_5[11], difference_5[11], difference_5[11], difference_5[11], difference_5[11], difference_5[11], difference_5[11], difference_5[11], difference_5[11], difference_5[11], difference_5, 5'h00 } : { difference_5[11], difference_5[11], difference_5[11], difference_5[11], difference_5[11], difference_5[11], difference_5[11], difference_5, 8'h00 };
  assign _0062_ = $signed(_0059_) - $signed(_0060_);
  assign _0063_ = depolarised_5 ? { difference_5[11], difference_5[11], difference_5[11], difference_5[11], difference_5[11], difference_5, 2'h0 } : { difference_5[11], difference_5, 6'h00 };
  assign _0064_ = depolarised_5 ? 13'h0000 : { difference_5, 1'h0 };
  assign _0065_ = $signed(_0063_) + $signed(_0064_);
  assign _0066_ = depolarised_5 ? 19'h00000 : { difference_5[11], difference_5[11], difference_5[11], difference_5, 4'h0 };
  assign _0067_ = $signed(new_i_5) > $signed(1'h0);
  assign _0070_ = _0067_ ? 11'h3ff : 11'h400;
  assign _0071_ = $signed(_0070_) + $signed({ rest_5[17:1], 1'h0 });
  assign _0072_ = $signed({ v_5, 1'h0 }) + $signed(v_5);
  assign _0073_ = $signed(product_0_5) + $signed(product_1_5);
  assign _0074_ = $signed(_0073_) + $signed(product_2_5);
  assign _0075_ = $signed(read__data[90:78]) + $signed(input__payload[62:54]);
  assign _0076_ = $signed({ read__data[90], read__data[90], read__data[90], read__data[90], read__data[90:82] }) + $signed({ read__data[90], read__data[90], read__data[90], read__data[90], read__data[90], read__data[90:83] });
  assign _0078_ = $signed(_0075_) - $signed(_0076_);
  assign _0079_ = $signed(read__data[427:417]) - $signed({ read__data[724], read__data[724:714], 2'h0 });
  assign _0080_ = $signed(_0079_) - $signed(13'h0bb8);
  assign _0081_ = $signed(read__data[427:417]) >= $signed(10'h1f4);
  assign _0082_ = $signed(read__data[724:714]) - $signed(read__data[427:417]);
  assign _0083_ = depolarised_6 ? { difference_6[11], difference_6[11], difference_6[11], difference_6[11], difference_6[11], difference_6[11], difference_6[11], difference_6[11], difference_6, 7'h00 } : { difference_6[11], difference_6[11], difference_6[11], difference_6[11], difference_6[11], difference_6, 10'h000 };
  assign _0084_ = depolarised_6 ? { difference_6[11], difference_6[11], difference_6[11], difference_6[11], difference_6[11], difference_6[11], difference_6[11], difference_6[11], difference_6[11], difference_6[11], difference_6, 5'h00 } : { difference_6[11], difference_6[11], difference_6[11], difference_6[11], difference_6[11], difference_6[11], difference_6[11], difference_6, 8'h00 };
  assign _0085_ = $signed(_0083_) - $signed(_0084_);
  assign _0086_ = depolarised_6 ? { difference_6[11], difference_6[11], difference_6[11], difference_6[11], difference_6[11], difference_6, 2'h0 } : { difference_6[11], difference_6, 6'h00 };
  assign _0087_ = depolarised_6 ? 13'h0000 : { difference_6, 1'h0 };
  assign _0088_ = $signed(_0086_) + $signed(_0087_);
  assign _0090_ = depolarised_6 ? 19'h00000 : { difference_6[11], difference_6[11], difference_6[11], difference_6, 4'h0 };
  assign _0091_ = $signed(new_i_6) > $signed(1'h0);
  assign _0092_ = _0091_ ? 11'h3ff : 11'h400;
  assign _0093_ = $signed(_0092_) + $signed({ rest_6[17:1], 1'h0 });
  assign _0094_ = $signed({ v_6, 1'h0 }) + $signed(v_6);
  assign _0095_ = $signed(product_0_6) + $signed(product_1_6);
  assign _0096_ = $signed(_0095_) + $signed(product_2_6);
  assign _0097_ = $signed(read__data[103:91]) + $signed(input__payload[71:63]);
  assign _0098_ = $signed({ read__data[103], read__data[103], read__data[103], read__data[103], read__data[103:95] }) + $signed({ read__data[103], read__data[103], read__data[103], read__data[103], read__data[103], read__data[103:96] });
  assign _0099_ = $signed(_0097_) - $signed(_0098_);
  assign _0100_ = $signed(read__data[438:428]) - $signed({ read__data[735], read__data[735:725], 2'h0 });
  assign _0101_ = $signed(_0100_) - $signed(13'h0bb8);
  assign _0102_ = $signed(read__data[438:428]) >= $signed(10'h1f4);
  assign _0103_ = $signed(read__data[735:725]) - $signed(read__data[438:428]);
  assign _0104_ = depolarised_7 ? { difference_7[11], difference_7[11], difference_7[11], difference_7[11], difference_7[11], difference_7[11], difference_7[11], difference_7[11], difference_7, 7'h00 } : { difference_7[11], difference_7[11], difference_7[11], difference_7[11], difference_7[11], difference_7, 10'h000 };
  assign _0105_ = depolarised_7 ? { difference_7[11], difference_7[11], difference_7[11], difference_7[11], difference_7[11], difference_7[11], difference_7[11], difference_7[11], difference_7[11], difference_7[11], difference_7, 5'h00 } : { difference_7[11], difference_7[11], difference_7[11], difference_7[11], difference_7[11], difference_7[11], difference_7[11], difference_7, 8'h00 };
  assign _0106_ = $signed(_0104_) - $signed(_0105_);
  assign _0107_ = depolarised_7 ? { difference_7[11], difference_7[11], difference_7[11], difference_7[11], difference_7[11], difference_7, 2'h0 } : { difference_7[11], difference_7, 6'h00 };
  assign _0109_ = depolarised_7 ? 13'h0000 : { difference_7, 1'h0 };
  assign _0110_ = $signed(_0107_) + $signed(_0109_);
  assign _0111_ = depolarised_7 ? 19'h00000 : { difference_7[11], difference_7[11], difference_7[11], difference_7, 4'h0 };
  assign _0112_ = $signed(new_i_7) > $signed(1'h0);
  assign _0113_ = _0112_ ? 11'h3ff : 11'h400;
  assign _0114_ = $signed(_0113_) + $signed({ rest_7[17:1], 1'h0 });
  assign _0115_ = $signed({ v_7, 1'h0 }) + $signed(v_7);
  assign _0117_ = $signed(product_0_7) + $signed(product_1_7);
  assign _0118_ = $signed(_0117_) + $signed(product_2_7);
  assign _0119_ = $signed(read__data[116:104]) + $signed(input__payload[80:72]);
  assign _0120_ = $signed({ read__data[116], read__data[116], read__data[116], read__data[116], read__data[116:108] }) + $signed({ read__data[116], read__data[116], read__data[116], read__data[116], read__data[116], read__data[116:109] });
  assign _0121_ = $signed(_0119_) - $signed(_0120_);
  assign _0122_ = $signed(read__data[449:439]) - $signed({ read__data[746], read__data[746:736], 2'h0 });
  assign _0123_ = $signed(_0122_) - $signed(13'h0bb8);
  assign _0125_ = $signed(read__data[449:439]) >= $signed(10'h1f4);
  assign _0126_ = $signed(read__data[746:736]) - $signed(read__data[449:439]);
  assign _0127_ = depolarised_8 ? { difference_8[11], difference_8[11], difference_8[11], difference_8[11], difference_8[11], difference_8[11], difference_8[11], difference_8[11], difference_8, 7'h00 } : { difference_8[11], difference_8[11], difference_8[11], difference_8[11], difference_8[11], difference_8, 10'h000 };
  assign _0128_ = depolarised_8 ? { difference_8[11], difference_8[11], difference_8[11], difference_8[11], difference_8[11], difference_8[11], difference_8[11], difference_8[11], difference_8[11], difference_8[11], difference_8, 5'h00 } : { difference_8[11], difference_8[11], difference_8[11], difference_8[11], difference_8[11], difference_8[11], difference_8[11], difference_8, 8'h00 };
  assign _0129_ = $signed(_0127_) - $signed(_0128_);
  assign _0130_ = depolarised_8 ? { difference_8[11], difference_8[11], difference_8[11], difference_8[11], difference_8[11], difference_8, 2'h0 } : { difference_8[11], difference_8, 6'h00 };
  assign _0131_ = depolarised_8 ? 13'h0000 : { difference_8, 1'h0 };
  assign _0132_ = $signed(_0130_) + $signed(_0131_);
  assign _0133_ = depolarised_8 ? 19'h00000 : { difference_8[11], difference_8[11], difference_8[11], difference_8, 4'h0 };
  assign _0134_ = $signed(new_i_8) > $signed(1'h0);
  assign _0135_ = _0134_ ? 11'h3ff : 11'h400;
  assign _0138_ = $signed(_0135_) + $signed({ rest_8[17:1], 1'h0 });
  assign _0139_ = $signed({ v_8, 1'h0 }) + $signed(v_8);
  assign _0140_ = $signed(product_0_8) + $signed(product_1_8);
  assign _0141_ = $signed(_0140_) + $signed(product_2_8);
  assign _0142_ = $signed(read__data[129:117]) + $signed(input__payload[89:81]);
  assign _0143_ = $signed({ read__data[129], read__data[129], read__data[129], read__data[129], read__data[129:121] }) + $signed({ read__data[129], read__data[129], read__data[129], read__data[129], read__data[129], read__data[129:122] });
  assign _0144_ = $signed(_0142_) - $signed(_0143_);
  assign _0145_ = $signed(read__data[460:450]) - $signed({ read__data[757], read__data[757:747], 2'h0 });
  assign _0146_ = $signed(_0145_) - $signed(13'h0bb8);
  assign _0147_ = $signed(read__data[460:450]) >= $signed(10'h1f4);
  assign _0148_ = $signed(read__data[757:747]) - $signed(read__data[460:450]);
  assign _0149_ = depolarised_9 ? { difference_9[11], difference_9[11], difference_9[11], difference_9[11], difference_9[11], difference_9[11], difference_9[11], difference_9[11], difference_9, 7'h00 } : { difference_9[11], difference_9[11], difference_9[11], difference_9[11], difference_9[11], difference_9, 10'h000 };
  assign _0150_ = depolarised_9 ? { difference_9[11], difference_9[11], difference_9[11], difference_9[11], difference_9[11], difference_9[11], difference_9[11], difference_9[11], difference_9[11], difference_9[11], difference_9, 5'h00 } : { difference_9[11], difference_9[11], difference_9[11], difference_9[11], difference_9[11], difference_9[11], difference_9[11], difference_9, 8'h00 };
  assign _0151_ = $signed(_0149_) - $signed(_0150_);
  assign _0152_ = depolarised_9 ? { difference_9[11], difference_9[11], difference_9[11], difference_9[11], difference_9[11], difference_9, 2'h0 } : { difference_9[11], difference_9, 6'h00 };
  assign _0153_ = depolarised_9 ? 13'h0000 : { difference_9, 1'h0 };
  assign _0154_ = $signed(_0152_) + $signed(_0153_);
  assign _0156_ = depolarised_9 ? 19'h00000 : { difference_9[11], difference_9[11], difference_9[11], difference_9, 4'h0 };
  assign _0157_ = $signed(new_i_9) > $signed(1'h0);
  assign _0158_ = _0157_ ? 11'h3ff : 11'h400;
  assign _0159_ = $signed(_0158_) + $signed({ rest_9[17:1], 1'h0 });
  assign _0160_ = $signed({ v_9, 1'h0 }) + $signed(v_9);
  assign _0161_ = $signed(product_0_9) + $signed(product_1_9);
  assign _0162_ = $signed(_0161_) + $signed(product_2_9);
  assign _0163_ = $signed(read__data[142:130]) + $signed(input__payload[98:90]);
  assign _0165_ = $signed({ read__data[142], read__data[142], read__data[142], read__data[142], read__data[142:134] }) + $signed({ read__data[142], read__data[142], read__data[142], read__data[142], read__data[142], read__data[142:135] });
  assign _0166_ = $signed(_0163_) - $signed(_0165_);
  assign _0167_ = $signed(read__data[471:461]) - $signed({ read__data[768], read__data[768:758], 2'h0 });
  assign _0168_ = $signed(_0167_) - $signed(13'h0bb8);
  assign _0169_ = $signed(read__data[471:461]) >= $signed(10'h1f4);
  assign _0170_ = $signed(read__data[768:758]) - $signed(read__data[471:461]);
  assign _0172_ = depolarised_10 ? { difference_10[11], difference_10[11], difference_10[11], difference_10[11], difference_10[11], difference_10[11], difference_10[11], difference_10[11], difference_10, 7'h00 } : { difference_10[11], difference_10[11], difference_10[11], difference_10[11], difference_10[11], difference_10, 10'h000 };
  assign _0173_ = depolarised_10 ? { difference_10[11], difference_10[11], difference_10[11], difference_10[11], difference_10[11], difference_10[11], difference_10[11], difference_10[11], difference_10[11], difference_10[11], difference_10, 5'h00 } : { difference_10[11], difference_10[11], difference_10[11], difference_10[11], difference_10[11], difference_10[11], difference_10[11], difference_10, 8'h00 };
  assign _0174_ = $signed(_0172_) - $signed(_0173_);
  assign _0175_ = depolarised_10 ? { difference_10[11], difference_10[11], difference_10[11], difference_10[11], difference_10[11], difference_10, 2'h0 } : { difference_10[11], difference_10, 6'h00 };
  assign _0176_ = depolarised_10 ? 13'h0000 : { difference_10, 1'h0 };
  assign _0177_ = $signed(_0175_) + $signed(_0176_);
  assign _0178_ = depolarised_10 ? 19'h00000 : { difference_10[11], difference_10[11], difference_10[11], difference_10, 4'h0 };
  assign _0179_ = $signed(new_i_10) > $signed(1'h0);
  assign _0180_ = _0179_ ? 11'h3ff : 11'h400;
  assign _0181_ = $signed(_0180_) + $signed({ rest_10[17:1], 1'h0 });
  assign _0182_ = $signed({ v_10, 1'h0 }) + $signed(v_10);
  assign _0183_ = $signed(product_0_10) + $signed(product_1_10);
  assign _0185_ = $signed(_0183_) + $signed(product_2_10);
  assign _0186_ = $signed(read__data[155:143]) + $signed(input__payload[107:99]);
  assign _0187_ = $signed({ read__data[155], read__data[155], read__data[155], read__data[155], read__data[155:147] }) + $signed({ read__data[155], read__data[155], read__data[155], read__data[155], read__data[155], read__data[155:148] });
  assign _0188_ = $signed(_0186_) - $signed(_0187_);
  assign _0189_ = $signed(read__data[482:472]) - $signed({ read__data[779], read__data[779:769], 2'h0 });
  assign _0190_ = $signed(_0189_) - $signed(13'h0bb8);
  assign _0191_ = $signed(read__data[482:472]) >= $signed(10'h1f4);
  assign _0192_ = $signed(read__data[779:769]) - $signed(read__data[482:472]);
  assign _0193_ = depolarised_11 ? { difference_11[11], difference_11[11], difference_11[11], difference_11[11], difference_11[11], difference_11[11], difference_11[11], difference_11[11], difference_11, 7'h00 } : { difference_11[11], difference_11[11], difference_11[11], difference_11[11], difference_11[11], difference_11, 10'h000 };
  assign _0194_ = depolarised_11 ? { difference_11[11], difference_11[11], difference_11[11], difference_11[11], difference_11[11], difference_11[11], difference_11[11], difference_11[11], difference_11[11], difference_11[11], difference_11, 5'h00 } : { difference_11[11], difference_11[11], difference_11[11], difference_11[11], difference_11[11], difference_11[11], difference_11[11], difference_11, 8'h00 };
  assign _0195_ = $signed(_0193_) - $signed(_0194_);
  assign _0196_ = depolarised_11 ? { difference_11[11], difference_11[11], difference_11[11], difference_11[11], difference_11[11], difference_11, 2'h0 } : { difference_11[11], difference_11, 6'h00 };
  assign _0197_ = depolarised_11 ? 13'h0000 : { difference_11, 1'h0 };
  assign _0198_ = $signed(_0196_) + $signed(_0197_);
  assign _0199_ = depolarised_11 ? 19'h00000 : { difference_11[11], difference_11[11], difference_11[11], difference_11, 4'h0 };
  assign _0200_ = $signed(new_i_11) > $signed(1'h0);
  assign _0201_ = _0200_ ? 11'h3ff : 11'h400;
  assign _0202_ = $signed(_0201_) + $signed({ rest_11[17:1], 1'h0 });
  assign _0205_ = $signed({ v_11, 1'h0 }) + $signed(v_11);
  assign _0206_ = $signed(product_0_11) + $signed(product_1_11);
  assign _0207_ = $signed(_0206_) + $signed(product_2_11);
  assign _0208_ = $signed(read__data[168:156]) + $signed(input__payload[116:108]);
  assign _0209_ = $signed({ read__data[168], read__data[168], read__data[168], read__data[168], read__data[168:160] }) + $signed({ read__data[168], read__data[168], read__data[168], read__data[168], read__data[168], read__data[168:161] });
  assign _0210_ = $signed(_0208_) - $signed(_0209_);
  assign _0212_ = $signed(read__data[493:483]) - $signed({ read__data[790], read__data[790:780], 2'h0 });
  assign _0213_ = $signed(_0212_) - $signed(13'h0bb8);
  assign _0214_ = $signed(read__data[493:483]) >= $signed(10'h1f4);
  assign _0215_ = $signed(read__data[790:780]) - $signed(read__data[493:483]);
  assign _0216_ = depolarised_12 ? { difference_12[11], difference_12[11], difference_12[11], difference_12[11], difference_12[11], difference_12[11], difference_12[11], difference_12[11], difference_12, 7'h00 } : { difference_12[11], difference_12[11], difference_12[11], difference_12[11], difference_12[11], difference_12, 10'h000 };
  assign _0218_ = depolarised_12 ? { difference_12[11], difference_12[11], difference_12[11], difference_12[11], difference_12[11], difference_12[11], difference_12[11], difference_12[11], difference_12[11], difference_12[11], difference_12, 5'h00 } : { difference_12[11], difference_12[11], difference_12[11], difference_12[11], difference_12[11], difference_12[11], difference_12[11], difference_12, 8'h00 };
  assign _0219_ = $signed(_0216_) - $signed(_0218_);
  assign _0220_ = depolarised_12 ? { difference_12[11], difference_12[11], difference_12[11], difference_12[11], difference_12[11], difference_12, 2'h0 } : { difference_12[11], difference_12, 6'h00 };
  assign _0221_ = depolarised_12 ? 13'h0000 : { difference_12, 1'h0 };
  assign _0222_ = $signed(_0220_) + $signed(_0221_);
  assign _0223_ = depolarised_12 ? 19'h00000 : { difference_12[11], difference_12[11], difference_12[11], difference_12, 4'h0 };
  assign _0224_ = $signed(new_i_12) > $signed(1'h0);
  assign _0225_ = _0224_ ? 11'h3ff : 11'h400;
  assign _0226_ = $signed(_0225_) + $signed({ rest_12[17:1], 1'h0 });
  assign _0227_ = $signed({ v_12, 1'h0 }) + $signed(v_12);
  assign _0228_ = $signed(product_0_12) + $signed(product_1_12);
  assign _0229_ = $signed(_0228_) + $signed(product_2_12);
  assign _0230_ = $signed(read__data[181:169]) + $signed(input__payload[125:117]);
  assign _0232_ = $signed({ read__data[181], read__data[181], read__data[181], read__data[181], read__data[181:173] }) + $signed({ read__data[181], read__data[181], read__data[181], read__data[181], read__data[181], read__data[181:174] });
  assign _0233_ = $signed(_0230_) - $signed(_0232_);
  assign _0234_ = $signed(read__data[504:494]) - $signed({ read__data[801], read__data[801:791], 2'h0 });
  assign _0235_ = $signed(_0234_) - $signed(13'h0bb8);
  assign _0236_ = $signed(read__data[504:494]) >= $signed(10'h1f4);
  assign _0237_ = $signed(read__data[801:791]) - $signed(read__data[504:494]);
  assign _0238_ = depolarised_13 ? { difference_13[11], difference_13[11], difference_13[11], difference_13[11], difference_13[11], difference_13[11], difference_13[11], difference_13[11], difference_13, 7'h00 } : { difference_13[11], difference_13[11], difference_13[11], difference_13[11], difference_13[11], difference_13, 10'h000 };
  assign _0239_ = depolarised_13 ? { difference_13[11], difference_13[11], difference_13[11], difference_13[11], difference_13[11], difference_13[11], difference_13[11], difference_13[11], difference_13[11], difference_13[11], difference_13, 5'h00 } : { difference_13[11], difference_13[11], difference_13[11], difference_13[11], difference_13[11], difference_13[11], difference_13[11], difference_13, 8'h00 };
  assign _0240_ = $signed(_0238_) - $signed(_0239_);
  assign _0241_ = depolarised_13 ? { difference_13[11], difference_13[11], difference_13[11], difference_13[11], difference_13[11], difference_13, 2'h0 } : { difference_13[11], difference_13, 6'h00 };
  assign _0242_ = depolarised_13 ? 13'h0000 : { difference_13, 1'h0 };
  assign _0243_ = $signed(_0241_) + $signed(_0242_);
  assign _0244_ = depolarised_13 ? 19'h00000 : { difference_13[11], difference_13[11], difference_13[11], difference_13, 4'h0 };
  assign _0245_ = $signed(new_i_13) > $signed(1'h0);
  assign _0246_ = _0245_ ? 11'h3ff : 11'h400;
  assign _0247_ = $signed(_0246_) + $signed({ rest_13[17:1], 1'h0 });
  assign _0248_ = $signed({ v_13, 1'h0 }) + $signed(v_13);
  assign _0249_ = $signed(product_0_13) + $signed(product_1_13);
  assign _0250_ = $signed(_0249_) + $signed(product_2_13);
  assign _0252_ = $signed(read__data[194:182]) + $signed(input__payload[134:126]);
  assign _0253_ = $signed({ read__data[194], read__data[194], read__data[194], read__data[194], read__data[194:186] }) + $signed({ read__data[194], read__data[194], read__data[194], read__data[194], read__data[194], read__data[194:187] });
  assign _0254_ = $signed(_0252_) - $signed(_0253_);
  assign _0255_ = $signed(read__data[515:505]) - $signed({ read__data[812], read__data[812:802], 2'h0 });
  assign _0256_ = $signed(_0255_) - $signed(13'h0bb8);
  assign _0257_ = $signed(read__data[515:505]) >= $signed(10'h1f4);
  assign _0259_ = $signed(read__data[812:802]) - $signed(read__data[515:505]);
  assign _0260_ = depolarised_14 ? { difference_14[11], difference_14[11], difference_14[11], difference_14[11], difference_14[11], difference_14[11], difference_14[11], difference_14[11], difference_14, 7'h00 } : { difference_14[11], difference_14[11], difference_14[11], difference_14[11], difference_14[11], difference_14, 10'h000 };
  assign _0261_ = depolarised_14 ? { difference_14[11], difference_14[11], difference_14[11], difference_14[11], difference_14[11], difference_14[11], difference_14[11], difference_14[11], difference_14[11], difference_14[11], difference_14, 5'h00 } : { difference_14[11], difference_14[11], difference_14[11], difference_14[11], difference_14[11], difference_14[11], difference_14[11], difference_14, 8'h00 };
  assign _0262_ = $signed(_0260_) - $signed(_0261_);
  assign _0264_ = depolarised_14 ? { difference_14[11], difference_14[11], difference_14[11], difference_14[11], difference_14[11], difference_14, 2'h0 } : { difference_14[11], difference_14, 6'h00 };
  assign _0265_ = depolarised_14 ? 13'h0000 : { difference_14, 1'h0 };
  assign _0266_ = $signed(_0264_) + $signed(_0265_);
  assign _0267_ = depolarised_14 ? 19'h00000 : { difference_14[11], difference_14[11], difference_14[11], difference_14, 4'h0 };
  assign _0268_ = $signed(new_i_14) > $signed(1'h0);
  assign _0269_ = _0268_ ? 11'h3ff : 11'h400;
  assign _0270_ = $signed(_0269_) + $signed({ rest_14[17:1], 1'h0 });
  assign _0271_ = $signed({ v_14, 1'h0 }) + $signed(v_14);
  assign _0272_ = $signed(product_0_14) + $signed(product_1_14);
  assign _0273_ = $signed(_0272_) + $signed(product_2_14);
  assign _0274_ = $signed(read__data[207:195]) + $signed(input__payload[143:135]);
  assign _0275_ = $signed({ read__data[207], read__data[207], read__data[207], read__data[207], read__data[207:199] }) + $signed({ read__data[207], read__data[207], read__data[207], read__data[207], read__data[207], read__data[207:200] });
  assign _0276_ = $signed(_0274_) - $signed(_0275_);
  assign _0277_ = $signed(read__data[526:516]) - $signed({ read__data[823], read__data[823:813], 2'h0 });
  assign _0279_ = $signed(_0277_) - $signed(13'h0bb8);
  assign _0280_ = $signed(read__data[526:516]) >= $signed(10'h1f4);
  assign _0281_ = $signed(read__data[823:813]) - $signed(read__data[526:516]);
  assign _0282_ = depolarised_15 ? { difference_15[11], difference_15[11], difference_15[11], difference_15[11], difference_15[11], difference_15[11], difference_15[11], difference_15[11], difference_15, 7'h00 } : { difference_15[11], difference_15[11], difference_15[11], difference_15[11], difference_15[11], difference_15, 10'h000 };
  assign _0283_ = depolarised_15 ? { difference_15[11], difference_15[11], difference_15[11], difference_15[11], difference_15[11], difference_15[11], difference_15[11], difference_15[11], difference_15[11], difference_15[11], difference_15, 5'h00 } : { difference_15[11], difference_15[11], difference_15[11], difference_15[11], difference_15[11], difference_15[11], difference_15[11], difference_15, 8'h00 };
  assign _0284_ = $signed(_0282_) - $signed(_0283_);
  assign _0285_ = depolarised_15 ? { difference_15[11], difference_15[11], difference_15[11], difference_15[11], difference_15[11], difference_15, 2'h0 } : { difference_15[11], difference_15, 6'h00 };
  assign _0286_ = depolarised_15 ? 13'h0000 : { difference_15, 1'h0 };
  assign _0287_ = $signed(_0285_) + $signed(_0286_);
  assign _0288_ = depolarised_15 ? 19'h00000 : { difference_15[11], difference_15[11], difference_15[11], difference_15, 4'h0 };
  assign _0289_ = $signed(new_i_15) > $signed(1'h0);
  assign _0290_ = _0289_ ? 11'h3ff : 11'h400;
  assign _0291_ = $signed(_0290_) + $signed({ rest_15[17:1], 1'h0 });
  assign _0292_ = $signed({ v_15, 1'h0 }) + $signed(v_15);
  assign _0293_ = $signed(product_0_15) + $signed(product_1_15);
  assign _0294_ = $signed(_0293_) + $signed(product_2_15);
  assign _0295_ = $signed(read__data[220:208]) + $signed(input__payload[152:144]);
  assign _0296_ = $signed({ read__data[220], read__data[220], read__data[220], read__data[220], read__data[220:212] }) + $signed({ read__data[220], read__data[220], read__data[220], read__data[220], read__data[220], read__data[220:213] });
  assign _0298_ = $signed(_0295_) - $signed(_0296_);
  assign _0299_ = $signed(read__data[537:527]) - $signed({ read__data[834], read__data[834:824], 2'h0 });
  assign _0300_ = $signed(_0299_) - $signed(13'h0bb8);
  assign _0301_ = $signed(read__data[537:527]) >= $signed(10'h1f4);
  assign _0302_ = $signed(read__data[834:824]) - $signed(read__data[537:527]);
  assign _0303_ = depolarised_16 ? { difference_16[11], difference_16[11], difference_16[11], difference_16[11], difference_16[11], difference_16[11], difference_16[11], difference_16[11], difference_16, 7'h00 } : { difference_16[11], difference_16[11], difference_16[11], difference_16[11], difference_16[11], difference_16, 10'h000 };
  assign _0305_ = depolarised_16 ? { difference_16[11], difference_16[11], difference_16[11], difference_16[11], difference_16[11], difference_16[11], difference_16[11], difference_16[11], difference_16[11], difference_16[11], difference_16, 5'h00 } : { difference_16[11], difference_16[11], difference_16[11], difference_16[11], difference_16[11], difference_16[11], difference_16[11], difference_16, 8'h00 };
  assign _0306_ = $signed(_0303_) - $signed(_0305_);
  assign _0307_ = depolarised_16 ? { difference_16[11], difference_16[11], difference_16[11], difference_16[11], difference_16[11], difference_16, 2'h0 } : { difference_16[11], difference_16, 6'h00 };
  assign _0308_ = depolarised_16 ? 13'h0000 : { difference_16, 1'h0 };
  assign _0309_ = $signed(_0307_) + $signed(_0308_);
  assign _0311_ = depolarised_16 ? 19'h00000 : { difference_16[11], difference_16[11], difference_16[11], difference_16, 4'h0 };
  assign _0312_ = $signed(new_i_16) > $signed(1'h0);
  assign _0313_ = _0312_ ? 11'h3ff : 11'h400;
  assign _0314_ = $signed(_0313_) + $signed({ rest_16[17:1], 1'h0 });
  assign _0315_ = $signed({ v_16, 1'h0 }) + $signed(v_16);
  assign _0316_ = $signed(product_0_16) + $signed(product_1_16);
  assign _0317_ = $signed(_0316_) + $signed(product_2_16);
  assign _0318_ = $signed(read__data[233:221]) + $signed(input__payload[161:153]);
  assign _0319_ = $signed({ read__data[233], read__data[233], read__data[233], read__data[233], read__data[233:225] }) + $signed({ read__data[233], read__data[233], read__data[233], read__data[233], read__data[233], read__data[233:226] });
  assign _0320_ = $signed(_0318_) - $signed(_0319_);
  assign _0321_ = $signed(read__data[548:538]) - $signed({ read__data[845], read__data[845:835], 2'h0 });
  assign _0322_ = $signed(_0321_) - $signed(13'h0bb8);
  assign _0323_ = $signed(read__data[548:538]) >= $signed(10'h1f4);
  assign _0324_ = $signed(read__data[845:835]) - $signed(read__data[548:538]);
  assign _0326_ = depolarised_17 ? { difference_17[11], difference_17[11], difference_17[11], difference_17[11], difference_17[11], difference_17[11], difference_17[11], difference_17[11], difference_17, 7'h00 } : { difference_17[11], difference_17[11], difference_17[11], difference_17[11], difference_17[11], difference_17, 10'h000 };
  assign _0327_ = depolarised_17 ? { difference_17[11], difference_17[11], difference_17[11], difference_17[11], difference_17[11], difference_17[11], difference_17[11], difference_17[11], difference_17[11], difference_17[11], difference_17, 5'h00 } : { difference_17[11], difference_17[11], difference_17[11], difference_17[11], difference_17[11], difference_17[11], difference_17[11], difference_17, 8'h00 };
  assign _0328_ = $signed(_0326_) - $signed(_0327_);
  assign _0329_ = depolarised_17 ? { difference_17[11], difference_17[11], difference_17[11], difference_17[11], difference_17[11], difference_17, 2'h0 } : { difference_17[11], difference_17, 6'h00 };
  assign _0330_ = depolarised_17 ? 13'h0000 : { difference_17, 1'h0 };
  assign _0331_ = $signed(_0329_) + $signed(_0330_);
  assign _0332_ = depolarised_17 ? 19'h00000 : { difference_17[11], difference_17[11], difference_17[11], difference_17, 4'h0 };
  assign _0333_ = $signed(new_i_17) > $signed(1'h0);
  assign _0334_ = _0333_ ? 11'h3ff : 11'h400;
  assign _0335_ = $signed(_0334_) + $signed({ rest_17[17:1], 1'h0 });
  assign _0336_ = $signed({ v_17, 1'h0 }) + $signed(v_17);
  assign _0338_ = $signed(product_0_17) + $signed(product_1_17);
  assign _0339_ = $signed(_0338_) + $signed(product_2_17);
  assign _0340_ = $signed(read__data[246:234]) + $signed(input__payload[170:162]);
  assign _0341_ = $signed({ read__data[246], read__data[246], read__data[246], read__data[246], read__data[246:238] }) + $signed({ read__data[246], read__data[246], read__data[246], read__data[246], read__data[246], read__data[246:239] });
  assign _0342_ = $signed(_0340_) - $signed(_0341_);
  assign _0343_ = $signed(read__data[559:549]) - $signed({ read__data[856], read__data[856:846], 2'h0 });
  assign _0344_ = $signed(_0343_) - $signed(13'h0bb8);
  assign _0346_ = $signed(read__data[559:549]) >= $signed(10'h1f4);
  assign _0347_ = $signed(read__data[856:846]) - $signed(read__data[559:549]);
  assign _0348_ = depolarised_18 ? { difference_18[11], difference_18[11], difference_18[11], difference_18[11], difference_18[11], difference_18[11], difference_18[11], difference_18[11], difference_18, 7'h00 } : { difference_18[11], difference_18[11], difference_18[11], difference_18[11], difference_18[11], difference_18, 10'h000 };
  assign _0349_ = depolarised_18 ? { difference_18[11], difference_18[11], difference_18[11], difference_18[11], difference_18[11], difference_18[11], difference_18[11], difference_18[11], difference_18[11], difference_18[11], difference_18, 5'h00 } : { difference_18[11], difference_18[11], difference_18[11], difference_18[11], difference_18[11], difference_18[11], difference_18[11], difference_18, 8'h00 };
  assign _0350_ = $signed(_0348_) - $signed(_0349_);
  assign _0352_ = depolarised_18 ? { difference_18[11], difference_18[11], difference_18[11], difference_18[11], difference_18[11], difference_18, 2'h0 } : { difference_18[11], difference_18, 6'h00 };
  assign _0353_ = depolarised_18 ? 13'h0000 : { difference_18, 1'h0 };
  assign _0354_ = $signed(_0352_) + $signed(_0353_);
  assign _0355_ = depolarised_18 ? 19'h00000 : { difference_18[11], difference_18[11], difference_18[11], difference_18, 4'h0 };
  assign _0356_ = $signed(new_i_18) > $signed(1'h0);
  assign _0357_ = _0356_ ? 11'h3ff : 11'h400;
  assign _0359_ = $signed(_0357_) + $signed({ rest_18[17:1], 1'h0 });
  assign _0360_ = $signed({ v_18, 1'h0 }) + $signed(v_18);
  assign _0361_ = $signed(product_0_18) + $signed(product_1_18);
  assign _0362_ = $signed(_0361_) + $signed(product_2_18);
  assign _0363_ = $signed(read__data[259:247]) + $signed(input__payload[179:171]);
  assign _0364_ = $signed({ read__data[259], read__data[259], read__data[259], read__data[259], read__data[259:251] }) + $signed({ read__data[259], read__data[259], read__data[259], read__data[259], read__data[259], read__data[259:252] });
  assign _0365_ = $signed(_0363_) - $signed(_0364_);
  assign _0366_ = $signed(read__data[570:560]) - $signed({ read__data[867], read__data[867:857], 2'h0 });
  assign _0367_ = $signed(_0366_) - $signed(13'h0bb8);
  assign _0368_ = $signed(read__data[570:560]) >= $signed(10'h1f4);
  assign _0369_ = $signed(read__data[867:857]) - $signed(read__data[570:560]);
  assign _0370_ = depolarised_19 ? { difference_19[11], difference_19[11], difference_19[11], difference_19[11], difference_19[11], difference_19[11], difference_19[11], difference_19[11], difference_19, 7'h00 } : { difference_19[11], difference_19[11], difference_19[11], difference_19[11], difference_19[11], difference_19, 10'h000 };
  assign _0372_ = depolarised_19 ? { difference_19[11], difference_19[11], difference_19[11], difference_19[11], difference_19[11], difference_19[11], difference_19[11], difference_19[11], difference_19[11], difference_19[11], difference_19, 5'h00 } : { difference_19[11], difference_19[11], difference_19[11], difference_19[11], difference_19[11], difference_19[11], difference_19[11], difference_19, 8'h00 };
  assign _0373_ = $signed(_0370_) - $signed(_0372_);
  assign _0374_ = depolarised_19 ? { difference_19[11], difference_19[11], difference_19[11], difference_19[11], difference_19[11], difference_19, 2'h0 } : { difference_19[11], difference_19, 6'h00 };
  assign _0375_ = depolarised_19 ? 13'h0000 : { difference_19, 1'h0 };
  assign _0376_ = $signed(_0374_) + $signed(_0375_);
  assign _0377_ = depolarised_19 ? 19'h00000 : { difference_19[11], difference_19[11], difference_19[11], difference_19, 4'h0 };
  assign _0378_ = $signed(new_i_19) > $signed(1'h0);
  assign _0379_ = _0378_ ? 11'h3ff : 11'h400;
  assign _0380_ = $signed(_0379_) + $signed({ rest_19[17:1], 1'h0 });
  assign _0381_ = $signed({ v_19, 1'h0 }) + $signed(v_19);
  assign _0382_ = $signed(product_0_19) + $signed(product_1_19);
  assign _0383_ = $signed(_0382_) + $signed(product_2_19);
  assign _0384_ = $signed(read__data[272:260]) + $signed(input__payload[188:180]);
  assign _0385_ = $signed({ read__data[272], read__data[272], read__data[272], read__data[272], read__data[272:264] }) + $signed({ read__data[272], read__data[272], read__data[272], read__data[272], read__data[272], read__data[272:265] });
  assign _0386_ = $signed(_0384_) - $signed(_0385_);
  assign _0387_ = $signed(read__data[581:571]) - $signed({ read__data[878], read__data[878:868], 2'h0 });
  assign _0388_ = $signed(_0387_) - $signed(13'h0bb8);
  assign _0389_ = $signed(read__data[581:571]) >= $signed(10'h1f4);
  assign _0390_ = $signed(read__data[878:868]) - $signed(read__data[581:571]);
  assign _0392_ = depolarised_20 ? { difference_20[11], difference_20[11], difference_20[11], difference_20[11], difference_20[11], difference_20[11], difference_20[11], difference_20[11], difference_20, 7'h00 } : { difference_20[11], difference_20[11], difference_20[11], difference_20[11], difference_20[11], difference_20, 10'h000 };
  assign _0393_ = depolarised_20 ? { difference_20[11], difference_20[11], difference_20[11], difference_20[11], difference_20[11], difference_20[11], difference_20[11], difference_20[11], difference_20[11], difference_20[11], difference_20, 5'h00 } : { difference_20[11], difference_20[11], difference_20[11], difference_20[11], difference_20[11], difference_20[11], difference_20[11], difference_20, 8'h00 };
  assign _0394_ = $signed(_0392_) - $signed(_0393_);
  assign _0395_ = depolarised_20 ? { difference_20[11], difference_20[11], difference_20[11], difference_20[11], difference_20[11], difference_20, 2'h0 } : { difference_20[11], difference_20, 6'h00 };
  assign _0397_ = depolarised_20 ? 13'h0000 : { difference_20, 1'h0 };
  assign _0398_ = $signed(_0395_) + $signed(_0397_);
  assign _0399_ = depolarised_20 ? 19'h00000 : { difference_20[11], difference_20[11], difference_20[11], difference_20, 4'h0 };
  assign _0400_ = $signed(new_i_20) > $signed(1'h0);
  assign _0401_ = _0400_ ? 11'h3ff : 11'h400;
  assign _0402_ = $signed(_0401_) + $signed({ rest_20[17:1], 1'h0 });
  assign _0403_ = $signed({ v_20, 1'h0 }) + $signed(v_20);
  assign _0404_ = $signed(product_0_20) + $signed(product_1_20);
  assign _0406_ = $signed(_0404_) + $signed(product_2_20);
  assign _0407_ = $signed(read__data[285:273]) + $signed(input__payload[197:189]);
  assign _0408_ = $signed({ read__data[285], read__data[285], read__data[285], read__data[285], read__data[285:277] }) + $signed({ read__data[285], read__data[285], read__data[285], read__data[285], read__data[285], read__data[285:278] });
  assign _0409_ = $signed(_0407_) - $signed(_0408_);
  assign _0410_ = $signed(read__data[592:582]) - $signed({ read__data[889], read__data[889:879], 2'h0 });
  assign _0411_ = $signed(_0410_) - $signed(13'h0bb8);
  assign _0412_ = $signed(read__data[592:582]) >= $signed(10'h1f4);
  assign _0413_ = $signed(read__data[889:879]) - $signed(read__data[592:582]);
  assign _0414_ = depolarised_21 ? { difference_21[11], difference_21[11], difference_21[11], difference_21[11], difference_21[11], difference_21[11], difference_21[11], difference_21[11], difference_21, 7'h00 } : { difference_21[11], difference_21[11], difference_21[11], difference_21[11], difference_21[11], difference_21, 10'h000 };
  assign _0415_ = depolarised_21 ? { difference_21[11], difference_21[11], difference_21[11], difference_21[11], difference_21[11], difference_21[11], difference_21[11], difference_21[11], difference_21[11], difference_21[11], difference_21, 5'h00 } : { difference_21[11], difference_21[11], difference_21[11], difference_21[11], difference_21[11], difference_21[11], difference_21[11], difference_21, 8'h00 };
  assign _0416_ = $signed(_0414_) - $signed(_0415_);
  assign _0418_ = depolarised_21 ? { difference_21[11], difference_21[11], difference_21[11], difference_21[11], difference_21[11], difference_21, 2'h0 } : { difference_21[11], difference_21, 6'h00 };
  assign _0419_ = depolarised_21 ? 13'h0000 : { difference_21, 1'h0 };
  assign _0420_ = $signed(_0418_) + $signed(_0419_);
  assign _0421_ = depolarised_21 ? 19'h00000 : { difference_21[11], difference_21[11], difference_21[11], difference_21, 4'h0 };
  assign _0422_ = $signed(new_i_21) > $signed(1'h0);
  assign _0423_ = _0422_ ? 11'h3ff : 11'h400;
  assign _0424_ = $signed(_0423_) + $signed({ rest_21[17:1], 1'h0 });
  assign _0425_ = $signed({ v_21, 1'h0 }) + $signed(v_21);
  assign _0426_ = $signed(product_0_21) + $signed(product_1_21);
  assign _0427_ = $signed(_0426_) + $signed(product_2_21);
  assign _0428_ = $signed(read__data[298:286]) + $signed(input__payload[206:198]);
  assign _0429_ = $signed({ read__data[298], read__data[298], read__data[298], read__data[298], read__data[298:290] }) + $signed({ read__data[298], read__data[298], read__data[298], read__data[298], read__data[298], read__data[298:291] });
  assign _0430_ = $signed(_0428_) - $signed(_0429_);
  assign _0431_ = $signed(read__data[603:593]) - $signed({ read__data[900], read__data[900:890], 2'h0 });
  assign _0432_ = $signed(_0431_) - $signed(13'h0bb8);
  assign _0433_ = $signed(read__data[603:593]) >= $signed(10'h1f4);
  assign _0434_ = $signed(read__data[900:890]) - $signed(read__data[603:593]);
  assign _0435_ = depolarised_22 ? { difference_22[11], difference_22[11], difference_22[11], difference_22[11], difference_22[11], difference_22[11], difference_22[11], difference_22[11], difference_22, 7'h00 } : { difference_22[11], difference_22[11], difference_22[11], difference_22[11], difference_22[11], difference_22, 10'h000 };
  assign _0437_ = depolarised_22 ? { difference_22[11], difference_22[11], difference_22[11], difference_22[11], difference_22[11], difference_22[11], difference_22[11], difference_22[11], difference_22[11], difference_22[11], difference_22, 5'h00 } : { difference_22[11], difference_22[11], difference_22[11], difference_22[11], difference_22[11], difference_22[11], difference_22[11], difference_22, 8'h00 };
  assign _0438_ = $signed(_0435_) - $signed(_0437_);
  assign _0439_ = depolarised_22 ? { difference_22[11], difference_22[11], difference_22[11], difference_22[11], difference_22[11], difference_22, 2'h0 } : { difference_22[11], difference_22, 6'h00 };
  assign _0440_ = depolarised_22 ? 13'h0000 : { difference_22, 1'h0 };
  assign _0441_ = $signed(_0439_) + $signed(_0440_);
  assign _0442_ = depolarised_22 ? 19'h00000 : { difference_22[11], difference_22[11], difference_22[11], difference_22, 4'h0 };
  assign _0444_ = $signed(new_i_22) > $signed(1'h0);
  assign _0445_ = _0444_ ? 11'h3ff : 11'h400;
  assign _0446_ = $signed(_0445_) + $signed({ rest_22[17:1], 1'h0 });
  assign _0447_ = $signed({ v_22, 1'h0 }) + $signed(v_22);
  assign _0448_ = $signed(product_0_22) + $signed(product_1_22);
  assign _0449_ = $signed(_0448_) + $signed(product_2_22);
  assign _0450_ = $signed(read__data[311:299]) + $signed(input__payload[215:207]);
  assign _0452_ = $signed({ read__data[311], read__data[311], read__data[311], read__data[311], read__data[311:303] }) + $signed({ read__data[311], read__data[311], read__data[311], read__data[311], read__data[311], read__data[311:304] });
  assign _0453_ = $signed(_0450_) - $signed(_0452_);
  assign _0454_ = $signed(read__data[614:604]) - $signed({ read__data[911], read__data[911:901], 2'h0 });
  assign _0455_ = $signed(_0454_) - $signed(13'h0bb8);
  assign _0456_ = $signed(read__data[614:604]) >= $signed(10'h1f4);
  assign _0457_ = $signed(read__data[911:901]) - $signed(read__data[614:604]);
  assign _0458_ = depolarised_23 ? { difference_23[11], difference_23[11], difference_23[11], difference_23[11], difference_23[11], difference_23[11], difference_23[11], difference_23[11], difference_23, 7'h00 } : { difference_23[11], difference_23[11], difference_23[11], difference_23[11], difference_23[11], difference_23, 10'h000 };
  assign _0459_ = depolarised_23 ? { difference_23[11], difference_23[11], difference_23[11], difference_23[11], difference_23[11], difference_23[11], difference_23[11], difference_23[11], difference_23[11], difference_23[11], difference_23, 5'h00 } : { difference_23[11], difference_23[11], difference_23[11], difference_23[11], difference_23[11], difference_23[11], difference_23[11], difference_23, 8'h00 };
  assign _0460_ = $signed(_0458_) - $signed(_0459_);
  assign _0461_ = depolarised_23 ? { difference_23[11], difference_23[11], difference_23[11], difference_23[11], difference_23[11], difference_23, 2'h0 } : { difference_23[11], difference_23, 6'h00 };
  assign _0462_ = depolarised_23 ? 13'h0000 : { difference_23, 1'h0 };
  assign _0464_ = $signed(_0461_) + $signed(_0462_);
  assign _0465_ = depolarised_23 ? 19'h00000 : { difference_23[11], difference_23[11], difference_23[11], difference_23, 4'h0 };
  assign _0466_ = $signed(new_i_23) > $signed(1'h0);
  assign _0467_ = _0466_ ? 11'h3ff : 11'h400;
  assign _0468_ = $signed(_0467_) + $signed({ rest_23[17:1], 1'h0 });
  assign _0469_ = $signed({ v_23, 1'h0 }) + $signed(v_23);
  assign _0470_ = $signed(product_0_23) + $signed(product_1_23);
  assign _0471_ = $signed(_0470_) + $signed(product_2_23);
  assign _0472_ = $signed(read__data[324:312]) + $signed(input__payload[224:216]);
  assign _0473_ = $signed({ read__data[324], read__data[324], read__data[324], read__data[324], read__data[324:316] }) + $signed({ read__data[324], read__data[324], read__data[324], read__data[324], read__data[324], read__data[324:317] });
  assign _0474_ = $signed(_0472_) - $signed(_0473_);
  assign _0475_ = $signed(read__data[625:615]) - $signed({ read__data[922], read__data[922:912], 2'h0 });
  assign _0476_ = $signed(_0475_) - $signed(13'h0bb8);
  assign _0477_ = $signed(read__data[625:615]) >= $signed(10'h1f4);
  assign _0478_ = $signed(read__data[922:912]) - $signed(read__data[625:615]);
  assign _0479_ = depolarised_24 ? { difference_24[11], difference_24[11], difference_24[11], difference_24[11], difference_24[11], difference_24[11], difference_24[11], difference_24[11], difference_24, 7'h00 } : { difference_24[11], difference_24[11], difference_24[11], difference_24[11], difference_24[11], difference_24, 10'h000 };
  assign _0480_ = depolarised_24 ? { difference_24[11], difference_24[11], difference_24[11], difference_24[11], difference_24[11], difference_24[11], difference_24[11], difference_24[11], difference_24[11], difference_24[11], difference_24, 5'h00 } : { difference_24[11], difference_24[11], difference_24[11], difference_24[11], difference_24[11], difference_24[11], difference_24[11], difference_24, 8'h00 };
  assign _0481_ = $signed(_0479_) - $signed(_0480_);
  assign _0483_ = depolarised_24 ? { difference_24[11], difference_24[11], difference_24[11], difference_24[11], difference_24[11], difference_24, 2'h0 } : { difference_24[11], difference_24, 6'h00 };
  assign _0484_ = depolarised_24 ? 13'h0000 : { difference_24, 1'h0 };
  assign _0485_ = $signed(_0483_) + $signed(_0484_);
  assign _0486_ = depolarised_24 ? 19'h00000 : { difference_24[11], difference_24[11], difference_24[11], difference_24, 4'h0 };
  assign _0487_ = $signed(new_i_24) > $signed(1'h0);
  assign _0488_ = _0487_ ? 11'h3ff : 11'h400;
  assign _0489_ = $signed(_0488_) + $signed({ rest_24[17:1], 1'h0 });
  assign _0491_ = $signed({ v_24, 1'h0 }) + $signed(v_24);
  assign _0492_ = $signed(product_0_24) + $signed(product_1_24);
  assign _0493_ = $signed(_0492_) + $signed(product_2_24);
  assign _0494_ = $signed(read__data[337:325]) + $signed(input__payload[233:225]);
  assign _0495_ = $signed({ read__data[337], read__data[337], read__data[337], read__data[337], read__data[337:329] }) + $signed({ read__data[337], read__data[337], read__data[337], read__data[337], read__data[337], read__data[337:330] });
  assign _0496_ = $signed(_0494_) - $signed(_0495_);
  assign _0497_ = $signed(read__data[636:626]) - $signed({ read__data[933], read__data[933:923], 2'h0 });
  assign _0499_ = $signed(_0497_) - $signed(13'h0bb8);
  assign _0500_ = $signed(read__data[636:626]) >= $signed(10'h1f4);
  assign _0501_ = $signed(read__data[933:923]) - $signed(read__data[636:626]);
  assign _0502_ = depolarised_25 ? { difference_25[11], difference_25[11], difference_25[11], difference_25[11], difference_25[11], difference_25[11], difference_25[11], difference_25[11], difference_25, 7'h00 } : { difference_25[11], difference_25[11], difference_25[11], difference_25[11], difference_25[11], difference_25, 10'h000 };
  assign _0503_ = depolarised_25 ? { difference_25[11], difference_25[11], difference_25[11], difference_25[11], difference_25[11], difference_25[11], difference_25[11], difference_25[11], difference_25[11], difference_25[11], difference_25, 5'h00 } : { difference_25[11], difference_25[11], difference_25[11], difference_25[11], difference_25[11], difference_25[11], difference_25[11], difference_25, 8'h00 };
  assign _0504_ = $signed(_0502_) - $signed(_0503_);
  assign _0505_ = depolarised_25 ? { difference_25[11], difference_25[11], difference_25[11], difference_25[11], difference_25[11], difference_25, 2'h0 } : { difference_25[11], difference_25, 6'h00 };
  assign _0506_ = depolarised_25 ? 13'h0000 : { difference_25, 1'h0 };
  assign _0507_ = $signed(_0505_) + $signed(_0506_);
  assign _0508_ = depolarised_25 ? 19'h00000 : { difference_25[11], difference_25[11], difference_25[11], difference_25, 4'h0 };
  assign _0509_ = $signed(new_i_25) > $signed(1'h0);
  assign _0511_ = _0509_ ? 11'h3ff : 11'h400;
  assign _0512_ = $signed(_0511_) + $signed({ rest_25[17:1], 1'h0 });
  assign _0513_ = $signed({ v_25, 1'h0 }) + $signed(v_25);
  assign _0514_ = $signed(product_0_25) + $signed(product_1_25);
  assign _0515_ = $signed(_0514_) + $signed(product_2_25);
  assign _0516_ = $signed(read__data[350:338]) + $signed(input__payload[242:234]);
  assign _0517_ = $signed({ read__data[350], read__data[350], read__data[350], read__data[350], read__data[350:342] }) + $signed({ read__data[350], read__data[350], read__data[350], read__data[350], read__data[350], read__data[350:343] });
  assign _0518_ = $signed(_0516_) - $signed(_0517_);
  assign _0519_ = $signed(read__data[647:637]) - $signed({ read__data[944], read__data[944:934], 2'h0 });
  assign _0520_ = $signed(_0519_) - $signed(13'h0bb8);
  assign _0521_ = $signed(read__data[647:637]) >= $signed(10'h1f4);
  assign _0522_ = $signed(read__data[944:934]) - $signed(read__data[647:637]);
  assign _0523_ = depolarised_26 ? { difference_26[11], difference_26[11], difference_26[11], difference_26[11], difference_26[11], difference_26[11], difference_26[11], difference_26[11], difference_26, 7'h00 } : { difference_26[11], difference_26[11], difference_26[11], difference_26[11], difference_26[11], difference_26, 10'h000 };
  assign _0524_ = depolarised_26 ? { difference_26[11], difference_26[11], difference_26[11], difference_26[11], difference_26[11], difference_26[11], difference_26[11], difference_26[11], difference_26[11], difference_26[11], difference_26, 5'h00 } : { difference_26[11], difference_26[11], difference_26[11], difference_26[11], difference_26[11], difference_26[11], difference_26[11], difference_26, 8'h00 };
  assign _0525_ = $signed(_0523_) - $signed(_0524_);
  assign _0526_ = depolarised_26 ? { difference_26[11], difference_26[11], difference_26[11], difference_26[11], difference_26[11], difference_26, 2'h0 } : { difference_26[11], difference_26, 6'h00 };
  assign _0527_ = depolarised_26 ? 13'h0000 : { difference_26, 1'h0 };
  assign _0528_ = $signed(_0526_) + $signed(_0527_);
  assign _0530_ = depolarised_26 ? 19'h00000 : { difference_26[11], difference_26[11], difference_26[11], difference_26, 4'h0 };
  assign _0531_ = $signed(new_i_26) > $signed(1'h0);
  assign _0532_ = _0531_ ? 11'h3ff : 11'h400;
  assign _0533_ = $signed(_0532_) + $signed({ rest_26[17:1], 1'h0 });
  assign _0534_ = $signed({ v_26, 1'h0 }) + $signed(v_26);
  assign _0535_ = $signed(product_0_26) + $signed(product_1_26);
  assign _0536_ = $signed(_0535_) + $signed(product_2_26);
  assign _0537_ = ~ fresh_3_0;
  assign _0540_ = $signed(new_h_0) >= $signed(11'h200);
  assign _0541_ = _0537_ & _0540_;
  assign _0542_ = ~ fresh_3_1;
  assign _0543_ = $signed(new_h_1) >= $signed(11'h200);
  assign _0544_ = _0542_ & _0543_;
  assign _0545_ = ~ fresh_3_2;
  assign _0546_ = $signed(new_h_2) >= $signed(11'h200);
  assign _0547_ = _0545_ & _0546_;
  assign _0548_ = ~ fresh_3_3;
  assign _0549_ = $signed(new_h_3) >= $signed(11'h200);
  assign _0551_ = _0548_ & _0549_;
  assign _0552_ = ~ fresh_3_4;
  assign _0553_ = $signed(new_h_4) >= $signed(11'h200);
  assign _0554_ = _0552_ & _0553_;
  assign _0555_ = ~ fresh_3_5;
  assign _0556_ = $signed(new_h_5) >= $signed(11'h200);
  assign _0557_ = _0555_ & _0556_;
  assign _0558_ = ~ fresh_3_6;
  assign _0559_ = $signed(new_h_6) >= $signed(11'h200);
  assign _0560_ = _0558_ & _0559_;
  assign _0561_ = ~ fresh_3_7;
  assign _0562_ = $signed(new_h_7) >= $signed(11'h200);
  assign _0563_ = _0561_ & _0562_;
  assign _0564_ = ~ fresh_3_8;
  assign _0565_ = $signed(new_h_8) >= $signed(11'h200);
  assign _0566_ = _0564_ & _0565_;
  assign _0567_ = ~ fresh_3_9;
  assign _0568_ = $signed(new_h_9) >= $signed(11'h200);
  assign _0569_ = _0567_ & _0568_;
  assign _0570_ = ~ fresh_3_10;
  assign _0572_ = $signed(new_h_10) >= $signed(11'h200);
  assign _0573_ = _0570_ & _0572_;
  assign _0574_ = ~ fresh_3_11;
  assign _0575_ = $signed(new_h_11) >= $signed(11'h200);
  assign _0576_ = _0574_ & _0575_;
  assign _0577_ = ~ fresh_3_12;
  assign _0578_ = $signed(new_h_12) >= $signed(11'h200);
  assign _0579_ = _0577_ & _0578_;
  assign _0580_ = ~ fresh_3_13;
  assign _0581_ = $signed(new_h_13) >= $signed(11'h200);
  assign _0582_ = _0580_ & _0581_;
  assign _0583_ = ~ fresh_3_14;
  assign _0584_ = $signed(new_h_14) >= $signed(11'h200);
  assign _0585_ = _0583_ & _0584_;
  assign _0586_ = ~ fresh_3_15;
  assign _0587_ = $signed(new_h_15) >= $signed(11'h200);
  assign _0588_ = _0586_ & _0587_;
  assign _0589_ = ~ fresh_3_16;
  assign _0590_ = $signed(new_h_16) >= $signed(11'h200);
  assign _0591_ = _0589_ & _0590_;
  assign _0592_ = ~ fresh_3_17;
  assign _0593_ = $signed(new_h_17) >= $signed(11'h200);
  assign _0594_ = _0592_ & _0593_;
  assign _0595_ = ~ fresh_3_18;
  assign _0596_ = $signed(new_h_18) >= $signed(11'h200);
  assign _0597_ = _0595_ & _0596_;
  assign _0598_ = ~ fresh_3_19;
  assign _0599_ = $signed(new_h_19) >= $signed(11'h200);
  assign _0600_ = _0598_ & _0599_;
  assign _0601_ = ~ fresh_3_20;
  assign _0603_ = $signed(new_h_20) >= $signed(11'h200);
  assign _0604_ = _0601_ & _0603_;
  assign _0605_ = ~ fresh_3_21;
  assign _0606_ = $signed(new_h_21) >= $signed(11'h200);
  assign _0607_ = _0605_ & _0606_;
  assign _0608_ = ~ fresh_3_22;
  assign _0609_ = $signed(new_h_22) >= $signed(11'h200);
  assign _0610_ = _0608_ & _0609_;
  assign _0611_ = ~ fresh_3_23;
  assign _0612_ = $signed(new_h_23) >= $signed(11'h200);
  assign _0614_ = _0611_ & _0612_;
  assign _0615_ = ~ fresh_3_24;
  assign _0616_ = $signed(new_h_24) >= $signed(11'h200);
  assign _0617_ = _0615_ & _0616_;
  assign _0618_ = ~ fresh_3_25;
  assign _0619_ = $signed(new_h_25) >= $signed(11'h200);
  assign _0620_ = _0618_ & _0619_;
  assign _0621_ = ~ fresh_3_26;
  assign _0622_ = $signed(new_h_26) >= $signed(11'h200);
  assign _0623_ = _0621_ & _0622_;
  assign write__data[12:0] = fresh_3_0 ? 13'h0000 : i_3_0;
  assign write__data[25:13] = fresh_3_1 ? 13'h0000 : i_3_1;
  assign write__data[38:26] = fresh_3_2 ? 13'h0000 : i_3_2;
  assign write__data[51:39] = fresh_3_3 ? 13'h0000 : i_3_3;
  assign write__data[64:52] = fresh_3_4 ? 13'h0000 : i_3_4;
  assign write__data[77:65] = fresh_3_5 ? 13'h0000 : i_3_5;
  assign write__data[90:78] = fresh_3_6 ? 13'h0000 : i_3_6;
  assign write__data[103:91] = fresh_3_7 ? 13'h0000 : i_3_7;
  assign write__data[116:104] = fresh_3_8 ? 13'h0000 : i_3_8;
  assign write__data[129:117] = fresh_3_9 ? 13'h0000 : i_3_9;
  assign write__data[142:130] = fresh_3_10 ? 13'h0000 : i_3_10;
  assign write__data[155:143] = fresh_3_11 ? 13'h0000 : i_3_11;
  assign write__data[168:156] = fresh_3_12 ? 13'h0000 : i_3_12;
  assign write__data[181:169] = fresh_3_13 ? 13'h0000 : i_3_13;
  assign write__data[194:182] = fresh_3_14 ? 13'h0000 : i_3_14;
  assign write__data[207:195] = fresh_3_15 ? 13'h0000 : i_3_15;
  assign write__data[220:208] = fresh_3_16 ? 13'h0000 : i_3_16;
  assign write__data[233:221] = fresh_3_17 ? 13'h0000 : i_3_17;
  assign write__data[246:234] = fresh_3_18 ? 13'h0000 : i_3_18;
  assign write__data[259:247] = fresh_3_19 ? 13'h0000 : i_3_19;
  assign write__data[272:260] = fresh_3_20 ? 13'h0000 : i_3_20;
  assign write__data[285:273] = fresh_3_21 ? 13'h0000 : i_3_21;
  assign write__data[298:286] = fresh_3_22 ? 13'h0000 : i_3_22;
  assign write__data[311:299] = fresh_3_23 ? 13'h0000 : i_3_23;
  assign write__data[324:312] = fresh_3_24 ? 13'h0000 : i_3_24;
  assign write__data[337:325] = fresh_3_25 ? 13'h0000 : i_3_25;
  assign write__data[350:338] = fresh_3_26 ? 13'h0000 : i_3_26;
  assign { _0627_[20:11], write__data[361:351] } = fresh_3_0 ? 21'h1ffc00 : new_h_0;
  assign { _0628_[20:11], write__data[372:362] } = fresh_3_1 ? 21'h1ffc00 : new_h_1;
  assign { _0629_[20:11], write__data[383:373] } = fresh_3_2 ? 21'h1ffc00 : new_h_2;
  assign { _0630_[20:11], write__data[394:384] } = fresh_3_3 ? 21'h1ffc00 : new_h_3;
  assign { _0631_[20:11], write__data[405:395] } = fresh_3_4 ? 21'h1ffc00 : new_h_4;
  assign { _0632_[20:11], write__data[416:406] } = fresh_3_5 ? 21'h1ffc00 : new_h_5;
  assign { _0633_[20:11], write__data[427:417] } = fresh_3_6 ? 21'h1ffc00 : new_h_6;
  assign { _0634_[20:11], write__data[438:428] } = fresh_3_7 ? 21'h1ffc00 : new_h_7;
  assign { _0635_[20:11], write__data[449:439] } = fresh_3_8 ? 21'h1ffc00 : new_h_8;
  assign { _0636_[20:11], write__data[460:450] } = fresh_3_9 ? 21'h1ffc00 : new_h_9;
  assign { _0637_[20:11], write__data[471:461] } = fresh_3_10 ? 21'h1ffc00 : new_h_10;
  assign { _0638_[20:11], write__data[482:472] } = fresh_3_11 ? 21'h1ffc00 : new_h_11;
  assign { _0639_[20:11], write__data[493:483] } = fresh_3_12 ? 21'h1ffc00 : new_h_12;
  assign { _0640_[20:11], write__data[504:494] } = fresh_3_13 ? 21'h1ffc00 : new_h_13;
  assign { _0641_[20:11], write__data[515:505] } = fresh_3_14 ? 21'h1ffc00 : new_h_14;
  assign { _0642_[20:11], write__data[526:516] } = fresh_3_15 ? 21'h1ffc00 : new_h_15;
  assign { _0643_[20:11], write__data[537:527] } = fresh_3_16 ? 21'h1ffc00 : new_h_16;
  assign { _0644_[20:11], write__data[548:538] } = fresh_3_17 ? 21'h1ffc00 : new_h_17;
  assign { _0645_[20:11], write__data[559:549] } = fresh_3_18 ? 21'h1ffc00 : new_h_18;
  assign { _0646_[20:11], write__data[570:560] } = fresh_3_19 ? 21'h1ffc00 : new_h_19;
  assign { _0647_[20:11], write__data[581:571] } = fresh_3_20 ? 21'h1ffc00 : new_h_20;
  assign { _0648_[20:11], write__data[592:582] } = fresh_3_21 ? 21'h1ffc00 : new_h_21;
  assign { _0649_[20:11], write__data[603:593] } = fresh_3_22 ? 21'h1ffc00 : new_h_22;
  assign { _0651_[20:11], write__data[614:604] } = fresh_3_23 ? 21'h1ffc00 : new_h_23;
  assign { _0652_[20:11], write__data[625:615] } = fresh_3_24 ? 21'h1ffc00 : new_h_24;
  assign { _0653_[20:11], write__data[636:626] } = fresh_3_25 ? 21'h1ffc00 : new_h_25;
  assign { _0654_[20:11], write__data[647:637] } = fresh_3_26 ? 21'h1ffc00 : new_h_26;
  assign _0656_ = $signed(_0655_) < $signed(11'h4e0);
  assign _0657_ = ~ _0655_;
  assign _0659_ = & _0657_[21:10];
  assign _0660_ = ~ _0659_;
  assign _0661_ = _0657_[22] & _0660_;
  assign _0655_ = $signed({ product_0[21], product_0[21], product_0[21], product_0[21], product_0[21], product_0[21], product_0[21], product_0[21], product_0[21], product_0[21], product_0[21:10] }) + $signed(h_3_0);
  assign _0662_ = _0661_ ? 23'h0003ff : _0655_;
  assign _0663_ = _0656_ ? 23'h7ffce0 : _0662_;
  assign { _0665_[22:11], write__data[658:648] } = fresh_3_0 ? 23'h7ffcf4 : _0663_;
  assign _0667_ = $signed(_0666_) < $signed(11'h4e0);
  assign _0668_ = ~ _0666_;
  assign _0669_ = & _0668_[21:10];
  assign _0670_ = ~ _0669_;
  assign _0671_ = _0668_[22] & _0670_;
  assign _0666_ = $signed({ product_1[21], product_1[21], product_1[21], product_1[21], product_1[21], product_1[21], product_1[21], product_1[21], product_1[21], product_1[21], product_1[21:10] }) + $signed(h_3_1);
  assign _0672_ = _0671_ ? 23'h0003ff : _0666_;
  assign _0673_ = _0667_ ? 23'h7ffce0 : _0672_;
  assign { _0674_[22:11], write__data[669:659] } = fresh_3_1 ? 23'h7ffcf4 : _0673_;
  assign _0677_ = $signed(_0675_) < $signed(11'h4e0);
  assign _0678_ = ~ _0675_;
  assign _0679_ = & _0678_[21:10];
  assign _0680_ = ~ _0679_;
  assign _0681_ = _0678_[22] & _0680_;
  assign _0675_ = $signed({ product_2[21], product_2[21], product_2[21], product_2[21], product_2[21], product_2[21], product_2[21], product_2[21], product_2[21], product_2[21], product_2[21:10] }) + $signed(h_3_2);
  assign _0682_ = _0681_ ? 23'h0003ff : _0675_;
  assign _0683_ = _0677_ ? 23'h7ffce0 : _0682_;
  assign { _0684_[22:11], write__data[680:670] } = fresh_3_2 ? 23'h7ffcf4 : _0683_;
  assign _0686_ = $signed(_0685_) < $signed(11'h4e0);
  assign _0687_ = ~ _0685_;
  assign _0688_ = & _0687_[21:10];
  assign _0689_ = ~ _0688_;
  assign _0690_ = _0687_[22] & _0689_;
  assign _0685_ = $signed({ product_3[21], product_3[21], product_3[21], product_3[21], product_3[21], product_3[21], product_3[21], product_3[21], product_3[21], product_3[21], product_3[21:10] }) + $signed(h_3_3);
  assign _0691_ = _0690_ ? 23'h0003ff : _0685_;
  assign _0695_ = _0686_ ? 23'h7ffce0 : _0691_;
  assign { _0696_[22:11], write__data[691:681] } = fresh_3_3 ? 23'h7ffcf4 : _0695_;
  assign _0698_ = $signed(_0697_) < $signed(11'h4e0);
  assign _0699_ = ~ _0697_;
  assign _0701_ = & _0699_[21:10];
  assign _0702_ = ~ _0701_;
  assign _0703_ = _0699_[22] & _0702_;
  assign _0697_ = $signed({ product_4[21], product_4[21], product_4[21], product_4[21], product_4[21], product_4[21], product_4[21], product_4[21], product_4[21], product_4[21], product_4[21:10] }) + $signed(h_3_4);
  assign _0704_ = _0703_ ? 23'h0003ff : _0697_;
  assign _0705_ = _0698_ ? 23'h7ffce0 : _0704_;
  assign { _0706_[22:11], write__data[702:692] } = fresh_3_4 ? 23'h7ffcf4 : _0705_;
  assign _0709_ = $signed(_0708_) < $signed(11'h4e0);
  assign _0710_ = ~ _0708_;
  assign _0711_ = & _0710_[21:10];
  assign _0712_ = ~ _0711_;
  assign _0713_ = _0710_[22] & _0712_;
  assign _0708_ = $signed({ product_5[21], product_5[21], product_5[21], product_5[21], product_5[21], product_5[21], product_5[21], product_5[21], product_5[21], product_5[21], product_5[21:10] }) + $signed(h_3_5);
  assign _0714_ = _0713_ ? 23'h0003ff : _0708_;
  assign _0715_ = _0709_ ? 23'h7ffce0 : _0714_;
  assign { _0716_[22:11], write__data[713:703] } = fresh_3_5 ? 23'h7ffcf4 : _0715_;
  assign _0718_ = $signed(_0717_) < $signed(11'h4e0);
  assign _0720_ = ~ _0717_;
  assign _0721_ = & _0720_[21:10];
  assign _0722_ = ~ _0721_;
  assign _0723_ = _0720_[22] & _0722_;
  assign _0717_ = $signed({ product_6[21], product_6[21], product_6[21], product_6[21], product_6[21], product_6[21], product_6[21], product_6[21], product_6[21], product_6[21], product_6[21:10] }) + $signed(h_3_6);
  assign _0724_ = _0723_ ? 23'h0003ff : _0717_;
  assign _0725_ = _0718_ ? 23'h7ffce0 : _0724_;
  assign { _0726_[22:11], write__data[724:714] } = fresh_3_6 ? 23'h7ffcf4 : _0725_;
  assign _0728_ = $signed(_0727_) < $signed(11'h4e0);
  assign _0729_ = ~ _0727_;
  assign _0730_ = & _0729_[21:10];
  assign _0731_ = ~ _0730_;
  assign _0732_ = _0729_[22] & _0731_;
  assign _0727_ = $signed({ product_7[21], product_7[21], product_7[21], product_7[21], product_7[21], product_7[21], product_7[21], product_7[21], product_7[21], product_7[21], product_7[21:10] }) + $signed(h_3_7);
  assign _0733_ = _0732_ ? 23'h0003ff : _0727_;
  assign _0734_ = _0728_ ? 23'h7ffce0 : _0733_;
  assign { _0735_[22:11], write__data[735:725] } = fresh_3_7 ? 23'h7ffcf4 : _0734_;
  assign _0738_ = $signed(_0737_) < $signed(11'h4e0);
  assign _0739_ = ~ _0737_;
  assign _0740_ = & _0739_[21:10];
  assign _0742_ = ~ _0740_;
  assign _0743_ = _0739_[22] & _0742_;
  assign _0737_ = $signed({ product_8[21], product_8[21], product_8[21], product_8[21], product_8[21], product_8[21], product_8[21], product_8[21], product_8[21], product_8[21], product_8[21:10] }) + $signed(h_3_8);
  assign _0744_ = _0743_ ? 23'h0003ff : _0737_;
  assign _0745_ = _0738_ ? 23'h7ffce0 : _0744_;
  assign { _0746_[22:11], write__data[746:736] } = fresh_3_8 ? 23'h7ffcf4 : _0745_;
  assign _0748_ = $signed(_0747_) < $signed(11'h4e0);
  assign _0750_ = ~ _0747_;
  assign _0751_ = & _0750_[21:10];
  assign _0752_ = ~ _0751_;
  assign _0753_ = _0750_[22] & _0752_;
  assign _0747_ = $signed({ product_9[21], product_9[21], product_9[21], product_9[21], product_9[21], product_9[21], product_9[21], product_9[21], product_9[21], product_9[21], product_9[21:10] }) + $signed(h_3_9);
  assign _0754_ = _0753_ ? 23'h0003ff : _0747_;
  assign _0755_ = _0748_ ? 23'h7ffce0 : _0754_;
  assign { _0756_[22:11], write__data[757:747] } = fresh_3_9 ? 23'h7ffcf4 : _0755_;
  assign _0758_ = $signed(_0757_) < $signed(11'h4e0);
  assign _0759_ = ~ _0757_;
  assign _0761_ = & _0759_[21:10];
  assign _0762_ = ~ _0761_;
  assign _0763_ = _0759_[22] & _0762_;
  assign _0757_ = $signed({ product_10[21], product_10[21], product_10[21], product_10[21], product_10[21], product_10[21], product_10[21], product_10[21], product_10[21], product_10[21], product_10[21:10] }) + $signed(h_3_10);
  assign _0764_ = _0763_ ? 23'h0003ff : _0757_;
  assign _0765_ = _0758_ ? 23'h7ffce0 : _0764_;
  assign { _0766_[22:11], write__data[768:758] } = fresh_3_10 ? 23'h7ffcf4 : _0765_;
  assign _0768_ = $signed(_0767_) < $signed(11'h4e0);
  assign _0769_ = ~ _0767_;
  assign _0770_ = & _0769_[21:10];
  assign _0771_ = ~ _0770_;
  assign _0772_ = _0769_[22] & _0771_;
  assign _0767_ = $signed({ product_11[21], product_11[21], product_11[21], product_11[21], product_11[21], product_11[21], product_11[21], product_11[21], product_11[21], product_11[21], product_11[21:10] }) + $signed(h_3_11);
  assign _0773_ = _0772_ ? 23'h0003ff : _0767_;
  assign _0774_ = _0768_ ? 23'h7ffce0 : _0773_;
  assign { _0775_[22:11], write__data[779:769] } = fresh_3_11 ? 23'h7ffcf4 : _0774_;
  assign _0778_ = $signed(_0776_) < $signed(11'h4e0);
  assign _0779_ = ~ _0776_;
  assign _0780_ = & _0779_[21:10];
  assign _0781_ = ~ _0780_;
  assign _0782_ = _0779_[22] & _0781_;
  assign _0776_ = $signed({ product_12[21], product_12[21], product_12[21], product_12[21], product_12[21], product_12[21], product_12[21], product_12[21], product_12[21], product_12[21], product_12[21:10] }) + $signed(h_3_12);
  assign _0784_ = _0782_ ? 23'h0003ff : _0776_;
  assign _0785_ = _0778_ ? 23'h7ffce0 : _0784_;
  assign { _0786_[22:11], write__data[790:780] } = fresh_3_12 ? 23'h7ffcf4 : _0785_;
  assign _0788_ = $signed(_0787_) < $signed(11'h4e0);
  assign _0790_ = ~ _0787_;
  assign _0791_ = & _0790_[21:10];
  assign _0792_ = ~ _0791_;
  assign _0793_ = _0790_[22] & _0792_;
  assign _0787_ = $signed({ product_13[21], product_13[21], product_13[21], product_13[21], product_13[21], product_13[21], product_13[21], product_13[21], product_13[21], product_13[21], product_13[21:10] }) + $signed(h_3_13);
  assign _0794_ = _0793_ ? 23'h0003ff : _0787_;
  assign _0795_ = _0788_ ? 23'h7ffce0 : _0794_;
  assign { _0796_[22:11], write__data[801:791] } = fresh_3_13 ? 23'h7ffcf4 : _0795_;
  assign _0798_ = $signed(_0797_) < $signed(11'h4e0);
  assign _0799_ = ~ _0797_;
  assign _0801_ = & _0799_[21:10];
  assign _0802_ = ~ _0801_;
  assign _0803_ = _0799_[22] & _0802_;
  assign _0797_ = $signed({ product_14[21], product_14[21], product_14[21], product_14[21], product_14[21], product_14[21], product_14[21], product_14[21], product_14[21], product_14[21], product_14[21:10] }) + $signed(h_3_14);
  assign _0804_ = _0803_ ? 23'h0003ff : _0797_;
  assign _0805_ = _0798_ ? 23'h7ffce0 : _0804_;
  assign { _0806_[22:11], write__data[812:802] } = fresh_3_14 ? 23'h7ffcf4 : _0805_;
  assign _0808_ = $signed(_0807_) < $signed(11'h4e0);
  assign _0809_ = ~ _0807_;
  assign _0810_ = & _0809_[21:10];
  assign _0811_ = ~ _0810_;
  assign _0813_ = _0809_[22] & _0811_;
  assign _0807_ = $signed({ product_15[21], product_15[21], product_15[21], product_15[21], product_15[21], product_15[21], product_15[21], product_15[21], product_15[21], product_15[21], product_15[21:10] }) + $signed(h_3_15);
  assign _0814_ = _0813_ ? 23'h0003ff : _0807_;
  assign _0815_ = _0808_ ? 23'h7ffce0 : _0814_;
  assign { _0816_[22:11], write__data[823:813] } = fresh_3_15 ? 23'h7ffcf4 : _0815_;
  assign _0818_ = $signed(_0817_) < $signed(11'h4e0);
  assign _0820_ = ~ _0817_;
  assign _0821_ = & _0820_[21:10];
  assign _0822_ = ~ _0821_;
  assign _0823_ = _0820_[22] & _0822_;
  assign _0817_ = $signed({ product_16[21], product_16[21], product_16[21], product_16[21], product_16[21], product_16[21], product_16[21], product_16[21], product_16[21], product_16[21], product_16[21:10] }) + $signed(h_3_16);
  assign _0825_ = _0823_ ? 23'h0003ff : _0817_;
  assign _0826_ = _0818_ ? 23'h7ffce0 : _0825_;
  assign { _0827_[22:11], write__data[834:824] } = fresh_3_16 ? 23'h7ffcf4 : _0826_;
  assign _0829_ = $signed(_0828_) < $signed(11'h4e0);
  assign _0830_ = ~ _0828_;
  assign _0832_ = & _0830_[21:10];
  assign _0833_ = ~ _0832_;
  assign _0834_ = _0830_[22] & _0833_;
  assign _0828_ = $signed({ product_17[21], product_17[21], product_17[21], product_17[21], product_17[21], product_17[21], product_17[21], product_17[21], product_17[21], product_17[21], product_17[21:10] }) + $signed(h_3_17);
  assign _0835_ = _0834_ ? 23'h0003ff : _0828_;
  assign _0836_ = _0829_ ? 23'h7ffce0 : _0835_;
  assign { _0837_[22:11], write__data[845:835] } = fresh_3_17 ? 23'h7ffcf4 : _0836_;
  assign _0839_ = $signed(_0838_) < $signed(11'h4e0);
  assign _0840_ = ~ _0838_;
  assign _0841_ = & _0840_[21:10];
  assign _0843_ = ~ _0841_;
  assign _0844_ = _0840_[22] & _0843_;
  assign _0838_ = $signed({ product_18[21], product_18[21], product_18[21], product_18[21], product_18[21], product_18[21], product_18[21], product_18[21], product_18[21], product_18[21], product_18[21:10] }) + $signed(h_3_18);
  assign _0845_ = _0844_ ? 23'h0003ff : _0838_;
  assign _0846_ = _0839_ ? 23'h7ffce0 : _0845_;
  assign { _0847_[22:11], write__data[856:846] } = fresh_3_18 ? 23'h7ffcf4 : _0846_;
  assign _0849_ = $signed(_0848_) < $signed(11'h4e0);
  assign _0850_ = ~ _0848_;
  assign _0851_ = & _0850_[21:10];
  assign _0852_ = ~ _0851_;
  assign _0853_ = _0850_[22] & _0852_;
  assign _0848_ = $signed({ product_19[21], product_19[21], product_19[21], product_19[21], product_19[21], product_19[21], product_19[21], product_19[21], product_19[21], product_19[21], product_19[21:10] }) + $signed(h_3_19);
  assign _0854_ = _0853_ ? 23'h0003ff : _0848_;
  assign _0855_ = _0849_ ? 23'h7ffce0 : _0854_;
  assign { _0856_[22:11], write__data[867:857] } = fresh_3_19 ? 23'h7ffcf4 : _0855_;
  assign _0858_ = $signed(_0857_) < $signed(11'h4e0);
  assign _0859_ = ~ _0857_;
  assign _0861_ = & _0859_[21:10];
  assign _0862_ = ~ _0861_;
  assign _0863_ = _0859_[22] & _0862_;
  assign _0857_ = $signed({ product_20[21], product_20[21], product_20[21], product_20[21], product_20[21], product_20[21], product_20[21], product_20[21], product_20[21], product_20[21], product_20[21:10] }) + $signed(h_3_20);
  assign _0864_ = _0863_ ? 23'h0003ff : _0857_;
  assign _0865_ = _0858_ ? 23'h7ffce0 : _0864_;
  assign { _0867_[22:11], write__data[878:868] } = fresh_3_20 ? 23'h7ffcf4 : _0865_;
  assign _0869_ = $signed(_0868_) < $signed(11'h4e0);
  assign _0870_ = ~ _0868_;
  assign _0872_ = & _0870_[21:10];
  assign _0873_ = ~ _0872_;
  assign _0874_ = _0870_[22] & _0873_;
  assign _0868_ = $signed({ product_21[21], product_21[21], product_21[21], product_21[21], product_21[21], product_21[21], product_21[21], product_21[21], product_21[21], product_21[21], product_21[21:10] }) + $signed(h_3_21);
  assign _0875_ = _0874_ ? 23'h0003ff : _0868_;
  assign _0876_ = _0869_ ? 23'h7ffce0 : _0875_;
  assign { _0877_[22:11], write__data[889:879] } = fresh_3_21 ? 23'h7ffcf4 : _0876_;
  assign _0879_ = $signed(_0878_) < $signed(11'h4e0);
  assign _0880_ = ~ _0878_;
  assign _0881_ = & _0880_[21:10];
  assign _0882_ = ~ _0881_;
  assign _0883_ = _0880_[22] & _0882_;
  assign _0878_ = $signed({ product_22[21], product_22[21], product_22[21], product_22[21], product_22[21], product_22[21], product_22[21], product_22[21], product_22[21], product_22[21], product_22[21:10] }) + $signed(h_3_22);
  assign _0885_ = _0883_ ? 23'h0003ff : _0878_;
  assign _0886_ = _0879_ ? 23'h7ffce0 : _0885_;
  assign { _0887_[22:11], write__data[900:890] } = fresh_3_22 ? 23'h7ffcf4 : _0886_;
  assign _0889_ = $signed(_0888_) < $signed(11'h4e0);
  assign _0890_ = ~ _0888_;
  assign _0891_ = & _0890_[21:10];
  assign _0892_ = ~ _0891_;
  assign _0893_ = _0890_[22] & _0892_;
  assign _0888_ = $signed({ product_23[21], product_23[21], product_23[21], product_23[21], product_23[21], product_23[21], product_23[21], product_23[21], product_23[21], product_23[21], product_23[21:10] }) + $signed(h_3_23);
  assign _0894_ = _0893_ ? 23'h0003ff : _0888_;
  assign _0895_ = _0889_ ? 23'h7ffce0 : _0894_;
  assign { _0896_[22:11], write__data[911:901] } = fresh_3_23 ? 23'h7ffcf4 : _0895_;
  assign _0898_ = $signed(_0897_) < $signed(11'h4e0);
  assign _0899_ = ~ _0897_;
  assign _0901_ = & _0899_[21:10];
  assign _0902_ = ~ _0901_;
  assign _0903_ = _0899_[22] & _0902_;
  assign _0897_ = $signed({ product_24[21], product_24[21], product_24[21], product_24[21], product_24[21], product_24[21], product_24[21], product_24[21], product_24[21], product_24[21], product_24[21:10] }) + $signed(h_3_24);
  assign _0904_ = _0903_ ? 23'h0003ff : _0897_;
  assign _0905_ = _0898_ ? 23'h7ffce0 : _0904_;
  assign { _0906_[22:11], write__data[922:912] } = fresh_3_24 ? 23'h7ffcf4 : _0905_;
  assign _0909_ = $signed(_0908_) < $signed(11'h4e0);
  assign _0910_ = ~ _0908_;
  assign _0911_ = & _0910_[21:10];
  assign _0912_ = ~ _0911_;
  assign _0914_ = _0910_[22] & _0912_;
  assign _0908_ = $signed({ product_25[21], product_25[21], product_25[21], product_25[21], product_25[21], product_25[21], product_25[21], product_25[21], product_25[21], product_25[21], product_25[21:10] }) + $signed(h_3_25);
  assign _0915_ = _0914_ ? 23'h0003ff : _0908_;
  assign _0916_ = _0909_ ? 23'h7ffce0 : _0915_;
  assign { _0917_[22:11], write__data[933:923] } = fresh_3_25 ? 23'h7ffcf4 : _0916_;
  assign _0919_ = $signed(_0918_) < $signed(11'h4e0);
  assign _0920_ = ~ _0918_;
  assign _0921_ = & _0920_[21:10];
  assign _0922_ = ~ _0921_;
  assign _0923_ = _0920_[22] & _0922_;
  assign _0918_ = $signed({ product_26[21], product_26[21], product_26[21], product_26[21], product_26[21], product_26[21], product_26[21], product_26[21], product_26[21], product_26[21], product_26[21:10] }) + $signed(h_3_26);
  assign _0925_ = _0923_ ? 23'h0003ff : _0918_;
  assign _0926_ = _0919_ ? 23'h7ffce0 : _0925_;
  assign { _0927_[22:11], write__data[944:934] } = fresh_3_26 ? 23'h7ffcf4 : _0926_;
  always @(posedge clk)
    if (rst) new_i_24 <= 13'h0000;
    else if (advance) new_i_24 <= _0474_[12:0];
  always @(posedge clk)
    if (rst) depolarised_24 <= 1'h0;
    else if (advance) depolarised_24 <= _0477_;
  always @(posedge clk)
    if (rst) fresh_2_22 <= 1'h0;
    else if (advance) fresh_2_22 <= fresh_1_22;
  always @(posedge clk)
    if (rst) new_i_21 <= 13'h0000;
    else if (advance) new_i_21 <= _0409_[12:0];
  always @(posedge clk)
    if (rst) fresh_2_19 <= 1'h0;
    else if (advance) fresh_2_19 <= fresh_1_19;
  always @(posedge clk)
    if (rst) new_i_18 <= 13'h0000;
    else if (advance) new_i_18 <= _0342_[12:0];
  always @(posedge clk)
    if (rst) fresh_2_16 <= 1'h0;
    else if (advance) fresh_2_16 <= fresh_1_16;
  always @(posedge clk)
    if (rst) new_i_15 <= 13'h0000;
    else if (advance) new_i_15 <= _0276_[12:0];
  always @(posedge clk)
    if (rst) difference_24 <= 12'h000;
    else if (advance) difference_24 <= _0478_;
  always @(posedge clk)
    if (rst) h_1_24 <= 11'h000;
    else if (advance) h_1_24 <= read__data[625:615];
  always @(posedge clk)
    if (rst) product_0_24 <= 28'h0000000;
    else if (advance) product_0_24 <= _0481_;
  always @(posedge clk)
    if (rst) i_2_22 <= 13'h0000;
    else if (advance) i_2_22 <= new_i_22;
  always @(posedge clk)
    if (rst) i_2_19 <= 13'h0000;
    else if (advance) i_2_19 <= new_i_19;
  always @(posedge clk)
    if (rst) i_2_16 <= 13'h0000;
    else if (advance) i_2_16 <= new_i_16;
  always @(posedge clk)
    if (rst) product_1_24 <= 20'h00000;
    else if (advance) product_1_24 <= _0485_;
  always @(posedge clk)
    if (rst) product_2_24 <= 19'h00000;
    else if (advance) product_2_24 <= _0486_;
  always @(posedge clk)
    if (rst) v_24 <= 19'h00000;
    else if (advance) v_24 <= _0489_;
  always @(posedge clk)
    if (rst) h_2_22 <= 11'h000;
    else if (advance) h_2_22 <= h_1_22;
  always @(posedge clk)
    if (rst) depolarised_21 <= 1'h0;
    else if (advance) depolarised_21 <= _0412_;
  always @(posedge clk)
    if (rst) h_2_19 <= 11'h000;
    else if (advance) h_2_19 <= h_1_19;
  always @(posedge clk)
    if (rst) depolarised_18 <= 1'h0;
    else if (advance) depolarised_18 <= _0346_;
  always @(posedge clk)
    if (rst) h_2_16 <= 11'h000;
    else if (advance) h_2_16 <= h_1_16;
  always @(posedge clk)
    if (rst) depolarised_15 <= 1'h0;
    else if (advance) depolarised_15 <= _0280_;
  always @(posedge clk)
    if (rst) fresh_2_24 <= 1'h0;
    else if (advance) fresh_2_24 <= fresh_1_24;
  always @(posedge clk)
    if (rst) i_2_24 <= 13'h0000;
    else if (advance) i_2_24 <= new_i_24;
  always @(posedge clk)
    if (rst) h_2_24 <= 11'h000;
    else if (advance) h_2_24 <= h_1_24;
  always @(posedge clk)
    if (rst) slope_22 <= 21'h000000;
    else if (advance) slope_22 <= _0447_;
  always @(posedge clk)
    if (rst) difference_21 <= 12'h000;
    else if (advance) difference_21 <= _0413_;
  always @(posedge clk)
    if (rst) slope_19 <= 21'h000000;
    else if (advance) slope_19 <= _0381_;
  always @(posedge clk)
    if (rst) difference_18 <= 12'h000;
    else if (advance) difference_18 <= _0347_;
  always @(posedge clk)
    if (rst) slope_16 <= 21'h000000;
    else if (advance) slope_16 <= _0315_;
  always @(posedge clk)
    if (rst) difference_15 <= 12'h000;
    else if (advance) difference_15 <= _0281_;
  always @(posedge clk)
    if (rst) slope_24 <= 21'h000000;
    else if (advance) slope_24 <= _0491_;
  always @(posedge clk)
    if (rst) product_24 <= 22'h000000;
    else if (advance) product_24 <= _0493_[21:0];
  always @(posedge clk)
    if (rst) fresh_3_24 <= 1'h0;
    else if (advance) fresh_3_24 <= fresh_2_24;
  always @(posedge clk)
    if (rst) product_22 <= 22'h000000;
    else if (advance) product_22 <= _0449_[21:0];
  always @(posedge clk)
    if (rst) h_1_21 <= 11'h000;
    else if (advance) h_1_21 <= read__data[592:582];
  always @(posedge clk)
    if (rst) product_19 <= 22'h000000;
    else if (advance) product_19 <= _0383_[21:0];
  always @(posedge clk)
    if (rst) h_1_18 <= 11'h000;
    else if (advance) h_1_18 <= read__data[559:549];
  always @(posedge clk)
    if (rst) product_16 <= 22'h000000;
    else if (advance) product_16 <= _0317_[21:0];
  always @(posedge clk)
    if (rst) h_1_15 <= 11'h000;
    else if (advance) h_1_15 <= read__data[526:516];
  always @(posedge clk)
    if (rst) i_3_24 <= 13'h0000;
    else if (advance) i_3_24 <= i_2_24;
  always @(posedge clk)
    if (rst) h_3_24 <= 11'h000;
    else if (advance) h_3_24 <= h_2_24;
  always @(posedge clk)
    if (rst) fresh_1_25 <= 1'h0;
    else if (advance) fresh_1_25 <= fresh;
  always @(posedge clk)
    if (rst) fresh_3_22 <= 1'h0;
    else if (advance) fresh_3_22 <= fresh_2_22;
  always @(posedge clk)
    if (rst) product_0_21 <= 28'h0000000;
    else if (advance) product_0_21 <= _0416_;
  always @(posedge clk)
    if (rst) fresh_3_19 <= 1'h0;
    else if (advance) fresh_3_19 <= fresh_2_19;
  always @(posedge clk)
    if (rst) product_0_18 <= 28'h0000000;
    else if (advance) product_0_18 <= _0350_;
  always @(posedge clk)
    if (rst) fresh_3_16 <= 1'h0;
    else if (advance) fresh_3_16 <= fresh_2_16;
  always @(posedge clk)
    if (rst) product_0_15 <= 28'h0000000;
    else if (advance) product_0_15 <= _0284_;
  always @(posedge clk)
    if (rst) new_i_25 <= 13'h0000;
    else if (advance) new_i_25 <= _0496_[12:0];
  always @(posedge clk)
    if (rst) depolarised_25 <= 1'h0;
    else if (advance) depolarised_25 <= _0500_;
  always @(posedge clk)
    if (rst) i_3_22 <= 13'h0000;
    else if (advance) i_3_22 <= i_2_22;
  always @(posedge clk)
    if (rst) product_1_21 <= 20'h00000;
    else if (advance) product_1_21 <= _0420_;
  always @(posedge clk)
    if (rst) i_3_19 <= 13'h0000;
    else if (advance) i_3_19 <= i_2_19;
  always @(posedge clk)
    if (rst) product_1_18 <= 20'h00000;
    else if (advance) product_1_18 <= _0354_;
  always @(posedge clk)
    if (rst) i_3_16 <= 13'h0000;
    else if (advance) i_3_16 <= i_2_16;
  always @(posedge clk)
    if (rst) product_1_15 <= 20'h00000;
    else if (advance) product_1_15 <= _0287_;
  always @(posedge clk)
    if (rst) difference_25 <= 12'h000;
    else if (advance) difference_25 <= _0501_;
  always @(posedge clk)
    if (rst) h_1_25 <= 11'h000;
    else if (advance) h_1_25 <= read__data[636:626];
  always @(posedge clk)
    if (rst) product_0_25 <= 28'h0000000;
    else if (advance) product_0_25 <= _0504_;
  always @(posedge clk)
    if (rst) h_3_22 <= 11'h000;
    else if (advance) h_3_22 <= h_2_22;
  always @(posedge clk)
    if (rst) product_2_21 <= 19'h00000;
    else if (advance) product_2_21 <= _0421_;
  always @(posedge clk)
    if (rst) h_3_19 <= 11'h000;
    else if (advance) h_3_19 <= h_2_19;
  always @(posedge clk)
    if (rst) product_2_18 <= 19'h00000;
    else if (advance) product_2_18 <= _0355_;
  always @(posedge clk)
    if (rst) h_3_16 <= 11'h000;
    else if (advance) h_3_16 <= h_2_16;
  always @(posedge clk)
    if (rst) product_2_15 <= 19'h00000;
    else if (advance) product_2_15 <= _0288_;
  always @(posedge clk)
    if (rst) product_1_25 <= 20'h00000;
    else if (advance) product_1_25 <= _0507_;
  always @(posedge clk)
    if (rst) product_2_25 <= 19'h00000;
    else if (advance) product_2_25 <= _0508_;
  always @(posedge clk)
    if (rst) v_25 <= 19'h00000;
    else if (advance) v_25 <= _0512_;
  always @(posedge clk)
    if (rst) fresh_1_23 <= 1'h0;
    else if (advance) fresh_1_23 <= fresh;
  always @(posedge clk)
    if (rst) v_21 <= 19'h00000;
    else if (advance) v_21 <= _0424_;
  always @(posedge clk)
    if (rst) fresh_1_20 <= 1'h0;
    else if (advance) fresh_1_20 <= fresh;
  always @(posedge clk)
    if (rst) v_18 <= 19'h00000;
    else if (advance) v_18 <= _0359_;
  always @(posedge clk)
    if (rst) fresh_1_17 <= 1'h0;
    else if (advance) fresh_1_17 <= fresh;
  always @(posedge clk)
    if (rst) v_15 <= 19'h00000;
    else if (advance) v_15 <= _0291_;
  always @(posedge clk)
    if (rst) fresh_2_25 <= 1'h0;
    else if (advance) fresh_2_25 <= fresh_1_25;
  always @(posedge clk)
    if (rst) i_2_25 <= 13'h0000;
    else if (advance) i_2_25 <= new_i_25;
  always @(posedge clk)
    if (rst) h_2_25 <= 11'h000;
    else if (advance) h_2_25 <= h_1_25;
  always @(posedge clk)
    if (rst) new_i_23 <= 13'h0000;
    else if (advance) new_i_23 <= _0453_[12:0];
  always @(posedge clk)
    if (rst) fresh_2_21 <= 1'h0;
    else if (advance) fresh_2_21 <= fresh_1_21;
  always @(posedge clk)
    if (rst) new_i_20 <= 13'h0000;
    else if (advance) new_i_20 <= _0386_[12:0];
  always @(posedge clk)
    if (rst) fresh_2_18 <= 1'h0;
    else if (advance) fresh_2_18 <= fresh_1_18;
  always @(posedge clk)
    if (rst) new_i_17 <= 13'h0000;
    else if (advance) new_i_17 <= _0320_[12:0];
  always @(posedge clk)
    if (rst) fresh_2_15 <= 1'h0;
    else if (advance) fresh_2_15 <= fresh_1_15;
  always @(posedge clk)
    if (rst) slope_25 <= 21'h000000;
    else if (advance) slope_25 <= _0513_;
  always @(posedge clk)
    if (rst) product_25 <= 22'h000000;
    else if (advance) product_25 <= _0515_[21:0];
  always @(posedge clk)
    if (rst) fresh_3_25 <= 1'h0;
    else if (advance) fresh_3_25 <= fresh_2_25;
  always @(posedge clk)
    if (rst) i_2_21 <= 13'h0000;
    else if (advance) i_2_21 <= new_i_21;
  always @(posedge clk)
    if (rst) i_2_18 <= 13'h0000;
    else if (advance) i_2_18 <= new_i_18;
  always @(posedge clk)
    if (rst) i_2_15 <= 13'h0000;
    else if (advance) i_2_15 <= new_i_15;
  always @(posedge clk)
    if (rst) i_3_25 <= 13'h0000;
    else if (advance) i_3_25 <= i_2_25;
  always @(posedge clk)
    if (rst) h_3_25 <= 11'h000;
    else if (advance) h_3_25 <= h_2_25;
  always @(posedge clk)
    if (rst) fresh_1_26 <= 1'h0;
    else if (advance) fresh_1_26 <= fresh;
  always @(posedge clk)
    if (rst) depolarised_23 <= 1'h0;
    else if (advance) depolarised_23 <= _0456_;
  always @(posedge clk)
    if (rst) h_2_21 <= 11'h000;
    else if (advance) h_2_21 <= h_1_21;
  always @(posedge clk)
    if (rst) depolarised_20 <= 1'h0;
    else if (advance) depolarised_20 <= _0389_;
  always @(posedge clk)
    if (rst) h_2_18 <= 11'h000;
    else if (advance) h_2_18 <= h_1_18;
  always @(posedge clk)
    if (rst) depolarised_17 <= 1'h0;
    else if (advance) depolarised_17 <= _0323_;
  always @(posedge clk)
    if (rst) h_2_15 <= 11'h000;
    else if (advance) h_2_15 <= h_1_15;
  always @(posedge clk)
    if (rst) new_i_26 <= 13'h0000;
    else if (advance) new_i_26 <= _0518_[12:0];
  always @(posedge clk)
    if (rst) depolarised_26 <= 1'h0;
    else if (advance) depolarised_26 <= _0521_;
  always @(posedge clk)
    if (rst) difference_23 <= 12'h000;
    else if (advance) difference_23 <= _0457_;
  always @(posedge clk)
    if (rst) slope_21 <= 21'h000000;
    else if (advance) slope_21 <= _0425_;
  always @(posedge clk)
    if (rst) difference_20 <= 12'h000;
    else if (advance) difference_20 <= _0390_;
  always @(posedge clk)
    if (rst) slope_18 <= 21'h000000;
    else if (advance) slope_18 <= _0360_;
  always @(posedge clk)
    if (rst) difference_17 <= 12'h000;
    else if (advance) difference_17 <= _0324_;
  always @(posedge clk)
    if (rst) slope_15 <= 21'h000000;
    else if (advance) slope_15 <= _0292_;
  always @(posedge clk)
    if (rst) difference_26 <= 12'h000;
    else if (advance) difference_26 <= _0522_;
  always @(posedge clk)
    if (rst) h_1_26 <= 11'h000;
    else if (advance) h_1_26 <= read__data[647:637];
  always @(posedge clk)
    if (rst) product_0_26 <= 28'h0000000;
    else if (advance) product_0_26 <= _0525_;
  always @(posedge clk)
    if (rst) h_1_23 <= 11'h000;
    else if (advance) h_1_23 <= read__data[614:604];
  always @(posedge clk)
    if (rst) product_21 <= 22'h000000;
    else if (advance) product_21 <= _0427_[21:0];
  always @(posedge clk)
    if (rst) h_1_20 <= 11'h000;
    else if (advance) h_1_20 <= read__data[581:571];
  always @(posedge clk)
    if (rst) product_18 <= 22'h000000;
    else if (advance) product_18 <= _0362_[21:0];
  always @(posedge clk)
    if (rst) h_1_17 <= 11'h000;
    else if (advance) h_1_17 <= read__data[548:538];
  always @(posedge clk)
    if (rst) product_15 <= 22'h000000;
    else if (advance) product_15 <= _0294_[21:0];
  always @(posedge clk)
    if (rst) product_1_26 <= 20'h00000;
    else if (advance) product_1_26 <= _0528_;
  always @(posedge clk)
    if (rst) product_2_26 <= 19'h00000;
    else if (advance) product_2_26 <= _0530_;
  always @(posedge clk)
    if (rst) v_26 <= 19'h00000;
    else if (advance) v_26 <= _0533_;
  always @(posedge clk)
    if (rst) product_0_23 <= 28'h0000000;
    else if (advance) product_0_23 <= _0460_;
  always @(posedge clk)
    if (rst) fresh_3_21 <= 1'h0;
    else if (advance) fresh_3_21 <= fresh_2_21;
  always @(posedge clk)
    if (rst) product_0_20 <= 28'h0000000;
    else if (advance) product_0_20 <= _0394_;
  always @(posedge clk)
    if (rst) fresh_3_18 <= 1'h0;
    else if (advance) fresh_3_18 <= fresh_2_18;
  always @(posedge clk)
    if (rst) product_0_17 <= 28'h0000000;
    else if (advance) product_0_17 <= _0328_;
  always @(posedge clk)
    if (rst) fresh_3_15 <= 1'h0;
    else if (advance) fresh_3_15 <= fresh_2_15;
  always @(posedge clk)
    if (rst) fresh_2_26 <= 1'h0;
    else if (advance) fresh_2_26 <= fresh_1_26;
  always @(posedge clk)
    if (rst) i_2_26 <= 13'h0000;
    else if (advance) i_2_26 <= new_i_26;
  always @(posedge clk)
    if (rst) h_2_26 <= 11'h000;
    else if (advance) h_2_26 <= h_1_26;
  always @(posedge clk)
    if (rst) product_1_23 <= 20'h00000;
    else if (advance) product_1_23 <= _0464_;
  always @(posedge clk)
    if (rst) i_3_21 <= 13'h0000;
    else if (advance) i_3_21 <= i_2_21;
  always @(posedge clk)
    if (rst) product_1_20 <= 20'h00000;
    else if (advance) product_1_20 <= _0398_;
  always @(posedge clk)
    if (rst) i_3_18 <= 13'h0000;
    else if (advance) i_3_18 <= i_2_18;
  always @(posedge clk)
    if (rst) product_1_17 <= 20'h00000;
    else if (advance) product_1_17 <= _0331_;
  always @(posedge clk)
    if (rst) i_3_15 <= 13'h0000;
    else if (advance) i_3_15 <= i_2_15;
  always @(posedge clk)
    if (rst) slope_26 <= 21'h000000;
    else if (advance) slope_26 <= _0534_;
  always @(posedge clk)
    if (rst) product_26 <= 22'h000000;
    else if (advance) product_26 <= _0536_[21:0];
  always @(posedge clk)
    if (rst) fresh_3_26 <= 1'h0;
    else if (advance) fresh_3_26 <= fresh_2_26;
  always @(posedge clk)
    if (rst) product_2_23 <= 19'h00000;
    else if (advance) product_2_23 <= _0465_;
  always @(posedge clk)
    if (rst) h_3_21 <= 11'h000;
    else if (advance) h_3_21 <= h_2_21;
  always @(posedge clk)
    if (rst) product_2_20 <= 19'h00000;
    else if (advance) product_2_20 <= _0399_;
  always @(posedge clk)
    if (rst) h_3_18 <= 11'h000;
    else if (advance) h_3_18 <= h_2_18;
  always @(posedge clk)
    if (rst) product_2_17 <= 19'h00000;
    else if (advance) product_2_17 <= _0332_;
  always @(posedge clk)
    if (rst) h_3_15 <= 11'h000;
    else if (advance) h_3_15 <= h_2_15;
  always @(posedge clk)
    if (rst) i_3_26 <= 13'h0000;
    else if (advance) i_3_26 <= i_2_26;
  always @(posedge clk)
    if (rst) h_3_26 <= 11'h000;
    else if (advance) h_3_26 <= h_2_26;
  always @(posedge clk)
    if (rst) valid_1 <= 1'h0;
    else if (advance) valid_1 <= accept;
  always @(posedge clk)
    if (rst) v_23 <= 19'h00000;
    else if (advance) v_23 <= _0468_;
  always @(posedge clk)
    if (rst) fresh_1_22 <= 1'h0;
    else if (advance) fresh_1_22 <= fresh;
  always @(posedge clk)
    if (rst) v_20 <= 19'h00000;
    else if (advance) v_20 <= _0402_;
  always @(posedge clk)
    if (rst) fresh_1_19 <= 1'h0;
    else if (advance) fresh_1_19 <= fresh;
  always @(posedge clk)
    if (rst) v_17 <= 19'h00000;
    else if (advance) v_17 <= _0335_;
  always @(posedge clk)
    if (rst) fresh_1_16 <= 1'h0;
    else if (advance) fresh_1_16 <= fresh;
  always @(posedge clk)
    if (rst) flags_1 <= 3'h0;
    else if (advance) flags_1 <= input__payload[245:243];
  always @(posedge clk)
    if (rst) group_1 <= 2'h0;
    else if (advance) group_1 <= group;
  always @(posedge clk)
    if (rst) valid_2 <= 1'h0;
    else if (advance) valid_2 <= valid_1;
  always @(posedge clk)
    if (rst) fresh_2_23 <= 1'h0;
    else if (advance) fresh_2_23 <= fresh_1_23;
  always @(posedge clk)
    if (rst) new_i_22 <= 13'h0000;
    else if (advance) new_i_22 <= _0430_[12:0];
  always @(posedge clk)
    if (rst) fresh_2_20 <= 1'h0;
    else if (advance) fresh_2_20 <= fresh_1_20;
  always @(posedge clk)
    if (rst) new_i_19 <= 13'h0000;
    else if (advance) new_i_19 <= _0365_[12:0];
  always @(posedge clk)
    if (rst) fresh_2_17 <= 1'h0;
    else if (advance) fresh_2_17 <= fresh_1_17;
  always @(posedge clk)
    if (rst) new_i_16 <= 13'h0000;
    else if (advance) new_i_16 <= _0298_[12:0];
  always @(posedge clk)
    if (rst) flags_2 <= 3'h0;
    else if (advance) flags_2 <= flags_1;
  always @(posedge clk)
    if (rst) group_2 <= 2'h0;
    else if (advance) group_2 <= group_1;
  always @(posedge clk)
    if (rst) valid_3 <= 1'h0;
    else if (advance) valid_3 <= valid_2;
  always @(posedge clk)
    if (rst) i_2_23 <= 13'h0000;
    else if (advance) i_2_23 <= new_i_23;
  always @(posedge clk)
    if (rst) i_2_20 <= 13'h0000;
    else if (advance) i_2_20 <= new_i_20;
  always @(posedge clk)
    if (rst) i_2_17 <= 13'h0000;
    else if (advance) i_2_17 <= new_i_17;
  always @(posedge clk)
    if (rst) flags_3 <= 3'h0;
    else if (advance) flags_3 <= flags_2;
  always @(posedge clk)
    if (rst) group_3 <= 2'h0;
    else if (advance) group_3 <= group_2;
  always @(posedge clk)
    if (rst) group_done <= 1'h0;
    else group_done <= updated;
  always @(posedge clk)
    if (rst) h_2_23 <= 11'h000;
    else if (advance) h_2_23 <= h_1_23;
  always @(posedge clk)
    if (rst) depolarised_22 <= 1'h0;
    else if (advance) depolarised_22 <= _0433_;
  always @(posedge clk)
    if (rst) h_2_20 <= 11'h000;
    else if (advance) h_2_20 <= h_1_20;
  always @(posedge clk)
    if (rst) depolarised_19 <= 1'h0;
    else if (advance) depolarised_19 <= _0368_;
  always @(posedge clk)
    if (rst) h_2_17 <= 11'h000;
    else if (advance) h_2_17 <= h_1_17;
  always @(posedge clk)
    if (rst) depolarised_16 <= 1'h0;
    else if (advance) depolarised_16 <= _0301_;
  always @(posedge clk)
    if (rst) output__valid <= 1'h0;
    else if (advance) output__valid <= valid_3;
  always @(posedge clk)
    if (rst) output__payload <= 30'h00000000;
    else if (advance) output__payload <= { flags_3, _0623_, _0620_, _0617_, _0614_, _0610_, _0607_, _0604_, _0600_, _0597_, _0594_, _0591_, _0588_, _0585_, _0582_, _0579_, _0576_, _0573_, _0569_, _0566_, _0563_, _0560_, _0557_, _0554_, _0551_, _0547_, _0544_, _0541_ };
  always @(posedge clk)
    if (rst) i <= 351'h0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000;
    else if (updated) i <= write__data[350:0];
  always @(posedge clk)
    if (rst) slope_23 <= 21'h000000;
    else if (advance) slope_23 <= _0469_;
  always @(posedge clk)
    if (rst) difference_22 <= 12'h000;
    else if (advance) difference_22 <= _0434_;
  always @(posedge clk)
    if (rst) slope_20 <= 21'h000000;
    else if (advance) slope_20 <= _0403_;
  always @(posedge clk)
    if (rst) difference_19 <= 12'h000;
    else if (advance) difference_19 <= _0369_;
  always @(posedge clk)
    if (rst) slope_17 <= 21'h000000;
    else if (advance) slope_17 <= _0336_;
  always @(posedge clk)
    if (rst) difference_16 <= 12'h000;
    else if (advance) difference_16 <= _0302_;
  always @(posedge clk)
    if (rst) h <= 297'h000000000000000000000000000000000000000000000000000000000000000000000000000;
    else if (updated) h <= write__data[647:351];
  always @(posedge clk)
    if (rst) hs <= 297'h000000000000000000000000000000000000000000000000000000000000000000000000000;
    else if (updated) hs <= write__data[944:648];
  always @(posedge clk)
    if (rst) product_23 <= 22'h000000;
    else if (advance) product_23 <= _0471_[21:0];
  always @(posedge clk)
    if (rst) h_1_22 <= 11'h000;
    else if (advance) h_1_22 <= read__data[603:593];
  always @(posedge clk)
    if (rst) product_20 <= 22'h000000;
    else if (advance) product_20 <= _0406_[21:0];
  always @(posedge clk)
    if (rst) h_1_19 <= 11'h000;
    else if (advance) h_1_19 <= read__data[570:560];
  always @(posedge clk)
    if (rst) product_17 <= 22'h000000;
    else if (advance) product_17 <= _0339_[21:0];
  always @(posedge clk)
    if (rst) h_1_16 <= 11'h000;
    else if (advance) h_1_16 <= read__data[537:527];
  always @(posedge clk)
    if (rst) fresh_3_23 <= 1'h0;
    else if (advance) fresh_3_23 <= fresh_2_23;
  always @(posedge clk)
    if (rst) product_0_22 <= 28'h0000000;
    else if (advance) product_0_22 <= _0438_;
  always @(posedge clk)
    if (rst) fresh_3_20 <= 1'h0;
    else if (advance) fresh_3_20 <= fresh_2_20;
  always @(posedge clk)
    if (rst) product_0_19 <= 28'h0000000;
    else if (advance) product_0_19 <= _0373_;
  always @(posedge clk)
    if (rst) fresh_3_17 <= 1'h0;
    else if (advance) fresh_3_17 <= fresh_2_17;
  always @(posedge clk)
    if (rst) product_0_16 <= 28'h0000000;
    else if (advance) product_0_16 <= _0306_;
  always @(posedge clk)
    if (rst) i_3_23 <= 13'h0000;
    else if (advance) i_3_23 <= i_2_23;
  always @(posedge clk)
    if (rst) product_1_22 <= 20'h00000;
    else if (advance) product_1_22 <= _0441_;
  always @(posedge clk)
    if (rst) i_3_20 <= 13'h0000;
    else if (advance) i_3_20 <= i_2_20;
  always @(posedge clk)
    if (rst) product_1_19 <= 20'h00000;
    else if (advance) product_1_19 <= _0376_;
  always @(posedge clk)
    if (rst) i_3_17 <= 13'h0000;
    else if (advance) i_3_17 <= i_2_17;
  always @(posedge clk)
    if (rst) product_1_16 <= 20'h00000;
    else if (advance) product_1_16 <= _0309_;
  always @(posedge clk)
    if (rst) h_3_23 <= 11'h000;
    else if (advance) h_3_23 <= h_2_23;
  always @(posedge clk)
    if (rst) product_2_22 <= 19'h00000;
    else if (advance) product_2_22 <= _0442_;
  always @(posedge clk)
    if (rst) h_3_20 <= 11'h000;
    else if (advance) h_3_20 <= h_2_20;
  always @(posedge clk)
    if (rst) product_2_19 <= 19'h00000;
    else if (advance) product_2_19 <= _0377_;
  always @(posedge clk)
    if (rst) h_3_17 <= 11'h000;
    else if (advance) h_3_17 <= h_2_17;
  always @(posedge clk)
    if (rst) product_2_16 <= 19'h00000;
    else if (advance) product_2_16 <= _0311_;
  always @(posedge clk)
    if (rst) fresh_1_24 <= 1'h0;
    else if (advance) fresh_1_24 <= fresh;
  always @(posedge clk)
    if (rst) v_22 <= 19'h00000;
    else if (advance) v_22 <= _0446_;
  always @(posedge clk)
    if (rst) fresh_1_21 <= 1'h0;
    else if (advance) fresh_1_21 <= fresh;
  always @(posedge clk)
    if (rst) v_19 <= 19'h00000;
    else if (advance) v_19 <= _0380_;
  always @(posedge clk)
    if (rst) fresh_1_18 <= 1'h0;
    else if (advance) fresh_1_18 <= fresh;
  always @(posedge clk)
    if (rst) v_16 <= 19'h00000;
    else if (advance) v_16 <= _0314_;
  always @(posedge clk)
    if (rst) group <= 2'h0;
    else group <= read__addr;
  always @(posedge clk)
    if (rst) fresh <= 1'h1;
    else if (_1059_) fresh <= input__payload[245];
  always @(posedge clk)
    if (rst) pause[2] <= 1'h0;
    else pause[2] <= _1124_[2];
  always @(posedge clk)
    if (_1122_) pause[1:0] <= 2'h0;
    else if (_1062_) pause[1:0] <= _1063_[1:0];
  always @(posedge clk)
    if (rst) fresh_1_0 <= 1'h0;
    else if (advance) fresh_1_0 <= fresh;
  always @(posedge clk)
    if (rst) new_i_0 <= 13'h0000;
    else if (advance) new_i_0 <= _1066_[12:0];
  always @(posedge clk)
    if (rst) depolarised_0 <= 1'h0;
    else if (advance) depolarised_0 <= _1069_;
  always @(posedge clk)
    if (rst) difference_0 <= 12'h000;
    else if (advance) difference_0 <= _1070_;
  always @(posedge clk)
    if (rst) h_1_0 <= 11'h000;
    else if (advance) h_1_0 <= read__data[361:351];
  always @(posedge clk)
    if (rst) product_0_0 <= 28'h0000000;
    else if (advance) product_0_0 <= _1074_;
  always @(posedge clk)
    if (rst) product_1_0 <= 20'h00000;
    else if (advance) product_1_0 <= _1077_;
  always @(posedge clk)
    if (rst) product_2_0 <= 19'h00000;
    else if (advance) product_2_0 <= _1078_;
  always @(posedge clk)
    if (rst) v_0 <= 19'h00000;
    else if (advance) v_0 <= _1081_;
  always @(posedge clk)
    if (rst) fresh_2_0 <= 1'h0;
    else if (advance) fresh_2_0 <= fresh_1_0;
  always @(posedge clk)
    if (rst) i_2_0 <= 13'h0000;
    else if (advance) i_2_0 <= new_i_0;
  always @(posedge clk)
    if (rst) h_2_0 <= 11'h000;
    else if (advance) h_2_0 <= h_1_0;
  always @(posedge clk)
    if (rst) slope_0 <= 21'h000000;
    else if (advance) slope_0 <= _1082_;
  always @(posedge clk)
    if (rst) product_0 <= 22'h000000;
    else if (advance) product_0 <= _1084_[21:0];
  always @(posedge clk)
    if (rst) fresh_3_0 <= 1'h0;
    else if (advance) fresh_3_0 <= fresh_2_0;
  always @(posedge clk)
    if (rst) i_3_0 <= 13'h0000;
    else if (advance) i_3_0 <= i_2_0;
  always @(posedge clk)
    if (rst) h_3_0 <= 11'h000;
    else if (advance) h_3_0 <= h_2_0;
  always @(posedge clk)
    if (rst) fresh_1_1 <= 1'h0;
    else if (advance) fresh_1_1 <= fresh;
  always @(posedge clk)
    if (rst) new_i_1 <= 13'h0000;
    else if (advance) new_i_1 <= _1087_[12:0];
  always @(posedge clk)
    if (rst) depolarised_1 <= 1'h0;
    else if (advance) depolarised_1 <= _1091_;
  always @(posedge clk)
    if (rst) difference_1 <= 12'h000;
    else if (advance) difference_1 <= _1092_;
  always @(posedge clk)
    if (rst) h_1_1 <= 11'h000;
    else if (advance) h_1_1 <= read__data[372:362];
  always @(posedge clk)
    if (rst) product_0_1 <= 28'h0000000;
    else if (advance) product_0_1 <= _1095_;
  always @(posedge clk)
    if (rst) product_1_1 <= 20'h00000;
    else if (advance) product_1_1 <= _1099_;
  always @(posedge clk)
    if (rst) product_2_1 <= 19'h00000;
    else if (advance) product_2_1 <= _1100_;
  always @(posedge clk)
    if (rst) v_1 <= 19'h00000;
    else if (advance) v_1 <= _1103_;
  always @(posedge clk)
    if (rst) fresh_2_1 <= 1'h0;
    else if (advance) fresh_2_1 <= fresh_1_1;
  always @(posedge clk)
    if (rst) i_2_1 <= 13'h0000;
    else if (advance) i_2_1 <= new_i_1;
  always @(posedge clk)
    if (rst) h_2_1 <= 11'h000;
    else if (advance) h_2_1 <= h_1_1;
  always @(posedge clk)
    if (rst) slope_1 <= 21'h000000;
    else if (advance) slope_1 <= _1105_;
  always @(posedge clk)
    if (rst) product_1 <= 22'h000000;
    else if (advance) product_1 <= _1107_[21:0];
  always @(posedge clk)
    if (rst) fresh_3_1 <= 1'h0;
    else if (advance) fresh_3_1 <= fresh_2_1;
  always @(posedge clk)
    if (rst) i_3_1 <= 13'h0000;
    else if (advance) i_3_1 <= i_2_1;
  always @(posedge clk)
    if (rst) h_3_1 <= 11'h000;
    else if (advance) h_3_1 <= h_2_1;
  always @(posedge clk)
    if (rst) fresh_1_2 <= 1'h0;
    else if (advance) fresh_1_2 <= fresh;
  always @(posedge clk)
    if (rst) new_i_2 <= 13'h0000;
    else if (advance) new_i_2 <= _1110_[12:0];
  always @(posedge clk)
    if (rst) depolarised_2 <= 1'h0;
    else if (advance) depolarised_2 <= _1113_;
  always @(posedge clk)
    if (rst) difference_2 <= 12'h000;
    else if (advance) difference_2 <= _1114_;
  always @(posedge clk)
    if (rst) h_1_2 <= 11'h000;
    else if (advance) h_1_2 <= read__data[383:373];
  always @(posedge clk)
    if (rst) product_0_2 <= 28'h0000000;
    else if (advance) product_0_2 <= _1117_;
  always @(posedge clk)
    if (rst) product_1_2 <= 20'h00000;
    else if (advance) product_1_2 <= _1120_;
  always @(posedge clk)
    if (rst) product_2_2 <= 19'h00000;
    else if (advance) product_2_2 <= _1121_;
  always @(posedge clk)
    if (rst) v_2 <= 19'h00000;
    else if (advance) v_2 <= _0003_;
  always @(posedge clk)
    if (rst) fresh_2_2 <= 1'h0;
    else if (advance) fresh_2_2 <= fresh_1_2;
  always @(posedge clk)
    if (rst) i_2_2 <= 13'h0000;
    else if (advance) i_2_2 <= new_i_2;
  always @(posedge clk)
    if (rst) h_2_2 <= 11'h000;
    else if (advance) h_2_2 <= h_1_2;
  always @(posedge clk)
    if (rst) slope_2 <= 21'h000000;
    else if (advance) slope_2 <= _0004_;
  always @(posedge clk)
    if (rst) product_2 <= 22'h000000;
    else if (advance) product_2 <= _0006_[21:0];
  always @(posedge clk)
    if (rst) fresh_3_2 <= 1'h0;
    else if (advance) fresh_3_2 <= fresh_2_2;
  always @(posedge clk)
    if (rst) i_3_2 <= 13'h0000;
    else if (advance) i_3_2 <= i_2_2;
  always @(posedge clk)
    if (rst) h_3_2 <= 11'h000;
    else if (advance) h_3_2 <= h_2_2;
  always @(posedge clk)
    if (rst) fresh_1_3 <= 1'h0;
    else if (advance) fresh_1_3 <= fresh;
  always @(posedge clk)
    if (rst) new_i_3 <= 13'h0000;
    else if (advance) new_i_3 <= _0010_[12:0];
  always @(posedge clk)
    if (rst) depolarised_3 <= 1'h0;
    else if (advance) depolarised_3 <= _0013_;
  always @(posedge clk)
    if (rst) difference_3 <= 12'h000;
    else if (advance) difference_3 <= _0014_;
  always @(posedge clk)
    if (rst) h_1_3 <= 11'h000;
    else if (advance) h_1_3 <= read__data[394:384];
  always @(posedge clk)
    if (rst) product_0_3 <= 28'h0000000;
    else if (advance) product_0_3 <= _0018_;
  always @(posedge clk)
    if (rst) product_1_3 <= 20'h00000;
    else if (advance) product_1_3 <= _0022_;
  always @(posedge clk)
    if (rst) product_2_3 <= 19'h00000;
    else if (advance) product_2_3 <= _0023_;
  always @(posedge clk)
    if (rst) v_3 <= 19'h00000;
    else if (advance) v_3 <= _0026_;
  always @(posedge clk)
    if (rst) fresh_2_3 <= 1'h0;
    else if (advance) fresh_2_3 <= fresh_1_3;
  always @(posedge clk)
    if (rst) i_2_3 <= 13'h0000;
    else if (advance) i_2_3 <= new_i_3;
  always @(posedge clk)
    if (rst) h_2_3 <= 11'h000;
    else if (advance) h_2_3 <= h_1_3;
  always @(posedge clk)
    if (rst) slope_3 <= 21'h000000;
    else if (advance) slope_3 <= _0027_;
  always @(posedge clk)
    if (rst) product_3 <= 22'h000000;
    else if (advance) product_3 <= _0029_[21:0];
  always @(posedge clk)
    if (rst) fresh_3_3 <= 1'h0;
    else if (advance) fresh_3_3 <= fresh_2_3;
  always @(posedge clk)
    if (rst) i_3_3 <= 13'h0000;
    else if (advance) i_3_3 <= i_2_3;
  always @(posedge clk)
    if (rst) h_3_3 <= 11'h000;
    else if (advance) h_3_3 <= h_2_3;
  always @(posedge clk)
    if (rst) fresh_1_4 <= 1'h0;
    else if (advance) fresh_1_4 <= fresh;
  always @(posedge clk)
    if (rst) new_i_4 <= 13'h0000;
    else if (advance) new_i_4 <= _0033_[12:0];
  always @(posedge clk)
    if (rst) depolarised_4 <= 1'h0;
    else if (advance) depolarised_4 <= _0036_;
  always @(posedge clk)
    if (rst) difference_4 <= 12'h000;
    else if (advance) difference_4 <= _0037_;
  always @(posedge clk)
    if (rst) h_1_4 <= 11'h000;
    else if (advance) h_1_4 <= read__data[405:395];
  always @(posedge clk)
    if (rst) product_0_4 <= 28'h0000000;
    else if (advance) product_0_4 <= _0040_;
  always @(posedge clk)
    if (rst) product_1_4 <= 20'h00000;
    else if (advance) product_1_4 <= _0044_;
  always @(posedge clk)
    if (rst) product_2_4 <= 19'h00000;
    else if (advance) product_2_4 <= _0045_;
  always @(posedge clk)
    if (rst) v_4 <= 19'h00000;
    else if (advance) v_4 <= _0048_;
  always @(posedge clk)
    if (rst) fresh_2_4 <= 1'h0;
    else if (advance) fresh_2_4 <= fresh_1_4;
  always @(posedge clk)
    if (rst) i_2_4 <= 13'h0000;
    else if (advance) i_2_4 <= new_i_4;
  always @(posedge clk)
    if (rst) h_2_4 <= 11'h000;
    else if (advance) h_2_4 <= h_1_4;
  always @(posedge clk)
    if (rst) slope_4 <= 21'h000000;
    else if (advance) slope_4 <= _0049_;
  always @(posedge clk)
    if (rst) product_4 <= 22'h000000;
    else if (advance) product_4 <= _0051_[21:0];
  always @(posedge clk)
    if (rst) fresh_3_4 <= 1'h0;
    else if (advance) fresh_3_4 <= fresh_2_4;
  always @(posedge clk)
    if (rst) i_3_4 <= 13'h0000;
    else if (advance) i_3_4 <= i_2_4;
  always @(posedge clk)
    if (rst) h_3_4 <= 11'h000;
    else if (advance) h_3_4 <= h_2_4;
  always @(posedge clk)
    if (rst) fresh_1_5 <= 1'h0;
    else if (advance) fresh_1_5 <= fresh;
  always @(posedge clk)
    if (rst) new_i_5 <= 13'h0000;
    else if (advance) new_i_5 <= _0054_[12:0];
  always @(posedge clk)
    if (rst) depolarised_5 <= 1'h0;
    else if (advance) depolarised_5 <= _0057_;
  always @(posedge clk)
    if (rst) difference_5 <= 12'h000;
    else if (advance) difference_5 <= _0058_;
  always @(posedge clk)
    if (rst) h_1_5 <= 11'h000;
    else if (advance) h_1_5 <= read__data[416:406];
  always @(posedge clk)
    if (rst) product_0_5 <= 28'h0000000;
    else if (advance) product_0_5 <= _0062_;
  always @(posedge clk)
    if (rst) product_1_5 <= 20'h00000;
    else if (advance) product_1_5 <= _0065_;
  always @(posedge clk)
    if (rst) product_2_5 <= 19'h00000;
    else if (advance) product_2_5 <= _0066_;
  always @(posedge clk)
    if (rst) v_5 <= 19'h00000;
    else if (advance) v_5 <= _0071_;
  always @(posedge clk)
    if (rst) fresh_2_5 <= 1'h0;
    else if (advance) fresh_2_5 <= fresh_1_5;
  always @(posedge clk)
    if (rst) i_2_5 <= 13'h0000;
    else if (advance) i_2_5 <= new_i_5;
  always @(posedge clk)
    if (rst) h_2_5 <= 11'h000;
    else if (advance) h_2_5 <= h_1_5;
  always @(posedge clk)
    if (rst) slope_5 <= 21'h000000;
    else if (advance) slope_5 <= _0072_;
  always @(posedge clk)
    if (rst) product_5 <= 22'h000000;
    else if (advance) product_5 <= _0074_[21:0];
  always @(posedge clk)
    if (rst) fresh_3_5 <= 1'h0;
    else if (advance) fresh_3_5 <= fresh_2_5;
  always @(posedge clk)
    if (rst) i_3_5 <= 13'h0000;
    else if (advance) i_3_5 <= i_2_5;
  always @(posedge clk)
    if (rst) h_3_5 <= 11'h000;
    else if (advance) h_3_5 <= h_2_5;
  always @(posedge clk)
    if (rst) fresh_1_6 <= 1'h0;
    else if (advance) fresh_1_6 <= fresh;
  always @(posedge clk)
    if (rst) new_i_6 <= 13'h0000;
    else if (advance) new_i_6 <= _0078_[12:0];
  always @(posedge clk)
    if (rst) depolarised_6 <= 1'h0;
    else if (advance) depolarised_6 <= _0081_;
  always @(posedge clk)
    if (rst) difference_6 <= 12'h000;
    else if (advance) difference_6 <= _0082_;
  always @(posedge clk)
    if (rst) h_1_6 <= 11'h000;
    else if (advance) h_1_6 <= read__data[427:417];
  always @(posedge clk)
    if (rst) product_0_6 <= 28'h0000000;
    else if (advance) product_0_6 <= _0085_;
  always @(posedge clk)
    if (rst) product_1_6 <= 20'h00000;
    else if (advance) product_1_6 <= _0088_;
  always @(posedge clk)
    if (rst) product_2_6 <= 19'h00000;
    else if (advance) product_2_6 <= _0090_;
  always @(posedge clk)
    if (rst) v_6 <= 19'h00000;
    else if (advance) v_6 <= _0093_;
  always @(posedge clk)
    if (rst) fresh_2_6 <= 1'h0;
    else if (advance) fresh_2_6 <= fresh_1_6;
  always @(posedge clk)
    if (rst) i_2_6 <= 13'h0000;
    else if (advance) i_2_6 <= new_i_6;
  always @(posedge clk)
    if (rst) h_2_6 <= 11'h000;
    else if (advance) h_2_6 <= h_1_6;
  always @(posedge clk)
    if (rst) slope_6 <= 21'h000000;
    else if (advance) slope_6 <= _0094_;
  always @(posedge clk)
    if (rst) product_6 <= 22'h000000;
    else if (advance) product_6 <= _0096_[21:0];
  always @(posedge clk)
    if (rst) fresh_3_6 <= 1'h0;
    else if (advance) fresh_3_6 <= fresh_2_6;
  always @(posedge clk)
    if (rst) i_3_6 <= 13'h0000;
    else if (advance) i_3_6 <= i_2_6;
  always @(posedge clk)
    if (rst) h_3_6 <= 11'h000;
    else if (advance) h_3_6 <= h_2_6;
  always @(posedge clk)
    if (rst) fresh_1_7 <= 1'h0;
    else if (advance) fresh_1_7 <= fresh;
  always @(posedge clk)
    if (rst) new_i_7 <= 13'h0000;
    else if (advance) new_i_7 <= _0099_[12:0];
  always @(posedge clk)
    if (rst) depolarised_7 <= 1'h0;
    else if (advance) depolarised_7 <= _0102_;
  always @(posedge clk)
    if (rst) difference_7 <= 12'h000;
    else if (advance) difference_7 <= _0103_;
  always @(posedge clk)
    if (rst) h_1_7 <= 11'h000;
    else if (advance) h_1_7 <= read__data[438:428];
  always @(posedge clk)
    if (rst) product_0_7 <= 28'h0000000;
    else if (advance) product_0_7 <= _0106_;
  always @(posedge clk)
    if (rst) product_1_7 <= 20'h00000;
    else if (advance) product_1_7 <= _0110_;
  always @(posedge clk)
    if (rst) product_2_7 <= 19'h00000;
    else if (advance) product_2_7 <= _0111_;
  always @(posedge clk)
    if (rst) v_7 <= 19'h00000;
    else if (advance) v_7 <= _0114_;
  always @(posedge clk)
    if (rst) fresh_2_7 <= 1'h0;
    else if (advance) fresh_2_7 <= fresh_1_7;
  always @(posedge clk)
    if (rst) i_2_7 <= 13'h0000;
    else if (advance) i_2_7 <= new_i_7;
  always @(posedge clk)
    if (rst) h_2_7 <= 11'h000;
    else if (advance) h_2_7 <= h_1_7;
  always @(posedge clk)
    if (rst) slope_7 <= 21'h000000;
    else if (advance) slope_7 <= _0115_;
  always @(posedge clk)
    if (rst) product_7 <= 22'h000000;
    else if (advance) product_7 <= _0118_[21:0];
  always @(posedge clk)
    if (rst) fresh_3_7 <= 1'h0;
    else if (advance) fresh_3_7 <= fresh_2_7;
  always @(posedge clk)
    if (rst) i_3_7 <= 13'h0000;
    else if (advance) i_3_7 <= i_2_7;
  always @(posedge clk)
    if (rst) h_3_7 <= 11'h000;
    else if (advance) h_3_7 <= h_2_7;
  always @(posedge clk)
    if (rst) fresh_1_8 <= 1'h0;
    else if (advance) fresh_1_8 <= fresh;
  always @(posedge clk)
    if (rst) new_i_8 <= 13'h0000;
    else if (advance) new_i_8 <= _0121_[12:0];
  always @(posedge clk)
    if (rst) depolarised_8 <= 1'h0;
    else if (advance) depolarised_8 <= _0125_;
  always @(posedge clk)
    if (rst) difference_8 <= 12'h000;
    else if (advance) difference_8 <= _0126_;
  always @(posedge clk)
    if (rst) h_1_8 <= 11'h000;
    else if (advance) h_1_8 <= read__data[449:439];
  always @(posedge clk)
    if (rst) product_0_8 <= 28'h0000000;
    else if (advance) product_0_8 <= _0129_;
  always @(posedge clk)
    if (rst) product_1_8 <= 20'h00000;
    else if (advance) product_1_8 <= _0132_;
  always @(posedge clk)
    if (rst) product_2_8 <= 19'h00000;
    else if (advance) product_2_8 <= _0133_;
  always @(posedge clk)
    if (rst) v_8 <= 19'h00000;
    else if (advance) v_8 <= _0138_;
  always @(posedge clk)
    if (rst) fresh_2_8 <= 1'h0;
    else if (advance) fresh_2_8 <= fresh_1_8;
  always @(posedge clk)
    if (rst) i_2_8 <= 13'h0000;
    else if (advance) i_2_8 <= new_i_8;
  always @(posedge clk)
    if (rst) h_2_8 <= 11'h000;
    else if (advance) h_2_8 <= h_1_8;
  always @(posedge clk)
    if (rst) slope_8 <= 21'h000000;
    else if (advance) slope_8 <= _0139_;
  always @(posedge clk)
    if (rst) product_8 <= 22'h000000;
    else if (advance) product_8 <= _0141_[21:0];
  always @(posedge clk)
    if (rst) fresh_3_8 <= 1'h0;
    else if (advance) fresh_3_8 <= fresh_2_8;
  always @(posedge clk)
    if (rst) i_3_8 <= 13'h0000;
    else if (advance) i_3_8 <= i_2_8;
  always @(posedge clk)
    if (rst) h_3_8 <= 11'h000;
    else if (advance) h_3_8 <= h_2_8;
  always @(posedge clk)
    if (rst) fresh_1_9 <= 1'h0;
    else if (advance) fresh_1_9 <= fresh;
  always @(posedge clk)
    if (rst) new_i_9 <= 13'h0000;
    else if (advance) new_i_9 <= _0144_[12:0];
  always @(posedge clk)
    if (rst) depolarised_9 <= 1'h0;
    else if (advance) depolarised_9 <= _0147_;
  always @(posedge clk)
    if (rst) difference_9 <= 12'h000;
    else if (advance) difference_9 <= _0148_;
  always @(posedge clk)
    if (rst) h_1_9 <= 11'h000;
    else if (advance) h_1_9 <= read__data[460:450];
  always @(posedge clk)
    if (rst) product_0_9 <= 28'h0000000;
    else if (advance) product_0_9 <= _0151_;
  always @(posedge clk)
    if (rst) product_1_9 <= 20'h00000;
    else if (advance) product_1_9 <= _0154_;
  always @(posedge clk)
    if (rst) product_2_9 <= 19'h00000;
    else if (advance) product_2_9 <= _0156_;
  always @(posedge clk)
    if (rst) v_9 <= 19'h00000;
    else if (advance) v_9 <= _0159_;
  always @(posedge clk)
    if (rst) fresh_2_9 <= 1'h0;
    else if (advance) fresh_2_9 <= fresh_1_9;
  always @(posedge clk)
    if (rst) i_2_9 <= 13'h0000;
    else if (advance) i_2_9 <= new_i_9;
  always @(posedge clk)
    if (rst) h_2_9 <= 11'h000;
    else if (advance) h_2_9 <= h_1_9;
  always @(posedge clk)
    if (rst) slope_9 <= 21'h000000;
    else if (advance) slope_9 <= _0160_;
  always @(posedge clk)
    if (rst) product_9 <= 22'h000000;
    else if (advance) product_9 <= _0162_[21:0];
  always @(posedge clk)
    if (rst) fresh_3_9 <= 1'h0;
    else if (advance) fresh_3_9 <= fresh_2_9;
  always @(posedge clk)
    if (rst) i_3_9 <= 13'h0000;
    else if (advance) i_3_9 <= i_2_9;
  always @(posedge clk)
    if (rst) h_3_9 <= 11'h000;
    else if (advance) h_3_9 <= h_2_9;
  always @(posedge clk)
    if (rst) fresh_1_10 <= 1'h0;
    else if (advance) fresh_1_10 <= fresh;
  always @(posedge clk)
    if (rst) new_i_10 <= 13'h0000;
    else if (advance) new_i_10 <= _0166_[12:0];
  always @(posedge clk)
    if (rst) depolarised_10 <= 1'h0;
    else if (advance) depolarised_10 <= _0169_;
  always @(posedge clk)
    if (rst) difference_10 <= 12'h000;
    else if (advance) difference_10 <= _0170_;
  always @(posedge clk)
    if (rst) h_1_10 <= 11'h000;
    else if (advance) h_1_10 <= read__data[471:461];
  always @(posedge clk)
    if (rst) product_0_10 <= 28'h0000000;
    else if (advance) product_0_10 <= _0174_;
  always @(posedge clk)
    if (rst) product_1_10 <= 20'h00000;
    else if (advance) product_1_10 <= _0177_;
  always @(posedge clk)
    if (rst) product_2_10 <= 19'h00000;
    else if (advance) product_2_10 <= _0178_;
  always @(posedge clk)
    if (rst) v_10 <= 19'h00000;
    else if (advance) v_10 <= _0181_;
  always @(posedge clk)
    if (rst) fresh_2_10 <= 1'h0;
    else if (advance) fresh_2_10 <= fresh_1_10;
  always @(posedge clk)
    if (rst) i_2_10 <= 13'h0000;
    else if (advance) i_2_10 <= new_i_10;
  always @(posedge clk)
    if (rst) h_2_10 <= 11'h000;
    else if (advance) h_2_10 <= h_1_10;
  always @(posedge clk)
    if (rst) slope_10 <= 21'h000000;
    else if (advance) slope_10 <= _0182_;
  always @(posedge clk)
    if (rst) product_10 <= 22'h000000;
    else if (advance) product_10 <= _0185_[21:0];
  always @(posedge clk)
    if (rst) fresh_3_10 <= 1'h0;
    else if (advance) fresh_3_10 <= fresh_2_10;
  always @(posedge clk)
    if (rst) i_3_10 <= 13'h0000;
    else if (advance) i_3_10 <= i_2_10;
  always @(posedge clk)
    if (rst) h_3_10 <= 11'h000;
    else if (advance) h_3_10 <= h_2_10;
  always @(posedge clk)
    if (rst) fresh_1_11 <= 1'h0;
    else if (advance) fresh_1_11 <= fresh;
  always @(posedge clk)
    if (rst) new_i_11 <= 13'h0000;
    else if (advance) new_i_11 <= _0188_[12:0];
  always @(posedge clk)
    if (rst) depolarised_11 <= 1'h0;
    else if (advance) depolarised_11 <= _0191_;
  always @(posedge clk)
    if (rst) difference_11 <= 12'h000;
    else if (advance) difference_11 <= _0192_;
  always @(posedge clk)
    if (rst) h_1_11 <= 11'h000;
    else if (advance) h_1_11 <= read__data[482:472];
  always @(posedge clk)
    if (rst) product_0_11 <= 28'h0000000;
    else if (advance) product_0_11 <= _0195_;
  always @(posedge clk)
    if (rst) product_1_11 <= 20'h00000;
    else if (advance) product_1_11 <= _0198_;
  always @(posedge clk)
    if (rst) product_2_11 <= 19'h00000;
    else if (advance) product_2_11 <= _0199_;
  always @(posedge clk)
    if (rst) v_11 <= 19'h00000;
    else if (advance) v_11 <= _0202_;
  always @(posedge clk)
    if (rst) fresh_2_11 <= 1'h0;
    else if (advance) fresh_2_11 <= fresh_1_11;
  always @(posedge clk)
    if (rst) i_2_11 <= 13'h0000;
    else if (advance) i_2_11 <= new_i_11;
  always @(posedge clk)
    if (rst) h_2_11 <= 11'h000;
    else if (advance) h_2_11 <= h_1_11;
  always @(posedge clk)
    if (rst) slope_11 <= 21'h000000;
    else if (advance) slope_11 <= _0205_;
  always @(posedge clk)
    if (rst) product_11 <= 22'h000000;
    else if (advance) product_11 <= _0207_[21:0];
  always @(posedge clk)
    if (rst) fresh_3_11 <= 1'h0;
    else if (advance) fresh_3_11 <= fresh_2_11;
  always @(posedge clk)
    if (rst) i_3_11 <= 13'h0000;
    else if (advance) i_3_11 <= i_2_11;
  always @(posedge clk)
    if (rst) h_3_11 <= 11'h000;
    else if (advance) h_3_11 <= h_2_11;
  always @(posedge clk)
    if (rst) fresh_1_12 <= 1'h0;
    else if (advance) fresh_1_12 <= fresh;
  always @(posedge clk)
    if (rst) new_i_12 <= 13'h0000;
    else if (advance) new_i_12 <= _0210_[12:0];
  always @(posedge clk)
    if (rst) depolarised_12 <= 1'h0;
    else if (advance) depolarised_12 <= _0214_;
  always @(posedge clk)
    if (rst) difference_12 <= 12'h000;
    else if (advance) difference_12 <= _0215_;
  always @(posedge clk)
    if (rst) h_1_12 <= 11'h000;
    else if (advance) h_1_12 <= read__data[493:483];
  always @(posedge clk)
    if (rst) product_0_12 <= 28'h0000000;
    else if (advance) product_0_12 <= _0219_;
  always @(posedge clk)
    if (rst) product_1_12 <= 20'h00000;
    else if (advance) product_1_12 <= _0222_;
  always @(posedge clk)
    if (rst) product_2_12 <= 19'h00000;
    else if (advance) product_2_12 <= _0223_;
  always @(posedge clk)
    if (rst) v_12 <= 19'h00000;
    else if (advance) v_12 <= _0226_;
  always @(posedge clk)
    if (rst) fresh_2_12 <= 1'h0;
    else if (advance) fresh_2_12 <= fresh_1_12;
  always @(posedge clk)
    if (rst) i_2_12 <= 13'h0000;
    else if (advance) i_2_12 <= new_i_12;
  always @(posedge clk)
    if (rst) h_2_12 <= 11'h000;
    else if (advance) h_2_12 <= h_1_12;
  always @(posedge clk)
    if (rst) slope_12 <= 21'h000000;
    else if (advance) slope_12 <= _0227_;
  always @(posedge clk)
    if (rst) product_12 <= 22'h000000;
    else if (advance) product_12 <= _0229_[21:0];
  always @(posedge clk)
    if (rst) fresh_3_12 <= 1'h0;
    else if (advance) fresh_3_12 <= fresh_2_12;
  always @(posedge clk)
    if (rst) i_3_12 <= 13'h0000;
    else if (advance) i_3_12 <= i_2_12;
  always @(posedge clk)
    if (rst) h_3_12 <= 11'h000;
    else if (advance) h_3_12 <= h_2_12;
  always @(posedge clk)
    if (rst) fresh_1_13 <= 1'h0;
    else if (advance) fresh_1_13 <= fresh;
  always @(posedge clk)
    if (rst) new_i_13 <= 13'h0000;
    else if (advance) new_i_13 <= _0233_[12:0];
  always @(posedge clk)
    if (rst) depolarised_13 <= 1'h0;
    else if (advance) depolarised_13 <= _0236_;
  always @(posedge clk)
    if (rst) difference_13 <= 12'h000;
    else if (advance) difference_13 <= _0237_;
  always @(posedge clk)
    if (rst) h_1_13 <= 11'h000;
    else if (advance) h_1_13 <= read__data[504:494];
  always @(posedge clk)
    if (rst) product_0_13 <= 28'h0000000;
    else if (advance) product_0_13 <= _0240_;
  always @(posedge clk)
    if (rst) product_1_13 <= 20'h00000;
    else if (advance) product_1_13 <= _0243_;
  always @(posedge clk)
    if (rst) product_2_13 <= 19'h00000;
    else if (advance) product_2_13 <= _0244_;
  always @(posedge clk)
    if (rst) v_13 <= 19'h00000;
    else if (advance) v_13 <= _0247_;
  always @(posedge clk)
    if (rst) fresh_2_13 <= 1'h0;
    else if (advance) fresh_2_13 <= fresh_1_13;
  always @(posedge clk)
    if (rst) i_2_13 <= 13'h0000;
    else if (advance) i_2_13 <= new_i_13;
  always @(posedge clk)
    if (rst) h_2_13 <= 11'h000;
    else if (advance) h_2_13 <= h_1_13;
  always @(posedge clk)
    if (rst) slope_13 <= 21'h000000;
    else if (advance) slope_13 <= _0248_;
  always @(posedge clk)
    if (rst) product_13 <= 22'h000000;
    else if (advance) product_13 <= _0250_[21:0];
  always @(posedge clk)
    if (rst) fresh_3_13 <= 1'h0;
    else if (advance) fresh_3_13 <= fresh_2_13;
  always @(posedge clk)
    if (rst) i_3_13 <= 13'h0000;
    else if (advance) i_3_13 <= i_2_13;
  always @(posedge clk)
    if (rst) h_3_13 <= 11'h000;
    else if (advance) h_3_13 <= h_2_13;
  always @(posedge clk)
    if (rst) fresh_1_14 <= 1'h0;
    else if (advance) fresh_1_14 <= fresh;
  always @(posedge clk)
    if (rst) new_i_14 <= 13'h0000;
    else if (advance) new_i_14 <= _0254_[12:0];
  always @(posedge clk)
    if (rst) depolarised_14 <= 1'h0;
    else if (advance) depolarised_14 <= _0257_;
  always @(posedge clk)
    if (rst) difference_14 <= 12'h000;
    else if (advance) difference_14 <= _0259_;
  always @(posedge clk)
    if (rst) h_1_14 <= 11'h000;
    else if (advance) h_1_14 <= read__data[515:505];
  always @(posedge clk)
    if (rst) product_0_14 <= 28'h0000000;
    else if (advance) product_0_14 <= _0262_;
  always @(posedge clk)
    if (rst) product_1_14 <= 20'h00000;
    else if (advance) product_1_14 <= _0266_;
  always @(posedge clk)
    if (rst) product_2_14 <= 19'h00000;
    else if (advance) product_2_14 <= _0267_;
  always @(posedge clk)
    if (rst) v_14 <= 19'h00000;
    else if (advance) v_14 <= _0270_;
  always @(posedge clk)
    if (rst) fresh_2_14 <= 1'h0;
    else if (advance) fresh_2_14 <= fresh_1_14;
  always @(posedge clk)
    if (rst) i_2_14 <= 13'h0000;
    else if (advance) i_2_14 <= new_i_14;
  always @(posedge clk)
    if (rst) h_2_14 <= 11'h000;
    else if (advance) h_2_14 <= h_1_14;
  always @(posedge clk)
    if (rst) slope_14 <= 21'h000000;
    else if (advance) slope_14 <= _0271_;
  always @(posedge clk)
    if (rst) product_14 <= 22'h000000;
    else if (advance) product_14 <= _0273_[21:0];
  always @(posedge clk)
    if (rst) fresh_3_14 <= 1'h0;
    else if (advance) fresh_3_14 <= fresh_2_14;
  always @(posedge clk)
    if (rst) i_3_14 <= 13'h0000;
    else if (advance) i_3_14 <= i_2_14;
  always @(posedge clk)
    if (rst) h_3_14 <= 11'h000;
    else if (advance) h_3_14 <= h_2_14;
  always @(posedge clk)
    if (rst) fresh_1_15 <= 1'h0;
    else if (advance) fresh_1_15 <= fresh;
  reg [16:0] _2784_;
  always @(posedge clk)
    if (rst) _2784_ <= 17'h00000;
    else if (advance) _2784_ <= { _0476_[15], _0476_ };
  assign rest_24[17:1] = _2784_;
  reg [16:0] _2785_;
  always @(posedge clk)
    if (rst) _2785_ <= 17'h00000;
    else if (advance) _2785_ <= { _0411_[15], _0411_ };
  assign rest_21[17:1] = _2785_;
  reg [16:0] _2786_;
  always @(posedge clk)
    if (rst) _2786_ <= 17'h00000;
    else if (advance) _2786_ <= { _0344_[15], _0344_ };
  assign rest_18[17:1] = _2786_;
  reg [16:0] _2787_;
  always @(posedge clk)
    if (rst) _2787_ <= 17'h00000;
    else if (advance) _2787_ <= { _0279_[15], _0279_ };
  assign rest_15[17:1] = _2787_;
  reg [16:0] _2788_;
  always @(posedge clk)
    if (rst) _2788_ <= 17'h00000;
    else if (advance) _2788_ <= { _0499_[15], _0499_ };
  assign rest_25[17:1] = _2788_;
  reg [16:0] _2789_;
  always @(posedge clk)
    if (rst) _2789_ <= 17'h00000;
    else if (advance) _2789_ <= { _0455_[15], _0455_ };
  assign rest_23[17:1] = _2789_;
  reg [16:0] _2790_;
  always @(posedge clk)
    if (rst) _2790_ <= 17'h00000;
    else if (advance) _2790_ <= { _0388_[15], _0388_ };
  assign rest_20[17:1] = _2790_;
  reg [16:0] _2791_;
  always @(posedge clk)
    if (rst) _2791_ <= 17'h00000;
    else if (advance) _2791_ <= { _0322_[15], _0322_ };
  assign rest_17[17:1] = _2791_;
  reg [16:0] _2792_;
  always @(posedge clk)
    if (rst) _2792_ <= 17'h00000;
    else if (advance) _2792_ <= { _0520_[15], _0520_ };
  assign rest_26[17:1] = _2792_;
  reg [16:0] _2793_;
  always @(posedge clk)
    if (rst) _2793_ <= 17'h00000;
    else if (advance) _2793_ <= { _0432_[15], _0432_ };
  assign rest_22[17:1] = _2793_;
  reg [16:0] _2794_;
  always @(posedge clk)
    if (rst) _2794_ <= 17'h00000;
    else if (advance) _2794_ <= { _0367_[15], _0367_ };
  assign rest_19[17:1] = _2794_;
  reg [16:0] _2795_;
  always @(posedge clk)
    if (rst) _2795_ <= 17'h00000;
    else if (advance) _2795_ <= { _0300_[15], _0300_ };
  assign rest_16[17:1] = _2795_;
  reg [16:0] _2796_;
  always @(posedge clk)
    if (rst) _2796_ <= 17'h00000;
    else if (advance) _2796_ <= { _1068_[15], _1068_ };
  assign rest_0[17:1] = _2796_;
  reg [16:0] _2797_;
  always @(posedge clk)
    if (rst) _2797_ <= 17'h00000;
    else if (advance) _2797_ <= { _1089_[15], _1089_ };
  assign rest_1[17:1] = _2797_;
  reg [16:0] _2798_;
  always @(posedge clk)
    if (rst) _2798_ <= 17'h00000;
    else if (advance) _2798_ <= { _1112_[15], _1112_ };
  assign rest_2[17:1] = _2798_;
  reg [16:0] _2799_;
  always @(posedge clk)
    if (rst) _2799_ <= 17'h00000;
    else if (advance) _2799_ <= { _0012_[15], _0012_ };
  assign rest_3[17:1] = _2799_;
  reg [16:0] _2800_;
  always @(posedge clk)
    if (rst) _2800_ <= 17'h00000;
    else if (advance) _2800_ <= { _0035_[15], _0035_ };
  assign rest_4[17:1] = _2800_;
  reg [16:0] _2801_;
  always @(posedge clk)
    if (rst) _2801_ <= 17'h00000;
    else if (advance) _2801_ <= { _0056_[15], _0056_ };
  assign rest_5[17:1] = _2801_;
  reg [16:0] _2802_;
  always @(posedge clk)
    if (rst) _2802_ <= 17'h00000;
    else if (advance) _2802_ <= { _0080_[15], _0080_ };
  assign rest_6[17:1] = _2802_;
  reg [16:0] _2803_;
  always @(posedge clk)
    if (rst) _2803_ <= 17'h00000;
    else if (advance) _2803_ <= { _0101_[15], _0101_ };
  assign rest_7[17:1] = _2803_;
  reg [16:0] _2804_;
  always @(posedge clk)
    if (rst) _2804_ <= 17'h00000;
    else if (advance) _2804_ <= { _0123_[15], _0123_ };
  assign rest_8[17:1] = _2804_;
  reg [16:0] _2805_;
  always @(posedge clk)
    if (rst) _2805_ <= 17'h00000;
    else if (advance) _2805_ <= { _0146_[15], _0146_ };
  assign rest_9[17:1] = _2805_;
  reg [16:0] _2806_;
  always @(posedge clk)
    if (rst) _2806_ <= 17'h00000;
    else if (advance) _2806_ <= { _0168_[15], _0168_ };
  assign rest_10[17:1] = _2806_;
  reg [16:0] _2807_;
  always @(posedge clk)
    if (rst) _2807_ <= 17'h00000;
    else if (advance) _2807_ <= { _0190_[15], _0190_ };
  assign rest_11[17:1] = _2807_;
  reg [16:0] _2808_;
  always @(posedge clk)
    if (rst) _2808_ <= 17'h00000;
    else if (advance) _2808_ <= { _0213_[15], _0213_ };
  assign rest_12[17:1] = _2808_;
  reg [16:0] _2809_;
  always @(posedge clk)
    if (rst) _2809_ <= 17'h00000;
    else if (advance) _2809_ <= { _0235_[15], _0235_ };
  assign rest_13[17:1] = _2809_;
  reg [16:0] _2810_;
  always @(posedge clk)
    if (rst) _2810_ <= 17'h00000;
    else if (advance) _2810_ <= { _0256_[15], _0256_ };
  assign rest_14[17:1] = _2810_;
  assign _1122_ = | { _1060_, rst };
  assign _1123_ = _1062_ ? _1063_[2:0] : pause;
  assign _1124_ = _1060_ ? 3'h4 : _1123_;
  assign _0629_[10:0] = write__data[383:373];
  assign _0630_[10:0] = write__data[394:384];
  assign _0631_[10:0] = write__data[405:395];
  assign _0632_[10:0] = write__data[416:406];
  assign _0633_[10:0] = write__data[427:417];
  assign _0634_[10:0] = write__data[438:428];
  assign _0635_[10:0] = write__data[449:439];
  assign _0636_[10:0] = write__data[460:450];
  assign _0637_[10:0] = write__data[471:461];
  assign _0638_[10:0] = write__data[482:472];
  assign _0639_[10:0] = write__data[493:483];
  assign _0640_[10:0] = write__data[504:494];
  assign _0641_[10:0] = write__data[515:505];
  assign _0642_[10:0] = write__data[526:516];
  assign _0643_[10:0] = write__data[537:527];
  assign _0644_[10:0] = write__data[548:538];
  assign _0645_[10:0] = write__data[559:549];
  assign _0646_[10:0] = write__data[570:560];
  assign _0647_[10:0] = write__data[581:571];
  assign _0648_[10:0] = write__data[592:582];
  assign _0649_[10:0] = write__data[603:593];
  assign _0651_[10:0] = write__data[614:604];
  assign _0652_[10:0] = write__data[625:615];
  assign _0653_[10:0] = write__data[636:626];
  assign _0654_[10:0] = write__data[647:637];
  assign _0665_[10:0] = write__data[658:648];
  assign _0674_[10:0] = write__data[669:659];
  assign _0684_[10:0] = write__data[680:670];
  assign _0696_[10:0] = write__data[691:681];
  assign _0706_[10:0] = write__data[702:692];
  assign _0716_[10:0] = write__data[713:703];
  assign _0726_[10:0] = write__data[724:714];
  assign _0735_[10:0] = write__data[735:725];
  assign _0746_[10:0] = write__data[746:736];
  assign _0756_[10:0] = write__data[757:747];
  assign _0766_[10:0] = write__data[768:758];
  assign _0775_[10:0] = write__data[779:769];
  assign _0786_[10:0] = write__data[790:780];
  assign _0796_[10:0] = write__data[801:791];
  assign _0806_[10:0] = write__data[812:802];
  assign _0816_[10:0] = write__data[823:813];
  assign _0827_[10:0] = write__data[834:824];
  assign _0837_[10:0] = write__data[845:835];
  assign _0847_[10:0] = write__data[856:846];
  assign _0856_[10:0] = write__data[867:857];
  assign _0867_[10:0] = write__data[878:868];
  assign _0877_[10:0] = write__data[889:879];
  assign _0887_[10:0] = write__data[900:890];
  assign _0896_[10:0] = write__data[911:901];
  assign _0906_[10:0] = write__data[922:912];
  assign _0917_[10:0] = write__data[933:923];
  assign _0927_[10:0] = write__data[944:934];
  assign _0627_[10:0] = write__data[361:351];
  assign _1030_[1:0] = read__addr;
  assign rest_26[0] = 1'h0;
  assign rest_25[0] = 1'h0;
  assign rest_24[0] = 1'h0;
  assign rest_23[0] = 1'h0;
  assign rest_22[0] = 1'h0;
  assign rest_21[0] = 1'h0;
  assign rest_20[0] = 1'h0;
  assign rest_19[0] = 1'h0;
  assign rest_18[0] = 1'h0;
  assign rest_17[0] = 1'h0;
  assign rest_16[0] = 1'h0;
  assign rest_15[0] = 1'h0;
  assign rest_14[0] = 1'h0;
  assign rest_13[0] = 1'h0;
  assign rest_12[0] = 1'h0;
  assign rest_11[0] = 1'h0;
  assign rest_10[0] = 1'h0;
  assign rest_9[0] = 1'h0;
  assign rest_8[0] = 1'h0;
  assign rest_7[0] = 1'h0;
  assign rest_6[0] = 1'h0;
  assign rest_5[0] = 1'h0;
  assign rest_4[0] = 1'h0;
  assign rest_3[0] = 1'h0;
  assign rest_2[0] = 1'h0;
  assign rest_1[0] = 1'h0;
  assign rest_0[0] = 1'h0;
  assign _0628_[10:0] = write__data[372:362];
endmodule
