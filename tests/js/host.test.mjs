import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createHost } from '../../js-bridge/host.mjs';
import { fakeWebApp, fakeWindow } from './fake_window.mjs';
import { callOf, outcomes } from './manifest.mjs';

function setUp({ telegram = {}, page = {}, outside = false } = {}) {
  const client = fakeWebApp(telegram);
  const browser = fakeWindow(page);
  /** @type {Record<string, any>[]} */
  const events = [];
  const host = createHost({
    webApp: outside ? undefined : client.webApp, window: browser.window, emit: (event) => events.push(event),
  });
  host.start();
  client.calls.length = 0;
  const started = /** @type {Record<string, any>} */ (events.shift());
  return { ...client, browser, events, host, started, fireEvent: client.fire };
}
const question = { do: 'ask', request: 7, title: 'Empty the cart?', message: 'All of it', confirm: 'Empty', cancel: 'Keep' };
const button = { visible: true, text: 'Add', enabled: true, busy: false, colour: '#2481cc', textColour: '#ffffff' };
const chrome = {
  do: 'setChrome', main: button, secondary: { ...button, visible: false }, backVisible: true, settingsVisible: true,
  confirmClosing: true, header: '#efeff3', background: '#efeff3', bottomBar: '#ffffff',
};

test('the app learns where it is', () => {
  const { started } = setUp({ page: { hash: '#tgWebAppData=query_id%3DAA1&tgWebAppVersion=9.6&tgWebAppBotInline=1' } });

  assert.match(started.seed, /^[0-9a-f]{16}$/);
  const { theme, ...telegram } = started.telegram;
  assert.equal(theme.bg, '#ffffff');
  assert.deepEqual(telegram, {
    platform: 'android', version: '9.6', language: 'de', startParam: 'product_classic', launchId: 'AA1',
    user: { id: '42', firstName: 'Ann', lastName: '' }, insets: { top: 66, bottom: 34, left: 0, right: 0 },
    can: { insideTelegram: true, bottomButtons: true, backButton: true, popups: true, invoices: true, inlineQueries: true }, active: true, fullscreen: false,
  });
});

test('a plain browser page gets a working shop', () => {
  const { started } = setUp({ outside: true, page: { dark: true, language: 'ru' } });

  assert.equal(started.telegram.theme.dark, true);
  assert.equal(started.telegram.language, 'ru');
  assert.deepEqual(started.telegram.can, { insideTelegram: false, bottomButtons: false, backButton: false, popups: false, invoices: false, inlineQueries: false });
});

test('a hostile start parameter is no link, and the program hears that there was one', () => {
  const { started } = setUp({ telegram: { initDataUnsafe: { start_param: '../<script>' } } });

  assert.equal(started.telegram.startParam, '!');
});

test('the chrome is posted once, and only what changed afterwards', () => {
  const { host, calls } = setUp();
  host.perform(chrome);
  calls.length = 0;

  host.perform(chrome);
  host.perform({ ...chrome, backVisible: false });

  assert.deepEqual(calls, [['back.hide']]);
});

test('a busy button shows progress and takes no presses', () => {
  const { host, calls } = setUp();

  host.perform({ ...chrome, main: { ...button, busy: true } });

  assert.deepEqual(calls.slice(0, 2), [
    ['main.showProgress', true],
    ['main.setParams', { text: 'Add', color: '#2481cc', text_color: '#ffffff', is_active: false, is_visible: true }],
  ]);
});

test('a client of version 6.0 is asked for nothing that it would refuse', () => {
  const { host, calls, started } = setUp({ telegram: { version: '6.0' } });

  host.perform(chrome);
  host.perform({ do: 'haptic', kind: 'success' });

  assert.deepEqual(calls.map(([name]) => name), ['main.hideProgress', 'main.setParams']);
  assert.deepEqual(started.telegram.can, { insideTelegram: true, bottomButtons: true, backButton: false, popups: false, invoices: false, inlineQueries: false });
});

test('before 6.9 the header takes a key instead of a colour', () => {
  const { host, calls } = setUp({ telegram: { version: '6.4', themeParams: { secondary_bg_color: '#efeff3' } } });

  host.perform(chrome);

  assert.deepEqual(calls.filter(([name]) => name === 'setHeaderColor'), [['setHeaderColor', 'secondary_bg_color']]);
});

