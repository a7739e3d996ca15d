import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, story } from '../support/harness.mjs';
import { addToCart, openProduct } from '../support/steps.mjs';

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
    const app = await t.open({});
    await expectAccessible(app, 'home screen');
    await openProduct(app, 'The Classic');
    await expectAccessible(app, 'product sheet');
    await app.pressMain(/^Add/);
    await addToCart(app, 'The Tower');
    await app.pressMain(/^View order/);
    await app.see('heading', 'Your order');
    await expectAccessible(app, 'cart');
    await app.pressMain(/checkout/);
    await app.see('heading', 'Checkout');
    await expectAccessible(app, 'checkout');
});
