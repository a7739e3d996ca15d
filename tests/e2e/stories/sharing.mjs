import assert from 'node:assert/strict';
import { story } from '../support/harness.mjs';
import { withNewerScript, withShop } from '../support/steps.mjs';

/** The bot prepares messages and chats. @param {import('playwright-core').Page} page */
async function helpfulBot(page) {
    await withShop((text) => JSON.stringify({ ...JSON.parse(text), prepares: ['message', 'chat'] }))(page);
    await withNewerScript(page);
}

/** @param {import('../support/app.mjs').App} app @param {string} row of the settings */
async function choose(app, row) {
    await app.tap('button', 'Settings');
    await app.tap('button', row);
}

story('an invitation is a message of the bot', async (t) => {
    const app = await t.open({ prepare: helpfulBot });
    await choose(app, 'Invite a friend');
    assert.equal(await app.isThere('button', 'Order with a group'), false, 'an old client can choose no group');
    assert.match((await app.host('waitFor', 'web_app_send_prepared_message')).eventData.id, /^[\w-]+$/);
    await app.host('answerPrompt', true);
    await app.settle();
    assert.deepEqual(await app.host('log', 'web_app_open_tg_link'), []);
});

story('an invitation is a link where the bot prepares nothing', async (t) => {
    const app = await t.open({ prepare: helpfulBot });
    app.expectedErrors = /Failed to (fetch|load)|ERR_/;
    await app.page.route(/\/cashier$/, (route) => route.abort());
    await choose(app, 'Invite a friend');
    await app.host('waitFor', 'web_app_open_tg_link');
});

story('a group is chosen to order with', async (t) => {
    const app = await t.open({ version: '9.6', prepare: helpfulBot });
    await choose(app, 'Order with a group');
    await app.host('waitFor', 'web_app_request_chat');
    await app.host('answerPrompt', true);
    await app.read('The group gets a link to the shop.');
});
