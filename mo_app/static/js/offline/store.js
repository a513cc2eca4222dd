/**
 * The device's memory: the only module that opens IndexedDB.
 *
 * state      "here": who uses this device now; "person/<id>": how far the exchange has come for that person
 * outbox     operations until a person has seen their answer, by id, of every person who used this device
 * documents  what the server says of a person, by [person, key]
 * pages      the kept pages of whoever is here, by url; staged: those of a set that is not complete yet
 *
 * Callers get a transaction and only ever wait for it, never for the network, inside `work`.
 */
import { openDB } from "../../vendor/idb.js";

const NAME = "mo";
const VERSION = 1;
const OPENING_TAKES = 5_000; // milliseconds; some browsers never answer when their storage is broken
const OPENING_AGAIN = 500; // after one that never answered

/** Nothing can be kept on this device: `reason` is "full", "outdated" (a newer version runs in another tab) or "blocked". */
export class CannotKeep extends Error {
  /** @param {unknown} cause */
  constructor(cause) {
    super("cannot keep", { cause });
    const name = /** @type {{name?: string}} */ (cause)?.name;
    this.reason = name === "QuotaExceededError" ? "full" : name === "VersionError" ? "outdated" : "blocked";
  }
}

/** @type {Promise<import("idb").IDBPDatabase> | undefined} */
let opened;
let patience = OPENING_TAKES;

/**
 * Read within one transaction.
 * @template T
 * @param {string[]} stores
 * @param {(tx: any) => Promise<T>} work
 * @returns {Promise<T>}
 */
export function read(stores, work) {
  return transact(stores, "readonly", work);
}

/**
 * Write within one transaction; resolves when it is complete and on the disk. If `work` throws, nothing was written.
 * @template T
 * @param {string[]} stores
 * @param {(tx: any) => Promise<T>} work
 * @returns {Promise<T>}
 */
export function write(stores, work) {
  return transact(stores, "readwrite", work);
}

async function transact(stores, mode, work) {
  const begin = async () => (await open()).transaction(stores, mode, { durability: "strict" });
  const tx = await begin().catch((error) => (wasClosed(error) ? begin() : unkept(error))).catch(unkept);
  const done = tx.done.catch((error) => error ?? tx.error);
  let result;
  try {
    result = await work(tx);
  } catch (error) {
    abort(tx);
    const cause = await done;
    throw error instanceof DOMException ? new CannotKeep(cause?.name === "QuotaExceededError" ? cause : error) : error;
  }
  const failed = await done;
  return failed ? unkept(failed) : result;
}

/** Some browsers close a connection under us, e.g. while the tab is in the background. */
function wasClosed(error) {
  if (error.name !== "InvalidStateError") return false;
  opened = undefined;
  return true;
}

function abort(tx) {
  try {
    tx.abort();
  } catch {
    // it has ended already
  }
}

function unkept(error) {
  throw error instanceof CannotKeep ? error : new CannotKeep(error);
}

/** A failure holds for this once; whoever asks next tries anew. */
async function open() {
  opened ??= connect().catch((error) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

async function connect() {
  const opening = openDB(NAME, VERSION, {
    upgrade,
    blocking: (_old, _new, event) => close(/** @type {any} */ (event.target)),
    terminated: () => close(),
  });
  const db = await within(patience, opening, () => {
    patience = OPENING_AGAIN;
    opening.then((late) => late.close(), () => {});
  });
  patience = OPENING_TAKES;
  return db;
}

/** Let another tab with a newer version have the database. */
function close(db) {
  opened = undefined;
  db?.close();
}

function upgrade(db) {
  db.createObjectStore("state");
  db.createObjectStore("outbox", { keyPath: "id" }).createIndex("person", ["person", "seq"]);
  db.createObjectStore("documents", { keyPath: ["person", "key"] });
  db.createObjectStore("pages", { keyPath: "url" });
  db.createObjectStore("staged", { keyPath: "url" });
}

async function within(time, promise, giveUp) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => {
      giveUp();
      reject(new Error("the database does not open"));
    }, time);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
