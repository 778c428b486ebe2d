/** Maps of states: which unit and step is under the pointer, and the one that an address names. */
const stateMaps = (() => {
  function watch(figure, mapping) {
    for (const tile of figure.querySelectorAll(".tile")) {
      const drawing = tile.querySelector("svg");
      const said = tile.querySelector(".head span");
      const sample = said.textContent;
      const under = (event) => {
        const box = drawing.getBoundingClientRect();
        const cell = (at, size, count) => Math.min(Math.max(Math.floor((at / size) * count), 0), count - 1);
        return {
          unit: cell(event.clientY - box.top, box.height, Number(figure.dataset.units)),
          step: cell(event.clientX - box.left, box.width, Number(figure.dataset.steps)),
        };
      };
      drawing.addEventListener("pointermove", (event) => {
        const { unit, step } = under(event);
        said.textContent = `${sample}, unit ${unit}, step ${step}`;
      });
      if (mapping) drawing.addEventListener("click", (event) => {
        location.hash = router.href(mapping, { q: `layer:${figure.dataset.layer} unit:${under(event).unit}` });
      });
      drawing.addEventListener("pointerleave", () => { said.textContent = sample; });
    }
  }

  function point(view, params) {
    for (const old of view.querySelectorAll(".here")) old.remove();
    for (const old of view.querySelectorAll(".at")) old.classList.remove("at");
    if (!params.has("sample")) return;
    for (const figure of view.querySelectorAll("figure.states")) {
      if (figure.dataset.target !== params.get("target") || figure.dataset.layer !== params.get("layer")) continue;
      const tile = [...figure.querySelectorAll(".tile")].find((one) => one.dataset.sample === params.get("sample"));
      if (!tile) continue;
      const drawing = tile.querySelector("svg");
      const mark = document.createElementNS(drawing.namespaceURI, "rect");
      mark.classList.add("here");
      for (const [name, value] of Object.entries({ x: params.get("step"), y: params.get("unit"), width: 1, height: 1 })) {
        mark.setAttribute(name, String(Number(value) || 0));
      }
      drawing.append(mark);
      tile.classList.add("at");
      tile.scrollIntoView({ block: "center" });
    }
  }

  const watched = new Set();
  return {
    show(view, params) {
      for (const figure of view.querySelectorAll("figure.states")) {
        if (watched.has(figure)) continue;
        watched.add(figure);
        watch(figure, view.dataset.mapping);
      }
      point(view, params);
    },
  };
})();
