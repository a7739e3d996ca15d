/**
 * Where the web view lies inside the phone, as numbers: the one rule that both the drawn page and the reported viewport
 * follow. Sizes are CSS pixels.
 */

/** @typedef {import('./types').State} State */
/** @typedef {import('./types').Layout} Layout */

export const bottomRow = 58;
export const bottomSecondRow = 51;
export const keyboardHeight = 264;
const compactShare = 0.58;

/** @param {State} state @returns {number} 0, 1 or 2 */
export function bottomRows(state) {
  const { mainButton, secondaryButton } = state;
  if (!mainButton.isVisible && !secondaryButton.isVisible) return 0;
  const stacked = secondaryButton.position === 'top' || secondaryButton.position === 'bottom';
  return mainButton.isVisible && secondaryButton.isVisible && stacked ? 2 : 1;
}

/** @param {State} state @returns {Layout} */
export function layoutOf(state) {
  const { chrome, frame } = state;
  const rows = bottomRows(state);
  const statusBar = frame.statusBar ? chrome.statusBar : 0;
  const homeIndicator = frame.statusBar && !state.keyboard ? chrome.homeIndicator : 0;
  const keyboard = state.keyboard ? Math.min(keyboardHeight, Math.floor(frame.height / 2)) : 0;
  const bar = rows === 0 ? 0 : bottomRow + (rows - 1) * bottomSecondRow + homeIndicator;
  const sheetTop = state.expanded || state.fullscreen ? 0 : Math.round(frame.height * (1 - compactShare));
  const header = state.fullscreen ? 0 : chrome.header;
  const top = state.fullscreen ? 0 : sheetTop + (sheetTop > 0 ? 0 : statusBar) + header;
  return {
    sheetTop,
    statusBar,
    header,
    top,
    width: frame.width,
    height: state.viewportHeight ?? Math.max(0, frame.height - top - bar - keyboard),
    bar,
    keyboard,
    homeIndicator,
  };
}
