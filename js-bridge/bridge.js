// The pipe: JSON text both ways, and whole files as bytes. What a message means is host.mjs's business. Module['host'] is the
// one name shared with the world outside Closure.
mergeInto(LibraryManager.library, {
  // Every call into the program goes through here: counted for tests, and impossible once the program has aborted.
  $kioskEnter: function (entry, a, b, c, d, e, f) {
    if (ABORT) return 0;
    kioskCounters['entries']++;
    return entry(a, b, c, d, e, f);
  },
  $kioskEnter__deps: ['$kioskCounters'],

  $kioskCounters: {},
  $kioskCounters__postset:
    "kioskCounters = window['kioskCounters'] = { 'frames': 0, 'draws': 0, 'entries': 0, 'callbacks': 0, 'uploads': 0, 'pending': 0 };",

  $kioskText: (ptr, length) => UTF8ToString(ptr, length),
  $kioskText__deps: ['$UTF8ToString'],

  $kioskFill__deps: ['kiosk_inbox'],
  $kioskFill: function (bytes) {
    var ptr = _kiosk_inbox(bytes.length);
    HEAPU8.set(bytes, ptr);   // Another memory than before the call, if it grew.
  },

  $kioskDeliver__deps: ['$kioskFill', 'kiosk_deliver', 'kiosk_file', '$kioskEnter'],
  // file: which whole file the bytes are (File of web/program.h), or -1 for an event's JSON.
  $kioskDeliver: function (bytes, file) {
    if (ABORT) return;
    kioskFill(bytes);
    if (file < 0) kioskEnter(_kiosk_deliver, bytes.length);
    else kioskEnter(_kiosk_file, file, bytes.length);
  },

  kiosk_listen__deps: ['$kioskDeliver'],
  kiosk_listen__sig: 'v',
  kiosk_listen: function () {
    var encoder = new TextEncoder();
    Module['host']['listen'](
      (json) => kioskDeliver(encoder.encode(json), -1),
      (file, bytes) => kioskDeliver(bytes, file));
  },

  kiosk_post__deps: ['$kioskText'],
  kiosk_post__sig: 'vpi',
  kiosk_post: function (ptr, length) {
    Module['host']['perform'](kioskText(ptr, length));
  },
});
