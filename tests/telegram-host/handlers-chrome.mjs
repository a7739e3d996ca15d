/**
 * What surrounds the app: theme, colours, bottom buttons, header buttons, viewport, insets, fullscreen, closing. Each
 * handler takes one message of the app, whose arguments were checked, and changes the state and answers as the
 * behaviour says.
 */
import { Expression } from './delivery.mjs';
import { bottomRows, layoutOf } from './layout.mjs';
import { compareVersions } from './messages.mjs';
import { themeAsSignedIntegers, themeForVersion } from './palettes.mjs';

/** @typedef {import('./types').Context} Context */
/** @typedef {import('./types').Handler} Handler */

const noInset = { top: 0, bottom: 0, left: 0, right: 0 };
const stableAfterMs = 120;

/** @param {Context} context */
function wireTheme({ behaviour, state }) {
  const params = themeForVersion(state.themeParams, state.version);
  if (behaviour.theme === 'two-keys') return { bg_color: params.bg_color, text_color: params.text_color };
  if (behaviour.theme === 'signed-integers') return themeAsSignedIntegers(params);
  return params;
}

/** @param {Context} context */
export function sendTheme(context) {
  context.answer('web_app_request_theme', 'theme_changed', { theme_params: wireTheme(context) });
}

/**
 * The payload of viewport_changed as this client writes it.
 * @param {Context} context @param {boolean} stable @param {number} height
 */
function viewportPayload({ behaviour, state }, stable, height) {
  if (behaviour.viewport === 'inner-height') {
    return {
      height: behaviour.payloadForm === 'literal' ? new Expression('window.innerHeight', height) : height,
      is_state_stable: true,
      is_expanded: true,
    };
  }
  if (behaviour.viewport === 'stable') return { height, is_state_stable: true, is_expanded: true };
  const isExpanded = behaviour.viewport === 'expanded' || state.expanded;
  return { height, width: state.viewport.width, is_state_stable: stable, is_expanded: isExpanded };
}

/** @param {Context} context @param {boolean} asked an answer to the app's own question is the true height */
function sendViewport(context, asked) {
  const { behaviour, port, state } = context;
  const send = (/** @type {number} */ height, /** @type {boolean} */ stable) =>
    context.answer('web_app_request_viewport', 'viewport_changed', viewportPayload(context, stable, height));
  const { height } = state.viewport;
  if (behaviour.viewportHeight === 'zero' || (behaviour.viewportHeight === 'one' && !asked)) {
    send(behaviour.viewportHeight === 'one' ? 1 : 0, true);
  } else if (behaviour.viewportHeight === 'unstable') {
    [0.7, 0.85, 0.97].forEach((share) => send(Math.round(height * share), false));
    port.later(stableAfterMs, () => send(height, true));
  } else {
    send(height, state.viewport.isStable);
  }
}

/** @param {Context} context */
function insetsNow({ behaviour, overrides, profile, state }) {
  const own = behaviour.safeAreas === 'real' && state.frame.statusBar;
  const barHides = bottomRows(state) > 0 || state.keyboard;
  const profileSafe = state.fullscreen ? profile.insets.safeFullscreen : profile.insets.safe;
  const safe = own ? { ...profileSafe, bottom: barHides ? 0 : profileSafe.bottom } : noInset;
  const content = state.fullscreen ? profile.insets.contentFullscreen : noInset;
  return { safe: overrides.safe ?? safe, content: overrides.content ?? content };
}

/** @param {Context} context @param {'safe' | 'content'} which @param {boolean} asked */
function sendInset(context, which, asked) {
  if (compareVersions(context.state.version, '8.0') < 0) return;
  const message = which === 'safe' ? 'web_app_request_safe_area' : 'web_app_request_content_safe_area';
  const eventType = which === 'safe' ? 'safe_area_changed' : 'content_safe_area_changed';
  const now = () => ({ ...(which === 'safe' ? context.state.safeArea : context.state.contentSafeArea) });
  if (context.behaviour.safeAreaDelayMs === 0) {
    context.answer(message, eventType, now());
    return;
  }
  if (asked) context.answer(message, eventType, noInset);
  context.port.later(context.behaviour.safeAreaDelayMs, () => context.answer(message, eventType, now()));
}

/** @param {any} a @param {any} b */
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/**
 * Works the geometry out again after something moved, and tells the page what changed.
 * @param {Context} context @param {string} reason
 */
export function relayout(context, reason) {
  const { behaviour, state } = context;
  const { width, height } = layoutOf(state);
  const resized = state.viewport.width !== width || state.viewport.height !== height;
  state.viewport = { width, height, isStable: true };
  const insets = insetsNow(context);
  const safeMoved = !same(state.safeArea, insets.safe);
  const contentMoved = !same(state.contentSafeArea, insets.content);
  state.safeArea = insets.safe;
  state.contentSafeArea = insets.content;
  if (reason === 'launch') return;
  context.changed();
  const silentButtons = reason === 'buttons' && !behaviour.viewportOnButtons;
  if ((resized && !silentButtons) || reason === 'expand') sendViewport(context, false);
  if (safeMoved) sendInset(context, 'safe', false);
  if (contentMoved) sendInset(context, 'content', false);
}

