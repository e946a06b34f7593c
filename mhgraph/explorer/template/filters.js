// The legend, which is the filter: classes, ledgers, relations, years.

const filtersBody = document.getElementById("filters-body");
const SVG = "http://www.w3.org/2000/svg";
const BINS = 60;

function drawn(tag, attributes) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

const polygon = (corners, turn, inner) => {
  const points = [];
  for (let corner = 0; corner < corners; corner += 1) {
    const radius = inner && corner % 2 ? inner : 8.5;
    const angle = turn + (2 * Math.PI * corner) / corners;
    points.push(`${(10 + radius * Math.cos(angle)).toFixed(2)},${(10 + radius * Math.sin(angle)).toFixed(2)}`);
  }
  return drawn("polygon", { points: points.join(" ") });
};

const OUTLINES = {
  dot: () => drawn("circle", { cx: 10, cy: 10, r: 7.5 }),
  square: () => drawn("rect", { x: 3, y: 3, width: 14, height: 14 }),
  diamond: () => polygon(4, -Math.PI / 2),
  hexagon: () => polygon(6, 0),
  triangle: () => polygon(3, -Math.PI / 2),
  triangleDown: () => polygon(3, Math.PI / 2),
  star: () => polygon(10, -Math.PI / 2, 4.2),
};

function swatch(name) {
  const [family, shape] = data.shapes[name];
  const picture = drawn("svg", { viewBox: "0 0 20 20", class: "swatch", "aria-hidden": "true", focusable: "false" });
  const outline = OUTLINES[shape]();
  outline.setAttribute("fill", `var(--${family})`);
  picture.append(outline);
  return picture;
}

function ledgerLine(ledger) {
  const picture = drawn("svg", { viewBox: "0 0 28 12", class: "swatch line", "aria-hidden": "true", focusable: "false" });
  const dashes = { stated: "none", judged: "7 4", inferred: "2 3", structure: "none" }[ledger];
  const width = ledger === STRUCTURE ? 1 : 2;
  picture.append(drawn("line", { x1: 1, y1: 6, x2: 27, y2: 6, stroke: "currentColor", "stroke-width": width, "stroke-dasharray": dashes }));
  return picture;
}

function drawFilters() {
  const focused = filtersBody.contains(document.activeElement) ? document.activeElement.id : "";
  const open = new Set([...filtersBody.querySelectorAll("details[open]")].map((each) => each.id));
  filtersBody.replaceChildren(classFilter(), ledgerFilter(), ...yearFilter(), kindFilter(), relationFilter(open.has("relations")), resetButton());
  if (focused) document.getElementById(focused)?.focus();
}

function check(id, checked, picture, text, count, onchange) {
  const box = make("input", { type: "checkbox", id, checked });
  box.addEventListener("change", () => onchange(box.checked));
  return make("label", { class: "check" }, box, picture ?? make("span", {}), make("span", {}, said(text)), make("span", { class: "count" }, numbers.format(count)));
}

function toggled(set, value, on) {
  const next = new Set(set);
  if (on) next.add(value);
  else next.delete(value);
  return next;
}

function allOrNone(id, key, values, keep) {
  const button = (name, set) => make("button", { type: "button", id: `${id}-${name}`, onclick: () => go({ [key]: set }) }, word(name));
  return make("div", { class: "row" }, button("all", keep ? new Set(values) : new Set()), button("none", keep ? new Set() : new Set(values)));
}

function classFilter() {
  const names = [...classCounts.keys()].sort((one, other) => {
    const order = Object.keys(FAMILIES);
    return order.indexOf(familyOf(one)) - order.indexOf(familyOf(other)) || classCounts.get(other) - classCounts.get(one);
  });
  const rows = names.map((name) =>
    check(`class-${name}`, !state.hidden.has(name), swatch(name), className(name), classCounts.get(name), (on) =>
      changed({ hidden: toggled(state.hidden, name, !on) }),
    ),
  );
  return make("fieldset", { id: "classes" }, make("legend", {}, word("classes")), ...rows, allOrNone("classes", "hidden", names, false));
}

const FAMILIES = { actor: 0, text: 1, event: 2, course: 3, promise: 4, other: 5 };

function ledgerFilter() {
  const rows = ALL_LEDGERS.filter((ledger) => ledgerCounts.has(ledger) || LEDGERS.includes(ledger)).map((ledger) => {
    const row = check(`ledger-${ledger}`, state.ledgers.has(ledger), ledgerLine(ledger), word(ledger), ledgerCounts.get(ledger) ?? 0, (on) =>
      changed({ ledgers: toggled(state.ledgers, ledger, on) }),
    );
    row.title = word(`${ledger}Help`);
    return row;
  });
  return make("fieldset", { id: "ledgers" }, make("legend", {}, word("ledgers")), ...rows);
}

