/** Our text against the same words set by the browser itself, pixel by pixel. */
import assert from 'node:assert/strict';
import { crop, decodePng, inkBox, meanDifference } from '../support/pixels.mjs';
import { story } from '../support/harness.mjs';
import { withShop } from '../support/steps.mjs';

/** @typedef {import('../support/app.mjs').App} App */

/** @type {Record<string, string>} */
const golden = {
    en: 'Ångström & Co. — “jalapeño” № 7',
    ru: 'Жёлтый сыр, съешь ещё 3 шт.',
    uk: 'Їжак у ґанку, м’який сир',
    uz: 'Oʻzbek palovi, gʻishtda pishgan',
    fa: 'چیزبرگر با پنیر گودا ۱۲٫۵',
    ar: 'برغر لحم بقري مع الجبن',
    he: 'המבורגר עם גבינה וחסה',
    hi: 'पनीर टिक्का बर्गर और चटनी',
    th: 'เบอร์เกอร์เนื้อชีสสองชั้น',
    ja: '親子丼と味噌汁、緑茶付き',
    kana: 'チーズバーガー・コーラのセット',
    zh: '双层芝士牛肉汉堡套餐',
    ko: '더블 치즈버거 세트 메뉴',
    flags: '🇩🇪🇺🇦🇯🇵🏴󠁧󠁢󠁳󠁣󠁴󠁿',
    family: '👨‍👩‍👧‍👦👩🏽‍🍳❤️‍🔥1️⃣',
    price: '\u200e€۸٫۹۰ \u200f١٢٫٠٠ ر.س.\u200f',
    mixed: 'עוגת Brownie 2 יח׳',
    hot: '🔥 نعم',
    fresh: '新品🔥',
    stars: '⭐ ۱۲۰',
    brand: 'Burger Bar مفتوح (24/7)!',
    mark: 'é ñ ỗ (combining) — ½ ✓',
};
const limit = 0.03;

/** A product whose choices are these strings. @param {Record<string, string>} strings */
const withGoldenShop = (strings) => withShop((text) => {
    const shop = JSON.parse(text);
    const options = Object.entries(strings).map(([id, name]) => ({ id, name }));
    shop.option_groups.push({ id: 'golden', name: 'Golden', min: 0, max: 1, options });
    shop.products[0].options = ['golden'];
    return JSON.stringify(shop);
});

/** @typedef {{ family?: string, weight?: number, shift?: number }} Setting of the browser's text, when it should be wrong */

/**
 * The same words in elements over ours, in the colours that ours have.
 * @param {import('playwright-core').Frame} frame @param {string[]} names @param {Setting} how
 */
const coverWithElements = (frame, names, how) =>
    frame.evaluate(
        ({ names, how }) => {
            const rtl = document.documentElement.dir === 'rtl';
            const cover = document.createElement('div');
            cover.id = 'cover';
            for (const name of names) {
                const radio = /** @type {HTMLElement} */ ([...document.querySelectorAll('[role=radio]')].find((item) => item.textContent === name));
                const { left, top, width, height } = radio.getBoundingClientRect();
                const row = document.createElement('div');
                row.dir = rtl && /[\u0590-\u08ff]/.test(name) ? 'rtl' : 'auto';
                row.append(document.createElement('span'));
                /** @type {HTMLElement} */ (row.firstChild).textContent = name;
                row.style.cssText =
                    `position:fixed;left:${left}px;top:${top}px;width:${width}px;height:${height}px;box-sizing:border-box;` +
                    `padding:${(height - 22) / 2 + (how.shift ?? 0)}px 16px 0 ${rtl ? 60 : 16}px;text-align:${rtl ? 'right' : 'left'};` +
                    `white-space:pre;background:#fff;color:#000;z-index:9;` +
                    `font:${how.weight ?? 400} 17px/22px ${how.family ?? 'system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif'}`;
                cover.append(row);
            }
            document.body.append(cover);
        },
        { names, how },
    );

/** A picture that the next one equals: frames of a page in a frame may come late. @param {import('../support/app.mjs').App} app */
async function steadyShot(app) {
    for (let last = await app.page.screenshot(); ; ) {
        await app.page.waitForTimeout(150);
        const shot = await app.page.screenshot();
        if (shot.equals(last)) return shot;
        last = shot;
    }
}

/** @param {{ x: number, y: number, width: number, height: number }} box @param {number} density */
const onScreen = (box, density) => ({
    x: Math.floor(box.x * density),
    y: Math.floor(box.y * density),
    width: Math.ceil(box.width * density),
    height: Math.ceil(box.height * density),
});

/**
 * How far each string is from the browser's own, over the box of its element.
 * @param {import('../support/app.mjs').App} app @param {string[]} ids @param {number} density @param {Setting} how
 * @returns {Promise<Record<string, number>>}
 */
