// codesign 0.1.0
// model keyword-bmru sha256:9dda0b08b98e4bda540f0816e0af879f38a97fbd53134f1b0736f6d6ffcf61a1
// configuration {"events_per_cycle": 8, "fold_black_frames": true, "longest_sample": 1024, "serial_sums": false, "units_per_cycle": 32}
// seed none

// Plays 3 samples into keyword_bmru; fails at the first answer that is not the integer twin's, and at
// the first step after which the states of a layer are not. Define ANSWERS_ONLY where the design has lost
// the names of its registers, as a netlist has.
`timescale 1ns / 1ns
module keyword_bmru_test;
  localparam ITEMS = 195, SAMPLES = 3, PATIENCE = 1248;

  reg clk = 0, rst = 1;
  reg [9:0] items [0:ITEMS - 1];
  reg [52:0] answers [0:SAMPLES - 1];
  integer item = 0, sample = 0, waited = 0;

  wire input_ready, output_valid;
  wire [52:0] output_payload;
  wire [9:0] input_payload = items[item];
  wire input_valid = !rst && item < ITEMS;
  wire output_ready = !rst;

  keyword_bmru dut (
    .clk(clk), .rst(rst),
    .input__payload(input_payload),
    .input__valid(input_valid),
    .input__ready(input_ready),
    .output__payload(output_payload),
    .output__valid(output_valid),
    .output__ready(output_ready)
  );

  always #5 clk = !clk;
  initial begin
    repeat (3) @(posedge clk);
    rst <= 0;
  end

  always @(posedge clk) if (!rst) begin
    waited <= waited + 1;
    if (input_valid && input_ready) begin
      item <= item + 1;
      waited <= 0;
    end
    if (output_valid) begin
      if (output_payload !== answers[sample])
        $fatal(1, "sample %0d: decision %0d, expected %0d; answer %h, expected %h", sample,
               output_payload[0:0], answers[sample][0:0], output_payload, answers[sample]);
      sample <= sample + 1;
      waited <= 0;
      if (sample == SAMPLES - 1) begin
`ifdef ANSWERS_ONLY
        $display("all %0d samples: decision and scores are those of the integer twin", SAMPLES);
`else
        $display("all %0d samples: states, decision and scores are those of the integer twin", SAMPLES);
`endif
        $finish;
      end
    end
    if (waited == PATIENCE)
      $fatal(1, "sample %0d: no answer, and no item taken for %0d cycles", sample, PATIENCE);
  end

