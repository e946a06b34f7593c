// The view of an answer: one sentence, the rows in two lists, and beside them a map and a timeline of the same.

const FIRST_ROWS = 10;

/** @returns {Node[]} */
function drawAnswer() {
  const { answer, thing } = page.state;
  if (answer === null || thing === null) return [];
  const rows = rowsOf(answer, thing);
  const left = rows.filter(isLeft);
  const said = left.filter(({ statement }) => isSaid(statement));
  const held = left.filter(({ statement }) => !isSaid(statement));
  const lists = make("div", { class: "lists" }, ...drawLists(answer, said, held));
  const beside = make("div", { class: "beside" });
  fillBeside(beside, left, thing);
  return [
    make("h2", { tabindex: -1 }, isolate(questionText(answer, thing))),
    make("p", { class: "sum" }, sumUp(answer, thing, said.length, held.length)),
    make(
      "p",
      { class: "ways" },
      make("a", { href: addressOf({ view: "thing", thing }) }, word("toCard", { name: nameText(thing) })),
    ),
    drawFilters(answer, rows, left),
    make("div", { class: "two" }, lists, beside),
  ];
}

/**
 * @param {number} answer
 * @param {number} thing
 * @param {number} said
 * @param {number} held
 */
function sumUp(answer, thing, said, held) {
  if (!said && !held) {
    const hidden = page.state.stated ? rowsOf(answer, thing, false).length : 0;
    if (hidden) return word("onlyHeld", { n: wordCount("rows", hidden) });
    return rowsOf(answer, thing).length ? word("nothingLeft") : word("nothingFound");
  }
  const parts = [said ? wordCount("said", said) : "", held ? wordCount(said ? "more" : "held", held) : ""];
  return `${parts.filter(Boolean).join(", ")}.`;
}

/**
 * @param {number} answer
 * @param {Row[]} said
 * @param {Row[]} held
 */
function drawLists(answer, said, held) {
  const shown = page.state.all ? Infinity : FIRST_ROWS;
  /** @type {Node[]} */
  const parts = [];
  if (said.length) parts.push(drawList(answer, "saidTitle", said, shown));
  if (held.length) parts.push(drawList(answer, "heldTitle", held, Math.max(3, shown - said.length)));
  const hidden = said.length + held.length;
  if (!page.state.all && parts.some((part) => part instanceof HTMLElement && part.dataset.cut)) {
    parts.push(
      makeButton({ class: "all", onclick: () => go({ all: true }) }, word("showAll", { n: formatNumber(hidden) })),
    );
  }
  return parts;
}

/**
 * @param {number} answer
 * @param {string} title
 * @param {Row[]} rows
 * @param {number} most
 */
function drawList(answer, title, rows, most) {
  const items = rows.slice(0, most).map((row) => drawRow(answer, row));
  return make(
    "section",
    { class: "rows", "data-cut": rows.length > most },
    make("h3", {}, word(title), " ", make("span", { class: "count" }, formatNumber(rows.length))),
    make("ol", {}, ...items),
  );
}

/**
 * A row: its first cell as the title, when and where, the other cells by their titles, and how it is known.
 * @param {number} answer
 * @param {Row} row
 */
function drawRow(answer, row) {
  const { columns } = graph.answers[answer];
  const { cells, statement } = row;
  const thing = thingOfRow(row);
  const others = columns.flatMap(({ titles }, place) => {
    const cell = cells[place];
    if (place === 0 || !cell.length) return [];
    return [make("dt", {}, chooseLabel(titles, "").text), make("dd", {}, ...showCell(cell))];
  });
  const [first] = cells;
  const tongues = first.map((value) => noteLanguage(valueText(value).lang));
  const item = make(
    "li",
    {
      class: "row",
      "data-thing": thing ?? undefined,
      "aria-current": thing !== null && thing === page.state.row ? "true" : undefined,
    },
    make("h4", {}, ...separate(first.map(showValue)), ...tongues),
    ...drawWhere(thing),
    make("dl", {}, ...others),
    ...(statement < 0 ? [] : showEvidence(statement)),
    makeActions(rowText(answer, row), statement),
  );
  if (thing !== null) item.addEventListener("mouseenter", () => markThing(thing));
  return item;
}

