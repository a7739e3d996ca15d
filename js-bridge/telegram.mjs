// Any call to Telegram.WebApp, and all that it tells: every call is answered exactly once, whatever the client does. A call brings
// its row of src/telegram/manifest.inc along, so nothing is listed here. Answers leave in a task of their own: the program that
// asked is never entered from within its own question.

import { argumentsOf } from './arguments.mjs';
import { word } from './launch.mjs';

/**
 * @typedef {import('./web_app').Client} Client
 * @typedef {import('./web_app').WebApp} WebApp
 * @typedef {{ request: number, row: string, parameters: string, fields: string }} Call as bridge::encode(CallTelegram) writes it
 * @typedef {{ request: number, events: string[], release: string, timer: number }} Pending
 */

// As telegram::Outcome::Kind counts them.
const values = 0;
const refused = 1;
const unsupported = 2;
const timedOut = 3;

const longest = 131072;   // What the program reads (bridge/telegram_json.cpp); far more would be the end of its memory.

/** What JSON can say of it, where that is not too much. @param {unknown} value */
function textOf(value) {
  try {
    const text = JSON.stringify(value);
    return text.length <= longest ? text : 'null';   // Undefined has no length.
  } catch {
    return 'null';
  }
}

/** A message of the script, an error word of the host, or what kind of error else. @param {any} error */
function codeOf(error) {
  const text = word(error?.message || error?.type || error);
  const name = word(error?.name);
  const isSlip = /^(Type|Reference|Syntax)Error$/.test(name);   // A slip in JavaScript, told in the engine's own words.
  return /^[\w:. -]{1,100}$/.test(text) && !isSlip ? text : name || 'Error';
}

/**
 * @param {{ client: Client | undefined, atLeast: (version: string) => boolean, window: Window, emit: (event: Record<string, any>) => void }} options
 *   client: Telegram.WebApp or wire.mjs's, if there is any
 */
