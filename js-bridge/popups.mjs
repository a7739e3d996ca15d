// One question at a time through the client's popup, answered exactly once whatever the client does: some lose the answer when a
// popup is dismissed, some show none at all (wire.md 8).

const limitMs = 120000;
const settleMs = 400;

/**
 * @param {import('./web_app').Client} webApp
 * @param {Window} window
 * @param {(request: number, confirmed: boolean) => void} answer
 * @param {() => void} giveUp this client can't be asked; an open question stays open
 */
export function createPopups(webApp, window, answer, giveUp) {
  /** @type {{ request: number, opened: number, timer: number } | null} */
  let pending = null;

  /** @param {boolean} confirmed */
  function close(confirmed) {
    if (!pending) return;
    const { request, timer } = pending;
    pending = null;
    window.clearTimeout(timer);
    answer(request, confirmed);
  }
  function lose() {
    window.clearTimeout(pending?.timer);
    pending = null;
    giveUp();
  }
  // A popup is modal: whoever touches the page sees none, and dismissed it unheard.
  window.addEventListener('pointerdown', () => {
    if (!pending || window.performance.now() - pending.opened <= settleMs) return;
    close(false);
    giveUp();
  }, true);
  // A dismissal without payload reaches raw listeners only.
  const view = window.Telegram?.WebView;
  view?.onEvent?.('popup_closed', (_, data) => {
    if (!data) close(false);
  });

  return {
    /** @param {{ request: number, title: string, message: string, confirm: string, cancel: string }} question */
    ask({ request, title, message, confirm, cancel }) {
      close(false);
      // A client that never closed the last one would keep the script's lock for good.
      view?.receiveEvent?.('popup_closed', {});
      pending = { request, opened: window.performance.now(), timer: window.setTimeout(lose, limitMs) };
      try {
        webApp.showPopup({
          title: title.slice(0, 64), message: message.slice(0, 256),
          buttons: [
            { id: 'yes', type: 'destructive', text: confirm.slice(0, 64) },
            { id: 'no', type: 'default', text: cancel.slice(0, 64) },
          ],
        }, (/** @type {string | null} */ id) => {
          if (pending && pending.request === request) close(id === 'yes');
        });
      } catch {
        lose();
      }
    },
  };
}
