/**
 * The wire's vocabulary as data: every message a Mini App may post (A1 to A68) and every event a client may send (H1 to
 * H58), numbered as in the protocol notes. `since` is the client version that learned a message: an older client drops
 * it silently. `needs` lists the arguments without which a real client treats the message as malformed.
 */

/** @typedef {import('./types').MessageSpec} MessageSpec */

/**
 * @type {(name: string, since: string, answers?: string[], needs?: Record<string, string>) => Omit<MessageSpec, 'id'>}
 */
const row = (name, since, answers = [], needs = {}) => ({ name, since, answers, needs });

const text = 'string';

/** @type {MessageSpec[]} */
export const appMessages = [
  row('iframe_ready', '6.0', ['set_custom_style']),
  row('iframe_will_reload', '6.0'),
  row('web_app_ready', '6.0'),
  row('web_app_expand', '6.0', ['viewport_changed']),
  row('web_app_close', '6.0'),
  row('web_app_request_theme', '6.0', ['theme_changed']),
  row('web_app_request_viewport', '6.0', ['viewport_changed']),
  row('web_app_request_safe_area', '8.0', ['safe_area_changed']),
  row('web_app_request_content_safe_area', '8.0', ['content_safe_area_changed']),
  row('web_app_request_fullscreen', '8.0', ['fullscreen_changed', 'fullscreen_failed']),
  row('web_app_exit_fullscreen', '8.0', ['fullscreen_changed']),
  row('web_app_toggle_orientation_lock', '8.0', [], { locked: 'boolean' }),
  row('web_app_set_header_color', '6.1', [], { 'color_key|color': text }),
  row('web_app_set_background_color', '6.1', [], { color: text }),
  row('web_app_set_bottom_bar_color', '7.10', [], { color: text }),
  row('web_app_setup_main_button', '6.0', ['main_button_pressed'], { is_visible: 'boolean' }),
  row('web_app_setup_secondary_button', '7.10', ['secondary_button_pressed'], { is_visible: 'boolean' }),
  row('web_app_setup_back_button', '6.1', ['back_button_pressed'], { is_visible: 'boolean' }),
  row('web_app_setup_settings_button', '6.10', ['settings_button_pressed'], { is_visible: 'boolean' }),
  row('web_app_setup_closing_behavior', '6.2', [], { need_confirmation: 'boolean' }),
  row('web_app_setup_swipe_behavior', '7.7', [], { allow_vertical_swipe: 'boolean' }),
  row('web_app_trigger_haptic_feedback', '6.1', [], { type: text }),
  row('web_app_open_link', '6.0', [], { url: text }),
  row('web_app_open_tg_link', '6.1', [], { path_full: text }),
  row('web_app_open_invoice', '6.1', ['invoice_closed'], { slug: text }),
  row('web_app_open_popup', '6.2', ['popup_closed'], { message: text, buttons: 'array' }),
  row('web_app_open_scan_qr_popup', '6.4', ['qr_text_received', 'scan_qr_popup_closed']),
  row('web_app_close_scan_qr_popup', '6.4', ['scan_qr_popup_closed']),
  row('web_app_read_text_from_clipboard', '6.4', ['clipboard_text_received'], { req_id: text }),
  row('web_app_switch_inline_query', '6.7', [], { query: 'text' }),
  row('web_app_data_send', '6.0', [], { data: text }),
  row('web_app_invoke_custom_method', '6.9', ['custom_method_invoked'], { req_id: text, method: text }),
  row('web_app_request_write_access', '6.9', ['write_access_requested']),
  row('web_app_request_phone', '6.9', ['phone_requested']),
  row('web_app_biometry_get_info', '7.2', ['biometry_info_received']),
  row('web_app_biometry_request_access', '7.2', ['biometry_info_received']),
  row('web_app_biometry_request_auth', '7.2', ['biometry_auth_requested']),
  row('web_app_biometry_update_token', '7.2', ['biometry_token_updated'], { token: 'text' }),
  row('web_app_biometry_open_settings', '7.2'),
  row('web_app_share_to_story', '7.8', [], { media_url: text }),
  row('web_app_add_to_home_screen', '8.0', ['home_screen_added', 'home_screen_failed']),
  row('web_app_check_home_screen', '8.0', ['home_screen_checked']),
  row('web_app_send_prepared_message', '8.0', ['prepared_message_sent', 'prepared_message_failed'], { id: text }),
  row('web_app_set_emoji_status', '8.0', ['emoji_status_set', 'emoji_status_failed'], { custom_emoji_id: text }),
  row('web_app_request_emoji_status_access', '8.0', ['emoji_status_access_requested']),
  row('web_app_request_file_download', '8.0', ['file_download_requested'], { url: text, file_name: text }),
  row('web_app_check_location', '8.0', ['location_checked']),
  row('web_app_request_location', '8.0', ['location_requested']),
  row('web_app_open_location_settings', '8.0'),
  row('web_app_start_accelerometer', '8.0', ['accelerometer_started', 'accelerometer_failed']),
  row('web_app_stop_accelerometer', '8.0', ['accelerometer_stopped']),
  row('web_app_start_device_orientation', '8.0', ['device_orientation_started', 'device_orientation_failed']),
  row('web_app_stop_device_orientation', '8.0', ['device_orientation_stopped']),
  row('web_app_start_gyroscope', '8.0', ['gyroscope_started', 'gyroscope_failed']),
  row('web_app_stop_gyroscope', '8.0', ['gyroscope_stopped']),
  row('web_app_device_storage_save_key', '9.0', ['device_storage_key_saved', 'device_storage_failed'], {
    req_id: text,
  }),
  row('web_app_device_storage_get_key', '9.0', ['device_storage_key_received', 'device_storage_failed'], {
    req_id: text,
  }),
  row('web_app_device_storage_clear', '9.0', ['device_storage_cleared', 'device_storage_failed'], { req_id: text }),
  row('web_app_secure_storage_save_key', '9.0', ['secure_storage_key_saved', 'secure_storage_failed'], {
    req_id: text,
  }),
  row('web_app_secure_storage_get_key', '9.0', ['secure_storage_key_received', 'secure_storage_failed'], {
    req_id: text,
  }),
  row('web_app_secure_storage_restore_key', '9.0', ['secure_storage_key_restored', 'secure_storage_failed'], {
    req_id: text,
  }),
  row('web_app_secure_storage_clear', '9.0', ['secure_storage_cleared', 'secure_storage_failed'], { req_id: text }),
  row('web_app_hide_keyboard', '9.1'),
  row('web_app_request_chat', '9.6', ['requested_chat_sent', 'requested_chat_failed'], { req_id: text }),
  row('web_app_verify_age', '6.0', [], { passed: 'boolean' }),
  row('web_app_allow_scroll', '6.0'),
  row('share_score', '6.0'),
  row('share_game', '6.0'),
].map((spec, index) => ({ id: `A${index + 1}`, ...spec }));

