// The rows of src/telegram/manifest.inc and parameters.inc, and calls as bridge::encode(CallTelegram) writes them.
import { readFileSync } from 'node:fs';

/** @typedef {{ number: number, name: string, path: string, since: string, answer: string, at: number, limitMs: number, events: string, release: string }} Method */

/** @param {string} file @param {string} macro @returns {any[][]} the arguments of each row; bare words as text */
function rows(file, macro) {
  const text = readFileSync(new URL(`../../src/telegram/${file}`, import.meta.url), 'utf8');
  return [...text.matchAll(new RegExp(`^${macro}\\((.*)\\)$`, 'gm'))].map(([, args]) =>
    [...args.matchAll(/"([^"]*)"|(-?\d+)|(\w+)/g)].map(([, quoted, number, word]) => quoted ?? word ?? Number(number)));
}

/** @type {Method[]} */
export const methods = rows('manifest.inc', 'KIOSK_METHOD').map(
  ([number, name, path, since, answer, at, limitMs, , events, release]) => ({
    number, name, path, since, answer: answer.toLowerCase(), at, limitMs, events, release,
  }));
export const properties = rows('manifest.inc', 'KIOSK_PROPERTY').map(
  ([number, name, path, since, kind]) => ({ number, name, path, since, kind }));
export const events = rows('manifest.inc', 'KIOSK_EVENT').map(([number, name, event, since]) => ({ number, name, event, since }));
export const refusals = rows('manifest.inc', 'KIOSK_REFUSAL').map(([message]) => message);
const parameters = rows('parameters.inc', 'KIOSK_PARAMETER').map(([method, place, need]) => ({ method, place, need }));

/** As telegram::arguments(). @param {string} name @param {any[]} fields */
function argumentsOf(name, fields) {
  /** @type {any[]} */
  const args = [];
  parameters.filter(({ method }) => method === name).forEach(({ place }, index) => {
    const [at, ...members] = String(place).split('.');
    const value = fields[index] ?? null;
    if (!members.length || value === null) {
      args[Number(at)] ??= members.length ? {} : value;
      return;
    }
    const last = /** @type {string} */ (members.pop());
    const object = members.reduce((parent, member) => (parent[member] ??= {}), (args[Number(at)] ??= {}));
    object[last] = value;
  });
  return args;
}

/** @param {string} path @param {any[]} [fields] @param {number} [request] */
export function callOf(path, fields = [], request = 1) {
  const method = methods.find((row) => row.path === path);
  if (!method) throw new Error(`no method ${path}`);
  const { since, answer, at, limitMs, events: names, release, name } = method;
  return {
    do: 'callTelegram', request, path, since, answer, at, limitMs, events: names, release, args: argumentsOf(name, fields),
  };
}

export const watchMessage = {
  do: 'watchTelegram', properties: properties.map(({ path }) => path), events: events.map(({ event }) => event),
};
