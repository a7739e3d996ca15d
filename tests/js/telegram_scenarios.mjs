// How each row of src/telegram/manifest.inc is driven: what the app calls, what the person at the phone does, and what comes back.
// Read by the coverage test and by the table of docs/telegram-support.md. `did` names the message that must have reached the client, and
// `says` its payload, so that no row passes by being ignored, or by doing something else.
import { isDeepStrictEqual } from 'node:util';

/**
 * @typedef {[string, ...any[]]} Step a call ['path', ...fields] or something done to the client ['>press', 'main']
 * @typedef {{ fields?: any[], before?: Step[], after?: Step[], values?: any[], code?: string, did?: string, says?: Record<string, any>,
 *   faults?: string[], options?: Record<string, any>, tells?: string[], fresh?: boolean }} Scenario tells: the events that the app hears;
 *   each once, and once more by a handler of its own. fresh: not after other calls
 */

/**
 * Whether an entry of the client's log is what the row's call says to it, and was not dropped. Ids of requests are the script's own where
 * the row names none; a bottom button tells all that it is.
 * @param {Scenario} scenario @param {import('../telegram-host/types').LogEntry} entry
 */
export function isSaid({ did, says }, { from, eventType, eventData, note }) {
  if (from !== 'app' || eventType !== did || note) return false;
  const { req_id: request, ...said } = eventData ?? {};
  const own = /_(main|secondary)_button$/.test(did) ? said : {};
  return isDeepStrictEqual({ ...said, req_id: request }, { req_id: request, ...own, ...says });
}

const link = 'https://shop.example/burger.jpg';
/** @type {Step[]} */
const initedBiometry = [['BiometricManager.init']];
/** @type {Step[]} */
const biometry = [...initedBiometry, ['BiometricManager.requestAccess', 'Reorder'], ['>answerPrompt', true]];
/** @type {Step[]} */
const initedLocation = [['LocationManager.init']];
/** @type {Step[]} */
const located = [...initedLocation, ['LocationManager.getLocation'], ['>answerPrompt', true]];
/** @type {Step[]} */
const tapped = [['>tap']];

/** @type {(name: string, message: string, press: string) => Record<string, Scenario>} */
const bottomButton = (name, message, press) => ({
  [`${name}.setText`]: { fields: ['Pay'], before: [[`${name}.show`]], did: message, says: { is_visible: true, text: 'Pay' } },
  [`${name}.onClick`]: {
    before: [[`${name}.setText`, 'Pay'], [`${name}.show`]], after: [['>press', press]], tells: [`${press}ButtonClicked`, `${press}ButtonClicked`],
  },
  [`${name}.offClick`]: { before: [[`${name}.onClick`], [`${name}.show`]], after: [['>press', press]], tells: [`${press}ButtonClicked`] },
  [`${name}.show`]: { before: [[`${name}.hide`]], did: message, says: { is_visible: true } },
  [`${name}.hide`]: { before: [[`${name}.show`]], did: message, says: { is_visible: false } },
  [`${name}.enable`]: { before: [[`${name}.show`], [`${name}.disable`]], did: message, says: { is_active: true } },
  [`${name}.disable`]: { before: [[`${name}.show`]], did: message, says: { is_active: false } },
  [`${name}.showProgress`]: {
    fields: [true], before: [[`${name}.show`]], did: message, says: { is_progress_visible: true, is_active: true },
  },
  [`${name}.hideProgress`]: { before: [[`${name}.show`], [`${name}.showProgress`]], did: message, says: { is_progress_visible: false } },
});

/** @type {(name: string, message: string, press: string) => Record<string, Scenario>} */
const barButton = (name, message, press) => ({
  [`${name}.onClick`]: { before: [[`${name}.show`]], after: [['>press', press]], tells: [`${press}ButtonClicked`, `${press}ButtonClicked`] },
  [`${name}.offClick`]: { before: [[`${name}.onClick`], [`${name}.show`]], after: [['>press', press]], tells: [`${press}ButtonClicked`] },
  [`${name}.show`]: { before: [[`${name}.hide`]], did: message, says: { is_visible: true } },
  [`${name}.hide`]: { before: [[`${name}.show`]], did: message, says: { is_visible: false } },
});

