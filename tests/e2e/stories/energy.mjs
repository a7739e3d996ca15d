import assert from 'node:assert/strict';
import { story } from '../support/harness.mjs';
import { openProduct } from '../support/steps.mjs';

const idleMs = 3000;

/** @param {import('../support/app.mjs').App} app @param {string} where */
async function expectIdle(app, where) {
    await app.settle();
    const before = await app.counters();
    await app.page.waitForTimeout(idleMs);
    const after = await app.counters();
    assert.deepEqual(after, before, `something runs on the idle ${where}`);
}

story('nothing runs while nothing happens', async (t) => {
    const app = await t.open({});
    await app.page.waitForTimeout(7000);
    await expectIdle(app, 'home screen');
    await openProduct(app, 'The Classic');
    await expectIdle(app, 'product sheet');
    await app.pressBack();
    await app.pressBack();
    await app.tap('button', 'Settings');
    await app.see('heading', 'Settings');
    await expectIdle(app, 'settings');
});
