// Prints the bytes of every file in dist/ and of every part of the wasm.
//   node tools/size.mjs [--check]     --check: only the total, exit status 1 when over budget
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bodySizes, dataSymbols, partOf, parts, sections } from './wasm-parts.mjs';

const budget = 220 * 1024;
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const build = join(root, 'build', 'web');

/** @param {string} folder @returns {string[]} */
function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)]))
    .sort();
}

/** What a first visit fetches. @param {string} name */
const counts = (name) => /\.(html|mjs|css|wasm)$/.test(name) || /^assets\/shops\/burger-bar\.[0-9a-f]+\.json$/.test(name);

/** @param {string} label @param {(number | string)[]} cells */
function row(label, cells) {
  console.log(label.padEnd(44) + cells.map((cell) => (typeof cell === 'number' ? cell.toLocaleString('en') : cell).padStart(12)).join(''));
}

/** @param {string} path */
const bytes = (path) => readFileSync(path).length;

function files() {
  return filesIn(dist)
    .filter((path) => !/\.(br|gz)$/.test(path))
    .map((path) => {
      const raw = bytes(path);
      const [br, gz] = ['.br', '.gz'].map((end) => (existsSync(path + end) ? bytes(path + end) : raw));
      return { name: relative(dist, path), raw, br, gz };
    });
}

function printFiles() {
  row('file', ['raw', 'brotli', 'gzip']);
  for (const { name, raw, br, gz } of files()) row((counts(name) ? '* ' : '  ') + name, [raw, br, gz]);
}

/** Prints the total of the files marked *; true when within budget. */
function printTotal() {
  const counted = files().filter(({ name }) => counts(name));
  const total = counted.reduce((sum, { br }) => sum + br, 0);
  const share = ((100 * total) / budget).toFixed(1);
  console.log(`html + js + css + wasm + sample shop: ${total.toLocaleString('en')} bytes brotli, ${share} % of ${budget.toLocaleString('en')}`);
  return total <= budget;
}

function printParts() {
  const wasm = readFileSync(join(build, 'kiosk.wasm'));
  const layers = new Set(readdirSync(join(root, 'src')));
  /** @type {Map<string, [number, number]>} part -> code, data */
  const sums = new Map();
  /** @param {string} part @param {0 | 1} column @param {number} size */
  const add = (part, column, size) => {
    const sum = sums.get(part) ?? sums.set(part, [0, 0]).get(part);
    if (sum) sum[column] += size;
  };
  let rest = wasm.length;
  /** @param {string} part @param {0 | 1} column @param {number} size */
  const take = (part, column, size) => {
    add(part, column, size);
    rest -= size;
  };
  functions(wasm).forEach(([name, size]) => take(partOf(name, layers), 0, size));
  for (const [name, size] of data()) take(name === 'string literals' ? name : partOf(name, layers), 1, size);
  row('wasm part (raw bytes)', ['code', 'data', 'share']);
  const order = [...[...layers].sort(), ...parts];
  for (const part of order.filter((name) => sums.has(name))) {
    const [code, held] = sums.get(part) ?? [0, 0];
    row(`  ${part}`, [code, held, `${((100 * (code + held)) / wasm.length).toFixed(1)} %`]);
  }
  row('  tables, types, imports, exports', ['', rest, `${((100 * rest) / wasm.length).toFixed(1)} %`]);
  row('  total', ['', wasm.length, '100.0 %']);
}

/** @param {Buffer} wasm @returns {[string, number][]} */
function functions(wasm) {
  const names = readFileSync(join(build, 'kiosk.mjs.symbols'), 'utf8').trimEnd().split('\n').map((line) => line.slice(line.indexOf(':') + 1));
  const code = sections(wasm).find(({ id }) => id === 10);
  if (!code) return [];
  const sizes = bodySizes(wasm, code);
  const imported = names.length - sizes.length;
  return sizes.map((size, index) => [names[imported + index], size]);
}

function data() {
  const map = join(build, 'kiosk.map');
  return existsSync(map) ? dataSymbols(readFileSync(map, 'utf8')) : [];
}

if (!existsSync(join(dist, 'index.html'))) {
  console.error('size: dist/ is empty, run ./kiosk build');
  process.exit(1);
}
const check = process.argv.includes('--check');
if (!check) {
  printFiles();
  console.log();
  printParts();
  console.log();
}
if (!printTotal()) process.exitCode = check ? 1 : 0;
