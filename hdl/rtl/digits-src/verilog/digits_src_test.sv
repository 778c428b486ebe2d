// codesign 0.1.0
// model digits-src sha256:83b953843f6d2e876d1e4ac4c066f77a36a6be38115b70bfd26a1e4dd32fe24a
// configuration {"events_per_cycle": 8, "fold_black_frames": true, "longest_sample": 32, "serial_sums": false, "units_per_cycle": 32}
// seed none

// Plays 3 samples into digits_src; fails at the first answer that is not the integer twin's, and at
// the first step after which the states of a layer are not. Define ANSWERS_ONLY where the design has lost
// the names of its registers, as a netlist has.
`timescale 1ns / 1ns
module digits_src_test;
  localparam ITEMS = 314, SAMPLES = 3, PATIENCE = 11240;

  reg clk = 0, rst = 1;
  reg [33:0] items [0:ITEMS - 1];
  reg [133:0] answers [0:SAMPLES - 1];
  integer item = 0, sample = 0, waited = 0;

  wire input_ready, output_valid;
  wire [133:0] output_payload;
  wire [33:0] input_payload = items[item];
  wire input_valid = !rst && item < ITEMS;
  wire output_ready = !rst;

  digits_src dut (
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
  // Layer hidden: sample, step and signature of its states; steps count from 0.
  reg [127:0] layer_0 [0:95];
  reg [63:0] layer_0_word = 0;
  integer layer_0_step = 0, layer_0_unit = 0, layer_0_lane;
  always @(posedge clk) if (!rst && dut.hidden.units.group_done) begin
    for (layer_0_lane = 0; layer_0_lane < 27; layer_0_lane = layer_0_lane + 1)
      if (layer_0_unit < 80) begin
        layer_0_word = (layer_0_word ^ dut.hidden.units.i[layer_0_lane * 13 +: 13]) * 64'h100000001b3;
        layer_0_word = (layer_0_word ^ dut.hidden.units.h[layer_0_lane * 11 +: 11]) * 64'h100000001b3;
        layer_0_word = (layer_0_word ^ dut.hidden.units.hs[layer_0_lane * 11 +: 11]) * 64'h100000001b3;
        layer_0_unit = layer_0_unit + 1;
      end
    if (layer_0_unit == 80) begin
      if (layer_0_word !== layer_0[layer_0_step][63:0])
        $fatal(1, "sample %0d: layer hidden, step %0d: its states are not those of the twin",
               layer_0[layer_0_step][127:96], layer_0[layer_0_step][95:64]);
      layer_0_word = 0;
      layer_0_unit = 0;
      layer_0_step = layer_0_step + 1;
    end
  end
  initial begin
    layer_0[0] = {32'd0, 32'd0, 64'h178783269a16b7c0};
    layer_0[1] = {32'd0, 32'd1, 64'h3e7e0d403cca90a1};
    layer_0[2] = {32'd0, 32'd2, 64'hac2171bf06533735};
    layer_0[3] = {32'd0, 32'd3, 64'hda6d38d6c4326d25};
    layer_0[4] = {32'd0, 32'd4, 64'ha68404480a3ae3da};
    layer_0[5] = {32'd0, 32'd5, 64'h4db38df86fedab7b};
    layer_0[6] = {32'd0, 32'd6, 64'h12e243c2aeaa1fe9};
    layer_0[7] = {32'd0, 32'd7, 64'h1c26efbf62f650e5};
    layer_0[8] = {32'd0, 32'd8, 64'h5cafac2010833d37};
    layer_0[9] = {32'd0, 32'd9, 64'h9ebbfcc1874b0bb6};
    layer_0[10] = {32'd0, 32'd10, 64'h7c2a052145ca7752};
    layer_0[11] = {32'd0, 32'd11, 64'hf8849cc8f0c6f966};
    layer_0[12] = {32'd0, 32'd12, 64'hd74d0cf6e55daa1d};
    layer_0[13] = {32'd0, 32'd13, 64'h29bda3e78966a8c0};
    layer_0[14] = {32'd0, 32'd14, 64'hae88a092a1b52c87};
    layer_0[15] = {32'd0, 32'd15, 64'h98c6c89e165cdf7c};
    layer_0[16] = {32'd0, 32'd16, 64'h8ec479ca40a90359};
    layer_0[17] = {32'd0, 32'd17, 64'hdf7a5c68d1937f17};
    layer_0[18] = {32'd0, 32'd18, 64'hddd5519107a0bef7};
    layer_0[19] = {32'd0, 32'd19, 64'h8c55f6b61c6b4074};
    layer_0[20] = {32'd0, 32'd20, 64'hb64d030d6d90f300};
    layer_0[21] = {32'd0, 32'd21, 64'h6af5df11c91b7865};
    layer_0[22] = {32'd0, 32'd22, 64'he6dc6d75955d56b4};
    layer_0[23] = {32'd0, 32'd23, 64'ha4406bbe09edf737};
    layer_0[24] = {32'd0, 32'd24, 64'ha70d519fbe14df5e};
    layer_0[25] = {32'd0, 32'd25, 64'h16abf4a1752082d0};
    layer_0[26] = {32'd0, 32'd26, 64'hf231a8d7d1b9fee6};
    layer_0[27] = {32'd0, 32'd27, 64'h96b2a65866683105};
    layer_0[28] = {32'd0, 32'd28, 64'hc693a9a279f54bfe};
    layer_0[29] = {32'd0, 32'd29, 64'hdbc1dd727538bfbe};
    layer_0[30] = {32'd0, 32'd30, 64'h3ad0691b3dbfdf8a};
    layer_0[31] = {32'd0, 32'd31, 64'hf77262edc075056f};
    layer_0[32] = {32'd1, 32'd0, 64'h178783269a16b7c0};
    layer_0[33] = {32'd1, 32'd1, 64'h5c7a3dd403c22d6b};
    layer_0[34] = {32'd1, 32'd2, 64'h867fdf5ad4492e2b};
    layer_0[35] = {32'd1, 32'd3, 64'h6237214d453f13c6};
    layer_0[36] = {32'd1, 32'd4, 64'he8efd8b874678272};
    layer_0[37] = {32'd1, 32'd5, 64'hcd0fb6d9c552bc77};
    layer_0[38] = {32'd1, 32'd6, 64'h9a702d3874c5af53};
    layer_0[39] = {32'd1, 32'd7, 64'h6ab9e07854df6e1a};
    layer_0[40] = {32'd1, 32'd8, 64'h5db6a62ca428030f};
    layer_0[41] = {32'd1, 32'd9, 64'hb96b05b6f5877e81};
    layer_0[42] = {32'd1, 32'd10, 64'hf553598cc0a59916};
    layer_0[43] = {32'd1, 32'd11, 64'hc3ef04cdeffcf441};
    layer_0[44] = {32'd1, 32'd12, 64'hd66b48e98b17382e};
    layer_0[45] = {32'd1, 32'd13, 64'h8b25c0d006eee5a7};
    layer_0[46] = {32'd1, 32'd14, 64'habe512968c6d07c7};
    layer_0[47] = {32'd1, 32'd15, 64'h01b3d30dee804b71};
    layer_0[48] = {32'd1, 32'd16, 64'h920edb3602a08695};
    layer_0[49] = {32'd1, 32'd17, 64'h007eb9d61f47db60};
    layer_0[50] = {32'd1, 32'd18, 64'h6ba77d64c216466c};
    layer_0[51] = {32'd1, 32'd19, 64'h41d3873735f12c80};
    layer_0[52] = {32'd1, 32'd20, 64'hc19c495f147a3c1b};
    layer_0[53] = {32'd1, 32'd21, 64'h2838419b2d6e5e86};
    layer_0[54] = {32'd1, 32'd22, 64'h649880712b105f4e};
    layer_0[55] = {32'd1, 32'd23, 64'h9128fce5af2eb81e};
    layer_0[56] = {32'd1, 32'd24, 64'h5edd735bc21e1243};
    layer_0[57] = {32'd1, 32'd25, 64'h08d700044f3cd68e};
    layer_0[58] = {32'd1, 32'd26, 64'h0e10cf9647e1d28f};
    layer_0[59] = {32'd1, 32'd27, 64'h043dd56119107536};
    layer_0[60] = {32'd1, 32'd28, 64'h7026c83b920ada73};
    layer_0[61] = {32'd1, 32'd29, 64'h8746581b83363e57};
    layer_0[62] = {32'd1, 32'd30, 64'h32b530de598b4140};
    layer_0[63] = {32'd1, 32'd31, 64'h4922daa0ab17ff47};
    layer_0[64] = {32'd2, 32'd0, 64'h178783269a16b7c0};
    layer_0[65] = {32'd2, 32'd1, 64'h247d1cf028988d48};
    layer_0[66] = {32'd2, 32'd2, 64'hf57066e0f6ad2bdd};
    layer_0[67] = {32'd2, 32'd3, 64'h8c862ae2b066bb66};
    layer_0[68] = {32'd2, 32'd4, 64'hd282be66b7d7005d};
    layer_0[69] = {32'd2, 32'd5, 64'h253822a22b6ab95d};
    layer_0[70] = {32'd2, 32'd6, 64'h9125fc57da7529ee};
    layer_0[71] = {32'd2, 32'd7, 64'h3588b6bea20c3ddd};
    layer_0[72] = {32'd2, 32'd8, 64'h06a1a2b1479c7da7};
    layer_0[73] = {32'd2, 32'd9, 64'hce4cbe971a1e065c};
    layer_0[74] = {32'd2, 32'd10, 64'h80cc208a5f8f36ac};
    layer_0[75] = {32'd2, 32'd11, 64'h6b0ba361de7f651e};
    layer_0[76] = {32'd2, 32'd12, 64'h011534917825293f};
    layer_0[77] = {32'd2, 32'd13, 64'hd8b310fa92f741c3};
    layer_0[78] = {32'd2, 32'd14, 64'h7b499c847f125bf3};
    layer_0[79] = {32'd2, 32'd15, 64'h8251a7893a46d1f9};
    layer_0[80] = {32'd2, 32'd16, 64'hf16ea36840a1355f};
    layer_0[81] = {32'd2, 32'd17, 64'h80cd851b9e5fc4cd};
    layer_0[82] = {32'd2, 32'd18, 64'h99a4bd8234ff5130};
    layer_0[83] = {32'd2, 32'd19, 64'h9b24ba98b772e596};
    layer_0[84] = {32'd2, 32'd20, 64'h6d23624a74daabfa};
    layer_0[85] = {32'd2, 32'd21, 64'h6a48ef7e7e1e9f76};
    layer_0[86] = {32'd2, 32'd22, 64'h69bb02fc76271103};
    layer_0[87] = {32'd2, 32'd23, 64'h6cfda2c6ff82283a};
    layer_0[88] = {32'd2, 32'd24, 64'h96b738aa215f5f6f};
    layer_0[89] = {32'd2, 32'd25, 64'h03a55e08faae1e31};
    layer_0[90] = {32'd2, 32'd26, 64'hcb0f99e13569634d};
    layer_0[91] = {32'd2, 32'd27, 64'h7b3dfea87ff45bae};
    layer_0[92] = {32'd2, 32'd28, 64'hc336fa01395e7d42};
    layer_0[93] = {32'd2, 32'd29, 64'h8c2ff38f87970092};
    layer_0[94] = {32'd2, 32'd30, 64'h5efdd91b1a6ba231};
    layer_0[95] = {32'd2, 32'd31, 64'he5909e8004eeada1};
  end
`endif

  initial begin
    items[0] = 34'h100000000;
    items[1] = 34'hff00d000;
    items[2] = 34'hffc7e272;
    items[3] = 34'h5d087683;
    items[4] = 34'h4d0c0907;
    items[5] = 34'h1441001c0;
    items[6] = 34'h1ac6204c0;
    items[7] = 34'hef150050;
    items[8] = 34'ha3e3001a;
    items[9] = 34'h103000033;
    items[10] = 34'hed800207;
    items[11] = 34'h6c088680;
    items[12] = 34'h164120180;
    items[13] = 34'haf018042;
    items[14] = 34'haf638dd3;
    items[15] = 34'h182c00030;
    items[16] = 34'h7f00d61f;
    items[17] = 34'h6c0908c0;
    items[18] = 34'h104000100;
    items[19] = 34'hbf0311c2;
    items[20] = 34'hbb63bc33;
    items[21] = 34'h180800000;
    items[22] = 34'h6f080258;
    items[23] = 34'h120018000;
    items[24] = 34'hff037032;
    items[25] = 34'ha9638603;
    items[26] = 34'h109000c07;
    items[27] = 34'hfc88d3c0;
    items[28] = 34'he0d10000;
    items[29] = 34'h120018000;
    items[30] = 34'hcf000a70;
    items[31] = 34'h856000c2;
    items[32] = 34'h1000003;
    items[33] = 34'h101000007;
    items[34] = 34'h7f04d005;
    items[35] = 34'h7e0a6d10;
    items[36] = 34'h32037018;
    items[37] = 34'h120038000;
    items[38] = 34'hcf000670;
    items[39] = 34'hc5700081;
    items[40] = 34'h858000c3;
    items[41] = 34'h101000007;
    items[42] = 34'h7f145202;
    items[43] = 34'h3e00fdd0;
    items[44] = 34'h20010000;
    items[45] = 34'h20020000;
    items[46] = 34'h120038000;
    items[47] = 34'hef030098;
    items[48] = 34'hcf6406f1;
    items[49] = 34'h4d080983;
    items[50] = 34'h140100000;
    items[51] = 34'hbf80f215;
    items[52] = 34'h2d010447;
    items[53] = 34'h2c020b00;
    items[54] = 34'h108000c00;
    items[55] = 34'heb000018;
    items[56] = 34'he96b0603;
    items[57] = 34'h1a0c38000;
    items[58] = 34'hff90f257;
    items[59] = 34'h12a010c30;
    items[60] = 34'hff035600;
    items[61] = 34'h1f1cbe002;
    items[62] = 34'h2f008053;
    items[63] = 34'h1270100f7;
    items[64] = 34'hff019619;
    items[65] = 34'hf8c67a00;
    items[66] = 34'h40080000;
    items[67] = 34'h140100000;
    items[68] = 34'hbf605280;
    items[69] = 34'haf8084d7;
    items[70] = 34'h126038130;
    items[71] = 34'hfd023042;
    items[72] = 34'h58087c00;
    items[73] = 34'h140100000;
    items[74] = 34'hbf601603;
    items[75] = 34'hbac15818;
    items[76] = 34'h122038030;
    items[77] = 34'hff008050;
    items[78] = 34'h7c09b2c0;
    items[79] = 34'h178126c00;
    items[80] = 34'hfe641600;
    items[81] = 34'hb283f030;
    items[82] = 34'h180c00000;
    items[83] = 34'hff08d052;
    items[84] = 34'h2f01089b;
    items[85] = 34'h250200c7;
    items[86] = 34'h4000100;
    items[87] = 34'h4000140;
    items[88] = 34'h104000180;
    items[89] = 34'h7b13e630;
    items[90] = 34'h108000c00;
    items[91] = 34'hff005001;
    items[92] = 34'hef690253;
    items[93] = 34'he59580c7;
    items[94] = 34'ha4c20180;
    items[95] = 34'h1240301c0;
    items[96] = 34'hfbec9630;
    items[97] = 34'h18003800;
    items[98] = 34'h108000c00;
    items[99] = 34'hed600403;
    items[100] = 34'h3e1c50007;
    items[101] = 34'h100000000;
    items[102] = 34'hff081008;
    items[103] = 34'hffd0d391;
    items[104] = 34'h671a01db;
    items[105] = 34'h12302802c;
    items[106] = 34'h1a002430;
    items[107] = 34'h108000800;
    items[108] = 34'hff110208;
    items[109] = 34'hf3361011;
    items[110] = 34'h721b5018;
    items[111] = 34'h102000028;
    items[112] = 34'h6e0801b8;
    items[113] = 34'h120028000;
    items[114] = 34'hff30a213;
    items[115] = 34'hb6c251d8;
    items[116] = 34'h102000028;
    items[117] = 34'hef080f39;
    items[118] = 34'h64168180;
    items[119] = 34'h140180000;
    items[120] = 34'h7e111008;
    items[121] = 34'h3e0229d0;
    items[122] = 34'h2a030c18;
    items[123] = 34'h2000028;
    items[124] = 34'h102000030;
    items[125] = 34'hef0803b8;
    items[126] = 34'hc1380001;
    items[127] = 34'h101000004;
    items[128] = 34'h7f12900b;
    items[129] = 34'h761721d8;
    items[130] = 34'h112005030;
    items[131] = 34'heb088211;
    items[132] = 34'h6b190c2c;
    items[133] = 34'h102000038;
    items[134] = 34'hf7320008;
    items[135] = 34'h3302901b;
    items[136] = 34'h30032000;
    items[137] = 34'h110005000;
    items[138] = 34'hcf080111;
    items[139] = 34'h1461801b0;
    items[140] = 34'h7f109208;
    items[141] = 34'h7316202b;
    items[142] = 34'h3002d000;
    items[143] = 34'h120030000;
    items[144] = 34'he6180190;
    items[145] = 34'h1260101f0;
    items[146] = 34'h7b0a9408;
    items[147] = 34'h7b132819;
    items[148] = 34'h10b000c2b;
    items[149] = 34'hfe195210;
    items[150] = 34'ha6a20130;
    items[151] = 34'h104000180;
    items[152] = 34'hf3281008;
    items[153] = 34'he3d28019;
    items[154] = 34'h12303002b;
    items[155] = 34'h1e000390;
    items[156] = 34'h11a002c38;
    items[157] = 34'hf7295008;
    items[158] = 34'he2b28028;
    items[159] = 34'h1a0c30000;
    items[160] = 34'hff148194;
    items[161] = 34'h32021030;
    items[162] = 34'h112002038;
    items[163] = 34'hefc90409;
    items[164] = 34'h6312801b;
    items[165] = 34'h122030028;
    items[166] = 34'hff141310;
    items[167] = 34'h1761a51b0;
    items[168] = 34'h7f0aa419;
    items[169] = 34'h4e100de8;
    items[170] = 34'h102000038;
    items[171] = 34'hbb001033;
    items[172] = 34'hb8215200;
    items[173] = 34'h1a8c20800;
    items[174] = 34'hf7aa8008;
    items[175] = 34'h53102011;
    items[176] = 34'h42180018;
    items[177] = 34'h2000028;
    items[178] = 34'h102000038;
    items[179] = 34'hfc141380;
    items[180] = 34'h1b8c25400;
    items[181] = 34'hff28a009;
    items[182] = 34'h6f110913;
    items[183] = 34'h621a8018;
    items[184] = 34'h2000028;
    items[185] = 34'h2000030;
    items[186] = 34'h102000038;
    items[187] = 34'hb8a21200;
    items[188] = 34'h18005400;
    items[189] = 34'h108000c00;
    items[190] = 34'hffc80009;
    items[191] = 34'h77112193;
    items[192] = 34'h661681f0;
    items[193] = 34'h1621b0038;
    items[194] = 34'hb3009018;
    items[195] = 34'h120020000;
    items[196] = 34'h7f10040b;
    items[197] = 34'h62190010;
    items[198] = 34'h322028038;
    items[199] = 34'h100000000;
    items[200] = 34'hff002040;
    items[201] = 34'hffe4b74a;
    items[202] = 34'h7d0a4983;
    items[203] = 34'h710fd005;
    items[204] = 34'h50106000;
    items[205] = 34'h140180000;
    items[206] = 34'h89400406;
    items[207] = 34'h108000e00;
    items[208] = 34'hff052048;
    items[209] = 34'hdf30395a;
    items[210] = 34'hd2b44028;
    items[211] = 34'hc0f80000;
    items[212] = 34'h1401c0000;
    items[213] = 34'hff4067bd;
    items[214] = 34'h600c8000;
    items[215] = 34'h120020000;
    items[216] = 34'hff29a042;
    items[217] = 34'h5f10354b;
    items[218] = 34'h11b00482e;
    items[219] = 34'hed000f85;
    items[220] = 34'h60148000;
    items[221] = 34'h140180000;
    items[222] = 34'hff512142;
    items[223] = 34'h9be0380e;
    items[224] = 34'h12004028;
    items[225] = 34'h110006000;
    items[226] = 34'hef000478;
    items[227] = 34'he1278005;
    items[228] = 34'hc0680000;
    items[229] = 34'h140180000;
    items[230] = 34'hffb1a18a;
    items[231] = 34'hd9f43603;
    items[232] = 34'h110004000;
    items[233] = 34'hef00856d;
    items[234] = 34'hea490838;
    items[235] = 34'h40180000;
    items[236] = 34'h1401c0000;
    items[237] = 34'hdf302a48;
    items[238] = 34'h91a06002;
    items[239] = 34'h1000003;
    items[240] = 34'h101000006;
    items[241] = 34'hff00b145;
    items[242] = 34'hfee64598;
    items[243] = 34'h1601b8000;
    items[244] = 34'hff302648;
    items[245] = 34'hc3540029;
    items[246] = 34'h1c17c0003;
    items[247] = 34'hff00c542;
    items[248] = 34'heded0986;
    items[249] = 34'h601a0000;
    items[250] = 34'h120038000;
    items[251] = 34'hdb242608;
    items[252] = 34'hd9703e01;
    items[253] = 34'h511c6003;
    items[254] = 34'h101000005;
    items[255] = 34'hfe00c468;
    items[256] = 34'hec490940;
    items[257] = 34'he8ba0a00;
    items[258] = 34'h180e00000;
    items[259] = 34'hfb302608;
    items[260] = 34'h191606003;
    items[261] = 34'hef40807a;
    items[262] = 34'hedab0545;
    items[263] = 34'h18ce00f80;
    items[264] = 34'hff2d2808;
    items[265] = 34'h50103000;
    items[266] = 34'h10004000;
    items[267] = 34'h110006000;
    items[268] = 34'hed000045;
    items[269] = 34'hed4484c6;
    items[270] = 34'hc4e80140;
    items[271] = 34'h44140180;
    items[272] = 34'h140180000;
    items[273] = 34'hff312609;
    items[274] = 34'h3b01b81a;
    items[275] = 34'h39024a03;
    items[276] = 34'h110006000;
    items[277] = 34'hed000540;
    items[278] = 34'hc5480185;
    items[279] = 34'hc0f40000;
    items[280] = 34'h140180000;
    items[281] = 34'hff32284a;
    items[282] = 34'h5f1c3eee;
    items[283] = 34'h12004038;
    items[284] = 34'h10005000;
    items[285] = 34'h110006000;
    items[286] = 34'hef040003;
    items[287] = 34'hef79055d;
    items[288] = 34'h1a8e38600;
    items[289] = 34'hf720a048;
    items[290] = 34'hf049b000;
    items[291] = 34'hf0b24000;
    items[292] = 34'h110006000;
    items[293] = 34'hef040405;
    items[294] = 34'hc7f4017e;
    items[295] = 34'h104000180;
    items[296] = 34'hff20a04a;
    items[297] = 34'hfb49462b;
    items[298] = 34'h780e6800;
    items[299] = 34'h40100000;
    items[300] = 34'h140180000;
    items[301] = 34'h1bea3b578;
    items[302] = 34'hffe02041;
    items[303] = 34'h7f05478b;
    items[304] = 34'h790e6805;
    items[305] = 34'h49100e06;
    items[306] = 34'h40140000;
    items[307] = 34'h140180000;
    items[308] = 34'hb500b0c0;
    items[309] = 34'h184200140;
    items[310] = 34'hffa0240b;
    items[311] = 34'hf9e54605;
    items[312] = 34'h48100800;
    items[313] = 34'h340180000;
    answers[0] = 134'h3ff1ff8ffc7fe3ff1ff80077fe0075ff81;
    answers[1] = 134'h3ff9fe601f7f9bfcdfe60407ff3fcdfe63;
    answers[2] = 134'h3fffffffffffffffffff0057fffffffff3;
  end
endmodule
