// One link to type in, another when asked for, and a word on each as soon as it stands there.

// Leaving the field by a press on "save" asks for that word. Were it shown before the press ends, the
// button would move away from under the finger, and the press would be lost.
let released = Promise.resolve();
let release = () => {};

document.addEventListener(
  "pointerdown",
  () => {
    release();
    released = new Promise((resolve) => (release = resolve));
  },
  true,
);
for (const name of ["pointerup", "pointercancel"]) {
  document.addEventListener(name, () => setTimeout(release), true);
}

const ready = (root) => {
  for (const field of root.querySelectorAll("[data-links]:not(.is-live)")) {
    field.classList.add("is-live");
    field.spare = field.querySelector("[data-spare]");
    field.spare?.remove();
    field.querySelector("[data-add-link]").hidden = false;
  }
};

const add = (field) => {
  const lines = field.querySelectorAll("[data-link]");
  const line = (field.spare ?? lines[0]).cloneNode(true);
  const input = line.querySelector("input");
  const number = lines.length + 1;
  input.value = "";
  input.id = `id_url_${number}`;
  input.setAttribute("aria-label", `ลิงก์ที่ ${number}`);
  line.querySelector("[data-link-notes]").replaceChildren();
  lines[lines.length - 1].after(line);
  input.focus();
};

const look = async (input) => {
  const field = input.closest("[data-links]");
  const notes = input.closest("[data-link]").querySelector("[data-link-notes]");
  const typed = input.value;
  const body = new FormData();
  body.append("csrfmiddlewaretoken", input.form.elements.csrfmiddlewaretoken.value);
  body.append("url", typed);
  try {
    const response = await fetch(field.dataset.links, {
      method: "POST",
      body,
      headers: { "HX-Request": "true", "HX-Current-URL": location.href },
    });
    const answer = new DOMParser().parseFromString(await response.text(), "text/html");
    await released;
    // What was typed meanwhile is looked at by itself.
    if (response.status !== 200 || input.value !== typed) return;
    notes.replaceChildren(...answer.body.childNodes);
    input.classList.remove("is-invalid");
    input.removeAttribute("aria-invalid");
  } catch {
    // Looked at again when the report is saved.
  }
};

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-add-link]");
  if (button) add(button.closest("[data-links]"));
});

document.addEventListener("change", (event) => {
  if (event.target.matches("[data-links] input[name=url]")) look(event.target);
});

ready(document);
document.addEventListener("htmx:load", (event) => ready(event.target));
