import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, story } from '../support/harness.mjs';
import { addToCart, visitCorners, visitScreens } from '../support/steps.mjs';

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

story('axe finds nothing serious in any corner', async (t) => {
    const app = await t.open({ version: '6.0' });
    await visitCorners(app, (screen) => expectAccessible(app, screen));
});

story('axe finds nothing serious from right to left', async (t) => {
    const app = await t.open({ lang: 'ar', startapp: 'p_smoky-bacon' });
    const headings = new Set();
    for (const screen of ['product', 'menu', 'cart', 'checkout']) {
        await expectAccessible(app, screen);
        headings.add((await app.view.getByRole('heading', { level: 1 }).allInnerTexts()).join());
        await app.host('pressMainButton');
        await app.settle();
    }
    assert.equal(headings.size, 4, `the screens were ${[...headings].join(', ')}`);
});

/** The role, name and state of what has the focus, and whether a dialog holds it. @param {import('../support/app.mjs').App} app */
async function focused(app) {
    await app.settle();
    return (await app.frame()).evaluate(() => {
        const element = document.activeElement;
        return {
            tag: element?.tagName,
            name: element?.getAttribute('aria-label') ?? element?.textContent,
            checked: element?.getAttribute('aria-checked'),
            inDialog: Boolean(element?.closest('[role=dialog]')),
        };
    });
}

story('Space and Enter press switches and radios, and arrows lead through radios', async (t) => {
    const app = await t.open({});
    await app.tap('button', 'Settings');
    await app.see('heading', 'Settings');
    const toggle = app.view.getByRole('switch').first();
    const was = await toggle.getAttribute('aria-checked');
    await toggle.focus();
    await app.page.keyboard.press('Space');
    const toggled = (await focused(app)).checked;
    await app.page.keyboard.press('Enter');
    assert.deepEqual([toggled, (await focused(app)).checked], [was === 'true' ? 'false' : 'true', was]);
    await app.pressBack();
    await addToCart(app, 'Smoky Bacon');
    await app.pressMain(/^View order/);
    await app.see('heading', 'Your order');
    await app.pressMain(/checkout/);
    await app.see('radio', 'Pickup');
    await app.find('radio', 'Pickup').focus();
    for (const [key, name] of [['Enter', 'Pickup'], ['ArrowLeft', 'Delivery'], ['ArrowLeft', 'Delivery'], ['ArrowRight', 'Pickup']]) {
        await app.page.keyboard.press(key);
        assert.deepEqual(await focused(app), { tag: 'BUTTON', name, checked: 'true', inDialog: false }, `after ${key}`);
    }
});

story('the focus follows into dialogs and pages, and comes back to where it was', async (t) => {
    const app = await t.open({});
    await app.settle();
    const card = app.find('button', /^Smoky Bacon/).first();
    await card.focus();
    const opener = (await focused(app)).name;
    await app.page.keyboard.press('Enter');
    await app.see('dialog', /.*/);
    assert.ok((await focused(app)).inDialog);
    await app.page.keyboard.press('Escape');
    await app.find('dialog', /.*/).waitFor({ state: 'detached' });
    assert.equal((await focused(app)).name, opener);
    await app.find('button', 'Settings').focus();
    await app.page.keyboard.press('Enter');
    await app.see('heading', 'Settings');
    assert.deepEqual(await focused(app), { tag: 'H1', name: 'Settings', checked: null, inDialog: false });
    await app.page.keyboard.press('Escape');
    await app.see('button', 'Settings');
    assert.deepEqual(await focused(app), { tag: 'BUTTON', name: 'Settings', checked: null, inDialog: false });
});

story('fingers leave the focus alone', async (t) => {
    const app = await t.open({});
    await app.tap('button', 'Search', { exact: true });
    await app.see('searchbox', /search/i);
    await app.tap('searchbox', /search/i);
    await app.find('searchbox', /search/i).pressSequentially('Smoky');
    await app.tap('button', /^Smoky Bacon/);
    await app.see('dialog', /.*/);
    const open = await focused(app);
    await app.pressBack();
    await app.see('searchbox', /search/i);
    assert.deepEqual([open.tag, (await focused(app)).tag], ['BODY', 'BODY']);
});
