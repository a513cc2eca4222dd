/**
 * Finding people by any beginning of any part of their names, in whatever script and spelling either was written. Pure.
 * A word is compared from strict to lenient (see spelling.js), and the stricter the match, the further up it stands.
 */
import { wordOf } from "./spelling.js";

/** @typedef {import("./spelling.js").Word} Word */

const MARKS = /[\p{M}\u0621\u0640]/gu; // accents, harakat, hamza that is left by itself, tatweel
const BREAKS = /[^\p{L}\p{N}]+/u;
const QUOTES = /['’ʼʹʾʿ`´ьъ]/g;
const AFTER_A_QUOTE = /(?<!\p{L})\p{L}{1,2}['’ʼ`´](?=\p{L}{3})/gu; // O'Neill, D'Angelo, N'Diaye
const ONE_FORM = { ة: "ه", ى: "ي", ی: "ي", ې: "ي", ک: "ك", ھ: "ه", ہ: "ه", ە: "ه", ٱ: "ا", ı: "i", ł: "l", đ: "d", ø: "o", ß: "ss", і: "и", ы: "и" };
const SEVERAL_FORMS = new RegExp(`[${Object.keys(ONE_FORM).join("")}]`, "gu");
const ARTICLE = /^ال(?=\p{L}{3})/u;
const LATIN_ARTICLE = /^(?:[aeu]l .|[ae](\p{L}h?) \1)/u; // al-Hassan; ash-Shami, er-Rahman
const PERSIAN = { ض: "ز", ذ: "ز", ث: "س" }; // رضا is Reza
const SAID_OTHERWISE = new RegExp(`[${Object.keys(PERSIAN).join("")}]`, "gu");
const TOGETHER = 3; // Abd al Rahman, van der Berg: as many words may be one elsewhere
const MISSING = 3;
const OF_THE_ORGANISATION = 4;

/** @returns {Word[]} */
export function wordsOf(text) {
  return plainly(text.toLowerCase()).replace(QUOTES, "").split(BREAKS).filter(Boolean).map(wordOf);
}

const plainly = (text) => text.normalize("NFKD").replace(MARKS, "").replace(SEVERAL_FORMS, (form) => ONE_FORM[form]);

/**
 * What is searched, prepared once.
 * @param {string} name
 * @param {string} [organisation]
 * @returns {{words: Word[], name: number}} the first `name` words are those of the name
 */
export function keysOf(name, organisation = "") {
  const own = wordsOf(name);
  const parts = name.search(AFTER_A_QUOTE) < 0 ? [] : wordsOf(name.replace(AFTER_A_QUOTE, " "));
  const joined = own.flatMap((_, from) => runs(own, from).flatMap((run) => readings(run)));
  const words = [...new Set([...own, ...joined, ...parts])];
  return { words: [...words, ...wordsOf(organisation)], name: words.length };
}

/** One word, two, three from there on. */
function runs(words, from) {
  const lengths = Array.from({ length: Math.min(TOGETHER, words.length - from) }, (_, place) => place + 1);
  return lengths.map((length) => words.slice(from, from + length));
}

/** The words as one; without the last one's article; as one says it in Persian. */
function readings(words) {
  const plain = words.map((word) => word.plain);
  const last = plain.pop();
  const all = [last, last.replace(ARTICLE, "")].map((end) => [...plain, end].join(""));
  return [...new Set([...all, ...all.map((one) => one.replace(SAID_OTHERWISE, (letter) => PERSIAN[letter]))])].map(wordOf);
}

/**
 * How far names are from what was typed: the higher, the worse; Infinity: not meant. Many share a word, so each word is
 * compared once.
 * @param {Word[]} query
 * @returns {(keys: ReturnType<typeof keysOf>) => number}
 */
export function comparing(query) {
  const steps = query.flatMap((_, from) => runs(query, from).map((run) => stepOf(query, from, run)));
  return (keys) => {
    const far = [0, ...query.map(() => Infinity)]; // by the number of words that are accounted for
    for (const { from, to, wanted, missing, known } of steps) {
      if (far[from] < far[to]) far[to] = Math.min(far[to], Math.max(far[from], Math.min(missing, nearest(keys, wanted, known))));
    }
    return far.at(-1);
  };
}

function stepOf(query, from, run) {
  const isArticle = run.length === 1 && LATIN_ARTICLE.test(`${run[0].plain} ${query[from + 1]?.plain ?? ""}`);
  return { from, to: from + run.length, wanted: readings(run), missing: isArticle ? MISSING : Infinity, known: new Map() };
}

function nearest({ words, name }, wanted, known) {
  let least = Infinity;
  for (let place = 0; place < words.length && least > 0; place += 1) {
    const word = words[place];
    let far = known.get(word);
    if (far === undefined) known.set(word, (far = Math.min(...wanted.map((each) => wordDistance(word, each)))));
    least = Math.min(least, far + (place < name ? 0 : OF_THE_ORGANISATION));
  }
  return least;
}

function wordDistance(word, wanted) {
  if (word.plain.startsWith(wanted.plain)) return 0;
  if (wanted.latin && word.latin.startsWith(wanted.latin)) return 1;
  if (wanted.sound && word.sound.startsWith(wanted.sound)) return 2;
  if (wanted.unfinished && word.sound.startsWith(wanted.unfinished)) return 3;
  if (word.voiceless !== wanted.voiceless) return wanted.bones && word.bones.startsWith(wanted.bones) ? 3 : Infinity;
  return isAlike(word, wanted) ? 3 : Infinity;
}

/** Of a few letters, too many names have the shape. */
function isAlike(word, { latin, shape, frame, vowels }) {
  if (latin.length < 4 || frame.length < 3) return false;
  if (word.shape.startsWith(shape) && vowels.every((vowel, place) => isLike(vowel, word.vowels[place]))) return true;
  if (latin.length < 5 || frame.length < 4) return false;
  if (frame.length > 4) return word.frame.startsWith(frame);
  return word.frame === frame && word.vowels.length !== vowels.length && word.shape.endsWith(".") === shape.endsWith(".");
}

/** Yousef, Yousif, Yusuf; Mohamed, Muhammad; but not Bashar, Bashir. */
const isLike = (one, other) => one === other || one === "e" || other === "e" || (one !== "a" && other !== "a");
