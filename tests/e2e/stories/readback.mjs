import assert from 'node:assert/strict';
import { story } from '../support/harness.mjs';
import { decodePng, meanDifference } from '../support/pixels.mjs';

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
            function (/** @type {HTMLCanvasElement} */ /** @type {any} */ kind, /** @type {any[]} */ ...rest) {
                // @ts-ignore The canvas itself.
                return kind === 'webgl2' ? null : get.call(this, kind, ...rest);
            }
        );
    });
};

for (const [what, prepare] of /** @type {const} */ ([['canvases can’t be read back', blockReadback], ['there is only WebGL 1', blockWebGl2]])) {
    story(`the home screen looks the same where ${what}`, async (t) => {
        const usual = await t.open();
        await usual.settle();
        const expected = decodePng(await usual.page.screenshot());
        const app = await t.open({ prepare });
        await app.settle();
        assert.ok(meanDifference(decodePng(await app.page.screenshot()), expected) < 0.001);
    });
}
