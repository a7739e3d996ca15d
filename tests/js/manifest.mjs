// The rows of src/telegram/manifest.inc and parameters.inc, and calls as bridge::encode(CallTelegram) writes them.
import { readFileSync } from 'node:fs';

/** @typedef {{ number: number, name: string, path: string, since: string, answer: string, at: number, limitMs: number, fallback: string, events: string, release: string }} Method */

/** @param {string} file @param {string} macro @returns {any[][]} the arguments of each row; bare words as text */
function rows(file, macro) {
  const text = readFileSync(new URL(`../../src/telegram/${file}`, import.meta.url), 'utf8');
  return [...text.matchAll(new RegExp(`^${macro}\\((.*)\\)$`, 'gm'))].map(([, args]) =>
    [...args.matchAll(/"([^"]*)"|(-?\d+)|(\w+)/g)].map(([, quoted, number, word]) => quoted ?? word ?? Number(number)));
}

/** @type {Method[]} */
export const methods = rows('manifest.inc', 'KIOSK_METHOD').map(
  ([number, name, path, since, answer, at, limitMs, fallback, events, release]) => ({
    number, name, path, since, answer, at, limitMs, fallback, events, release,
  }));
export const properties = rows('manifest.inc', 'KIOSK_PROPERTY').map(
  ([number, name, path, since, kind]) => ({ number, name, path, since, kind }));
export const events = rows('manifest.inc', 'KIOSK_EVENT').map(([number, name, event, since]) => ({ number, name, event, since }));
/** Message of the script -> telegram::Refusal. @type {Record<string, string>} */
export const refusals = Object.fromEntries(rows('manifest.inc', 'KIOSK_REFUSAL'));
const parameters = rows('parameters.inc', 'KIOSK_PARAMETER').map(([method, ...columns]) => ({ method, line: columns.join(' ') }));

/** @param {string} path @param {any[]} [fields] @param {number} [request] */
export function callOf(path, fields = [], request = 1) {
  const method = methods.find((row) => row.path === path);
  if (!method) throw new Error(`no method ${path}`);
  const { since, answer, at, limitMs, events: names, release, name } = method;
  const lines = parameters.filter((parameter) => parameter.method === name).map(({ line }) => `${line}\n`);
  return {
    do: 'callTelegram', request, row: [path, since, answer, at, limitMs, names, release].join('|'),
    parameters: lines.join(''), fields: JSON.stringify(fields),
  };
}

export const watchMessage = {
  do: 'watchTelegram', properties: properties.map(({ path }) => path).join(' '), events: events.map(({ event }) => event).join(' '),
};

/** As telegram::Fallback counts them: what the app does instead. @type {[name: string, words: string][]} */
export const fallbacks = [
  ['Nothing', ''], ['Backend', 'the shop’s side'], ['OwnSheet', 'own sheet'], ['OwnButton', 'own button'],
  ['LocalStorage', 'local storage'], ['TypedText', 'typed text'], ['ShareLink', 'share link'], ['Browser', 'browser'],
];
// As telegram::Outcome::Kind counts them.
export const outcomes = ['values', 'refused', 'unsupported', 'timedOut'];
