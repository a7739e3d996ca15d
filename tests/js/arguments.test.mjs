// js-bridge/arguments.mjs by the rows of src/telegram/parameters.inc: limits of Telegram's documents and of its script.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { argumentsOf } from '../../js-bridge/arguments.mjs';
import { callOf, events, methods } from './manifest.mjs';

const names = events.map(({ event }) => event);
/** @param {string} path @param {any[]} fields */
const build = (path, fields) => argumentsOf(callOf(path).parameters, fields, names);
/** @param {string} path @param {any[]} fields */
function verdict(path, fields) {
  try {
    build(path, fields);
    return 'ok';
  } catch (error) {
    return /** @type {Error} */ (error).message;
  }
}
/** @param {[string, any[], string][]} cases */
function expect(cases) {
  for (const [path, fields, expected] of cases) assert.equal(verdict(path, fields), expected, `${path} ${JSON.stringify(fields)}`);
}
const button = (/** @type {string} */ type, /** @type {string} */ text) => ({ id: 'a', type, text });

test('every method refuses more than it takes', () => {
  for (const { path } of methods) {
    const count = callOf(path).parameters.split('\n').length - 1;

    assert.equal(verdict(path, Array(count + 1).fill(null)), `BadArgument ${count}`, path);
  }
});

test('every required field is missed', () => {
  for (const { path } of methods) {
    const required = callOf(path).parameters.split('\n').find((line) => line.split(' ')[1] === 'Required');

    assert.equal(verdict(path, []), required ? `BadArgument ${required.split(' ')[0]}` : 'ok', path);
  }
});

test('texts have the client’s limits, counted as it counts', () => {
  expect([
    ['showAlert', ['x'.repeat(256)], 'ok'],
    ['showAlert', [`  ${'x'.repeat(256)}\n`], 'ok'],
    ['showAlert', ['x'.repeat(257)], 'TooLong 0'],
    ['showAlert', ['🍔'.repeat(128)], 'ok'],
    ['showAlert', ['🍔'.repeat(129)], 'TooLong 0'],
    ['showAlert', [' '], 'BadArgument 0'],
    ['showAlert', [7], 'BadArgument 0'],
    ['sendData', ['é'.repeat(2048)], 'ok'],
    ['sendData', ['é'.repeat(2049)], 'TooLong 0'],
    ['sendData', [''], 'BadArgument 0'],
    ['BiometricManager.updateBiometricToken', [''], 'ok'],
    ['BiometricManager.updateBiometricToken', ['t'.repeat(1025)], 'TooLong 0'],
    ['CloudStorage.setItem', ['cart-1', 'v'.repeat(4096)], 'ok'],
    ['CloudStorage.setItem', ['cart-1', 'v'.repeat(4097)], 'TooLong 1'],
    ['CloudStorage.setItem', ['cart.1', ''], 'BadArgument 0'],
    ['CloudStorage.getItems', [['a', 'b c']], 'BadArgument 0'],
    ['CloudStorage.getItems', [['a', 'b']], 'ok'],
    ['CloudStorage.getItems', ['a'], 'BadArgument 0'],
    ['MainButton.setText', ['x'.repeat(65)], 'TooLong 0'],
  ]);
});

test('links go where they may', () => {
  expect([
    ['openLink', ['https://shop.example/a?b#c'], 'ok'],
    ['openLink', ['javascript:alert(1)'], 'BadArgument 0'],
    ['openLink', ['https://'], 'BadArgument 0'],
    ['openLink', ['https://a b'], 'BadArgument 0'],
    ['downloadFile', ['http://shop.example/r.pdf', 'r.pdf'], 'BadArgument 0.url'],
    ['downloadFile', ['https://shop.example/r.pdf', 'r.pdf'], 'ok'],
    ['openTelegramLink', ['https://t.me/kiosk_bot?startapp=1'], 'ok'],
    ['openTelegramLink', ['https://t.me.evil.example/x'], 'BadArgument 0'],
    ['openTelegramLink', ['https://evil.example/t.me'], 'BadArgument 0'],
    ['openInvoice', ['https://t.me/$Ab_c-1='], 'ok'],
    ['openInvoice', ['https://t.me/invoice/Ab'], 'ok'],
    ['openInvoice', ['https://t.me/$'], 'BadArgument 0'],
    ['openInvoice', ['https://shop.example/$Ab'], 'BadArgument 0'],
  ]);
});

