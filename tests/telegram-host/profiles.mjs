/**
 * How each Telegram client behaves, as data. One profile is a complete set of answers to "what does this client do
 * when..."; a fault (faults.mjs) replaces single answers. The protocol never asks which client it is, only which
 * behaviour it has.
 */

import { palettes } from './palettes.mjs';

/** @typedef {import('./types').Behaviour} Behaviour */
/** @typedef {import('./types').Profile} Profile */

const noInset = { top: 0, bottom: 0, left: 0, right: 0 };

/** Android drops these without an event when nothing was tapped for 10 s. */
export const tapGuarded = [
  'web_app_biometry_open_settings',
  'web_app_share_to_story',
  'web_app_add_to_home_screen',
  'web_app_set_emoji_status',
  'web_app_request_emoji_status_access',
  'web_app_open_location_settings',
  'web_app_request_file_download',
  'web_app_send_prepared_message',
];

/** What desktop clients have no handler for. */
export const desktopIgnores = [
  'web_app_trigger_haptic_feedback',
  'web_app_setup_swipe_behavior',
  'web_app_toggle_orientation_lock',
  'web_app_hide_keyboard',
  'web_app_ready',
  'web_app_expand',
  'web_app_allow_scroll',
];

const webIgnores = [
  'web_app_setup_swipe_behavior',
  'web_app_toggle_orientation_lock',
  'web_app_hide_keyboard',
  'web_app_trigger_haptic_feedback',
  'web_app_share_to_story',
  'web_app_allow_scroll',
];

/** @type {Behaviour} */
const base = {
  nativeTransport: 't1',
  receiver: 'Telegram.WebView',
  payloadForm: 'json',
  emptyPayload: 'null',
  viewport: 'real',
  viewportAnswer: 'yes',
  viewportOnButtons: true,
  viewportHeight: 'real',
  safeAreas: 'real',
  safeAreaDelayMs: 0,
  popupDismissed: 'empty-object',
  popupSecond: 'ignore',
  popupCooldown: false,
  promptBlock: false,
  qr: 'native',
  clipboard: 'tap-window',
  biometry: 'finger',
  biometryAgain: 'answer',
  location: 'yes',
  locationCheck: 'yes',
  sensors: 'yes',
  clampRefreshRate: true,
  homeScreen: 'missed',
  deviceStorage: 'yes',
  secureStorage: 'yes',
  cloudStorage: 'yes',
  fullscreen: 'yes',
  fullscreenAgain: 'already',
  story: 'yes',
  closingConfirmation: 'both',
  invoiceSecond: 'cancelled',
  invoiceCancelled: 'answer',
  requestChat: 'yes',
  download: 'asks',
  badArguments: 'ignore',
  tgLinkCloses: false,
  reload: 'evaluate',
  minimise: 'keep',
  tapGuarded: [],
  ignores: [],
  maxPayloadBytes: 0,
  answerDelayMs: 0,
  answerTwice: false,
  answerOrder: 'asked',
  theme: 'full',
  initData: 'signed',
  startParam: 'given',
  sessionStorage: 'fresh',
  samePage: true,
  earlyEvents: false,
  hostileEvents: false,
  reloadEveryMs: 0,
};

