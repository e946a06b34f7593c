// What changes while the page is open: one object that all files share. The part of it that a reader chooses is what
// the address bar holds, so a view can be sent on, and the back button works.

/** @typedef {"start" | "answer" | "thing" | "path" | "story" | "map" | "search"} ViewName */

/**
 * What the reader has chosen. Never changed in place: `go` puts another in its stead.
 * @typedef {object} State
 * @property {ViewName} view
 * @property {number | null} answer which answer, in the view of one
 * @property {number | null} thing of which an answer is, or whose card is shown
 * @property {(number | null)[]} ends the two things that a path is sought between
 * @property {number} step of the story, from 1
 * @property {string} words that were searched for
 * @property {boolean} stated whether only what documents say is shown
 * @property {number | null} row the thing that is picked in list, map and timeline
 * @property {boolean} all whether all rows are shown
 * @property {string} from first year
 * @property {string} to last year
 * @property {number | null} country
 * @property {string} kind name of a class
 * @property {string} lang
 * @property {string} theme "auto", "light" or "dark"
 * @property {string | null} unknown a name in the address that this page does not hold
 */

/**
 * @typedef {object} Page
 * @property {State} state
 * @property {Locale} locale
 * @property {number | undefined} announcing the timer of the next announcement
 */

/** @returns {State} */
function freshState() {
  return {
    view: "start",
    answer: null,
    thing: null,
    ends: [],
    step: 1,
    words: "",
    stated: false,
    row: null,
    all: false,
    from: "",
    to: "",
    country: null,
    kind: "",
    lang: knownLanguage(graph.language),
    theme: "auto",
    unknown: null,
  };
}

/** What no filter of an answer narrows. */
const freshFilters = () => ({ row: null, all: false, from: "", to: "", country: null, kind: "" });

/** @param {number | null} thing */
const idOf = (thing) => (thing === null ? "" : graph.things[thing].id);

/** @param {State} state */
function writeAddress(state) {
  const parts = new URLSearchParams();
  if (state.view === "answer" && state.answer !== null) {
    parts.set("answer", graph.answers[state.answer].question);
    parts.set("of", idOf(state.thing));
  }
  if (state.view === "thing") parts.set("thing", idOf(state.thing));
  if (state.view === "path") parts.set("path", state.ends.map(idOf).join("~"));
  if (state.view === "story") parts.set("story", String(state.step));
  if (state.view === "map") parts.set("map", "");
  if (state.view === "search") parts.set("search", state.words);
  if (state.stated) parts.set("stated", "1");
  if (state.row !== null) parts.set("row", idOf(state.row));
  if (state.all) parts.set("all", "1");
  for (const key of /** @type {const} */ (["from", "to", "kind"])) if (state[key]) parts.set(key, state[key]);
  if (state.country !== null) parts.set("country", idOf(state.country));
  if (state.lang !== freshState().lang) parts.set("lang", state.lang);
  if (state.theme !== "auto") parts.set("theme", state.theme);
  return parts
    .toString()
    .replace(/%3A/g, ":")
    .replace(/%7E/g, "~")
    .replace(/=(?=&|$)/, state.view === "map" ? "" : "=");
}

/** @param {string} hash */
function readAddress(hash) {
  const parts = new URLSearchParams(hash.replace(/^#/, ""));
  /** @param {string} key */
  const text = (key) => (parts.get(key) ?? "").slice(0, 200);
  const state = freshState();
  /** @param {string} id */
  const known = (id) => {
    const number = thingById().get(id);
    if (number === undefined && id) state.unknown = id;
    return number ?? null;
  };
  readView(state, parts, known);
  state.stated = graph.canSwitch && text("stated") === "1";
  state.row = known(text("row"));
  state.all = text("all") === "1";
  if (/^\d{1,4}$/.test(text("from"))) state.from = text("from");
  if (/^\d{1,4}$/.test(text("to"))) state.to = text("to");
  state.country = known(text("country"));
  state.kind = text("kind");
  if (isLanguage(text("lang"))) state.lang = text("lang");
  if (["light", "dark"].includes(text("theme"))) state.theme = text("theme");
  return state;
}

/**
 * Read into a state which view an address means.
 * @param {State} state
 * @param {URLSearchParams} parts
 * @param {(id: string) => number | null} known
 */
function readView(state, parts, known) {
  if (parts.has("answer")) {
    const question = parts.get("answer") ?? "";
    const answer = graph.answers.findIndex((one) => one.question === question);
    state.thing = known(parts.get("of") ?? "");
    state.answer = answer < 0 ? null : answer;
    if (answer < 0) state.unknown = question;
    if (state.answer !== null && state.thing !== null) state.view = "answer";
  } else if (parts.has("thing")) {
    state.thing = known(parts.get("thing") ?? "");
    if (state.thing !== null) state.view = "thing";
  } else if (parts.has("path")) {
    state.view = "path";
    state.ends = (parts.get("path") ?? "").split("~").filter(Boolean).slice(0, 2).map(known);
  } else if (parts.has("story") && graph.story !== null) {
    state.view = "story";
    const step = Number.parseInt(parts.get("story") ?? "", 10) || 1;
    state.step = Math.min(graph.story.steps.length, Math.max(1, step));
  } else if (parts.has("map")) {
    state.view = "map";
  } else if (parts.has("search")) {
    state.view = "search";
    state.words = (parts.get("search") ?? "").slice(0, 200);
  }
}

/** The part of the address after #; without one, where the page was told to open. */
const currentAddress = () => location.hash || (document.documentElement.dataset.start ?? "");

/** @returns {Page} */
function freshPage() {
  const state = readAddress(currentAddress());
  return { state, locale: makeLocale(state.lang), announcing: undefined };
}

/**
 * The address of a view, for a link: what the reader chose for the whole page stays.
 * @param {Partial<State>} change
 */
function addressOf(change) {
  const { stated, lang, theme } = page.state;
  return `#${writeAddress({ ...freshState(), stated, lang, theme, ...change })}`;
}

/**
 * Change the state, and with it what is seen. `quietly` leaves no step for the back button.
 * @param {Partial<State>} change
 */
function go(change, { quietly = false } = {}) {
  const next = { ...page.state, unknown: null, ...change };
  const address = `#${writeAddress(next)}`;
  if (address !== (location.hash || "#")) {
    try {
      if (quietly) history.replaceState(null, "", address);
      else history.pushState(null, "", address);
    } catch {
      // in a notebook the page stands in a frame that has no address of its own
    }
  }
  settle(next);
}

/** @param {State} next */
function settle(next) {
  const before = page.state;
  page.state = next;
  if (before.lang !== next.lang) page.locale = makeLocale(next.lang);
  draw(before);
}

function followAddress() {
  const follow = () => {
    if (`#${writeAddress(page.state)}` !== (location.hash || "#")) settle(readAddress(currentAddress()));
  };
  window.addEventListener("popstate", follow);
  window.addEventListener("hashchange", follow);
}

const page = freshPage();
