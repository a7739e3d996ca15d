/** The Telegram host's protocol: what each client profile answers, stays silent on, and does wrong. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { appMessages, badArgument, compareVersions, hostEvents } from '../telegram-host/messages.mjs';
import { profiles } from '../telegram-host/profiles.mjs';
import { fixture, goodArguments } from './telegram-host-fixture.mjs';

const zero = { top: 0, bottom: 0, left: 0, right: 0 };
const closers = ['web_app_close', 'web_app_switch_inline_query', 'web_app_data_send', 'web_app_open_tg_link'];

/** What each client sends back for one message, on a fresh client. @param {string} message @param {any} [data] */
function perProfile(message, data = goodArguments[message]) {
  return Object.fromEntries(
    Object.keys(profiles).map((profile) => {
      const host = fixture({ profile, version: '9.6' });
      host.post(message, data);
      return [profile, host.taken()];
    }),
  );
}

test('the vocabulary has 68 messages and 58 events, each once', () => {
  const names = appMessages.map(({ name }) => name);
  const unknown = appMessages.flatMap(({ answers }) => answers).filter((name) => !hostEvents.includes(name));

  assert.deepEqual(
    [names.length, new Set(names).size, hostEvents.length, new Set(hostEvents).size, unknown, appMessages[67].id],
    [68, 68, 58, 58, [], 'A68'],
  );
});

test('versions compare part by part as numbers', () => {
  const pairs = [
    ['6.10', '6.9'],
    ['7.0', '6.10'],
    ['9.6', '9.10'],
    ['8', '8.0'],
    ['6.x', '6.0'],
  ];

  assert.deepEqual(
    pairs.map(([a, b]) => compareVersions(a, b)),
    [1, 1, -1, 0, 0],
  );
});

test('every message, well formed or not, leaves every client of every kind standing', () => {
  const rubbish = [
    undefined,
    null,
    '',
    7,
    [],
    {},
    { req_id: 1, key: {}, url: [], buttons: [null, 7], message: 'x', method: '__proto__' },
  ];
  /** @type {string[]} */
  const thrown = [];
  for (const profile of Object.keys(profiles)) {
    for (const { name } of appMessages) {
      for (const data of [goodArguments[name], ...rubbish]) {
        try {
          fixture({ profile, version: '9.6' }).post(name, data);
        } catch (error) {
          thrown.push(`${profile} ${name} ${JSON.stringify(data)}: ${error}`);
        }
      }
    }
  }

  assert.deepEqual(thrown, []);
});

test('a client older than a message drops it without an answer', () => {
  const old = appMessages.filter(({ since }) => compareVersions(since, '6.0') > 0);
  const heard = old.flatMap(({ name }) => {
    const host = fixture({ profile: 'android', version: '6.0' });
    host.client.tap();
    host.post(name, goodArguments[name]);
    return [...host.taken(), ...(host.notes()[0]?.[1].startsWith('ignored: this client is older') ? [] : [name])];
  });

  assert.deepEqual(heard, []);
});

test('the theme has only the keys of its version', () => {
  const keys = ['6.0', '6.1', '7.0', '7.6', '7.10'].map((version) => {
    const host = fixture({ version });
    host.post('web_app_request_theme');
    return Object.keys(host.taken()[0][1].theme_params).length;
  });

  assert.deepEqual(keys, [6, 7, 13, 14, 15]);
});

test('viewport_changed is worded as each client words it', () => {
  assert.deepEqual(perProfile('web_app_request_viewport'), {
    android: [['viewport_changed', { height: 764, width: 390, is_state_stable: true, is_expanded: true }]],
    ios: [['viewport_changed', { height: 741, width: 390, is_state_stable: true, is_expanded: true }]],
    macos: [['viewport_changed', { height: 794, is_state_stable: true, is_expanded: true }]],
    tdesktop: [['viewport_changed', { height: 794, is_state_stable: true, is_expanded: true }]],
    weba: [['viewport_changed', { height: 788, width: 390, is_state_stable: true, is_expanded: true }]],
    webk: [],
  });
});

test('safe areas are real on phones and zero elsewhere', () => {
  const none = [['safe_area_changed', zero]];

  assert.deepEqual(perProfile('web_app_request_safe_area'), {
    android: none,
    ios: [['safe_area_changed', { ...zero, bottom: 34 }]],
    macos: none,
    tdesktop: none,
    weba: none,
    webk: none,
  });
});

test('a dismissed popup is reported as each client reports it', () => {
  const dismissed = Object.keys(profiles).map((profile) => {
    const host = fixture({ profile });
    host.post('web_app_open_popup', goodArguments.web_app_open_popup);
    host.client.answerPopup(null);
    return [profile, host.taken()];
  });

  assert.deepEqual(Object.fromEntries(dismissed), {
    android: [['popup_closed', {}]],
    ios: [['popup_closed', {}]],
    macos: [['popup_closed', {}]],
    tdesktop: [['popup_closed']],
    weba: [['popup_closed', {}]],
    webk: [['popup_closed', {}]],
  });
});

