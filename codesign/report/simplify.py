"""Fewer points for curves that share their time, within a stated error."""

import heapq
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

__all__ = ["kept_points"]


def kept_points(
    time: NDArray[np.float64], curves: Sequence[NDArray[np.float64]], *, within: float, most: int
) -> tuple[NDArray[np.int64], float]:
    """Indices (K,) of the points to keep, rising, and the largest error of the straight lines between them.

    ``curves`` are (N,) each, at the times ``time`` (N,), which do not fall. The stretch with the largest error is
    divided where it is largest (Douglas and Peucker, the worst first) until no error exceeds ``within``, in the unit of
    the curves, or ``most`` points are kept.
    """
    last = len(time) - 1
    if last < 1:
        return np.arange(len(time)), 0.0
    values = np.stack(curves)
    kept = [0, last]
    waiting: list[tuple[float, int, int, int]] = []

    def wait(first: int, final: int) -> None:
        if final - first < 2:
            return
        inside = slice(first + 1, final)
        span = time[final] - time[first]
        share = (time[inside] - time[first]) / span if span > 0 else np.zeros(final - first - 1)
        ends = values[:, first, None], values[:, final, None]
        error = np.abs(values[:, inside] - (ends[0] + (ends[1] - ends[0]) * share)).max(axis=0)
        worst = int(error.argmax())
        heapq.heappush(waiting, (-float(error[worst]), first, first + 1 + worst, final))

    wait(0, last)
    while waiting and -waiting[0][0] > within and len(kept) < most:
        _, first, middle, final = heapq.heappop(waiting)
        kept.append(middle)
        wait(first, middle)
        wait(middle, final)
    return np.sort(np.array(kept, dtype=np.int64)), -waiting[0][0] if waiting else 0.0
