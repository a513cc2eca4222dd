/**
 * The forms of a word that spellings of one name have in common. Pure.
 *
 *   plain    letters without case, accents, harakat, and with one form of those that are written in several (أ إ آ ا, ё е)
 *   latin    the same in Latin letters: Олена is olena, محمد is mhmd
 *   sound    spellings of one sound made one: Achmed, Akhmed, Ahmed; Müller, Mueller; Julia, Yuliya
 *   shape    which vowel comes first, roughly, and where there are others: Mohammed, Muhamad; Yousef, Jusuf
 *   frame    the same without those others: Fatma, Fatima; Aleksandr, Alexander
 *   bones    consonants only, where one side was written in a script without vowels: Mohammed is محمد
 *
 * @typedef {{plain: string, latin: string, sound: string, unfinished: string, shape: string, vowels: string[], frame: string, bones: string, voiceless: boolean}} Word
 */
import anyAscii from "../../../vendor/any-ascii.js";

const WITHOUT_VOWELS = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const BEGINS_A_SOUND = /(?:schtsc?|scht|shc|[td]?sc?|[td]c|dz|[cdgkpstz])$/; // a key more, and it may be another sound: "s", "sc", "sch"

const VOWELS = /[aeiou]+/g;

/** Each as [spelling, sound], one after the other. */
const SOUNDS = [
  [/schtsch|shch/g, "s"],
  [/dsch|dzh|zh|dj|j|y/g, "i"],
  [/tsch|tch|(?<!s)ch|kh|gh|g/g, "h"],
  [/sch|sh/g, "s"],
  [/ph/g, "f"],
  [/th/g, "t"],
  [/dh/g, "d"],
  [/ts|tz|z|c(?=[ei])/g, "s"],
  [/c|q/g, "k"],
  [/x/g, "ks"],
  [/w/g, "v"],
  [/ou|oo|ue/g, "u"],
  [/ae/g, "a"],
  [/oe/g, "o"],
  [/ee|e?i+/g, "i"],
  [/ie/g, "e"],
  [/(.)\1+/g, "$1"],
];
/** The article inside a name takes many forms: Abdulrahman, Abdelrahman, Abdurrahman; Nuraldin, Nureddin. */
const INNER_ARTICLE = /(?<=^abd)(?:[aeou]+l?|l)(?=..)|(?<=..)[aeou](?:l(?=d+[ie])|(?=dd[ie]))/;
const INNER_AL = /(?<=^عبد)ال(?=..)|(?<=..)ال(?=دين)/;
/** Before a shape is taken: what stays apart in it that may be one sound, and what differs in it though it is one. */
const APART = [
  [/^[aeo]le(?=[knx])/, "ale"], // Olena, Elena; Oleksandr, Alexander
  [/(?:^|(?<=[aeiou]))(?:dsch|dzh|zh|dj|j)(?=[aeiou])|^y(?=[aeou])/g, "1"],
  [/[ae](?:[iy]+|e+|j(?![aeiou]))/g, "a1"], // Leila, Layla; Said, Saeed
  [/au(?=.)/g, "aw"],
  [/sch|sh/g, "2"],
  [/g(?!h)/g, "3"],
  [/p$/, "b"], // Zeynep, Zainab
];

/** @type {Map<string, Word>} names and organisations come again and again */
const known = new Map();

/** @param {string} plain @returns {Word} */
export function wordOf(plain) {
  if (known.has(plain)) return known.get(plain);
  const voiceless = WITHOUT_VOWELS.test(plain);
  const latin = letters(anyAscii(plain));
  const bare = voiceless ? plain.replace(INNER_AL, "") : latin.replace(INNER_ARTICLE, "");
  // Without vowels between them, letters that meet by chance would be read as one sound.
  const soundsAs = voiceless ? (text) => [...text].map((letter) => soundOf(letters(anyAscii(letter)))).join("") : soundOf;
  const sound = soundsAs(voiceless ? plain : latin);
  const bones = bonesOf(bare, bare === plain || bare === latin ? sound : soundsAs(bare), voiceless);
  const word = { plain, latin, sound, unfinished: unfinishedOf(latin), ...shapeOf(voiceless ? "" : bare), bones, voiceless };
  known.set(plain, word);
  return word;
}

const letters = (text) => text.toLowerCase().replace(/[^a-z0-9]/g, "");
const spelledAs = (rules) => (latin) => rules.reduce((text, [spelling, sound]) => text.replace(spelling, sound), latin);
const soundOf = spelledAs(SOUNDS);
const apart = spelledAs(APART);

/** "kowals" may become "kowalski" or "Kowalschuk"; what is sure is "koval". */
function unfinishedOf(latin) {
  const sure = latin.replace(BEGINS_A_SOUND, "");
  return sure === latin ? "" : soundOf(sure || latin[0]);
}

function shapeOf(latin) {
  const [, before, first, rest] = /^([^aeiou]*)([aeiou]*)(.*)$/.exec(soundOf(apart(latin)).replace(/(?<=..)h$/, ""));
  const shape = before + first.slice(0, 1).replace("e", "a").replace("u", "o") + rest.replace(VOWELS, ".");
  return { shape, vowels: (rest.match(VOWELS) ?? []).map((run) => run.at(-1)), frame: shape.replaceAll(".", "") };
}

/** A vowel that begins a word is a letter in every script, if not always the same; an "h" that ends one may be none. */
function bonesOf(plain, sound, voiceless) {
  const rest = sound.replace(/[aeiouv]/g, "").replace(/p/g, "b").replace(/(.)\1+/g, "$1");
  return beginning(voiceless ? plain : sound) + rest.replace(/(?<=..)h$/, "");
}

function beginning(text) {
  if (/^(?:[وו]|v|u(?=[aeio]))/.test(text)) return "v";
  if (/^(?:[يج]|י(?![שצ])|i(?=[aeou]))/.test(text)) return "i";
  return /^[aeiouعاאעי]/.test(text) ? "'" : "";
}
