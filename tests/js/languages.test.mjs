import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearest } from '../../shell/languages.mjs';

test('a language is found by its tag, by its first part, or is English', () => {
  const texts = { en: 'en.json', pt: 'pt.json', 'pt-BR': 'br.json' };
  for (const [tag, found] of [
    ['pt-BR', 'pt-BR'], ['pt-PT', 'pt'], ['en-GB', 'en'], ['tlh', 'en'], ['', 'en'],
    ['constructor', 'en'], ['__proto__', 'en'], ['toString-GB', 'en'], ['PT', 'en'],
  ]) {
    assert.equal(nearest(tag, texts), found, tag);
  }
});
