/**
 * The end-to-end harness: stories are told three at a time (KIOSK_TELLERS), each in a fresh browsing context of its teller's
 * headless Chromium, the bundle served as a CDN would inside the Telegram host page. A story is an async function that throws
 * when something is wrong; a failed one leaves a picture and the page's errors in build/e2e/.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { startServer } from '../../telegram-host/server.mjs';
import { App } from './app.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
export const picturesDir = join(root, 'build', 'screens');
const failuresDir = join(root, 'build', 'e2e');
const storyTimeoutMs = 300_000;
const tellers = Number(process.env.KIOSK_TELLERS ?? 3);

export const chromiumFlags = [
    '--no-sandbox',
    '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
];

/** @typedef {{ name: string, run: (t: Story) => Promise<void> }} Registered */
/** @type {Registered[]} */
const stories = [];

/** @param {string} name @param {(t: Story) => Promise<void>} run */
export function story(name, run) {
    stories.push({ name, run });
}

export function findChromium() {
    const places = [process.env.KIOSK_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
    const found = places.find((place) => place && existsSync(place));
    if (!found) throw new Error('no Chromium found: apt-get install chromium, or set KIOSK_CHROMIUM');
    return found;
}

/** @param {string[]} flags */
const launch = (flags = []) =>
    chromium.launch({ executablePath: findChromium(), headless: true, args: [...chromiumFlags, ...flags] });

/** What a story gets: a way to open the app, and the server behind it. */
export class Story {
    /**
     * @param {string} name
     * @param {import('playwright-core').Browser} browser
     * @param {Awaited<ReturnType<typeof startServer>>} server
     */
    constructor(name, browser, server) {
        this.name = name;
        this.browser = browser;
        this.server = server;
        /** @type {App[]} */
        this.apps = [];
        /** @type {import('playwright-core').Browser[]} */
        this.browsers = [];
    }

    /**
     * Opens the Mini App inside the Telegram host page, in a context of its own unless one is shared.
     * @param {import('./app.mjs').OpenOptions} [options]
     */
    async open(options = {}) {
        const app = await App.open(this.browser, this.server, options);
        this.apps.push(app);
        return app;
    }

    /**
     * Opens it as on a screen of that density: the emulated one rounds a line's height as one device pixel per CSS pixel would.
     * @param {import('./app.mjs').OpenOptions & { density: number, size: string }} options
     */
    async openOnScreen(options) {
        const flags = [`--force-device-scale-factor=${options.density}`, `--window-size=${options.size.replace('x', ',')}`];
        const browser = await launch(flags);
        this.browsers.push(browser);
        const app = await App.open(browser, this.server, { ...options, ownScreen: true });
        this.apps.push(app);
        return app;
    }

    async close() {
        // A page that still loads must not ask a handler that outlives it.
        for (const app of this.apps) await app.page.unrouteAll({ behavior: 'ignoreErrors' }).catch(() => undefined);
        for (const app of this.apps) await app.context.close().catch(() => undefined);
        for (const browser of this.browsers) await browser.close();
        this.server.hooks.unblock();
        this.server.hooks.setNetwork({ latencyMs: 0, bytesPerSecond: 0 });
    }

    async keepEvidence() {
        mkdirSync(failuresDir, { recursive: true });
        const file = this.name.replace(/[^a-z0-9]+/gi, '-').slice(0, 200);
        for (const [i, app] of this.apps.entries()) {
            await app.page.screenshot({ path: join(failuresDir, `${file}-${i}.png`) }).catch(() => undefined);
            writeFileSync(join(failuresDir, `${file}-${i}.txt`), app.errors.join('\n'));
        }
    }
}

/** @param {Promise<void>} work @param {number} ms */
async function within(work, ms) {
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    const late = new Promise((_, reject) => {
        timer = setTimeout(() => reject(new Error(`no end after ${ms / 1000} s`)), ms);
    });
    await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** What nobody waited for fails the story that is told then, and ends no run. @type {unknown[]} */
const strays = [];
process.on('unhandledRejection', (error) => strays.push(error));

/** @param {Story} t @param {(t: Story) => Promise<void>} run @returns {Promise<boolean>} whether it went well */
async function tellOnce(t, run) {
    const started = Date.now();
    const seconds = () => ((Date.now() - started) / 1000).toFixed(1);
    try {
        await within(run(t), storyTimeoutMs);
        for (const app of t.apps) app.expectNoErrors();
        if (strays.length > 0) throw strays.shift();
        console.log(`ok   ${t.name} (${seconds()} s)`);
        return true;
    } catch (error) {
        await t.keepEvidence();
        console.log(`FAIL ${t.name} (${seconds()} s)\n     ${error instanceof Error ? error.stack ?? error.message : error}`);
        return false;
    } finally {
        await t.close();
    }
}

/** @param {Registered[]} queue taken from until it is empty @param {string} dist @returns {Promise<Registered[]>} what failed */
async function tellAll(queue, dist) {
    const server = await startServer({ port: 0, dist, telegramScript: 'local' });
    let browser = await launch();
    const failed = [];
    for (let next = queue.shift(); next; next = queue.shift()) {
        if (!browser.isConnected()) browser = await launch();   // It broke down: that is its last story's failure alone.
        if (!(await tellOnce(new Story(next.name, browser, server), next.run))) failed.push(next);
    }
    await browser.close();
    await server.close();
    return failed;
}

/** @param {{ parts?: string[], dist?: string }} options parts: of the names to tell, none for all @returns {Promise<number>} how many failed */
export async function runStories({ parts = [], dist = join(root, 'dist') } = {}) {
    const chosen = stories.filter(({ name }) => parts.length === 0 || parts.some((part) => name.includes(part)));
    const queue = [...chosen];
    const stumbled = (await Promise.all(Array.from({ length: tellers }, () => tellAll(queue, dist)))).flat();
    // A loaded machine starves a page of frames at times: in a whole run a failure is shown, and the story told once more, alone.
    const again = parts.length > 0 ? [] : stumbled.map(({ name }) => name);
    const failed = (parts.length > 0 ? stumbled : await tellAll(stumbled, dist)).length;
    for (const name of again) console.log(`told twice: ${name}`);
    console.log(`${chosen.length - failed} passed, ${failed} failed`);
    return chosen.length === 0 ? 1 : failed;
}
