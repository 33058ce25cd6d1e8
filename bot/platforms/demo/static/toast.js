// Tells of a message that has just come in somewhere else, with the way there.

import { make, speak } from "./words.js";

const toast = document.getElementById("toast");
const SHOWN_MS = 12_000;

let timer = 0;

export function tell(title, onOpen) {
  const open = make("button", { type: "button", className: "quiet-button", textContent: speak("open") });
  open.addEventListener("click", () => { hide(); onOpen(); });
  const hadFocus = toast.contains(document.activeElement);
  toast.replaceChildren(make("b", { textContent: "Leadloop" }), make("span", { className: "name", textContent: title }), open);
  toast.hidden = false;
  if (hadFocus) open.focus();
  clearTimeout(timer);
  timer = setTimeout(hideUnlessUsed, SHOWN_MS);
}

export function hide() {
  clearTimeout(timer);
  toast.hidden = true;
}

function hideUnlessUsed() {
  if (toast.matches(":hover, :focus-within")) timer = setTimeout(hideUnlessUsed, SHOWN_MS);
  else hide();
}
