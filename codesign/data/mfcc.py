"""Mel-frequency cepstral coefficients (S. Davis, P. Mermelstein, 1980)."""

import math

import numpy as np
from numpy.typing import NDArray

__all__ = ["COEFFICIENTS", "mfcc"]

COEFFICIENTS = 13
_HOP_S, _WINDOW_S = 0.016, 0.032
_FILTERS = 26
_LOWEST_HZ = 60.0
_FLOOR = 1e-8  # of a filter's energy: some 80 dB below full scale, so that digital silence has a logarithm


def mfcc(samples: NDArray[np.float64], rate_hz: int, frames: int) -> NDArray[np.float64]:
    """(frames, COEFFICIENTS) of samples in -1..1: Hamming windows of 32 ms every 16 ms, 26 triangular mel filters,
    natural logarithm, orthonormal DCT-II. What is longer is cut off, what is shorter ends in silence."""
    hop, window = round(_HOP_S * rate_hz), round(_WINDOW_S * rate_hz)
    padded = np.zeros((frames - 1) * hop + window)
    padded[: min(len(samples), len(padded))] = samples[: len(padded)]
    cut = np.lib.stride_tricks.sliding_window_view(padded, window)[::hop]
    power = np.abs(np.fft.rfft(cut * np.hamming(window), axis=1)) ** 2 / window
    energies = np.log(power @ _filters(rate_hz, window).T + _FLOOR)
    order, position = np.arange(COEFFICIENTS)[:, None], np.arange(_FILTERS)[None, :]
    transform = np.cos(np.pi * order * (2 * position + 1) / (2 * _FILTERS)) * np.sqrt(2 / _FILTERS)
    transform[0] /= np.sqrt(2)
    return np.asarray(energies @ transform.T)


def _filters(rate_hz: int, window: int) -> NDArray[np.float64]:
    """(filters, frequencies): triangles, evenly spaced in mel = 2595 log10(1 + f / 700)."""
    lowest, highest = (2595 * math.log10(1 + hz / 700) for hz in (_LOWEST_HZ, rate_hz / 2))
    corners = 700 * (10 ** (np.linspace(lowest, highest, _FILTERS + 2) / 2595) - 1)
    frequencies = np.fft.rfftfreq(window, 1 / rate_hz)[None, :]
    low, middle, high = corners[:-2, None], corners[1:-1, None], corners[2:, None]
    rising, falling = (frequencies - low) / (middle - low), (high - frequencies) / (high - middle)
    return np.asarray(np.maximum(0, np.minimum(rising, falling)))