test('colours, words and numbers are those that the client knows', () => {
  expect([
    ['setHeaderColor', ['bg_color'], 'ok'],
    ['setHeaderColor', ['#FfF'], 'ok'],
    ['setHeaderColor', ['rgb(1, 2,3)'], 'ok'],
    ['setHeaderColor', ['rgba(1,2,3,.5)'], 'ok'],
    ['setHeaderColor', ['rgb(1,2)'], 'BadArgument 0'],
    ['setHeaderColor', ['#ffff'], 'BadArgument 0'],
    ['setHeaderColor', ['red'], 'BadArgument 0'],
    ['setHeaderColor', [false], 'BadArgument 0'],
    ['MainButton.setParams', [null, false], 'ok'],
    ['HapticFeedback.impactOccurred', ['soft'], 'ok'],
    ['HapticFeedback.impactOccurred', ['sof'], 'BadArgument 0'],
    ['HapticFeedback.impactOccurred', [''], 'BadArgument 0'],
    ['switchInlineQuery', ['', ['users', 'bots']], 'ok'],
    ['switchInlineQuery', ['', ['aliens']], 'BadArgument 1'],
    ['Accelerometer.start', [20], 'ok'],
    ['Accelerometer.start', [19], 'BadArgument 0.refresh_rate'],
    ['Accelerometer.start', [20.5], 'BadArgument 0.refresh_rate'],
    ['openLink', ['https://shop.example', 1], 'BadArgument 1.try_instant_view'],
    ['onEvent', ['qrTextReceived'], 'ok'],
    ['onEvent', ['popup_closed'], 'BadArgument 0'],
    ['invokeCustomMethod', ['getStorageKeys', []], 'BadArgument 1'],
    ['Serverless.call', ['place_order'], 'ok'],
    ['Serverless.call', ['1order'], 'BadArgument 0'],
  ]);
});

test('buttons need their texts', () => {
  expect([
    ['showPopup', ['T', 'M', [button('default', 'Yes'), button('cancel', '')]], 'ok'],
    ['showPopup', ['T', 'M', [button('default', '')]], 'BadArgument 0.buttons'],
    ['showPopup', ['T', 'M', [button('round', 'Yes')]], 'BadArgument 0.buttons'],
    ['showPopup', ['T', 'M', []], 'BadArgument 0.buttons'],
    ['showPopup', ['T', 'M', Array(4).fill(button('ok', ''))], 'TooLong 0.buttons'],
    ['MainButton.setParams', [' '], 'BadArgument 0.text'],
    ['MainButton.setParams', ['', null, null, null, null, null, '5368324170671202286'], 'ok'],
    ['SecondaryButton.setParams', ['Hm', null, null, null, 'middle'], 'BadArgument 0.position'],
  ]);
});

test('arguments are built from their places', () => {
  assert.deepEqual(
    build('shareToStory', ['https://a.example', 'Lunch', 'https://shop.example']),
    ['https://a.example', { text: 'Lunch', widget_link: { url: 'https://shop.example' } }]);
  assert.deepEqual(build('Gyroscope.start', []), [{}]);
  assert.deepEqual(build('switchInlineQuery', ['q']), ['q', undefined]);
  assert.deepEqual(build('ready', []), []);
});

test('fields of any shape are refused or fit, never a slip', () => {
  const odd = [null, true, -1, 1e300, '', 'x'.repeat(9999), [], [[]], [null], {}, { id: 7, text: null }, [{ id: 7 }], [{ text: [] }]];
  for (const { path } of methods) {
    const count = callOf(path).parameters.split('\n').length - 1;
    for (const first of [...odd, 'text']) {
      for (const second of odd) assert.match(verdict(path, [first, second, second].slice(0, count)), /^(ok|(BadArgument|TooLong) [\d.\w]+)$/, path);
    }
  }
});
