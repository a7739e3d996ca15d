/**
 * The app as a person meets it: things are found by role and name, touched where they are drawn, and the client's own buttons
 * are pressed in the host page. Coordinates are CSS pixels of the host page.
 */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * @typedef {object} OpenOptions
 * @property {string} [size] "390x844"
 * @property {'light' | 'dark'} [theme]
 * @property {string} [profile] of the Telegram client: android, ios, weba, ...
 * @property {string} [version]
 * @property {string} [lang]
 * @property {string} [startapp]
 * @property {string} [extra] more of the host page's query
 * @property {number} [density] device pixels per CSS pixel, 1 unless pixels matter: drawing is slow here
 * @property {boolean} [ownScreen] true: size and density are the browser's own, nothing is emulated
 * @property {boolean} [outside] true: the bare app, no Telegram around it
 * @property {boolean} [reducedMotion]
 * @property {App} [beside] opens another tab beside this one, with the same storage
 * @property {number} [lookMs] how long between two looks whether anything moves, 50 unless told
 * @property {(page: import('playwright-core').Page) => Promise<unknown>} [prepare] before the page loads
 * @property {boolean} [waitForShop] false: return at once
 */

const waitMs = 20_000;
/** Nobody presses a button of the client or answers before having read it: the app takes quicker presses for double ones. */
const readingMs = 350;

/** @param {OpenOptions} options */
function hostQuery(options) {
    const query = new URLSearchParams({
        chrome: '0',
        size: options.size ?? '390x844',
        theme: options.theme ?? 'light',
        profile: options.profile ?? 'ios',
        version: options.version ?? '8.0',
        lang: options.lang ?? 'en',
    });
    if (options.startapp) query.set('startapp', options.startapp);
    return `?${query}${options.extra ? `&${options.extra}` : ''}`;
}

export class App {
    /**
     * @param {import('playwright-core').BrowserContext} context
     * @param {import('playwright-core').Page} page
     * @param {boolean} outside
     */
    constructor(context, page, outside) {
        this.context = context;
        this.page = page;
        this.outside = outside;
        this.lookMs = 50;
        /** The app's document, where its accessibility mirror is. */
        this.view = outside ? page : page.frameLocator('iframe');
        /** @type {string[]} */
        this.errors = [];
        this.expectedErrors = /^$/;
        page.on('pageerror', (error) => this.errors.push(`page error: ${error.message}`));
        page.on('console', (message) => {
            if (message.type() === 'error') this.errors.push(`console: ${message.text()}`);
        });
    }

    /**
     * @param {import('playwright-core').Browser} browser
     * @param {{ url: string, appUrl: string, port: number }} server
     * @param {OpenOptions} options
     */
    static async open(browser, server, options) {
        const [width, height] = (options.size ?? '390x844').split('x').map(Number);
        const context =
            options.beside?.context ??
            (await browser.newContext({
                ...(options.ownScreen
                    ? { viewport: null }
                    : { viewport: { width, height }, isMobile: true, deviceScaleFactor: options.density ?? 1 }),
                hasTouch: true,
                colorScheme: options.theme ?? 'light',
                reducedMotion: options.reducedMotion ? 'reduce' : 'no-preference',
                locale: options.lang ?? 'en',
            }));
        const page = await context.newPage();
        const app = new App(context, page, options.outside ?? false);
        app.lookMs = options.lookMs ?? app.lookMs;
        if (options.prepare) await options.prepare(page);
        await page.goto(options.outside ? server.appUrl : server.url + hostQuery(options));
        if (options.waitForShop !== false) await app.view.getByRole('button').first().waitFor({ state: 'attached', timeout: waitMs });
        return app;
    }

    expectNoErrors() {
        const unexpected = this.errors.filter((error) => !this.expectedErrors.test(error));
        if (unexpected.length > 0) throw new Error(`the page reported:\n${unexpected.join('\n')}`);
    }

