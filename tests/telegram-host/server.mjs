/**
 * Serves the host page at `/` and the Mini App's folder at `/app/`. The same routes answer on two ports: the page opens
 * the app under the second, so the app is of another origin than the page, as inside Telegram, yet of the same site, so
 * that browsers which forbid storage to third parties let the app keep its own, as native clients do. The sample shop gets a
 * cashier at `/cashier`, which believes in the money that the page reports in Telegram's name at `/telegram/paid`. Tests start the
 * server in their own process through `startServer` and slow it down, block paths or read its request log; people run
 * `node tests/telegram-host/server.mjs --port 8080 --dist dist`.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

import { withNativeTransport, withLocalTelegramScript } from './app-page.mjs';
import { Cashier } from './cashier.mjs';
import { acceptedEncodings, contentType, etagOf, staticAnswer } from './static-files.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);
const remoteScript = 'https://telegram.org/js/telegram-web-app.js';
const probeMs = 1500;
const chunkMs = 50;
const maxQuestion = 8192;
const sampleShop = /^\/assets\/shops\/burger-bar[^/]*\.json$/;
const hostFiles = /^\/(?:$|[a-z0-9-]+\.(?:html|css|mjs|svg)$|view\/[a-z0-9-]+\.mjs$)/;

/**
 * @typedef {object} ServerOptions
 * @property {number} [port] 0 takes a free one
 * @property {string} [host]
 * @property {string} [dist] the Mini App's folder
 * @property {'auto' | 'local' | 'remote'} [telegramScript]
 * @property {string} [telegramScriptFile] a copy other than npm's
 *
 * @typedef {object} Network
 * @property {number} latencyMs before the first byte of each answer of the app's side
 * @property {number} bytesPerSecond 0 for no limit
 *
 * @typedef {object} LoggedRequest
 * @property {string} method
 * @property {string} path
 * @property {string} host which of the two names it came by
 * @property {number} status 0 when it was cut
 * @property {number} bytes of the body
 * @property {string} encoding
 *
 * @typedef {{ status: number, headers: Record<string, string>, body: Buffer | string }} Answer
 */

/**
 * Where npm keeps the script that Telegram publishes, or null.
 * @param {string} from a folder whose node_modules count
 */
export function findTelegramScript(from = process.cwd()) {
  for (const base of [from, here]) {
    try {
      const main = createRequire(join(base, 'package.json')).resolve('@twa-dev/sdk');
      const folder = join(dirname(main), '..');
      const found = ['src', 'dist'].map((part) => join(folder, part, 'telegram-web-apps.js')).find(existsSync);
      if (found) return found;
    } catch {
      continue;
    }
  }
  return null;
}

/** Whether telegram.org answers in time. */
export async function telegramReachable() {
  try {
    const answer = await fetch(remoteScript, { method: 'HEAD', signal: AbortSignal.timeout(probeMs) });
    return answer.ok;
  } catch {
    return false;
  }
}

/** @param {string} text @param {number} [status] @returns {Answer} */
const plain = (text, status = 404) => ({
  status,
  headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  body: text,
});

/** The routes, without sockets: what each path answers. */
class Routes {
  /** @param {{ dist: string, useLocalScript: boolean, scriptFile: string | null }} setup @param {Hooks} hooks */
  constructor(setup, hooks) {
    this.setup = setup;
    this.hooks = hooks;
    this.appPort = 0;
    this.cashier = new Cashier();
  }

  /** @param {URL} url @param {string} body @returns {Answer} */
  told(url, body) {
    let question;
    try {
      question = JSON.parse(body);
    } catch {
      return plain('no JSON', 400);
    }
    const isCashier = url.pathname === '/cashier';
    const answer = isCashier ? this.cashier.answer(question) : { known: this.cashier.receive(String(question?.slug)) };
    if (!answer) return plain('a question lacks something', 422);
    const headers = { 'Content-Type': contentType('answer.json'), 'Cache-Control': 'no-store' };
    return { status: 200, headers, body: JSON.stringify(answer) };
  }

  /** @param {URL} url @param {string | undefined} acceptEncoding @returns {Promise<Answer>} */
  async answer(url, acceptEncoding) {
    const path = decodePath(url.pathname);
    if (path === null) return plain('bad path', 400);
    if (path === '/app') return { status: 308, headers: { Location: `/app/${url.search}` }, body: '' };
    if (path.startsWith('/app/')) return this.app(path.slice(4), url, acceptEncoding);
    if (path === '/telegram-web-app.js') return this.telegramScript(acceptEncoding);
    if (!hostFiles.test(path)) return plain('not found');
    if (path === '/') return this.hostPage(acceptEncoding);
    return (await staticAnswer(here, path, acceptEncoding)) ?? plain('not found');
  }

