/** Pictures by URL: decoded by the browser at the size they are drawn, held by the GPU alone, an emoji until they come. */
import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { crop, decodePng, encodePng, pixelAt } from '../support/pixels.mjs';
import { story } from '../support/harness.mjs';
import { expectIdle, loseContext, memoryOf, setHidden, shotOf, watchMemory, withProducts } from '../support/steps.mjs';

/** @typedef {import('../support/app.mjs').App} App */
/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Route} Route */

const idleMs = 2000;
const budget = 64 << 20;
const elsewhere = 'https://pictures.example';
const red = [208, 32, 48];
const green = [24, 160, 88];
const blue = [40, 72, 200];
const gold = [232, 176, 16];

/** Follows what becomes of pictures on the GPU and in the browser. Runs in the page, before its own scripts. */
function follow() {
    const live = new Map();
    /** @type {Set<unknown>} pictures that are being decoded, or are and have not shrunk yet */
    const whole = new Set();
    /** @type {{ sizes: number[][], most: number, decoded: number, mostWhole: number, live: Map<any, number> }} */
    const pictures = { sizes: [], most: 0, decoded: 0, mostWhole: 0, live };
    /** @type {any} */ (window).pictures = pictures;
    addEventListener('webglcontextlost', () => live.clear(), true);
    const sum = (/** @type {Map<any, number>} */ map) => [...map.values()].reduce((a, b) => a + b, 0);
    for (const { prototype } of [WebGLRenderingContext, WebGL2RenderingContext]) {
        const { bindTexture, texImage2D, deleteTexture } = /** @type {any} */ (prototype);
        /** @type {any} */
        let bound = null;
        Object.assign(prototype, {
            /** @param {any[]} values */
            bindTexture(...values) {
                bound = values[1];
                return bindTexture.apply(this, values);
            },
            /** @param {any[]} values */
            texImage2D(...values) {
                const source = values.at(-1);
                if (source instanceof ImageBitmap) {
                    live.set(bound, source.width * source.height * 4);
                    pictures.sizes.push([source.width, source.height]);
                    pictures.most = Math.max(pictures.most, sum(live));
                }
                return texImage2D.apply(this, values);
            },
            /** @param {any} texture */
            deleteTexture(texture) {
                live.delete(texture);
                return deleteTexture.call(this, texture);
            },
        });
    }
    const { createImageBitmap } = window;
    window.createImageBitmap = /** @type {any} */ (async (/** @type {any[]} */ ...values) => {
        const [source] = values;
        if (source instanceof Blob) whole.add(source);
        pictures.mostWhole = Math.max(pictures.mostWhole, whole.size);
        try {
            const bitmap = await createImageBitmap(.../** @type {[any]} */ (values));
            if (source instanceof Blob) whole.add(bitmap);
            pictures.decoded += 1;
            return bitmap;
        } finally {
            whole.delete(source);
        }
    });
    const { close } = ImageBitmap.prototype;
    ImageBitmap.prototype.close = function () {
        whole.delete(this);
        return close.call(this);
    };
}

/** @param {App} app @returns {Promise<{ sizes: number[][], most: number, decoded: number, mostWhole: number, count: number }>} */
const followed = async (app) =>
    (await app.frame()).evaluate(() => {
        const { live, ...rest } = /** @type {any} */ (window).pictures;
        return { ...rest, count: live.size };
    });

/**
 * @param {Record<string, string>} shown address by name of the product
 * @param {(path: string, route: Route) => Promise<unknown>} answer
 */
const withPictures = (shown, answer) => async (/** @type {Page} */ page) => {
    await page.addInitScript(follow);
    await watchMemory(page);
    await withProducts(Object.keys(shown).length, (index) => {
        const [name, picture] = Object.entries(shown)[index];
        return { name, picture };
    })(page);
    await page.route(/\/pictures\/|pictures\.example/, (route) => answer(new URL(route.request().url()).pathname, route).catch(() => undefined));
};

/** @param {Route} route @param {Buffer} body @param {string} [allowed] origins that may read it */
const send = (route, body, allowed = '*') =>
    route.fulfill({ body, contentType: 'image/png', headers: { 'access-control-allow-origin': allowed } });

