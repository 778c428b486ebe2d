// codesign 0.1.0
// model keyword-bmru sha256:9dda0b08b98e4bda540f0816e0af879f38a97fbd53134f1b0736f6d6ffcf61a1
// configuration {"events_per_cycle": 8, "fold_black_frames": true, "longest_sample": 1024, "serial_sums": false, "units_per_cycle": 32}
// seed none
//
// keyword_bmru: clk, synchronous reset rst (active high), and two streams.
// An item moves at a rising edge of clk at which valid and ready are both 1.
//
// input__payload, least significant field first:
//   value          7 bits unsigned, from bit 0
//   present        1 bits unsigned, from bit 7
//   end_of_step    1 bits unsigned, from bit 8
//   end_of_sample  1 bits unsigned, from bit 9
//
// output__payload, least significant field first:
//   decision       1 bits unsigned, from bit 0
//   scores         2 x 26 bits signed, from bit 1
//
// Input: an item with present = 1 carries the value of the next input;
// end_of_step and end_of_sample close the step and the sample after it. A sample without steps is one item with
// end_of_sample alone.
// Output: one item per sample; decision is one of ["rest", "zero"].
// Layers, as instances of their names: input (linear, 13 to 4), memory1 (fq_bmru, 4 to 4), mix1 (linear, 4 to 4), memory2 (fq_bmru, 4 to 4), mix2 (linear, 4 to 4), readout (linear, 4 to 2)
// Skip connections, as instances: skip_mix1 (adds input), skip_mix2 (adds mix1)
// The states of a layer are registers of <layer>.units; they show one group of units after the other, each
// while group_done of that module is 1: input 1 x 4, memory1 1 x 4, mix1 1 x 4, memory2 1 x 4, mix2 1 x 4, readout 1 x 2

module keyword_bmru(input__valid, output__ready, clk, rst, input__ready, output__payload, output__valid, input__payload);
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
  output [52:0] output__payload;
  wire [52:0] output__payload;
  output output__valid;
  wire output__valid;
  input [9:0] input__payload;
  wire [9:0] input__payload;
  wire [18:0] decision__input__payload;
  wire decision__input__ready;
  wire decision__input__valid;
  wire [13:0] input___output__payload;
  wire input___output__ready;
  wire input___output__valid;
  wire [13:0] memory1__input__payload;
  wire memory1__input__ready;
  wire memory1__input__valid;
  wire [6:0] memory1__output__payload;
  wire memory1__output__ready;
  wire memory1__output__valid;
  wire [13:0] memory2__input__payload;
  wire memory2__input__ready;
  wire memory2__input__valid;
  wire [6:0] memory2__output__payload;
  wire memory2__output__ready;
  wire memory2__output__valid;
  wire [10:0] mix1__output__payload;
  wire mix1__output__ready;
  wire mix1__output__valid;
  wire [10:0] mix2__output__payload;
  wire mix2__output__ready;
  wire mix2__output__valid;
  wire [14:0] readout__input__payload;
  wire readout__input__ready;
  wire readout__input__valid;
  wire [13:0] skip_mix1__output__payload;
  wire skip_mix1__output__ready;
  wire skip_mix1__output__valid;
  keyword_bmru__decision decision (
    .clk(clk),
    .input__payload(decision__input__payload),
    .input__ready(decision__input__ready),
    .input__valid(decision__input__valid),
    .output__payload(output__payload),
    .output__ready(output__ready),
    .output__valid(output__valid),
    .rst(rst)
  );
  keyword_bmru__input_ input_ (
    .clk(clk),
    .input__payload(input__payload),
    .input__ready(input__ready),
    .input__valid(input__valid),
    .output__payload(input___output__payload),
    .output__ready(input___output__ready),
    .output__valid(input___output__valid),
    .rst(rst)
  );
  keyword_bmru__memory1 memory1 (
    .clk(clk),
    .input__payload(memory1__input__payload),
    .input__ready(memory1__input__ready),
    .input__valid(memory1__input__valid),
    .output__payload(memory1__output__payload),
    .output__ready(memory1__output__ready),
    .output__valid(memory1__output__valid),
    .rst(rst)
  );
  keyword_bmru__memory2 memory2 (
    .clk(clk),
    .input__payload(memory2__input__payload),
    .input__ready(memory2__input__ready),
    .input__valid(memory2__input__valid),
    .output__payload(memory2__output__payload),
    .output__ready(memory2__output__ready),
    .output__valid(memory2__output__valid),
    .rst(rst)
  );
  keyword_bmru__mix1 mix1 (
    .clk(clk),
    .input__payload(memory1__output__payload),
    .input__ready(memory1__output__ready),
    .input__valid(memory1__output__valid),
    .output__payload(mix1__output__payload),
    .output__ready(mix1__output__ready),
    .output__valid(mix1__output__valid),
    .rst(rst)
  );
  keyword_bmru__mix2 mix2 (
    .clk(clk),
    .input__payload(memory2__output__payload),
    .input__ready(memory2__output__ready),
    .input__valid(memory2__output__valid),
    .output__payload(mix2__output__payload),
    .output__ready(mix2__output__ready),
    .output__valid(mix2__output__valid),
    .rst(rst)
  );
  keyword_bmru__readout readout (
    .clk(clk),
    .input__payload(readout__input__payload),
    .input__ready(readout__input__ready),
    .input__valid(readout__input__valid),
    .output__payload(decision__input__payload),
    .output__ready(decision__input__ready),
    .output__valid(decision__input__valid),
    .rst(rst)
  );
  keyword_bmru__skip_mix1 skip_mix1 (
    .clk(clk),
    .earlier__payload(input___output__payload),
    .earlier__ready(input___output__ready),
    .earlier__valid(input___output__valid),
    .input__payload(mix1__output__payload),
    .input__ready(mix1__output__ready),
    .input__valid(mix1__output__valid),
    .onward__payload(memory1__input__payload),
    .onward__ready(memory1__input__ready),
    .onward__valid(memory1__input__valid),
    .output__payload(skip_mix1__output__payload),
    .output__ready(skip_mix1__output__ready),
    .output__valid(skip_mix1__output__valid),
    .rst(rst)
  );
  keyword_bmru__skip_mix2 skip_mix2 (
    .clk(clk),
    .earlier__payload(skip_mix1__output__payload),
    .earlier__ready(skip_mix1__output__ready),
    .earlier__valid(skip_mix1__output__valid),
    .input__payload(mix2__output__payload),
    .input__ready(mix2__output__ready),
    .input__valid(mix2__output__valid),
    .onward__payload(memory2__input__payload),
    .onward__ready(memory2__input__ready),
    .onward__valid(memory2__input__valid),
    .output__payload(readout__input__payload),
    .output__ready(readout__input__ready),
    .output__valid(readout__input__valid),
    .rst(rst)
  );
endmodule

