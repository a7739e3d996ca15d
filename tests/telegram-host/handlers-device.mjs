/**
 * What the device offers through the client: biometrics, location, motion sensors, the home screen. Values are
 * simulated and repeatable: a sensor's reading depends only on how many readings came before it, or is what was set.
 */
import { openPrompt } from './prompts.mjs';

/** @typedef {import('./types').Context} Context */
/** @typedef {import('./types').Handler} Handler */

const defaultRefreshMs = 1000;

/** @param {Context} context @param {string} message */
export function sendBiometryInfo({ answer, behaviour, state }, message) {
  if (behaviour.biometry === 'unavailable') {
    answer(message, 'biometry_info_received', { available: false });
    return;
  }
  answer(message, 'biometry_info_received', {
    available: true,
    type: behaviour.biometry,
    access_requested: state.biometry.accessRequested,
    access_granted: state.biometry.accessGranted,
    token_saved: state.biometry.token !== '',
    device_id: state.biometry.deviceId,
  });
}

/** @param {Context} context @param {string} message */
export function sendLocation({ answer, behaviour, state }, message) {
  if (behaviour.location !== 'yes' || !state.location.accessGranted) {
    answer(message, 'location_requested', { available: false });
    return;
  }
  answer(message, 'location_requested', {
    available: true,
    latitude: 52.520008,
    longitude: 13.404954,
    altitude: 34,
    course: null,
    speed: null,
    horizontal_accuracy: 12,
    vertical_accuracy: null,
    course_accuracy: null,
    speed_accuracy: null,
  });
}

/** @param {string} sensor @param {number} tick */
export function reading(sensor, tick) {
  const swing = Math.round(Math.sin(tick / 8) * 1000) / 1000;
  if (sensor === 'accelerometer') return { x: swing, y: 0.25, z: -9.81 };
  if (sensor === 'gyroscope') return { x: swing / 10, y: 0, z: 0 };
  return { absolute: false, alpha: 0, beta: swing / 4, gamma: swing / 2 };
}

/** @param {Context} context @param {string} sensor @param {any} data */
function refreshRate({ behaviour }, sensor, data) {
  const asked = Number(data?.refresh_rate) || defaultRefreshMs;
  return behaviour.clampRefreshRate ? Math.min(1000, Math.max(20, asked)) : asked;
}

/** @param {Context} context @param {string} sensor */
function scheduleReading(context, sensor) {
  const running = context.state.sensors[sensor];
  if (!running) return;
  const cancel = context.port.later(running.refreshMs, () => {
    running.ticks += 1;
    if (context.state.visible) context.emit(`${sensor}_changed`, context.readings[sensor] ?? reading(sensor, running.ticks));
    scheduleReading(context, sensor);
  });
  context.timers.set(sensor, cancel);
}

/** @param {Context} context @param {string} sensor */
function stopSensor(context, sensor) {
  context.timers.get(sensor)?.();
  context.timers.delete(sensor);
  context.state.sensors[sensor] = null;
}

/** @param {Context} context */
export function stopSensors(context) {
  for (const sensor of Object.keys(context.state.sensors)) stopSensor(context, sensor);
}

/** @param {string} sensor @returns {Record<string, Handler>} */
const sensorHandlers = (sensor) => ({
  [`web_app_start_${sensor}`]: (context, data) => {
    const message = `web_app_start_${sensor}`;
    if (context.behaviour.sensors === 'unsupported') {
      context.answer(message, `${sensor}_failed`, { error: 'UNSUPPORTED' });
      return;
    }
    stopSensor(context, sensor);
    context.state.sensors[sensor] = { refreshMs: refreshRate(context, sensor, data), ticks: 0 };
    context.answer(message, `${sensor}_started`);
    scheduleReading(context, sensor);
  },
  [`web_app_stop_${sensor}`]: (context) => {
    if (context.behaviour.sensors === 'unsupported') return;
    stopSensor(context, sensor);
    context.answer(`web_app_stop_${sensor}`, `${sensor}_stopped`);
  },
});

