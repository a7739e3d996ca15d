/**
 * Everything that asks a person something: popups, the QR scanner, the clipboard, invoices, permission prompts,
 * sharing, links. Handlers open a dialog in the state; `dialogActions` are the person's replies, from the page's
 * buttons or from a test.
 */
import { sendBiometryInfo, sendLocation } from './handlers-device.mjs';
import { compareVersions } from './messages.mjs';
import { openPrompt } from './prompts.mjs';

/** @typedef {import('./types').Context} Context */
/** @typedef {import('./types').Handler} Handler */

const popupMessage = 'web_app_open_popup';
const cooldownMs = 150;
const promptsInARow = 3;
const blockMs = 3000;
const bankMs = 2000;
const storyThrottleMs = 2000;

/** @type {Record<string, string>} */
const buttonTexts = { ok: 'OK', close: 'Close', cancel: 'Cancel' };

/** @param {Context} context */
function dismissedPopup({ answer, behaviour }) {
  if (behaviour.popupDismissed === 'silent') return;
  const payload = behaviour.popupDismissed === 'no-payload' ? undefined : {};
  answer(popupMessage, 'popup_closed', payload);
}

/** @param {Context} context @param {any} data */
function readPopup(context, data) {
  /** @type {any[]} */
  const given = data.buttons;
  const buttons = given
    .filter((button) => button && typeof button === 'object')
    .map(({ id, type, text }) => ({
      id: String(id ?? ''),
      type: String(type ?? 'default'),
      text: buttonTexts[type] ?? String(text ?? ''),
    }));
  return { title: typeof data.title === 'string' ? data.title : '', message: String(data.message), buttons };
}

/** @type {Handler} */
function openPopup(context, data) {
  const { behaviour, port, state } = context;
  const popup = readPopup(context, data);
  if (popup.buttons.length === 0 || popup.buttons.length > 3) {
    if (behaviour.popupSecond === 'close-at-once') return context.answer(popupMessage, 'popup_closed', {});
    return context.note(popupMessage, 'ignored: 1 to 3 buttons');
  }
  context.popupOpens = context.popupOpens.filter((at) => port.now() - at < cooldownMs);
  if (behaviour.popupCooldown && context.popupOpens.length >= 2) return context.note(popupMessage, 'ignored: cooldown');
  if (!state.popup) {
    state.popup = popup;
    return undefined;
  }
  if (behaviour.popupSecond === 'close-at-once') context.answer(popupMessage, 'popup_closed', {});
  else if (behaviour.popupSecond === 'queue') context.waitingPopups.push(popup);
  else context.note(popupMessage, 'ignored: a popup is open');
  return undefined;
}

/** @type {Handler} */
function openScanner(context, data) {
  const { behaviour, port, state } = context;
  if (behaviour.qr === 'no-event') port.effect('box', 'Scanning a QR code is not supported on this device.');
  else if (behaviour.qr === 'denied') context.answer('web_app_open_scan_qr_popup', 'scan_qr_popup_closed', {});
  else state.qr = { text: typeof data?.text === 'string' ? data.text : '' };
}

/** @type {Handler} */
function readClipboard(context, data) {
  const { behaviour, options, port } = context;
  if (behaviour.clipboard === 'no-handler') return;
  const allowed = { 'tap-window': true, 'attachment-only': options.kind === 'attachment', 'no-data': false, 'null': false };
  const recent = allowed[behaviour.clipboard] && port.now() - context.lastTapMs <= 10_000;
  /** @type {Record<string, any>} */
  const reply = { req_id: data.req_id };
  if (behaviour.clipboard === 'null') reply.data = null;
  else if (recent) reply.data = context.clipboard;
  context.answer('web_app_read_text_from_clipboard', 'clipboard_text_received', reply);
}

/** @type {Handler} */
function openInvoice(context, data) {
  const { behaviour, state } = context;
  if (state.invoice && behaviour.invoiceSecond === 'cancelled') {
    context.answer('web_app_open_invoice', 'invoice_closed', { slug: data.slug, status: 'cancelled' });
    return;
  }
  state.invoice = { slug: data.slug };
}

