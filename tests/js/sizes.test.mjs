// Traces of the viewport while an on-screen keyboard comes and goes, as iOS, Android and Telegram's own slips make them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadLibrary } from './library.mjs';

/**
 * @typedef {object} Moment what the browser says then, where it differs from the moment before
 * @property {boolean} [typing]
 * @property {number} [stage] height
 * @property {number} [shown] the visual viewport's height
 * @property {number} [panned] its offset from the top
 * @property {number} [later] ms since
 */

/** What the program is told: [height, covered by the keyboard], and the lowest canvas on the way. @param {Moment[]} trace */
function replay(...trace) {
  const stage = { clientWidth: 390, clientHeight: 640 };
  const canvas = { width: 0, height: 0, style: {} };
  const viewport = { offsetTop: 0, height: 640 };
  let [now, typing, lowest] = [1000, false, Infinity];
  /** @type {number[][]} */
  const told = [];
  const { kioskSizes } = loadLibrary(['sizes.js'], {
    Module: { host: { stage, canvas } },
    window: { visualViewport: viewport },
    performance: { now: () => now },
    devicePixelRatio: 2,
    kioskMirror: { typing: () => typing },
    kioskEnter: (/** @type {any} */ _, /** @type {number[]} */ ...[, height, , covered]) => told.push([height, covered]),
    _kiosk_resize: null,
  });
  for (const moment of [{}, ...trace]) {
    if (typing && moment.typing === false) kioskSizes.settled = now + 500;
    typing = moment.typing ?? typing;
    stage.clientHeight = moment.stage ?? stage.clientHeight;
    viewport.height = moment.shown ?? viewport.height;
    viewport.offsetTop = moment.panned ?? viewport.offsetTop;
    now += moment.later ?? 16;
    kioskSizes.measure();
    lowest = Math.min(lowest, canvas.height);
  }
  return { told, lowest };
}

const rest = [640, 0];

test('a keyboard that shrinks the viewport covers what it took, and gives it back', () => {
  const { told, lowest } = replay({ typing: true }, { shown: 480 }, { shown: 340 }, { typing: false }, { shown: 640 });

  assert.deepEqual([told, lowest], [[rest, [640, 160], [640, 300], rest], 1280]);
});

test('a viewport that iOS pans instead is covered below its lower edge only', () => {
  const { told } = replay({ typing: true }, { shown: 340 }, { panned: 200 }, { panned: 300 }, { typing: false, shown: 640, panned: 0 });

  assert.deepEqual(told, [rest, [640, 300], [640, 100], rest]);
});

test('a view of one pixel is a slip: canvas and keyboard stay as they were', () => {
  const { told, lowest } = replay({ typing: true }, { stage: 340, shown: 340 }, { stage: 1, shown: 1 }, { stage: 340, shown: 340 });

  assert.deepEqual([told, lowest], [[rest, [640, 300]], 1280]);
});

test('a page that its client shrinks for the keyboard keeps its canvas, also until the height comes back late', () => {
  const { told, lowest } = replay({ typing: true }, { stage: 340, shown: 340 }, { typing: false }, { later: 300 }, { stage: 640, shown: 640 });

  assert.deepEqual([told, lowest], [[rest, [640, 300], rest], 1280]);
});

test('what stays lower long after the keyboard is the new size', () => {
  const { told } = replay({ typing: true }, { stage: 340, shown: 340 }, { typing: false }, { later: 600 });

  assert.deepEqual(told.at(-1), [340, 0]);
});
