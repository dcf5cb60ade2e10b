// Shows what was typed. The button stays hidden where this script does not run.
for (const button of document.querySelectorAll("[data-shows]")) {
  const input = document.getElementById(button.dataset.shows);
  button.hidden = false;
  button.addEventListener("click", () => {
    const shown = input.type === "text";
    input.type = shown ? "password" : "text";
    button.setAttribute("aria-pressed", String(!shown));
  });
  // A shown password must not be kept by the browser among typed texts.
  input.form.addEventListener("submit", () => {
    input.type = "password";
  });
}
