/**
 * End-to-end tests of the bundle in dist/, as it ships, in headless Chromium: node tests/e2e/run.mjs [parts of stories' names]
 * `--screens` runs only what takes the pictures in build/screens/.
 */
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runStories } from './support/harness.mjs';

const folder = join(dirname(fileURLToPath(import.meta.url)), 'stories');
for (const file of readdirSync(folder).sort()) await import(join(folder, file));
const parts = process.argv.slice(2).map((part) => part.replace(/^--/, ''));
process.exitCode = (await runStories({ parts })) > 0 ? 1 : 0;
