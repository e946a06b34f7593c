// The panel: all that is known of the picked entity, relation or path, statement by statement, with the evidence.

const panel = document.getElementById("panel");

function drawPanel() {
  const focused = panel.contains(document.activeElement) ? document.activeElement.id : "";
  fillPanel();
  if (focused && focused !== "panel") (document.getElementById(focused) ?? panel.querySelector("h2")).focus();
}

function fillPanel() {
  if (state.path !== null) panel.replaceChildren(...pathPanel());
  else if (state.edge !== null) panel.replaceChildren(...edgePanel(state.edge));
  else if (state.entity !== null) panel.replaceChildren(...entityPanel(state.entity));
  else panel.replaceChildren(...welcomePanel());
}

const entityButton = (number) => {
  const { text, lang } = nameOf(number);
  return make("button", { type: "button", class: "plain", onclick: () => follow(number) }, said(text, lang));
};

function follow(number) {
  pick(number, state.focus !== null && !shown.nodeOk[number] ? { focus: null } : {});
  panel.querySelector("h2").focus({ preventScroll: true });
  panel.scrollTop = 0;
}

function heading(text, lang) {
  return make("h2", { tabindex: "-1" }, said(text, lang));
}

function closing() {
  const close = () => {
    clear();
    panel.focus();
  };
  return make("button", { type: "button", onclick: close }, word("close"));
}

function welcomePanel() {
  const first = byImportance.slice(0, 8);
  const parts = [
    make("h2", { tabindex: "-1" }, word("begin")),
    make("p", { class: "lead" }, word("welcome")),
    make("p", {}, word("howTo")),
    make("h3", {}, word("mostLinked")),
    make("ul", { class: "near" }, ...first.map((number) => nearItem(number))),
    make("p", { class: "quiet" }, word("regions")),
  ];
  if (sources.length) {
    parts.push(
      make("h3", {}, word("sourcesRead")),
      make("ul", {}, ...sources.map((source) => make("li", { class: "statement" }, said(source.title || source.key, source.lang)))),
    );
  }
  if (!data.complete) {
    parts.push(make("p", { class: "quiet" }, word("partOfGraph", { ledgers: data.ledgers.map((each) => word(each)).join(", ") })));
  }
  return parts;
}

function nearItem(number) {
  return make("li", {}, swatch(nodes[number].class), entityButton(number));
}

function entityPanel(number) {
  const node = nodes[number];
  const { text, lang } = nameOf(number);
  const parts = [
    make("p", { class: "over" }, swatch(node.class), kindLine(node)),
    heading(text, lang),
    factList(number),
  ];
  if (!shown.nodeOk[number]) parts.push(hiddenNotice("hiddenNow", number));
  parts.push(acts(number), pathPicker(number), ...neighbourPart(number), ...statementPart(number));
  return parts;
}

function kindLine(node) {
  return [className(node.class), ...node.kinds.map(termName)].filter(Boolean).join(" · ");
}

function hiddenNotice(key) {
  const everything = freshState();
  const all = { hidden: everything.hidden, off: everything.off, ledgers: everything.ledgers, years: everything.years };
  const show = () => go({ ...all, undated: true, concept: null, focus: null });
  return make("p", { class: "row" }, word(key), " ", make("button", { type: "button", onclick: show }, word("showIt")));
}

function dates(from, to) {
  if (!from && !to) return "";
  const [start, end] = [from || to, to || from];
  if (start === end) return start;
  if (start.slice(0, 4) === end.slice(0, 4) && start.endsWith("-01-01") && end.endsWith("-12-31")) return start.slice(0, 4);
  if (start.slice(0, 7) === end.slice(0, 7) && start.endsWith("-01") && Number(end.slice(8)) >= 28) return start.slice(0, 7);
  return `${start} – ${end}`;
}

function factList(number) {
  const node = nodes[number];
  const list = make("dl", { class: "facts" });
  const fact = (name, ...children) => list.append(make("dt", {}, name), make("dd", {}, ...children));
  const when = dates(node.from, node.to);
  if (when) fact(word("date"), when);
  for (const [tag, text] of Object.entries(node.labels)) {
    if (tag === nameOf(number).lang || text === nameOf(number).text) continue;
    fact(languageName(tag), said(text, tag));
  }
  const acronyms = new Map([...node.acronyms].reverse());
  if (acronyms.size) fact(word("acronyms"), ...spaced([...acronyms].reverse().map(([text, lang]) => said(text, lang))));
  const names = new Map();
  for (const [relation, value] of node.names) names.set(relation, [...(names.get(relation) ?? []), value]);
  for (const [relation, values] of names) fact(relationLabel(relations[relation]), ...spaced(values.map(valueNode)));
  fact(word("identifier"), make("code", {}, said(node.id)));
  return list;
}