/** The frame that a product's picture has on its card. @param {App} app @param {string} name */
async function frameOf(app, name) {
    const box = await app.find('button', new RegExp(`^${name}`)).first().boundingBox();
    assert.ok(box, `${name} is not drawn`);
    return { x: box.x + 6, y: box.y + 6, width: box.width - 12, height: Math.min((box.width - 12) * 0.78, 200) };
}

/** Colours of a card's picture at parts of its width and height. @param {App} app @param {string} name @param {number[][]} places */
async function coloursOf(app, name, places) {
    const { x, y, width, height } = await frameOf(app, name);
    const screen = decodePng(await app.page.screenshot({ scale: 'css' }));
    return places.map(([across, down]) => pixelAt(screen, Math.round(x + width * across), Math.round(y + height * down)));
}

const corners = [[0.1, 0.15], [0.9, 0.15], [0.1, 0.85], [0.9, 0.85]];

/** @param {number[][]} found @param {number[][]} expected @param {string} what */
function expectColours(found, expected, what) {
    const apart = found.flatMap((colour, at) => colour.map((value, part) => Math.abs(value - expected[at][part])));
    assert.ok(Math.max(...apart) <= 4, `${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`);
}

/** A gate that holds whoever passes until it is opened. */
function gate() {
    let open = () => {};
    const opened = new Promise((/** @type {(value?: undefined) => void} */ done) => (open = done));
    return { open, opened };
}

/** @type {Record<string, { url: string, body: Buffer | null, corners: number[][] | null }>} corners: null where none is to be seen */
const files = {
    Beside: { url: 'pictures/beside.png', body: encodePng(640, 480, [[red, green], [blue, gold]]), corners: [red, green, blue, gold] },
    Far: { url: `${elsewhere}/far.png`, body: encodePng(400, 400, [[green]]), corners: [green, green, green, green] },
    // Three times as wide as its place: the outer quarters are cut off.
    Wide: { url: `${elsewhere}/wide.png`, body: encodePng(2400, 600, [[red, blue, blue, red]]), corners: [blue, blue, blue, blue] },
    Huge: { url: `${elsewhere}/huge.png`, body: encodePng(6000, 4000, [[gold, red], [green, blue]]), corners: [gold, red, green, blue] },
    Small: { url: 'pictures/small.png', body: encodePng(9, 7, [[red]]), corners: [red, red, red, red] },
    Slow: { url: `${elsewhere}/slow.png`, body: encodePng(500, 500, [[blue]]), corners: [blue, blue, blue, blue] },
    Forbidden: { url: `${elsewhere}/forbidden.png`, body: encodePng(300, 300, [[red]]), corners: null },
    Missing: { url: 'pictures/missing.png', body: null, corners: null },
    Broken: { url: 'pictures/broken.png', body: encodePng(300, 300, [[red]]).subarray(0, 60), corners: null },
};
const shown = Object.fromEntries(Object.entries(files).map(([name, { url }]) => [name, url]));
const come = Object.keys(files).filter((name) => files[name].corners);

/** What lies in the frames of the products' pictures. @param {App} app @returns {Promise<Record<string, string>>} */
async function framed(app) {
    const screen = decodePng(await shotOf(app));
    const { y } = await app.canvasBox();
    const density = screen.width / 390;
    const entries = Object.keys(files).map(async (name) => {
        const frame = await frameOf(app, name);
        const box = Object.fromEntries(Object.entries(frame).map(([side, value]) => [side, Math.round((value - (side === 'y' ? y : 0)) * density)]));
        return [name, Buffer.from(crop(screen, /** @type {any} */ (box)).rgba).toString('base64')];
    });
    return Object.fromEntries(await Promise.all(entries));
}

