/** Tables that sort by the title one clicks. */
const sorting = {
  /** Put the title's words into a button. */
  button(title, press) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...title.childNodes);
    title.append(button);
    title.classList.add("sorts");
    button.addEventListener("click", press);
  },

  /** What the next click on a title asks for: column and direction, "" for the order of the file. */
  next(title, column) {
    const now = title.getAttribute("aria-sort");
    return now === "descending" ? "" : `${column}${now === "ascending" ? "d" : "a"}`;
  },

  /** A small table whose rows are all in the page. */
  table(table) {
    const titles = [...table.tHead.rows[0].cells];
    const rows = [...table.tBodies[0].rows];
    titles.forEach((title, column) => {
      if (title.textContent.trim()) sorting.button(title, () => {
        const wanted = sorting.next(title, column);
        for (const other of titles) other.removeAttribute("aria-sort");
        if (wanted) title.setAttribute("aria-sort", wanted.endsWith("d") ? "descending" : "ascending");
        const sign = wanted.endsWith("d") ? -1 : 1;
        const keys = new Map(rows.map((row) => [row, row.cells[column]?.textContent.trim() ?? ""]));
        const by = (a, b) => {
          const [x, y] = [numbers.parsed(keys.get(a)), numbers.parsed(keys.get(b))];
          if (Number.isNaN(x) || Number.isNaN(y)) return Number.isNaN(x) - Number.isNaN(y) || keys.get(a).localeCompare(keys.get(b), "en");
          return x - y;
        };
        table.tBodies[0].append(...(wanted ? [...rows].sort((a, b) => sign * by(a, b)) : rows));
      });
    });
  },
};
