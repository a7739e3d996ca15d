// What the client wrote into the page's address: launch parameters, as telegram-web-app.js reads them, for everything that must be
// known before that script is there, or when it never comes.

/** @param {{ hash: string, search: string }} location */
export function launchParams(location) {
  const hash = location.hash.replace(/^#/, '');
  const at = hash.indexOf('?');
  const params = new URLSearchParams(at >= 0 ? hash.slice(at + 1) : hash.includes('=') ? hash : '');
  const start = new URLSearchParams(location.search).get('tgWebAppStartParam');
  const data = new URLSearchParams(params.get('tgWebAppData') || '');
  return {
    inside: params.has('tgWebAppVersion'),
    version: params.get('tgWebAppVersion') || '6.0',
    platform: params.get('tgWebAppPlatform') || 'unknown',
    initData: params.get('tgWebAppData') || '',
    theme: asObject(params.get('tgWebAppThemeParams')),
    user: asObject(data.get('user')),
    botInline: !!params.get('tgWebAppBotInline'),
    startParam: start || data.get('start_param') || '',
    launchId: data.get('query_id') || data.get('hash') || data.get('auth_date') || '',
  };
}

/** @param {string | null} text @returns {Record<string, any> | undefined} */
function asObject(text) {
  try {
    const value = JSON.parse(text || '');
    return value && typeof value === 'object' ? value : undefined;
  } catch {
    return undefined;
  }
}
