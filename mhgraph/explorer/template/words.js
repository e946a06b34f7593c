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
const nameOf = (number) => chooseLabel(graph.things[number].labels, graph.things[number].id);

/** @param {number} number */
const termLabel = (number) => chooseLabel(graph.terms[number].labels, graph.terms[number].id);

/** @param {number} number */
const nameText = (number) => nameOf(number).text;

/**
 * The relation as it stands between two names: "has outcome", "is held by".
 * @param {number} number
 */
function relationLabel(number) {
  const { id, labels } = graph.relations[number];
  return Object.hasOwn(WORDS[FALLBACK], id) ? word(id) : chooseLabel(labels, id).text;
}

/** @param {string} text */
const capitalize = (text) => text.charAt(0).toLocaleUpperCase(page.locale.language) + text.slice(1);

/**
 * The relation as it stands between the value and the subject: "is the outcome of", "holds".
 * @param {number} number
 */
function inverseLabel(number) {
  const { inverse } = graph.relations[number];
  return inverse ? chooseLabel(inverse, "").text : word("inverse", { relation: relationLabel(number) });
}

/**
 * @param {Value} value
 * @returns {Text}
 */
function valueText(value) {
  if (value.kind === "text") return value;
  return value.kind === "thing" ? nameOf(value.number) : termLabel(value.number);
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
 * A date as it is known, in the language: a year, a month, a day.
 * @param {string} date
 */
function formatDate(date) {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(date) ?? [];
  if (month === undefined) return year ?? date;
  /** @type {Intl.DateTimeFormatOptions} */
  const form = { year: "numeric", month: "long", timeZone: "UTC", ...(day === undefined ? {} : { day: "numeric" }) };
  const time = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
  return new Intl.DateTimeFormat(page.locale.language, form).format(time);
}

/**
 * Dates as they are known: the more precise one, where another says no more than its year or month.
 * @param {string[]} dates
 */
function formatDates(dates) {
  const precise = dates.filter((date) => !dates.some((other) => other !== date && other.startsWith(date)));
  return precise.map(formatDate).join("; ");
}

/**
 * Several values as people write them, in the order given.
 * @param {string[]} texts
 */
const joinTexts = (texts) => texts.join(", ");
