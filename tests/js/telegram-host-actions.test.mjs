/** The Telegram host's answers to what a person does: presses, dialogs, closing, storage, a reload. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixture, goodArguments } from './telegram-host-fixture.mjs';

test('a shown main button shrinks the viewport, and only a visible active one can be pressed', () => {
  const host = fixture({ profile: 'android' });
  const hidden = host.client.press('main');
  host.post('web_app_setup_main_button', { is_visible: true, is_active: false, text: 'Pay 12.40' });
  const inactive = host.client.press('main');
  host.post('web_app_setup_main_button', { is_visible: true, is_active: true, text: 'Pay 12.40' });
  const pressed = host.client.press('main');

  assert.deepEqual(
    [hidden, inactive, pressed, host.taken()],
    [
      false,
      false,
      true,
      [
        ['viewport_changed', { height: 706, width: 390, is_state_stable: true, is_expanded: true }],
        ['main_button_pressed'],
      ],
    ],
  );
});

test('an invoice ends as the person decides, a second one is cancelled', () => {
  const host = fixture({ profile: 'android' });
  host.post('web_app_open_invoice', { slug: 'first' });
  host.post('web_app_open_invoice', { slug: 'second' });
  host.client.closeInvoice('paid');

  assert.deepEqual(host.taken(), [
    ['invoice_closed', { slug: 'second', status: 'cancelled' }],
    ['invoice_closed', { slug: 'first', status: 'paid' }],
  ]);
});

test('macOS says nothing when an invoice is cancelled', () => {
  const host = fixture({ profile: 'macos' });
  host.post('web_app_open_invoice', { slug: 'order' });
  host.client.closeInvoice('cancelled');

  assert.deepEqual(host.taken(), []);
});

test('Telegram Desktop closes on malformed messages, others note them', () => {
  const ends = ['tdesktop', 'android'].map((profile) => {
    const host = fixture({ profile });
    host.post('web_app_open_popup', { message: 'no buttons' });
    return [profile, host.client.state().closed, host.notes()[0]];
  });
  const note = ['web_app_open_popup', 'malformed: buttons is missing or of the wrong type'];

  assert.deepEqual(ends, [
    ['tdesktop', { reason: 'bad-arguments', returnBack: false }, note],
    ['android', null, note],
  ]);
});

test('closing asks first when the app wants it', () => {
  const host = fixture();
  host.post('web_app_setup_closing_behavior', { need_confirmation: true });
  host.client.requestClose();
  const asked = host.client.state().prompt?.kind;
  host.client.answerPrompt(false);
  const stayed = host.client.state().closed;
  host.client.requestClose();
  host.client.answerPrompt(true);

  assert.deepEqual(
    [asked, stayed, host.client.state().closed],
    ['closing', null, { reason: 'user', returnBack: false }],
  );
});

test('permissions are answered once each, and the contact comes signed afterwards', () => {
  const host = fixture({ version: '8.0', contact: 'contact=signed' });
  host.post('web_app_request_phone');
  host.post('web_app_request_write_access');
  host.client.answerPrompt(true);
  host.post('web_app_invoke_custom_method', { req_id: 'q', method: 'getRequestedContact', params: {} });

  assert.deepEqual(host.taken(), [
    ['write_access_requested', { status: 'cancelled' }],
    ['phone_requested', { status: 'sent' }],
    ['custom_method_invoked', { req_id: 'q', result: 'contact=signed' }],
  ]);
});

test('data is sent only by apps that a keyboard button opened', () => {
  const ends = /** @type {const} */ (['menu', 'keyboard']).map((kind) => {
    const host = fixture({ kind });
    host.post('web_app_data_send', { data: 'order' });
    return [kind, host.client.state().sentData, host.client.state().closed?.reason ?? null];
  });

  assert.deepEqual(ends, [
    ['menu', null, null],
    ['keyboard', 'order', 'data-sent'],
  ]);
});

test('sensors tick at the asked rate, clamped on Android, until stopped', () => {
  const host = fixture({ profile: 'android', version: '8.0' });
  host.post('web_app_start_accelerometer', { refresh_rate: 5 });
  host.advance(45);
  host.post('web_app_stop_accelerometer');
  host.advance(1000);

  assert.deepEqual(host.taken(), [
    ['accelerometer_started'],
    ['accelerometer_changed', { x: 0.125, y: 0.25, z: -9.81 }],
    ['accelerometer_changed', { x: 0.247, y: 0.25, z: -9.81 }],
    ['accelerometer_stopped'],
  ]);
});

test('a phone that is held reads the same again until it swings', () => {
  const host = fixture({ profile: 'android', version: '8.0' });
  const held = { absolute: false, alpha: 0, beta: 0.8, gamma: 0 };
  host.client.setReading('device_orientation', held);
  host.post('web_app_start_device_orientation', { refresh_rate: 50, need_absolute: false });
  host.advance(100);
  host.client.setReading('device_orientation', null);
  host.advance(50);

  assert.deepEqual(host.taken(), [
    ['device_orientation_started'],
    ['device_orientation_changed', held],
    ['device_orientation_changed', held],
    ['device_orientation_changed', { absolute: false, alpha: 0, beta: 0.0915, gamma: 0.183 }],
  ]);
});

test('CloudStorage keeps, lists, removes, and refuses what breaks its limits', () => {
  const host = fixture();
  const call = (/** @type {string} */ method, /** @type {any} */ params) =>
    host.post('web_app_invoke_custom_method', { req_id: method, method, params });
  call('saveStorageValue', { key: 'cart', value: '[1]' });
  call('saveStorageValue', { key: 'bad key', value: '' });
  call('saveStorageValue', { key: 'long', value: 'x'.repeat(4097) });
  call('getStorageValues', { keys: ['cart', 'none'] });
  call('getStorageKeys', {});
  call('deleteStorageValues', { keys: ['cart'] });
  call('toString', {});

  assert.deepEqual(
    [host.taken().map(([, data]) => data), host.client.stores().cloud],
    [
      [
        { req_id: 'saveStorageValue', result: true },
        { req_id: 'saveStorageValue', error: 'KEY_INVALID' },
        { req_id: 'saveStorageValue', error: 'VALUE_INVALID' },
        { req_id: 'getStorageValues', result: { cart: '[1]', none: '' } },
        { req_id: 'getStorageKeys', result: ['cart'] },
        { req_id: 'deleteStorageValues', result: true },
        { req_id: 'toString', error: 'METHOD_INVALID' },
      ],
      {},
    ],
  );
});

test('a page loaded anew starts without the buttons of the last one', () => {
  const host = fixture({ version: '8.0' });
  host.post('iframe_ready', { reload_supported: true });
  host.post('web_app_setup_main_button', goodArguments.web_app_setup_main_button);
  host.post('web_app_setup_back_button', { is_visible: true });
  host.post('web_app_ready');
  host.post('iframe_ready', { reload_supported: true });
  const { ready, mainButton, backButton, viewport } = host.client.state();

  assert.deepEqual([ready, mainButton.isVisible, backButton.isVisible, viewport.height], [false, false, false, 764]);
});
