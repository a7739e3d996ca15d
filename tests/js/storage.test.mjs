/** What the program keeps in the browser, which several accounts share. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadLibrary } from './library.mjs';

/** The page of an account. @param {string} owner @param {Map<string, string>} held by the browser */
function pageOf(owner, held) {
  /** @type {number[]} */
  const heard = [];
  /** @type {(event: { key: string | null }) => void} */
  let change = () => {};
  const localStorage = {
    getItem: (/** @type {string} */ key) => held.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ text) => void held.set(key, text),
  };
  const library = loadLibrary(['storage.js'], {
    window: { localStorage }, Module: { host: { owner, keep: () => {} } }, kioskText: (/** @type {string} */ text) => text,
    kioskEnter: (/** @type {any} */ enter, /** @type {number} */ which) => enter(which), _kiosk_stored: (/** @type {number} */ which) => heard.push(which),
    addEventListener: (/** @type {string} */ _, /** @type {any} */ handler) => (change = handler),
  });
  library.kioskStorage.start();
  return {
    heard, change: (/** @type {string | null} */ key) => change({ key }), read: library.kioskStorage.read,
    write: (/** @type {string} */ key, /** @type {string} */ text) => library.kiosk_storage_write(key, 0, text, 0),
  };
}

test('an account sees only what it wrote itself, and finds it again', () => {
  const held = new Map();
  for (const owner of [':1', ':2', '']) pageOf(owner, held).write('kiosk:state', `of ${owner}`);

  assert.deepEqual([':1', ':2', '', ':3'].map((owner) => pageOf(owner, held).read('kiosk:state')), ['of :1', 'of :2', 'of ', null]);
  assert.deepEqual([...held.keys()], ['kiosk:state:1', 'kiosk:state:2', 'kiosk:state']);
});

test('another tab’s writes are heard when they are of the same account', () => {
  for (const [owner, foreign] of [[':1', ''], ['', ':1']]) {
    const page = pageOf(owner, new Map());
    for (const name of ['kiosk:shop', 'kiosk:state']) [foreign, ':12', `.bad${owner}`, owner].forEach((end) => page.change(name + end));
    page.change(null);

    assert.deepEqual(page.heard, [1, 0], owner);
  }
});