/** Whether who asks the same thing once too often in a row is kept waiting. @param {Context} context @param {string} kind */
function isBlocked({ behaviour, port, prompts }, kind) {
  if (!behaviour.promptBlock) return false;
  if (port.now() < prompts.blockedUntilMs) return true;
  const count = prompts.kind === kind ? prompts.count + 1 : 1;
  const isOneTooMany = count > promptsInARow;
  Object.assign(prompts, { kind, count: isOneTooMany ? 0 : count });
  if (isOneTooMany) prompts.blockedUntilMs = port.now() + blockMs;
  return isOneTooMany;
}

/** @param {string} kind @param {string} message @param {string} eventType @param {string[]} texts @returns {Handler} */
const permission = (kind, message, eventType, texts) => (context) => {
  const cancelled = () => context.answer(message, eventType, { status: 'cancelled' });
  if (isBlocked(context, kind)) cancelled();
  else openPrompt(context, kind, message, texts, cancelled);
};

/** @type {Handler} */
function shareToStory(context, data) {
  const { behaviour, port } = context;
  if (behaviour.story === 'box') {
    context.note('web_app_share_to_story', 'ignored: a box says that it is not supported');
    return port.effect('box', 'Sharing to stories is not supported here.');
  }
  if (behaviour.story === 'throttled' && port.now() - context.lastStoryMs < storyThrottleMs) {
    return context.note('web_app_share_to_story', 'ignored: within 2 s of the last one');
  }
  context.lastStoryMs = port.now();
  const texts = ['Share to story', String(data.text ?? ''), 'Post story', 'Discard'];
  return openPrompt(context, 'story', 'web_app_share_to_story', texts, () => {}, data);
}

/** @type {Handler} */
function sendPrepared(context, data) {
  const message = 'web_app_send_prepared_message';
  const failed = (/** @type {string} */ error) => context.answer(message, 'prepared_message_failed', { error });
  if (/^(unknown|expired)/.test(data.id)) return failed('MESSAGE_EXPIRED');
  const texts = ['Share with', `Prepared message ${data.id}`, 'Send', 'Cancel'];
  return openPrompt(context, 'share-message', message, texts, () => failed('UNKNOWN_ERROR'), data);
}

/** @type {Handler} */
function setEmojiStatus(context, data) {
  const message = 'web_app_set_emoji_status';
  const failed = (/** @type {string} */ error) => context.answer(message, 'emoji_status_failed', { error });
  if (!/^\d{5,20}$/.test(data.custom_emoji_id)) return failed('SUGGESTED_EMOJI_INVALID');
  if (data.duration !== undefined && !(Number(data.duration) >= 0)) return failed('DURATION_INVALID');
  const texts = ['Set emoji status?', `Emoji ${data.custom_emoji_id}`, 'Set', 'Decline'];
  return openPrompt(context, 'emoji-status', message, texts, () => failed('UNKNOWN_ERROR'), data);
}

/** @type {Handler} */
function requestDownload(context, data) {
  const message = 'web_app_request_file_download';
  const cancelled = () => context.answer(message, 'file_download_requested', { status: 'cancelled' });
  if (!/^https:/.test(data.url) || context.behaviour.download === 'not-approved') return cancelled();
  const texts = ['Download file?', data.file_name, 'Download', 'Cancel'];
  return openPrompt(context, 'download', message, texts, cancelled, data);
}

/** @type {Handler} */
function requestChat(context, data) {
  const message = 'web_app_request_chat';
  if (context.behaviour.requestChat === 'silent') return;
  const refused = () =>
    context.answer(message, 'requested_chat_failed', { req_id: data.req_id, error: 'USER_DECLINED' });
  openPrompt(
    context,
    'chat',
    message,
    ['Choose a chat', 'Share a chat with this bot.', 'Burger fans', 'Cancel'],
    refused,
    data,
  );
}

