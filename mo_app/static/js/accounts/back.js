/**
 * Where somebody was going when she had to sign in first: in this tab, and not for long. A way in that ends elsewhere, or
 * a browser that can keep nothing, leads to the start page.
 */
const KEY = "mo-back";
const LASTS = 30 * 60_000;

/** @param {string} path */
export function remember(path, now = Date.now()) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ path, until: now + LASTS }));
  } catch {
    // then she begins at the start page
  }
}

/** @returns {string|null} once: the path, if it is one of ours */
export function takeBack(now = Date.now()) {
  try {
    const { path, until } = JSON.parse(sessionStorage.getItem(KEY) ?? "{}");
    sessionStorage.removeItem(KEY);
    return until > now && new URL(path, location.origin).origin === location.origin ? path : null;
  } catch {
    return null;
  }
}
