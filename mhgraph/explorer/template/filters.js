// The legend, which is the filter: classes, ledgers, years, kinds, relations.

const BINS = 60;

function drawFilters() {
  const { filters } = elements;
  const focused = focusedIn(filters);
  const isOpen = filters.querySelector("details[open]") !== null;
  filters.replaceChildren(
    classFilter(),
    ledgerFilter(),
    ...(indexes.years.areMany ? [yearFilter()] : []),
    kindFilter(),
    relationFilter(isOpen),
    makeResetButton(),
  );
  if (focused) document.getElementById(focused)?.focus();
}

/**
 * Change what is filtered, and say what is left.
 * @param {Partial<State>} change
 */
function changeFilter(change, quietly = false) {
  go(change, { quietly });
  announce(countsText());
}

/**
 * @typedef {object} CheckBox
 * @property {string} id
 * @property {boolean} checked
 * @property {Node} [picture]
 * @property {string} text
 * @property {number} count
 * @property {string} [title]
 * @property {(on: boolean) => void} onChange
 */

/** @param {CheckBox} box */
function makeCheckBox({ id, checked, picture, text, count, title, onChange }) {
  const box = make("input", { type: "checkbox", id, checked });
  box.addEventListener("change", () => onChange(box.checked));
  const number = make("span", { class: "count" }, formatNumber(count));
  const name = make("span", {}, isolate(text));
  return make("label", { class: "check", title }, box, picture ?? make("span"), name, number);
}

/**
 * @template Item
 * @param {Set<Item>} set
 * @param {Item} item
 * @param {boolean} on
 */
function toggle(set, item, on) {
  const next = new Set(set);
  if (on) next.add(item);
  else next.delete(item);
  return next;
}

/**
 * The buttons that leave out nothing, or everything.
 * @template Item
 * @param {string} id
 * @param {Item[]} items
 * @param {(out: Set<Item>) => Partial<State>} change
 */
function makeAllOrNone(id, items, change) {
  return make(
    "div",
    { class: "row" },
    makeButton({ id: `${id}-all`, onclick: () => go(change(new Set())) }, word("all")),
    makeButton({ id: `${id}-none`, onclick: () => go(change(new Set(items))) }, word("none")),
  );
}

function classFilter() {
  const { hidden } = page.state;
  const counts = indexes.classCounts;
  /** @param {EntityClass} entityClass */
  const order = ({ family }) => graph.families.indexOf(family);
  /** @param {EntityClass} entityClass */
  const count = ({ name }) => counts.get(name) ?? 0;
  const classes = [...counts.keys()].flatMap((name) => graph.classes.get(name) ?? []);
  classes.sort((one, other) => order(one) - order(other) || count(other) - count(one));
  const boxes = classes.map((entityClass) => {
    const { name } = entityClass;
    return makeCheckBox({
      id: `class-${name}`,
      checked: !hidden.has(name),
      picture: makeSwatch(entityClass),
      text: classLabel(entityClass),
      count: count(entityClass),
      onChange: (on) => changeFilter({ hidden: toggle(hidden, name, !on) }),
    });
  });
  const names = classes.map(({ name }) => name);
  const buttons = makeAllOrNone("classes", names, (out) => ({ hidden: out }));
  return make("fieldset", { id: "classes" }, make("legend", {}, word("classes")), ...boxes, buttons);
}

function ledgerFilter() {
  const { ledgers } = page.state;
  const counts = indexes.ledgerCounts;
  const listed = everyLedger().filter((ledger) => counts.has(ledger) || ledger !== STRUCTURE);
  const boxes = listed.map((ledger) =>
    makeCheckBox({
      id: `ledger-${ledger}`,
      checked: ledgers.has(ledger),
      picture: makeLedgerLine(ledger),
      text: word(ledger),
      count: counts.get(ledger) ?? 0,
      title: word(`${ledger}Help`),
      onChange: (on) => changeFilter({ ledgers: toggle(ledgers, ledger, on) }),
    }),
  );
  return make("fieldset", { id: "ledgers" }, make("legend", {}, word("ledgers")), ...boxes);
}

function yearFilter() {
  const undated = makeCheckBox({
    id: "undated",
    checked: page.state.undated,
    text: word("undated"),
    count: graph.nodes.filter((node) => yearsOf(node) === null).length,
    onChange: (on) => changeFilter({ undated: on }),
  });
  return make(
    "fieldset",
    { id: "years" },
    make("legend", {}, word("years")),
    makeBars(),
    make("div", { class: "slides" }, makeSlider("from"), makeSlider("to")),
    make("div", { class: "ends" }, makeYearField("from"), makeYearField("to")),
    undated,
  );
}

