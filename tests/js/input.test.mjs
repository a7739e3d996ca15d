// Pointers as browsers tell of them, also when they leave something out.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadLibrary } from './library.mjs';

/** A stage that has been touched in this way: what the program heard, as [kind, pointer]. @param {[string, object][]} events */
function heard(...events) {
  /** @type {any[][]} */
  const told = [];
  const { kioskInput } = loadLibrary(['input.js'], {
    Module: { host: { stage: { setPointerCapture: () => {} } } },
    performance: { now: () => 0 },
    kioskMirror: { composes: (/** @type {any} */ event) => event.isComposing },
    kioskEnter: (/** @type {any} */ _, /** @type {any[]} */ ...values) => told.push(values),
    _kiosk_pointer: null,
    _kiosk_key: null,
    document: { body: null, documentElement: {} },
  });
  for (const [name, event] of events) {
    kioskInput[name]({ target: { tagName: 'CANVAS' }, button: 0, pointerType: 'touch', clientX: 1, clientY: 1, timeStamp: 0, ...event });
  }
  const kinds = ['down', 'move', 'up', 'cancel'];
  return told.map(([kind, , pointer]) => `${kinds[kind]} ${pointer}`);
}

test('a finger whose end nobody told of gives way to the next first one', () => {
  const first = { pointerId: 1, isPrimary: true };
  const next = { pointerId: 2, isPrimary: true };

  assert.deepEqual(heard(['onDown', first], ['onDown', next], ['onUp', next]), ['down 1', 'cancel 1', 'down 2', 'up 2']);
});

test('a second finger takes nothing from the first', () => {
  const first = { pointerId: 1, isPrimary: true };
  const second = { pointerId: 2, isPrimary: false };
  const told = heard(['onDown', first], ['onDown', second], ['onMove', second], ['onUp', second], ['onUp', first]);

  assert.deepEqual(told.filter((call) => call.endsWith('1')), ['down 1', 'up 1']);
});