story('pictures come by URL at the size they are drawn, and the emoji stays where none comes', async (t) => {
    const [all, slow] = [gate(), gate()];
    const app = await t.open({
        density: 2,
        size: '390x1900',
        prepare: withPictures(shown, async (path, route) => {
            const [name, file] = Object.entries(files).find(([, { url }]) => url.endsWith(basename(path))) ?? [];
            await all.opened;
            if (name === 'Slow') await slow.opened;
            if (!file?.body) return route.fulfill({ status: 404 });
            return send(route, file.body, name === 'Forbidden' ? 'https://somebody.example' : '*');
        }),
    });
    app.expectedErrors = /404|CORS|ERR_FAILED/;
    const emoji = await framed(app);
    await expectIdle(app, 'screen that waits for pictures', idleMs);
    const memory = await memoryOf(app);

    all.open();
    await app.until(async () => (await followed(app)).count === come.length - 1, 'the quick pictures');
    const quick = await framed(app);
    await expectIdle(app, 'screen that waits for one picture', idleMs);
    slow.open();
    await app.until(async () => (await followed(app)).count === come.length, 'the slow picture');
    const last = await framed(app);
    await expectIdle(app, 'screen with pictures', idleMs);

    const differing = (/** @type {Record<string, string>} */ from, /** @type {Record<string, string>} */ to) =>
        Object.keys(files).filter((name) => from[name] !== to[name]);
    assert.deepEqual([differing(emoji, quick), differing(quick, last)], [come.filter((name) => name !== 'Slow'), ['Slow']]);
    for (const name of come) expectColours(await coloursOf(app, name, corners), /** @type {number[][]} */ (files[name].corners), name);

    const { width, height } = await frameOf(app, 'Huge');
    const { sizes, mostWhole } = await followed(app);
    const device = [Math.round(width * 2), Math.round(height * 2)];
    assert.deepEqual(sizes.filter(([across]) => across > 9), Array.from({ length: come.length - 1 }, () => device));
    assert.equal(mostWhole, 1, 'several pictures are whole at once');
    assert.equal((await memoryOf(app)) - memory, 0, 'pictures take the program’s memory');
});

/** From now on time passes twenty times slower, and the colour of a pixel of the canvas is noted after every frame. @param {number[]} place */
function slowDown([x, y]) {
    const page = /** @type {any} */ (window);
    const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector('canvas'));
    const gl = /** @type {WebGL2RenderingContext} */ (canvas.getContext('webgl2'));
    const { performance, requestAnimationFrame } = window;
    const start = performance.now();
    const now = performance.now.bind(performance);
    performance.now = () => start + (now() - start) / 20;
    page.noted = [];
    window.requestAnimationFrame = (callback) =>
        requestAnimationFrame(() => {
            callback(performance.now());
            const pixel = new Uint8Array(4);
            gl.readPixels(x, canvas.height - 1 - y, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
            page.noted.push([...pixel.subarray(0, 3)]);
        });
}

for (const [place, across, down] of /** @type {const} */ ([['ground', 0.1, 0.15], ['emoji', 0.5, 0.55]])) {
    story(`a picture is faded in over the ${place} that was there`, async (t) => {
        const { open, opened } = gate();
        const app = await t.open({
            prepare: withPictures({ Near: 'pictures/near.png' }, async (_, route) => {
                await opened;
                await send(route, encodePng(400, 400, [[blue]]));
            }),
        });
        await app.settle();
        const { x, y, width, height } = await frameOf(app, 'Near');
        const canvas = await app.canvasBox();
        const point = [Math.round(x + width * across), Math.round(y - canvas.y + height * down)];
        const before = pixelAt(decodePng(await shotOf(app)), point[0], point[1]);
        const frame = await app.frame();
        await frame.evaluate(slowDown, point);
        open();
        await app.until(async () => (await followed(app)).count === 1, 'the picture');
        await app.settle();
        /** @type {number[][]} */
        const noted = [before, ...(await frame.evaluate(() => /** @type {any} */ (window).noted))];
        const away = noted.map((colour) => Math.max(...colour.map((value, part) => Math.abs(value - blue[part]))));
        const steps = away.slice(1).map((distance, at) => away[at] - distance);
        assert.ok(away[0] > 60 && /** @type {number} */ (away.at(-1)) <= 2, `it goes from ${before} to ${noted.at(-1)}`);
        assert.ok(Math.min(...steps) >= -1 && Math.max(...steps) < away[0] / 2, `it jumps: ${JSON.stringify(noted)}`);
    });
}

/** @param {number} index @returns {number[]} a colour that no other has */
const colourOf = (index) => [40 + ((index * 37) % 200), (index * 91) % 256, (index * 151) % 256];

