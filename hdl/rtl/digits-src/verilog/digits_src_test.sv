// codesign 0.1.0
// model digits-src sha256:83b953843f6d2e876d1e4ac4c066f77a36a6be38115b70bfd26a1e4dd32fe24a
// configuration {"events_per_cycle": 8, "fold_black_frames": true, "longest_sample": 32, "serial_sums": false, "units_per_cycle": 32}
// seed none

// Plays 3 samples into digits_src; fails at the first answer that is not the integer twin's.
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
        $display("all %0d samples: decision and scores are those of the integer twin", SAMPLES);
        $finish;
      end
    end
    if (waited == PATIENCE)
      $fatal(1, "sample %0d: no answer, and no item taken for %0d cycles", sample, PATIENCE);
  end

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
