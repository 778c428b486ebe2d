"""The RTL in hdl/rtl is what the generator writes today, and the simulators read it as it stands there."""

import importlib.util
import subprocess
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
_SPEC = importlib.util.spec_from_file_location("generate_hdl", ROOT / "scripts" / "generate_hdl.py")
assert _SPEC is not None
assert _SPEC.loader is not None
generator = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(generator)

# The others take longer to write.
QUICK = {"digits-bmru", "keyword-bmru"}
MODELS = [name if name in QUICK else pytest.param(name, marks=pytest.mark.full) for name in generator.MODELS]


@pytest.mark.parametrize("model", MODELS)
def test_the_files_are_what_is_generated_today(model: str, tmp_path: Path):
    generator.generate(model, tmp_path)
    found, kept = (
        {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
        for folder in (tmp_path, generator.FOLDER / model)
    )
    assert found.keys() == kept.keys()
    changed = [name for name in found if found[name] != kept[name]]
    assert not changed, "run scripts/generate_hdl.py, or find out what changed the RTL"


@pytest.mark.parametrize("model", generator.MODELS)
def test_a_core_names_files_that_are_there_and_that_tools_read(model: str, tmp_path: Path):
    folder = generator.FOLDER / model
    file = next(folder.glob("*.core"))
    text = file.read_text()
    assert text.startswith("CAPI=2:\n")
    core = yaml.safe_load(text.partition("\n")[2])
    for target in core["targets"].values():
        for name in target["filesets"]:
            for source in core["filesets"][name]["files"]:
                assert (folder / source).is_file()
    verilog = folder / core["filesets"]["verilog"]["files"][0]
    top = core["targets"]["default"]["toplevel"]
    command = ["iverilog", "-g2005", "-Wall", "-Wno-timescale", "-s", top, "-o", str(tmp_path / "out"), str(verilog)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
