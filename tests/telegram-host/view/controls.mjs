/**
 * The left-hand side: what to launch, and what a person does with the phone. Launch settings act at once by launching
 * anew.
 */
import { people } from '../launch.mjs';
import { knownVersions } from '../messages.mjs';
import { profiles } from '../profiles.mjs';
import { el, find, icon, refill } from './dom.mjs';

/** @typedef {import('../types').LaunchOptions} LaunchOptions */
/** @typedef {import('../types').State} State */

/**
 * @typedef {object} ControlActions
 * @property {(change: Partial<LaunchOptions>) => void} relaunch
 * @property {(scheme: string) => void} setTheme
 * @property {(size: string) => void} setSize
 * @property {(what: string) => void} device
 * @property {(which: 'safe' | 'content', inset: Record<string, number> | null) => void} setInset
 */

const sides = ['top', 'bottom', 'left', 'right'];

/**
 * @param {string} label @param {Array<[string, string]>} choices @param {string} value
 * @param {(value: string) => void} choose
 */
function select(label, choices, value, choose) {
  const field = /** @type {HTMLSelectElement} */ (
    el('select', {}, ...choices.map(([key, text]) => el('option', { value: key }, text)))
  );
  field.value = value;
  field.addEventListener('change', () => choose(field.value));
  return el('label.field', {}, el('span', {}, label), field);
}

/** @param {string} label @param {string} value @param {string} placeholder @param {(value: string) => void} choose */
function textField(label, value, placeholder, choose) {
  const field = /** @type {HTMLInputElement} */ (el('input', { placeholder, value, spellcheck: 'false' }));
  field.addEventListener('change', () => choose(field.value.trim()));
  return el('label.field', {}, el('span', {}, label), field);
}

/**
 * @param {string} label @param {Array<[string, string]>} choices @param {string} value
 * @param {(value: string) => void} choose
 */
function segments(label, choices, value, choose) {
  const buttons = choices.map(([key, text]) =>
    el('button', { 'aria-pressed': String(key === value), 'on': { click: () => choose(key) } }, text),
  );
  return el('div.segments', { 'role': 'group', 'aria-label': label }, ...buttons);
}

/** @param {LaunchOptions} options @param {ControlActions} actions */
function launchFields(options, actions) {
  const set = (/** @type {keyof LaunchOptions} */ key) => (/** @type {string} */ value) =>
    actions.relaunch({ [key]: value || undefined });
  return [
    select(
      'Client',
      Object.entries(profiles).map(([key, { title }]) => [key, title]),
      options.profile ?? 'android',
      set('profile'),
    ),
    select(
      'Version',
      knownVersions.map((version) => [version, version]),
      options.version ?? '8.0',
      set('version'),
    ),
    select(
      'Transport',
      [
        ['t3', 'T3 iframe'],
        ['t1', 'T1 native proxy'],
      ],
      options.transport === 't1' ? 't1' : 't3',
      set('transport'),
    ),
    select(
      'Opened by',
      [
        ['menu', 'menu button'],
        ['direct-link', 'direct link'],
        ['inline-button', 'inline button'],
        ['keyboard', 'keyboard button'],
        ['attachment', 'attachment menu'],
      ],
      options.kind ?? 'menu',
      set('kind'),
    ),
    select(
      'Opens as',
      [
        ['full', 'full height'],
        ['compact', 'half height'],
        ['fullscreen', 'full screen'],
      ],
      options.mode ?? 'full',
      set('mode'),
    ),
    textField('Start', options.startParam ?? '', 'start parameter', set('startParam')),
    textField('Language', options.lang ?? '', 'en', set('lang')),
    select(
      'Person',
      Object.entries(people).map(([key, { first_name: name }]) => [key, name.slice(0, 22)]),
      options.names ?? 'latin',
      set('names'),
    ),
  ];
}

/** @param {string} which @param {Record<string, number>} values @param {ControlActions} actions */
function insetRow(which, values, actions) {
  const fields = sides.map((side) => {
    const field = /** @type {HTMLInputElement} */ (
      el('input', { 'type': 'number', 'aria-label': `${which} area ${side}`, 'title': side, 'value': values[side] })
    );
    field.addEventListener('change', () =>
      actions.setInset(
        /** @type {'safe'} */ (which),
        Object.fromEntries(sides.map((each, index) => [each, Number(fields[index].value) || 0])),
      ),
    );
    return field;
  });
  return el('div.insets', {}, el('span', {}, which), ...fields);
}

/** @param {State} state @param {ControlActions} actions */
function deviceButtons(state, actions) {
  const button = (
    /** @type {string} */ what,
    /** @type {string} */ text,
    /** @type {boolean | null} */ pressed = null,
  ) =>
    el(
      'button.soft',
      { 'aria-pressed': pressed === null ? null : String(pressed), 'on': { click: () => actions.device(what) } },
      text,
    );
  return el(
    'div.grid-buttons',
    {},
    button('keyboard', 'Keyboard', state.keyboard),
    button('fullscreen', 'Full screen', state.fullscreen),
    button('expand', 'Expanded', state.expanded),
    button('minimise', 'Minimised', !state.visible),
    button('rotate', 'Rotate'),
    button('glitch', 'Collapse to 1 px'),
    button('drag', 'Drag (unstable)'),
    button('reload', 'Reload page'),
  );
}

/** @type {Array<[string, string]>} */
const themeChoices = [
  ['light', 'Light'],
  ['dark', 'Dark'],
  ['custom', 'Custom'],
  ['custom-dark', 'C. dark'],
];

/** @type {Array<[string, string]>} */
const sizeChoices = [
  ['390x844', '390×844'],
  ['360x640', '360×640'],
  ['free', 'Free'],
];

/** @param {string} title @param {...Node} parts */
const group = (title, ...parts) => el('fieldset', {}, el('legend', {}, title), ...parts);

/**
 * @param {LaunchOptions} options
 * @param {State} state
 * @param {string} size `WxH` or `free`
 * @param {ControlActions} actions
 */
export function drawControls(options, state, size, actions) {
  const { faults, leftovers, ...shown } = options;
  const { scheme, keyboard, fullscreen, expanded, visible, safeArea, contentSafeArea } = state;
  const key = [shown, size, scheme, keyboard, fullscreen, expanded, visible, safeArea, contentSafeArea];
  const title = el('div', {}, el('h1', {}, 'Kiosk in Telegram'), el('small', {}, 'behaves as real clients do'));
  const again = el('button.primary', { on: { click: () => actions.relaunch({}) } }, 'Launch again');
  document.documentElement.dataset.dark = String(scheme.includes('dark'));
  refill(find('#controls'), key, () => [
    el('div.brand', {}, el('span.bot-picture', {}, icon('burger')), title),
    group('Theme', segments('Theme', themeChoices, scheme, actions.setTheme)),
    group('Launch', ...launchFields(options, actions), again),
    group('Screen', segments('Screen size', sizeChoices, size, actions.setSize)),
    group('Phone', deviceButtons(state, actions)),
    group(
      'Insets: top, bottom, left, right',
      insetRow('safe', { ...safeArea }, actions),
      insetRow('content', { ...contentSafeArea }, actions),
    ),
  ]);
}
