/**
 * Stands in for a native client inside the Mini App's page: defines TelegramWebviewProxy, hands posts to the host page,
 * and evaluates what the host answers, as WebViews do. The page no longer sees that it is framed. A native client
 * evaluates past the page's policy, so the server lets the policy pass eval in pages that it puts this script into.
 */
(function () {
  const host = window.parent;
  if (host === window) return;
  Object.defineProperty(window, 'parent', { value: window, configurable: true });

  const tell = (/** @type {Record<string, any>} */ message) => host.postMessage(message, '*');

  Object.defineProperty(window, 'TelegramWebviewProxy', {
    value: {
      postEvent(/** @type {any} */ eventType, /** @type {any} */ eventData) {
        tell({ t1: 'post', eventType, eventData });
      },
    },
  });

  window.addEventListener('message', (event) => {
    if (event.source !== host || !event.data || event.data.t1 !== 'evaluate') return;
    event.stopImmediatePropagation();
    (0, eval)(event.data.code);
  });
  window.addEventListener('pointerdown', () => tell({ t1: 'tap' }), true);
  tell({ t1: 'hello' });
})();
