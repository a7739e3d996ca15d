// js-bridge/telegram.mjs where clients go wrong: silence, locks, old versions, exceptions, late and double answers.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTelegram } from '../../js-bridge/telegram.mjs';
import { callOf, methods, outcomes, refusals, watchMessage } from './manifest.mjs';
import { session } from './script_session.mjs';
import { methodScenarios } from './telegram_scenarios.mjs';

/** @param {ReturnType<typeof session>} at */
const answers = (at) => at.taken('telegramAnswered');

test('each call that a client leaves unanswered is answered after its limit, once, and can be made again', async () => {
  for (const { path, limitMs, answer } of methods.filter((row) => row.limitMs > 0)) {
    const scenario = methodScenarios[path];
    const before = (scenario.before ?? []).filter(([step]) => step !== path);
    const at = session({ options: scenario.options });
    await at.walk(before);
    answers(at);
    at.window.TelegramWebviewProxy.postEvent = () => {};
    if (path === 'Serverless.call') at.window.Telegram.WebApp.Serverless.call = () => {};

    await at.call(path, scenario.fields, 1);
    at.browser.pass(limitMs - 1);
    await at.settle();
    const early = answers(at);
    at.browser.pass(1);
    await at.settle();
    await at.call(path, scenario.fields, 2);
    at.browser.pass(limitMs);
    await at.settle();

    assert.deepEqual(early, [], path);
    assert.deepEqual(answers(at), [1, 2].map((request) => ({ request, outcome: 'timedOut' })), `${path} (${answer})`);
  }
});

test('an answer after the limit is dropped', async () => {
  const at = session();
  await at.call('CloudStorage.getKeys', [], 1);
  answers(at);
  const receive = at.window.Telegram.WebView.receiveEvent;
  at.host.client.setSilent('web_app_invoke_custom_method', true);
  await at.call('CloudStorage.getKeys', [], 2);
  const [{ eventData }] = at.host.client.log().filter(({ eventType }) => eventType === 'web_app_invoke_custom_method').slice(-1);

  at.browser.pass(10000);
  receive('custom_method_invoked', { req_id: eventData.req_id, result: ['late'] });
  await at.settle();

  assert.deepEqual(answers(at), [{ request: 2, outcome: 'timedOut' }]);
});

test('every answer twice is one answer', async () => {
  const at = session({ faults: ['double-answers'] });

  await at.call('CloudStorage.setItem', ['a', 'b'], 1);
  await at.call('checkHomeScreenStatus', [], 2);
  await at.call('requestWriteAccess', [], 3);
  at.host.client.answerPrompt(true);
  await at.settle();

  assert.deepEqual(answers(at).map(({ request, values }) => [request, values]), [[1, [true]], [2, ['missed']], [3, [true]]]);
});

test('a popup dismissed without payload is answered', async () => {
  const at = session({ faults: ['popup-no-payload'] });
  await at.call('showConfirm', ['Sure?'], 1);

  at.host.client.answerPopup(null);
  await at.settle();

  assert.deepEqual(answers(at), [{ request: 1, outcome: 'values', values: [null] }]);
});

test('a scanner without the camera permission ends at once', async () => {
  const at = session({ faults: ['camera-denied'] });

  await at.call('showScanQrPopup', ['Table code'], 1);
  at.host.client.setFault('camera-denied', false);
  await at.call('showScanQrPopup', ['Table code'], 2);
  at.host.client.scanQr('table-7');
  await at.settle();

  assert.deepEqual(answers(at).map(({ request, values }) => [request, values]), [[1, [null]], [2, ['table-7']]]);
});

test('a home screen that can not be had says so, though the script does not know the event', async () => {
  const at = session({ profile: 'weba' });

  await at.call('addToHomeScreen', [], 1);

  assert.deepEqual(answers(at), [{ request: 1, outcome: 'unsupported', code: 'UNSUPPORTED' }]);
});

test('while a call is open the script refuses a second one, and so do we', async () => {
  const at = session();

  await at.call('requestWriteAccess', [], 1);
  await at.call('requestWriteAccess', [], 2);
  at.host.client.answerPrompt(true);
  await at.settle();

  assert.deepEqual(answers(at), [
    { request: 2, outcome: 'refused', code: 'WebAppWriteAccessRequested' }, { request: 1, outcome: 'values', values: [true] },
  ]);
});

test('two invoices end separately', async () => {
  const at = session();
  await at.call('openInvoice', ['https://t.me/$one'], 1);
  at.browser.pass(200000);
  await at.call('openInvoice', ['https://t.me/$two'], 2);   // The host cancels it: one at a time.
  at.browser.pass(100000);
  await at.settle();

  assert.deepEqual(answers(at), [{ request: 2, outcome: 'values', values: ['cancelled'] }, { request: 1, outcome: 'timedOut' }]);
});