module keyword_bmru__decision(input__valid, output__ready, clk, rst, input__ready, output__payload, output__valid, input__payload);
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
  output [52:0] output__payload;
  wire [52:0] output__payload;
  output output__valid;
  wire output__valid;
  input [18:0] input__payload;
  wire [18:0] input__payload;
  wire [51:0] accumulator__output__payload;
  wire accumulator__output__ready;
  wire accumulator__output__valid;
  keyword_bmru__decision__accumulator accumulator (
    .clk(clk),
    .input__payload(input__payload),
    .input__ready(input__ready),
    .input__valid(input__valid),
    .output__payload(accumulator__output__payload),
    .output__ready(accumulator__output__ready),
    .output__valid(accumulator__output__valid),
    .rst(rst)
  );
  keyword_bmru__decision__argmax argmax (
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

module keyword_bmru__decision__accumulator(input__valid, output__ready, clk, rst, input__ready, output__payload, output__valid, input__payload);
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
  output [51:0] output__payload;
  reg [51:0] output__payload;
  output output__valid;
  reg output__valid;
  input [18:0] input__payload;
  wire [18:0] input__payload;
  wire [26:0] _00_;
  wire _01_;
  wire _02_;
  wire _03_;
  wire _04_;
  wire leave;
  wire take;
  wire [25:0] total;
  assign _01_ = take & input__payload[18];
  assign _02_ = take & input__payload[16];
  assign input__ready = ~ output__valid;
  assign take = input__valid & input__ready;
  assign leave = output__valid & output__ready;
  assign { _00_[26], total } = $signed(output__payload[25:0]) + $signed(input__payload[15:0]);
  always @(posedge clk)
    if (_03_) output__valid <= 1'h0;
    else if (_01_) output__valid <= 1'h1;
  always @(posedge clk)
    if (_04_) output__payload <= 52'h0000000000000;
    else if (_02_) output__payload <= { total, output__payload[51:26] };
  assign _03_ = | { leave, rst };
  assign _04_ = | { leave, rst };
  assign _00_[25:0] = total;
endmodule

module keyword_bmru__decision__argmax(input__valid, output__ready, clk, rst, input__ready, output__payload, output__valid, input__payload);
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
  output [52:0] output__payload;
  reg [52:0] output__payload;
  output output__valid;
  reg output__valid;
  input [51:0] input__payload;
  wire [51:0] input__payload;
  wire _00_;
  wire _01_;
  wire _02_;
  wire _03_;
  wire [1:0] _04_;
  wire _05_;
  wire _06_;
  wire _07_;
  wire _08_;
  wire _09_;
  wire _10_;
  wire _11_;
  wire _12_;
  wire _13_;
  wire _14_;
  wire _15_;
  wire _16_;
  wire _17_;
  wire [51:0] _18_;
  wire [51:0] _19_;
  reg [25:0] best;
  reg busy;
  reg index;
  reg [51:0] tally;
  assign _00_ = ~ busy;
  assign _02_ = ~ output__valid;
  assign input__ready = _00_ & _02_;
  assign _03_ = input__valid & input__ready;
  assign _04_ = index + 1'h1;
  assign _05_ = ! index;
  assign _06_ = $signed(tally[25:0]) > $signed(best);
  assign _07_ = _05_ | _06_;
  assign _01_ = output__valid & output__ready;
  always @(posedge clk)
    if (rst) tally[25:0] <= 26'h0000000;
    else tally[25:0] <= _19_[25:0];
  always @(posedge clk)
    if (_11_) tally[51:26] <= 26'h0000000;
    else if (_03_) tally[51:26] <= input__payload[51:26];
  always @(posedge clk)
    if (rst) index <= 1'h0;
    else index <= _17_;
  always @(posedge clk)
    if (rst) busy <= 1'h0;
    else busy <= _15_;
  always @(posedge clk)
    if (rst) output__payload[0] <= 1'h0;
    else if (_08_) output__payload[0] <= index;
  always @(posedge clk)
    if (rst) output__payload[52:1] <= 52'h0000000000000;
    else if (busy) output__payload[52:1] <= { tally[25:0], output__payload[52:27] };
  always @(posedge clk)
    if (rst) best <= 26'h0000000;
    else if (_09_) best <= tally[25:0];
  always @(posedge clk)
    if (_12_) output__valid <= 1'h0;
    else if (_10_) output__valid <= 1'h1;
  assign _08_ = & { busy, _07_ };
  assign _09_ = & { busy, _07_ };
  assign _10_ = & { busy, index };
  assign _11_ = | { busy, rst };
  assign _12_ = | { _01_, rst };
  assign _13_ = _03_ ? 1'h1 : busy;
  assign _14_ = index ? 1'h0 : _13_;
  assign _15_ = busy ? _14_ : _13_;
  assign _16_ = _03_ ? 1'h0 : index;
  assign _17_ = busy ? _04_[0] : _16_;
  assign _18_ = _03_ ? input__payload : tally;
  assign _19_ = busy ? { 26'h0000000, tally[51:26] } : _18_;
endmodule

module keyword_bmru__input_(input__valid, output__ready, clk, rst, input__ready, output__payload, output__valid, input__payload);
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
  output [13:0] output__payload;
  wire [13:0] output__payload;
  output output__valid;
  wire output__valid;
  input [9:0] input__payload;
  wire [9:0] input__payload;
  wire [46:0] sender__input__payload;
  wire sender__input__ready;
  wire sender__input__valid;
  wire [50:0] sums__output__payload;
  wire sums__output__ready;
  wire sums__output__valid;
  keyword_bmru__input___sender sender (
    .clk(clk),
    .input__payload(sender__input__payload),
    .input__ready(sender__input__ready),
    .input__valid(sender__input__valid),
    .output__payload(output__payload),
    .output__ready(output__ready),
    .output__valid(output__valid),
    .rst(rst)
  );
  keyword_bmru__input___sums sums (
    .clk(clk),
    .input__payload(input__payload),
    .input__ready(input__ready),
    .input__valid(input__valid),
    .output__payload(sums__output__payload),
    .output__ready(sums__output__ready),
    .output__valid(sums__output__valid),
    .rst(rst)
  );
  keyword_bmru__input___units units (
    .input__payload(sums__output__payload),
    .input__ready(sums__output__ready),
    .input__valid(sums__output__valid),
    .output__payload(sender__input__payload),
    .output__ready(sender__input__ready),
    .output__valid(sender__input__valid)
  );
endmodule

module keyword_bmru__input___sender(input__valid, output__ready, clk, rst, input__ready, output__payload, output__valid, input__payload);
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
  output [13:0] output__payload;
  wire [13:0] output__payload;
  output output__valid;
  reg output__valid;
  input [46:0] input__payload;
  wire [46:0] input__payload;
  wire _00_;
  wire _01_;
  wire [2:0] _02_;
  wire _03_;
  wire [1:0] _04_;
  wire [1:0] _05_;
  wire [43:0] _06_;
  wire [43:0] _07_;
  wire _08_;
  wire _09_;
  reg closes_step;
  wire last;
  reg [1:0] left;
  wire output__payload_end_of_sample ;
  wire output__payload_end_of_step ;
  reg sample;
  reg step;
  reg [43:0] values;
  assign _00_ = ! left;
  assign _01_ = ~ step;
  assign last = _00_ | _01_;
  assign input__ready = ~ output__valid;
  assign output__payload_end_of_step  = last & closes_step;
  assign output__payload_end_of_sample  = last & sample;
  assign _02_ = left - 1'h1;
  assign _03_ = ~ last;
  always @(posedge clk)
    if (rst) output__valid <= 1'h0;
    else output__valid <= _09_;
  always @(posedge clk)
    if (rst) values <= 44'h00000000000;
    else values <= _07_;
  always @(posedge clk)
    if (rst) left <= 2'h0;
    else left <= _05_;
  always @(posedge clk)
    if (rst) step <= 1'h0;
    else if (!output__valid) step <= input__payload[44];
  always @(posedge clk)
    if (rst) closes_step <= 1'h0;
    else if (!output__valid) closes_step <= input__payload[45];
  always @(posedge clk)
    if (rst) sample <= 1'h0;
    else if (!output__valid) sample <= input__payload[46];
  assign _04_ = output__ready ? _02_[1:0] : left;
  assign _05_ = output__valid ? _04_ : 2'h3;
  assign _06_ = output__ready ? { 11'h000, values[43:11] } : values;
  assign _07_ = output__valid ? _06_ : input__payload[43:0];
  assign _08_ = output__ready ? _03_ : 1'h1;
  assign _09_ = output__valid ? _08_ : input__valid;
  assign output__payload = { output__payload_end_of_sample , output__payload_end_of_step , step, values[10:0] };
endmodule

module keyword_bmru__input___sums(input__valid, output__ready, clk, rst, input__ready, output__payload, output__valid, input__payload);
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
  output [50:0] output__payload;
  wire [50:0] output__payload;
  output output__valid;
  reg output__valid;
  input [9:0] input__payload;
  wire [9:0] input__payload;
  wire _00_;
  wire [4:0] _01_;
  wire _02_;
  wire _03_;
  wire _04_;
  wire [19:0] _05_;
  wire [11:0] _06_;
  wire [11:0] _07_;
  wire [11:0] _08_;
  wire [11:0] _09_;
  wire _10_;
  wire _11_;
  wire _12_;
  wire [12:0] _13_;
  wire [12:0] _14_;
  wire [12:0] _15_;
  wire [12:0] _16_;
  wire _17_;
  wire _18_;
  wire _19_;
  wire _20_;
  wire [1:0] _21_;
  wire _22_;
  wire _23_;
  wire _24_;
  wire [47:0] _25_;
  wire [47:0] _26_;
  wire [3:0] _27_;
  wire [3:0] _28_;
  wire [47:0] base;
  reg closes_sample_1;
  reg closes_sample_2;
  reg closes_sample_3;
  reg closes_step_1;
  reg closes_step_2;
  reg closes_step_3;
  reg counts_0;
  reg [6:0] early;
  reg [6:0] factor;
  reg full;
  reg [3:0] index;
  wire output__payload_end_of_sample ;
  wire output__payload_end_of_step ;
  reg [43:0] products;
  wire [19:0] read__data;
  reg [19:0] row_0;
  reg sample;
  reg step;
  reg [47:0] sums;
  wire taken;
  reg valid_1;
  reg valid_2;
  reg valid_3;
  reg [47:0] waiting;
  reg waiting_sample;
  reg waiting_step;
  reg [19:0] weights [12:0];
  initial begin
    weights[0] = 20'hdfbe0;
    weights[1] = 20'h47847;
    weights[2] = 20'h30834;
    weights[3] = 20'h404e0;
    weights[4] = 20'hf6441;
    weights[5] = 20'h02fe1;
    weights[6] = 20'he1aa0;
    weights[7] = 20'he87e0;
    weights[8] = 20'h107e7;
    weights[9] = 20'h0f6e5;
    weights[10] = 20'h077f7;
    weights[11] = 20'h1883e;
    weights[12] = 20'hf73e0;
  end
  reg [19:0] _86_;
  always @(posedge clk) begin
    if (input__ready) begin
      _86_ <= weights[index];
    end
  end
  assign read__data = _86_;
  assign taken = input__valid & input__ready;
  assign base = full ? 48'hf800800c0000 : sums;
  assign _00_ = ~ full;
  assign input__ready = _00_ | _11_;
  assign output__payload_end_of_step  = waiting_step & output__valid;
  assign output__payload_end_of_sample  = waiting_sample & output__valid;
  assign _22_ = input__payload[8] | input__payload[9];
  assign _01_ = index + 1'h1;
  assign _02_ = index < 4'hd;
  assign _03_ = input__payload[7] & _02_;
  assign _04_ = taken & _03_;
  assign _05_ = counts_0 ? read__data : 20'h00000;
  assign _06_ = $signed(row_0[4:0]) * $signed({ 1'h0, factor });
  assign _07_ = $signed(row_0[9:5]) * $signed({ 1'h0, factor });
  assign _08_ = $signed(row_0[14:10]) * $signed({ 1'h0, factor });
  assign _09_ = $signed(row_0[19:15]) * $signed({ 1'h0, factor });
  assign _10_ = full | valid_3;
  assign _12_ = input__ready & _10_;
  assign _13_ = $signed(base[11:0]) + $signed(products[10:0]);
  assign _14_ = $signed(base[23:12]) + $signed(products[21:11]);
  assign _15_ = $signed(base[35:24]) + $signed(products[32:22]);
  assign _16_ = $signed(base[47:36]) + $signed(products[43:33]);
  assign _17_ = closes_step_3 | closes_sample_3;
  assign _18_ = valid_3 & _17_;
  assign _11_ = ! output__valid;
  assign _19_ = full & _11_;
  assign _20_ = output__valid & output__ready;
  assign _21_ = output__valid - 1'h1;
  always @(posedge clk)
    if (rst) index <= 4'h0;
    else if (taken) index <= _28_;
  always @(posedge clk)
    if (rst) valid_1 <= 1'h0;
    else if (input__ready) valid_1 <= taken;
  always @(posedge clk)
    if (rst) closes_step_1 <= 1'h0;
    else if (input__ready) closes_step_1 <= input__payload[8];
  always @(posedge clk)
    if (rst) closes_sample_1 <= 1'h0;
    else if (input__ready) closes_sample_1 <= input__payload[9];
  always @(posedge clk)
    if (rst) counts_0 <= 1'h0;
    else if (input__ready) counts_0 <= _04_;
  always @(posedge clk)
    if (rst) row_0 <= 20'h00000;
    else if (input__ready) row_0 <= _05_;
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
    if (rst) early <= 7'h00;
    else if (input__ready) early <= input__payload[6:0];
  always @(posedge clk)
    if (rst) factor <= 7'h00;
    else if (input__ready) factor <= early;
  always @(posedge clk)
    if (rst) products <= 44'h00000000000;
    else if (input__ready) products <= { _09_[10:0], _08_[10:0], _07_[10:0], _06_[10:0] };
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
    if (rst) sums <= 48'hf800800c0000;
    else if (_12_) sums <= { _16_[11:0], _15_[11:0], _14_[11:0], _13_[11:0] };
  always @(posedge clk)
    if (rst) full <= 1'h0;
    else if (input__ready) full <= _18_;
  always @(posedge clk)
    if (rst) step <= 1'h0;
    else if (input__ready) step <= closes_step_3;
  always @(posedge clk)
    if (rst) sample <= 1'h0;
    else if (input__ready) sample <= closes_sample_3;
  always @(posedge clk)
    if (rst) waiting <= 48'h000000000000;
    else waiting <= _26_;
  always @(posedge clk)
    if (rst) output__valid <= 1'h0;
    else output__valid <= _24_;
  always @(posedge clk)
    if (rst) waiting_step <= 1'h0;
    else if (_19_) waiting_step <= step;
  always @(posedge clk)
    if (rst) waiting_sample <= 1'h0;
    else if (_19_) waiting_sample <= sample;
  assign _23_ = _20_ ? _21_[0] : output__valid;
  assign _24_ = _19_ ? 1'h1 : _23_;
  assign _25_ = _20_ ? 48'h000000000000 : waiting;
  assign _26_ = _19_ ? sums : _25_;
  assign _27_ = _03_ ? _01_[3:0] : index;
  assign _28_ = _22_ ? 4'h0 : _27_;
  assign output__payload = { output__payload_end_of_sample , output__payload_end_of_step , waiting_step, waiting };
endmodule

module keyword_bmru__input___units(input__valid, output__ready, input__ready, output__payload, output__valid, input__payload);
  input input__valid;
  wire input__valid;
  input output__ready;
  wire output__ready;
  output input__ready;
  wire input__ready;
  output [46:0] output__payload;
  wire [46:0] output__payload;
  output output__valid;
  wire output__valid;
  input [50:0] input__payload;
  wire [50:0] input__payload;
  wire _00_;
  wire [11:0] _01_;
  wire _02_;
  wire [11:0] _03_;
  wire _04_;
  wire [11:0] _05_;
  wire _06_;
  wire [11:0] _07_;
  assign { _01_[11], output__payload[10:0] } = _00_ ? input__payload[11:0] : 12'h000;
  assign _02_ = $signed(input__payload[23:12]) > $signed(1'h0);
  assign { _03_[11], output__payload[21:11] } = _02_ ? input__payload[23:12] : 12'h000;
  assign _04_ = $signed(input__payload[35:24]) > $signed(1'h0);
  assign { _05_[11], output__payload[32:22] } = _04_ ? input__payload[35:24] : 12'h000;
  assign _06_ = $signed(input__payload[47:36]) > $signed(1'h0);
  assign { _07_[11], output__payload[43:33] } = _06_ ? input__payload[47:36] : 12'h000;
  assign _00_ = $signed(input__payload[11:0]) > $signed(1'h0);
  assign _07_[10:0] = output__payload[43:33];
  assign _05_[10:0] = output__payload[32:22];
  assign _03_[10:0] = output__payload[21:11];
  assign _01_[10:0] = output__payload[10:0];
  assign output__valid = input__valid;
  assign output__payload[46:44] = input__payload[50:48];
  assign input__ready = output__ready;
endmodule

module keyword_bmru__memory1(input__valid, output__ready, clk, rst, input__ready, output__payload, output__valid, input__payload);
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
  output [6:0] output__payload;
  wire [6:0] output__payload;
  output output__valid;
  wire output__valid;
  input [13:0] input__payload;
  wire [13:0] input__payload;
  wire [18:0] sender__input__payload;
  wire sender__input__ready;
  wire sender__input__valid;
  wire [66:0] sums__output__payload;
  wire sums__output__ready;
  wire sums__output__valid;
  keyword_bmru__memory1__sender sender (
    .clk(clk),
    .input__payload(sender__input__payload),
    .input__ready(sender__input__ready),
    .input__valid(sender__input__valid),
    .output__payload(output__payload),
    .output__ready(output__ready),
    .output__valid(output__valid),
    .rst(rst)
  );
  keyword_bmru__memory1__sums sums (
    .clk(clk),
    .input__payload(input__payload),
    .input__ready(input__ready),
    .input__valid(input__valid),
    .output__payload(sums__output__payload),
    .output__ready(sums__output__ready),
    .output__valid(sums__output__valid),
    .rst(rst)
  );
  keyword_bmru__memory1__units units (
    .clk(clk),
    .input__payload(sums__output__payload),
    .input__ready(sums__output__ready),
    .input__valid(sums__output__valid),
    .output__payload(sender__input__payload),
    .output__ready(sender__input__ready),
    .output__valid(sender__input__valid),
    .rst(rst)
  );
endmodule

module keyword_bmru__memory1__sender(input__valid, output__ready, clk, rst, input__ready, output__payload, output__valid, input__payload);
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
  output [6:0] output__payload;
  wire [6:0] output__payload;
  output output__valid;
  reg output__valid;
  input [18:0] input__payload;
  wire [18:0] input__payload;
  wire _00_;
  wire _01_;
  wire [2:0] _02_;
  wire _03_;
  wire [1:0] _04_;
  wire [1:0] _05_;
  wire [15:0] _06_;
  wire [15:0] _07_;
  wire _08_;
  wire _09_;
  reg closes_step;
  wire last;
  reg [1:0] left;
  wire output__payload_end_of_sample ;
  wire output__payload_end_of_step ;
  reg sample;
  reg step;
  reg [15:0] values;
  assign _00_ = ! left;
  assign _01_ = ~ step;
  assign last = _00_ | _01_;
  assign input__ready = ~ output__valid;
  assign output__payload_end_of_step  = last & closes_step;
  assign output__payload_end_of_sample  = last & sample;
  assign _02_ = left - 1'h1;
  assign _03_ = ~ last;
  always @(posedge clk)
    if (rst) output__valid <= 1'h0;
    else output__valid <= _09_;
  always @(posedge clk)
    if (rst) values <= 16'h0000;
    else values <= _07_;
  always @(posedge clk)
    if (rst) left <= 2'h0;
    else left <= _05_;
  always @(posedge clk)
    if (rst) step <= 1'h0;
    else if (!output__valid) step <= input__payload[16];
  always @(posedge clk)
    if (rst) closes_step <= 1'h0;
    else if (!output__valid) closes_step <= input__payload[17];
  always @(posedge clk)
    if (rst) sample <= 1'h0;
    else if (!output__valid) sample <= input__payload[18];
  assign _04_ = output__ready ? _02_[1:0] : left;
  assign _05_ = output__valid ? _04_ : 2'h3;
  assign _06_ = output__ready ? { 4'h0, values[15:4] } : values;
  assign _07_ = output__valid ? _06_ : input__payload[15:0];
  assign _08_ = output__ready ? _03_ : 1'h1;
  assign _09_ = output__valid ? _08_ : input__valid;
  assign output__payload = { output__payload_end_of_sample , output__payload_end_of_step , step, values[3:0] };
endmodule

module keyword_bmru__memory1__sums(input__valid, output__ready, clk, rst, input__ready, output__payload, output__valid, input__payload);
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
  output [66:0] output__payload;
  wire [66:0] output__payload;
  output output__valid;
  reg output__valid;
  input [13:0] input__payload;
  wire [13:0] input__payload;
  wire _00_;
  wire [3:0] _01_;
  wire _02_;
  wire _03_;
  wire _04_;
  wire [19:0] _05_;
  wire [15:0] _06_;
  wire [15:0] _07_;
  wire [15:0] _08_;
  wire [15:0] _09_;
  wire _10_;
  wire _11_;
  wire _12_;
  wire [16:0] _13_;
  wire [16:0] _14_;
  wire [16:0] _15_;
  wire [16:0] _16_;
  wire _17_;
  wire _18_;
  wire _19_;
  wire _20_;
  wire [1:0] _21_;
  wire _22_;
  wire _23_;
  wire _24_;
  wire [63:0] _25_;
  wire [63:0] _26_;
  wire [2:0] _27_;
  wire [2:0] _28_;
  wire [63:0] base;
  reg closes_sample_1;
  reg closes_sample_2;
  reg closes_sample_3;
  reg closes_step_1;
  reg closes_step_2;
  reg closes_step_3;
  reg counts_0;
  reg [10:0] early;
  reg [10:0] factor;
  reg full;
  reg [2:0] index;
  wire output__payload_end_of_sample ;
  wire output__payload_end_of_step ;
  reg [63:0] products;
  wire [19:0] read__data;
  reg [19:0] row_0;
  reg sample;
  reg step;
  reg [63:0] sums;
  wire taken;
  reg valid_1;
  reg valid_2;
  reg valid_3;
  reg [63:0] waiting;
  reg waiting_sample;
  reg waiting_step;
  reg [19:0] weights [3:0];
  initial begin
    weights[0] = 20'h287e0;
    weights[1] = 20'h00300;
    weights[2] = 20'hf06c0;
    weights[3] = 20'ha04e0;
  end
  reg [19:0] _86_;
  always @(posedge clk) begin
    if (input__ready) begin
      _86_ <= weights[index[1:0]];
    end
  end
  assign read__data = _86_;
  assign taken = input__valid & input__ready;
  assign base = full ? 64'h0100020002000400 : sums;
  assign _00_ = ~ full;
  assign input__ready = _00_ | _11_;
  assign output__payload_end_of_step  = waiting_step & output__valid;
  assign output__payload_end_of_sample  = waiting_sample & output__valid;
  assign _22_ = input__payload[12] | input__payload[13];
  assign _01_ = index + 1'h1;
  assign _02_ = index < 3'h4;
  assign _03_ = input__payload[11] & _02_;
  assign _04_ = taken & _03_;
  assign _05_ = counts_0 ? read__data : 20'h00000;
  assign _06_ = $signed(row_0[4:0]) * $signed({ 1'h0, factor });
  assign _07_ = $signed(row_0[9:5]) * $signed({ 1'h0, factor });
  assign _08_ = $signed(row_0[14:10]) * $signed({ 1'h0, factor });
  assign _09_ = $signed(row_0[19:15]) * $signed({ 1'h0, factor });
  assign _10_ = full | valid_3;
  assign _12_ = input__ready & _10_;
  assign _13_ = $signed(base[15:0]) + $signed(products[15:0]);
  assign _14_ = $signed(base[31:16]) + $signed(products[31:16]);
  assign _15_ = $signed(base[47:32]) + $signed(products[47:32]);
  assign _16_ = $signed(base[63:48]) + $signed(products[63:48]);
  assign _17_ = closes_step_3 | closes_sample_3;
  assign _18_ = valid_3 & _17_;
  assign _11_ = ! output__valid;
  assign _19_ = full & _11_;
  assign _20_ = output__valid & output__ready;
  assign _21_ = output__valid - 1'h1;
  always @(posedge clk)
    if (rst) index <= 3'h0;
    else if (taken) index <= _28_;
  always @(posedge clk)
    if (rst) valid_1 <= 1'h0;
    else if (input__ready) valid_1 <= taken;
  always @(posedge clk)
    if (rst) closes_step_1 <= 1'h0;
    else if (input__ready) closes_step_1 <= input__payload[12];
  always @(posedge clk)
    if (rst) closes_sample_1 <= 1'h0;
    else if (input__ready) closes_sample_1 <= input__payload[13];
  always @(posedge clk)
    if (rst) counts_0 <= 1'h0;
    else if (input__ready) counts_0 <= _04_;
  always @(posedge clk)
    if (rst) row_0 <= 20'h00000;
    else if (input__ready) row_0 <= _05_;
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
    if (rst) early <= 11'h000;
    else if (input__ready) early <= input__payload[10:0];
  always @(posedge clk)
    if (rst) factor <= 11'h000;
    else if (input__ready) factor <= early;
  always @(posedge clk)
    if (rst) products <= 64'h0000000000000000;
    else if (input__ready) products <= { _09_, _08_, _07_, _06_ };
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
    if (rst) sums <= 64'h0100020002000400;
    else if (_12_) sums <= { _16_[15:0], _15_[15:0], _14_[15:0], _13_[15:0] };
  always @(posedge clk)
    if (rst) full <= 1'h0;
    else if (input__ready) full <= _18_;
  always @(posedge clk)
    if (rst) step <= 1'h0;
    else if (input__ready) step <= closes_step_3;
  always @(posedge clk)
    if (rst) sample <= 1'h0;
    else if (input__ready) sample <= closes_sample_3;
  always @(posedge clk)
    if (rst) waiting <= 64'h0000000000000000;
    else waiting <= _26_;
  always @(posedge clk)
    if (rst) output__valid <= 1'h0;
    else output__valid <= _24_;
  always @(posedge clk)
    if (rst) waiting_step <= 1'h0;
    else if (_19_) waiting_step <= step;
  always @(posedge clk)
    if (rst) waiting_sample <= 1'h0;
    else if (_19_) waiting_sample <= sample;
  assign _23_ = _20_ ? _21_[0] : output__valid;
  assign _24_ = _19_ ? 1'h1 : _23_;
  assign _25_ = _20_ ? 64'h0000000000000000 : waiting;
  assign _26_ = _19_ ? sums : _25_;
  assign _27_ = _03_ ? _01_[2:0] : index;
  assign _28_ = _22_ ? 3'h0 : _27_;
  assign output__payload = { output__payload_end_of_sample , output__payload_end_of_step , waiting_step, waiting };
endmodule

module keyword_bmru__memory1__units(input__valid, output__ready, clk, rst, input__ready, output__payload, output__valid, input__payload);
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
  output [18:0] output__payload;
  reg [18:0] output__payload;
  output output__valid;
  reg output__valid;
  input [66:0] input__payload;
  wire [66:0] input__payload;
  wire _00_;
  wire _01_;
  wire _02_;
  wire _03_;
  wire _04_;
  wire _05_;
  wire _06_;
  wire _07_;
  wire _08_;
  wire _09_;
  wire _10_;
  wire _11_;
  wire _12_;
  wire _13_;
  wire _14_;
  wire _15_;
  wire [3:0] _16_;
  wire [3:0] _17_;
  wire [3:0] _18_;
  wire [3:0] _19_;
  wire _20_;
  wire _21_;
  wire _22_;
  wire _23_;
  wire accept;
  reg fresh;
  reg group_done;
  reg [3:0] state;
  wire state_0;
  wire state_1;
  wire state_2;
  wire state_3;
  wire updated;
  assign _00_ = ~ output__valid;
  assign input__ready = _00_ | output__ready;
  assign accept = input__valid & input__ready;
  assign _20_ = $signed(input__payload[15:0]) >= $signed(13'h0e00);
  assign _21_ = $signed(input__payload[15:0]) <= $signed(12'h700);
  assign _22_ = fresh ? 1'h0 : state[0];
  assign _23_ = _21_ ? 1'h0 : _22_;
  assign state_0 = _20_ ? 1'h1 : _23_;
  assign _01_ = $signed(input__payload[31:16]) >= $signed(13'h0e00);
  assign _02_ = $signed(input__payload[31:16]) <= $signed(11'h200);
  assign _03_ = fresh ? 1'h0 : state[1];
  assign _04_ = _02_ ? 1'h0 : _03_;
  assign state_1 = _01_ ? 1'h1 : _04_;
  assign _05_ = $signed(input__payload[47:32]) >= $signed(11'h300);
  assign _06_ = $signed(input__payload[47:32]) <= $signed(10'h100);
  assign _07_ = fresh ? 1'h0 : state[2];
  assign _08_ = _06_ ? 1'h0 : _07_;
  assign state_2 = _05_ ? 1'h1 : _08_;
  assign _09_ = $signed(input__payload[63:48]) >= $signed(11'h200);
  assign _10_ = $signed(input__payload[63:48]) <= $signed(10'h100);
  assign _11_ = fresh ? 1'h0 : state[3];
  assign _12_ = _10_ ? 1'h0 : _11_;
  assign state_3 = _09_ ? 1'h1 : _12_;
  assign _13_ = input__ready & accept;
  assign updated = _13_ & input__payload[64];
  assign _14_ = input__payload[65] | input__payload[66];
  assign _15_ = accept & _14_;
  assign _16_ = state_0 ? 4'h8 : 4'h0;
  assign _17_ = state_1 ? 4'h8 : 4'h0;
  assign _18_ = state_2 ? 4'h8 : 4'h0;
  assign _19_ = state_3 ? 4'h8 : 4'h0;
  always @(posedge clk)
    if (rst) fresh <= 1'h1;
    else if (_15_) fresh <= input__payload[66];
  always @(posedge clk)
    if (rst) group_done <= 1'h0;
    else group_done <= updated;
  always @(posedge clk)
    if (rst) output__valid <= 1'h0;
    else if (input__ready) output__valid <= accept;
  always @(posedge clk)
    if (rst) output__payload <= 19'h00000;
    else if (input__ready) output__payload <= { input__payload[66:64], _19_, _18_, _17_, _16_ };
  always @(posedge clk)
    if (rst) state <= 4'h0;
    else if (updated) state <= { state_3, state_2, state_1, state_0 };
endmodule

module keyword_bmru__memory2(input__valid, output__ready, clk, rst, input__ready, output__payload, output__valid, input__payload);
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
  output [6:0] output__payload;
  wire [6:0] output__payload;
  output output__valid;
  wire output__valid;
  input [13:0] input__payload;
  wire [13:0] input__payload;
  wire [18:0] sender__input__payload;
  wire sender__input__ready;
  wire sender__input__valid;
  wire [66:0] sums__output__payload;
  wire sums__output__ready;
  wire sums__output__valid;
  keyword_bmru__memory2__sender sender (
    .clk(clk),
    .input__payload(sender__input__payload),
    .input__ready(sender__input__ready),
    .input__valid(sender__input__valid),
    .output__payload(output__payload),
    .output__ready(output__ready),
    .output__valid(output__valid),
    .rst(rst)
  );
  keyword_bmru__memory2__sums sums (
    .clk(clk),
    .input__payload(input__payload),
    .input__ready(input__ready),
    .input__valid(input__valid),
    .output__payload(sums__output__payload),
    .output__ready(sums__output__ready),
    .output__valid(sums__output__valid),
    .rst(rst)
  );
  keyword_bmru__memory2__units units (
    .clk(clk),
    .input__payload(sums__output__payload),
    .input__ready(sums__output__ready),
    .input__valid(sums__output__valid),
    .output__payload(sender__input__payload),
    .output__ready(sender__input__ready),
    .output__valid(sender__input__valid),
    .rst(rst)
  );
endmodule

module keyword_bmru__memory2__sender(input__valid, output__ready, clk, rst, input__ready, output__payload, output__valid, input__payload);
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
  output [6:0] output__payload;
  wire [6:0] output__payload;
  output output__valid;
  reg output__valid;
  input [18:0] input__payload;
  wire [18:0] input__payload;
  wire _00_;
  wire _01_;
  wire [2:0] _02_;
  wire _03_;
  wire [1:0] _04_;
  wire [1:0] _05_;
  wire [15:0] _06_;
  wire [15:0] _07_;
  wire _08_;
  wire _09_;
  reg closes_step;
  wire last;
  reg [1:0] left;
  wire output__payload_end_of_sample ;
  wire output__payload_end_of_step ;
  reg sample;
  reg step;
  reg [15:0] values;
  assign _00_ = ! left;
  assign _01_ = ~ step;
  assign last = _00_ | _01_;
  assign input__ready = ~ output__valid;
  assign output__payload_end_of_step  = last & closes_step;
  assign output__payload_end_of_sample  = last & sample;
  assign _02_ = left - 1'h1;
  assign _03_ = ~ last;
  always @(posedge clk)
    if (rst) output__valid <= 1'h0;
    else output__valid <= _09_;
  always @(posedge clk)
    if (rst) values <= 16'h0000;
    else values <= _07_;
  always @(posedge clk)
    if (rst) left <= 2'h0;
    else left <= _05_;
  always @(posedge clk)
    if (rst) step <= 1'h0;
    else if (!output__valid) step <= input__payload[16];
  always @(posedge clk)
    if (rst) closes_step <= 1'h0;
    else if (!output__valid) closes_step <= input__payload[17];
  always @(posedge clk)
    if (rst) sample <= 1'h0;
    else if (!output__valid) sample <= input__payload[18];
  assign _04_ = output__ready ? _02_[1:0] : left;
  assign _05_ = output__valid ? _04_ : 2'h3;
  assign _06_ = output__ready ? { 4'h0, values[15:4] } : values;
  assign _07_ = output__valid ? _06_ : input__payload[15:0];
  assign _08_ = output__ready ? _03_ : 1'h1;
  assign _09_ = output__valid ? _08_ : input__valid;
  assign output__payload = { output__payload_end_of_sample , output__payload_end_of_step , step, values[3:0] };
endmodule

module keyword_bmru__memory2__sums(input__valid, output__ready, clk, rst, input__ready, output__payload, output__valid, input__payload);
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
  output [66:0] output__payload;
  wire [66:0] output__payload;
  output output__valid;
  reg output__valid;
  input [13:0] input__payload;
  wire [13:0] input__payload;
  wire _00_;
  wire [3:0] _01_;
  wire _02_;
  wire _03_;
  wire _04_;
  wire [19:0] _05_;
  wire [15:0] _06_;
  wire [15:0] _07_;
  wire [15:0] _08_;
  wire [15:0] _09_;
  wire _10_;
  wire _11_;
  wire _12_;
  wire [16:0] _13_;
  wire [16:0] _14_;
  wire [16:0] _15_;
  wire [16:0] _16_;
  wire _17_;
  wire _18_;
  wire _19_;
  wire _20_;
  wire [1:0] _21_;
  wire _22_;
  wire _23_;
  wire _24_;
  wire [63:0] _25_;
  wire [63:0] _26_;
  wire [2:0] _27_;
  wire [2:0] _28_;
  wire [63:0] base;
  reg closes_sample_1;
  reg closes_sample_2;
  reg closes_sample_3;
  reg closes_step_1;
  reg closes_step_2;
  reg closes_step_3;
  reg counts_0;
  reg [10:0] early;
  reg [10:0] factor;
  reg full;
  reg [2:0] index;
  wire output__payload_end_of_sample ;
  wire output__payload_end_of_step ;
  reg [59:0] products;
  wire [19:0] read__data;
  reg [19:0] row_0;
  reg sample;
  reg step;
  reg [63:0] sums;
  wire taken;
  reg valid_1;
  reg valid_2;
  reg valid_3;
  reg [63:0] waiting;
  reg waiting_sample;
  reg waiting_step;
  reg [19:0] weights [3:0];
  initial begin
    weights[0] = 20'h1fbe0;
    weights[1] = 20'h1a420;
    weights[2] = 20'he24a0;
    weights[3] = 20'hc0100;
  end
  reg [19:0] _86_;
  always @(posedge clk) begin
    if (input__ready) begin
      _86_ <= weights[index[1:0]];
    end
  end
  assign read__data = _86_;
  assign taken = input__valid & input__ready;
  assign base = full ? 64'h0200010003000200 : sums;
  assign _00_ = ~ full;
  assign input__ready = _00_ | _11_;
  assign output__payload_end_of_step  = waiting_step & output__valid;
  assign output__payload_end_of_sample  = waiting_sample & output__valid;
  assign _22_ = input__payload[12] | input__payload[13];
  assign _01_ = index + 1'h1;
  assign _02_ = index < 3'h4;
  assign _03_ = input__payload[11] & _02_;
  assign _04_ = taken & _03_;
  assign _05_ = counts_0 ? read__data : 20'h00000;
  assign _06_ = $signed(row_0[4:0]) * $signed({ 1'h0, factor });
  assign _07_ = $signed(row_0[9:5]) * $signed({ 1'h0, factor });
  assign _08_ = $signed(row_0[14:10]) * $signed({ 1'h0, factor });
  assign _09_ = $signed(row_0[19:15]) * $signed({ 1'h0, factor });
  assign _10_ = full | valid_3;
  assign _12_ = input__ready & _10_;
  assign _13_ = $signed(base[15:0]) + $signed(products[14:0]);
  assign _14_ = $signed(base[31:16]) + $signed(products[29:15]);
  assign _15_ = $signed(base[47:32]) + $signed(products[44:30]);
  assign _16_ = $signed(base[63:48]) + $signed(products[59:45]);
  assign _17_ = closes_step_3 | closes_sample_3;
  assign _18_ = valid_3 & _17_;
  assign _11_ = ! output__valid;
  assign _19_ = full & _11_;
  assign _20_ = output__valid & output__ready;
  assign _21_ = output__valid - 1'h1;
  always @(posedge clk)
    if (rst) index <= 3'h0;
    else if (taken) index <= _28_;
  always @(posedge clk)
    if (rst) valid_1 <= 1'h0;
    else if (input__ready) valid_1 <= taken;
  always @(posedge clk)
    if (rst) closes_step_1 <= 1'h0;
    else if (input__ready) closes_step_1 <= input__payload[12];
  always @(posedge clk)
    if (rst) closes_sample_1 <= 1'h0;
    else if (input__ready) closes_sample_1 <= input__payload[13];
  always @(posedge clk)
    if (rst) counts_0 <= 1'h0;
    else if (input__ready) counts_0 <= _04_;
  always @(posedge clk)
    if (rst) row_0 <= 20'h00000;
    else if (input__ready) row_0 <= _05_;
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
    if (rst) early <= 11'h000;
    else if (input__ready) early <= input__payload[10:0];
  always @(posedge clk)
    if (rst) factor <= 11'h000;
    else if (input__ready) factor <= early;
  always @(posedge clk)
    if (rst) products <= 60'h000000000000000;
    else if (input__ready) products <= { _09_[14:0], _08_[14:0], _07_[14:0], _06_[14:0] };
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
    if (rst) sums <= 64'h0200010003000200;
    else if (_12_) sums <= { _16_[15:0], _15_[15:0], _14_[15:0], _13_[15:0] };
  always @(posedge clk)
    if (rst) full <= 1'h0;
    else if (input__ready) full <= _18_;
  always @(posedge clk)
    if (rst) step <= 1'h0;
    else if (input__ready) step <= closes_step_3;
  always @(posedge clk)
    if (rst) sample <= 1'h0;
    else if (input__ready) sample <= closes_sample_3;
  always @(posedge clk)
    if (rst) waiting <= 64'h0000000000000000;
    else waiting <= _26_;
  always @(posedge clk)
    if (rst) output__valid <= 1'h0;
    else output__valid <= _24_;
  always @(posedge clk)
    if (rst) waiting_step <= 1'h0;
    else if (_19_) waiting_step <= step;
  always @(posedge clk)
    if (rst) waiting_sample <= 1'h0;
    else if (_19_) waiting_sample <= sample;
  assign _23_ = _20_ ? _21_[0] : output__valid;
  assign _24_ = _19_ ? 1'h1 : _23_;
  assign _25_ = _20_ ? 64'h0000000000000000 : waiting;
  assign _26_ = _19_ ? sums : _25_;
  assign _27_ = _03_ ? _01_[2:0] : index;
  assign _28_ = _22_ ? 3'h0 : _27_;
  assign output__payload = { output__payload_end_of_sample , output__payload_end_of_step , waiting_step, waiting };
endmodule

module keyword_bmru__memory2__units(input__valid, output__ready, clk, rst, input__ready, output__payload, output__valid, input__payload);
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
  output [18:0] output__payload;
  reg [18:0] output__payload;
  output output__valid;
  reg output__valid;
  input [66:0] input__payload;
  wire [66:0] input__payload;
  wire _00_;
  wire _01_;
  wire _02_;
  wire _03_;
  wire _04_;
  wire _05_;
  wire _06_;
  wire _07_;
  wire _08_;
  wire _09_;
  wire _10_;
  wire _11_;
  wire _12_;
  wire _13_;
  wire _14_;
  wire _15_;
  wire [3:0] _16_;
  wire [3:0] _17_;
  wire [3:0] _18_;
  wire [3:0] _19_;
  wire _20_;
  wire _21_;
  wire _22_;
  wire _23_;
  wire accept;
  reg fresh;
  reg group_done;
  reg [3:0] state;
  wire state_0;
  wire state_1;
  wire state_2;
  wire state_3;
  wire updated;
  assign _00_ = ~ output__valid;
  assign input__ready = _00_ | output__ready;
  assign accept = input__valid & input__ready;
  assign _20_ = $signed(input__payload[15:0]) >= $signed(14'h1000);
  assign _21_ = $signed(input__payload[15:0]) <= $signed(13'h0800);
  assign _22_ = fresh ? 1'h0 : state[0];
  assign _23_ = _21_ ? 1'h0 : _22_;
  assign state_0 = _20_ ? 1'h1 : _23_;
  assign _01_ = $signed(input__payload[31:16]) >= $signed(14'h1400);
  assign _02_ = $signed(input__payload[31:16]) <= $signed(12'h500);
  assign _03_ = fresh ? 1'h0 : state[1];
  assign _04_ = _02_ ? 1'h0 : _03_;
  assign state_1 = _01_ ? 1'h1 : _04_;
  assign _05_ = $signed(input__payload[47:32]) >= $signed(12'h400);
  assign _06_ = $signed(input__payload[47:32]) <= $signed(10'h100);
  assign _07_ = fresh ? 1'h0 : state[2];
  assign _08_ = _06_ ? 1'h0 : _07_;
  assign state_2 = _05_ ? 1'h1 : _08_;
  assign _09_ = $signed(input__payload[63:48]) >= $signed(11'h300);
  assign _10_ = $signed(input__payload[63:48]) <= $signed(10'h100);
  assign _11_ = fresh ? 1'h0 : state[3];
  assign _12_ = _10_ ? 1'h0 : _11_;
  assign state_3 = _09_ ? 1'h1 : _12_;
  assign _13_ = input__ready & accept;
  assign updated = _13_ & input__payload[64];
  assign _14_ = input__payload[65] | input__payload[66];
  assign _15_ = accept & _14_;
  assign _16_ = state_0 ? 4'h8 : 4'h0;
  assign _17_ = state_1 ? 4'h8 : 4'h0;
  assign _18_ = state_2 ? 4'h8 : 4'h0;
  assign _19_ = state_3 ? 4'h8 : 4'h0;
  always @(posedge clk)
    if (rst) fresh <= 1'h1;
    else if (_15_) fresh <= input__payload[66];
  always @(posedge clk)
    if (rst) group_done <= 1'h0;
    else group_done <= updated;
  always @(posedge clk)
    if (rst) output__valid <= 1'h0;
    else if (input__ready) output__valid <= accept;
  always @(posedge clk)
    if (rst) output__payload <= 19'h00000;
    else if (input__ready) output__payload <= { input__payload[66:64], _19_, _18_, _17_, _16_ };
  always @(posedge clk)
    if (rst) state <= 4'h0;
    else if (updated) state <= { state_3, state_2, state_1, state_0 };
endmodule

module keyword_bmru__mix1(input__valid, output__ready, clk, rst, input__ready, output__payload, output__valid, input__payload);
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
  output [10:0] output__payload;
  wire [10:0] output__payload;
  output output__valid;
  wire output__valid;
  input [6:0] input__payload;
  wire [6:0] input__payload;
  wire [34:0] sender__input__payload;
  wire sender__input__ready;
  wire sender__input__valid;
  wire [38:0] sums__output__payload;
  wire sums__output__ready;
  wire sums__output__valid;
  keyword_bmru__mix1__sender sender (
    .clk(clk),
    .input__payload(sender__input__payload),
    .input__ready(sender__input__ready),
    .input__valid(sender__input__valid),
    .output__payload(output__payload),
    .output__ready(output__ready),
    .output__valid(output__valid),
    .rst(rst)
  );
  keyword_bmru__mix1__sums sums (
    .clk(clk),
    .input__payload(input__payload),
    .input__ready(input__ready),
    .input__valid(input__valid),
    .output__payload(sums__output__payload),
    .output__ready(sums__output__ready),
    .output__valid(sums__output__valid),
    .rst(rst)
  );
  keyword_bmru__mix1__units units (
    .input__payload(sums__output__payload),
    .input__ready(sums__output__ready),
    .input__valid(sums__output__valid),
    .output__payload(sender__input__payload),
    .output__ready(sender__input__ready),
    .output__valid(sender__input__valid)
  );
endmodule

module keyword_bmru__mix1__sender(input__valid, output__ready, clk, rst, input__ready, output__payload, output__valid, input__payload);
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
  output [10:0] output__payload;
  wire [10:0] output__payload;
  output output__valid;
  reg output__valid;
  input [34:0] input__payload;
  wire [34:0] input__payload;
  wire _00_;
  wire _01_;
  wire [2:0] _02_;
  wire _03_;
  wire [1:0] _04_;
  wire [1:0] _05_;
  wire [31:0] _06_;
  wire [31:0] _07_;
  wire _08_;
  wire _09_;
  reg closes_step;
  wire last;
  reg [1:0] left;
  wire output__payload_end_of_sample ;
  wire output__payload_end_of_step ;
  reg sample;
  reg step;
  reg [31:0] values;
  assign _00_ = ! left;
  assign _01_ = ~ step;
  assign last = _00_ | _01_;
  assign input__ready = ~ output__valid;
  assign output__payload_end_of_step  = last & closes_step;
  assign output__payload_end_of_sample  = last & sample;
  assign _02_ = left - 1'h1;
  assign _03_ = ~ last;
  always @(posedge clk)
    if (rst) output__valid <= 1'h0;
    else output__valid <= _09_;
  always @(posedge clk)
    if (rst) values <= 32'd0;
    else values <= _07_;
  always @(posedge clk)
    if (rst) left <= 2'h0;
    else left <= _05_;
  always @(posedge clk)
    if (rst) step <= 1'h0;
    else if (!output__valid) step <= input__payload[32];
  always @(posedge clk)
    if (rst) closes_step <= 1'h0;
    else if (!output__valid) closes_step <= input__payload[33];
  always @(posedge clk)
    if (rst) sample <= 1'h0;
    else if (!output__valid) sample <= input__payload[34];
  assign _04_ = output__ready ? _02_[1:0] : left;
  assign _05_ = output__valid ? _04_ : 2'h3;
  assign _06_ = output__ready ? { 8'h00, values[31:8] } : values;
  assign _07_ = output__valid ? _06_ : input__payload[31:0];
  assign _08_ = output__ready ? _03_ : 1'h1;
  assign _09_ = output__valid ? _08_ : input__valid;
  assign output__payload = { output__payload_end_of_sample , output__payload_end_of_step , step, values[7:0] };
endmodule

module keyword_bmru__mix1__sums(input__valid, output__ready, clk, rst, input__ready, output__payload, output__valid, input__payload);
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
  output [38:0] output__payload;
  wire [38:0] output__payload;
  output output__valid;
  reg output__valid;
  input [6:0] input__payload;
  wire [6:0] input__payload;
  wire _00_;
  wire [3:0] _01_;
  wire _02_;
  wire _03_;
  wire _04_;
  wire [23:0] _05_;
  wire [9:0] _06_;
  wire [9:0] _07_;
  wire [9:0] _08_;
  wire [9:0] _09_;
  wire _10_;
  wire _11_;
  wire _12_;
  wire [9:0] _13_;
  wire [9:0] _14_;
  wire [9:0] _15_;
  wire [9:0] _16_;
  wire _17_;
  wire _18_;
  wire _19_;
  wire _20_;
  wire [1:0] _21_;
  wire _22_;
  wire _23_;
  wire _24_;
  wire [35:0] _25_;
  wire [35:0] _26_;
  wire [2:0] _27_;
  wire [2:0] _28_;
  wire [35:0] base;
  reg closes_sample_1;
  reg closes_sample_2;
  reg closes_sample_3;
  reg closes_step_1;
  reg closes_step_2;
  reg closes_step_3;
  reg counts_0;
  reg [3:0] early;
  reg [3:0] factor;
  reg full;
  reg [2:0] index;
  wire output__payload_end_of_sample ;
  wire output__payload_end_of_step ;
  reg [35:0] products;
  wire [23:0] read__data;
  reg [23:0] row_0;
  reg sample;
  reg step;
  reg [35:0] sums;
  wire taken;
  reg valid_1;
  reg valid_2;
  reg valid_3;
  reg [35:0] waiting;
  reg waiting_sample;
  reg waiting_step;
  reg [23:0] weights [3:0];
  initial begin
    weights[0] = 24'h000000;
    weights[1] = 24'h000b82;
    weights[2] = 24'h000040;
    weights[3] = 24'h00043d;
  end
  reg [23:0] _86_;
  always @(posedge clk) begin
    if (input__ready) begin
      _86_ <= weights[index[1:0]];
    end
  end
  assign read__data = _86_;
  assign taken = input__valid & input__ready;
  assign base = full ? 36'h007805018 : sums;
  assign _00_ = ~ full;
  assign input__ready = _00_ | _11_;
  assign output__payload_end_of_step  = waiting_step & output__valid;
  assign output__payload_end_of_sample  = waiting_sample & output__valid;
  assign _22_ = input__payload[5] | input__payload[6];
  assign _01_ = index + 1'h1;
  assign _02_ = index < 3'h4;
  assign _03_ = input__payload[4] & _02_;
  assign _04_ = taken & _03_;
  assign _05_ = counts_0 ? read__data : 24'h000000;
  assign _06_ = $signed(row_0[5:0]) * $signed({ 1'h0, factor });
  assign _07_ = $signed(row_0[11:6]) * $signed({ 1'h0, factor });
  assign _08_ = $signed(row_0[17:12]) * $signed({ 1'h0, factor });
  assign _09_ = $signed(row_0[23:18]) * $signed({ 1'h0, factor });
  assign _10_ = full | valid_3;
  assign _12_ = input__ready & _10_;
  assign _13_ = $signed(base[8:0]) + $signed(products[8:0]);
  assign _14_ = $signed(base[17:9]) + $signed(products[17:9]);
  assign _15_ = $signed(base[26:18]) + $signed(products[26:18]);
  assign _16_ = $signed(base[35:27]) + $signed(products[35:27]);
  assign _17_ = closes_step_3 | closes_sample_3;
  assign _18_ = valid_3 & _17_;
  assign _11_ = ! output__valid;
  assign _19_ = full & _11_;
  assign _20_ = output__valid & output__ready;
  assign _21_ = output__valid - 1'h1;
  always @(posedge clk)
    if (rst) index <= 3'h0;
    else if (taken) index <= _28_;
  always @(posedge clk)
    if (rst) valid_1 <= 1'h0;
    else if (input__ready) valid_1 <= taken;
  always @(posedge clk)
    if (rst) closes_step_1 <= 1'h0;
    else if (input__ready) closes_step_1 <= input__payload[5];
  always @(posedge clk)
    if (rst) closes_sample_1 <= 1'h0;
    else if (input__ready) closes_sample_1 <= input__payload[6];
  always @(posedge clk)
    if (rst) counts_0 <= 1'h0;
    else if (input__ready) counts_0 <= _04_;
  always @(posedge clk)
    if (rst) row_0 <= 24'h000000;
    else if (input__ready) row_0 <= _05_;
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
    if (rst) early <= 4'h0;
    else if (input__ready) early <= input__payload[3:0];
  always @(posedge clk)
    if (rst) factor <= 4'h0;
    else if (input__ready) factor <= early;
  always @(posedge clk)
    if (rst) products <= 36'h000000000;
    else if (input__ready) products <= { _09_[8:0], _08_[8:0], _07_[8:0], _06_[8:0] };
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
    if (rst) sums <= 36'h007805018;
    else if (_12_) sums <= { _16_[8:0], _15_[8:0], _14_[8:0], _13_[8:0] };
  always @(posedge clk)
    if (rst) full <= 1'h0;
    else if (input__ready) full <= _18_;
  always @(posedge clk)
    if (rst) step <= 1'h0;
    else if (input__ready) step <= closes_step_3;
  always @(posedge clk)
    if (rst) sample <= 1'h0;
    else if (input__ready) sample <= closes_sample_3;
  always @(posedge clk)
    if (rst) waiting <= 36'h000000000;
    else waiting <= _26_;
  always @(posedge clk)
    if (rst) output__valid <= 1'h0;
    else output__valid <= _24_;
  always @(posedge clk)
    if (rst) waiting_step <= 1'h0;
    else if (_19_) waiting_step <= step;
  always @(posedge clk)
    if (rst) waiting_sample <= 1'h0;
    else if (_19_) waiting_sample <= sample;
  assign _23_ = _20_ ? _21_[0] : output__valid;
  assign _24_ = _19_ ? 1'h1 : _23_;
  assign _25_ = _20_ ? 36'h000000000 : waiting;
  assign _26_ = _19_ ? sums : _25_;
  assign _27_ = _03_ ? _01_[2:0] : index;
  assign _28_ = _22_ ? 3'h0 : _27_;
  assign output__payload = { output__payload_end_of_sample , output__payload_end_of_step , waiting_step, waiting };
endmodule

module keyword_bmru__mix1__units(input__valid, output__ready, input__ready, output__payload, output__valid, input__payload);
  input input__valid;
  wire input__valid;
  input output__ready;
  wire output__ready;
  output input__ready;
  wire input__ready;
  output [34:0] output__payload;
  wire [34:0] output__payload;
  output output__valid;
  wire output__valid;
  input [38:0] input__payload;
  wire [38:0] input__payload;
  wire _00_;
  wire [8:0] _01_;
  wire _02_;
  wire [8:0] _03_;
  wire _04_;
  wire [8:0] _05_;
  wire _06_;
  wire [8:0] _07_;
  assign { _01_[8], output__payload[7:0] } = _00_ ? input__payload[8:0] : 9'h000;
  assign _02_ = $signed(input__payload[17:9]) > $signed(1'h0);
  assign { _03_[8], output__payload[15:8] } = _02_ ? input__payload[17:9] : 9'h000;
  assign _04_ = $signed(input__payload[26:18]) > $signed(1'h0);
  assign { _05_[8], output__payload[23:16] } = _04_ ? input__payload[26:18] : 9'h000;
  assign _06_ = $signed(input__payload[35:27]) > $signed(1'h0);
  assign { _07_[8], output__payload[31:24] } = _06_ ? input__payload[35:27] : 9'h000;
  assign _00_ = $signed(input__payload[8:0]) > $signed(1'h0);
  assign _07_[7:0] = output__payload[31:24];
  assign _05_[7:0] = output__payload[23:16];
  assign _03_[7:0] = output__payload[15:8];
  assign _01_[7:0] = output__payload[7:0];
  assign output__valid = input__valid;
  assign output__payload[34:32] = input__payload[38:36];
  assign input__ready = output__ready;
endmodule

module keyword_bmru__mix2(input__valid, output__ready, clk, rst, input__ready, output__payload, output__valid, input__payload);
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
  output [10:0] output__payload;
  wire [10:0] output__payload;
  output output__valid;
  wire output__valid;
  input [6:0] input__payload;
  wire [6:0] input__payload;
  wire [34:0] sender__input__payload;
  wire sender__input__ready;
  wire sender__input__valid;
  wire [38:0] sums__output__payload;
  wire sums__output__ready;
  wire sums__output__valid;
  keyword_bmru__mix2__sender sender (
    .clk(clk),
    .input__payload(sender__input__payload),
    .input__ready(sender__input__ready),
    .input__valid(sender__input__valid),
    .output__payload(output__payload),
    .output__ready(output__ready),
    .output__valid(output__valid),
    .rst(rst)
  );
  keyword_bmru__mix2__sums sums (
    .clk(clk),
    .input__payload(input__payload),
    .input__ready(input__ready),
    .input__valid(input__valid),
    .output__payload(sums__output__payload),
    .output__ready(sums__output__ready),
    .output__valid(sums__output__valid),
    .rst(rst)
  );
  keyword_bmru__mix2__units units (
    .input__payload(sums__output__payload),
    .input__ready(sums__output__ready),
    .input__valid(sums__output__valid),
    .output__payload(sender__input__payload),
    .output__ready(sender__input__ready),
    .output__valid(sender__input__valid)
  );
endmodule

module keyword_bmru__mix2__sender(input__valid, output__ready, clk, rst, input__ready, output__payload, output__valid, input__payload);
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
  output [10:0] output__payload;
  wire [10:0] output__payload;
  output output__valid;
  reg output__valid;
  input [34:0] input__payload;
  wire [34:0] input__payload;
  wire _00_;
  wire _01_;
  wire [2:0] _02_;
  wire _03_;
  wire [1:0] _04_;
  wire [1:0] _05_;
  wire [31:0] _06_;
  wire [31:0] _07_;
  wire _08_;
  wire _09_;
  reg closes_step;
  wire last;
  reg [1:0] left;
  wire output__payload_end_of_sample ;
  wire output__payload_end_of_step ;
  reg sample;
  reg step;
  reg [31:0] values;
  assign _00_ = ! left;
  assign _01_ = ~ step;
  assign last = _00_ | _01_;
  assign input__ready = ~ output__valid;
  assign output__payload_end_of_step  = last & closes_step;
  assign output__payload_end_of_sample  = last & sample;
  assign _02_ = left - 1'h1;
  assign _03_ = ~ last;
  always @(posedge clk)
    if (rst) output__valid <= 1'h0;
    else output__valid <= _09_;
  always @(posedge clk)
    if (rst) values <= 32'd0;
    else values <= _07_;
  always @(posedge clk)
    if (rst) left <= 2'h0;
    else left <= _05_;
  always @(posedge clk)
    if (rst) step <= 1'h0;
    else if (!output__valid) step <= input__payload[32];
  always @(posedge clk)
    if (rst) closes_step <= 1'h0;
    else if (!output__valid) closes_step <= input__payload[33];
  always @(posedge clk)
    if (rst) sample <= 1'h0;
    else if (!output__valid) sample <= input__payload[34];
  assign _04_ = output__ready ? _02_[1:0] : left;
  assign _05_ = output__valid ? _04_ : 2'h3;
  assign _06_ = output__ready ? { 8'h00, values[31:8] } : values;
  assign _07_ = output__valid ? _06_ : input__payload[31:0];
  assign _08_ = output__ready ? _03_ : 1'h1;
  assign _09_ = output__valid ? _08_ : input__valid;
  assign output__payload = { output__payload_end_of_sample , output__payload_end_of_step , step, values[7:0] };
endmodule

module keyword_bmru__mix2__sums(input__valid, output__ready, clk, rst, input__ready, output__payload, output__valid, input__payload);
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
  output [38:0] output__payload;
  wire [38:0] output__payload;
  output output__valid;
  reg output__valid;
  input [6:0] input__payload;
  wire [6:0] input__payload;
  wire _00_;
  wire [3:0] _01_;
  wire _02_;
  wire _03_;
  wire _04_;
  wire [23:0] _05_;
  wire [9:0] _06_;
  wire [9:0] _07_;
  wire [9:0] _08_;
  wire [9:0] _09_;
  wire _10_;
  wire _11_;
  wire _12_;
  wire [9:0] _13_;
  wire [9:0] _14_;
  wire [9:0] _15_;
  wire [9:0] _16_;
  wire _17_;
  wire _18_;
  wire _19_;
  wire _20_;
  wire [1:0] _21_;
  wire _22_;
  wire _23_;
  wire _24_;
  wire [35:0] _25_;
  wire [35:0] _26_;
  wire [2:0] _27_;
  wire [2:0] _28_;
  wire [35:0] base;
  reg closes_sample_1;
  reg closes_sample_2;
  reg closes_sample_3;
  reg closes_step_1;
  reg closes_step_2;
  reg closes_step_3;
  reg counts_0;
  reg [3:0] early;
  reg [3:0] factor;
  reg full;
  reg [2:0] index;
  wire output__payload_end_of_sample ;
  wire output__payload_end_of_step ;
  reg [35:0] products;
  wire [23:0] read__data;
  reg [23:0] row_0;
  reg sample;
  reg step;
  reg [35:0] sums;
  wire taken;
  reg valid_1;
  reg valid_2;
  reg valid_3;
  reg [35:0] waiting;
  reg waiting_sample;
  reg waiting_step;
  reg [23:0] weights [3:0];
  initial begin
    weights[0] = 24'h000000;
    weights[1] = 24'h03ff03;
    weights[2] = 24'h0001f4;
    weights[3] = 24'h000480;
  end
  reg [23:0] _86_;
  always @(posedge clk) begin
    if (input__ready) begin
      _86_ <= weights[index[1:0]];
    end
  end
  assign read__data = _86_;
  assign taken = input__valid & input__ready;
  assign base = full ? 36'hd80802040 : sums;
  assign _00_ = ~ full;
  assign input__ready = _00_ | _11_;
  assign output__payload_end_of_step  = waiting_step & output__valid;
  assign output__payload_end_of_sample  = waiting_sample & output__valid;
  assign _22_ = input__payload[5] | input__payload[6];
  assign _01_ = index + 1'h1;
  assign _02_ = index < 3'h4;
  assign _03_ = input__payload[4] & _02_;
  assign _04_ = taken & _03_;
  assign _05_ = counts_0 ? read__data : 24'h000000;
  assign _06_ = $signed(row_0[5:0]) * $signed({ 1'h0, factor });
  assign _07_ = $signed(row_0[11:6]) * $signed({ 1'h0, factor });
  assign _08_ = $signed(row_0[17:12]) * $signed({ 1'h0, factor });
  assign _09_ = $signed(row_0[23:18]) * $signed({ 1'h0, factor });
  assign _10_ = full | valid_3;
  assign _12_ = input__ready & _10_;
  assign _13_ = $signed(base[8:0]) + $signed(products[8:0]);
  assign _14_ = $signed(base[17:9]) + $signed(products[17:9]);
  assign _15_ = $signed(base[26:18]) + $signed(products[26:18]);
  assign _16_ = $signed(base[35:27]) + $signed(products[35:27]);
  assign _17_ = closes_step_3 | closes_sample_3;
  assign _18_ = valid_3 & _17_;
  assign _11_ = ! output__valid;
  assign _19_ = full & _11_;
  assign _20_ = output__valid & output__ready;
  assign _21_ = output__valid - 1'h1;
  always @(posedge clk)
    if (rst) index <= 3'h0;
    else if (taken) index <= _28_;
  always @(posedge clk)
    if (rst) valid_1 <= 1'h0;
    else if (input__ready) valid_1 <= taken;
  always @(posedge clk)
    if (rst) closes_step_1 <= 1'h0;
    else if (input__ready) closes_step_1 <= input__payload[5];
  always @(posedge clk)
    if (rst) closes_sample_1 <= 1'h0;
    else if (input__ready) closes_sample_1 <= input__payload[6];
  always @(posedge clk)
    if (rst) counts_0 <= 1'h0;
    else if (input__ready) counts_0 <= _04_;
  always @(posedge clk)
    if (rst) row_0 <= 24'h000000;
    else if (input__ready) row_0 <= _05_;
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
    if (rst) early <= 4'h0;
    else if (input__ready) early <= input__payload[3:0];
  always @(posedge clk)
    if (rst) factor <= 4'h0;
    else if (input__ready) factor <= early;
  always @(posedge clk)
    if (rst) products <= 36'h000000000;
    else if (input__ready) products <= { _09_[8:0], _08_[8:0], _07_[8:0], _06_[8:0] };
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
    if (rst) sums <= 36'hd80802040;
    else if (_12_) sums <= { _16_[8:0], _15_[8:0], _14_[8:0], _13_[8:0] };
  always @(posedge clk)
    if (rst) full <= 1'h0;
    else if (input__ready) full <= _18_;
  always @(posedge clk)
    if (rst) step <= 1'h0;
    else if (input__ready) step <= closes_step_3;
  always @(posedge clk)
    if (rst) sample <= 1'h0;
    else if (input__ready) sample <= closes_sample_3;
  always @(posedge clk)
    if (rst) waiting <= 36'h000000000;
    else waiting <= _26_;
  always @(posedge clk)
    if (rst) output__valid <= 1'h0;
    else output__valid <= _24_;
  always @(posedge clk)
    if (rst) waiting_step <= 1'h0;
    else if (_19_) waiting_step <= step;
  always @(posedge clk)
    if (rst) waiting_sample <= 1'h0;
    else if (_19_) waiting_sample <= sample;
  assign _23_ = _20_ ? _21_[0] : output__valid;
  assign _24_ = _19_ ? 1'h1 : _23_;
  assign _25_ = _20_ ? 36'h000000000 : waiting;
  assign _26_ = _19_ ? sums : _25_;
  assign _27_ = _03_ ? _01_[2:0] : index;
  assign _28_ = _22_ ? 3'h0 : _27_;
  assign output__payload = { output__payload_end_of_sample , output__payload_end_of_step , waiting_step, waiting };
endmodule

module keyword_bmru__mix2__units(input__valid, output__ready, input__ready, output__payload, output__valid, input__payload);
  input input__valid;
  wire input__valid;
  input output__ready;
  wire output__ready;
  output input__ready;
  wire input__ready;
  output [34:0] output__payload;
  wire [34:0] output__payload;
  output output__valid;
  wire output__valid;
  input [38:0] input__payload;
  wire [38:0] input__payload;
  wire _00_;
  wire [8:0] _01_;
  wire _02_;
  wire [8:0] _03_;
  wire _04_;
  wire [8:0] _05_;
  wire _06_;
  wire [8:0] _07_;
  assign { _01_[8], output__payload[7:0] } = _00_ ? input__payload[8:0] : 9'h000;
  assign _02_ = $signed(input__payload[17:9]) > $signed(1'h0);
  assign { _03_[8], output__payload[15:8] } = _02_ ? input__payload[17:9] : 9'h000;
  assign _04_ = $signed(input__payload[26:18]) > $signed(1'h0);
  assign { _05_[8], output__payload[23:16] } = _04_ ? input__payload[26:18] : 9'h000;
  assign _06_ = $signed(input__payload[35:27]) > $signed(1'h0);
  assign { _07_[8], output__payload[31:24] } = _06_ ? input__payload[35:27] : 9'h000;
  assign _00_ = $signed(input__payload[8:0]) > $signed(1'h0);
  assign _07_[7:0] = output__payload[31:24];
  assign _05_[7:0] = output__payload[23:16];
  assign _03_[7:0] = output__payload[15:8];
  assign _01_[7:0] = output__payload[7:0];
  assign output__valid = input__valid;
  assign output__payload[34:32] = input__payload[38:36];
  assign input__ready = output__ready;
endmodule

module keyword_bmru__readout(input__valid, output__ready, clk, rst, input__ready, output__payload, output__valid, input__payload);
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
  output [18:0] output__payload;
  wire [18:0] output__payload;
  output output__valid;
  wire output__valid;
  input [14:0] input__payload;
  wire [14:0] input__payload;
  wire [34:0] sender__input__payload;
  wire sender__input__ready;
  wire sender__input__valid;
  keyword_bmru__readout__sender sender (
    .clk(clk),
    .input__payload(sender__input__payload),
    .input__ready(sender__input__ready),
    .input__valid(sender__input__valid),
    .output__payload(output__payload),
    .output__ready(output__ready),
    .output__valid(output__valid),
    .rst(rst)
  );
  keyword_bmru__readout__sums sums (
    .clk(clk),
    .input__payload(input__payload),
    .input__ready(input__ready),
    .input__valid(input__valid),
    .output__payload(sender__input__payload),
    .output__ready(sender__input__ready),
    .output__valid(sender__input__valid),
    .rst(rst)
  );
endmodule

module keyword_bmru__readout__sender(input__valid, output__ready, clk, rst, input__ready, output__payload, output__valid, input__payload);
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
  output [18:0] output__payload;
  wire [18:0] output__payload;
  output output__valid;
  reg output__valid;
  input [34:0] input__payload;
  wire [34:0] input__payload;
  wire _00_;
  wire _01_;
  wire [1:0] _02_;
  wire _03_;
  wire _04_;
  wire _05_;
  wire [31:0] _06_;
  wire [31:0] _07_;
  wire _08_;
  wire _09_;
  reg closes_step;
  wire last;
  reg left;
  wire output__payload_end_of_sample ;
  wire output__payload_end_of_step ;
  reg sample;
  reg step;
  reg [31:0] values;
  assign _00_ = ! left;
  assign _01_ = ~ step;
  assign last = _00_ | _01_;
  assign input__ready = ~ output__valid;
  assign output__payload_end_of_step  = last & closes_step;
  assign output__payload_end_of_sample  = last & sample;
  assign _02_ = left - 1'h1;
  assign _03_ = ~ last;
  always @(posedge clk)
    if (rst) output__valid <= 1'h0;
    else output__valid <= _09_;
  always @(posedge clk)
    if (rst) values <= 32'd0;
    else values <= _07_;
  always @(posedge clk)
    if (rst) left <= 1'h0;
    else left <= _05_;
  always @(posedge clk)
    if (rst) step <= 1'h0;
    else if (!output__valid) step <= input__payload[32];
  always @(posedge clk)
    if (rst) closes_step <= 1'h0;
    else if (!output__valid) closes_step <= input__payload[33];
  always @(posedge clk)
    if (rst) sample <= 1'h0;
    else if (!output__valid) sample <= input__payload[34];
  assign _04_ = output__ready ? _02_[0] : left;
  assign _05_ = output__valid ? _04_ : 1'h1;
  assign _06_ = output__ready ? { 16'h0000, values[31:16] } : values;
  assign _07_ = output__valid ? _06_ : input__payload[31:0];
  assign _08_ = output__ready ? _03_ : 1'h1;
  assign _09_ = output__valid ? _08_ : input__valid;
  assign output__payload = { output__payload_end_of_sample , output__payload_end_of_step , step, values[15:0] };
endmodule

module keyword_bmru__readout__sums(input__valid, output__ready, clk, rst, input__ready, output__payload, output__valid, input__payload);
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
  output [34:0] output__payload;
  wire [34:0] output__payload;
  output output__valid;
  reg output__valid;
  input [14:0] input__payload;
  wire [14:0] input__payload;
  wire _00_;
  wire [3:0] _01_;
  wire _02_;
  wire _03_;
  wire _04_;
  wire [9:0] _05_;
  wire [16:0] _06_;
  wire [16:0] _07_;
  wire _08_;
  wire _09_;
  wire [16:0] _10_;
  wire _11_;
  wire [16:0] _12_;
  wire _13_;
  wire _14_;
  wire _15_;
  wire _16_;
  wire [1:0] _17_;
  wire _18_;
  wire [31:0] _19_;
  wire [31:0] _20_;
  wire [2:0] _21_;
  wire [2:0] _22_;
  wire _23_;
  wire _24_;
  wire [31:0] base;
  reg closes_sample_1;
  reg closes_sample_2;
  reg closes_sample_3;
  reg closes_step_1;
  reg closes_step_2;
  reg closes_step_3;
  reg counts_0;
  reg [11:0] early;
  reg [11:0] factor;
  reg full;
  reg [2:0] index;
  wire output__payload_end_of_sample ;
  wire output__payload_end_of_step ;
  reg [31:0] products;
  wire [9:0] read__data;
  reg [9:0] row_0;
  reg sample;
  reg step;
  reg [31:0] sums;
  wire taken;
  reg valid_1;
  reg valid_2;
  reg valid_3;
  reg [31:0] waiting;
  reg waiting_sample;
  reg waiting_step;
  reg [9:0] weights [3:0];
  initial begin
    weights[0] = 10'h114;
    weights[1] = 10'h344;
    weights[2] = 10'h000;
    weights[3] = 10'h3c1;
  end
  reg [9:0] _78_;
  always @(posedge clk) begin
    if (input__ready) begin
      _78_ <= weights[index[1:0]];
    end
  end
  assign read__data = _78_;
  assign taken = input__valid & input__ready;
  assign base = full ? 32'd4278190336 : sums;
  assign _00_ = ~ full;
  assign input__ready = _00_ | _11_;
  assign output__payload_end_of_step  = waiting_step & output__valid;
  assign output__payload_end_of_sample  = waiting_sample & output__valid;
  assign _18_ = input__payload[13] | input__payload[14];
  assign _01_ = index + 1'h1;
  assign _02_ = index < 3'h4;
  assign _03_ = input__payload[12] & _02_;
  assign _04_ = taken & _03_;
  assign _05_ = counts_0 ? read__data : 10'h000;
  assign _06_ = $signed(row_0[4:0]) * $signed({ 1'h0, factor });
  assign _07_ = $signed(row_0[9:5]) * $signed({ 1'h0, factor });
  assign _08_ = full | valid_3;
  assign _09_ = input__ready & _08_;
  assign _10_ = $signed(base[15:0]) + $signed(products[15:0]);
  assign _12_ = $signed(base[31:16]) + $signed(products[31:16]);
  assign _13_ = closes_step_3 | closes_sample_3;
  assign _14_ = valid_3 & _13_;
  assign _11_ = ! output__valid;
  assign _15_ = full & _11_;
  assign _16_ = output__valid & output__ready;
  assign _17_ = output__valid - 1'h1;
  always @(posedge clk)
    if (rst) index <= 3'h0;
    else if (taken) index <= _22_;
  always @(posedge clk)
    if (rst) valid_1 <= 1'h0;
    else if (input__ready) valid_1 <= taken;
  always @(posedge clk)
    if (rst) closes_step_1 <= 1'h0;
    else if (input__ready) closes_step_1 <= input__payload[13];
  always @(posedge clk)
    if (rst) closes_sample_1 <= 1'h0;
    else if (input__ready) closes_sample_1 <= input__payload[14];
  always @(posedge clk)
    if (rst) counts_0 <= 1'h0;
    else if (input__ready) counts_0 <= _04_;
  always @(posedge clk)
    if (rst) row_0 <= 10'h000;
    else if (input__ready) row_0 <= _05_;
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
    if (rst) early <= 12'h000;
    else if (input__ready) early <= input__payload[11:0];
  always @(posedge clk)
    if (rst) factor <= 12'h000;
    else if (input__ready) factor <= early;
  always @(posedge clk)
    if (rst) products <= 32'd0;
    else if (input__ready) products <= { _07_[15:0], _06_[15:0] };
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
    if (rst) sums <= 32'd4278190336;
    else if (_09_) sums <= { _12_[15:0], _10_[15:0] };
  always @(posedge clk)
    if (rst) full <= 1'h0;
    else if (input__ready) full <= _14_;
  always @(posedge clk)
    if (rst) step <= 1'h0;
    else if (input__ready) step <= closes_step_3;
  always @(posedge clk)
    if (rst) sample <= 1'h0;
    else if (input__ready) sample <= closes_sample_3;
  always @(posedge clk)
    if (rst) waiting <= 32'd0;
    else waiting <= _20_;
  always @(posedge clk)
    if (rst) output__valid <= 1'h0;
    else output__valid <= _24_;
  always @(posedge clk)
    if (rst) waiting_step <= 1'h0;
    else if (_15_) waiting_step <= step;
  always @(posedge clk)
    if (rst) waiting_sample <= 1'h0;
    else if (_15_) waiting_sample <= sample;
  assign _19_ = _16_ ? 32'd0 : waiting;
  assign _20_ = _15_ ? sums : _19_;
  assign _21_ = _03_ ? _01_[2:0] : index;
  assign _22_ = _18_ ? 3'h0 : _21_;
  assign _23_ = _16_ ? _17_[0] : output__valid;
  assign _24_ = _15_ ? 1'h1 : _23_;
  assign output__payload = { output__payload_end_of_sample , output__payload_end_of_step , waiting_step, waiting };
endmodule

module keyword_bmru__skip_mix1(earlier__valid, onward__ready, input__payload, input__valid, output__ready, clk, rst, earlier__ready, onward__payload, onward__valid, input__ready, output__payload, output__valid, earlier__payload);
  input earlier__valid;
  wire earlier__valid;
  input onward__ready;
  wire onward__ready;
  input [10:0] input__payload;
  wire [10:0] input__payload;
  input input__valid;
  wire input__valid;
  input output__ready;
  wire output__ready;
  input clk;
  wire clk;
  input rst;
  wire rst;
  output earlier__ready;
  wire earlier__ready;
  output [13:0] onward__payload;
  wire [13:0] onward__payload;
  output onward__valid;
  wire onward__valid;
  output input__ready;
  wire input__ready;
  output [13:0] output__payload;
  wire [13:0] output__payload;
  output output__valid;
  wire output__valid;
  input [13:0] earlier__payload;
  wire [13:0] earlier__payload;
  wire _00_;
  wire [6:0] _01_;
  wire [7:0] _02_;
  wire _03_;
  wire _04_;
  wire [6:0] _05_;
  wire [6:0] _06_;
  wire _07_;
  wire [6:0] _08_;
  wire [6:0] _09_;
  wire [6:0] _10_;
  wire [13:0] _11_;
  reg [5:0] first;
  wire full;
  wire get;
  reg [5:0] level;
  reg present;
  wire put;
  wire [5:0] read__addr;
  wire [10:0] read__data;
  reg [5:0] write__addr;
  reg [10:0] waiting [35:0];
  initial begin
    waiting[0] = 11'h000;
    waiting[1] = 11'h000;
    waiting[2] = 11'h000;
    waiting[3] = 11'h000;
    waiting[4] = 11'h000;
    waiting[5] = 11'h000;
    waiting[6] = 11'h000;
    waiting[7] = 11'h000;
    waiting[8] = 11'h000;
    waiting[9] = 11'h000;
    waiting[10] = 11'h000;
    waiting[11] = 11'h000;
    waiting[12] = 11'h000;
    waiting[13] = 11'h000;
    waiting[14] = 11'h000;
    waiting[15] = 11'h000;
    waiting[16] = 11'h000;
    waiting[17] = 11'h000;
    waiting[18] = 11'h000;
    waiting[19] = 11'h000;
    waiting[20] = 11'h000;
    waiting[21] = 11'h000;
    waiting[22] = 11'h000;
    waiting[23] = 11'h000;
    waiting[24] = 11'h000;
    waiting[25] = 11'h000;
    waiting[26] = 11'h000;
    waiting[27] = 11'h000;
    waiting[28] = 11'h000;
    waiting[29] = 11'h000;
    waiting[30] = 11'h000;
    waiting[31] = 11'h000;
    waiting[32] = 11'h000;
    waiting[33] = 11'h000;
    waiting[34] = 11'h000;
    waiting[35] = 11'h000;
  end
  always @(posedge clk) begin
    if (put)
      waiting[write__addr] <= earlier__payload[10:0];
  end
  reg [10:0] _35_;
  always @(posedge clk) begin
    _35_ <= waiting[read__addr];
  end
  assign read__data = _35_;
  assign full = level == 6'h24;
  assign onward__valid = earlier__valid & _00_;
  assign _00_ = ~ full;
  assign earlier__ready = onward__ready & _00_;
  assign put = earlier__valid & earlier__ready;
  assign _07_ = first == 6'h23;
  assign _08_ = first + 1'h1;
  assign _09_ = _07_ ? 7'h00 : _08_;
  assign { _10_[6], read__addr } = get ? _09_ : { 1'h0, first };
  assign output__valid = input__valid & present;
  assign input__ready = output__ready & present;
  assign get = output__valid & output__ready;
  assign { _11_[13:11], output__payload[10:0] } = $signed({ 2'h0, read__data }) + $signed({ 2'h0, input__payload[7:0], 2'h0 });
  assign _01_ = level + put;
  assign _02_ = _01_ - get;
  assign _03_ = level > get;
  assign _04_ = write__addr == 6'h23;
  assign _05_ = write__addr + 1'h1;
  assign _06_ = _04_ ? 7'h00 : _05_;
  always @(posedge clk)
    if (rst) first <= 6'h00;
    else first <= read__addr;
  always @(posedge clk)
    if (rst) level <= 6'h00;
    else level <= _02_[5:0];
  always @(posedge clk)
    if (rst) present <= 1'h0;
    else present <= _03_;
  always @(posedge clk)
    if (rst) write__addr <= 6'h00;
    else if (put) write__addr <= _06_[5:0];
  assign _11_[10:0] = output__payload[10:0];
  assign _10_[5:0] = read__addr;
  assign output__payload[13:11] = input__payload[10:8];
  assign onward__payload = earlier__payload;
endmodule

module keyword_bmru__skip_mix2(earlier__valid, onward__ready, input__payload, input__valid, output__ready, clk, rst, earlier__ready, onward__payload, onward__valid, input__ready, output__payload, output__valid, earlier__payload);
  input earlier__valid;
  wire earlier__valid;
  input onward__ready;
  wire onward__ready;
  input [10:0] input__payload;
  wire [10:0] input__payload;
  input input__valid;
  wire input__valid;
  input output__ready;
  wire output__ready;
  input clk;
  wire clk;
  input rst;
  wire rst;
  output earlier__ready;
  wire earlier__ready;
  output [13:0] onward__payload;
  wire [13:0] onward__payload;
  output onward__valid;
  wire onward__valid;
  output input__ready;
  wire input__ready;
  output [14:0] output__payload;
  wire [14:0] output__payload;
  output output__valid;
  wire output__valid;
  input [13:0] earlier__payload;
  wire [13:0] earlier__payload;
  wire _00_;
  wire [6:0] _01_;
  wire [7:0] _02_;
  wire _03_;
  wire _04_;
  wire [6:0] _05_;
  wire [6:0] _06_;
  wire _07_;
  wire [6:0] _08_;
  wire [6:0] _09_;
  wire [6:0] _10_;
  wire [13:0] _11_;
  reg [5:0] first;
  wire full;
  wire get;
  reg [5:0] level;
  reg present;
  wire put;
  wire [5:0] read__addr;
  wire [10:0] read__data;
  reg [5:0] write__addr;
  reg [10:0] waiting [35:0];
  initial begin
    waiting[0] = 11'h000;
    waiting[1] = 11'h000;
    waiting[2] = 11'h000;
    waiting[3] = 11'h000;
    waiting[4] = 11'h000;
    waiting[5] = 11'h000;
    waiting[6] = 11'h000;
    waiting[7] = 11'h000;
    waiting[8] = 11'h000;
    waiting[9] = 11'h000;
    waiting[10] = 11'h000;
    waiting[11] = 11'h000;
    waiting[12] = 11'h000;
    waiting[13] = 11'h000;
    waiting[14] = 11'h000;
    waiting[15] = 11'h000;
    waiting[16] = 11'h000;
    waiting[17] = 11'h000;
    waiting[18] = 11'h000;
    waiting[19] = 11'h000;
    waiting[20] = 11'h000;
    waiting[21] = 11'h000;
    waiting[22] = 11'h000;
    waiting[23] = 11'h000;
    waiting[24] = 11'h000;
    waiting[25] = 11'h000;
    waiting[26] = 11'h000;
    waiting[27] = 11'h000;
    waiting[28] = 11'h000;
    waiting[29] = 11'h000;
    waiting[30] = 11'h000;
    waiting[31] = 11'h000;
    waiting[32] = 11'h000;
    waiting[33] = 11'h000;
    waiting[34] = 11'h000;
    waiting[35] = 11'h000;
  end
  always @(posedge clk) begin
    if (put)
      waiting[write__addr] <= earlier__payload[10:0];
  end
  reg [10:0] _35_;
  always @(posedge clk) begin
    _35_ <= waiting[read__addr];
  end
  assign read__data = _35_;
  assign full = level == 6'h24;
  assign onward__valid = earlier__valid & _00_;
  assign _00_ = ~ full;
  assign earlier__ready = onward__ready & _00_;
  assign put = earlier__valid & earlier__ready;
  assign _07_ = first == 6'h23;
  assign _08_ = first + 1'h1;
  assign _09_ = _07_ ? 7'h00 : _08_;
  assign { _10_[6], read__addr } = get ? _09_ : { 1'h0, first };
  assign output__valid = input__valid & present;
  assign input__ready = output__ready & present;
  assign get = output__valid & output__ready;
  assign { _11_[13:12], output__payload[11:0] } = $signed({ 2'h0, read__data }) + $signed({ 2'h0, input__payload[7:0], 2'h0 });
  assign _01_ = level + put;
  assign _02_ = _01_ - get;
  assign _03_ = level > get;
  assign _04_ = write__addr == 6'h23;
  assign _05_ = write__addr + 1'h1;
  assign _06_ = _04_ ? 7'h00 : _05_;
  always @(posedge clk)
    if (rst) first <= 6'h00;
    else first <= read__addr;
  always @(posedge clk)
    if (rst) level <= 6'h00;
    else level <= _02_[5:0];
  always @(posedge clk)
    if (rst) present <= 1'h0;
    else present <= _03_;
  always @(posedge clk)
    if (rst) write__addr <= 6'h00;
    else if (put) write__addr <= _06_[5:0];
  assign _11_[11:0] = output__payload[11:0];
  assign _10_[5:0] = read__addr;
  assign output__payload[14:12] = input__payload[10:8];
  assign onward__payload = earlier__payload;
endmodule
