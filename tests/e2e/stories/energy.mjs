import assert from 'node:assert/strict';
import { story } from '../support/harness.mjs';
import {
    addToCart, countWork, expectIdle, placeOrder, setHidden, visitCorners, visitScreens, withKitchenMinute, withShop,
} from '../support/steps.mjs';

const idleMs = 10_000;
/** How long the word about the added dish stays. */
const toastMs = 5000;
/** How long an order under way is watched. */
const watchedMs = 12_000;
/** A cart's change has reached the cloud by then. */
const cloudMs = 4000;

/** @typedef {import('../support/app.mjs').App} App */

/** @param {App} app */
async function trackOrder(app) {
    await addToCart(app, 'Smoky Bacon');
    await placeOrder(app);
    await app.pressMain('Track order');
}

/** A shop whose every minute takes that long, in a page whose work is counted. @param {number} minuteMs */
const counted = (minuteMs) => async (/** @type {import('playwright-core').Page} */ page) => {
    await countWork(page);
    await withKitchenMinute(minuteMs)(page);
};

story('nothing runs while nothing happens, on any screen', async (t) => {
    const app = await t.open({ prepare: counted(50) });
    await visitScreens(app, async (screen) => {
        if (screen === 'search') await app.page.waitForTimeout(toastMs);
        if (screen === 'placed') {
            await app.read(/^Delivered/);  // Until then an order has deadlines.
            await app.page.waitForTimeout(cloudMs);
        }
        await expectIdle(app, screen, idleMs);
    });
});

story('nothing runs while nothing happens, in any corner', async (t) => {
    const app = await t.open({ version: '6.0', prepare: counted(50) });
    await visitCorners(app, async (screen) => {
        if (/dialog|empty cart/.test(screen)) await app.page.waitForTimeout(toastMs);
        await expectIdle(app, screen, idleMs);
    });
});

story('nothing runs while a broken shop file is explained', async (t) => {
    const broken = withShop((text) => text.replace('"price":890', '"price":-890'));
    const app = await t.open({
        waitForShop: false,
        prepare: async (page) => {
            await countWork(page);
            await broken(page);
        },
    });
    await app.see('heading', 'The shop file has mistakes');
    await expectIdle(app, 'explanation', idleMs);
});

const waysToLeave = {
    deactivated: (/** @type {App} */ app) => app.host('setVisible', false),
    hidden: (/** @type {App} */ app) => setHidden(app, true),
};
for (const [name, leave] of Object.entries(waysToLeave)) {
    story(`nothing runs while the app is ${name}, not even an order’s progress`, async (t) => {
        const app = await t.open({ prepare: counted(1500) });
        await trackOrder(app);
        await app.see('heading', /Sent to the kitchen|Accepted/);
        await leave(app);
        await expectIdle(app, `${name} app`, idleMs);
    });
}

story('an order under way wakes the app at its deadlines only', async (t) => {
    const app = await t.open({ prepare: withKitchenMinute(4000) });
    await trackOrder(app);
    await app.see('heading', 'Being prepared');
    await app.page.waitForTimeout(cloudMs);
    const wakes = await (await app.frame()).evaluate(async (ms) => {
        const counters = /** @type {any} */ (window).kioskCounters;
        const end = performance.now() + ms;
        let wakes = 0;
        for (let last = counters.entries, slept = true; performance.now() < end; last = counters.entries) {
            await new Promise((done) => setTimeout(done, 100));
            const sleeps = counters.entries === last;
            if (slept && !sleeps) wakes += 1;
            slept = sleeps;
        }
        return wakes;
    }, watchedMs);
    // A step of the order, and the ends of its estimate; a clock that ticks would come to twelve.
    assert.ok(wakes <= 3, `${wakes} wakes in ${watchedMs / 1000} s`);
});
