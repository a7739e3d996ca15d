/** What the app puts together of several words reads as the language writes it. */
import assert from 'node:assert/strict';
import { story } from '../support/harness.mjs';
import { addToCart, placeOrder, slowKitchen, storedOrders } from '../support/steps.mjs';

story('lists are joined as the language joins them', async (t) => {
    const app = await t.open({ startapp: 'p_smoky-bacon' });
    await app.read(/gluten, milk/);
    const arabic = await t.open({ beside: app, lang: 'ar', startapp: 'p_smoky-bacon' });
    await arabic.read(/gluten(،| و)/);
});

story('the time until an order comes is declined as the language declines it', async (t) => {
    const app = await t.open({ prepare: slowKitchen });
    await addToCart(app, 'Smoky Bacon');
    await placeOrder(app);
    await app.pressMain('Track order');
    await app.read(/^\d+–\d+ minutes$/);
    const [order] = await storedOrders(app);
    const russian = await t.open({ beside: app, lang: 'ru', startapp: `o_${order.id}`, prepare: slowKitchen });
    await russian.read(/^\d+–\d+ минут[аы]?$/);
    const uzbek = await t.open({ beside: app, lang: 'uz', startapp: `o_${order.id}`, prepare: slowKitchen });
    await uzbek.read(`${order.id} · `);
    assert.doesNotMatch(await uzbek.shown(), /\bM\d+ \d/, 'Chromium has no names of months in Uzbek');
});

story('only the texts of the language that is shown are loaded', async (t) => {
    /** @type {string[]} */
    const asked = [];
    const app = await t.open({
        lang: 'de',
        prepare: async (page) => {
            page.on('request', (request) => asked.push(.../\/texts\/(\w+)\./.exec(request.url())?.slice(1) ?? []));
        },
    });
    await app.tap('button', 'Einstellungen');
    await app.see('heading', 'Einstellungen');
    const first = [...new Set(asked)];
    await app.tap('radio', 'Русский');
    await app.see('heading', 'Настройки');
    const language = await (await app.frame()).evaluate(() => document.documentElement.lang);
    assert.deepEqual([first, [...new Set(asked)], language], [['de'], ['de', 'ru'], 'ru']);
    asked.length = 0;
    await app.host('reload');
    await app.see('heading', 'Настройки');
    assert.deepEqual([...new Set(asked)], ['ru']);
});
