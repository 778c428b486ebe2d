/** One drawing at a time; an element that stands for parameters leads to their rows, and a row to its element. */
const schematics = (() => {
  const sheets = new Map();
  const known = new Map();

  /** Which drawing and which part of it shows an element of the netlist: {element: id}. */
  const anchors = (view) => {
    const { mapping, table } = view.querySelector(".schematics").dataset;
    if (!known.has(view)) known.set(view, mapping ? numbers.json(table).anchors : {});
    return known.get(view);
  };

  function choose(view, drawing) {
    for (const other of view.querySelectorAll(".drawing")) other.classList.toggle("chosen", other === drawing);
    for (const link of view.querySelectorAll(".jump a")) {
      if (link.dataset.drawing === drawing.dataset.drawing) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    if (!sheets.has(drawing)) {
      sheets.set(drawing, new Sheet(drawing));
      watch(view, drawing);
    }
  }

  function watch(view, drawing) {
    const said = drawing.querySelector("output.element");
    const shown = new Map();
    for (const [element, id] of Object.entries(anchors(view))) shown.set(id, [...(shown.get(id) ?? []), element]);
    for (const part of drawing.querySelectorAll("[data-element]")) {
      ground(part);
      const note = () => part.querySelector("title")?.textContent ?? part.dataset.element;
      part.addEventListener("pointerenter", () => { said.textContent = note(); });
      part.addEventListener("pointerleave", () => { said.textContent = ""; });
      const go = leadsTo(view, part, shown.get(part.id));
      if (!go) continue;
      part.classList.add("linked");
      part.setAttribute("tabindex", "0");
      part.setAttribute("role", "link");
      part.addEventListener("click", () => { if (!drawing.querySelector(".held")) go(); });
      part.addEventListener("keydown", (event) => { if (event.key === "Enter") go(); });
    }
  }

  /** Rows of the mapping, or the drawing of what is inside a block; null for neither. */
  function leadsTo(view, part, elements) {
    const { mapping } = view.querySelector(".schematics").dataset;
    if (mapping && elements) {
      return () => {
        const here = new URLSearchParams(location.hash.split("?")[1]).get("at");
        location.hash = router.href(mapping, { q: elements.includes(here) ? here : common(elements) });
      };
    }
    const inside = view.querySelector(`.drawing[data-shows~="${CSS.escape(part.dataset.element)}"]`);
    return inside ? () => { location.hash = router.href(view.id, { drawing: inside.dataset.drawing }); } : null;
  }

  /** The whole box of a part can be pointed at, not its lines alone. */
  function ground(part) {
    const { x, y, width, height } = part.getBBox();
    const rect = document.createElementNS(part.namespaceURI, "rect");
    for (const [name, value] of Object.entries({ x, y, width, height })) rect.setAttribute(name, value);
    rect.classList.add("ground");
    part.prepend(rect);
  }

  /** What the paths of elements end with alike: a cell is drawn once for all its units. */
  function common(elements) {
    const parts = elements.map((element) => element.split(".").reverse());
    const same = [];
    for (const [i, part] of parts[0].entries()) {
      if (!parts.every((other) => other[i] === part)) break;
      same.unshift(part);
    }
    return same.join(".") || elements[0];
  }

  function show(view, params) {
    const drawings = [...view.querySelectorAll(".drawing")];
    const id = params.has("at") ? anchors(view)[params.get("at")] : null;
    const part = id ? view.querySelector(`[id="${CSS.escape(id)}"]`) : null;
    if (!drawings.length) return;
    choose(view, part?.closest(".drawing") ?? drawings.find((drawing) => drawing.dataset.drawing === params.get("drawing")) ?? drawings[0]);
    for (const old of view.querySelectorAll(".at")) old.classList.remove("at");
    if (!part) return;
    part.classList.add("at");
    part.scrollIntoView({ block: "center", inline: "center" });
    part.closest(".drawing").querySelector("output.element").textContent = params.get("at");
  }

  return { show };
})();