test('a second popup is ignored, queued or closed at once', () => {
  const answers = ['android', 'ios', 'tdesktop', 'weba'].map((profile) => {
    const host = fixture({ profile });
    host.post('web_app_open_popup', goodArguments.web_app_open_popup);
    host.post('web_app_open_popup', { message: 'Second', buttons: [{ id: 'b', type: 'ok' }] });
    const atOnce = host.taken();
    host.client.answerPopup('yes');
    return [profile, atOnce, host.taken(), host.client.state().popup?.message ?? null];
  });

  assert.deepEqual(answers, [
    ['android', [], [['popup_closed', { button_id: 'yes' }]], null],
    ['ios', [], [['popup_closed', { button_id: 'yes' }]], 'Second'],
    ['tdesktop', [], [['popup_closed', { button_id: 'yes' }]], 'Second'],
    ['weba', [['popup_closed', {}]], [['popup_closed', { button_id: 'yes' }]], null],
  ]);
});

test('device features answer, refuse or stay silent by client', () => {
  const off = ['biometry_info_received', { available: false }];
  const failed = [['accelerometer_failed', { error: 'UNSUPPORTED' }]];
  const unknown = [['home_screen_checked', { status: 'unsupported' }]];
  const features = {
    biometry: perProfile('web_app_biometry_get_info'),
    location: perProfile('web_app_check_location'),
    accelerometer: perProfile('web_app_start_accelerometer'),
    homeScreen: perProfile('web_app_check_home_screen'),
  };
  const known = (/** @type {string} */ type) => [
    'biometry_info_received',
    {
      available: true,
      type,
      access_requested: false,
      access_granted: false,
      token_saved: false,
      device_id: 'kiosk-test-device',
    },
  ];
  const located = [['location_checked', { available: true, access_requested: false, access_granted: false }]];
  const lost = [['location_checked', { available: false }]];
  const started = [['accelerometer_started']];
  const missed = [['home_screen_checked', { status: 'missed' }]];

  assert.deepEqual(features, {
    biometry: {
      android: [known('finger')],
      ios: [known('face')],
      macos: [known('finger')],
      tdesktop: [off],
      weba: [off],
      webk: [off],
    },
    location: { android: located, ios: located, macos: lost, tdesktop: lost, weba: [], webk: [] },
    accelerometer: { android: started, ios: started, macos: failed, tdesktop: failed, weba: failed, webk: failed },
    homeScreen: { android: missed, ios: missed, macos: unknown, tdesktop: unknown, weba: unknown, webk: unknown },
  });
});

test('what a client drops is marked in its log, with the reason', () => {
  const { client, post } = fixture({ version: '6.0', origin: 'https://shop.example' });
  post('web_app_set_header_color', { color: '#112233' });
  post('web_app_data_send', { data: 'order' });
  post('web_app_expand', undefined, 'https://elsewhere.example');
  post('web_app_expand', undefined, 'https://shop.example');

  const marks = client.log().filter(({ from }) => from === 'app').map(({ eventType, note }) => [eventType, note]);
  assert.deepEqual(marks, [
    ['web_app_set_header_color', 'ignored: this client is older than 6.1'],
    ['web_app_data_send', 'ignored: only for launches from a keyboard button'],
    ['web_app_expand', 'dropped: origin protection'],
    ['web_app_expand', ''],
  ]);
});

test('phones ask for biometrics once and then answer by themselves, macOS asks each time', () => {
  const again = ['android', 'ios', 'macos'].map((profile) => {
    const { client, post, taken } = fixture({ version: '9.6', profile });
    const granted = () => taken().map(([, info]) => info.access_granted);
    post('web_app_biometry_request_access', {});
    client.answerPrompt(false);
    const first = granted();
    post('web_app_biometry_request_access', {});
    const isAsked = client.state().prompt !== null;
    const second = granted();
    client.setAccess('biometry', true);
    post('web_app_biometry_request_access', {});
    return [profile, first, isAsked, second, granted()];
  });

  assert.deepEqual(again, [
    ['android', [false], false, [false], [true]],
    ['ios', [false], false, [false], [true]],
    ['macos', [false], true, [], [true]],
  ]);
});

