// The conversation: what was said, kept up to date in place, and what is whispered to the visitor alone.

import { avatar, botFace, day, hour, make, speak } from "./words.js";

const log = document.getElementById("log");
const spoken = document.getElementById("spoken");
const NEAR_THE_END = 120;
const ONE_BREATH_MS = 5 * 60 * 1000;

let people = new Map();
let myself = "";
let held = null;

export function know(somebody, me) {
  myself = me.id;
  people = new Map(somebody.map((person) => [person.id, person]));
}

export function clear() {
  log.replaceChildren();
}

export function showAll(messages, { more, unread, onEarlier }) {
  clear();
  held &&= [];
  if (more) log.append(earlierButton(onEarlier));
  messages.forEach((message) => log.append(draw(message)));
  if (unread) markNew(unread);
  arrange();
  const mark = log.querySelector(".new-mark");
  if (mark) toTopOf(mark);
  else toLast();
}

export function prepend(messages, { more, onEarlier }) {
  const height = log.scrollHeight;
  log.querySelector(".earlier")?.remove();
  log.prepend(...messages.map(draw));
  if (more) log.prepend(earlierButton(onEarlier));
  arrange();
  log.scrollTop += log.scrollHeight - height;
}

export function oldest() {
  return Number(log.querySelector(".message")?.dataset.id ?? 0);
}

export function newest() {
  return Number([...log.querySelectorAll(".message")].at(-1)?.dataset.id ?? 0);
}

export function isEmpty() {
  return !log.querySelector(".message, .whisper");
}

export function showHint(element) {
  log.querySelector(".hint-card")?.remove();
  if (element) log.append(element);
}

export function apply(message) {
  if (held) return void held.push(message);
  const there = find(message.id);
  if (there && Number(there.dataset.revision) >= message.revision) return;
  const wasAtEnd = isAtEnd();
  const added = !there && !message.removed && message.id > newest() ? add(message) : null;
  if (message.removed) there?.remove();
  else if (there) refill(there, message);
  arrange();
  if (added && (wasAtEnd || message.author === myself)) toLast();
}

// A button that is drawn anew under a finger would lose its click: what changes waits for the finger to lift.
log.addEventListener("pointerdown", () => { held ??= []; });
for (const lifted of ["pointerup", "pointercancel"]) window.addEventListener(lifted, () => setTimeout(letGo));

function letGo() {
  const waiting = held ?? [];
  held = null;
  waiting.forEach(apply);
}

// Shows the last card from its top, with the focus on what it asks to be done.
export function pointOut() {
  const card = [...log.querySelectorAll(".message .card")].at(-1);
  const button = card?.querySelector(".tone-primary") ?? card?.querySelector("[data-does]");
  toLast();
  button?.focus({ preventScroll: true });
  button?.scrollIntoView({ block: "nearest" });
}

export function putInPlace(id, html) {
  const there = find(id);
  const content = there?.querySelector(".content");
  if (content) swap(content, html);
}

// `said` is the visitor's own message that is answered; where it is not here yet, it will come before this.
export function whisper(html, { after, said, isTrouble = false } = {}) {
  const wasAtEnd = isAtEnd();
  const element = make("div", { className: `whisper${isTrouble ? " trouble" : ""}` });
  element.setAttribute("role", "status");
  const dismiss = make("button", { type: "button", className: "icon-button", title: speak("dismiss"), ariaLabel: speak("dismiss"), textContent: "×" });
  dismiss.addEventListener("click", () => { element.remove(); log.focus(); });
  const content = make("div", { className: "content" });
  content.innerHTML = html;
  element.append(make("div", { className: "whisper-head" }, make("span", { textContent: speak("only-you") }), dismiss), content);
  hush(after);
  const asked = said ? find(said) : after;
  const origin = asked?.isConnected ? asked : null; // it may have gone while the answer was on its way
  if (said && !origin) element.dataset.said = said;
  if (origin?.classList.contains("whisper")) origin.replaceWith(element);
  else if (origin) origin.after(element);
  else log.append(element);
  if (wasAtEnd && !origin) toEnd();
  else element.scrollIntoView({ block: "nearest" });
}

// Takes away the sentences that were whispered before, as the visitor goes on to another deed.
// Nothing else takes a whisper away but its own button, or leaving the conversation.
export function hush(but = null) {
  const sentences = log.querySelectorAll(".whisper:not(:has(.card > :nth-child(2)))");
  sentences.forEach((one) => { if (one !== but) one.remove(); });
}

export function trouble(sentence, after) {
  const text = make("p", { textContent: sentence || speak("failed") });
  whisper(make("div", {}, text).innerHTML, { after, isTrouble: true });
}

