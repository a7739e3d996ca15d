import assert from 'node:assert/strict';
import { story } from '../support/harness.mjs';

story('a round of the game is played by taps and its best score kept', async (t) => {
    const app = await t.open({ startapp: 'game' });
    await app.see('heading', 'Burger Stack');
    const box = await app.canvasBox();
    const drop = () => app.page.touchscreen.tap(box.x + box.width / 2, box.y + box.height * 0.6);
    await drop();
    for (let taps = 0; taps < 60 && !(await app.isThere('heading', /toppled|record/)); taps += 1) {
        await app.page.waitForTimeout(700);
        await drop();
    }
    await app.see('heading', /toppled|record/);
    await app.settle();
    await app.pressMain('Play again');
    await app.see('button', 'Drop the layer');
    const frame = await app.frame();
    const saved = await frame.evaluate(() => localStorage.getItem('kiosk:state') ?? '');
    assert.match(saved, /"best_score":\d+/);
});