/** @type {Handler} */
function requestBiometryAccess(context, data) {
  const message = 'web_app_biometry_request_access';
  const { behaviour, state } = context;
  const isDecided = state.biometry.accessGranted || (state.biometry.accessRequested && behaviour.biometryAgain === 'answer');
  if (behaviour.biometry === 'unavailable' || isDecided) {
    sendBiometryInfo(context, message);
    return;
  }
  const text = data?.reason || 'The app wants to use biometrics to protect your data.';
  openPrompt(context, 'biometry-access', message, ['Allow biometrics?', text, 'Allow', 'Not now'], () =>
    sendBiometryInfo(context, message),
  );
}

/** @type {Handler} */
function requestBiometryAuth(context, data) {
  const message = 'web_app_biometry_request_auth';
  const fail = () => context.answer(message, 'biometry_auth_requested', { status: 'failed' });
  if (context.behaviour.biometry === 'unavailable' || !context.state.biometry.accessGranted) {
    fail();
    return;
  }
  const text = data?.reason || 'Confirm that it is you.';
  openPrompt(context, 'biometry-auth', message, ['Biometric check', text, 'Confirm', 'Cancel'], fail);
}

/** @type {Handler} */
function updateBiometryToken({ answer, behaviour, state }, data) {
  const allowed = behaviour.biometry !== 'unavailable' && state.biometry.accessGranted;
  if (allowed) state.biometry.token = data.token;
  const stored = data.token === '' ? 'removed' : 'updated';
  answer('web_app_biometry_update_token', 'biometry_token_updated', { status: allowed ? stored : 'failed' });
}

/** @type {Handler} */
function requestLocation(context) {
  const message = 'web_app_request_location';
  const { behaviour, state } = context;
  if (behaviour.location === 'silent') return;
  if (behaviour.location === 'unavailable' || state.location.accessRequested) {
    sendLocation(context, message);
    return;
  }
  const texts = ['Share location?', 'The app asks for your current location.', 'Allow', "Don't allow"];
  openPrompt(context, 'location', message, texts, () => sendLocation(context, message));
}

/** @type {Handler} */
function addToHomeScreen(context) {
  const message = 'web_app_add_to_home_screen';
  const { behaviour, state } = context;
  if (behaviour.homeScreen !== 'missed') {
    context.answer(message, 'home_screen_failed', { error: 'UNSUPPORTED' });
  } else if (state.homeScreen) {
    context.answer(message, 'home_screen_added');
  } else {
    const texts = ['Add to Home Screen', 'Put a shortcut to this app on your home screen?', 'Add', 'Cancel'];
    openPrompt(context, 'home-screen', message, texts, () => {});
  }
}

/** @type {Record<string, Handler>} */
export const deviceHandlers = {
  web_app_biometry_get_info: (context) => sendBiometryInfo(context, 'web_app_biometry_get_info'),
  web_app_biometry_request_access: requestBiometryAccess,
  web_app_biometry_request_auth: requestBiometryAuth,
  web_app_biometry_update_token: updateBiometryToken,
  web_app_biometry_open_settings: ({ port }) => port.effect('toast', 'Biometric settings of this app'),
  web_app_check_location: ({ answer, behaviour, state }) => {
    if (behaviour.locationCheck === 'silent') return;
    const available = behaviour.location === 'yes';
    const { accessRequested, accessGranted } = state.location;
    const granted = { available, access_requested: accessRequested, access_granted: accessGranted };
    answer('web_app_check_location', 'location_checked', available ? granted : { available });
  },
  web_app_request_location: requestLocation,
  web_app_open_location_settings: ({ port }) => port.effect('toast', 'Location settings of this app'),
  ...sensorHandlers('accelerometer'),
  ...sensorHandlers('device_orientation'),
  ...sensorHandlers('gyroscope'),
  web_app_add_to_home_screen: addToHomeScreen,
  web_app_check_home_screen: ({ answer, behaviour, state }) => {
    const known = state.homeScreen ? 'added' : 'missed';
    const status = behaviour.homeScreen === 'missed' ? known : 'unsupported';
    answer('web_app_check_home_screen', 'home_screen_checked', { status });
  },
};
