/** The host page's server: real CDN behaviour for the app's folder, and the few changes to its index page. */
import assert from 'node:assert/strict';
import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { brotliCompressSync, brotliDecompressSync, gzipSync } from 'node:zlib';
import { startServer } from '../telegram-host/server.mjs';

const policy = "default-src 'none'; script-src https://telegram.org 'wasm-unsafe-eval'";
const index = `<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="${policy}">
<script async src="https://telegram.org/js/telegram-web-app.js?62"></script></head><body></body></html>`;
const wasm = Buffer.from('\0asm and a long run of zeros'.padEnd(600, '0'));

/** @type {string} */
let folder;
/** @type {Awaited<ReturnType<typeof startServer>>} */
let server;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'telegram-host-'));
  const dist = join(folder, 'dist');
  mkdirSync(join(dist, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'script.js'), 'window.Telegram = {};');
  writeFileSync(join(dist, 'index.html'), index);
  writeFileSync(join(dist, 'kiosk.3fa9c1d2.wasm'), wasm);
  writeFileSync(join(dist, 'kiosk.3fa9c1d2.wasm.br'), brotliCompressSync(wasm));
  writeFileSync(join(dist, 'kiosk.3fa9c1d2.wasm.gz'), gzipSync(wasm));
  writeFileSync(join(dist, 'assets', 'shop.json'), '{}');
  symlinkSync(join(folder, 'secret.txt'), join(dist, 'link.txt'));
  server = await startServer({ port: 0, dist, telegramScript: 'local', telegramScriptFile: join(folder, 'script.js') });
});

