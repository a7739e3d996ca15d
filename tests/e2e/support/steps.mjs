/** What several stories do on their way. */
import assert from 'node:assert/strict';

/** @typedef {import('./app.mjs').App} App */

/** Serves another body in place of the shop file. @param {(text: string) => string} change */
export const withShop = (change) => async (/** @type {import('playwright-core').Page} */ page) => {
    await page.route(/burger-bar[^/]*\.json$/, async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: change(await response.text()), headers: { 'content-type': 'application/json' } });
    });
};

/** Opens a product through the search, as someone does who knows what they want. @param {App} app @param {string} name */
export async function openProduct(app, name) {
    await app.settle();
    if (!(await app.isThere('searchbox', /search/i))) await app.tap('button', 'Search', { exact: true });
    await app.see('searchbox', /search/i);
    await app.find('searchbox', /search/i).fill(name);
    await app.tap('button', new RegExp(`^${name}`));
    await app.see('heading', name);
    await app.settle();
}

/** @param {App} app @param {string} name */
export async function addToCart(app, name) {
    await openProduct(app, name);
    await app.pressMain(/^Add/);
    await app.settle();
}

/** @param {App} app */
export async function fillDetails(app, { name = 'Ada Lovelace', phone = '+44 20 7946 0958', address = 'St James’s Square 12' } = {}) {
    await app.find('textbox', 'Name').fill(name);
    await app.find('textbox', 'Phone').fill(phone);
    if (await app.isThere('textbox', 'Address')) await app.find('textbox', 'Address').fill(address);
}

/** From a cart with something in it to the page that says it worked. @param {App} app */
export async function placeOrder(app) {
    await app.pressMain(/^View order/);
    await app.see('heading', 'Your order');
    await app.pressMain(/checkout/);
    await app.see('heading', 'Checkout');
    await fillDetails(app);
    await app.pressMain(/^Place order/);
    await app.see('heading', /is in!$/);
}

/** The orders that the embedded shop's side keeps. @param {App} app @returns {Promise<any[]>} */
export async function storedOrders(app) {
    const frame = await app.frame();
    const text = await frame.evaluate(() => localStorage.getItem('kiosk:shop'));
    assert.ok(text, 'the shop’s side has saved nothing');
    return JSON.parse(text).book.records.map((/** @type {any} */ record) => record.order);
}
