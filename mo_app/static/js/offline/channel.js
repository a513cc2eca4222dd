/**
 * What the tabs and the worker of this device tell one another. The teller hears it too.
 *
 * {type: "changed", pages: [url], documents: [key]}   something else is kept now
 * {type: "person", was, left}                         somebody else is here now; `left`: who was here has signed out
 * {type: "fetching", done, total, what}               getting ready: "pages" or "assets"
 * {type: "busy?"} · {type: "busy!"}                   may a new version begin? no, somebody is typing here
 */
const channel = "BroadcastChannel" in globalThis ? new BroadcastChannel("mo") : null;
const hearers = new Set();

// @ts-ignore: Node's only; there a channel would keep the process alive
channel?.unref?.();
if (channel) channel.onmessage = ({ data }) => pass(data, false);

export function tell(message) {
  channel?.postMessage(message);
  pass(message, true);
}

/**
 * @param {(message: any, own: boolean) => void} hearer  `own`: it was told in this very tab
 * @returns {() => void} stops hearing
 */
export function hear(hearer) {
  hearers.add(hearer);
  return () => hearers.delete(hearer);
}

function pass(message, own) {
  for (const hearer of hearers) hearer(message, own);
}