/** @type {Record<string, Profile>} */
export const profiles = {
  android: {
    title: 'Android',
    platform: 'android',
    palette: 'android',
    chrome: { header: 56, statusBar: 24, homeIndicator: 0, style: 'android' },
    insets: { safe: noInset, safeFullscreen: { ...noInset, top: 24 }, contentFullscreen: { ...noInset, top: 46 } },
    behaviour: { ...base, popupCooldown: true, promptBlock: true, tapGuarded, story: 'throttled' },
    sandbox: '',
  },
  ios: {
    title: 'iOS',
    platform: 'ios',
    palette: 'ios',
    chrome: { header: 56, statusBar: 47, homeIndicator: 34, style: 'ios' },
    insets: {
      safe: { ...noInset, bottom: 34 },
      safeFullscreen: { ...noInset, top: 47, bottom: 34 },
      contentFullscreen: { ...noInset, top: 46 },
    },
    behaviour: {
      ...base,
      receiver: 'TelegramGameProxy',
      popupDismissed: 'id-missing',
      popupSecond: 'queue',
      clipboard: 'attachment-only',
      biometry: 'face',
      clampRefreshRate: false,
      fullscreenAgain: 'silent',
    },
    sandbox: '',
  },
  macos: {
    title: 'macOS',
    platform: 'macos',
    palette: 'macos',
    chrome: { header: 50, statusBar: 0, homeIndicator: 0, style: 'macos' },
    insets: { safe: noInset, safeFullscreen: noInset, contentFullscreen: { ...noInset, top: 40 } },
    behaviour: {
      ...base,
      receiver: 'TelegramGameProxy',
      viewport: 'stable',
      viewportOnButtons: false,
      safeAreas: 'zero',
      popupDismissed: 'id-missing',
      qr: 'no-event',
      biometryAgain: 'ask',
      sensors: 'unsupported',
      homeScreen: 'unsupported',
      location: 'unavailable',
      invoiceCancelled: 'silent',
      ignores: desktopIgnores.filter((name) => name !== 'web_app_ready' && name !== 'web_app_expand'),
    },
    sandbox: '',
  },
  tdesktop: {
    title: 'Telegram Desktop',
    platform: 'tdesktop',
    palette: 'tdesktop',
    chrome: { header: 50, statusBar: 0, homeIndicator: 0, style: 'tdesktop' },
    insets: { safe: noInset, safeFullscreen: noInset, contentFullscreen: { ...noInset, top: 46 } },
    behaviour: {
      ...base,
      receiver: 'TelegramGameProxy',
      payloadForm: 'literal',
      emptyPayload: 'omit',
      viewport: 'inner-height',
      safeAreas: 'zero',
      popupDismissed: 'no-payload',
      popupSecond: 'queue',
      qr: 'no-event',
      clipboard: 'no-data',
      biometry: 'unavailable',
      location: 'unavailable',
      sensors: 'unsupported',
      homeScreen: 'unsupported',
      secureStorage: 'unsupported',
      fullscreenAgain: 'changed',
      story: 'box',
      invoiceSecond: 'open',
      badArguments: 'close',
      reload: 'navigate',
      ignores: desktopIgnores,
      maxPayloadBytes: 1 << 20,
    },
    sandbox: '',
  },
  weba: {
    title: 'Web A',
    platform: 'weba',
    palette: 'web',
    chrome: { header: 56, statusBar: 0, homeIndicator: 0, style: 'web' },
    insets: { safe: noInset, safeFullscreen: noInset, contentFullscreen: { ...noInset, top: 59 } },
    behaviour: {
      ...base,
      nativeTransport: 't3',
      viewport: 'expanded',
      safeAreas: 'zero',
      popupDismissed: 'id-missing',
      popupSecond: 'close-at-once',
      qr: 'no-event',
      clipboard: 'no-handler',
      biometry: 'unavailable',
      location: 'silent',
      locationCheck: 'silent',
      sensors: 'unsupported',
      homeScreen: 'fails',
      deviceStorage: 'unsupported',
      secureStorage: 'unsupported',
      fullscreenAgain: 'changed',
      closingConfirmation: 'set-only',
      invoiceSecond: 'open',
      tgLinkCloses: true,
      reload: 'ask',
      ignores: webIgnores,
    },
    sandbox:
      'allow-scripts allow-same-origin allow-popups allow-forms allow-modals ' +
      'allow-storage-access-by-user-activation',
  },
};

profiles.webk = {
  ...profiles.weba,
  title: 'Web K',
  platform: 'webk',
  behaviour: { ...profiles.weba.behaviour, viewportAnswer: 'silent', clipboard: 'null' },
};

/**
 * Permissions that Web A's iframe grants; a native web view is a page of its own, so the frame that plays it gets more.
 */
export const framePermissions = {
  web: 'camera; microphone; geolocation; fullscreen',
  native:
    'camera; microphone; geolocation; fullscreen; accelerometer; gyroscope; magnetometer; autoplay; clipboard-write; ' +
    'clipboard-read; screen-wake-lock; xr-spatial-tracking',
};

/** @param {string} name @returns {Profile} */
export function profileNamed(name) {
  const profile = profiles[name === 'web' ? 'webk' : name];
  if (!profile) throw new Error(`no client profile is called ${name}; there are ${Object.keys(profiles).join(', ')}`);
  return profile;
}

/** @param {string} profileName @param {string} theme @returns {Record<string, string>} */
export function themeNamed(profileName, theme) {
  if (theme.startsWith('custom')) return palettes.custom[theme.endsWith('dark') ? 'dark' : 'light'];
  return palettes[profileNamed(profileName).palette][theme === 'dark' ? 'dark' : 'light'];
}
