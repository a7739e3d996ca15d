import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, story } from '../support/harness.mjs';
import { addToCart, visitCorners, visitScreens } from '../support/steps.mjs';

const axe = readFileSync(join(root, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');

/** @typedef {import('../support/app.mjs').App} App */

/** @param {App} app @param {string} where */
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

for (const lang of ['ar', 'fa']) {
    story(`axe finds nothing serious from right to left, in ${lang}`, async (t) => {
        const texts = JSON.parse(readFileSync(join(root, 'assets', 'texts', `${lang}.json`), 'utf8'));
        const app = await t.open({ lang, startapp: 'p_smoky-bacon' });
        const screens = { product: 'Smoky Bacon', home: 'Burger Bar', cart: texts['cart.title'], checkout: texts['checkout.title'] };
        for (const [screen, heading] of Object.entries(screens)) {
            await app.see('heading', heading);
            await expectAccessible(app, screen);
            await app.host('pressMainButton');
        }
    });
}

/** Notes what live regions say: words that change in a region that was there before them. @param {App} app @returns {Promise<() => Promise<string[]>>} what was said since the last question */
async function listen(app) {
    const frame = await app.frame();
    await frame.evaluate(() => {
        const page = /** @type {any} */ (window);
        page.said = [];
        new MutationObserver((changes) => {
            const regions = new Set(changes.map(({ target }) => (target instanceof Element ? target : target.parentElement)?.closest('[role=status]')));
            for (const region of regions) if (region?.textContent) page.said.push(region.textContent);
        }).observe(document.getElementById('mirror') ?? document.body, { subtree: true, childList: true, characterData: true });
    });
    return async () => {
        await app.settle();
        return frame.evaluate(() => /** @type {any} */ (window).said.splice(0));
    };
}

story('what changes is said once: the total, quantities, hits and notices', async (t) => {
    const app = await t.open({});
    const said = await listen(app);
    await app.find('button', /^Add /).first().press('Enter');
    const [total, ...more] = await said();
    assert.match(total, /^Total .*\d/);
    assert.deepEqual(more, []);
    await app.tap('button', 'Search', { exact: true });
    await app.see('searchbox', /search/i);
    await said();
    await app.find('searchbox', /search/i).fill('zzzz');
    assert.deepEqual(await said(), ['0 dishes found']);
    await app.pressMain(/^View order/);
    await app.see('heading', 'Your order');
    await said();
    const quantity = app.find('group', /, Quantity$/);
    const [less, , plus] = await quantity.locator(':scope > *').all();
    await plus.press('Enter');
    const [two, rest] = [(await said()).sort(), await quantity.getByRole('status').textContent()];
    assert.deepEqual([two[0], two.length, rest], ['2', 2, '2']);
    assert.match(two[1], /^Total /);
    await less.press('Enter');
    await said();
    await less.press('Enter');
    const removed = await said();
    assert.equal(removed.length, 1);
    assert.match(removed[0], /^Removed: /);
});

story('what becomes disabled under the focus keeps it', async (t) => {
    const app = await t.open({});
    await app.tap('button', 'Settings');
    await app.see('heading', 'Settings');
    const larger = app.find('group', 'Text size').getByRole('button').nth(1);
    await larger.focus();
    const name = await larger.textContent();
    for (let steps = 0; steps < 12 && !(await larger.isDisabled()); steps += 1) {
        await app.page.keyboard.press('Enter');
        await app.settle();
    }
    assert.deepEqual([await larger.isDisabled(), (await focused(app)).name], [true, name]);
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

story('fingers leave the focus alone until they type, and no field gets it back from a page', async (t) => {
    const app = await t.open({});
    await app.tap('button', 'Settings');
    await app.see('heading', 'Settings');
    assert.equal((await focused(app)).tag, 'BODY');
    await app.pressBack();
    await app.tap('button', 'Search', { exact: true });
    await app.see('searchbox', /search/i);
    await app.tap('searchbox', /search/i);
    await app.find('searchbox', /search/i).pressSequentially('Smoky');
    await app.tap('button', /^Smoky Bacon/);
    await app.see('dialog', /.*/);
    const open = await focused(app);
    await app.pressBack();
    await app.see('searchbox', /search/i);
    const back = await focused(app);
    assert.deepEqual([open.tag, open.inDialog, back.tag, back.name], ['DIV', true, 'H1', 'Search']);
});

story('a field that goes away while it is edited hands its focus on', async (t) => {
    const app = await t.open({});
    await addToCart(app, 'Smoky Bacon');
    await app.pressMain(/^View order/);
    await app.see('heading', 'Your order');
    await app.pressMain(/checkout/);
    await app.see('heading', 'Checkout');
    const edit = async (/** @type {string} */ field) => {
        await app.tap('textbox', field);
        await app.find('textbox', field).and(app.view.locator(':focus')).waitFor({ state: 'attached' });
    };
    await edit('Address');
    await app.tap('radio', 'Pickup');
    await app.find('textbox', 'Address').waitFor({ state: 'detached' });
    const switched = await focused(app);
    await edit('Name');
    await app.pressBack();
    await app.see('heading', 'Your order');
    const left = await focused(app);
    assert.deepEqual([switched.tag, switched.name, left.tag, left.name], ['H1', 'Checkout', 'H1', 'Your order']);
});

story('motion is reduced as soon as the device says so, and no longer', async (t) => {
    const app = await t.open({ profile: 'ios' });
    await app.tap('button', 'Settings');
    const tilt = 'Pictures move with the phone';  // Not offered to those who mind.
    await app.see('switch', tilt);
    await app.page.emulateMedia({ reducedMotion: 'reduce' });
    await app.until(async () => !(await app.isThere('switch', tilt)), 'motion to be reduced');
    await app.page.emulateMedia({ reducedMotion: 'no-preference' });
    await app.see('switch', tilt);
});
