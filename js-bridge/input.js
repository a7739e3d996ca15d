// Fingers, mouse, wheel, keys and sizes, as plain numbers. One pointer at a time: the first finger owns the screen until it
// leaves; of a second one only its coming is told. Whatever takes a gesture away (system gestures, hiding, another window)
// cancels it.
mergeInto(LibraryManager.library, {
  $kioskInput__deps: ['$kioskEnter', '$kioskMirror', '$kioskSizes', 'kiosk_pointer', 'kiosk_wheel', 'kiosk_key'],
  $kioskInput: {
    active: -1,
    onField: null,   // The latest pointerdown on the field that is edited: the browser's, until it scrolls.
    device: 0,
    x: 0,
    y: 0,
    down: 0, move: 1, up: 2, cancel: 3,   // ui::Pointer::Kind
    keys: ['', 'Enter', ' ', 'Escape', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End'],

    start: function () {
      var stage = Module['host']['stage'];
      var hard = { 'passive': false };
      stage.addEventListener('pointerdown', kioskInput.onDown);
      stage.addEventListener('pointermove', kioskInput.onMove);
      stage.addEventListener('pointerup', kioskInput.onUp);
      stage.addEventListener('pointercancel', kioskInput.onCancel);
      stage.addEventListener('pointerleave', kioskInput.onLeave);
      // Compatibility mouse events would move the focus from a field to the page, touches would zoom or swipe the app away.
      for (var type of ['mousedown', 'touchstart', 'touchmove', 'touchend', 'contextmenu', 'dblclick']) {
        stage.addEventListener(type, kioskInput.onCompatible, hard);
      }
      stage.addEventListener('wheel', kioskInput.onWheel, hard);
      addEventListener('keydown', kioskInput.onKey);
      addEventListener('blur', kioskInput.drop);
      document.addEventListener('visibilitychange', kioskInput.drop);
      kioskSizes.start();
    },

    isField: (event) => /^(INPUT|TEXTAREA)$/.test(event.target.tagName),
    send: function (kind, event) {
      kioskInput.x = event.clientX;
      kioskInput.y = event.clientY;
      kioskEnter(_kiosk_pointer, kind, kioskInput.device, event.pointerId, event.clientX, event.clientY, event.timeStamp);
    },
    onDown: function (event) {
      if (event.button) return;
      if (kioskInput.isField(event)) {
        kioskInput.onField = event;
        return;
      }
      if (event.isPrimary) kioskInput.drop();   // Of the finger before it, nobody told that it left.
      if (kioskInput.active >= 0) kioskInput.send(kioskInput.down, event);
      else kioskInput.begin(event);
    },
    // On one line, a finger that soon goes up or down sets no caret and selects nothing.
    scrolls: function (down, event) {
      var way = Math.abs(event.clientY - down.clientY);
      return event.pointerId === down.pointerId && down.pointerType === 'touch' && down.target.tagName === 'INPUT' &&
        way > 10 && way > Math.abs(event.clientX - down.clientX) && event.timeStamp - down.timeStamp < 500;
    },
    begin: function (event) {
      kioskInput.active = event.pointerId;
      kioskInput.device = Math.max(0, ['touch', 'mouse', 'pen'].indexOf(event.pointerType));
      try {
        Module['host']['stage'].setPointerCapture(event.pointerId);
      } catch (e) {}   // The pointer is already gone.
      kioskInput.send(kioskInput.down, event);
    },
    onMove: function (event) {
      var down = kioskInput.onField;
      if (down && kioskInput.active < 0 && kioskInput.scrolls(down, event)) kioskInput.begin(down);
      var hovers = kioskInput.active < 0 && event.pointerType === 'mouse';
      if (hovers) kioskInput.device = 1;
      if (hovers || event.pointerId === kioskInput.active) kioskInput.send(kioskInput.move, event);
    },
    // Nothing lies under a mouse that has gone.
    onLeave: function (event) {
      if (kioskInput.active < 0 && event.pointerType === 'mouse') {
        kioskEnter(_kiosk_pointer, kioskInput.move, 1, event.pointerId, -1, -1, event.timeStamp);
      }
    },
    onUp: function (event) {
      if (event.pointerId !== kioskInput.active) return;
      kioskInput.active = -1;
      kioskInput.send(kioskInput.up, event);
    },
    onCancel: function (event) {
      if (event.pointerId === kioskInput.active) kioskInput.drop();
    },
    drop: function () {
      if (kioskInput.active < 0) return;
      var id = kioskInput.active;
      kioskInput.active = -1;
      kioskEnter(_kiosk_pointer, kioskInput.cancel, kioskInput.device, id, kioskInput.x, kioskInput.y, performance.now());
    },

    onCompatible: function (event) {
      if (kioskInput.isField(event) && kioskInput.active < 0) return;
      if (event.cancelable) event.preventDefault();
      // Where pointerup does not count as a gesture, the keyboard opens here.
      if (event.type === 'touchend') kioskMirror.refocus();
    },
    onWheel: function (event) {
      if (event.ctrlKey) return;
      event.preventDefault();
      var unit = [1, 16, 400][event.deltaMode];
      kioskEnter(_kiosk_wheel, event.clientX, event.clientY, event.deltaX * unit, event.deltaY * unit, event.timeStamp);
    },
    onKey: function (event) {
      if (kioskMirror.composes(event) || event.ctrlKey || event.metaKey || event.altKey) return;
      var name = kioskInput.keys.indexOf(event.key, 1);
      if (name < 0) return;
      if (kioskInput.isField(event)) {
        if (event.key === 'Escape') event.target.blur();
        return;
      }
      // Enter and Space on an item of the mirror are a click of its own.
      if (name < 3 && event.target !== document.body) return;
      event.preventDefault();
      if (name >> 1 === 3) kioskMirror.choose(event.target, name === 7 === (document.documentElement.dir !== 'rtl'));
      else kioskEnter(_kiosk_key, name);
    },
  },

  kiosk_input_start__deps: ['$kioskInput'],
  kiosk_input_start__sig: 'v',
  kiosk_input_start: () => kioskInput.start(),
});
