// What the app can't do without, spoken to the client directly when Telegram's own script does not come: an object with the same
// names as Telegram.WebApp, as far as it goes, and the same receivers for the host's events. The transports are those of the script
// (wire.md 1): a native proxy, window.external, the parent frame. Callers catch what it throws, as with the script.

import { floorPx } from './hearing.mjs';

/** @typedef {Record<string, any>} Any */
/** @typedef {import('./web_app').Essentials} Essentials */

/** @param {any} window @returns {((type: string, data?: any) => void) | undefined} */
function transport(window) {
  const { TelegramWebviewProxy: proxy, external, parent } = window;
  /** @param {string} eventType @param {any} eventData */
  const text = (eventType, eventData) => JSON.stringify({ eventType, eventData });
  if (proxy) return (type, data = '') => proxy.postEvent(type, JSON.stringify(data));
  if (external && 'notify' in external) return (type, data = '') => external.notify(text(type, data));
  if (parent && parent !== window) return (type, data = '') => parent.postMessage(text(type, data), '*');
}

/** @param {string} version @param {string} wanted */
function isAtLeast(version, wanted) {
  const [have, need] = [version, wanted].map((text) => text.split('.').map((part) => parseInt(part) || 0));
  for (let i = 0; i < Math.max(have.length, need.length); i++) {
    const difference = (have[i] || 0) - (need[i] || 0);
    if (difference) return difference > 0;
  }
  return true;
}

function createEvents() {
  /** @type {Map<string, Set<(...args: any[]) => void>>} */
  const handlers = new Map();
  return {
    /** @param {string} event @param {(...args: any[]) => void} handler */
    onEvent(event, handler) {
      handlers.set(event, (handlers.get(event) || new Set()).add(handler));
    },
    /** @param {string} event @param {(...args: any[]) => void} handler */
    offEvent: (event, handler) => void handlers.get(event)?.delete(handler),
    /** @param {string} event @param {any[]} args */
    fire(event, ...args) {
      for (const handler of handlers.get(event) || []) {
        try {
          handler(...args);
        } catch (error) {
          console.warn('kiosk wire', event, error);
        }
      }
    },
  };
}

/** @typedef {(type: string, data?: any) => void} Post */

/** @param {Post} post @param {string} message @param {Any} look */
function bottomButton(post, message, look) {
  let state = { is_visible: false, is_active: true, is_progress_visible: false, ...look };
  let last = '';
  /** @param {Any} change */
  function setParams(change) {
    state = { ...state, ...change };
    const shown = state.is_visible ? state : { is_visible: false };
    const text = JSON.stringify(shown);
    if (text !== last) post(message, shown);
    last = text;
  }
  return {
    setParams, isPressable: () => state.is_active,
    show: () => setParams({ is_visible: true }), hide: () => setParams({ is_visible: false }),
    showProgress: (/** @type {boolean | undefined} */ active) => setParams({ is_progress_visible: true, is_active: !!active }),
    hideProgress: () => setParams({ is_progress_visible: false, is_active: true }),
  };
}

/** @param {Post} post @param {string} message */
function barButton(post, message) {
  /** @param {boolean} visible */
  const set = (visible) => post(message, { is_visible: visible });
  return { show: () => set(true), hide: () => set(false) };
}

/** What asks for no answer. @param {Post} post */
function createChrome(post) {
  /** @param {string} message @param {string} field */
  const toggle = (message, field) => [true, false].map((value) => () => post(message, { [field]: value }));
  /** @param {string} type @param {Any} [more] */
  const haptic = (type, more) => post('web_app_trigger_haptic_feedback', { type, ...more });
  const [enableClosingConfirmation, disableClosingConfirmation] = toggle('web_app_setup_closing_behavior', 'need_confirmation');
  const [enableVerticalSwipes, disableVerticalSwipes] = toggle('web_app_setup_swipe_behavior', 'allow_vertical_swipe');
  return {
    MainButton: bottomButton(post, 'web_app_setup_main_button', {}),
    SecondaryButton: bottomButton(post, 'web_app_setup_secondary_button', { position: 'left' }),
    BackButton: barButton(post, 'web_app_setup_back_button'),
    SettingsButton: barButton(post, 'web_app_setup_settings_button'),
    HapticFeedback: {
      impactOccurred: (/** @type {string} */ style) => haptic('impact', { impact_style: style }),
      notificationOccurred: (/** @type {string} */ type) => haptic('notification', { notification_type: type }),
      selectionChanged: () => haptic('selection_change'),
    },
    ready: () => post('web_app_ready'),
    expand: () => post('web_app_expand'),
    close: () => post('web_app_close', {}),
    openLink: (/** @type {string} */ url) => post('web_app_open_link', { url }),
    openTelegramLink: (/** @type {string} */ url) =>
      post('web_app_open_tg_link', { path_full: url.replace(/^https?:\/\/[^/]*/, '') }),
    enableClosingConfirmation, disableClosingConfirmation, enableVerticalSwipes, disableVerticalSwipes,
    setHeaderColor: (/** @type {string} */ color) =>
      post('web_app_set_header_color', { [color.startsWith('#') ? 'color' : 'color_key']: color }),
    setBackgroundColor: (/** @type {string} */ color) => post('web_app_set_background_color', { color }),
    setBottomBarColor: (/** @type {string} */ color) => post('web_app_set_bottom_bar_color', { color }),
  };
}

