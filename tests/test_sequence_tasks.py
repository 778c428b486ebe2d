"""Tasks of sequences: labels follow from the inputs by rules of their own, splits share nothing, sizes are kept."""

import time
import zlib
from functools import cache

import numpy as np
import pytest

from codesign import coding, data
from codesign.data import continuous
from codesign.data.sequences import COUNTS
from codesign.errors import InputError

SPLITS: tuple[data.Split, ...] = ("train", "validation", "test")
DRAWN = ("copy_first_5", "copy_first_60", "copy_first_marked_20", "denoising_12", "denoising_40", "denoising_gap_16")


@cache
def loaded(task: str, split: data.Split) -> data.Examples:
    return data.load(task, split)


@pytest.mark.parametrize("task", DRAWN)
def test_no_sequence_is_in_two_splits_nor_twice_in_one(task: str) -> None:
    rows = [row.tobytes() for split in SPLITS for row in loaded(task, split).images]
    assert len(rows) == len(set(rows)) == sum(COUNTS.values())
    assert [len(loaded(task, split).labels) for split in SPLITS] == [COUNTS[split] for split in SPLITS]


@pytest.mark.parametrize("task", DRAWN)
def test_sequences_fit_the_coding_and_classes_are_alike_frequent(task: str) -> None:
    steps = int(task.rpartition("_")[2])
    for split in SPLITS:
        examples = loaded(task, split)
        inputs = coding.encode("current_rows", {"levels": 7, "steps_per_unit": 4}, examples.images)
        assert inputs.shape[:2] == (COUNTS[split], steps)
        counts = np.bincount(examples.labels, minlength=len(data.classes(task)))
        expected = COUNTS[split] / len(data.classes(task))
        assert len(counts) == len(data.classes(task))
        assert np.all(np.abs(counts - expected) < 5 * np.sqrt(expected)), "five standard deviations"


@pytest.mark.parametrize("task", ["copy_first_5", "copy_first_60"])
def test_the_first_number_is_asked_for_and_the_others_tell_nothing_of_it(task: str) -> None:
    examples = loaded(task, "test")
    assert examples.images.shape[2] == 1
    for image, label in zip(examples.images.tolist(), examples.labels.tolist(), strict=True):
        assert data.classes(task)[label] == str(image[0][0])
    for step in range(1, examples.images.shape[1]):
        assert abs(np.corrcoef(examples.images[:, step, 0], examples.labels)[0, 1]) < 5 / np.sqrt(COUNTS["test"])
        assert np.ptp(examples.images[:, step, 0]) == 7


def test_a_mark_in_the_first_step_is_all_that_is_added() -> None:
    marked, plain = loaded("copy_first_marked_20", "test"), data.load("copy_first_20", "test")
    np.testing.assert_array_equal(marked.images[:, :, 0], plain.images[:, :, 0])
    np.testing.assert_array_equal(marked.labels, plain.labels)
    assert np.all(marked.images[:, 0, 1] == 7)
    assert not marked.images[:, 1:, 1].any()


@pytest.mark.parametrize(("task", "asked"), [("denoising_12", 12), ("denoising_40", 40), ("denoising_gap_16", 8)])
def test_five_marked_bits_are_asked_for_in_their_order(task: str, asked: int) -> None:
    examples = loaded(task, "validation")
    for image, label in zip(examples.images.tolist(), examples.labels.tolist(), strict=True):
        marked = [str(value) for value, mark in image if mark == 1]
        assert {mark for _, mark in image} <= {0, 1}
        assert data.classes(task)[label] == "".join(marked)
        assert len(marked) == 5
    often = examples.images[:, :, 1].mean(axis=0)
    assert not often[asked:].any()
    assert np.all(np.abs(often[:asked] - 5 / asked) < 5 * np.sqrt(5 / asked / COUNTS["validation"]))
    unmarked = examples.images[:, :, 0][examples.images[:, :, 1] == 0]
    assert abs(unmarked.mean() - 0.5) < 0.02


def test_the_published_gap_is_the_last_200_of_400_steps() -> None:
    marks = data.load("denoising_gap_400", "validation").images[:, :, 1]
    assert marks.shape[1] == 400
    assert not marks[:, 200:].any()
    assert marks[:, 199].any()


def test_the_same_sequences_come_every_time() -> None:
    """The bytes themselves: what a study has measured is measured on them."""
    sums = {
        task: [zlib.crc32(loaded(task, split).images.astype("<i8").tobytes()) for split in SPLITS]
        for task in ("copy_first_5", "denoising_12", "denoising_gap_16")
    }
    assert sums == {
        "copy_first_5": [1647247829, 1432069734, 1206667413],
        "denoising_12": [1307350156, 3382817994, 2580850245],
        "denoising_gap_16": [2481251183, 2823825974, 1809506838],
    }


