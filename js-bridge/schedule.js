// When the program runs: at most one animation frame pending, one timer, and neither while the page is hidden.
mergeInto(LibraryManager.library, {
  $kioskSchedule__deps: ['$kioskEnter', '$kioskCounters', 'kiosk_frame', 'kiosk_timer', 'kiosk_visible', 'kiosk_motion'],
  $kioskSchedule: {
    frame: 0,
    timer: 0,
    wanted: false,
    start: function () {
      var still = window.matchMedia('(prefers-reduced-motion: reduce)');
      var tellMotion = () => kioskEnter(_kiosk_motion, still.matches ? 1 : 0);
      still.addEventListener('change', tellMotion);
      tellMotion();
      document.addEventListener('visibilitychange', () => {
        if (document.hidden) kioskSchedule.stop();
        kioskEnter(_kiosk_visible, document.hidden ? 0 : 1);
      });
    },
    stop: function () {
      cancelAnimationFrame(kioskSchedule.frame);
      kioskCounters['pending'] = 0;
      clearTimeout(kioskSchedule.timer);
      kioskSchedule.frame = kioskSchedule.timer = 0;
    },
  },

  kiosk_schedule_start__deps: ['$kioskSchedule'],
  kiosk_schedule_start__sig: 'v',
  kiosk_schedule_start: () => kioskSchedule.start(),

  kiosk_request_frame__deps: ['$kioskSchedule'],
  kiosk_request_frame__sig: 'v',
  kiosk_request_frame: function () {
    if (kioskSchedule.frame || document.hidden) return;
    kioskCounters['pending'] = 1;
    kioskSchedule.frame = requestAnimationFrame((now) => {
      kioskSchedule.frame = kioskCounters['pending'] = 0;
      kioskCounters['callbacks']++;
      kioskEnter(_kiosk_frame, now);
    });
  },

  // Negative: no timer.
  kiosk_set_timer__deps: ['$kioskSchedule'],
  kiosk_set_timer__sig: 'vd',
  kiosk_set_timer: function (delay) {
    clearTimeout(kioskSchedule.timer);
    kioskSchedule.timer = 0;
    if (delay < 0 || document.hidden) return;
    kioskSchedule.timer = setTimeout(() => {
      kioskSchedule.timer = 0;
      kioskCounters['callbacks']++;
      kioskEnter(_kiosk_timer);
    }, Math.min(delay, 2147483647));
  },

  // Milliseconds since 1970, and on the steady clock of frames and pointer events.
  kiosk_wall_clock__sig: 'd',
  kiosk_wall_clock: () => Date.now(),
  kiosk_steady_clock__sig: 'd',
  kiosk_steady_clock: () => performance.now(),

  kiosk_can_hover__sig: 'i',
  kiosk_can_hover: () => (window.matchMedia('(hover: hover) and (pointer: fine)').matches ? 1 : 0),
});