/** The two questions that the app can't do without. @param {Post} post */
function createQuestions(post) {
  /** @type {Map<string, ((status: any) => void) | undefined>} slug or 'popup' -> what waits for it */
  const waiting = new Map();
  /** @param {string} key @param {any} result */
  function settle(key, result) {
    const callback = waiting.get(key);
    waiting.delete(key);
    callback?.(result);
  }
  return {
    settle,
    /** @param {string} url @param {(status: any) => void} [callback] */
    openInvoice(url, callback) {
      const slug = /\/(?:\$|invoice\/)([\w=-]+)$/.exec(url)?.[1];
      if (!slug) throw Error('WebAppInvoiceUrlInvalid');
      waiting.set(slug, callback);
      post('web_app_open_invoice', { slug });
    },
    /** @param {Any} params @param {(id: any) => void} [callback] */
    showPopup(params, callback) {
      settle('popup', null);
      waiting.set('popup', callback);
      post('web_app_open_popup', params);
    },
  };
}

/**
 * What the host says, and what becomes of it.
 * @param {any} window @param {Essentials & ReturnType<typeof createChrome>} app @param {Post} post @param {ReturnType<typeof createEvents>['fire']} fire
 * @param {(key: string, result: any) => void} settle
 * @returns {Record<string, (data: any) => void>}
 */
function createReceivers(window, app, post, fire, settle) {
  return {
    theme_changed({ theme_params: theme }) {
      if (!theme) return;
      Object.assign(app.themeParams, theme);
      fire('themeChanged');
    },
    viewport_changed({ height, is_state_stable: isStateStable = true, is_expanded: isExpanded }) {
      if (!(height >= floorPx)) return;
      app.viewportHeight = height;
      if (isStateStable) app.viewportStableHeight = height;
      app.isExpanded = !!isExpanded;
      fire('viewportChanged', { isStateStable });
    },
    safe_area_changed(inset) {
      Object.assign(app.safeAreaInset, inset);
      fire('safeAreaChanged');
    },
    content_safe_area_changed(inset) {
      Object.assign(app.contentSafeAreaInset, inset);
      fire('contentSafeAreaChanged');
    },
    visibility_changed({ is_visible: isVisible }) {
      if (typeof isVisible !== 'boolean') return;
      app.isActive = isVisible;
      fire(isVisible ? 'activated' : 'deactivated');
    },
    main_button_pressed: () => app.MainButton.isPressable() && fire('mainButtonClicked'),
    secondary_button_pressed: () => app.SecondaryButton.isPressable() && fire('secondaryButtonClicked'),
    back_button_pressed: () => fire('backButtonClicked'),
    settings_button_pressed: () => fire('settingsButtonClicked'),
    invoice_closed: ({ slug, status }) => settle(slug, status),
    popup_closed: (data) => settle('popup', data.button_id ?? null),
    reload_iframe() {
      post('iframe_will_reload');
      window.location.reload();
    },
  };
}

/**
 * @param {any} window
 * @param {ReturnType<typeof import('./launch.mjs').launchParams>} launch
 * @returns {Essentials | undefined} nothing when there is no client to talk to
 */
export function createWire(window, launch) {
  const send = transport(window);
  if (!send) return undefined;
  /** @type {Map<string, any>} what the client draws */
  const drawn = new Map();
  /** @type {Post} */
  const post = (type, data) => {
    if (type.startsWith('web_app_set')) drawn.set(type, data);
    send(type, data);
  };
  const drawAgain = () => drawn.forEach((data, type) => send(type, data));
  const { onEvent, offEvent, fire } = createEvents();
  const { settle, ...questions } = createQuestions(post);
  const app = {
    version: launch.version, platform: launch.platform, initData: launch.initData,
    initDataUnsafe: { user: launch.user, start_param: launch.startParam },
    themeParams: { ...launch.theme }, isActive: true, isExpanded: true,
    viewportHeight: window.innerHeight, viewportStableHeight: window.innerHeight,
    safeAreaInset: { top: 0, bottom: 0, left: 0, right: 0 }, contentSafeAreaInset: { top: 0, bottom: 0, left: 0, right: 0 },
    isVersionAtLeast: (/** @type {string} */ version) => isAtLeast(launch.version, version),
    onEvent, offEvent, ...createChrome(post), ...questions,
  };
  const receivers = createReceivers(window, app, post, fire, settle);
  /** @param {string} type @param {any} data */
  function receiveEvent(type, data) {
    fire(type, type, data);
  }
  for (const [type, receiver] of Object.entries(receivers)) onEvent(type, (_, data) => receiver(data ?? ''));

  let isOwn = true;   // Until the script comes after all: then the host talks to it, and it tells us.
  window.addEventListener('message', (/** @type {MessageEvent} */ event) => {
    if (!isOwn || event.source !== window.parent) return;
    try {
      const { eventType, eventData } = JSON.parse(event.data);
      receiveEvent(eventType, eventData);
    } catch {}
  });
  window.document.getElementById?.('telegram')?.addEventListener('load', () => {
    isOwn = false;
    for (const type of Object.keys(receivers)) window.Telegram.WebView.onEvent(type, receiveEvent);
    // It begins as if nothing were drawn, and hides the buttons when it first hears of the theme.
    window.Telegram.WebView.onEvent('theme_changed', drawAgain);
    drawAgain();
  });
  window.Telegram = { ...window.Telegram, WebView: { onEvent, offEvent, receiveEvent, postEvent: post } };
  window.TelegramGameProxy = { receiveEvent };
  window.TelegramGameProxy_receiveEvent = receiveEvent;

  if (!window.TelegramWebviewProxy && window.parent !== window) post('iframe_ready', { reload_supported: true });
  if (app.isVersionAtLeast('8.0')) for (const what of ['safe_area', 'content_safe_area']) post(`web_app_request_${what}`);
  for (const [type, data] of window.kioskEarly?.splice(0) || []) receiveEvent(type, data);
  return app;
}
