// Elements of the document: those that are there from the start, and how others are made. Text is always a text node.

/** @typedef {string | number | boolean | undefined | (() => void)} Attribute */

/**
 * The element of an id, which is of a class.
 * @template {HTMLElement} Kind
 * @param {string} id
 * @param {new () => Kind} kind
 * @returns {Kind}
 */
function byId(id, kind) {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`the page has no ${kind.name} with the id ${id}`);
  return element;
}

const elements = {
  title: byId("title", HTMLElement),
  search: byId("search", HTMLInputElement),
  found: byId("found", HTMLElement),
  stated: byId("stated", HTMLInputElement),
  language: byId("language", HTMLSelectElement),
  theme: byId("theme", HTMLSelectElement),
  start: byId("start", HTMLElement),
  view: byId("view", HTMLElement),
  live: byId("live", HTMLElement),
  dialog: byId("dialog", HTMLDialogElement),
};

/**
 * Make an element with attributes, listeners and children. An attribute that is undefined or false is left out.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, Attribute>} attributes
 * @param {(Node | string | null)[]} children
 */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/**
 * @param {Record<string, Attribute>} attributes
 * @param {(Node | string | null)[]} children
 */
const makeButton = (attributes, ...children) => make("button", { type: "button", ...attributes }, ...children);

/**
 * A text of the data: isolated, so that right-to-left marks in it move nothing around it. One that is in another
 * language than the page says which.
 * @param {string} text
 */
function isolate(text, lang = "") {
  const isTag = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(lang);
  return make("bdi", isTag && baseLanguage(lang) !== page.locale.language ? { lang } : {}, text);
}

/**
 * @param {string} lang
 * @returns {Node | null} which language a text is in, if it is not that of the page
 */
function noteLanguage(lang) {
  if (!lang || baseLanguage(lang) === page.locale.language) return null;
  return make("span", { class: "tongue", title: languageName(lang) }, baseLanguage(lang));
}

/** @param {string} address */
function parseAddress(address) {
  try {
    return new URL(address);
  } catch {
    return null; // the data may hold what is no address
  }
}

/**
 * A link to an address of the web; of any other address, only the text.
 * @param {string} address
 * @param {(Node | string)[]} children
 */
function makeLink(address, ...children) {
  const target = parseAddress(address);
  if (target?.protocol !== "https:" && target?.protocol !== "http:") return make("span", {}, ...children);
  return make("a", { href: target.href, rel: "noopener noreferrer external", target: "_blank" }, ...children);
}

/**
 * Tell a screen reader, once what came just before is settled.
 * @param {string} text
 */
function announce(text) {
  clearTimeout(page.announcing);
  page.announcing = setTimeout(() => (elements.live.textContent = text), 120);
}
