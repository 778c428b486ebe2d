// codesign 0.1.0
// model digits-bmru sha256:de3cded54e7808514ad19aaeabd28cefa885d7b6e9142a384fb82cc75cdb5411
// configuration {"events_per_cycle": 8, "fold_black_frames": true, "longest_sample": 1024, "serial_sums": false, "units_per_cycle": 32}
// seed none
//
// digits_bmru: clk, synchronous reset rst (active high), and two streams.
// An item moves at a rising edge of clk at which valid and ready are both 1.
//
// input__payload, least significant field first:
//   value          5 bits unsigned, from bit 0
//   present        1 bits unsigned, from bit 5
//   end_of_step    1 bits unsigned, from bit 6
//   end_of_sample  1 bits unsigned, from bit 7
//
// output__payload, least significant field first:
//   decision       4 bits unsigned, from bit 0
//   scores         10 x 26 bits signed, from bit 4
//
// Input: an item with present = 1 carries the value of the next input;
// end_of_step and end_of_sample close the step and the sample after it. A sample without steps is one item with
// end_of_sample alone.
// Output: one item per sample; decision is one of ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"].
// Layers, as instances of their names: memory (fq_bmru, 8 to 32), mix (linear, 32 to 16), readout (linear, 16 to 10)
// The states of a layer are registers of <layer>.units; they show one group of units after the other, each
// while group_done of that module is 1: memory 1 x 32, mix 1 x 16, readout 1 x 10

module digits_bmru(input__valid, output__ready, clk, rst, input__ready, output__payload, output__valid, input__payload);
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
  output [263:0] output__payload;
  wire [263:0] output__payload;
  output output__valid;
  wire output__valid;
  input [7:0] input__payload;
  wire [7:0] input__payload;
  wire [18:0] decision__input__payload;
  wire decision__input__ready;
  wire decision__input__valid;
  wire [6:0] memory__output__payload;
  wire memory__output__ready;
  wire memory__output__valid;
  wire [11:0] mix__output__payload;
  wire mix__output__ready;
  wire mix__output__valid;
  digits_bmru__decision decision (
    .clk(clk),
    .input__payload(decision__input__payload),
    .input__ready(decision__input__ready),
    .input__valid(decision__input__valid),
    .output__payload(output__payload),
    .output__ready(output__ready),
    .output__valid(output__valid),
    .rst(rst)
  );
  digits_bmru__memory memory (
    .clk(clk),
    .input__payload(input__payload),
    .input__ready(input__ready),
    .input__valid(input__valid),
    .output__payload(memory__output__payload),
    .output__ready(memory__output__ready),
    .output__valid(memory__output__valid),
    .rst(rst)
  );
  digits_bmru__mix mix (
    .clk(clk),
    .input__payload(memory__output__payload),
    .input__ready(memory__output__ready),
    .input__valid(memory__output__valid),
    .output__payload(mix__output__payload),
    .output__ready(mix__output__ready),
    .output__valid(mix__output__valid),
    .rst(rst)
  );
  digits_bmru__readout readout (
    .clk(clk),
    .input__payload(mix__output__payload),
    .input__ready(mix__output__ready),
    .input__valid(mix__output__valid),
    .output__payload(decision__input__payload),
    .output__ready(decision__input__ready),
    .output__valid(decision__input__valid),
    .rst(rst)
  );
endmodule

