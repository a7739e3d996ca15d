import assert from 'node:assert/strict';
import { story } from '../support/harness.mjs';
import { addToCart, keyOf, openProduct, placeOrder, slowKitchen, storedOrders, withKitchenMinute, withNewerScript } from '../support/steps.mjs';

/** From the menu to the checkout's form. @param {import('../support/app.mjs').App} app */
async function goToCheckout(app) {
    await addToCart(app, 'The Classic');
    await app.pressMain(/^View order/);
    await app.pressMain(/checkout/);
    await app.see('heading', 'Checkout');
}

/** The web view throws away what it kept, and the client opens the app anew. @param {import('../support/app.mjs').App} app */
async function loseStorage(app) {
    const frame = await app.frame();
    await frame.evaluate(() => localStorage.clear());
    await app.host('relaunch');
    await app.see('button', 'My orders');
}

story('the phone number comes from Telegram when the customer says yes', async (t) => {
    const app = await t.open();
    await goToCheckout(app);
    await app.tap('button', 'Use my Telegram number');
    await app.host('waitFor', 'web_app_request_phone');
    await app.host('answerPrompt', true);
    await app.expectValue('Phone', /^\+\d{7,15}$/);
    assert.equal(await app.isThere('button', 'Use my Telegram number'), false);
});

story('a scanned table code seats the customer', async (t) => {
    const app = await t.open();
    await addToCart(app, 'The Classic');
    await app.pressMain(/^View order/);
    await app.tap('button', 'Scan a code');
    await app.host('waitFor', 'web_app_open_scan_qr_popup');
    await app.host('scanQr', 'https://t.me/burger_bar_demo_bot?startapp=t_7');
    await app.read(/Table 7/);
});

story('the cart follows to another device', async (t) => {
    const app = await t.open();
    await addToCart(app, 'The Classic');
    await app.host('waitFor', 'web_app_invoke_custom_method', { timeoutMs: 10_000 });
    const stored = () => app.page.waitForFunction(() =>
        JSON.stringify(/** @type {any} */ (window).telegramHost.log('web_app_invoke_custom_method')).includes('saveStorageValue'));
    await stored();
    await loseStorage(app);
    await app.page.getByRole('button', { name: /^View order \(1\)/ }).waitFor({ state: 'visible' });
});

story('the second button leads from the placed order to the menu', async (t) => {
    const app = await t.open();
    await addToCart(app, 'Smoky Bacon');
    await placeOrder(app);
    await app.pressMain('To the menu');
    await app.see('button', 'My orders');
});

story('a client without a second button gets the app’s own', async (t) => {
    const app = await t.open({ version: '7.7' });
    await addToCart(app, 'Smoky Bacon');
    await placeOrder(app);
    assert.equal((await app.host('state')).secondaryButton.isVisible, false);
    await app.tap('button', 'To the menu');
    await app.see('button', 'My orders');
});

story('where the phone is becomes the address', async (t) => {
    const app = await t.open({ profile: 'android' });
    await goToCheckout(app);
    await app.tap('button', 'Use my location');
    await app.host('waitFor', 'web_app_request_location');
    await app.host('answerPrompt', true);
    await app.expectValue('Address', /^52\.52001, 13\.40495$/);
    assert.equal(await app.isThere('button', 'Use my location'), false);
});

story('who picks up learns how far the shop is', async (t) => {
    const app = await t.open({ profile: 'android' });
    await goToCheckout(app);
    await app.tap('radio', 'Pickup');
    await app.tap('button', 'How far is it?');
    await app.host('waitFor', 'web_app_request_location');
    await app.host('answerPrompt', true);
    await app.read(/^About \d+ k?m from you$/);
    assert.equal(await app.isThere('button', 'How far is it?'), false);
});

story('a phone that keeps its place to itself asks for the address', async (t) => {
    const app = await t.open();
    await goToCheckout(app);
    await app.tap('button', 'Use my location');
    await app.host('waitFor', 'web_app_request_location');
    await app.host('answerPrompt', false);
    await app.read(/type the address/);
    assert.equal(await app.isThere('button', 'Use my location'), false);
    await app.type('Address', 'Square 12');
    await app.expectValue('Address', /^Square 12$/);
});

story('a place that was kept back once is allowed in Telegram’s settings', async (t) => {
    const app = await t.open({ profile: 'android' });
    await app.host('setAccess', 'location', false);
    await goToCheckout(app);
    await app.tap('button', 'Use my location');
    await app.host('waitFor', 'web_app_open_location_settings');
    await app.host('setAccess', 'location', true);
    await app.tap('button', 'Use my location');
    await app.expectValue('Address', /^52\.52001, 13\.40495$/);
});

