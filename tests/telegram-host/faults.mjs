/**
 * Faults of real clients, each to be switched on singly. A fault is nothing but a change to the profile's behaviour, so
 * it can be combined with any profile; `withFaults` folds the chosen ones over a profile in the order of this list.
 */
import { desktopIgnores, tapGuarded } from './profiles.mjs';

/** @typedef {import('./types').Behaviour} Behaviour */
/** @typedef {import('./types').Fault} Fault */

/** @type {(name: string, about: string, set: Partial<Behaviour>) => Fault} */
const fault = (name, about, set) => ({ name, about, set });

/** @type {Fault[]} */
export const faults = [
  fault('silent-popup', 'A popup closes without any event: the lock of showPopup stays.', { popupDismissed: 'silent' }),
  fault('popup-no-payload', 'A dismissed popup sends popup_closed with no payload: its callback is lost.', {
    popupDismissed: 'no-payload',
  }),
  fault('popup-closed-at-once', 'A second popup, or one with more than three buttons, is answered at once, without an id.', { popupSecond: 'close-at-once' }),
  fault('popup-cooldown', 'The third popup within 150 ms of a closing is ignored.', { popupCooldown: true }),
  fault('prompts-blocked', 'A permission asked for a fourth time in a row is refused unasked, for 3 s.', {
    promptBlock: true,
  }),
  fault('tap-window', 'What needs a tap is dropped without an event when the last one was over 10 s ago.', {
    tapGuarded,
  }),
  fault('desktop-handlers-missing', 'Haptics, swipes, orientation, keyboard, ready and expand have no handler.', {
    ignores: desktopIgnores,
  }),
  fault('js-literal-payloads', 'Payloads are JavaScript literals with expressions, not JSON (native transport).', {
    payloadForm: 'literal',
    viewport: 'inner-height',
  }),
  fault('clipboard-after-10s', 'The clipboard is answered as if the last tap were over 10 s ago: without data.', {
    clipboard: 'no-data',
  }),
  fault('clipboard-attachment-only', 'Only an app of the attachment menu reads the clipboard, others get no data.', {
    clipboard: 'attachment-only',
  }),
  fault('clipboard-silent', 'The clipboard is never answered.', { clipboard: 'no-handler' }),
  fault('qr-without-event', 'The scanner shows a box and sends nothing: its lock stays.', { qr: 'no-event' }),
  fault('camera-denied', 'Without the camera permission Android closes the scanner at once, with an empty object.', {
    qr: 'denied',
  }),
  fault('second-invoice-cancelled', 'A second invoice is answered cancelled while the first is open.', {
    invoiceSecond: 'cancelled',
  }),
  fault('invoice-silent-on-cancel', 'Cancelling an invoice sends no event.', { invoiceCancelled: 'silent' }),
  fault('invoice-paid-then-cancelled', 'A paid invoice is followed by a second event that says cancelled.', {
    invoiceCancelled: 'also-after-paid',
  }),
  fault('close-on-bad-arguments', 'A malformed message closes the app.', { badArguments: 'close' }),
  fault('session-storage-leftovers', "The last launch's sessionStorage is still there and overrides this launch.", {
    sessionStorage: 'leftovers',
  }),
  fault('origin-protection-drop', 'The page counts as moved to another origin: nothing passes either way, no error.', {
    samePage: false,
  }),
  fault(
    'reload-unconfirmed',
    'The host takes a reload for unconfirmed: after 500 ms it goes to about:blank and back.',
    {
      reload: 'navigate-after-500ms',
    },
  ),
  fault('reload-loop', 'The web view reloads itself every 7 s, as one Android build did.', { reloadEveryMs: 7000 }),
  fault('destroyed-while-minimised', 'Minimising destroys the web view; restoring loads it anew.', {
    minimise: 'destroy',
  }),
  fault('viewport-1px', 'The viewport collapses to 1 px, then comes back only when it is asked for again.', {
    viewportHeight: 'one',
  }),
  fault('viewport-zero', 'viewport_changed says height 0.', { viewportHeight: 'zero' }),
  fault('viewport-unstable', 'Each viewport change comes as a series of unstable heights before the stable one.', {
    viewportHeight: 'unstable',
  }),
  fault('viewport-no-width', 'viewport_changed carries no width and is always stable.', { viewport: 'stable' }),
  fault('viewport-silent-on-buttons', 'Showing or hiding a bottom button changes the height without an event.', {
    viewportOnButtons: false,
  }),
  fault('viewport-unanswered', 'web_app_request_viewport is never answered.', { viewportAnswer: 'silent' }),
  fault('late-safe-areas', 'Insets are zero first; the true ones come 400 ms later.', { safeAreaDelayMs: 400 }),
  fault('fullscreen-silent', 'Fullscreen requests are ignored without an event.', { fullscreen: 'silent' }),
  fault('fullscreen-again-silent', 'A request for fullscreen is ignored without an event where it is on already.', {
    fullscreenAgain: 'silent',
  }),
  fault('fullscreen-unsupported', 'Fullscreen requests fail as UNSUPPORTED.', { fullscreen: 'unsupported' }),
  fault('cloud-storage-silent', 'CloudStorage never answers.', { cloudStorage: 'silent' }),
  fault('cloud-storage-invalid', 'CloudStorage answers METHOD_INVALID.', { cloudStorage: 'invalid' }),
  fault('device-storage-unsupported', 'DeviceStorage answers UNSUPPORTED.', { deviceStorage: 'unsupported' }),
  fault('device-storage-silent', 'DeviceStorage never answers.', { deviceStorage: 'silent' }),
  fault('secure-storage-silent', 'SecureStorage never answers.', { secureStorage: 'silent' }),
  fault('secure-storage-unsupported', 'SecureStorage answers UNSUPPORTED.', { secureStorage: 'unsupported' }),
  fault('request-chat-silent', 'requestChat passes the version gate and is never answered.', { requestChat: 'silent' }),
  fault('download-not-approved', 'Telegram does not approve a download: it is cancelled unasked.', {
    download: 'not-approved',
  }),
  fault('story-box', 'A box says that stories are not supported, and no event.', { story: 'box' }),
  fault('tg-link-closes', 'A link into Telegram closes the app.', { tgLinkCloses: true }),
  fault('home-screen-unsupported', 'Shortcuts on the home screen are not supported.', { homeScreen: 'unsupported' }),
  fault('biometry-unavailable', 'Biometrics are not available.', { biometry: 'unavailable' }),
  fault('sensors-unsupported', 'Motion sensors fail as UNSUPPORTED.', { sensors: 'unsupported' }),
  fault('location-unavailable', 'Location is not available.', { location: 'unavailable', locationCheck: 'yes' }),
  fault('confirmation-sticks', 'Closing confirmation can be switched on, never off.', {
    closingConfirmation: 'set-only',
  }),
  fault('theme-missing-keys', 'The theme has only bg_color and text_color.', { theme: 'two-keys' }),
  fault('theme-negative-numbers', 'Colours arrive as negative numbers.', { theme: 'signed-integers' }),
  fault('theme-silent', 'Theme changes are not reported until the app asks.', { theme: 'only-when-asked' }),
  fault('init-data-empty', 'The launch carries no initData.', { initData: 'empty' }),
  fault('init-data-expired', 'initData is two days old.', { initData: 'expired' }),
  fault('init-data-forged', "initData's hash is wrong.", { initData: 'forged' }),
  fault('start-param-lost', 'The start parameter is dropped.', { startParam: 'lost' }),
  fault('early-events', 'Events come while the page still loads, before the script exists, and are not repeated.', {
    earlyEvents: true,
  }),
  fault('slow-answers', 'Every answer comes 3 s late.', { answerDelayMs: 3000 }),
  fault('double-answers', 'Every answer comes twice.', { answerTwice: true }),
  fault('answers-out-of-order', 'Answers that carry a req_id come in pairs, the later one first.', {
    answerOrder: 'swapped',
  }),
  fault('hostile-events', 'After each message of the app comes a forged, wrong-typed or unasked event.', {
    hostileEvents: true,
  }),
];

