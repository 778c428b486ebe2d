/** One drawing at a time; an element that the mapping names leads to its row, and the row to the element. */
const schematics = (() => {
  function show(view, params) {
    const drawings = [...view.querySelectorAll(".drawing")];
    const wanted = params.get("at");
    const holder = wanted && drawings.find((drawing) => drawing.querySelector(`[data-element="${CSS.escape(wanted)}"]`));
    const chosen = holder || drawings.find((drawing) => drawing.dataset.drawing === params.get("drawing")) || drawings[0];
    for (const drawing of drawings) drawing.hidden = drawing !== chosen;
    for (const link of view.querySelectorAll(".jump a")) {
      if (link.dataset.drawing === chosen?.dataset.drawing) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    for (const old of view.querySelectorAll(".at")) old.classList.remove("at");
    const element = holder?.querySelector(`[data-element="${CSS.escape(wanted)}"]`);
    element?.classList.add("at");
    element?.scrollIntoView({ block: "center", inline: "center" });
  }
  return { show };
})();
