// The phone's own back gesture where Telegram gives no back button: one entry of history stands for "there is a way back" and is
// put there again after each use, for as long as the app has somewhere to go.

/** @param {Window} window @param {() => void} onBack */
export function createBack(window, onBack) {
  let wanted = false;
  let armed = false;   // Our entry is on top.
  let ignored = 0;     // Steps back that we take ourselves.

  function settle() {
    if (wanted && !armed) {
      armed = true;
      window.history.pushState({ kiosk: 'back' }, '');
    } else if (!wanted && armed) {
      armed = false;
      ignored++;
      window.history.back();
    }
  }
  window.addEventListener('popstate', () => {
    if (ignored) {
      ignored--;
      return;
    }
    if (!armed) return;
    armed = false;
    onBack();
    // The app answers within its next frame, perhaps with another page that has a way back.
    window.setTimeout(settle, 100);
  });
  return {
    /** @param {boolean} visible */
    show(visible) {
      wanted = visible;
      settle();
    },
  };
}
