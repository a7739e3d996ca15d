/**
 * The app inside the Telegram host page, in WebKit: things are found by role and name in the accessibility mirror and clicked
 * where they are drawn. Coordinates are CSS pixels of the host page.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const waitMs = 45_000;
const pollMs = 120;

/** @typedef {{ x: number, y: number, width: number, height: number }} Box */

/** Runs in the app's document. @param {string} role @param {string} source @param {string} flags @returns {Box | null} */
function boxOf(role, source, flags) {
    const pattern = new RegExp(source, flags);
    const roleOf = (/** @type {Element} */ element) => {
        if (element.hasAttribute('role')) return element.getAttribute('role');
        if (/^H\d$/.test(element.tagName)) return 'heading';
        if (element.tagName === 'INPUT') return element.getAttribute('type') === 'search' ? 'searchbox' : 'textbox';
        return element.tagName === 'TEXTAREA' ? 'textbox' : element.tagName.toLowerCase();
    };
    const found = [...document.querySelectorAll('*')].find(
        (element) => roleOf(element) === role && pattern.test(element.getAttribute('aria-label') ?? element.textContent ?? ''),
    );
    if (!found) return null;
    const { x, y, width, height } = found.getBoundingClientRect();
    return { x, y, width, height };
}

/** Runs in the host page. @param {string} source @param {string} flags @returns {Box | null} */
function hostButton(source, flags) {
    const pattern = new RegExp(source, flags);
    const found = [...document.querySelectorAll('button')].find(
        (button) => pattern.test(button.textContent?.trim() ?? '') && button.getBoundingClientRect().height > 0,
    );
    if (!found) return null;
    const { x, y, width, height } = found.getBoundingClientRect();
    return { x, y, width, height };
}

/** @param {string | RegExp} name a text is the whole name */
function pattern(name) {
    if (name instanceof RegExp) return [name.source, name.flags];
    return [`^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`, ''];
}

/** @template T @param {() => Promise<T>} look @param {string} what @returns {Promise<NonNullable<T>>} */
async function eventually(look, what) {
    for (const end = Date.now() + waitMs; Date.now() < end; await new Promise((done) => setTimeout(done, pollMs))) {
        const found = await look();
        if (found) return /** @type {NonNullable<T>} */ (found);
    }
    throw new Error(`${what}: not after ${waitMs / 1000} s`);
}

export class App {
    /** @param {import('./webdriver.mjs').WebKit} webkit @param {{ url: string, hooks: { kitchenMinuteMs: number } }} server */
    constructor(webkit, server) {
        this.webkit = webkit;
        this.server = server;
    }

    /** @param {Record<string, string>} [launch] more of the host page's query */
    async open(launch = {}) {
        const query = new URLSearchParams({ chrome: '0', size: '390x844', theme: 'light', profile: 'ios', version: '8.0', lang: 'en', ...launch });
        await this.webkit.resize(460, 920);
        await this.webkit.go(`${this.server.url}?${query}`);
        await this.see('button', /./);
    }

    /** Runs in the host page. @param {(...args: any[]) => any} work @param {...any} args */
    async inHost(work, ...args) {
        await this.webkit.enter(null);
        return this.webkit.run(work, ...args);
    }

    /** Runs in the app's document. @param {(...args: any[]) => any} work @param {...any} args */
    async inApp(work, ...args) {
        await this.webkit.enter(null);
        await this.webkit.enter(await this.webkit.element('iframe'));
        return this.webkit.run(work, ...args);
    }

    /** The host page's driver. @param {string} method @param {...any} args */
    host(method, ...args) {
        return this.inHost((name, values) => /** @type {any} */ (window).telegramHost[name](...values), method, args);
    }

    /** Where it is drawn, or null. @param {string} role @param {string | RegExp} name @returns {Promise<Box | null>} */
    async box(role, name) {
        // A page that is being loaded has no frame, or a frame without a document.
        const found = await this.inApp(boxOf, role, ...pattern(name)).catch(() => null);
        if (!found) return null;
        const frame = await this.frameBox();
        return { ...found, x: frame.x + found.x, y: frame.y + found.y };
    }

    /** @returns {Promise<Box>} */
    frameBox() {
        return this.inHost(() => /** @type {HTMLElement} */ (document.querySelector('iframe')).getBoundingClientRect().toJSON());
    }

    /** @param {string} role @param {string | RegExp} name */
    see(role, name) {
        return eventually(() => this.box(role, name), `${role} ${name}`);
    }

    /** Waits until nothing moves. */
    async settle() {
        let last = -1;
        for (let still = 0, tries = 0; still < 3 && tries < 100; tries += 1) {
            const frames = await this.inApp(() => /** @type {any} */ (window).kioskCounters.frames).catch(() => -1);
            still = frames === last ? still + 1 : 0;
            last = frames;
            await new Promise((done) => setTimeout(done, pollMs));
        }
    }

    /** Clicks the middle of what is drawn, dragging the page until it is in sight. @param {string} role @param {string | RegExp} name */
    async tap(role, name) {
        await this.see(role, name);
        await this.settle();
        const frame = await this.frameBox();
        const [top, bottom] = [frame.y + 8, frame.y + frame.height - 24];
        for (let tries = 0; tries < 20; tries += 1) {
            const box = await this.see(role, name);
            const y = box.y + box.height / 2;
            if (y > top && y < bottom) return this.clickAt(box.x + box.width / 2, y);
            await this.drag(Math.max(-280, Math.min(280, (top + bottom) / 2 - y)));
        }
        throw new Error(`${role} ${name}: could not be reached`);
    }

    /** @param {number} x @param {number} y */
    async clickAt(x, y) {
        await this.webkit.enter(null);
        await this.webkit.click(x, y);
    }

    /** Drags the page, without a fling at the end. @param {number} down CSS pixels */
    async drag(down) {
        const frame = await this.frameBox();
        const x = frame.x + frame.width - 12;
        const y = frame.y + frame.height * (down > 0 ? 0.3 : 0.75);
        await this.webkit.enter(null);
        await this.webkit.drag(x, y, x, y + down);
        await this.settle();
    }

    /** @param {string} label @param {string} text */
    async type(label, text, role = 'textbox') {
        await this.tap(role, label);
        await this.settle();
        await this.webkit.typeKeys(text);
        await this.settle();
    }

    /** Telegram's main button. @param {string | RegExp} text */
    async pressMain(text) {
        const box = await eventually(() => this.inHost(hostButton, ...pattern(text)), `main button ${text}`);
        await this.settle();
        await this.clickAt(box.x + box.width / 2, box.y + box.height / 2);
    }

    /** @param {string} path */
    async picture(path) {
        await this.webkit.enter(null);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, await this.webkit.picture());
    }
}
