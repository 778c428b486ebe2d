"""The Free Spoken Digit Dataset (Z. Jackson et al., CC BY-SA 4.0): 3,000 recordings at 8 kHz, as MFCC frames.

Recording ``{digit}_{speaker}_{index}``; the official test set is index 0 to 4 of every digit and speaker. The six
speakers are the same in training and test.
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

__all__ = ["FRAMES", "LEVELS", "Recordings", "recordings"]

FRAMES = 50
"""Frames of 16 ms that are kept of a recording: 0.8 s; shorter ones end in silence."""
LEVELS = 64
"""A feature is a whole number from 0 to this, its mean in the middle; ``LEVELS`` / 4 is one standard deviation."""

_RATE = 8000
_URL = "https://github.com/Jakobovski/free-spoken-digit-dataset/archive/refs/heads/master.tar.gz"
_SHA256 = "31b4955b565bab486bb8a80b6af497de56f55d3e8884259597637c345f558db2"
_VALIDATION_INDEX = range(5, 10)


@dataclass(frozen=True, eq=False, kw_only=True)
class Recordings:
    """Features (recordings, FRAMES, COEFFICIENTS) of 0..LEVELS, and what was said by whom."""

    features: NDArray[np.int64]
    digits: NDArray[np.int64]
    speakers: NDArray[np.str_]


def recordings(split: Split) -> Recordings:
    """Index 0-4 of each speaker and digit test, 5-9 validate, 10-49 train.

    Mean and deviation of the features are those of the training recordings. Raises MissingToolError where the
    archive is absent.
    """
    features, digits, speakers, index = _all()
    test, validation = index < _VALIDATION_INDEX.start, np.isin(index, _VALIDATION_INDEX)
    train = ~(test | validation)
    frames = features[train].reshape(-1, COEFFICIENTS)
    scaled = (features - frames.mean(axis=0)) / frames.std(axis=0)
    whole = np.clip(np.rint((scaled / 4 + 0.5) * LEVELS), 0, LEVELS).astype(np.int64)
    chosen = {"test": test, "validation": validation, "train": train}[split]
    return Recordings(features=whole[chosen], digits=digits[chosen], speakers=speakers[chosen])


@cache
def _all() -> tuple[NDArray[np.float64], NDArray[np.int64], NDArray[np.str_], NDArray[np.int64]]:
    content = fetch("fsdd/recordings.tar.gz", url=_URL, sha256=_SHA256, unpack=_unpacked)
    found = []
    with tarfile.open(fileobj=io.BytesIO(content)) as archive:
        for member in archive:
            stream = archive.extractfile(member)
            if stream is None:
                raise InputError(f"recording {member.name} is no file")
            digit, speaker, index = member.name.removesuffix(".wav").split("_")
            features = mfcc(_samples(stream.read(), member.name), _RATE, FRAMES)
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
