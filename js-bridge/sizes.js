// The canvas's size in CSS and device pixels, and the room that the on-screen keyboard takes. The canvas keeps its size while the
// keyboard is open, and never follows the collapsed heights that some clients report (Telegram-iOS #2235).
mergeInto(LibraryManager.library, {
  $kioskSizes__deps: ['$kioskEnter', '$kioskMirror', 'kiosk_resize'],
  $kioskSizes: {
    maxDensity: 3,
    width: 0,
    height: 0,
    settled: 0,   // Until then a smaller height may still be the closing keyboard's.
    device: null,   // The observed size in device pixels, where the browser tells.
    sent: '',
    covered: 0,   // By the keyboard, as far as it was told last.

    start: function () {
      var stage = Module['host']['stage'];
      var observer = new ResizeObserver((entries) => {
        var box = entries[0]['devicePixelContentBoxSize'];
        kioskSizes.device = box && box[0];
        kioskSizes.measure();
      });
      try {
        observer.observe(stage, { 'box': 'device-pixel-content-box' });
      } catch (e) {
        observer.observe(stage);
      }
      kioskSizes.watchDensity();
      if (window['visualViewport']) {
        window['visualViewport'].addEventListener('resize', kioskSizes.measure);
        window['visualViewport'].addEventListener('scroll', kioskSizes.measure);
      }
      stage.addEventListener('focusin', kioskSizes.measure);
      stage.addEventListener('focusout', () => {
        kioskSizes.settled = performance.now() + 500;
        setTimeout(kioskSizes.measure, 550);
      });
      kioskSizes.measure();
    },
    watchDensity: function () {
      window.matchMedia('(resolution: ' + devicePixelRatio + 'dppx)').addEventListener('change', () => {
        kioskSizes.device = null;
        kioskSizes.measure();
        kioskSizes.watchDensity();
      }, { 'once': true });
    },

    accept: function (width, height) {
      if (width < 1 || height < 100) return false;
      if (width !== kioskSizes.width) return true;
      if (height < kioskSizes.height / 4) return false;
      var typing = kioskMirror.typing() || performance.now() < kioskSizes.settled;
      return height >= kioskSizes.height || !typing;
    },
    keyboard: function () {
      if (!kioskMirror.typing()) return (kioskSizes.covered = 0);
      var viewport = window['visualViewport'];
      var visible = viewport ? viewport['offsetTop'] + viewport['height'] : innerHeight;
      if (visible >= 100) kioskSizes.covered = Math.max(0, Math.round(kioskSizes.height - visible));
      return kioskSizes.covered;
    },
    // What the browser says it will really show, if that is what was asked for (it may be of another density, or of a moment ago).
    exact: function (side, wanted) {
      var told = kioskSizes.device ? kioskSizes.device[side] : 0;
      return Math.abs(told - wanted) < 1 ? told : Math.round(wanted);
    },
    measure: function () {
      var stage = Module['host']['stage'];
      var canvas = Module['host']['canvas'];
      var width = stage.clientWidth;
      var height = stage.clientHeight;
      if (kioskSizes.accept(width, height)) {
        kioskSizes.width = width;
        kioskSizes.height = height;
      }
      if (!kioskSizes.width) return;
      var density = Math.min(devicePixelRatio || 1, kioskSizes.maxDensity);
      var deviceWidth = kioskSizes.exact('inlineSize', kioskSizes.width * density);
      var deviceHeight = kioskSizes.exact('blockSize', kioskSizes.height * density);
      var inset = kioskSizes.keyboard();
      var all = [kioskSizes.width, kioskSizes.height, deviceWidth, deviceHeight, inset].join();
      if (all === kioskSizes.sent) return;
      kioskSizes.sent = all;
      if (canvas.width !== deviceWidth) canvas.width = deviceWidth;
      if (canvas.height !== deviceHeight) canvas.height = deviceHeight;
      canvas.style.width = kioskSizes.width + 'px';
      canvas.style.height = kioskSizes.height + 'px';
      kioskEnter(_kiosk_resize, kioskSizes.width, kioskSizes.height, density, inset);
    },
  },
});
