// The table view: the same entities and statements as rows, to sort, to filter, to take away and to print.

const PAGE = 200;
const tables = document.getElementById("tables");
let firstRow = 0;
let tableKey = "";

const COLUMNS = {
  entities: [
    ["name", (n) => nameOf(n).text],
    ["class", (n) => className(nodes[n].class)],
    ["kind", (n) => nodes[n].kinds.map(termName).join("; ")],
    ["from", (n) => nodes[n].from],
    ["to", (n) => nodes[n].to],
    ["acronyms", (n) => [...new Set(nodes[n].acronyms.map(([text]) => text))].join("; ")],
    ["relationCount", (n) => edgesOf[n].filter((edge) => shown.edgeOk[edge]).length],
    ["statementCount", (n) => statementsOf[n].filter((each) => statementVisible(each, state, shown)).length],
    ["identifier", (n) => nodes[n].id],
  ],
  statements: [
    ["subject", (row) => valueText(row.subject).text],
    ["relation", (row) => relationLabel(relations[row.relation])],
    ["value", (row) => valueText(row.value).text],
    ["ledger", (row) => word(row.ledger)],
    ["from", (row) => row.from],
    ["to", (row) => row.to],
    ["where", (row) => row.passages.map((each) => `${sources[passages[each][0]].title || sources[passages[each][0]].key}, ${placeName(each)}`).join("; ")],
    ["reason", (row) => row.reasons.join("; ")],
    ["address", (row) => row.passages.map((each) => passages[each][4]).filter(Boolean).join(" ")],
  ],
};
const HIDDEN_COLUMNS = ["address"];

function statementRow(number) {
  const [subject, relation, value, supports] = statements[number];
  const edge = edges[edgeOfStatement.get(number)];
  const node = nodes[subject];
  return {
    number,
    subject,
    relation,
    value,
    ledger: ledgerOfStatement(number),
    from: edge?.[4] ?? node?.from ?? "",
    to: edge?.[5] ?? node?.to ?? "",
    passages: [...new Set(supports.flatMap(([ground]) => grounds[ground][3]))],
    reasons: [...new Set(supports.map(([ground]) => grounds[ground][2]).filter(Boolean))],
  };
}

function structureRow([subject, value, relation, , from, to]) {
  return { number: -1, subject, relation, value, ledger: STRUCTURE, from, to, passages: [], reasons: [] };
}

// All rows of a sheet that the filters leave, before the words in the field above the table.
function allRows() {
  if (state.sheet === "entities") return byImportance.filter((number) => shown.nodeOk[number]);
  const claims = [];
  for (let number = 0; number < data.count; number += 1) {
    if (statementVisible(number, state, shown)) claims.push(statementRow(number));
  }
  const structure = edges.filter((edge, number) => edge[3] < 0 && shown.edgeOk[number]).map(structureRow);
  return [...claims, ...structure];
}

function sortedRows(rows) {
  const columns = COLUMNS[state.sheet];
  const needle = folded(state.rows);
  const tests = needle.split(" ");
  const kept = needle
    ? rows.filter((row) => {
        const text = folded(columns.map(([, cell]) => cell(row)).join(" "));
        return tests.every((each) => text.includes(each));
      })
    : rows;
  const wanted = columns.find(([key]) => key === state.sort.replace("-", ""));
  if (wanted === undefined) return kept;
  const sign = state.sort.startsWith("-") ? -1 : 1;
  const collator = new Intl.Collator(language, { numeric: true });
  const keyed = kept.map((row) => [wanted[1](row), row]);
  keyed.sort(([one], [other]) => {
    if (one === "" || other === "") return one === other ? 0 : one === "" ? 1 : -1;
    return sign * (typeof one === "number" ? one - other : collator.compare(one, other));
  });
  return keyed.map(([, row]) => row);
}

function drawTable({ whole = false } = {}) {
  if (state.view !== "table") return;
  const focused = tables.contains(document.activeElement) ? document.activeElement.id : "";
  const caret = focused === "rows" ? document.activeElement.selectionStart : null;
  const key = [state.sheet, state.sort, state.rows, shown.nodeOk.length].join(" ");
  if (key !== tableKey) firstRow = 0;
  tableKey = key;
  const all = allRows();
  const rows = sortedRows(all);
  if (firstRow >= rows.length) firstRow = 0;
  const some = whole ? rows : rows.slice(firstRow, firstRow + PAGE);
  tables.replaceChildren(toolbar(rows), make("div", { class: "scroll", role: "region", tabindex: "0", "aria-label": word(`${state.sheet}Sheet`) }, grid(some, rows)));
  if (rows.length > PAGE && !whole) tables.append(pager(rows));
  if (focused) document.getElementById(focused)?.focus();
  if (caret !== null) document.getElementById("rows")?.setSelectionRange(caret, caret);
  tables.dataset.rows = rows.length;
}

