"""Figures of a batch of dies, each with its 95 % confidence interval."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["accuracies", "histogram", "is_unbalanced", "mean_interval", "summary", "wilson"]

_Z = 1.959963984540054  # of 95 %, both sides
_RESAMPLED = 2000
_BINS = 40


def is_unbalanced(labels: NDArray[np.int64]) -> bool:
    """Whether the most frequent class has more than twice as many samples as the rarest."""
    counts = np.unique_counts(labels).counts
    return bool(len(counts) and counts.max() > 2 * counts.min())


def accuracies(decisions: NDArray[np.int64], labels: NDArray[np.int64], *, balanced: bool) -> NDArray[np.float64]:
    """(dies,) share of ``decisions`` (dies, samples) that are right; ``balanced``: the mean of it over the classes."""
    right = decisions == labels
    if not balanced:
        return np.asarray(right.mean(axis=1))
    each = [right[:, labels == label].mean(axis=1) for label in np.unique(labels)]
    return np.asarray(np.mean(each, axis=0))


def wilson(hits: int, of: int) -> tuple[float, float]:
    """The interval of a share of ``hits`` (E. B. Wilson, 1927); right for small numbers and near 0 and 1, too."""
    if of == 0:
        return 0.0, 1.0
    share, z2 = hits / of, _Z**2
    centre = (share + z2 / (2 * of)) / (1 + z2 / of)
    half = _Z / (1 + z2 / of) * (share * (1 - share) / of + z2 / (4 * of**2)) ** 0.5
    return max(0.0, centre - half), min(1.0, centre + half)


def mean_interval(values: NDArray[np.float64], *, seed: int) -> tuple[float, float]:
    """The interval of the mean of ``values`` (dies,), by a bootstrap of ``_RESAMPLED`` batches."""
    rng = np.random.default_rng(seed)
    counts = rng.multinomial(len(values), np.full(len(values), 1 / len(values)), size=_RESAMPLED)
    low, high = np.percentile(counts @ values / len(values), [2.5, 97.5])
    return float(low), float(high)


def summary(values: NDArray[np.float64], *, seed: int) -> dict[str, Any]:
    """Mean with interval, deviation, extremes and percentiles of ``values`` (dies,)."""
    percentiles = {f"p{p}": float(np.percentile(values, p)) for p in (1, 5, 25, 50, 75, 95)}
    return {
        "mean": float(values.mean()),
        "mean_interval_95": list(mean_interval(values, seed=seed)),
        "deviation": float(values.std(ddof=1)) if len(values) > 1 else 0.0,
        "minimum": float(values.min()),
        **percentiles,
        "maximum": float(values.max()),
    }


def histogram(values: NDArray[np.float64]) -> dict[str, Any]:
    """Dies per bin of accuracy, from the worst one up to 1; the last bin has both its edges."""
    low = np.floor(values.min() * _BINS) / _BINS
    edges = np.linspace(min(float(low), 1 - 1 / _BINS), 1.0, _BINS + 1)
    counts, _ = np.histogram(values, bins=edges)
    return {"edges": edges.tolist(), "dies": counts.tolist()}
