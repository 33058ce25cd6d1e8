// Puts the page together: who the visitor is, which conversation is open, and the news that keep it alive.

import * as composer from "./composer.js";
import * as dialog from "./dialog.js";
import { deed, get, opening, post, Refusal } from "./door.js";
import * as guide from "./guide.js";
import * as messages from "./messages.js";
import * as side from "./side.js";
import * as toast from "./toast.js";
import { adopt, make, setClock, speak } from "./words.js";

const offline = document.getElementById("offline");
const log = document.getElementById("log");
const OFFLINE_AFTER_MS = 2500;
const HOME = "home";

let state = null;
let me = null;
let conversation = "";
let unread = {};
let events = null;
let offlineTimer = 0;

async function be(person, wanted) {
  state = await opening(person);
  me = state.people.find((one) => one.id === state.me);
  unread = state.unread;
  adopt(state, me);
  setClock(state.now);
  messages.know(state.people, me);
  dialog.know(state.people, state.channels);
  side.drawMe(me);
  side.drawJumps(state.jumps, jump);
  document.getElementById("crm-link").href = `/demo/crm?${new URLSearchParams({ as: me.id })}`;
  document.getElementById("gallery-link").href = `/demo/gallery?lang=${me.language}`;
  const place = wanted === HOME ? state.home : wanted;
  await open([...state.channels, me.direct, state.home].includes(place) ? place : me.direct);
}

async function open(wanted) {
  conversation = wanted;
  toast.hide();
  history.replaceState(null, "", `/demo?${new URLSearchParams({ as: me.id, in: conversation })}`);
  const page = await get("messages", { as: me.id, conversation });
  if (conversation !== wanted) return;
  document.body.classList.toggle("at-home", isHome());
  document.getElementById("title").textContent = titleOf(conversation);
  document.getElementById("subtitle").textContent = state.subtitles[conversation];
  composer.turnTo(conversation, state, me.direct);
  messages.showAll(page.messages, {
    more: page.more,
    unread: unread[me.id]?.[conversation] ?? 0,
    onEarlier: showEarlier,
  });
  if (messages.isEmpty() && !isHome()) messages.showHint(hint());
  listen(page.revision);
  drawSide();
  seen();
  if (isHome()) await openHome();
}

// Leads the focus to where the visitor has gone, unless they are elsewhere by now.
async function arrive(opened) {
  await opened;
  const { activeElement } = document;
  if (activeElement !== document.body && !side.holds(activeElement)) return;
  if (isHome()) log.focus();
  else composer.focus();
}

// The page is brought up to date whenever it is opened, and stands still for nobody else.
async function openHome() {
  try {
    await post("press", { as: me.id }, { conversation, message: null, does: "home.opened", values: {}, deed: deed() });
  } catch (error) {
    messages.trouble(sentenceOf(error), null);
  }
}

function isHome() {
  return conversation === state.home;
}

function titleOf(place) {
  if (place === state.home) return speak("home");
  return place === me.direct ? "Leadloop" : `# ${place}`;
}

async function showEarlier() {
  const query = { as: me.id, conversation, before: messages.oldest() };
  const page = await get("messages", query);
  messages.prepend(page.messages, { more: page.more, onEarlier: showEarlier });
}

function listen(after) {
  events?.close();
  events = new EventSource(`/demo/events?${new URLSearchParams({ as: me.id, after })}`);
  const mine = events;
  mine.onopen = () => isOffline(false);
  mine.onmessage = (event) => hear(JSON.parse(event.data));
  mine.addEventListener("reset", () => location.reload());
  mine.onerror = () => {
    isOffline(true);
    if (mine.readyState !== EventSource.CLOSED) return;
    setTimeout(() => { if (mine === events) location.reload(); }, OFFLINE_AFTER_MS);
  };
}

function hear(news) {
  setClock(news.now);
  unread = news.unread;
  state.done = news.done;
  news.messages.forEach(announce);
  news.messages.filter((one) => one.conversation === conversation).forEach(messages.apply);
  drawSide();
  seen();
}

// Says in passing that Leadloop wrote to the visitor while they look elsewhere.
function announce(message) {
  const isElsewhere = message.conversation === me.direct && conversation !== me.direct;
  if (!isElsewhere || message.author || message.edited || message.removed) return;
  const file = make("div", { innerHTML: message.html }).querySelector(".file-name");
  toast.tell(file?.textContent ?? message.title, () => arrive(open(me.direct)));
}

function isOffline(is) {
  if (is && offlineTimer) return; // each attempt in vain tells so again
  clearTimeout(offlineTimer);
  offlineTimer = 0;
  offline.textContent = speak("offline");
  if (!is) offline.hidden = true;
  else offlineTimer = setTimeout(() => { offline.hidden = false; }, OFFLINE_AFTER_MS);
}

function drawSide() {
  guide.draw({ ...state, me, conversation, unread }, takeStep);
  side.drawConversations(state, me, conversation, unread, (wanted) => arrive(open(wanted)));
  side.drawPeople(state, me, unread, (person) => arrive(be(person, alike(conversation))));
  const mine = Object.entries(unread[me.id] ?? {}).filter(([name]) => name !== conversation);
  const number = mine.reduce((sum, [, one]) => sum + one, 0);
  side.showBadge(number);
  document.title = `${number ? `(${number}) ` : ""}${document.getElementById("title").textContent} · ${me.name}`;
}

