/** The Telegram host's single faults: each changes what a good client would have done, in the way it says. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faults, hostileEvents, withFaults } from '../telegram-host/faults.mjs';
import { profiles } from '../telegram-host/profiles.mjs';
import { fixture, goodArguments } from './telegram-host-fixture.mjs';

/** @param {string} fault @param {Partial<import('../telegram-host/types').ClientOptions>} [options] */
const faulty = (fault, options = {}) => fixture({ version: '9.6', faults: [fault], ...options });

test('every fault has its own name, an explanation, and changes at least one profile', () => {
  const broken = faults.filter(({ name, about }) => {
    const changes = Object.values(profiles).some(
      ({ behaviour }) => JSON.stringify(withFaults(behaviour, [name])) !== JSON.stringify(behaviour),
    );
    return about.length < 20 || !changes;
  });

  assert.deepEqual([broken, new Set(faults.map(({ name }) => name)).size], [[], faults.length]);
});

test('an unknown fault is refused by name', () => {
  assert.throws(() => withFaults(profiles.android.behaviour, ['no-such']), /no fault is called no-such/);
});

test('popup faults: no event, no payload, cooldown', () => {
  const silent = faulty('silent-popup');
  silent.post('web_app_open_popup', goodArguments.web_app_open_popup);
  silent.client.answerPopup('yes');
  const bare = faulty('popup-no-payload');
  bare.post('web_app_open_popup', goodArguments.web_app_open_popup);
  bare.client.answerPopup(null);
  const hasty = faulty('popup-cooldown');
  for (let i = 0; i < 3; i += 1) {
    hasty.post('web_app_open_popup', goodArguments.web_app_open_popup);
    hasty.client.answerPopup('yes');
    hasty.advance(20);
  }

  assert.deepEqual(
    [silent.taken(), bare.taken(), hasty.taken().length, hasty.notes()],
    [[], [['popup_closed']], 2, [['web_app_open_popup', 'ignored: cooldown']]],
  );
});

test('a popup with four buttons is answered at once, or by nothing', () => {
  const four = { ...goodArguments.web_app_open_popup, buttons: ['a', 'b', 'c', 'd'].map((id) => ({ id, type: 'ok' })) };
  const [hasty, calm] = [faulty('popup-closed-at-once'), fixture({ version: '9.6' })];
  for (const host of [hasty, calm]) host.post('web_app_open_popup', four);

  assert.deepEqual([hasty.taken(), calm.taken(), hasty.client.state().popup], [[['popup_closed', {}]], [], null]);
});

test('the fourth same permission in a row is refused unasked, for 3 s; another one is asked for', () => {
  const host = faulty('prompts-blocked', { profile: 'ios' });
  const ask = (/** @type {string} */ message, /** @type {string} */ kind) => {
    host.post(message);
    const isAsked = host.client.state().prompt?.kind === kind;
    host.client.answerPrompt(true);
    return isAsked;
  };
  const write = () => ask('web_app_request_write_access', 'write');
  const asked = [write(), write(), write(), write()];
  host.advance(2999);
  const early = [write(), ask('web_app_request_phone', 'phone')];
  host.advance(1);
  const late = [write(), ask('web_app_request_phone', 'phone')];
  const refused = host.taken().filter(([, data]) => data.status === 'cancelled');

  assert.deepEqual([asked, early, late, refused.length], [[true, true, true, false], [false, false], [true, true], 3]);
});

test('the clipboard of the attachment menu alone', () => {
  const read = (/** @type {'attachment' | 'menu'} */ kind) => {
    const host = faulty('clipboard-attachment-only', { kind });
    host.client.tap();
    host.post('web_app_read_text_from_clipboard', { req_id: 'a' });
    return host.taken();
  };

  assert.deepEqual(
    [read('attachment'), read('menu')],
    [[['clipboard_text_received', { req_id: 'a', data: 'KIOSK10' }]], [['clipboard_text_received', { req_id: 'a' }]]],
  );
});

test('what needs a tap, and what desktops have no handler for, is dropped', () => {
  const guarded = faulty('tap-window', { profile: 'ios' });
  guarded.post('web_app_request_emoji_status_access');
  guarded.client.tap();
  guarded.post('web_app_request_emoji_status_access');
  const bare = faulty('desktop-handlers-missing');
  bare.post('web_app_trigger_haptic_feedback', goodArguments.web_app_trigger_haptic_feedback);

  assert.deepEqual(
    [guarded.notes(), guarded.client.state().prompt?.kind, bare.notes()],
    [
      [['web_app_request_emoji_status_access', 'ignored: no tap in the last 10 s']],
      'emoji-access',
      [['web_app_trigger_haptic_feedback', 'ignored: Android has no handler']],
    ],
  );
});

