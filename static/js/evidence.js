// Sends each file the moment it is chosen, so that saving a report never waits for a long upload.
// Without this script the same files go with the form. Works in forms that arrive later, too.
const STALLED_AFTER = 90_000;
const waiting = [];
const jobs = new WeakMap();
let current = null;

const megabytes = (bytes) => (bytes / 1024 / 1024).toFixed(1);
const isBusy = (field) => field.querySelector("[data-arriving].is-sending") !== null;

const prepare = (root) => {
  for (const field of root.querySelectorAll("[data-attach]:not(.is-live)")) {
    field.classList.add("is-live");
    field.querySelector("input[name=files]").classList.add("visually-hidden");
    for (const button of field.querySelectorAll("[data-choose], [data-camera]")) button.hidden = false;
    for (const line of field.querySelectorAll("[data-file]")) enliven(line);
  }
};

// A line's tick becomes a button, and the input for its new version sends at once.
const enliven = (line) => {
  line.querySelector("input[name=kept]").hidden = true;
  line.querySelector("[data-discard]").hidden = false;
  line.hidden = !line.querySelector("input[name=kept]").checked;
};

const send = (field, files, replaced) => {
  for (const file of files) {
    const line = field.querySelector("[hidden] > [data-arriving]").cloneNode(true);
    line.querySelector("[data-name]").textContent = file.name;
    line.querySelector("[data-cancel]").setAttribute("aria-label", `ยกเลิกการส่งไฟล์ ${file.name}`);
    line.querySelector("progress").setAttribute("aria-label", `ส่งไฟล์ ${file.name}`);
    if (replaced) replaced.after(line);
    else field.querySelector("[data-files]").append(line);
    jobs.set(line, { field, file, line, replaced });
    enqueue(jobs.get(line));
  }
};

const enqueue = (job) => {
  job.line.classList.add("is-sending");
  say(job, "รอส่ง");
  waiting.push(job);
  sendNext();
};

// One after another: on a phone's line two at once are both slow, and both lost together.
const sendNext = () => {
  if (current || waiting.length === 0) return;
  const job = (current = waiting.shift());
  if (job.file.size > Number(job.field.dataset.maxSize)) return finish(job, () => fail(job, job.field.dataset.tooLarge, false));
  const request = new XMLHttpRequest();
  job.request = request;
  request.open("POST", job.field.dataset.attach);
  // Tells the server that a part of a page is asked for: no sign-in page comes in its place.
  request.setRequestHeader("HX-Request", "true");
  request.setRequestHeader("HX-Current-URL", location.href);
  const lost = () => finish(job, () => fail(job, job.field.dataset.lost));
  let patience = setTimeout(() => request.abort(), STALLED_AFTER);
  request.upload.addEventListener("progress", (event) => {
    clearTimeout(patience);
    patience = setTimeout(() => request.abort(), STALLED_AFTER);
    show(job, event);
  });
  request.addEventListener("loadend", () => clearTimeout(patience));
  request.addEventListener("error", lost);
  request.addEventListener("abort", () => (job.cancelled ? finish(job, () => job.line.remove()) : lost()));
  request.addEventListener("load", () => finish(job, () => answered(job, request)));
  const body = new FormData();
  for (const name of ["csrfmiddlewaretoken", "row"]) body.append(name, job.field.closest("form").elements[name].value);
  if (job.replaced) body.append("replaces", job.replaced.dataset.file);
  body.append("file", job.file);
  request.send(body);
};

const show = (job, { loaded, total }) => {
  job.line.querySelector("progress").value = (loaded / total) * 100;
  const [sent, all] = [Math.min(loaded, job.file.size), job.file.size].map(megabytes);
  say(job, loaded < total ? `กำลังส่ง ${sent} จาก ${all} MB` : "ส่งครบแล้ว กำลังตรวจไฟล์");
};

const answered = (job, request) => {
  if (request.getResponseHeader("HX-Redirect")) return fail(job, job.field.dataset.signedOut, false);
  if (![200, 422, 507].includes(request.status)) return fail(job, job.field.dataset.failed);
  const parsed = new DOMParser().parseFromString(request.responseText, "text/html");
  const line = document.adoptNode(parsed.querySelector("li"));
  const same = job.field.querySelector(`[data-file="${line.dataset.file}"]`);
  if (same && same !== job.replaced) same.remove();
  job.line.replaceWith(line);
  if (!line.matches("[data-file]")) return;
  enliven(line);
  if (job.replaced) job.replaced.remove();
};