test('device and secure storage exist where clients have them', () => {
  const device = perProfile('web_app_device_storage_save_key');
  const secure = perProfile('web_app_secure_storage_save_key');
  const saved = (/** @type {string} */ kind, /** @type {string} */ id) => [
    [`${kind}_storage_key_saved`, { req_id: id }],
  ];
  const refused = (/** @type {string} */ kind, /** @type {string} */ id) => [
    [`${kind}_storage_failed`, { req_id: id, error: 'UNSUPPORTED' }],
  ];

  assert.deepEqual(
    [device, secure],
    [
      {
        android: saved('device', 'd1'),
        ios: saved('device', 'd1'),
        macos: saved('device', 'd1'),
        tdesktop: saved('device', 'd1'),
        weba: refused('device', 'd1'),
        webk: refused('device', 'd1'),
      },
      {
        android: saved('secure', 's1'),
        ios: saved('secure', 's1'),
        macos: saved('secure', 's1'),
        tdesktop: refused('secure', 's1'),
        weba: refused('secure', 's1'),
        webk: refused('secure', 's1'),
      },
    ],
  );
});

test('the clipboard opens only for ten seconds after a tap', () => {
  const host = fixture({ profile: 'android' });
  host.post('web_app_read_text_from_clipboard', { req_id: 'a' });
  host.client.tap();
  host.post('web_app_read_text_from_clipboard', { req_id: 'b' });
  host.advance(10_001);
  host.post('web_app_read_text_from_clipboard', { req_id: 'c' });

  assert.deepEqual(host.taken(), [
    ['clipboard_text_received', { req_id: 'a' }],
    ['clipboard_text_received', { req_id: 'b', data: 'KIOSK10' }],
    ['clipboard_text_received', { req_id: 'c' }],
  ]);
});

test('Android ignores what needs a tap when the last one is too old', () => {
  const host = fixture({ profile: 'android', version: '8.0' });
  host.post('web_app_request_file_download', goodArguments.web_app_request_file_download);
  const before = host.client.state().prompt;
  host.client.tap();
  host.post('web_app_request_file_download', goodArguments.web_app_request_file_download);

  assert.deepEqual(
    [before, host.client.state().prompt?.kind, host.notes()],
    [null, 'download', [['web_app_request_file_download', 'ignored: no tap in the last 10 s']]],
  );
});

test('a repeated fullscreen request fails, repeats or is ignored', () => {
  const again = ['android', 'ios', 'tdesktop'].map((profile) => {
    const host = fixture({ profile, mode: 'fullscreen' });
    host.post('web_app_request_fullscreen');
    return [profile, host.taken()];
  });

  assert.deepEqual(again, [
    ['android', [['fullscreen_failed', { error: 'ALREADY_FULLSCREEN' }]]],
    ['ios', []],
    ['tdesktop', [['fullscreen_changed', { is_fullscreen: true }]]],
  ]);
});

test('going fullscreen moves both insets and the viewport', () => {
  const host = fixture({ profile: 'ios', version: '8.0' });
  host.post('web_app_request_fullscreen');

  assert.deepEqual(host.taken(), [
    ['fullscreen_changed', { is_fullscreen: true }],
    ['viewport_changed', { height: 844, width: 390, is_state_stable: true, is_expanded: true }],
    ['safe_area_changed', { ...zero, top: 47, bottom: 34 }],
    ['content_safe_area_changed', { ...zero, top: 46 }],
  ]);
});

test('every event of the vocabulary is sent by somebody', () => {
  const heard = new Set(['reload_iframe']);
  for (const profile of ['android', 'weba', 'tdesktop']) {
    for (const yes of [true, false]) {
      for (const { name } of appMessages.filter((spec) => !closers.includes(spec.name))) {
        const host = fixture({
          profile,
          version: '9.6',
          stores: { cloud: {}, device: {}, secure: {}, restorable: { k: 'v' } },
        });
        host.client.tap();
        host.post(name, goodArguments[name]);
        act(host, yes);
        for (const [eventType] of host.taken()) heard.add(eventType);
      }
    }
  }

  assert.deepEqual(
    [...hostEvents].filter((name) => !heard.has(name)),
    [],
  );
});

/**
 * Does everything a person could do now.
 * @param {import('./telegram-host-fixture.mjs').Fixture} host @param {boolean} yes
 */
function act(host, yes) {
  const { client } = host;
  client.answerPopup('yes');
  client.scanQr('table 7');
  client.closeQr();
  client.closeInvoice('paid');
  client.answerPrompt(yes);
  for (const button of /** @type {const} */ (['main', 'secondary', 'back', 'settings'])) client.press(button);
  client.setVisible(false);
  client.setVisible(true);
  if (yes) host.post('web_app_request_fullscreen');
  host.post('web_app_request_fullscreen');
  host.advance(1200);
}

test('arguments are checked by name and type', () => {
  const spec = /** @type {any} */ (appMessages.find(({ name }) => name === 'web_app_set_header_color'));
  const results = [{ color: '#fff' }, { color_key: 'bg_color' }, { color: 7 }, {}, undefined, 'x'].map((data) =>
    badArgument(spec, data),
  );

  assert.deepEqual(results, [null, null, 'color_key|color', 'color_key|color', 'color_key|color', 'color_key|color']);
});