`ifndef ANSWERS_ONLY
  // Layer memory1: sample, step and signature of its states; steps count from 0.
  reg [127:0] layer_1 [0:14];
  reg [63:0] layer_1_word = 0;
  integer layer_1_step = 0, layer_1_unit = 0, layer_1_lane;
  always @(posedge clk) if (!rst && dut.memory1.units.group_done) begin
    for (layer_1_lane = 0; layer_1_lane < 4; layer_1_lane = layer_1_lane + 1)
      if (layer_1_unit < 4) begin
        layer_1_word = (layer_1_word ^ dut.memory1.units.state[layer_1_lane * 1 +: 1]) * 64'h100000001b3;
        layer_1_unit = layer_1_unit + 1;
      end
    if (layer_1_unit == 4) begin
      if (layer_1_word !== layer_1[layer_1_step][63:0])
        $fatal(1, "sample %0d: layer memory1, step %0d: its states are not those of the twin",
               layer_1[layer_1_step][127:96], layer_1[layer_1_step][95:64]);
      layer_1_word = 0;
      layer_1_unit = 0;
      layer_1_step = layer_1_step + 1;
    end
  end
  initial begin
    layer_1[0] = {32'd0, 32'd0, 64'h000366000002e329};
    layer_1[1] = {32'd0, 32'd1, 64'h000366000002e329};
    layer_1[2] = {32'd0, 32'd2, 64'h000366000002e329};
    layer_1[3] = {32'd0, 32'd3, 64'h000366000002e329};
    layer_1[4] = {32'd0, 32'd4, 64'h08a6150004e51b82};
    layer_1[5] = {32'd0, 32'd5, 64'h000365000002e176};
    layer_1[6] = {32'd0, 32'd6, 64'h000366000002e329};
    layer_1[7] = {32'd0, 32'd7, 64'h000366000002e329};
    layer_1[8] = {32'd1, 32'd0, 64'h000366000002e329};
    layer_1[9] = {32'd1, 32'd1, 64'h000366000002e329};
    layer_1[10] = {32'd1, 32'd2, 64'h000366000002e329};
    layer_1[11] = {32'd1, 32'd3, 64'h000366000002e329};
    layer_1[12] = {32'd1, 32'd4, 64'h000366000002e329};
    layer_1[13] = {32'd2, 32'd0, 64'h000366000002e329};
    layer_1[14] = {32'd2, 32'd1, 64'h000366000002e329};
  end
  // Layer memory2: sample, step and signature of its states; steps count from 0.
  reg [127:0] layer_3 [0:14];
  reg [63:0] layer_3_word = 0;
  integer layer_3_step = 0, layer_3_unit = 0, layer_3_lane;
  always @(posedge clk) if (!rst && dut.memory2.units.group_done) begin
    for (layer_3_lane = 0; layer_3_lane < 4; layer_3_lane = layer_3_lane + 1)
      if (layer_3_unit < 4) begin
        layer_3_word = (layer_3_word ^ dut.memory2.units.state[layer_3_lane * 1 +: 1]) * 64'h100000001b3;
        layer_3_unit = layer_3_unit + 1;
      end
    if (layer_3_unit == 4) begin
      if (layer_3_word !== layer_3[layer_3_step][63:0])
        $fatal(1, "sample %0d: layer memory2, step %0d: its states are not those of the twin",
               layer_3[layer_3_step][127:96], layer_3[layer_3_step][95:64]);
      layer_3_word = 0;
      layer_3_unit = 0;
      layer_3_step = layer_3_step + 1;
    end
  end
  initial begin
    layer_3[0] = {32'd0, 32'd0, 64'h000366000002e329};
    layer_3[1] = {32'd0, 32'd1, 64'h000366000002e329};
    layer_3[2] = {32'd0, 32'd2, 64'h000366000002e329};
    layer_3[3] = {32'd0, 32'd3, 64'h000365000002e176};
    layer_3[4] = {32'd0, 32'd4, 64'h08a6150004e51b82};
    layer_3[5] = {32'd0, 32'd5, 64'h08a6160004e51d35};
    layer_3[6] = {32'd0, 32'd6, 64'h08a6160004e51d35};
    layer_3[7] = {32'd0, 32'd7, 64'h08a6160004e51d35};
    layer_3[8] = {32'd1, 32'd0, 64'h000366000002e329};
    layer_3[9] = {32'd1, 32'd1, 64'h08a6150004e51b82};
    layer_3[10] = {32'd1, 32'd2, 64'h08a6150004e51b82};
    layer_3[11] = {32'd1, 32'd3, 64'h08a6150004e51b82};
    layer_3[12] = {32'd1, 32'd4, 64'h08a6150004e51b82};
    layer_3[13] = {32'd2, 32'd0, 64'h000366000002e329};
    layer_3[14] = {32'd2, 32'd1, 64'h000366000002e329};
  end
`endif

  initial begin
    items[0] = 10'h9f;
    items[1] = 10'h80;
    items[2] = 10'hb1;
    items[3] = 10'hbd;
    items[4] = 10'h83;
    items[5] = 10'h80;
    items[6] = 10'hb5;
    items[7] = 10'h80;
    items[8] = 10'h80;
    items[9] = 10'h94;
    items[10] = 10'hb8;
    items[11] = 10'h9c;
    items[12] = 10'h192;
    items[13] = 10'hb5;
    items[14] = 10'h80;
    items[15] = 10'h9b;
    items[16] = 10'haa;
    items[17] = 10'h80;
    items[18] = 10'h86;
    items[19] = 10'h80;
    items[20] = 10'hb8;
    items[21] = 10'hb1;
    items[22] = 10'h80;
    items[23] = 10'ha3;
    items[24] = 10'hb5;
    items[25] = 10'h196;
    items[26] = 10'h9d;
    items[27] = 10'h80;
    items[28] = 10'h88;
    items[29] = 10'h80;
    items[30] = 10'h88;
    items[31] = 10'h9e;
    items[32] = 10'hbf;
    items[33] = 10'h89;
    items[34] = 10'h99;
    items[35] = 10'h9a;
    items[36] = 10'hba;
    items[37] = 10'h80;
    items[38] = 10'h180;
    items[39] = 10'h91;
    items[40] = 10'h82;
    items[41] = 10'hb1;
    items[42] = 10'h84;
    items[43] = 10'h92;
    items[44] = 10'ha0;
    items[45] = 10'ha0;
    items[46] = 10'h88;
    items[47] = 10'h80;
    items[48] = 10'hb0;
    items[49] = 10'hbe;
    items[50] = 10'h86;
    items[51] = 10'h1af;
    items[52] = 10'h93;
    items[53] = 10'ha3;
    items[54] = 10'hbc;
    items[55] = 10'h92;
    items[56] = 10'h80;
    items[57] = 10'h8b;
    items[58] = 10'h80;
    items[59] = 10'h80;
    items[60] = 10'h9b;
    items[61] = 10'ha2;
    items[62] = 10'h93;
    items[63] = 10'h80;
    items[64] = 10'h19c;
    items[65] = 10'ha8;
    items[66] = 10'h80;
    items[67] = 10'h80;
    items[68] = 10'h98;
    items[69] = 10'ha8;
    items[70] = 10'hb2;
    items[71] = 10'h80;
    items[72] = 10'h80;
    items[73] = 10'h83;
    items[74] = 10'hae;
    items[75] = 10'h80;
    items[76] = 10'h80;
    items[77] = 10'h19e;
    items[78] = 10'h98;
    items[79] = 10'h80;
    items[80] = 10'h9e;
    items[81] = 10'haa;
    items[82] = 10'hb2;
    items[83] = 10'h80;
    items[84] = 10'h8e;
    items[85] = 10'h80;
    items[86] = 10'hb4;
    items[87] = 10'h91;
    items[88] = 10'h97;
    items[89] = 10'h80;
    items[90] = 10'h1a6;
    items[91] = 10'ha1;
    items[92] = 10'hac;
    items[93] = 10'ha1;
    items[94] = 10'h80;
    items[95] = 10'hb1;
    items[96] = 10'h84;
    items[97] = 10'h8a;
    items[98] = 10'h80;
    items[99] = 10'hb5;
    items[100] = 10'h85;
    items[101] = 10'hac;
    items[102] = 10'h80;
    items[103] = 10'h3b3;
    items[104] = 10'h86;
    items[105] = 10'hb4;
    items[106] = 10'h92;
    items[107] = 10'h96;
    items[108] = 10'hbe;
    items[109] = 10'ha3;
    items[110] = 10'hb8;
    items[111] = 10'h8d;
    items[112] = 10'h80;
    items[113] = 10'h80;
    items[114] = 10'h85;
    items[115] = 10'h90;
    items[116] = 10'h180;
    items[117] = 10'h80;
    items[118] = 10'h80;
    items[119] = 10'h85;
    items[120] = 10'hba;
    items[121] = 10'h80;
    items[122] = 10'hbb;
    items[123] = 10'hb1;
    items[124] = 10'h80;
    items[125] = 10'had;
    items[126] = 10'hb2;
    items[127] = 10'h89;
    items[128] = 10'h89;
    items[129] = 10'h199;
    items[130] = 10'h80;
    items[131] = 10'h80;
    items[132] = 10'h9f;
    items[133] = 10'hab;
    items[134] = 10'ha5;
    items[135] = 10'h9e;
    items[136] = 10'h80;
    items[137] = 10'ha6;
    items[138] = 10'h9e;
    items[139] = 10'hb6;
    items[140] = 10'h80;
    items[141] = 10'haf;
    items[142] = 10'h1a5;
    items[143] = 10'h98;
    items[144] = 10'h80;
    items[145] = 10'h9d;
    items[146] = 10'ha5;
    items[147] = 10'h98;
    items[148] = 10'h80;
    items[149] = 10'h80;
    items[150] = 10'h83;
    items[151] = 10'h8e;
    items[152] = 10'h9b;
    items[153] = 10'h93;
    items[154] = 10'h8c;
    items[155] = 10'h180;
    items[156] = 10'hae;
    items[157] = 10'h95;
    items[158] = 10'hbb;
    items[159] = 10'ha5;
    items[160] = 10'h89;
    items[161] = 10'hbf;
    items[162] = 10'h80;
    items[163] = 10'h80;
    items[164] = 10'h8b;
    items[165] = 10'hb3;
    items[166] = 10'had;
    items[167] = 10'hb1;
    items[168] = 10'h380;
    items[169] = 10'h82;
    items[170] = 10'h80;
    items[171] = 10'hab;
    items[172] = 10'hb1;
    items[173] = 10'hb5;
    items[174] = 10'h80;
    items[175] = 10'hb8;
    items[176] = 10'h80;
    items[177] = 10'haa;
    items[178] = 10'h99;
    items[179] = 10'h96;
    items[180] = 10'h80;
    items[181] = 10'h180;
    items[182] = 10'ha1;
    items[183] = 10'h80;
    items[184] = 10'h82;
    items[185] = 10'h80;
    items[186] = 10'ha0;
    items[187] = 10'ha7;
    items[188] = 10'hbf;
    items[189] = 10'hb2;
    items[190] = 10'h93;
    items[191] = 10'ha1;
    items[192] = 10'hb0;
    items[193] = 10'hb9;
    items[194] = 10'h380;
    answers[0] = 53'h1ffba5d000835a;
    answers[1] = 53'h1ffefee7ffeb4e;
    answers[2] = 53'h1fff59d0001246;
  end
endmodule
