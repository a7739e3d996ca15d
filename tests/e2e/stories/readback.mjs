import assert from 'node:assert/strict';
import { story } from '../support/harness.mjs';
import { decodePng, meanDifference } from '../support/pixels.mjs';
import { atStandingTime, loseContext, shotOf, visitScreens } from '../support/steps.mjs';

/** As Firefox with resistFingerprinting: what is read back is noise. @param {import('playwright-core').Page} page */
const blockReadback = async (page) => {
    await page.addInitScript(() => {
        CanvasRenderingContext2D.prototype.getImageData = (
            /** @type {number} */ _x, /** @type {number} */ _y, /** @type {number} */ width, /** @type {number} */ height,
        ) => {
            const pixels = new Uint8ClampedArray(width * height * 4);
            for (let at = 0; at < pixels.length; at += 1) pixels[at] = (at * 2654435761) >>> 24;
            return new ImageData(pixels, width, height);
        };
    });
};

/** @param {import('playwright-core').Page} page */
const blockWebGl2 = async (page) => {
    await page.addInitScript(() => {
        const get = HTMLCanvasElement.prototype.getContext;
        HTMLCanvasElement.prototype.getContext = /** @type {any} */ (
            /** @this {HTMLCanvasElement} @param {any} kind @param {any[]} rest */
            function (kind, ...rest) {
                return kind === 'webgl2' ? null : get.call(this, kind, ...rest);
            }
        );
    });
};

/** @param {import('../support/harness.mjs').Story} t @param {(page: import('playwright-core').Page) => Promise<any>} [prepare] */
async function pictures(t, prepare = async () => {}) {
    /** @type {Set<string>} */
    const asked = new Set();
    const app = await t.open({
        prepare: async (/** @type {import('playwright-core').Page} */ page) => {
            await atStandingTime(page);
            await prepare(page);
            page.on('request', (request) => asked.add(new URL(request.url()).pathname));
        },
    });
    /** @type {Map<string, Buffer>} */
    const shots = new Map();
    await visitScreens(app, async (screen) => void shots.set(screen, await shotOf(app)));
    const onWebGl1 = await (await app.frame()).evaluate(() => Boolean(document.querySelector('canvas')?.getContext('webgl')));
    return { app, shots, asked: [...asked].sort(), onWebGl1 };
}

/** @param {Awaited<ReturnType<typeof pictures>>} usual @param {Awaited<ReturnType<typeof pictures>>} other */
function expectSame(usual, other) {
    for (const [screen, shot] of usual.shots) {
        const apart = meanDifference(decodePng(shot), decodePng(/** @type {Buffer} */ (other.shots.get(screen))));
        assert.ok(apart < 0.001, `the ${screen} is ${(apart * 100).toFixed(3)} % away`);
    }
}

story('every screen looks the same on WebGL 1', async (t) => {
    const usual = await pictures(t);
    const old = await pictures(t, blockWebGl2);
    assert.deepEqual([usual.onWebGl1, old.onWebGl1], [false, true]);
    expectSame(usual, old);
});

story('every screen looks the same where canvases can’t be read back', async (t) => {
    const usual = await pictures(t);
    const blocked = await pictures(t, blockReadback);
    expectSame(usual, blocked);
    assert.deepEqual(blocked.asked, usual.asked, 'something more is fetched');
    const before = await shotOf(blocked.app);
    await loseContext(blocked.app);
    assert.ok(before.equals(await shotOf(blocked.app)), 'text without readback is lost with the context');
});
