import assert from 'node:assert/strict';
import { story } from '../support/harness.mjs';
import { keyOf } from '../support/steps.mjs';

/** @typedef {import('../support/app.mjs').App} App */

/** Until the tower falls. @param {App} app @returns {Promise<number>} the score */
async function playRound(app) {
    const box = await app.canvasBox();
    const drop = () => app.page.touchscreen.tap(box.x + box.width / 2, box.y + box.height * 0.6);
    await drop();
    for (let taps = 0; taps < 60 && !(await app.isThere('heading', /toppled|record/)); taps += 1) {
        await app.page.waitForTimeout(700);
        await drop();
    }
    await app.see('heading', /toppled|record/);
    await app.settle();
    const [, score] = /Score: (\d+)/.exec(await app.shown()) ?? [];
    return Number(score);
}

story('a round of the game is played by taps and its best score kept', async (t) => {
    const app = await t.open({ startapp: 'game' });
    await app.see('heading', 'Burger Stack');
    let best = await playRound(app);
    for (let rounds = 1; best === 0 && rounds < 5; rounds += 1) {  // The first layer may miss.
        await app.pressMain('Play again');
        best = await playRound(app);
    }
    assert.ok(best > 0, `the best score is ${best}`);
    await app.pressMain('Play again');
    await app.see('button', 'Drop the layer');
    await app.read(new RegExp(`^Best: ${best}$`));
    const frame = await app.frame();
    const saved = await frame.evaluate((key) => localStorage.getItem(key) ?? '', keyOf('kiosk:state'));
    assert.match(saved, /"best_score":[1-9]/);

    await app.page.reload();
    await app.see('heading', 'Paused');  // The new round.
    await app.read(new RegExp(`^Best: ${best}$`));
});
