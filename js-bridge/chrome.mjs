// What Telegram draws around the page: bottom buttons, back and settings button, colours, the question before closing. Only what
// changed is sent on; what the client is too old for is left out.

/**
 * @typedef {{ visible: boolean, text: string, enabled: boolean, busy: boolean, colour: string, textColour: string }} Button
 * @typedef {{ main: Button, secondary: Button, backVisible: boolean, settingsVisible: boolean, confirmClosing: boolean,
 *   header: string, background: string, bottomBar: string }} Chrome
 */

/**
 * @param {import('./web_app').Client} webApp
 * @param {(version: string) => boolean} atLeast
 * @param {(action: () => void) => void} attempt runs what may throw
 */
export function createChrome(webApp, atLeast, attempt) {
  /** @type {Map<string, string>} */
  const shown = new Map();

  /** @param {string} part @param {unknown} value @param {() => void} show */
  function change(part, value, show) {
    const text = JSON.stringify(value);
    if (shown.get(part) === text) return;
    shown.set(part, text);
    attempt(show);
  }

  /** @param {import('./web_app').Client['MainButton']} button @param {Button} wanted */
  function showButton(button, wanted) {
    if (!wanted.visible || !wanted.text) {
      button.hide();
      return;
    }
    if (wanted.busy) button.showProgress(true);
    else button.hideProgress();
    // After hideProgress, which also enables.
    button.setParams({
      text: wanted.text.slice(0, 64), color: wanted.colour, text_color: wanted.textColour,
      is_active: wanted.enabled && !wanted.busy, is_visible: true,
    });
  }

  /** @param {string} colour */
  function headerColour(colour) {
    if (atLeast('6.9')) return colour;
    // Older clients take the name of a theme colour only.
    return colour === webApp.themeParams.secondary_bg_color ? 'secondary_bg_color' : 'bg_color';
  }

  return {
    /** @param {Chrome} chrome */
    show(chrome) {
      change('main', chrome.main, () => showButton(webApp.MainButton, chrome.main));
      if (atLeast('7.10')) {
        change('secondary', chrome.secondary, () => showButton(webApp.SecondaryButton, chrome.secondary));
        change('bottomBar', chrome.bottomBar, () => webApp.setBottomBarColor(chrome.bottomBar));
      }
      if (atLeast('7.0')) {
        change('settings', chrome.settingsVisible, () => webApp.SettingsButton[chrome.settingsVisible ? 'show' : 'hide']());
      }
      if (atLeast('6.2')) {
        change('closing', chrome.confirmClosing, () =>
          webApp[chrome.confirmClosing ? 'enableClosingConfirmation' : 'disableClosingConfirmation']());
      }
      if (!atLeast('6.1')) return;
      change('back', chrome.backVisible, () => webApp.BackButton[chrome.backVisible ? 'show' : 'hide']());
      change('header', headerColour(chrome.header), () => webApp.setHeaderColor(headerColour(chrome.header)));
      change('background', chrome.background, () => webApp.setBackgroundColor(chrome.background));
    },
  };
}
