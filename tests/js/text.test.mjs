import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadLibrary } from './library.mjs';

/** @param {'ltr' | 'rtl'} dir of the page @param {string} text */
function directionIn(dir, text) {
  const document = { documentElement: { dir }, createElement: () => ({ getContext: () => null }) };
  const { kioskType } = loadLibrary(['text.js'], { document });
  kioskType.open();
  return kioskType.direction(text);
}

test('from left to right a text’s first letter decides, from right to left any of such a script', () => {
  const texts = ['Fries', '24/7', 'نعم', '7 نعم', 'A-17 · نعم', 'نعم A-17', '\u200fA-17', '\u200eنعم'];

  assert.deepEqual(texts.map((text) => directionIn('ltr', text)), ['ltr', 'ltr', 'rtl', 'rtl', 'ltr', 'rtl', 'rtl', 'ltr']);
  assert.deepEqual(texts.map((text) => directionIn('rtl', text)), ['ltr', 'ltr', 'rtl', 'rtl', 'rtl', 'rtl', 'rtl', 'rtl']);
});
