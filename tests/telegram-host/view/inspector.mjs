/** The right-hand side: the wire's log, the faults, the stores and the state, each a tab. */
import { faults } from '../faults.mjs';
import { appMessages } from '../messages.mjs';
import { el, find, icon, refill } from './dom.mjs';

/** @typedef {import('../protocol.mjs').Client} Client */
/** @typedef {import('../types').LogEntry} LogEntry */
/** @typedef {import('../types').Stores} Stores */

/**
 * @typedef {object} InspectorActions
 * @property {(name: string, on: boolean) => void} setFault
 * @property {(message: string, on: boolean) => void} setSilent
 * @property {(store: keyof Stores, key: string | null) => void} removeStored
 * @property {() => void} clearLog
 */

const shownEntries = 300;
const arrows = { app: '→', host: '←', note: '!' };
const storeTitles = {
  cloud: 'CloudStorage',
  device: 'DeviceStorage',
  secure: 'SecureStorage',
  restorable: 'Restorable secrets',
};

/** @param {LogEntry} entry @param {number} startMs */
function entryNode(entry, startMs) {
  const data = entry.eventData === undefined ? '' : JSON.stringify(entry.eventData);
  const text = entry.from === 'app' ? data : entry.note || data;
  const code = el('code', {}, text.length > 4000 ? `${text.slice(0, 4000)}…` : text);
  code.addEventListener('click', () => code.classList.toggle('whole'));
  return el(
    'div.entry',
    { 'data-from': entry.from },
    el('span.arrow', { 'aria-hidden': 'true' }, arrows[entry.from]),
    el('span', {}, el('b', {}, entry.eventType), ...(text ? [code] : [])),
    el('time', {}, ((entry.atMs - startMs) / 1000).toFixed(2)),
  );
}

export class Inspector {
  /** @param {InspectorActions} actions */
  constructor(actions) {
    this.actions = actions;
    this.tab = 'log';
    this.filter = '';
    /** @type {Client | null} */
    this.client = null;
    this.build();
  }

  build() {
    const tabs = [
      ['log', 'Wire'],
      ['faults', 'Faults'],
      ['stores', 'Storage'],
      ['state', 'State'],
    ];
    this.tabButtons = tabs.map(([name, title]) =>
      el('button', { 'role': 'tab', 'data-tab': name, 'on': { click: () => this.choose(name) } }, title),
    );
    this.panel = el('div.tab-panel', { role: 'tabpanel' });
    find('#inspector').append(el('div.tabs', { role: 'tablist' }, ...this.tabButtons), this.panel);
    this.choose('log');
  }

  /** @param {string} tab */
  choose(tab) {
    this.tab = tab;
    for (const button of this.tabButtons ?? [])
      button.setAttribute('aria-selected', String(button.dataset.tab === tab));
    this.panel?.replaceChildren();
    delete this.panel?.dataset.key;
    this.draw(this.client);
  }

  /** @param {Client | null} client */
  draw(client) {
    this.client = client;
    if (!client || !this.panel) return;
    if (this.tab === 'log') this.drawLog(client, this.panel);
    if (this.tab === 'faults') this.drawFaults(client, this.panel);
    if (this.tab === 'stores') this.drawStores(client, this.panel);
    if (this.tab === 'state') this.drawState(client, this.panel);
  }

  /** @param {Client} client */
  entries(client) {
    return client.log().filter((entry) => `${entry.from} ${entry.eventType} ${entry.note}`.includes(this.filter));
  }

  /** @param {Client} client @param {HTMLElement} panel */
  drawLog(client, panel) {
    if (!panel.firstChild) {
      const filter = el('input', {
        'type': 'search',
        'aria-label': 'Filter the log',
        'placeholder': 'Filter',
        'value': this.filter,
      });
      filter.addEventListener('input', () => {
        this.filter = /** @type {HTMLInputElement} */ (filter).value;
        this.draw(this.client);
      });
      const copy = el(
        'button.soft',
        { 'aria-label': 'Copy the log', 'on': { click: () => this.copy() } },
        icon('copy'),
        'Copy',
      );
      const clear = el('button.soft', { on: { click: () => this.actions.clearLog() } }, 'Clear');
      panel.append(
        el('div.bar', {}, filter, copy, clear),
        el('div.scroll', { 'role': 'log', 'aria-label': 'Wire log' }),
      );
    }
    const list = /** @type {HTMLElement} */ (panel.lastElementChild);
    const entries = this.entries(client);
    const last = entries.at(-1);
    const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 40;
    refill(list, [last?.n, entries.length, this.filter], () => {
      if (entries.length === 0) return [el('p.hint', {}, 'Every message between the app and the client appears here.')];
      const startMs = client.log()[0]?.atMs ?? 0;
      return entries.slice(-shownEntries).map((entry) => entryNode(entry, startMs));
    });
    if (atEnd) list.scrollTop = list.scrollHeight;
  }

