/** What a row, a bar or a stretch of a drawing stands for, said above it where a pointer or a finger is. */
for (const figure of document.querySelectorAll("figure:has(.says)")) {
  const said = figure.querySelector("output.said");
  if (!said) continue;
  const hint = said.textContent;
  const say = (event) => { said.textContent = event.target.closest(".says")?.dataset.says ?? hint; };
  figure.addEventListener("pointerover", say);
  figure.addEventListener("pointerdown", say);
  figure.addEventListener("pointerleave", () => { said.textContent = hint; });
}
