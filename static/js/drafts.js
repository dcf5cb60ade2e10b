// Keeps what is typed into a form with data-draft="its name" on this device until it is saved, and
// offers it back: a line may fail, a session end, a phone be put down. Apart for each person.
const FIELDS = "textarea, select, input[type=radio], input[type=text], input[type=url]";
const DAYS = 30;
const prefix = `draft/${document.body.dataset.user}/`;

// Storage may be switched off or full; then nothing is kept, and typing goes on.
const attempt = (act) => {
  try {
    return act();
  } catch {
    return undefined;
  }
};
const isFresh = (draft) => Date.now() - draft.at < DAYS * 86_400_000;
const read = (key) => attempt(() => JSON.parse(localStorage.getItem(key)).filter(isFresh)) ?? [];
const write = (key, drafts) =>
  attempt(() => {
    if (!drafts.length) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(drafts));
    return true;
  });
const keys = () => attempt(() => Object.keys(localStorage).filter((key) => key.startsWith("draft/"))) ?? [];

const fieldsOf = (form) => [...form.querySelectorAll(FIELDS)].filter((field) => field.name);

// {note: ["…"], url: ["…", "…"]}: every field's values in their order, none at the end empty.
const valuesOf = (form) => {
  const values = {};
  for (const field of fieldsOf(form)) {
    values[field.name] ??= [];
    if (field.type !== "radio" || field.checked) values[field.name].push(field.value);
  }
  for (const list of Object.values(values)) while (list.length && !list.at(-1).trim()) list.pop();
  return values;
};
const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);

const fill = (form, values) => {
  for (const [name, list] of Object.entries(values)) {
    const fields = fieldsOf(form).filter((field) => field.name === name);
    if (fields[0]?.type === "radio") {
      for (const field of fields) field.checked = list.includes(field.value);
      continue;
    }
    while (fields.length && fields.length < list.length) fields.push(another(fields.at(-1)));
    for (const [place, field] of fields.entries()) field.value = list[place] ?? "";
  }
  form.dispatchEvent(new Event("input", { bubbles: true }));
};
const another = (field) => {
  const copy = field.cloneNode();
  copy.removeAttribute("id");
  copy.setAttribute("aria-label", field.labels?.[0]?.textContent.trim() ?? "");
  field.after(copy);
  return copy;
};

const time = new Intl.DateTimeFormat("th-TH-u-nu-latn", { hour: "2-digit", minute: "2-digit", hour12: false });
const day = new Intl.DateTimeFormat("th-TH-u-ca-buddhist-nu-latn", { day: "numeric", month: "long" });
const clock = (at) => `${time.format(at).replace(":", ".")}\u00a0น.`;

const follow = (form) => {
  const key = prefix + form.dataset.draft;
  const given = valuesOf(form);
  let offered = read(key).filter((draft) => !isSame(draft.values, given));
  const kept = form.querySelector("[data-kept]");

  const keep = () => {
    const values = valuesOf(form);
    const mine = isSame(values, given) && !("typed" in form.dataset) ? [] : [{ at: Date.now(), values }];
    const done = write(key, [...mine, ...offered]);
    const row = form.closest("[data-drafts]");
    if (row) markRow(row);
    if (!kept) return;
    kept.hidden = !(done && mine.length);
    kept.lastChild.textContent = `เก็บร่างไว้ในเครื่องนี้แล้ว ${clock(Date.now())}`;
  };
  const drop = (draft) => {
    offered = offered.filter((one) => one !== draft);
    keep();
  };

  // What the server gave back unsaved is kept on; what it has by now is not.
  if ("typed" in form.dataset) keep();
  else write(key, offered);
  const top = form.closest("[data-row-form]") ?? form;
  top.prepend(...offered.map((draft) => offer(form, draft, drop)));
  form.addEventListener("input", keep);
  form.addEventListener("change", keep);
};

const offer = (form, draft, drop) => {
  const note = document.getElementById("draft-offer").content.firstElementChild.cloneNode(true);
  const at = new Date(draft.at);
  const say = (name, text) => (note.querySelector(`[data-offer=${name}]`).textContent = text);
  say("when", `${day.format(at)} เวลา ${clock(at)}`);
  const radio = [...form.querySelectorAll("input[type=radio]")].find((one) => draft.values[one.name]?.includes(one.value));
  const typed = fieldsOf(form).filter((field) => field.type !== "radio").map((field) => field.name);
  const texts = [...new Set(typed)].flatMap((name) => draft.values[name] ?? []).filter(Boolean);
  say("text", [radio?.labels[0].textContent.trim(), ...texts].filter(Boolean).join("\n"));
  note.addEventListener("click", (event) => {
    const chosen = event.target.closest("[data-draft-use], [data-draft-drop]");
    if (!chosen) return;
    note.remove();
    drop(draft);
    if ("draftUse" in chosen.dataset) fill(form, draft.values);
    form.querySelector("textarea, input:not([type=hidden])")?.focus();
  });
  return note;
};

const forgetSaved = () => {
  for (const { dataset } of document.querySelectorAll("[data-saved]")) write(prefix + dataset.saved, []);
};

// Rows whose form is closed say that something of theirs waits on this device.
const markRow = (row) => {
  const start = prefix + row.dataset.drafts;
  row.querySelector("[data-draft-mark]")?.remove();
  if (!keys().some((key) => key.startsWith(start))) return;
  const mark = document.getElementById("draft-mark").content.firstElementChild.cloneNode(true);
  row.querySelector("[data-row-text]").append(mark);
};
const markRows = () => {
  for (const row of document.querySelectorAll("[data-drafts]")) markRow(row);
};

const start = (root) => {
  const forms = [...root.querySelectorAll("form[data-draft]")];
  if (root.matches?.("form[data-draft]")) forms.push(root);
  for (const form of forms) follow(form);
};

for (const key of keys()) write(key, read(key));
forgetSaved();
start(document);
markRows();
// Parts of a page that htmx brings later.
document.addEventListener("htmx:afterSettle", () => {
  forgetSaved();
  markRows();
});
window.htmx?.onLoad((loaded) => loaded !== document.body && start(loaded));
