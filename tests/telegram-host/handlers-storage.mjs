/**
 * The three stores a client keeps for an app: CloudStorage on Telegram's servers (behind custom methods), DeviceStorage
 * and SecureStorage on the device. Contents live in `context.stores`, which the host page hands on from launch to
 * launch.
 */

/** @typedef {import('./types').Context} Context */
/** @typedef {import('./types').Handler} Handler */

const cloudItems = 1024;
const cloudKey = /^[A-Za-z0-9_-]{1,128}$/;
const cloudValueLength = 4096;
const deviceBytes = 5 * 1024 * 1024;
const secureItems = 10;

/** @param {any} keys @returns {string[] | null} */
const keyList = (keys) => (Array.isArray(keys) && keys.every((key) => cloudKey.test(key)) ? keys : null);

/**
 * Server methods: each gives `{result}` or `{error}`.
 * @type {Record<string, (context: Context, params: any) => any>}
 */
const methods = {
  saveStorageValue({ stores }, params) {
    const { key, value } = params;
    if (typeof key !== 'string' || !cloudKey.test(key)) return { error: 'KEY_INVALID' };
    if (typeof value !== 'string' || value.length > cloudValueLength) return { error: 'VALUE_INVALID' };
    if (!(key in stores.cloud) && Object.keys(stores.cloud).length >= cloudItems) return { error: 'QUOTA_EXCEEDED' };
    stores.cloud[key] = value;
    return { result: true };
  },
  getStorageValues({ stores }, params) {
    const keys = keyList(params.keys);
    if (!keys) return { error: 'KEY_INVALID' };
    return { result: Object.fromEntries(keys.map((key) => [key, stores.cloud[key] ?? ''])) };
  },
  deleteStorageValues({ stores }, params) {
    const keys = keyList(params.keys);
    if (!keys) return { error: 'KEY_INVALID' };
    for (const key of keys) delete stores.cloud[key];
    return { result: true };
  },
  getStorageKeys: ({ stores }) => ({ result: Object.keys(stores.cloud) }),
  getRequestedContact(context) {
    if (context.contactSharedAt < 0) return { result: '' };
    return { result: context.options.contact ?? '' };
  },
  getCurrentTime: ({ port }) => ({ result: Math.floor(port.now() / 1000) }),
};

/** @param {Context} context @param {any} data */
function invokeCustomMethod(context, data) {
  const cloud = /Storage/.test(data.method);
  if (cloud && context.behaviour.cloudStorage === 'silent') return;
  const broken = cloud && context.behaviour.cloudStorage === 'invalid';
  const method = Object.hasOwn(methods, data.method) ? methods[data.method] : undefined;
  const outcome = !broken && method ? method(context, data.params ?? {}) : { error: 'METHOD_INVALID' };
  context.answer('web_app_invoke_custom_method', 'custom_method_invoked', { req_id: data.req_id, ...outcome });
  context.port.effect('storage', null);
}

/** @param {Record<string, string>} store */
const bytesOf = (store) => Object.entries(store).reduce((sum, [key, value]) => sum + key.length + value.length, 0);

/** @param {any} data */
const badKey = (data) => typeof data.key !== 'string' || data.key.length === 0;

/** @param {Context} context @param {any} data @returns {string} an error or nothing */
function saveDevice({ stores }, data) {
  if (badKey(data)) return 'KEY_INVALID';
  if (data.value === null) {
    delete stores.device[data.key];
    return '';
  }
  if (typeof data.value !== 'string') return 'VALUE_INVALID';
  const rest = { ...stores.device, [data.key]: data.value };
  if (bytesOf(rest) > deviceBytes) return 'QUOTA_EXCEEDED';
  stores.device[data.key] = data.value;
  return '';
}

/** @param {Context} context @param {any} data @returns {string} */
function saveSecure({ stores }, data) {
  if (badKey(data)) return 'KEY_INVALID';
  if (data.value === null) {
    delete stores.secure[data.key];
    delete stores.restorable[data.key];
    return '';
  }
  if (typeof data.value !== 'string') return 'VALUE_INVALID';
  if (!(data.key in stores.secure) && Object.keys(stores.secure).length >= secureItems) return 'QUOTA_EXCEEDED';
  stores.secure[data.key] = data.value;
  return '';
}

/**
 * Wraps a storage handler: refuses where the client lacks the store, gives the error or the payload to the right event.
 * @param {'device' | 'secure'} kind @param {string} verb @param {string} eventType
 * @param {(context: Context, data: any) => string | Record<string, any>} run
 * @returns {Handler}
 */
const stored = (kind, verb, eventType, run) => (context, data) => {
  const message = `web_app_${kind}_storage_${verb}`;
  const support = context.behaviour[`${kind}Storage`];
  if (support === 'silent') return;
  const outcome = support === 'yes' ? run(context, data) : 'UNSUPPORTED';
  if (typeof outcome === 'string' && outcome !== '') {
    context.answer(message, `${kind}_storage_failed`, { req_id: data.req_id, error: outcome });
  } else {
    context.answer(message, eventType, { req_id: data.req_id, ...(outcome === '' ? {} : outcome) });
  }
  context.port.effect('storage', null);
};

/** @param {Context} context @param {any} data */
function getSecure({ stores }, data) {
  if (badKey(data)) return 'KEY_INVALID';
  if (data.key in stores.secure) return { value: stores.secure[data.key] };
  return data.key in stores.restorable ? { value: null, can_restore: true } : { value: null };
}

/** @type {Handler} */
function restoreSecure(context, data) {
  const message = 'web_app_secure_storage_restore_key';
  const { req_id: id, key } = data;
  const fail = (/** @type {string} */ error) => context.answer(message, 'secure_storage_failed', { req_id: id, error });
  const { secureStorage } = context.behaviour;
  if (secureStorage === 'silent') return undefined;
  if (secureStorage !== 'yes') return fail('UNSUPPORTED');
  if (badKey(data)) return fail('KEY_INVALID');
  if (!(key in context.stores.restorable) || context.state.prompt) return fail('RESTORE_UNAVAILABLE');
  context.state.prompt = {
    kind: 'restore',
    message,
    title: 'Restore data',
    text: 'This app wants to restore data it kept for another account on this device.',
    accept: 'Restore',
    decline: 'Cancel',
    detail: { req_id: id, key },
  };
  return undefined;
}

/** @type {Record<string, Handler>} */
export const storageHandlers = {
  web_app_invoke_custom_method: invokeCustomMethod,
  web_app_device_storage_save_key: stored('device', 'save_key', 'device_storage_key_saved', saveDevice),
  web_app_device_storage_get_key: stored('device', 'get_key', 'device_storage_key_received', ({ stores }, data) =>
    badKey(data) ? 'KEY_INVALID' : { value: stores.device[data.key] ?? null },
  ),
  web_app_device_storage_clear: stored('device', 'clear', 'device_storage_cleared', ({ stores }) => {
    stores.device = {};
    return '';
  }),
  web_app_secure_storage_save_key: stored('secure', 'save_key', 'secure_storage_key_saved', saveSecure),
  web_app_secure_storage_get_key: stored('secure', 'get_key', 'secure_storage_key_received', getSecure),
  web_app_secure_storage_restore_key: restoreSecure,
  web_app_secure_storage_clear: stored('secure', 'clear', 'secure_storage_cleared', ({ stores }) => {
    stores.secure = {};
    stores.restorable = {};
    return '';
  }),
};
