// The state of the page, which is what the address bar holds: a view can be sent on, and the back button works.

function freshState() {
  return {
    view: "graph",
    sheet: "entities",
    entity: null,
    edge: null,
    focus: null,
    path: null,
    hidden: new Set(),
    off: new Set(),
    ledgers: new Set([...LEDGERS, STRUCTURE]),
    years: [firstYear, lastYear],
    undated: true,
    concept: null,
    sort: "",
    rows: "",
    lang: LANGUAGES.includes(data.language) ? data.language : "en",
    theme: "auto",
    unknown: null,
  };
}

const ALL_LEDGERS = [...LEDGERS, STRUCTURE];

function written(state) {
  const parts = new URLSearchParams();
  if (state.view !== "graph") parts.set("view", state.view);
  if (state.sheet !== "entities") parts.set("sheet", state.sheet);
  if (state.entity !== null) parts.set("entity", nodes[state.entity].id);
  if (state.edge !== null) parts.set("edge", edgeId(state.edge));
  if (state.focus !== null) parts.set("focus", `${nodes[state.focus.entity].id}~${state.focus.steps}`);
  if (state.path !== null) parts.set("path", state.path.map((node) => nodes[node].id).join("~"));
  if (state.hidden.size) parts.set("hide", [...state.hidden].sort().join(","));
  if (state.off.size) parts.set("without", [...state.off].map((each) => relations[each].id).sort().join(","));
  if (state.ledgers.size < ALL_LEDGERS.length) parts.set("ledger", ALL_LEDGERS.filter((each) => state.ledgers.has(each)).join(","));
  if (hasYears && (state.years[0] > firstYear || state.years[1] < lastYear)) parts.set("years", state.years.join("-"));
  if (!state.undated) parts.set("undated", "no");
  if (state.concept !== null) parts.set("concept", terms[state.concept].id);
  if (state.sort) parts.set("sort", state.sort);
  if (state.rows) parts.set("rows", state.rows);
  if (state.lang !== freshState().lang) parts.set("lang", state.lang);
  if (state.theme !== "auto") parts.set("theme", state.theme);
  return parts.toString().replace(/%3A/g, ":").replace(/%2C/g, ",").replace(/%7E/g, "~");
}

function read(hash) {
  const parts = new URLSearchParams(hash.replace(/^#/, ""));
  const state = freshState();
  const listed = (key) => (parts.get(key) ?? "").split(",").filter(Boolean);
  const known = (id) => {
    if (!numberOf.has(id)) state.unknown = id;
    return numberOf.get(id) ?? null;
  };
  if (parts.get("view") === "table") state.view = "table";
  if (parts.get("sheet") === "statements") state.sheet = "statements";
  if (parts.has("entity")) state.entity = known(parts.get("entity"));
  if (parts.has("edge")) state.edge = edgeNumbers.get(parts.get("edge")) ?? null;
  if (state.entity !== null) state.edge = null;
  if (parts.has("focus")) {
    const [, id, count] = /^(.*)~([123])$/s.exec(parts.get("focus")) ?? [];
    const entity = id === undefined ? null : known(id);
    if (entity !== null) state.focus = { entity, steps: Number(count) };
  }
  if (parts.has("path")) {
    const ends = parts.get("path").split("~").map(known);
    if (ends.length === 2 && !ends.includes(null) && ends[0] !== ends[1]) state.path = ends;
  }
  state.hidden = new Set(listed("hide").filter((name) => classOf.has(name)));
  state.off = new Set(listed("without").filter((id) => relationOf.has(id)).map((id) => relationOf.get(id)));
  if (parts.has("ledger")) state.ledgers = new Set(listed("ledger").filter((each) => ALL_LEDGERS.includes(each)));
  const span = /^(\d{1,4})-(\d{1,4})$/.exec(parts.get("years") ?? "");
  if (span && hasYears) {
    const limited = span.slice(1).map((each) => Math.min(lastYear, Math.max(firstYear, Number(each))));
    state.years = limited.sort((one, other) => one - other);
  }
  state.undated = parts.get("undated") !== "no";
  state.concept = termOf.get(parts.get("concept")) ?? null;
  if (/^-?[a-z]+$/i.test(parts.get("sort") ?? "")) state.sort = parts.get("sort");
  state.rows = (parts.get("rows") ?? "").slice(0, 200);
  if (LANGUAGES.includes(parts.get("lang"))) state.lang = parts.get("lang");
  if (["light", "dark"].includes(parts.get("theme"))) state.theme = parts.get("theme");
  return state;
}

let state = read(location.hash);
let shown = visible(state);
const views = [];

// Change the state, and with it everything that is seen. `quietly` leaves no step for the back button.
function go(change, { quietly = false } = {}) {
  const next = { ...state, unknown: null, ...change };
  const address = `#${written(next)}`;
  if (address !== (location.hash || "#")) {
    if (quietly) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
  }
  settle(next);
}

function settle(next) {
  const before = state;
  state = next;
  shown = visible(state);
  for (const view of views) view(before);
}

window.addEventListener("popstate", () => settle(read(location.hash)));
window.addEventListener("hashchange", () => {
  if (`#${written(state)}` !== (location.hash || "#")) settle(read(location.hash));
});

const pick = (entity, more = {}) => go({ entity, edge: null, path: null, ...more });
const pickEdge = (edge) => go({ entity: null, edge, path: null });