after(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/**
 * A request as it stands: no client in between tidies the path or unpacks the body.
 * @param {string} path @param {Record<string, string>} [headers] @param {string} [method]
 * @returns {Promise<{ status: number, headers: import('node:http').IncomingHttpHeaders, body: Buffer }>}
 */
function get(path, headers = {}, method = 'GET') {
  return new Promise((done, failed) => {
    const asking = request({ host: '127.0.0.1', port: server.port, path, headers, method }, (answer) => {
      /** @type {Buffer[]} */
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () =>
        done({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
      );
    });
    asking.on('error', failed);
    asking.end();
  });
}

/** @param {Awaited<ReturnType<typeof get>>} answer */
const gist = ({ status, headers, body }) => [
  status,
  headers['content-type'],
  headers['content-encoding'] ?? '',
  headers['cache-control'],
  body.length,
];

const yearLong = 'public, max-age=31536000, immutable';

test('ready-made compressed forms are chosen by Accept-Encoding', async () => {
  const asked = ['gzip, deflate, br', 'gzip', 'br;q=0, gzip', '', 'identity'];
  const path = '/app/kiosk.3fa9c1d2.wasm';
  const answers = await Promise.all(asked.map((accept) => get(path, accept ? { 'Accept-Encoding': accept } : {})));
  const br = [200, 'application/wasm', 'br', yearLong, brotliCompressSync(wasm).length];
  const gz = [200, 'application/wasm', 'gzip', yearLong, gzipSync(wasm).length];
  const raw = [200, 'application/wasm', '', yearLong, wasm.length];

  assert.deepEqual(answers.map(gist), [br, gz, gz, raw, raw]);
});

test('types and caching follow the name', async () => {
  const answers = await Promise.all(
    ['/app/', '/app/index.html', '/app/assets/shop.json', '/'].map((path) => get(path)),
  );

  assert.deepEqual(
    answers.map((answer) => gist(answer).slice(0, 4)),
    [
      [200, 'text/html; charset=utf-8', '', 'no-cache'],
      [200, 'text/html; charset=utf-8', '', 'no-cache'],
      [200, 'application/json; charset=utf-8', '', 'no-cache'],
      [200, 'text/html; charset=utf-8', '', 'no-cache'],
    ],
  );
});

test('an unchanged file is answered 304 without a body, per encoding', async () => {
  const path = '/app/kiosk.3fa9c1d2.wasm';
  const [packed, plain] = [await get(path, { 'Accept-Encoding': 'br' }), await get(path)];
  const tag = String(packed.headers.etag);
  const again = await get(path, { 'Accept-Encoding': 'br', 'If-None-Match': tag });
  const other = await get(path, { 'If-None-Match': tag });

  assert.deepEqual(
    [again.status, again.body.length, other.status, packed.headers.etag === plain.headers.etag],
    [304, 0, 200, false],
  );
});

test('nothing outside the folder, and no other method, is answered', async () => {
  const paths = [
    '/app/../../secret.txt',
    '/app/..%2f..%2fsecret.txt',
    '/app/%2e%2e/secret.txt',
    '/app/..%5csecret.txt',
    '/app/link.txt',
    '/app/missing',
    '/app/assets',
    '/app/kiosk.3fa9c1d2.wasm.br',
    '/app/%00',
    '/%ff',
    '/secret.txt',
    '/view/../../js/x.mjs',
    '/sample-app/index.html',
    '/types.d.ts',
  ];
  const answers = await Promise.all(paths.map((path) => get(path)));
  const posted = await get('/app/', {}, 'POST');

  assert.deepEqual(
    [answers.map(({ status }) => status), posted.status],
    [[404, 404, 404, 404, 404, 404, 404, 404, 404, 400, 404, 404, 404, 404], 405],
  );
});

test("the index takes Telegram's script from this server, and its policy lets it", async () => {
  const { headers, body } = await get('/app/?tgWebAppStartParam=x', { 'Accept-Encoding': 'br' });
  const script = await get('/telegram-web-app.js');

  assert.deepEqual(
    [headers['content-encoding'], brotliDecompressSync(body).toString(), script.body.toString()],
    [
      'br',
      index
        .replace('https://telegram.org/js/telegram-web-app.js?62', '/telegram-web-app.js')
        .replace("'wasm-unsafe-eval'", "'wasm-unsafe-eval' 'self'"),
      'window.Telegram = {};',
    ],
  );
});

test('a native launch puts the proxy before everything else', async () => {
  const html = (await get('/app/?__transport=t1')).body.toString();
  const first = html.slice(html.indexOf('<head>') + 6);

  assert.deepEqual(
    [
      first.startsWith('<script>'),
      first.indexOf('TelegramWebviewProxy') < first.indexOf('<meta'),
      html.includes("'self' 'unsafe-eval'"),
    ],
    [true, true, true],
  );
});

test('the app answers on a second port, which the host page knows', async () => {
  const page = (await get('/')).body.toString();
  const told = /name="app-port" content="(\d+)"/.exec(page)?.[1];
  const app = await fetch(server.appUrl);
  await app.text();

  assert.deepEqual([server.appUrl, app.status, server.port === Number(told)], [`http://127.0.0.1:${told}/app/`, 200, false]);
});

test('the app folder asked for without its slash is redirected there', async () => {
  const { status, headers } = await get('/app?x=1');

  assert.deepEqual([status, headers.location], [308, '/app/?x=1']);
});

test('a blocked path is cut off, a throttled one arrives whole, all are logged', async () => {
  server.hooks.requests.length = 0;
  server.hooks.block('/telegram-web-app.js');
  server.hooks.setNetwork({ latencyMs: 1, bytesPerSecond: 6000 });
  const cut = await get('/telegram-web-app.js').catch((error) => error.code);
  const slow = await get('/app/kiosk.3fa9c1d2.wasm');
  server.hooks.unblock();
  server.hooks.setNetwork({ latencyMs: 0, bytesPerSecond: 0 });
  const host = `127.0.0.1:${server.port}`;

  assert.deepEqual(
    [cut, slow.body.equals(wasm), server.hooks.requests],
    [
      'ECONNRESET',
      true,
      [
        { method: 'GET', path: '/telegram-web-app.js', host, status: 0, bytes: 0, encoding: '' },
        { method: 'GET', path: '/app/kiosk.3fa9c1d2.wasm', host, status: 200, bytes: 600, encoding: '' },
      ],
    ],
  );
});

test('an unbuilt app is said to be missing in plain words', async () => {
  const empty = await startServer({ port: 0, dist: join(folder, 'none'), telegramScript: 'remote' });
  const answer = await fetch(`${empty.url}app/`);
  const text = await answer.text();
  await empty.close();

  assert.deepEqual([answer.status, text.includes('index.html is missing')], [404, true]);
});
