// What changes while the page is open: one object that all files share. The part of it that a reader chooses is what
// the address bar holds, so a view can be sent on, and the back button works.

/**
 * What the reader has chosen. Never changed in place: `go` puts another in its stead.
 * @typedef {object} State
 * @property {"graph" | "table"} view
 * @property {"entities" | "statements"} sheet of the table
 * @property {number | null} entity that is picked
 * @property {number | null} edge that is picked
 * @property {{ entity: number, steps: number } | null} focus the neighbourhood that is shown
 * @property {{ start: number, end: number } | null} path the two entities that a path is sought between
 * @property {Set<string>} hidden names of classes
 * @property {Set<number>} off relations
 * @property {Set<string>} ledgers that are shown, STRUCTURE among them
 * @property {{ from: number, to: number }} years
 * @property {boolean} undated whether what has no date is shown
 * @property {number | null} concept that entities must have
 * @property {string} sort column, with "-" before it for the other direction; or ""
 * @property {string} rows words that rows of the table must have
 * @property {string} lang
 * @property {string} theme "auto", "light" or "dark"
 * @property {string | null} unknown an entity in the address that this page does not hold
 */

/**
 * What the filters leave.
 * @typedef {object} Shown
 * @property {boolean[]} nodeOk
 * @property {boolean[]} edgeOk
 * @property {Map<number, number> | null} distance of each entity from the one in focus
 */

/** @typedef {{ x: number, y: number }} Point */

/**
 * What stands out in the drawing. `open` if the rest is not veiled.
 * @typedef {{ edges: number[], nodes: Set<number>, open: boolean }} Lit
 */

/** @typedef {{ network: vis.Network, nodes: vis.DataSet, edges: vis.DataSet }} Drawing */

/**
 * @typedef {object} Page
 * @property {State} state
 * @property {Shown} shown
 * @property {Locale} locale
 * @property {Drawing | null} drawing null until it has been started
 * @property {Record<string, string>} colours of the theme, by their name in the stylesheet
 * @property {Point[]} home where each entity stands when none is in focus
 * @property {Lit | null} lit
 * @property {number | null} cursor the entity that the arrow keys have reached
 * @property {string | null} laidOut the focus that the drawing was last fitted to
 * @property {PlacedLabel[]} labels the names in the drawing
 * @property {Map<string, WrappedLabel>} wrapped the lines of names, by language and number
 * @property {number | null} hovering the frame in which the mouse is looked at
 * @property {number} firstRow of the table
 * @property {string} tableKey what the table's first row depends on
 * @property {string | null} panelKey what the panel shows
 * @property {number | undefined} announcing the timer of the next announcement
 */

/**
 * What no filter narrows.
 * @returns {Pick<State, "hidden" | "off" | "ledgers" | "years" | "undated" | "concept">}
 */
function freshFilters() {
  return {
    hidden: new Set(),
    off: new Set(),
    ledgers: new Set(everyLedger()),
    years: { from: indexes.years.first, to: indexes.years.last },
    undated: true,
    concept: null,
  };
}

/** @returns {State} */
function freshState() {
  return {
    ...freshFilters(),
    view: "graph",
    sheet: "entities",
    entity: null,
    edge: null,
    focus: null,
    path: null,
    sort: "",
    rows: "",
    lang: knownLanguage(graph.language),
    theme: "auto",
    unknown: null,
  };
}

const everyLedger = () => [...graph.allLedgers, STRUCTURE];

/** @param {State} state */
function areYearsNarrowed({ years }) {
  const { first, last, areMany } = indexes.years;
  return areMany && (years.from > first || years.to < last);
}

/** @param {State} state */
function writeAddress(state) {
  const { nodes, relations, terms } = graph;
  const parts = new URLSearchParams();
  if (state.view !== "graph") parts.set("view", state.view);
  if (state.sheet !== "entities") parts.set("sheet", state.sheet);
  if (state.entity !== null) parts.set("entity", nodes[state.entity].id);
  if (state.edge !== null) parts.set("edge", edgeId(state.edge));
  if (state.focus !== null) parts.set("focus", `${nodes[state.focus.entity].id}~${state.focus.steps}`);
  if (state.path !== null) parts.set("path", `${nodes[state.path.start].id}~${nodes[state.path.end].id}`);
  if (state.hidden.size) parts.set("hide", [...state.hidden].sort().join(","));
  if (state.off.size) {
    const ids = [...state.off].map((relation) => relations[relation].id);
    parts.set("without", ids.sort().join(","));
  }
  const ledgers = everyLedger();
  if (state.ledgers.size < ledgers.length) {
    parts.set("ledger", ledgers.filter((ledger) => state.ledgers.has(ledger)).join(","));
  }
  if (areYearsNarrowed(state)) parts.set("years", `${state.years.from}-${state.years.to}`);
  if (!state.undated) parts.set("undated", "no");
  if (state.concept !== null) parts.set("concept", terms[state.concept].id);
  if (state.sort) parts.set("sort", state.sort);
  if (state.rows) parts.set("rows", state.rows);
  if (state.lang !== freshState().lang) parts.set("lang", state.lang);
  if (state.theme !== "auto") parts.set("theme", state.theme);
  return parts.toString().replace(/%3A/g, ":").replace(/%2C/g, ",").replace(/%7E/g, "~");
}

