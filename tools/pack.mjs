// Packs the web build, shell/, js-bridge/*.mjs and assets/ into dist/: every
// file but index.html is named by its content, and lies there as .br and .gz too.
//
//   node tools/pack.mjs [--build build/web] [--out dist]
//
// Files name each other by tokens, which become relative addresses:
//   @@asset:kiosk.wasm@@                   one file (of the build, shell/, js-bridge/ or assets/…)
//   '@@assets:assets/texts/*.json@@'       with its quotes: an object of addresses, here { en: …, de: … }
//   @@script-hashes@@                      in the page's security policy: its inline scripts, as 'sha256-…'
// Only what index.html reaches this way ships. `import('./kiosk.mjs')` needs no token.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build, transformSync } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const target = 'es2020';

/** @param {string} name @param {string} fallback */
function option(name, fallback) {
  const at = process.argv.indexOf(`--${name}`);
  return join(root, at < 0 ? fallback : process.argv[at + 1]);
}
const buildFolder = option('build', 'build/web');
const outFolder = option('out', 'dist');

/** @param {string} message @returns {never} */
function fail(message) {
  console.error(`pack: ${message}`);
  process.exit(1);
}

/** @param {string} folder @returns {string[]} */
function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)]))
    .sort();
}

/** The file that a token names. @param {string} name */
function locate(name) {
  const places = [join(buildFolder, name), join(root, 'shell', name), join(root, name)];
  return places.find((path) => existsSync(path)) ?? fail(`@@asset:${name}@@ names no file`);
}

/** @type {Map<string, string>} source path -> address relative to index.html */
const addresses = new Map();
/** @type {Map<string, Buffer>} name in dist/ -> content */
const bundle = new Map();
/** @type {Set<string>} */
const open = new Set();

/** Packs one file, after all that it names. @param {string} path @returns {Promise<string>} */
async function address(path) {
  const known = addresses.get(path);
  if (known) return known;
  if (open.has(path)) fail(`${relative(root, path)} names itself, by way of ${[...open].map((file) => basename(file)).join(', ')}`);
  open.add(path);
  const content = await shipped(path);
  open.delete(path);
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 8);
  const name = posix.join(folderOf(path), `${basename(path, extname(path))}.${hash}${extname(path)}`);
  bundle.set(name, content);
  addresses.set(path, `./${name}`);
  return `./${name}`;
}

/** Code lies at the root of dist/, where relative addresses mean the same to it as to the page. @param {string} path */
function folderOf(path) {
  const folder = relative(root, dirname(path));
  return folder.split('/')[0] === 'assets' ? folder : '';
}

/** @param {string} path @returns {Promise<Buffer>} */
async function shipped(path) {
  if (path === join(buildFolder, 'kiosk.mjs')) return readFileSync(path);
  switch (extname(path)) {
    case '.mjs':
      return bundled(path);
    case '.css':
      return Buffer.from(transformSync(await withAddresses(readFileSync(path, 'utf8')), { loader: 'css', minify: true, target: ['chrome85', 'safari15'] }).code);
    case '.json':
      return relative(root, path).startsWith('assets/shops/') ? shopFile(path) : Buffer.from(JSON.stringify(JSON.parse(readFileSync(path, 'utf8'))));
    case '.webmanifest':
      return Buffer.from(JSON.stringify(JSON.parse(readFileSync(path, 'utf8'))));
    case '.svg':
      return Buffer.from(readFileSync(path, 'utf8').replace(/<!--[\s\S]*?-->/g, '').replace(/>\s+</g, '><').trim());
    default:
      return readFileSync(path);
  }
}

/**
 * A shop file as somebody wrote it, without the blanks between its values: the app alone judges it, and says what is wrong and where.
 * Its pictures beside it are packed, too. @param {string} path
 */
async function shopFile(path) {
  let text = readFileSync(path, 'latin1').replace(/("(?:[^"\\]|\\.)*")|\s*([{}[\],:])\s*/g, (_, words, mark) => words ?? mark);
  for (const [found, name] of text.matchAll(/"picture":"((?!https?:)[^"\\]+)"/g)) {
    const picture = join(dirname(path), Buffer.from(name, 'latin1').toString());
    if (existsSync(picture)) text = text.replaceAll(found, `"picture":"${await address(picture)}"`);
    else console.error(`pack: ${relative(root, path)} names the picture ${name}, which is not beside it`);
  }
  return Buffer.from(text.trim(), 'latin1');
}