story('the bot may write when the order is ready', async (t) => {
    const app = await t.open();
    await app.host('launch', { user: { allows_write_to_pm: false } });
    await app.see('button', 'My orders');
    await addToCart(app, 'Smoky Bacon');
    await placeOrder(app);
    await app.tap('button', 'Tell me when it’s ready');
    await app.host('waitFor', 'web_app_request_write_access');
    await app.host('answerPrompt', true);
    await app.read(/write to you/);
    assert.equal(await app.isThere('button', 'Tell me when it’s ready'), false);
});

story('a shaken phone suggests a dish, once the customer wants that', async (t) => {
    const app = await t.open({ profile: 'android' });
    await app.see('button', 'My orders');
    await app.tap('button', 'Settings');
    await app.tap('switch', 'Shake for a suggestion');
    await app.pressBack();
    await app.host('waitFor', 'web_app_start_accelerometer');
    await app.page.waitForTimeout(4000);  // The setting is written to the cloud.
    await app.settle();
    const { frames } = await app.counters();
    await app.page.waitForTimeout(1000);
    assert.equal((await app.counters()).frames, frames, 'readings of a phone at rest draw nothing');
    for (const x of [40, -40]) await app.host('send', 'accelerometer_changed', { x, y: 0, z: 0 });
    await app.page.getByRole('button', { name: /^Add/ }).waitFor();
    await app.host('waitFor', 'web_app_stop_accelerometer');
});

story('the picture of a product moves with the phone, once the customer wants that', async (t) => {
    const app = await t.open({ profile: 'android' });
    const hold = (/** @type {number} */ gamma) =>
        app.host('setReading', 'device_orientation', { absolute: false, alpha: 0, beta: 0.8, gamma });
    await hold(0);
    await app.see('button', 'My orders');
    await app.tap('button', 'Settings');
    await app.tap('switch', 'Pictures move with the phone');
    await app.pressBack();
    await openProduct(app, 'The Classic');
    const { eventData, n } = await app.host('waitFor', 'web_app_start_device_orientation');
    assert.deepEqual(eventData, { refresh_rate: 50, need_absolute: false });
    await app.host('waitFor', 'device_orientation_changed', { after: n });
    await app.settle();
    const { frames } = await app.counters();
    await app.page.waitForTimeout(1000);
    assert.equal((await app.counters()).frames, frames, 'readings of a phone at rest draw nothing');
    await hold(0.2);
    await app.until(async () => (await app.counters()).frames > frames, 'the picture to move');
    await app.settle();
    assert.equal((await app.host('log', 'web_app_stop_device_orientation')).length, 0);
    await app.pressBack();
    await app.host('waitFor', 'web_app_stop_device_orientation');
});

story('a fingerprint places the same order again', async (t) => {
    const app = await t.open({ profile: 'android', prepare: withKitchenMinute(50) });
    await app.see('button', 'My orders');
    await app.tap('button', 'Settings');
    await app.tap('switch', /^Confirm reorders/);
    await app.host('waitFor', 'web_app_biometry_request_access');
    await app.host('answerPrompt', true);
    await app.until(() => app.find('switch', /^Confirm reorders/).isChecked(), 'the switch to be on');
    await app.pressBack();
    await addToCart(app, 'Smoky Bacon');
    await placeOrder(app);
    await app.pressMain('Track order');
    await app.see('heading', 'Delivered');
    await app.pressMain('Order again');
    await app.host('waitFor', 'web_app_biometry_request_auth');
    assert.equal((await storedOrders(app)).length, 1);
    await app.host('answerPrompt', true);
    await app.see('heading', /is in!$/);
    const [again, first] = await storedOrders(app);
    assert.deepEqual([again.lines, again.contact], [first.lines, first.contact]);
});

story('a fingerprint that was refused once is allowed in Telegram’s settings', async (t) => {
    const app = await t.open({ profile: 'android' });
    const confirmReorders = () => app.tap('switch', /^Confirm reorders/);
    await app.see('button', 'My orders');
    await app.tap('button', 'Settings');
    await confirmReorders();
    const { n } = await app.host('waitFor', 'web_app_biometry_request_access');
    await app.host('answerPrompt', false);
    await app.host('waitFor', 'biometry_info_received', { after: n });
    await app.settle();
    assert.equal((await app.host('log', 'web_app_biometry_open_settings')).length, 0);
    await confirmReorders();
    await app.host('waitFor', 'web_app_biometry_open_settings');
    await app.host('setAccess', 'biometry', true);
    await confirmReorders();
    await app.until(() => app.find('switch', /^Confirm reorders/).isChecked(), 'the switch to be on');
});

