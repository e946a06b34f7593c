// Search by MiniSearch: in the names of all languages, acronyms, numbers, and in what is said. A number counts as a
// whole: 7 is not 17. The index is made when somebody first searches.

/** @typedef {{ number: number, name: string }} Option */

const SUGGESTIONS = 12;
const MOST_HITS = 60;
const NUMBER = /^\d+[a-z]?$/;

/**
 * Text as it is compared in a search: without accents and case.
 * @param {string} text
 */
const foldText = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/**
 * The words of a text. A letter in brackets after a number, as in 15 (e), is a word of its own and one with it.
 * @param {string} text
 */
function splitText(text) {
  const plain = foldText(text.slice(0, 4000));
  const lettered = [...plain.matchAll(/(\d+)\s*\(?([a-z])\)/g)].map(([, number, letter]) => `${number}${letter}`);
  return [...(plain.match(/[\p{L}\p{N}]+/gu) ?? []), ...lettered];
}

/** @param {number} thing */
function sayingsOf(thing) {
  return statementsOf()[thing].flatMap((statement) => {
    const { subject, value } = graph.statements[statement];
    const isOwn = subject.kind === "thing" && subject.number === thing;
    return isOwn && value.kind === "text" ? [value.text] : [];
  });
}

const searchIndex = once(() => {
  const index = new MiniSearch({
    fields: ["names", "says"],
    tokenize: splitText,
    processTerm: (/** @type {string} */ term) => term,
    searchOptions: { boost: { names: 4 }, combineWith: "AND", prefix: isNoNumber, fuzzy: chooseFuzziness },
  });
  index.addAll(
    graph.things.map(({ labels, acronyms, alt, id }, number) => ({
      id: number,
      names: [...Object.values(labels), ...acronyms.map(({ text }) => text), ...alt, id].join(" \n "),
      says: sayingsOf(number).join(" \n "),
    })),
  );
  return index;
});

/** @param {string} term */
const isNoNumber = (term) => !NUMBER.test(term) && term.length > 1;

/** @param {string} term */
const chooseFuzziness = (term) => (isNoNumber(term) && term.length > 4 ? 0.2 : false);

/** What weighs in favour of a thing: texts, actors and events before what is said in them, and what has many relations. */
const weights = once(() =>
  graph.things.map(({ class: own }, thing) => {
    const isDrawn = ["agent", "text", "gathering"].includes(own.family);
    return (isDrawn ? 1.3 : 1) * (1 + Math.log1p(statementsOf()[thing].length) / 12);
  }),
);

/**
 * The things that fit some words, the best first: those that have all of them, or else those that have some.
 * @param {string} words
 * @returns {Option[]}
 */
function suggest(words, most = SUGGESTIONS) {
  if (!words.trim()) return [];
  const wanted = foldText(words).trim();
  /** @param {"AND" | "OR"} combineWith */
  const look = (combineWith) => {
    const boostDocument = (/** @type {number} */ thing) => weights()[thing] * (isNamed(thing, wanted) ? 6 : 1);
    return searchIndex().search(words, { combineWith, boostDocument });
  };
  const both = look("AND");
  const hits = both.length ? both : look("OR");
  return hits.slice(0, most).map(({ id }) => ({ number: id, name: nameText(id) }));
}

/**
 * Whether a thing is called just so, in any language, or by an acronym.
 * @param {number} thing
 * @param {string} wanted
 */
function isNamed(thing, wanted) {
  const { labels, acronyms, alt } = graph.things[thing];
  return [...Object.values(labels), ...acronyms.map(({ text }) => text), ...alt].some(
    (name) => foldText(name) === wanted,
  );
}

/** An input and a listbox as a combobox (WAI-ARIA, list autocomplete with manual selection). */
class Combobox {
  /**
   * @param {HTMLInputElement} input
   * @param {HTMLElement} list
   * @param {(thing: number) => void} onPick
   */
  constructor(input, list, onPick) {
    this.input = input;
    this.list = list;
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
    this.onPick(option.number);
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
    this.options = suggest(input.value);
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
function makeSuggestion({ number }, id, choose) {
  const { class: own, spoken } = graph.things[number];
  const { text, lang } = nameOf(number);
  const sort = [
    chooseLabel(own.labels, own.name).text,
    spoken === "yes" ? "" : word(spoken === "no" ? "hintNo" : "hintOwn"),
  ];
  const item = make(
    "li",
    { id, role: "option", "aria-selected": "false", "data-thing": number },
    make("span", {}, isolate(text, lang), " ", make("span", { class: "quiet" }, sort.filter(Boolean).join(" · "))),
  );
  item.addEventListener("mousedown", (event) => event.preventDefault());
  item.addEventListener("click", choose);
  return item;
}

/** All that a search finds. */
function drawSearch() {
  const { words } = page.state;
  const found = suggest(words, MOST_HITS);
  const items = found.map(({ number }) =>
    make("li", { "data-thing": number }, make("p", {}, showThing(number)), ...drawWhere(number)),
  );
  return [
    make("h2", { tabindex: -1 }, isolate(word("searchTitle", { words }))),
    make("p", { class: "sum" }, found.length ? wordCount("results", found.length) : word("noHits", { words })),
    make("ul", { class: "hits" }, ...items),
  ];
}
