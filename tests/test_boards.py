# amaranth: UnusedElaboratable=no
"""Boards: their files, their clocks, their pins."""

from pathlib import Path

import pytest
from networks import rows_network

from codesign import resources
from codesign.digital import NetworkDesign, boards, options, toolchains
from codesign.digital.boards import board as board_module
from codesign.digital.boards.board import parse
from codesign.errors import InputError

pytest.importorskip("amaranth_boards")


def files(board: boards.Board, clock_mhz: float | None = None) -> tuple[dict[str, str], boards.BoardTop]:
    """What Amaranth writes for the tools, and the top."""
    top = boards.BoardTop(NetworkDesign(rows_network(), options.engine("small")), board, clock_mhz=clock_mhz)
    # Vivado's Verilog would take a run of yosys.
    platform = board.new_platform()
    if hasattr(platform, "_vivado_file_templates"):
        kept = {name: text for name, text in platform.file_templates.items() if not name.endswith(".v")}
        type(platform).file_templates = kept
    plan = platform.prepare(top, "top", emit_src=False)
    return dict(plan.files), top


@pytest.mark.parametrize("name", boards.names())
def test_every_board_gets_its_pins_and_its_clock(name, monkeypatch):
    board = boards.load(name)
    platform_class = type(board.new_platform())
    monkeypatch.setattr(platform_class, "file_templates", platform_class.file_templates, raising=False)
    written, top = files(board)
    assert top.clock_hz == pytest.approx(1e6 * board.clock_mhz, rel=1e-6)
    constraints = next(text for file, text in written.items() if file.endswith((".pcf", ".lpf", ".xdc")))
    resource = f"{board.uart.resource}_{board.uart.number}__"
    assert resource + "rx" in constraints
    assert resource + "tx" in constraints
    for pin in (board.uart.rx, board.uart.tx):
        assert pin in constraints
    lights = {f"{led.resource}_{led.number}__{led.signal}" for led in board.leds}
    assert all(light in constraints for light in lights)
    assert constraints.count("FREQUENCY") + constraints.count("set_frequency") + constraints.count("create_clock") == 1


def test_the_boards_of_the_issue_are_there():
    assert {"icebreaker", "ulx3s", "orangecrab", "nitefury"} <= set(boards.names())


def test_a_new_board_is_a_new_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "boards").mkdir()
    (tmp_path / "boards" / "icestick.yaml").write_text(
        "{version: 1, name: icestick, title: iCEstick, platform: amaranth_boards.icestick.ICEStickPlatform, "
        "toolchain: ice40, clock_mhz: 12, baud: 115200, engine: small, "
        "uart: {resource: host, rx: '44', tx: '45', attributes: {IO_STANDARD: SB_LVCMOS}}, leds: [{resource: led}]}"
    )
    monkeypatch.setattr(resources, "folder", lambda name: tmp_path)
    board_module.load.cache_clear()
    assert boards.names() == ["icestick"]
    written, _ = files(boards.load("icestick"))
    assert "set_io host_0__rx__io 44" in written["top.pcf"]
    board_module.load.cache_clear()


@pytest.mark.parametrize("name", ["icebreaker", "ulx3s"])
def test_another_clock_is_made_by_a_pll(name):
    written, top = files(boards.load(name), clock_mhz=30.0)
    assert top.clock_hz == pytest.approx(30e6, rel=0.01)
    assert "PLL" in written["top.il"]
    plain, _ = files(boards.load(name))
    assert "PLL" not in plain["top.il"]


@pytest.mark.parametrize(
    ("name", "oscillator", "wanted"),
    [("ecp5", 25e6, 100e6), ("ecp5", 48e6, 100e6), ("ice40", 12e6, 20.25e6), ("ice40", 12e6, 48e6),
     ("xilinx7", 200e6, 100e6), ("xilinx7", 200e6, 166e6)],
)  # fmt: skip
def test_a_pll_keeps_to_the_limits_of_its_family(name, oscillator, wanted):
    pll = toolchains.load(name).pll(oscillator, wanted)
    assert pll.output_hz == pytest.approx(wanted, rel=0.01)
    with pytest.raises(InputError, match="cannot be made"):
        toolchains.load(name).pll(oscillator, 5e9)


def test_faulty_boards_are_refused_with_the_field():
    text = (resources.folder("hdl") / "boards" / "ulx3s.yaml").read_text()
    for old, new, message in (
        ("toolchain: ecp5", "toolchain: ecp6", "unknown toolchain 'ecp6'; did you mean 'ecp5'"),
        ("engine: balanced", "engine: huge", "unknown engine 'huge'"),
        ("clock_mhz: 25", "clock_mhz: -1", "clock_mhz"),
        ("baud: 1000000", "bauds: 1000000", "baud"),
        ("name: ulx3s", "name: other", "must be that of the file"),
        ("uart: {resource: uart}", "uart: {resource: uart, rx: A1}", "both pins"),
        ("version: 1", "version: [", "no YAML"),
    ):
        assert old in text
        with pytest.raises(InputError, match=message):
            parse(text.replace(old, new), "ulx3s")
    with pytest.raises(InputError, match="no platform"):
        parse(text.replace("ULX3S_85F", "ULX3S_99F"), "ulx3s").new_platform()
    with pytest.raises(InputError, match="did you mean 'ulx3s'"):
        boards.load("ulx3")


def test_a_baud_rate_that_the_clock_cannot_make_is_refused():
    slow = boards.load("icebreaker").model_copy(update={"baud": 7_000_000})
    with pytest.raises(InputError, match="too slow"):
        files(slow)
