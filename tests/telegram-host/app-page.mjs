/**
 * The changes made to the Mini App on its way out, and only to its index page: Telegram's script is taken from this
 * server when telegram.org cannot be reached, and a native transport is put in first when a launch asks for it. Pure
 * text in, text out.
 */

const remoteScript = /https:\/\/telegram\.org\/js\/telegram-web-app\.js(\?[^"'\s>]*)?/g;
const policyTag = /(<meta[^>]*http-equiv=["']?Content-Security-Policy["']?[^>]*content=)(["])([^"]*)\2/i;

/** @param {string} html */
export function withLocalTelegramScript(html) {
  const local = html.replace(remoteScript, '/telegram-web-app.js');
  return local === html ? html : withScriptSource(local, "'self'");
}

/** Adds one source to what the page's policy lets scripts come from. @param {string} html @param {string} source */
export function withScriptSource(html, source) {
  return html.replace(policyTag, (_, head, quote, policy) => head + quote + allowSource(policy, source) + quote);
}

/** @param {string} policy @param {string} source @returns {string} */
function allowSource(policy, source) {
  const directives = policy
    .split(';')
    .map((directive) => directive.trim())
    .filter(Boolean);
  const named = (/** @type {string} */ name) => directives.findIndex((directive) => directive.split(/\s+/)[0] === name);
  const own = named('script-src');
  const fallback = named('default-src');
  if (own < 0 && fallback < 0) return policy;
  if (own < 0) directives.push(directives[fallback].replace('default-src', 'script-src'));
  const at = own < 0 ? directives.length - 1 : own;
  if (!directives[at].split(/\s+/).includes(source)) directives[at] = `${directives[at]} ${source}`;
  return directives.join('; ');
}

/**
 * Puts a script before everything else in the page, where no policy and no other script comes first.
 * @param {string} html @param {string} code
 */
export function withNativeTransport(html, code) {
  const page = withScriptSource(html, "'unsafe-eval'");
  const tag = `<script>${code.replaceAll('</script', '<\\/script')}</script>`;
  const head = /<head[^>]*>/i.exec(page);
  if (!head) return tag + page;
  const at = head.index + head[0].length;
  return page.slice(0, at) + tag + page.slice(at);
}
