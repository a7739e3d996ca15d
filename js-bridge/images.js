// Pictures by URL: decoded and scaled by the browser, held as textures, never in the program's memory. A handle is asked for once
// per URL and size; its texture comes later, may be dropped when the budget is spent, and is loaded again when drawn again.
mergeInto(LibraryManager.library, {
  $kioskImages__deps: ['$kioskGl', '$kioskEnter', '$kioskCounters', 'kiosk_picture_arrived'],
  $kioskImages: {
    firstTexture: 1048576,   // Ids above those that web/renderer.cpp gives out.
    budget: 64 << 20,
    retryAfter: 30000,
    handles: [],
    running: 0,
    queue: [],
    turn: null,   // The last decoding.

    // An own property wins over a later drop: the entry stays, only the texture goes.
    ready: function (handle) {
      var entry = kioskImages.handles[handle];
      entry.used = kioskCounters['frames'];
      if (entry.state === 'there' && !kioskGl.textures[entry.texture]) entry.state = '';
      if (entry.state === 'failed' && performance.now() - entry.since > kioskImages.retryAfter) entry.state = '';
      if (!entry.state) kioskImages.load(entry);
      return entry.state === 'there' ? entry.since : 0;
    },

    load: function (entry) {
      entry.state = 'loading';
      kioskImages.queue.push(entry);
      kioskImages.next();
    },
    next: function () {
      while (kioskImages.running < 6 && kioskImages.queue.length) {
        var entry = kioskImages.queue.shift();
        // What has scrolled by is asked for again when it is drawn again.
        if (entry.used < kioskCounters['frames'] - 1) entry.state = '';
        else kioskImages.start(entry);
      }
    },
    start: function (entry) {
      kioskImages.running++;
      kioskImages.decode(entry).then(
        (bitmap) => kioskImages.keep(entry, bitmap),
        () => {
          entry.state = 'failed';
          entry.since = performance.now();
        }).then(() => {
          kioskImages.running--;
          kioskImages.next();
        });
    },

    decode: async function (entry) {
      var response = await fetch(entry.url);
      if (!response.ok) throw 0;
      var blob = await response.blob();
      // One after the other: until it has shrunk, a photo of 24 megapixels takes 96 MB.
      return (kioskImages.turn = Promise.resolve(kioskImages.turn).catch(() => {}).then(() => kioskImages.shrink(entry, blob)));
    },
    shrink: async function (entry, blob) {
      var whole = await createImageBitmap(blob);
      // The largest part of the picture that has the asked shape, from its middle.
      var scale = Math.min(whole.width / entry.width, whole.height / entry.height);
      var width = Math.max(1, Math.round(entry.width * scale));
      var height = Math.max(1, Math.round(entry.height * scale));
      var x = (whole.width - width) >> 1;
      var y = (whole.height - height) >> 1;
      // Never larger than the original: the GPU stretches what is missing.
      var shrink = Math.min(1, 1 / scale);
      var part = await createImageBitmap(whole, x, y, width, height, {
        'resizeWidth': Math.max(1, Math.round(width * shrink)),
        'resizeHeight': Math.max(1, Math.round(height * shrink)),
        'resizeQuality': 'high',
      });
      whole.close();
      return part;
    },

    keep: function (entry, bitmap) {
      var gl = kioskGl.gl;
      if (kioskGl.lost) {
        entry.state = '';
        bitmap.close();
        return;
      }
      entry.bytes = bitmap.width * bitmap.height * 4;
      kioskImages.makeRoom(entry.bytes);
      kioskGl.drop(entry.texture);
      kioskGl.bind(entry.texture);
      gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, true);
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, bitmap);
      bitmap.close();
      entry.state = 'there';
      entry.since = performance.now();
      kioskEnter(_kiosk_picture_arrived);
    },

    // Drops what was drawn longest ago.
    makeRoom: function (bytes) {
      var there = kioskImages.handles.filter((entry) => entry.state === 'there').sort((a, b) => a.used - b.used);
      var total = there.reduce((sum, entry) => sum + entry.bytes, bytes);
      for (var entry of there) {
        if (total <= kioskImages.budget) return;
        total -= entry.bytes;
        entry.state = '';
        kioskGl.drop(entry.texture);
      }
    },
  },

  kiosk_picture_open__deps: ['$kioskImages', '$kioskText'],
  kiosk_picture_open__sig: 'ipiii',
  kiosk_picture_open: function (url, length, width, height) {
    var handle = kioskImages.handles.length;
    kioskImages.handles.push({
      url: kioskText(url, length), width: width, height: height, texture: kioskImages.firstTexture + handle,
      state: '', since: 0, used: 0, bytes: 0,
    });
    return handle;
  },

  // When the picture arrived, on the steady clock; 0 while it isn't there. Its texture is kFirstPicture + handle.
  kiosk_picture_ready__deps: ['$kioskImages'],
  kiosk_picture_ready__sig: 'di',
  kiosk_picture_ready: (handle) => kioskImages.ready(handle),
});
