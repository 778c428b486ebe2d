"""Examples of the user's own, from a file: ``numpy.savez("own.npz", images=images, labels=labels)``."""

import zipfile
from pathlib import Path

import numpy as np

from codesign.data import Examples
from codesign.errors import InputError

__all__ = ["read"]


def read(path: Path) -> Examples:
    """The arrays ``images`` (samples, rows, columns) and ``labels`` (samples,) of an .npz file, whole numbers.

    Raises InputError for a file that is absent, is no such archive, or lacks one of them.
    """
    try:
        archive = np.load(path, allow_pickle=False)
        if not isinstance(archive, np.lib.npyio.NpzFile):
            raise InputError(f"{path}: one array alone; examples are an .npz file with 'images' and 'labels'")
        with archive:
            missing = [name for name in ("images", "labels") if name not in archive]
            if missing:
                held = ", ".join(map(repr, archive.files)) or "nothing"
                raise InputError(f"{path}: the array {missing[0]!r} is missing; the file holds {held}")
            arrays = {name: np.asarray(archive[name]) for name in ("images", "labels")}
    except FileNotFoundError:
        raise InputError(f"no examples at {str(path)!r}; name an .npz file with 'images' and 'labels'") from None
    except (OSError, ValueError, EOFError, zipfile.BadZipFile) as error:
        raise InputError(f"{path}: no readable .npz file ({' '.join(str(error).split())})") from None
    for name, array in arrays.items():
        if not np.issubdtype(array.dtype, np.integer):
            raise InputError(f"{path}: {name!r} holds {array.dtype}; only whole numbers are allowed")
    return Examples(images=arrays["images"].astype(np.int64), labels=arrays["labels"].astype(np.int64))
