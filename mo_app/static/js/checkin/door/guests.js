/**
 * Everybody who can stand on the list: the people of the roster, and walk-ins. Pure.
 *
 * @typedef {object} Guest
 * @property {string} subject  "p:<person>" or "w:<walk-in>"
 * @property {string} id
 * @property {string} name
 * @property {string} organisation  its name, or ""
 * @property {string|null} organisationId
 * @property {number} party  how many they said they are
 * @property {"c"|"w"|"d"|""|"walk-in"} state  confirmed, waiting list, declined, said nothing
 * @property {boolean} needs
 * @property {string} code  of the pass
 * @property {ReturnType<typeof keysOf>} [keys]  once somebody was searched for
 */
import { comparing, keysOf, wordsOf } from "./search.js";

const SAID = { c: 0, w: 1, "walk-in": 1, "": 2, d: 2 };
const rosters = new WeakMap();
/** By name and organisation: what is searched of a person stays, whatever else changes. */
const keys = new Map();

/** @returns {Guest[]} in the order of the roster, the same array as long as it is the same document */
export function guestsOf(roster) {
  if (!roster) return [];
  if (!rosters.has(roster)) rosters.set(roster, roster.people.map((row) => guestOf(row, roster.organisations)));
  return rosters.get(roster);
}

function guestOf([id, name, organisationId, party, state, needs, code], organisations) {
  const organisation = organisations[organisationId] ?? "";
  return { subject: `p:${id}`, id, name, organisation, organisationId, party, state, needs: needs === 1, code };
}

/** @returns {Guest} */
export function guestOfWalkIn({ id, name, organisation, organisation_text, party }, organisations = {}) {
  return {
    subject: `w:${id}`, id, name, organisation: organisations[organisation] ?? organisation_text ?? "", organisationId: organisation,
    party, state: "walk-in", needs: false, code: "",
  };
}

/** Who said they come: first those with a place. */
export function expected(guests) {
  return [...guests.filter(({ state }) => state === "c"), ...guests.filter(({ state }) => state === "w")];
}

/** Those whom the typed words can mean: the nearest first, among them who said they come, then as they stood. */
export function found(guests, typed) {
  const query = wordsOf(typed);
  if (!query.length) return [];
  const distance = comparing(query);
  return guests
    .map((guest) => ({ guest, far: distance(keysOfGuest(guest)) }))
    .filter(({ far }) => far < Infinity)
    .sort((a, b) => a.far - b.far || SAID[a.guest.state] - SAID[b.guest.state])
    .map(({ guest }) => guest);
}

/** Get ready for the first key, a few people at a time. @returns {() => boolean} prepares some more; false: that was all */
export function preparing(guests, portion = 10) {
  let done = 0;
  return () => {
    guests.slice(done, (done += portion)).forEach(keysOfGuest);
    return done < guests.length;
  };
}

function keysOfGuest(guest) {
  guest.keys ??= prepared(guest.name, guest.organisation);
  return guest.keys;
}

function prepared(name, organisation) {
  const said = `${name}\n${organisation}`;
  if (!keys.has(said)) keys.set(said, keysOf(name, organisation));
  return keys.get(said);
}