test('haptics go to the three kinds that Telegram has', () => {
  const { host, calls } = setUp();

  for (const kind of ['tap', 'select', 'heavy', 'success']) host.perform({ do: 'haptic', kind });

  assert.deepEqual(calls, [['impact', 'light'], ['selection'], ['impact', 'heavy'], ['notification', 'success']]);
});

test('a popup answers with the request it was asked with, once', () => {
  const { host, webApp, events, browser } = setUp();
  host.perform(question);

  webApp.answerPopup('yes');
  webApp.answerPopup('yes');
  browser.pass(200000);

  assert.deepEqual(events, [{ on: 'popupClosed', request: 7, confirmed: true }]);
});

/** The question goes to our own sheet. */
const popupsLost = { on: 'canChanged', can: { insideTelegram: true, bottomButtons: true, backButton: true, popups: false, invoices: true, inlineQueries: false } };

test('a popup that is dismissed unheard is answered by the next touch of the page, and was the last', () => {
  const { host, events, browser } = setUp();
  host.perform(question);

  browser.fire('pointerdown');
  browser.pass(1000);
  browser.fire('pointerdown');

  assert.deepEqual(events, [{ on: 'popupClosed', request: 7, confirmed: false }, popupsLost]);
});

test('a popup without any answer is given up in the end', () => {
  const { host, events, browser } = setUp();
  host.perform(question);

  browser.pass(120000);

  assert.deepEqual(events, [popupsLost]);
});

test('a popup that the client refuses to open is given up at once', () => {
  const { host, events } = setUp({ telegram: { showPopup: () => { throw new Error('WebAppPopupOpened'); } } });

  host.perform(question);

  assert.deepEqual(events, [popupsLost]);
});

/** A document whose older way of copying answers so, and what was selected when it was asked. @param {boolean} ok */
function oldDocument(ok) {
  /** @type {any[]} */
  const copied = [];
  /** @type {any} */
  let field = null;
  const document = {
    documentElement: { style: {} },
    createElement: () => ({ select() { field = this; }, remove() { field = null; } }),
    body: { appendChild: (/** @type {any} */ element) => element },
    execCommand: (/** @type {string} */ command) => {
      copied.push([command, field.value, field.readOnly]);
      return ok;
    },
  };
  return { document, copied, selected: () => field };
}
const copyNumber = { do: 'copyText', text: 'A-17' };
const settled = () => new Promise((done) => setImmediate(done));

test('a text is copied in the gesture’s own task', async () => {
  const { host, browser, events } = setUp();
  /** @type {string[]} */
  const written = [];
  browser.window.navigator.clipboard = { writeText: async (/** @type {string} */ text) => void written.push(text) };

  host.perform(copyNumber);

  assert.deepEqual(written, ['A-17']);
  await settled();
  assert.deepEqual(events, [{ on: 'textCopied', ok: true }]);
});

test('where the clipboard is denied the older way copies, and tells whether it did', async () => {
  for (const ok of [true, false]) {
    const { host, browser, events } = setUp();
    const old = oldDocument(ok);
    Object.assign(browser.window.document, old.document);
    browser.window.navigator.clipboard = { writeText: () => Promise.reject(new DOMException('', 'NotAllowedError')) };

    host.perform(copyNumber);
    await settled();

    assert.deepEqual([old.copied, old.selected()], [[['copy', 'A-17', true]], null]);
    assert.deepEqual(events, [{ on: 'textCopied', ok }]);
  }
});

test('a browser that copies in no way says so', async () => {
  const { host, events } = setUp();

  host.perform(copyNumber);
  await settled();

  assert.deepEqual(events, [{ on: 'textCopied', ok: false }]);
});

test('nothing that the client throws comes through', () => {
  const angry = new Proxy({}, { get: () => () => { throw new Error('WebAppMethodUnsupported'); } });
  const { host, events } = setUp({ telegram: { HapticFeedback: angry, MainButton: angry, BackButton: angry } });

  host.perform(chrome);
  host.perform({ do: 'haptic', kind: 'tap' });
  host.perform({ do: 'nobodyKnowsThis' });

  assert.deepEqual(events, []);
});

