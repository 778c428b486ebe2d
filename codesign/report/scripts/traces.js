/** Units that were traced, below each other; an address may name the target to begin with. */
const traces = {
  show(view, params) {
    if (!params.has("target")) return;
    view.querySelector(`.traced[data-target="${CSS.escape(params.get("target"))}"]`)?.scrollIntoView({ block: "start" });
  },
};