/** @param {Behaviour} behaviour @param {Iterable<string>} names @returns {Behaviour} */
export function withFaults(behaviour, names) {
  const chosen = new Set(names);
  for (const name of chosen) {
    if (!faults.some((each) => each.name === name)) throw new Error(`no fault is called ${name}`);
  }
  return Object.assign({}, behaviour, ...faults.filter((each) => chosen.has(each.name)).map((each) => each.set));
}

/** Forged events, sent in turn by the fault `hostile-events`. @type {Array<[string, any]>} */
export const hostileEvents = [
  ['popup_closed', { button_id: 'ok' }],
  ['invoice_closed', { slug: 'never-opened', status: 'paid' }],
  ['viewport_changed', { height: '<img src=x>', is_state_stable: 'yes' }],
  ['theme_changed', { theme_params: { bg_color: 'javascript:alert(1)', text_color: 7 } }],
  ['custom_method_invoked', { req_id: 'nobody', result: { deep: [[[[[]]]]] } }],
  ['safe_area_changed', { top: -1e9, bottom: 1e9, left: null }],
  ['main_button_pressed', { forged: true }],
  ['qr_text_received', { data: 'x'.repeat(70000) }],
  ['no_such_event', [1, 2, 3]],
  ['fullscreen_changed', undefined],
  ['clipboard_text_received', { req_id: 12, data: ['a'] }],
];
