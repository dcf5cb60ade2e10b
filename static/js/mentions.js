// Typing @ in a comment offers the office's units. Without this the name is typed in full.
// The names stand in the page, in the list that data-mentions names.

const AT = /(?<![A-Za-z0-9._%+-])@([^@\n]*)$/;

const offer = (textarea, names) => {
  const list = document.createElement("ul");
  list.className = "mention-list";
  list.id = `${textarea.id}_units`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "ส่วนราชการ");
  list.hidden = true;
  const said = document.createElement("span");
  said.className = "visually-hidden";
  said.setAttribute("aria-live", "polite");
  textarea.after(list, said);
  textarea.setAttribute("aria-autocomplete", "list");
  textarea.setAttribute("aria-haspopup", "listbox");
  textarea.setAttribute("aria-controls", list.id);

  let at = 0;
  const options = () => [...list.children];
  const current = () => options().findIndex((option) => option.getAttribute("aria-selected") === "true");

  const close = () => {
    list.hidden = true;
    textarea.removeAttribute("aria-activedescendant");
  };

  const point = (place) => {
    for (const [number, option] of options().entries()) option.setAttribute("aria-selected", number === place);
    const chosen = options()[place];
    textarea.setAttribute("aria-activedescendant", chosen.id);
    chosen.scrollIntoView({ block: "nearest" });
  };

  const insert = (name) => {
    textarea.setRangeText(`@${name} `, at, textarea.selectionStart, "end");
    close();
    textarea.focus();
    textarea.dispatchEvent(new Event("input", { bubbles: true }));
  };

  const draw = (found) => {
    list.replaceChildren(
      ...found.map((name, number) => {
        const option = document.createElement("li");
        option.id = `${list.id}_${number}`;
        option.setAttribute("role", "option");
        option.textContent = name;
        // The textarea keeps the focus, and a phone its keyboard.
        option.addEventListener("pointerdown", (event) => event.preventDefault());
        option.addEventListener("click", () => insert(name));
        return option;
      }),
    );
    list.hidden = false;
    said.textContent = `มีส่วนราชการให้เลือก ${found.length} ชื่อ ใช้ลูกศรขึ้นลงแล้วกด Enter`;
    point(0);
  };

  const look = () => {
    const before = textarea.value.slice(0, textarea.selectionStart);
    const typed = AT.exec(before);
    const found = typed && typed[1].length <= 60 ? names.filter((name) => name.includes(typed[1].trim())) : [];
    // A name typed in full needs no list, which would lie over the button.
    if (!found.length || found.join() === typed[1] || names.some((name) => typed[1].startsWith(`${name} `))) return close();
    at = typed.index;
    draw(found);
  };

  textarea.addEventListener("input", look);
  textarea.addEventListener("blur", close);
  textarea.addEventListener("keydown", (event) => {
    if (list.hidden || event.isComposing) return;
    const last = options().length - 1;
    const keys = {
      ArrowDown: () => point(current() === last ? 0 : current() + 1),
      ArrowUp: () => point(current() === 0 ? last : current() - 1),
      Enter: () => insert(options()[current()].textContent),
      Tab: () => insert(options()[current()].textContent),
      Escape: close,
    };
    if (!keys[event.key]) return;
    event.preventDefault();
    event.stopPropagation();
    keys[event.key]();
  });
};

for (const textarea of document.querySelectorAll("textarea[data-mentions]")) {
  const options = document.getElementById(textarea.dataset.mentions)?.options ?? [];
  offer(textarea, [...options].map((option) => option.value));
}
