// Where the visitor writes, attaches a file, or takes a sample to try.

import { make, speak } from "./words.js";

const form = document.getElementById("composer");
const text = document.getElementById("text");
const file = document.getElementById("file");
const attached = document.getElementById("attached");
const send = document.getElementById("send");
const MENTION = "@Leadloop ";
const TALLEST = 240;

let isDirect = true;

export function setUp({ onSend, onSample }) {
  form.addEventListener("submit", (event) => { event.preventDefault(); submit(onSend); });
  text.addEventListener("keydown", (event) => {
    const isSend = event.key === "Enter" && !event.shiftKey && !event.isComposing;
    if (!isSend || matchMedia("(pointer: coarse)").matches) return;
    event.preventDefault();
    submit(onSend);
  });
  text.addEventListener("input", grow);
  document.getElementById("attach").addEventListener("click", () => file.click());
  file.addEventListener("change", showFile);
  document.getElementById("mention").addEventListener("click", mention);
  document.getElementById("sample").addEventListener("click", onSample);
}

export function turnTo(conversation, state, direct) {
  isDirect = conversation === direct;
  text.placeholder = state.placeholders[conversation];
  text.ariaLabel = text.placeholder;
  document.getElementById("attach").hidden = !isDirect;
  document.getElementById("mention").hidden = isDirect;
  forget();
}

export function fill(sample) {
  const words = sample.replace(/^@leadloop\s+/i, "");
  text.value = isDirect ? words : MENTION + words;
  grow();
  text.focus();
}

// Lets the visitor write at once; on a phone that would cover half of the page.
export function focus() {
  if (matchMedia("(pointer: coarse)").matches) document.getElementById("log").focus();
  else text.focus();
}

async function submit(onSend) {
  const said = text.value.trim();
  const chosen = file.files[0];
  if ((!said && !chosen) || send.ariaBusy === "true") return;
  send.ariaBusy = "true";
  const kept = text.value;
  text.value = "";
  grow();
  try {
    if (await onSend(said, chosen)) forget();
    else text.value ||= kept;
  } finally {
    send.ariaBusy = null;
    grow();
    if (isHere()) text.focus();
  }
}

// Whether the visitor is still at the composer, and has not gone on to a card meanwhile.
function isHere() {
  return document.activeElement === document.body || form.contains(document.activeElement);
}

function showFile() {
  const chosen = file.files[0];
  attached.hidden = !chosen;
  if (!chosen) return;
  const drop = make("button", { type: "button", className: "icon-button", ariaLabel: speak("dismiss"), title: speak("dismiss"), textContent: "×" });
  drop.addEventListener("click", () => { forget(); text.focus(); });
  attached.replaceChildren(make("span", { textContent: chosen.name }), drop);
  text.focus();
}

function forget() {
  file.value = "";
  showFile();
}

function mention() {
  if (!text.value.toLowerCase().includes(MENTION.trim().toLowerCase())) text.value = MENTION + text.value;
  grow();
  text.focus();
}

function grow() {
  text.style.height = "auto";
  text.style.height = `${Math.min(text.scrollHeight, TALLEST)}px`;
}
