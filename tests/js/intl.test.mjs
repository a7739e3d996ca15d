import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { loadLibrary } from './library.mjs';

/** @param {{ Intl?: any, languages?: string[] }} browser */
const intlOf = ({ Intl: itsIntl = Intl, languages = [] } = {}) =>
  loadLibrary(['intl.js'], { Intl: itsIntl, navigator: { languages } }).kioskIntl;

const kioskIntl = intlOf();

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

test('a language that the browser has no data of gives way to the next of the device', () => {
  /** As Chromium does. @param {string} language @param {any} options */
  function DateTimeFormat(language, options) {
    return language === 'uz' ? { format: () => 'M11' } : new Intl.DateTimeFormat(language, options);
  }
  const languageOf = (/** @type {string[]} */ languages) => {
    const intl = intlOf({ Intl: { DateTimeFormat }, languages });
    intl.setLanguage('uz');
    return intl.language;
  };

  assert.deepEqual([languageOf([]), languageOf(['uz', 'ru-RU', 'en-US'])], ['en', 'ru-RU']);
  kioskIntl.setLanguage('uz');
  assert.equal(kioskIntl.language, 'uz');
});

test('the clock is the shop\'s, not the machine\'s', () => {
  kioskIntl.setLanguage('de');
  const noon = Date.UTC(2026, 10, 22, 12, 0);

  assert.match(kioskIntl.date(noon, 330, { hour: 'numeric', minute: '2-digit' }), /17:30/);
});

test('lists are separated in every language, and joined as it joins', () => {
  const list = (/** @type {string} */ language) => {
    kioskIntl.setLanguage(language);
    return kioskIntl.list('A\nB\nC');
  };

  for (const language of shipped) assert.match(list(language), /^A\P{L}.*B\P{L}.*C$/u, language);
  assert.deepEqual(['en', 'ru', 'tr', 'de'].map(list), ['A, B, C', 'A, B, C', 'A, B, C', 'A, B und C']);
  assert.match(list('ar'), /و|،/);
  assert.deepEqual([kioskIntl.list('A'), kioskIntl.list('')], ['A', '']);
});

test('what is some minutes ahead is declined by the language', () => {
  const ahead = (/** @type {string} */ language) => {
    kioskIntl.setLanguage(language);
    return [[1, 1], [5, 5], [12, 18]].map(([low, high]) => kioskIntl.minutes(low, high).replaceAll('\u00a0', ' '));
  };

  assert.deepEqual(ahead('en'), ['in 1 minute', 'in 5 minutes', '12–18 minutes']);
  assert.deepEqual(ahead('ru'), ['через 1 минуту', 'через 5 минут', '12–18 минут']);
});

test('a browser without ranges of numbers still shows both ends', () => {
  class OldFormat extends Intl.NumberFormat {}
  /** @type {any} */ (OldFormat.prototype).formatRange = undefined;
  const old = intlOf({ Intl: { NumberFormat: OldFormat } });

  assert.equal(old.minutes(12, 18), '12–18 minutes');
});

// CLDR's own rules for whole numbers, written down: the browser's answer is compared with these, not with itself.
const counts = [0, 1, 2, 3, 4, 5, 6, 10, 11, 12, 14, 20, 21, 22, 25, 99, 100, 101, 102, 103, 111, 121, 1000];
const oneIsOne = (/** @type {number} */ n) => (n === 1 ? 'one' : 'other');
const zeroIsOneToo = (/** @type {number} */ n) => (n <= 1 ? 'one' : 'other');
const eastSlavic = (/** @type {number} */ n) => {
  if (n % 10 === 1 && n % 100 !== 11) return 'one';
  return n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14) ? 'few' : 'many';
};
const arabic = (/** @type {number} */ n) => {
  if (n < 3) return ['zero', 'one', 'two'][n];
  if (n % 100 >= 3 && n % 100 <= 10) return 'few';
  return n % 100 >= 11 ? 'many' : 'other';
};
/** @type {Record<string, (n: number) => string>} */
const rules = {
  ar: arabic, de: oneIsOne, en: oneIsOne, es: oneIsOne, fa: zeroIsOneToo, hi: zeroIsOneToo, id: () => 'other', pt: zeroIsOneToo,
  ru: eastSlavic, tr: oneIsOne, uk: eastSlavic, uz: oneIsOne,
};
const shipped = readdirSync(new URL('../../assets/texts/', import.meta.url)).map((name) => name.replace('.json', '')).sort();

test('every language has its plural rules here', () => assert.deepEqual(Object.keys(rules), shipped));

for (const [language, rule] of Object.entries(rules)) {
  test(`${language}: plural categories are CLDR's`, () => {
    kioskIntl.setLanguage(language);

    const categories = counts.map((count) => kioskIntl.make('PluralRules', {}).select(count));

    assert.deepEqual(categories, counts.map(rule));
  });
}
