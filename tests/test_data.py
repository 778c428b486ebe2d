"""Data sets: fixed splits, and what happens when a file is absent or not what it should be."""

import gzip
import hashlib
from pathlib import Path

import numpy as np
import pytest

from codesign import data
from codesign.data import fsdd
from codesign.data.fsdd import FRAMES, LEVELS, recordings
from codesign.data.mfcc import COEFFICIENTS, mfcc
from codesign.data.store import fetch
from codesign.errors import InputError, MissingToolError

NOWHERE = "file:///nowhere/at/all"
SPLITS: tuple[data.Split, ...] = ("train", "validation", "test")


@pytest.fixture
def speech() -> None:
    """Leaves a test out where the recordings are absent; in CI they never are: there it is to fail."""
    recordings("test")


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


@pytest.mark.usefixtures("speech")
def test_spoken_digits_are_split_by_index() -> None:
    parts = [recordings(split) for split in SPLITS]
    assert [len(part.digits) for part in parts] == [2400, 300, 300]
    for part in parts:
        assert part.features.shape[1:] == (FRAMES, COEFFICIENTS)
        assert 0 <= part.features.min() <= part.features.max() <= LEVELS
        assert len(set(part.speakers)) == 6
        assert len(set(np.bincount(part.digits))) == 1
        assert_in_rounds(part.digits)
    assert np.bincount(data.load("keyword", "test").labels).tolist() == [270, 30]
    for count in (10, 50, 100):
        assert data.load("keyword", "test").labels[:count].sum() == count // 10


def assert_in_rounds(digits: np.ndarray) -> None:
    """Whatever the number of examples looked at, every digit is among them as often as any other, plus or minus one."""
    counts = np.cumsum(digits[:, None] == np.arange(10)[None, :], axis=0)
    assert np.all(counts.max(axis=1) - counts.min(axis=1) <= 1)


@pytest.mark.usefixtures("speech")
def test_the_official_test_recordings_are_those_of_index_0_to_4() -> None:
    """Looked up in the archive: the features of one recording of each split, computed here."""
    assert all(len(set(recordings(split).speakers[:60])) == 6 for split in SPLITS), "rounds mix the speakers"
    features, digits, speakers, index = fsdd._all(levelled=False)
    spread = recordings("train")
    whole = {}
    for split in SPLITS:
        found = recordings(split)
        whole[split] = {row.tobytes() for row in found.features}
    train = (index >= 10).nonzero()[0]
    mean, deviation = features[train].mean(axis=(0, 1)), features[train].std(axis=(0, 1))
    for position, split in ((0, "test"), (4, "test"), (5, "validation"), (9, "validation"), (10, "train")):
        chosen = ((digits == 7) & (speakers == "theo") & (index == position)).nonzero()[0][0]
        scaled = np.clip(np.rint(((features[chosen] - mean) / deviation / 4 + 0.5) * LEVELS), 0, LEVELS)
        assert scaled.astype(np.int64).tobytes() in whole[split]
    assert len(spread.digits) == len(train)


@pytest.mark.usefixtures("speech")
@pytest.mark.parametrize("task", ["spoken_digits_speakers", "keyword_speakers"])
def test_speakers_held_out_are_in_the_test_alone(task: str) -> None:
    heard = {split: set(fsdd.recordings_by_speaker(split).speakers) for split in SPLITS}
    assert heard["test"] == set(fsdd.HELD_OUT)
    assert heard["train"] == heard["validation"]
    assert heard["train"] & heard["test"] == set()
    assert len(heard["train"]) == 4
    parts = [data.load(task, split) for split in SPLITS]
    assert [len(part.labels) for part in parts] == [1800, 200, 1000]
    for split, part in zip(SPLITS, parts, strict=True):
        assert 0 <= part.images.min() <= part.images.max() <= LEVELS
        assert_in_rounds(fsdd.recordings_by_speaker(split).digits)
    as_they_are, levelled = fsdd._all(levelled=False)[0], fsdd._all(levelled=True)[0]
    changed = np.abs(levelled - as_they_are).max(axis=(0, 1))
    assert changed[0] > 1, "loudness is in the first coefficient"
    expected = parts[2].labels == 0 if task.startswith("spoken") else parts[2].labels == 1
    assert expected.sum() == 100
