/**
 * The host page: reads the address, opens the Mini App on the stage, redraws the phone, the controls and the inspector
 * after every change, and gives tests the same hands that people have as `window.telegramHost`.
 */
import { makeDriver } from './driver.mjs';
import { knownVersions } from './messages.mjs';
import { profiles } from './profiles.mjs';
import { Stage, saveStores } from './stage.mjs';
import { drawControls } from './view/controls.mjs';
import { drawDialogs, showHaptic, toast } from './view/dialogs.mjs';
import { el, find, icon } from './view/dom.mjs';
import { Inspector } from './view/inspector.mjs';
import { drawPhone } from './view/phone.mjs';

/** @typedef {import('./types').LaunchOptions} LaunchOptions */

const narrow = window.matchMedia('(max-width: 760px)');
const bezel = 24;
const sidesWidth = 700;

/** @param {URLSearchParams} query @returns {LaunchOptions} */
function readLaunch(query) {
  const list = (/** @type {string} */ name) => (query.get(name) ?? '').split(',').filter(Boolean);
  const version = query.get('version') ?? '8.0';
  const profile = query.get('profile') ?? query.get('platform') ?? 'android';
  return {
    profile: profile in profiles ? profile : 'android',
    version: knownVersions.includes(version) || /^\d+(\.\d+)*$/.test(version) ? version : '8.0',
    theme: query.get('theme') ?? (window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'),
    transport: /** @type {'t3'} */ (query.get('transport') ?? 't3'),
    lang: query.get('lang') ?? undefined,
    names: query.get('names') ?? undefined,
    user: query.has('user') ? { id: Number(query.get('user')) } : undefined,
    startParam: query.get('startapp') ?? undefined,
    kind: /** @type {'menu'} */ (query.get('kind') ?? 'menu'),
    mode: /** @type {'full'} */ (query.get('mode') ?? 'full'),
    showSettings: query.has('settings'),
    botInline: query.has('inline'),
    debug: query.has('debug'),
    site: query.get('site') === 'cross' ? 'cross' : 'same',
    query: query.get('query') ?? undefined,
    faults: list('faults'),
    silent: list('silent'),
  };
}

class Page {
  constructor() {
    const query = new URLSearchParams(location.search);
    this.bare = query.get('chrome') === '0';
    this.size = query.get('size') ?? (this.bare ? 'free' : '390x844');
    this.inspector = new Inspector(this.inspectorActions());
    this.stage = new Stage(find('#frame-place'), {
      changed: () => this.changed(),
      effect: (kind, detail) => this.effect(kind, detail),
      loaded: () => this.loaded(),
    });
    /** @type {LaunchOptions} */
    this.addressOptions = readLaunch(query);
    /** @type {LaunchOptions} */
    this.options = this.addressOptions;
    this.drawing = false;
    this.decorate();
    this.fit();
    window.addEventListener('resize', () => this.fit());
  }

  get client() {
    return this.stage.client;
  }

  decorate() {
    document.body.classList.toggle('bare', this.bare);
    find('#bot-picture').append(icon('burger'));
    find('#placeholder').append(icon('burger'));
    find('#show-controls').append(icon('sliders'));
    const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', ' '].map((row) =>
      el('div', {}, ...[...row].map((letter) => el(letter === ' ' ? 'span.space' : 'span', {}, letter))),
    );
    find('#keyboard').append(...rows);
    find('#menu-scrim').addEventListener('click', () => this.menu('toggle'));
    find('#show-controls').addEventListener('click', () => {
      const open = document.body.classList.toggle('controls-open');
      find('#show-controls').setAttribute('aria-expanded', String(open));
    });
    window.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.client?.context.state.popup) this.client.answerPopup(null);
    });
  }

  /** Gives the screen its size and scales the phone down where the window is lower than it. */
  fit() {
    const fills = this.bare || narrow.matches;
    document.body.classList.toggle('phone-sized', narrow.matches);
    const room = { width: window.innerWidth, height: window.innerHeight };
    const given = /^\d+x\d+$/.test(this.size) ? this.size.split('x').map(Number) : null;
    const beside = room.width > 1080 ? sidesWidth : sidesWidth / 2;
    const free = fills ? room : { width: Math.max(320, room.width - beside), height: Math.max(400, room.height - 56) };
    const size = given && !(narrow.matches && !this.bare) ? { width: given[0], height: given[1] } : free;
    this.stage.frameSize = { ...size, statusBar: !narrow.matches || this.bare };
    if (this.client) this.client.setFrame(this.stage.frameSize);
    const phone = find('#phone');
    const scale = fills ? 1 : Math.min(1, (room.height - 32) / (size.height + bezel));
    phone.style.transform = scale < 1 ? `scale(${scale})` : '';
    phone.style.margin =
      scale < 1 ? `${((scale - 1) * (size.height + bezel)) / 2}px ${((scale - 1) * (size.width + bezel)) / 2}px` : '';
    this.changed();
  }

  /** Launches with the present settings, some of them changed. @param {Partial<LaunchOptions>} change */
  relaunch(change) {
    const { faults, silent } = this.client?.context.state ?? this.options;
    return this.launch({ ...this.options, faults, silent, ...change });
  }

  /** @param {LaunchOptions} options */
  async launch(options) {
    this.options = options;
    find('#web').dataset.loaded = 'false';
    this.rememberInAddress();
    await this.stage.launch(this.options);
  }

  rememberInAddress() {
    if (this.bare) return;
    const query = new URLSearchParams(location.search);
    const { profile, version, theme, transport, lang, names, startParam, kind, mode } = this.options;
    const kept = { profile, version, theme, transport, lang, names, startapp: startParam, kind, mode, size: this.size };
    for (const [key, value] of Object.entries(kept)) value ? query.set(key, value) : query.delete(key);
    query.delete('platform');
    history.replaceState(null, '', `?${query}`);
  }

  loaded() {
    find('#web').dataset.loaded = 'true';
    this.changed();
  }

  /** Several changes of one message are drawn once. */
  changed() {
    if (this.drawing) return;
    this.drawing = true;
    queueMicrotask(() => {
      this.drawing = false;
      this.draw();
    });
  }

  draw() {
    const { client } = this;
    if (!client) return;
    const { state } = client.context;
    find('#phone').classList.toggle('desktop', ['tdesktop', 'macos', 'web'].includes(state.chrome.style));
    drawPhone(state, this.phoneActions());
    drawDialogs(state, this.dialogActions());
    if (this.bare) return;
    drawControls(this.options, state, this.size, this.controlActions());
    this.inspector.draw(client);
  }

  /** @param {string} kind @param {any} detail */
  effect(kind, detail) {
    if (kind === 'haptic') showHaptic(detail);
    if (kind === 'toast' || kind === 'box') toast(detail);
    if (kind === 'paid') void fetch('/telegram/paid', { method: 'POST', body: JSON.stringify({ slug: detail }) });
    if (kind === 'link') toast(`Opens in the browser: ${detail.url}`);
    if (kind === 'tg-link') toast(`Opens in Telegram: ${detail}`);
    if (kind === 'inline-query') toast(`Inline query: @kiosk_bot ${detail}`);
  }

  /** @param {string} item */
  menu(item) {
    const layer = find('#menu-layer');
    layer.hidden = item !== 'toggle' || !layer.hidden;
    if (item === 'settings') this.client?.press('settings');
    else if (item !== 'toggle') this.device(item);
  }

  /** @param {string} what */
  device(what) {
    const { client, stage } = this;
    if (!client) return;
    const { state } = client.context;
    if (what === 'keyboard') client.setKeyboard(!state.keyboard);
    if (what === 'fullscreen') client.setFullscreen(!state.fullscreen);
    if (what === 'expand') client.setExpanded(!state.expanded);
    if (what === 'minimise') state.visible ? stage.minimise() : stage.restore();
    if (what === 'reload') stage.reload();
    if (what === 'rotate') this.setSize(`${state.frame.height}x${state.frame.width}`);
    if (what === 'glitch') this.glitch();
    if (what === 'drag') this.drag();
  }

  glitch() {
    this.client?.setViewport({ height: 1 });
    this.stage.later(700, () => this.client?.setViewport(null));
  }

  drag() {
    const height = this.client?.context.state.viewport.height ?? 0;
    [0.9, 0.7, 0.6, 0.75, 0.9].forEach((share, index) =>
      this.stage.later(index * 60, () =>
        this.client?.sendViewport({
          height: Math.round(height * share),
          width: this.stage.frameSize.width,
          stable: false,
        }),
      ),
    );
    this.stage.later(400, () => this.client?.sendViewport({ height, width: this.stage.frameSize.width }));
  }

  /** @param {string} size */
  setSize(size) {
    this.size = size;
    this.rememberInAddress();
    this.fit();
  }

  phoneActions() {
    return {
      back: () => void this.client?.press('back'),
      close: () => this.client?.requestClose(),
      menu: (/** @type {string} */ item) => this.menu(item),
      press: (/** @type {'main' | 'secondary'} */ button) => void this.client?.press(button),
      open: () => this.launchForPeople({}),
      restore: () => this.stage.restore(),
    };
  }

  dialogActions() {
    return {
      answerPopup: (/** @type {string | null} */ id) => void this.client?.answerPopup(id),
      answerPrompt: (/** @type {boolean} */ yes) => void this.client?.answerPrompt(yes),
      closeInvoice: (/** @type {string} */ status) => void this.client?.closeInvoice(/** @type {'paid'} */ (status)),
      scanQr: (/** @type {string} */ text) => void this.client?.scanQr(text),
      closeQr: () => void this.client?.closeQr(),
    };
  }

  controlActions() {
    return {
      relaunch: (/** @type {Partial<LaunchOptions>} */ change) => this.launchForPeople(change),
      setTheme: (/** @type {string} */ scheme) => this.setTheme(scheme),
      setSize: (/** @type {string} */ size) => this.setSize(size),
      device: (/** @type {string} */ what) => this.device(what),
      setInset: (/** @type {'safe' | 'content'} */ which, /** @type {Record<string, number> | null} */ inset) =>
        which === 'safe' ? this.client?.setSafeArea(inset) : this.client?.setContentSafeArea(inset),
    };
  }

  inspectorActions() {
    return {
      setFault: (/** @type {string} */ name, /** @type {boolean} */ on) => this.client?.setFault(name, on),
      setSilent: (/** @type {string} */ message, /** @type {boolean} */ on) => this.client?.setSilent(message, on),
      clearLog: () => {
        this.client?.clearLog();
        this.changed();
      },
      removeStored: (/** @type {keyof import('./types').Stores} */ store, /** @type {string | null} */ key) => {
        if (key === null) this.stage.stores[store] = {};
        else delete this.stage.stores[store][key];
        saveStores(this.stage.stores);
        this.changed();
      },
    };
  }

  /** @param {string} scheme @param {Record<string, string>} [params] */
  setTheme(scheme, params) {
    this.options = { ...this.options, theme: scheme, themeParams: params };
    this.rememberInAddress();
    this.client?.setTheme(scheme, params);
  }

  /** @param {Partial<LaunchOptions>} change */
  launchForPeople(change) {
    this.relaunch(change).catch((error) => toast(`The app has not answered: ${error.message}`));
  }
}

const page = new Page();
const driver = makeDriver(page);
Object.assign(window, { telegramHost: driver });
if (new URLSearchParams(location.search).get('launch') !== '0') {
  driver.launched = page.launch(page.addressOptions);
  driver.launched.catch((error) => toast(`The app has not answered: ${error.message}`));
}

/** @typedef {Page} HostPage */
