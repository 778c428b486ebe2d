"""Which nets of a schematic are wired, and to which edge of the drawing."""

from codesign.analog.schematic.read import Subject

__all__ = ["flagged", "port_sides"]


def flagged(subject: Subject) -> set[str]:
    """Nets that are written at their pins instead of being wired: rails, and ports that are only gates."""
    ends = {net for part in subject.parts for net in (part.top, part.bottom)}
    ends |= {net for part in subject.parts for _, net in part.pins}
    gates = [part.gate for part in subject.parts if part.gate]
    return {
        *subject.supplies,
        *subject.grounds,
        *(net for net in subject.ports if net not in ends and net in gates),
    }


def port_sides(subject: Subject) -> dict[str, str]:
    """``left`` or ``right`` for each port that is wired to the edge: what only drains are connected to is an output, of
    the others the first half comes in."""
    wired = [net for net in subject.ports if net not in flagged(subject)]
    driven = dict.fromkeys(wired, True)
    for part in subject.parts:
        drain = part.bottom if part.symbol == "pmos" else part.top
        for net in (part.top, part.bottom, part.gate):
            if net in driven and (net != drain or net == part.gate or part.symbol not in ("nmos", "pmos")):
                driven[net] = driven[net] and part.symbol == "capacitor"
    others = [net for net in wired if not driven[net]]
    half = len(others) if any(driven.values()) else (len(others) + 1) // 2 if len(others) > 1 else 0
    return {net: "right" if driven[net] or others.index(net) >= half else "left" for net in wired}
