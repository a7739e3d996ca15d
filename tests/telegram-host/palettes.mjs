/**
 * The default day and night palettes of Telegram's clients, all 15 theme keys, as those clients report them to Mini
 * Apps. A client shows only the keys that its version knows; `themeForVersion` drops the rest.
 */
import { compareVersions } from './messages.mjs';

/** @typedef {Record<string, string>} ThemeParams */

const keys = [
  'bg_color',
  'secondary_bg_color',
  'text_color',
  'hint_color',
  'link_color',
  'button_color',
  'button_text_color',
  'header_bg_color',
  'accent_text_color',
  'section_bg_color',
  'section_header_text_color',
  'section_separator_color',
  'subtitle_text_color',
  'destructive_text_color',
  'bottom_bar_bg_color',
];

/** @param {string} colours fifteen of them, in the order of `keys` @returns {ThemeParams} */
const palette = (colours) =>
  Object.fromEntries(colours.split(/\s+/).map((colour, index) => [keys[index], `#${colour}`]));

/** @type {Record<string, Record<'light' | 'dark', ThemeParams>>} */
export const palettes = {
  android: {
    light: palette(
      'ffffff f0f0f0 222222 a8a8a8 2678b6 50a8eb ffffff 527da3 1c93e3 ffffff 3a95d5 d9d9d9 82868a cc2929 f0f0f0',
    ),
    dark: palette(
      '212d3b 151e27 ffffff 7d8b99 5eabe1 50a8eb ffffff 242d39 64b5ef 1d2733 79c4fc 0d1218 7b8790 ee686f 151e27',
    ),
  },
  ios: {
    light: palette(
      'ffffff efeff4 000000 8e8e93 007aff 007aff ffffff f8f8f8 007aff ffffff 6d6d72 c8c7cc 8e8e93 ff3b30 f2f2f2',
    ),
    dark: palette(
      '000000 1c1c1e ffffff 98989e 3e88f7 3e88f7 ffffff 1a1a1a 3e88f7 2c2c2e 8d8e93 545458 98989e eb5545 1d1d1d',
    ),
  },
  macos: {
    light: palette(
      'ffffff efeff3 000000 999999 2481cc 2481cc ffffff efeff3 2481cc ffffff 6d6d71 eaeaea 999999 ff3b30 e4e4e4',
    ),
    dark: palette(
      '18222d 131415 ffffff b1c3d5 62bcf9 2ea6ff ffffff 131415 2ea6ff 18222d b1c3d5 213040 b1c3d5 ef5b5b 213040',
    ),
  },
  tdesktop: {
    light: palette(
      'ffffff f1f1f1 000000 999999 168acd 40a7e3 ffffff ffffff 168acd ffffff 168acd e7e7e7 999999 d14e4e ffffff',
    ),
    dark: palette(
      '17212b 232e3c f5f5f5 708499 6ab3f3 5288c1 ffffff 17212b 6ab2f2 17212b 6ab3f3 111921 708499 ec3942 17212b',
    ),
  },
  web: {
    light: palette(
      'ffffff f4f4f5 000000 707579 3390ec 3390ec ffffff ffffff 3390ec ffffff 707579 dadce0 707579 e53935 ffffff',
    ),
    dark: palette(
      '212121 0f0f0f ffffff aaaaaa 8774e1 8774e1 ffffff 212121 8774e1 212121 aaaaaa 0f0f0f aaaaaa ff595a 212121',
    ),
  },
  custom: {
    light: palette(
      'fff8ec f6e7cf 3a2a1a 8f7a62 b4541a d9622b ffffff fff1da b4541a fffdf8 b4541a ead6b8 8f7a62 c0392b fff1da',
    ),
    dark: palette(
      '1d1426 140d1c f4ecff 9a86b4 c792ff a259ff ffffff 241a30 d0a5ff 241a30 c792ff 362747 9a86b4 ff6b81 1a1122',
    ),
  },
};

export const themeKeys = keys;

/** @type {Record<string, string>} */
const keySince = {
  secondary_bg_color: '6.1',
  header_bg_color: '7.0',
  accent_text_color: '7.0',
  section_bg_color: '7.0',
  section_header_text_color: '7.0',
  subtitle_text_color: '7.0',
  destructive_text_color: '7.0',
  section_separator_color: '7.6',
  bottom_bar_bg_color: '7.10',
};

/** @param {Record<string, any>} params @param {string} version @returns {Record<string, any>} */
export function themeForVersion(params, version) {
  return Object.fromEntries(
    Object.entries(params).filter(([key]) => compareVersions(version, keySince[key] ?? '6.0') >= 0),
  );
}

/** Signed 32-bit ARGB, the form in which some Android builds sent colours. @param {ThemeParams} params */
export function themeAsSignedIntegers(params) {
  return Object.fromEntries(
    Object.entries(params).map(([key, colour]) => [key, 0xff000000 | parseInt(colour.slice(1), 16) | 0]),
  );
}

/** The script's own rule for `colorScheme`. @param {string} colour `#rrggbb` */
export function isDark(colour) {
  const [r, g, b] = [1, 3, 5].map((start) => parseInt(colour.slice(start, start + 2), 16));
  return Math.sqrt(0.299 * r * r + 0.587 * g * g + 0.114 * b * b) < 120;
}
