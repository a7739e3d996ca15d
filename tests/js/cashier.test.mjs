/** The way to the shop's cashier, against the host server's real one. */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { createCashier } from '../../js-bridge/cashier.mjs';
import { startServer } from '../telegram-host/server.mjs';

const none = { on: 'cashierAnswered', request: 7, link: '', paid: false, denied: false, receipt: '', id: '' };
const denied = { ...none, denied: true };
const order = { order: 'A-1', key: 'c1', amount: 1250, currency: 'EUR', exponent: 2 };

/**
 * @param {string} url @param {Record<string, any>} question @param {any} [window]
 * @returns {Promise<any>} the one event
 */
async function ask(url, question, window = globalThis) {
  /** @type {any[]} */
  const events = [];
  await createCashier(window, 'query_id=1&hash=2', (event) => events.push(event))({ request: 7, url, question });
  assert.equal(events.length, 1);
  return events[0];
}

/** @param {import('node:test').TestContext} t @param {import('node:http').RequestListener} answer @returns {Promise<string>} its address */
async function serve(t, answer) {
  const server = createServer(answer);
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', () => ready(undefined)));
  return `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}/`;
}

test('an invoice is paid once Telegram has reported its money, and no sooner', async (t) => {
  const server = await startServer({ port: 0, dist: '.', telegramScript: 'local' });
  t.after(() => server.close());
  const url = new URL('/cashier', server.appUrl).href;
  const report = (/** @type {any} */ slug) => fetch(new URL('/telegram/paid', server.url), { method: 'POST', body: JSON.stringify({ slug }) });

  const first = await ask(url, { ...order, invoice: true });
  const second = await ask(url, { ...order, invoice: true });
  assert.match(first.link, /^https:\/\/t\.me\/\$[\w-]+$/);
  assert.notEqual(second.link, first.link);
  assert.deepEqual(first, { ...denied, link: first.link });
  assert.deepEqual(await ask(url, { ...order, invoice: false }), denied);

  await report('never-made');
  assert.equal((await ask(url, { ...order, invoice: false })).paid, false);
  const [slug, otherSlug] = [first, second].map(({ link }) => link.slice('https://t.me/$'.length));
  const known = async (/** @type {string} */ which) => (await (await report(which)).json()).known;
  assert.deepEqual([await known(slug), await known(slug), await known(otherSlug)], [true, true, false]);   // One payment an order.
  const receipt = 'https://pay.example.com/receipts/c1.pdf';
  assert.deepEqual(await ask(url, { ...order, invoice: true }), { ...none, paid: true, receipt });
  assert.equal((await ask(url, { ...order, amount: 1251, invoice: false })).paid, false);
  assert.equal((await ask(url, { ...order, key: 'c2', invoice: false })).paid, false);
});

test('a cashier that is away, refuses, or says nonsense is as good as none', async (t) => {
  const long = 'https://'.padEnd(501, 'a');
  const says = ['{"link":5,"paid":"true","receipt":{"toString":1}}', '[]', 'null', '<html>', '{"paid":1}', '{"link":"https://t.me/$\\ud800","receipt":"\\udc00\\ud800","id":"\\ud83c"}', `{"link":"${long}","receipt":"${long}","id":"${long}"}`];
  let next = 0;
  const url = await serve(t, (request, response) => {
    response.writeHead(next < says.length ? 200 : 500);
    response.end(says[next] ?? '{"paid":true}');
    next += 1;
  });
  for (let i = 0; i <= says.length; i += 1) assert.deepEqual(await ask(url, order), none);
  assert.deepEqual(await ask('http://127.0.0.1:1/', order), none);
});

test('the bot behind it prepares what the client passes on', async (t) => {
  const server = await startServer({ port: 0, dist: '.', telegramScript: 'local' });
  t.after(() => server.close());
  const url = new URL('/cashier', server.appUrl).href;

  const { id, ...rest } = await ask(url, { prepare: 'message', text: 'Look', start_param: 'r_42' });

  assert.match(id, /^[\w-]+$/);
  assert.deepEqual({ ...rest, id: '' }, none);
  assert.notEqual((await ask(url, { prepare: 'chat', text: 'Look', start_param: 'r_42' })).id, id);
  assert.deepEqual(await ask(url, { prepare: 'video', text: 'Look', start_param: 'r_42' }), none);
  assert.deepEqual(await ask(url, { prepare: 'chat', text: 'Look' }), none);
});

test('the cashier hears what is asked and who asks', async (t) => {
  let heard = '';
  const url = await serve(t, async (request, response) => {
    for await (const chunk of request) heard += chunk;
    response.end('{}');
  });
  await ask(url, { ...order, invoice: true });
  assert.deepEqual(JSON.parse(heard), { ...order, invoice: true, init_data: 'query_id=1&hash=2' });
});

/** @param {(name: string, input: any, callback: (error: any, result?: any) => void) => void} call */
const served = (call) => ask('serverless:pay_1', { ...order, invoice: true }, { Telegram: { WebApp: { Serverless: { call } } } });

test('a cashier on Telegram’s servers is asked by its name, and needs no launch data', async () => {
  /** @type {any[]} */
  const heard = [];
  const link = 'https://t.me/$Ab';
  assert.deepEqual(await served((name, input, callback) => {
    heard.push([name, input]);
    callback(null, { link, paid: false });
    callback(null, { paid: true });
  }), { ...denied, link });
  assert.deepEqual(heard, [['pay_1', { ...order, invoice: true }]]);
});

test('Telegram’s servers that refuse, throw or are not there are as good as no cashier', async () => {
  assert.deepEqual(await served((_, __, callback) => callback({ status: 400 }, { paid: true })), none);
  assert.deepEqual(await served(() => {
    throw Error('no init data');
  }), none);
  assert.deepEqual(await served((_, __, callback) => callback(null)), none);
  for (const window of [{}, { Telegram: {} }, { Telegram: { WebApp: {} } }]) {
    assert.deepEqual(await ask('serverless:pay_1', order, window), none);
  }
});

test('Telegram’s servers have as much time as others', async (t) => {
  /** @type {any[]} */
  const limits = [];
  t.mock.method(globalThis, 'setTimeout', (/** @type {() => void} */ act, /** @type {number} */ ms) => {
    limits.push(ms);
    queueMicrotask(act);
  });
  assert.deepEqual(await served(() => {}), none);
  assert.deepEqual(limits, [10000]);
});
