"use strict";
(() => {
  for (const number of document.querySelectorAll(".num")) {
    number.title = number.popoverTargetElement ? number.popoverTargetElement.textContent : "";
  }

  const text = document.getElementById("text");
  for (const box of document.querySelectorAll("[data-mark]")) {
    box.hidden = false;
    box.addEventListener("change", () => text.classList.toggle(`no-${box.dataset.mark}`, !box.checked));
  }

  // Beside the text the notes are shown; under it, where the screen is narrow, folded. On paper,
  // however narrow, the notes and the meaning of the marks are there.
  const narrow = matchMedia("(max-width: 60rem)");
  let printing = false;
  const foldMargin = () => {
    for (const fold of document.querySelectorAll(".margin")) fold.open = printing || !narrow.matches;
  };
  narrow.addEventListener("change", foldMargin);
  foldMargin();
  const setPrinting = (on) => {
    const marks = document.querySelector(".marks");
    if (on && !printing) marks.dataset.open = marks.open ? "1" : "";
    printing = on;
    marks.open = on || marks.dataset.open !== "";
    foldMargin();
  };
  addEventListener("beforeprint", () => setPrinting(true));
  addEventListener("afterprint", () => setPrinting(false));

  const filter = document.querySelector(".filter");
  const applyFilter = () => {
    const standing = filter.elements.standing.value;
    const words = filter.elements.words.value.trim().toLowerCase();
    let shown = 0;
    for (const row of document.querySelectorAll(".claims tbody tr")) {
      row.hidden = (standing !== "" && row.dataset.standing !== standing) ||
        !row.textContent.toLowerCase().includes(words);
      shown += row.hidden ? 0 : 1;
    }
    const bare = document.querySelector(".bare");
    if (bare && (standing || words)) bare.open = bare.querySelector("tbody tr:not([hidden])") !== null;
    const output = filter.querySelector("output");
    output.textContent = standing || words ? output.dataset.words.replace("#", shown) : "";
  };
  if (filter) {
    filter.hidden = false;
    filter.addEventListener("input", applyFilter);
    filter.addEventListener("submit", (event) => event.preventDefault());
  }

  const openTarget = () => {
    const target = document.getElementById(location.hash.slice(1));
    for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    if (target) target.scrollIntoView();
  };
  addEventListener("hashchange", openTarget);
  if (location.hash) openTarget();
})();
