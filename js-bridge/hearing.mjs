// Whether the client hears the page at all: some take a moved page for another origin and drop every message without an error
// (wire.md 8). Its buttons and popups never come then, so the app must show its own. And whether what it says of its height can be
// meant: it is asked once more where not.

const limitMs = 5000;
const answers = ['theme_changed', 'viewport_changed', 'main_button_pressed', 'back_button_pressed'];
export const floorPx = 100;   // A height below is a client's slip (Telegram-iOS #2235), not a page.

/** The client tells it again. @param {Window} window @param {string} what */
export const ask = (window, what) => window.Telegram?.WebView?.postEvent?.('web_app_request_' + what);

/** @param {Window} window @param {(heard: boolean) => void} tell called when that is known, and when it changes */
export function watchHearing(window, tell) {
  const view = window.Telegram?.WebView;
  if (!view) return;
  const timer = window.setTimeout(tell, limitMs, false);
  const hear = () => {
    window.clearTimeout(timer);
    tell(true);
  };
  for (const event of answers) view.onEvent(event, hear);
  let looks = 3;   // At a collapsed viewport: a client that goes on so is not asked for ever.
  view.onEvent('viewport_changed', (_, data) => {
    if (data?.height >= floorPx) looks = 3;
    else if (looks-- > 0) ask(window, 'viewport');
  });
  ask(window, 'theme');
  ask(window, 'viewport');
}

/**
 * What is left of a client's abilities when parts of it turn out not to work, or to work after all.
 * @param {{ insideTelegram: boolean, bottomButtons: boolean, backButton: boolean, popups: boolean,
 *   invoices: boolean, inlineQueries: boolean }} can as far as its version tells
 * @param {(left: Record<string, boolean>) => void} tell
 */
export function createDoubts(can, tell) {
  const works = { popups: true, client: true };
  return (/** @type {Partial<typeof works>} */ part) => {
    const { popups, client } = Object.assign(works, part);
    tell({
      ...can,
      bottomButtons: can.bottomButtons && client, backButton: can.backButton && client, popups: can.popups && popups && client,
      invoices: can.invoices && client,
    });
  };
}
