"""A network of your own, trained in plain PyTorch, as a netlist and as Verilog, both verified: under three minutes.

    python examples/train_your_own.py [--output build/mine] [--epochs 40]

Everything down to the line "to hardware" is an ordinary training script. The data are arrays of whole numbers: here
scikit-learn's digits, the rows of an image as 8 time steps, its columns as 8 input currents of 0 to 2 unit currents.
"""

import argparse
from pathlib import Path

import numpy as np
import torch
from sklearn.datasets import load_digits

from codesign import analog, checkpoint, coding, digital, nn, verify
from codesign.data import Examples
from codesign.network import Choice

CODING = Choice(kind="current_rows", parameters={"levels": 16, "steps_per_unit": 8})


class Net(torch.nn.Module):
    """24 bistable cells and a readout; the scores are the readout's mean over time."""

    def __init__(self) -> None:
        super().__init__()
        self.memory = nn.FQBMRU(8, 24, batch_first=True, quantised=True)
        self.readout = nn.Linear(24, 10, quantised=True)

    def forward(self, inputs: torch.Tensor) -> torch.Tensor:
        """(samples, steps, 8) unit currents to (samples, 10) scores."""
        outputs, _ = self.memory(inputs)
        return self.readout(outputs).mean(dim=1)


def main() -> None:
    """Train, export, verify."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--output", type=Path, default=Path("build/mine"))
    parser.add_argument("--epochs", type=int, default=40)
    arguments = parser.parse_args()

    digits = load_digits()
    images, labels = digits.images.astype(np.int64), digits.target.astype(np.int64)
    test, train = slice(0, 360), slice(360, None)

    torch.manual_seed(1)
    net = Net()
    unit = float(coding.scale(CODING.kind, CODING.parameters))
    inputs, wanted = torch.from_numpy(images[train]).float() * unit, torch.from_numpy(labels[train])
    net.memory.calibrate(inputs)
    optimiser = torch.optim.Adam(net.parameters(), lr=0.02)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, arguments.epochs)
    for epoch in range(arguments.epochs):
        for batch in torch.randperm(len(wanted)).split(64):
            loss = torch.nn.functional.cross_entropy(8 * net(inputs[batch]), wanted[batch])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            net.memory.project()
        schedule.step()
        print(f"epoch {epoch + 1}: loss {float(loss):.3f}", end="\r" if epoch + 1 < arguments.epochs else "\n")
    net.eval()

    # To hardware: three lines.
    network = nn.to_network({"memory": net.memory, "readout": net.readout}, name="mine", classes="0123456789",
                            coding=CODING, examples=Examples(images=images[train], labels=labels[train]))  # fmt: skip
    analog.export(network, technology=analog.technology.load("generic180"), output=arguments.output / "spice")
    digital.export(network, output=arguments.output / "verilog")

    checkpoint.save(network, arguments.output / "checkpoint.safetensors")
    held_out = Examples(images=images[test], labels=labels[test])
    for target, samples in (("spice", 5), ("verilog", 20)):
        result = verify.verify(network, targets=[target], samples=samples, examples=held_out)
        found = result.targets[target].comparison
        print(f"{target}: {found.states_agree} of {found.states_compared} states and {found.decisions_agree} of "
              f"{samples} decisions as the twin's: {'pass' if result.passed else 'FAIL'}")  # fmt: skip
        if not result.passed:
            raise SystemExit(1)


if __name__ == "__main__":
    main()
