// Pictures by URL, between a program that draws frames and a network that takes its time.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as elsewhere } from 'node:timers/promises';
import { loadLibrary } from './library.mjs';

const retryMs = 30_000;

/** Everything that is under way comes to its end. */
async function settle() {
  for (let turns = 0; turns < 50; turns += 1) await elsewhere();
}

/** The GPU: textures by id, and how many bytes of pictures they hold. */
class Gpu {
  bound = 0;
  lost = false;
  /** @type {Record<number, { bytes: number }>} */
  textures = {};
  gl = {
    pixelStorei: () => {},
    texImage2D: (/** @type {any[]} */ ...values) => (this.textures[this.bound].bytes = values.at(-1).width * values.at(-1).height * 4),
  };
  /** @param {number} id */
  bind = (id) => (this.textures[(this.bound = id)] ??= { bytes: 0 });
  /** @param {number} id */
  drop = (id) => delete this.textures[id];
  bytes = () => Object.values(this.textures).reduce((sum, { bytes }) => sum + bytes, 0);
}

/** A browser whose every picture has that size. @param {{ width: number, height: number }} size */
function browser(size) {
  const gpu = new Gpu();
  const time = { now: 1 };
  const counters = { frames: 0 };
  const decoded = { pixels: 0, most: 0 };
  /** @type {Record<string, ((status: number) => void)[]>} */
  const asked = {};
  const bitmap = (/** @type {number} */ width, /** @type {number} */ height) => {
    decoded.pixels += width * height;
    decoded.most = Math.max(decoded.most, decoded.pixels);
    return { width, height, close: () => (decoded.pixels -= width * height) };
  };
  const library = loadLibrary(['images.js'], {
    kioskGl: gpu,
    kioskCounters: counters,
    kioskEnter: () => {},
    _kiosk_picture_arrived: null,
    kioskText: (/** @type {string} */ text) => text,
    performance: { now: () => time.now },
    createImageBitmap: async (/** @type {any[]} */ ...values) => {
      await elsewhere();
      if (values[0] === 'broken') throw new Error('not a picture');
      return values[5] ? bitmap(values[5].resizeWidth, values[5].resizeHeight) : bitmap(size.width, size.height);
    },
    fetch: (/** @type {string} */ url) =>
      new Promise((resolve) => (asked[url] ??= []).push((status) => resolve({ ok: status === 200, blob: async () => url }))),
  });
  /** @type {Map<string, number>} */
  const handles = new Map();
  /** A frame with these pictures in it. @param {string[]} urls @returns {string[]} those that are there */
  const draw = (...urls) => {
    const there = urls.filter((url) => {
      if (!handles.has(url)) handles.set(url, library.kiosk_picture_open(url, 0, 300, 200));
      return library.kiosk_picture_ready(handles.get(url)) > 0;
    });
    counters.frames += 1;
    return there;
  };
  /** The network's answer to all that it was asked for by now. */
  const answer = async (status = 200) => {
    for (const waiting of Object.values(asked)) waiting.splice(0).forEach((reply) => reply(status));
    await settle();
  };
  return { gpu, time, decoded, asked, draw, answer };
}

test('a picture is asked for once and is there when it has come', async () => {
  const { draw, answer, asked, gpu } = browser({ width: 900, height: 600 });
  const before = [draw('a'), draw('a')];
  const questions = asked.a.length;
  await answer();

  assert.deepEqual([before, questions, draw('a'), gpu.bytes()], [[[], []], 1, ['a'], 300 * 200 * 4]);
});

test('a picture smaller than its place keeps its size, cut to the place’s shape', async () => {
  const { draw, answer, gpu } = browser({ width: 90, height: 90 });
  draw('a');
  await answer();

  assert.equal(gpu.bytes(), 90 * 60 * 4);
});

test('what has scrolled by before its turn is not loaded, until it is drawn again', async () => {
  const { draw, answer, asked } = browser({ width: 300, height: 200 });
  const passing = Array.from({ length: 40 }, (_, index) => `passing ${index}`);
  draw(...passing);
  draw('last', 'passing 39');
  await answer();
  await answer();
  const loaded = Object.keys(asked);
  draw('passing 20');

  assert.deepEqual(loaded, [...passing.slice(0, 6), 'passing 39', 'last']);
  assert.ok(asked['passing 20']);
});

test('however many large pictures come at once, one is whole in memory', async () => {
  const { draw, answer, decoded } = browser({ width: 6000, height: 4000 });
  draw('a', 'b', 'broken', 'c', 'd');
  await answer();
  const there = draw('a', 'b', 'broken', 'c', 'd');

  assert.deepEqual([there, decoded.most <= 6000 * 4000 + 5 * 300 * 200, decoded.pixels], [['a', 'b', 'c', 'd'], true, 0]);
});

test('a failure is tried again when it is drawn later, not before', async () => {
  const { draw, answer, asked, time } = browser({ width: 300, height: 200 });
  draw('a');
  await answer(404);
  draw('a');
  time.now += retryMs - 10;
  draw('a');
  const early = asked.a.length;
  time.now += 20;
  draw('a');
  await answer();

  assert.deepEqual([early, draw('a')], [0, ['a']]);
});

test('pictures take 64 MiB at most: those drawn longest ago go, and come again', async () => {
  const { draw, answer, gpu } = browser({ width: 300, height: 200 });
  const many = Array.from({ length: 400 }, (_, index) => `${index}`);
  let most = 0;
  for (const url of many) {
    draw('first', url);
    await answer();
    most = Math.max(most, gpu.bytes());
  }
  const kept = draw('first', '0', '399');
  await answer();

  assert.deepEqual([most <= 64 << 20, most > 60 << 20, kept, draw('0')], [true, true, ['first', '399'], ['0']]);
});

test('a lost context takes every picture, also those on their way, and drawing brings them back', async () => {
  const { draw, answer, gpu, decoded } = browser({ width: 300, height: 200 });
  draw('a', 'b');
  await answer();
  draw('a', 'b', 'late');
  gpu.lost = true;
  gpu.textures = {};
  await answer();
  gpu.lost = false;
  const after = draw('a', 'b', 'late');
  await answer();

  assert.deepEqual([after, draw('a', 'b', 'late'), decoded.pixels], [[], ['a', 'b', 'late'], 0]);
});
