// Many boxes and one button: choosing all of them, and how many are chosen. Without this each is ticked by itself.
for (const list of document.querySelectorAll("[data-choose]")) {
  const boxes = [...list.querySelectorAll("input[type=checkbox]")];
  const all = list.querySelector("[data-choose-all]");
  const said = list.querySelector("[data-chosen]");
  if (!all) continue;

  const count = () => {
    const chosen = boxes.filter((box) => box.checked).length;
    said.textContent = chosen ? `เลือกแล้ว ${chosen} รายการ` : "";
    all.textContent = chosen === boxes.length ? "ไม่เลือกเลย" : "เลือกทั้งหมด";
  };

  all.addEventListener("click", () => {
    const choose = boxes.some((box) => !box.checked);
    for (const box of boxes) box.checked = choose;
    count();
  });
  list.addEventListener("change", count);
  all.hidden = false;
  count();
}
