// A table pasted from Word loses its cells in a plain field: its HTML is put there instead.
for (const field of document.querySelectorAll("[data-paste=table]")) {
  field.addEventListener("paste", (event) => {
    const html = event.clipboardData.getData("text/html");
    if (!html.includes("<td")) return;
    event.preventDefault();
    field.value = html;
  });
}
