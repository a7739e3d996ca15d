/** What several stories do on their way. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { launchUser } from '../../telegram-host/launch.mjs';

/** @typedef {import('./app.mjs').App} App */
/** @typedef {import('playwright-core').Page} Page */

/**
 * Serves another body in place of what is asked for.
 * @param {Page} page @param {RegExp} address @param {(text: string) => string} change
 */
const serveChanged = (page, address, change) =>
    page.route(address, async (route) => {
        const response = await route.fetch({ maxRetries: 3 }).catch(() => null);  // The page may be gone.
        if (response) await route.fulfill({ response, body: change(await response.text()) }).catch(() => undefined);
    });

/** Serves another shop file in place of the sample shop's. @param {(text: string) => string} change */
export const withShop = (change) => (/** @type {Page} */ page) =>
    serveChanged(page, /burger-bar[^/]*\.json$/, change);

/**
 * A shop of one category, with these plain products in place of its own.
 * @param {number} count @param {(index: number, shop: any) => Record<string, unknown>} describe what each has of its own
 */
export const withProducts = (count, describe) =>
    withShop((text) => {
        const shop = JSON.parse(text);
        const [{ options, tags, ...plain }] = shop.products;
        const [category] = shop.categories;
        const products = Array.from({ length: count }, (_, index) => ({
            ...plain, id: `card-${index}`, category: category.id, featured: false, ...describe(index, shop),
        }));
        return JSON.stringify({ ...shop, products, categories: [category], promotions: undefined });
    });

/** How long a minute of the kitchen takes. @param {number} ms 50 to 60,000 */
export const withKitchenMinute = (ms) => withShop((text) => JSON.stringify({ ...JSON.parse(text), demo: { minute_ms: ms } }));

/** Telegram's script with more behind it. @param {string} more */
export const withScript = (more) => (/** @type {import('playwright-core').Page} */ page) =>
    serveChanged(page, /telegram-web-app\.js/, (text) => `${text}\n${more}`);

/** With the double for what is newer than the npm copy. */
export const withNewerScript = withScript(readFileSync(new URL('../../js/script_9x.js', import.meta.url), 'utf8'));

/** The kitchen starts no order while a story is told. */
export const slowKitchen = withKitchenMinute(60_000);

/** Opens a product through the search, as someone does who knows what they want. @param {App} app @param {string} name */
export async function openProduct(app, name) {
    await app.settle();
    if (!(await app.isThere('searchbox', /search/i))) await app.tap('button', 'Search', { exact: true });
    await app.see('searchbox', /search/i);
    await app.find('searchbox', /search/i).fill(name);
    await app.tap('button', new RegExp(`^${name}`));
    await app.see('heading', name);
    await app.settle();
}

/** @param {App} app @param {string} name */
export async function addToCart(app, name) {
    await openProduct(app, name);
    await app.pressMain(/^Add/);
    await app.settle();
}

/** @param {App} app */
export async function fillDetails(app, { name = 'Ada Lovelace', phone = '+44 20 7946 0958', address = 'St James’s Square 12' } = {}) {
    await app.find('textbox', 'Name').fill(name);
    await app.find('textbox', 'Phone').fill(phone);
    if (await app.isThere('textbox', 'Address')) await app.find('textbox', 'Address').fill(address);
}

/** From a cart with something in it to the page that says it worked. @param {App} app */
export async function placeOrder(app) {
    await app.pressMain(/^View order/);
    await app.see('heading', 'Your order');
    await app.pressMain(/checkout/);
    await app.see('heading', 'Checkout');
    await fillDetails(app);
    await app.pressMain(/^Place order/);
    await app.see('heading', /is in!$/);
}

/** The browser opens a link to share in a window of its own. @param {App} app */
async function seeSharedInBrowser({ context }) {
    await context.route('https://t.me/**', (route) => route.fulfill({ body: 'Telegram' }));
    const opened = await context.waitForEvent('page');
    await opened.waitForURL(/^https:\/\/t\.me\/share\/url\?/);
    await opened.close();
}

/**
 * Invites a friend, from home. A client that hears nothing leaves the link to the browser.
 * @param {Pick<App, 'tap' | 'see' | 'host'> | import('../../webkit/support/app.mjs').App} app
 */
export async function share(app, hears = true) {
    await app.tap('button', 'Settings');
    await app.see('heading', 'Settings');
    const seen = hears ? undefined : seeSharedInBrowser(/** @type {App} */ (app));
    await Promise.all([seen, app.tap('button', 'Invite a friend')]);
    if (hears) await app.host('waitFor', 'web_app_open_tg_link');
}

