// Search with completion, over labels in all languages, acronyms, other names and identifiers.

/** @typedef {{ name: string, key: string }} SearchName a name, and what it is compared as */
/** @typedef {{ kind: "entity" | "concept", number: number, name: string, score: number }} Option */

/**
 * @typedef {object} Chooser
 * @property {boolean} concepts whether concepts are offered too
 * @property {(option: Option) => void} onPick
 */

const SUGGESTIONS = 12;

/**
 * @param {string} name
 * @returns {SearchName}
 */
const searchName = (name) => ({ name, key: foldText(name.slice(0, 2000)) });

const nodeNames = graph.nodes.map(({ labels, acronyms, alt, id }) =>
  [...Object.values(labels), ...acronyms.map(({ text }) => text), ...alt, id].map(searchName),
);

const conceptNames = indexes.usedConcepts.map((number) => ({
  number,
  names: Object.values(graph.terms[number].labels).map(searchName),
}));

/**
 * How well a name fits what was typed; 0 if it does not.
 * @param {string} needle
 * @param {string} key
 */
function scoreName(needle, key) {
  if (key === needle) return 4;
  if (key.startsWith(needle)) return 3;
  if (` ${key}`.includes(` ${needle}`)) return 2;
  if (needle.length > 2 && key.includes(needle)) return 1;
  return needle.split(" ").every((piece) => key.includes(piece)) && needle.length > 2 ? 0.5 : 0;
}

/**
 * @param {string} needle
 * @param {SearchName[]} names
 */
function bestMatch(needle, names) {
  let best = { score: 0, name: "" };
  for (const { name, key } of names) {
    const score = scoreName(needle, key);
    if (score > best.score) best = { score, name };
  }
  return best;
}

/**
 * The best options for some words, entities before concepts where they fit alike.
 * @param {string} words
 * @param {boolean} concepts
 */
function suggest(words, concepts) {
  const needle = foldText(words);
  if (!needle) return [];
  /** @type {Option[]} */
  const found = [];
  nodeNames.forEach((names, number) => {
    const { score, name } = bestMatch(needle, names);
    const importance = Math.min(0.4, indexes.edgesOf[number].length / 200);
    if (score) found.push({ kind: "entity", number, name, score: score + importance });
  });
  for (const { number, names } of concepts ? conceptNames : []) {
    const { score, name } = bestMatch(needle, names);
    const importance = Math.min(0.2, (indexes.conceptCounts.get(number) ?? 0) / 500);
    if (score) found.push({ kind: "concept", number, name, score: score - 0.3 + importance });
  }
  /** @param {Option} option */
  const order = ({ kind, number }) => (kind === "entity" ? number : Number.MAX_SAFE_INTEGER);
  found.sort((one, other) => other.score - one.score || order(one) - order(other));
  return found.slice(0, SUGGESTIONS);
}

/** An input and a listbox as a combobox (WAI-ARIA, list autocomplete with manual selection). */
class Combobox {
  /**
   * @param {HTMLInputElement} input
   * @param {HTMLElement} list
   * @param {Chooser} chooser
   */
  constructor(input, list, { concepts, onPick }) {
    this.input = input;
    this.list = list;
    this.concepts = concepts;
    this.onPick = onPick;
    /** @type {Option[]} */
    this.options = [];
    this.active = -1;
  }

  listen() {
    const { input } = this;
    input.addEventListener("input", () => this.update());
    input.addEventListener("focus", () => input.value && this.update());
    input.addEventListener("blur", () => this.shut());
    input.addEventListener("keydown", (event) => {
      if (this.obeyKey(event.key)) event.preventDefault();
    });
  }

  shut() {
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.unmark();
  }

  /** @param {Option} option */
  choose(option) {
    this.shut();
    this.input.value = "";
    this.onPick(option);
  }

  unmark() {
    this.input.removeAttribute("aria-activedescendant");
    this.active = -1;
  }

  /** @param {number} rank */
  mark(rank) {
    const items = [...this.list.children];
    this.active = rank;
    items.forEach((item, place) => item.setAttribute("aria-selected", String(place === rank)));
    this.input.setAttribute("aria-activedescendant", items[rank].id);
    items[rank].scrollIntoView({ block: "nearest" });
  }

  update() {
    const { input, list } = this;
    this.options = suggest(input.value, this.concepts);
    const { length } = this.options;
    if (!input.value.trim()) {
      this.shut();
      return;
    }
    const items = this.options.map((option, rank) =>
      makeSuggestion(option, `${list.id}-${rank}`, () => this.choose(option)),
    );
    list.replaceChildren(...items);
    list.hidden = !length;
    input.setAttribute("aria-expanded", String(length > 0));
    this.unmark();
    announce(length ? wordCount("results", length) : word("nothingFound", { words: input.value.slice(0, 80) }));
  }

  /**
   * @param {string} key
   * @returns {boolean} whether the key meant something here
   */
  obeyKey(key) {
    const { active } = this;
    const { length } = this.options;
    if (key === "Escape" && !this.list.hidden) this.shut();
    else if (key === "ArrowDown" && length) this.mark((active + 1) % length);
    else if (key === "ArrowUp" && length) this.mark((active + length - (active < 0 ? 0 : 1)) % length);
    else if (key === "Enter" && length) this.choose(this.options[Math.max(0, active)]);
    else return false;
    return true;
  }
}

/**
 * @param {Option} option
 * @param {string} id
 * @param {() => void} choose
 */
function makeSuggestion({ kind, number, name }, id, choose) {
  const entityClass = kind === "entity" ? graph.nodes[number].class : null;
  const { text, lang } = entityClass === null ? termLabel(number) : nameOf(number);
  const sort = entityClass === null ? word("topic") : classLabel(entityClass);
  const other = name === text || name.includes(":") ? sort : `${sort} · ${word("also", { name })}`;
  const item = make(
    "li",
    { id, role: "option", "aria-selected": "false" },
    entityClass === null ? null : makeSwatch(entityClass),
    make("span", {}, isolate(text, lang), " ", make("span", { class: "quiet" }, isolate(other))),
  );
  item.addEventListener("mousedown", (event) => event.preventDefault());
  item.addEventListener("click", choose);
  return item;
}
