/**
 * Keeps one Mini App open: makes its iframe, gives it a fresh session, speaks the chosen transport with it, reloads and
 * closes it. Owns the iframe and the timers of the running client; a new launch ends the old one entirely.
 */
import { iframeText, nativeCode, readIframeText, readNativePost } from './delivery.mjs';
import { buildContact, launchUrl } from './launch.mjs';
import { framePermissions, profileNamed, themeNamed } from './profiles.mjs';
import { createClient, emptyStores } from './protocol.mjs';

/** @typedef {import('./types').LaunchOptions} LaunchOptions */
/** @typedef {import('./protocol.mjs').Client} Client */

const reloadConfirmMs = 500;
const freshWaitMs = 3000;
/** What a client keeps is its account's. */
const storesKey = `telegram-host-stores${new URLSearchParams(location.search).get('user') ?? ''}`;

const otherNames = { 'localhost': '127.0.0.1', '127.0.0.1': 'localhost' };
const probeMs = 1500;

/**
 * Where the app is served. Usually the server's second port: another origin of the same site. `cross` is its other
 * name: another site, to which many browsers give no storage. Where only the first port can be reached, the page's own
 * origin has to do.
 * @param {'same' | 'cross'} site
 * @returns {Promise<string>}
 */
async function findAppBase(site) {
  const { hostname, origin, port, protocol } = window.location;
  const appPort = document.querySelector('meta[name="app-port"]')?.getAttribute('content');
  const name = otherNames[/** @type {'localhost'} */ (hostname)];
  const base = site === 'cross' && name ? `${protocol}//${name}:${port}` : `${protocol}//${hostname}:${appPort}`;
  try {
    await fetch(`${base}/fresh.html`, { mode: 'no-cors', signal: AbortSignal.timeout(probeMs) });
    return base;
  } catch {
    return origin;
  }
}

/** @returns {import('./types').Stores} */
export function loadStores() {
  try {
    return { ...emptyStores(), ...JSON.parse(localStorage.getItem(storesKey) ?? '{}') };
  } catch {
    return emptyStores();
  }
}

/** @param {import('./types').Stores} stores */
export function saveStores(stores) {
  try {
    localStorage.setItem(storesKey, JSON.stringify(stores));
  } catch {
    // Storage may be full or forbidden; the stores then last as long as this page.
  }
}

/** @param {HTMLIFrameElement} frame */
function isBlank(frame) {
  try {
    return frame.contentWindow?.location.href === 'about:blank';
  } catch {
    return false;
  }
}

export class Stage {
  /**
   * @param {HTMLElement} place where the iframe goes
   * @param {{ changed: () => void, effect: (kind: string, detail: any) => void, loaded: () => void }} listener
   */
  constructor(place, listener) {
    this.place = place;
    this.listener = listener;
    this.base = window.location.origin;
    /** @type {Map<string, Promise<string>>} */
    this.bases = new Map();
    this.stores = loadStores();
    this.frameSize = { width: 390, height: 844, statusBar: true };
    /** @type {LaunchOptions} */
    this.options = {};
    /** @type {Client | null} */
    this.client = null;
    /** @type {HTMLIFrameElement | null} */
    this.frame = null;
    this.transport = 't3';
    this.url = '';
    this.reloadConfirmed = false;
    this.navigated = false;
    /** @type {Set<ReturnType<typeof setTimeout>>} */
    this.timers = new Set();
    /** @type {Set<() => void>} */
    this.waiting = new Set();
    window.addEventListener('message', (event) => this.onMessage(event));
  }

  /** @param {LaunchOptions} given */
  async launch(given = {}) {
    this.dispose();
    const options = {
      profile: 'android',
      version: '8.0',
      theme: 'light',
      transport: /** @type {'t3'} */ ('t3'),
      ...given,
    };
    this.options = options;
    const profile = profileNamed(options.profile);
    this.transport = options.transport === 'native' ? profile.behaviour.nativeTransport : options.transport;
    await this.chooseBase(options.site ?? 'same');
    const nowSeconds = Math.floor(Date.now() / 1000);
    const client = this.makeClient(options, nowSeconds);
    this.client = client;
    this.url = this.addressFor(options, client, nowSeconds);
    this.frame = this.makeFrame(profile);
    const behaviour = client.behaviour();
    if (behaviour.sessionStorage === 'fresh') await this.freshSession(options.leftovers ?? {});
    if (this.client !== client) return;
    this.navigate();
    if (behaviour.earlyEvents && this.transport === 't3') this.sendEarlyEvents();
    if (behaviour.reloadEveryMs > 0) this.reloadForEver(behaviour.reloadEveryMs);
    this.listener.changed();
    await this.until(client, options);
  }

