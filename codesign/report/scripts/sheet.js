/** A drawing in a frame: larger, smaller, moved by its ground. */
class Sheet {
  constructor(figure) {
    this.frame = figure.querySelector(".sheet");
    this.drawing = this.frame.querySelector("svg");
    const [, , width, height] = this.drawing.getAttribute("viewBox").split(/[ ,]+/).map(Number);
    [this.width, this.height] = [width, height];
    this.set(Math.max(this.whole, 0.45)); // at first as far as it can still be read
    const actions = { in: () => this.zoom(1.3), out: () => this.zoom(1 / 1.3), fit: () => this.fit(), one: () => this.set(1) };
    for (const button of figure.querySelectorAll("[data-size]")) button.addEventListener("click", actions[button.dataset.size]);
    const keys = { "+": actions.in, "=": actions.in, "-": actions.out, 0: actions.fit };
    this.frame.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || !Object.hasOwn(keys, event.key)) return;
      event.preventDefault();
      keys[event.key]();
    });
    this.frame.addEventListener("wheel", (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      this.zoom(Math.exp(-Math.max(-100, Math.min(100, event.deltaY)) * 0.005), event);
    }, { passive: false });
    this.frame.addEventListener("pointerdown", (event) => this.hold(event));
  }

  set(scale) {
    this.scale = Math.min(Math.max(scale, 0.05), 8);
    this.drawing.style.width = `${this.width * this.scale}px`;
    this.drawing.style.height = `${this.height * this.scale}px`;
  }

  /** The size at which it is as wide as its frame. */
  get whole() { return Math.min(1.5, (this.frame.clientWidth - 22) / this.width); }

  fit() { this.set(this.whole); }

  /** What is under the pointer, or in the middle, stays there. */
  zoom(factor, at = null) {
    const { frame } = this;
    const box = frame.getBoundingClientRect();
    const [x, y] = at ? [at.clientX - box.left, at.clientY - box.top] : [frame.clientWidth / 2, frame.clientHeight / 2];
    const before = this.scale;
    this.set(this.scale * factor);
    const grown = this.scale / before;
    frame.scrollTo((frame.scrollLeft + x) * grown - x, (frame.scrollTop + y) * grown - y);
  }

  /** A mouse moves the sheet; a finger scrolls it already. */
  hold(event) {
    if (event.pointerType !== "mouse" || event.button !== 0) return;
    const { frame } = this;
    const [x, y, left, top] = [event.clientX, event.clientY, frame.scrollLeft, frame.scrollTop];
    const move = (now) => {
      if (Math.hypot(now.clientX - x, now.clientY - y) > 4) frame.classList.add("held"); // else it is a click
      frame.scrollTo(left + x - now.clientX, top + y - now.clientY);
    };
    const end = () => {
      removeEventListener("pointermove", move);
      setTimeout(() => frame.classList.remove("held"));
    };
    addEventListener("pointermove", move);
    addEventListener("pointerup", end, { once: true });
  }
}
