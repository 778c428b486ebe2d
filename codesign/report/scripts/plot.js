/** What all plots share: a uPlot in the page's colours that follows its box, its range and the theme. With a range for
 *  the upright axis, too (``upright``), both are zoomed. */
const plots = (() => {
  const FONT = "12px system-ui, sans-serif";

  function axis(options) {
    return {
      font: FONT,
      labelFont: FONT,
      labelSize: 18,
      stroke: () => theme.colour("muted"),
      grid: { stroke: () => theme.colour("grid"), width: 1 },
      ticks: { stroke: () => theme.colour("grid"), width: 1, size: 5 },
      ...options,
    };
  }

  function make(box, range, { height, data, series, axes, scales, hooks = {}, padding, stepCursor, upright = null }) {
    const plot = new uPlot(
      {
        width: box.clientWidth || 600,
        height,
        padding,
        legend: { show: false },
        cursor: {
          y: false,
          points: { show: false },
          drag: { x: true, y: Boolean(upright), uni: upright ? 24 : null, setScale: false, dist: 5 },
          bind: { dblclick: () => () => { range.all(); upright?.all(); return null; } },
        },
        scales: { x: { time: false, range: () => range.now }, ...(upright && { y: { range: () => upright.now } }), ...scales },
        axes,
        series,
        hooks: {
          ...hooks,
          setSelect: [(u) => {
            const { left, top, width: wide, height: high } = u.select;
            if (wide < 4 || (upright && high < 4)) return;
            const [low, up] = [u.posToVal(top + high, "y"), u.posToVal(top, "y")]; // before the first one moves the axes
            range.set(u.posToVal(left, "x"), u.posToVal(left + wide, "x"));
            upright?.set(low, up);
            u.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
          }],
        },
      },
      data,
      box,
    );
    plot.batch(() => {}); // at once, not after the running script: what follows asks where things are
    range.listeners.push((min, max) => plot.batch(() => plot.setScale("x", { min, max })));
    upright?.listeners.push((min, max) => plot.batch(() => plot.setScale("y", { min, max })));
    gestures(box, plot.over, range, { stepCursor, upright });
    new ResizeObserver(() => {
      if (box.clientWidth && box.clientWidth !== plot.width) plot.setSize({ width: box.clientWidth, height });
    }).observe(box);
    addEventListener("themechange", () => plot.redraw());
    return plot;
  }

  /** Upright lines at ``places`` in a hook of uPlot; ``label(place)`` stands at their top. */
  function uprights(u, places, { role, dash = [], label = null, side = "left" }) {
    const { ctx } = u;
    const ratio = devicePixelRatio;
    ctx.save();
    ctx.beginPath();
    ctx.rect(u.bbox.left, 0, u.bbox.width, u.bbox.top + u.bbox.height);
    ctx.clip();
    ctx.strokeStyle = ctx.fillStyle = theme.colour(role);
    ctx.lineWidth = ratio;
    ctx.setLineDash(dash.map((part) => part * ratio));
    ctx.font = `${11 * ratio}px system-ui, sans-serif`;
    ctx.textAlign = side;
    ctx.textBaseline = "bottom";
    for (const place of places) {
      const x = Math.round(u.valToPos(place, "x", true)) + 0.5;
      ctx.beginPath();
      ctx.moveTo(x, u.bbox.top);
      ctx.lineTo(x, u.bbox.top + u.bbox.height);
      ctx.stroke();
      if (label) ctx.fillText(label(place), x + (side === "left" ? 3 : -3) * ratio, u.bbox.top - 2 * ratio);
    }
    ctx.restore();
  }

  /** The buttons above plots that share a range, and the range of the upright axis, if that is zoomed. */
  function tools(section, range, upright = null) {
    const both = [range, upright].filter(Boolean);
    const actions = {
      in: () => both.forEach((one) => one.zoom(0.5)),
      out: () => both.forEach((one) => one.zoom(2)),
      all: () => both.forEach((one) => one.all()),
      left: () => range.move(-0.25), right: () => range.move(0.25),
    };
    for (const button of section.querySelectorAll("[data-zoom]")) button.addEventListener("click", actions[button.dataset.zoom]);
  }

  return { axis, make, tools, uprights };
})();
