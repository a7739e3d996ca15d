/**
 * What a client appends to the Mini App's address when it opens it: nine parameters in the hash and the start parameter
 * in the query, with initData signed by a test bot's token. Pure; the moment of launch comes in as `nowSeconds`.
 */
import { compareVersions } from './messages.mjs';
import { themeForVersion } from './palettes.mjs';
import { hex, hmacSha256 } from './sha256.mjs';

/** @typedef {import('./types').LaunchOptions} LaunchOptions */

/** A bot that exists nowhere: a server under test is given this token to check what this host signs. */
export const testBot = { id: 7000000042, token: '7000000042:AAKioskTestBotTokenThatIsNoSecret00' };

/** @type {Record<string, { first_name: string, last_name: string, username?: string }>} */
export const people = {
  latin: { first_name: 'Ada', last_name: 'Byron', username: 'ada_byron' },
  cyrillic: { first_name: 'Анна', last_name: 'Петрова', username: 'anna_p' },
  rtl: { first_name: 'ليلى', last_name: 'الحسيني' },
  hebrew: { first_name: 'נועה', last_name: 'כהן' },
  long: {
    first_name: 'Wolfeschlegelsteinhausenbergerdorff Hubert Blaine',
    last_name: 'Featherstonehaugh-Cholmondeley',
  },
  emoji: { first_name: '🍔 Sam 👩🏽‍🍳', last_name: '‮evil‬' },
};

const utf8 = new TextEncoder();

/**
 * The hash Telegram puts on a data-check-string.
 * @param {Array<[string, string]>} fields without `hash` @param {string} token
 */
export function hashFields(fields, token) {
  const lines = fields.map(([key, value]) => `${key}=${value}`).sort(compareBytes);
  const secret = hmacSha256(utf8.encode('WebAppData'), utf8.encode(token));
  return hex(hmacSha256(secret, utf8.encode(lines.join('\n'))));
}

/** @param {string} a @param {string} b */
function compareBytes(a, b) {
  const [left, right] = [utf8.encode(a), utf8.encode(b)];
  for (let i = 0; i < Math.min(left.length, right.length); i += 1) if (left[i] !== right[i]) return left[i] - right[i];
  return left.length - right.length;
}

/** @param {Array<[string, string]>} fields @param {string} [token] @returns {string} a signed query string */
export function signFields(fields, token = testBot.token) {
  const all = [...fields, /** @type {[string, string]} */ (['hash', hashFields(fields, token)])];
  return all.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&');
}

/** @param {LaunchOptions} options */
export function launchUser(options) {
  return {
    id: 279058397,
    ...(people[options.names ?? 'latin'] ?? people.latin),
    language_code: options.lang ?? 'en',
    is_premium: true,
    allows_write_to_pm: true,
    ...options.user,
  };
}

/** @param {LaunchOptions} options @param {number} nowSeconds @returns {string} empty for launches that carry none */
export function buildInitData(options, nowSeconds) {
  if (options.initData !== undefined) return options.initData;
  if (options.initDataForm === 'empty' || options.kind === 'keyboard') return '';
  const authDate = options.initDataForm === 'expired' ? nowSeconds - 2 * 86400 : nowSeconds;
  /** @type {Array<[string, string]>} */
  const fields = [];
  if (options.kind === 'menu' || options.kind === undefined) fields.push(['query_id', 'AAHdF6IQAAAAAN0XohDhrOrc']);
  fields.push(['user', JSON.stringify(launchUser(options)).replaceAll('/', '\\/')]);
  if (options.kind === 'direct-link') {
    fields.push(['chat_instance', '-8134722200314281151'], ['chat_type', 'sender']);
  }
  if (options.startParam) fields.push(['start_param', options.startParam]);
  fields.push(['auth_date', String(authDate)]);
  const signed = signFields(fields, options.token);
  return options.initDataForm === 'forged' ? signed.replace(/[0-9a-f]{4}$/, 'dead') : signed;
}

/**
 * The answer to getRequestedContact: signed like initData.
 * @param {LaunchOptions} options @param {number} nowSeconds
 */
export function buildContact(options, nowSeconds) {
  const user = launchUser(options);
  const contact = {
    user_id: user.id,
    phone_number: '+15550100',
    first_name: user.first_name,
    last_name: user.last_name,
  };
  return signFields(
    [
      ['contact', JSON.stringify(contact)],
      ['auth_date', String(nowSeconds)],
    ],
    options.token,
  );
}

/**
 * Appends service parameters after whatever fragment the address already has.
 * @param {string} url @param {string} parameters
 */
export function appendHash(url, parameters) {
  const at = url.indexOf('#');
  if (at < 0) return `${url}#${parameters}`;
  const fragment = url.slice(at + 1);
  if (/[=?]/.test(fragment)) return `${url}&${parameters}`;
  return fragment.length > 0 ? `${url}?${parameters}` : `${url}${parameters}`;
}

/** @param {string} url @param {string} name @param {string} value */
export function appendQuery(url, name, value) {
  const [address, ...fragment] = url.split('#');
  const joined = `${address}${address.includes('?') ? '&' : '?'}${name}=${encodeURIComponent(value)}`;
  return fragment.length > 0 ? `${joined}#${fragment.join('#')}` : joined;
}

/**
 * The launch parameters L1 to L9 in the order clients write them.
 * @param {LaunchOptions} options @param {number} nowSeconds @returns {Array<[string, string]>}
 */
export function launchParameters(options, nowSeconds) {
  const version = options.version ?? '8.0';
  const initData = buildInitData(options, nowSeconds);
  /** @type {Array<[string, string]>} */
  const parameters = [];
  if (initData) parameters.push(['tgWebAppData', initData]);
  parameters.push(['tgWebAppVersion', version], ['tgWebAppPlatform', options.platform ?? 'android']);
  parameters.push(['tgWebAppThemeParams', JSON.stringify(themeForVersion(options.themeParams ?? {}, version))]);
  if (options.defaultColors) parameters.push(['tgWebAppDefaultColors', JSON.stringify(options.defaultColors)]);
  if (options.mode === 'fullscreen' && compareVersions(version, '8.0') >= 0)
    parameters.push(['tgWebAppFullscreen', '1']);
  if (options.showSettings) parameters.push(['tgWebAppShowSettings', '1']);
  if (options.botInline) parameters.push(['tgWebAppBotInline', '1']);
  if (options.debug) parameters.push(['tgWebAppDebug', '1']);
  return parameters;
}

/** @param {string} url the app's registered address @param {LaunchOptions} options @param {number} nowSeconds */
export function launchUrl(url, options, nowSeconds) {
  const parameters = launchParameters(options, nowSeconds);
  const hash = parameters.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&');
  const started = options.startParam ? appendQuery(url, 'tgWebAppStartParam', options.startParam) : url;
  return appendHash(started, hash);
}
