// What the client wrote into the page's address: launch parameters, as telegram-web-app.js reads them, for everything that must be
// known before that script is there, or when it never comes.

const longest = 200;   // What the program reads of a name (bridge/telegram_json.h).
const kept = 'kiosk:launch';
const mark = 'tgWebAppVersion';

/** A text that the program reads, whatever it was: short and well-formed. @param {unknown} value */
export const word = (value, most = longest) =>
  (Object(value) === value ? '' : String(value ?? '').slice(0, most).replace(/\p{Cs}/gu, ''));

/** The app's own part of the hash may stand before. @param {string} hash */
const paramsOf = (hash) => new URLSearchParams(hash.replace(/^.*?\?|^#/, ''));

/** A page may be restored without its hash. @param {{ hash: string, search: string }} location @param {{ sessionStorage?: any }} window */
export function launchParams(location, window = globalThis) {
  let params = paramsOf(location.hash);
  try {
    const storage = window.sessionStorage;
    if (params.has(mark)) storage.setItem(kept, location.hash);
    else params = paramsOf(storage.getItem(kept) || location.hash);
  } catch {}
  const start = new URLSearchParams(location.search).get('tgWebAppStartParam');
  const data = new URLSearchParams(params.get('tgWebAppData') || '');
  return {
    inside: params.has(mark),
    version: params.get(mark) || '6.0',
    platform: params.get('tgWebAppPlatform') || 'unknown',
    initData: params.get('tgWebAppData') || '',
    theme: asObject(params.get('tgWebAppThemeParams')),
    user: asObject(data.get('user')),
    botInline: !!params.get('tgWebAppBotInline'),
    fullscreen: !!params.get('tgWebAppFullscreen'),
    startParam: start || data.get('start_param') || '',
    launchId: data.get('query_id') || data.get('hash') || data.get('auth_date') || '',
  };
}

/**
 * Whose documents these are, as the end of their names in storage. The script may have a user left over from the launch before.
 * @param {{ user?: Record<string, any> }} launch
 */
export function ownerOf({ user }) {
  const id = word(user?.id);
  return id && `:${id}`;
}

/** Words and numbers: nothing in it is an object again. @param {string | null} text @returns {Record<string, any> | undefined} */
function asObject(text) {
  try {
    const value = JSON.parse(text || '', (key, part) => (key && Object(part) === part ? undefined : part));
    return value && typeof value === 'object' ? value : undefined;
  } catch {
    return undefined;
  }
}
