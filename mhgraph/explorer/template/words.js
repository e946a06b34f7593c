// Words of the page and labels of the data, in the language that was chosen.

/** @typedef {{ language: string, plurals: Intl.PluralRules, numbers: Intl.NumberFormat }} Locale */

/** @type {Record<string, Record<string, string>>} */
const WORDS = readJson("words");
const FALLBACK = "en";

/** @param {string} language */
const isLanguage = (language) => Object.hasOwn(WORDS, language);

/** @param {string} language */
const knownLanguage = (language) => (isLanguage(language) ? language : FALLBACK);

/**
 * @param {string} language
 * @returns {Locale}
 */
function makeLocale(language) {
  return { language, plurals: new Intl.PluralRules(language), numbers: new Intl.NumberFormat(language) };
}

/**
 * The words for a key, with what goes into their holes; a key without words is its own word.
 * @param {string} key
 * @param {Record<string, string | number>} holes
 */
function word(key, holes = {}) {
  const words = WORDS[page.locale.language];
  const text = Object.hasOwn(words, key) ? words[key] : key;
  return text.replace(/\{(\w+)\}/g, (hole, name) => (Object.hasOwn(holes, name) ? String(holes[name]) : hole));
}

/** @param {number} number */
const formatNumber = (number) => page.locale.numbers.format(number);

/**
 * "1 entity", "2 entities".
 * @param {string} key
 * @param {number} count
 */
function wordCount(key, count) {
  const form = page.locale.plurals.select(count) === "one" ? "one" : "other";
  return word(`${key}_${form}`, { n: formatNumber(count) });
}

/**
 * The label in the chosen language, else in English, else in any: as the command line does it.
 * @param {Labels} labels
 * @param {string} fallback
 * @returns {Text}
 */
function chooseLabel(labels, fallback) {
  const tags = Object.keys(labels);
  if (!tags.length) return { text: fallback, lang: "" };
  const { language } = page.locale;
  /** @param {string} tag */
  const rank = (tag) => {
    const base = baseLanguage(tag);
    if (base === language) return 0;
    return base === FALLBACK ? 1 : 2;
  };
  const lang = tags.reduce((best, tag) => (rank(tag) < rank(best) ? tag : best));
  return { text: labels[lang], lang };
}

/** @param {string} tag */
function baseLanguage(tag) {
  const [base] = tag.split("-");
  return base;
}

/** @param {number} number */
const nameOf = (number) => chooseLabel(graph.nodes[number].labels, graph.nodes[number].id);

/** @param {EntityClass} entityClass */
const classLabel = ({ labels, name }) => chooseLabel(labels, name).text;

/** @param {number} number */
const termLabel = (number) => chooseLabel(graph.terms[number].labels, graph.terms[number].id);

/** @param {number} number */
const termName = (number) => termLabel(number).text;

/**
 * The relation as it stands between two names: "has outcome", "is held by".
 * @param {number} number
 */
function relationLabel(number) {
  const { id, labels } = graph.relations[number];
  return Object.hasOwn(WORDS[FALLBACK], id) ? word(id) : chooseLabel(labels, id).text;
}

/**
 * The relation as it stands between the value and the subject: "is the outcome of", "holds".
 * @param {number} number
 */
function inverseLabel(number) {
  const { inverse } = graph.relations[number];
  return inverse ? chooseLabel(inverse, "").text : `← ${relationLabel(number)}`;
}

/**
 * @param {Value} value
 * @returns {Text}
 */
function valueText(value) {
  if (value.kind === "text") return value;
  return value.kind === "entity" ? nameOf(value.number) : termLabel(value.number);
}

/** @param {Source} source */
const sourceTitle = ({ title, key }) => title || key;

/** @param {Passage} passage */
function placeName({ label, paragraph, fragment }) {
  return label || (paragraph ? word("paragraph", { n: paragraph }) : fragment);
}

/** @param {string} tag */
function languageName(tag) {
  try {
    return new Intl.DisplayNames([page.locale.language], { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag; // the data may hold what is no language tag
  }
}

/**
 * Text as it is compared in a search: without accents and case.
 * @param {string} text
 */
function foldText(text) {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/[-\s]+/g, " ").trim();
}

/**
 * A period as its days, or as its month or year if it is a whole one.
 * @param {string} from
 * @param {string} to
 */
function formatDates(from, to) {
  if (!from && !to) return "";
  const [start, end] = [from || to, to || from];
  if (start === end) return start;
  const isYear = start.endsWith("-01-01") && end.endsWith("-12-31");
  if (isYear && start.slice(0, 4) === end.slice(0, 4)) return start.slice(0, 4);
  const isMonth = start.endsWith("-01") && Number(end.slice(8)) >= 28;
  if (isMonth && start.slice(0, 7) === end.slice(0, 7)) return start.slice(0, 7);
  return `${start} – ${end}`;
}
