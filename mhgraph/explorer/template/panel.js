// The panel: all that is known of the picked entity, relation or path, statement by statement, with the evidence.

const FOLDED = 12;

/** Draw the panel if it would show something else: otherwise, say, moving a slider would lose the reader's place. */
function updatePanel() {
  const { entity, edge, path, focus, lang } = page.state;
  const isSeen = entity !== null && page.shown.nodeOk[entity];
  const key = JSON.stringify([entity, edge, path, focus, lang, isSeen, path && findPath(path)]);
  if (key === page.panelKey) return;
  page.panelKey = key;
  const focused = focusedIn(elements.panel);
  elements.panel.replaceChildren(...choosePanel());
  if (!focused || focused === "panel") return;
  const element = document.getElementById(focused);
  if (element === null) focusFirst(elements.panel, "h2");
  else element.focus();
}

function choosePanel() {
  const { path, edge, entity } = page.state;
  if (path !== null) return pathPanel(path);
  if (edge !== null) return edgePanel(edge);
  return entity === null ? welcomePanel() : entityPanel(entity);
}

/** @param {(Node | string)[]} children */
const makeHeading = (...children) => make("h2", { tabindex: "-1" }, ...children);

function makeCloseButton() {
  const close = () => {
    clearPicked();
    elements.panel.focus();
  };
  return makeButton({ onclick: close }, word("close"));
}

function welcomePanel() {
  const parts = [
    makeHeading(word("begin")),
    make("p", { class: "lead" }, word("welcome")),
    make("p", {}, word("howTo")),
    make("h3", {}, word("mostLinked")),
    make("ul", { class: "near" }, ...indexes.byImportance.slice(0, 8).map(makeNearItem)),
    make("p", { class: "quiet" }, word("regions")),
  ];
  if (graph.sources.length) {
    const items = graph.sources.map((source) =>
      make("li", { class: "statement" }, isolate(sourceTitle(source), source.lang)),
    );
    parts.push(make("h3", {}, word("sourcesRead")), make("ul", {}, ...items));
  }
  if (!graph.complete) {
    const ledgers = graph.ledgers.map((ledger) => word(ledger)).join(", ");
    parts.push(make("p", { class: "quiet" }, word("partOfGraph", { ledgers })));
  }
  return parts;
}

/** @param {number} number */
function entityPanel(number) {
  const node = graph.nodes[number];
  const { text, lang } = nameOf(number);
  const kinds = [classLabel(node.class), ...node.kinds.map(termName)].filter(Boolean).join(" · ");
  return [
    make("p", { class: "over" }, makeSwatch(node.class), kinds),
    makeHeading(isolate(text, lang)),
    listFacts(number),
    ...(page.shown.nodeOk[number] ? [] : [makeHiddenNotice("hiddenNow")]),
    makeActs(number),
    makePathPicker(number),
    ...neighbourPart(number),
    ...statementPart(number),
  ];
}

/** @param {string} key */
function makeHiddenNotice(key) {
  const show = () => go({ ...freshFilters(), focus: null });
  return make("p", { class: "row" }, word(key), " ", makeButton({ onclick: show }, word("showIt")));
}

/** @param {number} number */
function listFacts(number) {
  const node = graph.nodes[number];
  const name = nameOf(number);
  const list = make("dl", { class: "facts" });
  /**
   * @param {string} term
   * @param {(Node | string)[]} children
   */
  const add = (term, ...children) => list.append(make("dt", {}, term), make("dd", {}, ...children));
  const when = formatDates(node.from, node.to);
  if (when) add(word("date"), when);
  for (const [tag, text] of Object.entries(node.labels)) {
    if (tag !== name.lang && text !== name.text) add(languageName(tag), isolate(text, tag));
  }
  const acronyms = listAcronyms(node);
  if (acronyms.length) add(word("acronyms"), ...separate(acronyms));
  for (const [relation, values] of groupBy(node.names, (item) => item.relation)) {
    add(relationLabel(relation), ...separate(values.map(({ value }) => showValue(value))));
  }
  add(word("identifier"), make("code", {}, isolate(node.id)));
  return list;
}

/**
 * Each acronym once, in the first language that has it.
 * @param {Entity} node
 */
function listAcronyms({ acronyms }) {
  const backwards = [...acronyms].reverse();
  const langs = new Map(backwards.map(({ text, lang }) => [text, lang]));
  return [...langs].reverse().map(([text, lang]) => isolate(text, lang));
}

/** @param {Node[]} parts */
const separate = (parts) => parts.flatMap((part, rank) => (rank ? [", ", part] : [part]));

/** @param {number} number */
function makeActs(number) {
  const name = word("neighbourhood");
  const row = make("div", { class: "row acts", role: "group", "aria-label": name }, make("span", {}, name));
  const { focus } = page.state;
  for (const steps of [1, 2, 3]) {
    const isOn = focus !== null && focus.entity === number && focus.steps === steps;
    const onclick = () => go({ focus: isOn ? null : { entity: number, steps } });
    const attributes = { "aria-pressed": String(isOn), "data-steps": steps, id: `steps-${steps}`, onclick };
    row.append(makeButton(attributes, wordCount("steps", steps)));
  }
  row.append(makeCloseButton());
  return row;
}

