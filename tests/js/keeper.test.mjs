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
 * @param {Record<string, string>} documents @param {{ isBlocked?: boolean, storage?: any, owner?: string }} [options]
 */
function setUp(documents, { isBlocked = false, owner = '', ...options } = {}) {
  const browser = fakeWindow();
  const held = new Map(Object.entries(documents));
  const read = (/** @type {string} */ name) => held.get(name) ?? null;
  if (!isBlocked) {
    browser.window.localStorage = Object.create({
      getItem: (/** @type {string} */ name) => browser.window.localStorage[name] ?? null,
      setItem: (/** @type {string} */ name, /** @type {string} */ text) => (browser.window.localStorage[name] = text),
      removeItem: (/** @type {string} */ name) => delete browser.window.localStorage[name],
    }, Object.getOwnPropertyDescriptors(documents));
  }
  /** @type {[string, string][]} */
  const written = [];
  /** @type {Record<string, (error: any, value?: any) => void>} */
  const asked = {};
  /** @type {string[]} */
  const questions = [];
  /** @type {((error: any, done?: boolean) => void)[]} */
  const ends = [];
  const storage = {
    /** @param {string} key @param {string} value @param {any} done */
    setItem(key, value, done) {
      written.push([key, value]);
      ends.push(done);
    },
    /** @param {string} key @param {any} done */
    getItem(key, done) {
      questions.push(key);
      asked[key] = done;
    },
  };
  const keeper = createKeeper(browser.window, 'storage' in options ? options.storage : storage, owner);
  /** @type {string[]} */
  const given = [];
  keeper.takeBack((copy) => given.push(copy));
  return {
    browser, written, asked, questions, ends, given, keeper,
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

test('a question that was never answered is asked once more, five seconds after the first change', async () => {
  const { browser, written, asked, questions, given, write } = setUp({ [state]: 'a' });
  browser.pass(60_000);
  write(shop, 'new');
  write(shop, 'newer');
  browser.pass(4999);
  assert.deepEqual(questions, ['kiosk_shop']);

  browser.pass(1);
  assert.deepEqual(questions, ['kiosk_shop', 'kiosk_shop']);
  asked.kiosk_shop(null, 'old');
  await settled();
  browser.pass(2000);
  write(shop, 'newest');
  browser.pass(60_000);

  assert.deepEqual([questions.length, given, written], [2, ['kiosk:shop\nold'], [['kiosk_shop', 'newer'], ['kiosk_shop', 'newest']]]);
});

test('what was answered is not asked again, and a late answer is none', async () => {
  const { browser, asked, questions, given, write } = setUp({});
  const late = asked.kiosk_shop;
  write(shop, 'new');
  write(state, 'new');
  asked.kiosk_state(null, null);
  browser.pass(5000);
  asked.kiosk_shop(null, null);
  late(null, 'new');
  await settled();

  assert.deepEqual([questions, given], [['kiosk_state', 'kiosk_shop', 'kiosk_shop'], []]);
});

test('one timer serves every question, and none runs where nothing was changed or nothing is open', () => {
  for (const [documents, expected] of /** @type {[Record<string, string>, number[]][]} */ ([
    [{}, [2000, 5000]], [{ [state]: 'a', [shop]: 'b' }, [2000]],
  ])) {
    const { browser, write } = setUp(documents);
    /** @type {number[]} */
    const delays = [];
    browser.window.setTimeout = (/** @type {any} */ _, /** @type {number} */ delay) => delays.push(delay);
    browser.fire('visibilitychange');
    assert.deepEqual(delays, []);

    for (const name of [state, shop, state]) write(name, 'new');

    assert.deepEqual(delays, expected);
  }
});

test('a write that failed is made again with the next flush, as it is then', () => {
  for (const next of ['flush', 'visibilitychange', 'keep']) {
    const { browser, written, ends, keeper, write } = setUp({ [state]: 'a', [shop]: 'b' });
    write(shop, 'b1');
    browser.pass(2000);
    ends[0]('QUOTA_EXCEEDED');
    browser.pass(60_000);
    assert.deepEqual(written, [['kiosk_shop', 'b1']]);

    if (next === 'flush') keeper.flush();
    else if (next === 'visibilitychange') browser.fire(next);
    else write(state, 'a1');
    browser.pass(2000);
    ends.slice(1).forEach((end) => end(null, true));
    browser.fire('visibilitychange');

    const more = next === 'keep' ? [['kiosk_state', 'a1']] : [];
    assert.deepEqual([written.slice(0, 1), written.slice(1).sort()], [[['kiosk_shop', 'b1']], [['kiosk_shop', 'b1'], ...more].sort()], next);
  }
});

test('a write that fails late does not put an old document over a new one', () => {
  const { browser, written, ends, keeper, write } = setUp({ [shop]: 'b' });
  write(shop, 'b1');
  browser.pass(2000);
  keeper.keep(shop, () => 'b2');
  ends[0]('UNKNOWN_ERROR');
  browser.pass(2000);

  assert.deepEqual(written, [['kiosk_shop', 'b1'], ['kiosk_shop', 'b2']]);
});

test('a storage that fails at once is no loop', () => {
  let writes = 0;
  const storage = {
    getItem() {},
    setItem: (/** @type {string} */ _, /** @type {string} */ __, /** @type {any} */ done) => {
      if (++writes < 1000) done('QUOTA_EXCEEDED');
    },
  };
  const { browser, write } = setUp({ [state]: 'a', [shop]: 'b' }, { storage });
  write(state, 'a1');
  write(shop, 'b1');
  browser.pass(60_000);

  assert.equal(writes, 2);
});

test('what another account has here is not this one’s, and its own storage in the client has plain names', async () => {
  const { browser, asked, given, written, write } = setUp({ [`${state}:1`]: 'hers', [`${shop}:1`]: 'hers', [`${shop}:2`]: 'mine' }, { owner: ':2' });
  asked.kiosk_state(null, 'kept');
  await settled();
  write(shop, 'mine, newer');
  browser.pass(2000);

  assert.deepEqual([Object.keys(asked), given, written], [['kiosk_state'], ['kiosk:state\nkept'], [['kiosk_shop', 'mine, newer']]]);
});

test('what was written before there were accounts is the first one’s', () => {
  const hers = { [`${state}:1`]: 'hers' };
  for (const [documents, owner, expected] of /** @type {[Record<string, string>, string, Record<string, string>][]} */ ([
    [{ [state]: 'a', [shop]: 'b', other: 'c' }, ':2', { other: 'c', [`${state}:2`]: 'a', [`${shop}:2`]: 'b' }],
    [{ [state]: 'a' }, ':2', { [`${state}:2`]: 'a' }],
    [{ [state]: 'a', [shop]: 'b' }, '', { [state]: 'a', [shop]: 'b' }],
    [{ [state]: 'a', [shop]: 'b', ...hers }, ':2', { [state]: 'a', [shop]: 'b', ...hers }],
    [{}, ':2', {}],
  ])) {
    const { browser } = setUp(documents, { owner });

    assert.deepEqual({ ...browser.window.localStorage }, expected);
  }
});

test('a copy that we would not have written is none', async () => {
  const { asked, given } = setUp({});
  asked.kiosk_state(null, 'x'.repeat(250_001));
  asked.kiosk_shop(null, 'x'.repeat(250_000));
  await settled();

  assert.deepEqual(given.map((copy) => copy.length), [250_011]);
});
