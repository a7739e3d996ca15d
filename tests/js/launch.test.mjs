// js-bridge/launch.mjs on addresses that no client wrote.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { launchParams } from '../../js-bridge/launch.mjs';

const user = encodeURIComponent(encodeURIComponent('{"id":42,"first_name":"Ada"}'));
const theme = encodeURIComponent('{"bg_color":"#17212b"}');
const sound = `#tgWebAppData=query_id%3DAA1%26user%3D${user}%26start_param%3Dp_cola&tgWebAppVersion=9.6&tgWebAppPlatform=ios` +
  `&tgWebAppThemeParams=${theme}`;

test('an address as clients write it', () => {
  const { initData, ...rest } = launchParams({ hash: sound, search: '' });

  assert.deepEqual(rest, {
    inside: true, version: '9.6', platform: 'ios', theme: { bg_color: '#17212b' }, user: { id: 42, first_name: 'Ada' },
    botInline: false, startParam: 'p_cola', launchId: 'AA1',
  });
  assert.match(initData, /^query_id=AA1&user=/);
});

test('the app’s own part of the hash may stand before, and the start parameter in the query', () => {
  const { version, startParam } = launchParams({ hash: `#/home?${sound.slice(1)}`, search: '?tgWebAppStartParam=t_7' });

  assert.deepEqual([version, startParam], ['9.6', 't_7']);
});

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

    const { inside, botInline, theme: colours, user: person, ...texts } = launchParams({ hash, search: `?${hash.slice(draw(hash.length + 1))}` });

    assert.deepEqual(
      [typeof inside, typeof botInline, ...[colours, person].map((value) => value === undefined || typeof value === 'object'),
        ...Object.values(texts).map((text) => typeof text)],
      ['boolean', 'boolean', true, true, 'string', 'string', 'string', 'string', 'string'], hash);
  }
});
