// @ts-nocheck: written as the script is, without types.
// A DOUBLE, not Telegram's: what scripts newer than the 8.0 copy on npm add to Telegram.WebApp, written from the fact sheet (api.md
// 9, 10, 14, 16). A plain script that runs after the copy, in a page or in Node's vm. Serverless answers by itself: its server is
// not the client.
(function () {
  var WebView = window.Telegram.WebView;
  var WebApp = window.Telegram.WebApp;
  var requests = {};
  var count = 0;

  function gate(version) {
    if (!WebApp.isVersionAtLeast(version)) throw Error('WebAppMethodUnsupported');
  }
  function tell(event, data) {
    WebView.callEventCallbacks('webview:' + event, function (callback) {
      callback.call(WebApp, data);
    });
  }
  function ask(version, message, params, callback, read) {
    gate(version);
    var id = 'double' + ++count;
    requests[id] = function (error, data) {
      if (callback) callback.apply(null, error ? [error, null] : [null].concat(read(data)));
    };
    WebView.postEvent(message, false, Object.assign({ req_id: id }, params));
  }
  function settle(type, data) {
    var request = data && requests[data.req_id];
    if (!request) return;
    delete requests[data.req_id];
    request(/_failed$/.test(type) ? data.error || 'UNKNOWN_ERROR' : null, data);
  }
  function done() { return [true]; }
  function valueOf(data) { return [data.value]; }

  ['device_storage_key_saved', 'device_storage_key_received', 'device_storage_cleared', 'device_storage_failed',
    'secure_storage_key_saved', 'secure_storage_key_received', 'secure_storage_key_restored', 'secure_storage_cleared',
    'secure_storage_failed'].forEach(function (type) { WebView.onEvent(type, settle); });

  function storage(kind, readItem) {
    var prefix = 'web_app_' + kind + '_storage_';
    return {
      setItem: function (key, value, callback) { ask('9.0', prefix + 'save_key', { key: key, value: value }, callback, done); },
      getItem: function (key, callback) { ask('9.0', prefix + 'get_key', { key: key }, callback, readItem); },
      removeItem: function (key, callback) { ask('9.0', prefix + 'save_key', { key: key, value: null }, callback, done); },
      clear: function (callback) { ask('9.0', prefix + 'clear', {}, callback, done); },
    };
  }
  WebApp.DeviceStorage = storage('device', valueOf);
  WebApp.SecureStorage = storage('secure', function (data) { return [data.value, data.can_restore || null]; });
  WebApp.SecureStorage.restoreItem = function (key, callback) {
    ask('9.0', 'web_app_secure_storage_restore_key', { key: key }, callback, valueOf);
  };

  WebApp.hideKeyboard = function () { WebView.postEvent('web_app_hide_keyboard'); };

  var chat = null;
  WebApp.requestChat = function (id, callback) {
    gate('9.6');
    if (chat) throw Error('WebAppRequestChatOpened');
    chat = { callback: callback };
    WebView.postEvent('web_app_request_chat', false, { req_id: id });
  };
  function chatEnded(sent, data) {
    if (!chat) return;
    var request = chat;
    chat = null;
    if (request.callback) request.callback(sent);
    if (sent) tell('requestedChatSent');
    else tell('requestedChatFailed', { error: data.error });
  }
  WebView.onEvent('requested_chat_sent', function (type, data) { chatEnded(true, data); });
  WebView.onEvent('requested_chat_failed', function (type, data) { chatEnded(false, data); });

  ['MainButton', 'SecondaryButton'].forEach(function (name) {
    var button = WebApp[name];
    var setParams = button.setParams;
    var icon = false;
    button.setParams = function (params) {
      if (params.icon_custom_emoji_id !== undefined) icon = params.icon_custom_emoji_id || '';
      return setParams.call(button, params);
    };
    Object.defineProperty(button, 'iconCustomEmojiId', { get: function () { return icon; }, enumerable: true });
  });

  if (!('isAccessGranted' in WebApp.LocationManager)) {
    var granted = false;
    WebView.onEvent('location_checked', function (type, data) { granted = !!data.access_granted; });
    Object.defineProperty(WebApp.LocationManager, 'isAccessGranted', { get: function () { return granted; }, enumerable: true });
  }

  WebApp.Serverless = {
    call: function (name, input, callback) {
      if (!WebApp.initData) throw Error('no init data');
      if (name === 'broken') callback({ type: 'ENDPOINT_ERROR', message: 'no such endpoint', status: 400 }, null);
      else callback(null, { name: name, input: input });
    },
  };
})();
