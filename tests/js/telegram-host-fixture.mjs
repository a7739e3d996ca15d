/** A client of the Telegram host with a clock that moves only when a test says so, and what it sent written down. */
import { createClient } from '../telegram-host/protocol.mjs';

/** @param {import('../telegram-host/types').ClientOptions} [options] */
export function fixture(options = {}) {
  /** @type {Array<[string, any?]>} */
  const sent = [];
  /** @type {Array<[string, any]>} */
  const effects = [];
  /** @type {Array<{ atMs: number, call: () => void }>} */
  let due = [];
  let nowMs = 1_700_000_000_000;
  const client = createClient(options, {
    deliver: (eventType, eventData) => sent.push(eventData === undefined ? [eventType] : [eventType, plain(eventData)]),
    effect: (kind, detail) => effects.push([kind, detail]),
    now: () => nowMs,
    later(delayMs, call) {
      const entry = { atMs: nowMs + delayMs, call };
      due.push(entry);
      return () => {
        due = due.filter((each) => each !== entry);
      };
    },
  });
  return {
    client,
    sent,
    effects,
    /** @param {string} eventType @param {any} [eventData] @param {string} [origin] */
    post: (eventType, eventData, origin) => client.receive({ eventType, eventData }, origin),
    /** What was sent since the last call. */
    taken: () => sent.splice(0),
    notes: () =>
      client
        .log()
        .filter(({ from }) => from === 'note')
        .map(({ eventType, note }) => [eventType, note]),
    /** @param {number} milliseconds */
    advance(milliseconds) {
      const until = nowMs + milliseconds;
      for (;;) {
        const [next] = due.filter(({ atMs }) => atMs <= until).sort((a, b) => a.atMs - b.atMs);
        if (!next) break;
        due = due.filter((each) => each !== next);
        nowMs = next.atMs;
        next.call();
      }
      nowMs = until;
    },
  };
}

/** @typedef {ReturnType<typeof fixture>} Fixture */

/** As it would arrive: expressions become their value, undefined members vanish. @param {any} value */
const plain = (value) => JSON.parse(JSON.stringify(value));

/** Arguments that every client accepts, by message. @type {Record<string, any>} */
export const goodArguments = {
  iframe_ready: { reload_supported: true },
  web_app_toggle_orientation_lock: { locked: true },
  web_app_set_header_color: { color_key: 'bg_color' },
  web_app_set_background_color: { color: '#112233' },
  web_app_set_bottom_bar_color: { color: '#445566' },
  web_app_setup_main_button: {
    is_visible: true,
    is_active: true,
    text: 'Pay',
    color: '#000000',
    text_color: '#ffffff',
  },
  web_app_setup_secondary_button: { is_visible: true, is_active: true, text: 'Tip', position: 'top' },
  web_app_setup_back_button: { is_visible: true },
  web_app_setup_settings_button: { is_visible: true },
  web_app_setup_closing_behavior: { need_confirmation: true },
  web_app_setup_swipe_behavior: { allow_vertical_swipe: false },
  web_app_trigger_haptic_feedback: { type: 'impact', impact_style: 'light' },
  web_app_open_link: { url: 'https://example.com/' },
  web_app_open_tg_link: { path_full: '/kiosk_bot' },
  web_app_open_invoice: { slug: 'order_1' },
  web_app_open_popup: { message: 'Add fries?', buttons: [{ id: 'yes', type: 'default', text: 'Add' }] },
  web_app_open_scan_qr_popup: { text: 'Point at your table' },
  web_app_read_text_from_clipboard: { req_id: 'clip' },
  web_app_switch_inline_query: { query: '', chat_types: [] },
  web_app_data_send: { data: 'order' },
  web_app_invoke_custom_method: { req_id: 'cloud', method: 'saveStorageValue', params: { key: 'cart', value: '1' } },
  web_app_biometry_request_access: { reason: 'One-tap reorder' },
  web_app_biometry_request_auth: { reason: 'One-tap reorder' },
  web_app_biometry_update_token: { token: 'secret' },
  web_app_share_to_story: { media_url: 'https://example.com/burger.jpg' },
  web_app_send_prepared_message: { id: 'prepared' },
  web_app_set_emoji_status: { custom_emoji_id: '5368324170671202286' },
  web_app_request_file_download: { url: 'https://example.com/receipt.pdf', file_name: 'receipt.pdf' },
  web_app_start_accelerometer: { refresh_rate: 100 },
  web_app_start_device_orientation: { refresh_rate: 100, need_absolute: false },
  web_app_start_gyroscope: { refresh_rate: 100 },
  web_app_device_storage_save_key: { req_id: 'd1', key: 'k', value: 'v' },
  web_app_device_storage_get_key: { req_id: 'd2', key: 'k' },
  web_app_device_storage_clear: { req_id: 'd3' },
  web_app_secure_storage_save_key: { req_id: 's1', key: 'k', value: 'v' },
  web_app_secure_storage_get_key: { req_id: 's2', key: 'k' },
  web_app_secure_storage_restore_key: { req_id: 's3', key: 'k' },
  web_app_secure_storage_clear: { req_id: 's4' },
  web_app_request_chat: { req_id: 'chat' },
  web_app_verify_age: { passed: true, age: 18 },
  web_app_allow_scroll: [true, false],
};
