// Plants one violation of each kind and looks whether the guard sees it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { circle, parseArrows, violations } from './rules.mjs';

const arrows = parseArrows(readFileSync(new URL('../../cmake/arrows.txt', import.meta.url), 'utf8'));

/** @param {string} layer @param {string} text */
const lines = (layer, text) => violations(arrows, layer, text).map((violation) => violation.line);

/** @type {[string, string, string][]} */
const planted = [
  ['a feature includes another', 'polls', '#include "shop/cart.h"'],
  ['a rule includes the app', 'shop', '#include "app/model.h"'],
  ['a view includes the codec', 'ui', '#include "wire/order.h"'],
  ['the app includes JSON', 'app', '#include <nlohmann/json.hpp>'],
  ['a rule includes Dear ImGui', 'orders', '#include <imgui.h>'],
  ['the bridge includes Emscripten', 'bridge', '#include <emscripten.h>'],
  ['a rule reads a clock', 'booking', '#include <chrono>'],
  ['a rule includes <random>', 'games', '#  include <random>'],
  ['the app starts a thread', 'app', '#include <thread>'],
  ['a rule calls rand', 'games', 'int a = rand();'],
  ['a rule calls std::rand', 'games', 'int a = std::rand ();'],
  ['a rule calls time', 'backend', 'auto now = time(nullptr);'],
  ['the server includes the app', 'server', '#include "app/store.h"'],
  ['a way round by ..', 'shop', '#include "../app/model.h"'],
  ['a neighbour without its layer', 'shop', '#include "cart.h"'],
  ['a folder that is no layer', 'misc', '#include "base/ids.h"'],
];

for (const [name, layer, text] of planted) {
  test(`refuses: ${name}`, () => assert.deepEqual(lines(layer, `#include "base/ids.h"\n${text}`).at(-1), layer === 'misc' ? 1 : 2));
}

/** @type {[string, string, string][]} */
const fine = [
  ['its own header', 'shop', '#include "shop/cart.h"'],
  ['an arrow', 'orders', '#include "shop/cart.h"'],
  ['the codec includes JSON', 'wire', '#include <nlohmann/json.hpp>'],
  ['a view includes Dear ImGui', 'ui', '#include "imgui.h"'],
  ['a call in a comment', 'shop', '// never rand() here, nor time(0)\n/* #include <chrono> */'],
  ['a call in a text', 'shop', 'const char* text = "rand()";'],
  ['a word that ends in rand', 'shop', 'brand(); delivery_time(0); slot.time(0);'],
  ['web includes Emscripten', 'web', '#include <emscripten/html5.h>'],
];

for (const [name, layer, text] of fine) {
  test(`allows: ${name}`, () => assert.deepEqual(lines(layer, text), []));
}

test('finds a circle among the arrows', () => {
  assert.equal(circle(arrows), null);
  assert.deepEqual(circle(parseArrows('a: b\nb: c\nc: a')), ['a', 'b', 'c', 'a']);
});
