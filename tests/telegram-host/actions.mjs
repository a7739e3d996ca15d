/**
 * What the person at the phone does, and what a test does in their place: pressing, closing, choosing a theme, moving
 * the frame. Each action changes the state of one client and sends what a real client would send for it.
 */
import { sendTheme } from './handlers-chrome.mjs';
import { withFaults } from './faults.mjs';
import { compareVersions } from './messages.mjs';
import { themeNamed } from './profiles.mjs';

/** @typedef {import('./types').Context} Context */

const noInset = { top: 0, bottom: 0, left: 0, right: 0 };

/** What a person does with the app. @param {Context} context */
export function userActions(context) {
  const { state } = context;
  return {
    /**
     * @param {'main' | 'secondary' | 'back' | 'settings'} button
     * @returns {boolean} whether there was something to press
     */
    press(button) {
      if (button === 'back' && !state.backButton.isVisible) return false;
      if (button === 'settings' && !state.settingsButton.isVisible) return false;
      if (button === 'main' || button === 'secondary') {
        const bottom = button === 'main' ? state.mainButton : state.secondaryButton;
        if (!bottom.isVisible || !bottom.isActive) return false;
      }
      context.lastTapMs = context.port.now();
      const message = button === 'settings' ? 'web_app_setup_settings_button' : `web_app_setup_${button}_button`;
      context.answer(message, `${button}_button_pressed`);
      return true;
    },
    tap() {
      context.lastTapMs = context.port.now();
    },
    /** The close button: asks first when the app wants it. */
    requestClose() {
      if (!state.closingConfirmation) return context.close('user');
      state.prompt = {
        kind: 'closing',
        title: '',
        message: '',
        text: 'Changes that you made may not be saved.',
        accept: 'Close anyway',
        decline: 'Cancel',
        detail: null,
      };
      return context.changed();
    },
    /** @param {boolean} visible */
    setVisible(visible) {
      if (state.visible === visible) return;
      state.visible = visible;
      if (compareVersions(state.version, '8.0') >= 0) context.emit('visibility_changed', { is_visible: visible });
      context.changed();
    },
  };
}

/** What a person or a test sets: theme, faults, silences, the clipboard. @param {Context} context */
export function settingActions(context) {
  const { state } = context;
  return {
    /** Sends any event, asked for or not. @param {string} eventType @param {any} [eventData] */
    send(eventType, eventData) {
      context.emit(eventType, eventData);
    },
    /** @param {string} scheme @param {Record<string, string>} [params] */
    setTheme(scheme, params) {
      state.scheme = scheme;
      state.themeParams = params ?? themeNamed(state.profile, scheme);
      if (context.behaviour.theme !== 'only-when-asked') sendTheme(context);
      context.changed();
    },
    /** @param {string} name @param {boolean} on */
    setFault(name, on) {
      const names = on ? [...state.faults, name] : state.faults.filter((each) => each !== name);
      context.behaviour = withFaults(context.profile.behaviour, names);
      state.faults = [...new Set(names)];
      context.changed();
    },
    /** @param {string} message @param {boolean} on */
    setSilent(message, on) {
      const rest = state.silent.filter((each) => each !== message);
      state.silent = on ? [...rest, message] : rest;
      context.changed();
    },
    /**
     * In the client's own settings. Android tells the app nothing of it.
     * @param {'biometry' | 'location'} what @param {boolean} granted
     */
    setAccess(what, granted) {
      Object.assign(state[what], { accessRequested: true, accessGranted: granted });
      context.changed();
    },
    /** @param {string | null} text */
    setClipboard(text) {
      context.clipboard = text ?? '';
    },
    /** How the phone is held from now on; null lets it swing. @param {string} sensor @param {Record<string, any> | null} held */
    setReading(sensor, held) {
      context.readings[sensor] = held;
    },
  };
}

/** Geometry in the user's hands: the frame, the keyboard, the sheet, insets. @param {Context} context */
export function frameActions(context) {
  const { state } = context;
  return {
    /** @param {{ width: number, height: number, statusBar?: boolean }} frame */
    setFrame(frame) {
      state.frame = { ...state.frame, ...frame };
      context.relayout('frame');
    },
    /** @param {boolean} open */
    setKeyboard(open) {
      state.keyboard = open;
      context.relayout('keyboard');
    },
    /** @param {boolean} expanded */
    setExpanded(expanded) {
      state.expanded = expanded;
      context.relayout('drag');
    },
    /** @param {boolean} fullscreen */
    setFullscreen(fullscreen) {
      state.fullscreen = fullscreen;
      context.emit('fullscreen_changed', { is_fullscreen: fullscreen });
      context.relayout('fullscreen');
    },
    /** @param {Partial<import('./types').Inset> | null} inset null goes back to the profile's own */
    setSafeArea(inset) {
      context.overrides.safe = inset && { ...noInset, ...inset };
      context.relayout('insets');
    },
    /** @param {Partial<import('./types').Inset> | null} inset */
    setContentSafeArea(inset) {
      context.overrides.content = inset && { ...noInset, ...inset };
      context.relayout('insets');
    },
    /**
     * Forces the web view's height, as when a client shrinks or collapses it.
     * @param {{ height: number } | null} size
     */
    setViewport(size) {
      state.viewportHeight = size && size.height;
      context.relayout('forced');
    },
    /**
     * Sends a viewport event as given, whatever the frame is.
     * @param {{ height: number, width?: number, stable?: boolean }} size
     */
    sendViewport({ height, width, stable = true }) {
      const data = { height, width, is_state_stable: stable, is_expanded: state.expanded };
      context.emit('viewport_changed', data);
    },
  };
}