/** @type {Handler} */
function openTgLink(context, data) {
  context.port.effect('tg-link', `https://t.me${data.path_full}`);
  const closes = context.behaviour.tgLinkCloses || compareVersions(context.state.version, '7.0') < 0;
  if (closes && data.force_request !== true) context.close('tg-link');
}

/** @type {Handler} */
function openLink(context, data) {
  if (/^https?:\/\//.test(data.url)) context.port.effect('link', data);
  else context.note('web_app_open_link', 'refused: only http and https');
}

/** @type {Handler} */
function sendData(context, data) {
  if (context.options.kind !== 'keyboard') {
    context.note('web_app_data_send', 'ignored: only for launches from a keyboard button');
    return;
  }
  context.state.sentData = data.data;
  context.close('data-sent');
}

/** @type {Record<string, Handler>} */
export const dialogHandlers = {
  web_app_open_popup: openPopup,
  web_app_open_scan_qr_popup: openScanner,
  web_app_close_scan_qr_popup: (context) => {
    if (!context.state.qr) return;
    context.state.qr = null;
    context.answer('web_app_close_scan_qr_popup', 'scan_qr_popup_closed');
  },
  web_app_read_text_from_clipboard: readClipboard,
  web_app_open_invoice: openInvoice,
  web_app_request_write_access: permission('write', 'web_app_request_write_access', 'write_access_requested', [
    'Allow messages?',
    'This bot asks to send you messages.',
    'Allow',
    "Don't allow",
  ]),
  web_app_request_phone: permission('phone', 'web_app_request_phone', 'phone_requested', [
    'Share phone number?',
    'The bot will see your number +1 555 0100.',
    'Share contact',
    'Cancel',
  ]),
  web_app_request_emoji_status_access: permission(
    'emoji-access',
    'web_app_request_emoji_status_access',
    'emoji_status_access_requested',
    ['Emoji status', 'Let this bot change your emoji status?', 'Allow', 'Decline'],
  ),
  web_app_share_to_story: shareToStory,
  web_app_send_prepared_message: sendPrepared,
  web_app_set_emoji_status: setEmojiStatus,
  web_app_request_file_download: requestDownload,
  web_app_request_chat: requestChat,
  web_app_open_link: openLink,
  web_app_open_tg_link: openTgLink,
  web_app_switch_inline_query: (context, data) => {
    context.port.effect('inline-query', data.query);
    context.close('inline-query');
  },
  web_app_data_send: sendData,
};

/**
 * What a prompt's answer leads to, by its kind.
 * @type {Record<string, (context: Context, yes: boolean, detail: any) => void>}
 */
const promptReplies = {
  'closing': (context, yes) => yes && context.close('user'),
  'write': ({ answer }, yes) =>
    answer('web_app_request_write_access', 'write_access_requested', { status: yes ? 'allowed' : 'cancelled' }),
  'phone': (context, yes) => {
    if (yes) context.contactSharedAt = context.port.now();
    context.answer('web_app_request_phone', 'phone_requested', { status: yes ? 'sent' : 'cancelled' });
  },
  'emoji-access': ({ answer }, yes) =>
    answer('web_app_request_emoji_status_access', 'emoji_status_access_requested', {
      status: yes ? 'allowed' : 'cancelled',
    }),
  'emoji-status': ({ answer }, yes) =>
    yes
      ? answer('web_app_set_emoji_status', 'emoji_status_set')
      : answer('web_app_set_emoji_status', 'emoji_status_failed', { error: 'USER_DECLINED' }),
  'share-message': ({ answer }, yes) =>
    yes
      ? answer('web_app_send_prepared_message', 'prepared_message_sent')
      : answer('web_app_send_prepared_message', 'prepared_message_failed', { error: 'USER_DECLINED' }),
  'story': ({ port }, yes) => port.effect('toast', yes ? 'Story posted' : 'Story discarded'),
  'download': ({ answer }, yes) =>
    answer('web_app_request_file_download', 'file_download_requested', { status: yes ? 'downloading' : 'cancelled' }),
  'chat': ({ answer }, yes, detail) =>
    yes
      ? answer('web_app_request_chat', 'requested_chat_sent', { req_id: detail.req_id })
      : answer('web_app_request_chat', 'requested_chat_failed', { req_id: detail.req_id, error: 'USER_DECLINED' }),
  'biometry-access': (context, yes) => {
    Object.assign(context.state.biometry, { accessRequested: true, accessGranted: yes });
    sendBiometryInfo(context, 'web_app_biometry_request_access');
  },
  'biometry-auth': ({ answer, state }, yes) => {
    const token = state.biometry.token ? { token: state.biometry.token } : {};
    answer('web_app_biometry_request_auth', 'biometry_auth_requested', {
      status: yes ? 'authorized' : 'failed',
      ...(yes ? token : {}),
    });
  },
  'location': (context, yes) => {
    Object.assign(context.state.location, { accessRequested: true, accessGranted: yes });
    sendLocation(context, 'web_app_request_location');
  },
  'home-screen': ({ answer, state }, yes) => {
    if (!yes) return;
    state.homeScreen = true;
    answer('web_app_add_to_home_screen', 'home_screen_added');
  },
  'restore': ({ answer, stores }, yes, { req_id: id, key }) => {
    const message = 'web_app_secure_storage_restore_key';
    if (!yes) {
      answer(message, 'secure_storage_failed', { req_id: id, error: 'RESTORE_CANCELLED' });
      return;
    }
    stores.secure[key] = stores.restorable[key];
    answer(message, 'secure_storage_key_restored', { req_id: id, value: stores.secure[key] });
  },
};

/** @param {Context} context */
export function dialogActions(context) {
  const { state } = context;
  const done = () => {
    context.lastTapMs = context.port.now();
    context.changed();
  };
  return {
    /** @param {string | null} id of the pressed button; null dismisses @returns {boolean} whether a popup was open */
    answerPopup(id) {
      if (!state.popup) return false;
      state.popup = context.waitingPopups.shift() ?? null;
      context.popupOpens.push(context.port.now());
      if (id === null) dismissedPopup(context);
      else if (context.behaviour.popupDismissed !== 'silent')
        context.answer(popupMessage, 'popup_closed', { button_id: id });
      done();
      return true;
    },
    /** @param {string} text what the camera saw; the scanner stays open @returns {boolean} */
    scanQr(text) {
      if (!state.qr) return false;
      context.answer('web_app_open_scan_qr_popup', 'qr_text_received', { data: text });
      done();
      return true;
    },
    closeQr() {
      if (!state.qr) return false;
      state.qr = null;
      context.answer('web_app_open_scan_qr_popup', 'scan_qr_popup_closed');
      done();
      return true;
    },
    /** @param {'paid' | 'cancelled' | 'failed' | 'pending' | 'silent'} status @returns {boolean} */
    closeInvoice(status) {
      if (!state.invoice) return false;
      const { slug } = state.invoice;
      state.invoice = null;
      const { invoiceCancelled } = context.behaviour;
      const quiet = status === 'silent' || (status === 'cancelled' && invoiceCancelled === 'silent');
      const say = (/** @type {string} */ word) =>
        context.answer('web_app_open_invoice', 'invoice_closed', { slug, status: word });
      // The money's own way, past the page; a bank may still think about it.
      if (status === 'paid') context.port.effect('paid', slug);
      if (status === 'pending') context.port.later(bankMs, () => context.port.effect('paid', slug));
      if (!quiet) say(status);
      if (status === 'paid' && invoiceCancelled === 'also-after-paid') say('cancelled');
      done();
      return true;
    },
    /** @param {boolean} yes @returns {boolean} whether a prompt was open */
    answerPrompt(yes) {
      const { prompt } = state;
      if (!prompt) return false;
      state.prompt = null;
      promptReplies[prompt.kind](context, yes, prompt.detail);
      done();
      return true;
    },
  };
}
