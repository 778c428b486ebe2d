/** The waveforms of one target: plots above each other with one time axis, one cursor and one row of buttons. */
class Signals {
  constructor(section) {
    this.section = section;
    const found = numbers.json(section.dataset.signals);
    [this.step, this.start] = [found.step_s * 1e3, found.start_s * 1e3]; // all times in ms
    this.groups = found.groups.map((group) => {
      const times = group.times.map((text) => numbers.float64(text).map((s) => s * 1e3));
      return { ...group, times, signals: group.signals.map((s) => ({ ...s, t: times[s.time], v: numbers.float32(s.values) })) };
    });
    const ends = this.groups.flatMap((group) => group.times.map((time) => [time[0], time.at(-1)]));
    this.range = new Range(Math.min(...ends.map(([from]) => from)), Math.max(...ends.map(([, to]) => to)));
    this.cursor = null;
    this.plots = [];
    for (const box of section.querySelectorAll(".live")) this.draw(box, this.groups[Number(box.dataset.group)]);
    this.range.listeners.push((from, to) => this.say(from, to));
    plots.tools(section, this.range);
    this.say(...this.range.now);
  }

  draw(box, group) {
    const count = group.signals.length;
    const high = group.rows ? 34 + count * (count <= 12 ? 32 : 22) : 270;
    const slot = ((group.high - group.low) || 1) / 0.84;
    const shown = group.signals.map((signal, row) => (group.rows
      ? signal.v.map((value) => Math.min(Math.max(value, group.low), group.high) - row * slot)
      : signal.v));
    const data = group.times.length === 1
      ? [group.times[0], ...shown]
      : uPlot.join(group.signals.map((signal, i) => [Array.from(signal.t), Array.from(shown[i])]));
    const margin = (group.high - group.low || 1) * 0.04;
    const y = group.rows ? [group.low - (count - 1) * slot - margin, group.high + margin] : [group.low - margin, group.high + margin];
    const plot = plots.make(box, this.range, {
      height: high + 30,
      padding: [20, (u) => (u.width < 480 ? 58 : 82), 0, 0], // all plots alike: they share the time axis
      data,
      series: [{}, ...group.signals.map((signal, row) => this.series(group, row, slot))],
      scales: { y: { range: () => y } },
      axes: [
        plots.axis({ label: "time (ms)", grid: { show: false }, size: 28 }),
        group.rows
          ? plots.axis({
            splits: () => group.signals.map((_, row) => -row * slot),
            values: (u) => group.signals.map((s) => this.short(s.name, u)),
            size: this.left,
            ticks: { show: false },
          })
          : plots.axis({ label: group.label, size: (u) => this.left(u) - 18 }), // the label has its own 18
      ],
      hooks: { drawAxes: [(u) => this.steps(u)], setCursor: [(u) => this.moved(u)] },
      stepCursor: (parts) => this.stepCursor(parts),
    });
    box.setAttribute("role", "application");
    box.setAttribute("aria-label", `${group.title}: ${count} signals over time. Plus and minus zoom, arrows move.`);
    const values = group.rows ? this.rowValues(box, plot, group, slot) : this.readout(box, plot, group);
    this.plots.push({ plot, box, group, values });
  }

  series(group, row, slot) {
    const role = group.rows ? "s1" : `s${(row % 6) + 1}`;
    const line = { stroke: () => theme.colour(role), width: row === group.winner ? 2.4 : 1.3, points: { show: false }, spanGaps: true };
    if (group.rows) return { ...line, fillTo: () => -row * slot, fill: () => theme.colour(role).replace(/^rgb\((.*)\)$/, "rgba($1, 0.16)") };
    return { ...line, dash: [[], [6, 3], [2, 2]][Math.floor(row / 6) % 3] };
  }

  left(u) { return u?.width < 480 ? 74 : 128; }

  short(name, u) {
    const longest = u.width < 480 ? 10 : 18;
    return name.length <= longest ? name : `…${name.slice(1 - longest)}`;
  }

  /** The value at the cursor behind each row. */
  rowValues(box, plot, group, slot) {
    const list = document.createElement("ul");
    list.className = "readout rows";
    const top = plot.over.offsetTop;
    const values = group.signals.map((_, row) => {
      const item = list.appendChild(document.createElement("li"));
      item.style.top = `${top + plot.valToPos(-row * slot, "y")}px`;
      return item;
    });
    box.append(list);
    const scale = document.createElement("span");
    scale.className = "muted";
    scale.textContent = `each row ${Number(group.low.toPrecision(3))} to ${Number(group.high.toPrecision(3))} ${group.unit}`;
    box.previousElementSibling.append(scale);
    return values;
  }

