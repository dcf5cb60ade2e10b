// Goes to the next or the previous row by the keys of a keyboard and of a presenter's remote. The links do the same.
const STEPS = { ArrowRight: "next", PageDown: "next", ArrowLeft: "previous", PageUp: "previous" };
const WRITES = "input, textarea, select, [contenteditable]";

document.addEventListener("keydown", (event) => {
  const step = STEPS[event.key];
  if (!step || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.target.closest?.(WRITES)) return;
  const link = document.querySelector(`[data-step="${step}"]`);
  if (!link) return;
  event.preventDefault();
  link.click();
});

document.querySelector("[data-agenda] details [aria-current]")?.scrollIntoView({ block: "nearest" });
