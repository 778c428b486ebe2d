"""Data sets: fixed splits, and what happens when a file is absent or not what it should be."""

import gzip
import hashlib
import os
from pathlib import Path

import numpy as np
import pytest

from codesign import data
from codesign.data.fsdd import FRAMES, LEVELS, recordings
from codesign.data.mfcc import COEFFICIENTS, mfcc
from codesign.data.store import fetch
from codesign.errors import InputError, MissingToolError

NOWHERE = "file:///nowhere/at/all"


def test_digits_are_split_without_overlap() -> None:
    parts = [data.load("digits", split) for split in ("train", "validation", "test")]
    assert [len(part.labels) for part in parts] == [1197, 240, 360]
    assert sum(int(part.images.sum()) for part in parts) == 561718  # every image is in one of them
    assert all(part.images.min() == 0 and part.images.max() == 16 for part in parts)


def test_an_unknown_task_is_refused() -> None:
    with pytest.raises(InputError, match="unknown task 'letters'"):
        data.load("letters", "test")


def test_a_file_is_fetched_once_and_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CODESIGN_DATA", str(tmp_path / "data"))
    source = tmp_path / "source.gz"
    source.write_bytes(gzip.compress(b"content"))
    right = hashlib.sha256(b"content").hexdigest()
    with pytest.raises(InputError, match="holds data of SHA-256"):
        fetch("set/file.gz", url=source.as_uri(), sha256="0" * 64, unpack=gzip.decompress)
    assert not (tmp_path / "data").exists()
    assert fetch("set/file.gz", url=source.as_uri(), sha256=right, unpack=gzip.decompress) == b"content"
    source.unlink()
    assert fetch("set/file.gz", url=source.as_uri(), sha256=right, unpack=gzip.decompress) == b"content"
    (tmp_path / "data" / "set" / "file.gz").write_bytes(b"no gzip")
    with pytest.raises(InputError, match="cannot be unpacked"):
        fetch("set/file.gz", url=NOWHERE, sha256=right, unpack=gzip.decompress)


def test_an_absent_file_says_where_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CODESIGN_DATA", str(tmp_path))
    with pytest.raises(MissingToolError, match="or set CODESIGN_DATA to a folder that holds set/file"):
        fetch("set/file", url=NOWHERE, sha256="0" * 64)


def test_mfcc_of_silence_and_of_tones() -> None:
    silence = mfcc(np.zeros(4000), 8000, FRAMES)
    assert silence.shape == (FRAMES, COEFFICIENTS)
    np.testing.assert_allclose(silence[:, 1:], 0, atol=1e-12)  # a flat spectrum has the first coefficient alone
    time = np.arange(8000) / 8000
    low, high = (mfcc(np.sin(2 * np.pi * hz * time), 8000, FRAMES)[10] for hz in (200, 3000))
    assert low[1] > 0 > high[1]  # the second coefficient tells low from high
    louder = mfcc(0.5 * np.sin(2 * np.pi * 200 * time), 8000, FRAMES)[10]
    assert louder[0] < low[0]


def test_spoken_digits_are_split_by_index() -> None:
    try:
        parts = [recordings(split) for split in ("train", "validation", "test")]
    except MissingToolError as error:
        if "CI" in os.environ:
            raise
        pytest.skip(str(error))
    assert [len(part.digits) for part in parts] == [2400, 300, 300]
    for part in parts:
        assert part.features.shape[1:] == (FRAMES, COEFFICIENTS)
        assert 0 <= part.features.min() <= part.features.max() <= LEVELS
        assert len(set(part.speakers)) == 6
        assert len(set(np.bincount(part.digits))) == 1
    assert np.bincount(data.load("keyword", "test").labels).tolist() == [270, 30]
