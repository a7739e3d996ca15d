import assert from 'node:assert/strict';
import { story } from '../support/harness.mjs';
import { keyOf, playRound, withShop } from '../support/steps.mjs';

/** @typedef {import('../support/app.mjs').App} App */

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

story('fullscreen ends with the game, though the page was loaded anew meanwhile', async (t) => {
    const app = await t.open({ profile: 'android' });
    await app.see('button', 'My orders');
    await app.tap('button', /^Burger Stack/);
    await app.host('waitForState', { fullscreen: true });
    const { n: after } = (await app.host('log')).at(-1);
    await app.host('reload');
    await app.host('waitFor', 'web_app_ready', { after });
    await app.see('heading', 'Burger Stack');
    await app.host('waitForState', { backButton: { isVisible: true } });
    await app.pressBack();
    await app.host('waitForState', { fullscreen: false });
});

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

story('a record is told in a story and wears the shop’s badge', async (t) => {
    const prizes = { story_picture: 'https://shop.example/burger.jpg', badge_emoji: '5368324170671202286' };
    const app = await t.open({
        profile: 'android', startapp: 'game', prepare: withShop((text) => JSON.stringify({ ...JSON.parse(text), ...prizes })),
    });
    const best = await score(app);
    await app.tap('button', 'Share to story');
    const told = (await app.host('waitFor', 'web_app_share_to_story')).eventData;
    assert.deepEqual([told.media_url, told.text], [prizes.story_picture, `I stacked ${best} points. Can you beat me?`]);
    await app.host('answerPrompt', true);

    await app.tap('button', 'Wear the winner’s badge');
    const worn = (await app.host('waitFor', 'web_app_set_emoji_status')).eventData;
    assert.deepEqual([worn.custom_emoji_id, worn.duration], [prizes.badge_emoji, 3600]);
    await app.host('answerPrompt', false);
    await app.tap('button', 'Wear the winner’s badge');
    await app.until(async () => (await app.host('state')).prompt !== null, 'the question once more');
    await app.host('answerPrompt', true);
    await app.read('The badge is yours for an hour.');
    assert.equal(await app.isThere('button', 'Wear the winner’s badge'), false);
});

story('the game has the whole screen and holds the phone upright, until it is left', async (t) => {
    const app = await t.open({ profile: 'android' });
    await app.tap('button', /^Burger Stack/);
    await app.host('waitForState', { fullscreen: true, orientationLocked: true });
    await app.pressBack();
    await app.host('waitForState', { fullscreen: false, orientationLocked: false });
});
