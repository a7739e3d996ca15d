/** What a frame may cost, and what sizes may do. */
import assert from 'node:assert/strict';
import { decodePng, meanDifference, pixelAt } from '../support/pixels.mjs';
import { story } from '../support/harness.mjs';
import { memoryOf, watchMemory, withProducts } from '../support/steps.mjs';

/** A shop of 120 products in one category, each with its price, its emoji and a longer name than fits. */
const largeShop = withProducts(120, (index, shop) => ({
    name: `Burger ${index} with a name of some length`,
    emoji: shop.products[index % shop.products.length].emoji,
    was: index % 3 ? undefined : 1250,
    tags: shop.products[0].tags,
}));

story('a screen of 120 cards takes at most 8 draw calls, and scrolling it no more memory', async (t) => {
    const app = await t.open({
        outside: true,
        size: '660x10600',
        density: 0.5,
        prepare: async (page) => {
            await watchMemory(page);
            await largeShop(page);
        },
    });
    app.expectedErrors = /Failed to load resource|ERR_FAILED/;
    await app.settle();
    const cards = await app.view.getByRole('button', { name: /^Add Burger/ }).count();
    const sample = async () => {
        const before = await app.counters();
        await app.scrollBy(3);
        await app.settle();
        const after = await app.counters();
        return (after.draws - before.draws) / (after.frames - before.frames);
    };
    const draws = await sample();
    await sample();
    const memory = await memoryOf(app);
    for (let times = 0; times < 5; times += 1) await sample();
    assert.deepEqual(
        { cards: cards >= 120, draws: draws <= 8, grown: (await memoryOf(app)) - memory },
        { cards: true, draws: true, grown: 0 },
        `${cards} cards, ${draws} draw calls a frame`,
    );
});

story('another density draws everything anew, and no size that a client reports makes the canvas absurd', async (t) => {
    const app = await t.open({ density: 2 });
    await app.settle();
    // As when a window moves to another screen, or a person zooms: what Playwright emulates tells the page nothing.
    await app.page.evaluate(() => /** @type {any} */ (document.querySelector('iframe')).style.setProperty('zoom', '1.5'));
    await (await app.frame()).waitForFunction(() => devicePixelRatio === 3);
    await app.settle();
    const changed = await app.page.screenshot();
    await app.host('reload');
    await app.see('button', 'Settings');
    await app.settle();
    const apart = meanDifference(decodePng(changed), decodePng(await app.page.screenshot()));
    assert.ok(apart < 0.0002, `the new density is ${(apart * 100).toFixed(3)} % away from a start with it`);

    const heightOf = async () => (await app.frame()).evaluate(() => document.querySelector('canvas')?.height);
    const whole = await heightOf();
    /** @type {unknown[]} */
    const heights = [];
    for (const height of [1, 60]) {
        await app.host('setViewport', { height });
        await app.settle();
        heights.push(await heightOf());
    }
    await app.host('setViewport', null);
    await app.settle();
    assert.deepEqual([...heights, await heightOf()], [whole, whole, whole]);
});

/** The colours of a column from top to bottom, each with how many pixels follow in it. @param {import('../support/pixels.mjs').Pixels} picture @param {number} x */
function runsOf(picture, x) {
    /** @type {{ colour: string, pixels: number }[]} */
    const runs = [];
    for (let y = 0; y < picture.height; y += 1) {
        const colour = pixelAt(picture, x, y).join();
        const last = runs.at(-1);
        if (last?.colour === colour) last.pixels += 1;
        else runs.push({ colour, pixels: 1 });
    }
    return runs;
}

story('the lines of a list are one device pixel at every density', async (t) => {
    /** @type {Record<number, unknown>} */
    const found = {};
    for (const density of [1, 1.5, 2, 2.625, 3]) {
        const app = await t.open({ outside: true, size: '400x800', density });
        app.expectedErrors = /Failed to load resource|ERR_FAILED/;
        await app.tap('button', 'Settings');
        await app.see('heading', 'Settings');
        await app.settle();
        const screen = decodePng(await app.page.screenshot());
        const ground = '255,255,255';
        // At the end of the rows, where nothing else is drawn.
        const runs = runsOf(screen, Math.round((400 - 20) * density));
        const lines = runs.filter((_, at) => runs[at - 1]?.colour === ground && runs[at + 1]?.colour === ground);
        found[density] = { several: lines.length > 3, kinds: [...new Set(lines.map(({ colour, pixels }) => `${pixels} of ${colour}`))] };
        await app.context.close();
    }
    const [first] = Object.values(found);
    assert.deepEqual(found, Object.fromEntries(Object.keys(found).map((density) => [density, first])));
    assert.match(JSON.stringify(first), /^{"several":true,"kinds":\["1 of [0-9,]+"\]}$/);
});