module digits_bmru__decision(input__valid, output__ready, clk, rst, input__ready, output__payload, output__valid, input__payload);
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
  output [263:0] output__payload;
  wire [263:0] output__payload;
  output output__valid;
  wire output__valid;
  input [18:0] input__payload;
  wire [18:0] input__payload;
  wire [259:0] accumulator__output__payload;
  wire accumulator__output__ready;
  wire accumulator__output__valid;
  digits_bmru__decision__accumulator accumulator (
    .clk(clk),
    .input__payload(input__payload),
    .input__ready(input__ready),
    .input__valid(input__valid),
    .output__payload(accumulator__output__payload),
    .output__ready(accumulator__output__ready),
    .output__valid(accumulator__output__valid),
    .rst(rst)
  );
  digits_bmru__decision__argmax argmax (
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

module digits_bmru__decision__accumulator(input__valid, output__ready, clk, rst, input__ready, output__payload, output__valid, input__payload);
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
  output [259:0] output__payload;
  reg [259:0] output__payload;
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
    if (_04_) output__payload <= 260'h00000000000000000000000000000000000000000000000000000000000000000;
    else if (_02_) output__payload <= { total, output__payload[259:26] };
  assign _03_ = | { leave, rst };
  assign _04_ = | { leave, rst };
  assign _00_[25:0] = total;
endmodule

module digits_bmru__decision__argmax(input__valid, output__ready, clk, rst, input__ready, output__payload, output__valid, input__payload);
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
  output [263:0] output__payload;
  reg [263:0] output__payload;
  output output__valid;
  reg output__valid;
  input [259:0] input__payload;
  wire [259:0] input__payload;
  wire _00_;
  wire _01_;
  wire _02_;
  wire _03_;
  wire [4:0] _04_;
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
  wire [3:0] _17_;
  wire [3:0] _18_;
  wire [259:0] _19_;
  wire [259:0] _20_;
  reg [25:0] best;
  reg busy;
  reg [3:0] index;
  reg [259:0] tally;
  assign _00_ = ~ busy;
  assign _02_ = ~ output__valid;
  assign input__ready = _00_ & _02_;
  assign _03_ = input__valid & input__ready;
  assign _04_ = index + 1'h1;
  assign _05_ = ! index;
  assign _06_ = $signed(tally[25:0]) > $signed(best);
  assign _07_ = _05_ | _06_;
  assign _08_ = index == 4'h9;
  assign _01_ = output__valid & output__ready;
  always @(posedge clk)
    if (rst) tally[233:0] <= 234'h00000000000000000000000000000000000000000000000000000000000;
    else tally[233:0] <= _20_[233:0];
  always @(posedge clk)
    if (_12_) tally[259:234] <= 26'h0000000;
    else if (_03_) tally[259:234] <= input__payload[259:234];
  always @(posedge clk)
    if (rst) index <= 4'h0;
    else index <= _18_;
  always @(posedge clk)
    if (rst) busy <= 1'h0;
    else busy <= _16_;
  always @(posedge clk)
    if (rst) output__payload[3:0] <= 4'h0;
    else if (_09_) output__payload[3:0] <= index;
  always @(posedge clk)
    if (rst) output__payload[263:4] <= 260'h00000000000000000000000000000000000000000000000000000000000000000;
    else if (busy) output__payload[263:4] <= { tally[25:0], output__payload[263:30] };
  always @(posedge clk)
    if (rst) best <= 26'h0000000;
    else if (_10_) best <= tally[25:0];
  always @(posedge clk)
    if (_13_) output__valid <= 1'h0;
    else if (_11_) output__valid <= 1'h1;
  assign _09_ = & { busy, _07_ };
  assign _10_ = & { busy, _07_ };
  assign _11_ = & { busy, _08_ };
  assign _12_ = | { busy, rst };
  assign _13_ = | { _01_, rst };
  assign _14_ = _03_ ? 1'h1 : busy;
  assign _15_ = _08_ ? 1'h0 : _14_;
  assign _16_ = busy ? _15_ : _14_;
  assign _17_ = _03_ ? 4'h0 : index;
  assign _18_ = busy ? _04_[3:0] : _17_;
  assign _19_ = _03_ ? input__payload : tally;
  assign _20_ = busy ? { 26'h0000000, tally[259:26] } : _19_;
endmodule

module digits_bmru__memory(input__valid, output__ready, clk, rst, input__ready, output__payload, output__valid, input__payload);
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
  input [7:0] input__payload;
  wire [7:0] input__payload;
  wire [130:0] sender__input__payload;
  wire sender__input__ready;
  wire sender__input__valid;
  wire [354:0] sums__output__payload;
  wire sums__output__ready;
  wire sums__output__valid;
  digits_bmru__memory__sender sender (
    .clk(clk),
    .input__payload(sender__input__payload),
    .input__ready(sender__input__ready),
    .input__valid(sender__input__valid),
    .output__payload(output__payload),
    .output__ready(output__ready),
    .output__valid(output__valid),
    .rst(rst)
  );
  digits_bmru__memory__sums sums (
    .clk(clk),
    .input__payload(input__payload),
    .input__ready(input__ready),
    .input__valid(input__valid),
    .output__payload(sums__output__payload),
    .output__ready(sums__output__ready),
    .output__valid(sums__output__valid),
    .rst(rst)
  );
  digits_bmru__memory__units units (
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

module digits_bmru__memory__sender(input__valid, output__ready, clk, rst, input__ready, output__payload, output__valid, input__payload);
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
  input [130:0] input__payload;
  wire [130:0] input__payload;
  wire _00_;
  wire _01_;
  wire [5:0] _02_;
  wire _03_;
  wire [4:0] _04_;
  wire [4:0] _05_;
  wire [127:0] _06_;
  wire [127:0] _07_;
  wire _08_;
  wire _09_;
  reg closes_step;
  wire last;
  reg [4:0] left;
  wire output__payload_end_of_sample ;
  wire output__payload_end_of_step ;
  reg sample;
  reg step;
  reg [127:0] values;
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
    if (rst) values <= 128'h00000000000000000000000000000000;
    else values <= _07_;
  always @(posedge clk)
    if (rst) left <= 5'h00;
    else left <= _05_;
  always @(posedge clk)
    if (rst) step <= 1'h0;
    else if (!output__valid) step <= input__payload[128];
  always @(posedge clk)
    if (rst) closes_step <= 1'h0;
    else if (!output__valid) closes_step <= input__payload[129];
  always @(posedge clk)
    if (rst) sample <= 1'h0;
    else if (!output__valid) sample <= input__payload[130];
  assign _04_ = output__ready ? _02_[4:0] : left;
  assign _05_ = output__valid ? _04_ : 5'h1f;
  assign _06_ = output__ready ? { 4'h0, values[127:4] } : values;
  assign _07_ = output__valid ? _06_ : input__payload[127:0];
  assign _08_ = output__ready ? _03_ : 1'h1;
  assign _09_ = output__valid ? _08_ : input__valid;
  assign output__payload = { output__payload_end_of_sample , output__payload_end_of_step , step, values[3:0] };
endmodule

module digits_bmru__memory__sums(input__valid, output__ready, clk, rst, input__ready, output__payload, output__valid, input__payload);
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
  output [354:0] output__payload;
  wire [354:0] output__payload;
  output output__valid;
  reg output__valid;
  input [7:0] input__payload;
  wire [7:0] input__payload;
  wire _000_;
  wire [4:0] _001_;
  wire _002_;
  wire _003_;
  wire _004_;
  wire [191:0] _005_;
  wire [10:0] _006_;
  wire [10:0] _007_;
  wire [10:0] _008_;
  wire [10:0] _009_;
  wire [10:0] _010_;
  wire _011_;
  wire [10:0] _012_;
  wire [10:0] _013_;
  wire [10:0] _014_;
  wire [10:0] _015_;
  wire [10:0] _016_;
  wire [10:0] _017_;
  wire [10:0] _018_;
  wire [10:0] _019_;
  wire [10:0] _020_;
  wire [10:0] _021_;
  wire [10:0] _022_;
  wire [10:0] _023_;
  wire [10:0] _024_;
  wire [10:0] _025_;
  wire [10:0] _026_;
  wire [10:0] _027_;
  wire [10:0] _028_;
  wire [10:0] _029_;
  wire [10:0] _030_;
  wire [10:0] _031_;
  wire [10:0] _032_;
  wire [10:0] _033_;
  wire [10:0] _034_;
  wire [10:0] _035_;
  wire [10:0] _036_;
  wire [10:0] _037_;
  wire [10:0] _038_;
  wire _039_;
  wire _040_;
  wire [11:0] _041_;
  wire [11:0] _042_;
  wire [11:0] _043_;
  wire [11:0] _044_;
  wire [11:0] _045_;
  wire [11:0] _046_;
  wire [11:0] _047_;
  wire [11:0] _048_;
  wire [11:0] _049_;
  wire [11:0] _050_;
  wire [11:0] _051_;
  wire [11:0] _052_;
  wire [11:0] _053_;
  wire [11:0] _054_;
  wire [11:0] _055_;
  wire [11:0] _056_;
  wire [11:0] _057_;
  wire [11:0] _058_;
  wire [11:0] _059_;
  wire [11:0] _060_;
  wire [11:0] _061_;
  wire _062_;
  wire [11:0] _063_;
  wire [11:0] _064_;
  wire [11:0] _065_;
  wire [11:0] _066_;
  wire [11:0] _067_;
  wire [11:0] _068_;
  wire [11:0] _069_;
  wire [11:0] _070_;
  wire [11:0] _071_;
  wire [11:0] _072_;
  wire [11:0] _073_;
  wire _074_;
  wire _075_;
  wire _076_;
  wire _077_;
  wire [1:0] _078_;
  wire _079_;
  wire _080_;
  wire [351:0] _081_;
  wire [351:0] _082_;
  wire [3:0] _083_;
  wire [3:0] _084_;
  wire [351:0] base;
  reg closes_sample_1;
  reg closes_sample_2;
  reg closes_sample_3;
  reg closes_step_1;
  reg closes_step_2;
  reg closes_step_3;
  reg counts_0;
  reg [4:0] early;
  reg [4:0] factor;
  reg full;
  reg [3:0] index;
  wire output__payload_end_of_sample ;
  wire output__payload_end_of_step ;
  reg [319:0] products;
  wire [191:0] read__data;
  reg [191:0] row_0;
  reg sample;
  reg step;
  reg [351:0] sums;
  wire taken;
  reg valid_1;
  reg valid_2;
  reg valid_3;
  reg [351:0] waiting;
  reg waiting_sample;
  reg waiting_step;
  reg [191:0] weights [7:0];
  initial begin
    weights[0] = 192'h000000000000000000000000000000000000000000000000;
    weights[1] = 192'h04518b1430001810000c5000fbf01100003ff45198000000;
    weights[2] = 192'hf521ba34008638d2c02c51c100518dc82e3fe00dc0c80dc0;
    weights[3] = 192'h202db203f0fe248bc01c9086f8af71305d770061f0d40c00;
    weights[4] = 192'h17e009e3bb3b2f403b280381c3fbfecf4e384004cb2c0000;
    weights[5] = 192'hc3dd8405307b339f3d2332ad3c9000036242e00f7e0c01c0;
    weights[6] = 192'h07800b4501790c6008100176f8bf7dffd0ccc55140040000;
    weights[7] = 192'h000000000000001000000000000000000000000100440000;
  end
  reg [191:0] _198_;
  always @(posedge clk) begin
    if (input__ready) begin
      _198_ <= weights[index[2:0]];
    end
  end
  assign read__data = _198_;
  assign taken = input__valid & input__ready;
  assign base = full ? 352'h1100601c038fc1f2004098ee004004008fe1f63d4008011f400405801002004038031ee3d4040011f6004018 : sums;
  assign _000_ = ~ full;
  assign input__ready = _000_ | _011_;
  assign output__payload_end_of_step  = waiting_step & output__valid;
  assign output__payload_end_of_sample  = waiting_sample & output__valid;
  assign _062_ = input__payload[6] | input__payload[7];
  assign _001_ = index + 1'h1;
  assign _002_ = index < 4'h8;
  assign _003_ = input__payload[5] & _002_;
  assign _004_ = taken & _003_;
  assign _005_ = counts_0 ? read__data : 192'h000000000000000000000000000000000000000000000000;
  assign _006_ = $signed(row_0[5:0]) * $signed({ 1'h0, factor });
  assign _007_ = $signed(row_0[11:6]) * $signed({ 1'h0, factor });
  assign _008_ = $signed(row_0[17:12]) * $signed({ 1'h0, factor });
  assign _009_ = $signed(row_0[23:18]) * $signed({ 1'h0, factor });
  assign _010_ = $signed(row_0[29:24]) * $signed({ 1'h0, factor });
  assign _012_ = $signed(row_0[35:30]) * $signed({ 1'h0, factor });
  assign _013_ = $signed(row_0[41:36]) * $signed({ 1'h0, factor });
  assign _014_ = $signed(row_0[47:42]) * $signed({ 1'h0, factor });
  assign _015_ = $signed(row_0[53:48]) * $signed({ 1'h0, factor });
  assign _016_ = $signed(row_0[59:54]) * $signed({ 1'h0, factor });
  assign _017_ = $signed(row_0[65:60]) * $signed({ 1'h0, factor });
  assign _018_ = $signed(row_0[71:66]) * $signed({ 1'h0, factor });
  assign _019_ = $signed(row_0[77:72]) * $signed({ 1'h0, factor });
  assign _020_ = $signed(row_0[83:78]) * $signed({ 1'h0, factor });
  assign _021_ = $signed(row_0[89:84]) * $signed({ 1'h0, factor });
  assign _022_ = $signed(row_0[95:90]) * $signed({ 1'h0, factor });
  assign _023_ = $signed(row_0[101:96]) * $signed({ 1'h0, factor });
  assign _024_ = $signed(row_0[107:102]) * $signed({ 1'h0, factor });
  assign _025_ = $signed(row_0[113:108]) * $signed({ 1'h0, factor });
  assign _026_ = $signed(row_0[119:114]) * $signed({ 1'h0, factor });
  assign _027_ = $signed(row_0[125:120]) * $signed({ 1'h0, factor });
  assign _028_ = $signed(row_0[131:126]) * $signed({ 1'h0, factor });
  assign _029_ = $signed(row_0[137:132]) * $signed({ 1'h0, factor });
  assign _030_ = $signed(row_0[143:138]) * $signed({ 1'h0, factor });
  assign _031_ = $signed(row_0[149:144]) * $signed({ 1'h0, factor });
  assign _032_ = $signed(row_0[155:150]) * $signed({ 1'h0, factor });
  assign _033_ = $signed(row_0[161:156]) * $signed({ 1'h0, factor });
  assign _034_ = $signed(row_0[167:162]) * $signed({ 1'h0, factor });
  assign _035_ = $signed(row_0[173:168]) * $signed({ 1'h0, factor });
  assign _036_ = $signed(row_0[179:174]) * $signed({ 1'h0, factor });
  assign _037_ = $signed(row_0[185:180]) * $signed({ 1'h0, factor });
  assign _038_ = $signed(row_0[191:186]) * $signed({ 1'h0, factor });
  assign _039_ = full | valid_3;
  assign _040_ = input__ready & _039_;
  assign _041_ = $signed(base[10:0]) + $signed(products[9:0]);
  assign _042_ = $signed(base[21:11]) + $signed(products[19:10]);
  assign _043_ = $signed(base[32:22]) + $signed(products[29:20]);
  assign _044_ = $signed(base[43:33]) + $signed(products[39:30]);
  assign _045_ = $signed(base[54:44]) + $signed(products[49:40]);
  assign _046_ = $signed(base[65:55]) + $signed(products[59:50]);
  assign _047_ = $signed(base[76:66]) + $signed(products[69:60]);
  assign _048_ = $signed(base[87:77]) + $signed(products[79:70]);
  assign _049_ = $signed(base[98:88]) + $signed(products[89:80]);
  assign _050_ = $signed(base[109:99]) + $signed(products[99:90]);
  assign _051_ = $signed(base[120:110]) + $signed(products[109:100]);
  assign _052_ = $signed(base[131:121]) + $signed(products[119:110]);
  assign _053_ = $signed(base[142:132]) + $signed(products[129:120]);
  assign _054_ = $signed(base[153:143]) + $signed(products[139:130]);
  assign _055_ = $signed(base[164:154]) + $signed(products[149:140]);
  assign _056_ = $signed(base[175:165]) + $signed(products[159:150]);
  assign _057_ = $signed(base[186:176]) + $signed(products[169:160]);
  assign _058_ = $signed(base[197:187]) + $signed(products[179:170]);
  assign _059_ = $signed(base[208:198]) + $signed(products[189:180]);
  assign _060_ = $signed(base[219:209]) + $signed(products[199:190]);
  assign _061_ = $signed(base[230:220]) + $signed(products[209:200]);
  assign _063_ = $signed(base[241:231]) + $signed(products[219:210]);
  assign _064_ = $signed(base[252:242]) + $signed(products[229:220]);
  assign _065_ = $signed(base[263:253]) + $signed(products[239:230]);
  assign _066_ = $signed(base[274:264]) + $signed(products[249:240]);
  assign _067_ = $signed(base[285:275]) + $signed(products[259:250]);
  assign _068_ = $signed(base[296:286]) + $signed(products[269:260]);
  assign _069_ = $signed(base[307:297]) + $signed(products[279:270]);
  assign _070_ = $signed(base[318:308]) + $signed(products[289:280]);
  assign _071_ = $signed(base[329:319]) + $signed(products[299:290]);
  assign _072_ = $signed(base[340:330]) + $signed(products[309:300]);
  assign _073_ = $signed(base[351:341]) + $signed(products[319:310]);
  assign _074_ = closes_step_3 | closes_sample_3;
  assign _075_ = valid_3 & _074_;
  assign _011_ = ! output__valid;
  assign _076_ = full & _011_;
  assign _077_ = output__valid & output__ready;
  assign _078_ = output__valid - 1'h1;
  always @(posedge clk)
    if (rst) index <= 4'h0;
    else if (taken) index <= _084_;
  always @(posedge clk)
    if (rst) valid_1 <= 1'h0;
    else if (input__ready) valid_1 <= taken;
  always @(posedge clk)
    if (rst) closes_step_1 <= 1'h0;
    else if (input__ready) closes_step_1 <= input__payload[6];
  always @(posedge clk)
    if (rst) closes_sample_1 <= 1'h0;
    else if (input__ready) closes_sample_1 <= input__payload[7];
  always @(posedge clk)
    if (rst) counts_0 <= 1'h0;
    else if (input__ready) counts_0 <= _004_;
  always @(posedge clk)
    if (rst) row_0 <= 192'h000000000000000000000000000000000000000000000000;
    else if (input__ready) row_0 <= _005_;
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
    if (rst) early <= 5'h00;
    else if (input__ready) early <= input__payload[4:0];
  always @(posedge clk)
    if (rst) factor <= 5'h00;
    else if (input__ready) factor <= early;
  always @(posedge clk)
    if (rst) products <= 320'h00000000000000000000000000000000000000000000000000000000000000000000000000000000;
    else if (input__ready) products <= { _038_[9:0], _037_[9:0], _036_[9:0], _035_[9:0], _034_[9:0], _033_[9:0], _032_[9:0], _031_[9:0], _030_[9:0], _029_[9:0], _028_[9:0], _027_[9:0], _026_[9:0], _025_[9:0], _024_[9:0], _023_[9:0], _022_[9:0], _021_[9:0], _020_[9:0], _019_[9:0], _018_[9:0], _017_[9:0], _016_[9:0], _015_[9:0], _014_[9:0], _013_[9:0], _012_[9:0], _010_[9:0], _009_[9:0], _008_[9:0], _007_[9:0], _006_[9:0] };
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
    if (rst) sums <= 352'h1100601c038fc1f2004098ee004004008fe1f63d4008011f400405801002004038031ee3d4040011f6004018;
    else if (_040_) sums <= { _073_[10:0], _072_[10:0], _071_[10:0], _070_[10:0], _069_[10:0], _068_[10:0], _067_[10:0], _066_[10:0], _065_[10:0], _064_[10:0], _063_[10:0], _061_[10:0], _060_[10:0], _059_[10:0], _058_[10:0], _057_[10:0], _056_[10:0], _055_[10:0], _054_[10:0], _053_[10:0], _052_[10:0], _051_[10:0], _050_[10:0], _049_[10:0], _048_[10:0], _047_[10:0], _046_[10:0], _045_[10:0], _044_[10:0], _043_[10:0], _042_[10:0], _041_[10:0] };
  always @(posedge clk)
    if (rst) full <= 1'h0;
    else if (input__ready) full <= _075_;
  always @(posedge clk)
    if (rst) step <= 1'h0;
    else if (input__ready) step <= closes_step_3;
  always @(posedge clk)
    if (rst) sample <= 1'h0;
    else if (input__ready) sample <= closes_sample_3;
  always @(posedge clk)
    if (rst) waiting <= 352'h0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000;
    else waiting <= _082_;
  always @(posedge clk)
    if (rst) output__valid <= 1'h0;
    else output__valid <= _080_;
  always @(posedge clk)
    if (rst) waiting_step <= 1'h0;
    else if (_076_) waiting_step <= step;
  always @(posedge clk)
    if (rst) waiting_sample <= 1'h0;
    else if (_076_) waiting_sample <= sample;
  assign _079_ = _077_ ? _078_[0] : output__valid;
  assign _080_ = _076_ ? 1'h1 : _079_;
  assign _081_ = _077_ ? 352'h0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000 : waiting;
  assign _082_ = _076_ ? sums : _081_;
  assign _083_ = _003_ ? _001_[3:0] : index;
  assign _084_ = _062_ ? 4'h0 : _083_;
  assign output__payload = { output__payload_end_of_sample , output__payload_end_of_step , waiting_step, waiting };
endmodule

module digits_bmru__memory__units(input__valid, output__ready, clk, rst, input__ready, output__payload, output__valid, input__payload);
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
  output [130:0] output__payload;
  reg [130:0] output__payload;
  output output__valid;
  reg output__valid;
  input [354:0] input__payload;
  wire [354:0] input__payload;
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
  wire _027_;
  wire _028_;
  wire _029_;
  wire _030_;
  wire _031_;
  wire _032_;
  wire _033_;
  wire _034_;
  wire _035_;
  wire _036_;
  wire _037_;
  wire _038_;
  wire _039_;
  wire _040_;
  wire _041_;
  wire [3:0] _042_;
  wire [3:0] _043_;
  wire [3:0] _044_;
  wire _045_;
  wire [3:0] _046_;
  wire [3:0] _047_;
  wire [3:0] _048_;
  wire [3:0] _049_;
  wire [3:0] _050_;
  wire [3:0] _051_;
  wire [3:0] _052_;
  wire [3:0] _053_;
  wire [3:0] _054_;
  wire [3:0] _055_;
  wire _056_;
  wire [3:0] _057_;
  wire [3:0] _058_;
  wire [3:0] _059_;
  wire [3:0] _060_;
  wire [3:0] _061_;
  wire [3:0] _062_;
  wire [3:0] _063_;
  wire [3:0] _064_;
  wire [3:0] _065_;
  wire [3:0] _066_;
  wire _067_;
  wire [3:0] _068_;
  wire [3:0] _069_;
  wire [3:0] _070_;
  wire [3:0] _071_;
  wire [3:0] _072_;
  wire [3:0] _073_;
  wire [3:0] _074_;
  wire [3:0] _075_;
  wire [3:0] _076_;
  wire _077_;
  wire _078_;
  wire _079_;
  wire _080_;
  wire _081_;
  wire _082_;
  wire _083_;
  wire _084_;
  wire _085_;
  wire _086_;
  wire _087_;
  wire _088_;
  wire _089_;
  wire _090_;
  wire _091_;
  wire _092_;
  wire _093_;
  wire _094_;
  wire _095_;
  wire _096_;
  wire _097_;
  wire _098_;
  wire _099_;
  wire _100_;
  wire _101_;
  wire _102_;
  wire _103_;
  wire _104_;
  wire _105_;
  wire _106_;
  wire _107_;
  wire _108_;
  wire _109_;
  wire _110_;
  wire _111_;
  wire _112_;
  wire _113_;
  wire _114_;
  wire _115_;
  wire _116_;
  wire _117_;
  wire _118_;
  wire _119_;
  wire _120_;
  wire _121_;
  wire _122_;
  wire _123_;
  wire _124_;
  wire _125_;
  wire _126_;
  wire _127_;
  wire _128_;
  wire _129_;
  wire _130_;
  wire _131_;
  wire _132_;
  wire _133_;
  wire _134_;
  wire _135_;
  wire _136_;
  wire _137_;
  wire _138_;
  wire _139_;
  wire _140_;
  wire _141_;
  wire _142_;
  wire _143_;
  wire _144_;
  wire _145_;
  wire _146_;
  wire _147_;
  wire _148_;
  wire _149_;
  wire _150_;
  wire _151_;
  wire _152_;
  wire _153_;
  wire _154_;
  wire _155_;
  wire _156_;
  wire _157_;
  wire _158_;
  wire _159_;
  wire _160_;
  wire _161_;
  wire _162_;
  wire _163_;
  wire accept;
  reg fresh;
  reg group_done;
  reg [31:0] state;
  wire state_0;
  wire state_1;
  wire state_10;
  wire state_11;
  wire state_12;
  wire state_13;
  wire state_14;
  wire state_15;
  wire state_16;
  wire state_17;
  wire state_18;
  wire state_19;
  wire state_2;
  wire state_20;
  wire state_21;
  wire state_22;
  wire state_23;
  wire state_24;
  wire state_25;
  wire state_26;
  wire state_27;
  wire state_28;
  wire state_29;
  wire state_3;
  wire state_30;
  wire state_31;
  wire state_4;
  wire state_5;
  wire state_6;
  wire state_7;
  wire state_8;
  wire state_9;
  wire updated;
  assign _000_ = ~ output__valid;
  assign input__ready = _000_ | output__ready;
  assign accept = input__valid & input__ready;
  assign _120_ = $signed(input__payload[10:0]) >= $signed(9'h080);
  assign _131_ = $signed(input__payload[10:0]) <= $signed(8'h40);
  assign _142_ = fresh ? 1'h0 : state[0];
  assign _153_ = _131_ ? 1'h0 : _142_;
  assign state_0 = _120_ ? 1'h1 : _153_;
  assign _001_ = $signed(input__payload[21:11]) >= $signed(6'h10);
  assign _012_ = $signed(input__payload[21:11]) <= $signed(5'h08);
  assign _023_ = fresh ? 1'h0 : state[1];
  assign _034_ = _012_ ? 1'h0 : _023_;
  assign state_1 = _001_ ? 1'h1 : _034_;
  assign _045_ = $signed(input__payload[32:22]) >= $signed(8'h60);
  assign _056_ = $signed(input__payload[32:22]) <= $signed(7'h30);
  assign _067_ = fresh ? 1'h0 : state[2];
  assign _077_ = _056_ ? 1'h0 : _067_;
  assign state_2 = _045_ ? 1'h1 : _077_;
  assign _078_ = $signed(input__payload[43:33]) >= $signed(6'h10);
  assign _079_ = $signed(input__payload[43:33]) <= $signed(5'h08);
  assign _080_ = fresh ? 1'h0 : state[3];
  assign _081_ = _079_ ? 1'h0 : _080_;
  assign state_3 = _078_ ? 1'h1 : _081_;
  assign _082_ = $signed(input__payload[54:44]) >= $signed(8'h70);
  assign _083_ = $signed(input__payload[54:44]) <= $signed(5'h08);
  assign _084_ = fresh ? 1'h0 : state[4];
  assign _085_ = _083_ ? 1'h0 : _084_;
  assign state_4 = _082_ ? 1'h1 : _085_;
  assign _086_ = $signed(input__payload[65:55]) >= $signed(8'h78);
  assign _087_ = $signed(input__payload[65:55]) <= $signed(8'h70);
  assign _088_ = fresh ? 1'h0 : state[5];
  assign _089_ = _087_ ? 1'h0 : _088_;
  assign state_5 = _086_ ? 1'h1 : _089_;
  assign _090_ = $signed(input__payload[76:66]) >= $signed(8'h70);
  assign _091_ = $signed(input__payload[76:66]) <= $signed(8'h68);
  assign _092_ = fresh ? 1'h0 : state[6];
  assign _093_ = _091_ ? 1'h0 : _092_;
  assign state_6 = _090_ ? 1'h1 : _093_;
  assign _094_ = $signed(input__payload[87:77]) >= $signed(7'h38);
  assign _095_ = $signed(input__payload[87:77]) <= $signed(6'h18);
  assign _096_ = fresh ? 1'h0 : state[7];
  assign _097_ = _095_ ? 1'h0 : _096_;
  assign state_7 = _094_ ? 1'h1 : _097_;
  assign _098_ = $signed(input__payload[98:88]) >= $signed(8'h50);
  assign _099_ = $signed(input__payload[98:88]) <= $signed(5'h08);
  assign _100_ = fresh ? 1'h0 : state[8];
  assign _101_ = _099_ ? 1'h0 : _100_;
  assign state_8 = _098_ ? 1'h1 : _101_;
  assign _102_ = $signed(input__payload[109:99]) >= $signed(6'h10);
  assign _103_ = $signed(input__payload[109:99]) <= $signed(5'h08);
  assign _104_ = fresh ? 1'h0 : state[9];
  assign _105_ = _103_ ? 1'h0 : _104_;
  assign state_9 = _102_ ? 1'h1 : _105_;
  assign _106_ = $signed(input__payload[120:110]) >= $signed(6'h10);
  assign _107_ = $signed(input__payload[120:110]) <= $signed(5'h08);
  assign _108_ = fresh ? 1'h0 : state[10];
  assign _109_ = _107_ ? 1'h0 : _108_;
  assign state_10 = _106_ ? 1'h1 : _109_;
  assign _110_ = $signed(input__payload[131:121]) >= $signed(6'h18);
  assign _111_ = $signed(input__payload[131:121]) <= $signed(5'h08);
  assign _112_ = fresh ? 1'h0 : state[11];
  assign _113_ = _111_ ? 1'h0 : _112_;
  assign state_11 = _110_ ? 1'h1 : _113_;
  assign _114_ = $signed(input__payload[142:132]) >= $signed(9'h080);
  assign _115_ = $signed(input__payload[142:132]) <= $signed(5'h08);
  assign _116_ = fresh ? 1'h0 : state[12];
  assign _117_ = _115_ ? 1'h0 : _116_;
  assign state_12 = _114_ ? 1'h1 : _117_;
  assign _118_ = $signed(input__payload[153:143]) >= $signed(6'h10);
  assign _119_ = $signed(input__payload[153:143]) <= $signed(5'h08);
  assign _121_ = fresh ? 1'h0 : state[13];
  assign _122_ = _119_ ? 1'h0 : _121_;
  assign state_13 = _118_ ? 1'h1 : _122_;
  assign _123_ = $signed(input__payload[164:154]) >= $signed(10'h108);
  assign _124_ = $signed(input__payload[164:154]) <= $signed(7'h28);
  assign _125_ = fresh ? 1'h0 : state[14];
  assign _126_ = _124_ ? 1'h0 : _125_;
  assign state_14 = _123_ ? 1'h1 : _126_;
  assign _127_ = $signed(input__payload[175:165]) >= $signed(7'h30);
  assign _128_ = $signed(input__payload[175:165]) <= $signed(7'h28);
  assign _129_ = fresh ? 1'h0 : state[15];
  assign _130_ = _128_ ? 1'h0 : _129_;
  assign state_15 = _127_ ? 1'h1 : _130_;
  assign _132_ = $signed(input__payload[186:176]) >= $signed(6'h10);
  assign _133_ = $signed(input__payload[186:176]) <= $signed(5'h08);
  assign _134_ = fresh ? 1'h0 : state[16];
  assign _135_ = _133_ ? 1'h0 : _134_;
  assign state_16 = _132_ ? 1'h1 : _135_;
  assign _136_ = $signed(input__payload[197:187]) >= $signed(8'h50);
  assign _137_ = $signed(input__payload[197:187]) <= $signed(8'h48);
  assign _138_ = fresh ? 1'h0 : state[17];
  assign _139_ = _137_ ? 1'h0 : _138_;
  assign state_17 = _136_ ? 1'h1 : _139_;
  assign _140_ = $signed(input__payload[208:198]) >= $signed(9'h0b0);
  assign _141_ = $signed(input__payload[208:198]) <= $signed(7'h30);
  assign _143_ = fresh ? 1'h0 : state[18];
  assign _144_ = _141_ ? 1'h0 : _143_;
  assign state_18 = _140_ ? 1'h1 : _144_;
  assign _145_ = $signed(input__payload[219:209]) >= $signed(10'h108);
  assign _146_ = $signed(input__payload[219:209]) <= $signed(6'h10);
  assign _147_ = fresh ? 1'h0 : state[19];
  assign _148_ = _146_ ? 1'h0 : _147_;
  assign state_19 = _145_ ? 1'h1 : _148_;
  assign _149_ = $signed(input__payload[230:220]) >= $signed(8'h48);
  assign _150_ = $signed(input__payload[230:220]) <= $signed(6'h10);
  assign _151_ = fresh ? 1'h0 : state[20];
  assign _152_ = _150_ ? 1'h0 : _151_;
  assign state_20 = _149_ ? 1'h1 : _152_;
  assign _154_ = $signed(input__payload[241:231]) >= $signed(7'h20);
  assign _155_ = $signed(input__payload[241:231]) <= $signed(6'h10);
  assign _156_ = fresh ? 1'h0 : state[21];
  assign _157_ = _155_ ? 1'h0 : _156_;
  assign state_21 = _154_ ? 1'h1 : _157_;
  assign _158_ = $signed(input__payload[252:242]) >= $signed(9'h0b0);
  assign _159_ = $signed(input__payload[252:242]) <= $signed(6'h10);
  assign _160_ = fresh ? 1'h0 : state[22];
  assign _161_ = _159_ ? 1'h0 : _160_;
  assign state_22 = _158_ ? 1'h1 : _161_;
  assign _162_ = $signed(input__payload[263:253]) >= $signed(9'h088);
  assign _163_ = $signed(input__payload[263:253]) <= $signed(9'h080);
  assign _002_ = fresh ? 1'h0 : state[23];
  assign _003_ = _163_ ? 1'h0 : _002_;
  assign state_23 = _162_ ? 1'h1 : _003_;
  assign _004_ = $signed(input__payload[274:264]) >= $signed(9'h0b0);
  assign _005_ = $signed(input__payload[274:264]) <= $signed(5'h08);
  assign _006_ = fresh ? 1'h0 : state[24];
  assign _007_ = _005_ ? 1'h0 : _006_;
  assign state_24 = _004_ ? 1'h1 : _007_;
  assign _008_ = $signed(input__payload[285:275]) >= $signed(6'h10);
  assign _009_ = $signed(input__payload[285:275]) <= $signed(5'h08);
  assign _010_ = fresh ? 1'h0 : state[25];
  assign _011_ = _009_ ? 1'h0 : _010_;
  assign state_25 = _008_ ? 1'h1 : _011_;
  assign _013_ = $signed(input__payload[296:286]) >= $signed(8'h40);
  assign _014_ = $signed(input__payload[296:286]) <= $signed(7'h38);
  assign _015_ = fresh ? 1'h0 : state[26];
  assign _016_ = _014_ ? 1'h0 : _015_;
  assign state_26 = _013_ ? 1'h1 : _016_;
  assign _017_ = $signed(input__payload[307:297]) >= $signed(8'h70);
  assign _018_ = $signed(input__payload[307:297]) <= $signed(8'h50);
  assign _019_ = fresh ? 1'h0 : state[27];
  assign _020_ = _018_ ? 1'h0 : _019_;
  assign state_27 = _017_ ? 1'h1 : _020_;
  assign _021_ = $signed(input__payload[318:308]) >= $signed(8'h78);
  assign _022_ = $signed(input__payload[318:308]) <= $signed(5'h08);
  assign _024_ = fresh ? 1'h0 : state[28];
  assign _025_ = _022_ ? 1'h0 : _024_;
  assign state_28 = _021_ ? 1'h1 : _025_;
  assign _026_ = $signed(input__payload[329:319]) >= $signed(8'h48);
  assign _027_ = $signed(input__payload[329:319]) <= $signed(5'h08);
  assign _028_ = fresh ? 1'h0 : state[29];
  assign _029_ = _027_ ? 1'h0 : _028_;
  assign state_29 = _026_ ? 1'h1 : _029_;
  assign _030_ = $signed(input__payload[340:330]) >= $signed(8'h68);
  assign _031_ = $signed(input__payload[340:330]) <= $signed(7'h38);
  assign _032_ = fresh ? 1'h0 : state[30];
  assign _033_ = _031_ ? 1'h0 : _032_;
  assign state_30 = _030_ ? 1'h1 : _033_;
  assign _035_ = $signed(input__payload[351:341]) >= $signed(9'h0e8);
  assign _036_ = $signed(input__payload[351:341]) <= $signed(5'h08);
  assign _037_ = fresh ? 1'h0 : state[31];
  assign _038_ = _036_ ? 1'h0 : _037_;
  assign state_31 = _035_ ? 1'h1 : _038_;
  assign _039_ = input__ready & accept;
  assign updated = _039_ & input__payload[352];
  assign _040_ = input__payload[353] | input__payload[354];
  assign _041_ = accept & _040_;
  assign _042_ = state_0 ? 4'h8 : 4'h0;
  assign _043_ = state_1 ? 4'h8 : 4'h0;
  assign _044_ = state_2 ? 4'h8 : 4'h0;
  assign _046_ = state_3 ? 4'h8 : 4'h0;
  assign _047_ = state_4 ? 4'h8 : 4'h0;
  assign _048_ = state_5 ? 4'h8 : 4'h0;
  assign _049_ = state_6 ? 4'h8 : 4'h0;
  assign _050_ = state_7 ? 4'h8 : 4'h0;
  assign _051_ = state_8 ? 4'h8 : 4'h0;
  assign _052_ = state_9 ? 4'h8 : 4'h0;
  assign _053_ = state_10 ? 4'h8 : 4'h0;
  assign _054_ = state_11 ? 4'h8 : 4'h0;
  assign _055_ = state_12 ? 4'h8 : 4'h0;
  assign _057_ = state_13 ? 4'h8 : 4'h0;
  assign _058_ = state_14 ? 4'h8 : 4'h0;
  assign _059_ = state_15 ? 4'h8 : 4'h0;
  assign _060_ = state_16 ? 4'h8 : 4'h0;
  assign _061_ = state_17 ? 4'h8 : 4'h0;
  assign _062_ = state_18 ? 4'h8 : 4'h0;
  assign _063_ = state_19 ? 4'h8 : 4'h0;
  assign _064_ = state_20 ? 4'h8 : 4'h0;
  assign _065_ = state_21 ? 4'h8 : 4'h0;
  assign _066_ = state_22 ? 4'h8 : 4'h0;
  assign _068_ = state_23 ? 4'h8 : 4'h0;
  assign _069_ = state_24 ? 4'h8 : 4'h0;
  assign _070_ = state_25 ? 4'h8 : 4'h0;
  assign _071_ = state_26 ? 4'h8 : 4'h0;
  assign _072_ = state_27 ? 4'h8 : 4'h0;
  assign _073_ = state_28 ? 4'h8 : 4'h0;
  assign _074_ = state_29 ? 4'h8 : 4'h0;
  assign _075_ = state_30 ? 4'h8 : 4'h0;
  assign _076_ = state_31 ? 4'h8 : 4'h0;
  always @(posedge clk)
    if (rst) fresh <= 1'h1;
    else if (_041_) fresh <= input__payload[354];
  always @(posedge clk)
    if (rst) group_done <= 1'h0;
    else group_done <= updated;
  always @(posedge clk)
    if (rst) output__valid <= 1'h0;
    else if (input__ready) output__valid <= accept;
  always @(posedge clk)
    if (rst) output__payload <= 131'h000000000000000000000000000000000;
    else if (input__ready) output__payload <= { input__payload[354:352], _076_, _075_, _074_, _073_, _072_, _071_, _070_, _069_, _068_, _066_, _065_, _064_, _063_, _062_, _061_, _060_, _059_, _058_, _057_, _055_, _054_, _053_, _052_, _051_, _050_, _049_, _048_, _047_, _046_, _044_, _043_, _042_ };
  always @(posedge clk)
    if (rst) state <= 32'd0;
    else if (updated) state <= { state_31, state_30, state_29, state_28, state_27, state_26, state_25, state_24, state_23, state_22, state_21, state_20, state_19, state_18, state_17, state_16, state_15, state_14, state_13, state_12, state_11, state_10, state_9, state_8, state_7, state_6, state_5, state_4, state_3, state_2, state_1, state_0 };
endmodule

module digits_bmru__mix(input__valid, output__ready, clk, rst, input__ready, output__payload, output__valid, input__payload);
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
  output [11:0] output__payload;
  wire [11:0] output__payload;
  output output__valid;
  wire output__valid;
  input [6:0] input__payload;
  wire [6:0] input__payload;
  wire [146:0] sender__input__payload;
  wire sender__input__ready;
  wire sender__input__valid;
  wire [178:0] sums__output__payload;
  wire sums__output__ready;
  wire sums__output__valid;
  digits_bmru__mix__sender sender (
    .clk(clk),
    .input__payload(sender__input__payload),
    .input__ready(sender__input__ready),
    .input__valid(sender__input__valid),
    .output__payload(output__payload),
    .output__ready(output__ready),
    .output__valid(output__valid),
    .rst(rst)
  );
  digits_bmru__mix__sums sums (
    .clk(clk),
    .input__payload(input__payload),
    .input__ready(input__ready),
    .input__valid(input__valid),
    .output__payload(sums__output__payload),
    .output__ready(sums__output__ready),
    .output__valid(sums__output__valid),
    .rst(rst)
  );
  digits_bmru__mix__units units (
    .input__payload(sums__output__payload),
    .input__ready(sums__output__ready),
    .input__valid(sums__output__valid),
    .output__payload(sender__input__payload),
    .output__ready(sender__input__ready),
    .output__valid(sender__input__valid)
  );
endmodule

module digits_bmru__mix__sender(input__valid, output__ready, clk, rst, input__ready, output__payload, output__valid, input__payload);
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
  output [11:0] output__payload;
  wire [11:0] output__payload;
  output output__valid;
  reg output__valid;
  input [146:0] input__payload;
  wire [146:0] input__payload;
  wire _00_;
  wire _01_;
  wire [4:0] _02_;
  wire _03_;
  wire [3:0] _04_;
  wire [3:0] _05_;
  wire [143:0] _06_;
  wire [143:0] _07_;
  wire _08_;
  wire _09_;
  reg closes_step;
  wire last;
  reg [3:0] left;
  wire output__payload_end_of_sample ;
  wire output__payload_end_of_step ;
  reg sample;
  reg step;
  reg [143:0] values;
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
    if (rst) values <= 144'h000000000000000000000000000000000000;
    else values <= _07_;
  always @(posedge clk)
    if (rst) left <= 4'h0;
    else left <= _05_;
  always @(posedge clk)
    if (rst) step <= 1'h0;
    else if (!output__valid) step <= input__payload[144];
  always @(posedge clk)
    if (rst) closes_step <= 1'h0;
    else if (!output__valid) closes_step <= input__payload[145];
  always @(posedge clk)
    if (rst) sample <= 1'h0;
    else if (!output__valid) sample <= input__payload[146];
  assign _04_ = output__ready ? _02_[3:0] : left;
  assign _05_ = output__valid ? _04_ : 4'hf;
  assign _06_ = output__ready ? { 9'h000, values[143:9] } : values;
  assign _07_ = output__valid ? _06_ : input__payload[143:0];
  assign _08_ = output__ready ? _03_ : 1'h1;
  assign _09_ = output__valid ? _08_ : input__valid;
  assign output__payload = { output__payload_end_of_sample , output__payload_end_of_step , step, values[8:0] };
endmodule

module digits_bmru__mix__sums(input__valid, output__ready, clk, rst, input__ready, output__payload, output__valid, input__payload);
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
  output [178:0] output__payload;
  wire [178:0] output__payload;
  output output__valid;
  reg output__valid;
  input [6:0] input__payload;
  wire [6:0] input__payload;
  wire _000_;
  wire [6:0] _001_;
  wire _002_;
  wire _003_;
  wire _004_;
  wire [95:0] _005_;
  wire [9:0] _006_;
  wire [9:0] _007_;
  wire [9:0] _008_;
  wire [9:0] _009_;
  wire [9:0] _010_;
  wire _011_;
  wire [9:0] _012_;
  wire [9:0] _013_;
  wire [9:0] _014_;
  wire [9:0] _015_;
  wire [9:0] _016_;
  wire [9:0] _017_;
  wire [9:0] _018_;
  wire [9:0] _019_;
  wire [9:0] _020_;
  wire [9:0] _021_;
  wire [9:0] _022_;
  wire _023_;
  wire _024_;
  wire [11:0] _025_;
  wire [11:0] _026_;
  wire [11:0] _027_;
  wire [11:0] _028_;
  wire [11:0] _029_;
  wire [11:0] _030_;
  wire [11:0] _031_;
  wire [11:0] _032_;
  wire [11:0] _033_;
  wire [11:0] _034_;
  wire [11:0] _035_;
  wire [11:0] _036_;
  wire [11:0] _037_;
  wire [11:0] _038_;
  wire [11:0] _039_;
  wire [11:0] _040_;
  wire _041_;
  wire _042_;
  wire _043_;
  wire _044_;
  wire [1:0] _045_;
  wire _046_;
  wire _047_;
  wire _048_;
  wire [175:0] _049_;
  wire [175:0] _050_;
  wire [5:0] _051_;
  wire [5:0] _052_;
  wire [175:0] base;
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
  reg [5:0] index;
  wire output__payload_end_of_sample ;
  wire output__payload_end_of_step ;
  reg [143:0] products;
  wire [95:0] read__data;
  reg [95:0] row_0;
  reg sample;
  reg step;
  reg [175:0] sums;
  wire taken;
  reg valid_1;
  reg valid_2;
  reg valid_3;
  reg [175:0] waiting;
  reg waiting_sample;
  reg waiting_step;
  reg [95:0] weights [31:0];
  initial begin
    weights[0] = 96'h000000000000000000000000;
    weights[1] = 96'h03b0c0000000ec7c8413f03c;
    weights[2] = 96'h000000000000000000000000;
    weights[3] = 96'h03a080cc4ec018bf00032e80;
    weights[4] = 96'hc800c6fc1200e00049e06fc8;
    weights[5] = 96'h078f7204703f040d3eec5e88;
    weights[6] = 96'h039fc9100040180f8004100e;
    weights[7] = 96'h03e07fe830b8e00f790ba03d;
    weights[8] = 96'h000044e7d27b040ec7000036;
    weights[9] = 96'h03c28003f000040ec8200039;
    weights[10] = 96'h001fbde00c80004f40179e80;
    weights[11] = 96'h28503507f000d46340000f00;
    weights[12] = 96'h03d1f8001041f3c10edca186;
    weights[13] = 96'h047fc0000007fc0fc0005d00;
    weights[14] = 96'hd8c03a004efd07ef4218413f;
    weights[15] = 96'h03f2060bd03b000206ffdd79;
    weights[16] = 96'h042078b3d003f85e4007a0c0;
    weights[17] = 96'hfb9fc000003f00013cd3e0c0;
    weights[18] = 96'h23c00000003b00000000003f;
    weights[19] = 96'hfd338603ffc3120078180140;
    weights[20] = 96'h002005f40000000ec0040000;
    weights[21] = 96'h00bffef003c6fc0080000ec0;
    weights[22] = 96'h1400093be000000e7de841c2;
    weights[23] = 96'hff5e4100903e0b80bed400bd;
    weights[24] = 96'h0fb0c01ba00003ef00f401fe;
    weights[25] = 96'h002004000000f80040100e73;
    weights[26] = 96'h039e011fd02a27f200001ebd;
    weights[27] = 96'h0800030b500800003d003085;
    weights[28] = 96'hfc0142e8103e081003044e45;
    weights[29] = 96'h00400300c1c8000080001000;
    weights[30] = 96'h000b3d03e084dfd03bd83081;
    weights[31] = 96'hfc00803000bcf401bfff8f40;
  end
  reg [95:0] _134_;
  always @(posedge clk) begin
    if (input__ready) begin
      _134_ <= weights[index[4:0]];
    end
  end
  assign read__data = _134_;
  assign _008_ = $signed(row_0[17:12]) * $signed({ 1'h0, factor });
  assign _009_ = $signed(row_0[23:18]) * $signed({ 1'h0, factor });
  assign _010_ = $signed(row_0[29:24]) * $signed({ 1'h0, factor });
  assign _012_ = $signed(row_0[35:30]) * $signed({ 1'h0, factor });
  assign _013_ = $signed(row_0[41:36]) * $signed({ 1'h0, factor });
  assign _014_ = $signed(row_0[47:42]) * $signed({ 1'h0, factor });
  assign _015_ = $signed(row_0[53:48]) * $signed({ 1'h0, factor });
  assign _016_ = $signed(row_0[59:54]) * $signed({ 1'h0, factor });
  assign _017_ = $signed(row_0[65:60]) * $signed({ 1'h0, factor });
  assign _018_ = $signed(row_0[71:66]) * $signed({ 1'h0, factor });
  assign _019_ = $signed(row_0[77:72]) * $signed({ 1'h0, factor });
  assign _020_ = $signed(row_0[83:78]) * $signed({ 1'h0, factor });
  assign _021_ = $signed(row_0[89:84]) * $signed({ 1'h0, factor });
  assign _022_ = $signed(row_0[95:90]) * $signed({ 1'h0, factor });
  assign _023_ = full | valid_3;
  assign _024_ = input__ready & _023_;
  assign _025_ = $signed(base[10:0]) + $signed(products[8:0]);
  assign _026_ = $signed(base[21:11]) + $signed(products[17:9]);
  assign _027_ = $signed(base[32:22]) + $signed(products[26:18]);
  assign _028_ = $signed(base[43:33]) + $signed(products[35:27]);
  assign _029_ = $signed(base[54:44]) + $signed(products[44:36]);
  assign _030_ = $signed(base[65:55]) + $signed(products[53:45]);
  assign _031_ = $signed(base[76:66]) + $signed(products[62:54]);
  assign _032_ = $signed(base[87:77]) + $signed(products[71:63]);
  assign _033_ = $signed(base[98:88]) + $signed(products[80:72]);
  assign _034_ = $signed(base[109:99]) + $signed(products[89:81]);
  assign _035_ = $signed(base[120:110]) + $signed(products[98:90]);
  assign _036_ = $signed(base[131:121]) + $signed(products[107:99]);
  assign _037_ = $signed(base[142:132]) + $signed(products[116:108]);
  assign _038_ = $signed(base[153:143]) + $signed(products[125:117]);
  assign _039_ = $signed(base[164:154]) + $signed(products[134:126]);
  assign _040_ = $signed(base[175:165]) + $signed(products[143:135]);
  assign _041_ = closes_step_3 | closes_sample_3;
  assign _042_ = valid_3 & _041_;
  assign _011_ = ! output__valid;
  assign _043_ = full & _011_;
  assign _044_ = output__valid & output__ready;
  assign _045_ = output__valid - 1'h1;
  assign taken = input__valid & input__ready;
  assign base = full ? 176'h011fc3e47d0f91f23e4008fd01a0007d8081f83fc7e0 : sums;
  assign _000_ = ~ full;
  assign input__ready = _000_ | _011_;
  assign output__payload_end_of_step  = waiting_step & output__valid;
  assign output__payload_end_of_sample  = waiting_sample & output__valid;
  assign _046_ = input__payload[5] | input__payload[6];
  assign _001_ = index + 1'h1;
  assign _002_ = index < 6'h20;
  assign _003_ = input__payload[4] & _002_;
  assign _004_ = taken & _003_;
  assign _005_ = counts_0 ? read__data : 96'h000000000000000000000000;
  assign _006_ = $signed(row_0[5:0]) * $signed({ 1'h0, factor });
  assign _007_ = $signed(row_0[11:6]) * $signed({ 1'h0, factor });
  always @(posedge clk)
    if (rst) index <= 6'h00;
    else if (taken) index <= _052_;
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
    else if (input__ready) counts_0 <= _004_;
  always @(posedge clk)
    if (rst) row_0 <= 96'h000000000000000000000000;
    else if (input__ready) row_0 <= _005_;
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
    if (rst) products <= 144'h000000000000000000000000000000000000;
    else if (input__ready) products <= { _022_[8:0], _021_[8:0], _020_[8:0], _019_[8:0], _018_[8:0], _017_[8:0], _016_[8:0], _015_[8:0], _014_[8:0], _013_[8:0], _012_[8:0], _010_[8:0], _009_[8:0], _008_[8:0], _007_[8:0], _006_[8:0] };
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
    if (rst) sums <= 176'h011fc3e47d0f91f23e4008fd01a0007d8081f83fc7e0;
    else if (_024_) sums <= { _040_[10:0], _039_[10:0], _038_[10:0], _037_[10:0], _036_[10:0], _035_[10:0], _034_[10:0], _033_[10:0], _032_[10:0], _031_[10:0], _030_[10:0], _029_[10:0], _028_[10:0], _027_[10:0], _026_[10:0], _025_[10:0] };
  always @(posedge clk)
    if (rst) full <= 1'h0;
    else if (input__ready) full <= _042_;
  always @(posedge clk)
    if (rst) step <= 1'h0;
    else if (input__ready) step <= closes_step_3;
  always @(posedge clk)
    if (rst) sample <= 1'h0;
    else if (input__ready) sample <= closes_sample_3;
  always @(posedge clk)
    if (rst) waiting <= 176'h00000000000000000000000000000000000000000000;
    else waiting <= _050_;
  always @(posedge clk)
    if (rst) output__valid <= 1'h0;
    else output__valid <= _048_;
  always @(posedge clk)
    if (rst) waiting_step <= 1'h0;
    else if (_043_) waiting_step <= step;
  always @(posedge clk)
    if (rst) waiting_sample <= 1'h0;
    else if (_043_) waiting_sample <= sample;
  assign _047_ = _044_ ? _045_[0] : output__valid;
  assign _048_ = _043_ ? 1'h1 : _047_;
  assign _049_ = _044_ ? 176'h00000000000000000000000000000000000000000000 : waiting;
  assign _050_ = _043_ ? sums : _049_;
  assign _051_ = _003_ ? _001_[5:0] : index;
  assign _052_ = _046_ ? 6'h00 : _051_;
  assign output__payload = { output__payload_end_of_sample , output__payload_end_of_step , waiting_step, waiting };
endmodule

module digits_bmru__mix__units(input__valid, output__ready, input__ready, output__payload, output__valid, input__payload);
  input input__valid;
  wire input__valid;
  input output__ready;
  wire output__ready;
  output input__ready;
  wire input__ready;
  output [146:0] output__payload;
  wire [146:0] output__payload;
  output output__valid;
  wire output__valid;
  input [178:0] input__payload;
  wire [178:0] input__payload;
  wire _00_;
  wire [10:0] _01_;
  wire _02_;
  wire [10:0] _03_;
  wire _04_;
  wire [10:0] _05_;
  wire _06_;
  wire [10:0] _07_;
  wire _08_;
  wire [10:0] _09_;
  wire _10_;
  wire [10:0] _11_;
  wire [10:0] _12_;
  wire _13_;
  wire [10:0] _14_;
  wire _15_;
  wire [10:0] _16_;
  wire _17_;
  wire [10:0] _18_;
  wire _19_;
  wire [10:0] _20_;
  wire _21_;
  wire _22_;
  wire [10:0] _23_;
  wire _24_;
  wire [10:0] _25_;
  wire [10:0] _26_;
  wire _27_;
  wire [10:0] _28_;
  wire _29_;
  wire [10:0] _30_;
  wire _31_;
  assign _00_ = $signed(input__payload[10:0]) > $signed(1'h0);
  assign { _11_[10:9], output__payload[8:0] } = _00_ ? input__payload[10:0] : 11'h000;
  assign _22_ = $signed(input__payload[21:11]) > $signed(1'h0);
  assign { _26_[10:9], output__payload[17:9] } = _22_ ? input__payload[21:11] : 11'h000;
  assign _27_ = $signed(input__payload[32:22]) > $signed(1'h0);
  assign { _28_[10:9], output__payload[26:18] } = _27_ ? input__payload[32:22] : 11'h000;
  assign _29_ = $signed(input__payload[43:33]) > $signed(1'h0);
  assign { _30_[10:9], output__payload[35:27] } = _29_ ? input__payload[43:33] : 11'h000;
  assign _31_ = $signed(input__payload[54:44]) > $signed(1'h0);
  assign { _01_[10:9], output__payload[44:36] } = _31_ ? input__payload[54:44] : 11'h000;
  assign _02_ = $signed(input__payload[65:55]) > $signed(1'h0);
  assign { _03_[10:9], output__payload[53:45] } = _02_ ? input__payload[65:55] : 11'h000;
  assign _04_ = $signed(input__payload[76:66]) > $signed(1'h0);
  assign { _05_[10:9], output__payload[62:54] } = _04_ ? input__payload[76:66] : 11'h000;
  assign _06_ = $signed(input__payload[87:77]) > $signed(1'h0);
  assign { _07_[10:9], output__payload[71:63] } = _06_ ? input__payload[87:77] : 11'h000;
  assign _08_ = $signed(input__payload[98:88]) > $signed(1'h0);
  assign { _09_[10:9], output__payload[80:72] } = _08_ ? input__payload[98:88] : 11'h000;
  assign _10_ = $signed(input__payload[109:99]) > $signed(1'h0);
  assign { _12_[10:9], output__payload[89:81] } = _10_ ? input__payload[109:99] : 11'h000;
  assign _13_ = $signed(input__payload[120:110]) > $signed(1'h0);
  assign { _14_[10:9], output__payload[98:90] } = _13_ ? input__payload[120:110] : 11'h000;
  assign _15_ = $signed(input__payload[131:121]) > $signed(1'h0);
  assign { _16_[10:9], output__payload[107:99] } = _15_ ? input__payload[131:121] : 11'h000;
  assign _17_ = $signed(input__payload[142:132]) > $signed(1'h0);
  assign { _18_[10:9], output__payload[116:108] } = _17_ ? input__payload[142:132] : 11'h000;
  assign _19_ = $signed(input__payload[153:143]) > $signed(1'h0);
  assign { _20_[10:9], output__payload[125:117] } = _19_ ? input__payload[153:143] : 11'h000;
  assign _21_ = $signed(input__payload[164:154]) > $signed(1'h0);
  assign { _23_[10:9], output__payload[134:126] } = _21_ ? input__payload[164:154] : 11'h000;
  assign _24_ = $signed(input__payload[175:165]) > $signed(1'h0);
  assign { _25_[10:9], output__payload[143:135] } = _24_ ? input__payload[175:165] : 11'h000;
  assign _25_[8:0] = output__payload[143:135];
  assign _23_[8:0] = output__payload[134:126];
  assign _20_[8:0] = output__payload[125:117];
  assign _18_[8:0] = output__payload[116:108];
  assign _16_[8:0] = output__payload[107:99];
  assign _14_[8:0] = output__payload[98:90];
  assign _12_[8:0] = output__payload[89:81];
  assign _09_[8:0] = output__payload[80:72];
  assign _07_[8:0] = output__payload[71:63];
  assign _05_[8:0] = output__payload[62:54];
  assign _03_[8:0] = output__payload[53:45];
  assign _01_[8:0] = output__payload[44:36];
  assign _30_[8:0] = output__payload[35:27];
  assign _28_[8:0] = output__payload[26:18];
  assign _26_[8:0] = output__payload[17:9];
  assign _11_[8:0] = output__payload[8:0];
  assign output__valid = input__valid;
  assign output__payload[146:144] = input__payload[178:176];
  assign input__ready = output__ready;
endmodule

module digits_bmru__readout(input__valid, output__ready, clk, rst, input__ready, output__payload, output__valid, input__payload);
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
  input [11:0] input__payload;
  wire [11:0] input__payload;
  wire [162:0] sender__input__payload;
  wire sender__input__ready;
  wire sender__input__valid;
  digits_bmru__readout__sender sender (
    .clk(clk),
    .input__payload(sender__input__payload),
    .input__ready(sender__input__ready),
    .input__valid(sender__input__valid),
    .output__payload(output__payload),
    .output__ready(output__ready),
    .output__valid(output__valid),
    .rst(rst)
  );
  digits_bmru__readout__sums sums (
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

module digits_bmru__readout__sender(input__valid, output__ready, clk, rst, input__ready, output__payload, output__valid, input__payload);
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
  input [162:0] input__payload;
  wire [162:0] input__payload;
  wire _00_;
  wire _01_;
  wire [4:0] _02_;
  wire _03_;
  wire _04_;
  wire _05_;
  wire [3:0] _06_;
  wire [3:0] _07_;
  wire [159:0] _08_;
  wire [159:0] _09_;
  wire _10_;
  wire _11_;
  reg closes_step;
  wire last;
  wire [3:0] left;
  wire output__payload_end_of_sample ;
  wire output__payload_end_of_step ;
  reg sample;
  reg step;
  reg [159:0] values;
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
    else output__valid <= _11_;
  always @(posedge clk)
    if (rst) values <= 160'h0000000000000000000000000000000000000000;
    else values <= _09_;
  reg [1:0] _22_;
  always @(posedge clk)
    if (rst) _22_ <= 2'h0;
    else _22_ <= { _07_[3], _07_[0] };
  assign { left[3], left[0] } = _22_;
  reg [1:0] _23_;
  always @(posedge clk)
    if (_05_) _23_ <= 2'h0;
    else if (output__ready) _23_ <= _02_[2:1];
  assign left[2:1] = _23_;
  always @(posedge clk)
    if (rst) step <= 1'h0;
    else if (!output__valid) step <= input__payload[160];
  always @(posedge clk)
    if (rst) closes_step <= 1'h0;
    else if (!output__valid) closes_step <= input__payload[161];
  always @(posedge clk)
    if (rst) sample <= 1'h0;
    else if (!output__valid) sample <= input__payload[162];
  assign _05_ = | { _04_, rst };
  assign _04_ = ~ output__valid;
  assign _06_ = output__ready ? _02_[3:0] : left;
  assign _07_ = output__valid ? _06_ : 4'h9;
  assign _08_ = output__ready ? { 16'h0000, values[159:16] } : values;
  assign _09_ = output__valid ? _08_ : input__payload[159:0];
  assign _10_ = output__ready ? _03_ : 1'h1;
  assign _11_ = output__valid ? _10_ : input__valid;
  assign output__payload = { output__payload_end_of_sample , output__payload_end_of_step , step, values[15:0] };
endmodule

module digits_bmru__readout__sums(input__valid, output__ready, clk, rst, input__ready, output__payload, output__valid, input__payload);
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
  output [162:0] output__payload;
  wire [162:0] output__payload;
  output output__valid;
  reg output__valid;
  input [11:0] input__payload;
  wire [11:0] input__payload;
  wire _000_;
  wire [5:0] _001_;
  wire _002_;
  wire _003_;
  wire _004_;
  wire [59:0] _005_;
  wire [14:0] _006_;
  wire [14:0] _007_;
  wire [14:0] _008_;
  wire [14:0] _009_;
  wire [14:0] _010_;
  wire _011_;
  wire [14:0] _012_;
  wire [14:0] _013_;
  wire [14:0] _014_;
  wire [14:0] _015_;
  wire [14:0] _016_;
  wire _017_;
  wire _018_;
  wire [16:0] _019_;
  wire [16:0] _020_;
  wire [16:0] _021_;
  wire [16:0] _022_;
  wire [16:0] _023_;
  wire [16:0] _024_;
  wire [16:0] _025_;
  wire [16:0] _026_;
  wire [16:0] _027_;
  wire [16:0] _028_;
  wire _029_;
  wire _030_;
  wire _031_;
  wire _032_;
  wire [1:0] _033_;
  wire _034_;
  wire [159:0] _035_;
  wire [159:0] _036_;
  wire [4:0] _037_;
  wire [4:0] _038_;
  wire _039_;
  wire _040_;
  wire [159:0] base;
  reg closes_sample_1;
  reg closes_sample_2;
  reg closes_sample_3;
  reg closes_step_1;
  reg closes_step_2;
  reg closes_step_3;
  reg counts_0;
  reg [8:0] early;
  reg [8:0] factor;
  reg full;
  reg [4:0] index;
  wire output__payload_end_of_sample ;
  wire output__payload_end_of_step ;
  reg [149:0] products;
  wire [59:0] read__data;
  reg [59:0] row_0;
  reg sample;
  reg step;
  reg [159:0] sums;
  wire taken;
  reg valid_1;
  reg valid_2;
  reg valid_3;
  reg [159:0] waiting;
  reg waiting_sample;
  reg waiting_step;
  reg [59:0] weights [15:0];
  initial begin
    weights[0] = 60'h0be1bd007007ff4;
    weights[1] = 60'h005dc01bd03f0bd;
    weights[2] = 60'h0fff800c4fb8f08;
    weights[3] = 60'h279000002f84f00;
    weights[4] = 60'h07d0000bcfc0300;
    weights[5] = 60'h0c9efff40002c85;
    weights[6] = 60'hf42e4be0bd38243;
    weights[7] = 60'h0400c4031f80037;
    weights[8] = 60'hf8000923e00003c;
    weights[9] = 60'h004ec0f80002dc5;
    weights[10] = 60'hf43000f7e1c01ff;
    weights[11] = 60'h03ef48f43dc6d84;
    weights[12] = 60'h0000000001f8d45;
    weights[13] = 60'h06f031140144ffa;
    weights[14] = 60'hf803000c0ffee02;
    weights[15] = 60'h00003ff80006200;
  end
  reg [59:0] _110_;
  always @(posedge clk) begin
    if (input__ready) begin
      _110_ <= weights[index[3:0]];
    end
  end
  assign read__data = _110_;
  assign _021_ = $signed(base[47:32]) + $signed(products[44:30]);
  assign _022_ = $signed(base[63:48]) + $signed(products[59:45]);
  assign _023_ = $signed(base[79:64]) + $signed(products[74:60]);
  assign _024_ = $signed(base[95:80]) + $signed(products[89:75]);
  assign _025_ = $signed(base[111:96]) + $signed(products[104:90]);
  assign _026_ = $signed(base[127:112]) + $signed(products[119:105]);
  assign _027_ = $signed(base[143:128]) + $signed(products[134:120]);
  assign _028_ = $signed(base[159:144]) + $signed(products[149:135]);
  assign _029_ = closes_step_3 | closes_sample_3;
  assign _030_ = valid_3 & _029_;
  assign _011_ = ! output__valid;
  assign _031_ = full & _011_;
  assign _032_ = output__valid & output__ready;
  assign _033_ = output__valid - 1'h1;
  assign taken = input__valid & input__ready;
  assign base = full ? 160'h000000000040ff40ff40ffc0000000000180fe80 : sums;
  assign _000_ = ~ full;
  assign input__ready = _000_ | _011_;
  assign output__payload_end_of_step  = waiting_step & output__valid;
  assign output__payload_end_of_sample  = waiting_sample & output__valid;
  assign _034_ = input__payload[10] | input__payload[11];
  assign _001_ = index + 1'h1;
  assign _002_ = index < 5'h10;
  assign _003_ = input__payload[9] & _002_;
  assign _004_ = taken & _003_;
  assign _005_ = counts_0 ? read__data : 60'h000000000000000;
  assign _006_ = $signed(row_0[5:0]) * $signed({ 1'h0, factor });
  assign _007_ = $signed(row_0[11:6]) * $signed({ 1'h0, factor });
  assign _008_ = $signed(row_0[17:12]) * $signed({ 1'h0, factor });
  assign _009_ = $signed(row_0[23:18]) * $signed({ 1'h0, factor });
  assign _010_ = $signed(row_0[29:24]) * $signed({ 1'h0, factor });
  assign _012_ = $signed(row_0[35:30]) * $signed({ 1'h0, factor });
  assign _013_ = $signed(row_0[41:36]) * $signed({ 1'h0, factor });
  assign _014_ = $signed(row_0[47:42]) * $signed({ 1'h0, factor });
  assign _015_ = $signed(row_0[53:48]) * $signed({ 1'h0, factor });
  assign _016_ = $signed(row_0[59:54]) * $signed({ 1'h0, factor });
  assign _017_ = full | valid_3;
  assign _018_ = input__ready & _017_;
  assign _019_ = $signed(base[15:0]) + $signed(products[14:0]);
  assign _020_ = $signed(base[31:16]) + $signed(products[29:15]);
  always @(posedge clk)
    if (rst) index <= 5'h00;
    else if (taken) index <= _038_;
  always @(posedge clk)
    if (rst) valid_1 <= 1'h0;
    else if (input__ready) valid_1 <= taken;
  always @(posedge clk)
    if (rst) closes_step_1 <= 1'h0;
    else if (input__ready) closes_step_1 <= input__payload[10];
  always @(posedge clk)
    if (rst) closes_sample_1 <= 1'h0;
    else if (input__ready) closes_sample_1 <= input__payload[11];
  always @(posedge clk)
    if (rst) counts_0 <= 1'h0;
    else if (input__ready) counts_0 <= _004_;
  always @(posedge clk)
    if (rst) row_0 <= 60'h000000000000000;
    else if (input__ready) row_0 <= _005_;
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
    if (rst) early <= 9'h000;
    else if (input__ready) early <= input__payload[8:0];
  always @(posedge clk)
    if (rst) factor <= 9'h000;
    else if (input__ready) factor <= early;
  always @(posedge clk)
    if (rst) products <= 150'h00000000000000000000000000000000000000;
    else if (input__ready) products <= { _016_, _015_, _014_, _013_, _012_, _010_, _009_, _008_, _007_, _006_ };
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
    if (rst) sums <= 160'h000000000040ff40ff40ffc0000000000180fe80;
    else if (_018_) sums <= { _028_[15:0], _027_[15:0], _026_[15:0], _025_[15:0], _024_[15:0], _023_[15:0], _022_[15:0], _021_[15:0], _020_[15:0], _019_[15:0] };
  always @(posedge clk)
    if (rst) full <= 1'h0;
    else if (input__ready) full <= _030_;
  always @(posedge clk)
    if (rst) step <= 1'h0;
    else if (input__ready) step <= closes_step_3;
  always @(posedge clk)
    if (rst) sample <= 1'h0;
    else if (input__ready) sample <= closes_sample_3;
  always @(posedge clk)
    if (rst) waiting <= 160'h0000000000000000000000000000000000000000;
    else waiting <= _036_;
  always @(posedge clk)
    if (rst) output__valid <= 1'h0;
    else output__valid <= _040_;
  always @(posedge clk)
    if (rst) waiting_step <= 1'h0;
    else if (_031_) waiting_step <= step;
  always @(posedge clk)
    if (rst) waiting_sample <= 1'h0;
    else if (_031_) waiting_sample <= sample;
  assign _035_ = _032_ ? 160'h0000000000000000000000000000000000000000 : waiting;
  assign _036_ = _031_ ? sums : _035_;
  assign _037_ = _003_ ? _001_[4:0] : index;
  assign _038_ = _034_ ? 5'h00 : _037_;
  assign _039_ = _032_ ? _033_[0] : output__valid;
  assign _040_ = _031_ ? 1'h1 : _039_;
  assign output__payload = { output__payload_end_of_sample , output__payload_end_of_step , waiting_step, waiting };
endmodule
