/** docs/kit.md has every widget of the gallery, each with its words and its picture; the pictures stay small. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { test } from 'node:test';
import { galleryNames } from '../../tools/gallery-names.mjs';

const docs = new URL('../../docs/', import.meta.url);
const text = readFileSync(new URL('kit.md', docs), 'utf8');
const sections = text.split(/^## /m).slice(1).map((section) => {
  const [, name, picture, words] = /^(\w+)\n\n!\[\w+\]\(kit\/(\w+)\.webp\)\n\n([\s\S]*)$/.exec(section) ?? [];
  return { name, picture, said: (words ?? '').trim().length > 40 };
});

test('every widget of the gallery has a section with its picture and some words, in the same order', () => {
  assert.deepEqual(sections, galleryNames.map((name) => ({ name, picture: name, said: true })));
});

test('the pictures are those of the widgets, and small', () => {
  const files = readdirSync(new URL('kit/', docs));
  const bytes = files.reduce((sum, file) => sum + statSync(new URL(`kit/${file}`, docs)).size, 0);

  assert.deepEqual([files.sort(), bytes < 600_000], [galleryNames.map((name) => `${name}.webp`).sort(), true]);
});