def test_the_published_tasks_ask_for_numbers() -> None:
    first = continuous.copy_first("test", 30)
    assert first.inputs.shape == (COUNTS["test"], 30, 1)
    np.testing.assert_array_equal(first.targets[:, 0], first.inputs[:, 0, 0])
    assert abs(first.inputs.mean()) < 0.02
    assert abs(first.inputs.std() - 1) < 0.02
    for gap in (0, 12):
        found = continuous.denoising("validation", 20, gap=gap)
        assert found.inputs.shape == (COUNTS["validation"], 21, 2)
        for steps, asked in zip(found.inputs.tolist(), found.targets.tolist(), strict=True):
            assert [value for value, mark in steps if mark == 0] == asked
            assert steps[-1] == [0, 1]
            assert {mark for _, mark in steps[20 - gap : 20]} <= {-1}
            assert len(asked) == 5
    again = continuous.denoising("validation", 20, gap=12)
    np.testing.assert_array_equal(again.inputs, found.inputs)
    assert not np.isin(continuous.copy_first("train", 30).targets, first.targets).mean() > 0.01
    with pytest.raises(InputError, match="20 with a gap of 16 are too few"):
        continuous.denoising("test", 20, gap=16)
    with pytest.raises(InputError, match="needs at least 1 step, not 0"):
        continuous.copy_first("test", 0)


def test_long_sequences_are_quick_to_make() -> None:
    begin = time.process_time()
    examples = data.load("denoising_600", "train")
    assert examples.images.shape == (COUNTS["train"], 600, 2)
    assert time.process_time() - begin < 10


@pytest.mark.parametrize(
    ("task", "message"),
    [
        ("copy_first", "task 'copy_first' needs a size: copy_first_5 to copy_first_2000"),
        ("copy_first_4", "task 'copy_first_4' cannot be made; it needs a size of 5 to 2000, not 4"),
        ("copy_first_2001", "task 'copy_first_2001' cannot be made; it needs a size of 5 to 2000, not 2001"),
        ("denoising_gap_15", "task 'denoising_gap_15' cannot be made; it needs a size of 16 to 2000, not 15"),
        ("digits_8", "unknown task 'digits_8'; the data set 'digits' comes in one size only"),
        ("copy_frist_9", "unknown task 'copy_frist_9'; did you mean 'copy_first'?"),
        ("copy_first_010", None),
        ("mfcc", None),
        ("store", None),
        ("../digits", None),
        ("", None),
        ("copy_first_99999999999999999999", None),
    ],
)  # fmt: skip
def test_wrong_names_and_sizes_are_refused(task: str, message: str | None) -> None:
    for call in (lambda: data.load(task, "test"), lambda: data.classes(task)):
        with pytest.raises(InputError) as caught:
            call()
        text = str(caught.value)
        assert text == message if message else text.startswith(f"unknown task {task!r}")
    assert not data.is_known(task)


def test_classes_have_their_names_in_the_order_of_the_labels() -> None:
    assert data.classes("digits") == data.classes("permuted_mnist") == tuple("0123456789")
    assert data.classes("keyword") == data.classes("keyword_speakers") == ("rest", "zero")
    assert data.classes("copy_first_300") == tuple("01234567")
    names = data.classes("denoising_gap_400")
    assert (len(names), names[0], names[8], names[31]) == (32, "00000", "01000", "11111")
    assert data.is_known("copy_first_300")


@pytest.fixture(scope="module")
def mnist() -> data.Examples:
    return data.load("mnist", "test")


def test_mnist_comes_a_pixel_per_step(mnist: data.Examples) -> None:
    rows = data.load("sequential_mnist", "test")
    np.testing.assert_array_equal(rows.labels, mnist.labels)
    np.testing.assert_array_equal(rows.images[:, 28 * 3 + 5, 0], mnist.images[:, 3, 5])
    np.testing.assert_array_equal(rows.images.reshape(mnist.images.shape), mnist.images)
    mixed = data.load("permuted_mnist", "test").images
    assert mixed.shape == (10000, 784, 1)
    np.testing.assert_array_equal(np.sort(mixed, axis=1), np.sort(rows.images, axis=1))
    assert np.count_nonzero(mixed[:, :, 0] != rows.images[:, :, 0]) > 1_000_000
    # Sorted as columns both are the same; so the order is one for all images, and where each pixel went is known.
    source, place = np.lexsort(rows.images[:, :, 0]), np.lexsort(mixed[:, :, 0])
    np.testing.assert_array_equal(rows.images[:, source, 0], mixed[:, place, 0])
    seen = np.ptp(rows.images[:, source, 0], axis=0) > 64  # pixels that are black everywhere cannot be told apart
    assert seen.sum() > 600
    rows, mixed = data.load("sequential_mnist", "validation"), data.load("permuted_mnist", "validation").images
    np.testing.assert_array_equal(rows.images[:, source[seen], 0], mixed[:, place[seen], 0])


def test_small_mnist_is_the_mean_of_four_pixels_and_black_steps_come_behind(mnist: data.Examples) -> None:
    small = data.load("sequential_mnist_14x14", "test").images
    assert small.shape == (10000, 196, 1)
    assert (small.min(), small.max()) == (0, 255)
    for sample, row, column in ((0, 3, 5), (7, 6, 6), (99, 13, 0), (9999, 7, 9)):
        four = mnist.images[sample, 2 * row : 2 * row + 2, 2 * column : 2 * column + 2]
        assert abs(small[sample, 14 * row + column, 0] - four.mean()) <= 0.5
    for task, steps in (("sequential_mnist_14x14_black_100", 196), ("sequential_mnist_black_300", 784)):
        black = data.load(task, "test").images
        assert black.shape[1] == steps + int(task.rpartition("_")[2])
        assert not black[:, steps:].any()
        np.testing.assert_array_equal(black[:, :196], data.load(task.rpartition("_black")[0], "test").images[:, :196])
    mixed = data.load("permuted_mnist_14x14", "test").images
    np.testing.assert_array_equal(np.sort(mixed, axis=1), np.sort(small, axis=1))
    assert np.any(mixed != small)