story('an order outlives the storage of the web view', async (t) => {
    const app = await t.open({
        version: '9.0', extra: 'faults=cloud-storage-silent',
        prepare: async (page) => {
            await slowKitchen(page);
            await withNewerScript(page);
        },
    });
    await addToCart(app, 'Smoky Bacon');
    await placeOrder(app);
    await app.pressMain('To the menu');
    const frame = await app.frame();
    await app.until(async () => {
        const { device } = await app.host('stores');
        const kept = await frame.evaluate((keys) => keys.map((key) => localStorage.getItem(key)), ['kiosk:state', 'kiosk:shop'].map((name) => keyOf(name)));
        return !!kept[1] && kept[0] === device.kiosk_state && kept[1] === device.kiosk_shop;
    }, 'the client to have copies');
    const orders = await storedOrders(app);

    await loseStorage(app);
    await app.tap('button', 'My orders');
    await app.tap('button', new RegExp(orders[0].id));

    await app.see('heading', /Sent to the kitchen|Accepted/);
    assert.deepEqual((await storedOrders(app)).map(({ id, lines }) => [id, lines]), orders.map(({ id, lines }) => [id, lines]));
});

story('the address comes back where only the client’s safe has kept it', async (t) => {
    const app = await t.open({
        version: '9.0', extra: 'faults=device-storage-unsupported,cloud-storage-invalid', prepare: withNewerScript,
    });
    await addToCart(app, 'Smoky Bacon');
    await placeOrder(app);
    await app.until(async () => 'kiosk_contact' in (await app.host('stores')).secure, 'the details in the safe');
    await loseStorage(app);
    assert.deepEqual((await app.host('stores')).device, {});

    await goToCheckout(app);

    await app.expectValue('Phone', /^\+44 20 7946 0958$/);
    await app.expectValue('Address', /^St James’s Square 12$/);
    assert.equal(await app.isThere('button', 'Use my saved details'), false);
});

story('details from before the app was installed anew come back when the customer says yes', async (t) => {
    const app = await t.open({ version: '9.0', prepare: withNewerScript });
    const details = JSON.stringify({ name: 'Ada', phone: '+44 20 7946 0958', address: 'Square 12' });
    await app.host('setStores', { cloud: {}, device: {}, secure: {}, restorable: { kiosk_contact: details } });
    await loseStorage(app);
    await goToCheckout(app);
    assert.deepEqual(await app.host('log', 'web_app_secure_storage_restore_key'), []);

    await app.tap('button', 'Use my saved details');
    await app.host('waitFor', 'web_app_secure_storage_restore_key');
    await app.host('answerPrompt', true);

    await app.expectValue('Address', /^Square 12$/);
    await app.expectValue('Phone', /^\+44 20 7946 0958$/);
    assert.equal(await app.isThere('button', 'Use my saved details'), false);
});

story('a coupon is scanned, or pasted where the client lets the app read the clipboard', async (t) => {
    const app = await t.open({ profile: 'android' });
    await addToCart(app, 'Smoky Bacon');
    await app.pressMain(/^View order/);
    await app.tap('button', 'Scan a code');
    await app.host('waitFor', 'web_app_open_scan_qr_popup');
    await app.host('scanQr', 'HELLO');
    await app.see('button', 'HELLO');

    await app.host('setClipboard', ' RIDE ');
    await app.host('tap');
    await app.tap('button', 'Paste a code');
    await app.see('button', 'RIDE');

    await app.host('setFault', 'clipboard-silent', true);
    await app.tap('button', 'Paste a code');
    await app.read('There was no code to read.');
    assert.equal(await app.isThere('button', 'Paste a code'), false);
});

story('the app goes to the home screen, once', async (t) => {
    const app = await t.open({ profile: 'android' });
    await app.see('button', 'My orders');
    await app.host('pressSettings');
    await app.tap('button', 'Add to home screen');
    await app.host('waitFor', 'web_app_add_to_home_screen');
    await app.host('answerPrompt', true);
    await app.read('It is on your home screen now.');
    assert.equal(await app.isThere('button', 'Add to home screen'), false);
});

story('a desktop has no home screen to go to', async (t) => {
    const app = await t.open({ profile: 'tdesktop' });
    await app.see('button', 'My orders');
    await app.tap('button', 'Settings');
    await app.see('button', 'Invite a friend');
    assert.equal(await app.isThere('button', 'Add to home screen'), false);
});
