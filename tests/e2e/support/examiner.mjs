/**
 * Examines Telegram's side of the app as it ships: asks the program for calls by the manifest's numbers (ExamineTelegram), and reads
 * what its model holds (ReportTelegram). In between is everything: C++, wasm, bridge.js, host.mjs, Telegram's own script with the
 * double for what is newer than the npm copy, and a client of the host page.
 */
import { events, methods, outcomes, properties } from '../../js/manifest.mjs';
import { methodScenarios } from '../../js/telegram_scenarios.mjs';
import { withNewerScript } from './steps.mjs';

/** @typedef {import('./app.mjs').App} App */
/** @typedef {import('../../js/telegram_scenarios.mjs').Scenario} Scenario */
/** @typedef {import('../../js/telegram_scenarios.mjs').Step} Step */
/** @typedef {{ outcome: string, code: string, values: any[] }} Answer */

const waitMs = 5_000;
const silenceMs = 700;   // A client that has not answered by then never does: its answers come within milliseconds.
const longMs = 2_500;   // Shorter than every limit of the manifest.
const echoMs = 150;   // An event that is told twice is told twice by then.
/** Calls that end the app, and their answer with it. */
const closing = new Set(['close', 'sendData', 'switchInlineQuery']);
const kinds = { Flag: 'boolean', Number: 'number', Text: 'string', Object: 'object' };

/** Runs in the app's page, before its own scripts. @param {{ longMs: number }} options */
function record({ longMs: heldMs }) {
  /** @type {any} */
  const page = window;
  /** @type {any[]} */
  const reports = [];
  /** @type {any} */
  const model = {};
  /** @type {any} */
  const examination = {
    model, reports, emit: null, isHolding: false,
    /** @param {number} method @param {any[]} fields */
    send(method, fields) {
      const from = reports.length;
      examination.emit({ on: 'examineTelegram', method, fields: JSON.stringify(fields) });
      const { index, json } = reports.slice(from).find(({ kind }) => kind === 3);
      return { request: index, fallback: Number(json) };
    },
    /** @param {number} request */
    answersTo: (request) => reports.filter(({ kind, index }) => kind === 2 && index === request),
  };
  page.examination = examination;
  page.kioskExaminer = (/** @type {any} */ message) => {
    if (message.emit) examination.emit = message.emit;
    else reports.push(message);
    if (message.kind === 0) model[message.index] = JSON.parse(message.json);
  };
  // Limits are minutes long: while they are held, they end when the examiner says so.
  const { setTimeout: later, clearTimeout: forget } = window;
  /** @type {Map<number, () => void>} */
  const held = new Map();
  let lastHeld = 0;
  page.setTimeout = (/** @type {any} */ call, /** @type {number} */ ms, /** @type {any[]} */ ...args) => {
    if (!examination.isHolding || !(ms > heldMs)) return later(call, ms, ...args);
    held.set(--lastHeld, () => call(...args));
    return lastHeld;
  };
  page.clearTimeout = (/** @type {number} */ timer) => held.delete(timer) || forget(timer);
  examination.expire = () => {
    const due = [...held.values()];
    held.clear();
    due.forEach((call) => call());
  };
}

/** What Telegram's object says itself, by the manifest's paths. @param {string[]} paths */
function readClient(paths) {
  const { WebApp } = /** @type {any} */ (window).Telegram;
  return paths.map((path) => {
    const value = path.split('.').reduce((object, key) => object?.[key], WebApp);
    return /^[A-Z]\w*$/.test(path) ? !!value : JSON.parse(JSON.stringify(value ?? null));
  });
}