test('what no client opens is opened by the browser, and one that may not is no trouble', () => {
  const { host, browser } = setUp({ outside: true });
  /** @type {any[][]} */
  const opened = [];
  browser.window.open = (/** @type {any[]} */ ...args) => void opened.push(args);

  host.perform({ do: 'openLink', url: 'https://t.me/corner_bot' });
  browser.window.open = () => { throw new Error('blocked'); };
  host.perform({ do: 'openLink', url: 'https://t.me/corner_bot' });

  assert.deepEqual(opened, [['https://t.me/corner_bot', '_blank', 'noopener']]);
});

test('a link that the script throws at is refused by its own request', async () => {
  const { host, events } = setUp({ telegram: { openTelegramLink: () => { throw new Error('WebAppTgUrlInvalid'); } } });

  host.perform(callOf('openTelegramLink', ['https://t.me/corner_bot'], 7));
  await Promise.resolve();

  assert.deepEqual(events, [{ on: 'telegramAnswered', request: 7, outcome: outcomes.indexOf('refused'), code: 'WebAppTgUrlInvalid' }]);
});

test('repeated theme and inset events are told once', () => {
  const { webApp, fireEvent, events } = setUp();
  webApp.contentSafeAreaInset.top = 0;

  for (const event of ['contentSafeAreaChanged', 'safeAreaChanged', 'themeChanged', 'activated']) fireEvent(event);

  assert.deepEqual(events, [{ on: 'insetsChanged', insets: { top: 20, bottom: 34, left: 0, right: 0 } }]);
});

test('without a back button the history stands in, again and again', () => {
  const { host, events, browser } = setUp({ outside: true });
  host.perform(chrome);

  browser.window.history.back();
  browser.pass(200);
  const entries = [...browser.entries];
  host.perform({ ...chrome, backVisible: false });

  assert.deepEqual(entries, ['start', 'kiosk']);
  assert.deepEqual([events, browser.entries], [[{ on: 'backButtonPressed' }], ['start']]);
});

test('a client that can not be asked for its height, or throws at the question, is let be', () => {
  const angry = { onEvent: () => {}, postEvent: () => { throw new Error('closed'); } };
  for (const telegram of [undefined, {}, { WebView: { onEvent: () => {} } }, { WebView: angry }]) {
    const client = fakeWebApp({ viewportHeight: 1 });
    const browser = fakeWindow();
    browser.window.Telegram = telegram;
    /** @type {Record<string, any>[]} */
    const events = [];
    createHost({ webApp: client.webApp, window: browser.window, emit: (event) => events.push(event) }).start();

    client.fire('viewportChanged', { isStateStable: true });

    assert.deepEqual(events.map(({ on }) => on), ['started']);
  }
});

test('who touches the page sees it, and a client that shows a part of it is believed', () => {
  const { fireEvent, browser, events, webApp } = setUp();
  const shown = () => browser.style.properties['--shown'];
  fireEvent('deactivated');
  browser.fire('pointerdown');
  browser.fire('pointerdown');
  fireEvent('deactivated');
  assert.deepEqual(events.filter(({ on }) => on === 'activeChanged').map(({ active }) => active), [false, true, false]);

  for (const [isExpanded, height, wanted] of [[false, 420, '420px'], [false, 1, ''], [false, 'x', ''], [true, 420, '']]) {
    Object.assign(webApp, { isExpanded, viewportStableHeight: height });
    fireEvent('viewportChanged');
    assert.equal(shown(), wanted, `${isExpanded} ${height}`);
  }
});

test('after fullscreen the client is asked for its insets, then and once it knows them', () => {
  const { fireEvent, browser } = setUp();
  /** @type {string[]} */
  const asked = [];
  browser.window.Telegram = { WebView: { onEvent() {}, postEvent: (/** @type {string} */ type) => asked.push(type) } };
  const both = ['web_app_request_safe_area', 'web_app_request_content_safe_area'];

  fireEvent('fullscreenChanged');
  assert.deepEqual(asked.splice(0), both);
  browser.pass(300);
  assert.deepEqual(asked, both);
});
