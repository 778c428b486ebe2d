# amaranth: UnusedElaboratable=no
"""Formal proofs about Amaranth components: SymbiYosys with z3, both from pip.

A proof is a component whose inputs may do anything, in every cycle, and its reset, too; what the inputs are assumed to
do; and what must hold. ``prove`` shows by k-induction that it always holds, ``cover`` that the assumptions still allow
what they should.
"""

import os
import re
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from amaranth.back import rtlil
from amaranth.hdl import Assert, Assume, ClockDomain, Const, Cover, Fragment, Module, Signal, Value
from amaranth.hdl._mem import MemoryInstance
from amaranth.lib import wiring

from codesign import tools

__all__ = ["Inside", "NotProvedError", "Proof"]

_FILE = """\
[options]
mode {mode}
depth {depth}
timeout {time_limit_s}
{skip}[engines]
smtbmc z3
[script]
read_rtlil top.il
prep -top top
memory_map -rom-only
[files]
top.il
"""
_STATUS = {0: "pass", 2: "fail", 4: "unknown", 8: "timeout"}
_SPARE_S = 60.0


class NotProvedError(AssertionError):
    """What must hold does not, or was not proved; the text shows the counterexample."""


class Inside:
    """An elaborated component whose registers and memories can be looked at by their names.

    Names are paths as in the Verilog: ``sums.full`` is the signal ``full`` in the submodule ``sums``.
    """

    def __init__(self, component: Any) -> None:
        self.fragment = Fragment.get(component, None)
        self._signals: dict[str, Signal] = {}
        self.registers: list[str] = []
        self.memories: dict[str, MemoryInstance] = {}
        self._collect(self.fragment, "")

    def _collect(self, fragment: Any, path: str) -> None:
        if isinstance(fragment, MemoryInstance):
            self.memories[path.removesuffix(".")] = fragment
            return
        for domain, statements in fragment.statements.items():
            for signal in statements._lhs_signals():
                self._signals.setdefault(path + signal.name, signal)
                if domain != "comb":
                    self.registers.append(path + signal.name)
        for child, name, _ in fragment.subfragments:
            self._collect(child, f"{path}{name}.")

    def __getitem__(self, name: str) -> Signal:
        return self._signals[name]

    def row(self, memory: str, index: int) -> Signal:
        """What row ``index`` of a memory holds."""
        instance = self.memories[memory]
        data = instance._data
        address, row = Const(index, (data.depth - 1).bit_length()), Signal(data.shape, name=f"{memory}_row_{index}")
        instance.read_port(domain="comb", addr=address, data=row, en=Const(1), transparent_for=())
        return row

    def read(self, memory: str) -> Value:
        """What stands at the output of the first read port of a memory."""
        return self.memories[memory]._read_ports[0]._data


