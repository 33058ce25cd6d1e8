// The page's own words, times and names in the visitor's language.

let words = {};
let language = "en";
let zone = "UTC";
let clock = { at: Date.now(), since: performance.now() };

export function speak(word) {
  return words[word] ?? "";
}

export function adopt(state, me) {
  words = state.words;
  language = me.language;
  zone = me.zone;
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll("[data-word]")) {
    element.textContent = speak(element.dataset.word);
  }
  for (const element of document.querySelectorAll("[data-word-label]")) {
    element.ariaLabel = speak(element.dataset.wordLabel);
    if (element.tagName === "BUTTON") element.title = element.ariaLabel;
  }
}

export function setClock(iso) {
  clock = { at: Date.parse(iso), since: performance.now() };
}

export function now() {
  return new Date(clock.at + performance.now() - clock.since);
}

export function hour(moment, inZone = zone) {
  return format(moment, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: inZone });
}

export function day(moment) {
  return format(moment, { weekday: "long", day: "numeric", month: "long", timeZone: zone });
}

export function shortDay(moment, inZone = zone) {
  return format(moment, { weekday: "short", timeZone: inZone });
}

export function languageName(code) {
  const name = new Intl.DisplayNames([code], { type: "language" }).of(code);
  return name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
}

export function city(name) {
  return name.split("/").at(-1).replaceAll("_", " ");
}

function format(moment, options) {
  return new Intl.DateTimeFormat(language, options).format(moment);
}

export function make(tag, properties = {}, ...children) {
  const { dataset = {}, ...rest } = properties;
  const element = Object.assign(document.createElement(tag), rest);
  Object.assign(element.dataset, dataset);
  element.append(...children);
  return element;
}

export function avatar(name) {
  const letters = name.split(/\s+/).map((word) => Array.from(word)[0] ?? "");
  const initials = (letters[0] ?? "") + (letters.length > 1 ? letters.at(-1) : "");
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + letter.codePointAt(0)) % 8;
  const face = make("span", { className: `avatar avatar-${sum}`, textContent: initials.toUpperCase() });
  face.setAttribute("aria-hidden", "true");
  return face;
}

export function homeFace() {
  const face = make("span", { className: "avatar home-face" });
  face.innerHTML = '<svg viewBox="0 0 20 20" aria-hidden="true"><path d="m3 10 7-6.5 7 6.5M5 8.5V16h3.5v-4h3v4H15V8.5"/></svg>';
  return face;
}

export function botFace() {
  const face = make("img", { className: "avatar", src: "/demo/static/icon.svg", alt: "" });
  return face;
}
