import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadLibrary } from './library.mjs';

test('whether motion is to be reduced is told at the start, and whenever it changes', () => {
  /** @type {[string, number][]} */
  const told = [];
  const asked = Object.assign(new EventTarget(), { matches: false });
  let query = '';
  const { kioskSchedule } = loadLibrary(['schedule.js'], {
    window: { matchMedia: (/** @type {string} */ text) => ((query = text), asked) }, document: new EventTarget(),
    kioskEnter: (/** @type {(value: number) => void} */ entry, /** @type {number} */ value) => entry(value),
    _kiosk_motion: (/** @type {number} */ reduced) => told.push([query, reduced]),
  });

  kioskSchedule.start();
  for (const matches of [true, false]) {
    asked.matches = matches;
    asked.dispatchEvent(new Event('change'));
  }

  assert.deepEqual(told, [0, 1, 0].map((reduced) => ['(prefers-reduced-motion: reduce)', reduced]));
});
