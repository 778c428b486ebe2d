# amaranth: UnusedElaboratable=no
"""Host and chip over a simulated line: the whole RTL with its UART, whatever happens to the bytes."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from networks import rows_network, src_layer, src_network
from serial_line import PAUSE, SimulatedChip

from codesign import checkpoint, twin
from codesign.digital import Options, boards, options
from codesign.digital.serial_frame import Frame, Host, decode, encode, protocol
from codesign.digital.serial_frame.protocol import Decoder
from codesign.errors import InputError, ToolError
from codesign.network import Network
from codesign.verify import encoded_test_samples


def spiking() -> Network:
    weights = np.random.Generator(np.random.PCG64(3)).integers(-16, 17, size=(10, 12))
    return src_network((src_layer(weight=weights),))


def inputs(network: Network, samples: int, steps: int) -> np.ndarray:
    generator = np.random.Generator(np.random.PCG64(5))
    if network.coding.kind == "bernoulli":
        found = generator.random((samples, steps, network.inputs)) < 0.3
        found[:, :2] = False
        return found.astype(np.int64)
    return generator.integers(0, 17, (samples, steps, network.inputs))


def connected(network: Network, **chosen: int) -> tuple[SimulatedChip, Host]:
    chip = SimulatedChip(network, Options(**chosen))
    return chip, Host(network, chip)


def check(network: Network, host: Host, samples: np.ndarray) -> None:
    trace = twin.simulate(network, samples)
    for index, sample in enumerate(samples):
        found = host.run(sample)
        assert found.decision == trace.decisions[index]
        assert list(found.scores) == trace.scores[index].tolist()


@pytest.mark.parametrize("network", [rows_network(), spiking()], ids=lambda network: network.name)
def test_the_chip_says_what_the_twin_says(network):
    chip, host = connected(network, units_per_cycle=4, events_per_cycle=3)
    host.start()
    samples = inputs(network, 3, 12)
    check(network, host, samples)
    assert host.repeated == 0
    status = host.status()
    assert (status.crc_errors, status.broken_off, status.framing_errors, status.refused) == (0, 0, 0, 0)
    assert chip.decision == twin.simulate(network, samples).decisions[-1]


def test_a_shipped_model_with_the_engine_of_its_board():
    network = checkpoint.load(Path(__file__).parents[1] / "models" / "digits-src")
    samples, _ = encoded_test_samples(network, 1)
    chip = SimulatedChip(network, options.engine(boards.load("icebreaker").engine), patience=20_000)
    host = Host(network, chip)
    host.start()
    check(network, host, samples)


def test_a_damaged_line_costs_time_and_nothing_else():
    network = spiking()
    chip, host = connected(network, units_per_cycle=5, events_per_cycle=2)
    generator = np.random.Generator(np.random.PCG64(8))
    host.start()

    def damage(data: bytes) -> bytes:
        if generator.random() < 0.6:
            return data
        harmed = bytearray(data)
        place = int(generator.integers(len(data)))
        kind = int(generator.integers(3))
        if kind == 0:
            harmed[place] ^= 1 << int(generator.integers(8))
        elif kind == 1:
            del harmed[place]
        else:
            harmed.insert(place, int(generator.integers(256)))
        return bytes(harmed)

    chip.damage = damage
    check(network, host, inputs(network, 6, 14))
    chip.damage = lambda data: data
    status = host.status()
    assert host.repeated > 0
    assert status.crc_errors + status.broken_off > 0


def test_a_lost_answer_makes_no_item_come_twice():
    network = rows_network()
    chip, host = connected(network, units_per_cycle=2)
    host.start()
    read, lost = chip.read, False

    def losing(size: int = 1) -> bytes:
        nonlocal lost
        if not lost:
            lost = True
            ack = b"".join(read(1) for _ in range(6))
            assert decode(ack) == [Frame(kind=protocol.ACK)]
            return b""
        return read(size)

    chip.read = losing
    check(network, host, inputs(network, 2, 9))
    assert host.repeated == 1


@settings(max_examples=5, deadline=None)
@given(junk=st.lists(st.one_of(st.binary(max_size=30), st.builds(
    lambda kind, sequence, payload: encode(Frame(kind=kind, sequence=sequence, payload=payload)),
    st.sampled_from([0, protocol.START, protocol.QUERY, protocol.REPEAT, 7, 0xFF]), st.integers(1, 255),
    st.binary(max_size=9))), max_size=5))  # fmt: skip
def test_no_bytes_on_the_line_spoil_the_next_sample(junk):
    network = rows_network()
    chip, host = connected(network, units_per_cycle=2)
    for data in junk:
        chip.write(data)
        chip.advance(200)
    host.start()
    check(network, host, inputs(network, 1, 5))


@pytest.mark.parametrize("chosen", [{"units_per_cycle": 5, "events_per_cycle": 2},
                                     {"units_per_cycle": 4, "events_per_cycle": 1, "serial_sums": True},
                                     {"fold_black_frames": False}])  # fmt: skip
def test_a_sample_that_was_broken_off_is_dropped(chosen):
    network = spiking()
    chip, host = connected(network, **chosen)
    host.start()
    size = -(-chip.chip.network.source.layout.size // 8)
    everything = (1 << 8 * size) - 1
    open_step = everything & ~(3 << (chip.chip.network.source.layout.size - 2))  # spikes, and nothing closed
    chip.write(encode(Frame(kind=protocol.ITEMS, sequence=0, payload=open_step.to_bytes(size, "little") * 4)))
    chip.advance(4000)
    host.start()
    check(network, host, inputs(network, 2, 8))


@pytest.mark.parametrize(
    ("frame", "counter"),
    [
        (encode(Frame(kind=9)), "refused"),
        (encode(Frame(kind=protocol.START, payload=b"x")), "refused"),
        (encode(Frame(kind=protocol.ITEMS, sequence=7, payload=bytes(40))), "refused"),
        (encode(Frame(kind=protocol.ITEMS, sequence=0)), "refused"),
        (encode(Frame(kind=protocol.QUERY))[:-1], "broken_off"),
        (encode(Frame(kind=protocol.QUERY))[:-1] + b"\0", "crc_errors"),
        (encode(Frame(kind=protocol.QUERY)), "accepted"),
    ],
)
def test_every_fault_is_counted_for_what_it_is(frame, counter):
    chip, host = connected(rows_network(), units_per_cycle=2)
    host.start()
    before = host.status()
    chip.write(frame)
    chip.advance(len(frame) * 40 + PAUSE + 2000)
    chip.from_chip.clear()
    after = host.status()
    changed = {name for name in vars(before) if getattr(before, name) != getattr(after, name)} - {"accepted"}
    assert changed == {counter} - {"accepted"}
    assert after.accepted - before.accepted == (2 if counter == "accepted" else 1)


def test_another_model_and_silence_are_told():
    chip, _ = connected(rows_network(), units_per_cycle=2)
    other = rows_network()
    other = Network(**{**{name: getattr(other, name) for name in ("task", "classes", "coding", "layers", "decision")},
                       "name": "other"})  # fmt: skip
    with pytest.raises(InputError, match="another model"):
        Host(other, chip).start()

    class Silence:
        def write(self, data: bytes) -> None: ...

        def read(self, size: int = 1) -> bytes:
            return b""

    with pytest.raises(ToolError, match="no answer"):
        Host(rows_network(), Silence()).start()


@given(
    frames=st.lists(st.builds(Frame, kind=st.integers(0, 255), sequence=st.integers(0, 255),
                              payload=st.binary(max_size=255)), max_size=4),
    before=st.binary(max_size=40),
)  # fmt: skip
def test_frames_are_found_in_any_stream(frames, before):
    # What stands before may look like the beginning of a frame and hold the others back, but never lose one.
    stream = before.replace(bytes([protocol.SYNC]), b"") + b"".join(map(encode, frames))
    assert decode(stream) == frames
    decoder = Decoder()
    assert [frame for byte in stream for frame in decoder.feed(bytes([byte]))] == frames


def test_a_frame_that_is_too_long_is_refused():
    with pytest.raises(InputError, match="at most 255"):
        encode(Frame(kind=1, payload=bytes(256)))
    with pytest.raises(InputError, match="does not fit"):
        protocol.items_per_frame(256)
