import assert from 'node:assert/strict';
import { story } from '../support/harness.mjs';
import { addToCart, storedOrders, withScript } from '../support/steps.mjs';

story('a table’s code brings the order there and asks for no phone', async (t) => {
    const app = await t.open({ startapp: 't_12' });
    await app.read(/Table 12/);
    await addToCart(app, 'The Classic');
    await app.pressMain(/^View order/);
    await app.pressMain(/checkout/);
    await app.see('heading', 'Checkout');
    await app.read('Table 12');
    assert.equal(await app.isThere('textbox', 'Phone'), false);
    await app.find('textbox', 'Name').fill('Ada Lovelace');
    await app.pressMain(/^Place order/);
    await app.read('We bring it to table 12.');
    const [order] = await storedOrders(app);
    assert.deepEqual([order.contact.table, order.contact.phone], ['12', '']);
});

story('an invitation is shared through Telegram', async (t) => {
    const app = await t.open();
    await app.tap('button', 'Settings');
    await app.tap('button', 'Invite a friend');
    const opened = await app.page.waitForFunction(
        () => /** @type {any} */ (window).telegramHost.log('web_app_open_tg_link').at(-1)?.eventData.path_full,
    );
    const path = new URL(await opened.jsonValue(), 'https://t.me');
    assert.equal(path.pathname, '/share/url');
    assert.match(path.searchParams.get('url') ?? '', /^https:\/\/t\.me\/burger_bar_demo_bot\?startapp=r_\d+$/);
    assert.match(path.searchParams.get('text') ?? '', /Burger Bar/);
});

story('a link that Telegram’s script refuses opens in the browser', async (t) => {
    const app = await t.open({ prepare: withScript("Telegram.WebApp.openTelegramLink = () => { throw Error('WebAppTgUrlInvalid'); };") });
    await app.context.route('https://t.me/**', (route) => route.fulfill({ body: 'Telegram' }));
    const opening = app.context.waitForEvent('page');
    await app.tap('button', 'Settings');
    await app.tap('button', 'Invite a friend');
    await (await opening).waitForURL(/^https:\/\/t\.me\/share\/url\?/);
    assert.deepEqual(await app.host('log', 'web_app_open_tg_link'), []);
});

story('outside Telegram a card leads into it', async (t) => {
    const app = await t.open({ outside: true });
    app.expectedErrors = /Failed to load resource|ERR_FAILED/;
    await app.context.route('https://t.me/**', (route) => route.fulfill({ body: 'Telegram' }));
    const opening = app.context.waitForEvent('page');
    await app.tap('button', /^Open in Telegram/);
    await (await opening).waitForURL('https://t.me/burger_bar_demo_bot');
});