/** Replaces the tokens of a text. @param {string} text */
async function withAddresses(text) {
  let out = text;
  for (const [token, , pattern] of text.matchAll(/(['"`])@@assets:([^@]+)@@\1/g)) {
    out = out.replaceAll(token, JSON.stringify(await addressesLike(pattern)));
  }
  for (const [token, name] of out.matchAll(/@@asset:([^@]+)@@/g)) {
    out = out.replaceAll(token, await address(locate(name)));
  }
  return out;
}

/** @param {string} pattern such as assets/texts/*.json */
async function addressesLike(pattern) {
  const [folder, suffix] = [posix.dirname(pattern), basename(pattern).replace(/^\*/, '')];
  /** @type {Record<string, string>} */
  const found = {};
  for (const file of filesIn(join(root, folder))) {
    if (dirname(file) === join(root, folder) && file.endsWith(suffix)) found[basename(file, suffix)] = await address(file);
  }
  if (!Object.keys(found).length) fail(`@@assets:${pattern}@@ names no file`);
  return found;
}

/** One minified module out of an entry and what it imports. @param {string} entry */
async function bundled(entry) {
  /** @type {import('esbuild').Plugin} */
  const addressed = {
    name: 'addressed',
    setup(setup) {
      setup.onResolve({ filter: /^\.\/kiosk\.([0-9a-f]{8}\.)?mjs$/ }, async () => ({
        path: await address(join(buildFolder, 'kiosk.mjs')),
        external: true,
      }));
      setup.onLoad({ filter: /\.mjs$/ }, async ({ path }) => ({
        contents: await withAddresses(readFileSync(path, 'utf8')),
        loader: 'js',
      }));
    },
  };
  const result = await build({
    entryPoints: [entry], bundle: true, minify: true, write: false, format: 'esm', target,
    charset: 'utf8', legalComments: 'none', logLevel: 'error', plugins: [addressed], absWorkingDir: root,
  });
  return Buffer.from(result.outputFiles[0].contents);
}

/** The page, with its inline scripts and styles minified. @param {string} path */
async function page(path) {
  const text = (await withAddresses(readFileSync(path, 'utf8'))).replace(/<!--[\s\S]*?-->/g, '');
  const small = text
    .replace(/(<style[^>]*>)([\s\S]*?)(<\/style>)/g, (_, head, css, tail) =>
      head + transformSync(css, { loader: 'css', minify: true }).code.trim() + tail)
    .replace(/(<script(?![^>]*\b(?:src|type="application)[^>]*>)[^>]*>)([\s\S]+?)(<\/script>)/g, (_, head, js, tail) =>
      head + transformSync(js, { loader: 'js', minify: true, target, charset: 'utf8' }).code.trim() + tail)
    .replace(/>\s*\n\s*</g, '><')
    .trim() + '\n';
  return small.replace('@@script-hashes@@', inlineHashes(small));
}

/** What a content security policy needs to let the page's own inline scripts run. @param {string} html */
function inlineHashes(html) {
  return [...html.matchAll(/<script(?![^>]*\bsrc)[^>]*>([\s\S]+?)<\/script>/g)]
    .map(([, code]) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`).join(' ');
}

const compressible = /\.(html|css|mjs|js|json|wasm|svg|txt|webmanifest|ttf)$/;

/** @param {Buffer} content */
function brotli(content) {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 22,
    [constants.BROTLI_PARAM_LGBLOCK]: 20,
    [constants.BROTLI_PARAM_NDIRECT]: 8,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  return brotliCompressSync(content, { params });
}

/** Writes dist/ and removes what an earlier run left there. */
function write() {
  /** @type {Map<string, Buffer>} */
  const files = new Map();
  for (const [name, content] of bundle) {
    files.set(name, content);
    if (!compressible.test(name)) continue;
    files.set(`${name}.br`, brotli(content));
    files.set(`${name}.gz`, gzipSync(content, { level: 9 }));
  }
  for (const [name, content] of files) {
    mkdirSync(dirname(join(outFolder, name)), { recursive: true });
    writeFileSync(join(outFolder, name), content);
  }
  for (const file of filesIn(outFolder)) {
    if (!files.has(relative(outFolder, file))) rmSync(file);
  }
}

/** A digest of everything that can change the bundle, to skip an idle run. */
function digest() {
  const hash = createHash('sha256');
  const inputs = ['shell', 'js-bridge', 'assets'].flatMap((folder) => filesIn(join(root, folder)));
  inputs.push(fileURLToPath(import.meta.url), join(root, 'package-lock.json'), ...['kiosk.mjs', 'kiosk.wasm'].map((name) => join(buildFolder, name)));
  for (const file of inputs) hash.update(`${relative(root, file)}\0`).update(readFileSync(file));
  return hash.digest('hex');
}

for (const needed of [join(buildFolder, 'kiosk.mjs'), join(root, 'shell', 'index.html')]) {
  if (!existsSync(needed)) fail(`${relative(root, needed)} is missing`);
}
const stampFile = join(buildFolder, 'pack.stamp');
const stamp = `${digest()} ${relative(root, outFolder)}`;
if (existsSync(join(outFolder, 'index.html')) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) {
  console.log('pack: dist is up to date');
} else {
  rmSync(stampFile, { force: true });
  bundle.set('index.html', Buffer.from(await page(join(root, 'shell', 'index.html'))));
  write();
  writeFileSync(stampFile, stamp);
  console.log(`pack: ${bundle.size} files in ${relative(root, outFolder)}/`);
}
