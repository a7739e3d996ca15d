import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { supportTable } from './telegram_support.mjs';

test('docs/telegram-support.md says what the clients do now', async () => {
  const written = readFileSync(new URL('../../docs/telegram-support.md', import.meta.url), 'utf8');

  assert.equal(written, await supportTable());
});
