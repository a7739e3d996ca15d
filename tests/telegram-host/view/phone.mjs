/**
 * Draws the phone from a client's state: status bar, header, the place of the web view, bottom buttons, keyboard, and
 * the chat that lies behind. It only reads the state; presses go out through `actions`.
 */
import { bottomRows, layoutOf } from '../layout.mjs';
import { isDark } from '../palettes.mjs';
import { el, find, icon, refill } from './dom.mjs';

/** @typedef {import('../types').State} State */
/** @typedef {import('../types').BottomButton} BottomButton */

/**
 * @typedef {object} PhoneActions
 * @property {() => void} back
 * @property {() => void} close
 * @property {(item: string) => void} menu
 * @property {(button: 'main' | 'secondary') => void} press
 * @property {() => void} open
 * @property {() => void} restore
 */

/** @param {string} value */
const px = (value) => `${value}px`;

/** @param {State} state */
function headerColor(state) {
  return state.header.color || state.themeParams[state.header.colorKey] || state.themeParams.bg_color || '#ffffff';
}

/** @param {string} color */
const inkOn = (color) => (/^#[0-9a-f]{6}$/i.test(color) && isDark(color) ? '#ffffff' : '#000000');

/** @param {State} state @param {PhoneActions} actions @returns {Array<Node | string>} */
function headerParts(state, actions) {
  const { style } = state.chrome;
  const worded = style === 'ios';
  const back = state.backButton.isVisible;
  const leave = back
    ? el(
        'button.head-button',
        { 'aria-label': 'Back', 'on': { click: actions.back } },
        icon(worded ? 'chevron' : 'back'),
      )
    : el('button.head-button', { 'aria-label': 'Close', 'on': { click: actions.close } }, icon('close'));
  if (worded) leave.replaceChildren(...(back ? [icon('chevron'), 'Back'] : ['Close']));
  const title = el('div.head-title', {}, el('b', {}, 'Kiosk'), el('small', {}, 'mini app'));
  const more = el(
    'button.head-button.more',
    { 'aria-label': 'More', 'aria-haspopup': 'menu', 'on': { click: () => actions.menu('toggle') } },
    icon(worded ? 'dots' : 'more'),
  );
  const trailing = [more];
  if (style === 'tdesktop') {
    if (!back) leave.hidden = true;
    trailing.push(el('button.head-button', { 'aria-label': 'Close', 'on': { click: actions.close } }, icon('close')));
  }
  return [leave, title, el('div.head-trailing', {}, ...trailing)];
}

/** @param {State} state @param {PhoneActions} actions */
function drawHeader(state, actions) {
  const header = find('#header');
  const color = headerColor(state);
  header.hidden = state.fullscreen;
  header.style.background = color;
  header.style.color = inkOn(color);
  header.style.setProperty('--link', state.themeParams.link_color ?? '#007aff');
  const key = [state.chrome.style, state.backButton.isVisible];
  refill(header, key, () => headerParts(state, actions));
  const floating = find('#floating');
  floating.hidden = !state.fullscreen;
  refill(floating, key, () =>
    headerParts(state, actions).filter((part) => !(/** @type {HTMLElement} */ (part).matches('.head-title'))),
  );
}

/** @param {State} state @param {PhoneActions} actions */
function drawMenu(state, actions) {
  const items = [
    ...(state.settingsButton.isVisible ? [['settings', 'Settings']] : []),
    ['reload', 'Reload Page'],
    ['fullscreen', state.fullscreen ? 'Exit Full Screen' : 'Full Screen'],
    ['expand', state.expanded ? 'Collapse' : 'Expand'],
    ['minimise', 'Minimise'],
  ];
  refill(find('#menu'), items, () =>
    items.map(([name, text]) =>
      el('button.menu-item', { role: 'menuitem', on: { click: () => actions.menu(name) } }, icon(name), text),
    ),
  );
}

/** @param {'main' | 'secondary'} kind @param {BottomButton} button @param {PhoneActions} actions */
function bottomButton(kind, button, actions) {
  const node = el('button.bottom-button', {
    'data-kind': kind,
    'aria-label': button.text,
    'aria-busy': button.isProgressVisible,
    'on': { click: () => actions.press(kind) },
  });
  if (!button.isActive) node.setAttribute('disabled', '');
  node.style.background = button.color;
  node.style.color = button.textColor;
  node.classList.toggle('shine', button.hasShineEffect);
  node.append(button.isProgressVisible ? el('span.spinner') : el('span.bottom-text', {}, button.text));
  return node;
}

/** @param {State} state @param {PhoneActions} actions */
function drawBottomBar(state, actions) {
  const bar = find('#bottom-bar');
  const { mainButton, secondaryButton, themeParams } = state;
  bar.hidden = bottomRows(state) === 0 || state.closed !== null || !state.visible;
  bar.style.background =
    state.bottomBarColor || themeParams.bottom_bar_bg_color || themeParams.secondary_bg_color || '#ffffff';
  bar.dataset.position =
    mainButton.isVisible && secondaryButton.isVisible ? (secondaryButton.position ?? 'left') : 'left';
  refill(bar, [mainButton, secondaryButton], () => [
    ...(secondaryButton.isVisible ? [bottomButton('secondary', secondaryButton, actions)] : []),
    ...(mainButton.isVisible ? [bottomButton('main', mainButton, actions)] : []),
  ]);
}

/** @param {State} state */
function place(state) {
  const layout = layoutOf(state);
  const screen = find('#screen');
  const sheet = find('#sheet');
  const web = find('#web');
  const bar = find('#bottom-bar');
  screen.style.width = px(String(state.frame.width));
  screen.style.height = px(String(state.frame.height));
  sheet.style.top = px(String(layout.sheetTop));
  sheet.classList.toggle('compact', layout.sheetTop > 0);
  const statusBar = find('#status-bar');
  statusBar.style.height = px(String(layout.statusBar));
  statusBar.hidden = layout.statusBar === 0;
  find('#header').style.top = px(String(layout.sheetTop > 0 ? 0 : layout.statusBar));
  find('#header').style.height = px(String(layout.header));
  find('#floating').style.top = px(String(layout.statusBar));
  web.style.top = px(String(layout.top - layout.sheetTop));
  web.style.height = px(String(layout.height));
  bar.style.height = px(String(layout.bar));
  bar.style.paddingBottom = px(String(7 + layout.homeIndicator));
  bar.style.bottom = px(String(layout.keyboard));
  const keyboard = find('#keyboard');
  keyboard.hidden = layout.keyboard === 0;
  keyboard.style.height = px(String(layout.keyboard));
  find('#home-indicator').hidden = layout.homeIndicator === 0;
}

/** @param {State} state @param {PhoneActions} actions */
function drawBehind(state, actions) {
  const over = state.closed ? 'closed' : state.visible ? 'open' : 'minimised';
  find('#screen').dataset.app = over;
  find('#sheet').hidden = over !== 'open';
  const chat = find('#chat-action');
  refill(chat, over, () => {
    if (over === 'closed') return [el('button.open-app', { on: { click: actions.open } }, 'Open Kiosk')];
    const restore = el('button.minimised', { on: { click: actions.restore } }, icon('expand'), el('b', {}, 'Kiosk'));
    return over === 'minimised' ? [restore] : [];
  });
}

/** @param {State} state @param {PhoneActions} actions */
export function drawPhone(state, actions) {
  const screen = find('#screen');
  const theme = state.themeParams;
  screen.dataset.style = state.chrome.style;
  screen.dataset.dark = String(isDark(theme.bg_color ?? '#ffffff'));
  screen.style.setProperty('--accent', theme.accent_text_color ?? theme.button_color ?? '#2481cc');
  screen.style.setProperty('--button', theme.button_color ?? '#2481cc');
  screen.style.setProperty('--button-ink', theme.button_text_color ?? '#ffffff');
  screen.style.setProperty('--card', theme.section_bg_color ?? theme.bg_color ?? '#ffffff');
  screen.style.setProperty('--ink', theme.text_color ?? '#000000');
  screen.style.setProperty('--hint', theme.hint_color ?? '#888888');
  screen.style.setProperty('--line', theme.section_separator_color ?? '#dddddd');
  screen.style.setProperty('--danger', theme.destructive_text_color ?? '#e53935');
  screen.style.setProperty('--second', theme.secondary_bg_color ?? '#efeff4');
  const background = state.backgroundColor || theme.bg_color || '#ffffff';
  find('#web').style.background = background;
  find('#sheet').style.background = background;
  const top = state.fullscreen ? background : headerColor(state);
  find('#status-bar').style.color = inkOn(state.expanded ? top : '#000000');
  find('#status-bar').style.background = state.fullscreen || !state.expanded ? 'transparent' : top;
  place(state);
  drawHeader(state, actions);
  drawMenu(state, actions);
  drawBottomBar(state, actions);
  drawBehind(state, actions);
  find('#placeholder').hidden = state.ready || find('#web').dataset.loaded === 'true';
}
