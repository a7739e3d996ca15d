/**
 * `window.telegramHost`: everything a person can do with the host page, as calls for tests, plus what only tests want:
 * forged events, faults, waiting for a message. Every value that comes back is a copy.
 */
import { faults } from './faults.mjs';
import { appMessages, hostEvents } from './messages.mjs';
import { profiles } from './profiles.mjs';
import { saveStores } from './stage.mjs';

/** @typedef {import('./page.mjs').HostPage} HostPage */
/** @typedef {import('./types').LaunchOptions} LaunchOptions */
/** @typedef {import('./types').LogEntry} LogEntry */

const waitMs = 10_000;

/** @param {HostPage} page */
const clientOf = (page) => {
  if (!page.client) throw new Error('nothing is launched');
  return page.client;
};

/** @param {HostPage} page */
function looking(page) {
  return {
    state: () => clientOf(page).state(),
    behaviour: () => structuredClone(clientOf(page).behaviour()),
    /** @param {string} [eventType] @returns {LogEntry[]} */
    log(eventType) {
      const entries = JSON.parse(JSON.stringify(clientOf(page).log()));
      return eventType ? entries.filter((/** @type {LogEntry} */ entry) => entry.eventType === eventType) : entries;
    },
    clearLog: () => clientOf(page).clearLog(),
    stores: () => structuredClone(page.stage.stores),
    options: () => structuredClone(page.options),
    url: () => page.stage.url,
    profiles: () => Object.keys(profiles),
    faults: () => structuredClone(faults.map(({ name, about }) => ({ name, about }))),
    messages: () => structuredClone({ app: appMessages, host: hostEvents }),
    /**
     * Resolves with the first log entry of this type after entry number `after`; what was dropped doesn't count.
     * @param {string} eventType @param {{ after?: number, timeoutMs?: number }} [how]
     */
    async waitFor(eventType, { after = 0, timeoutMs = waitMs } = {}) {
      const find = () =>
        clientOf(page)
          .log()
          .find((entry) => entry.n > after && entry.eventType === eventType && !entry.note);
      await page.stage.waitUntil(() => find() !== undefined, timeoutMs, eventType);
      return JSON.parse(JSON.stringify(find()));
    },
    /**
     * Waits until these members of the state have these values.
     * @param {Record<string, any>} expected @param {number} [timeoutMs]
     */
    async waitForState(expected, timeoutMs = waitMs) {
      const holds = () => {
        const state = /** @type {Record<string, any>} */ (clientOf(page).context.state);
        return Object.entries(expected).every(([key, value]) => includes(state[key], value));
      };
      await page.stage.waitUntil(holds, timeoutMs, `state ${JSON.stringify(expected)}`);
      return clientOf(page).state();
    },
  };
}

/** Whether every member named in `part` is in `whole`. @param {any} whole @param {any} part @returns {boolean} */
function includes(whole, part) {
  if (part === null || typeof part !== 'object') return Object.is(whole, part);
  if (whole === null || typeof whole !== 'object') return false;
  return Object.entries(part).every(([key, value]) => includes(whole[key], value));
}

/** @param {HostPage} page */
function pressing(page) {
  return {
    press: (/** @type {'main' | 'secondary' | 'back' | 'settings'} */ button) => clientOf(page).press(button),
    pressMainButton: () => clientOf(page).press('main'),
    pressSecondaryButton: () => clientOf(page).press('secondary'),
    pressBack: () => clientOf(page).press('back'),
    pressSettings: () => clientOf(page).press('settings'),
    pressClose: () => clientOf(page).requestClose(),
    answerPopup: (/** @type {string | null} */ id) => clientOf(page).answerPopup(id),
    answerPrompt: (/** @type {boolean} */ yes) => clientOf(page).answerPrompt(yes),
    closeInvoice: (/** @type {'paid'} */ status) => clientOf(page).closeInvoice(status),
    scanQr: (/** @type {string} */ text) => clientOf(page).scanQr(text),
    closeQr: () => clientOf(page).closeQr(),
    tap: () => clientOf(page).tap(),
  };
}

/** @param {HostPage} page */
function changing(page) {
  return {
    setTheme: (/** @type {string} */ scheme, /** @type {Record<string, string>} */ params) =>
      page.setTheme(scheme, params),
    setSize: (/** @type {string} */ size) => page.setSize(size),
    setSafeArea: (/** @type {any} */ inset) => clientOf(page).setSafeArea(inset),
    setContentSafeArea: (/** @type {any} */ inset) => clientOf(page).setContentSafeArea(inset),
    setViewport: (/** @type {{ height: number } | null} */ size) => clientOf(page).setViewport(size),
    sendViewport: (/** @type {any} */ size) => clientOf(page).sendViewport(size),
    setKeyboard: (/** @type {boolean} */ open) => clientOf(page).setKeyboard(open),
    setExpanded: (/** @type {boolean} */ expanded) => clientOf(page).setExpanded(expanded),
    setFullscreen: (/** @type {boolean} */ fullscreen) => clientOf(page).setFullscreen(fullscreen),
    setClipboard: (/** @type {string | null} */ text) => clientOf(page).setClipboard(text),
    setAccess: (/** @type {'biometry' | 'location'} */ what, /** @type {boolean} */ granted) =>
      clientOf(page).setAccess(what, granted),
    setReading: (/** @type {string} */ sensor, /** @type {Record<string, any> | null} */ held) =>
      clientOf(page).setReading(sensor, held),
    setFault: (/** @type {string} */ name, /** @type {boolean} */ on) => clientOf(page).setFault(name, on),
    setSilent: (/** @type {string} */ message, /** @type {boolean} */ on) => clientOf(page).setSilent(message, on),
    /** @param {Partial<import('./types').Stores>} stores what is given replaces that store */
    setStores(stores) {
      Object.assign(page.stage.stores, structuredClone(stores));
      saveStores(page.stage.stores);
    },
    setVisible: (/** @type {boolean} */ visible) => clientOf(page).setVisible(visible),
    minimise: () => page.stage.minimise(),
    restore: () => page.stage.restore(),
    send: (/** @type {string} */ eventType, /** @type {any} */ eventData) => clientOf(page).send(eventType, eventData),
  };
}

/** @param {HostPage} page */
export function makeDriver(page) {
  return {
    /** The launch that the page's address asked for. @type {Promise<void> | null} */
    launched: null,
    /** @param {LaunchOptions} [options] on top of what the page's address says; the last launch leaves no trace */
    launch: (options = {}) => page.launch({ ...page.addressOptions, ...options }),
    /** The same launch once more, as it now stands. */
    relaunch: () => page.relaunch({}),
    reload: () => page.stage.reload(),
    /** Loads another address in the app's frame, as a redirect would. @param {string} url */
    navigateApp(url) {
      if (page.stage.frame) page.stage.frame.contentWindow?.location.replace(url);
    },
    ...looking(page),
    ...pressing(page),
    ...changing(page),
  };
}
