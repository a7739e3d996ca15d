import assert from 'node:assert/strict';
import { story } from '../support/harness.mjs';
import { addToCart, openProduct } from '../support/steps.mjs';

story('the client’s buttons and colours follow the app', async (t) => {
    const app = await t.open({ profile: 'ios' });
    await addToCart(app, 'The Classic');
    await app.page.getByRole('button', { name: /^View order \(1\)/ }).waitFor({ state: 'visible' });
    const log = await app.host('log', 'web_app_setup_closing_behavior');
    assert.equal(log.at(-1).eventData.need_confirmation, true);
    assert.ok((await app.host('log', 'web_app_ready')).length > 0, 'ready was never said');
    assert.ok((await app.host('log', 'web_app_setup_swipe_behavior')).some((/** @type {any} */ entry) => entry.eventData.allow_vertical_swipe === false));
});

story('the theme changes while the app is open', async (t) => {
    const app = await t.open({ theme: 'light' });
    const box = await app.canvasBox();
    const pixel = async () => {
        await app.settle();
        const shot = await app.page.screenshot({ clip: { x: box.x + 2, y: box.y + box.height / 2, width: 4, height: 4 } });
        return shot.toString('base64');
    };
    const light = await pixel();
    await app.host('setTheme', 'dark');
    const dark = await pixel();
    assert.notEqual(dark, light);
});

story('a link opens the product it names, a broken one the menu', async (t) => {
    const app = await t.open({ startapp: 'p_truffle' });
    await app.see('heading', 'Truffle Shuffle');
    const other = await t.open({ startapp: 'p_nothing' });
    await other.read(/leads nowhere/);
});

story('the app works when Telegram’s script never comes', async (t) => {
    const app = await t.open({
        prepare: async (page) => {
            await page.route(/telegram-web-app\.js/, (route) => route.abort());
        },
    });
    app.expectedErrors = /Failed to load resource|ERR_FAILED/;
    await openProduct(app, 'The Classic');
    for (const height of [1, 0]) {
        const { n } = (await app.host('log')).at(-1);
        await app.host('sendViewport', { height });
        await app.host('waitFor', 'web_app_request_viewport', { after: n });
    }
});

story('the client’s buttons stay when Telegram’s script comes late', async (t) => {
    /** @type {() => void} */
    let come = () => {};
    /** @type {Promise<void>} */
    const late = new Promise((resolve) => (come = resolve));
    const app = await t.open({
        prepare: async (page) => {
            await page.route(/telegram-web-app\.js/, async (route) => {
                await late;
                await route.continue();
            });
        },
    });
    await openProduct(app, 'The Classic');
    const { n } = (await app.host('log')).at(-1);
    come();
    // The script's own beginning hides them, as it knows of none.
    await app.host('waitFor', 'web_app_setup_main_button', { after: n });
    await app.host('setTheme', 'dark');
    await app.settle();
    await app.pressMain(/^Add/);
    await app.page.getByRole('button', { name: /^View order \(1\)/ }).waitFor({ state: 'visible' });
});

story('outside Telegram there is still a whole shop', async (t) => {
    const app = await t.open({ outside: true });
    app.expectedErrors = /Failed to load resource|ERR_FAILED/;
    await openProduct(app, 'The Classic');
    await app.pressMain(/^Add/);
    await app.see('button', /^View order \(1\)/);
    await app.pressBack();
    await app.see('heading', 'Burger Bar');
});