/** @param {number} number */
function makePathPicker(number) {
  const input = make("input", {
    id: "path-to",
    type: "search",
    role: "combobox",
    autocomplete: "off",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": "path-found",
    placeholder: word("pathHint"),
  });
  const list = make("ul", {
    id: "path-found",
    role: "listbox",
    class: "found",
    "aria-label": word("found"),
    hidden: true,
  });
  /** @param {Option} option */
  const onPick = ({ number: end }) => {
    if (end === number) return;
    go({ path: { start: number, end }, entity: null, edge: null });
    focusFirst(elements.panel, "h2");
  };
  new Combobox(input, list, { concepts: false, onPick }).listen();
  return make("div", { class: "pick" }, make("label", { for: "path-to" }, word("pathTo")), input, list);
}

/**
 * Neighbours grouped by relation and direction; the most linked first.
 * @param {number} number
 */
function neighbourPart(number) {
  const { edgesOf } = indexes;
  const isOutward = (/** @type {number} */ edge) => graph.edges[edge].subject === number;
  const groups = groupBy(edgesOf[number], (edge) => `${graph.edges[edge].relation} ${isOutward(edge)}`);
  /** @type {HTMLElement[]} */
  const parts = [make("h3", {}, word("neighbours"))];
  if (!groups.size) parts.push(make("p", { class: "quiet" }, word("noNeighbours")));
  for (const edges of groups.values()) {
    const [first] = edges;
    const { relation } = graph.edges[first];
    const name = isOutward(first) ? relationLabel(relation) : inverseLabel(relation);
    const others = [...new Set(edges.map((edge) => across(edge, number)))];
    others.sort((one, other) => edgesOf[other].length - edgesOf[one].length || one - other);
    parts.push(make("h4", {}, name), fold(others, makeNearItem, "near"));
  }
  return parts;
}

/**
 * A list that shows its first entries, and all of them on request.
 * @param {number[]} numbers
 * @param {(number: number) => HTMLElement} makeItem
 * @param {string} kind
 */
function fold(numbers, makeItem, kind) {
  const items = (/** @type {number[]} */ some) => some.map((number) => makeItem(number));
  const whole = make("ul", { class: kind }, ...items(numbers.slice(0, FOLDED)));
  if (numbers.length <= FOLDED) return whole;
  const unfold = () => {
    whole.append(...items(numbers.slice(FOLDED)));
    focusFirst(whole.children[FOLDED], "button, a");
    more.remove();
  };
  const more = makeButton({ onclick: unfold }, `${word("showAll")} (${formatNumber(numbers.length)})`);
  return make("div", {}, whole, more);
}

/**
 * The statements about an entity, then those that have it as value, each grouped by relation; how it is called last.
 * @param {number} number
 */
function statementPart(number) {
  const own = indexes.statementsOf[number];
  /** @type {HTMLElement[]} */
  const parts = [make("h3", {}, `${word("statements")} (${formatNumber(own.length)})`)];
  if (!own.length) parts.push(make("p", { class: "quiet" }, word("noStatements")));
  for (const outward of [true, false]) {
    const some = own.filter((statement) => isAbout(statement, number) === outward);
    const groups = [...groupBy(some, (statement) => graph.statements[statement].relation)];
    const isNaming = (/** @type {number} */ relation) => Number(graph.relations[relation].naming ?? false);
    groups.sort(([one], [other]) => isNaming(one) - isNaming(other));
    for (const [relation, statements] of groups) {
      parts.push(make("h4", {}, outward ? relationLabel(relation) : inverseLabel(relation)));
      parts.push(fold(statements, (statement) => makeStatementItem(statement, outward), "says-list"));
    }
  }
  return parts;
}

/**
 * @param {number} statement
 * @param {number} entity
 */
function isAbout(statement, entity) {
  const { subject } = graph.statements[statement];
  return subject.kind === "entity" && subject.number === entity;
}

/**
 * @param {number} number
 * @param {boolean} outward
 */
function makeStatementItem(number, outward) {
  const { subject, value } = graph.statements[number];
  const says = make("p", { class: "says" }, showValue(outward ? value : subject));
  return make("li", { class: "statement", "data-statement": number }, says, ...showGrounds(number));
}

/** @param {number} number */
function edgePanel(number) {
  const { relation, from, to } = graph.edges[number];
  const when = formatDates(from, to);
  return [
    make("p", { class: "over" }, word("relation")),
    makeHeading(isolate(relationLabel(relation), page.locale.language)),
    make("p", { class: "lead" }, ...showEdge(number)),
    ...(when ? [make("p", {}, `${word("date")}: ${when}`)] : []),
    ...(page.shown.edgeOk[number] ? [] : [makeHiddenNotice("hiddenEdge")]),
    make("div", { class: "row acts" }, makeCloseButton()),
    ...showEdgeEvidence(number),
  ];
}

/** @param {{ start: number, end: number }} path */
function pathPanel(path) {
  const { start, end } = path;
  const hops = findPath(path);
  const clear = () => {
    go({ path: null, entity: start });
    focusFirst(elements.panel, "h2");
  };
  const found = hops === null ? word("noPath") : word("pathFound", { steps: wordCount("steps", hops.length) });
  const parts = [
    make("p", { class: "over" }, word("pathFromTo")),
    makeHeading(isolate(shortName(start)), " → ", isolate(shortName(end))),
    make("p", {}, found),
    make("div", { class: "row acts" }, makeButton({ onclick: clear }, word("clearPath"))),
  ];
  if (hops === null) return parts;
  const items = hops.map((edge) =>
    make("li", {}, make("p", { class: "says" }, ...showEdge(edge)), ...showEdgeEvidence(edge)),
  );
  return [...parts, make("ol", { class: "hops" }, ...items)];
}
