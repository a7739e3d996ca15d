import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadLibrary } from './library.mjs';

const { kioskBreaks } = loadLibrary(['breaks.js']);

/** The text in the pieces that may stand on lines of their own. @param {string} text */
function pieces(text) {
  const bytes = Buffer.from(text);
  const ends = [...kioskBreaks.bytes(text), bytes.length];
  return ends.map((end, index) => bytes.subarray(index ? ends[index - 1] : 0, end).toString());
}

test('Latin and Cyrillic break after white space and hyphens', () => {
  assert.deepEqual(pieces('Double-smashed бургер, 12.50\u00a0€'), ['Double-', 'smashed ', 'бургер, ', '12.50\u00a0€']);
});

test('ideographs break between each other but never before their punctuation', () => {
  assert.deepEqual(pieces('「注文」する。'), ['「注', '文」', 'す', 'る。']);
});

test('Thai breaks between words, never inside one', () => {
  assert.deepEqual(pieces('สวัสดีชาวโลก'), ['สวัสดี', 'ชาว', 'โลก']);
});

test('emoji sequences stay whole', () => {
  assert.deepEqual(pieces('👨‍👩‍👧‍👦🇺🇦 ok'), ['👨‍👩‍👧‍👦🇺🇦 ', 'ok']);
});

test('nothing gives nothing', () => {
  assert.deepEqual(pieces(''), ['']);
});
