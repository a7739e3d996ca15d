import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, story } from '../support/harness.mjs';
import { visitScreens } from '../support/steps.mjs';

const axe = readFileSync(join(root, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');

/** @param {import('../support/app.mjs').App} app @param {string} where */
async function expectAccessible(app, where) {
    await app.settle();
    const frame = await app.frame();
    const found = await frame.evaluate(async (source) => {
        if (!(/** @type {any} */ (window).axe)) (0, eval)(source);
        const result = await /** @type {any} */ (window).axe.run(document, { resultTypes: ['violations'] });
        return result.violations
            .filter((/** @type {any} */ violation) => ['serious', 'critical'].includes(violation.impact))
            .map((/** @type {any} */ violation) => `${violation.id}: ${violation.nodes[0]?.html}`);
    }, axe);
    assert.deepEqual(found, [], `axe on the ${where}`);
}

story('axe finds nothing serious on any screen', async (t) => {
    const app = await t.open({ theme: 'dark' });
    await visitScreens(app, (screen) => expectAccessible(app, screen));
});

story('axe finds nothing serious from right to left', async (t) => {
    const app = await t.open({ lang: 'ar', startapp: 'p_smoky-bacon' });
    for (const screen of ['product', 'search or menu', 'cart', 'checkout']) {
        await expectAccessible(app, screen);
        await app.host('pressMainButton');
    }
});
