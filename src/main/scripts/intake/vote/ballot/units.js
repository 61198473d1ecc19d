// The units of the year, which are asked for once the page stands: it is small, and they are many.
import { data } from "./page.js";

/** The groups as the server sends them (UnitList), each unit with what it is searched by. */
export let groups = [];

const byCode = new Map();

export const unitOf = (code) => byCode.get(code);

const keep = (sent) => {
  groups = sent;
  groups.flatMap((group) => group.units).forEach((unit) => {
    unit.search = `${unit.name} ${unit.find} ${unit.code}`.toLowerCase();
    byCode.set(unit.code, unit);
  });
};

const pause = (seconds) => new Promise((resume) => {
  setTimeout(resume, seconds * 1000);
  window.addEventListener("online", resume, { once: true });
});

const load = async () => {
  for (let seconds = 1; !groups.length; seconds = Math.min(seconds * 2, 30)) {
    try {
      const answer = await fetch(data.units);
      if (answer.ok) keep(await answer.json());
    } catch { /* without a network it is asked again */ }
    if (!groups.length) await pause(seconds);
  }
};

/** Resolves once the units are known, however long that takes. */
export const loaded = load();
