// Opens a row's form inside the list. Without this script the same link leads to the form's page.
const ROW = "[data-drafts]";
const LINK = "[data-opens]";
const TROUBLE = "[data-trouble]";
const FIRST_FIELD = "form :is(input[type=radio]:checked, textarea)";

const markOpen = (row, isOpen) => {
  const link = row.querySelector(LINK);
  row.classList.toggle("is-open", isOpen);
  link.setAttribute("aria-expanded", String(isOpen));
  const icon = link.querySelector("use");
  const [from, to] = isOpen ? ["#i-chevron-down", "#i-x"] : ["#i-x", "#i-chevron-down"];
  icon.setAttribute("href", icon.getAttribute("href").replace(from, to));
};

const close = (row) => {
  row.querySelector("[data-row-form]")?.remove();
  row.querySelector(TROUBLE)?.remove();
  markOpen(row, false);
};

// At once: a page that still glides is tapped in the wrong place.
const show = (element) => element.scrollIntoView({ block: "start", behavior: "instant" });

const opened = () => document.querySelectorAll(`#work ${ROW}.is-open`);

const open = (link) => {
  const row = link.closest(ROW);
  for (const other of opened()) close(other);
  row.querySelector(TROUBLE)?.remove();
  // Where it fails, the listeners below say so.
  htmx.ajax("GET", link.href, { source: link, target: row, swap: "beforeend" }).catch(() => {});
};

document.addEventListener("click", (event) => {
  const closing = event.target.closest("#work [data-close]");
  const link = closing?.closest(ROW).querySelector(LINK) ?? event.target.closest(`#work ${LINK}`);
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const row = link.closest(ROW);
  if (!row.classList.contains("is-open")) {
    open(link);
    return;
  }
  close(row);
  link.focus();
});

document.addEventListener("keydown", (event) => {
  const row = event.key === "Escape" && event.target.closest?.(`#work ${ROW}.is-open`);
  if (!row) return;
  close(row);
  row.querySelector(LINK).focus();
});

htmx.onLoad((loaded) => {
  // An answer that arrives late must not leave two forms, which would share their fields' names.
  if (loaded.matches("[data-row-form]")) {
    const row = loaded.closest(ROW);
    for (const other of opened()) if (other !== row) close(other);
    const isFirst = !row.classList.contains("is-open");
    markOpen(row, true);
    if (loaded.querySelector("[autofocus]")) return;
    const first = loaded.querySelector("[data-draft-offer]") ?? loaded.querySelector(FIRST_FIELD);
    first?.focus({ preventScroll: isFirst });
    if (isFirst) show(row);
    return;
  }
  for (const link of loaded.querySelectorAll(`#work ${LINK}`)) link.setAttribute("aria-expanded", "false");
});

// After a report the list has come anew; what was said about it stands at the top of the page.
document.addEventListener("htmx:afterSettle", (event) => {
  if (event.detail.target.id !== "work") return;
  const messages = document.getElementById("messages");
  messages.focus({ preventScroll: true });
  show(messages);
});

const tell = (event, kind) => {
  const row = event.detail.elt.closest?.(ROW);
  if (!row) return;
  row.querySelector(TROUBLE)?.remove();
  const what = event.detail.elt.matches(LINK) ? "unopened" : kind;
  const note = document.getElementById(`trouble-${what}`).content.firstElementChild.cloneNode(true);
  note.classList.add("work-trouble");
  row.querySelector("[data-row]").after(note);
  note.focus();
};

document.addEventListener("htmx:sendError", (event) => tell(event, "lost"));
document.addEventListener("htmx:timeout", (event) => tell(event, "lost"));
document.addEventListener("htmx:responseError", (event) =>
  tell(event, [403, 404].includes(event.detail.xhr.status) ? "refused" : "failed"),
);
