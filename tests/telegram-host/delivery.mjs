/**
 * How an event travels to the page: a JSON string for an iframe (T3), a piece of JavaScript that the client evaluates
 * for a native web view (T1), and how a posted message is read back. Pure text in, text out.
 */

/** @typedef {import('./types').Behaviour} Behaviour */

/**
 * An expression inside a literal payload, written out as it stands; `value` is what it comes to where only JSON can
 * travel.
 */
export class Expression {
  /** @param {string} code @param {any} value */
  constructor(code, value) {
    this.code = code;
    this.value = value;
  }

  toJSON() {
    return this.value;
  }
}

/**
 * Writes a value as a JavaScript literal with bare keys, the form Telegram Desktop uses.
 * @param {any} value @returns {string}
 */
export function literal(value) {
  if (value instanceof Expression) return value.code;
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    return `{ ${members.map(([key, member]) => `${bareKey(key)}: ${literal(member)}`).join(', ')} }`;
  }
  return safeJson(value);
}

/** @param {string} key */
const bareKey = (key) => (/^[A-Za-z_$][\w$]*$/.test(key) ? key : safeJson(key));

/** JSON that is also safe JavaScript source. @param {any} value */
const safeJson = (value) =>
  JSON.stringify(value).replace(/[\u2028\u2029]/g, (c) => (c < '\u2029' ? '\\u2028' : '\\u2029'));

/** @param {string} eventType @param {any} eventData undefined for none @returns {string} what an iframe gets */
export function iframeText(eventType, eventData) {
  return JSON.stringify({ eventType, eventData });
}

/** @param {Behaviour} behaviour @param {string} eventType @param {any} eventData @returns {string} code to evaluate */
export function nativeCode(behaviour, eventType, eventData) {
  const write = behaviour.payloadForm === 'literal' ? literal : safeJson;
  const omitted = behaviour.emptyPayload === 'omit' ? '' : ', null';
  const payload = eventData === undefined ? omitted : `, ${write(eventData)}`;
  if (behaviour.receiver === 'Telegram.WebView') {
    return `window.Telegram.WebView.receiveEvent('${eventType}'${payload});`;
  }
  return `if (window.TelegramGameProxy) { window.TelegramGameProxy.receiveEvent(${safeJson(eventType)}${payload}); }`;
}

/**
 * Reads an iframe's message; null when it is not one.
 * @param {any} text @returns {{ eventType: string, eventData: any } | null}
 */
export function readIframeText(text) {
  if (typeof text !== 'string') return null;
  const parsed = parse(text);
  if (!parsed || typeof parsed.eventType !== 'string') return null;
  return { eventType: parsed.eventType, eventData: withoutEmptyText(parsed.eventData) };
}

/** Reads what was given to TelegramWebviewProxy.postEvent. @param {any} eventType @param {any} text */
export function readNativePost(eventType, text) {
  if (typeof eventType !== 'string') return null;
  return { eventType, eventData: withoutEmptyText(typeof text === 'string' && text ? parse(text) : undefined) };
}

/** A message without parameters carries an empty string. @param {any} data */
const withoutEmptyText = (data) => (data === '' || data === null ? undefined : data);

/** @param {string} text */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
