import assert from 'node:assert/strict';
import { story } from '../support/harness.mjs';
import { addToCart, fillDetails, openProduct, placeOrder, slowKitchen, storedOrders } from '../support/steps.mjs';

/** @typedef {import('../support/app.mjs').App} App */

const aheadMs = 400;   // Until every page has been asked, on a busy machine too.

/**
 * Presses the main buttons at the same moment of the clock: neither tab can have heard of the other.
 * @param {App[]} apps @param {RegExp} text of every one of them
 */
async function pressTogether(apps, text) {
    for (const app of apps) await app.until(async () => text.test((await app.host('state')).mainButton.text), `a main button ${text}`);
    const at = Date.now() + aheadMs;
    const pressed = await Promise.all(apps.map((app) => app.page.evaluate((moment) => {
        while (Date.now() < moment);   // Timers of a tab behind come late.
        return /** @type {any} */ (window).telegramHost.pressMainButton();
    }, at)));
    assert.deepEqual(pressed, apps.map(() => true));
}

/** What the cart's page lists, from the top. @param {App} app */
async function listed(app) {
    await app.see('heading', 'Your order');
    await app.settle();
    return app.find('group', /, Quantity$/).evaluateAll((groups) => groups.map((group) => group.getAttribute('aria-label')));
}

story('two tabs share one cart and place one order', async (t) => {
    const first = await t.open({});
    const second = await t.open({ beside: first });
    const tabs = [first, second];
    await first.page.bringToFront();  // One behind is drawn no frames and never settles.
    await addToCart(first, 'Smoky Bacon');
    const dishes = ['The Classic', 'Falafel Stack'];
    for (const [i, app] of tabs.entries()) {
        await app.page.bringToFront();
        await openProduct(app, dishes[i]);
    }
    await pressTogether(tabs, /^Add/);

    /** @type {any[]} */
    const carts = [];
    for (const app of [second, first]) {
        await app.page.bringToFront();
        await app.pressMain(/^View order \(3\)/);
        carts.push(await listed(app));
        await app.pressMain(/checkout/);
        await fillDetails(app);
        await app.settle();
    }
    assert.deepEqual(carts[0], carts[1]);
    assert.deepEqual([...carts[0]].sort(), ['Smoky Bacon', ...dishes].map((dish) => `${dish}, Quantity`).sort());

    await pressTogether(tabs, /^Place order/);
    for (const app of tabs) {
        await app.page.bringToFront();
        await app.see('heading', /is in!$/);
        await app.settle();
    }
    const orders = await storedOrders(second);
    assert.deepEqual(orders.map(({ lines }) => lines.length), [3]);
});

/** A tab that hears of nothing another one saves once `isDeaf` is set. @param {import('playwright-core').Page} page */
const canBeDeaf = (page) => page.addInitScript(() => {
    addEventListener('storage', (event) => /** @type {any} */ (window).isDeaf && event.stopImmediatePropagation(), true);
});

story('a tab that has not heard of the order places no second one', async (t) => {
    const first = await t.open({});
    const second = await t.open({ beside: first, prepare: canBeDeaf });
    await first.page.bringToFront();
    await addToCart(first, 'Smoky Bacon');
    for (const app of [second, first]) {
        await app.page.bringToFront();
        await app.pressMain(/^View order \(1\)/);
        await app.pressMain(/checkout/);
        await fillDetails(app);
        await app.settle();
    }
    const frame = await second.frame();
    await frame.evaluate(() => (/** @type {any} */ (window).isDeaf = true));
    await first.pressMain(/^Place order/);
    await first.see('heading', /is in!$/);
    await first.settle();

    await pressTogether([second], /^Place order/);

    await second.page.bringToFront();
    await second.see('heading', /is in!$/);
    await second.settle();
    assert.equal((await storedOrders(second)).length, 1);
});

story('another account in the same browser starts afresh, and the first one finds its own again', async (t) => {
    const hers = await t.open({ prepare: slowKitchen });
    await addToCart(hers, 'Smoky Bacon');
    await placeOrder(hers);
    await hers.pressMain('To the menu');
    await addToCart(hers, 'The Classic');
    const [{ id }] = await storedOrders(hers);
    await hers.pressBack();
    await hers.tap('button', 'My orders');
    await hers.see('button', new RegExp(id));

    const his = await t.open({ beside: hers, extra: 'user=43&names=cyrillic' });
    await his.page.bringToFront();
    assert.equal((await his.host('state')).mainButton.isVisible, false);
    await his.tap('button', 'My orders');
    await his.read('No orders yet');
    await his.pressBack();
    await addToCart(his, 'Falafel Stack');
    await his.pressMain(/^View order \(1\)/);
    assert.deepEqual(await listed(his), ['Falafel Stack, Quantity']);
    await his.pressMain(/checkout/);
    await his.expectValue('Name', /^Анна Петрова$/);
    for (const field of ['Phone', 'Address']) await his.expectValue(field, /^$/);

    const again = await t.open({ beside: hers, prepare: slowKitchen });
    await again.page.bringToFront();
    await again.see('button', new RegExp(id));
    await again.pressBack();
    await again.pressMain(/^View order \(1\)/);
    assert.deepEqual(await listed(again), ['The Classic, Quantity']);
});
