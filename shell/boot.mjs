// Start-up: everything is fetched at once, the program starts when it is compiled, whether or not Telegram's script came. What goes
// wrong is said in words, with a way out; the saved state is never touched here.

import { createHost } from '../js-bridge/host.mjs';
import { launchParams, ownerOf, word } from '../js-bridge/launch.mjs';
import { nearest } from './languages.mjs';
import { clearTrouble, explainNoProgram, sayTrouble } from './trouble.mjs';

const shopFile = 0;    // File of src/web/program.h
const textsFile = 1;
const copyFile = 2;
const scriptLimitMs = 1500;
const slowMs = 12000;
let started = false;   // The first real frame is on screen.

/** @type {Record<string, string>} language -> address */
const texts = /** @type {any} */ ('@@assets:assets/texts/*.json@@');
const programUrl = '@@asset:kiosk.wasm@@';

/** @param {string} id @returns {any} */
const element = (id) => document.getElementById(id);
const shopUrl = /** @type {HTMLMetaElement} */ (document.querySelector('meta[name=kiosk-shop]')).content;

/** @param {string} url */
async function fetchBytes(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Streams where the server says application/wasm, else compiles what came. */
async function compile() {
  const response = await fetch(programUrl);
  if (!response.ok) throw new Error(`${response.status} ${programUrl}`);
  try {
    return await WebAssembly.compileStreaming(response.clone());
  } catch {
    return WebAssembly.compile(await response.arrayBuffer());
  }
}

/** @type {Map<string, Promise<Uint8Array>>} */
const files = new Map();
/** Each file once, but again after a failure. @param {string} url */
function file(url) {
  let bytes = files.get(url);
  if (!bytes) {
    bytes = fetchBytes(url);
    bytes.catch(() => files.delete(url));
    files.set(url, bytes);
  }
  return bytes;
}

/** Telegram's script: there, or not in time. @param {Promise<unknown>} compiled */
function telegramScript(compiled) {
  const webApp = () => window.Telegram?.WebApp;
  return new Promise((resolve) => {
    const done = () => void resolve(webApp());
    if (webApp()) done();
    element('telegram').addEventListener('load', done);
    element('telegram').addEventListener('error', done);
    compiled.then(() => setTimeout(done, scriptLimitMs), done);
  });
}

/** Events that came before Telegram's script did. */
function replayEarly() {
  const view = window.Telegram?.WebView;
  const early = window.kioskEarly.splice(0);
  for (const [type, data] of early) view.receiveEvent(type, data);
}

/** What the program sees of the page. @param {import('../js-bridge/web_app').WebApp | undefined} webApp */
function connect(webApp) {
  /** @type {string[]} */
  const waiting = [];
  /** @type {(json: string) => void} */
  let deliver = (json) => void waiting.push(json);
  /** @type {(file: number, bytes: Uint8Array) => void} */
  let deliverFile = () => {};
  /** @param {Record<string, any>} event */
  const emit = (event) => deliver(JSON.stringify(event));
  const host = createHost({ webApp, window, emit });

  /** @param {number} kind @param {string} name @param {string} url @param {(error: Error) => void} failed */
  function load(kind, name, url, failed) {
    file(url).then((bytes) => {
      const head = new TextEncoder().encode(name + '\n');
      const whole = new Uint8Array(head.length + bytes.length);
      whole.set(head);
      whole.set(bytes, head.length);
      deliverFile(kind, whole);
    }).catch(failed);
  }
  /** @type {Record<string, (message: any) => void>} */
  const own = {
    loadShop: () => load(shopFile, shopUrl, shopUrl, (error) => {
      emit({ on: 'shopUnreachable', detail: word(error.message) });
    }),
    loadTexts: ({ language }) => {
      const chosen = nearest(language || userLanguage(), texts);
      document.documentElement.lang = chosen;
      document.documentElement.dir = /^(ar|fa|he|ur)\b/.test(chosen) ? 'rtl' : 'ltr';
      load(textsFile, chosen, texts[chosen], (error) => sayTrouble('The texts could not be loaded', error.message, 'Try again'));
    },
    noGraphics: () => explainNoProgram('This browser can’t run the app: it has no WebGL.', file(shopUrl)),
    ready: () => {
      started = true;
      clearTrouble();
      const skeleton = element('skeleton');
      skeleton.classList.add('gone');
      setTimeout(() => skeleton.remove(), 250);
      host.perform({ do: 'ready' });
    },
  };
  return {
    ...host, canvas: element('canvas'), stage: element('stage'), mirror: element('mirror'),
    /** @param {string} json */
    perform(json) {
      const message = JSON.parse(json);
      (own[message.do] || host.perform)(message);
    },
    /** @param {(json: string) => void} onEvent @param {(file: number, bytes: Uint8Array) => void} onFile */
    listen(onEvent, onFile) {
      deliver = onEvent;
      deliverFile = onFile;
      waiting.splice(0).forEach(onEvent);
      host.takeBack((copy) => onFile(copyFile, new TextEncoder().encode(copy)));
    },
  };
}

function userLanguage() {
  return word(launchParams(location).user?.language_code || navigator.language);
}

/** What the program will ask for: the language that was chosen in it, else the user's. */
function firstLanguage() {
  let saved;
  try {
    saved = localStorage.getItem('kiosk:state' + ownerOf(launchParams(location)));
  } catch {}
  return /"language":"([\w-]+)"/.exec(saved || '')?.[1] || userLanguage();
}

async function boot() {
  const shop = file(shopUrl);
  file(texts[nearest(firstLanguage(), texts)]).catch(() => {});
  if (typeof WebAssembly !== 'object') {
    explainNoProgram('This browser can’t run the app: WebAssembly is switched off (Lockdown Mode does that).', shop);
    return;
  }
  const compiled = compile();
  const factory = import('./kiosk.mjs');
  const webApp = await telegramScript(compiled);
  if (webApp) replayEarly();
  const host = connect(webApp);
  const program = await compiled;
  const { default: start } = await factory;
  await start({
    host,
    onAbort: crashed,
    /** @param {any} imports @param {(instance: WebAssembly.Instance, module: WebAssembly.Module) => void} received */
    instantiateWasm(imports, received) {
      WebAssembly.instantiate(program, imports).then((instance) => received(instance, program), crashed);
      return {};
    },
  });
  host.start();
}

/** @param {unknown} reason */
function crashed(reason) {
  sayTrouble('Something went wrong', `Your cart and your orders are saved. (${String(reason)})`, 'Reload');
}

addEventListener('error', (event) => {
  if (event.error instanceof WebAssembly.RuntimeError) crashed(event.error.message);
});
setTimeout(() => {
  if (!started && element('trouble').hidden) sayTrouble('Still loading', 'The connection is slow.', 'Reload');
}, slowMs);
boot().catch((error) => {
  sayTrouble('The shop could not be loaded', error.message, 'Reload');
});