  /** @param {'same' | 'cross'} site */
  async chooseBase(site) {
    const found = this.bases.get(site) ?? findAppBase(site);
    this.bases.set(site, found);
    this.base = await found;
  }

  /** @param {LaunchOptions} options @param {number} nowSeconds */
  makeClient(options, nowSeconds) {
    return createClient(
      {
        ...options,
        frame: this.frameSize,
        stores: this.stores,
        contact: buildContact(options, nowSeconds),
        origin: new URL(options.url ?? '/app/', this.base).origin,
      },
      {
        deliver: (eventType, eventData) => this.deliver(eventType, eventData),
        effect: (kind, detail) => this.onEffect(kind, detail),
        changed: () => this.onChanged(),
        now: () => performance.timeOrigin + performance.now(),
        later: (delayMs, call) => this.later(delayMs, call),
      },
    );
  }

  /** @param {LaunchOptions} options @param {Client} client @param {number} nowSeconds */
  addressFor(options, client, nowSeconds) {
    const behaviour = client.behaviour();
    const state = client.state();
    const registered = new URL(options.url ?? '/app/', this.base);
    for (const [key, value] of new URLSearchParams(options.query ?? '')) registered.searchParams.append(key, value);
    if (this.transport === 't1') registered.searchParams.set('__transport', 't1');
    return launchUrl(
      registered.href,
      {
        ...options,
        platform: state.platform,
        themeParams: options.themeParams ?? themeNamed(state.profile, options.theme ?? 'light'),
        startParam: behaviour.startParam === 'lost' ? undefined : options.startParam,
        initDataForm: behaviour.initData,
      },
      nowSeconds,
    );
  }

  /** @param {import('./types').Profile} profile */
  makeFrame(profile) {
    const frame = document.createElement('iframe');
    frame.title = 'Mini App';
    frame.name = 'mini-app';
    frame.allow = profile.sandbox ? framePermissions.web : framePermissions.native;
    if (profile.sandbox) frame.setAttribute('sandbox', profile.sandbox);
    frame.addEventListener('load', () => this.navigated && this.listener.loaded());
    this.place.replaceChildren(frame);
    return frame;
  }

  /** @param {Record<string, unknown>} planted what is put back into the app's sessionStorage */
  async freshSession(planted) {
    const frame = /** @type {HTMLIFrameElement} */ (this.frame);
    await new Promise((done) => {
      const finish = () => {
        window.removeEventListener('message', hear);
        clearTimeout(timer);
        done(undefined);
      };
      const hear = (/** @type {MessageEvent} */ event) => {
        if (event.source === frame.contentWindow && event.data?.t1 === 'fresh') finish();
      };
      const timer = setTimeout(finish, freshWaitMs);
      window.addEventListener('message', hear);
      frame.src = `${this.base}/fresh.html#${encodeURIComponent(JSON.stringify(planted))}`;
    });
  }

  navigate() {
    const { frame } = this;
    if (!frame || !this.url) return;
    this.navigated = true;
    if (frame.contentWindow) frame.contentWindow.location.replace(this.url);
    else frame.src = this.url;
  }

  /** Goes to about:blank and back: an address that differs only in its hash would not load anew. */
  navigateAnew() {
    const { frame } = this;
    this.client?.pageReloaded();
    if (!frame) return;
    this.navigated = false;
    const onLoad = () => {
      if (!isBlank(frame)) return;
      frame.removeEventListener('load', onLoad);
      if (this.frame === frame) this.navigate();
    };
    frame.addEventListener('load', onLoad);
    frame.contentWindow?.location.replace('about:blank');
  }

  /** @param {MessageEvent} event */
  onMessage(event) {
    const { client, frame } = this;
    if (!client || !frame || event.source !== frame.contentWindow) return;
    if (event.data && typeof event.data === 'object') {
      this.onNative(event.data, event.origin);
      return;
    }
    const message = readIframeText(event.data);
    if (message && this.transport === 't3') this.receive(message, event.origin);
  }