// Where somebody else would be who looks at the same thing.
function alike(place) {
  if (place === state.home) return HOME;
  return place === me.direct ? null : place;
}

function seen() {
  if (document.hidden || !unread[me.id]?.[conversation]) return;
  post("seen", { as: me.id }, { conversation, message: messages.newest() }).catch(() => {});
}

function hint() {
  const step = state.steps[state.done];
  const isMine = !step || step.people.includes(me.id);
  const buttons = [button("sample", isMine ? "tone-primary" : "tone-quiet", trySample)];
  if (!isMine) buttons.unshift(button(null, "tone-primary", () => takeStep(state.done, step.people[0], step.conversation)));
  return make("div", { className: "hint-card" },
    make("h2", { textContent: `${speak("you")} ${me.name} · ${me.role}` }), make("p", { textContent: state.hint }),
    make("div", { className: "bar" }, ...buttons));

  function button(word, tone, onClick) {
    const made = make("button", { type: "button", className: `button ${tone}`, textContent: word ? speak(word) : step.label });
    made.addEventListener("click", onClick);
    return made;
  }
}

// Goes where a step of the guide is taken, and as whom; the visitor then takes it.
async function takeStep(place, person, at) {
  const wanted = at || `person:${person}`;
  if (person !== me.id) await be(person, wanted);
  else if (wanted !== conversation) await open(wanted);
  const { sample } = state.steps[place];
  if (sample) await propose(sample);
  else messages.pointOut();
}

function trySample() {
  return propose("question");
}

async function propose(what) {
  const { text } = await get("sample", { as: me.id, conversation, of: what });
  if (text) composer.fill(text);
  else composer.focus();
}

async function say(text, file) {
  const from = whereabouts();
  try {
    const query = { as: me.id };
    const reply = file
      ? await post("file", { ...query, conversation, deed: deed(), name: file.name, text }, file)
      : await post("say", query, { conversation, text, deed: deed() });
    take(reply, null, from);
    return true;
  } catch (error) {
    messages.trouble(sentenceOf(error), null);
    return false;
  }
}

async function press(button) {
  if (button.ariaBusy === "true") return;
  const origin = button.closest(".message, .whisper");
  const from = whereabouts();
  button.ariaBusy = "true";
  messages.hush(origin);
  try {
    const body = {
      conversation,
      message: messageOf(origin),
      does: button.dataset.does,
      values: JSON.parse(button.dataset.values),
      deed: deed(),
    };
    take(await post("press", { as: me.id }, body), origin, from);
  } catch (error) {
    messages.trouble(sentenceOf(error), origin);
  } finally {
    button.ariaBusy = null;
  }
}

// Shows an answer to whoever asked, where they asked; it does not follow them elsewhere.
function take(reply, origin, from) {
  if (from !== whereabouts()) return;
  const message = messageOf(origin);
  if (reply.kind === "open") {
    dialog.open(reply.html, (answers) => submit(answers, origin));
  } else if (reply.kind === "show" && message !== null) {
    messages.putInPlace(message, reply.html);
  } else if (reply.kind === "show" || reply.kind === "whisper") {
    messages.whisper(reply.html, { after: origin, said: reply.said });
  }
}

async function submit(answers, origin) {
  const from = whereabouts();
  const body = { conversation, message: messageOf(origin), deed: deed(), ...answers };
  try {
    const reply = await post("submit", { as: me.id }, body);
    if (reply.kind === "correct") return reply.errors;
    if (reply.kind !== "open") dialog.close();
    take(reply, origin, from);
    if (isHome()) await beAnew();
    return null;
  } catch (error) {
    return { "": sentenceOf(error) || speak("failed") };
  }
}

// Speaks as the visitor has just decided to be spoken to.
async function beAnew() {
  const { people } = await opening(me.id);
  const renewed = people.find((one) => one.id === me.id);
  if (renewed.language !== me.language || renewed.zone !== me.zone) await be(me.id, HOME);
}

async function jump(to, button) {
  button.ariaBusy = "true";
  try {
    const { now } = await post("clock", { as: me.id }, { jump: to });
    setClock(now);
    side.tick();
  } catch (error) {
    messages.trouble(sentenceOf(error), null);
  } finally {
    button.ariaBusy = null;
  }
}

function whereabouts() {
  return `${me.id} ${conversation}`;
}

function messageOf(origin) {
  return origin?.dataset.id ? Number(origin.dataset.id) : null;
}

function sentenceOf(error) {
  return error instanceof Refusal ? error.message : "";
}

log.addEventListener("click", (event) => {
  const button = event.target.closest("[data-does]");
  if (button) press(button);
});
document.addEventListener("visibilitychange", seen);
composer.setUp({ onSend: say, onSample: trySample });
setInterval(side.tick, 5000);

const asked = new URLSearchParams(location.search);
await be(asked.get("as"), asked.get("in"));
document.body.inert = false;
