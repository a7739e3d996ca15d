/** Typing goes through the browser's own fields: the same hands do the same thing here and on a plain page. */
import assert from 'node:assert/strict';
import { crop, decodePng, inkBox } from '../support/pixels.mjs';
import { story } from '../support/harness.mjs';
import { addToCart, withNewerScript } from '../support/steps.mjs';

/** @typedef {import('../support/app.mjs').App} App */
/** @typedef {import('playwright-core').Locator} Locator */
/** @typedef {import('playwright-core').CDPSession} Cdp */

/** @param {App} app */
async function toCheckout(app) {
    await addToCart(app, 'Smoky Bacon');
    await app.pressMain(/^View order/);
    await app.see('heading', 'Your order');
    await app.pressMain(/checkout/);
    await app.see('heading', 'Checkout');
    await app.settle();
}

/** Waits until the field has the focus. @param {App} app @param {string | RegExp} field */
async function editing(app, field) {
    await app.find('textbox', field).and(app.view.locator(':focus')).waitFor({ state: 'attached', timeout: 10_000 });
}

/** From now on: what is focused, and whether in the task of a finger that leaves. @param {App} app */
async function noteFocus(app) {
    const frame = await app.frame();
    await frame.evaluate(() => {
        const page = /** @type {any} */ (window);
        page.focused = [];
        let lifting = false;
        addEventListener('pointerup', () => {
            lifting = true;
            setTimeout(() => (lifting = false));
        }, true);
        const { focus } = HTMLElement.prototype;
        HTMLElement.prototype.focus = function (/** @type {FocusOptions | undefined} */ how) {
            page.focused.push(`${this.getAttribute('autocomplete')} ${lifting ? 'at once' : 'later'}`);
            focus.call(this, how);
        };
    });
    return () => frame.evaluate(() => /** @type {any} */ (window).focused);
}

story('the keyboard opens in the task of the finger that leaves the field, every time', async (t) => {
    const app = await t.open({});
    await toCheckout(app);
    const focused = await noteFocus(app);
    for (const field of ['Name', 'Phone', 'Address', 'Name']) {
        await app.tap('textbox', field);
        await editing(app, field);
    }
    assert.deepEqual(await focused(), ['name at once', 'tel at once', 'street-address at once', 'name at once']);
});

story('one tap on the menu’s search box opens the keyboard', async (t) => {
    const app = await t.open({});
    const focused = await noteFocus(app);
    await app.tap('button', 'Search', { exact: true });
    await app.find('searchbox', /search/i).and(app.view.locator(':focus')).waitFor({ state: 'attached', timeout: 10_000 });
    assert.deepEqual(await focused(), ['off at once']);
    await app.page.keyboard.type('Smoky');
    await app.see('button', /^Smoky Bacon/);
});

/** What has the focus. @param {App} app */
const focusedTag = async (app) => (await app.frame()).evaluate(() => document.activeElement?.tagName);

story('after done, the next tap opens the keyboard again, and no tap beside a field does', async (t) => {
    const app = await t.open({});
    await toCheckout(app);
    const field = /^Comment|courier/i;
    for (let tries = 0; tries < 3; tries += 1) {
        await app.tap('textbox', field);
        await editing(app, field);
        await app.page.keyboard.press('Enter');
        await app.settle();
        assert.notEqual(await focusedTag(app), 'INPUT', 'done closes it');
    }
    for (const [role, name] of [['radio', 'Pickup'], ['radio', 'Delivery']]) {
        await app.tap(role, name);
        await app.settle();
        assert.notEqual(await focusedTag(app), 'INPUT', `a tap on ${name}`);
    }
    const box = await app.find('textbox', 'Name').boundingBox();
    assert.ok(box);
    await app.page.touchscreen.tap(box.x + box.width / 2, box.y - 12);
    await app.settle();
    assert.notEqual(await focusedTag(app), 'INPUT', 'a tap above a field');
});

story('the mouse events that follow a touch take the focus from no field', async (t) => {
    const app = await t.open({});
    await toCheckout(app);
    await app.tap('textbox', 'Name');
    await editing(app, 'Name');
    const taken = await (await app.frame()).evaluate(() =>
        ['touchend', 'mousedown'].filter((type) => {
            const event = new Event(type, { bubbles: true, cancelable: true });
            document.querySelector('canvas')?.dispatchEvent(event);
            return !event.defaultPrevented;
        }));
    assert.deepEqual(taken, []);
    await editing(app, 'Name');
});

/** Where the ink of a field's words is on the screen, in CSS pixels. @param {App} app @param {string} name */
async function inkOf(app, name) {
    await app.settle();
    const box = await app.find('textbox', name).boundingBox();
    assert.ok(box);
    const inner = { x: Math.round(box.x + 8), y: Math.round(box.y + 30), width: Math.round(box.width - 16), height: Math.floor(box.height - 36) };
    const ink = inkBox(decodePng(await app.page.screenshot({ clip: inner })));
    assert.ok(ink, `${name} shows nothing`);
    return { left: ink.x / 2, top: ink.y / 2, right: (ink.x + ink.width) / 2, bottom: (ink.y + ink.height) / 2 };
}