/** Where an account's document is in localStorage; without one, the host page's usual person's. @param {string} name */
export const keyOf = (name, user = launchUser({}).id) => `${name}:${user}`;

/** The orders that the embedded shop's side keeps for the usual person, or for nobody whom it knows. @param {App} app @returns {Promise<any[]>} */
export async function storedOrders(app) {
    const frame = await app.frame();
    const text = await frame.evaluate((key) => localStorage.getItem(key) ?? localStorage.getItem('kiosk:shop'), keyOf('kiosk:shop'));
    assert.ok(text, 'the shop’s side has saved nothing');
    return JSON.parse(text).book.records.map((/** @type {any} */ record) => record.order);
}

/** Counts for itself what runs in a page, whatever the app's own counters say. @param {Page} page */
export const countWork = (page) =>
    page.addInitScript(() => {
        const work = { animations: 0, intervals: 0, commands: 0, calls: 0 };
        /** @type {any} */ (window).work = work;
        /** @param {any} owner @param {string} name @param {keyof typeof work} kind @param {boolean} [calls] count calls of it, not of what it is given */
        const count = (owner, name, kind, calls) => {
            const original = owner[name];
            owner[name] = /** @this {any} @param {any} first @param {any[]} rest */ function (first, ...rest) {
                if (calls) work[kind] += 1;
                const given = (/** @type {any[]} */ ...values) => {
                    work[kind] += 1;
                    return first(...values);
                };
                return original.call(this, calls ? first : given, ...rest);
            };
        };
        count(window, 'requestAnimationFrame', 'animations');
        count(window, 'setInterval', 'intervals');
        for (const { prototype } of [WebGLRenderingContext, WebGL2RenderingContext]) {
            for (const name of ['clear', 'drawElements', 'texSubImage2D']) count(prototype, name, 'commands', true);
        }
        const { instantiate } = WebAssembly;
        WebAssembly.instantiate = /** @type {any} */ (
            async (/** @type {any} */ module, /** @type {any} */ imports) => {
                const { exports } = /** @type {any} */ (await instantiate(module, imports));
                const counted = { ...exports };
                for (const [name, value] of Object.entries(exports)) if (typeof value === 'function') count(counted, name, 'calls', true);
                return { exports: counted };
            }
        );
    });

/** Nothing is drawn, called or entered for that long. @param {App} app @param {string} where @param {number} ms */
export async function expectIdle(app, where, ms) {
    await app.settle();
    const frame = await app.frame();
    const work = async () => ({ ...(await app.counters()), ...(await frame.evaluate(() => /** @type {any} */ (window).work)) });
    const before = await work();
    await app.page.waitForTimeout(ms);
    assert.deepEqual(await work(), before, `something runs on the idle ${where}`);
}

/** Keeps hold of the program's memory. @param {Page} page */
export const watchMemory = (page) =>
    page.addInitScript(() => {
        const { instantiate } = WebAssembly;
        WebAssembly.instantiate = /** @type {any} */ (
            async (/** @type {any} */ module, /** @type {any} */ imports) => {
                const result = await instantiate(module, imports);
                const { exports } = /** @type {any} */ (result).instance ?? result;
                /** @type {any} */ (window).programMemory = Object.values(exports).find((value) => value instanceof WebAssembly.Memory);
                return result;
            }
        );
    });

/** @param {App} app */
export const memoryOf = async (app) =>
    (await app.frame()).evaluate(() => /** @type {WebAssembly.Memory} */ (/** @type {any} */ (window).programMemory).buffer.byteLength);

/** The clock stands, so that nothing on a screen changes by itself. @param {Page} page */
export const atStandingTime = (page) => page.clock.setFixedTime('2026-11-20T12:34:00Z');

/**
 * Goes through the shop as a customer does, and stops on every screen.
 * @param {App} app @param {(screen: string) => Promise<void>} check
 */
export async function visitScreens(app, check) {
    const at = async (/** @type {string} */ screen) => {
        await app.settle();
        await check(screen);
    };
    await at('home');
    await openProduct(app, 'Smoky Bacon');
    await at('product');
    await app.pressMain(/^Add/);
    await app.see('searchbox', /search/i);
    await at('search');
    await app.pressMain(/^View order/);
    await app.see('heading', 'Your order');
    await at('cart');
    await app.pressMain(/checkout/);
    await app.see('heading', 'Checkout');
    await at('checkout');
    await fillDetails(app);
    await app.pressMain(/^Place order/);
    await app.see('heading', /is in!$/);
    await at('placed');
    await app.pressMain('Track order');
    await app.see('heading', /Sent to the kitchen|Accepted|prepared|Ready|way|Delivered/);
    await at('tracking');
    await app.pressBack();
    await app.settle();
    await app.pressBack();
    await app.tap('button', 'My orders');
    await app.see('heading', 'My orders');
    await at('history');
    await app.pressBack();
    await app.tap('button', 'Settings');
    await app.see('heading', 'Settings');
    await at('settings');
    await app.pressBack();
    await app.tap('button', /^Burger Stack/);
    await app.see('heading', 'Burger Stack');
    await app.page.getByRole('button', { name: 'Play' }).waitFor();
    await at('game');
}

