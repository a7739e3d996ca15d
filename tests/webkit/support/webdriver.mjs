/**
 * A WebDriver client (W3C, only what the stories need) over plain HTTP, and the processes behind it: a virtual X display and
 * WebKit's driver, which starts the browser. Whoever starts them ends them.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const startMs = 20_000;
const commandMs = 60_000;
export const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

/** @typedef {{ [elementKey]: string }} Element */

const display = { width: 1280, height: 1100 };

/** WebKitGTK's small browser, which Debian keeps outside the path. */
export function findBrowser() {
    const folders = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/libexec', '/usr/lib'].filter((folder) => existsSync(folder));
    const places = folders.flatMap((folder) =>
        readdirSync(folder)
            .filter((name) => name.startsWith('webkit2gtk-4'))
            .map((name) => join(folder, name, 'MiniBrowser')),
    );
    const found = [process.env.KIOSK_WEBKIT, ...places].find((place) => place && existsSync(place));
    if (!found) throw new Error('no WebKit browser found: apt-get install webkit2gtk-driver xvfb');
    return found;
}

/** @returns {Promise<number>} */
function freePort() {
    return new Promise((done, refuse) => {
        const server = createServer();
        server.once('error', refuse);
        server.listen(0, '127.0.0.1', () => {
            const address = server.address();
            server.close(() => done(typeof address === 'object' && address ? address.port : 0));
        });
    });
}

/** @param {() => Promise<boolean>} holds @param {string} what */
async function until(holds, what) {
    for (const end = Date.now() + startMs; Date.now() < end; await new Promise((done) => setTimeout(done, 100))) {
        if (await holds().catch(() => false)) return;
    }
    throw new Error(`${what} does not answer`);
}

/** The X server's own choice of a free display. @returns {Promise<{ process: import('node:child_process').ChildProcess, name: string }>} */
async function startDisplay() {
    const screen = `${display.width}x${display.height}x24`;
    const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    const number = await new Promise((done, refuse) => {
        child.once('error', refuse);
        child.once('exit', () => refuse(new Error('Xvfb ended')));
        child.stdio[3]?.once('data', (/** @type {Buffer} */ data) => done(data.toString().trim()));
    });
    return { process: child, name: `:${number}` };
}

/** @param {number} duration ms */
const pause = (duration) => ({ type: 'pause', duration });
/** @param {number} x @param {number} y */
const moveTo = (x, y) => ({ type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0 });

/** A browser with one window, driven by commands. */
export class WebKit {
    /** @type {import('node:child_process').ChildProcess[]} */
    #processes = [];
    #home = mkdtempSync(join(tmpdir(), 'kiosk-webkit-'));
    #base = '';
    #session = '';

    static async start() {
        const webkit = new WebKit();
        try {
            await webkit.#launch();
            return webkit;
        } catch (error) {
            await webkit.close();
            throw error;
        }
    }

    async #launch() {
        const screen = await startDisplay();
        this.#processes.push(screen.process);
        const port = await freePort();
        const env = {
            ...process.env,
            DISPLAY: screen.name,
            GDK_BACKEND: 'x11',
            LIBGL_ALWAYS_SOFTWARE: '1',
            HOME: this.#home,
            XDG_RUNTIME_DIR: this.#home,
            NO_AT_BRIDGE: '1',
        };
        const driver = spawn('WebKitWebDriver', [`--port=${port}`], { env, stdio: 'ignore' });
        this.#processes.push(driver);
        this.#base = `http://127.0.0.1:${port}`;
        await until(async () => (await fetch(`${this.#base}/status`)).ok, 'WebKitWebDriver');
    }

    /** A fresh browser without anything stored. */
    async open() {
        const options = { binary: findBrowser(), args: ['--automation'] };
        const answer = await this.#send('POST', '/session', {
            capabilities: { alwaysMatch: { 'browserName': 'MiniBrowser', 'webkitgtk:browserOptions': options } },
        });
        this.#session = answer.sessionId;
        await this.command('POST', '/timeouts', { script: 30_000, pageLoad: 60_000 });
        return answer.capabilities;
    }

    async end() {
        if (this.#session) await this.command('DELETE', '').catch(() => undefined);
        this.#session = '';
    }

    async close() {
        await this.end();
        for (const child of this.#processes.reverse()) child.kill();
        rmSync(this.#home, { recursive: true, force: true, maxRetries: 3, retryDelay: 200 });
    }

    /** @param {string} method @param {string} path @param {object} [body] @returns {Promise<any>} */
    command(method, path, body) {
        return this.#send(method, `/session/${this.#session}${path}`, body);
    }

    /** @param {string} method @param {string} path @param {object} [body] */
    async #send(method, path, body) {
        const answer = await fetch(this.#base + path, {
            method,
            body: method === 'POST' ? JSON.stringify(body ?? {}) : undefined,
            signal: AbortSignal.timeout(commandMs),
        });
        const { value } = /** @type {{ value: any }} */ (await answer.json());
        if (!answer.ok) throw new Error(`${method} ${path}: ${value?.error}: ${value?.message}`);
        return value;
    }

    /** @param {number} width @param {number} height of the window */
    resize(width, height) {
        return this.command('POST', '/window/rect', { x: 0, y: 0, width, height });
    }
    /** @param {string} url */
    go(url) {
        return this.command('POST', '/url', { url });
    }
    /** Into a frame, or out to the page. @param {Element | null} frame */
    enter(frame) {
        return this.command('POST', '/frame', { id: frame });
    }
    /** @param {string} css @returns {Promise<Element>} */
    element(css) {
        return this.command('POST', '/element', { using: 'css selector', value: css });
    }
    /** Runs in the page; arguments and answer are JSON or elements. @param {(...args: any[]) => any} work @param {...any} args */
    run(work, ...args) {
        return this.command('POST', '/execute/sync', { script: `return (${work})(...arguments)`, args });
    }
    /** The mouse goes through these steps. @param {object[]} steps */
    #mouse(steps) {
        const mouse = { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions: steps };
        return this.command('POST', '/actions', { actions: [mouse] });
    }
    /** The button down at a place of the page, and up again. @param {number} x @param {number} y */
    click(x, y) {
        return this.#mouse([moveTo(x, y), { type: 'pointerDown', button: 0 }, pause(60), { type: 'pointerUp', button: 0 }]);
    }
    /** Slow at the end, so that nothing goes on. @param {number} x @param {number} y @param {number} toX @param {number} toY */
    drag(x, y, toX, toY) {
        const path = [0.2, 0.4, 0.6, 0.8, 1].flatMap((part) => [moveTo(x + (toX - x) * part, y + (toY - y) * part), pause(30)]);
        return this.#mouse([moveTo(x, y), { type: 'pointerDown', button: 0 }, ...path, pause(200), moveTo(toX, toY), { type: 'pointerUp', button: 0 }]);
    }
    /** Into whatever has the focus. @param {string} text */
    typeKeys(text) {
        const keys = [...text].flatMap((value) => [
            { type: 'keyDown', value },
            { type: 'keyUp', value },
        ]);
        return this.command('POST', '/actions', { actions: [{ type: 'key', id: 'keys', actions: keys }] });
    }
    /** The page as PNG. @returns {Promise<Buffer>} */
    async picture() {
        return Buffer.from(await this.command('GET', '/screenshot'), 'base64');
    }
}
