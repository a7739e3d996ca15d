import assert from 'node:assert/strict';
import { story } from '../support/harness.mjs';
import { keyOf, withShop } from '../support/steps.mjs';

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

/** Until one has scored: the first layer may miss. @param {App} app @returns {Promise<number>} the score */
async function score(app) {
    await app.see('heading', 'Burger Stack');
    let best = await playRound(app);
    for (let rounds = 1; best === 0 && rounds < 5; rounds += 1) {
        await app.pressMain('Play again');
        best = await playRound(app);
    }
    assert.ok(best > 0, `the best score is ${best}`);
    return best;
}

story('a round of the game is played by taps and its best score kept', async (t) => {
    const app = await t.open({ startapp: 'game' });
    const best = await score(app);
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

/** The bot takes inline queries, by the shop's word. */
const talkativeBot = withShop((text) => JSON.stringify({ ...JSON.parse(text), inline: true }));

story('a round is passed on by an inline query to the bot', async (t) => {
    const app = await t.open({ startapp: 'game', extra: 'inline', prepare: talkativeBot });
    await score(app);
    await app.pressMain(/^Share$/);
    const { eventData } = await app.host('waitFor', 'web_app_switch_inline_query');
    assert.match(eventData.query, /^g_[\w-]+$/);
    assert.deepEqual(eventData.chat_types, ['users', 'groups']);
    assert.deepEqual(await app.host('log', 'web_app_open_tg_link'), []);
});

story('a round is passed on by a link where the client takes no inline queries', async (t) => {
    const app = await t.open({ startapp: 'game', prepare: talkativeBot });
    await score(app);
    await app.pressMain(/^Share$/);
    const { eventData } = await app.host('waitFor', 'web_app_open_tg_link');
    assert.match(eventData.path_full, /^\/share\/url\?url=https%3A%2F%2Ft\.me%2Fburger_bar_demo_bot%3Fstartapp%3Dg_/);
    assert.deepEqual(await app.host('log', 'web_app_switch_inline_query'), []);
});