function yearFilter() {
  const undated = check("undated", state.undated, null, word("undated"), nodes.filter((node) => !node.from && !node.to).length, (on) => changed({ undated: on }));
  if (!hasYears) return [];
  const [from, to] = state.years;
  const slide = (end) => {
    const input = make("input", {
      type: "range",
      id: end ? "slide-to" : "slide-from",
      min: firstYear,
      max: lastYear,
      step: 1,
      "aria-label": word(end ? "yearTo" : "yearFrom"),
    });
    input.value = state.years[end];
    input.addEventListener("input", () => setYear(end, Number(input.value)));
    return input;
  };
  const field = (end) => {
    const input = make("input", { type: "number", id: end ? "year-to" : "year-from", min: firstYear, max: lastYear, step: 1 });
    input.value = state.years[end];
    input.addEventListener("change", () => setYear(end, Number(input.value)));
    return make("label", {}, make("span", {}, word(end ? "yearTo" : "yearFrom")), input);
  };
  const set = make(
    "fieldset",
    { id: "years" },
    make("legend", {}, word("years")),
    bars(from, to),
    make("div", { class: "slides" }, slide(0), slide(1)),
    make("div", { class: "ends" }, field(0), field(1)),
    undated,
  );
  return [set];
}

function setYear(end, wished) {
  const limited = Math.min(lastYear, Math.max(firstYear, Math.round(wished) || firstYear));
  const years = [...state.years];
  years[end] = limited;
  if (years[0] > years[1]) years[1 - end] = limited;
  if (years.join() !== state.years.join()) changed({ years }, true);
}

function bars(from, to) {
  const width = Math.max(1, Math.ceil((lastYear - firstYear + 1) / BINS));
  const bins = [];
  for (let start = firstYear; start <= lastYear; start += width) {
    let total = 0;
    for (let each = start; each < start + width; each += 1) total += yearCounts.get(each) ?? 0;
    bins.push([start, total]);
  }
  const most = Math.max(1, ...bins.map(([, total]) => total));
  const row = make("div", { class: "bars", "aria-hidden": "true" });
  for (const [start, total] of bins) {
    const bar = make("i", { class: start + width - 1 < from || start > to ? "out" : "in" });
    bar.style.height = `${Math.round((100 * total) / most)}%`;
    row.append(bar);
  }
  return row;
}

function kindFilter() {
  const select = make("select", { id: "kind" }, make("option", { value: "" }, word("anyKind")));
  const listed = [...kindCounts.keys()].sort((one, other) => termName(one).localeCompare(termName(other), language));
  if (state.concept !== null && !kindCounts.has(state.concept)) listed.unshift(state.concept);
  for (const kind of listed) {
    const count = kindCounts.has(kind) ? ` (${kindCounts.get(kind)})` : "";
    select.append(make("option", { value: String(kind), selected: state.concept === kind }, `${termName(kind)}${count}`));
  }
  select.addEventListener("change", () => changed({ concept: select.value === "" ? null : Number(select.value) }));
  return make("fieldset", { id: "kinds" }, make("legend", {}, make("label", { for: "kind" }, word("kindOf"))), select);
}

function relationFilter(open) {
  const listed = [...relationCounts.keys()].sort((one, other) => relationCounts.get(other) - relationCounts.get(one) || one - other);
  const rows = listed.map((relation) =>
    check(`relation-${relation}`, !state.off.has(relation), null, relationLabel(relations[relation]), relationCounts.get(relation), (on) =>
      changed({ off: toggled(state.off, relation, !on) }),
    ),
  );
  const group = make("details", { class: "group", id: "relations", open }, make("summary", { id: "relations-fold" }, word("relationKinds")));
  group.append(make("div", { role: "group", "aria-label": word("relationKinds") }, ...rows, allOrNone("relations", "off", listed, false)));
  return group;
}

function resetButton() {
  const { hidden, off, ledgers, years, undated, concept } = freshState();
  return make("p", { class: "group" }, make("button", { type: "button", id: "reset", onclick: () => changed({ hidden, off, ledgers, years, undated, concept, focus: null }) }, word("reset")));
}

function changed(change, quietly = false) {
  go(change, { quietly });
  announce(countsText());
}
