import assert from 'node:assert/strict';
import { story } from '../support/harness.mjs';
import { openProduct } from '../support/steps.mjs';

/** @param {import('../support/app.mjs').App} app */
async function loseContext(app) {
    const frame = await app.frame();
    await frame.evaluate(async () => {
        const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector('canvas'));
        const gl = canvas.getContext('webgl2') ?? canvas.getContext('webgl');
        const extension = /** @type {WebGLRenderingContext} */ (gl).getExtension('WEBGL_lose_context');
        extension?.loseContext();
        await new Promise((done) => setTimeout(done, 200));
        extension?.restoreContext();
        await new Promise((done) => setTimeout(done, 300));
    });
}

story('a lost WebGL context comes back with the same picture', async (t) => {
    const app = await t.open({});
    await app.settle();
    const shot = () => app.page.screenshot();
    const before = await shot();
    for (let time = 0; time < 2; time += 1) {
        await loseContext(app);
        await app.settle();
        assert.ok(before.equals(await shot()), `the picture differs after loss ${time + 1}`);
    }
    await openProduct(app, 'The Classic');
});
