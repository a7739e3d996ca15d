// Prints the bytes of every file in dist/ and of every part of the wasm.
//   node tools/size.mjs             all of it
//   node tools/size.mjs --check     only the totals, exit status 1 when over budget
//   node tools/size.mjs --top 40    the 40 biggest functions, with the part that each belongs to
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import { dataSymbols, functions, partOf, parts, sections } from './wasm-parts.mjs';

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

/** In bytes of brotli. */
const budgets = [
  {
    of: 'html + js + css + wasm + sample shop', most: 190_000,
    total: () => files().filter(({ name }) => counts(name)).reduce((sum, { br }) => sum + br, 0),
  },
  { of: 'of that for Telegram, js-bridge/host.mjs and bridge.js', most: 9 * 1024, total: () => script('host.mjs') + script('bridge.js') },
];

/** A part of the bridge by itself, minified as it ships. @param {string} name */
function script(name) {
  const [{ contents }] = buildSync({
    entryPoints: [join(root, 'js-bridge', name)], bundle: name.endsWith('.mjs'), minify: true, write: false, format: 'esm',
    target: ['chrome85', 'safari15'], charset: 'utf8',
  }).outputFiles;
  return brotliCompressSync(contents).length;
}

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

/** Prints what is within a budget; true when each is kept. */
function printTotals() {
  const kept = budgets.map(({ of, total, most }) => {
    const bytes = total();
    console.log(`${of}: ${bytes.toLocaleString('en')} bytes brotli, ${((100 * bytes) / most).toFixed(1)} % of ${most.toLocaleString('en')}`);
    return bytes <= most;
  });
  return kept.every(Boolean);
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
  if (Math.abs(codeBytes(wasm) - codeBytes(named())) > wasm.length / 1000) fail('named.wasm is another program than kiosk.wasm: run ./kiosk size');
  let rest = wasm.length;
  /** @param {string} part @param {0 | 1} column @param {number} size */
  const take = (part, column, size) => {
    add(part, column, size);
    rest -= size;
  };
  functions(named()).forEach(([name, size]) => take(partOf(name, layers), 0, size));
  for (const [name, size] of data()) take(name === 'string literals' ? name : partOf(name, layers), 1, size);
  row('wasm part (raw bytes)', ['code', 'data', 'share']);
  const order = [...[...layers].sort(), ...parts];
  for (const part of order.filter((name) => sums.has(name))) {
    const [run, held] = sums.get(part) ?? [0, 0];
    row(`  ${part}`, [run, held, `${((100 * (run + held)) / wasm.length).toFixed(1)} %`]);
  }
  row('  tables, types, imports, exports', ['', rest, `${((100 * rest) / wasm.length).toFixed(1)} %`]);
  row('  total', ['', wasm.length, '100.0 %']);
}

/** The linker orders a few things by the name of its output, so bytes may differ a little. @param {Buffer} wasm */
function codeBytes(wasm) {
  const found = sections(wasm).find(({ id }) => id === 10);
  return found ? found.end - found.start : 0;
}

/** @param {string} message @returns {never} */
function fail(message) {
  console.error(`size: ${message}`);
  process.exit(1);
}

/** @param {number} many */
function printTop(many) {
  const layers = new Set(readdirSync(join(root, 'src')));
  const biggest = functions(named()).sort(([, a], [, b]) => b - a).slice(0, many);
  for (const [name, size] of biggest) console.log(`${String(size).padStart(7)}  ${partOf(name, layers).padEnd(14)} ${name}`);
}

// The same program linked once more with its names kept.
const named = () => readFileSync(join(build, 'named.wasm'));

function data() {
  const map = join(build, 'named.map');
  return existsSync(map) ? dataSymbols(readFileSync(map, 'utf8')) : [];
}

if (!existsSync(join(dist, 'index.html'))) fail('dist/ is empty, run ./kiosk build');
const check = process.argv.includes('--check');
const top = process.argv.indexOf('--top');
if (top > 0) {
  printTop(Number(process.argv[top + 1]) || 40);
  process.exit(0);
}
if (!check) {
  printFiles();
  console.log();
  if (existsSync(join(build, 'named.wasm'))) printParts();
  else console.log('no parts of the wasm yet: run ./kiosk size');
  console.log();
}
if (!printTotals() && check) process.exitCode = 1;
