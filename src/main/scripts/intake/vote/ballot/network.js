// Talks to the server.
import { base, text } from "./page.js";

/** Never throws; status 0: nothing is known. */
export const post = async (address, fields, wait = 20000) => {
  const stop = new AbortController();
  const clock = setTimeout(() => stop.abort(), wait);
  try {
    const answer = await fetch(base + address, {
      method: "POST",
      headers: { Accept: "application/json" },
      body: new URLSearchParams(fields),
      signal: stop.signal,
    });
    const body = await answer.json().catch(() => ({}));
    return { status: answer.status, ok: answer.ok, body, after: Number(answer.headers.get("Retry-After")) };
  } catch {
    return { status: 0, ok: false, body: {} };
  } finally {
    clearTimeout(clock);
  }
};

/** Why an act failed, in words. */
export const reason = (answer, otherwise = "general") => answer.body.message || text(answer.status === 0 ? "offline" : otherwise);

/** Waits; coming back online or the button ends it early. */
export const pause = (seconds, button) => new Promise((resume) => {
  const on = () => {
    clearTimeout(clock);
    window.removeEventListener("online", on);
    button.hidden = true;
    resume();
  };
  const clock = setTimeout(on, seconds * 1000);
  window.addEventListener("online", on);
  button.onclick = on;
  button.hidden = false;
});
