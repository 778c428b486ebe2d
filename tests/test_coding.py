"""Input codings of spikes: what they promise, and values pinned, for the chip computes the same ones."""

import hashlib

import numpy as np
import pytest

from codesign import coding
from codesign.coding.bernoulli import random_words
from codesign.coding.one_shot import frame_of_pixel
from codesign.errors import InputError

BERNOULLI = {"levels": 255, "black_frames": 20, "active_frames": 200, "rate": 64, "seed": 1}
ONE_SHOT = {"levels": 255, "level": 128, "frames": 22, "seed": 1}
WHITE = np.full((1, 28, 28), 255)
RAMP = np.arange(784).reshape(1, 28, 28) * 255 // 783


def digest(array: np.ndarray, kind: str) -> str:
    return hashlib.sha256(array.astype(kind).tobytes()).hexdigest()[:16]


def test_generator() -> None:
    assert random_words(1, 5).tolist() == [270369, 67634689, 2647435461, 307599695, 2398689233]


def test_bernoulli_values() -> None:
    spikes = coding.encode("bernoulli", BERNOULLI, WHITE)
    assert spikes.shape == (1, 220, 784)
    assert np.flatnonzero(spikes[0, :, 0])[:8].tolist() == [20, 24, 27, 43, 48, 54, 59, 62]
    assert np.flatnonzero(spikes[0, 20])[:8].tolist() == [0, 1, 3, 5, 6, 7, 13, 14]
    ramp = coding.encode("bernoulli", BERNOULLI, RAMP)
    assert (int(spikes.sum()), int(ramp.sum())) == (31393, 16824)
    assert digest(ramp, "u1") == "1edc8ba3cdf3c158"


def test_bernoulli_keeps_its_promises() -> None:
    spikes = coding.encode("bernoulli", BERNOULLI, np.concatenate([WHITE, RAMP, 0 * WHITE]))
    assert not spikes[:, :20].any(), "black frames"
    assert not (spikes[:, 1:] & spikes[:, :-1]).any(), "no pixel spikes in two frames running"
    assert not spikes[2].any(), "a black image never spikes"
    # Due with p = 1/4 and silent after a spike: p / (1 + p) = 1/5 of the frames.
    assert spikes[0, 20:].mean() == pytest.approx(0.2, abs=0.003)
    assert spikes[1, 20:, 392].mean() == pytest.approx(1 / 9, abs=0.05), "half the brightness"
    assert (coding.encode("bernoulli", BERNOULLI, WHITE) == spikes[:1]).all(), "each image starts the generator anew"
    other = coding.encode("bernoulli", {**BERNOULLI, "seed": 2}, WHITE)
    assert (other != spikes[:1]).any()


def test_one_shot_values() -> None:
    frames = frame_of_pixel(1, 22, 784)
    assert frames[:10].tolist() == [4, 16, 4, 15, 7, 12, 6, 6, 12, 6]
    assert digest(frames, "<i8") == "4b9aa4971272e2c4"


def test_one_shot_keeps_its_promises() -> None:
    images = np.concatenate([WHITE, RAMP, 0 * WHITE])
    spikes = coding.encode("one_shot", ONE_SHOT, images)
    assert spikes.shape == (3, 23, 784)
    assert not spikes[:, 0].any(), "the reset frame is black"
    assert np.array_equal(spikes.sum(axis=1), images.reshape(3, 784) >= 128), "each bright pixel once, no other"
    assert set(np.bincount(frame_of_pixel(1, 22, 784), minlength=22)) == {35, 36}, "all frames carry alike"
    assert np.array_equal(spikes, coding.encode("one_shot", ONE_SHOT, images))
    other = coding.encode("one_shot", {**ONE_SHOT, "seed": 2}, images)
    assert (other != spikes).any()


def test_the_values_that_were_found_are_named() -> None:
    with pytest.raises(InputError, match=r"of 0\.\.16 \(the coding's levels\), not \(1, 2, 2\) of 0\.\.17$"):
        coding.encode("current_rows", {"levels": 16, "steps_per_unit": 8}, np.array([[[0, 17], [1, 2]]]))


@pytest.mark.parametrize("kind", ["bernoulli", "one_shot"])
@pytest.mark.parametrize("images", [WHITE + 1, WHITE - 256, WHITE[0]])
def test_images_out_of_range_are_refused(kind: str, images: np.ndarray) -> None:
    with pytest.raises(InputError, match=r"images must be \(samples, rows, columns\) of 0\.\.255"):
        coding.encode(kind, BERNOULLI if kind == "bernoulli" else ONE_SHOT, images)
