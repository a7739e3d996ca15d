// The arguments of a call out of its fields, by the rows of src/telegram/parameters.inc, checked before Telegram's script or client
// sees them: some clients close the app on a bad argument, some scripts throw what says nothing.

/** @typedef {{ place: string, need: string, rule: string, low: number, high: number, words: string[] }} Parameter */

/** What the text of a rule looks like. @type {Record<string, RegExp>} */
const shapes = {
  Colour: /^(#([\da-f]{3}){1,2}|rgb\(( *\d+ *,){2} *\d+ *\)|rgba\(( *\d+ *,){3} *[\d.]+ *\))$/i,
  Digits: /^\d*$/,
  Key: /^[\w-]*$/,
  Name: /^[a-z_]\w*$/i,
  Version: /^[\d.]*$/,
  WebLink: /^https?:\/\/[^\s/?#]\S*$/,
  SecureLink: /^https:\/\/[^\s/?#]\S*$/,
  TelegramLink: /^https?:\/\/(t|telegram)\.me([/?#]\S*)?$/,
  InvoiceLink: /^https?:\/\/(t|telegram)\.me\/(\$|invoice\/)[\w=-]+$/,
};
/** Where any of the words will do. @type {Record<string, true>} */
const isChoice = { Colour: true, Word: true, EventName: true };

/** What a list of a rule holds. @type {Record<string, (item: any, words: string[]) => boolean>} */
const items = {
  Keys: (key) => /^[\w-]{1,128}$/.test(key),
  Words: (word, words) => words.includes(word),
  Buttons(button) {
    const { id = '', type = 'default', text = '' } = button || {};
    if (typeof text !== 'string') return false;
    const isNamed = /^(default|destructive)$/.test(type);
    return id.length <= 64 && /^(default|ok|close|cancel|destructive)$/.test(type) && text.length <= 64 && (!isNamed || !!text.trim());
  },
};

/** @param {string} rule @param {string | any[]} value */
function lengthOf(rule, value) {
  if (rule === 'Bytes') return new TextEncoder().encode(/** @type {string} */ (value)).length;
  return rule === 'Trimmed' ? /** @type {string} */ (value).trim().length : value.length;
}

/** @param {Parameter} parameter @param {any} value @returns {string} what is wrong, or nothing */
function fault({ need, rule, low, high, words }, value) {
  /** @param {boolean} isGood */
  const unless = (isGood) => (isGood ? '' : 'BadArgument');
  if (rule === 'Anything') return '';
  if (rule === 'Flag') return unless(typeof value === 'boolean');
  if (rule === 'Number') return unless(Number.isInteger(value) && value >= low && value <= high);
  if (rule === 'Object') return unless(Object(value) === value && !Array.isArray(value));
  const isItem = /** @type {typeof items[string] | undefined} */ (items[rule]);
  if (isItem ? !Array.isArray(value) : typeof value !== 'string') {
    return unless(value === false && need === 'Optional' && /^(Colour|Digits)$/.test(rule));
  }
  if (isChoice[rule]) return unless(words.includes(value) || !!shapes[rule]?.test(value));
  const length = lengthOf(rule, value);
  if (length > high) return 'TooLong';
  return unless(length >= low && (isItem ? value.every((/** @type {any} */ item) => isItem(item, words)) : !(shapes[rule]?.test(value) === false)));
}

/** @param {string} line "place need rule low high words" @returns {Parameter} */
function parameterOf(line) {
  const [place, need, rule, low, high, ...words] = line.split(' ');
  return { place, need, rule, low: Number(low), high: Number(high), words: words.filter(Boolean) };
}

/** Puts a value to its place. The script reads members of objects unasked: an empty one is safer than none.
 * @param {any[]} args @param {string} place @param {any} value */
function put(args, place, value) {
  const [at, ...members] = place.split('.');
  const index = Number(at);
  const last = members.pop();
  if (!last) {
    args[index] = value;
    return;
  }
  args[index] ??= {};
  if (value === undefined) return;
  members.reduce((parent, member) => (parent[member] ??= {}), args[index])[last] = value;
}

/**
 * Throws "BadArgument 0.title" or "TooLong 0.title", as code of an error.
 * @param {string} parameters a line each @param {any[]} fields @param {string[]} events that there are
 */
export function argumentsOf(parameters, fields, events) {
  const rows = parameters.split('\n').filter(Boolean).map(parameterOf);
  /** @type {any[]} */
  const args = [];
  /** @param {string} what @param {string} place */
  function refuse(what, place) {
    throw Error(`${what} ${place}`);
  }
  if (fields.length > rows.length) refuse('BadArgument', `${rows.length}`);
  rows.forEach((row, index) => {
    const value = fields[index] ?? undefined;
    if (value === undefined && row.need === 'Required') refuse('BadArgument', row.place);
    const wrong = value !== undefined && fault(row.rule === 'EventName' ? { ...row, words: events } : row, value);
    if (wrong) refuse(wrong, row.place);
    put(args, row.place, value);
  });
  // A bottom button without a text needs an icon.
  const button = args[0];
  if (rows.some(({ place }) => place === '0.icon_custom_emoji_id') && button.text?.trim() === '' && !button.icon_custom_emoji_id) {
    refuse('BadArgument', '0.text');
  }
  return args;
}
