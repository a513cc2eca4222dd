/** The cameras of this device: opening one, the next one, its light. The one used last is used again. */
const REMEMBERED = "mo-camera";
const SIZE = { width: { ideal: 1280 }, height: { ideal: 720 } };
const TROUBLES = {
  NotAllowedError: "refused",
  SecurityError: "refused",
  NotFoundError: "missing",
  OverconstrainedError: "missing",
  NotReadableError: "busy",
  AbortError: "busy",
};

/** Why there is no picture, in one word: "refused" | "missing" | "busy" | "unsupported" | "failed". */
export const troubleWith = (error) => TROUBLES[error.name] ?? (error instanceof TypeError ? "unsupported" : "failed");

/**
 * The one used last, else one that looks away from who holds the device.
 * @returns {Promise<MediaStream>}
 */
export async function openCamera(id = remembered()) {
  const open = (which) => navigator.mediaDevices.getUserMedia({ audio: false, video: { ...which, ...SIZE } });
  const any = () => open({ facingMode: { ideal: "environment" } });
  if (!id) return any();
  return open({ deviceId: { exact: id } }).catch((error) => {
    if (troubleWith(error) === "missing") return any(); // it was another device's, or is unplugged
    throw error;
  });
}

/** @returns {Promise<string[]>} ids of all cameras; known once one was opened */
export async function cameras() {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.filter(({ kind, deviceId }) => kind === "videoinput" && deviceId).map(({ deviceId }) => deviceId);
}

/** The id after this one, round and round. */
export const nextOf = (ids, id) => ids[(ids.indexOf(id) + 1) % ids.length];

/** It may fill the picture with light. */
export const hasTorch = (track) => track.getCapabilities?.().torch === true;

export const light = (track, on) => track.applyConstraints({ advanced: [/** @type {any} */ ({ torch: on })] });

export function rememberCamera(id) {
  try {
    localStorage.setItem(REMEMBERED, id);
  } catch {
    // it is asked for anew next time
  }
}

function remembered() {
  try {
    return localStorage.getItem(REMEMBERED);
  } catch {
    return null;
  }
}
