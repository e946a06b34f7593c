// The timeline of an answer: the dated rows by year, in order. Picking one picks it in list and map.

/** @param {Row[]} rows */
function drawTimeline(rows) {
  const things = [...new Set(rows.flatMap((row) => thingOfRow(row) ?? []))];
  const dated = things.filter((thing) => graph.things[thing].when.length);
  if (dated.length < 2) return [];
  /** @param {number} thing */
  const dayOf = (thing) => graph.things[thing].from || graph.things[thing].when.join("");
  dated.sort((one, other) => dayOf(one).localeCompare(dayOf(other)) || one - other);
  const years = groupBy(dated, (thing) => dayOf(thing).slice(0, 4));
  const items = [...years].map(([year, members]) =>
    make("li", {}, make("span", { class: "year" }, year), make("ol", {}, ...members.map(drawMoment))),
  );
  const undated = things.length - dated.length;
  return [
    make(
      "section",
      { class: "timeline" },
      make("h3", {}, word("timeline")),
      make("ol", { class: "years" }, ...items),
      undated ? make("p", { class: "quiet" }, wordCount("undated", undated)) : null,
    ),
  ];
}

/** @param {number} thing */
function drawMoment(thing) {
  const { text, lang } = nameOf(thing);
  const day = formatDates(graph.things[thing].when);
  const button = makeButton({ class: "plain", onclick: () => pickRow(thing) }, isolate(text, lang));
  return make(
    "li",
    { "data-thing": thing, "aria-current": thing === page.state.row ? "true" : undefined },
    button,
    make("span", { class: "quiet" }, ` ${day}`),
  );
}

/**
 * Pick a thing in list, map and timeline.
 * @param {number} thing
 */
function pickRow(thing) {
  go({ row: thing }, { quietly: true });
}

/** Show in list, map and timeline which thing is picked, and bring its row into sight. */
function showPicked() {
  const { row } = page.state;
  for (const element of elements.view.querySelectorAll("[data-thing]")) {
    const isPicked = row !== null && element.getAttribute("data-thing") === String(row);
    if (isPicked) element.setAttribute("aria-current", "true");
    else element.removeAttribute("aria-current");
  }
  if (row !== null) {
    const item = elements.view.querySelector(`.row[data-thing="${row}"]`);
    if (item instanceof HTMLElement) item.scrollIntoView({ block: "nearest" });
    announce(word("picked", { name: nameText(row) }));
  }
  markThing(row);
}
