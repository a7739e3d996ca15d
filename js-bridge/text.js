// Text by the browser: measured, shaped and rasterised with the system's own fonts through one scratch canvas.
//
// Where privacy tools blank or falsify what is read back from a canvas, the pixels never leave the browser: the program gets an empty
// rectangle whose first pixel names the run, keeps and moves it in its atlas like any other, and an upload of such a pixel draws
// the run straight from the canvas into the texture. That needs no font file (a subset would cost 60 KB and know few scripts), and
// a lost context or a regrown atlas repeats it by itself. Colour can't be looked for there: emoji are known by their property, and
// what holds one is drawn in its text's own colour, which is right for its letters too.
mergeInto(LibraryManager.library, {
  $kioskType__deps: ['$kioskText'],
  $kioskType: {
    context: null,
    blocked: false,
    runs: [],   // While blocked, by name: { font, ink, direction, text, x, y, width, height }.
    names: new Map(),
    font: '',
    widestDigit: {},   // By font: for digits of equal width.
    pixels: null,
    family: 'system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif,"Apple Color Emoji","Segoe UI Emoji",' +
      '"Noto Color Emoji"',
    weights: [400, 500, 600],
    strong: null,
    rightToLeft: null,
    emoji: null,
    colourful: null,
    kana: null,
    stretches: null,
    ruler: null,   // An element nobody sees, for what only the page's own text measures right.

    open: function () {
      kioskType.strong = /[\p{L}\u200e\u200f]/u;
      kioskType.rightToLeft = /[\u0591-\u08ff\u200f\ufb1d-\ufdfd\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
      kioskType.emoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\ufe0f|\u20e3/u;
      kioskType.colourful = /\p{Emoji_Presentation}|\ufe0f/u;
      kioskType.kana = /[\u3040-\u30ff]/;
      kioskType.stretches = /[\u3040-\u30ff]\p{M}*|[^\u3040-\u30ff]+/gu;
      var canvas = document.createElement('canvas');
      canvas.width = canvas.height = 256;
      kioskType.context = canvas.getContext('2d', { 'willReadFrequently': true });
      if (!kioskType.context) return 0;
      kioskType.blocked = kioskType.isBlocked();
      return 1;
    },
    // Privacy tools answer reads with blanks or noise: text would be a smear.
    isBlocked: function () {
      var context = kioskType.context;
      context.fillStyle = '#204060';
      context.fillRect(0, 0, 8, 8);
      try {
        var data = context.getImageData(0, 0, 8, 8).data;
        return data.some((value, index) => Math.abs(value - [32, 64, 96, 255][index & 3]) > 3);
      } catch (e) {
        return true;
      }
    },
    setFont: function (size, weight, density) {
      var font = kioskType.weights[weight] + ' ' + size * density + 'px ' + kioskType.family;
      if (kioskType.font !== font) kioskType.context.font = kioskType.font = font;
    },
    width: (text) => kioskType.kana.test(text) ? kioskType.measure(text).width : kioskType.context.measureText(text).width,

    // Chromium's canvas shapes kana one by one and so without the kerning that its elements have: there an element tells the
    // places, and each is drawn alone. Elsewhere the two agree, and this changes nothing.
    measure: function (text) {
      var ruler = kioskType.ruler;
      if (!ruler) {
        ruler = kioskType.ruler = document.body.appendChild(document.createElement('span'));
        ruler.ariaHidden = 'true';
        ruler.style.cssText = 'position:fixed;top:0;left:0;visibility:hidden;white-space:pre;contain:layout';
      }
      ruler.style.font = kioskType.font;
      ruler.textContent = text;
      return ruler.getBoundingClientRect();
    },
    // Calls back with each part that is to be drawn by itself, and how far to the right of the run's begin.
    eachPart: function (text, found) {
      if (!kioskType.kana.test(text)) return found(text, 0);
      var start = kioskType.measure(text).left;
      var range = document.createRange();
      var node = kioskType.ruler.firstChild;
      for (var match of text.matchAll(kioskType.stretches)) {
        range.setStart(node, match.index);
        range.setEnd(node, match.index + match[0].length);
        found(match[0], range.getBoundingClientRect().left - start);
      }
    },

    // Digits take the room of the font's widest one, as font-variant-numeric: tabular-nums would, which a canvas can't.
    widest: function () {
      var font = kioskType.font;
      if (!kioskType.widestDigit[font]) {
        var digits = [...'0123456789'];
        kioskType.widestDigit[font] = digits.reduce((a, b) => (kioskType.width(a) < kioskType.width(b) ? b : a));
      }
      return kioskType.widestDigit[font];
    },
    advance: function (text, tabular) {
      return kioskType.width(tabular ? text.replace(/\d/g, kioskType.widest()) : text);
    },

    // A text's own first letter decides, but not in a page from right to left: there whatever has a letter of such a script runs as
    // its neighbours do. A number or a Latin name often comes first, in "A-17 · ..." or where a sentence is wrapped, and is no
    // reason to read the rest from the other side.
    direction: function (text) {
      var first = document.documentElement.dir === 'rtl' ? [text] : kioskType.strong.exec(text);
      return first && kioskType.rightToLeft.test(first[0]) ? 'rtl' : 'ltr';
    },

    // Where the run's ink lies: left, top (up from the baseline), width, height in device pixels; null when it has none.
    inkBox: function (text, shift) {
      var ink = kioskType.context.measureText(text);
      var left = Math.floor(shift - ink.actualBoundingBoxLeft) - 2;
      var right = Math.ceil(shift + ink.actualBoundingBoxRight) + 2;
      var top = Math.ceil(ink.actualBoundingBoxAscent) + 2;
      var bottom = Math.ceil(ink.actualBoundingBoxDescent) + 2;
      if (right - left < 5 && top + bottom < 5) {
        // No ink: blank text, or an engine that reports none for emoji (ghostty's web_canvas.zig).
        if (!text.trim()) return null;
        right = Math.ceil(ink.width) + 2;
        top = Math.ceil(ink.fontBoundingBoxAscent) + 2;
        bottom = Math.ceil(ink.fontBoundingBoxDescent) + 2;
      }
      return [left, top, Math.min(right - left, 4096), Math.min(top + bottom, 1024)];
    },
    // Leaves the run's pixels in kioskType.pixels and says where they belong: its box, and the colours that they have.
    raster: function (text, tabular, ink) {
      var context = kioskType.context;
      context.textAlign = 'left';
      context.direction = kioskType.direction(text);
      var shift = tabular && /^\d$/.test(text) ? (kioskType.width(kioskType.widest()) - kioskType.width(text)) / 2 : 0;
      var box = kioskType.inkBox(text, shift);
      if (!box) return null;
      var run = {
        font: kioskType.font, ink: '#' + ink.toString(16).padStart(6, '0'), direction: context.direction, text: text,
        x: shift - box[0], y: box[1], width: box[2], height: box[3],
      };
      if (kioskType.blocked) {
        kioskType.pixels = kioskType.named(run);
        return box.concat(kioskType.colourful.test(text) ? 3 : 2);
      }
      kioskType.grow(run.width, run.height);
      var pixels = kioskType.pixels = kioskType.draw(run, run.ink);
      var colours = kioskType.emoji.test(text) ? kioskType.coloursOf(pixels, kioskType.draw(run, '#000')) : 2;
      if (!(colours & 1)) kioskType.whiten(pixels);
      return box.concat(colours);
    },
    paint: function (run, colour) {
      var context = kioskType.context;
      context.clearRect(0, 0, run.width, run.height);
      context.fillStyle = colour;
      kioskType.eachPart(run.text, (part, right) => context.fillText(part, run.x + right, run.y));
    },
    draw: function (run, colour) {
      kioskType.paint(run, colour);
      return kioskType.context.getImageData(0, 0, run.width, run.height).data;
    },

    // Nothing but the run's name: a first pixel of alpha 1, which no other pixel of the atlas has.
    named: function (run) {
      var key = JSON.stringify(run);
      if (!kioskType.names.has(key)) kioskType.names.set(key, kioskType.runs.push(run) - 1);
      var name = kioskType.names.get(key);
      var pixels = new Uint8Array(run.width * run.height * 4);
      pixels.set([name & 255, (name >> 8) & 255, name >> 16, 1]);
      return pixels;
    },
    // Calls back with a canvas of exactly the run, and its place, for each name in a rectangle of the atlas.
    eachNamed: function (pixels, width, found) {
      for (var at = 0; at < pixels.length; at += 4) {
        if (pixels[at + 3] !== 1) continue;
        var run = kioskType.runs[pixels[at] | (pixels[at + 1] << 8) | (pixels[at + 2] << 16)];
        if (!run) continue;
        var context = kioskType.context;
        context.canvas.width = run.width;
        context.canvas.height = run.height;
        context.font = kioskType.font = run.font;
        context.direction = run.direction;
        kioskType.paint(run, run.ink);
        found(context.canvas, (at >> 2) % width, Math.floor((at >> 2) / width));
      }
    },
    // The canvas only grows; setting its size resets the context.
    grow: function (width, height) {
      var canvas = kioskType.context.canvas;
      if (width <= canvas.width && height <= canvas.height) return;
      var direction = kioskType.context.direction;
      canvas.width = Math.max(canvas.width, width);
      canvas.height = Math.max(canvas.height, height);
      kioskType.context.font = kioskType.font;
      kioskType.context.textAlign = 'left';
      kioskType.context.direction = direction;
    },
    // Pixels that look the same drawn in ink and in black have colours of their own (1), others the ink's (2); 3: there are both.
    coloursOf: function (pixels, black) {
      var found = 0;
      for (var at = 0; at < pixels.length; at += 4) {
        if (pixels[at + 3] > 63) found |= Math.abs(pixels[at] - black[at]) + Math.abs(pixels[at + 1] - black[at + 1]) < 32 ? 1 : 2;
      }
      return found;
    },
    whiten: function (pixels) {
      for (var at = 0; at < pixels.length; at += 4) pixels[at] = pixels[at + 1] = pixels[at + 2] = 255;
    },
  },

  // 0: nothing can be drawn here.
  kiosk_text_open__deps: ['$kioskType'],
  kiosk_text_open__sig: 'i',
  kiosk_text_open: () => kioskType.open(),

  // Writes ascent and descent of the font.
  kiosk_text_metrics__deps: ['$kioskType'],
  kiosk_text_metrics__sig: 'vfifp',
  kiosk_text_metrics: function (size, weight, density, out) {
    kioskType.setFont(size, weight, density);
    var metrics = kioskType.context.measureText('Hg');
    HEAPF32[out >> 2] = (metrics.fontBoundingBoxAscent || size * density * .93) / density;
    HEAPF32[(out >> 2) + 1] = (metrics.fontBoundingBoxDescent || size * density * .24) / density;
  },

  kiosk_text_advance__deps: ['$kioskType'],
  kiosk_text_advance__sig: 'fpififi',
  kiosk_text_advance: function (ptr, length, size, weight, density, tabular) {
    kioskType.setFont(size, weight, density);
    return kioskType.advance(kioskText(ptr, length), tabular) / density;
  },

  // Ink is 0xRRGGBB. Writes left, top, width, height, colours (1: its own, 2: the ink's, 3: both); returns 0 when there is nothing
  // to draw. kiosk_text_take() then copies.
  kiosk_text_raster__deps: ['$kioskType'],
  kiosk_text_raster__sig: 'ipififiip',
  kiosk_text_raster: function (ptr, length, size, weight, density, tabular, ink, out) {
    kioskType.setFont(size, weight, density);
    var box = kioskType.raster(kioskText(ptr, length), tabular, ink);
    if (!box) return 0;
    HEAP32.set(box, out >> 2);
    return 1;
  },
  kiosk_text_take__deps: ['$kioskType'],
  kiosk_text_take__sig: 'vp',
  kiosk_text_take: function (ptr) {
    HEAPU8.set(kioskType.pixels, ptr);
    kioskType.pixels = null;
  },

  // Writes the byte offsets after which a line may break, ascending; returns how many. out has room for length of them.
  kiosk_text_breaks__deps: ['$kioskText', '$kioskBreaks'],
  kiosk_text_breaks__sig: 'ipip',
  kiosk_text_breaks: function (ptr, length, out) {
    var offsets = kioskBreaks.bytes(kioskText(ptr, length));
    HEAPU32.set(offsets, out >> 2);
    return offsets.length;
  },
});
