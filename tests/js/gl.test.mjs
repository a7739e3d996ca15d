// A lost context, and the page's patience with it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadLibrary } from './library.mjs';

/** A page that has just lost its context: timers wait for run(), listeners for show(). */
function lostPage() {
  /** @type {(() => void)[]} */
  let timers = [];
  /** @type {Set<() => void>} */
  let listeners = new Set();
  const document = {
    hidden: false,
    addEventListener: (/** @type {string} */ _, /** @type {() => void} */ listener) => listeners.add(listener),
  };
  const { kioskGl } = loadLibrary(['gl.js'], { document, setTimeout: (/** @type {() => void} */ action) => timers.push(action) });
  const page = {
    replaced: 0,
    gl: kioskGl,
    waiting: () => [timers.length, listeners.size],
    run: () => timers.splice(0).forEach((action) => action()),
    /** @param {boolean} hidden */
    turn: (hidden) => {
      document.hidden = hidden;
      const once = [...listeners];
      listeners.clear();
      once.forEach((listener) => listener());
    },
  };
  kioskGl.replaceCanvas = () => {
    page.replaced += 1;
    kioskGl.lost = false;
  };
  kioskGl.onLost({ preventDefault: () => {} });
  return page;
}

test('a context that does not come back is replaced while somebody looks', () => {
  const page = lostPage();
  page.run();

  assert.deepEqual([page.replaced, page.waiting()], [1, [0, 0]]);
});

test('a hidden page is not woken by its lost context, and replaces it when it is seen again', () => {
  const page = lostPage();
  page.turn(true);
  page.run();
  const asleep = page.waiting();
  page.turn(false);
  page.run();

  assert.deepEqual([asleep, page.replaced, page.waiting()], [[0, 1], 1, [0, 0]]);
});

test('a context that came back in time stays', () => {
  const page = lostPage();
  page.gl.lost = false;
  page.run();

  assert.equal(page.replaced, 0);
});
