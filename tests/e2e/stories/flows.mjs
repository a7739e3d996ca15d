// The whole way through the shop on every client, and with every single fault of one: order, pay, track, cancel, play, share.
import { faults } from '../../telegram-host/faults.mjs';
import { profiles } from '../../telegram-host/profiles.mjs';
import { story } from '../support/harness.mjs';
import { addToCart, placeOrder, share, slowKitchen, storedOrders } from '../support/steps.mjs';

/** @typedef {import('../support/app.mjs').App} App */

/** As little to draw as possible: there are many of these stories. */
const light = { size: '360x640', reducedMotion: true };

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
    await share(app);
}

for (const profile of Object.keys(profiles)) {
    story(`order, pay, track, cancel, play and share on ${profile}`, async (t) => {
        await goThrough(await t.open({ profile, version: '9.6', extra: 'transport=native', ...light, prepare: slowKitchen }));
    });
}

/** Faults that change the course of everything; the others meet in as few stories as have no two of a kind. */
const loners = ['origin-protection-drop', 'reload-unconfirmed', 'reload-loop', 'slow-answers', 'double-answers', 'hostile-events'];

function inGroups() {
    /** @type {{ names: string[], kinds: Set<string> }[]} */
    const groups = loners.map((name) => ({ names: [name], kinds: new Set() }));
    for (const { name, set } of faults.filter((fault) => !loners.includes(fault.name))) {
        const kinds = Object.keys(set);
        const isFree = (/** @type {typeof groups[0]} */ group) => group.kinds.size > 0 && !kinds.some((kind) => group.kinds.has(kind));
        let group = groups.find(isFree);
        if (!group) groups.push((group = { names: [], kinds: new Set() }));
        group.names.push(name);
        for (const kind of kinds) group.kinds.add(kind);
    }
    return groups.map(({ names }) => names);
}

// node tests/e2e/run.mjs --each-fault tells them one by one, in ten minutes more.
const each = process.argv.includes('--each-fault');
for (const names of each ? faults.map(({ name }) => [name]) : inGroups()) {
    story(`${each ? 'each-fault' : 'faults'} ${names.join(', ')}: order, pay, track, cancel, play and share`, async (t) => {
        const app = await t.open({ profile: 'android', extra: `faults=${names}`, ...light, prepare: slowKitchen });
        await goThrough(app, !names.includes('origin-protection-drop'));
    });
}
