// The board without a page load: folding, arrow keys between cells, and what is chosen.
const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
const CELL = "[name=cell]";
const BOX = "[name=item]";

const board = document.querySelector("[data-board]");
const form = board.closest("form");
const chosen = form.querySelector("[data-chosen]");
let pressed = null;

const showChosen = () => {
  if (!chosen) return;
  const codes = [...form.querySelectorAll(BOX)]
    .filter((box) => {
      box.closest("tr").classList.toggle("is-picked", box.checked);
      return box.checked;
    })
    .map((box) => `O${box.value}`);
  chosen.textContent = codes.length ? `${codes.length} ข้อ ${codes.join(" ")}` : "ทำเครื่องหมายหน้าข้อ O";
};

board.addEventListener("click", (event) => {
  const toggle = event.target.closest("[data-folds]");
  if (!toggle) return;
  const folded = toggle.closest("tr").classList.toggle("is-folded");
  toggle.setAttribute("aria-expanded", String(!folded));
});

board.addEventListener("keydown", (event) => {
  const cell = event.target.closest(CELL);
  const step = STEPS[event.key];
  if (!cell || !step) return;
  event.preventDefault();
  const rows = [...board.querySelectorAll("tbody tr")].filter((row) => row.querySelector(CELL) && row.offsetParent);
  const row = rows[rows.indexOf(cell.closest("tr")) + step[0]];
  row?.children[cell.closest("td").cellIndex + step[1]]?.querySelector(CELL)?.focus();
});

form.addEventListener("change", showChosen);
form.addEventListener("reset", () => setTimeout(showChosen));

// A changed row is a new one: the place of the hand, what was chosen and what was folded stay.
form.addEventListener("htmx:beforeRequest", () => {
  const cell = document.activeElement.closest?.(CELL);
  pressed = cell && { row: cell.closest("tr").id, column: cell.closest("td").cellIndex };
});
form.addEventListener("htmx:afterRequest", (event) => {
  const said = document.getElementById("board-said");
  if (!event.detail.successful) {
    said.textContent = "ยังไม่ได้บันทึก โปรดตรวจการเชื่อมต่อแล้วกดอีกครั้ง";
    return;
  }
  if (pressed) document.getElementById(pressed.row)?.children[pressed.column]?.querySelector(CELL)?.focus();
  const typed = form.querySelector("[name=typed_line]");
  if (event.detail.requestConfig.parameters.typed && !said.querySelector("[data-trouble]")) typed.value = "";
  showChosen();
});
document.body.addEventListener("htmx:oobBeforeSwap", (event) => {
  const old = event.detail.target;
  const fresh = event.detail.fragment?.querySelector?.("tr");
  if (!fresh || !old) return;
  if (old.classList.contains("is-folded")) fresh.classList.add("is-folded");
  if (old.querySelector(BOX)?.checked) fresh.querySelector(BOX)?.setAttribute("checked", "");
});

showChosen();
