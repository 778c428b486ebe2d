"""The Free Spoken Digit Dataset (Z. Jackson et al., CC BY-SA 4.0): 3,000 recordings at 8 kHz, as MFCC frames.

Recording ``{digit}_{speaker}_{index}``; the official test set is index 0 to 4 of every digit and speaker, so the six
speakers are the same in training and test. :func:`recordings_by_speaker` tests with speakers never heard in training,
all recordings brought to one level: the two speakers held out are 4 to 13 times quieter than the others (a median root
mean square of 0.007 and 0.012 of full scale against 0.05 to 0.08), which tells nothing about the way they speak.

Every split comes in rounds: one recording of each digit, 0 to 9, then the next one of each, and so on; within a digit
the order is a seeded permutation. So the first n recordings of a split hold each digit as often as can be, plus or
minus one, whatever n.
"""

import io
import tarfile
import wave
import zlib
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from codesign.data import Split
from codesign.data.mfcc import COEFFICIENTS, mfcc
from codesign.data.store import fetch
from codesign.errors import InputError

__all__ = ["FRAMES", "HELD_OUT", "LEVELS", "Recordings", "recordings", "recordings_by_speaker"]

FRAMES = 50
"""Frames of 16 ms that are kept of a recording: 0.8 s; shorter ones end in silence."""
LEVELS = 64
"""A feature is a whole number from 0 to this, its mean in the middle; ``LEVELS`` / 4 is one standard deviation."""

_RATE = 8000
_URL = "https://github.com/Jakobovski/free-spoken-digit-dataset/archive/refs/heads/master.tar.gz"
_SHA256 = "31b4955b565bab486bb8a80b6af497de56f55d3e8884259597637c345f558db2"
HELD_OUT = ("theo", "yweweler")
"""The speakers of the test with speakers held out: the last two of six in the alphabet, chosen before any training."""

_TEST_INDEX = range(5)
_VALIDATION_INDEX = range(5, 10)
_ORDER_SEED = 3000
_LEVEL = 0.1
"""Root mean square, of full scale, of a recording that was brought to one level."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Recordings:
    """Features (recordings, FRAMES, COEFFICIENTS) of 0..LEVELS, and what was said by whom."""

    features: NDArray[np.int64]
    digits: NDArray[np.int64]
    speakers: NDArray[np.str_]


def recordings(split: Split) -> Recordings:
    """The official split: index 0-4 of each speaker and digit test, 5-9 validate, 10-49 train.

    Mean and deviation of the features are those of the training recordings. Raises MissingToolError where the
    archive is absent.
    """
    index = _all(levelled=False)[3]
    test, validation = np.isin(index, _TEST_INDEX), np.isin(index, _VALIDATION_INDEX)
    return _chosen(split, test=test, validation=validation, levelled=False)


def recordings_by_speaker(split: Split) -> Recordings:
    """All recordings of the speakers ``HELD_OUT`` test; of the four others index 5-9 validate and the rest train.

    Each recording is scaled to one level, as an automatic gain control in front of the filters does.
    """
    _, _, speakers, index = _all(levelled=True)
    test = np.isin(speakers, HELD_OUT)
    return _chosen(split, test=test, validation=~test & np.isin(index, _VALIDATION_INDEX), levelled=True)


def _chosen(split: Split, *, test: NDArray[np.bool_], validation: NDArray[np.bool_], levelled: bool) -> Recordings:
    """The recordings of ``split`` in rounds over the digits, their features scaled by those that train."""
    features, digits, speakers, _ = _all(levelled=levelled)
    train = ~(test | validation)
    frames = features[train].reshape(-1, COEFFICIENTS)
    of_split = np.flatnonzero({"test": test, "validation": validation, "train": train}[split])
    chosen = of_split[_in_rounds(digits[of_split])]
    scaled = (features[chosen] - frames.mean(axis=0)) / frames.std(axis=0)
    whole = np.clip(np.rint((scaled / 4 + 0.5) * LEVELS), 0, LEVELS).astype(np.int64)
    return Recordings(features=whole, digits=digits[chosen], speakers=speakers[chosen])


def _in_rounds(digits: NDArray[np.int64]) -> NDArray[np.int64]:
    """An order of ``digits`` in which each comes once before any comes again."""
    shuffled = np.random.Generator(np.random.PCG64(_ORDER_SEED)).permutation(len(digits))
    round_of = np.zeros(len(digits), dtype=np.int64)
    for digit in np.unique(digits):
        of_digit = shuffled[digits[shuffled] == digit]
        round_of[of_digit] = np.arange(len(of_digit))
    return np.lexsort((digits, round_of))


@cache
def _all(*, levelled: bool) -> tuple[NDArray[np.float64], NDArray[np.int64], NDArray[np.str_], NDArray[np.int64]]:
    content = fetch("fsdd/recordings.tar.gz", url=_URL, sha256=_SHA256, unpack=_unpacked)
    found = []
    with tarfile.open(fileobj=io.BytesIO(content)) as archive:
        for member in archive:
            stream = archive.extractfile(member)
            if stream is None:
                raise InputError(f"recording {member.name} is no file")
            digit, speaker, index = member.name.removesuffix(".wav").split("_")
            samples = _samples(stream.read(), member.name)
            if levelled:
                samples = samples * (_LEVEL / max(float(np.sqrt(np.mean(samples**2))), 1e-6))
            features = mfcc(samples, _RATE, FRAMES)
            found.append((features, int(digit), speaker, int(index)))
    return (
        np.stack([item[0] for item in found]),
        np.array([item[1] for item in found], dtype=np.int64),
        np.array([item[2] for item in found]),
        np.array([item[3] for item in found], dtype=np.int64),
    )


def _unpacked(packed: bytes) -> bytes:
    """An uncompressed archive of the recordings alone, sorted, without dates: archives of the same recordings differ
    in folders, dates and compression, and are the same here."""
    try:
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            files = {}
            for member in archive:
                stream = archive.extractfile(member) if member.isfile() and member.name.endswith(".wav") else None
                if stream is not None:
                    files[member.name.rpartition("/")[2]] = stream.read()
    except tarfile.TarError as error:
        raise zlib.error(str(error)) from None
    plain = io.BytesIO()
    with tarfile.open(fileobj=plain, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for name in sorted(files):
            entry = tarfile.TarInfo(name)
            entry.size = len(files[name])
            archive.addfile(entry, io.BytesIO(files[name]))
    return plain.getvalue()


def _samples(content: bytes, name: str) -> NDArray[np.float64]:
    with wave.open(io.BytesIO(content)) as stream:
        if (stream.getnchannels(), stream.getsampwidth(), stream.getframerate()) != (1, 2, _RATE):
            raise InputError(f"recording {name} is not mono, 16 bit, {_RATE} Hz")
        return np.frombuffer(stream.readframes(stream.getnframes()), dtype="<i2").astype(np.float64) / 32768
