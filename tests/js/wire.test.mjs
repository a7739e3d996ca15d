// js-bridge/wire.mjs: a shop that works when Telegram's script never comes, on the Telegram host's protocol.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createHost } from '../../js-bridge/host.mjs';
import { createWire } from '../../js-bridge/wire.mjs';
import { fakeWindow } from './fake_window.mjs';
import { session } from './script_session.mjs';

/** @param {Parameters<typeof session>[0]} [options] */
async function wired(options) {
  const at = session({ version: '8.0', ...options, withScript: false });
  await at.settle();
  return at;
}
const button = { visible: true, text: 'Add', enabled: true, busy: false, colour: '#2481cc', textColour: '#ffffff' };
const chrome = {
  do: 'setChrome', main: button, secondary: { ...button, text: 'Later' }, backVisible: true, settingsVisible: true,
  confirmClosing: true, header: '#efeff3', background: '#efeff3', bottomBar: '#ffffff',
};

test('the app starts as in Telegram', async () => {
  const at = await wired();

  const { telegram } = /** @type {any} */ (at.events[0]);
  assert.deepEqual([telegram.can, telegram.user.id, telegram.theme.bg, telegram.version],
    [{ insideTelegram: true, bottomButtons: true, backButton: true, popups: true, invoices: true, inlineQueries: true }, '42', '#17212b', '8.0']);
  assert.deepEqual(at.host.client.log().filter(({ from }) => from === 'app').map(({ eventType }) => eventType), [
    'web_app_request_safe_area', 'web_app_request_content_safe_area', 'web_app_expand', 'web_app_setup_swipe_behavior',
    'web_app_request_theme', 'web_app_request_viewport',
  ]);
});

test('the chrome is drawn by the client, and its buttons are heard', async () => {
  const at = await wired();
  at.bridge.perform({ do: 'ready' });
  at.bridge.perform(chrome);
  at.bridge.perform({ do: 'haptic', kind: 'success' });
  at.events.length = 0;

  const state = at.host.client.state();
  for (const name of ['main', 'secondary', 'back', 'settings']) at.host.client.press(/** @type {any} */ (name));
  await at.settle();

  assert.deepEqual(
    [state.mainButton.text, state.secondaryButton.text, state.backButton.isVisible, state.settingsButton.isVisible,
      state.closingConfirmation, state.verticalSwipes, state.lastHaptic !== '', state.ready, state.header.color],
    ['Add', 'Later', true, true, true, false, true, true, '#efeff3']);
  assert.deepEqual(at.events.map(({ on }) => on), [
    'mainButtonPressed', 'secondaryButtonPressed', 'backButtonPressed', 'settingsButtonPressed']);
});

test('themes, insets and visibility of the host arrive', async () => {
  const at = await wired();
  at.events.length = 0;

  at.host.client.setTheme('dark');
  at.host.client.setSafeArea({ top: 30 });
  at.host.client.setContentSafeArea({ top: 12 });
  at.host.client.setVisible(false);
  await at.settle();

  assert.deepEqual(at.events.map(({ on }) => on), ['themeChanged', 'insetsChanged', 'insetsChanged', 'activeChanged']);
  assert.deepEqual(at.events.filter(({ on }) => on === 'insetsChanged').at(-1)?.insets.top, 42);
});

test('a question is asked by the client and answered once, dismissed or not', async () => {
  for (const [pressed, confirmed, faults] of /** @type {const} */ ([['yes', true, []], [null, false, ['popup-no-payload']]])) {
    const at = await wired({ faults: [...faults] });
    at.events.length = 0;
    at.bridge.perform({ do: 'ask', request: 3, title: 'Empty?', message: 'All', confirm: 'Yes', cancel: 'No' });

    at.host.client.answerPopup(pressed);
    await at.settle();

    assert.deepEqual(at.events, [{ on: 'popupClosed', request: 3, confirmed }]);
  }
});