const arabic = 'آمنة الجزائري';
for (const [lang, fields] of Object.entries({
    en: [['Name', 'Ågnes Hjört'], ['Name', arabic]],
    ar: [['الاسم', arabic], ['الهاتف', '+442079460958']],
})) {
    story(`words stay where they are when their field is edited, in ${lang}`, async (t) => {
        const app = await t.open({ density: 2, lang, startapp: 'p_classic' });
        await app.host('pressMainButton');
        await app.settle();
        await app.host('pressMainButton');
        await app.settle();
        await app.host('pressMainButton');
        await app.see('textbox', fields[0][0]);
        await app.settle();
        await (await app.frame()).addStyleTag({ content: '*{caret-color:transparent!important}' });
        for (const [name, value] of fields) {
            const input = app.find('textbox', name);
            await input.fill(value);
            for (const scroll of [0, 33]) {
                await app.scrollBy(scroll);
                await input.evaluate((element) => element.blur());
                const drawn = await inkOf(app, name);
                await app.tap('textbox', name);
                const edited = await inkOf(app, name);
                const apart = Object.values(drawn).map((side, index) => Math.abs(side - Object.values(edited)[index]));
                assert.ok(Math.max(...apart) <= 1, `${value}: ${JSON.stringify(drawn)} becomes ${JSON.stringify(edited)} at ${scroll}`);
            }
        }
    });
}

/** @typedef {{ cdp: Cdp, input: Locator, page: import('playwright-core').Page }} Hands */

/** Keys of an input method: what it shows on the way, and what it leaves. @param {Hands} hands @param {string[]} steps @param {string} result */
async function compose({ cdp }, steps, result) {
    for (const text of steps) await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await cdp.send('Input.insertText', { text: result });
}

/** @type {Record<string, (hands: Hands) => Promise<void>>} */
const ways = {
    hangul: async (hands) => {
        await compose(hands, ['ㅎ', '하', '한'], '한');
        await compose(hands, ['ㄱ', '구', '국'], '국');
    },
    pinyin: (hands) => compose(hands, ['n', 'ni', 'ni h', 'ni hao'], '你好'),
    kana: (hands) => compose(hands, ['t', 'た', 'たn', 'たなか', '田中'], '田中'),
    'a composition given up': async (hands) => {
        await hands.input.pressSequentially('ab');
        await compose(hands, ['n', 'ni'], '');
        await hands.input.pressSequentially('c');
    },
    autocorrect: async ({ input }) => {
        await input.pressSequentially('teh cat');
        await input.evaluate((/** @type {HTMLInputElement} */ field) => {
            field.setRangeText('the', 0, 3, 'end');
            field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertReplacementText', data: 'the' }));
        });
        await input.pressSequentially('!');
    },
    paste: async ({ page, input }) => {
        await input.pressSequentially('12 ');
        await page.keyboard.press('Control+V');
        await page.keyboard.press('Home');
        await page.keyboard.type('No ');
    },
    correction: async ({ page, input }) => {
        await input.pressSequentially('Адаа');
        await page.keyboard.press('Backspace');
        await page.keyboard.press('ArrowLeft');
        await page.keyboard.press('Delete');
        await page.keyboard.type('ҳ 🇺🇦');
    },
};

story('whatever is typed, composed, corrected or pasted ends as on a plain page', async (t) => {
    const app = await t.open({});
    await toCheckout(app);
    const plain = await app.context.newPage();
    await plain.setContent('<input id="field" maxlength="200">');
    await plain.locator('#field').fill('Ember Lane 👨‍👩‍👧‍👦\u00a0x');
    await plain.keyboard.press('Control+A');
    await plain.keyboard.press('Control+C');
    const both = await Promise.all(
        [{ page: plain, input: plain.locator('#field') }, { page: app.page, input: app.find('textbox', 'Name') }].map(async (hands) => ({
            ...hands,
            cdp: await app.context.newCDPSession(hands.page),
        })),
    );
    /** @type {Record<string, string>[]} */
    const results = [{}, {}];
    for (const [name, way] of Object.entries(ways)) {
        for (const [index, hands] of both.entries()) {
            await hands.page.bringToFront();
            await hands.input.fill('');
            await hands.input.focus();
            await way(hands);
            await hands.input.blur();
            // Longer than the mirror waits before it shows what the program really holds.
            await hands.page.waitForTimeout(700);
            results[index][name] = await hands.input.inputValue();
        }
    }
    assert.deepEqual(results[1], results[0]);
    assert.ok(Object.values(results[0]).every((value) => value.length > 1), 'the plain page took nothing');
    assert.match(results[0].paste, /^No 12 Ember Lane/);
});

