/** What the Telegram host puts into an app's address, how it signs it, and how events are written for the wire. */
import assert from 'node:assert/strict';
import { createHash, createHmac } from 'node:crypto';
import { test } from 'node:test';
import {
  Expression,
  iframeText,
  literal,
  nativeCode,
  readIframeText,
  readNativePost,
} from '../telegram-host/delivery.mjs';
import { appendHash, appendQuery, buildInitData, hashFields, launchUrl, testBot } from '../telegram-host/launch.mjs';
import { layoutOf } from '../telegram-host/layout.mjs';
import { isDark, palettes, themeKeys } from '../telegram-host/palettes.mjs';
import { profiles } from '../telegram-host/profiles.mjs';
import { createClient } from '../telegram-host/protocol.mjs';
import { hex, hmacSha256, sha256 } from '../telegram-host/sha256.mjs';

const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);

/** @param {string} raw */
function fieldsOf(raw) {
  return raw.split('&').map((piece) => {
    const [key, ...value] = piece.split('=');
    return /** @type {[string, string]} */ ([decodeURIComponent(key), decodeURIComponent(value.join('='))]);
  });
}

/** @param {string} raw @param {string} token */
function checks(raw, token) {
  const fields = fieldsOf(raw);
  const given = fields.find(([key]) => key === 'hash')?.[1];
  return (
    given ===
    hashFields(
      fields.filter(([key]) => key !== 'hash'),
      token,
    )
  );
}

const oldVector =
  'query_id=AAHdF6IQAAAAAN0XohDhrOrc&user=%7B%22id%22%3A279058397%2C%22first_name%22%3A%22Vladislav%22%2C%22last' +
  '_name%22%3A%22Kibenko%22%2C%22username%22%3A%22vdkfrost%22%2C%22language_code%22%3A%22ru%22%2C%22is_premium%22%3Atrue%7D' +
  '&auth_date=1662771648&hash=c501b71e775f74ce10e377dea85a7ea24ecd640b223ea86dfe453e0eaed2e2b2';

const signatureVector =
  'user=%7B%22id%22%3A279058397%2C%22first_name%22%3A%22Vladislav%20%2B%20-%20%3F%20%5C%2F%22%2C%22last_name%22%3A%22' +
  'Kibenko%22%2C%22username%22%3A%22vdkfrost%22%2C%22language_code%22%3A%22ru%22%2C%22is_premium%22%3Atrue%2C%22' +
  'allows_write_to_pm%22%3Atrue%2C%22photo_url%22%3A%22https%3A%5C%2F%5C%2Ft.me%5C%2Fi%5C%2Fuserpic%5C%2F320%5C%2F' +
  '4FPEE4tmP3ATHa57u6MqTDih13LTOiMoKoLDRG4PnSA.svg%22%7D&chat_instance=8134722200314281151&chat_type=private' +
  '&auth_date=1733584787&signature=zL-ucjNyREiHDE8aihFwpfR9aggP2xiAo3NSpfe-p7IbCisNlDKlo7Kb6G4D0Ao2mBrSgEk4maLSdv6' +
  'MLIlADQ&hash=2174df5b000556d044f3f020384e879c8efcab55ddea2ced4eb752e93e7080d6';

const plainVector =
  'auth_date=1650385342&user=%7B%22id%22%3A42%2C%22first_name%22%3A%22Test%22%7D&query_id=test' +
  '&hash=46d2ea5e32911ec8d30999b56247654460c0d20949b6277af519e76271182803';

test('hashes agree with the platform at every length around a block', () => {
  const texts = Array.from({ length: 131 }, (_, length) => 'k'.repeat(length));
  const platform = texts.map((text) => [
    createHash('sha256').update(text).digest('hex'),
    createHmac('sha256', text).update('abc').digest('hex'),
  ]);

  const own = texts.map((text) => [hex(sha256(bytes(text))), hex(hmacSha256(bytes(text), bytes('abc')))]);

  assert.deepEqual(own, platform);
});