export class Examiner {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    this.isHolding = false;   // Limits end when outlast() says so.
    this.driven = { methods: new Set(), properties: new Set(), events: new Set() };
    /** @type {Map<string, number>} */
    this.fallbacks = new Map();   // By path, as the program told when it was called.
  }

  /** @param {import('./harness.mjs').Story} t @param {import('./app.mjs').OpenOptions} options */
  static async open(t, options) {
    const app = await t.open({
      version: '9.6', extra: 'inline&settings&transport=native', ...options,
      prepare: async (page) => {
        await page.addInitScript(record, { longMs });
        await withNewerScript(page);
      },
    });
    app.expectedErrors = /./;   // Exceptions of the script are part of what is examined.
    const examiner = new Examiner(app);
    await examiner.begin();
    return examiner;
  }

  async begin() {
    this.frame = await this.app.frame();
    await this.frame.waitForFunction(() => !!(/** @type {any} */ (window).examination?.emit), undefined, { timeout: waitMs });
    await this.call('isVersionAtLeast', ['6.0']);
  }

  /** The client closed the app. */
  async isGone() {
    return (await this.app.page.locator('iframe').count()) === 0;
  }

  /** What a page asks of the client by itself would be asked again after the launch. */
  async leavePages() {
    for (let pages = 0; pages < 8 && (await this.app.host('state')).backButton.isVisible; pages += 1) {
      await this.app.host('pressBack');
      await this.app.page.waitForTimeout(500);
    }
  }

  /** The same client anew, on its first page. @param {Record<string, any>} [options] of the launch @param {Record<string, any>} [stores] */
  async relaunch(options = {}, stores = { cloud: {}, device: {}, secure: {}, restorable: {} }) {
    if (!(await this.isGone())) {
      await this.note();
      await this.leavePages();
    }
    await this.app.host('setStores', stores);
    await this.app.host('launch', options);
    await this.begin();
  }

  /**
   * @template T
   * @param {(examination: any, argument: any) => T} read @param {any} [argument]
   * @returns {Promise<T>}
   */
  look(read, argument) {
    const code = `(${read})(window.examination, ${JSON.stringify(argument) ?? 'undefined'})`;
    return /** @type {any} */ (this.frame).evaluate(code);
  }

  /** Sends a call, and waits until the client heard it or it is answered.
   * @param {string} path @param {any[]} [fields] @returns {Promise<number>} the request, 0: this client is too old */
  async send(path, fields = []) {
    const method = methods.findIndex((row) => row.path === path);
    const logged = (await this.app.host('log')).at(-1)?.n ?? 0;
    const { request, fallback } = await this.look((examination, [number, values, isHolding]) => {
      examination.isHolding = isHolding;
      return examination.send(number, values);
    }, [method, fields, this.isHolding]);
    this.fallbacks.set(path, fallback);
    const { did } = methodScenarios[path];
    for (const end = Date.now() + waitMs; request && Date.now() < end;) {
      if ((await this.answersTo(request)).length) break;
      if (did && (await this.app.host('log', did)).some((/** @type {any} */ { n, from }) => n > logged && from === 'app')) break;
    }
    return request;
  }

  /** @param {number} request @returns {Promise<any[]>} */
  answersTo(request) {
    return this.look((examination, number) => examination.answersTo(number), request);
  }

  /** @param {number} request @returns {Promise<Answer>} the only one */
  async answer(request) {
    if (!request) return { outcome: 'unsupported', code: '', values: [] };
    for (const end = Date.now() + waitMs; Date.now() < end;) {
      const found = await this.answersTo(request);
      if (found.length > 1) throw new Error(`request ${request} was answered ${found.length} times`);
      if (!found.length) continue;
      const [kind, code, values] = JSON.parse(found[0].json);
      return { outcome: outcomes[kind], code, values: JSON.parse(values) };
    }
    throw new Error(`request ${request} was never answered`);
  }

  /** @param {string} path @param {any[]} [fields] */
  async call(path, fields) {
    return this.answer(await this.send(path, fields));
  }

  /** @param {Step[]} steps */
  async walk(steps) {
    for (const [what, ...args] of steps) {
      if (what === '>advance') await this.app.page.waitForTimeout(args[0]);
      else if (what.startsWith('>')) await this.app.host(what.slice(1), ...args);
      else await this.send(what, args);
    }
  }

  /** Does what the row's scenario says, and gives its answer. @param {string} path @returns {Promise<Answer>} */
  async drive(path) {
    await this.walk(methodScenarios[path].before ?? []);
    return this.ask(path);
  }

  /** The row's call itself, and what the person does about it. @param {string} path @returns {Promise<Answer>} */
  async ask(path) {
    const { fields, after = [] } = methodScenarios[path];
    try {
      const request = await this.send(path, fields);
      await this.walk(after);
      if (this.isHolding && request) await this.outlast(request);
      return await this.answer(request);
    } catch (error) {
      if (!(await this.isGone())) throw error;
      if (await this.closes(path)) return { outcome: 'values', code: '', values: [] };
      throw new Error('the client closed the app');
    }
  }

  /** Whether the row's call ends the app: links into Telegram do so on some clients. @param {string} path */
  async closes(path) {
    return closing.has(path) || (path === 'openTelegramLink' && (await this.app.host('behaviour')).tgLinkCloses);
  }

  /** Whether the app is still there after the row's call, or was closed by it, as it must be. @param {string} path */
  async hasEndedWell(path) {
    const closes = await this.closes(path);
    for (const end = Date.now() + waitMs; closes && !(await this.isGone()) && Date.now() < end;);
    return (await this.isGone()) === closes;
  }

  /** Does what comes before the row's call, and says how much the client had heard then, and the program reported. @param {string} path */
  async prepare(path) {
    const { before } = methodScenarios[path];
    if (before) {
      await this.walk(before);
      await this.app.settle();   // What it leads to is not the call's doing.
    }
    const reported = await this.look((examination) => examination.reports.length);
    return { heard: (await this.app.host('log')).at(-1)?.n ?? 0, reported };
  }

  /**
   * What the app said to the client since, of one kind, or what the client noted about it.
   * @param {{ heard: number }} mark @param {string} did @param {'app' | 'note'} [who] @returns {Promise<any[]>}
   */
  async saidSince({ heard }, did, who = 'app') {
    return (await this.app.host('log', did)).filter((/** @type {any} */ { n, from }) => n > heard && from === who);
  }

  /**
   * How many of these events the program was told since, once they are as many as these, and a little later.
   * @param {{ reported: number }} mark @param {string[]} expected
   */
  async countToldSince({ reported }, expected) {
    const numbers = events.flatMap(({ event }, index) => (expected.includes(event) ? [index] : []));
    const count = () => this.look((examination, [from, wanted]) => examination.reports.slice(from)
      .filter((/** @type {any} */ { kind, index }) => kind === 1 && wanted.includes(index)).length, [reported, numbers]);
    for (const end = Date.now() + waitMs; (await count()) < expected.length && Date.now() < end;);
    await this.app.page.waitForTimeout(echoMs);
    return count();
  }

  /** Adds up what was told since the launch. */
  async note() {
    const { model, heard } = await this.look((examination) => ({
      model: examination.model,
      heard: [...new Set(examination.reports.filter((/** @type {any} */ report) => report.kind === 1)
        .map((/** @type {any} */ report) => report.index))],
    }));
    for (const index of heard) this.driven.events.add(events[index].event);
    for (const [index, value] of Object.entries(model)) {
      const { kind, path } = properties[Number(index)];
      if (value !== null && typeof value === kinds[/** @type {keyof typeof kinds} */ (kind)]) this.driven.properties.add(path);
    }
  }

  /** Properties of which the model says something else than the client; a value of another kind is none. */
  async differences() {
    await this.call('isVersionAtLeast', ['6.0']);
    const client = await /** @type {any} */ (this.frame).evaluate(readClient, properties.map(({ path }) => path));
    const model = await this.look((examination) => examination.model);
    return properties.flatMap(({ path, kind }, index) => {
      const isOfKind = typeof client[index] === kinds[/** @type {keyof typeof kinds} */ (kind)];
      const theirs = JSON.stringify(isOfKind ? client[index] : null);
      const ours = JSON.stringify(model[index] ?? null);
      return theirs === ours ? [] : [`${path}: ${theirs} there, ${ours} here`];
    });
  }

  /** Waits as long as clients take to answer, then lets every limit end. @param {number} request */
  async outlast(request) {
    for (const end = Date.now() + silenceMs; Date.now() < end;) if ((await this.answersTo(request)).length) return;
    await this.look((examination) => examination.expire());
  }
}
