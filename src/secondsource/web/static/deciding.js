// Deciding by keyboard: the focus goes into a form that opens, to what stands in the way, and after
// signing to the item that was decided. Without this the pages tell the same at their top.
const reveal = (item) => {
  for (let fold = item.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
};

const focusOn = (item) => {
  if (!item.matches("a, button, input, textarea, select, summary")) item.tabIndex = -1;
  item.focus({ preventScroll: true });
  item.scrollIntoView({ block: "center" });
};

document.addEventListener("htmx:afterSettle", ({ detail: { elt } }) => {
  const box = elt.closest(".decide-box") ?? elt.querySelector(".decide-box");
  if (!box) return;
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
