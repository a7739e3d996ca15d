// Emscripten library files see each other's "$name" entries and the exports of
// the program as globals; this prints declarations of them for tsc.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'js-bridge');
const names = new Set();
for (const file of readdirSync(folder).filter((name) => name.endsWith('.js'))) {
  const text = readFileSync(join(folder, file), 'utf8');
  for (const [, name] of text.matchAll(/^\s*\$(\w+?)(?:__\w+)?\s*[:(]/gm)) names.add(name);
  for (const [, name] of text.matchAll(/\b(_kiosk_\w+)\b/g)) names.add(name);
}
for (const name of names) console.log(`declare let ${name}: any;`);
