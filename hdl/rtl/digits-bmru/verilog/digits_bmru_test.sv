// codesign 0.1.0
// model digits-bmru sha256:de3cded54e7808514ad19aaeabd28cefa885d7b6e9142a384fb82cc75cdb5411
// configuration {"events_per_cycle": 8, "fold_black_frames": true, "longest_sample": 1024, "serial_sums": false, "units_per_cycle": 32}
// seed none

// Plays 3 samples into digits_bmru; fails at the first answer that is not the integer twin's, and at
// the first step after which the states of a layer are not. Define ANSWERS_ONLY where the design has lost
// the names of its registers, as a netlist has.
`timescale 1ns / 1ns
module digits_bmru_test;
  localparam ITEMS = 120, SAMPLES = 3, PATIENCE = 2856;

  reg clk = 0, rst = 1;
  reg [7:0] items [0:ITEMS - 1];
  reg [263:0] answers [0:SAMPLES - 1];
  integer item = 0, sample = 0, waited = 0;

  wire input_ready, output_valid;
  wire [263:0] output_payload;
  wire [7:0] input_payload = items[item];
  wire input_valid = !rst && item < ITEMS;
  wire output_ready = !rst;

  digits_bmru dut (
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
               output_payload[3:0], answers[sample][3:0], output_payload, answers[sample]);
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
  // Layer memory: sample, step and signature of its states; steps count from 0.
  reg [127:0] layer_0 [0:14];
  reg [63:0] layer_0_word = 0;
  integer layer_0_step = 0, layer_0_unit = 0, layer_0_lane;
  always @(posedge clk) if (!rst && dut.memory.units.group_done) begin
    for (layer_0_lane = 0; layer_0_lane < 32; layer_0_lane = layer_0_lane + 1)
      if (layer_0_unit < 32) begin
        layer_0_word = (layer_0_word ^ dut.memory.units.state[layer_0_lane * 1 +: 1]) * 64'h100000001b3;
        layer_0_unit = layer_0_unit + 1;
      end
    if (layer_0_unit == 32) begin
      if (layer_0_word !== layer_0[layer_0_step][63:0])
        $fatal(1, "sample %0d: layer memory, step %0d: its states are not those of the twin",
               layer_0[layer_0_step][127:96], layer_0[layer_0_step][95:64]);
      layer_0_word = 0;
      layer_0_unit = 0;
      layer_0_step = layer_0_step + 1;
    end
  end
  initial begin
    layer_0[0] = {32'd0, 32'd0, 64'h0432ebff0814c562};
    layer_0[1] = {32'd0, 32'd1, 64'h79eb7b585f04972e};
    layer_0[2] = {32'd0, 32'd2, 64'hb03152c881ae3f02};
    layer_0[3] = {32'd0, 32'd3, 64'hec08fbf3bef28cc0};
    layer_0[4] = {32'd0, 32'd4, 64'h792122d8373e5be6};
    layer_0[5] = {32'd0, 32'd5, 64'h42359a5db7a24e2e};
    layer_0[6] = {32'd0, 32'd6, 64'h2a92dcb52e5e9a51};
    layer_0[7] = {32'd0, 32'd7, 64'h12ddf7e87093464a};
    layer_0[8] = {32'd1, 32'd0, 64'h4555e0795b76130f};
    layer_0[9] = {32'd1, 32'd1, 64'h1c073efc518baf31};
    layer_0[10] = {32'd1, 32'd2, 64'h2a4b5196bb17b38f};
    layer_0[11] = {32'd1, 32'd3, 64'h5c65d7c8ae308d11};
    layer_0[12] = {32'd1, 32'd4, 64'h73336e0a45b61cb2};
    layer_0[13] = {32'd2, 32'd0, 64'h700a4ed8a13666cf};
    layer_0[14] = {32'd2, 32'd1, 64'hd705775fbfaa866c};
  end
`endif

  initial begin
    items[0] = 8'h28;
    items[1] = 8'h29;
    items[2] = 8'h2d;
    items[3] = 8'h30;
    items[4] = 8'h21;
    items[5] = 8'h23;
    items[6] = 8'h2e;
    items[7] = 8'h70;
    items[8] = 8'h24;
    items[9] = 8'h20;
    items[10] = 8'h2e;
    items[11] = 8'h27;
    items[12] = 8'h25;
    items[13] = 8'h2e;
    items[14] = 8'h25;
    items[15] = 8'h60;
    items[16] = 8'h2b;
    items[17] = 8'h29;
    items[18] = 8'h22;
    items[19] = 8'h21;
    items[20] = 8'h20;
    items[21] = 8'h2d;
    items[22] = 8'h2e;
    items[23] = 8'h60;
    items[24] = 8'h2e;
    items[25] = 8'h26;
    items[26] = 8'h28;
    items[27] = 8'h2d;
    items[28] = 8'h22;
    items[29] = 8'h25;
    items[30] = 8'h22;
    items[31] = 8'h68;
    items[32] = 8'h20;
    items[33] = 8'h20;
    items[34] = 8'h27;
    items[35] = 8'h27;
    items[36] = 8'h20;
    items[37] = 8'h24;
    items[38] = 8'h29;
    items[39] = 8'h65;
    items[40] = 8'h21;
    items[41] = 8'h20;
    items[42] = 8'h21;
    items[43] = 8'h25;
    items[44] = 8'h28;
    items[45] = 8'h20;
    items[46] = 8'h22;
    items[47] = 8'h60;
    items[48] = 8'h20;
    items[49] = 8'h30;
    items[50] = 8'h22;
    items[51] = 8'h2c;
    items[52] = 8'h25;
    items[53] = 8'h29;
    items[54] = 8'h20;
    items[55] = 8'h65;
    items[56] = 8'h2c;
    items[57] = 8'h20;
    items[58] = 8'h26;
    items[59] = 8'h20;
    items[60] = 8'h27;
    items[61] = 8'h29;
    items[62] = 8'h20;
    items[63] = 8'he2;
    items[64] = 8'h27;
    items[65] = 8'h2e;
    items[66] = 8'h20;
    items[67] = 8'h20;
    items[68] = 8'h28;
    items[69] = 8'h24;
    items[70] = 8'h2c;
    items[71] = 8'h60;
    items[72] = 8'h20;
    items[73] = 8'h2d;
    items[74] = 8'h30;
    items[75] = 8'h20;
    items[76] = 8'h20;
    items[77] = 8'h23;
    items[78] = 8'h21;
    items[79] = 8'h60;
    items[80] = 8'h26;
    items[81] = 8'h2f;
    items[82] = 8'h2d;
    items[83] = 8'h20;
    items[84] = 8'h2a;
    items[85] = 8'h20;
    items[86] = 8'h2f;
    items[87] = 8'h61;
    items[88] = 8'h28;
    items[89] = 8'h20;
    items[90] = 8'h28;
    items[91] = 8'h2f;
    items[92] = 8'h30;
    items[93] = 8'h2e;
    items[94] = 8'h20;
    items[95] = 8'h6f;
    items[96] = 8'h22;
    items[97] = 8'h2b;
    items[98] = 8'h20;
    items[99] = 8'h24;
    items[100] = 8'h2b;
    items[101] = 8'h2d;
    items[102] = 8'h20;
    items[103] = 8'he4;
    items[104] = 8'h22;
    items[105] = 8'h20;
    items[106] = 8'h25;
    items[107] = 8'h26;
    items[108] = 8'h20;
    items[109] = 8'h29;
    items[110] = 8'h2e;
    items[111] = 8'h60;
    items[112] = 8'h20;
    items[113] = 8'h30;
    items[114] = 8'h20;
    items[115] = 8'h24;
    items[116] = 8'h23;
    items[117] = 8'h25;
    items[118] = 8'h25;
    items[119] = 8'he2;
    answers[0] = 264'h5103fff5f0fffcf43fff3700002560000228ffff8c3fff110ffef880000de89;
    answers[1] = 264'h1c63fff7f0fffca63ffff9000010c0001050fffe9c3fff418fffd5c00001404;
    answers[2] = 264'h1b83fff480ffffb60000578ffff1a3ffffe0fffe303fff4b00002703fff8b81;
  end
endmodule
