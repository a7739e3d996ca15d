import assert from 'node:assert/strict';
import { story } from '../support/harness.mjs';
import { openProduct, placeOrder, storedOrders } from '../support/steps.mjs';

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
