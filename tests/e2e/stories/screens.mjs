/** A picture of every screen at two sizes, light and dark, in build/screens/: for people to look at. */
import { join } from 'node:path';
import { picturesDir, story } from '../support/harness.mjs';
import { addToCart, fillDetails, openProduct } from '../support/steps.mjs';

const kinds = [
    { density: 2, size: '390x844', theme: 'light', profile: 'ios' },
    { density: 2, size: '390x844', theme: 'dark', profile: 'ios' },
    { density: 2, size: '360x640', theme: 'light', profile: 'android' },
    { density: 2, size: '360x640', theme: 'dark', profile: 'android' },
];

for (const kind of kinds) {
    const suffix = `${kind.size}-${kind.theme}`;
    story(`screens: every one, ${suffix}`, async (t) => {
        const app = await t.open(/** @type {any} */ (kind));
        const take = (/** @type {string} */ name) => app.picture(join(picturesDir, `${name}-${suffix}.png`));
        await take('home');
        await app.scrollBy(900);
        await take('home-scrolled');
        await openProduct(app, 'Smoky Bacon');
        await take('product');
        await app.scrollBy(500);
        await take('product-options');
        await app.pressMain(/^Add/);
        await app.settle();
        await take('search');
        await addToCart(app, 'The Tower');
        await app.pressMain(/^View order/);
        await app.see('heading', 'Your order');
        await take('cart');
        await app.pressMain(/checkout/);
        await app.see('heading', 'Checkout');
        await take('checkout');
        await fillDetails(app);
        await app.pressMain(/^Place order/);
        await app.see('heading', /is in!$/);
        await take('placed');
        await app.pressMain('Track order');
        await app.find('heading', 'Being prepared').waitFor({ state: 'attached', timeout: 60_000 });
        await take('tracking');
        await app.pressBack();
        await app.pressBack();
        await app.see('button', 'Settings');
        await app.tap('button', 'My orders');
        await app.see('heading', 'My orders');
        await take('history');
        await app.pressBack();
        await app.tap('button', 'Settings');
        await app.see('heading', 'Settings');
        await take('settings');
        await app.pressBack();
    });

    story(`screens: the game, ${suffix}`, async (t) => {
        const app = await t.open(/** @type {any} */ ({ ...kind, startapp: 'game' }));
        const take = (/** @type {string} */ name) => app.picture(join(picturesDir, `${name}-${suffix}.png`));
        await app.see('heading', 'Burger Stack');
        await take('game');
    });

    story(`screens: Arabic, ${suffix}`, async (t) => {
        const app = await t.open(/** @type {any} */ ({ ...kind, lang: 'ar' }));
        await app.picture(join(picturesDir, `home-ar-${suffix}.png`));
    });
}
