/** Sweeps of a memory cell, with the thresholds that its fingers programme. */
const hysteresis = (() => {
  const ROLES = { up: "s1", down: "s2" };
  const WORDS = { up: "rising", down: "falling" };

  function open(figure) {
    const found = numbers.json(figure.dataset.sweep);
    const box = figure.querySelector(".live");
    const curves = found.curves.map((c) => ({ ...c, x: numbers.float64(c.input), y: numbers.float32(c.output) }));
    const range = new Range(Math.min(...curves.map((c) => c.x[0])), Math.max(...curves.map((c) => c.x.at(-1))));
    const upright = new Range(found.low, found.high);
    const said = figure.querySelector("output");
    const all = figure.querySelector('[data-zoom="all"]');
    plots.make(box, range, {
      height: 300,
      padding: [20, 12, 0, 0],
      data: uPlot.join(curves.map((c) => [Array.from(c.x), Array.from(c.y)])),
      series: [{}, ...curves.map((c) => ({
        stroke: () => theme.colour(ROLES[c.direction] ?? "s3"), width: 1.6, points: { show: false }, spanGaps: true,
      }))],
      upright,
      axes: [
        plots.axis({ label: `input current (${found.unit})`, size: 28 }),
        plots.axis({ label: `output current (${found.unit})`, size: 52 }),
      ],
      hooks: {
        draw: [(u) => {
          for (const [direction, threshold] of Object.entries(found.thresholds)) {
            if (threshold === null) continue;
            const label = () => `${direction === "up" ? "set" : "reset"} ${Number(threshold.toPrecision(3))}`;
            plots.uprights(u, [threshold], {
              role: ROLES[direction], dash: [4, 3], label, side: direction === "up" ? "left" : "right",
            });
          }
        }],
        setCursor: [(u) => {
          if (u.cursor.left < 0) return void (said.textContent = "");
          const at = u.posToVal(u.cursor.left, "x");
          const values = curves.map((c) => {
            const value = numbers.between(c.x, c.y, at);
            return `${WORDS[c.direction] ?? "output"} ${value === null ? "-" : numbers.quantity(value, found.unit)}`;
          });
          said.textContent = `in ${numbers.quantity(at, found.unit, 4)}: ${values.join(", ")}`;
        }],
      },
    });
    box.setAttribute("role", "application");
    box.setAttribute("aria-label", "Output current over input current. Plus and minus zoom, arrows move, 0 shows all.");
    const shown = () => {
      all.disabled = !range.zoomed && !upright.zoomed;
      [box.dataset.in, box.dataset.out] = [range, upright].map((one) => one.now.join(" "));
    };
    for (const one of [range, upright]) one.listeners.push(shown);
    shown();
    plots.tools(figure, range, upright);
  }

  const opened = new Set();
  return {
    show(view) {
      for (const figure of view.querySelectorAll(".sweep")) {
        if (opened.has(figure)) continue;
        opened.add(figure);
        open(figure);
      }
    },
  };
})();
