// Speaks with the server. Every deed carries an id, so that sending it again does no harm.

let token = "";
const TRIES = 4;

export class Refusal extends Error {}

export function deed() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export async function get(name, query) {
  return read(await fetch(address(name, query)));
}

export async function opening(person) {
  const state = await get("state", person ? { as: person } : {});
  token = state.token;
  return state;
}

export async function post(name, query, body) {
  const isFile = body instanceof Blob;
  const send = () => fetch(address(name, query), {
    method: "POST",
    headers: {
      "Content-Type": isFile ? "application/octet-stream" : "application/json",
      "X-Leadloop-Token": token,
    },
    body: isFile ? body : JSON.stringify(body),
  });
  let response = await stubbornly(send);
  if (response.status === 403) {
    await opening(query.as); // the server was started anew and has another token
    response = await stubbornly(send);
  }
  return read(response);
}

async function stubbornly(send) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send();
    } catch (error) {
      if (attempt === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, 300 * 2 ** attempt));
    }
  }
}

async function read(response) {
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refusal(answer.error ?? "");
  return answer;
}

function address(name, query) {
  return `/demo/${name}?${new URLSearchParams(query)}`;
}
