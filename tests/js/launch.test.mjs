// js-bridge/launch.mjs on addresses that no client wrote, and what js-bridge/host.mjs makes of them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createHost } from '../../js-bridge/host.mjs';
import { launchParams, word } from '../../js-bridge/launch.mjs';
import { fakeWebApp, fakeWindow } from './fake_window.mjs';

const user = encodeURIComponent(encodeURIComponent('{"id":42,"first_name":"Ada"}'));
const theme = encodeURIComponent('{"bg_color":"#17212b"}');
const sound = `#tgWebAppData=query_id%3DAA1%26user%3D${user}%26start_param%3Dp_cola&tgWebAppVersion=9.6&tgWebAppPlatform=ios` +
  `&tgWebAppThemeParams=${theme}`;

test('an address as clients write it', () => {
  const { initData, ...rest } = launchParams({ hash: sound, search: '' });

  assert.deepEqual(rest, {
    inside: true, version: '9.6', platform: 'ios', theme: { bg_color: '#17212b' }, user: { id: 42, first_name: 'Ada' },
    botInline: false, fullscreen: false, startParam: 'p_cola', launchId: 'AA1',
  });
  assert.match(initData, /^query_id=AA1&user=/);
});

test('the app’s own part of the hash may stand before, and the start parameter in the query', () => {
  const { version, startParam } = launchParams({ hash: `#/home?${sound.slice(1)}`, search: '?tgWebAppStartParam=t_7' });

  assert.deepEqual([version, startParam], ['9.6', 't_7']);
});

/**
 * What the app is told at its start.
 * @param {{ hash?: string, search?: string, sessionStorage?: any }} page @param {Record<string, any>} [telegram] of the script's client
 */
function startedOn({ sessionStorage, ...page }, telegram) {
  const { window } = fakeWindow(page);
  window.sessionStorage = sessionStorage;
  /** @type {Record<string, any>[]} */
  const events = [];
  createHost({ webApp: telegram && fakeWebApp(telegram).webApp, window, emit: (event) => events.push(event) }).start();
  const [{ on, telegram: told }] = events;
  assert.equal(on, 'started');
  return told;
}

/** Nothing that the program would refuse with the whole message. @param {Record<string, any>} told @param {string} of */
function assertReadable({ startParam, user, theme: { dark, ...colours }, ...told }, of) {
  const { platform, version, language, launchId } = told;
  for (const text of [platform, version, language, launchId, user.id, user.firstName, user.lastName]) {
    assert.ok(typeof text === 'string' && text.length <= 200 && !/\p{Cs}/u.test(text), `${of}: ${JSON.stringify(text)}`);
  }
  assert.match(startParam, /^([\w-]{0,512}|!)$/, of);
  assert.equal(typeof dark, 'boolean', of);
  for (const colour of Object.values(colours)) assert.match(colour, /^#[0-9a-f]{6}$/, of);
  for (const inset of Object.values(told.insets)) assert.ok(Number.isInteger(inset), of);
}

/** Lehmer's generator: the same damage each time. @param {number} seed */
function chance(seed) {
  let state = seed;
  return (/** @type {number} */ below) => (state = (state * 48271) % 2147483647) % below;
}

test('damage of any kind leaves texts and objects, never a slip', () => {
  const draw = chance(7);
  const pieces = ['%', '%ff', '&', '=', '#', '?', 'tgWebAppVersion=', '{', '"', '\u0000', '🍔', '[]', 'null', 'user=%7B', '%25', '+'];
  for (let round = 0; round < 20000; round++) {
    let hash = sound;
    for (let left = 1 + draw(4); left > 0; left--) {
      const at = draw(hash.length + 1);
      const piece = draw(3) ? pieces[draw(pieces.length)] : hash.slice(draw(hash.length + 1)).slice(0, 20);
      hash = hash.slice(0, at) + piece + hash.slice(at + draw(12));
    }

    const told = launchParams({ hash, search: `?${hash.slice(draw(hash.length + 1))}` });
    const { inside, botInline, fullscreen, theme: colours, user: person, ...texts } = told;

    assert.deepEqual(
      [...[inside, botInline, fullscreen].map((flag) => typeof flag), ...[colours, person].map((value) => value === undefined || typeof value === 'object'),
        ...Object.values(texts).map((text) => typeof text)],
      ['boolean', 'boolean', 'boolean', true, true, 'string', 'string', 'string', 'string', 'string'], hash);
    if (round % 10 === 0) assertReadable(startedOn({ hash, search: `?${hash}` }), hash);
  }
});

/** @type {any[]} */
const hostile = [
  'x'.repeat(201), 'x'.repeat(199) + '🍔', '🍔'.repeat(101), '\ud83d', '\udc54\ud83d', 'a\ud83db', [1], [[]], {}, { toString: 1, valueOf: 1 },
  null, true, 0, -1.5, 1e300, '', 'x'.repeat(513), '\u0000',
];

test('whatever the client says of itself, the app starts', () => {
  for (const bad of hostile) {
    const of = JSON.stringify(bad).slice(0, 40);
    const person = { id: bad, first_name: bad, last_name: bad, language_code: bad };
    const colours = { bg_color: bad, text_color: bad };
    const data = new URLSearchParams({ user: JSON.stringify(person), start_param: String(of), hash: typeof bad === 'string' ? bad : of });
    const hash = '#' + new URLSearchParams({
      tgWebAppVersion: typeof bad === 'string' ? bad : of, tgWebAppPlatform: typeof bad === 'string' ? bad : of,
      tgWebAppThemeParams: JSON.stringify(colours), tgWebAppData: String(data),
    });

    assertReadable(startedOn({ hash, search: `?tgWebAppStartParam=${of}` }), `hash ${of}`);
    assertReadable(startedOn({ hash }, {
      initDataUnsafe: { user: person, start_param: bad }, themeParams: colours, platform: bad, version: bad,
      safeAreaInset: { top: bad, bottom: bad }, contentSafeAreaInset: bad,
    }), `client ${of}`);
    assertReadable(startedOn({ hash }, { initDataUnsafe: bad, themeParams: bad, initDataHash: bad }), `objects ${of}`);
    assertReadable(startedOn({}, { initDataUnsafe: { user: bad } }), `user ${of}`);
  }
});

test('what can be told of a name is told', () => {
  const words = ['Ada', 42, 0, 'x'.repeat(201), 'x'.repeat(199) + '🍔', 'a\ud83d🍔', null, undefined, [1], { toString: 1, valueOf: 1 }].map((value) => word(value));

  assert.deepEqual(words, ['Ada', '42', '0', 'x'.repeat(200), 'x'.repeat(199), 'a🍔', '', '', '', '']);
});

test('a start parameter is a text', () => {
  const told = [['p_cola'], 'p_cola', 'x'.repeat(512), 'x'.repeat(513)].map((start) => startedOn({}, { initDataUnsafe: { start_param: start } }).startParam);

  assert.deepEqual(told, ['!', 'p_cola', 'x'.repeat(512), '!']);
});

test('the launch’s objects hold nothing but words and numbers, for the page that reads them before the host', () => {
  const data = encodeURIComponent(`user=${encodeURIComponent('{"id":42,"language_code":{"toString":1},"first_name":[1],"last_name":null}')}`);

  assert.deepEqual(launchParams({ hash: `#tgWebAppData=${data}`, search: '' }).user, { id: 42, last_name: null });
});

/** One tab's storage. */
function tabStorage() {
  /** @type {Map<string, string>} */
  const held = new Map([['telegram-apps', 'theirs']]);
  return {
    held, getItem: (/** @type {string} */ key) => held.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ value) => void held.set(key, value),
  };
}

