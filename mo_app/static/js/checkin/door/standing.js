/** How things stand at the door at one moment: who might come, who is here since when and where, what is not sent. Pure. */
import { placeOf } from "./facts.js";
import { guestOfWalkIn, guestsOf } from "./guests.js";
import { derive } from "./presence.js";
import { recordsOf } from "./records.js";

export class Standing {
  /**
   * @param {ReturnType<typeof import("./facts.js").factsOf>} facts
   * @param {import("./records.js").Operation[]} operations  that the documents do not contain yet
   * @param {number} now
   */
  constructor(facts, operations, now) {
    const { roster, door } = facts;
    const records = recordsOf(door, operations, facts);
    this.facts = facts;
    this.now = now;
    this.presence = derive(records);
    this.present = this.presence.present;
    this.guests = guestsOf(roster);
    const live = records.walk_ins.filter(({ id }) => this.present.has(`w:${id}`));
    this.walkIns = live.map((each) => guestOfWalkIn(each, roster.organisations));
    /** How many came with each record, by its id. */
    this.parties = new Map([...records.scans, ...records.walk_ins].map(({ id, party }) => [id, party]));
    this.unsent = records.unsent;
  }

  /** What a row and the dialog say of somebody. */
  of = ({ subject }) => {
    const present = this.present.get(subject);
    const unsent = present !== undefined && [...present.scans, ...present.walk_ins].some((id) => this.unsent.has(id));
    const place = present ? placeOf(present.by, this.facts) : { word: "", tablet: "" };
    return { present, place, unsent, now: this.now };
  };

  find(subject) {
    return this.guests.find((guest) => guest.subject === subject) ?? this.walkIns.find((guest) => guest.subject === subject);
  }
}
