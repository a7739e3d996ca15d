import assert from 'node:assert/strict';
import { story } from '../support/harness.mjs';
import { addToCart, keyOf, withShop } from '../support/steps.mjs';

story('a broken shop file is explained, not sold from', async (t) => {
    const app = await t.open({
        waitForShop: false,
        prepare: withShop((text) => text.replace('"price":890', '"price":-890')),
    });
    await app.see('heading', 'The shop file has mistakes');
    await app.read('/products/0/price');
    assert.equal(await app.isThere('button', /^Add/), false);
});

story('a shop file that is no JSON names line and column', async (t) => {
    const app = await t.open({ waitForShop: false, prepare: withShop((text) => text.slice(0, 300)) });
    await app.see('heading', 'The shop file has mistakes');
    await app.read(/line 1, column/);
});

story('a shop file that can’t be loaded can be tried again', async (t) => {
    let blocked = true;
    let answer = () => {};
    const answered = new Promise((/** @type {(value?: undefined) => void} */ resolve) => (answer = resolve));
    const app = await t.open({
        waitForShop: false,
        prepare: async (page) => {
            await page.route(/burger-bar[^/]*\.json$/, async (route) => {
                if (blocked) return route.abort();
                await answered;
                return route.continue();
            });
        },
    });
    app.expectedErrors = /Failed to load resource|ERR_FAILED/;
    await app.see('button', 'Try again');
    blocked = false;
    await app.tap('button', 'Try again');
    await app.read('Loading the menu');
    answer();
    await app.see('heading', 'Burger Bar');
});

story('a corrupt saved state is set aside and said once', async (t) => {
    const app = await t.open({});
    await addToCart(app, 'The Classic');
    const frame = await app.frame();
    await frame.evaluate((key) => localStorage.setItem(key, '{"version":1,"cart":{"lines":[{'), keyOf('kiosk:state'));
    await app.host('reload');
    await app.read(/could not be restored/);
    const again = await app.frame();
    assert.equal(await again.evaluate((key) => localStorage.getItem(key), keyOf('kiosk:state.bad')), '{"version":1,"cart":{"lines":[{');
    await app.host('reload');
    await app.see('button', /search/i);
    await app.settle();
    assert.equal(await app.view.getByText(/could not be restored/).count(), 0);
});
