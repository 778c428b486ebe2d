"use strict";
document.documentElement.classList.add("scripts");

/** Light, dark or as the system has it: a button that goes round, remembered where the browser lets a file remember. */
const theme = (() => {
  const root = document.documentElement;
  const button = document.querySelector("button.theme");
  const names = { "": "auto", light: "light", dark: "dark" };
  const order = Object.keys(names);
  const probe = document.createElement("span");
  probe.hidden = true;
  document.body.append(probe);

  const kept = {
    read() { try { return localStorage.getItem("codesign-theme") ?? ""; } catch { return ""; } },
    write(name) { try { localStorage.setItem("codesign-theme", name); } catch { /* then for this visit only */ } },
  };

  function set(name) {
    if (name) root.dataset.theme = name;
    else delete root.dataset.theme;
    button.querySelector("span").textContent = names[name];
    changed();
  }

  function changed() {
    window.dispatchEvent(new Event("themechange"));
  }

  button.hidden = false;
  button.addEventListener("click", () => {
    const next = order[(order.indexOf(root.dataset.theme ?? "") + 1) % order.length];
    kept.write(next);
    set(next);
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", changed);
  const first = kept.read();
  set(first in names ? first : "");

  return {
    /** The colour of a role as it is now: a canvas cannot read CSS variables. */
    colour(role) {
      probe.style.color = `var(--${role})`;
      return getComputedStyle(probe).color;
    },
  };
})();
