// The rows of an answer: those that the query gives, in its order; what filters leave of them; and how they are written.

/**
 * The rows of an answer for a thing: those of the query under what the reader chose.
 * @param {number} answer
 * @param {number} thing
 */
function rowsOf(answer, thing, stated = page.state.stated) {
  const { rows, of, stated: told } = graph.answers[answer];
  return ((stated ? told : of).get(thing) ?? []).map((number) => rows[number]);
}

/**
 * How an answer is put of a thing, in the language of the page.
 * @param {number} answer
 * @param {number} thing
 */
const questionText = (answer, thing) =>
  chooseLabel(graph.answers[answer].wording, "").text.replace("{thing}", () => nameText(thing));

/**
 * What a row is about: the thing in its first cell.
 * @param {Row} row
 */
function thingOfRow({ cells: [first] }) {
  const found = first.find(({ kind }) => kind === "thing");
  return found?.kind === "thing" ? found.number : null;
}

/** @param {Row} row */
const yearsOfRow = (row) => {
  const thing = thingOfRow(row);
  if (thing === null) return [];
  const { when, from, to } = graph.things[thing];
  return [...when, from, to].filter(Boolean).map((date) => date.slice(0, 4));
};

/** @param {Row} row */
function isLeft(row) {
  const { from, to, country, kind } = page.state;
  const thing = thingOfRow(row);
  if (kind && (thing === null || graph.things[thing].class.name !== kind)) return false;
  if (country !== null && (thing === null || !countriesOf(thing).includes(country))) return false;
  if (!from && !to) return true;
  return yearsOfRow(row).some((year) => (!from || year >= from) && (!to || year <= to));
}

/** @param {number} thing */
const countriesOf = (thing) =>
  graph.things[thing].countries.flatMap((value) => (value.kind === "thing" ? [value.number] : []));

/**
 * A cell as text.
 * @param {Value[]} cell
 */
const cellText = (cell) => joinTexts(cell.map((value) => valueText(value).text));

/** @param {Row} row */
const linksOf = (row) => passagesOf(row.statement).map(({ address }) => address.split("#:~:").shift() ?? "");

/**
 * The rows as a table that a spreadsheet opens, in CSV (RFC 4180). What a spreadsheet would take for a formula is text.
 * @param {number} answer
 * @param {Row[]} rows
 */
function writeCsv(answer, rows) {
  const { columns } = graph.answers[answer];
  const heads = columns.flatMap(({ name, type }) => (type === "thing" ? [`${name}_label`, name] : [name]));
  const lines = rows.map((row) => {
    const cells = columns.flatMap(({ type }, place) => {
      const cell = row.cells[place];
      const ids = cell.map((value) => (value.kind === "thing" ? idOf(value.number) : ""));
      return type === "thing" ? [cellText(cell), ids.filter(Boolean).join("; ")] : [cellText(cell)];
    });
    const references = passagesOf(row.statement).map(citePassage);
    return [...cells, howKnown(row.statement), references.join("; "), linksOf(row).join("; ")];
  });
  const table = [[...heads, "how_known", "reference", "link"], ...lines];
  return `${table.map((line) => line.map(quoteCell).join(",")).join("\r\n")}\r\n`;
}

/** @param {string} text */
const quoteCell = (text) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replace(/"/g, '""')}"`;

/**
 * @param {string} name
 * @param {string} text
 */
function saveFile(name, text, type = "text/csv;charset=utf-8") {
  const address = URL.createObjectURL(new Blob(["\ufeff", text], { type }));
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