/**
 * A cell; of dates, the precise ones.
 * @param {Value[]} cell
 */
function showCell(cell) {
  const texts = cell.map((value) => (value.kind === "text" ? value.text : ""));
  const isLess = (/** @type {string} */ text) => texts.some((other) => other !== text && other.startsWith(`${text}-`));
  return separate(cell.filter((value) => value.kind !== "text" || !isLess(value.text)).map(showValue));
}

/** @param {Node[]} nodes */
const separate = (nodes) => nodes.flatMap((node, rank) => (rank ? [", ", node] : [node]));

/**
 * The kind, the date and the place of a thing.
 * @param {number | null} thing
 */
function drawWhere(thing) {
  if (thing === null) return [];
  const { class: own, when, where } = graph.things[thing];
  const parts = [
    chooseLabel(own.labels, own.name).text,
    formatDates(when),
    ...where.map((value) => valueText(value).text),
  ];
  return [make("p", { class: "where" }, isolate(parts.filter(Boolean).join(" · ")))];
}

/**
 * The filters that change something, and the download of what is left.
 * @param {number} answer
 * @param {Row[]} rows
 * @param {Row[]} left
 */
function drawFilters(answer, rows, left) {
  const { from, to, country, kind, thing } = page.state;
  const things = rows.flatMap((row) => thingOfRow(row) ?? []);
  const years = [...new Set(rows.flatMap(yearsOfRow))].sort();
  const countries = [...new Set(things.flatMap(countriesOf))];
  const kinds = [...new Set(things.map((number) => graph.things[number].class))];
  const parts = [
    years.length > 1
      ? makeSelect(
          "from",
          from,
          years.map((year) => [year, year]),
        )
      : null,
    years.length > 1
      ? makeSelect(
          "to",
          to,
          years.map((year) => [year, year]),
        )
      : null,
    countries.length > 1
      ? makeSelect(
          "country",
          idOf(country),
          countries.map((number) => [idOf(number), nameText(number)]),
        )
      : null,
    kinds.length > 1
      ? makeSelect(
          "kind",
          kind,
          kinds.map(({ name, labels }) => [name, chooseLabel(labels, name).text]),
        )
      : null,
  ];
  const save = () =>
    saveFile(`${graph.answers[answer].question}-${idOf(thing).split(":").pop()}.csv`, writeCsv(answer, left));
  const isNarrowed = left.length < rows.length;
  return make(
    "div",
    { class: "narrow", role: "group", "aria-label": word("narrow") },
    ...parts,
    isNarrowed
      ? makeButton({ onclick: () => go({ ...freshFilters(), all: page.state.all }) }, word("showEvery"))
      : null,
    left.length ? makeButton({ onclick: save }, word("download")) : null,
  );
}

/**
 * @param {"from" | "to" | "country" | "kind"} key
 * @param {string} value
 * @param {string[][]} options value and name
 */
function makeSelect(key, value, options) {
  const select = make(
    "select",
    { id: `narrow-${key}` },
    make("option", { value: "" }, word("any")),
    ...options.map(([id, name]) => make("option", { value: id }, name)),
  );
  select.value = value;
  select.addEventListener("change", () => {
    const chosen = key === "country" ? (thingById().get(select.value) ?? null) : select.value;
    go({ [key]: chosen, row: null });
    document.getElementById(`narrow-${key}`)?.focus();
  });
  return make("label", { class: "choice" }, make("span", {}, word(`by_${key}`)), " ", select);
}

/**
 * The map and the timeline of the rows.
 * @param {HTMLElement} beside
 * @param {Row[]} rows
 * @param {number} centre
 */
function fillBeside(beside, rows, centre) {
  const things = [
    ...new Set(
      rows.flatMap(({ cells }) => cells.flat()).flatMap((value) => (value.kind === "thing" ? [value.number] : [])),
    ),
  ];
  beside.append(...drawMap([centre, ...things], { centre }), ...drawTimeline(rows));
}
