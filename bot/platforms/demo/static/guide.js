// The story, step by step: each is one click away, and ticks itself off once somebody has done it.

import { make, speak } from "./words.js";

const guide = document.getElementById("guide");
const DISMISSED = "leadloop-guide-dismissed";

let hasWatched = false;

// `visitor` is who looks, at which conversation, with what everybody has not read.
export function draw({ steps, done: taken, me, conversation, unread }, onStep) {
  const next = steps[taken];
  hasWatched ||= Boolean(next?.watched) && next.people.includes(me.id) && next.conversation === conversation;
  const done = next?.watched && hasWatched ? taken + 1 : taken;
  guide.hidden = sessionStorage.getItem(DISMISSED) === "yes" || !steps.every((step) => step.people.length);
  if (guide.hidden) return;
  const inside = done === steps.length
    ? make("p", { textContent: speak("guide-end") })
    : make("ol", {}, ...steps.map((step, place) => item(step, place)));
  const focused = [...guide.querySelectorAll("button")].indexOf(document.activeElement);
  guide.replaceChildren(inside, dismiss());
  const buttons = [...guide.querySelectorAll("button")];
  if (focused >= 0) (buttons[focused] ?? buttons.at(-1)).focus({ preventScroll: true });

  function item(step, place) {
    const label = make("button", { type: "button" },
      make("span", { className: "step-number", textContent: place < done ? "✓" : String(place + 1) }),
      make("span", { textContent: step.label }));
    label.addEventListener("click", () => onStep(place, whoTakes(step, me, unread), step.conversation));
    const entry = make("li", { className: place < done ? "done" : "" }, label);
    if (place === done) entry.setAttribute("aria-current", "step");
    return entry;
  }
}

// Whoever looks already, else the first who has something waiting.
function whoTakes(step, me, unread) {
  const isWaiting = (id) => unread[id]?.[`person:${id}`];
  if (step.people.includes(me.id) && (step.conversation || isWaiting(me.id))) return me.id;
  return step.people.find(isWaiting) ?? (step.people.includes(me.id) ? me.id : step.people[0]);
}

function dismiss() {
  const button = make("button", { type: "button", className: "icon-button", ariaLabel: speak("dismiss"), title: speak("dismiss"), textContent: "×" });
  button.addEventListener("click", () => {
    sessionStorage.setItem(DISMISSED, "yes");
    guide.hidden = true;
    document.getElementById("log").focus();
  });
  return button;
}
