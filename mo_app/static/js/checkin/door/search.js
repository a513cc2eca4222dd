/**
 * Finding people by any beginning of any part of their names, in whatever script either was written. Pure.
 *
 * A word is compared in four ways, from strict to lenient, and the stricter the match, the further up it stands:
 *   plain    letters without case, accents, harakat, and with one form of those that are written in several (أ إ آ ا, ё е)
 *   latin    the same in Latin letters: Олена is olena, محمد is mhmd
 *   sound    spellings of one sound made one: Achmed, Akhmed, Ahmed; Müller, Mueller; Julia, Yuliya
 *   bones    consonants only, where one side was written in a script without vowels: Mohammed is محمد
 */
import anyAscii from "../../../vendor/any-ascii.js";

const MARKS = /[\p{M}\u0621\u0640]/gu; // accents, harakat, hamza that is left by itself, tatweel
const BREAKS = /[^\p{L}\p{N}]+/u;
const QUOTES = /['’ʼʹʾʿ`´ьъ]/g;
const ONE_FORM = { ة: "ه", ى: "ي", ی: "ي", ې: "ي", ک: "ك", ھ: "ه", ہ: "ه", ە: "ه", ٱ: "ا", ı: "i", ł: "l", đ: "d", ø: "o", ß: "ss", і: "и", ы: "и" };
const SEVERAL_FORMS = new RegExp(`[${Object.keys(ONE_FORM).join("")}]`, "gu");
const WITHOUT_VOWELS = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const ARTICLE = /^(ال)(?=\p{L}{3})/u;
const BEGINS_A_SOUND = /[cdgkpstz]+$/; // a key more, and it may be another sound: "s", "sc", "sch"

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

/** @typedef {{plain: string, latin: string, sound: string, unfinished: string, bones: string, voiceless: boolean}} Word */
/** @type {Map<string, Word>} names and organisations come again and again */
const known = new Map();

/** @returns {Word[]} */
export function wordsOf(text) {
  const plain = text.toLowerCase().normalize("NFKD").replace(MARKS, "").replace(SEVERAL_FORMS, (form) => ONE_FORM[form]);
  return plain.replace(QUOTES, "").split(BREAKS).filter(Boolean).map(wordOf);
}

function wordOf(plain) {
  if (known.has(plain)) return known.get(plain);
  const latin = letters(anyAscii(plain));
  const voiceless = WITHOUT_VOWELS.test(plain);
  // Without vowels between them, letters that meet by chance would be read as one sound.
  const sound = voiceless ? [...plain].map((letter) => soundOf(letters(anyAscii(letter)))).join("") : soundOf(latin);
  const word = { plain, latin, sound, unfinished: unfinishedOf(latin), bones: bonesOf(plain, sound, voiceless), voiceless };
  known.set(plain, word);
  return word;
}

const letters = (text) => text.toLowerCase().replace(/[^a-z0-9]/g, "");
const soundOf = (latin) => SOUNDS.reduce((text, [spelling, sound]) => text.replace(spelling, sound), latin);

/** "kowals" may become "kowalski" or "Kowalschuk"; what is sure is "koval". */
function unfinishedOf(latin) {
  const sure = latin.replace(BEGINS_A_SOUND, "");
  return sure === latin ? "" : soundOf(sure || latin[0]);
}

/** A vowel that begins a word is a letter in every script, if not always the same; an "h" that ends one may be none. */
function bonesOf(plain, sound, voiceless) {
  const begins = voiceless ? /^[عاويאעוי]/.test(plain) : /^[aeiouv]/.test(sound);
  const rest = sound.replace(/[aeiouv]/g, "").replace(/p/g, "b").replace(/(.)\1+/g, "$1");
  return (begins ? "'" : "") + rest.replace(/(?<=..)h$/, "");
}

/**
 * What is searched, prepared once.
 * @param {string} name
 * @param {string} [organisation]
 * @returns {{words: Word[], name: number}} the first `name` words are those of the name
 */
export function keysOf(name, organisation = "") {
  const own = wordsOf(name);
  // Abdul Rahman, Abdulrahman, عبد الرحمن: two words may be one elsewhere.
  const joined = own.slice(1).map((_, place) => wordOf(own[place].plain + own[place + 1].plain));
  const stems = own.filter(({ plain }) => ARTICLE.test(plain)).map(({ plain }) => wordOf(plain.replace(ARTICLE, "")));
  const words = [...own, ...stems, ...joined];
  return { words: [...words, ...wordsOf(organisation)], name: words.length };
}

/**
 * How far names are from what was typed: the higher, the worse; Infinity: not meant. Many share a word, so each word is
 * compared once.
 * @param {Word[]} query
 * @returns {(keys: ReturnType<typeof keysOf>) => number}
 */
export function comparing(query) {
  const compared = query.map((wanted) => ({ wanted, known: new Map() }));
  return (keys) => compared.reduce((most, each) => (most === Infinity ? most : Math.max(most, nearest(keys, each))), 0);
}

function nearest({ words, name }, { wanted, known }) {
  let least = Infinity;
  for (let place = 0; place < words.length && least > 0; place += 1) {
    const word = words[place];
    let far = known.get(word);
    if (far === undefined) known.set(word, (far = wordDistance(word, wanted)));
    least = Math.min(least, far + (place < name ? 0 : 4));
  }
  return least;
}

function wordDistance(word, wanted) {
  if (word.plain.startsWith(wanted.plain)) return 0;
  if (wanted.latin && word.latin.startsWith(wanted.latin)) return 1;
  if (wanted.sound && word.sound.startsWith(wanted.sound)) return 2;
  if (wanted.unfinished && word.sound.startsWith(wanted.unfinished)) return 3;
  if (wanted.bones && word.voiceless !== wanted.voiceless && word.bones.startsWith(wanted.bones)) return 3;
  return Infinity;
}