/** @param {"from" | "to"} end */
const yearWord = (end) => word(end === "to" ? "yearTo" : "yearFrom");

/** @param {"from" | "to"} end */
function makeSlider(end) {
  const { first, last } = indexes.years;
  const input = make("input", {
    type: "range",
    id: `slide-${end}`,
    min: first,
    max: last,
    step: 1,
    "aria-label": yearWord(end),
  });
  input.value = String(page.state.years[end]);
  input.addEventListener("input", () => setYear(end, Number(input.value)));
  return input;
}

/** @param {"from" | "to"} end */
function makeYearField(end) {
  const { first, last } = indexes.years;
  const input = make("input", { type: "number", id: `year-${end}`, min: first, max: last, step: 1 });
  input.value = String(page.state.years[end]);
  input.addEventListener("change", () => setYear(end, Number(input.value)));
  return make("label", {}, make("span", {}, yearWord(end)), input);
}

/**
 * Set one end of the years; the other gives way.
 * @param {"from" | "to"} end
 * @param {number} wished
 */
function setYear(end, wished) {
  const { first, last } = indexes.years;
  const { years } = page.state;
  const limited = Math.min(last, Math.max(first, Math.round(wished) || first));
  const from = end === "from" ? limited : Math.min(years.from, limited);
  const to = end === "to" ? limited : Math.max(years.to, limited);
  if (from !== years.from || to !== years.to) changeFilter({ years: { from, to } }, true);
}

/** How many entities each year, or each few years, have. */
function makeBars() {
  const { first, last, counts } = indexes.years;
  const { from, to } = page.state.years;
  const width = Math.max(1, Math.ceil((last - first + 1) / BINS));
  const bins = [];
  for (let start = first; start <= last; start += width) {
    let total = 0;
    for (let one = start; one < start + width; one += 1) total += counts.get(one) ?? 0;
    bins.push({ start, total });
  }
  const most = Math.max(1, ...bins.map(({ total }) => total));
  const row = make("div", { class: "bars", "aria-hidden": "true" });
  for (const { start, total } of bins) {
    const bar = make("i", { class: start + width - 1 < from || start > to ? "out" : "in" });
    bar.style.height = `${Math.round((100 * total) / most)}%`;
    row.append(bar);
  }
  return row;
}

function kindFilter() {
  const { concept } = page.state;
  const counts = indexes.kindCounts;
  const select = make("select", { id: "kind" }, make("option", { value: "" }, word("anyKind")));
  const { language } = page.locale;
  const kinds = [...counts.keys()].sort((one, other) => termName(one).localeCompare(termName(other), language));
  if (concept !== null && !counts.has(concept)) kinds.unshift(concept);
  for (const kind of kinds) {
    const count = counts.has(kind) ? ` (${counts.get(kind)})` : "";
    const attributes = { value: String(kind), selected: concept === kind };
    select.append(make("option", attributes, `${termName(kind)}${count}`));
  }
  select.addEventListener("change", () => changeFilter({ concept: select.value === "" ? null : Number(select.value) }));
  const name = make("label", { for: "kind" }, word("kindOf"));
  return make("fieldset", { id: "kinds" }, make("legend", {}, name), select);
}

/** @param {boolean} open */
function relationFilter(open) {
  const { off } = page.state;
  const counts = indexes.relationCounts;
  /** @param {number} relation */
  const count = (relation) => counts.get(relation) ?? 0;
  const relations = [...counts.keys()].sort((one, other) => count(other) - count(one) || one - other);
  const boxes = relations.map((relation) =>
    makeCheckBox({
      id: `relation-${relation}`,
      checked: !off.has(relation),
      text: relationLabel(relation),
      count: count(relation),
      onChange: (on) => changeFilter({ off: toggle(off, relation, !on) }),
    }),
  );
  const name = word("relationKinds");
  const buttons = makeAllOrNone("relations", relations, (out) => ({ off: out }));
  const summary = make("summary", { id: "relations-fold" }, name);
  const list = make("div", { role: "group", "aria-label": name }, ...boxes, buttons);
  return make("details", { class: "group", id: "relations", open }, summary, list);
}

function makeResetButton() {
  const reset = () => changeFilter({ ...freshFilters(), focus: null });
  return make("p", { class: "group" }, makeButton({ id: "reset", onclick: reset }, word("reset")));
}
