// The mirror's rule for text fields: typing is never disturbed by the program's later echo of it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadLibrary } from './library.mjs';

const { kioskMirror } = loadLibrary(['semantics.js']);

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
