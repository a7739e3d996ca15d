// As much of a browser window as js-bridge/host.mjs touches: time moves when a test says so.
import { webcrypto } from 'node:crypto';

export function fakeWindow({ hash = '', search = '', dark = false, language = 'en-GB' } = {}) {
  const target = new EventTarget();
  let now = 0;
  /** @type {{ at: number, run: () => void }[]} */
  let timers = [];
  /** @type {Record<string, string>} */
  const properties = {};
  const style = { properties, setProperty: (/** @type {string} */ name, /** @type {string} */ value) => (properties[name] = value) };
  const entries = ['start'];
  /** @type {any} */
  const window = {
    location: { hash, search },
    navigator: { language },
    crypto: webcrypto,
    performance: { now: () => now },
    document: { documentElement: { style } },
    matchMedia: () => ({ matches: dark, addEventListener: () => {} }),
    addEventListener: (/** @type {string} */ type, /** @type {any} */ handler) => target.addEventListener(type, handler),
    setTimeout: (/** @type {any} */ run, /** @type {number} */ delay, /** @type {any[]} */ ...args) => timers.push({ at: now + delay, run: () => run(...args) }),
    clearTimeout: (/** @type {number} */ id) => id && (timers[id - 1].run = () => {}),
    history: {
      pushState: () => entries.push('kiosk'),
      back: () => {
        entries.pop();
        target.dispatchEvent(new Event('popstate'));
      },
    },
    close: () => entries.push('closed'),
  };
  return {
    window, style, entries,
    fire: (/** @type {string} */ type) => target.dispatchEvent(new Event(type)),
    /** @param {number} ms */
    pass(ms) {
      now += ms;
      const due = timers.filter((timer) => timer.at <= now);
      timers = timers.map((timer) => (timer.at <= now ? { at: Infinity, run: () => {} } : timer));
      due.forEach((timer) => timer.run());
    },
  };
}

/** Telegram.WebApp as an object literal that writes down what it is asked. */
export function fakeWebApp(overrides = {}) {
  /** @type {any[][]} */
  const calls = [];
  /** @type {Record<string, (data?: any) => void>} */
  const handlers = {};
  const note = (/** @type {string} */ name) => (/** @type {any[]} */ ...args) => calls.push([name, ...args.filter((arg) => typeof arg !== 'function')]);
  const button = (/** @type {string} */ name) => ({
    setParams: note(`${name}.setParams`), hide: note(`${name}.hide`), show: note(`${name}.show`),
    showProgress: note(`${name}.showProgress`), hideProgress: note(`${name}.hideProgress`),
  });
  /** @type {any} */
  const webApp = {
    version: '9.6', platform: 'android', initData: 'query_id=1',
    initDataUnsafe: { user: { id: 42, first_name: 'Ann', language_code: 'de' }, start_param: 'product_classic' },
    themeParams: { bg_color: '#ffffff', text_color: '#000000', button_color: '#2481cc', button_text_color: '#ffffff' },
    safeAreaInset: { top: 20, bottom: 34, left: 0, right: 0 },
    contentSafeAreaInset: { top: 46, bottom: 0, left: 0, right: 0 },
    isActive: true, isExpanded: true,
    /** @param {string} version */
    isVersionAtLeast(version) {
      const [a, b] = [webApp.version, version].map((text) => text.split('.').map(Number));
      return a[0] !== b[0] ? a[0] > b[0] : a[1] >= b[1];
    },
    onEvent: (/** @type {string} */ event, /** @type {any} */ handler) => (handlers[event] = handler),
    MainButton: button('main'), SecondaryButton: button('secondary'), BackButton: button('back'),
    SettingsButton: button('settings'),
    HapticFeedback: {
      impactOccurred: note('impact'), notificationOccurred: note('notification'), selectionChanged: note('selection'),
    },
    /** @param {any} params @param {any} done */
    showPopup(params, done) {
      calls.push(['showPopup', params.title]);
      webApp.answerPopup = done;
    },
    answerPopup: () => {},
    ...Object.fromEntries(['ready', 'expand', 'close', 'disableVerticalSwipes', 'setHeaderColor', 'setBackgroundColor',
      'setBottomBarColor', 'enableClosingConfirmation', 'disableClosingConfirmation'].map((name) => [name, note(name)])),
    ...overrides,
  };
  return { webApp, calls, fire: (/** @type {string} */ event, /** @type {any} */ data = undefined) => handlers[event]?.(data) };
}