test('calls of the app reach the client as far as the wire goes, the rest is unsupported', async () => {
  const at = await wired();
  at.taken('started');

  await at.call('openInvoice', ['https://t.me/$order_1'], 1);
  at.host.client.closeInvoice('paid');
  await at.call('HapticFeedback.impactOccurred', ['soft'], 2);
  await at.call('CloudStorage.getKeys', [], 3);
  await at.call('openInvoice', ['https://shop.example'], 4);

  assert.deepEqual(at.taken('telegramAnswered').sort((a, b) => a.request - b.request), [
    { request: 1, outcome: 'values', values: ['paid'] }, { request: 2, outcome: 'values', values: [] },
    { request: 3, outcome: 'unsupported' }, { request: 4, outcome: 'refused', code: 'BadArgument 0' },
  ]);
});

test('links are opened by the client', async () => {
  const at = await wired();
  at.host.client.clearLog();

  await at.call('openTelegramLink', ['https://t.me/share/url?url=a&text=b'], 1);
  await at.call('openLink', ['https://maps.example/?q=1'], 2);

  assert.deepEqual(at.taken('telegramAnswered').map(({ request, outcome }) => [request, outcome]), [[1, 'values'], [2, 'values']]);
  assert.deepEqual(at.host.client.log().filter(({ from }) => from === 'app').map(({ eventType, eventData }) => [eventType, eventData]), [
    ['web_app_open_tg_link', { path_full: '/share/url?url=a&text=b' }], ['web_app_open_link', { url: 'https://maps.example/?q=1' }],
  ]);
});

test('a collapsed viewport is not believed', async () => {
  const at = await wired();
  const receive = at.window.Telegram.WebView.receiveEvent;
  at.watch();
  await at.settle();
  at.events.length = 0;

  for (const height of [1, 0, 'x', undefined, NaN]) receive('viewport_changed', { height, is_state_stable: true });
  for (const type of ['viewport_changed', 'theme_changed', 'invoice_closed', 'no_such_event']) receive(type, undefined);
  await at.settle();

  // The client answers with its height when it is asked again.
  assert.deepEqual(at.events.filter(({ on }) => on !== 'telegramEvent'), []);
});

test('a collapsed viewport is asked for again, three times until a sane height came, whether or not the script did', async () => {
  for (const withScript of [true, false]) {
    const at = session({ version: '8.0', withScript });
    await at.settle();
    /** @param {...any} heights how often it was asked for */
    const asked = (...heights) => {
      at.host.client.clearLog();
      for (const height of heights) at.window.Telegram.WebView.receiveEvent('viewport_changed', { height, is_state_stable: true });
      return at.host.client.log().filter(({ from, eventType }) => from === 'app' && eventType === 'web_app_request_viewport').length;
    };

    assert.deepEqual(
      [asked(640, 100), asked(1, 0, 99, 1), asked('x', undefined), asked(640), asked(0, 0), asked(640)],
      [0, 3, 0, 0, 2, 0], withScript ? 'with the script' : 'without it');
  }
});

test('a client that does not hear the page is taken for one that shows nothing', async () => {
  const at = await wired({ silent: ['web_app_request_theme', 'web_app_request_viewport'] });
  at.events.length = 0;

  await at.pass(5000);

  assert.deepEqual(at.events, [{
    on: 'canChanged',
    can: { insideTelegram: true, bottomButtons: false, backButton: false, popups: false, invoices: false, inlineQueries: true },
  }]);
});

test('a client that throws at every word leaves a shop of browser means', async () => {
  const { window } = fakeWindow({ hash: '#tgWebAppVersion=8.0&tgWebAppPlatform=ios' });
  Object.assign(window, { innerHeight: 800, TelegramWebviewProxy: { postEvent: () => { throw new Error('closed'); } } });
  /** @type {Record<string, any>[]} */
  const events = [];

  createHost({ window, emit: (event) => events.push(event) }).start();

  const [{ on, telegram }] = events;
  assert.deepEqual([events.length, on, telegram.can.insideTelegram, telegram.can.bottomButtons], [1, 'started', true, false]);
});