/** @param {Context} context @param {import('./types').BottomButton} button @param {any} data */
function setupButton(context, button, data) {
  button.isVisible = data.is_visible;
  if (typeof data.is_active === 'boolean') button.isActive = data.is_active;
  if (typeof data.is_progress_visible === 'boolean') button.isProgressVisible = data.is_progress_visible;
  if (typeof data.text === 'string') button.text = data.text;
  if (typeof data.color === 'string') button.color = data.color;
  if (typeof data.text_color === 'string') button.textColor = data.text_color;
  if (compareVersions(context.state.version, '7.10') >= 0) button.hasShineEffect = data.has_shine_effect === true;
  if (compareVersions(context.state.version, '9.5') >= 0) button.iconCustomEmojiId = data.icon_custom_emoji_id || '';
  if (button.text.trim() === '' && button.iconCustomEmojiId === '') button.isVisible = false;
  if (button.position !== undefined && ['left', 'right', 'top', 'bottom'].includes(data.position)) {
    button.position = data.position;
  }
  context.relayout('buttons');
}

/** @param {Context} context */
function requestFullscreen(context) {
  const { behaviour, state } = context;
  const message = 'web_app_request_fullscreen';
  if (behaviour.fullscreen === 'silent') return;
  if (behaviour.fullscreen === 'unsupported') {
    context.answer(message, 'fullscreen_failed', { error: 'UNSUPPORTED' });
  } else if (!state.fullscreen) {
    state.fullscreen = true;
    context.answer(message, 'fullscreen_changed', { is_fullscreen: true });
    context.relayout('fullscreen');
  } else if (behaviour.fullscreenAgain === 'already') {
    context.answer(message, 'fullscreen_failed', { error: 'ALREADY_FULLSCREEN' });
  } else if (behaviour.fullscreenAgain === 'changed') {
    context.answer(message, 'fullscreen_changed', { is_fullscreen: true });
  }
}

/** @param {Context} context @param {any} data */
function setHeaderColor({ state }, data) {
  const free = typeof data.color === 'string' && compareVersions(state.version, '6.9') >= 0;
  state.header = free ? { colorKey: '', color: data.color } : { colorKey: data.color_key ?? 'bg_color', color: '' };
}

/** @type {Record<string, Handler>} */
export const chromeHandlers = {
  iframe_ready: (context) => {
    context.state.iframeReady = true;
    context.answer('iframe_ready', 'set_custom_style', '* { scrollbar-width: thin; }');
  },
  iframe_will_reload: ({ port }) => port.effect('reload-confirmed', null),
  web_app_ready: () => {},
  web_app_expand: (context) => {
    context.state.expanded = true;
    context.relayout('expand');
  },
  web_app_close: (context, data) => context.close('app', data?.return_back === true),
  web_app_request_theme: sendTheme,
  web_app_request_viewport: (context) => {
    if (context.behaviour.viewportAnswer === 'yes') sendViewport(context, context.state.ready);
  },
  web_app_request_safe_area: (context) => sendInset(context, 'safe', true),
  web_app_request_content_safe_area: (context) => sendInset(context, 'content', true),
  web_app_request_fullscreen: requestFullscreen,
  web_app_exit_fullscreen: (context) => {
    if (!context.state.fullscreen) return;
    context.state.fullscreen = false;
    context.answer('web_app_exit_fullscreen', 'fullscreen_changed', { is_fullscreen: false });
    context.relayout('fullscreen');
  },
  web_app_toggle_orientation_lock: ({ state }, data) => {
    state.orientationLocked = data.locked;
  },
  web_app_set_header_color: setHeaderColor,
  web_app_set_background_color: ({ state }, data) => {
    state.backgroundColor = data.color;
  },
  web_app_set_bottom_bar_color: ({ state }, data) => {
    state.bottomBarColor = data.color;
  },
  web_app_setup_main_button: (context, data) => setupButton(context, context.state.mainButton, data),
  web_app_setup_secondary_button: (context, data) => setupButton(context, context.state.secondaryButton, data),
  web_app_setup_back_button: ({ state }, data) => {
    state.backButton = { isVisible: data.is_visible };
  },
  web_app_setup_settings_button: ({ state }, data) => {
    state.settingsButton = { isVisible: data.is_visible };
  },
  web_app_setup_closing_behavior: ({ behaviour, state }, data) => {
    if (data.need_confirmation || behaviour.closingConfirmation === 'both') {
      state.closingConfirmation = data.need_confirmation;
    }
  },
  web_app_setup_swipe_behavior: ({ state }, data) => {
    state.verticalSwipes = data.allow_vertical_swipe;
  },
  web_app_trigger_haptic_feedback: ({ port, state }, data) => {
    const detail = data.impact_style ?? data.notification_type ?? '';
    state.lastHaptic = detail ? `${data.type}:${detail}` : data.type;
    port.effect('haptic', state.lastHaptic);
  },
  web_app_hide_keyboard: (context) => {
    context.state.keyboard = false;
    context.relayout('keyboard');
  },
  web_app_verify_age: ({ port }, data) => port.effect('toast', `Age check: ${data.passed ? 'passed' : 'not passed'}`),
  web_app_allow_scroll: () => {},
  share_score: ({ port }) => port.effect('toast', 'Share score'),
  share_game: ({ port }) => port.effect('toast', 'Share game'),
};
