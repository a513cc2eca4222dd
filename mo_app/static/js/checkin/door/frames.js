/** What can wait lets the next frame go first; a page that nobody looks at has none. */
const HIDDEN = 100; // milliseconds after which no frame is waited for

/** @returns {Promise<void>} once the next frame is on its way to the screen */
export function afterFrame() {
  const { requestAnimationFrame: frame, setTimeout: wait } = globalThis;
  if (!frame) return Promise.resolve();
  return Promise.race([new Promise((resolve) => frame(() => wait(resolve))), new Promise((resolve) => wait(resolve, HIDDEN))]);
}