const fail = (job, reason, mayTryAgain = true) => {
  markRefused(job.line, true);
  say(job, reason);
  job.line.querySelector("[data-again]").hidden = !mayTryAgain;
};

const again = (line) => {
  markRefused(line, false);
  line.querySelector("[data-again]").hidden = true;
  enqueue(jobs.get(line));
};

const markRefused = (line, isRefused) => {
  line.classList.toggle("files-refused", isRefused);
  line.toggleAttribute("data-refused", isRefused);
  line.querySelector("progress").hidden = isRefused;
};

const finish = (job, then) => {
  job.line.classList.remove("is-sending");
  then();
  current = null;
  sendNext();
  const form = job.field.closest("form");
  if (!form || isBusy(job.field)) return;
  job.field.querySelector("[data-waits]").hidden = true;
  const submitter = job.field.submitter;
  job.field.submitter = undefined;
  if (submitter && !job.field.querySelector("[data-refused]")) form.requestSubmit(submitter);
};

const say = (job, words) => (job.line.querySelector("[data-note]").textContent = words);

const cancel = (line) => {
  if (current?.line === line) {
    current.cancelled = true;
    return current.request.abort();
  }
  const at = waiting.findIndex((job) => job.line === line);
  if (at >= 0) waiting.splice(at, 1);
  line.remove();
};

// What is taken out of the list is gone from the server too, unless it stands in history.
const discard = async (button) => {
  const line = button.closest("li");
  const field = line.closest("[data-attach]");
  const address = button.dataset.discard;
  line.querySelector("input[name=kept]")?.click();
  line.hidden = true;
  if (!address) return line.matches("[data-refused]") && line.remove();
  const body = new FormData();
  body.append("csrfmiddlewaretoken", field.closest("form").elements.csrfmiddlewaretoken.value);
  try {
    const response = await fetch(address, { method: "POST", body, headers: { "HX-Request": "true" } });
    const earlier = new DOMParser().parseFromString(await response.text(), "text/html").querySelector("li[data-file]");
    if (!response.ok || !earlier) return;
    line.replaceWith(document.adoptNode(earlier));
    enliven(earlier);
  } catch {
    // The line is out of the report all the same: its tick is gone.
  }
};

document.addEventListener("click", (event) => {
  const summary = event.target.closest(".is-live [data-new-version] > summary");
  if (summary) {
    event.preventDefault();
    summary.parentElement.querySelector("input").click();
  }
  const button = event.target.closest("[data-attach] button");
  if (!button) return;
  const field = button.closest("[data-attach]");
  if (button.matches("[data-choose]")) {
    field.querySelector("input[name=files]").click();
  } else if (button.matches("[data-camera]")) {
    field.querySelector("input[capture]").click();
  } else if (button.matches("[data-cancel]")) {
    cancel(button.closest("li"));
  } else if (button.matches("[data-again]")) {
    again(button.closest("li"));
  } else if (button.matches("[data-discard]")) {
    discard(button);
  }
});

document.addEventListener("change", (event) => {
  const input = event.target.closest(".is-live input[type=file]");
  if (!input) return;
  send(input.closest("[data-attach]"), [...input.files], input.closest("[data-file]"));
  input.value = "";
});

for (const name of ["dragover", "drop"]) {
  document.addEventListener(name, (event) => {
    const field = event.target.closest?.(".is-live");
    if (!field || !event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    if (name === "drop") send(field, event.dataTransfer.files);
  });
}

// Before anybody else hears of it: the form is sent when the files are there.
document.addEventListener(
  "submit",
  (event) => {
    const field = event.target.querySelector("[data-attach]");
    if (!field || !isBusy(field)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    field.submitter = event.submitter;
    field.querySelector("[data-waits]").hidden = false;
  },
  true,
);

prepare(document);
document.addEventListener("htmx:load", (event) => prepare(event.target));
