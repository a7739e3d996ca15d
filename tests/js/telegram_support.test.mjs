import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { supportTable, tablePath } from './telegram_support.mjs';

test('docs/telegram-support.md says what the clients do now', async () => {
  const written = readFileSync(tablePath, 'utf8');

  assert.equal(written, await supportTable());
});
