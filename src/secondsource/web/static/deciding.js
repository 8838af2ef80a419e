// Deciding by keyboard: the focus goes into a form that opens, to what stands in the way, and after
// signing to the item that was decided; one that is left with Cancel or Escape gives back what it
// stood in the place of, and the focus, and has what was written in it when it is opened again.
// Without this the pages tell the same at their top, and Cancel leads back to the page.
const reveal = (item) => {
  for (let fold = item.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
};

const focusOn = (item) => {
  if (!item.matches("a, button, input, textarea, select, summary")) item.tabIndex = -1;
  item.focus({ preventScroll: true });
  item.scrollIntoView({ block: "center" });
};

const replaced = new WeakMap();
const written = new Map();

const keyOf = (box) => box.querySelector("[name=key]")?.value;

const close = (box) => {
  const place = box.closest(".acts");
  const before = place && replaced.get(place);
  if (!before) return false;
  const form = box.querySelector("form");
  if (form) written.set(keyOf(box), ["verb", "value", "reasons"].map((name) => [name, form.elements[name]?.value]));
  place.replaceChildren(...before.nodes);
  place.querySelectorAll(".htmx-request").forEach((each) => each.classList.remove("htmx-request"));
  htmx.process(place);
  [...place.querySelectorAll("a")].find((each) => each.getAttribute("href") === before.from)?.focus();
  return true;
};

document.addEventListener("click", (event) => {
  const box = event.target.closest(".cancel")?.closest(".decide-box");
  if (box && close(box)) event.preventDefault();
});

document.addEventListener("keydown", (event) => {
  const box = event.key === "Escape" && !event.isComposing && event.target.closest(".decide-box");
  if (box && close(box)) event.preventDefault();
});

document.addEventListener("htmx:beforeSwap", ({ detail: { target, requestConfig } }) => {
  if (!target.matches(".acts")) return;
  const nodes = [...target.childNodes].map((each) => each.cloneNode(true));
  replaced.set(target, { nodes, from: requestConfig.elt.getAttribute("href") });
});

const fillIn = (box) => {
  const form = box.querySelector("form");
  for (const [name, value] of form && written.get(keyOf(box)) || []) {
    if (value && form.elements[name]) form.elements[name].value = value;
  }
  written.delete(keyOf(box));
};

document.addEventListener("htmx:afterSettle", ({ detail: { elt } }) => {
  const box = elt.closest(".decide-box") ?? elt.querySelector(".decide-box");
  if (!box) return;
  fillIn(box);
  const first = box.querySelector("[role=alert]") ?? box.querySelector("input:checked")
    ?? box.querySelector("input:not([type=hidden]), textarea") ?? box;
  focusOn(first);
});

const note = document.getElementById("just-kept");
if (note) {
  const key = note.dataset.on;
  const items = key ? [...document.querySelectorAll(`[data-subject="${CSS.escape(key)}"]`)] : [];
  items.sort((left, right) => !!left.closest("#decided") - !!right.closest("#decided"));
  const item = items.find((each) => {
    reveal(each);
    return each.getClientRects().length;
  });
  if (item) {
    const heading = item.querySelector(":scope > h3, :scope > h1");
    if (heading) heading.after(note);
    else (item.matches("tr") ? item.lastElementChild : item).append(note);
  }
  focusOn(note);
  const address = new URL(location.href);
  address.searchParams.delete("kept");
  address.searchParams.delete("undone");
  history.replaceState(history.state, "", address);
}
