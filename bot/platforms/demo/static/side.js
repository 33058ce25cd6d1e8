// The side bar: conversations, people to be, and the demo's clock. On a phone it is a drawer.

import { avatar, botFace, city, day, homeFace, hour, languageName, make, now, shortDay, speak } from "./words.js";

const side = document.getElementById("side");
const shade = document.getElementById("shade");
const opener = document.getElementById("side-open");
const narrow = matchMedia("(max-width: 860px)");

export function drawConversations(state, me, current, unread, onOpen) {
  const mine = unread[me.id] ?? {};
  const channels = state.channels.map((name) => link(`# ${name}`, name, null));
  const direct = link("Leadloop", me.direct, botFace());
  const home = make("ul", { className: "conversations" }, make("li", {}, link(speak("home"), state.home, homeFace())));
  const list = (label, entries) => [
    make("h2", { textContent: speak(label) }),
    make("ul", { className: "conversations" }, ...entries.map((one) => make("li", {}, one))),
  ];
  fill(document.getElementById("conversations"), [home, ...list("channels", channels), ...list("direct", [direct])]);

  function link(label, conversation, face) {
    const name = make("span", { className: "name", textContent: label });
    const button = make("button", { type: "button", dataset: { key: conversation } }, ...(face ? [face] : []), name);
    if (conversation === current) button.ariaCurrent = "page";
    if (mine[conversation]) button.append(badge(mine[conversation]));
    button.classList.toggle("unread", Boolean(mine[conversation]));
    button.addEventListener("click", () => { shut(); onOpen(conversation); });
    return button;
  }
}

export function drawPeople(state, me, unread, onBe) {
  const entries = state.people.map((person) => {
    const about = `${person.role} · ${languageName(person.language)}`;
    const words = make("span", { className: "who" },
      make("span", { className: "name", textContent: person.name }),
      make("span", { className: "about", textContent: about }));
    const time = make("span", { className: "their-time", dataset: { zone: person.zone }, title: city(person.zone) });
    const button = make("button", { type: "button", dataset: { key: person.id } }, avatar(person.name), words, time);
    if (person.id === me.id) button.ariaCurrent = "true";
    const waiting = person.id === me.id ? 0 : unread[person.id]?.[person.direct] ?? 0;
    if (waiting) time.after(badge(waiting));
    button.addEventListener("click", () => { shut(); onBe(person.id); });
    return make("li", {}, button);
  });
  fill(document.getElementById("people"), entries);
  tick();
}

export function drawMe(me) {
  const words = make("span", { className: "who" },
    make("span", { className: "name", textContent: me.name }),
    make("span", { className: "about", textContent: me.role }));
  const you = make("span", { className: "unseen", textContent: `${speak("you")} ` });
  document.getElementById("me").replaceChildren(you, words, avatar(me.name));
}

export function drawJumps(jumps, onJump) {
  const buttons = Object.entries(jumps).map(([jump, label]) => {
    const button = make("button", { type: "button", className: "small-button", textContent: label });
    button.addEventListener("click", () => onJump(jump, button));
    return button;
  });
  document.getElementById("jumps").replaceChildren(...buttons);
}

export function holds(element) {
  return side.contains(element);
}

export function showBadge(number) {
  document.getElementById("side-badge").hidden = number === 0;
}

// Shows every clock of the page as it is now.
export function tick() {
  const moment = now();
  const face = document.getElementById("clock");
  fill(face, [make("b", { textContent: hour(moment) }), make("span", { textContent: day(moment) })]);
  for (const element of document.querySelectorAll(".their-time")) {
    const { zone } = element.dataset;
    const isOtherDay = shortDay(moment, zone) !== shortDay(moment);
    element.textContent = (isOtherDay ? `${shortDay(moment, zone)} ` : "") + hour(moment, zone);
  }
}

function badge(number) {
  const mark = make("span", { className: "badge", textContent: number > 99 ? "99+" : String(number) });
  mark.append(make("span", { className: "unseen", textContent: ` ${speak("unread")}` }));
  return mark;
}

// Puts new children in, and leaves the focus on the one that stands for the same thing.
function fill(place, children) {
  const key = place.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  place.replaceChildren(...children);
  if (key) place.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
}

function show() {
  side.classList.add("open");
  side.inert = false;
  shade.hidden = false;
  opener.ariaExpanded = "true";
  side.querySelector("button")?.focus();
}

function shut() {
  if (!narrow.matches) return;
  const hadFocus = side.contains(document.activeElement);
  side.classList.remove("open");
  side.inert = true;
  shade.hidden = true;
  opener.ariaExpanded = "false";
  if (hadFocus) opener.focus();
}

function adapt() {
  side.classList.remove("open");
  side.inert = narrow.matches;
  shade.hidden = true;
  opener.ariaExpanded = "false";
}

opener.addEventListener("click", show);
document.getElementById("side-close").addEventListener("click", shut);
shade.addEventListener("click", shut);
side.addEventListener("keydown", (event) => { if (event.key === "Escape") shut(); });
narrow.addEventListener("change", adapt);
adapt();