test('initData is signed as the published vectors are', () => {
  assert.deepEqual(
    [
      checks(signatureVector, '7342037359:AAFZehRPBRs8Seg40oDjTMIW8uTGPuW1zfQ'),
      checks(signatureVector, '7342037359:AAFZehRPBRs8Seg40oDjTMIW8uTGPuW1zfQA'),
      checks(oldVector, '5768337691:AAH5YkoiEuPk8-FZa32hStHTqXiLPtAEhx8'),
      checks(plainVector, '42:TEST'),
    ],
    [true, false, true, true],
  );
});

test('a launch by the menu button carries a checkable user, query id and date', () => {
  const raw = buildInitData({ lang: 'ru', startParam: 'table_7' }, 1_700_000_000);
  const { user, hash, ...rest } = Object.fromEntries(fieldsOf(raw));

  assert.deepEqual(
    [checks(raw, testBot.token), hash.length, JSON.parse(user), rest],
    [
      true,
      64,
      {
        id: 279058397,
        first_name: 'Ada',
        last_name: 'Byron',
        username: 'ada_byron',
        language_code: 'ru',
        is_premium: true,
        allows_write_to_pm: true,
      },
      { query_id: 'AAHdF6IQAAAAAN0XohDhrOrc', start_param: 'table_7', auth_date: '1700000000' },
    ],
  );
});

test('initData can be absent, old or forged', () => {
  const old = buildInitData({ initDataForm: 'expired' }, 1_700_000_000);

  assert.deepEqual(
    [
      buildInitData({ initDataForm: 'empty' }, 1),
      buildInitData({ kind: 'keyboard' }, 1),
      checks(old, testBot.token) && old.includes('auth_date=1699827200'),
      checks(buildInitData({ initDataForm: 'forged' }, 1_700_000_000), testBot.token),
      buildInitData({ initData: 'given=as-is' }, 1),
    ],
    ['', '', true, false, 'given=as-is'],
  );
});

test('service parameters follow whatever fragment the address has', () => {
  const added = [
    'https://a.test/',
    'https://a.test/#',
    'https://a.test/#path',
    'https://a.test/#k=1',
    'https://a.test/#p?q',
  ];

  assert.deepEqual(
    added.map((url) => appendHash(url, 'x=1')),
    [
      'https://a.test/#x=1',
      'https://a.test/#x=1',
      'https://a.test/#path?x=1',
      'https://a.test/#k=1&x=1',
      'https://a.test/#p?q&x=1',
    ],
  );
});

test('the start parameter goes into the query, before any fragment', () => {
  assert.deepEqual(
    ['https://a.test/', 'https://a.test/?v=1#top'].map((url) => appendQuery(url, 'tgWebAppStartParam', 'a-b_1')),
    ['https://a.test/?tgWebAppStartParam=a-b_1', 'https://a.test/?v=1&tgWebAppStartParam=a-b_1#top'],
  );
});

test('a full launch address has every parameter, escaped', () => {
  const address = launchUrl(
    'https://a.test/app/',
    {
      version: '8.0',
      platform: 'ios',
      themeParams: { bg_color: '#000000' },
      startParam: 'x',
      mode: 'fullscreen',
      showSettings: true,
      botInline: true,
      debug: true,
      initData: 'a=1&b=%20',
      defaultColors: { bg_color: '#ffffff' },
    },
    1,
  );

  assert.equal(
    address,
    'https://a.test/app/?tgWebAppStartParam=x#tgWebAppData=a%3D1%26b%3D%2520&tgWebAppVersion=8.0&tgWebAppPlatform=ios' +
      '&tgWebAppThemeParams=%7B%22bg_color%22%3A%22%23000000%22%7D' +
      '&tgWebAppDefaultColors=%7B%22bg_color%22%3A%22%23ffffff%22%7D' +
      '&tgWebAppFullscreen=1&tgWebAppShowSettings=1&tgWebAppBotInline=1&tgWebAppDebug=1',
  );
});

