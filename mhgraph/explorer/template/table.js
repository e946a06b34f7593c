// The table view: the same entities and statements as rows, to sort, to filter, to take away and to print.

const PAGE_ROWS = 200;

function drawTable({ whole = false } = {}) {
  if (page.state.view !== "table") return;
  if (page.state.sheet === "entities") drawSheet(ENTITY_SHEET, whole);
  else drawSheet(STATEMENT_SHEET, whole);
}

/**
 * @template Row
 * @param {Sheet<Row>} sheet
 * @param {boolean} whole all rows on one page, as for print
 */
function drawSheet(sheet, whole) {
  const { tables } = elements;
  const focused = focusedIn(tables);
  const caret = readCaret(focused);
  const key = [sheet.name, page.state.sort, page.state.rows].join(" ");
  if (key !== page.tableKey) page.firstRow = 0;
  page.tableKey = key;
  const rows = sortRows(sheet, filterRows(sheet, sheet.listRows()));
  if (page.firstRow >= rows.length) page.firstRow = 0;
  const some = whole ? rows : rows.slice(page.firstRow, page.firstRow + PAGE_ROWS);
  const name = word(`${sheet.name}Sheet`);
  const grid = make("div", { class: "scroll", role: "region", tabindex: "0", "aria-label": name });
  grid.append(makeGrid(sheet, some, rows));
  tables.replaceChildren(makeToolbar(sheet, rows), grid);
  if (rows.length > PAGE_ROWS && !whole) tables.append(makePager(rows.length));
  if (focused) document.getElementById(focused)?.focus();
  if (caret !== null) byId("rows", HTMLInputElement).setSelectionRange(caret, caret);
  tables.dataset.rows = String(rows.length);
}

/**
 * Where the caret stands in the field above the table, if that has the focus.
 * @param {string} focused
 */
const readCaret = (focused) => (focused === "rows" ? byId("rows", HTMLInputElement).selectionStart : null);

/**
 * @template Row
 * @param {Sheet<Row>} sheet
 * @param {Row[]} rows
 */
function filterRows({ columns }, rows) {
  const needle = foldText(page.state.rows);
  if (!needle) return rows;
  const pieces = needle.split(" ");
  return rows.filter((row) => {
    const text = foldText(columns.map(({ cell }) => cell(row)).join(" "));
    return pieces.every((piece) => text.includes(piece));
  });
}

/**
 * @template Row
 * @param {Sheet<Row>} sheet
 * @param {Row[]} rows
 */
function sortRows({ columns }, rows) {
  const { sort } = page.state;
  const wanted = columns.find(({ key }) => key === sort.replace("-", ""));
  if (wanted === undefined) return rows;
  const sign = sort.startsWith("-") ? -1 : 1;
  const collator = new Intl.Collator(page.locale.language, { numeric: true });
  const keyed = rows.map((row) => ({ row, cell: wanted.cell(row) }));
  keyed.sort((one, other) => compareCells(one.cell, other.cell, collator, sign));
  return keyed.map(({ row }) => row);
}

/**
 * Empty cells come last in either direction.
 * @param {string | number} one
 * @param {string | number} other
 * @param {Intl.Collator} collator
 * @param {number} sign
 */
function compareCells(one, other, collator, sign) {
  if (one === "" || other === "") return Number(one === "") - Number(other === "");
  const isNumeric = typeof one === "number" && typeof other === "number";
  return sign * (isNumeric ? one - other : collator.compare(String(one), String(other)));
}

/**
 * @template Row
 * @param {Sheet<Row>} sheet
 * @param {Row[]} rows
 */
function makeToolbar(sheet, rows) {
  const sheets = make("div", { class: "tabs", role: "group", "aria-label": word("sheet") });
  for (const name of [ENTITY_SHEET.name, STATEMENT_SHEET.name]) {
    const onclick = () => go({ sheet: name, sort: "" });
    const pressed = String(sheet.name === name);
    sheets.append(makeButton({ id: `sheet-${name}`, "aria-pressed": pressed, onclick }, word(`${name}Sheet`)));
  }
  const field = make("input", { type: "search", id: "rows", value: page.state.rows, maxlength: "200" });
  field.addEventListener("input", () => {
    go({ rows: field.value }, { quietly: true });
    announce(wordCount("rows", Number(elements.tables.dataset.rows)));
  });
  return make(
    "div",
    { class: "toolbar" },
    sheets,
    make("label", {}, make("span", {}, word("filterRows")), field),
    makeButton({ id: "download", onclick: () => download(sheet, rows) }, word("download")),
    makeButton({ id: "print", onclick: () => window.print() }, word("print")),
  );
}

/**
 * @template Row
 * @param {Sheet<Row>} sheet
 * @param {Row[]} some the rows on this page
 * @param {Row[]} rows all rows
 */
function makeGrid(sheet, some, rows) {
  const columns = sheet.columns.filter(({ isForFile }) => !isForFile);
  const head = make("tr", {}, ...columns.map(({ key }) => makeHeadCell(key)));
  const body = make("tbody", {}, ...some.map(sheet.showRow));
  return make("table", {}, make("caption", {}, sheet.caption(rows)), make("thead", {}, head), body);
}

/** @param {string} key */
function makeHeadCell(key) {
  const { sort } = page.state;
  const isAscending = sort === key;
  const direction = sort === `-${key}` ? "descending" : "none";
  const turn = () => {
    go({ sort: isAscending ? `-${key}` : key });
    announce(`${word(key)}: ${isAscending ? "↓" : "↑"}`);
  };
  const button = makeButton({ id: `sort-${key}`, onclick: turn }, word(key));
  return make("th", { scope: "col", "aria-sort": isAscending ? "ascending" : direction }, button);
}

/** @param {number} count of all rows */
function makePager(count) {
  /** @param {number} start */
  const lastOf = (start) => Math.min(count, start + PAGE_ROWS);
  /** @param {number} start */
  const turn = (start) => {
    page.firstRow = start;
    drawTable();
    elements.tables.scrollTop = 0;
    announce(word("page", { from: start + 1, to: lastOf(start), all: count }));
  };
  const { firstRow } = page;
  const last = lastOf(firstRow);
  const back = () => turn(Math.max(0, firstRow - PAGE_ROWS));
  const on = () => turn(firstRow + PAGE_ROWS);
  const said = { from: formatNumber(firstRow + 1), to: formatNumber(last), all: formatNumber(count) };
  return make(
    "div",
    { class: "pager" },
    makeButton({ id: "previous", disabled: firstRow === 0, onclick: back }, word("previous")),
    make("span", {}, word("page", said)),
    makeButton({ id: "next", disabled: last >= count, onclick: on }, word("next")),
  );
}

/**
 * A cell that a spreadsheet would take for a formula is given an apostrophe, which makes it text there.
 * @param {string | number} value
 */
function csvCell(value) {
  const text = /^[=+\-@\t\r]/.test(String(value)) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/**
 * @template Row
 * @param {Sheet<Row>} sheet
 * @param {Row[]} rows
 */
function csvText({ columns }, rows) {
  const head = columns.map(({ key }) => csvCell(word(key)));
  const lines = [head, ...rows.map((row) => columns.map(({ cell }) => csvCell(cell(row))))];
  return `${lines.map((line) => line.join(",")).join("\r\n")}\r\n`;
}

/**
 * @template Row
 * @param {Sheet<Row>} sheet
 * @param {Row[]} rows
 */
function download(sheet, rows) {
  const address = URL.createObjectURL(new Blob([csvText(sheet, rows)], { type: "text/csv;charset=utf-8" }));
  make("a", { href: address, download: `${sheet.name}.csv` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