/** Until the tower falls. @param {App} app @returns {Promise<number>} the score */
export async function playRound(app) {
    const box = await app.canvasBox();
    const drop = () => app.page.touchscreen.tap(box.x + box.width / 2, box.y + box.height * 0.6);
    await drop();
    for (let taps = 0; taps < 60 && !(await app.isThere('heading', /toppled|record/)); taps += 1) {
        await app.page.waitForTimeout(700);
        await drop();
    }
    await app.see('heading', /toppled|record/);
    await app.settle();
    const [, score] = /Score: (\d+)/.exec(await app.shown()) ?? [];
    return Number(score);
}

/**
 * The corners that few get to, on a client that draws no buttons and no popups (6.0): what is empty, asks, stands still or is over.
 * @param {App} app @param {(screen: string) => Promise<void>} check
 */
export async function visitCorners(app, check) {
    const at = async (/** @type {string} */ screen) => {
        await app.settle();
        await check(screen);
    };
    await app.tap('button', 'My orders');
    await app.see('heading', 'My orders');
    await at('empty history');
    await app.pressBack();
    await app.tap('button', 'Search', { exact: true });
    await app.find('searchbox', /search/i).fill('xyzzy');
    await app.read('Nothing found');
    await at('search that found nothing');
    await addToCart(app, 'Smoky Bacon');
    await app.pressMain(/^View order/);
    await app.see('heading', 'Your order');
    await app.tap('button', 'Empty cart');
    await app.see('dialog', /.*/);
    await at('dialog');
    await app.answerQuestion('yes');
    await app.read('Your cart is empty');
    await at('empty cart');
    while (!(await app.isThere('button', /^Burger Stack/))) await app.pressBack();
    await app.tap('button', /^Burger Stack/);
    await app.pressMain('Play');
    const saved = async () => (await app.frame()).evaluate((key) => localStorage.getItem(key) ?? '', keyOf('kiosk:state'));
    await app.until(async () => /"round":"[^"]/.test(await saved()), 'the round to be kept');
    await app.host('reload');
    await app.see('heading', 'Paused');
    await at('paused game');
    await playRound(app);
    await at('end of the game');
}

/** The canvas's GL context, whichever of the two it is. */
const contextOfPage = `(document.querySelector('canvas').getContext('webgl2') ?? document.querySelector('canvas').getContext('webgl'))`;

/** Takes the GL context away and gives it back. @param {App} app @param {{ hidden?: boolean }} [how] hidden meanwhile */
export async function loseContext(app, { hidden = false } = {}) {
    const frame = await app.frame();
    await frame.evaluate(async ([context, hide]) => {
        const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector('canvas'));
        const extension = /** @type {WebGLRenderingContext} */ ((0, eval)(String(context))).getExtension('WEBGL_lose_context');
        const said = (/** @type {string} */ name) => new Promise((done) => canvas.addEventListener(name, done, { once: true }));
        const [lost, restored] = [said('webglcontextlost'), said('webglcontextrestored')];
        extension?.loseContext();
        await lost;
        if (hide) {
            Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
            document.dispatchEvent(new Event('visibilitychange'));
        }
        setTimeout(() => extension?.restoreContext(), 50);
        await restored;
        if (hide) {
            delete (/** @type {any} */ (document).hidden);
            document.dispatchEvent(new Event('visibilitychange'));
        }
    }, /** @type {const} */ ([contextOfPage, hidden]));
}

/** As behind another tab or a locked screen. @param {App} app @param {boolean} hidden */
export const setHidden = async (app, hidden) =>
    (await app.frame()).evaluate((value) => {
        Object.defineProperty(document, 'hidden', { configurable: true, get: () => value });
        document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);

/** The app's own part of the screen, once two looks are the same: the client may still be sizing it. @param {App} app */
export async function shotOf(app) {
    const look = async () => {
        await app.settle();
        return app.page.screenshot({ clip: await app.canvasBox() });
    };
    let last = await look();
    for (let tries = 0; tries < 10; tries += 1) {
        const shot = await look();
        if (shot.equals(last)) break;
        last = shot;
    }
    return last;
}
