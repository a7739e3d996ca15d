// Telegram's 15 theme colours: parsed with suspicion, completed, and moved apart where text would be hard to read.

import { word } from './launch.mjs';

/** @typedef {Record<string, string>} Colours */

const light = {
  bg: '#ffffff', text: '#000000', hint: '#707579', link: '#2481cc', button: '#2481cc', buttonText: '#ffffff',
  secondaryBg: '#efeff3', sectionSeparator: '#e3e3e4', destructiveText: '#df3f40',
};
const dark = {
  bg: '#17212b', text: '#f5f5f5', hint: '#8e9aa6', link: '#6ab3f3', button: '#3a7fb8', buttonText: '#ffffff',
  secondaryBg: '#0e1621', sectionSeparator: '#101921', destructiveText: '#ff6b6b',
};
// Keys that older clients do not send, by the key that stands in for each.
const standIns = [
  ['sectionBg', 'bg'], ['headerBg', 'secondaryBg'], ['bottomBarBg', 'bg'], ['accentText', 'link'],
  ['subtitleText', 'hint'], ['sectionHeaderText', 'hint'],
];
// Ink and the grounds it is written on.
/** @type {[string, string[]][]} */
const written = [
  ['text', ['bg', 'secondaryBg', 'sectionBg']], ['hint', ['bg', 'secondaryBg', 'sectionBg']],
  ['link', ['bg', 'sectionBg']], ['accentText', ['bg', 'sectionBg']], ['subtitleText', ['bg', 'sectionBg']],
  ['sectionHeaderText', ['bg', 'secondaryBg']], ['destructiveText', ['bg', 'sectionBg']],
];
const enough = 4.5;

/** @param {string} key */
const camel = (key) => key.replace(/_color$/, '').replace(/_(\w)/g, (_, letter) => letter.toUpperCase());

/** '#rrggbb' or nothing: clients have sent numbers, negative ones too. @param {unknown} value */
export function parseColour(value) {
  const text = word(value).trim().toLowerCase();
  if (/^#[0-9a-f]{6}$/.test(text)) return text;
  if (/^#[0-9a-f]{3}$/.test(text)) return '#' + [...text.slice(1)].map((digit) => digit + digit).join('');
  const parts = /^rgba?\((\d+), ?(\d+), ?(\d+)/.exec(text);
  return parts ? toText(parts.slice(1).map((part) => Math.min(255, +part))) : undefined;
}

/** @param {string} colour */
const channels = (colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
/** @param {number[]} rgb */
const toText = (rgb) => '#' + rgb.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('');

/** WCAG's relative luminance. @param {string} colour */
function luminance(colour) {
  const [red, green, blue] = channels(colour).map((value) => {
    const part = value / 255;
    return part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4;
  });
  return .2126 * red + .7152 * green + .0722 * blue;
}

/** @param {string} a @param {string} b */
export function contrast(a, b) {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + .05) / (low + .05);
}

/** Telegram's own rule. @param {string} colour */
const isDark = (colour) => {
  const [red, green, blue] = channels(colour);
  return Math.sqrt(.299 * red * red + .587 * green * green + .114 * blue * blue) < 120;
};

/** The colour, moved towards black or white until it stands out from every other. @param {string} colour @param {string[]} others */
function apart(colour, others) {
  /** @param {string} candidate */
  const worst = (candidate) => Math.min(...others.map((other) => contrast(candidate, other)));
  if (worst(colour) >= enough) return colour;
  const goal = worst('#000000') > worst('#ffffff') ? 0 : 255;
  const from = channels(colour);
  for (let step = 1; step < 16; step++) {
    const candidate = toText(from.map((value) => value + ((goal - value) * step) / 16));
    if (worst(candidate) >= enough) return candidate;
  }
  return goal ? '#ffffff' : '#000000';
}

/**
 * @param {object | undefined} params as Telegram sends them, `bg_color` and so on
 * @param {boolean} prefersDark of the page, for clients that say nothing
 * @returns {Record<string, string | boolean>} app::Theme
 */
export function completeTheme(params, prefersDark) {
  /** @type {Colours} */
  const given = {};
  for (const [key, value] of Object.entries(params || {})) {
    const colour = parseColour(value);
    if (colour) given[camel(key)] = colour;
  }
  const isNight = given.bg ? isDark(given.bg) : prefersDark;
  /** @type {Colours} */
  const theme = { ...(isNight ? dark : light) };
  for (const key of Object.keys(theme)) theme[key] = given[key] || theme[key];
  for (const [key, standIn] of standIns) theme[key] = given[key] || theme[standIn];
  for (const [ink, grounds] of written) theme[ink] = apart(theme[ink], grounds.map((ground) => theme[ground]));
  // White on a brand's blue stays white: the button gives way.
  theme.button = apart(theme.button, [theme.buttonText]);
  return { dark: isNight, ...theme };
}
