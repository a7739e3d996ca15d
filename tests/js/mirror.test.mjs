// The mirror's elements, and its rule for text fields: typing is never disturbed by the program's later echo of it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadLibrary } from './library.mjs';

const library = loadLibrary(['bridge.js', 'semantics.js'], { _kiosk_field: 'field', _kiosk_submitted: 'submitted' });
const { kioskMirror } = library;
/** @type {any[][]} what the program was told */
let told = [];
library.kioskEnter = (/** @type {any[]} */ ...call) => told.push(call);

/** What the mirror makes of an element. */
class Element {
  /** @type {Record<string, string>} */
  attributes = {};
  textContent = '';
  style = {};
  /** @param {string} name */
  getAttribute = (name) => this.attributes[name] ?? null;
  /** @param {string} name @param {any} value */
  setAttribute = (name, value) => (this.attributes[name] = String(value));
  /** @param {string} name */
  removeAttribute = (name) => delete this.attributes[name];
}

/** A field whose person typed these values one after the other. @param {string[]} typed */
function field(...typed) {
  return { node: /** @type {any} */ ({}), element: { value: typed.at(-1) ?? '' }, edits: [...typed] };
}
/** @param {any} item @param {string[]} values what the program says it holds, frame by frame */
function echo(item, ...values) {
  return values.map((value) => {
    item.node = { value };
    kioskMirror.writeValue(item);
    return item.element.value;
  });
}

test('echoes of earlier edits leave later ones alone', () => {
  assert.deepEqual(echo(field('t', 'to', 'tow'), 't', 'tow'), ['tow', 'tow']);
});

test('what the program makes of it is written', () => {
  assert.deepEqual(echo(field('t', 'to'), 'to', ''), ['to', '']);
});

test('a field without a value is empty', () => {
  const item = field();
  item.element.value = 'old';
  kioskMirror.writeValue(item);

  assert.equal(item.element.value, '');
});

test('a composition is never overwritten', () => {
  kioskMirror.composing = true;

  assert.deepEqual(echo(field('に'), 'something else'), ['に']);
});

test('whatever can be pressed is a button, so that keys press it', () => {
  const tags = [{ role: 'switch', focusable: true }, { role: 'button' }, { role: 'radio' }, { role: 'heading', level: 1 }, { role: 'textbox', focusable: true, field: {} }];

  assert.deepEqual(tags.map(kioskMirror.tagOf), ['button', 'button', 'div', 'h1', 'input']);
});

test('the focus of what went away goes to what came or back to what it left, and never into a field', () => {
  /** @type {string[]} */
  const focused = [];
  const item = (/** @type {number} */ id, /** @type {string} */ name, node = {}) => ({ id, node, element: { focus: () => focused.push(name) } });
  const [button, input] = [item(1, 'button'), item(2, 'field', { field: {} })];
  kioskMirror.root = { querySelector: () => item(3, 'heading').element };

  kioskMirror.follow(input);
  kioskMirror.items.set(2, input);
  kioskMirror.follow(button);
  kioskMirror.items.set(1, button);
  kioskMirror.follow(input);

  assert.deepEqual(focused, ['heading', 'heading', 'button']);
});

test('what is disabled under the focus keeps it: it stays the element it was, and can be focused', () => {
  const element = /** @type {any} */ (new Element());
  const states = [{ role: 'switch', focusable: true }, { role: 'switch', disabled: true }].map((node) => {
    kioskMirror.describe(element, { ...node, leaf: true, name: 'Haptics' }, kioskMirror.tagOf(node));
    return [kioskMirror.tagOf(node), element.disabled, { ...element.attributes }];
  });

  assert.deepEqual(states, [
    ['button', undefined, { role: 'switch', tabindex: '0' }],
    ['button', undefined, { role: 'switch', tabindex: '-1', 'aria-disabled': 'true' }],
  ]);
});

test('names, codes and prose are spelt each in their way', () => {
  const asked = ['words', 'off', undefined].map((capitals) => {
    const element = /** @type {any} */ (new Element());
    kioskMirror.describeField(element, { field: { type: 'text', autocomplete: 'off', padding: [], capitals } });
    return ['autocapitalize', 'autocorrect', 'spellcheck'].map(element.getAttribute);
  });

  assert.deepEqual(asked, [['words', 'off', 'false'], ['off', 'off', 'false'], [null, null, null]]);
});

test('the key that accepts a composition submits nothing, in whichever order the browser tells it', () => {
  const item = { id: 7, element: { tagName: 'INPUT', blur: () => {} }, node: { field: {} } };
  kioskMirror.byElement.set(item.element, item);
  kioskMirror.root = { querySelectorAll: () => [] };
  const press = (/** @type {object} */ how) => {
    told = [];
    kioskMirror.onKey({ key: 'Enter', target: item.element, preventDefault: () => {}, ...how });
    return told;
  };

  assert.deepEqual(
    [press({ isComposing: true, keyCode: 229 }), press({ isComposing: false, keyCode: 229 }), press({ isComposing: false, keyCode: 13 })],
    [[], [], [['submitted', 7]]],
  );
});

test('what is typed arrives also when its room makes the memory grow', () => {
  const before = (library.HEAPU8 = new Uint8Array(4));
  library._kiosk_inbox = () => {
    library.HEAPU8 = new Uint8Array(16);
    return 8;
  };
  const item = { id: 7, element: { value: 'tea' }, edits: [], node: {} };
  kioskMirror.byElement.set(item.element, item);
  kioskMirror.encoder = new TextEncoder();
  told = [];
  kioskMirror.onInput({ target: item.element });

  assert.deepEqual([new TextDecoder().decode(library.HEAPU8.subarray(8, 11)), before.some(Boolean)], ['tea', false]);
  assert.deepEqual(told, [['field', 7, 3]]);
});
