// A session with Telegram's own script (8.0, from npm) in a window that is just enough for it, on top of the Telegram host's
// protocol, with js-bridge/telegram.mjs above. Nothing moves by itself: answers of the host travel in settle(), time in pass().
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import vm from 'node:vm';
import { createHost } from '../../js-bridge/host.mjs';
import { fakeWindow } from './fake_window.mjs';
import { callOf, events as manifestEvents, outcomes, watchMessage } from './manifest.mjs';
import { fixture } from './telegram-host-fixture.mjs';

const sdk = dirname(createRequire(import.meta.url).resolve('@twa-dev/sdk'));
export const script = readFileSync(join(sdk, '..', 'src', 'telegram-web-apps.js'), 'utf8').replace(/^export .*$/gm, '');
export const double = readFileSync(new URL('script_9x.js', import.meta.url), 'utf8');

/** An element; links are parsed as a browser does. @param {string} tag @returns {any} */
function createElement(tag) {
  /** @type {any} */
  const element = { style: { setProperty() {} }, appendChild() {}, addEventListener() {} };
  if (tag.toUpperCase() !== 'A') return element;
  let url = new URL('https://shop.example/');
  const parts = ['protocol', 'hostname', 'pathname', 'search', 'hash'];
  for (const part of parts) Object.defineProperty(element, part, { get: () => /** @type {any} */ (url)[part] });
  Object.defineProperty(element, 'href', { get: () => url.href, set: (text) => (url = new URL(text, 'https://shop.example/')) });
  return element;
}

/** @param {Record<string, any>} window @param {string} version @param {string} more of the launch hash */
function furnish(window, version, more) {
  const element = createElement('div');
  const tag = new EventTarget();
  Object.assign(window, {
    location: { ...window.location, href: `https://shop.example/#${version}${more}` },
    innerHeight: 800, innerWidth: 390, parent: null, removeEventListener() {}, console: { log() {}, warn() {}, error() {} },
    document: { ...window.document, getElementById: () => tag, documentElement: element, body: element, head: element, createElement, addEventListener() {} },
    sessionStorage: { getItem: () => null, setItem: () => {} },
  });
  window.window = window;
}

/** With names for numbers and values for JSON. @param {Record<string, any>} fields @returns {Record<string, any>} */
function named(fields) {
  const { outcome, values, event, data, changes } = fields;
  return {
    ...fields,
    ...(outcome === undefined ? {} : { outcome: outcomes[outcome] }), ...(values ? { values: JSON.parse(values) } : {}),
    ...(event === undefined ? {} : { event: manifestEvents[event].event, data: JSON.parse(data) }),
    ...(changes ? { changes: changes.map((/** @type {[number, string]} */ [index, text]) => [index, JSON.parse(text)]) } : {}),
  };
}

/**
 * @param {{ version?: string, profile?: string, faults?: string[], silent?: string[], withScript?: boolean, more?: string,
 *   options?: Record<string, any>, isInline?: boolean }} [options]
 */
export function session({ version = '9.6', profile = 'android', faults = [], silent = [], withScript = true, more = '', isInline = true, options = {} } = {}) {
  const host = fixture({ version, profile, faults, silent, ...options });
  const theme = encodeURIComponent(JSON.stringify({ bg_color: '#17212b', button_color: '#5288c1' }));
  const data = encodeURIComponent('query_id=AA1&auth_date=1&user={"id":42}');
  const browser = fakeWindow({
    hash: `#tgWebAppVersion=${version}&tgWebAppPlatform=${profile}&tgWebAppThemeParams=${theme}&tgWebAppData=${data}${isInline ? '&tgWebAppBotInline=1' : ''}${more}`,
  });
  const window = browser.window;
  furnish(window, version, more);
  window.TelegramWebviewProxy = {
    postEvent: (/** @type {string} */ type, /** @type {string} */ text) => host.post(type, JSON.parse(text) || undefined),
  };
  function run() {
    vm.createContext(window);
    vm.runInContext(script, window);
    vm.runInContext(double, window);
  }
  if (withScript) run();
  /** @type {Record<string, any>[]} */
  const events = [];
  const bridge = createHost({ webApp: window.Telegram?.WebApp, window, emit: (event) => events.push(event) });
  bridge.start();

  /** Lets everything that is on its way arrive. */
  async function settle() {
    for (let quiet = 0; quiet < 3; quiet++) {
      await new Promise((resolve) => setImmediate(resolve));
      for (const [type, payload] of host.taken()) {
        quiet = 0;
        window.Telegram.WebView.receiveEvent(type, payload === undefined ? null : payload);
      }
    }
  }
  /** @param {string} path @param {any[]} [fields] @param {number} [request] */
  async function call(path, fields, request) {
    bridge.perform(callOf(path, fields, request));
    await settle();
  }
  /** @param {number} ms */
  async function pass(ms) {
    browser.pass(ms);
    host.advance(ms);
    await settle();
  }
  return {
    bridge, browser, events, host, window, settle,
    watch: () => bridge.perform(watchMessage),
    /** Telegram's script, after all. */
    async arrive() {
      run();
      window.document.getElementById('telegram').dispatchEvent(new Event('load'));
      await settle();
    },
    call, pass,
    /** @param {import('./telegram_scenarios.mjs').Step[]} steps calls are request 900 */
    async walk(steps) {
      for (const [what, ...args] of steps) {
        if (what === '>advance') await pass(args[0]);
        else if (what.startsWith('>')) /** @type {any} */ (host.client)[what.slice(1)](...args);
        else await call(what, args, 900);
        await settle();
      }
    },
    /** What was said since, of one kind; outcomes and events by their names. @param {string} on */
    taken: (on) => {
      const found = events.filter((event) => event.on === on);
      events.splice(0, events.length, ...events.filter((event) => event.on !== on));
      return found.map(({ on: _, ...fields }) => named(fields));
    },
  };
}