story('autofill fills name, phone and address at once, and next leads through them', async (t) => {
    const app = await t.open({});
    await toCheckout(app);
    const frame = await app.frame();
    const values = { name: 'Ada Lovelace', tel: '+44 20 7946 0958', 'street-address': 'St James’s Square 12' };
    await frame.evaluate((filled) => {
        for (const [name, value] of Object.entries(filled)) {
            const input = /** @type {HTMLInputElement} */ (document.querySelector(`input[autocomplete="${name}"]`));
            input.value = value;
            input.dispatchEvent(new Event('input', { bubbles: true }));
            input.dispatchEvent(new Event('change', { bubbles: true }));
        }
    }, values);
    await app.tap('textbox', 'Name');
    await editing(app, 'Name');
    const visited = [];
    for (let fields = 0; fields < 5; fields += 1) {
        visited.push(await frame.evaluate(() => document.activeElement?.getAttribute('autocomplete') ?? null));
        await app.page.keyboard.press('Enter');
        await app.settle();
    }
    assert.deepEqual(visited, ['name', 'tel', 'street-address', 'off', null]);
    await app.host('reload');
    await app.see('textbox', 'Name');
    await app.settle();
    const kept = await Promise.all(['Name', 'Phone', 'Address'].map((field) => app.find('textbox', field).inputValue()));
    assert.deepEqual(kept, Object.values(values));
});

story('the field that is edited stays above the keyboard, and the page comes back after it', async (t) => {
    const app = await t.open({ size: '360x640', profile: 'android' });
    await toCheckout(app);
    const field = app.find('textbox', /^Comment|courier/i);
    await app.tap('textbox', /^Comment|courier/i);
    await app.host('setKeyboard', true);
    await app.settle();
    const box = await field.boundingBox();
    const web = await app.page.locator('iframe').first().boundingBox();
    assert.ok(box && web && box.y >= web.y && box.y + box.height <= web.y + web.height + 1, `${JSON.stringify(box)} in ${JSON.stringify(web)}`);
    const during = await (await app.frame()).evaluate(() => document.querySelector('canvas')?.height ?? 0);
    assert.ok(during >= 200, `the canvas has ${during} rows`);
    await app.host('setKeyboard', false);
    await field.blur();
    await app.settle();
    const canvas = await app.canvasBox();
    const stage = await app.page.locator('iframe').first().boundingBox();
    assert.equal(canvas.height, stage?.height);
});

story('the client hides its keyboard when a search is sent, and when its page is left', async (t) => {
    const app = await t.open({ profile: 'android', version: '9.6', prepare: withNewerScript });
    await app.tap('button', 'Search', { exact: true });
    await app.tap('searchbox', /search/i);
    const input = app.find('searchbox', /search/i);
    await input.pressSequentially('cola');
    assert.deepEqual(await app.host('log', 'web_app_hide_keyboard'), []);
    await input.press('Enter');
    const { n } = await app.host('waitFor', 'web_app_hide_keyboard');
    await app.tap('searchbox', /search/i);
    await app.find('searchbox', /search/i).and(app.view.locator(':focus')).waitFor({ state: 'attached' });
    await app.pressBack();
    await app.host('waitFor', 'web_app_hide_keyboard', { after: n });
});

/** One finger's path from the middle of the field. @param {App} app @param {Locator} field @param {{ x?: number, y?: number, holdMs?: number }} way */
async function drag(app, field, { x = 0, y = 0, holdMs = 0 }) {
    const box = await field.boundingBox();
    assert.ok(box);
    const cdp = await app.context.newCDPSession(app.page);
    const touch = (/** @type {'touchStart' | 'touchMove'} */ type, part = 0) =>
        cdp.send('Input.dispatchTouchEvent', {
            type,
            touchPoints: [{ x: box.x + box.width / 2 + x * part, y: box.y + box.height / 2 + y * part }],
        });
    await touch('touchStart');
    await app.page.waitForTimeout(holdMs);
    for (let step = 1; step <= 8; step += 1) {
        await touch('touchMove', step / 8);
        await app.page.waitForTimeout(16);
    }
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await app.settle();
    return box.y - ((await field.boundingBox())?.y ?? 0);
}

story('a finger that goes up on the field that is edited scrolls the page, and any other is the field’s', async (t) => {
    const app = await t.open({ size: '360x640', profile: 'android' });
    await toCheckout(app);
    const field = app.find('textbox', 'Name');
    await app.tap('textbox', 'Name');
    await editing(app, 'Name');
    await field.fill('Ada Lovelace');
    const caret = () => field.evaluate((/** @type {HTMLInputElement} */ input) => input.selectionStart);
    assert.equal(await drag(app, field, { x: -80, y: -20 }), 0);
    assert.equal(await drag(app, field, { y: -80, holdMs: 600 }), 0);
    const end = await caret();
    const scrolled = await drag(app, field, { y: -80 });
    assert.ok(scrolled > 60, `the page went ${scrolled} up`);
    await editing(app, 'Name');
    assert.deepEqual([await field.inputValue(), await caret()], ['Ada Lovelace', end]);
    const box = await field.boundingBox();
    assert.ok(box);
    await app.page.touchscreen.tap(box.x + 24, box.y + box.height - 20);
    await app.until(async () => ((await caret()) ?? 12) < 3, 'a caret where the finger was');
});