  /** @param {string} path @param {URL} url @param {string | undefined} acceptEncoding */
  async app(path, url, acceptEncoding) {
    if (/\.(br|gz)$/.test(path)) return plain('not found');
    if (sampleShop.test(path)) return this.shop(path, url, acceptEncoding);
    const isIndex = path === '/' || path === '/index.html';
    const transport = url.searchParams.get('__transport');
    const missing = isIndex ? `no Mini App in ${this.setup.dist}: index.html is missing (build it first)` : 'not found';
    if (!isIndex || (!this.setup.useLocalScript && transport !== 't1')) {
      return (await staticAnswer(this.setup.dist, path, acceptEncoding)) ?? plain(missing);
    }
    const found = await staticAnswer(this.setup.dist, '/index.html', undefined);
    if (!found) return plain(missing);
    let html = found.body.toString('utf8');
    if (this.setup.useLocalScript) html = withLocalTelegramScript(html);
    if (transport === 't1') html = withNativeTransport(html, await readFile(join(here, 't1-shim.js'), 'utf8'));
    return compressed(html, found.headers, acceptEncoding);
  }

  /** @param {string} path @param {URL} url @param {string | undefined} acceptEncoding */
  async shop(path, url, acceptEncoding) {
    const found = await staticAnswer(this.setup.dist, path, undefined);
    if (!found) return plain('not found');
    const shop = { ...JSON.parse(found.body.toString('utf8')), cashier: new URL('/cashier', url).href };
    if (this.hooks.kitchenMinuteMs > 0) shop.demo = { minute_ms: this.hooks.kitchenMinuteMs };
    return compressed(JSON.stringify(shop), found.headers, acceptEncoding);
  }

  /** The host page, told where the app is. @param {string | undefined} acceptEncoding */
  async hostPage(acceptEncoding) {
    const html = await readFile(join(here, 'index.html'), 'utf8');
    const told = html.replace('name="app-port" content=""', `name="app-port" content="${this.appPort}"`);
    const headers = {
      'Content-Type': contentType('index.html'),
      'Cache-Control': 'no-cache',
      'Vary': 'Accept-Encoding',
    };
    return compressed(told, headers, acceptEncoding);
  }

  /** @param {string | undefined} acceptEncoding @returns {Promise<Answer>} */
  async telegramScript(acceptEncoding) {
    if (!this.setup.scriptFile) return plain('no local copy: npm install @twa-dev/sdk');
    const code = await readFile(this.setup.scriptFile, 'utf8');
    const headers = {
      'Content-Type': contentType('telegram-web-app.js'),
      'Cache-Control': 'no-cache',
      'Vary': 'Accept-Encoding',
    };
    return compressed(code, headers, acceptEncoding);
  }
}

/**
 * @param {string} text @param {Record<string, string>} headers @param {string | undefined} acceptEncoding
 * @returns {Promise<Answer>}
 */
async function compressed(text, headers, acceptEncoding) {
  const plainBody = Buffer.from(text);
  const [best] = acceptedEncodings(acceptEncoding);
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
  /** @type {Buffer} */
  let body = plainBody;
  if (best === 'br') body = await compressBrotli(plainBody, quality);
  if (best === 'gzip') body = await compressGzip(plainBody);
  const own = { ...headers, ETag: etagOf(body), ...(best ? { 'Content-Encoding': best } : {}) };
  return { status: 200, headers: own, body };
}

/** @param {string} pathname */
function decodePath(pathname) {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}

/**
 * Writes a body at most at the given rate.
 * @param {import('node:http').ServerResponse} response @param {Buffer} body @param {number} bytesPerSecond
 */
async function writeSlowly(response, body, bytesPerSecond) {
  const step = Math.max(1, Math.floor((bytesPerSecond * chunkMs) / 1000));
  for (let start = 0; start < body.length && !response.destroyed; start += step) {
    response.write(body.subarray(start, start + step));
    await pause(chunkMs);
  }
  response.end();
}

/** @param {number} milliseconds */
const pause = (milliseconds) => new Promise((wake) => setTimeout(wake, milliseconds));

/** What a running server lets tests do to it. */
class Hooks {
  constructor() {
    /** @type {Network} */
    this.network = { latencyMs: 0, bytesPerSecond: 0 };
    /** @type {Array<string | RegExp>} */
    this.blocked = [];
    /** @type {LoggedRequest[]} */
    this.requests = [];
    /** How long a minute of the sample shop's kitchen takes; 0: as its file says. */
    this.kitchenMinuteMs = 0;
  }

  /** @param {Partial<Network>} network */
  setNetwork(network) {
    this.network = { ...this.network, ...network };
  }

  /** Cuts the connection for a path. @param {string | RegExp} pattern a string means the whole path */
  block(pattern) {
    this.blocked.push(pattern);
  }

  unblock() {
    this.blocked = [];
  }

  /** @param {string} path */
  isBlocked(path) {
    return this.blocked.some((pattern) => (typeof pattern === 'string' ? pattern === path : pattern.test(path)));
  }
}

