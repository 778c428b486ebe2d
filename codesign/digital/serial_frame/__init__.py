"""Frames of bytes between a host and the chip: samples in, classes out, nothing lost, doubled or mixed up.

``protocol`` describes the frames and holds every constant that both sides share. ``receiver``, ``sender`` and
``chip`` are the chip's side (RTL), ``host`` is the computer's.
"""

from codesign.digital.serial_frame.chip import FrameLink
from codesign.digital.serial_frame.host import ChipResult, Host, Transport
from codesign.digital.serial_frame.protocol import Frame, Identity, Status, decode, encode

__all__ = ["ChipResult", "Frame", "FrameLink", "Host", "Identity", "Status", "Transport", "decode", "encode"]
