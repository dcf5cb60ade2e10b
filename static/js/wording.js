// Rows move up and down in place, and one more person signs. Without this script the same buttons ask the server.
const form = document.querySelector("[data-wording]");

const tell = () => form.dispatchEvent(new Event("change", { bubbles: true }));

const move = (button) => {
  const row = button.closest("li");
  const other = button.dataset.move === "up" ? row.previousElementSibling : row.nextElementSibling;
  if (!other) return;
  if (button.dataset.move === "up") other.before(row);
  else other.after(row);
  button.focus();
  tell();
};

const addSignatory = () => {
  const list = form.querySelector("[data-signatories]");
  const number = list.children.length + 1;
  const row = list.lastElementChild.cloneNode(true);
  for (const field of row.querySelectorAll("input, textarea")) field.value = "";
  for (const field of row.querySelectorAll("[id]")) field.id = field.id.replace(/\d+$/, number);
  for (const label of row.querySelectorAll("label")) {
    label.htmlFor = label.htmlFor.replace(/\d+$/, number);
    const words = label.querySelector("span") ?? label;
    words.textContent = words.textContent.replace(/\d+$/, number);
  }
  list.append(row);
  row.querySelector("select").focus();
};

// The sheets come anew as a whole; reading goes on where it was.
let read = [0, 0];
document.addEventListener("htmx:beforeSwap", () => {
  const desk = document.getElementById("desk");
  read = [desk.scrollLeft, desk.scrollTop];
});
document.addEventListener("htmx:afterSwap", () => document.getElementById("desk").scrollTo(...read));

form.addEventListener("click", (event) => {
  const mover = event.target.closest("[data-move]");
  const adder = event.target.closest("[data-add-signatory]");
  if (!mover && !adder) return;
  event.preventDefault();
  if (mover) move(mover);
  else addSignatory();
});

const trouble = (isThere) => {
  form.querySelector("[data-preview-trouble]").hidden = !isThere;
};
document.addEventListener("htmx:afterRequest", (event) => trouble(!event.detail.successful));