/**
 * @param {Routes} routes @param {Hooks} hooks
 * @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response
 */
async function handle(routes, hooks, request, response) {
  const method = request.method ?? 'GET';
  const url = new URL(request.url ?? '/', `http://${request.headers.host ?? 'host'}`);
  const path = url.pathname;
  const log = (/** @type {number} */ status, /** @type {number} */ bytes, /** @type {string} */ encoding) =>
    hooks.requests.push({ method, path, host: request.headers.host ?? '', status, bytes, encoding });
  if (hooks.isBlocked(path)) {
    log(0, 0, '');
    response.destroy();
    return;
  }
  const answer = await answerTo(routes, request, url);
  const body = Buffer.from(answer.body);
  const known = request.headers['if-none-match'];
  const fresh = answer.status === 200 && known !== undefined && known === answer.headers.ETag;
  const status = fresh ? 304 : answer.status;
  const slowed = path.startsWith('/app/') || path === '/telegram-web-app.js';
  if (slowed && hooks.network.latencyMs > 0) await pause(hooks.network.latencyMs);
  log(status, fresh ? 0 : body.length, answer.headers['Content-Encoding'] ?? '');
  const length = fresh ? {} : { 'Content-Length': String(body.length) };
  response.writeHead(status, { ...answer.headers, ...length, 'X-Content-Type-Options': 'nosniff' });
  if (fresh || method === 'HEAD') response.end();
  else if (slowed && hooks.network.bytesPerSecond > 0) await writeSlowly(response, body, hooks.network.bytesPerSecond);
  else response.end(body);
}

/** @param {Routes} routes @param {import('node:http').IncomingMessage} request @param {URL} url */
async function answerTo(routes, request, url) {
  const { method } = request;
  if (method === 'GET' || method === 'HEAD') {
    return routes.answer(url, /** @type {string | undefined} */ (request.headers['accept-encoding']));
  }
  if (method !== 'POST' || !['/cashier', '/telegram/paid'].includes(url.pathname)) return plain('only GET and HEAD', 405);
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) {
    body += chunk;
    if (body.length > maxQuestion) return plain('too long', 413);
  }
  return routes.told(url, body);
}

/** @param {import('node:http').Server} server @param {number} port @param {string} host @returns {Promise<number>} */
function listen(server, port, host) {
  return new Promise((ready, failed) => {
    server.once('error', failed);
    server.listen(port, host, () => ready(/** @type {import('node:net').AddressInfo} */ (server.address()).port));
  });
}

/** @param {ServerOptions} [options] */
export async function startServer(options = {}) {
  const { port = 8080, host = '127.0.0.1', dist = 'dist', telegramScript = 'auto' } = options;
  const scriptFile = options.telegramScriptFile ?? findTelegramScript();
  const useLocalScript = telegramScript === 'local' || (telegramScript === 'auto' && !(await telegramReachable()));
  const hooks = new Hooks();
  const routes = new Routes({ dist: resolve(dist), useLocalScript, scriptFile }, hooks);
  const servers = [0, 1].map(() =>
    // A connection that rests for Node's 5 s is cut just when somebody takes it up again.
    createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
      handle(routes, hooks, request, response).catch((error) => {
        console.error(error);
        response.destroy();
      });
    }),
  );
  const hostPort = await listen(servers[0], port, host);
  const appPort = await listen(servers[1], port === 0 ? 0 : port + 1, host).catch(() => listen(servers[1], 0, host));
  routes.appPort = appPort;
  return {
    hooks,
    port: hostPort,
    url: `http://127.0.0.1:${hostPort}/`,
    appUrl: `http://127.0.0.1:${appPort}/app/`,
    usesLocalScript: useLocalScript,
    scriptFile,
    async close() {
      for (const server of servers) {
        server.closeAllConnections();
        await new Promise((closed) => server.close(closed));
      }
    },
  };
}

/** @param {string[]} args @returns {Record<string, string>} */
function readFlags(args) {
  /** @type {Record<string, string>} */
  const flags = {};
  for (let i = 0; i < args.length; i += 2) {
    if (!/^--(port|host|dist|telegram-script)$/.test(args[i]) || args[i + 1] === undefined) {
      throw new Error(
        `usage: server.mjs [--port 8080] [--host 127.0.0.1] [--dist dist] [--telegram-script auto|local|remote]`,
      );
    }
    flags[args[i].slice(2)] = args[i + 1];
  }
  return flags;
}

async function main() {
  const flags = readFlags(process.argv.slice(2));
  const running = await startServer({
    port: Number(flags.port ?? 8080),
    host: flags.host,
    dist: flags.dist,
    telegramScript: /** @type {ServerOptions['telegramScript']} */ (flags['telegram-script']),
  });
  if (running.usesLocalScript && !running.scriptFile) {
    console.error("telegram.org can't be reached and there is no local copy of its script: npm install @twa-dev/sdk");
  }
  console.log(running.url);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main().catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
}
