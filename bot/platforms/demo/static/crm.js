// The page into the demo's CRM: sends what was changed by hand, and lets Leadloop look.

import { opening, post, Refusal } from "./door.js";

const person = document.body.dataset.as;
const form = document.getElementById("edit");
const look = document.getElementById("look");
const wrong = document.getElementById("wrong");

const fields = () => [...form.querySelectorAll("[name]")];
const before = new Map(form ? fields().map((field) => [field.name, field.value]) : []);

// Only what was changed is sent, so that an older page undoes nothing.
function changed() {
  const moved = form ? fields().filter((field) => field.value !== before.get(field.name)) : [];
  return Object.fromEntries(moved.map((field) => [field.name, field.value]));
}

function isChanged() {
  return Object.keys(changed()).length > 0;
}

async function deed(button, name, body, told) {
  if (button.ariaBusy === "true") return;
  button.ariaBusy = "true";
  try {
    await post(name, { as: person }, body);
    const address = new URL(location.href);
    address.searchParams.set("told", told);
    location.replace(address);
  } catch (error) {
    button.ariaBusy = null;
    if (wrong && error instanceof Refusal) wrong.textContent = error.message;
    else if (!(error instanceof Refusal)) throw error;
  }
}

form?.addEventListener("submit", (event) => {
  event.preventDefault();
  wrong.textContent = "";
  if (isChanged()) deed(event.submitter ?? look, "crm-edit", { lead: form.dataset.lead, values: changed() }, "saved");
});
look.addEventListener("click", () => deed(look, "crm-look", {}, "looked"));

// Whoever comes back to the page sees what Leadloop has written meanwhile.
document.addEventListener("visibilitychange", () => {
  if (!document.hidden && !isChanged()) location.reload();
});

// What was just done is said once, not again after each reload.
const plain = new URL(location.href);
plain.searchParams.delete("told");
history.replaceState(null, "", plain);
await opening(person);
