/** A stand-in Mini App: calls a handful of methods through Telegram's own script and writes down every answer. */

/** @param {any} app @param {(name: string, value: any) => void} note */
function actionsOf(app, note) {
  let count = 0;
  return {
    'Popup': () =>
      app.showPopup(
        {
          title: 'Order',
          message: 'Add fries to your burger?',
          buttons: [
            { id: 'yes', type: 'default', text: 'Add fries' },
            { id: 'drop', type: 'destructive', text: 'Remove burger' },
            { type: 'cancel' },
          ],
        },
        (/** @type {any} */ id) => note('popup', id),
      ),
    'Alert': () => app.showAlert('The kitchen closes in 10 minutes.', () => note('alert', true)),
    'Confirm': () => app.showConfirm('Empty the cart?', (/** @type {any} */ yes) => note('confirm', yes)),
    'Invoice': () => app.openInvoice('https://t.me/$order_42', (/** @type {any} */ status) => note('invoice', status)),
    'Scan QR': () =>
      app.showScanQrPopup({ text: 'Point at the code on your table' }, (/** @type {any} */ text) => {
        note('qr', text);
        return true;
      }),
    'Write access': () => app.requestWriteAccess((/** @type {any} */ ok) => note('write', ok)),
    'Contact': () =>
      app.requestContact((/** @type {any} */ ok, /** @type {any} */ data) => note('contact', [ok, data])),
    'Clipboard': () => app.readTextFromClipboard((/** @type {any} */ text) => note('clipboard', text)),
    'Haptic': () => app.HapticFeedback.notificationOccurred('success'),
    'Save': () =>
      app.CloudStorage.setItem('cart', `burger-${(count += 1)}`, (/** @type {any} */ e, /** @type {any} */ ok) =>
        note('saved', [e, ok]),
      ),
    'Load': () =>
      app.CloudStorage.getItem('cart', (/** @type {any} */ e, /** @type {any} */ value) => note('loaded', [e, value])),
    'Fullscreen': () => (app.isFullscreen ? app.exitFullscreen() : app.requestFullscreen()),
    'Expand': () => app.expand(),
    'Story': () => app.shareToStory('https://example.com/burger.jpg', { text: 'My burger' }),
    'Confirm closing': () => app.enableClosingConfirmation(),
    'Two buttons': () => {
      app.SecondaryButton.setParams({ text: 'Table 7', is_visible: true, position: count % 2 ? 'left' : 'top' });
      count += 1;
    },
    'Progress': () =>
      app.MainButton.isProgressVisible ? app.MainButton.hideProgress() : app.MainButton.showProgress(),
    'Close': () => app.close(),
  };
}

(function () {
  const app = /** @type {any} */ (window).Telegram && /** @type {any} */ (window).Telegram.WebApp;
  const journal = /** @type {HTMLElement} */ (document.getElementById('journal'));
  const note = (/** @type {string} */ name, /** @type {any} */ value) => {
    journal.textContent = `${name} ${JSON.stringify(value)}\n${journal.textContent}`;
  };
  if (!app) {
    note('no Telegram script', null);
    return;
  }
  const user = app.initDataUnsafe.user || {};
  const hello = /** @type {HTMLElement} */ (document.getElementById('hello'));
  hello.textContent = `Hello, ${user.first_name || 'stranger'}: ${app.platform} ${app.version}, ${app.colorScheme}`;

  const row = /** @type {HTMLElement} */ (document.getElementById('buttons'));
  for (const [name, run] of Object.entries(actionsOf(app, note))) {
    const button = document.createElement('button');
    button.textContent = name;
    button.onclick = () => {
      try {
        run();
      } catch (error) {
        note('threw', String(error));
      }
    };
    row.append(button);
  }
  for (const name of [
    'viewportChanged',
    'themeChanged',
    'fullscreenChanged',
    'activated',
    'deactivated',
    'invoiceClosed',
  ]) {
    app.onEvent(name, (/** @type {any} */ data) => note(name, data));
  }
  app.MainButton.setParams({ text: 'View order · 12.40 €', is_visible: true, has_shine_effect: true });
  app.MainButton.onClick(() => note('main button', true));
  app.BackButton.onClick(() => note('back button', true));
  app.BackButton.show();
  app.SettingsButton.onClick(() => note('settings', true));
  app.SettingsButton.show();
  app.ready();
})();
