import assert from 'node:assert/strict';
import { decodePng, meanDifference } from '../support/pixels.mjs';
import { story } from '../support/harness.mjs';
import { atStandingTime, openProduct, visitScreens } from '../support/steps.mjs';

/** @typedef {import('../support/app.mjs').App} App */

/** Takes the GL context away, does something, and gives it back. @param {App} app @param {string} [meanwhile] */
async function loseContext(app, meanwhile = '') {
    const frame = await app.frame();
    await frame.evaluate(async (step) => {
        const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector('canvas'));
        const gl = /** @type {WebGLRenderingContext} */ (canvas.getContext('webgl2') ?? canvas.getContext('webgl'));
        const extension = gl.getExtension('WEBGL_lose_context');
        const lost = new Promise((done) => canvas.addEventListener('webglcontextlost', done, { once: true }));
        const restored = new Promise((done) => canvas.addEventListener('webglcontextrestored', done, { once: true }));
        extension?.loseContext();
        await lost;
        if (step === 'hide') Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
        if (step) document.dispatchEvent(new Event('visibilitychange'));
        setTimeout(() => extension?.restoreContext(), 50);
        await restored;
        if (step === 'hide') delete (/** @type {any} */ (document).hidden);
        if (step) document.dispatchEvent(new Event('visibilitychange'));
    }, meanwhile);
}

/** The app's own part of the screen. @param {App} app */
async function shot(app) {
    await app.settle();
    return app.page.screenshot({ clip: await app.canvasBox() });
}

story('a lost WebGL context comes back with the same picture, on every screen', async (t) => {
    const app = await t.open({ prepare: atStandingTime });
    await visitScreens(app, async (screen) => {
        const before = await shot(app);
        for (const meanwhile of ['', 'hide']) {
            await loseContext(app, meanwhile);
            assert.ok(before.equals(await shot(app)), `the ${screen} differs after a loss ${meanwhile}`);
        }
    });
});

story('a WebGL context lost while text and pictures are on their way to it', async (t) => {
    const app = await t.open({ prepare: atStandingTime });
    const calm = await t.open({ prepare: atStandingTime });
    await calm.scrollBy(1500);
    await app.scrollBy(1500);
    await loseContext(app);
    await openProduct(calm, 'Smoky Bacon');
    const frame = await app.frame();
    // The first upload from now on finds the context gone.
    await frame.evaluate(() => {
        const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector('canvas'));
        const gl = /** @type {WebGLRenderingContext} */ (canvas.getContext('webgl2') ?? canvas.getContext('webgl'));
        const extension = gl.getExtension('WEBGL_lose_context');
        const upload = gl.texSubImage2D;
        gl.texSubImage2D = /** @type {any} */ (
            function (/** @type {any[]} */ ...values) {
                gl.texSubImage2D = upload;
                extension?.loseContext();
                setTimeout(() => extension?.restoreContext(), 300);
                return upload.apply(gl, /** @type {any} */ (values));
            }
        );
    });
    await openProduct(app, 'Smoky Bacon');
    await frame.waitForFunction(() => {
        const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector('canvas'));
        return !(/** @type {WebGLRenderingContext} */ (canvas.getContext('webgl2')).isContextLost());
    });
    assert.ok((await shot(calm)).equals(await shot(app)));
});

/** @param {import('playwright-core').Page} page */
const withoutWebGl2 = (page) =>
    page.addInitScript(() => {
        const { getContext } = HTMLCanvasElement.prototype;
        HTMLCanvasElement.prototype.getContext = /** @type {any} */ (
            /** @this {HTMLCanvasElement} @param {any} kind @param {any} options */
            function (kind, options) {
                return kind === 'webgl2' ? null : getContext.call(this, kind, options);
            }
        );
    });

/** As Firefox with resistFingerprinting: every read gives other pixels. @param {import('playwright-core').Page} page */
const withBlockedReadback = (page) =>
    page.addInitScript(() => {
        CanvasRenderingContext2D.prototype.getImageData = (/** @type {number} */ _x, /** @type {number} */ _y, /** @type {number} */ width, /** @type {number} */ height) => {
            const pixels = new Uint8ClampedArray(width * height * 4);
            for (let at = 0; at < pixels.length; at += 1) pixels[at] = (at * 2654435761) >>> 24;
            return new ImageData(pixels, width, height);
        };
    });

/** @param {import('../support/harness.mjs').Story} t @param {(page: import('playwright-core').Page) => Promise<any>} [prepare] */
async function pictures(t, prepare = async () => {}) {
    /** @type {string[]} */
    const asked = [];
    const app = await t.open({
        prepare: async (/** @type {import('playwright-core').Page} */ page) => {
            await atStandingTime(page);
            await prepare(page);
            page.on('request', (request) => asked.push(new URL(request.url()).pathname));
        },
    });
    /** @type {Record<string, Buffer>} */
    const shots = {};
    await visitScreens(app, async (screen) => {
        shots[screen] = await shot(app);
    });
    return { app, shots, asked: [...new Set(asked)].sort() };
}

story('every screen looks the same on WebGL1, and where canvases can’t be read back', async (t) => {
    const [usual, old, blocked] = await Promise.all([pictures(t), pictures(t, withoutWebGl2), pictures(t, withBlockedReadback)]);
    const kinds = await Promise.all([usual, old].map(async ({ app }) => (await app.frame()).evaluate(() => document.querySelector('canvas')?.getContext('webgl') !== null)));
    assert.deepEqual(kinds, [false, true], 'which of them run on WebGL1');
    for (const screen of Object.keys(usual.shots)) {
        for (const [name, other] of /** @type {const} */ ([['WebGL1', old], ['blocked readback', blocked]])) {
            const apart = meanDifference(decodePng(usual.shots[screen]), decodePng(other.shots[screen]));
            assert.ok(apart < 0.0005, `the ${screen} with ${name} is ${(apart * 100).toFixed(3)} % away`);
        }
    }
    assert.deepEqual(blocked.asked, usual.asked, 'something more is fetched');
    const before = await shot(blocked.app);
    await loseContext(blocked.app);
    assert.ok(before.equals(await shot(blocked.app)), 'text without readback is lost with the context');
});