function toolbar(rows) {
  const sheets = make("div", { class: "tabs", role: "group", "aria-label": word("sheet") });
  for (const sheet of ["entities", "statements"]) {
    sheets.append(
      make("button", { type: "button", id: `sheet-${sheet}`, "aria-pressed": String(state.sheet === sheet), onclick: () => go({ sheet, sort: "" }) }, word(`${sheet}Sheet`)),
    );
  }
  const field = make("input", { type: "search", id: "rows", value: state.rows, maxlength: "200" });
  field.addEventListener("input", () => {
    go({ rows: field.value }, { quietly: true });
    announce(counted("rows", Number(tables.dataset.rows)));
  });
  return make(
    "div",
    { class: "toolbar" },
    sheets,
    make("label", {}, make("span", {}, word("filterRows")), field),
    make("button", { type: "button", id: "download", onclick: () => download(rows) }, word("download")),
    make("button", { type: "button", id: "print", onclick: () => window.print() }, word("print")),
  );
}

function captionText(rows) {
  if (state.sheet === "entities") return word("entitiesCaption", { n: counted("entities", rows.length) });
  const structure = rows.filter((row) => row.number < 0).length;
  return word("statementsCaption", { n: counted("statements", rows.length - structure), structure: numbers.format(structure) });
}

function grid(some, rows) {
  const columns = COLUMNS[state.sheet].filter(([key]) => !HIDDEN_COLUMNS.includes(key));
  const head = make("tr", {}, ...columns.map(([key]) => headCell(key)));
  const body = make("tbody", {}, ...some.map((row) => (state.sheet === "entities" ? entityRow(row, columns) : claimRow(row))));
  return make("table", {}, make("caption", {}, captionText(rows)), make("thead", {}, head), body);
}

function headCell(key) {
  const direction = state.sort === key ? "ascending" : state.sort === `-${key}` ? "descending" : "none";
  const turn = () => {
    go({ sort: direction === "ascending" ? `-${key}` : key });
    announce(`${word(key)}: ${state.sort.startsWith("-") ? "↓" : "↑"}`);
  };
  return make("th", { scope: "col", "aria-sort": direction }, make("button", { type: "button", id: `sort-${key}`, onclick: turn }, word(key)));
}

function entityRow(number, columns) {
  const row = make("tr", { "data-entity": nodes[number].id }, make("th", { scope: "row" }, entityButton(number)));
  for (const [key, cell] of columns.slice(1)) {
    row.append(make("td", ["from", "to"].includes(key) ? { class: "day" } : {}, said(String(cell(number)))));
  }
  return row;
}

function claimRow(row) {
  const line = make("tr", { "data-statement": row.number }, make("th", { scope: "row" }, valueNode(row.subject)));
  line.append(
    make("td", {}, said(relationLabel(relations[row.relation]))),
    make("td", { class: "wide" }, valueNode(row.value)),
    make("td", {}, badge(row.ledger)),
    make("td", { class: "day" }, row.from),
    make("td", { class: "day" }, row.to),
    make("td", { class: "wide" }, ...row.passages.map(passageLink)),
    make("td", { class: "wide" }, said(row.reasons.join("; "))),
  );
  return line;
}

function pager(rows) {
  const to = Math.min(rows.length, firstRow + PAGE);
  const turn = (start) => {
    firstRow = start;
    drawTable();
    tables.scrollTop = 0;
    announce(word("page", { from: start + 1, to: Math.min(rows.length, start + PAGE), all: rows.length }));
  };
  return make(
    "div",
    { class: "pager" },
    make("button", { type: "button", id: "previous", disabled: firstRow === 0, onclick: () => turn(Math.max(0, firstRow - PAGE)) }, word("previous")),
    make("span", {}, word("page", { from: numbers.format(firstRow + 1), to: numbers.format(to), all: numbers.format(rows.length) })),
    make("button", { type: "button", id: "next", disabled: to >= rows.length, onclick: () => turn(firstRow + PAGE) }, word("next")),
  );
}

// A cell that a spreadsheet would take for a formula is given an apostrophe, which makes it text there.
function csvCell(value) {
  const text = /^[=+\-@\t\r]/.test(String(value)) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

function csvText(rows) {
  const columns = COLUMNS[state.sheet];
  const lines = [columns.map(([key]) => csvCell(word(key))), ...rows.map((row) => columns.map(([, cell]) => csvCell(cell(row))))];
  return `${lines.map((line) => line.join(",")).join("\r\n")}\r\n`;
}

function download(rows) {
  const address = URL.createObjectURL(new Blob([csvText(rows)], { type: "text/csv;charset=utf-8" }));
  make("a", { href: address, download: `${state.sheet}.csv` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

window.addEventListener("beforeprint", () => drawTable({ whole: true }));
window.addEventListener("afterprint", () => drawTable());
