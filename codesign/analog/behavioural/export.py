"""Write the macro-models of a network as a folder that plain ``ngspice -b`` can run."""

from pathlib import Path

from codesign.analog.behavioural.netlist import bench_text, chip_text, deck
from codesign.analog.export import stimulus
from codesign.analog.technology import Technology
from codesign.analog.vectorised import Model, calibration
from codesign.files import output_folder
from codesign.network import Network

__all__ = ["export"]


def export(network: Network, *, technology: Technology, output: Path) -> Path:
    """Write ``<model>.cir`` (the network) and ``testbench.cir`` (to run by hand) into the folder ``output``.

    Returns the netlist's path. Raises InputError for a network without circuit or an unusable ``output``.
    """
    chip = deck(Model(network, technology, calibration.found_or_ideal(technology)))
    with output_folder(Path(output)) as folder:
        (folder / f"{network.name}.cir").write_text(chip_text(network, technology, chip))
        bench = bench_text(network, technology, chip, stimulus(network), measured=True)
        (folder / "testbench.cir").write_text(bench)
    return Path(output) / f"{network.name}.cir"
