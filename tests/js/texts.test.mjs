/** The texts of every language: complete, well-formed, plural as the language is, and each of them used. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { argumentsOf, parse, pluralsOf, problemsOf } from './texts-rules.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = `${root}assets/texts/`;
/** @param {string} path */
const read = (path) => readFileSync(root + path, 'utf8');
const languages = readdirSync(folder).map((name) => name.replace(/\.json$/, '')).sort();
/** @type {Record<string, Record<string, string>>} */
const texts = Object.fromEntries(languages.map((language) => [language, JSON.parse(read(`assets/texts/${language}.json`))]));
const { en } = texts;

/** Every C++ file under a folder of src, without its comments. @param {string} under */
function code(under) {
  const names = readdirSync(`${root}src/${under}`, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => /\.(cpp|h)$/.test(name)).map((name) => read(`src/${under}/${name}`).replace(/\/\/.*$/gm, '')).join('\n');
}

/** @param {string} text @param {RegExp} pattern with one group */
const matches = (text, pattern) => [...text.matchAll(pattern)].map((match) => match[1]);

const errors = matches(read('src/base/result.cpp'), /case ErrorCode::\w+:\s*return "(\w+)"/g);
const states = matches(read('src/orders/order.cpp'), /\{State::\w+, "(\w+)"\}/g);
// Keys that the code puts together, and where their endings come from. An order is announced when it moved on: never as placed.
const computed = [
  { prefix: 'error.', names: errors },
  { prefix: 'order.state.', names: states },
  { prefix: 'notice.order.', names: states.filter((state) => state !== 'placed') },
  { prefix: 'notice.', names: matches(code('app'), /notify\(\s*model,\s*"notice\.(\w+)"/g) },
];

/** Literals after tr( or tr_named(, and any other that begins as a key does: tr(open ? "shop.a" : "shop.b"). */
function literalKeys() {
  const sections = new Set(Object.keys(en).map((key) => key.split('.')[0]));
  const shown = code('ui') + code('web');
  const looksLikeKey = matches(shown, /"([a-z_]+(?:\.[a-z_]+)+)"/g).filter((key) => sections.has(key.split('.')[0]));
  return [...matches(shown, /\btr(?:_named)?\(\s*"([^"]*)"/g), ...looksLikeKey].filter((key) => !key.endsWith('.'));
}

test('English has exactly the keys that the code asks for, sorted', () => {
  const asked = [...literalKeys(), ...computed.flatMap(({ prefix, names }) => names.map((name) => prefix + name))];
  assert.deepEqual(Object.keys(en), [...new Set(asked)].sort());
});

test('the settings offer exactly the languages that have a file', () => {
  const offered = matches(read('src/ui/screens/settings.cpp'), /Language\{"([a-z]+)", "[^"]+"\}/g);
  assert.deepEqual(offered.sort(), languages);
});

for (const language of languages) {
  test(`${language}: has the keys of English, in its order`, () => {
    assert.deepEqual(Object.keys(texts[language]), Object.keys(en));
  });
  test(`${language}: every message keeps the rules`, () => {
    assert.deepEqual(problemsOf(language, en, texts[language]), []);
  });
  test(`${language}: is written as JSON.stringify would, with a final newline`, () => {
    assert.equal(read(`assets/texts/${language}.json`), `${JSON.stringify(texts[language], null, 2)}\n`);
  });
}

test('reads arguments, plurals and quoted braces as the app does', () => {
  const parts = parse("it's {n, plural, =0 {none} one {# of {all}} other {'{#}' #}} in {place}") ?? [];
  const [plural] = pluralsOf(parts);
  assert.deepEqual(
    { names: argumentsOf(parts), of: plural.name, selectors: [...plural.branches.keys()], other: plural.branches.get('other') },
    { names: ['all', 'n', 'place'], of: 'n', selectors: ['=0', 'one', 'other'], other: [{ text: '{#} ' }, { name: 'n' }] },
  );
});

for (const text of ['{', 'a } b', '{a', '{a, plural, one {x}}', '{a, plural, other {x}', '{a, date, short}', '{}', '{a b}']) {
  test(`refuses the message ${text}`, () => assert.equal(parse(text), null));
}

/** @type {[string, string, string, string, string[]][]} */
const planted = [
  ['no text', 'de', 'Back', ' ', ['k: empty']],
  ['a broken message', 'de', 'Order {order}', 'Bestellung {order', ['k: malformed']],
  ['a lost argument', 'de', 'Order {order}', 'Bestellung', ['k: has arguments [], not [order]']],
  ['a renamed argument', 'de', 'Order {order}', 'Bestellung {nummer}', ['k: has arguments [nummer], not [order]']],
  ['a plural of a word', 'de', 'For {name}', '{name, plural, one {a} other {b}}', ['k: English has no plural of name']],
  ['a missing category', 'ru', '{n, plural, other {# a}}', '{n, plural, one {# а} few {# б} other {# в}}', ['k: n lacks many']],
  ['a foreign category', 'de', '{n, plural, other {# a}}', '{n, plural, one {# a} few {# b} other {# c}}', ['k: n never is few']],
  ['a number left out', 'ru', '{n, plural, other {#}}', '{n, plural, one {один} few {#} many {#} other {#}}', ['k: one stands for 1, 21, … and hides n']],
  ['straight quotes', 'de', 'a', 'Der "Code"', ['k: typewriter punctuation']],
  ['three dots', 'de', 'a', 'Moment...', ['k: typewriter punctuation']],
  ['two blanks', 'de', 'a', 'Ein  Code', ['k: stray blanks']],
  ['quotes of another language', 'de', 'a', 'Der “Code”', ['k: quotes other than „…“']],
  ['a quote that stays open', 'ru', 'a', 'Код «раз', ['k: quotes other than «…»']],
  ['an isolate that stays open', 'fa', 'a {order}', 'کد \u2068{order}', ['k: isolates do not match']],
  ['Latin first in a right-to-left line', 'ar', 'a {order}', '{order} جاهز', ['k: begins with order, which may be Latin']],
];

for (const [name, language, english, text, problems] of planted) {
  test(`finds: ${name}`, () => assert.deepEqual(problemsOf(language, { k: english }, { k: text }), problems));
}
