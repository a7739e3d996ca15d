import assert from 'node:assert/strict';
import { story } from '../support/harness.mjs';

story('only the texts of the language that is shown are loaded', async (t) => {
    /** @type {string[]} */
    const asked = [];
    const app = await t.open({
        lang: 'de',
        prepare: async (page) => {
            page.on('request', (request) => asked.push(.../\/texts\/(\w+)\./.exec(request.url())?.slice(1) ?? []));
        },
    });
    await app.tap('button', 'Einstellungen');
    await app.see('heading', 'Einstellungen');
    const first = [...new Set(asked)];
    await app.tap('radio', 'Русский');
    await app.see('heading', 'Настройки');
    const language = await (await app.frame()).evaluate(() => document.documentElement.lang);
    assert.deepEqual([first, [...new Set(asked)], language], [['de'], ['de', 'ru'], 'ru']);
});