    /** The host page's driver, for what only Telegram can do. @param {string} method @param {...any} args */
    host(method, ...args) {
        return this.page.evaluate(
            ([name, values]) => /** @type {any} */ (window).telegramHost[name](...values),
            /** @type {[string, any[]]} */ ([method, args]),
        );
    }

    /** @param {any} role @param {string | RegExp} name @param {{ exact?: boolean }} [how] */
    find(role, name, how = {}) {
        return this.view.getByRole(role, { name, ...how });
    }

    /** @param {any} role @param {string | RegExp} name @param {{ exact?: boolean }} [how] */
    async see(role, name, how = {}) {
        await this.find(role, name, how).first().waitFor({ state: 'attached', timeout: waitMs });
    }

    /** @param {string | RegExp} text */
    async read(text) {
        await this.view.getByText(text).first().waitFor({ state: 'attached', timeout: waitMs });
    }

    /** @param {any} role @param {string | RegExp} name */
    async isThere(role, name) {
        return (await this.find(role, name).count()) > 0;
    }

    /** All that a screen reader finds. */
    shown() {
        return this.view.locator('body').innerText();
    }

    /** The canvas on the host page. */
    async canvasBox() {
        const canvas = this.view.locator('canvas').first();
        await canvas.waitFor({ timeout: waitMs });   // A page that is loaded anew has none at first.
        const box = await canvas.boundingBox();
        if (!box) throw new Error('there is no canvas');
        return box;
    }

    /**
     * Touches the middle of what is drawn, scrolling to it as a finger would when it lies outside.
     * @param {any} role @param {string | RegExp} name @param {{ exact?: boolean, nth?: number }} [how]
     */
    async tap(role, name, { exact = false, nth = 0 } = {}) {
        await this.tapOn(this.find(role, name, { exact }).nth(nth));
    }

    /** @param {import('playwright-core').Locator} target */
    async tapOn(target) {
        await target.waitFor({ state: 'attached', timeout: waitMs });
        await this.settle();
        const point = await this.reach(target);
        await this.page.touchscreen.tap(point.x, point.y);
    }

    /** A point of the target that is on screen. @param {import('playwright-core').Locator} target */
    async reach(target) {
        const canvas = await this.canvasBox();
        for (let tries = 0; tries < 30; tries += 1) {
            const box = await this.steadyBox(target);
            const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
            const top = canvas.y + 4;
            const bottom = canvas.y + canvas.height - 20;
            const isOnScreen = middle.y > top && middle.y < bottom;
            if (isOnScreen && !(await this.isUnderNotice(box))) return middle;
            if (isOnScreen) await this.page.waitForTimeout(500);
            else await this.scrollBy(Math.max(-500, Math.min(500, middle.y - (top + bottom) / 2)));
        }
        throw new Error('could not scroll to the target');
    }

    /** Whether a notice lies over the middle: a person waits until it has gone. @param {{ x: number, y: number, width: number, height: number }} box */
    async isUnderNotice({ x, y, width, height }) {
        const notices = this.view.getByRole('status');
        if ((await notices.count()) === 0) return false;
        const notice = await notices.last().boundingBox({ timeout: 200 }).catch(() => null);
        if (!notice) return false;
        const holds = (/** @type {number} */ px, /** @type {number} */ py) =>
            px >= notice.x && px <= notice.x + notice.width && py >= notice.y && py <= notice.y + notice.height;
        const isItsOwn = holds(x, y) && holds(x + width, y + height);
        return !isItsOwn && holds(x + width / 2, y + height / 2);
    }

    /** The target's box once it has stopped moving. @param {import('playwright-core').Locator} target */
    async steadyBox(target) {
        let last = await target.boundingBox();
        for (let i = 0; i < 40; i += 1) {
            await this.page.waitForTimeout(this.lookMs);
            const box = await target.boundingBox();
            if (box && last && Math.abs(box.x - last.x) < 0.6 && Math.abs(box.y - last.y) < 0.6) return box;
            last = box;
        }
        throw new Error('the target never rests');
    }

    /** @param {number} down CSS pixels; negative: up */
    async scrollBy(down) {
        const box = await this.canvasBox();
        await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
        await this.page.mouse.wheel(0, down);
        await this.page.waitForTimeout(120);
    }