test('a client that is too old is not asked', async () => {
  for (const { path, since } of methods) {
    if (since === '6.0') continue;
    const at = session({ version: '6.0' });
    await at.settle();
    at.host.client.clearLog();

    await at.call(path, methodScenarios[path].fields, 5);

    assert.deepEqual([answers(at), at.host.client.log()], [[{ request: 5, outcome: 'unsupported' }], []], path);
  }
});

test('without a client everything is unsupported', async () => {
  /** @type {any[]} */
  const told = [];
  const { window } = session();
  const telegram = createTelegram({ client: undefined, atLeast: () => false, window, emit: (event) => told.push(event) });

  telegram.watch(watchMessage);
  for (const { path } of methods) telegram.call(callOf(path, methodScenarios[path].fields, 1));
  await Promise.resolve();

  assert.deepEqual(told, methods.map(() => ({ on: 'telegramAnswered', request: 1, outcome: outcomes.indexOf('unsupported') })));
});

test('each of the 44 messages that the script throws becomes the answer', async () => {
  assert.equal(Object.keys(refusals).length, 44);
  for (const message of Object.keys(refusals)) {
    const at = session();
    at.window.Telegram.WebApp.ready = () => { throw new Error(message); };

    await at.call('ready', [], 1);

    const outcome = message === 'WebAppMethodUnsupported' ? 'unsupported' : 'refused';
    assert.deepEqual(answers(at), [{ request: 1, outcome, code: message }]);
  }
});

test('whatever is thrown or given back, there is one answer that JSON can say', async () => {
  /** @type {any} */
  const round = {};
  round.round = round;
  /** @type {[() => any, Record<string, any>][]} */
  const cases = [
    [() => { throw new TypeError('x is undefined'); }, { outcome: 'refused', code: 'TypeError' }],
    [() => { throw null; }, { outcome: 'refused', code: 'UNKNOWN_ERROR' }],
    [() => { throw 'text\u0000'.repeat(99); }, { outcome: 'refused', code: 'Error' }],
    [() => round, { outcome: 'values', values: [] }],
    [() => NaN, { outcome: 'values', values: [null] }],
    [() => 10n, { outcome: 'values', values: [null] }],
  ];
  for (const [ready, expected] of cases) {
    const at = session();
    at.window.Telegram.WebApp.ready = ready;

    await at.call('ready', [], 1);

    assert.deepEqual(answers(at), [{ request: 1, ...expected }]);
  }
});

test('what the client refuses is refused with its own word', async () => {
  /** @type {[string, any[], string][]} */
  const cases = [
    ['switchInlineQuery', ['q', ['users']], 'WebAppInlineModeDisabled'],
    ['BiometricManager.authenticate', [''], 'WebAppBiometricManagerNotInited'],
    ['LocationManager.getLocation', [], 'WebAppLocationManagerNotInited'],
    ['Serverless.call', ['broken'], 'no such endpoint'],
  ];
  for (const [path, fields, code] of cases) {
    const at = session({ isInline: false });

    await at.call(path, fields, 1);

    assert.deepEqual(answers(at), [{ request: 1, outcome: 'refused', code }], path);
  }
});

test('what can not be good never reaches the script', async () => {
  /** @type {[string, any, string][]} */
  const cases = [
    ['setHeaderColor', '["red"]', 'BadArgument 0'],
    ['showPopup', `["", "${'x'.repeat(257)}"]`, 'TooLong 0.message'],
    ['downloadFile', '["http://shop.example/a", "a"]', 'BadArgument 0.url'],
    ['ready', '[1]', 'BadArgument 0'],
    ['ready', '{"length":1}', 'BadArgument 0'],
    ['ready', '[', 'SyntaxError'],
    ['ready', 'null', 'TypeError'],
  ];
  for (const [path, fields, code] of cases) {
    const at = session();
    await at.settle();
    at.host.client.clearLog();

    at.bridge.perform({ ...callOf(path), fields });
    await at.settle();

    assert.deepEqual([answers(at), at.host.client.log()], [[{ request: 1, outcome: 'refused', code }], []], `${path} ${fields}`);
  }
});

test('a second init is answered, though the script forgets it', async () => {
  const at = session();

  await at.call('BiometricManager.init', [], 1);
  await at.call('BiometricManager.init', [], 2);

  assert.deepEqual(answers(at).map(({ request, outcome }) => [request, outcome]), [[1, 'values'], [2, 'values']]);
});