  /** @param {any} message of the native stand-in @param {string} origin */
  onNative(message, origin) {
    if (message.t1 === 'tap') this.client?.tap();
    if (message.t1 === 'hello') {
      if (this.client?.context.state.booted) this.client.pageReloaded();
      if (this.client?.behaviour().earlyEvents) this.sendTheme();
    }
    const posted = message.t1 === 'post' && readNativePost(message.eventType, message.eventData);
    if (posted) this.receive(posted, origin);
  }

  /** @param {{ eventType: string, eventData: any }} message @param {string} origin */
  receive(message, origin) {
    if (navigator.userActivation?.isActive) this.client?.tap();
    this.client?.receive(message, origin);
  }

  /** @param {string} eventType @param {any} eventData */
  deliver(eventType, eventData) {
    const target = this.frame?.contentWindow;
    if (!target || !this.client) return;
    if (this.transport === 't3') target.postMessage(iframeText(eventType, eventData), '*');
    else target.postMessage({ t1: 'evaluate', code: nativeCode(this.client.behaviour(), eventType, eventData) }, '*');
  }

  sendTheme() {
    const params = this.client?.context.state.themeParams;
    this.client?.send('theme_changed', { theme_params: params });
  }

  sendEarlyEvents() {
    for (const delay of [0, 20, 60]) this.later(delay, () => this.sendTheme());
  }

  reload() {
    const { client } = this;
    if (!client) return;
    const { reload } = client.behaviour();
    if (reload === 'ask' || reload === 'navigate-after-500ms') {
      this.reloadConfirmed = false;
      client.send('reload_iframe');
      const ignore = reload === 'navigate-after-500ms';
      this.later(reloadConfirmMs, () => (ignore || !this.reloadConfirmed) && this.navigateAnew());
    } else if (reload === 'evaluate' && this.transport === 't1') {
      this.frame?.contentWindow?.postMessage({ t1: 'evaluate', code: 'location.reload();' }, '*');
    } else {
      this.navigateAnew();
    }
  }

  /** @param {number} everyMs */
  reloadForEver(everyMs) {
    this.later(everyMs, () => {
      this.navigateAnew();
      this.reloadForEver(everyMs);
    });
  }

  minimise() {
    this.client?.setVisible(false);
    if (this.client?.behaviour().minimise === 'destroy') this.frame?.contentWindow?.location.replace('about:blank');
  }

  restore() {
    const destroyed = this.client?.behaviour().minimise === 'destroy' && !this.client.context.state.visible;
    this.client?.setVisible(true);
    if (destroyed) this.navigateAnew();
  }

  /** @param {string} kind @param {any} detail */
  onEffect(kind, detail) {
    if (kind === 'reload-confirmed') this.reloadConfirmed = true;
    if (kind === 'storage') saveStores(this.stores);
    if (kind === 'closed') {
      this.url = '';
      this.frame?.remove();
    }
    this.listener.effect(kind, detail);
  }

  onChanged() {
    this.listener.changed();
    for (const check of this.waiting) check();
  }

  /** @param {number} delayMs @param {() => void} call */
  later(delayMs, call) {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      call();
    }, delayMs);
    this.timers.add(timer);
    return () => {
      clearTimeout(timer);
      this.timers.delete(timer);
    };
  }

  /**
   * Waits until a check holds, looking again after every change.
   * @param {() => boolean} check @param {number} timeoutMs @param {string} what
   */
  waitUntil(check, timeoutMs, what) {
    return new Promise((done, failed) => {
      const look = () => {
        if (!check()) return;
        this.waiting.delete(look);
        clearTimeout(timer);
        done(undefined);
      };
      const timer = setTimeout(() => {
        this.waiting.delete(look);
        failed(new Error(`no ${what} within ${timeoutMs} ms`));
      }, timeoutMs);
      this.waiting.add(look);
      look();
    });
  }

  /** @param {Client} client @param {LaunchOptions} options */
  async until(client, { waitFor = 'iframe_ready', timeoutMs = 15000 }) {
    if (waitFor === 'none') return;
    const arrived = () => {
      const { state } = client.context;
      if (this.client !== client) return true;
      return waitFor === 'ready' ? state.ready : state.iframeReady || (this.transport === 't1' && state.booted);
    };
    await this.waitUntil(arrived, timeoutMs, waitFor);
  }

  dispose() {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
    this.frame?.remove();
    this.frame = null;
    this.client = null;
    this.navigated = false;
  }
}
