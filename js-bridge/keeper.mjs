// Copies of the app's documents in the client's own storage: web views lose theirs (iOS evicts it, private frames have none). One is
// written only once the client has said what it held, so that no order is lost before it was taken back. The client's storage is its
// account's own; the web view's is everybody's who uses this browser, so keys there end in the account (storage.js).

const names = ['kiosk:state', 'kiosk:shop'];
const delayMs = 2000;
const againMs = 5000;
const limit = 250000;   // Characters: what is more would not pass Telegram Desktop's 1 MiB, and two stay far below 5 MB (api.md 9).

/** @typedef {import('./web_app').WebApp['DeviceStorage']} Storage */

/**
 * @param {Window} window @param {Storage | false | undefined} storage where the client has it
 * @param {string} owner how the account's keys in localStorage end; empty where it isn't known
 */
export function createKeeper(window, storage, owner) {
  /** @type {Map<string, (name: string) => string | null>} */
  const changed = new Map();
  const known = new Set();
  let timer = 0;
  let again = 0;

  /** @param {() => any} action @returns {any} nothing where it throws */
  function attempt(action) {
    try {
      return action();
    } catch {}
  }
  /** @param {string} name as any client's storage takes it */
  const keyOf = (name) => name.replace(':', '_');
  // What nobody's name is on is the first one's of whom there is a name.
  attempt(() => {
    const { localStorage } = window;
    if (!owner || Object.keys(localStorage).some((key) => key.startsWith(`${names[0]}:`))) return;
    for (const name of names) {
      const text = localStorage.getItem(name);
      if (text !== null) localStorage.setItem(name + owner, text);
      localStorage.removeItem(name);
    }
  });
  const later = () => (timer ||= window.setTimeout(flush, delayMs));
  // What it is now: another tab may have written since. A timer that comes after an earlier flush finds nothing to do.
  function flush() {
    timer = 0;
    for (const [name, read] of [...changed]) {
      const text = known.has(name) && changed.delete(name) && read(name);
      if (text && text.length <= limit) {
        // What failed waits for the next flush.
        attempt(() => /** @type {Storage} */ (storage).setItem(keyOf(name), text,
          (/** @type {any} */ error) => !error || changed.has(name) || changed.set(name, read)));
      }
    }
  }

  const asks = /** @type {(() => void)[]} */ ([]);
  const copies = names.map((name) => new Promise((resolve) => {
    if (attempt(() => window.localStorage.getItem(name + owner)) != null) known.add(name);
    /** @param {any} error @param {any} text */
    function told(error, text) {
      if (error || known.has(name)) return;
      known.add(name);
      if (changed.has(name)) later();
      if (typeof text === 'string' && text.length <= limit) resolve(`${name}\n${text}`);
    }
    const ask = () => known.has(name) || attempt(() => /** @type {Storage} */ (storage).getItem(keyOf(name), told));
    ask();
    asks.push(ask);
  }));
  window.addEventListener('visibilitychange', flush);

  return {
    flush,
    /** A document was written. @param {string} name @param {(name: string) => string | null} read */
    keep(name, read) {
      if (!storage) return;
      changed.set(name, read);
      later();
      // A question that was lost is asked once more.
      if (!known.has(name)) again ||= window.setTimeout(() => asks.forEach((ask) => ask()), againMs);
    },
    /** Gives what the client has kept of a document that is lost, once. @param {(file: string) => void} give name, newline, text */
    takeBack: (give) => copies.forEach((copy) => copy.then(give)),
  };
}
