/** The table of the mapping: all parameters, searched, sorted and shown a page at a time. */
const mappingTable = (() => {
  const PAGE = 100;
  const NUMERIC = [1, 3, 4]; // value, fingers, current
  const natural = new Intl.Collator("en", { numeric: true });
  const PARAMETER = /^(.+)\.(\w+)\[(\d+)(?:,\s*(\d+))?\]$/;

  /** Places a word of the search can be limited to; the parts of "layer.tensor[unit,input]" are its own. */
  const places = {
    layer: (row) => PARAMETER.exec(row[0])?.[1],
    tensor: (row) => PARAMETER.exec(row[0])?.[2],
    unit: (row) => PARAMETER.exec(row[0])?.[3],
    input: (row) => PARAMETER.exec(row[0])?.[4],
    value: (row) => row[1],
    fingers: (row) => row[3],
  };

  function matcher(query) {
    const tests = query.toLowerCase().split(/\s+/).filter(Boolean).map((word) => {
      const [place, wanted] = word.split(/:(.*)/s);
      if (wanted !== undefined && Object.hasOwn(places, place)) {
        return (row) => String(places[place](row) ?? "").toLowerCase() === wanted;
      }
      return (row, text) => text.includes(word);
    });
    return (row, text) => tests.every((test) => test(row, text));
  }

  function compare(column) {
    if (NUMERIC.includes(column)) return (a, b) => (a[column] ?? -Infinity) - (b[column] ?? -Infinity);
    return (a, b) => natural.compare(a[column], b[column]);
  }

  function open(view) {
    const box = view.querySelector(".mapping");
    const { rows, anchors = {} } = numbers.json(box.dataset.table);
    const texts = rows.map((row) => `${row[0]} ${row[2]} ${row[1]}`.toLowerCase());
    const [input, found, body] = ["input", "output", "tbody"].map((name) => box.querySelector(name));
    const titles = [...box.querySelectorAll("thead th")];
    const pagers = [...box.querySelectorAll("[data-page]")];
    const state = { q: "", sort: "", page: 0, row: null };
    let chosen = [];

    function choose() {
      const matches = matcher(state.q);
      chosen = [];
      for (let i = 0; i < rows.length; i++) if (matches(rows[i], texts[i])) chosen.push(i);
      const column = Number.parseInt(state.sort, 10);
      if (state.sort !== "" && column < titles.length) {
        const by = compare(column);
        const sign = state.sort.endsWith("d") ? -1 : 1;
        chosen.sort((a, b) => sign * by(rows[a], rows[b]) || a - b);
      }
      const at = state.row === null ? -1 : chosen.indexOf(state.row);
      if (at >= 0) state.page = Math.floor(at / PAGE);
      state.page = Math.max(0, Math.min(state.page, Math.ceil(chosen.length / PAGE) - 1));
      draw();
    }

    function draw() {
      const first = state.page * PAGE;
      const shown = chosen.slice(first, first + PAGE);
      body.replaceChildren(...(shown.length ? shown.map(line) : [nothing()]));
      const total = rows.length.toLocaleString("en");
      const all = chosen.length === rows.length ? `${total} parameters` : `${chosen.length.toLocaleString("en")} of ${total} parameters`;
      found.textContent = chosen.length > PAGE ? `${all}, ${first + 1} to ${first + shown.length} here` : all;
      pagers[0].disabled = state.page === 0;
      pagers[1].disabled = first + PAGE >= chosen.length;
      pagers[0].parentElement.hidden = chosen.length <= PAGE;
      titles.forEach((title, column) => {
        if (Number.parseInt(state.sort, 10) !== column) title.removeAttribute("aria-sort");
        else title.setAttribute("aria-sort", state.sort.endsWith("d") ? "descending" : "ascending");
      });
      box.querySelector("tr.at")?.scrollIntoView({ block: "center" });
    }

    function line(index) {
      const [parameter, value, element, fingers, current] = rows[index];
      const row = document.createElement("tr");
      row.id = `${box.dataset.table}-${index}`;
      row.classList.toggle("at", index === state.row);
      const written = [
        parameter,
        typeof value === "number" ? value.toLocaleString("en") : value ?? "-",
        element || "-",
        fingers ?? "-",
        typeof current === "number" ? numbers.si(current, "A") : "-",
      ];
      written.forEach((text, column) => {
        const cell = row.insertCell();
        cell.className = NUMERIC.includes(column) ? "number" : "mono";
        const link = column === 2 && Object.hasOwn(anchors, element);
        if (!link) return cell.append(text);
        const a = document.createElement("a");
        a.href = router.href(box.dataset.schematics, { at: element });
        a.append(text);
        cell.append(a);
      });
      return row;
    }

    function nothing() {
      const row = document.createElement("tr");
      row.className = "empty";
      const cell = row.insertCell();
      cell.colSpan = titles.length;
      cell.textContent = "Nothing found. Words are looked for in parameter, element and integer.";
      return row;
    }

    function set(changes) {
      Object.assign(state, changes);
      choose();
      router.keep(view, { q: state.q, sort: state.sort, page: state.page || "", row: state.row });
    }

    input.addEventListener("input", () => set({ q: input.value, page: 0, row: null }));
    titles.forEach((title, column) => {
      sorting.button(title, () => set({ sort: sorting.next(title, column), page: 0, row: null }));
    });
    for (const pager of pagers) {
      pager.addEventListener("click", () => set({ page: state.page + Number(pager.dataset.page), row: null }));
    }
    return (params) => {
      const row = params.get("row");
      Object.assign(state, {
        q: params.get("q") ?? "",
        sort: /^\d[ad]$/.test(params.get("sort")) ? params.get("sort") : "",
        page: Number.parseInt(params.get("page") ?? "0", 10) || 0,
        row: row !== null && Object.hasOwn(rows, row) ? Number(row) : null,
      });
      input.value = state.q;
      choose();
    };
  }

  const opened = new Map();
  return {
    show(view, params) {
      if (!opened.has(view)) opened.set(view, open(view));
      opened.get(view)(params);
    },
  };
})();