/** @type {(name: string, message: string, rate: any[], says: Record<string, any>) => Record<string, Scenario>} */
const sensor = (name, message, rate, says) => ({
  [`${name}.start`]: { fields: rate, after: [['>advance', 200]], values: [null], did: `web_app_start_${message}`, says },
  [`${name}.stop`]: { before: [[`${name}.start`, ...rate]], values: [true], did: `web_app_stop_${message}` },
});

/** @type {Record<string, Scenario>} */
export const methodScenarios = {
  'isVersionAtLeast': { fields: ['9.0'], values: [true] },
  'setHeaderColor': { fields: ['#112233'], did: 'web_app_set_header_color', says: { color: '#112233' } },
  'setBackgroundColor': { fields: ['#445566'], did: 'web_app_set_background_color', says: { color: '#445566' } },
  'setBottomBarColor': { fields: ['#778899'], did: 'web_app_set_bottom_bar_color', says: { color: '#778899' } },
  'enableClosingConfirmation': { did: 'web_app_setup_closing_behavior', says: { need_confirmation: true } },
  'disableClosingConfirmation': { did: 'web_app_setup_closing_behavior', says: { need_confirmation: false } },
  'enableVerticalSwipes': { did: 'web_app_setup_swipe_behavior', says: { allow_vertical_swipe: true } },
  'disableVerticalSwipes': { did: 'web_app_setup_swipe_behavior', says: { allow_vertical_swipe: false } },
  'lockOrientation': { did: 'web_app_toggle_orientation_lock', says: { locked: true } },
  'unlockOrientation': { did: 'web_app_toggle_orientation_lock', says: { locked: false } },
  'requestFullscreen': { values: [null], did: 'web_app_request_fullscreen' },
  'exitFullscreen': { before: [['requestFullscreen']], values: [null], did: 'web_app_exit_fullscreen' },
  'addToHomeScreen': { before: tapped, after: [['>answerPrompt', true]], values: [null], did: 'web_app_add_to_home_screen' },
  'checkHomeScreenStatus': { fresh: true, values: ['missed'], did: 'web_app_check_home_screen' },
  'onEvent': { fields: ['deactivated'], after: [['>setVisible', false], ['>setVisible', true]], tells: ['deactivated', 'deactivated'] },
  'offEvent': {
    fields: ['deactivated'], before: [['onEvent', 'deactivated']], after: [['>setVisible', false], ['>setVisible', true]],
    tells: ['deactivated'],
  },
  'sendData': { fields: ['order 1'], did: 'web_app_data_send', says: { data: 'order 1' }, options: { kind: 'keyboard' } },
  'switchInlineQuery': {
    fields: ['burger', ['users', 'groups']],
    did: 'web_app_switch_inline_query', says: { query: 'burger', chat_types: ['users', 'groups'] },
  },
  'openLink': {
    fields: ['https://shop.example/', true],
    did: 'web_app_open_link', says: { url: 'https://shop.example/', try_instant_view: true },
  },
  'openTelegramLink': { fields: ['https://t.me/kiosk_bot'], did: 'web_app_open_tg_link', says: { path_full: '/kiosk_bot' } },
  'openInvoice': {
    fields: ['https://t.me/$order_1'], after: [['>closeInvoice', 'paid']], values: ['paid'],
    did: 'web_app_open_invoice', says: { slug: 'order_1' },
  },
  'showPopup': {
    fields: ['Fries?', 'Add fries?', [{ id: 'yes', type: 'default', text: 'Add' }]], after: [['>answerPopup', 'yes']],
    values: ['yes'],
    did: 'web_app_open_popup', says: { title: 'Fries?', message: 'Add fries?', buttons: [{ id: 'yes', type: 'default', text: 'Add' }] },
  },
  'showAlert': {
    fields: ['Ready'], after: [['>answerPopup', '']], values: [],
    did: 'web_app_open_popup', says: { message: 'Ready', buttons: [{ id: '', type: 'close' }] },
  },
  // Android shows no third popup within seconds.
  'showConfirm': {
    fresh: true, fields: ['Sure?'], after: [['>answerPopup', 'ok']], values: [true],
    did: 'web_app_open_popup', says: { message: 'Sure?', buttons: [{ id: 'ok', type: 'ok' }, { id: '', type: 'cancel' }] },
  },
  'showScanQrPopup': {
    fields: ['Table code'], after: [['>scanQr', 'table-7']], values: ['table-7'],
    did: 'web_app_open_scan_qr_popup', says: { text: 'Table code' },
  },
  'closeScanQrPopup': { before: [['showScanQrPopup', '']], did: 'web_app_close_scan_qr_popup' },
  'readTextFromClipboard': { before: tapped, values: ['KIOSK10'], did: 'web_app_read_text_from_clipboard' },
  'requestWriteAccess': { after: [['>answerPrompt', true]], values: [true], did: 'web_app_request_write_access' },
  'requestContact': { after: [['>answerPrompt', false]], values: [false, { status: 'cancelled' }], did: 'web_app_request_phone' },
  'downloadFile': {
    fields: ['https://shop.example/r.pdf', 'r.pdf'], before: tapped, after: [['>answerPrompt', true]], values: [true],
    did: 'web_app_request_file_download', says: { url: 'https://shop.example/r.pdf', file_name: 'r.pdf' },
  },
  'shareToStory': {
    fields: [link, 'Lunch', 'https://shop.example/', 'Order'], before: tapped, after: [['>answerPrompt', true]],
    did: 'web_app_share_to_story', says: { media_url: link, text: 'Lunch', widget_link: { url: 'https://shop.example/', name: 'Order' } },
  },
  'shareMessage': {
    fields: ['prepared-1'], before: tapped, after: [['>answerPrompt', true]], values: [null],
    did: 'web_app_send_prepared_message', says: { id: 'prepared-1' },
  },
  'setEmojiStatus': {
    fields: ['5368324170671202286', 3600], before: tapped, after: [['>answerPrompt', true]], values: [null],
    did: 'web_app_set_emoji_status', says: { custom_emoji_id: '5368324170671202286', duration: 3600 },
  },
  'requestEmojiStatusAccess': {
    before: tapped, after: [['>answerPrompt', true]], values: [true], did: 'web_app_request_emoji_status_access',
  },
  'invokeCustomMethod': {
    fields: ['getStorageKeys', {}], values: [[]],
    did: 'web_app_invoke_custom_method', says: { method: 'getStorageKeys', params: {} },
  },
  'ready': { did: 'web_app_ready' },
  'expand': { did: 'web_app_expand' },
  'close': { fields: [true], did: 'web_app_close', says: { return_back: true } },
  'hideKeyboard': { did: 'web_app_hide_keyboard' },
  'requestChat': {
    fields: ['button-1'], after: [['>answerPrompt', true]], values: [null],
    did: 'web_app_request_chat', says: { req_id: 'button-1' },
  },
  ...bottomButton('MainButton', 'web_app_setup_main_button', 'main'),
  'MainButton.setParams': {
    fields: ['Pay €12', '#112233', '#ffffff', true, true, true, '5368324170671202286'],
    did: 'web_app_setup_main_button',
    says: { is_visible: true, is_active: true, text: 'Pay €12', color: '#112233', text_color: '#ffffff', has_shine_effect: true },
  },
  ...bottomButton('SecondaryButton', 'web_app_setup_secondary_button', 'secondary'),
  'SecondaryButton.setParams': {
    fields: ['Tip', '#112233', '#ffffff', true, 'top', true, true, '5368324170671202286'],
    did: 'web_app_setup_secondary_button',
    says: {
      is_visible: true, is_active: true, text: 'Tip', color: '#112233', text_color: '#ffffff', has_shine_effect: true, position: 'top',
    },
  },
  ...barButton('BackButton', 'web_app_setup_back_button', 'back'),
  ...barButton('SettingsButton', 'web_app_setup_settings_button', 'settings'),
  'HapticFeedback.impactOccurred': { fields: ['soft'], did: 'web_app_trigger_haptic_feedback', says: { type: 'impact', impact_style: 'soft' } },
  'HapticFeedback.notificationOccurred': {
    fields: ['success'],
    did: 'web_app_trigger_haptic_feedback', says: { type: 'notification', notification_type: 'success' },
  },
  'HapticFeedback.selectionChanged': { did: 'web_app_trigger_haptic_feedback', says: { type: 'selection_change' } },
  'CloudStorage.setItem': {
    fields: ['cart', '{}'], values: [true],
    did: 'web_app_invoke_custom_method', says: { method: 'saveStorageValue', params: { key: 'cart', value: '{}' } },
  },
  'CloudStorage.getItem': {
    fields: ['cart'], before: [['CloudStorage.setItem', 'cart', '{}']], values: ['{}'],
    did: 'web_app_invoke_custom_method', says: { method: 'getStorageValues', params: { keys: ['cart'] } },
  },
  'CloudStorage.getItems': {
    fields: [['a', 'b']], values: [{ a: '', b: '' }],
    did: 'web_app_invoke_custom_method', says: { method: 'getStorageValues', params: { keys: ['a', 'b'] } },
  },
  'CloudStorage.removeItem': {
    fields: ['cart'], values: [true],
    did: 'web_app_invoke_custom_method', says: { method: 'deleteStorageValues', params: { keys: ['cart'] } },
  },
  'CloudStorage.removeItems': {
    fields: [['a', 'b']], values: [true],
    did: 'web_app_invoke_custom_method', says: { method: 'deleteStorageValues', params: { keys: ['a', 'b'] } },
  },
  'CloudStorage.getKeys': {
    before: [['CloudStorage.setItem', 'cart', '{}']], values: [['cart']],
    did: 'web_app_invoke_custom_method', says: { method: 'getStorageKeys', params: {} },
  },
  'DeviceStorage.setItem': { fields: ['k', 'v'], values: [true], did: 'web_app_device_storage_save_key', says: { key: 'k', value: 'v' } },
  'DeviceStorage.getItem': {
    fields: ['k'], before: [['DeviceStorage.setItem', 'k', 'v']], values: ['v'], did: 'web_app_device_storage_get_key', says: { key: 'k' },
  },
  'DeviceStorage.removeItem': { fields: ['k'], values: [true], did: 'web_app_device_storage_save_key', says: { key: 'k', value: null } },
  'DeviceStorage.clear': { values: [true], did: 'web_app_device_storage_clear' },
  'SecureStorage.setItem': { fields: ['k', 'v'], values: [true], did: 'web_app_secure_storage_save_key', says: { key: 'k', value: 'v' } },
  'SecureStorage.getItem': {
    fields: ['k'], values: [null, true], did: 'web_app_secure_storage_get_key', says: { key: 'k' },
    options: { stores: { cloud: {}, device: {}, secure: {}, restorable: { k: 'old' } } },
  },
  'SecureStorage.restoreItem': {
    fields: ['k'], after: [['>answerPrompt', true]], values: ['old'], did: 'web_app_secure_storage_restore_key', says: { key: 'k' },
    options: { stores: { cloud: {}, device: {}, secure: {}, restorable: { k: 'old' } } },
  },
  'SecureStorage.removeItem': { fields: ['k'], values: [true], did: 'web_app_secure_storage_save_key', says: { key: 'k', value: null } },
  'SecureStorage.clear': { values: [true], did: 'web_app_secure_storage_clear' },
  // The app asks itself on its settings page.
  'BiometricManager.init': { fresh: true, did: 'web_app_biometry_get_info' },
  'BiometricManager.requestAccess': {
    fields: ['Reorder'], before: initedBiometry, after: [['>answerPrompt', true]], values: [true],
    did: 'web_app_biometry_request_access', says: { reason: 'Reorder' },
  },
  'BiometricManager.authenticate': {
    fields: ['Reorder'], before: biometry, after: [['>answerPrompt', true]], values: [true, ''],
    did: 'web_app_biometry_request_auth', says: { reason: 'Reorder' },
  },
  'BiometricManager.updateBiometricToken': {
    fields: ['secret'], before: biometry, values: [true], did: 'web_app_biometry_update_token', says: { token: 'secret' },
  },
  'BiometricManager.openSettings': {
    fresh: true, before: [...initedBiometry, ['BiometricManager.requestAccess', 'Reorder'], ['>answerPrompt', false]],
    did: 'web_app_biometry_open_settings',
  },
  'LocationManager.init': { did: 'web_app_check_location' },
  'LocationManager.getLocation': {
    before: located, did: 'web_app_request_location',
    values: [{
      latitude: 52.520008, longitude: 13.404954, altitude: 34, course: null, speed: null, horizontal_accuracy: 12,
      vertical_accuracy: null, course_accuracy: null, speed_accuracy: null,
    }],
  },
  'LocationManager.openSettings': {
    fresh: true, before: [...initedLocation, ['LocationManager.getLocation'], ['>answerPrompt', false]], did: 'web_app_open_location_settings',
  },
  ...sensor('Accelerometer', 'accelerometer', [100], { refresh_rate: 100 }),
  ...sensor('DeviceOrientation', 'device_orientation', [100, true], { refresh_rate: 100, need_absolute: true }),
  ...sensor('Gyroscope', 'gyroscope', [100], { refresh_rate: 100 }),
  'Serverless.call': { fields: ['place_order', { n: 1 }], values: [{ name: 'place_order', input: { n: 1 } }] },
};