function find(id) {
  return log.querySelector(`.message[data-id="${Number(id)}"]`);
}

function add(message) {
  log.querySelector(".hint-card")?.remove();
  const element = draw(message);
  const answer = log.querySelector(`.whisper[data-said="${Number(message.id)}"]`);
  if (answer) answer.before(element);
  else log.append(element);
  return element;
}

function draw(message) {
  const isBot = message.author === "";
  const name = isBot ? "Leadloop" : people.get(message.author)?.name ?? "";
  const head = make("header", {}, make("b", { textContent: name }));
  if (isBot) head.append(make("span", { className: "chip", textContent: speak("bot") }));
  head.append(make("time", { dateTime: message.at, textContent: hour(new Date(message.at)) }));
  head.append(make("span", { className: "edited", textContent: message.edited ? speak("edited") : "" }));
  const content = make("div", { className: "content" });
  content.innerHTML = message.html;
  const { id, revision, author, at } = message;
  const element = make("div", { className: "message", dataset: { id, revision, author, at } });
  element.append(isBot ? botFace() : avatar(name), make("div", { className: "message-body" }, head, content));
  return element;
}

function refill(element, message) {
  element.dataset.revision = message.revision;
  element.querySelector(".edited").textContent = speak("edited");
  if (swap(element.querySelector(".content"), message.html)) {
    element.classList.remove("fresh");
    void element.offsetWidth; // lets the highlight begin anew
    element.classList.add("fresh");
    spoken.textContent = `${speak("updated")} ${message.title}`;
  }
}

function swap(content, html) {
  const before = content.innerHTML;
  const focus = pressable(document.activeElement, content);
  const next = make("div");
  next.innerHTML = html;
  if (before === next.innerHTML) return false;
  content.replaceChildren(...next.childNodes);
  if (focus) refocus(content, focus);
  return true;
}

// Gives what returns the focus to an element, or to what stands in its place by then.
export function wayBack(element) {
  const content = element.closest(".content");
  const focus = content && pressable(element, content);
  return () => {
    if (element.isConnected) element.focus();
    else if (content?.isConnected) refocus(content, focus);
  };
}

function pressable(element, within) {
  if (!within.contains(element)) return null;
  return { does: element.dataset.does, values: element.dataset.values };
}

// Leaves the focus on the same button, else on the first that is about the same thing.
function refocus(content, { does, values }) {
  const buttons = [...content.querySelectorAll("[data-does]")];
  const same = buttons.find((one) => one.dataset.does === does && one.dataset.values === values)
    ?? buttons.find((one) => values && isAboutTheSame(JSON.parse(one.dataset.values), JSON.parse(values)));
  if (same) return same.focus({ preventScroll: true });
  content.tabIndex = -1;
  return content.focus({ preventScroll: true });
}

function isAboutTheSame(one, other) {
  return Object.entries(one).some(([name, value]) => other[name] === value);
}

function earlierButton(onEarlier) {
  const button = make("button", { type: "button", className: "quiet-button earlier", textContent: speak("earlier") });
  button.addEventListener("click", onEarlier);
  return button;
}

function markNew(unread) {
  const messages = [...log.querySelectorAll(".message")];
  const first = messages.at(-Math.min(unread, messages.length));
  first?.before(make("p", { className: "new-mark", textContent: speak("new") }));
}

// Sets day lines, and joins what one person said in one breath.
function arrange() {
  log.querySelectorAll(".day-mark").forEach((line) => line.remove());
  let previous = null;
  for (const element of log.querySelectorAll(".message")) {
    const date = new Date(element.dataset.at);
    const isNewDay = !previous || day(new Date(previous.dataset.at)) !== day(date);
    if (isNewDay) dayLine(element).before(make("p", { className: "day-mark", textContent: day(date) }));
    const isSameBreath = !isNewDay && previous.dataset.author === element.dataset.author
      && date - new Date(previous.dataset.at) < ONE_BREATH_MS;
    element.classList.toggle("follows", Boolean(isSameBreath));
    previous = element;
  }
}

// Where the line of a new day goes: above the mark of what is new.
function dayLine(element) {
  const above = element.previousElementSibling;
  return above?.classList.contains("new-mark") ? above : element;
}

function isAtEnd() {
  return log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_THE_END;
}

function toEnd() {
  log.scrollTop = log.scrollHeight;
}

// Shows the end, or a last message that is taller than the screen from its top.
function toLast() {
  toEnd();
  const last = [...log.querySelectorAll(".message")].at(-1);
  if (last?.offsetHeight > log.clientHeight) toTopOf(last);
}

function toTopOf(element) {
  log.scrollTop += element.getBoundingClientRect().top - log.getBoundingClientRect().top;
}
