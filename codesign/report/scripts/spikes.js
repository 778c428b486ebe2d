/** Spikes of one sample, twin and target over each other: a panel per layer, all with the same steps. */
class Spikes {
  constructor(section) {
    this.section = section;
    const { panels, noun } = numbers.json(section.dataset.spikes);
    this.noun = noun;
    this.panels = panels.map((panel) => ({ ...panel, twin: numbers.bits(panel.twin), target: numbers.bits(panel.target) }));
    this.range = new Range(-0.5, Math.max(...panels.map((panel) => panel.steps)) - 0.5);
    this.step = null;
    const box = section.querySelector(".live");
    this.plots = [];
    for (const panel of this.panels) this.plots.push(this.draw(box.appendChild(document.createElement("div")), panel));
    this.range.listeners.push((from, to) => this.say(from, to));
    plots.tools(section, this.range);
    this.say(...this.range.now);
  }

  draw(box, panel) {
    box.className = "panel";
    box.setAttribute("role", "application");
    box.setAttribute("aria-label", `Spikes of ${panel.title}, ${panel.units} units. Plus and minus zoom, arrows move.`);
    const steps = Array.from({ length: panel.steps }, (_, step) => step);
    return plots.make(box, this.range, {
      height: Math.min(420, Math.max(120, 4 * panel.units)) + 40,
      padding: [10, 12, 0, 0],
      data: [steps, steps.map(() => null)],
      series: [{}, { points: { show: false } }],
      scales: { y: { range: () => [-0.7, panel.units - 0.3], dir: -1 } },
      axes: [
        plots.axis({ label: "step (frame)", size: 28, grid: { show: false }, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500] }),
        plots.axis({ label: `${panel.title}, unit`, size: 40, grid: { show: false }, incrs: [1, 2, 5, 10, 20, 50, 100, 200] }),
      ],
      hooks: { draw: [(u) => this.marks(u, panel)], setCursor: [(u) => this.moved(u)] },
      stepCursor: (parts) => this.at(Math.round((this.step ?? this.range.now[0] + 0.5) + parts)),
    });
  }

  marks(u, { steps, units, twin, target }) {
    const { ctx, bbox } = u;
    const [from, to] = this.range.now;
    const high = (bbox.height / (units + 0.4)) * 0.95;
    const wide = Math.max(1.5 * devicePixelRatio, Math.min(4 * devicePixelRatio, (bbox.width / (to - from)) * 0.3));
    const [ink, bad] = [theme.colour("ink"), theme.colour("bad")];
    ctx.save();
    ctx.beginPath();
    ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
    ctx.clip();
    ctx.lineWidth = 1.2 * devicePixelRatio;
    for (let step = Math.max(0, Math.floor(from)); step <= Math.min(steps - 1, Math.ceil(to)); step++) {
      const x = u.valToPos(step, "x", true);
      for (let unit = 0; unit < units; unit++) {
        const [expected, found] = [twin[step * units + unit], target[step * units + unit]];
        if (!expected && !found) continue;
        const y = u.valToPos(unit, "y", true);
        ctx.fillStyle = expected ? ink : bad;
        ctx.strokeStyle = bad;
        if (expected && found) ctx.fillRect(x - wide / 2, y - high / 2, wide, high);
        else {
          ctx.beginPath();
          ctx.arc(x, y, 3.5 * devicePixelRatio, 0, 2 * Math.PI);
          if (expected) ctx.stroke();
          else ctx.fill();
        }
      }
    }
    ctx.restore();
  }

  moved(u) {
    if (this.moving) return;
    this.at(u.cursor.left >= 0 ? Math.round(u.posToVal(u.cursor.left, "x")) : null, u);
  }

  at(step, from = null) {
    const last = this.range.whole[1] - 0.5;
    this.step = step === null ? null : Math.min(Math.max(step, 0), last);
    this.moving = true;
    for (const plot of this.plots) {
      const place = this.step === null ? { left: -10, top: -10 } : { left: plot.valToPos(this.step, "x"), top: 10 };
      if (plot !== from) plot.batch(() => plot.setCursor(place));
    }
    this.moving = false;
    this.section.querySelector("output.cursor").textContent = this.step === null ? "" : this.words(this.step);
  }

  words(step) {
    const counts = this.panels.map(({ title, steps, units, twin, target }) => {
      let [spikes, differ] = [0, 0];
      for (let i = step * units; i < (step + 1) * units && step < steps; i++) {
        spikes += target[i];
        differ += twin[i] !== target[i];
      }
      return `${title} ${spikes}${differ ? ` (${differ} not as the twin)` : ""}`;
    });
    return `step ${step}: ${counts.join(", ")}`;
  }

  say(from, to) {
    const shown = this.section.querySelector("output.range");
    shown.textContent = `steps ${Math.max(0, Math.ceil(from))} to ${Math.floor(to)}`;
    Object.assign(shown.dataset, { from, to });
    this.section.querySelector('[data-zoom="all"]').disabled = !this.range.zoomed;
  }

  showStep(step) {
    this.range.set(step - 8.5, step + 8.5);
    this.at(step);
  }
}
