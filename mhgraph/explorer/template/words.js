// Words of the page and labels of the data, in the language that was chosen.

const WORDS = JSON.parse(document.getElementById("words").textContent);
const LANGUAGES = ["en", "fr", "es"];
let language = "en";
let plurals = new Intl.PluralRules("en");
let numbers = new Intl.NumberFormat("en");

function useLanguage(wished) {
  language = LANGUAGES.includes(wished) ? wished : "en";
  plurals = new Intl.PluralRules(language);
  numbers = new Intl.NumberFormat(language);
}

function word(key, holes = {}) {
  const text = Object.hasOwn(WORDS[language], key) ? WORDS[language][key] : key;
  return text.replace(/\{(\w+)\}/g, (hole, name) => (Object.hasOwn(holes, name) ? String(holes[name]) : hole));
}

function counted(key, n) {
  const form = plurals.select(n) === "one" ? "one" : "other";
  return word(`${key}_${form}`, { n: numbers.format(n) });
}

// The label in the chosen language, else in English, else in any: as the command line does it.
function labelled(labels, fallback) {
  const tags = Object.keys(labels);
  if (!tags.length) return { text: fallback, lang: "" };
  const rank = (tag) => (tag.split("-")[0] === language ? 0 : tag.split("-")[0] === "en" ? 1 : 2);
  const tag = tags.reduce((best, each) => (rank(each) < rank(best) ? each : best));
  return { text: labels[tag], lang: tag };
}

function relationLabel(relation) {
  if (Object.hasOwn(WORDS.en, relation.id)) return word(relation.id);
  return labelled(relation.labels, relation.id).text;
}

// The relation as it stands between two names: "has as outcome", "is held by".
const relationPhrase = (relation) => (relation.phrases ? relation.phrases[language] : relationLabel(relation));

// Text as it is compared in a search: without accents and case.
function folded(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[-\s]+/g, " ").trim();
}

// An element with properties, attributes and children; text is always a text node.
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (name === "onclick" || name === "onchange" || name === "oninput") element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

// A text of the data: isolated, so that right-to-left marks in it move nothing around it.
function said(text, lang = "") {
  const tagged = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(lang) && lang.split("-")[0] !== language;
  return make("bdi", tagged ? { lang } : {}, text);
}

function link(address, ...children) {
  let target;
  try {
    target = new URL(address);
  } catch {
    return make("span", {}, ...children);
  }
  if (target.protocol !== "https:" && target.protocol !== "http:") return make("span", {}, ...children);
  return make("a", { href: target.href, rel: "noopener noreferrer external", target: "_blank" }, ...children);
}