/** @param {string} hash */
function readAddress(hash) {
  const parts = new URLSearchParams(hash.replace(/^#/, ""));
  /** @param {string} key */
  const text = (key) => parts.get(key) ?? "";
  const state = freshState();
  readPicked(state, parts);
  readFilters(state, parts);
  if (text("view") === "table") state.view = "table";
  if (text("sheet") === "statements") state.sheet = "statements";
  if (/^-?[a-z]+$/i.test(text("sort"))) state.sort = text("sort");
  state.rows = text("rows").slice(0, 200);
  if (isLanguage(text("lang"))) state.lang = text("lang");
  if (["light", "dark"].includes(text("theme"))) state.theme = text("theme");
  return state;
}

/**
 * Read the entity, edge, focus and path of an address into a state; keep the name of an entity that is not here.
 * @param {State} state
 * @param {URLSearchParams} parts
 */
function readPicked(state, parts) {
  /** @param {string | null | undefined} id */
  const known = (id) => {
    if (id === null || id === undefined) return null;
    const number = indexes.nodeById.get(id);
    if (number === undefined) state.unknown = id;
    return number ?? null;
  };
  state.entity = known(parts.get("entity"));
  if (state.entity === null) state.edge = indexes.edgeById.get(parts.get("edge") ?? "") ?? null;
  const [, id, steps] = /^(.*)~([123])$/s.exec(parts.get("focus") ?? "") ?? [];
  const entity = known(id);
  if (entity !== null) state.focus = { entity, steps: Number(steps) };
  const ends = parts.get("path")?.split("~").map(known) ?? [];
  const [start, end] = ends;
  if (ends.length === 2 && start !== null && end !== null && start !== end) state.path = { start, end };
}

/**
 * @param {State} state
 * @param {URLSearchParams} parts
 */
function readFilters(state, parts) {
  /** @param {string} key */
  const list = (key) => (parts.get(key) ?? "").split(",").filter(Boolean);
  state.hidden = new Set(list("hide").filter((name) => graph.classes.has(name)));
  state.off = new Set(list("without").flatMap((id) => indexes.relationById.get(id) ?? []));
  if (parts.has("ledger")) state.ledgers = new Set(list("ledger").filter((name) => everyLedger().includes(name)));
  const [span, from, to] = /^(\d{1,4})-(\d{1,4})$/.exec(parts.get("years") ?? "") ?? [];
  const { first, last, areMany } = indexes.years;
  if (span !== undefined && areMany) {
    const [one, other] = [from, to].map((text) => Math.min(last, Math.max(first, Number(text))));
    state.years = { from: Math.min(one, other), to: Math.max(one, other) };
  }
  state.undated = parts.get("undated") !== "no";
  state.concept = indexes.termById.get(parts.get("concept") ?? "") ?? null;
}

/** The part of the address after #; without one, where the page was told to open. */
function currentAddress() {
  return location.hash || (document.documentElement.dataset.start ?? "");
}

/** @returns {Page} */
function freshPage() {
  const state = readAddress(currentAddress());
  return {
    state,
    shown: applyFilters(state),
    locale: makeLocale(state.lang),
    drawing: null,
    colours: {},
    home: graph.drawing.nodes.map(({ x, y }) => ({ x, y })),
    lit: null,
    cursor: null,
    laidOut: null,
    labels: [],
    wrapped: new Map(),
    hovering: null,
    firstRow: 0,
    tableKey: "",
    panelKey: null,
    announcing: undefined,
  };
}

/**
 * Change the state, and with it everything that is seen. `quietly` leaves no step for the back button.
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
  page.shown = applyFilters(next);
  draw(before);
}

function followAddress() {
  window.addEventListener("popstate", () => settle(readAddress(currentAddress())));
  window.addEventListener("hashchange", () => {
    if (`#${writeAddress(page.state)}` !== (location.hash || "#")) settle(readAddress(currentAddress()));
  });
}

/**
 * @param {number} entity
 * @param {Partial<State>} more
 */
const pick = (entity, more = {}) => go({ entity, edge: null, path: null, ...more });

/** @param {number} edge */
const pickEdge = (edge) => go({ entity: null, edge, path: null });

const page = freshPage();
