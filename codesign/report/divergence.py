"""Where on the page to look for what a first divergence names."""

from urllib.parse import quote

from codesign.verify.run import VerifyResult

__all__ = ["divergence_links"]


def divergence_links(result: VerifyResult, name: str, address: str) -> list[tuple[str, str]]:
    """(words, address in the page) for the first divergence of the target ``name``: its state map, the parameters of
    its unit, and, where it is in sample 0, whose waveforms are drawn, the step in them. Empty without a divergence."""
    target = result.targets[name]
    first = target.comparison.first_divergence
    if first is None or first.sample >= len(result.labels):
        return []
    place = f"target={quote(name)}&layer={quote(first.layer)}&unit={first.unit}&step={first.step}"
    links = [("the state map", f"/{address}/states?sample={first.sample}&{place}")]
    if any(other.measurement.figures.get("mapping") for other in result.targets.values()):
        found = quote(f"layer:{first.layer} unit:{first.unit}")
        links.append(("its unit's parameters", f"/{address}/mapping?q={found}"))
    if first.sample == 0 and target.measurement.waveforms:
        links.append(("the waveforms of that step", f"/{address}/waveforms?{place}"))
    return links
