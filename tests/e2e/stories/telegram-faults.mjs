// Single faults of clients through the bundle as it ships: the call ends once, and the next one works.
import assert from 'node:assert/strict';
import { methodScenarios } from '../../js/telegram_scenarios.mjs';
import { Examiner } from '../support/examiner.mjs';
import { story } from '../support/harness.mjs';

/** @type {[fault: string, path: string, outcome: string, after?: import('../../js/telegram_scenarios.mjs').Step[]][]} */
const cases = [
  ['silent-popup', 'showAlert', 'timedOut'],
  ['popup-no-payload', 'showConfirm', 'values', [['>answerPopup', null]]],
  ['camera-denied', 'showScanQrPopup', 'values', []],
  ['qr-without-event', 'showScanQrPopup', 'timedOut', []],
  ['clipboard-silent', 'readTextFromClipboard', 'timedOut'],
  ['clipboard-attachment-only', 'readTextFromClipboard', 'values'],
  ['invoice-silent-on-cancel', 'openInvoice', 'timedOut', [['>closeInvoice', 'cancelled']]],
  ['cloud-storage-silent', 'CloudStorage.setItem', 'timedOut'],
  ['cloud-storage-invalid', 'CloudStorage.setItem', 'refused'],
  ['device-storage-unsupported', 'DeviceStorage.setItem', 'unsupported'],
  ['device-storage-silent', 'DeviceStorage.setItem', 'timedOut'],
  ['secure-storage-silent', 'SecureStorage.setItem', 'timedOut'],
  ['secure-storage-unsupported', 'SecureStorage.setItem', 'unsupported'],
  ['fullscreen-silent', 'requestFullscreen', 'timedOut'],
  ['fullscreen-unsupported', 'requestFullscreen', 'unsupported'],
  ['request-chat-silent', 'requestChat', 'timedOut'],
  ['sensors-unsupported', 'Gyroscope.start', 'unsupported'],
  ['home-screen-unsupported', 'addToHomeScreen', 'unsupported', []],
  ['download-not-approved', 'downloadFile', 'values', []],
  ['double-answers', 'requestWriteAccess', 'values'],
  ['double-answers', 'CloudStorage.getKeys', 'values'],
  ['answers-out-of-order', 'CloudStorage.setItem', 'values'],
  ['js-literal-payloads', 'requestEmojiStatusAccess', 'values'],
  ['hostile-events', 'checkHomeScreenStatus', 'values'],
];

story('whatever a client does wrong, a call ends once and can be made again', async (t) => {
  const examiner = await Examiner.open(t, { profile: 'android' });
  const launch = { profile: 'android', version: '9.6', transport: 'native', botInline: true };
  examiner.isHolding = true;
  /** @type {string[]} */
  const ends = [];
  for (const [fault, path, , after] of cases) {
    const { fields, before = [], after: usual = [] } = methodScenarios[path];
    await examiner.relaunch(launch);
    await examiner.app.host('setFault', fault, true);
    await examiner.walk(before);
    const request = await examiner.send(path, fields);
    await examiner.walk(after ?? usual);
    await examiner.outlast(request);
    const { outcome } = await examiner.answer(request);
    await examiner.app.host('setFault', fault, false);

    const again = await examiner.drive(path).catch((error) => ({ outcome: error.message }));

    ends.push(`${fault}: ${path} ${outcome}, then ${again.outcome}`);
  }
  assert.deepEqual(ends, cases.map(([fault, path, outcome]) => `${fault}: ${path} ${outcome}, then values`));
});
