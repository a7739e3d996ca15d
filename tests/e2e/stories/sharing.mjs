import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { story } from '../support/harness.mjs';
import { withShop } from '../support/steps.mjs';

const newerScript = readFileSync(new URL('../../js/script_9x.js', import.meta.url), 'utf8');

/** The bot prepares messages and chats. @param {import('playwright-core').Page} page */
async function helpfulBot(page) {
    await withShop((text) => JSON.stringify({ ...JSON.parse(text), prepares: ['message', 'chat'] }))(page);
    await page.route(/telegram-web-app\.js/, async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: `${await response.text()}\n${newerScript}` });
    });
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