export function createTelegram({ client, atLeast, window, emit }) {
  /** @type {Set<Pending>} */
  const pending = new Set();
  /** @type {Set<string>} */
  const heard = new Set();
  /** @type {Map<string, (data: any) => void>} */
  const handlers = new Map();
  /** @type {string[]} */
  let properties = [];
  /** @type {string[]} */
  let events = [];   // Of the manifest, in its order.
  /** @type {string[]} */
  const known = [];
  let quiet = false;   // While we play the host.
  const view = () => window.Telegram?.WebView;

  /** @param {string} on @param {Record<string, any>} fields */
  function tell(on, fields) {
    Promise.resolve().then(() => emit({ on, ...fields }));
  }

  /** @param {Pending} call @param {number} outcome @param {Record<string, any>} [fields] */
  function answer(call, outcome, fields) {
    if (!pending.delete(call)) return;
    window.clearTimeout(call.timer);
    tellProperties();   // Few calls bring an event along.
    tell('telegramAnswered', { request: call.request, outcome, ...fields });
  }
  /** @param {Pending} call @param {any[]} given */
  function give(call, given) {
    answer(call, values, { values: `[${given.map(textOf)}]` });
  }
  /** @param {Pending} call @param {any} error */
  function refuse(call, error) {
    const code = codeOf(error || 'UNKNOWN_ERROR');
    answer(call, /^(WebAppMethodUnsupported|UNSUPPORTED)$/.test(code) ? unsupported : refused, { code });
  }

  /** @param {string} event @param {any} data */
  const tellEvent = (event, data) => tell('telegramEvent', { event: events.indexOf(event), data: textOf(data) });

  /** @param {string} event */
  function hear(event) {
    if (heard.has(event)) return;
    heard.add(event);
    /** @type {Client} */ (client).onEvent(event, (data) => {
      if (quiet) return;
      for (const call of pending) {
        const place = call.events.indexOf(event);
        if (!place) give(call, [data]);
        else if (place > 0) refuse(call, data?.error);
      }
      if (!events.length) return;
      tellProperties();
      tellEvent(event, data);
    });
  }

  /** What the script drops: an ending that says nothing, a failure that it has no name for. @param {string} event */
  function hearHost(event) {
    if (heard.has(event)) return;
    heard.add(event);
    view()?.onEvent?.(event, (_, data) => {
      for (const call of quiet ? [] : pending) {
        if (call.release !== event) continue;
        if (data?.error) refuse(call, data.error);
        else if (!Object.keys(Object(data)).length) call.events.length ? refuse(call, '') : give(call, [null]);
      }
    });
  }

  /** The host would never have answered: the script hears a refusal and lets go. @param {Pending} call @param {any[]} args */
  function expire(call, args) {
    answer(call, timedOut);
    if (!call.release) return;
    const slug = /[\w=-]+$/.exec(args[0]) || [];
    const device = /** @type {Client} */ (client).BiometricManager || /** @type {Partial<WebApp['BiometricManager']>} */ ({});
    quiet = true;
    try {
      view().receiveEvent(call.release, {
        status: 'cancelled', error: 'UNKNOWN_ERROR', slug: slug[0], req_id: args[0],
        available: device.isBiometricAvailable, type: device.biometricType, access_requested: device.isAccessRequested,
        access_granted: device.isAccessGranted, token_saved: device.isBiometricTokenSaved, device_id: device.deviceId,
      });
    } catch (error) {
      console.warn('kiosk telegram', error);
    }
    quiet = false;
  }

  /** The one function for an event, so that the client can forget it again. @param {string} event */
  function handlerOf(event) {
    const handler = handlers.get(event) || ((/** @type {any} */ data) => tellEvent(event, data));
    handlers.set(event, handler);
    return handler;
  }

  function tellProperties() {
    /** @type {[number, string][]} */
    const changes = [];
    properties.forEach((path, index) => {
      let value = null;
      try {
        value = path.split('.').reduce((object, key) => object[key], /** @type {any} */ (client));
      } catch {}
      // An object with methods is only there or not.
      const text = textOf(/^[A-Z]\w*$/.test(path) ? !!value : value);
      if (text === (known[index] || 'null')) return;
      known[index] = text;
      changes.push([index, text]);
    });
    if (changes.length) tell('telegramChanged', { changes });
  }

  return {
    /** @param {Call} message */
    call({ request, row, parameters, fields }) {
      const [path, since, how, at, limit, told, release] = row.split('|');
      const names = path.split('.');
      const name = /** @type {string} */ (names.pop());
      const target = names.reduce((object, key) => object?.[key], /** @type {any} */ (client));
      const place = Number(at);
      const limitMs = Number(limit);
      /** @type {Pending} */
      const call = { request, events: how === 'Events' ? told.split(' ') : [], release, timer: 0 };
      pending.add(call);
      if (!atLeast(since) || typeof target?.[name] !== 'function') {
        answer(call, unsupported);
        return;
      }
      try {
        const args = argumentsOf(parameters, JSON.parse(fields), events);
        if (limitMs) call.timer = window.setTimeout(expire, limitMs, call, args);
        call.events.forEach(hear);
        if (release) hearHost(release);
        if (how === 'Callback') {
          // True closes the scanner.
          args[place] = (/** @type {any[]} */ ...got) => (give(call, got), true);
        } else if (how === 'Outcome') {
          args[place] = (/** @type {any} */ error, /** @type {any[]} */ ...got) => (error ? refuse(call, error) : give(call, got));
        } else if (how === 'Handler') {
          args[place] = handlerOf(told || args[0]);
        }
        // The script forgets the callback of a second init.
        const result = name === 'init' && target.isInited ? give(call, []) : target[name](...args);
        if (!limitMs) give(call, result === undefined || Object(result) === result ? [] : [result]);
      } catch (error) {
        refuse(call, error);
      }
    },

    /** From now on all of these are told, by their places in these lists. @param {{ properties: string, events: string }} names */
    watch(names) {
      if (!client) return;
      properties = names.properties.split(' ');
      events = names.events.split(' ');
      events.forEach(hear);
      tellProperties();
    },
  };
}
