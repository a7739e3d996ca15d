/**
 * Draws what the client asks a person: popup, prompt, invoice, QR scanner, and the short notices. Every answer is a
 * real button with the name a person reads, so tests find them by role.
 */
import { el, find, icon, refill } from './dom.mjs';

/** @typedef {import('../types').State} State */

/**
 * @typedef {object} DialogActions
 * @property {(id: string | null) => void} answerPopup
 * @property {(yes: boolean) => void} answerPrompt
 * @property {(status: string) => void} closeInvoice
 * @property {(text: string) => void} scanQr
 * @property {() => void} closeQr
 */

/** @param {string} title @param {string} text @param {Node[]} buttons */
function card(title, text, buttons) {
  return el(
    'div.card',
    { 'role': 'alertdialog', 'aria-modal': 'true', 'aria-label': title || text },
    ...(title ? [el('h2', {}, title)] : []),
    ...(text ? [el('p', {}, text)] : []),
    el('div.card-buttons', { 'data-count': buttons.length }, ...buttons),
  );
}

/** @param {State} state @param {DialogActions} actions */
function popup(state, actions) {
  const open = state.popup;
  if (!open) return [];
  const buttons = open.buttons.map(({ id, type, text }) =>
    el('button.card-button', { 'data-type': type, 'on': { click: () => actions.answerPopup(id) } }, text),
  );
  return [
    el('button.scrim', { 'aria-label': 'Dismiss popup', 'on': { click: () => actions.answerPopup(null) } }),
    card(open.title, open.message, buttons),
  ];
}

/** @param {State} state */
function promptPicture(state) {
  const prompt = /** @type {import('../types').Prompt} */ (state.prompt);
  if (prompt.kind === 'story') {
    const picture = el('div.story-picture', {}, icon('burger'));
    const link = prompt.detail.widget_link?.url;
    return [picture, el('small.url', {}, prompt.detail.media_url), ...(link ? [el('small.url', {}, link)] : [])];
  }
  if (prompt.kind === 'share-message') {
    return [
      el(
        'div.share-row',
        {},
        ...['Ada', 'Burger fans', 'Saved'].map((name) => el('span.avatar', {}, name.slice(0, 1))),
      ),
    ];
  }
  return [];
}

/** @param {State} state @param {DialogActions} actions */
function prompt(state, actions) {
  const open = state.prompt;
  if (!open) return [];
  const no = el(
    'button.card-button',
    { 'data-type': 'cancel', 'on': { click: () => actions.answerPrompt(false) } },
    open.decline,
  );
  const kind = open.kind === 'closing' ? 'destructive' : 'default';
  const yes = el(
    'button.card-button',
    { 'data-type': kind, 'on': { click: () => actions.answerPrompt(true) } },
    open.accept,
  );
  const box = card(open.title, open.text, [no, yes]);
  box.querySelector('.card-buttons')?.before(...promptPicture(state));
  return [el('div.scrim'), box];
}

/** @param {State} state @param {DialogActions} actions */
function invoice(state, actions) {
  const open = state.invoice;
  if (!open) return [];
  const say = (/** @type {string} */ status, /** @type {string} */ text, classes = 'quiet') =>
    el(`button.${classes}`, { on: { click: () => actions.closeInvoice(status) } }, text);
  const sheet = el(
    'div.bottom-sheet',
    { 'role': 'dialog', 'aria-modal': 'true', 'aria-label': 'Invoice' },
    el('div.grip'),
    el(
      'div.invoice-head',
      {},
      el('span.bot-picture', {}, icon('burger')),
      el('div', {}, el('h2', {}, 'Invoice'), el('code', {}, open.slug)),
    ),
    el('p', {}, 'A test payment: nothing is charged. The app hears what you choose; its shop must not believe it.'),
    say('paid', 'Pay', 'pay'),
    el(
      'div.invoice-others',
      {},
      say('cancelled', 'Cancel'),
      say('failed', 'Fail'),
      say('pending', 'Pending'),
      say('silent', 'Say nothing'),
    ),
  );
  return [
    el('button.scrim', { 'aria-label': 'Dismiss invoice', 'on': { click: () => actions.closeInvoice('cancelled') } }),
    sheet,
  ];
}

/** @param {State} state @param {DialogActions} actions */
function scanner(state, actions) {
  const open = state.qr;
  if (!open) return [];
  const field = /** @type {HTMLInputElement} */ (
    el('input', {
      'aria-label': 'Code in view',
      'placeholder': 'What the camera sees',
      'value': 'https://t.me/kiosk_bot?startapp=table_7',
    })
  );
  const scan = (/** @type {Event} */ event) => {
    event.preventDefault();
    actions.scanQr(field.value);
  };
  return [
    el(
      'div.scanner',
      { 'role': 'dialog', 'aria-modal': 'true', 'aria-label': 'QR scanner' },
      el(
        'button.head-button.scanner-close',
        { 'aria-label': 'Close scanner', 'on': { click: actions.closeQr } },
        icon('close'),
      ),
      el('h2', {}, 'Scan QR Code'),
      el('p', {}, open.text),
      el('div.viewfinder'),
      el('form', { on: { submit: scan } }, field, el('button.pay', { type: 'submit' }, 'Scan')),
    ),
  ];
}

/** @param {State} state @param {DialogActions} actions */
export function drawDialogs(state, actions) {
  const layers = {
    '#popup-layer': [state.popup, popup],
    '#prompt-layer': [state.prompt, prompt],
    '#invoice-layer': [state.invoice, invoice],
    '#scanner-layer': [state.qr, scanner],
  };
  for (const [selector, [key, build]] of Object.entries(layers)) {
    const layer = find(selector);
    layer.hidden = key === null;
    refill(layer, key, () => /** @type {typeof popup} */ (build)(state, actions));
  }
}

const toastMs = 2600;

/** @param {string} text @param {string} [symbol] */
export function toast(text, symbol) {
  const note = el('div.toast', { role: 'status' }, ...(symbol ? [icon(symbol)] : []), text);
  find('#toasts').append(note);
  setTimeout(() => note.remove(), toastMs);
}

/** Shows a haptic: the phone trembles and says which. @param {string} kind */
export function showHaptic(kind) {
  const screen = find('#screen');
  screen.classList.remove('tremble');
  requestAnimationFrame(() => screen.classList.add('tremble'));
  const badge = find('#haptic');
  badge.replaceChildren(icon('vibrate'), kind.replace(':', ' · ').replaceAll('_', ' '));
  badge.classList.remove('shown');
  requestAnimationFrame(() => badge.classList.add('shown'));
}
