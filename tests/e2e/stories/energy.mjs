import assert from 'node:assert/strict';
import { story } from '../support/harness.mjs';
import { addToCart, placeOrder, visitScreens, withShop } from '../support/steps.mjs';

const idleMs = 10_000;

/** @typedef {import('../support/app.mjs').App} App */

/** @param {App} app @param {string} where */
async function expectIdle(app, where) {
    await app.settle();
    const before = await app.counters();
    await app.page.waitForTimeout(idleMs);
    assert.deepEqual(await app.counters(), before, `something runs on the idle ${where}`);
}

/** How long a minute of the kitchen takes. @param {number} ms */
const withMinuteOf = (ms) =>
    withShop((text) => JSON.stringify({ ...JSON.parse(text), demo: { minute_ms: ms } }));

// Each of these goes through the same shop and rests on its share of the screens, all at the same time.
const shares = [['home', 'product', 'game'], ['search', 'cart', 'history'], ['checkout', 'placed', 'settings']];

story('nothing runs while nothing happens, on any screen', async (t) => {
    await Promise.all([
        ...shares.map(async (share) => {
            const app = await t.open({ prepare: withMinuteOf(3_600_000) });
            await visitScreens(app, async (screen) => {
                if (share.includes(screen)) await expectIdle(app, screen);
            });
        }),
        restAfterDelivery(t),
    ]);
});

/** @param {import('../support/harness.mjs').Story} t */
async function restAfterDelivery(t) {
    const app = await t.open({ prepare: withMinuteOf(20) });
    await addToCart(app, 'Smoky Bacon');
    await placeOrder(app);
    await app.pressMain('Track order');
    await app.see('heading', 'Delivered');
    await expectIdle(app, 'delivered order');
}

story('nothing runs while the app is hidden or deactivated, not even an order’s progress', async (t) => {
    const deactivate = (/** @type {App} */ app) => app.host('setVisible', false);
    const hide = async (/** @type {App} */ app) =>
        (await app.frame()).evaluate(() => {
            Object.defineProperty(document, 'hidden', { get: () => true });
            document.dispatchEvent(new Event('visibilitychange'));
        });
    await Promise.all(
        [hide, deactivate].map(async (leave) => {
            const app = await t.open({ prepare: withMinuteOf(1500) });
            await addToCart(app, 'Smoky Bacon');
            await placeOrder(app);
            await app.pressMain('Track order');
            await app.see('heading', /Sent to the kitchen|Accepted/);
            await leave(app);
            await expectIdle(app, leave.name);
        }),
    );
});

story('an order under way wakes the app at its deadlines only', async (t) => {
    const app = await t.open({ prepare: withMinuteOf(4000) });
    await addToCart(app, 'Smoky Bacon');
    await placeOrder(app);
    await app.pressMain('Track order');
    await app.see('heading', 'Being prepared');
    await app.settle();
    const quiet = [];
    for (let last = await app.counters(), tries = 0; tries < 40; tries += 1) {
        await app.page.waitForTimeout(250);
        const now = await app.counters();
        quiet.push(now.entries === last.entries && now.callbacks === last.callbacks && now.frames === last.frames);
        last = now;
    }
    const share = quiet.filter(Boolean).length / quiet.length;
    assert.ok(share > 0.5, `the app rests ${Math.round(share * 100)} % of the time`);
});
