// host.mjs on top of Telegram's own script (8.0, from npm), in a window that is just enough for it: what the client really gets.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import vm from 'node:vm';
import { createHost } from '../../js-bridge/host.mjs';
import { fakeWindow } from './fake_window.mjs';

const sdk = dirname(createRequire(import.meta.url).resolve('@twa-dev/sdk'));
const script = readFileSync(join(sdk, '..', 'src', 'telegram-web-apps.js'), 'utf8');

/** @param {string} version */
function launch(version) {
  const theme = encodeURIComponent(JSON.stringify({ bg_color: '#17212b', button_color: '#5288c1' }));
  const browser = fakeWindow({
    hash: `#tgWebAppVersion=${version}&tgWebAppPlatform=android&tgWebAppThemeParams=${theme}`,
  });
  const { window } = browser;
  /** @type {[string, any][]} */
  const posted = [];
  /** @type {any} */
  const element = { style: { setProperty: () => {} }, appendChild: () => {}, addEventListener: () => {} };
  Object.assign(window, {
    location: { ...window.location, href: 'https://shop.example/' + window.location.hash },
    TelegramWebviewProxy: {
      postEvent: (/** @type {string} */ type, /** @type {string} */ data) => posted.push([type, JSON.parse(data)]),
    },
    innerHeight: 800, innerWidth: 390, parent: null, console: { log() {}, warn() {}, error() {} },
    document: { ...window.document, documentElement: element, body: element, createElement: () => ({ ...element }) },
    sessionStorage: { getItem: () => null, setItem: () => {} },
  });
  window.window = window;
  vm.runInNewContext(script.replace(/^export .*$/gm, ''), vm.createContext(window));
  /** @type {Record<string, any>[]} */
  const events = [];
  const host = createHost({ webApp: window.Telegram.WebApp, window, emit: (event) => events.push(event) });
  host.start();
  const boot = posted.splice(0).map(([type]) => type);
  return { host, events, posted, boot, receive: window.Telegram.WebView.receiveEvent };
}
const button = { visible: true, text: 'Add · €8.90', enabled: true, busy: false, colour: '#5288c1', textColour: '#ffffff' };
const chrome = {
  do: 'setChrome', main: button, secondary: { ...button, visible: false }, backVisible: true, settingsVisible: true,
  confirmClosing: true, header: '#0e1621', background: '#0e1621', bottomBar: '#17212b',
};

test('the start expands, keeps swipes to us and learns the theme', () => {
  const { boot, events } = launch('8.0');

  assert.deepEqual(boot.slice(-4),
    ['web_app_expand', 'web_app_setup_swipe_behavior', 'web_app_request_theme', 'web_app_request_viewport']);
  assert.deepEqual([events[0].on, events[0].telegram.theme.bg, events[0].telegram.theme.dark], ['started', '#17212b', true]);
});

test('the whole chrome reaches the client', () => {
  const { host, posted } = launch('8.0');

  host.perform(chrome);

  const last = Object.fromEntries(posted);
  assert.deepEqual(last.web_app_setup_main_button, {
    is_visible: true, is_active: true, is_progress_visible: false, text: 'Add · €8.90', color: '#5288c1',
    text_color: '#ffffff', has_shine_effect: false,
  });
  assert.deepEqual([last.web_app_setup_back_button, last.web_app_setup_closing_behavior, last.web_app_set_header_color],
    [{ is_visible: true }, { need_confirmation: true }, { color: '#0e1621' }]);
});

test('presses come back as events', () => {
  const { host, receive, events } = launch('8.0');
  host.perform(chrome);
  events.length = 0;

  for (const event of ['main_button_pressed', 'back_button_pressed', 'settings_button_pressed']) receive(event, '');

  assert.deepEqual(events.map((event) => event.on), ['mainButtonPressed', 'backButtonPressed', 'settingsButtonPressed']);
});

test('a popup dismissed without payload, as desktop clients do, is answered', () => {
  const { host, receive, events } = launch('8.0');
  events.length = 0;
  host.perform({ do: 'ask', request: 3, title: 'Empty?', message: 'All', confirm: 'Yes', cancel: 'No' });

  receive('popup_closed', undefined);

  assert.deepEqual(events, [{ on: 'popupClosed', request: 3, confirmed: false }]);
});

test('on the oldest client nothing is thrown and only what it knows is posted', () => {
  const { host, posted } = launch('6.0');

  host.perform(chrome);
  host.perform({ do: 'haptic', kind: 'tap' });
  host.perform({ do: 'ready' });

  assert.deepEqual([...new Set(posted.map(([type]) => type))], ['web_app_setup_main_button', 'web_app_ready']);
});
