"""The cocotb side of ``test_axi_stream.py``: packets through an exported design, by the sources of cocotbext-axi.

Run as a program, it builds ``<design>/<top>.v`` with Icarus and starts itself in the simulator:

    python axi_stream_bench.py DESIGN_FOLDER PACKETS.json WORK_FOLDER

``packets.json``: ``packets`` (each ``data`` and ``keep``, lists of a number per byte), ``pauses`` (percent of the
cycles in which each side pauses), ``seed``. ``found.json``, in the work folder: ``answers`` (hex), ``users``,
``status``.
"""

import json
import os
import random
import sys
from pathlib import Path

import cocotb
from cocotb.clock import Clock
from cocotb.triggers import ClockCycles
from cocotbext.axi import AxiStreamBus, AxiStreamFrame, AxiStreamSink, AxiStreamSource


def _pauses(percent, seed):
    generator = random.Random(seed)
    while True:
        yield generator.randrange(100) < percent


@cocotb.test()
async def packets_in_answers_out(dut):
    given = json.loads(Path(os.environ["BENCH_PACKETS"]).read_text())
    Clock(dut.clk, 10, unit="ns").start()
    dut.rst.value = 1
    dut.status_clear.value = 0
    source = AxiStreamSource(AxiStreamBus.from_prefix(dut, "s_axis"), dut.clk, dut.rst)
    sink = AxiStreamSink(AxiStreamBus.from_prefix(dut, "m_axis"), dut.clk, dut.rst)
    await ClockCycles(dut.clk, 3)
    dut.rst.value = 0
    if given["pauses"]:
        source.set_pause_generator(_pauses(given["pauses"], f"source {given['seed']}"))
        sink.set_pause_generator(_pauses(given["pauses"], f"sink {given['seed']}"))
    for packet in given["packets"]:
        source.send_nowait(AxiStreamFrame(packet["data"], tkeep=packet["keep"]))
    answers, users = [], []
    for _ in given["packets"]:
        frame = await sink.recv()
        answers.append(bytes(frame.tdata).hex())
        users.append(frame.tuser)
    await ClockCycles(dut.clk, 40)
    assert sink.empty(), "an answer too many"
    assert source.idle(), "a packet was not taken"
    found = {"answers": answers, "users": users, "status": int(dut.status.value)}
    Path(os.environ["BENCH_FOUND"]).write_text(json.dumps(found))


def main(design: Path, packets: Path, work: Path) -> int:
    from cocotb_tools.check_results import get_results
    from cocotb_tools.runner import get_runner

    top = json.loads((design / "ports.json").read_text())["top"]
    runner = get_runner("icarus")
    runner.build(sources=[design / f"{top}.v"], hdl_toplevel=top, build_dir=work, always=True, timescale=("1ns", "1ns"))
    results = runner.test(
        hdl_toplevel=top,
        test_module="axi_stream_bench",
        build_dir=work,
        test_dir=work,
        extra_env={
            "BENCH_PACKETS": str(packets.resolve()),
            "BENCH_FOUND": str((work / "found.json").resolve()),
            "PYTHONPATH": str(Path(__file__).resolve().parent),
        },
    )
    total, failed = get_results(results)
    return int(not (total > 0 and failed == 0))


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:])))
