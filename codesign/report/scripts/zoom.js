/** A stretch of an axis that several plots can share: zoomed and moved within the whole of it. */
class Range {
  constructor(from, to) {
    this.whole = [from, to];
    this.now = [from, to];
    this.least = (to - from) * 1e-5;
    this.listeners = [];
  }

  set(from, to) {
    const [low, high] = this.whole;
    const span = Math.min(Math.max(to - from, this.least), high - low);
    const start = Math.min(Math.max((from + to - span) / 2, low), high - span);
    this.now = [start, start + span];
    for (const listener of this.listeners) listener(...this.now);
  }

  /** ``at`` is the place that stays where it is, 0 to 1 from left to right. */
  zoom(factor, at = 0.5) {
    const [from, to] = this.now;
    const span = Math.min((to - from) * factor, this.whole[1] - this.whole[0]);
    const fixed = from + (to - from) * at;
    this.set(fixed - span * at, fixed + span * (1 - at));
  }

  /** By a part of what is shown. */
  move(part) {
    const [from, to] = this.now;
    this.set(from + part * (to - from), to + part * (to - from));
  }

  all() { this.set(...this.whole); }

  get zoomed() { return this.now[1] - this.now[0] < (this.whole[1] - this.whole[0]) * (1 - 1e-9); }
}

/** Wheel, fingers and keys over a plot. ``box`` takes the focus, ``over`` is the drawn part of it. */
function gestures(box, over, range, { stepCursor = () => {}, upright = null } = {}) {
  const up = (y) => 1 - (y - over.getBoundingClientRect().top) / (over.getBoundingClientRect().height || 1);
  const zoom = (factor, x, y) => {
    range.zoom(factor, x);
    upright?.zoom(factor, y);
  };
  const width = () => over.getBoundingClientRect().width || 1;
  const part = (x) => (x - over.getBoundingClientRect().left) / width();
  const fingers = new Map();

  over.addEventListener("pointerdown", (event) => {
    box.focus({ preventScroll: true });
    if (event.pointerType === "touch") fingers.set(event.pointerId, event.clientX);
  });
  over.addEventListener("pointermove", (event) => {
    if (!fingers.has(event.pointerId)) return;
    const before = [...fingers.values()];
    fingers.set(event.pointerId, event.clientX);
    const after = [...fingers.values()];
    if (before.length === 1) range.move((before[0] - after[0]) / width());
    if (before.length === 2) {
      const apart = (pair) => Math.max(Math.abs(pair[0] - pair[1]), 8);
      zoom(apart(before) / apart(after), part((after[0] + after[1]) / 2), up(event.clientY));
      range.move((before[0] + before[1] - after[0] - after[1]) / 2 / width());
    }
  });
  for (const end of ["pointerup", "pointercancel", "pointerleave"]) {
    over.addEventListener(end, (event) => fingers.delete(event.pointerId));
  }

  // The wheel scrolls the page until the plot was clicked; a pinch on a touchpad is a wheel with ctrlKey.
  over.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && document.activeElement !== box) return;
    event.preventDefault();
    const aside = Math.abs(event.deltaX) > Math.abs(event.deltaY) ? event.deltaX : event.shiftKey ? event.deltaY : 0;
    if (aside) range.move(aside / width());
    else zoom(Math.exp(Math.max(-150, Math.min(150, event.deltaY)) * 0.004), part(event.clientX), up(event.clientY));
  }, { passive: false });

  box.tabIndex = 0;
  box.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== box) return;
    const all = () => {
      range.all();
      upright?.all();
    };
    const keys = {
      ArrowLeft: () => (event.shiftKey ? stepCursor(-1) : range.move(-0.15)),
      ArrowRight: () => (event.shiftKey ? stepCursor(1) : range.move(0.15)),
      "+": () => zoom(0.6),
      "=": () => zoom(0.6),
      "-": () => zoom(1 / 0.6),
      0: all,
      Home: all,
      ...(upright?.zoomed && { ArrowUp: () => upright.move(0.15), ArrowDown: () => upright.move(-0.15) }),
    };
    if (!Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]();
  });
}
