import assert from 'node:assert/strict';
import { story } from '../support/harness.mjs';
import { addToCart, fillDetails, storedOrders } from '../support/steps.mjs';

story('two tabs share one cart and place one order', async (t) => {
    const first = await t.open({});
    const second = await t.open({ beside: first });
    await first.page.bringToFront();  // One behind is drawn no frames and never settles.
    await addToCart(first, 'Smoky Bacon');
    for (const app of [second, first]) {
        await app.page.bringToFront();
        await app.pressMain(/^View order \(1\)/);
        await app.pressMain(/checkout/);
        await fillDetails(app);
        await app.settle();
    }
    await first.pressMain(/^Place order/);
    await first.see('heading', /is in!$/);
    await second.page.bringToFront();
    await second.settle();
    await second.host('pressMainButton');
    await second.settle();
    assert.equal((await storedOrders(second)).length, 1);
});