test('device faults: a download without approval, a story that is a box, a link that closes, nothing to ask for', () => {
  const download = faulty('download-not-approved');
  download.client.tap();
  download.post('web_app_request_file_download', goodArguments.web_app_request_file_download);
  const story = faulty('story-box');
  story.client.tap();
  story.post('web_app_share_to_story', goodArguments.web_app_share_to_story);
  const link = faulty('tg-link-closes');
  link.post('web_app_open_tg_link', goodArguments.web_app_open_tg_link);
  const home = faulty('home-screen-unsupported');
  home.post('web_app_check_home_screen');
  const biometry = faulty('biometry-unavailable');
  biometry.post('web_app_biometry_get_info');

  assert.deepEqual(
    [download.taken(), story.taken(), story.client.state().prompt, link.client.state().closed?.reason, home.taken(), biometry.taken()],
    [
      [['file_download_requested', { status: 'cancelled' }]],
      [],
      null,
      'tg-link',
      [['home_screen_checked', { status: 'unsupported' }]],
      [['biometry_info_received', { available: false }]],
    ],
  );
});

test('fullscreen asked for twice, and a button that takes height, go without an event', () => {
  const full = faulty('fullscreen-again-silent');
  full.post('web_app_request_fullscreen');
  const first = full.taken().length;
  full.post('web_app_request_fullscreen');
  const heights = (/** @type {string[]} */ faults) => {
    const host = fixture({ version: '9.6', faults });
    host.post('web_app_setup_main_button', { is_visible: true, text: 'Pay' });
    return host.taken().filter(([eventType]) => eventType === 'viewport_changed').length;
  };

  assert.deepEqual([first > 0, full.taken(), heights([]), heights(['viewport-silent-on-buttons'])], [true, [], 1, 0]);
});

test('the scanner without events leaves only a box', () => {
  const host = faulty('qr-without-event');
  host.post('web_app_open_scan_qr_popup', {});

  assert.deepEqual(
    [host.taken(), host.client.scanQr('x'), host.effects],
    [[], false, [['box', 'Scanning a QR code is not supported on this device.']]],
  );
});

test('invoice faults: paid is followed by cancelled, a cancelled one is silent', () => {
  const twice = faulty('invoice-paid-then-cancelled');
  twice.post('web_app_open_invoice', { slug: 'a' });
  twice.client.closeInvoice('paid');
  const silent = faulty('invoice-silent-on-cancel');
  silent.post('web_app_open_invoice', { slug: 'a' });
  silent.client.closeInvoice('cancelled');

  assert.deepEqual(
    [twice.taken(), silent.taken()],
    [
      [
        ['invoice_closed', { slug: 'a', status: 'paid' }],
        ['invoice_closed', { slug: 'a', status: 'cancelled' }],
      ],
      [],
    ],
  );
});

test('a message set never to be answered acts, but says nothing', () => {
  const host = fixture({ version: '8.0', silent: ['web_app_open_invoice'] });
  host.post('web_app_open_invoice', { slug: 'a' });
  const open = host.client.state().invoice;
  host.client.closeInvoice('paid');
  host.client.setSilent('web_app_open_invoice', false);
  host.post('web_app_open_invoice', { slug: 'b' });
  host.client.closeInvoice('failed');

  assert.deepEqual([open, host.taken()], [{ slug: 'a' }, [['invoice_closed', { slug: 'b', status: 'failed' }]]]);
});

test('answers come late, twice, or in swapped order', () => {
  const late = faulty('slow-answers');
  late.post('web_app_check_home_screen');
  const early = late.taken();
  late.advance(3000);
  const twice = faulty('double-answers');
  twice.post('web_app_check_home_screen');
  const swapped = faulty('answers-out-of-order');
  for (const id of ['a', 'b', 'c']) swapped.post('web_app_device_storage_get_key', { req_id: id, key: 'k' });
  swapped.advance(300);
  const missed = ['home_screen_checked', { status: 'missed' }];
  const got = (/** @type {string} */ id) => ['device_storage_key_received', { req_id: id, value: null }];

  assert.deepEqual(
    [early, late.taken(), twice.taken(), swapped.taken()],
    [[], [missed], [missed, missed], [got('b'), got('a'), got('c')]],
  );
});

