// The two sheets of the table: what their columns hold, and what their rows show.

/**
 * @template Row
 * @typedef {object} Column
 * @property {string} key its name, as a key of the words
 * @property {(row: Row) => string | number} cell
 * @property {boolean} [isForFile] whether it stands only in the file that is taken away
 */

/**
 * @template Row
 * @typedef {object} Sheet
 * @property {"entities" | "statements"} name
 * @property {Column<Row>[]} columns
 * @property {() => Row[]} listRows all rows that the filters leave
 * @property {(row: Row) => HTMLTableRowElement} showRow
 * @property {(rows: Row[]) => string} caption
 */

/**
 * A row of statements; `number` is -1 for structure.
 * @typedef {object} ClaimRow
 * @property {number} number
 * @property {Value} subject
 * @property {number} relation
 * @property {Value} value
 * @property {string} ledger
 * @property {string} from
 * @property {string} to
 * @property {Passage[]} passages
 * @property {string[]} reasons
 */

/** @type {Sheet<number>} */
const ENTITY_SHEET = {
  name: "entities",
  columns: [
    { key: "name", cell: (number) => nameOf(number).text },
    { key: "class", cell: (number) => classLabel(graph.nodes[number].class) },
    { key: "kind", cell: (number) => graph.nodes[number].kinds.map(termName).join("; ") },
    { key: "from", cell: (number) => graph.nodes[number].from },
    { key: "to", cell: (number) => graph.nodes[number].to },
    { key: "acronyms", cell: (number) => joinOnce(graph.nodes[number].acronyms.map(({ text }) => text)) },
    { key: "relationCount", cell: countShownEdges },
    { key: "statementCount", cell: (number) => indexes.statementsOf[number].filter(isStatementShown).length },
    { key: "identifier", cell: (number) => graph.nodes[number].id },
  ],
  listRows: () => indexes.byImportance.filter((number) => page.shown.nodeOk[number]),
  showRow: showEntityRow,
  caption: (rows) => word("entitiesCaption", { n: wordCount("entities", rows.length) }),
};

/** @type {Sheet<ClaimRow>} */
const STATEMENT_SHEET = {
  name: "statements",
  columns: [
    { key: "subject", cell: ({ subject }) => valueText(subject).text },
    { key: "relation", cell: ({ relation }) => relationLabel(relation) },
    { key: "value", cell: ({ value }) => valueText(value).text },
    { key: "ledger", cell: ({ ledger }) => word(ledger) },
    { key: "from", cell: ({ from }) => from },
    { key: "to", cell: ({ to }) => to },
    { key: "where", cell: ({ passages }) => passages.map(citePassage).join("; ") },
    { key: "reason", cell: ({ reasons }) => reasons.join("; ") },
    { key: "address", cell: ({ passages }) => listAddresses(passages), isForFile: true },
  ],
  listRows: listClaims,
  showRow: showClaimRow,
  caption: captionClaims,
};

/** @param {string[]} texts */
const joinOnce = (texts) => [...new Set(texts)].join("; ");

/** @param {number} number */
function countShownEdges(number) {
  return indexes.edgesOf[number].filter((edge) => page.shown.edgeOk[edge]).length;
}

/** @param {Passage} passage */
const citePassage = (passage) => `${sourceTitle(passage.source)}, ${placeName(passage)}`;

/** @param {Passage[]} passages */
function listAddresses(passages) {
  const addresses = passages.map(({ address }) => address);
  return addresses.filter(Boolean).join(" ");
}

/** The statements that the filters leave, then the structure. */
function listClaims() {
  const claims = [];
  for (let number = 0; number < graph.count; number += 1) if (isStatementShown(number)) claims.push(claimRow(number));
  const structure = graph.edges.filter((edge, number) => edge.statement < 0 && page.shown.edgeOk[number]);
  return [...claims, ...structure.map(structureRow)];
}

/**
 * @param {number} number
 * @returns {ClaimRow}
 */
function claimRow(number) {
  const { subject, relation, value, ledger, supports } = graph.statements[number];
  const edge = indexes.edgeOfStatement.get(number);
  const node = subject.kind === "entity" ? graph.nodes[subject.number] : { from: "", to: "" };
  const { from, to } = edge === undefined ? node : graph.edges[edge];
  const passages = [...new Set(supports.flatMap(({ ground }) => ground.passages))];
  const reasons = [...new Set(supports.map(({ ground }) => ground.reason).filter(Boolean))];
  return { number, subject, relation, value, ledger, from, to, passages, reasons };
}

/**
 * @param {Edge} edge
 * @returns {ClaimRow}
 */
function structureRow({ subject, relation, value, ledger, from, to }) {
  return {
    number: -1,
    subject: { kind: "entity", number: subject },
    relation,
    value: { kind: "entity", number: value },
    ledger,
    from,
    to,
    passages: [],
    reasons: [],
  };
}

/** @param {ClaimRow[]} rows */
function captionClaims(rows) {
  const structure = rows.filter(({ number }) => number < 0).length;
  const claims = wordCount("statements", rows.length - structure);
  return word("statementsCaption", { n: claims, structure: formatNumber(structure) });
}

/** @param {number} number */
function showEntityRow(number) {
  const head = make("th", { scope: "row" }, makeEntityButton(number));
  const [, ...columns] = ENTITY_SHEET.columns;
  const cells = columns.map(({ key, cell }) =>
    make("td", { class: ["from", "to"].includes(key) && "day" }, isolate(String(cell(number)))),
  );
  return make("tr", { "data-entity": graph.nodes[number].id }, head, ...cells);
}

/** @param {ClaimRow} row */
function showClaimRow({ number, subject, relation, value, ledger, from, to, passages, reasons }) {
  return make(
    "tr",
    { "data-statement": number },
    make("th", { scope: "row" }, showValue(subject)),
    make("td", {}, isolate(relationLabel(relation))),
    make("td", { class: "wide" }, showValue(value)),
    make("td", {}, makeBadge(ledger)),
    make("td", { class: "day" }, from),
    make("td", { class: "day" }, to),
    make("td", { class: "wide" }, ...passages.map(showPassage)),
    make("td", { class: "wide" }, isolate(reasons.join("; "))),
  );
}
