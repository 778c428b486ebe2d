"""The operators as loops in C: not written yet."""


def available() -> bool:
    """Not yet."""
    return False