function languageName(tag) {
  try {
    return new Intl.DisplayNames([language], { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

const spaced = (parts) => parts.flatMap((part, rank) => (rank ? [", ", part] : [part]));

function valueNode(value) {
  if (typeof value === "object") return said(value.text, value.lang);
  if (value >= 0) return entityButton(value);
  const number = -1 - value;
  const { text, lang } = termLabel(number);
  if (terms[number].link) return link(terms[number].link, text);
  if (!usedConcepts.includes(number)) return said(text, lang);
  const narrow = () => go({ concept: number, focus: null, path: null });
  return make("button", { type: "button", class: "plain", onclick: narrow, title: word("withConcept") }, said(text, lang));
}

function acts(number) {
  const row = make("div", { class: "row acts", role: "group", "aria-label": word("neighbourhood") }, make("span", {}, word("neighbourhood")));
  for (const count of [1, 2, 3]) {
    const isOn = state.focus !== null && state.focus.entity === number && state.focus.steps === count;
    const focus = () => go({ focus: isOn ? null : { entity: number, steps: count } });
    row.append(make("button", { type: "button", "aria-pressed": String(isOn), "data-steps": count, id: `steps-${count}`, onclick: focus }, counted("steps", count)));
  }
  row.append(closing());
  return row;
}

function pathPicker(number) {
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
  const list = make("ul", { id: "path-found", role: "listbox", class: "found", "aria-label": word("found"), hidden: true });
  const onPick = ({ entity }) => {
    if (entity === number) return;
    go({ path: [number, entity], entity: null, edge: null });
    panel.querySelector("h2").focus();
  };
  combobox(input, list, { concepts: false, onPick });
  return make("div", { class: "pick" }, make("label", { for: "path-to" }, word("pathTo")), input, list);
}

// Neighbours grouped by relation and direction; the most linked first.
function neighbourPart(number) {
  const groups = new Map();
  for (const each of edgesOf[number]) {
    const [subject, value, relation] = edges[each];
    const outward = subject === number;
    const key = `${relation} ${outward}`;
    if (!groups.has(key)) groups.set(key, { relation, outward, others: new Set() });
    groups.get(key).others.add(outward ? value : subject);
  }
  const parts = [make("h3", {}, word("neighbours"))];
  if (!groups.size) parts.push(make("p", { class: "quiet" }, word("noNeighbours")));
  for (const { relation, outward, others } of groups.values()) {
    const name = relationLabel(relations[relation]);
    const list = [...others].sort((one, other) => edgesOf[other].length - edgesOf[one].length || one - other);
    parts.push(make("h4", {}, outward ? `${name} →` : `← ${name}`), folding(list, (each) => nearItem(each), "near"));
  }
  return parts;
}

// A list that shows its first entries, and all of them on request.
function folding(list, item, kind) {
  const most = 12;
  const whole = make("ul", { class: kind }, ...list.slice(0, most).map(item));
  if (list.length <= most) return whole;
  const more = make("button", { type: "button" }, `${word("showAll")} (${numbers.format(list.length)})`);
  more.addEventListener("click", () => {
    whole.append(...list.slice(most).map(item));
    whole.children[most].querySelector("button, a")?.focus();
    more.remove();
  });
  return make("div", {}, whole, more);
}

function statementPart(number) {
  const own = statementsOf[number];
  const parts = [make("h3", {}, `${word("statements")} (${numbers.format(own.length)})`)];
  if (!own.length) parts.push(make("p", { class: "quiet" }, word("noStatements")));
  for (const outward of [true, false]) {
    const some = own.filter((each) => (statements[each][0] === number) === outward);
    const groups = new Map();
    for (const each of some) {
      const relation = statements[each][1];
      if (!groups.has(relation)) groups.set(relation, []);
      groups.get(relation).push(each);
    }
    const plain = ([relation]) => ["rdf:type", "rdfs:label"].includes(relations[relation].id);
    for (const [relation, list] of [...groups].sort((one, other) => plain(one) - plain(other))) {
      const name = relationLabel(relations[relation]);
      parts.push(make("h4", {}, outward ? name : `${name} (${word("asValue")})`));
      parts.push(folding(list, (each) => statementItem(each, outward), "says-list"));
    }
  }
  return parts;
}

function statementItem(number, outward) {
  const [subject, , value] = statements[number];
  const item = make("li", { class: "statement", "data-statement": number });
  item.append(make("p", { class: "says" }, outward ? valueNode(value) : valueNode(subject)), ...groundsOf(number));
  return item;
}

function groundsOf(number) {
  return statements[number][3].map((support) => groundBlock(support));
}

function groundBlock([ground, ...premises], depth = 0) {
  const [ledger, name, reason, where] = grounds[ground];
  const body = make("div", {});
  if (reason) body.append(make("p", { class: "reason" }, said(reason, "en")));
  if (ledger === 1) body.append(make("span", {}, said(name)), ` ${word("restsOn")} `);
  if (ledger === 2) body.append(make("span", {}, said(name)));
  else body.append(...where.map(passageLink));
  for (const premise of premises) {
    const block = make("div", { class: "since" }, `${word("since")} `, ...sentenceParts(premise));
    if (depth < 3) block.append(...statements[premise][3].map((each) => groundBlock(each, depth + 1)));
    body.append(block);
  }
  return make("div", { class: "ground" }, badge(LEDGERS[ledger]), body);
}

function sentenceParts(number) {
  const [subject, relation, value] = statements[number];
  return [valueNode(subject), " ", make("span", { class: "relation" }, relationPhrase(relations[relation])), " ", valueNode(value)];
}

function placeName(number) {
  const [, fragment, label, paragraph] = passages[number];
  return label || (paragraph ? word("paragraph", { n: paragraph }) : fragment);
}

function passageLink(number) {
  const [source, , , , address] = passages[number];
  const title = sources[source].title || sources[source].key;
  const place = placeName(number);
  const label = word("openSource", { source: title, place });
  if (!address) return make("span", { class: "passage" }, said(title, sources[source].lang), `, ${place} (${word("noAddress")})`);
  const anchor = link(address, said(title, sources[source].lang), `, ${place}`);
  anchor.classList.add("passage");
  anchor.setAttribute("title", `${label} (${word("opensElsewhere")})`);
  return anchor;
}

function badge(ledger) {
  return make("span", { class: "badge" }, ledgerLine(ledger), word(ledger));
}

function edgePanel(number) {
  const [subject, value, relation, statement, from, to] = edges[number];
  const parts = [
    make("p", { class: "over" }, word("relation")),
    heading(relationLabel(relations[relation]), language),
    make("p", { class: "lead" }, entityButton(subject), " ", make("span", { class: "relation" }, relationPhrase(relations[relation])), " ", entityButton(value)),
  ];
  const when = dates(from, to);
  if (when) parts.push(make("p", {}, `${word("date")}: ${when}`));
  if (!shown.edgeOk[number]) parts.push(hiddenNotice("hiddenEdge"));
  parts.push(make("div", { class: "row acts" }, closing()));
  parts.push(...evidenceOfEdge(number));
  return parts;
}

function evidenceOfEdge(number) {
  const statement = edges[number][3];
  if (statement < 0) return [make("div", { class: "ground" }, badge(STRUCTURE), make("div", {}, word("noClaim")))];
  return groundsOf(statement);
}

function pathPanel() {
  const [start, end] = state.path;
  const hops = shortestPath(start, end, shown.edgeOk);
  const clear = () => {
    go({ path: null, entity: start });
    panel.querySelector("h2").focus();
  };
  const parts = [
    make("p", { class: "over" }, word("pathFromTo")),
    make("h2", { tabindex: "-1" }, said(shortName(start)), " → ", said(shortName(end))),
    make("p", {}, hops === null ? word("noPath") : word("pathFound", { steps: counted("steps", hops.length) })),
    make("div", { class: "row acts" }, make("button", { type: "button", onclick: clear }, word("clearPath"))),
  ];
  if (hops === null) return parts;
  const list = make("ol", { class: "hops" });
  for (const number of hops) {
    const [subject, value, relation] = edges[number];
    const says = make("p", { class: "says" }, entityButton(subject), " ", make("span", { class: "relation" }, relationPhrase(relations[relation])), " ", entityButton(value));
    list.append(make("li", {}, says, ...evidenceOfEdge(number)));
  }
  parts.push(list);
  return parts;
}
