"""Drawings as data: what circuits and block diagrams have in common.

A stage places symbols on a grid, :mod:`~codesign.drawing.router` connects their pins, and the result is a
:class:`~codesign.drawing.sheet.Sheet` of lines and texts, which is written as SVG or as PDF. Nothing here knows of
transistors, of modules, or of the report.
"""
