// Any call to Telegram.WebApp, and all that it tells: every call is answered exactly once, whatever the client does. A call brings
// its row of src/telegram/manifest.inc along, so nothing is listed here. Answers leave in a task of their own: the program that
// asked is never entered from within its own question.

/**
 * @typedef {{ request: number, path: string, since: string, answer: string, at: number, limitMs: number, events: string,
 *   release: string, args: any[] }} Call as bridge::encode(CallTelegram) writes it
 * @typedef {{ request: number, events: string[], release: string, timer: number }} Pending
 */

/** What JSON can say of it. @param {unknown} value */
function plain(value) {
  try {
    return value === undefined ? null : JSON.parse(JSON.stringify(value));
  } catch {
    return null;
  }
}

/** A message of the script, an error word of the host, or what kind of error else. @param {any} error */
function codeOf(error) {
  const text = String(error?.message || error?.type || error);
  const isSlip = /^(Type|Reference)Error$/.test(error?.name);   // A slip in JavaScript, told in the engine's own words.
  return /^[\w:. -]{1,100}$/.test(text) && !isSlip ? text : String(error?.name || 'Error');
}

/**
 * @param {{ client: any, atLeast: (version: string) => boolean, window: any, emit: (event: Record<string, any>) => void }} options
 *   client: Telegram.WebApp or wire.mjs's, if there is any
 */
export function createTelegram({ client, atLeast, window, emit }) {
  /** @type {Set<Pending>} */
  const pending = new Set();
  /** @type {Set<string>} */
  const heard = new Set();
  /** @type {Map<string, (data: any) => void>} */
  const handlers = new Map();
  /** @type {{ properties: string[], events: string[] }} */
  let watched = { properties: [], events: [] };
  /** @type {string[]} */
  const known = [];
  let quiet = false;   // While we play the host.
  const view = () => window.Telegram?.WebView;

  /** @param {string} on @param {Record<string, any>} fields */
  function tell(on, fields) {
    Promise.resolve().then(() => emit({ on, ...fields }));
  }

  /** @param {Pending} call @param {string} outcome @param {Record<string, any>} [fields] */
  function answer(call, outcome, fields) {
    if (!pending.delete(call)) return;
    window.clearTimeout(call.timer);
    tellProperties();   // Few calls bring an event along.
    tell('telegramAnswered', { request: call.request, outcome, ...fields });
  }
  /** @param {Pending} call @param {any[]} values */
  function give(call, values) {
    answer(call, 'values', { values: values.map(plain) });
  }
  /** @param {Pending} call @param {any} error */
  function refuse(call, error) {
    const code = codeOf(error || 'UNKNOWN_ERROR');
    answer(call, /^(WebAppMethodUnsupported|UNSUPPORTED)$/.test(code) ? 'unsupported' : 'refused', { code });
  }

  /** @param {string} event */
  function hear(event) {
    if (heard.has(event)) return;
    heard.add(event);
    client.onEvent(event, (/** @type {any} */ data) => {
      if (quiet) return;
      for (const call of pending) {
        const place = call.events.indexOf(event);
        if (!place) give(call, [data]);
        else if (place > 0) refuse(call, data?.error);
      }
      if (!watched.events.includes(event)) return;
      tellProperties();
      tell('telegramEvent', { event, data: plain(data) });
    });
  }

  /** What the script drops: an ending without payload, a failure that it has no name for. @param {string} event */
  function hearHost(event) {
    if (heard.has(event)) return;
    heard.add(event);
    view()?.onEvent?.(event, (/** @type {string} */ _, /** @type {any} */ data) => {
      for (const call of quiet ? [] : pending) {
        if (call.release !== event) continue;
        if (data?.error) refuse(call, data.error);
        else if (!data) call.events.length ? refuse(call, '') : give(call, [null]);
      }
    });
  }

  /** The host would never have answered: the script hears a refusal and lets go. @param {Pending} call @param {any[]} args */
  function expire(call, args) {
    answer(call, 'timedOut');
    if (!call.release) return;
    const slug = /[\w=-]+$/.exec(args[0]) || [];
    const device = client.BiometricManager || {};
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
    const handler = handlers.get(event) || ((/** @type {any} */ data) => {
      if (!watched.events.includes(event)) tell('telegramEvent', { event, data: plain(data) });
    });
    handlers.set(event, handler);
    return handler;
  }

  function tellProperties() {
    /** @type {[number, any][]} */
    const changes = [];
    watched.properties.forEach((path, index) => {
      let value = null;
      try {
        value = path.split('.').reduce((object, key) => object[key], client);
      } catch {}
      // An object with methods is only there or not.
      value = /^[A-Z]\w*$/.test(path) ? !!value : plain(value);
      const text = JSON.stringify(value);
      if (text === (known[index] || 'null')) return;
      known[index] = text;
      changes.push([index, value]);
    });
    if (changes.length) tell('telegramChanged', { changes });
  }

  return {
    /** @param {Call} message */
    call({ request, path, since, answer: how, at, limitMs, events, release, args: given }) {
      const names = path.split('.');
      const name = /** @type {string} */ (names.pop());
      const target = names.reduce((object, key) => object?.[key], client);
      const args = given.map((value) => value ?? undefined);
      /** @type {Pending} */
      const call = { request, events: how === 'events' ? events.split(' ') : [], release, timer: 0 };
      pending.add(call);
      if (!atLeast(since) || typeof target?.[name] !== 'function') {
        answer(call, 'unsupported');
        return;
      }
      if (limitMs) call.timer = window.setTimeout(expire, limitMs, call, args);
      try {
        call.events.forEach(hear);
        if (release) hearHost(release);
        if (how === 'callback') {
          // True closes the scanner.
          args[at] = (/** @type {any[]} */ ...values) => (give(call, values), true);
        } else if (how === 'outcome') {
          args[at] = (/** @type {any} */ error, /** @type {any[]} */ ...values) => (error ? refuse(call, error) : give(call, values));
        } else if (how === 'handler') {
          args[at] = handlerOf(events || args[0]);
        }
        // The script forgets the callback of a second init.
        const result = name === 'init' && target.isInited ? give(call, []) : target[name](...args);
        if (!limitMs) give(call, result === undefined || Object(result) === result ? [] : [result]);
      } catch (error) {
        refuse(call, error);
      }
    },

    /** @param {{ properties: string[], events: string[] }} message */
    watch({ properties, events }) {
      if (!client) return;
      watched = { properties, events };
      events.forEach(hear);
      tellProperties();
    },
  };
}