/** Events in the order of the notes: the index plus one is the number after H. */
export const hostEvents = [
  'theme_changed',
  'viewport_changed',
  'safe_area_changed',
  'content_safe_area_changed',
  'visibility_changed',
  'fullscreen_changed',
  'fullscreen_failed',
  'main_button_pressed',
  'secondary_button_pressed',
  'back_button_pressed',
  'settings_button_pressed',
  'invoice_closed',
  'popup_closed',
  'qr_text_received',
  'scan_qr_popup_closed',
  'clipboard_text_received',
  'write_access_requested',
  'phone_requested',
  'custom_method_invoked',
  'biometry_info_received',
  'biometry_auth_requested',
  'biometry_token_updated',
  'home_screen_added',
  'home_screen_checked',
  'home_screen_failed',
  'prepared_message_sent',
  'prepared_message_failed',
  'emoji_status_set',
  'emoji_status_failed',
  'emoji_status_access_requested',
  'file_download_requested',
  'location_checked',
  'location_requested',
  'accelerometer_started',
  'accelerometer_stopped',
  'accelerometer_changed',
  'accelerometer_failed',
  'device_orientation_started',
  'device_orientation_stopped',
  'device_orientation_changed',
  'device_orientation_failed',
  'gyroscope_started',
  'gyroscope_stopped',
  'gyroscope_changed',
  'gyroscope_failed',
  'device_storage_key_saved',
  'device_storage_key_received',
  'device_storage_cleared',
  'device_storage_failed',
  'secure_storage_key_saved',
  'secure_storage_key_received',
  'secure_storage_key_restored',
  'secure_storage_cleared',
  'secure_storage_failed',
  'requested_chat_sent',
  'requested_chat_failed',
  'set_custom_style',
  'reload_iframe',
];

const byName = new Map(appMessages.map((spec) => [spec.name, spec]));

/** @param {string} name @returns {MessageSpec | undefined} */
export const findMessage = (name) => byName.get(name);

export const knownVersions = [
  '6.0',
  '6.1',
  '6.2',
  '6.4',
  '6.7',
  '6.9',
  '7.0',
  '7.2',
  '7.6',
  '7.7',
  '7.8',
  '7.10',
  '8.0',
  '9.0',
  '9.1',
  '9.5',
  '9.6',
];

/** Compares dotted versions part by part as numbers, as Telegram's script does. @param {string} a @param {string} b */
export function compareVersions(a, b) {
  const left = a.split('.').map(Number);
  const right = b.split('.').map(Number);
  for (let i = 0; i < Math.max(left.length, right.length); i += 1) {
    const difference = (left[i] || 0) - (right[i] || 0);
    if (difference !== 0) return Math.sign(difference);
  }
  return 0;
}

/**
 * Names the first argument that is missing or of the wrong type, or null. `a|b` asks for one of two; `string` must not
 * be empty, `text` may be.
 * @param {MessageSpec} spec @param {any} data
 */
export function badArgument(spec, data) {
  for (const [names, kind] of Object.entries(spec.needs)) {
    const values = names.split('|').map((name) => (data && typeof data === 'object' ? data[name] : undefined));
    if (!values.some((value) => hasKind(value, kind))) return names;
  }
  return null;
}

/** @param {any} value @param {string} kind */
function hasKind(value, kind) {
  if (kind === 'array') return Array.isArray(value);
  if (kind === 'text') return typeof value === 'string';
  if (kind === 'string') return typeof value === 'string' && value.length > 0;
  return typeof value === kind;
}