/** Events that no row above brings, by how they come about. @type {Record<string, Scenario & { steps: Step[] }>} */
export const eventScenarios = {
  themeChanged: { steps: [['>setTheme', 'dark']] },
  mainButtonClicked: { steps: [['MainButton.show'], ['>press', 'main']] },
  secondaryButtonClicked: { steps: [['SecondaryButton.show'], ['>press', 'secondary']] },
  backButtonClicked: { steps: [['BackButton.show'], ['>press', 'back']] },
  settingsButtonClicked: { steps: [['SettingsButton.show'], ['>press', 'settings']] },
  activated: { steps: [['>setVisible', false], ['>setVisible', true]] },
  deactivated: { steps: [['>setVisible', false]] },
  viewportChanged: { steps: [['>sendViewport', { height: 700 }]] },
  safeAreaChanged: { steps: [['>setSafeArea', { top: 30 }]] },
  contentSafeAreaChanged: { steps: [['>setContentSafeArea', { top: 40 }]] },
  scanQrPopupClosed: { steps: [['showScanQrPopup', ''], ['>closeQr']] },
  accelerometerFailed: { faults: ['sensors-unsupported'], steps: [['Accelerometer.start']] },
  deviceOrientationFailed: { faults: ['sensors-unsupported'], steps: [['DeviceOrientation.start']] },
  gyroscopeFailed: { faults: ['sensors-unsupported'], steps: [['Gyroscope.start']] },
  fullscreenFailed: { faults: ['fullscreen-unsupported'], steps: [['requestFullscreen']] },
  shareMessageFailed: { steps: [['>tap'], ['shareMessage', 'm'], ['>answerPrompt', false]] },
  requestedChatFailed: { steps: [['requestChat', 'b'], ['>answerPrompt', false]] },
  emojiStatusFailed: { steps: [['>tap'], ['setEmojiStatus', '5368324170671202286'], ['>answerPrompt', false]] },
};
