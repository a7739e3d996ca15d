/**
 * The core flow in WebKit (WebKitGTK's MiniBrowser on a virtual display): node tests/webkit/run.mjs [dist]
 * A failed story leaves a picture in build/webkit/.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startServer } from '../telegram-host/server.mjs';
import { stories } from './stories.mjs';
import { App } from './support/app.mjs';
import { WebKit } from './support/webdriver.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const server = await startServer({ port: 0, dist: process.argv[2] ?? join(root, 'dist'), telegramScript: 'local' });
const webkit = await WebKit.start();
const seconds = (/** @type {number} */ since) => ((Date.now() - since) / 1000).toFixed(1);
let failed = 0;
for (const { name, run } of stories) {
    const started = Date.now();
    const app = new App(webkit, server);
    server.hooks.kitchenMinuteMs = 0;
    try {
        await webkit.open();
        await run(app);
        console.log(`ok   ${name} (${seconds(started)} s)`);
    } catch (error) {
        failed += 1;
        await app.picture(join(root, 'build', 'webkit', `${name.replace(/[^a-z0-9]+/gi, '-')}.png`)).catch(() => undefined);
        console.log(`FAIL ${name} (${seconds(started)} s)\n     ${error instanceof Error ? error.stack : error}`);
    }
    await webkit.end();
}
await webkit.close();
await server.close();
console.log(`${stories.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