  copy() {
    if (this.client)
      navigator.clipboard?.writeText(
        this.entries(this.client)
          .map((entry) => JSON.stringify(entry))
          .join('\n'),
      );
  }

  /** @param {Client} client @param {HTMLElement} panel */
  drawFaults(client, panel) {
    const { state } = client.context;
    refill(panel, ['faults', state.faults, state.silent], () => {
      const rows = faults.map(({ name, about }) => {
        const box = /** @type {HTMLInputElement} */ (el('input', { type: 'checkbox' }));
        box.checked = state.faults.includes(name);
        box.addEventListener('change', () => this.actions.setFault(name, box.checked));
        return el('label.fault', {}, box, el('span', {}, el('b', {}, name), el('small', {}, about)));
      });
      return [
        el(
          'div.scroll',
          {},
          el('p.hint', {}, 'Faults of the session and of launch data act from the next launch.'),
          ...rows,
          this.silentList(state.silent),
        ),
      ];
    });
  }

  /** @param {string[]} silent */
  silentList(silent) {
    const options = appMessages
      .filter((spec) => spec.answers.length > 0)
      .map((spec) => el('option', { value: spec.name }, spec.name));
    const choice = /** @type {HTMLSelectElement} */ (
      el(
        'select',
        { 'aria-label': 'Message never to answer' },
        el('option', { value: '' }, 'never answer…'),
        ...options,
      )
    );
    choice.addEventListener('change', () => choice.value && this.actions.setSilent(choice.value, true));
    const chosen = silent.map((name) =>
      el(
        'button.soft',
        { 'aria-label': `Answer ${name} again`, 'on': { click: () => this.actions.setSilent(name, false) } },
        `${name} ×`,
      ),
    );
    return el(
      'div',
      {},
      el('h3', {}, 'Never answered'),
      el('label.field', {}, el('span', {}, 'Message'), choice),
      ...chosen,
    );
  }

  /** @param {Client} client @param {HTMLElement} panel */
  drawStores(client, panel) {
    const stores = client.stores();
    refill(panel, ['stores', stores], () => {
      const sections = /** @type {Array<keyof Stores>} */ (Object.keys(storeTitles)).map((store) =>
        this.storeTable(store, stores[store]),
      );
      return [el('div.scroll', {}, ...sections)];
    });
  }

  /** @param {keyof Stores} store @param {Record<string, string>} items */
  storeTable(store, items) {
    const remove = (/** @type {string | null} */ key, /** @type {string} */ label) =>
      el(
        'button.icon-button',
        { 'aria-label': label, 'on': { click: () => this.actions.removeStored(store, key) } },
        icon('trash'),
      );
    const rows = Object.entries(items).map(([key, value]) =>
      el('tr', {}, el('td', {}, key), el('td', {}, value), el('td', {}, remove(key, `Remove ${key}`))),
    );
    const title = el(
      'h3',
      {},
      storeTitles[store],
      ...(rows.length > 0 ? [remove(null, `Empty ${storeTitles[store]}`)] : []),
    );
    return el('section', {}, title, rows.length > 0 ? el('table.store', {}, ...rows) : el('p.hint', {}, 'empty'));
  }

  /** @param {Client} client @param {HTMLElement} panel */
  drawState(client, panel) {
    const { themeParams, ...state } = client.state();
    refill(panel, ['state', state, themeParams], () => [
      el('pre.scroll.state', {}, JSON.stringify({ ...state, themeParams }, null, 2)),
    ]);
  }
}
