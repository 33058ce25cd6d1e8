// A form in a dialog. The browser's own dialog keeps the focus in, closes on Escape and gives the focus back.

import * as messages from "./messages.js";
import { make, speak } from "./words.js";

const dialog = document.getElementById("dialog");
let people = [];
let channels = [];
let giveBack = () => {};

export function know(somebody, places) {
  people = somebody;
  channels = places;
}

export function close() {
  dialog.close();
}

// `onSend` gets the form's answers and gives the errors by field, or nothing when it was taken.
export function open(html, onSend) {
  if (!dialog.open) giveBack = messages.wayBack(document.activeElement);
  dialog.innerHTML = html;
  const form = dialog.querySelector("form");
  form.querySelector(".form-title").id = "dialog-title";
  form.querySelectorAll("[data-people]").forEach((select) => {
    fillIn(select, people.map(({ id, name }) => [id, name]));
  });
  form.querySelectorAll("[data-channels]").forEach((select) => {
    fillIn(select, channels.map((name) => [`demo:${name}`, `# ${name}`]));
  });
  form.querySelectorAll("select > option:first-child").forEach((option) => {
    option.textContent = speak("choose");
  });
  form.querySelector("[data-close]").addEventListener("click", close);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(form, onSend);
  });
  if (!dialog.open) dialog.showModal();
  form.querySelector("input:not([type=hidden]), select, textarea")?.focus();
}

dialog.addEventListener("close", () => {
  dialog.replaceChildren();
  giveBack();
});

dialog.addEventListener("click", (event) => {
  if (event.target === dialog) close();
});

async function send(form, onSend) {
  const button = form.querySelector("[type=submit]");
  if (button.ariaBusy === "true") return;
  button.ariaBusy = "true";
  try {
    showErrors(form, await onSend(answers(form)));
  } finally {
    button.ariaBusy = null;
  }
}

function answers(form) {
  const given = new FormData(form);
  const values = {};
  for (const name of new Set(Array.from(form.elements, (one) => one.name).filter(Boolean))) {
    values[name] = given.getAll(name).join("\n");
  }
  return { form: form.dataset.form, keep: JSON.parse(form.dataset.keep), values };
}

function showErrors(form, errors) {
  for (const place of form.querySelectorAll("[data-error-for]")) {
    const name = place.dataset.errorFor;
    place.textContent = errors?.[name] ?? "";
    const field = name ? form.elements.namedItem(name) : null;
    const fields = field instanceof RadioNodeList ? [...field] : field ? [field] : [];
    for (const one of fields) one.ariaInvalid = errors?.[name] ? "true" : null;
  }
  const known = new Set(Array.from(form.querySelectorAll("[data-error-for]"), (one) => one.dataset.errorFor));
  const homeless = Object.entries(errors ?? {}).filter(([name]) => !known.has(name));
  if (homeless.length) {
    form.querySelector("[data-error-for='']").textContent = homeless.map(([, text]) => text).join(" ");
  }
  form.querySelector("[aria-invalid=true]")?.focus();
}

function fillIn(select, options) {
  select.append(...options.map(([value, textContent]) => make("option", { value, textContent })));
  select.value = select.dataset.value;
}