async function differences(app, ids, density, how = {}) {
    const ours = decodePng(await steadyShot(app));
    const frame = await app.frame();
    await coverWithElements(frame, ids.map((id) => golden[id]), how);
    const theirs = decodePng(await steadyShot(app));
    const boxes = await Promise.all(ids.map((_, index) => app.view.locator('#cover span').nth(index).boundingBox()));
    await frame.evaluate(() => document.getElementById('cover')?.remove());
    return Object.fromEntries(
        ids.map((id, index) => {
            const box = onScreen(/** @type {any} */ (boxes[index]), density);
            assert.ok(inkBox(crop(theirs, box)), `the browser shows nothing for ${id}`);
            return [id, meanDifference(crop(ours, box), crop(theirs, box))];
        }),
    );
}

/** @param {Record<string, number>} found */
const above = (found) => Object.entries(found).filter(([, value]) => value >= limit).map(([id, value]) => `${id} ${(value * 100).toFixed(2)} %`);

const screens = [
    { density: 2, lang: 'en', ids: Object.keys(golden) },
    { density: 3, lang: 'en', ids: Object.keys(golden) },
    { density: 2, lang: 'ar', ids: ['fa', 'ar', 'he', 'price', 'mixed', 'hot', 'stars', 'brand'] },
];
for (const { density, lang, ids } of screens) {
    story(`text is the browser’s own, in ${lang} at ${density} device pixels`, async (t) => {
        const app = await t.openOnScreen({ density, lang, size: '500x1610', startapp: 'p_classic', prepare: withGoldenShop(golden) });
        await app.see('radio', golden.mark);
        await app.settle();
        await app.reach(app.find('radio', golden.mark));
        await app.page.mouse.move(1, 1);
        await app.settle();
        assert.deepEqual(above(await differences(app, ids, density)), []);
        for (const wrong of [{ shift: 1 }, { family: 'serif' }]) {
            const noticed = above(await differences(app, ids, density, wrong)).length;
            assert.ok(noticed > ids.length / 2, `${JSON.stringify(wrong)} is noticed in ${noticed} of ${ids.length} only`);
        }
    });
}

/** Notes every font and text that the app draws. @param {import('playwright-core').Page} page */
const noteDrawnText = (page) =>
    page.addInitScript(() => {
        const drawn = (/** @type {any} */ (window).drawnText = /** @type {Set<string>} */ (new Set()));
        const { fillText } = CanvasRenderingContext2D.prototype;
        CanvasRenderingContext2D.prototype.fillText = function (/** @type {string} */ text, /** @type {number} */ x, /** @type {number} */ y) {
            drawn.add(`${this.font}\n${text}`);
            fillText.call(this, text, x, y);
        };
    });

/** The signs that the app drew as the empty box of a missing font, and all those it drew. @param {App} app */
const drawnSigns = async (app) =>
    (await app.frame()).evaluate(() => {
        const canvas = document.createElement('canvas');
        canvas.width = canvas.height = 96;
        const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d', { willReadFrequently: true }));
        const shapeOf = (/** @type {string} */ font, /** @type {string} */ text) => {
            context.clearRect(0, 0, 96, 96);
            context.font = font;
            context.fillText(text, 16, 64);
            return context.getImageData(0, 0, 96, 96).data.join();
        };
        /** @type {Map<string, Set<string>>} */
        const missing = new Map();
        const [all, boxes] = [new Set(), new Set()];
        for (const drawn of [.../** @type {any} */ (window).drawnText]) {
            const [font, text] = drawn.split('\n');
            if (!missing.has(font)) missing.set(font, new Set(['\u{10fffd}', '\u{e0ffe}', '\u0378', ' '].map((sign) => shapeOf(font, sign))));
            for (const { segment } of new Intl.Segmenter().segment(text)) {
                all.add(segment);
                if (/[^\s\p{Cf}]/u.test(segment) && missing.get(font)?.has(shapeOf(font, segment))) boxes.add(segment);
            }
        }
        return { all: [...all].join(''), boxes: [...boxes] };
    });

story('no golden string is drawn with the empty boxes of a missing font', async (t) => {
    const planted = '\u{10fffd}';
    const app = await t.open({
        startapp: 'p_classic',
        size: '500x1610',
        prepare: async (page) => {
            await noteDrawnText(page);
            await withGoldenShop({ ...golden, planted: `A ${planted}` })(page);
        },
    });
    await app.see('radio', golden.mark);
    await app.settle();
    await app.reach(app.find('radio', `A ${planted}`));
    await app.settle();
    const { all, boxes } = await drawnSigns(app);
    const undrawn = Object.entries(golden).filter(([, text]) => [...new Intl.Segmenter().segment(text)].some(({ segment }) => !all.includes(segment)));
    assert.deepEqual([boxes, undrawn], [[planted], []]);
});
