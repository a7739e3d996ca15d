import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadLibrary } from './library.mjs';

const { kioskIntl } = loadLibrary(['intl.js']);

/** Digits and sign only: how browsers dress them differs by CLDR version. @param {string} text */
const digits = (text) => text.replace(/[^\d-]/g, '');

test('amounts keep every minor unit up to the largest', () => {
  kioskIntl.setLanguage('en');
  const amounts = [0, 1, 5, 99, 1005, 123456789, 99999999999999, 100000000000001];

  assert.deepEqual(amounts.map((minor) => Number(digits(kioskIntl.money(minor, 'USD', 2)))), amounts);
});

test('currencies follow their exponent', () => {
  kioskIntl.setLanguage('en');

  assert.deepEqual([digits(kioskIntl.money(500, 'JPY', 0)), digits(kioskIntl.money(1500, 'KWD', 3))], ['500', '1500']);
});

test('Stars are written by us, in any language', () => {
  kioskIntl.setLanguage('de');

  assert.equal(kioskIntl.money(12500, 'XTR', 0), '⭐ 12.500');
});

test('an unknown currency and an unknown language still give an amount', () => {
  kioskIntl.setLanguage('no such language');

  assert.equal(kioskIntl.money(1250, '?!', 2), '12.50\u00a0?!');
});

test('the clock is the shop\'s, not the machine\'s', () => {
  kioskIntl.setLanguage('de');
  const noon = Date.UTC(2026, 10, 22, 12, 0);

  assert.match(kioskIntl.date(noon, 330, { hour: 'numeric', minute: '2-digit' }), /17:30/);
});

test('plural categories are CLDR\'s', () => {
  const categories = ['ru', 'ar', 'en'].map((language) => {
    kioskIntl.setLanguage(language);
    return [0, 1, 2, 5, 11, 21, 100].map((count) => kioskIntl.make('PluralRules', {}).select(count)).join(' ');
  });

  assert.deepEqual(categories, ['many one few many many one many', 'zero one two few many many other',
    'other one other other other other other']);
});
