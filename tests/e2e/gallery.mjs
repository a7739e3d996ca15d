/**
 * The pictures of docs/kit.md: every widget of the gallery, as a build with the gallery shows it, in light, dark, right-to-left and at
 * 200 % text, side by side in one file: node tests/e2e/gallery.mjs <folder of that bundle> [a widget's name]
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { galleryNames } from '../../tools/gallery-names.mjs';
import { startServer } from '../telegram-host/server.mjs';
import { chromiumFlags, findChromium, root } from './support/harness.mjs';

const width = 360;
const height = 560;
const gap = 8;
const quality = 0.82;

/** @type {{ colorScheme: 'light' | 'dark', locale: string, text: number }[]} */
const looks = [
    { colorScheme: 'light', locale: 'en', text: 100 },
    { colorScheme: 'dark', locale: 'en', text: 100 },
    { colorScheme: 'light', locale: 'ar', text: 100 },
    { colorScheme: 'light', locale: 'en', text: 200 },
];

/** @param {import('playwright-core').Browser} browser @param {string} url @param {(typeof looks)[number]} look @param {number} widget */
async function shoot(browser, url, look, widget) {
    const context = await browser.newContext({
        viewport: { width, height },
        colorScheme: look.colorScheme,
        locale: look.locale,
        reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await page.goto(`${url}?gallery=${widget}&text=${look.text}`);
    const frames = () => page.evaluate(() => Number(/** @type {any} */ (window).kioskCounters?.frames ?? 0));
    // A spinner never rests.
    for (let last = -1, still = 0, tries = 0; still < 3 && tries < 20; still += 1) {
        const now = await frames();
        if (now !== last || now === 0) still = 0;
        if (now > 0) tries += 1;
        last = now;
        await page.waitForTimeout(150);
    }
    const picture = await page.screenshot();
    await context.close();
    return `data:image/png;base64,${picture.toString('base64')}`;
}

/** Runs in a page: the pictures beside each other, as high as what is on them. @param {{ pictures: string[], gap: number, quality: number }} what */
async function compose({ pictures, gap, quality }) {
    const images = await Promise.all(
        pictures.map(async (source) => {
            const image = new Image();
            image.src = source;
            await image.decode();
            return image;
        }),
    );
    const canvas = document.createElement('canvas');
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d', { willReadFrequently: true }));
    const [wide, high] = [images[0].width, images[0].height];
    canvas.width = images.length * (wide + gap) - gap;
    canvas.height = high;
    images.forEach((image, index) => context.drawImage(image, index * (wide + gap), 0));
    const rowIsEmpty = (/** @type {number} */ y) =>
        images.every((_, index) => {
            const row = new Uint32Array(context.getImageData(index * (wide + gap), y, wide, 1).data.buffer);
            return row.every((pixel) => pixel === row[0]);
        });
    let bottom = high;
    while (bottom > 40 && rowIsEmpty(bottom - 1)) bottom -= 1;
    const cut = document.createElement('canvas');
    cut.width = canvas.width;
    cut.height = Math.min(high, bottom + 12);
    /** @type {CanvasRenderingContext2D} */ (cut.getContext('2d')).drawImage(canvas, 0, 0);
    return cut.toDataURL('image/webp', quality);
}

const [bundle, only] = process.argv.slice(2);
const server = await startServer({ port: 0, dist: resolve(bundle), telegramScript: 'local' });
const browser = await chromium.launch({ executablePath: findChromium(), headless: true, args: chromiumFlags });
const desk = await browser.newPage();
const folder = join(root, 'docs', 'kit');
mkdirSync(folder, { recursive: true });
let bytes = 0;
for (const [widget, name] of galleryNames.entries()) {
    if (only && name !== only) continue;
    const pictures = [];
    for (const look of looks) pictures.push(await shoot(browser, server.appUrl, look, widget));
    const composed = await desk.evaluate(compose, { pictures, gap, quality });
    const file = Buffer.from(composed.split(',')[1], 'base64');
    writeFileSync(join(folder, `${name}.webp`), file);
    bytes += file.length;
    console.log(`${name}: ${file.length} bytes`);
}
await browser.close();
await server.close();
console.log(`${bytes} bytes`);
