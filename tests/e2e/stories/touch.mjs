/** Fingers on the glass, more than one of them: nothing is pressed, nothing zooms, and the next single finger counts again. */
import assert from 'node:assert/strict';
import { story } from '../support/harness.mjs';

story('two fingers press nothing and zoom nothing', async (t) => {
    const app = await t.open({});
    await app.settle();
    const card = app.find('button', 'The Classic', { exact: true }).first();
    const box = await card.boundingBox();
    assert.ok(box);
    const cdp = await app.context.newCDPSession(app.page);
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 3 };
    const touch = (/** @type {'touchStart' | 'touchMove' | 'touchEnd'} */ type, /** @type {number[]} */ ...apart) =>
        cdp.send('Input.dispatchTouchEvent', { type, touchPoints: apart.map((way, id) => ({ x: middle.x, y: middle.y + way, id })) });
    const ways = {
        'a tap': async () => {
            await touch('touchStart', 0, 60);
            await touch('touchEnd');
        },
        'one after the other': async () => {
            await touch('touchStart', 0);
            await touch('touchStart', 0, 60);
            await touch('touchEnd', 0);
            await touch('touchEnd');
        },
        'a hold': async () => {
            await touch('touchStart', 0, 60);
            await app.page.waitForTimeout(700);
            await touch('touchEnd');
        },
        'a pinch': async () => {
            await touch('touchStart', 0, 40);
            for (let step = 1; step <= 8; step += 1) await touch('touchMove', 0, 40 + 12 * step);
            await touch('touchEnd');
        },
    };
    for (const [name, way] of Object.entries(ways)) {
        await way();
        await app.settle();
        assert.ok(!(await app.isThere('dialog', /./)), `${name} of two fingers opens a product`);
        assert.deepEqual(await card.boundingBox(), box, `${name} moves the page`);
        const frame = await app.frame();
        const zooms = await Promise.all([frame, app.page].map((page) => page.evaluate(() => visualViewport?.scale)));
        assert.deepEqual(zooms, [1, 1], `${name} zooms`);
    }
    await app.page.touchscreen.tap(middle.x, middle.y);
    await app.see('dialog', /./);
});
