// Copies a text for pasting elsewhere. In an office the pages come over plain http, where browsers
// offer no clipboard; there the text is selected and copied as by hand.
const byHand = (text) => {
  text.focus();
  text.select();
  return document.execCommand("copy");
};

const copied = async (text) => {
  if (!window.isSecureContext || !navigator.clipboard) return byHand(text);
  try {
    await navigator.clipboard.writeText(text.value);
    return true;
  } catch {
    return byHand(text);
  }
};

for (const button of document.querySelectorAll("[data-copies]")) {
  const said = button.parentElement.querySelector("[data-copied]");
  button.hidden = false;
  button.addEventListener("click", async () => {
    const done = await copied(document.getElementById(button.dataset.copies));
    said.textContent = done ? said.dataset.copied : said.dataset.notCopied;
  });
}
