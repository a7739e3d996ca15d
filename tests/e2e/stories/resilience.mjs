import assert from 'node:assert/strict';
import { story } from '../support/harness.mjs';
import { decodePng, meanDifference } from '../support/pixels.mjs';
import { atStandingTime, loseContext, openProduct, shotOf, visitScreens } from '../support/steps.mjs';

story('a lost WebGL context comes back with the same picture, on every screen', async (t) => {
    const app = await t.open({ prepare: atStandingTime });
    await visitScreens(app, async (screen) => {
        const before = await shotOf(app);
        for (const hidden of [false, true]) {
            await loseContext(app, { hidden });
            assert.ok(before.equals(await shotOf(app)), `the ${screen} differs after a loss${hidden ? ' while hidden' : ''}`);
        }
    });
});

story('a WebGL context lost while text and pictures are on their way to it', async (t) => {
    const calm = await t.open({ prepare: atStandingTime });
    await calm.scrollBy(1500);
    await openProduct(calm, 'Smoky Bacon');
    const expected = await shotOf(calm);
    const app = await t.open({ prepare: atStandingTime });
    await app.scrollBy(1500);
    const frame = await app.frame();
    // The first upload from now on finds the context gone.
    await frame.evaluate(() => {
        const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector('canvas'));
        const gl = /** @type {WebGL2RenderingContext} */ (canvas.getContext('webgl2'));
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
    await frame.waitForFunction(() => document.querySelector('canvas')?.getContext('webgl2')?.isContextLost() === false);
    // Two sessions: a spring may come to rest a pixel's shade apart; a lost texture is thousands of pixels.
    assert.ok(meanDifference(decodePng(expected), decodePng(await shotOf(app))) < 0.00001);
});

/** Everything that can be pressed on the canvas, and how far down it is. @param {import('../support/app.mjs').App} app */
async function places(app) {
    await app.settle();
    const frame = await app.frame();
    return frame.evaluate(() =>
        [...document.querySelectorAll('button')]
            .map((button) => ({ y: Math.round(button.getBoundingClientRect().y), name: button.ariaLabel ?? button.textContent ?? '' }))
            .filter(({ y }) => y >= 0 && y < innerHeight)
            .map(({ y, name }) => `${y} ${name}`),
    );
}

/** Opens the first card of those places. @param {import('../support/app.mjs').App} app @param {string[]} shown */
async function openCard(app, shown) {
    const add = shown.find((place) => /^[2-5]\d\d Add /.test(place)) ?? '';
    const name = add.replace(/^\d+ Add /, '');
    const [card] = shown.filter((place) => place.endsWith(` ${name}`) && place !== add);
    const frame = await app.frame();
    await frame.evaluate(([y, label]) => {
        const cards = [...document.querySelectorAll('button')].filter((button) => (button.ariaLabel ?? button.textContent) === label);
        cards.find((button) => Math.round(button.getBoundingClientRect().y) === Number(y))?.click();
    }, [card.slice(0, card.indexOf(' ')), name]);
    await app.see('heading', name);
}

story('every page is found where it stood after a forced reload', async (t) => {
    const app = await t.open({ prepare: atStandingTime });
    await app.scrollBy(1200);
    const menu = await places(app);
    assert.ok(menu.length > 4 && !menu.some((place) => place.endsWith('Settings')), `${menu} is the top`);
    await app.host('reload');
    await app.see('button', /^Add /);
    assert.deepEqual(await places(app), menu);

    await openCard(app, menu);
    await app.settle();
    await app.scrollBy(300);
    const sheet = await places(app);
    await app.host('reload');
    await app.see('dialog', /./);
    assert.deepEqual(await places(app), sheet);
    await app.pressBack();
    await app.see('button', /^Add /);
    assert.deepEqual(await places(app), menu);
});
