import assert from 'node:assert/strict';
import { story } from '../support/harness.mjs';
import { decodePng, meanDifference } from '../support/pixels.mjs';
import {
    addToCart, atStandingTime, loseContext, openProduct, setHidden, shotOf, visitCorners, visitScreens,
} from '../support/steps.mjs';

/** @typedef {import('../support/app.mjs').App} App */

/** How long a notice stays. */
const toastMs = 5000;

/** Takes the context away twice, the second time while hidden. @param {App} app @param {string} screen */
async function expectRestored(app, screen) {
    const before = await shotOf(app);
    for (const hidden of [false, true]) {
        await loseContext(app, { hidden });
        assert.ok(before.equals(await shotOf(app)), `the ${screen} differs after a loss${hidden ? ' while hidden' : ''}`);
    }
}

story('a lost WebGL context comes back with the same picture, on every screen', async (t) => {
    const app = await t.open({ prepare: atStandingTime });
    await visitScreens(app, (screen) => expectRestored(app, screen));
});

story('a lost WebGL context comes back with the same picture, in every corner', async (t) => {
    const app = await t.open({ version: '6.0', prepare: atStandingTime });
    await visitCorners(app, async (screen) => {
        if (/dialog|empty cart/.test(screen)) await app.page.waitForTimeout(toastMs);
        await expectRestored(app, screen);
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

/** Takes the GL context away for good. @param {App} app @returns {Promise<() => Promise<string>>} which context the page's canvas has, once it is another one */
async function takeContext(app) {
    const frame = await app.frame();
    await frame.evaluate(() => {
        const canvas = /** @type {any} */ (document.querySelector('canvas'));
        canvas.isOld = true;
        (canvas.getContext('webgl2') ?? canvas.getContext('webgl')).getExtension('WEBGL_lose_context').loseContext();
    });
    return async () => {
        await frame.waitForFunction(() => !(/** @type {any} */ (document.querySelector('canvas')).isOld));
        return frame.evaluate(() => (document.querySelector('canvas')?.getContext('webgl2') ? 'webgl2' : 'webgl'));
    };
}

story('a WebGL context that never comes back gives way to a new canvas, on WebGL 1 from the second time on', async (t) => {
    const app = await t.open({ prepare: atStandingTime });
    const canvases = () => app.view.locator('canvas').count();
    const [before, count] = [await shotOf(app), await canvases()];
    for (const kind of ['webgl2', 'webgl', 'webgl']) {
        const renewed = await takeContext(app);
        assert.deepEqual([await renewed(), await canvases()], [kind, count]);
        const apart = meanDifference(decodePng(before), decodePng(await shotOf(app)));
        assert.ok(apart < (kind === 'webgl2' ? 1e-9 : 0.0001), `the new ${kind} canvas is ${apart} away`);
    }
    const setHeight = (/** @type {string} */ height) =>
        app.page.evaluate((value) => /** @type {any} */ (document.querySelector('iframe')).style.setProperty('height', value), height);
    await setHeight('500px');
    await app.until(async () => (await app.canvasBox()).height === 500, 'the smaller canvas');
    await setHeight('');
    assert.ok(meanDifference(decodePng(before), decodePng(await shotOf(app))) < 0.0001, 'the sizes of the new canvas');
    await addToCart(app, 'Smoky Bacon');
    await app.pressMain(/^View order/);
    await app.see('heading', 'Your order');
});

story('a context that is lost behind another tab is waited for there, and replaced when somebody looks', async (t) => {
    const app = await t.open({});
    const before = await shotOf(app);
    const frame = await app.frame();
    await frame.evaluate(() => {
        const page = /** @type {any} */ (window);
        const { setTimeout } = page;
        page.timers = 0;
        page.setTimeout = (/** @type {any[]} */ ...values) => setTimeout(...values, (page.timers += 1));
    });
    await setHidden(app, true);
    const renewed = await takeContext(app);
    const timers = () => frame.evaluate(() => /** @type {any} */ (window).timers);
    await app.page.waitForTimeout(4000);
    const waiting = await timers();
    await app.page.waitForTimeout(4000);
    const isOld = await frame.evaluate(() => /** @type {any} */ (document.querySelector('canvas')).isOld);
    assert.deepEqual([isOld, await timers()], [true, waiting]);
    await setHidden(app, false);
    await renewed();
    assert.ok(before.equals(await shotOf(app)), 'the new canvas differs');
});

story('where no canvas gets a WebGL context any more, the page starts anew and nothing is lost', async (t) => {
    const app = await t.open({});
    await addToCart(app, 'Smoky Bacon');
    await (await app.frame()).evaluate(() => {
        /** @type {any} */ (window).isOld = true;
        const { getContext } = HTMLCanvasElement.prototype;
        HTMLCanvasElement.prototype.getContext = /** @type {any} */ (
            /** @this {any} @param {any[]} values */
            function (...values) {
                return this.isOld ? getContext.apply(this, /** @type {any} */ (values)) : null;
            }
        );
    });
    await takeContext(app);
    await app.until(async () => !(await (await app.frame()).evaluate(() => /** @type {any} */ (window).isOld).catch(() => true)), 'a new start');
    await app.pressMain(/^View order \(1\)/);
    await app.see('heading', 'Your order');
});
