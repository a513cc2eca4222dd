/**
 * A device that can keep nothing: storage blocked, lost or full. What is done is sent at once, from memory, and what
 * the server says lives as long as the tab. Whoever cannot be reached cannot be told later either, so the screen says so.
 */
import { adopt, current } from "./view.js";
import { PROTOCOL, send } from "./wire.js";

/** Why there is no result. One that did not come may have got lost on its way back. */
const WHY = { none: "unsure", busy: "unsure", answer: "unsure", signin: "guest", other: "other_person" };
const device = globalThis.crypto?.randomUUID?.();
let seq = 0;
/** Whether the server was there when this tab, without storage, asked last. */
let isThere = true;

/**
 * @param {{kind: string, payload: object, person: string}} operation
 * @returns {Promise<{result: {outcome: string, code: string|null, params: object, message: string|null}} | {reason?: string}>}
 *   `reason`: "unsure" whether it arrived, "guest", "other_person"; without one it has not left this device
 */
export async function sendDirectly({ kind, payload, person }, { post = send } = {}) {
  if (navigator.onLine === false || !(await canBeAsked(person, post))) return {};
  seq += 1;
  const operation = { id: crypto.randomUUID(), seq, kind, made_at: now(), payload };
  const reply = await converse({ person, operations: [operation] }, post);
  const result = reply.answer?.results.find(({ id }) => id === operation.id);
  return result && result.outcome !== "retry" ? { result } : { reason: WHY[reply.kind] };
}

/** Where nobody answered last, ask before anything is sent that might get lost on its way back. */
async function canBeAsked(person, post) {
  if (isThere && current()?.link !== "none") return true;
  return (await converse({ person, operations: [] }, post)).kind !== "none";
}

/** Learn who is signed in and what the server knows of them. */
export async function listen({ post = send } = {}) {
  const request = { person: current()?.person ?? null, operations: [] };
  const reply = await converse(request, post);
  // Who is here is the server's to say; nothing of this tab can be sent in the wrong name, for nothing is waiting.
  if (reply.kind === "other") return converse({ ...request, person: reply.person }, post);
  if (reply.kind === "signin") return converse({ ...request, person: null }, post);
  return reply;
}

/** When something is done, by the server's clock as far as it was heard. */
const now = () => new Date(Date.now() + (current()?.offset ?? 0)).toISOString();

async function converse({ person, operations }, post) {
  const reply = await post({
    protocol: PROTOCOL,
    device,
    person,
    languages: [document.documentElement.lang],
    client_now: new Date().toISOString(),
    operations,
    have: { cursor: null, documents: {} },
    want: [],
    pages: false,
  });
  const { answer } = reply;
  isThere = reply.kind !== "none";
  if (answer) {
    const offset = Date.parse(answer.server_now) - Date.now();
    await adopt({ person, documents: answer.documents, link: "answered", answered: answer.server_now, offset });
  } else if (reply.kind !== "other") await adopt({ person, link: reply.kind });
  return reply;
}