test('every palette has the 15 keys and the brightness its name says', () => {
  const wrong = Object.entries(palettes).flatMap(([name, { light, dark }]) => {
    const complete = [light, dark].every(
      (theme) => themeKeys.every((key) => /^#[0-9a-f]{6}$/.test(theme[key])) && Object.keys(theme).length === 15,
    );
    return complete && !isDark(light.bg_color) && isDark(dark.bg_color) ? [] : [name];
  });

  assert.deepEqual([themeKeys.length, wrong], [15, []]);
});

test('an iframe gets JSON text, and reads back only what is a message', () => {
  const texts = [
    '{"eventType":"web_app_ready","eventData":""}',
    '{"eventType":"a","eventData":{"b":1}}',
    '{}',
    'x',
    7,
    null,
  ];

  assert.deepEqual(
    [iframeText('popup_closed', undefined), iframeText('popup_closed', {}), texts.map(readIframeText)],
    [
      '{"eventType":"popup_closed"}',
      '{"eventType":"popup_closed","eventData":{}}',
      [
        { eventType: 'web_app_ready', eventData: undefined },
        { eventType: 'a', eventData: { b: 1 } },
        null,
        null,
        null,
        null,
      ],
    ],
  );
});

test('native posts carry JSON text, empty text meaning nothing', () => {
  assert.deepEqual(
    [
      readNativePost('web_app_ready', '""'),
      readNativePost('a', '{"b":1}'),
      readNativePost('a', '{'),
      readNativePost(7, ''),
    ],
    [
      { eventType: 'web_app_ready', eventData: undefined },
      { eventType: 'a', eventData: { b: 1 } },
      { eventType: 'a', eventData: undefined },
      null,
    ],
  );
});

test('native clients write the code they evaluate each in their way', () => {
  const code = (/** @type {string} */ profile, /** @type {any[]} */ ...event) =>
    nativeCode(profiles[profile].behaviour, event[0], event[1]);
  const size = { height: new Expression('window.innerHeight', 700), is_expanded: true };

  assert.deepEqual(
    [
      code('android', 'popup_closed', { button_id: "it's" }),
      code('android', 'main_button_pressed'),
      code('ios', 'main_button_pressed'),
      code('tdesktop', 'popup_closed'),
      code('tdesktop', 'viewport_changed', size),
      code('android', 'viewport_changed', size),
    ],
    [
      `window.Telegram.WebView.receiveEvent('popup_closed', {"button_id":"it's"});`,
      `window.Telegram.WebView.receiveEvent('main_button_pressed', null);`,
      'if (window.TelegramGameProxy) { window.TelegramGameProxy.receiveEvent("main_button_pressed", null); }',
      'if (window.TelegramGameProxy) { window.TelegramGameProxy.receiveEvent("popup_closed"); }',
      'if (window.TelegramGameProxy) { window.TelegramGameProxy.receiveEvent("viewport_changed", ' +
        '{ height: window.innerHeight, is_expanded: true }); }',
      `window.Telegram.WebView.receiveEvent('viewport_changed', {"height":700,"is_expanded":true});`,
    ],
  );
});

test('literals have bare keys where JavaScript allows, and safe text', () => {
  assert.equal(
    literal({ 'a': [1, null, 'x\u2028y'], 'b-c': { d: true }, 'e': undefined }),
    '{ a: [1, null, "x\\u2028y"], "b-c": { d: true } }',
  );
});

test('the layout stacks header, web view, two rows of buttons, keyboard', () => {
  const client = createClient({ profile: 'ios' });
  client.receive({ eventType: 'web_app_setup_main_button', eventData: { is_visible: true, text: 'Pay' } });
  client.receive({
    eventType: 'web_app_setup_secondary_button',
    eventData: { is_visible: true, text: 'Tip', position: 'top' },
  });
  const resting = layoutOf(client.state());
  client.setKeyboard(true);
  const typing = layoutOf(client.state());

  assert.deepEqual(
    [resting, typing.height, typing.bar],
    [
      {
        sheetTop: 0,
        statusBar: 47,
        header: 56,
        top: 103,
        width: 390,
        height: 598,
        bar: 143,
        keyboard: 0,
        homeIndicator: 34,
      },
      368,
      109,
    ],
  );
});
