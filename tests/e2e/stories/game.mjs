import assert from 'node:assert/strict';
import { story } from '../support/harness.mjs';
import { playRound } from '../support/steps.mjs';

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
    const saved = await frame.evaluate(() => localStorage.getItem('kiosk:state') ?? '');
    assert.match(saved, /"best_score":[1-9]/);

    await app.page.reload();
    await app.see('heading', 'Paused');  // The new round.
    await app.read(new RegExp(`^Best: ${best}$`));
});
