"""codesign.native: C files, compiled once per machine."""

from pathlib import Path

import pytest

from codesign import native, tools
from codesign.errors import ToolError

SOURCE = '#include "part.h"\nint answer(void) { return PART; }\n'


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    try:
        tools.find("cc")
    except tools.MissingToolError:
        pytest.skip("no C compiler")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "part.h").write_text("#define PART 42\n")
    (tmp_path / "answer.c").write_text(SOURCE)
    return tmp_path / "answer.c"


def load(source: Path, **arguments) -> int:
    return native.load(source, parts=[source.with_name("part.h")], **arguments).answer()


def kept(source: Path) -> list[Path]:
    return sorted((source.parent / "cache" / "codesign").glob("*.so"))


def test_a_machine_compiles_once(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert load(source) == 42
    assert len(kept(source)) == 1
    with monkeypatch.context() as context:
        context.setattr(tools, "run", lambda *_, **__: pytest.fail("compiled again"))
        assert load(source) == 42
    source.with_name("part.h").write_text("#define PART 43\n")
    assert load(source) == 43
    assert len(kept(source)) == 2


def test_what_was_kept_but_is_not_whole_is_made_again(source: Path) -> None:
    load(source)
    (library,) = kept(source)
    whole = library.read_bytes()
    library.unlink()
    library.write_bytes(whole[: len(whole) // 2])
    assert load(source) == 42
    assert len(library.read_bytes()) == len(whole)


def test_without_a_place_to_keep_it_it_is_compiled_anyway(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(source))
    assert load(source) == 42


def test_options_are_tried_in_turn(source: Path) -> None:
    assert load(source, attempts=(("-mno-such-processor", "-shared", "-fPIC"), native.PLAIN_OPTIONS)) == 42
    source.write_text("int answer(void) { return }\n")
    with pytest.raises(ToolError, match=r"answer\.c could not be compiled: cc ended with status 1: .*"):
        load(source)
