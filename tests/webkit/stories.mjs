/** What must work in WebKit, which is what Telegram shows Mini Apps with on iOS and macOS. */
import assert from 'node:assert/strict';
import { keyOf, share } from '../e2e/support/steps.mjs';

/** @typedef {import('./support/app.mjs').App} App */

/** The orders that the embedded shop's side keeps. @param {App} app @returns {Promise<any[]>} */
async function storedOrders(app) {
    const text = await app.inApp((key) => localStorage.getItem(key), keyOf('kiosk:shop'));
    return JSON.parse(text).book.records.map((/** @type {any} */ record) => record.order);
}

/** @param {App} app */
async function configureBurger(app) {
    await app.tap('button', 'Search');
    await app.type('Search', 'Smoky Bacon', 'searchbox');
    await app.tap('button', /^Smoky Bacon/);
    await app.see('heading', 'Smoky Bacon');
    await app.tap('radio', /^Double/);
    await app.tap('button', 'One Crisp bacon more');
    await app.tap('checkbox', /^Blue cheese/);
    await app.pressMain(/^Add/);
}

/** @param {App} app */
async function placeOrder(app) {
    await app.pressMain(/checkout/);
    await app.see('heading', 'Checkout');
    await app.see('textbox', 'Name');
    await app.type('Phone', '+44 20 7946 0958');
    await app.type('Address', "St James's Square 12");
    await app.pressMain(/^Place order/);
    await app.see('heading', /is in!$/);
    await app.pressMain('Track order');
}

/** @param {App} app */
async function pay(app) {
    await app.tap('button', /^Pay now/);
    await app.host('waitFor', 'web_app_open_invoice');
    await app.host('closeInvoice', 'paid');
    await app.see('status', /is paid/);
}

/** @param {App} app */
async function cancel(app) {
    await app.tap('button', 'Cancel order');
    await app.host('waitFor', 'web_app_open_popup');
    await app.host('answerPopup', 'yes');
    await app.see('heading', 'Cancelled');
}

/** @param {App} app */
async function goHome(app) {
    for (let pages = 0; pages < 6 && !(await app.box('button', 'Settings')); pages += 1) {
        await app.host('pressBack');
        await app.settle();
    }
}

/** @param {App} app */
async function play(app) {
    await goHome(app);
    await app.tap('button', /^Burger Stack/);
    await app.pressMain('Play');
    await app.see('button', 'Drop the layer');
    await goHome(app);
}

/** @type {{ name: string, run: (app: App) => Promise<void> }[]} */
/** @type {{ name: string, run: (app: App) => Promise<void> }[]} */
export const stories = [
    {
        name: 'a configured burger is ordered, survives reloads and is tracked',
        async run(app) {
            await app.open();
            await configureBurger(app);
            await app.pressMain(/^View order \(1\)/);
            await app.see('heading', 'Your order');
            await app.host('reload');
            await placeOrder(app);
            await app.see('heading', /Sent to the kitchen|Accepted|Being prepared/);
            await app.host('reload');
            await app.see('heading', 'Being prepared');

            const [order] = await storedOrders(app);
            assert.deepEqual(
                [order.contact.name, order.contact.phone, order.lines[0].quantity, order.lines[0].options],
                ['Ada Byron', '+44 20 7946 0958', 1, ['Double, 240 g', 'Dry-aged beef', 'Medium', 'Buttered brioche', 'Crisp bacon', 'Blue cheese']],
            );
        },
    },
    {
        name: 'order, pay, track, cancel, play and share on macos by its own transport',
        async run(app) {
            app.server.hooks.kitchenMinuteMs = 60_000;
            await app.open({ profile: 'macos', version: '9.6', transport: 'native' });
            await app.tap('button', 'Search');
            await app.type('Search', 'Smoky Bacon', 'searchbox');
            await app.tap('button', /^Smoky Bacon/);
            await app.pressMain(/^Add/);
            await app.pressMain(/^View order/);
            await placeOrder(app);
            await app.see('heading', /Sent to the kitchen|Accepted/);
            await pay(app);
            await cancel(app);
            await play(app);
            await share(app);
        },
    },
];
