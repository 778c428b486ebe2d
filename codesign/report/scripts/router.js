/** One view at a time, by its address: #/model/view?name=value. A view's id is its address, so that links work without
 *  scripts, too. */
const router = (() => {
  const views = new Map([...document.querySelectorAll(".view")].map((view) => [view.id, view]));
  const models = [...document.querySelectorAll("section.model")];
  const listeners = [];
  const places = new Map();
  const name = document.title;
  let path = null;

  function parsed(hash) {
    const [address, query = ""] = hash.replace(/^#/, "").split(/\?(.*)/s);
    return { address, params: new URLSearchParams(query) };
  }

  /** A page of one model shows what the whole page found above the model's own overview. */
  function shownFor(address) {
    const overview = models.length === 1 ? `/${models[0].dataset.model}/overview` : null;
    if (overview && views.has(overview) && (address === "/" || address === overview)) return ["/", overview];
    return [address];
  }

  function go() {
    if (path !== null && location.hash && !location.hash.startsWith("#/")) return; // within the view that is open
    let { address, params } = parsed(location.hash);
    if (!views.has(address)) address = document.getElementById(address)?.closest(".view")?.id ?? "/";
    const shown = shownFor(address);
    const target = shown.at(-1);
    const view = views.get(target);
    if (path !== target) change(shown, view, target);
    for (const listener of listeners) if (listener.name === view.dataset.view) listener.show(view, params);
  }

  function change(shown, view, target) {
    if (path !== null) places.set(path, scrollY);
    const model = view.closest("section.model");
    const lost = document.activeElement?.closest?.(".view");
    for (const [id, other] of views) other.classList.toggle("shown", shown.includes(id));
    for (const other of models) other.classList.toggle("shown", other === model);
    mark(target, model);
    document.title = view.dataset.title ? `${view.dataset.title} – verification report` : name;
    const top = model ? model.querySelector(".tabs").getBoundingClientRect().top + scrollY : 0;
    if (path !== null) scrollTo(0, places.get(target) ?? (scrollY > top ? Math.max(top, 0) : Math.min(scrollY, top)));
    if (path !== null && lost && !lost.classList.contains("shown")) {
      view.querySelector("[tabindex='-1']")?.focus({ preventScroll: true });
    }
    path = target;
  }

  function mark(target, model) {
    for (const link of document.querySelectorAll(".tabs a")) {
      const here = link.getAttribute("href") === `#${target}`;
      if (here) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
      if (here) link.parentElement.scrollLeft = link.offsetLeft - link.parentElement.clientWidth / 2;
    }
    for (const link of document.querySelectorAll(".pages a")) {
      const here = link.dataset.of ? link.dataset.of === model?.dataset.model : link.getAttribute("href") === `#${target}`;
      if (here) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }

  function query(params) {
    const text = new URLSearchParams([...Object.entries(params)].filter(([, value]) => value !== "" && value != null));
    return text.size ? `?${text}` : "";
  }

  return {
    /** ``show(view, params)`` runs whenever a view of this name is shown, or its parameters change. */
    on(view, show) { listeners.push({ name: view, show }); },
    href: (address, params = {}) => `#${address}${query(params)}`,
    /** Keep what a view is set to in the address, without a new step for the back button. */
    keep(view, params) { if (view.id === path) history.replaceState(null, "", `#${view.id}${query(params)}`); },
    start() {
      addEventListener("hashchange", go);
      go();
    },
  };
})();