/** How many of those in sight show their pictures. @param {App} app */
async function inSight(app) {
    const screen = decodePng(await shotOf(app));
    const canvas = await app.canvasBox();
    const density = screen.width / canvas.width;
    const buttons = await app.view.getByRole('button', { name: /^Dish \d+/ }).all();
    const cards = await Promise.all(buttons.map(async (button) => ({ name: await button.innerText(), box: await button.boundingBox() })));
    const found = { shown: 0, missing: 0 };
    for (const { name, box } of cards) {
        const at = box && { x: Math.round((box.x + 20) * density), y: Math.round((box.y - canvas.y + 20) * density) };
        if (!at || at.y < 0 || at.y >= screen.height) continue;
        const expected = colourOf(Number(/\d+/.exec(name)?.[0]));
        const isShown = pixelAt(screen, at.x, at.y).every((value, part) => Math.abs(value - expected[part]) <= 2);
        found[isShown ? 'shown' : 'missing'] += 1;
    }
    return found;
}

story('as many pictures as scroll by take 64 MiB at most, and those that went come back', async (t) => {
    const count = 200;
    const app = await t.open({
        density: 3,
        size: '660x800',
        reducedMotion: true,
        prepare: withPictures(
            Object.fromEntries(Array.from({ length: count }, (_, index) => [`Dish ${index}.`, `${elsewhere}/${index}.png`])),
            (path, route) => send(route, encodePng(1000, 700, [[colourOf(Number(basename(path, '.png')))]])),
        ),
    });
    const allShown = async () => {
        const { shown, missing } = await inSight(app);
        return shown > 3 && missing === 0;
    };
    await app.until(allShown, 'the first pictures');
    const memory = await memoryOf(app);
    while (!(await app.isThere('button', `Dish ${count - 1}.`))) {
        const { sizes } = await followed(app);
        await app.scrollBy(700 * 3);   // The wheel counts device pixels here.
        await app.until(async () => (await followed(app)).sizes.length > sizes.length, 'the next pictures');
        await app.settle();
    }
    await app.until(allShown, 'the last pictures');
    const passed = await followed(app);
    for (let pages = 0; pages < 10; pages += 1) await app.scrollBy(-6000);
    await app.until(allShown, 'the first pictures again');
    const { most, sizes } = await followed(app);
    const [[width, height]] = sizes;
    assert.ok(sizes.length > passed.sizes.length, 'the first pictures were never away');
    assert.ok(passed.sizes.length * width * height * 4 > 2 * budget, `only ${passed.sizes.length} pictures were there`);
    assert.ok(most <= budget, `${most} bytes of pictures at once`);
    assert.equal((await memoryOf(app)) - memory, 0, 'pictures take the program’s memory');
});

/** @param {import('playwright-core').Frame} frame */
const takeContext = (frame) =>
    frame.evaluate(async () => {
        const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector('canvas'));
        const extension = canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context');
        /** @type {any} */ (window).giveContext = () => extension?.restoreContext();
        const lost = new Promise((done) => canvas.addEventListener('webglcontextlost', done, { once: true }));
        extension?.loseContext();
        await lost;
    });

story('a lost context brings every picture back, also one that came meanwhile', async (t) => {
    const { open, opened } = gate();
    const app = await t.open({
        prepare: withPictures(
            { Near: 'pictures/near.png', Far: `${elsewhere}/far.png`, Late: `${elsewhere}/late.png` },
            async (path, route) => {
                if (path === '/late.png') await opened;
                await send(route, encodePng(400, 400, [[blue, red], [gold, green]]));
            },
        ),
    });
    const comes = (/** @type {number} */ pictures) => app.until(async () => (await followed(app)).count === pictures, `${pictures} pictures`);
    await comes(2);
    const before = await shotOf(app);
    for (const hidden of [false, true]) {
        await loseContext(app, { hidden });
        await comes(2);
        assert.ok(before.equals(await shotOf(app)), `the pictures differ after a loss${hidden ? ' while hidden' : ''}`);
    }
    const frame = await app.frame();
    const { decoded } = await followed(app);
    await setHidden(app, true);
    await takeContext(frame);
    open();
    await app.until(async () => (await followed(app)).decoded >= decoded + 2, 'the late picture’s decoding');
    await frame.evaluate(() => /** @type {any} */ (window).giveContext());
    await setHidden(app, false);
    await comes(3);
    await app.settle();
    for (const name of ['Near', 'Far', 'Late']) expectColours(await coloursOf(app, name, corners), [blue, red, gold, green], name);
});