test('a page restored without its hash, or with the app’s own part alone, is still the launch that it was', () => {
  const sessionStorage = tabStorage();
  const first = startedOn({ hash: `${sound}&tgWebAppBotInline=1&tgWebAppFullscreen=1`, sessionStorage });

  for (const hash of ['', '#/orders', '#a=b']) assert.deepEqual(startedOn({ hash, sessionStorage }), first, hash);
  const { launchId, user, can, fullscreen } = first;
  assert.deepEqual([launchId, user.firstName, can.insideTelegram, can.inlineQueries, fullscreen], ['AA1', 'Ada', true, true, true]);
  assert.deepEqual([...sessionStorage.held.keys()], ['telegram-apps', 'kiosk:launch']);
});

test('a hash that came counts, whatever was kept', () => {
  const sessionStorage = tabStorage();
  startedOn({ hash: `${sound}&tgWebAppBotInline=1`, sessionStorage });

  const second = startedOn({ hash: '#tgWebAppVersion=8.0&tgWebAppData=query_id%3DAA2', sessionStorage });
  const restored = startedOn({ sessionStorage });

  assert.deepEqual([second.launchId, second.version, second.can.inlineQueries, second.user.firstName], ['AA2', '8.0', false, '']);
  assert.deepEqual(restored, second);
});

test('outside of Telegram nothing is kept, and a storage that throws or is lost changes nothing', () => {
  const sessionStorage = tabStorage();
  const angry = { getItem() { throw new Error('SecurityError'); }, setItem() { throw new Error('QuotaExceededError'); } };
  const blocked = { location: { hash: sound, search: '' }, get sessionStorage() { throw new Error('SecurityError'); } };
  const outside = startedOn({ hash: '#tgWebAppPlatform=ios', sessionStorage });
  const inside = startedOn({ hash: sound, sessionStorage: tabStorage() });

  assert.deepEqual([outside.can.insideTelegram, outside.platform, sessionStorage.held.size], [false, 'ios', 1]);
  for (const storage of [angry, undefined, null, {}]) {
    assert.deepEqual(startedOn({ hash: '#tgWebAppPlatform=ios', sessionStorage: storage }), outside);
    assert.deepEqual(startedOn({ hash: sound, sessionStorage: storage }), inside);
  }
  assert.equal(launchParams(blocked.location, blocked).launchId, 'AA1');
});

test('documents are the user’s of this launch, whoever the script remembers', () => {
  const script = fakeWebApp().webApp;   // Of user 42.
  const ownerOn = (/** @type {string} */ hash, /** @type {any} */ sessionStorage = undefined) => {
    const { window } = fakeWindow({ hash });
    return createHost({ webApp: script, window: Object.assign(window, { sessionStorage }), emit: () => {} }).owner;
  };
  const of = (/** @type {any} */ id) => `#tgWebAppVersion=8.0&tgWebAppData=${encodeURIComponent(`user=${JSON.stringify({ id })}`)}`;
  const tab = tabStorage();

  assert.deepEqual([of(7), of('7'), of(0), of(null), of({}), of('x'.repeat(300)), '#tgWebAppVersion=8.0', ''].map((hash) => ownerOn(hash)),
    [':7', ':7', ':0', '', '', `:${'x'.repeat(200)}`, '', '']);
  assert.deepEqual([ownerOn(of(7), tab), ownerOn('', tab), ownerOn('#tgWebAppVersion=8.0', tab)], [':7', ':7', '']);
});
