/** Copies of the app's documents in DeviceStorage, against doubles of a client's storage. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createHost } from '../../js-bridge/host.mjs';
import { createKeeper } from '../../js-bridge/keeper.mjs';
import { fakeWebApp, fakeWindow } from './fake_window.mjs';

const state = 'kiosk:state';
const shop = 'kiosk:shop';

/**
 * A page that holds `documents`, with a client whose storage answers only when a test says so.
 * @param {Record<string, string>} documents @param {{ isBlocked?: boolean, storage?: any }} [options]
 */
function setUp(documents, { isBlocked = false, ...options } = {}) {
  const browser = fakeWindow();
  const held = new Map(Object.entries(documents));
  const read = (/** @type {string} */ name) => held.get(name) ?? null;
  if (!isBlocked) browser.window.localStorage = { getItem: read };
  /** @type {[string, string][]} */
  const written = [];
  /** @type {Record<string, (error: any, value?: any) => void>} */
  const asked = {};
  const storage = {
    setItem: (/** @type {string} */ key, /** @type {string} */ value) => written.push([key, value]),
    getItem: (/** @type {string} */ key, /** @type {any} */ done) => (asked[key] = done),
  };
  const keeper = createKeeper(browser.window, 'storage' in options ? options.storage : storage);
  /** @type {string[]} */
  const given = [];
  keeper.takeBack((copy) => given.push(copy));
  return {
    browser, written, asked, given, keeper,
    write(/** @type {string} */ name, /** @type {string} */ text) {
      held.set(name, text);
      keeper.keep(name, read);
    },
  };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('writes are put together: the latest of each document, two seconds after the first', () => {
  const { browser, written, asked, write } = setUp({ [state]: 'a', [shop]: 'b' });
  write(state, 'a1');
  browser.pass(1000);
  write(state, 'a2');
  write(shop, 'b1');
  browser.pass(999);
  assert.deepEqual([written, asked], [[], {}]);

  browser.pass(1);
  browser.pass(60_000);

  assert.deepEqual(written, [['kiosk_state', 'a2'], ['kiosk_shop', 'b1']]);
});

test('whoever leaves leaves the copy behind', () => {
  for (const leave of ['flush', 'visibilitychange']) {
    const { browser, written, keeper, write } = setUp({ [shop]: 'b' });
    write(shop, 'b1');

    if (leave === 'flush') keeper.flush();
    else browser.fire(leave);
    const left = [...written];
    browser.fire('visibilitychange');
    browser.pass(60_000);

    assert.deepEqual([left, written], [[['kiosk_shop', 'b1']], [['kiosk_shop', 'b1']]], leave);
  }
});

test('the deactivated app leaves its copy, written while it was told', () => {
  const browser = fakeWindow();
  browser.window.localStorage = { getItem: () => 'old' };
  /** @type {string[]} */
  const written = [];
  const { webApp, fire } = fakeWebApp({ DeviceStorage: { setItem: (/** @type {string} */ key, /** @type {string} */ text) => written.push(key, text) } });
  const host = createHost({
    webApp, window: browser.window,
    emit: (event) => event.on === 'activeChanged' && host.keep(state, () => 'paused'),
  });
  host.start();

  fire('deactivated');

  assert.deepEqual(written, ['kiosk_state', 'paused']);
});

test('nothing runs when nothing was written, nor where nothing can be kept', () => {
  for (const options of [{}, { storage: undefined }]) {
    const { browser, written, keeper, write } = setUp({ [state]: 'a', [shop]: 'b' }, options);
    let timers = 0;
    browser.window.setTimeout = () => (timers += 1);

    if ('storage' in options) write(shop, 'b1');
    keeper.flush();
    browser.fire('visibilitychange');

    assert.deepEqual([timers, written], [0, []]);
  }
});

test('what is lost comes back once, whatever else the client says', async () => {
  const { asked, given, browser, written, write } = setUp({ [state]: 'a' });
  asked.kiosk_shop(null, 'kept');
  asked.kiosk_shop(null, 'again');
  asked.kiosk_shop('UNKNOWN_ERROR');
  await settled();
  assert.deepEqual([Object.keys(asked), given], [['kiosk_shop'], ['kiosk:shop\nkept']]);

  write(shop, 'kept and more');
  browser.pass(2000);

  assert.deepEqual(written, [['kiosk_shop', 'kept and more']]);
});

test('a frame without storage has its documents from the client', async () => {
  const { asked, given } = setUp({}, { isBlocked: true });

  asked.kiosk_state(null, 'a');
  asked.kiosk_shop(null, 'b');
  await settled();

  assert.deepEqual(given, ['kiosk:state\na', 'kiosk:shop\nb']);
});

test('a copy is never written over before it was read, and then at last', () => {
  const { browser, written, asked, write } = setUp({});
  write(shop, 'new');
  browser.fire('visibilitychange');
  browser.pass(60_000);
  asked.kiosk_state('UNKNOWN_ERROR');
  write(state, 'new');
  browser.pass(60_000);
  assert.deepEqual(written, []);

  asked.kiosk_shop(null, 'old');
  browser.pass(2000);

  assert.deepEqual(written, [['kiosk_shop', 'new']]);
});

test('garbage is no copy', async () => {
  for (const value of [null, undefined, 5, {}, [], { then: () => { throw new Error('hostile'); } }]) {
    const { asked, given } = setUp({});
    asked.kiosk_shop(null, value);
    await settled();
    assert.deepEqual(given, [], String(typeof value));
  }
});

test('a tab that writes late copies what the other has written since', () => {
  const { browser, written, write, keeper } = setUp({ [state]: 'a' });
  write(state, 'mine');
  keeper.keep(state, () => 'theirs, newer');

  browser.pass(2000);

  assert.deepEqual(written, [['kiosk_state', 'theirs, newer']]);
});

test('what is cleared, too long or put aside is not copied', () => {
  const { browser, written, write, keeper } = setUp({ [state]: 'a', [shop]: 'b' });
  write(state, 'x'.repeat(250_001));
  keeper.keep(shop, () => null);
  keeper.keep('kiosk:state.bad', () => 'bad');

  browser.pass(2000);

  assert.deepEqual(written, []);
});

test('a client that throws or has no such storage changes nothing', async () => {
  const angry = { getItem: () => { throw new Error('UNSUPPORTED'); }, setItem: () => { throw new Error('QUOTA_EXCEEDED'); } };
  for (const storage of [angry, undefined, false, {}]) {
    for (const documents of [{}, { [state]: 'a', [shop]: 'b' }]) {
      const { browser, given, write } = setUp(/** @type {any} */ (documents), { storage });
      write(state, 'a1');
      write(shop, 'b1');
      browser.pass(60_000);
      await settled();
      assert.deepEqual(given, []);
    }
  }
});

test('clients before 9.0 are asked for nothing', () => {
  const asked = [];
  const browser = fakeWindow();
  const { webApp } = fakeWebApp({ version: '8.0', DeviceStorage: { getItem: () => asked.push('get'), setItem: () => asked.push('set') } });
  const host = createHost({ webApp, window: browser.window, emit: () => {} });

  host.keep(state, () => 'a');
  browser.pass(60_000);

  assert.equal(asked.length, 0);
});