test('origin protection drops both ways without an error', () => {
  const moved = faulty('origin-protection-drop');
  moved.post('web_app_request_theme');
  moved.client.send('main_button_pressed');
  const other = fixture({ origin: 'http://localhost:1' });
  other.post('web_app_request_safe_area', undefined, 'http://evil.test');
  other.post('web_app_ready', undefined, 'http://localhost:1');

  assert.deepEqual(
    [moved.taken(), moved.notes().map(([, note]) => note), other.taken(), other.notes()],
    [
      [],
      ['dropped: origin protection', 'not sent: origin protection'],
      [],
      [['web_app_request_safe_area', 'dropped: origin protection']],
    ],
  );
});

test('viewport faults: 1 px until asked again, zero, an unstable series, no width', () => {
  const heights = (/** @type {string} */ fault) => {
    const host = faulty(fault);
    host.post('web_app_request_viewport');
    host.post('web_app_ready');
    host.post('web_app_request_viewport');
    host.advance(500);
    return host.taken().map(([, data]) => [data.height, data.width, data.is_state_stable]);
  };

  assert.deepEqual(
    [
      heights('viewport-1px'),
      heights('viewport-zero'),
      heights('viewport-unstable').slice(0, 4),
      heights('viewport-no-width'),
    ],
    [
      [
        [1, 390, true],
        [764, 390, true],
      ],
      [
        [0, 390, true],
        [0, 390, true],
      ],
      [
        [535, 390, false],
        [649, 390, false],
        [741, 390, false],
        [535, 390, false],
      ],
      [
        [764, undefined, true],
        [764, undefined, true],
      ],
    ],
  );
});

test('late insets are zero first', () => {
  const host = faulty('late-safe-areas', { profile: 'ios' });
  host.post('web_app_request_safe_area');
  host.advance(400);
  const inset = (/** @type {number} */ bottom) => ['safe_area_changed', { top: 0, bottom, left: 0, right: 0 }];

  assert.deepEqual(host.taken(), [inset(0), inset(34)]);
});

test('theme faults: two keys, signed numbers', () => {
  const themes = ['theme-missing-keys', 'theme-negative-numbers'].map((fault) => {
    const host = faulty(fault, { theme: 'dark' });
    host.post('web_app_request_theme');
    return host.taken()[0][1].theme_params;
  });

  assert.deepEqual(
    [themes[0], themes[1].accent_text_color, themes[1].text_color, Object.keys(themes[1]).length],
    [{ bg_color: '#212d3b', text_color: '#ffffff' }, -10177041, -1, 15],
  );
});

test('a store that is silent answers nothing, and keeps nothing', () => {
  const stores = ['device', 'secure'].map((kind) => {
    const host = faulty(`${kind}-storage-silent`);
    host.post(`web_app_${kind}_storage_save_key`, { req_id: 's', key: 'k', value: 'v' });
    host.post(`web_app_${kind}_storage_get_key`, { req_id: 'g', key: 'k' });
    return [host.taken(), host.client.stores().device, host.client.stores().secure];
  });

  assert.deepEqual(stores, [[[], {}, {}], [[], {}, {}]]);
});

test('storage faults: silent, METHOD_INVALID, UNSUPPORTED', () => {
  const answers = ['cloud-storage-silent', 'cloud-storage-invalid', 'device-storage-unsupported'].map((fault) => {
    const host = faulty(fault);
    host.post('web_app_invoke_custom_method', goodArguments.web_app_invoke_custom_method);
    host.post('web_app_device_storage_get_key', { req_id: 'd', key: 'k' });
    return host.taken();
  });
  const read = ['device_storage_key_received', { req_id: 'd', value: null }];

  assert.deepEqual(answers, [
    [read],
    [['custom_method_invoked', { req_id: 'cloud', error: 'METHOD_INVALID' }], read],
    [
      ['custom_method_invoked', { req_id: 'cloud', result: true }],
      ['device_storage_failed', { req_id: 'd', error: 'UNSUPPORTED' }],
    ],
  ]);
});

test('hostile events follow each message in turn', () => {
  const host = faulty('hostile-events');
  for (let i = 0; i < hostileEvents.length; i += 1) host.post('web_app_allow_scroll', [false, false]);

  assert.deepEqual(
    host.taken().map(([eventType]) => eventType),
    hostileEvents.map(([eventType]) => eventType),
  );
});

test('closing confirmation that sticks cannot be taken back', () => {
  const host = faulty('confirmation-sticks');
  host.post('web_app_setup_closing_behavior', { need_confirmation: true });
  host.post('web_app_setup_closing_behavior', { need_confirmation: false });

  assert.equal(host.client.state().closingConfirmation, true);
});
