// Synchronous storage of the client. Where localStorage is blocked (private windows, third-party frames) values live as long as
// the page does, and a write says so. The host hears of every write, and may keep a copy. It also knows whose values these are:
// several accounts of Telegram share one browser, and its localStorage.
mergeInto(LibraryManager.library, {
  $kioskStorage__deps: ['$kioskEnter', 'kiosk_stored'],
  $kioskStorage: {
    memory: new Map(),
    found: '',
    key: (name) => name + Module['host']['owner'],
    start: function () {
      addEventListener('storage', (event) => {
        var which = ['kiosk:state', 'kiosk:shop'].map(kioskStorage.key).indexOf(event.key);
        if (which >= 0) kioskEnter(_kiosk_stored, which);
      });
    },
    read: function (key) {
      if (kioskStorage.memory.has(key)) return kioskStorage.memory.get(key);
      try {
        return window.localStorage.getItem(kioskStorage.key(key));
      } catch (e) {
        return null;
      }
    },
  },

  kiosk_storage_start__deps: ['$kioskStorage'],
  kiosk_storage_start__sig: 'v',
  kiosk_storage_start: () => kioskStorage.start(),

  // Length in bytes, or -1 when there is nothing; kiosk_storage_take() then copies.
  kiosk_storage_read__deps: ['$kioskStorage', '$kioskText', '$lengthBytesUTF8'],
  kiosk_storage_read__sig: 'ipi',
  kiosk_storage_read: function (key, length) {
    var value = kioskStorage.read(kioskText(key, length));
    if (value === null) return -1;
    kioskStorage.found = value;
    return lengthBytesUTF8(value);
  },

  kiosk_storage_take__deps: ['$kioskStorage'],
  kiosk_storage_take__sig: 'vpi',
  kiosk_storage_take: function (ptr, length) {
    new TextEncoder().encodeInto(kioskStorage.found, HEAPU8.subarray(ptr, ptr + length));
    kioskStorage.found = '';
  },

  // 0: stored. 1: kept in memory only.
  kiosk_storage_write__deps: ['$kioskStorage', '$kioskText'],
  kiosk_storage_write__sig: 'ipipi',
  kiosk_storage_write: function (key, keyLength, ptr, length) {
    var name = kioskText(key, keyLength);
    var value = kioskText(ptr, length);
    kioskStorage.memory.delete(name);
    try {
      window.localStorage.setItem(kioskStorage.key(name), value);
    } catch (e) {
      kioskStorage.memory.set(name, value);
    }
    Module['host']['keep'](name, kioskStorage.read);
    return kioskStorage.memory.has(name) ? 1 : 0;
  },
});
