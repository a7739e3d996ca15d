import assert from 'node:assert/strict';
import { story } from '../support/harness.mjs';
import { addToCart, placeOrder, slowKitchen, storedOrders, withScript, withShop } from '../support/steps.mjs';

/** @typedef {import('../support/app.mjs').App} App */

/**
 * An order that waits for its money, with its invoice open.
 * @param {import('../support/harness.mjs').Story} t @param {import('../support/app.mjs').OpenOptions} [options]
 */
async function openInvoice(t, options) {
    const app = await t.open({ prepare: slowKitchen, ...options });
    await addToCart(app, 'Smoky Bacon');
    await placeOrder(app);
    return { app, slug: await pay(app) };
}

/** @param {App} app @returns {Promise<string>} the invoice's slug */
async function pay(app) {
    await app.tap('button', /^Pay now/);
    await app.until(async () => (await app.host('state')).invoice !== null, 'an invoice');
    return (await app.host('state')).invoice.slug;
}

/** Telegram tells the cashier, past the page. @param {import('../support/harness.mjs').Story} t @param {string} slug */
async function bringMoney(t, slug) {
    const told = await fetch(new URL('/telegram/paid', t.server.url), { method: 'POST', body: JSON.stringify({ slug }) });
    assert.deepEqual(await told.json(), { known: true });
}

/**
 * The client tells of the money before the cashier can.
 * @param {import('../support/harness.mjs').Story} t @param {'paid' | 'pending'} status
 */
async function closeBeforeTheBank(t, status) {
    t.server.hooks.block('/telegram/paid');
    const opened = await openInvoice(t);
    opened.app.expectedErrors = /Failed to fetch|ERR_/;
    await opened.app.host('closeInvoice', status);
    return opened;
}

/** @param {App} app */
const isPaid = async (app) => (await storedOrders(app))[0].paid === true;

story('an order is paid once its money has come, whatever the client says', async (t) => {
    const { app, slug } = await closeBeforeTheBank(t, 'paid');
    await app.read('Waiting for the bank…');
    await app.page.waitForTimeout(4000);
    assert.equal(await isPaid(app), false);

    t.server.hooks.unblock();
    await bringMoney(t, slug);
    await app.read(/^Paid$/);
    assert.equal(await isPaid(app), true);
    await app.host('reload');
    await app.see('heading', /is in!$/);
    await app.read(/^Paid$/);
});

story('an invoice that was closed can be opened anew, and one that failed may yet be paid', async (t) => {
    const { app, slug } = await openInvoice(t);
    await app.host('closeInvoice', 'cancelled');
    await app.see('button', /^Pay now/);

    const second = await pay(app);
    assert.notEqual(second, slug);
    await bringMoney(t, second);
    await app.host('closeInvoice', 'failed');
    await app.read(/^Paid$/);
});

story('an order that is cancelled while the bank is at work is not said to cost nothing', async (t) => {
    const { app, slug } = await closeBeforeTheBank(t, 'pending');
    await app.pressMain('Track order');
    await app.tap('button', 'Cancel order');
    await app.answerQuestion('yes');
    await app.see('heading', 'Cancelled');
    await app.host('reload');
    await app.see('heading', 'Cancelled');
    await app.read('Waiting for the bank…');
    assert.doesNotMatch(await app.shown(), /Nothing is charged/);

    t.server.hooks.unblock();
    await bringMoney(t, slug);
    await app.host('setVisible', false);
    await app.host('setVisible', true);
    await app.read('Paid: the shop gives it back');
});

/** @param {App} app @param {string} message @returns {Promise<any>} what the client was told with it */
const told = async (app, message) => (await app.host('waitFor', message)).eventData;

story('the receipt of a paid order is saved by the client', async (t) => {
    const { app, slug } = await openInvoice(t);
    await bringMoney(t, slug);
    await app.host('closeInvoice', 'paid');
    await app.tap('button', 'Receipt');
    const [{ id, key }] = await storedOrders(app);
    assert.deepEqual(await told(app, 'web_app_request_file_download'), {
        url: `https://pay.example.com/receipts/${key}.pdf`, file_name: `receipt-${id}.pdf`,
    });
    await app.host('answerPrompt', true);
});

story('a client that saves no files opens the receipt in the browser', async (t) => {
    const { app, slug } = await openInvoice(t, { version: '7.10' });
    await bringMoney(t, slug);
    await app.host('closeInvoice', 'paid');
    await app.tap('button', 'Receipt');
    assert.match((await told(app, 'web_app_open_link')).url, /^https:\/\/pay\.example\.com\/receipts\/.+\.pdf$/);
});

/** An endpoint on Telegram's servers, in front of the server's cashier. */
const endpoint = `Telegram.WebApp.Serverless = {
    call: (name, question, callback) => fetch('/' + name, { method: 'POST', body: JSON.stringify({ ...question, init_data: '' }) })
        .then((response) => response.json()).then((answer) => callback(null, answer), callback),
};`;

story('a cashier on Telegram’s servers takes the money', async (t) => {
    const { app, slug } = await openInvoice(t, {
        prepare: async (page) => {
            await withShop((text) => JSON.stringify({ ...JSON.parse(text), demo: { minute_ms: 60_000 }, cashier: 'serverless:cashier' }))(page);
            await withScript(endpoint)(page);
        },
    });
    await bringMoney(t, slug);
    await app.host('closeInvoice', 'paid');
    await app.read(/^Paid$/);
    assert.equal(await isPaid(app), true);
});