    /** @param {string | RegExp} label @param {string} value */
    async type(label, value) {
        await this.tap('textbox', label);
        const input = this.find('textbox', label);
        await input.waitFor({ state: 'attached' });
        await this.page.waitForTimeout(80);
        await input.pressSequentially(value, { delay: 5 });
    }

    /** Waits for the field to hold what matches. @param {string | RegExp} label @param {RegExp} pattern */
    async expectValue(label, pattern) {
        await this.until(async () => pattern.test(await this.find('textbox', label).inputValue()), `${pattern} in ${label}`);
    }

    /** Telegram's main button, or the app's own where there is none. @param {string | RegExp} text */
    async pressMain(text) {
        const button = this.page.getByRole('button', { name: text });
        const isThere = async () => !this.outside && (await button.isVisible());
        for (let tries = 0; tries < 10; tries += 1) {
            await this.until(async () => (await isThere()) || (await this.isThere('button', text)), `a main button ${text}`);
            await this.page.waitForTimeout(readingMs);
            if (await isThere()) return button.tap();
            if (await this.isThere('button', text)) return this.tap('button', text);
        }
        throw new Error(`the main button ${text} never stays`);
    }

    /** Telegram's back button; where it shows none, the app's own; outside Telegram the browser's. Nothing where there is none. */
    async pressBack() {
        await this.page.waitForTimeout(readingMs);
        if (!this.outside && (await this.host('state')).backButton.isVisible) await this.host('pressBack');
        else if (await this.isThere('button', 'Back')) await this.tap('button', 'Back');
        else if (this.outside) await this.page.goBack();
    }

    /** Answers the popup, or the app's own sheet where the client shows none. @param {string | null} id of a button; null: dismissed */
    async answerQuestion(id) {
        const asks = async () => (!this.outside && (await this.host('state')).popup !== null) || this.isThere('dialog', /.*/);
        await this.until(asks, 'a question');
        await this.page.waitForTimeout(readingMs);
        if (!(await this.isThere('dialog', /.*/))) await this.host('answerPopup', id);
        else await this.tapOn(this.find('dialog', /.*/).getByRole('button').nth(id === 'yes' ? 0 : 1));
    }

    /** @param {() => Promise<boolean>} holds @param {string} what for */
    async until(holds, what) {
        const end = Date.now() + waitMs;
        while (!(await holds())) {
            if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
            await this.page.waitForTimeout(50);
        }
    }

    /** Waits until nothing moves, within 20 s. */
    async settle() {
        const frame = await this.frame();
        const rest = (/** @type {number} */ lookMs) => new Promise((done) => {
            let [last, still, looks] = [-1, 0, 0];
            const look = () => {
                const { frames, pending } = /** @type {any} */ (window).kioskCounters ?? {};
                still = frames === last && !pending ? still + 1 : 0;
                last = frames;
                looks += 1;
                if (still >= 4 || looks * lookMs > 20_000) done(undefined);
                else setTimeout(look, lookMs);
            };
            look();
        });
        await frame.evaluate(rest, this.lookMs).catch(() => this.page.waitForTimeout(300));  // It has been loaded anew meanwhile.
    }

    /** The app's own frame. */
    async frame() {
        if (this.outside) return this.page.mainFrame();
        const handle = await this.page.locator('iframe').first().elementHandle();
        const frame = await handle?.contentFrame();
        if (!frame) throw new Error('the app has no frame');
        return frame;
    }

    /** @returns {Promise<Record<string, number>>} */
    async counters() {
        const frame = await this.frame();
        return frame.evaluate(() => ({ .../** @type {any} */ (window).kioskCounters }));
    }

    /** @param {string} name */
    async counter(name) {
        return (await this.counters())[name] ?? 0;
    }

    /** @param {string} path */
    async picture(path) {
        await this.settle();
        mkdirSync(dirname(path), { recursive: true });
        await this.page.screenshot({ path });
    }
}