  /** Names and values at the cursor; a name hides and shows its signal. */
  readout(box, plot, group) {
    const list = document.createElement("ul");
    list.className = "readout";
    const values = group.signals.map((signal, row) => {
      const button = document.createElement("button");
      const [line, name, value] = ["i", "span", "b"].map((tag) => button.appendChild(document.createElement(tag)));
      line.style.setProperty("--line", `var(--${group.rows ? "s1" : `s${(row % 6) + 1}`})`);
      name.textContent = row === group.winner ? `${signal.name} (decided)` : signal.name;
      button.type = "button";
      button.classList.toggle("winner", row === group.winner);
      button.setAttribute("aria-pressed", "true");
      button.addEventListener("click", () => {
        const show = button.getAttribute("aria-pressed") !== "true";
        button.setAttribute("aria-pressed", String(show));
        plot.setSeries(row + 1, { show });
      });
      list.appendChild(document.createElement("li")).append(button);
      return value;
    });
    box.after(list);
    return values;
  }

  steps(u) {
    const [from, to] = this.range.now;
    if (!this.step || (to - from) / this.step > 300) return;
    const first = Math.max(0, Math.ceil((from - this.start) / this.step - 1e-6));
    const last = Math.floor((Math.min(to, this.range.whole[1]) - this.start) / this.step + 1e-6);
    const places = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => this.start + (first + i) * this.step);
    const room = (u.width * this.step) / (to - from);
    const each = room > 44 ? 1 : room > 9 ? 5 : 20;
    const number = (place) => Math.round((place - this.start) / this.step);
    const label = (place) => (number(place) % each ? "" : room > 44 ? `step ${number(place)}` : String(number(place)));
    plots.uprights(u, places, { role: "grid" });
    plots.uprights(u, places, { role: "muted", dash: [0, 1e6], label });
  }

  moved(u) {
    if (this.moving) return;
    const { left } = u.cursor;
    this.at(left >= 0 ? u.posToVal(left, "x") : null, u);
  }

  at(time, from = null) {
    this.cursor = time;
    this.moving = true;
    for (const { plot, group, values } of this.plots) {
      const place = time === null ? { left: -10, top: -10 } : { left: plot.valToPos(time, "x"), top: 10 };
      if (plot !== from) plot.batch(() => plot.setCursor(place));
      group.signals.forEach((signal, row) => {
        const value = time === null ? null : numbers.between(signal.t, signal.v, time);
        values[row].textContent = value === null ? "" : numbers.quantity(value, group.unit, 4);
      });
    }
    this.moving = false;
    const step = time !== null && this.step ? Math.floor((time - this.start) / this.step) : -1;
    this.section.querySelector("output.cursor").textContent = time === null ? "" : `${time.toFixed(4)} ms${step >= 0 ? `, step ${step}` : ""}`;
  }

  stepCursor(parts) {
    const [from, to] = this.range.now;
    const now = this.cursor ?? (from + to) / 2;
    this.at(Math.min(Math.max(now + (parts * (to - from)) / 100, from), to));
  }

  say(from, to) {
    const shown = this.section.querySelector("output.range");
    shown.textContent = `${Number(from.toPrecision(5))} to ${Number(to.toPrecision(5))} ms`;
    Object.assign(shown.dataset, { from, to });
    this.section.querySelector('[data-zoom="all"]').disabled = !this.range.zoomed;
    if (this.cursor !== null) this.at(this.cursor >= from && this.cursor <= to ? this.cursor : null);
    clearTimeout(this.keeping);
    this.keeping = setTimeout(() => this.keep(), 150);
  }

  /** The stretch that is shown goes into the address, so that it can be kept and mailed. */
  keep() {
    const [from, to] = this.range.now.map((time) => Number(time.toPrecision(7)));
    const view = this.section.closest(".view");
    if (this.range.zoomed) router.keep(view, { target: this.section.dataset.target, from, to });
    else if (new URLSearchParams(location.hash.split("?")[1]).has("from")) router.keep(view, {});
  }

  /** One step and the one before it, with the cursor at its end, where states are read. */
  showStep(step) {
    if (!this.step) return;
    const start = this.start + step * this.step;
    this.range.set(start - this.step, start + this.step * 1.5);
    this.at(Math.min(start + this.step * 0.999, this.range.now[1]));
  }
}

const waveforms = (() => {
  const opened = new Map();
  return {
    show(view, params) {
      for (const section of view.querySelectorAll(".signals, .spikes")) {
        if (!opened.has(section)) opened.set(section, new (section.matches(".signals") ? Signals : Spikes)(section));
        const signals = opened.get(section);
        if (params.has("target") && params.get("target") !== section.dataset.target) continue;
        const [from, to] = [Number(params.get("from")), Number(params.get("to"))];
        if (to > from) signals.range.set(from, to);
        if (params.has("step")) signals.showStep(Number(params.get("step")));
        if (params.has("target")) section.scrollIntoView({ block: "start" });
      }
    },
  };
})();
