"""The command line: a thin skin over the Python API. One file per command; ``app.py`` lists them."""

from codesign.cli.app import main

__all__ = ["main"]
