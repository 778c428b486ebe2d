"""A network of your own, trained in plain PyTorch, as a netlist and as Verilog, both verified: under three minutes.

    python examples/train_your_own.py [--output build/mine] [--epochs 200]

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
    """32 bistable cells and a readout; the scores are the readout's mean over time."""

    def __init__(self) -> None:
        super().__init__()
        # Noise, and a loss near the thresholds, keep the states clear of what transistors cannot tell apart.
        self.memory = nn.FQBMRU(8, 32, batch_first=True, quantised=True,
                                noise=0.02, noise_current=0.3, sparsity=0.15, margin_weight=2.0)  # fmt: skip
        self.readout = nn.Linear(32, 10, quantised=True, noise=0.02, sparsity=0.15)

    def forward(self, inputs: torch.Tensor) -> torch.Tensor:
        """(samples, steps, 8) unit currents to (samples, 10) scores."""
        outputs, _ = self.memory(inputs)
        return self.readout(outputs).mean(dim=1)


def main() -> None:
    """Train, export, verify."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--output", type=Path, default=Path("build/mine"))
    parser.add_argument("--epochs", type=int, default=200)
    arguments = parser.parse_args()

    digits = load_digits()
    order = np.random.Generator(np.random.PCG64(1)).permutation(len(digits.target))
    images, labels = digits.images.astype(np.int64)[order], digits.target.astype(np.int64)[order]
    test, train = slice(0, 360), slice(360, None)

    torch.manual_seed(1)
    torch.set_num_threads(1)  # so small a layer is slower with two, which wait for each other
    net = Net()
    unit = float(coding.scale(CODING.kind, CODING.parameters))
    inputs, wanted = torch.from_numpy(images[train]).float() * unit, torch.from_numpy(labels[train])
    net.memory.calibrate(inputs)
    optimiser = torch.optim.Adam(net.parameters(), lr=0.02)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, arguments.epochs)
    for epoch in range(arguments.epochs):
        for batch in torch.randperm(len(wanted)).split(64):
            loss = torch.nn.functional.cross_entropy(4 * net(inputs[batch]), wanted[batch]) + nn.penalty(net)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            net.memory.project()
            net.readout.project()
        schedule.step()
        if (epoch + 1) % 50 == 0:
            print(f"epoch {epoch + 1}: loss {loss.item():.3f}")
    net.eval()
    with torch.no_grad():
        decisions = net(torch.from_numpy(images[test]).float() * unit).argmax(dim=1).numpy()
    print(f"test accuracy {np.mean(decisions == labels[test]):.1%}, in PyTorch")

    # To hardware: three lines.
    network = nn.to_network({"memory": net.memory, "readout": net.readout}, name="mine", classes="0123456789",
                            coding=CODING, examples=Examples(images=images[train], labels=labels[train]))  # fmt: skip
    analog.export(network, technology=analog.technology.load("generic180"), output=arguments.output / "spice")
    digital.export(network, output=arguments.output / "verilog")

    checkpoint.save(network, arguments.output / "checkpoint.safetensors")
    held_out = Examples(images=images[test], labels=labels[test])
    for target, samples in (("spice", 3), ("verilog", 20)):
        result = verify.verify(network, targets=[target], samples=samples, examples=held_out)
        found = result.targets[target].comparison
        print(
            f"{target}: accuracy of {samples} samples {found.accuracy_target:.0%}; {found.states_agree} of "
            f"{found.states_compared} states and {found.decisions_agree} of {samples} decisions as the twin's: "
            f"{'pass' if result.passed else 'FAIL'}"
        )
        if not result.passed:
            raise SystemExit(1)


if __name__ == "__main__":
    main()
