/** What a message may look like: a parser of the ICU subset that src/ui/texts.cpp reads, and the rules of each language. */

/** @typedef {{ text: string } | { name: string } | { name: string, kind: string, branches: Map<string, Part[]> }} Part */
/** @typedef {Extract<Part, { kind: string }>} Choice */

class Malformed extends Error {}

class Parser {
  /** @param {string} message */
  constructor(message) {
    this.message = message;
    this.at = 0;
  }

  done() {
    return this.at >= this.message.length;
  }
  peek() {
    return this.message[this.at] ?? '';
  }
  /** @param {string} sign */
  expect(sign) {
    if (this.peek() !== sign) throw new Malformed(`${sign} expected at ${this.at}`);
    ++this.at;
  }
  /** @param {RegExp} sticky */
  take(sticky) {
    sticky.lastIndex = this.at;
    const found = sticky.exec(this.message)?.[0] ?? '';
    this.at += found.length;
    return found;
  }
  word() {
    this.take(/\s*/y);
    const word = this.take(/[^\s,{}]+/y);
    this.take(/\s*/y);
    if (!word) throw new Malformed(`a word expected at ${this.at}`);
    return word;
  }

  /** Until the end, or the brace that closes the branch. @param {string | null} counted what # stands for @param {boolean} inBranch */
  parts(counted, inBranch) {
    /** @type {Part[]} */
    const parts = [];
    let text = '';
    const flush = () => {
      if (text) parts.push({ text });
      text = '';
    };
    while (!this.done() && this.peek() !== '}') {
      if (this.peek() === '{') {
        flush();
        parts.push(this.argument());
      } else if (this.peek() === '#' && counted !== null) {
        flush();
        parts.push({ name: counted });
        ++this.at;
      } else if (this.peek() === "'") {
        text += this.quoted();
      } else {
        text += this.message[this.at++];
      }
    }
    if (this.done() === inBranch) throw new Malformed('braces do not match');
    flush();
    return parts;
  }

  quoted() {
    ++this.at;
    if (this.peek() === "'") {
      ++this.at;
      return "'";
    }
    if (!/[{}#]/.test(this.peek())) return "'";
    const inside = this.take(/[^']*/y);
    if (!this.done()) ++this.at;
    return inside;
  }

  /** @returns {Part} */
  argument() {
    this.expect('{');
    const name = this.word();
    if (this.peek() === '}') {
      ++this.at;
      return { name };
    }
    this.expect(',');
    const kind = this.word();
    if (kind !== 'plural' && kind !== 'select') throw new Malformed(`${kind} is not known`);
    this.expect(',');
    /** @type {Map<string, Part[]>} */
    const branches = new Map();
    for (this.take(/\s*/y); this.peek() !== '}'; this.take(/\s*/y)) {
      const selector = this.word();
      this.expect('{');
      branches.set(selector, this.parts(kind === 'plural' ? name : null, true));
      this.expect('}');
    }
    this.expect('}');
    if (!branches.has('other')) throw new Malformed('other is missing');
    return { name, kind, branches };
  }
}

/** The parts of a message, or null when it is malformed. @param {string} message */
export function parse(message) {
  try {
    return new Parser(message).parts(null, false);
  } catch (error) {
    if (error instanceof Malformed) return null;
    throw error;
  }
}

/** Every part, those inside branches too. @param {Part[]} parts @returns {Part[]} */
const all = (parts) => parts.flatMap((part) => ('branches' in part ? [part, ...[...part.branches.values()].flatMap(all)] : [part]));

/** @param {Part[]} parts */
export const argumentsOf = (parts) => [...new Set(all(parts).flatMap((part) => ('name' in part ? [part.name] : [])))].sort();

/** @param {Part[]} parts @returns {Choice[]} */
export const pluralsOf = (parts) => all(parts).flatMap((part) => ('kind' in part && part.kind === 'plural' ? [part] : []));

/** @type {Record<string, string>} */
const quotes = {
  ar: '«»', de: '„“', en: '“”', es: '«»', fa: '«»', hi: '“”', id: '“”', pt: '“”', ru: '«»', tr: '“”', uk: '«»', uz: '“”',
};
const rightToLeft = ['ar', 'fa'];
// What the shop or the customer wrote, in any script.
const foreign = ['amount', 'detail', 'list', 'order', 'product', 'query'];

/** @param {string} language @param {Choice} plural */
function pluralProblems(language, { name, branches }) {
  const rules = new Intl.PluralRules(language);
  /** @type {Map<string, number[]>} */
  const numbers = new Map();
  for (let count = 0; count <= 200; ++count) {
    const category = rules.select(count);
    if (!branches.has(`=${count}`)) numbers.set(category, [...(numbers.get(category) ?? []), count]);
  }
  const known = rules.resolvedOptions().pluralCategories;
  const lacking = [...numbers.keys()].filter((category) => !branches.has(category));
  const strange = [...branches.keys()].filter((selector) => !/^=\d+$/.test(selector) && !known.some((category) => category === selector));
  const hiding = [...branches].filter(([selector, parts]) => (numbers.get(selector) ?? []).length > 1 && !argumentsOf(parts).includes(name));
  return [
    ...lacking.map((category) => `${name} lacks ${category}`),
    ...strange.map((category) => `${name} never is ${category}`),
    ...hiding.map(([category]) => `${category} stands for ${numbers.get(category)?.slice(0, 2).join(', ')}, … and hides ${name}`),
  ];
}

/** @param {string} language @param {string} message */
function typographyProblems(language, message) {
  const [open, close] = quotes[language] ?? '';
  const marks = (message.match(/[«»„“”‚‘‹›]/g) ?? []).join('');
  const isolates = message.replace(/[^\u2066-\u2069]/g, '');
  return [
    ...(/["']|\.\.\./.test(message) ? ['typewriter punctuation'] : []),
    ...(/^\s|\s$|\s\s/.test(message) ? ['stray blanks'] : []),
    ...(marks.replaceAll(open + close, '') ? [`quotes other than ${open}…${close}`] : []),
    ...(isolates.replaceAll('\u2068\u2069', '') ? ['isolates do not match'] : []),
  ];
}

/** @param {string} language @param {string} english @param {string} message @returns {string[]} */
function messageProblems(language, english, message) {
  if (!message.trim()) return ['empty'];
  const model = parse(english);
  const parts = parse(message);
  if (!model || !parts) return ['malformed'];
  const wanted = argumentsOf(model);
  const names = argumentsOf(parts);
  if (names.join() !== wanted.join()) return [`has arguments [${names.join(', ')}], not [${wanted.join(', ')}]`];
  // A plural needs a number: only where English has one does the code give one.
  const counted = pluralsOf(model).map((plural) => plural.name);
  const plurals = pluralsOf(parts);
  const first = parts[0];
  return [
    ...plurals.filter(({ name }) => !counted.includes(name)).map(({ name }) => `English has no plural of ${name}`),
    ...plurals.flatMap((plural) => (counted.includes(plural.name) ? pluralProblems(language, plural) : [])),
    ...typographyProblems(language, message),
    // The first letter gives a line its direction.
    ...(rightToLeft.includes(language) && 'name' in first && foreign.includes(first.name)
      ? [`begins with ${first.name}, which may be Latin`]
      : []),
  ];
}

/** @param {string} language @param {Record<string, string>} english @param {Record<string, string>} messages */
export function problemsOf(language, english, messages) {
  return Object.entries(messages).flatMap(([key, message]) =>
    messageProblems(language, english[key] ?? '', message).map((problem) => `${key}: ${problem}`),
  );
}