/** @param {Record<string, any>} more */
function bare(more) {
  const { window } = fakeWindow();
  Object.assign(window, { innerHeight: 800, parent: window, ...more });
  return window;
}
const launch = {
  inside: true, version: '8.0', platform: 'ios', initData: '', theme: undefined, user: undefined, botInline: false, fullscreen: false, startParam: '', launchId: '',
};

test('each transport carries what the script would send over it', () => {
  /** @type {any[]} */
  const said = [];
  const proxy = { postEvent: (/** @type {any[]} */ ...args) => said.push(['T1', ...args]) };
  const external = { notify: (/** @type {string} */ text) => said.push(['T2', text]) };
  const parent = { postMessage: (/** @type {any[]} */ ...args) => said.push(['T3', ...args]) };

  createWire(bare({ TelegramWebviewProxy: proxy, external, parent }), launch)?.ready();
  createWire(bare({ external, parent: undefined }), launch)?.ready();
  createWire(bare({ parent }), launch)?.ready();

  const readies = said.filter(([, ...args]) => String(args).includes('web_app_ready'));
  assert.deepEqual(readies, [
    ['T1', 'web_app_ready', '""'], ['T2', '{"eventType":"web_app_ready","eventData":""}'],
    ['T3', '{"eventType":"web_app_ready","eventData":""}', '*'],
  ]);
  assert.equal(createWire(bare({}), launch), undefined);
});

test('in a frame only the parent is believed, and a reload is confirmed', () => {
  /** @type {string[]} */
  const said = [];
  /** @type {any} */
  let listener;
  let reloads = 0;
  const parent = { postMessage: (/** @type {string} */ text) => said.push(JSON.parse(text).eventType) };
  const window = bare({ parent, addEventListener: (/** @type {string} */ _, /** @type {any} */ handler) => (listener = handler) });
  window.location.reload = () => reloads++;
  createWire(window, launch);
  said.length = 0;

  listener({ source: {}, data: '{"eventType":"reload_iframe"}' });
  listener({ source: parent, data: 'not json' });
  listener({ source: parent, data: '{"eventType":"reload_iframe"}' });

  assert.deepEqual([said, reloads], [['iframe_will_reload'], 1]);
});

test('what came before is not lost, and a script that comes late takes over', () => {
  /** @type {any} */
  const element = new EventTarget();
  const window = bare({ parent: { postMessage() {} }, kioskEarly: [['visibility_changed', { is_visible: false }]] });
  window.document.getElementById = () => element;
  const wire = createWire(window, launch);
  const early = wire?.isActive;
  /** @type {Record<string, any>} */
  const heard = {};
  window.Telegram = { WebView: { onEvent: (/** @type {string} */ type, /** @type {any} */ handler) => (heard[type] = handler) } };

  element.dispatchEvent(new Event('load'));
  heard.visibility_changed('visibility_changed', { is_visible: true });

  assert.deepEqual([early, wire?.isActive], [false, true]);
});

test('a script that comes late leaves what the client draws', async () => {
  const at = await wired();
  at.bridge.perform(chrome);
  const before = at.host.client.state();

  await at.arrive();
  at.host.client.setTheme('dark');
  await at.settle();

  const drawn = (/** @type {any} */ { mainButton, secondaryButton, header, background, bottomBar, closingConfirmation, backButton }) =>
    [mainButton, secondaryButton, header, background, bottomBar, closingConfirmation, backButton];
  const after = at.host.client.state();
  assert.deepEqual(drawn(after), drawn(before));
  assert.deepEqual([after.mainButton.isVisible, after.mainButton.text], [true, 'Add']);
  at.events.length = 0;
  at.host.client.press('main');
  await at.settle();
  assert.deepEqual(at.events.map(({ on }) => on), ['mainButtonPressed']);
});

test('a client that hears nothing is found out without the script too', async () => {
  const at = await wired({ faults: ['origin-protection-drop'] });

  await at.pass(5000);

  const { can } = /** @type {any} */ (at.events.find(({ on }) => on === 'canChanged'));
  assert.deepEqual([can.insideTelegram, can.bottomButtons, can.popups], [true, false, false]);
});
