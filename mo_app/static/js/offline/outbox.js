/**
 * What a person did on this device, until the server has answered for it and the person has seen the answer.
 *
 * An entry: {id, person, device, seq, kind, made_at, payload, quiet, brief, status, result}. `status` is
 * "pending", "applied", "rejected", or "deferred": the server does not know it yet, it is sent again after an update.
 * `result` is the server's: {outcome, code, params, message}, null while pending.
 * `add` resolves when the entry is on the disk, and not before: then the screen may say "saved on this device".
 */
import { GUEST, here, progress, setProgress } from "./state.js";
import { read, write } from "./store.js";

/** An operation that must not be kept: `reason` is "guest" or "other_person". */
export class NotYours extends Error {
  /** @param {"guest"|"other_person"} reason */
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

/**
 * @param {{kind: string, payload: object, person: string, quiet?: boolean, brief?: boolean}} operation  `person`: whom the
 *   screen showed when this was done; `quiet`: nobody needs to hear how it went (a notice read); `brief`: only that it did
 *   not go well
 * @throws {NotYours | import("./store.js").CannotKeep}
 */
export function add({ kind, payload, person, quiet = false, brief = false }) {
  return write(["state", "outbox"], async (tx) => {
    const now = await here(tx);
    if (now.person === GUEST) throw new NotYours("guest");
    if (now.person !== person) throw new NotYours("other_person");
    const mine = await progress(tx, person);
    mine.seq += 1;
    const entry = {
      id: crypto.randomUUID(),
      person,
      device: mine.device,
      seq: mine.seq,
      kind,
      made_at: new Date(Math.max(Date.now() + now.offset, heardAt(mine))).toISOString(),
      payload,
      quiet,
      brief,
      status: "pending",
      result: null,
    };
    await tx.objectStore("outbox").add(entry);
    await setProgress(tx, person, mine);
    return entry;
  });
}

/** When the server last answered, in milliseconds: nothing was done before that, wherever the device's clock went. */
const heardAt = ({ answered }) => Date.parse(answered ?? "") || 0;

/** The entries of whoever is here, in the order they were made. */
export function list() {
  return read(["state", "outbox"], async (tx) => entriesOf(tx, (await here(tx)).person));
}

export function entriesOf(tx, person) {
  const range = IDBKeyRange.bound([person, 0], [person, Infinity]);
  return tx.objectStore("outbox").index("person").getAll(range);
}

/** The server's last word on it is still to come. */
export const isOpen = ({ status }) => status === "pending" || status === "deferred";

/** A person should know that this is not sent. */
export const isUnsent = (entry) => isOpen(entry) && !entry.quiet;

/** It was refused, and nobody has said yet that they know. */
export const isUnread = ({ status, quiet }) => status === "rejected" && !quiet;

/** Take back what was not sent. What is on its way may arrive all the same; the next exchange shows what is true. */
export function discard(id) {
  return remove(id, "pending", "deferred");
}

/** A person has read how it went. */
export function dismiss(id) {
  return remove(id, "rejected", "applied");
}

/** @returns {Promise<File>} everything of whoever is here, readable by people and programs */
export async function exportFile() {
  const entries = await list();
  const text = JSON.stringify({ saved_at: new Date().toISOString(), entries }, null, 2);
  const name = `unsent-${new Date().toISOString().slice(0, 10)}.json`;
  return new File([text], name, { type: "application/json" });
}

function remove(id, ...statuses) {
  return write(["state", "outbox"], async (tx) => {
    const entry = await tx.objectStore("outbox").get(id);
    if (!entry || entry.person !== (await here(tx)).person || !statuses.includes(entry.status)) return false;
    await tx.objectStore("outbox").delete(id);
    return true;
  });
}
