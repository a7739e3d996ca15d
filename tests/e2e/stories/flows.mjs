// The whole way through the shop on every client, and with every single fault: order, pay, track, cancel, play, share.
import { faults } from '../../telegram-host/faults.mjs';
import { profiles } from '../../telegram-host/profiles.mjs';
import { story } from '../support/harness.mjs';
import { addToCart, placeOrder, share, slowKitchen, storedOrders } from '../support/steps.mjs';

/** @typedef {import('../support/app.mjs').App} App */

/** As little to draw and to wait for as possible: there are many of these stories. */
const light = { size: '360x640', reducedMotion: true, lookMs: 16 };

/** @param {App} app */
async function order(app) {
    await addToCart(app, 'Smoky Bacon');
    await placeOrder(app);
    await app.pressMain('Track order');
    await app.see('heading', /Sent to the kitchen|Accepted/);
}

/** The sheet's own button is pressed; the money comes as Telegram reports it. @param {App} app */
async function pay(app) {
    const born = await birth(app);
    await app.tap('button', /^Pay now/);
    const isOpen = async () => (await app.host('state')).invoice !== null;
    await app.until(async () => (await isOpen()) || (await birth(app)) !== born, 'an invoice');
    // A client that loads the page anew took the invoice along.
    if (!(await isOpen())) return pay(app);
    await app.host('closeInvoice', 'paid');
    await app.read(/^Paid$/);
}

/** When the page that is shown began. @param {App} app */
const birth = async (app) => (await app.frame()).evaluate(() => performance.timeOrigin).catch(() => 0);

/** @param {App} app @param {string | null} answer */
async function cancel(app, answer) {
    const born = await birth(app);
    await app.tap('button', 'Cancel order');
    await app.answerQuestion(answer);
    await app.settle();
    // A client that loads the page anew took the question along.
    if (answer && (await birth(app)) !== born && !(await app.isThere('heading', 'Cancelled'))) await cancel(app, answer);
}

/** The popup is closed without an answer first: the question can be asked again. @param {App} app */
async function changeMind(app) {
    await cancel(app, null);
    await cancel(app, 'yes');
    await app.see('heading', 'Cancelled');
    const states = async () => (await storedOrders(app).catch(() => [])).map(({ state }) => state);  // None while it reloads.
    await app.until(async () => (await states()).join() === 'cancelled', 'the one order to be cancelled');
}

/** @param {App} app */
async function goHome(app) {
    for (let pages = 0; pages < 8 && !(await app.isThere('button', 'Settings')); pages += 1) {
        const shown = await app.shown();
        await app.pressBack();
        for (let waits = 0; waits < 40 && (await app.shown()) === shown; waits += 1) await app.page.waitForTimeout(100);
        await app.settle();
    }
}

/** @param {App} app */
async function play(app) {
    await goHome(app);
    await app.tap('button', /^Burger Stack/);
    // A forged press may have begun the round already.
    const isRunning = () => app.isThere('button', 'Drop the layer');
    await app.until(async () => (await isRunning()) || (await app.isThere('heading', 'Burger Stack')), 'the game');
    if (!(await isRunning())) await app.pressMain('Play');
    await app.see('button', 'Drop the layer');
    await goHome(app);
}

/** @param {App} app @param {boolean} hears whether the client hears the app at all */
async function goThrough(app, hears = true) {
    await order(app);
    if (hears) await pay(app);
    else await app.until(async () => !(await app.isThere('button', /^Pay now/)), 'paying not to be offered');
    await changeMind(app);
    if (hears) await app.read(/^Paid: the shop gives it back$/);
    await play(app);
    await share(app, hears);
}

for (const profile of Object.keys(profiles)) {
    story(`order, pay, track, cancel, play and share on ${profile}`, async (t) => {
        await goThrough(await t.open({ profile, version: '9.6', extra: 'transport=native', ...light, prepare: slowKitchen }));
    });
}

/** What travels in another way than on Android. @type {Record<string, string>} */
const elsewhere = { 'reload-unconfirmed': 'weba', 'early-events': 'weba' };

/** A client that does not have the fault anyway. @param {import('../../telegram-host/types').Fault} fault */
function clientFor({ name, set }) {
    const behaves = (/** @type {string} */ profile) => /** @type {any} */ (profiles[profile].behaviour);
    const isChanged = (/** @type {string} */ profile) =>
        Object.entries(set).some(([key, value]) => JSON.stringify(behaves(profile)[key]) !== JSON.stringify(value));
    return elsewhere[name] ?? Object.keys(profiles).find(isChanged);
}

for (const fault of faults) {
    const { name } = fault;
    const profile = clientFor(fault);
    story(`order, pay, track, cancel, play and share with ${name} on ${profile}`, async (t) => {
        const extra = `transport=native&faults=${name}`;
        await goThrough(await t.open({ profile, version: '9.6', extra, ...light, prepare: slowKitchen }), name !== 'origin-protection-drop');
    });
}
