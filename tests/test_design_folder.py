"""``verify`` of RTL that stands in a folder, as exported or as somebody has edited it."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from networks import rows_network
from typer.testing import CliRunner

from codesign import checkpoint, digital
from codesign.cli.app import app
from codesign.digital.existing import open_design
from codesign.digital.options import engine
from codesign.errors import InputError, ToolError
from codesign.verify import verify

NETWORK = rows_network()


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("rtl") / "verilog"
    digital.export(NETWORK, output=folder, options=engine("small"))
    return folder


def test_an_export_is_verified_as_it_stands(exported: Path):
    result = verify(NETWORK, targets=["verilog"], samples=2, design=exported)
    assert result.passed
    # It is that of the small engine, whatever the default is.
    fresh = verify(NETWORK, targets=["verilog"], samples=2, engine="small")
    assert (
        result.targets["verilog"].measurement.figures["cycles_per_sample"]
        == fresh.targets["verilog"].measurement.figures["cycles_per_sample"]
    )


def test_an_edited_export_is_verified_as_it_was_edited(exported: Path, tmp_path: Path):
    edited = spoilt(exported, tmp_path / "edited")
    before = {path.name: path.read_bytes() for path in edited.iterdir()}
    result = verify(NETWORK, targets=["verilog"], samples=4, design=edited)
    assert not result.passed
    assert result.targets["verilog"].comparison.states_agree < result.targets["verilog"].comparison.states_compared
    assert {path.name: path.read_bytes() for path in edited.iterdir()} == before


def test_an_edit_that_these_samples_do_not_show_is_told(exported: Path, tmp_path: Path):
    edited = Path(shutil.copytree(exported, tmp_path / "edited"))
    (source,) = edited.glob("*.v")
    text = source.read_text()
    source.write_bytes(("// by hand\n" + text).replace("\n", "\r\n").encode())
    assert verify(NETWORK, targets=["verilog"], samples=1, design=edited).targets["verilog"].edits == ()
    source.write_text(text.replace("endmodule", "  wire unused;\nendmodule", 1))
    done = CliRunner().invoke(
        app, ["verify", str(model(tmp_path)), "--target", "verilog", "--design", str(edited), *own(tmp_path)]
    )
    assert done.exit_code == 0, done.output
    assert "passes, although the design differs from a new export in 1 place, which these samples do not" in done.output
    assert ": wire unused;, expected nothing" in done.output


def test_what_a_simulator_cannot_read_is_named(exported: Path, tmp_path: Path):
    edited = Path(shutil.copytree(exported, tmp_path / "edited"))
    (source,) = edited.glob("*.v")
    source.write_text(source.read_text().replace("endmodule", "  wire\nendmodule", 1))
    with pytest.raises(
        ToolError, match=r"(?s)failed; .*differs from a new export in 1 place, the first: .*: wire, exp"
    ):
        verify(NETWORK, targets=["verilog"], samples=1, design=edited)


def model(folder: Path) -> Path:
    checkpoint.save(NETWORK, folder / "model" / "checkpoint.safetensors")
    return folder / "model"


def own(folder: Path) -> list[str]:
    """One example, for the command line."""
    np.savez(folder / "own.npz", images=np.full((1, 8, 8), 5), labels=np.array([0]))
    return ["--examples", str(folder / "own.npz")]


def test_verilator_takes_a_folder_too(exported: Path, tmp_path: Path):
    result = verify(NETWORK, targets=["verilator"], samples=4, design=spoilt(exported, tmp_path / "edited"))
    assert not result.passed
    assert result.targets["verilator"].comparison.first_divergence is not None


def spoilt(exported: Path, folder: Path) -> Path:
    """A copy in which every weight of the first memory is 0."""
    folder.mkdir()
    for path in exported.iterdir():
        text = path.read_bytes()
        if path.suffix == ".v":
            lines = path.read_text().splitlines(keepends=True)
            found = [n for n, line in enumerate(lines) if line.strip().startswith("weights[")]
            assert found
            for n in found:
                head, _, _ = lines[n].partition("'h")
                lines[n] = f"{head}'h0;\n"
            text = "".join(lines).encode()
        (folder / path.name).write_bytes(text)
    return folder


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda folder: (folder / "ports.json").unlink(), "has no ports.json"),
        (lambda folder: (folder / "ports.json").write_text("{"), "cannot be read"),
        (lambda folder: (folder / "ports.json").write_text("{}"), "does not describe"),
        (lambda folder: edit(folder, version=1), "of version 1"),
        (lambda folder: edit(folder, language="vhdl"), "holds vhdl, not verilog"),
        (lambda folder: edit(folder, model_hash="0" * 64), "is of .* 000000000000, not of"),
        (lambda folder: edit(folder, top="wrapped"), "native streams"),
        (lambda folder: edit(folder, options={"speed": 3}), "no options"),
        (lambda folder: next(folder.glob("*.v")).unlink(), r"has no .*\.v"),
    ],
)
def test_a_folder_that_is_no_such_design(exported: Path, tmp_path: Path, change, message: str):
    folder = tmp_path / "copy"
    folder.mkdir()
    for path in exported.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    change(folder)
    with pytest.raises(InputError, match=message):
        open_design(folder, NETWORK, language="verilog")


def edit(folder: Path, **changes) -> None:
    ports = json.loads((folder / "ports.json").read_text())
    (folder / "ports.json").write_text(json.dumps(ports | changes))


def test_a_folder_is_of_one_target(exported: Path):
    with pytest.raises(InputError, match="is of one target; choose one of"):
        verify(NETWORK, targets=["verilog", "vhdl"], samples=1, design=exported)
    with pytest.raises(InputError, match="is of one target"):
        verify(NETWORK, targets=["all"], samples=1, design=exported)
    with pytest.raises(InputError, match=r"has no small-rows\.cir"):
        verify(NETWORK, targets=["spice"], samples=1, design=exported)
    other = replace(NETWORK, name="another")
    with pytest.raises(InputError, match="name a folder that was exported from this model"):
        verify(other, targets=["verilog"], samples=1, design=exported)


def test_the_command_takes_a_folder(exported: Path, tmp_path: Path):
    from typer.testing import CliRunner

    from codesign.cli.app import app

    checkpoint.save(NETWORK, tmp_path / "checkpoint.safetensors")
    arguments = ["verify", str(tmp_path), "--target", "verilog", "--samples", "4", "--design"]
    assert CliRunner().invoke(app, [*arguments, str(exported)]).exit_code == 0
    assert CliRunner().invoke(app, [*arguments, str(spoilt(exported, tmp_path / "edited"))]).exit_code == 1
