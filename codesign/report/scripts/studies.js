/** Studies below each other; an address may name the one to begin with. */
const studies = {
  show(view, params) {
    const wanted = view.querySelector(`.study[data-study="${CSS.escape(params.get("study") ?? "")}"]`);
    if (params.has("study")) wanted?.scrollIntoView({ block: "start" });
  },
};