class Proof:
    """A component under proof. ``m`` is the module around it, in which a model of it can be built."""

    def __init__(self, component: Any) -> None:
        self.m = Module()
        self.m.domains.sync = self._domain = ClockDomain()
        self.inside = Inside(component)
        self.m.submodules.dut = self.inside.fragment
        self._free: list[Value] = [
            Value.cast(value)
            for _, member, value in component.signature.flatten(component)
            if member.flow == wiring.In
        ]  # fmt: skip
        self._names: set[str] = set()
        self._text = ""

    def free(self, name: str, shape: Any) -> Signal:
        """A signal that may have any value in any cycle."""
        signal = Signal(shape, name=name)
        self._free.append(signal)
        return signal

    def kept(self, value: Any, *, when: Any = 1, name: str) -> Signal:
        """A register that takes ``value`` in the cycles of ``when``."""
        value = Value.cast(value)
        signal = Signal(value.shape(), name=name)
        with self.m.If(when):
            self.m.d.sync += signal.eq(value)
        return signal

    def holds(self, name: str, condition: Any) -> None:
        """What must always hold."""
        self.m.d.comb += Assert(self._named(f"holds_{name}", condition))

    def given(self, condition: Any) -> None:
        """What is taken for granted of the inputs."""
        self.m.d.comb += Assume(condition)

    def reached(self, name: str, condition: Any) -> None:
        """What must be possible."""
        self.m.d.comb += Cover(self._named(f"reached_{name}", condition))

    def _named(self, name: str, condition: Any) -> Signal:
        if name in self._names:
            raise ValueError(f"{name} is already there")
        self._names.add(name)
        signal = Signal(name=name)
        self.m.d.comb += signal.eq(Value.cast(condition).bool())
        return signal

    def offers_until_taken(self, port: Any, name: str) -> Value:
        """The rule of a stream: what was offered and not taken is still offered."""
        payload = Value.cast(port.payload)
        waiting = self.kept(port.valid & ~port.ready, name=f"{name}_waiting")
        before = self.kept(payload, name=f"{name}_before")
        return ~waiting | (port.valid & (payload == before))

    def prove(self, *, depth: int, time_limit_s: int = 120) -> None:
        """By induction over ``depth`` cycles; raises NotProvedError."""
        self._run("prove", depth, time_limit_s)

    def search(self, *, depth: int, time_limit_s: int = 120) -> None:
        """Look for a counterexample of at most ``depth`` cycles from the first state on; raises NotProvedError."""
        self._run("bmc", depth, time_limit_s)

    def prove_reset(self, *, depth: int, time_limit_s: int = 120) -> None:
        """After one cycle of reset in any state at all, also of memories, all holds for ``depth`` cycles.

        Where induction over as many cycles succeeds, it then holds for ever. Raises NotProvedError.
        """
        self._run("bmc", depth + 1, time_limit_s, from_any_state=True)

    def cover(self, *, depth: int, time_limit_s: int = 120) -> None:
        """Everything that must be possible is, within ``depth`` cycles; raises NotProvedError."""
        self._run("cover", depth, time_limit_s)

    def _run(self, mode: str, depth: int, time_limit_s: int, *, from_any_state: bool = False) -> None:
        text = self._converted()
        if from_any_state:
            text = _without_initial_state(
                text, [name for name, ram in self.inside.memories.items() if ram._write_ports]
            )
        yosys = tools.find("yosys")
        helpers = [f"{yosys}-smtbmc", f"{yosys}-witness"]
        with tempfile.TemporaryDirectory(prefix="codesign-formal-") as name:
            folder = Path(name)
            (folder / "top.il").write_text(text)
            skip = "skip 1\n" if from_any_state else ""
            settings = _FILE.format(mode=mode, depth=depth, time_limit_s=time_limit_s, skip=skip)
            (folder / "proof.sby").write_text(settings)
            done = tools.run(
                "sby",
                ["--yosys", str(yosys), "--smtbmc", helpers[0], "--witness", helpers[1], "-f", "proof.sby"],
                folder=folder,
                time_limit_s=time_limit_s + _SPARE_S,
                environment=_path_with("z3"),
                check=False,
            )
            if done.status != 0:
                raise NotProvedError(self._counterexample(mode, done, folder))

    def _converted(self) -> str:
        # Once: a fragment that was converted is no longer what it was.
        if not self._text:
            began = Signal(name="began", reset_less=True)
            self.m.d.sync += began.eq(1)
            self.m.d.comb += Assume(began | self._domain.rst)
            ports = [self._domain.clk, self._domain.rst, *self._free]
            self._text = rtlil.convert(self.m, name="top", ports=ports, emit_src=False)
        return self._text

    def _counterexample(self, mode: str, done: tools.Finished, folder: Path) -> str:
        status = _STATUS.get(done.status)
        if status is None:
            return f"sby failed:\n{done.stdout[-3000:]}{done.stderr[-1000:]}"
        lines = [f"{mode}: {status}"]
        lines += sorted(set(re.findall(r"(?:Assert failed|Unreached cover|Induction failed).*", done.stdout)))
        for trace in sorted((folder / "proof" / "engine_0").glob("trace*.vcd")) if mode != "cover" else ():
            values = waveform(trace.read_text())
            last = max((len(found) for found in values.values()), default=0)
            wrong = [n for n, found in values.items() if n.split(".")[-1].startswith("holds_") and not found[-1]]
            lines += [f"{trace.name}: {last} cycles; in the last one these do not hold: {', '.join(wrong)}"]
            shown = {
                name: found
                for name, found in values.items()
                if "holds_" not in name and not (name.startswith("dut.") and name[4:] in values)
            }
            lines += [f"  {n}: {' '.join(format(v, 'x') for v in found)}" for n, found in sorted(shown.items())]
        return "\n".join(lines)


def _without_initial_state(text: str, memories: Sequence[str]) -> str:
    """RTLIL ``text`` with registers and ``memories`` of the component that begin with anything."""
    names = {name.rpartition(".")[2] for name in memories}
    found = []
    for module in re.split(r"(?m)^(?=module )", text):
        if module.startswith("module \\top.dut"):
            module = re.sub(r"(?m)^ *attribute \\init .*\n", "", module)
            for name in names:
                module = re.sub(
                    rf'(?m)^  cell \$meminit_v2 .*\n    parameter \\MEMID "\\+{name}"\n(?:    .*\n)*  end\n', "", module
                )
        found.append(module)
    return "".join(found)


def waveform(text: str) -> Mapping[str, list[int]]:
    """Of a VCD of smtbmc: path of a signal -> its value in each cycle."""
    names: dict[str, str] = {}
    path: list[str] = []
    now: dict[str, int] = {}
    cycles: list[dict[str, int]] = []
    for line in text.splitlines():
        words = line.split()
        if not words:
            continue
        if words[0] == "$scope":
            path.append(words[2])
        elif words[0] == "$upscope":
            path.pop()
        elif words[0] == "$var" and not re.search(r"[$]|_witness_|smt_", words[4]):
            names.setdefault(words[3], ".".join([*path[1:], words[4]]))
        elif line.startswith("#"):
            if now:
                cycles.append(dict(now))
        elif line.startswith("b"):
            now[words[1]] = int(words[0][1:].replace("x", "0").replace("z", "0"), 2)
        elif line[0] in "01":
            now[line[1:]] = int(line[0])
    return {name: [cycle.get(key, 0) for cycle in cycles[::2]] for key, name in names.items()}


def _path_with(*names: str) -> Mapping[str, str]:
    return {"PATH": os.pathsep.join([*(str(tools.find(name).parent) for name in names), os.environ.get("PATH", "")])}
