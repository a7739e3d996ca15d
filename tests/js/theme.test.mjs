import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completeTheme, contrast, parseColour } from '../../js-bridge/theme.mjs';

test('colours are read in every form that clients send, and nothing else', () => {
  const read = ['#FFF', '#2481CC', 'rgb(1, 2, 3)', 'rgba(300, 0, 0, .5)', '-16777216', -1, 'red', null, ['#ffffff'], { toString: 1, valueOf: 1 }]
    .map(parseColour);

  assert.deepEqual(read.slice(0, 4), ['#ffffff', '#2481cc', '#010203', '#ff0000']);
  assert.deepEqual(read.slice(4), Array(6).fill(undefined));
});

test('a client that names one dark colour gets a whole dark theme around it', () => {
  const theme = completeTheme({ bg_color: '#101010', unknown_color: '#123456' }, false);

  assert.deepEqual([theme.dark, theme.bg, theme.sectionBg, theme.bottomBarBg, Object.keys(theme).length],
    [true, '#101010', '#101010', '#101010', 16]);
});

test('good colours are left as they are', () => {
  const theme = completeTheme({ bg_color: '#ffffff', text_color: '#222222', button_color: '#2481cc' }, true);

  assert.deepEqual([theme.dark, theme.text], [false, '#222222']);
});

test('in any theme every ink is readable on every ground that it is written on', () => {
  let seed = 1;
  const random = () => (seed = (seed * 48271) % 2147483647);
  const keys = ['bg', 'text', 'hint', 'link', 'button', 'button_text', 'secondary_bg', 'accent_text', 'subtitle_text',
    'section_header_text', 'destructive_text'];
  let worst = 21;
  for (let round = 0; round < 500; round++) {
    const params = Object.fromEntries(keys.map((key) => [`${key}_color`, '#' + (random() % 0x1000000).toString(16).padStart(6, '0')]));
    // Grounds of one theme are alike; inks are anything.
    params.secondary_bg_color = params.section_bg_color = params.bg_color;
    const theme = /** @type {Record<string, string>} */ (completeTheme(params, false));
    for (const ink of ['text', 'hint', 'link', 'accentText', 'subtitleText', 'sectionHeaderText', 'destructiveText']) {
      worst = Math.min(worst, contrast(theme[ink], theme.bg));
    }
    worst = Math.min(worst, contrast(theme.button, theme.buttonText));
  }

  assert.ok(worst >= 4.5, `worst contrast ${worst}`);
});