test('freeing a lock tells the app nothing, and leaves what is known of biometrics', async () => {
  const at = session();
  await at.call('BiometricManager.init', [], 1);
  at.watch();
  await at.settle();
  at.events.length = 0;
  at.window.TelegramWebviewProxy.postEvent = () => {};

  await at.call('BiometricManager.requestAccess', [''], 2);
  await at.call('showAlert', ['Hi'], 3);
  at.browser.pass(200000);
  await at.settle();

  assert.deepEqual(at.events.map(({ on, request }) => [on, request]), [['telegramAnswered', 2], ['telegramAnswered', 3]]);
  assert.equal(at.window.Telegram.WebApp.BiometricManager.isBiometricAvailable, true);
});

test('the program is never entered from within its own question', () => {
  const at = session();
  at.events.length = 0;

  at.bridge.perform(callOf('isVersionAtLeast', ['6.0'], 1));
  at.watch();

  assert.deepEqual(at.events, []);
});

test('only properties that changed are told', async () => {
  const at = session();
  at.watch();
  await at.settle();
  at.events.length = 0;

  at.window.Telegram.WebView.receiveEvent('viewport_changed', { height: 700, is_state_stable: false, is_expanded: true });
  at.window.Telegram.WebView.receiveEvent('viewport_changed', { height: 700, is_state_stable: false, is_expanded: true });
  await at.settle();

  assert.deepEqual(at.taken('telegramChanged'), [{ changes: [[8, 700]] }]);
  assert.deepEqual(at.taken('telegramEvent'), [1, 2].map(() => ({ event: 'viewportChanged', data: { isStateStable: false } })));
});

test('a question that the client lost does not stand in the way of the next', async () => {
  const at = session({ faults: ['silent-popup'] });
  const question = { do: 'ask', title: 'Empty?', message: 'All', confirm: 'Yes', cancel: 'No' };
  at.bridge.perform({ ...question, request: 3 });
  at.host.client.answerPopup(null);
  await at.pass(120000);
  at.host.client.setFault('silent-popup', false);

  at.bridge.perform({ ...question, request: 4 });
  at.host.client.answerPopup('yes');
  await at.settle();

  assert.equal(at.taken('canChanged').at(-1)?.can.popups, false);
  assert.deepEqual(at.taken('popupClosed'), [{ request: 4, confirmed: true }]);
});

for (const [faults, lacking] of /** @type {[string[], string[]][]} */ ([
  [['origin-protection-drop'], ['bottomButtons', 'backButton', 'popups', 'invoices']],
  [['viewport-unanswered'], []],
  [['theme-silent'], []],
  [['slow-answers'], []],
])) {
  test(`what the app must do itself under ${faults}: ${lacking.join(', ') || 'nothing'}`, async () => {
    const at = session({ faults });
    await at.pass(6000);

    const [last] = at.taken('canChanged').slice(-1);
    assert.deepEqual(last ? Object.keys(last.can).filter((key) => !last.can[key]) : [], lacking);
  });
}

test('more than the program reads is told as null, and a call still has its answer', async () => {
  const at = session();
  const longest = 'x'.repeat(131070);   // With its quotes as long as the program reads.
  at.watch();
  await at.settle();
  at.events.length = 0;
  const receive = at.window.Telegram.WebView.receiveEvent;

  for (const error of [longest, `${longest}x`]) receive('fullscreen_failed', { error });
  receive('fullscreen_failed', { error: 'x'.repeat(131058) });
  at.window.Telegram.WebApp.ready = () => 'x'.repeat(9e6);
  await at.call('ready', [], 1);
  at.window.Telegram.WebApp.ready = () => longest;
  await at.call('ready', [], 2);
  receive('safe_area_changed', { top: 'x'.repeat(9e6) });
  await at.settle();

  const whole = { error: 'x'.repeat(131058) };
  assert.deepEqual(at.taken('telegramEvent').map(({ data }) => data).slice(0, 3), [null, null, whole]);
  assert.deepEqual(at.taken('telegramAnswered').map(({ request, values }) => [request, values]), [[1, [null]], [2, [longest]]]);
  assert.deepEqual(at.taken('telegramChanged').flatMap(({ changes }) => changes.map((/** @type {any[]} */ [, value]) => value)), [null]);
});

test('a refusal is a short word, whatever the client put in its place', async () => {
  const bad = { toString: 1, valueOf: 1 };
  for (const error of [{ name: 'x'.repeat(9e6) }, { message: bad, name: bad }, { type: bad }, bad, { name: '\ud83d' }, { message: 'x'.repeat(9e6) }]) {
    const at = session();
    at.window.Telegram.WebApp.ready = () => { throw error; };

    await at.call('ready', [], 1);

    const [{ outcome, code, ...rest }] = answers(at);
    assert.deepEqual([outcome, rest], ['refused', { request: 1 }]);
    assert.ok(code.length && code.length <= 200 && !/\p{Cs}/u.test(code));
  }
});
