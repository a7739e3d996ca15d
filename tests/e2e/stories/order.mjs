import assert from 'node:assert/strict';
import { story } from '../support/harness.mjs';
import { addToCart, openProduct, placeOrder, slowKitchen, storedOrders } from '../support/steps.mjs';

story('a configured burger is ordered, survives a reload and is delivered', async (t) => {
    const app = await t.open({ density: 2, profile: 'ios' });
    await openProduct(app, 'Smoky Bacon');
    await app.tap('radio', /^Double/);
    await app.tap('button', 'One Crisp bacon more');
    await app.tap('checkbox', 'Blue cheese');
    await app.tap('button', /^One Smoky Bacon more/);
    await app.pressMain(/^Add/);
    await app.pressMain(/^View order \(2\)/);
    await app.see('heading', 'Your order');
    await app.pressBack();
    await app.settle();

    await app.host('reload');
    await app.see('searchbox', /search/i);
    await placeOrder(app);
    await app.pressMain('Track order');
    await app.see('heading', /Sent to the kitchen|Accepted/);
    await app.settle();
    await app.host('reload');
    await app.see('heading', /Sent to the kitchen|Accepted|Being prepared|Waiting|On the way|Delivered/);
    await app.find('heading', 'Delivered').waitFor({ state: 'attached', timeout: 100_000 });
    const [order] = await storedOrders(app);
    assert.equal(order.state, 'delivered');
    assert.deepEqual([order.lines[0].quantity, order.lines[0].options], [2, ['Double, 240 g', 'Dry-aged beef', 'Medium', 'Buttered brioche', 'Crisp bacon', 'Blue cheese']]);
});

/** Sees that the row copies the order's number, and says so. @param {import('../support/app.mjs').App} app @param {string} number */
async function copyNumber(app, number) {
    await app.tap('button', 'Copy order number');
    await app.read(/^Copied$/);
    await app.until(async () => (await app.page.evaluate(() => navigator.clipboard.readText())) === number, 'the number in the clipboard');
    await app.page.evaluate(() => navigator.clipboard.writeText(''));
}

story('the number of an order is copied with a tap, also where a frame is denied the clipboard', async (t) => {
    const app = await t.open({ prepare: slowKitchen });
    await app.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await addToCart(app, 'Smoky Bacon');
    await placeOrder(app);
    const number = (await storedOrders(app))[0].id;
    await copyNumber(app, number);
    await app.pressMain('Track order');
    const frame = await app.frame();
    await frame.evaluate(() => {
        navigator.clipboard.writeText = () => Promise.reject(new DOMException('denied', 'NotAllowedError'));
    });
    await copyNumber(app, number);
});

story('a double tap places one order', async (t) => {
    const app = await t.open({ profile: 'android' });
    await openProduct(app, 'Smoky Bacon');
    await app.pressMain(/^Add/);
    await app.pressMain(/^View order/);
    await app.pressMain(/checkout/);
    await app.find('textbox', 'Name').fill('Ada');
    await app.find('textbox', 'Phone').fill('+44 20 7946 0958');
    await app.find('textbox', 'Address').fill('Square 12');
    await app.settle();
    await app.page.evaluate(() => {
        const host = /** @type {any} */ (window).telegramHost;
        host.pressMainButton();
        host.pressMainButton();
    });
    await app.see('heading', /is in!$|Sent to the kitchen|Accepted/);
    assert.equal((await storedOrders(app)).length, 1);
});
