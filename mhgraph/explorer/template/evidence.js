// Values and their evidence: names that lead on, passages that can be read, grounds with the premises they rest on.

const PREMISE_DEPTH = 3;

/** @type {Record<string, string>} */
const CONFIDENCE_WORDS = { high: "highConfidence", medium: "mediumConfidence", low: "lowConfidence" };

/** @param {number} number */
function makeEntityButton(number) {
  const { text, lang } = nameOf(number);
  return makeButton({ class: "plain", onclick: () => follow(number) }, isolate(text, lang));
}

/**
 * Pick an entity, and take the reader to the top of the panel.
 * @param {number} number
 */
function follow(number) {
  const isOutside = page.state.focus !== null && !page.shown.nodeOk[number];
  pick(number, isOutside ? { focus: null } : {});
  focusFirst(elements.panel, "h2", { preventScroll: true });
  elements.panel.scrollTop = 0;
}

/** @param {number} number */
function makeNearItem(number) {
  return make("li", {}, makeSwatch(graph.nodes[number].class), makeEntityButton(number));
}

/** @param {Value} value */
function showValue(value) {
  if (value.kind === "entity") return makeEntityButton(value.number);
  return value.kind === "term" ? showTerm(value.number) : isolate(value.text, value.lang);
}

/**
 * A term: a link if it is a thing elsewhere, a button if it is a concept that entities of this page have.
 * @param {number} number
 */
function showTerm(number) {
  const { text, lang } = termLabel(number);
  const { link } = graph.terms[number];
  if (link) return makeLink(link, text);
  if (!indexes.usedConcepts.includes(number)) return isolate(text, lang);
  const narrow = () => go({ concept: number, focus: null, path: null });
  return makeButton({ class: "plain", onclick: narrow, title: word("withConcept") }, isolate(text, lang));
}

/** @param {Passage} passage */
function showPassage(passage) {
  const { source, address } = passage;
  const title = sourceTitle(source);
  const place = placeName(passage);
  const name = isolate(title, source.lang);
  if (!address) return make("span", { class: "passage" }, name, `, ${place} (${word("noAddress")})`);
  const anchor = makeLink(address, name, `, ${place}`);
  anchor.classList.add("passage");
  anchor.setAttribute("title", `${word("openSource", { source: title, place })} (${word("opensElsewhere")})`);
  return anchor;
}

/** @param {number} statement */
const showGrounds = (statement, depth = 0) =>
  graph.statements[statement].supports.map((support) => showGround(support, depth));

/**
 * @param {Support} support
 * @param {number} depth how many premises lie above this one
 */
function showGround({ ground, premises }, depth) {
  const { ledger, name, reason, passages, confidence, merged } = ground;
  const { says } = lookOf(ledger);
  const body = make("div");
  if (reason) body.append(make("p", { class: "reason" }, isolate(reason, "en")));
  if (says !== "where") body.append(make("span", {}, isolate(name)));
  if (says === "both") body.append(` ${word("basis")} `);
  if (says !== "why") body.append(...passages.map(showPassage));
  if (confidence) body.append(make("p", {}, word(CONFIDENCE_WORDS[confidence])));
  if (merged) body.append(make("p", {}, word("otherName")));
  for (const premise of premises) {
    const block = make("div", { class: "since" }, `${word("since")} `, ...showStatement(premise));
    if (depth < PREMISE_DEPTH) block.append(...showGrounds(premise, depth + 1));
    body.append(block);
  }
  return make("div", { class: "ground" }, makeBadge(ledger), body);
}

/** @param {number} number */
function showStatement(number) {
  const { subject, relation, value } = graph.statements[number];
  return showSentence(showValue(subject), relation, showValue(value));
}

/** @param {number} number */
function showEdge(number) {
  const { subject, relation, value } = graph.edges[number];
  return showSentence(makeEntityButton(subject), relation, makeEntityButton(value));
}

/**
 * @param {HTMLElement} subject
 * @param {number} relation
 * @param {HTMLElement} value
 */
function showSentence(subject, relation, value) {
  return [subject, " ", make("span", { class: "relation" }, relationLabel(relation)), " ", value];
}

/** @param {number} number */
function showEdgeEvidence(number) {
  const { statement, ledger } = graph.edges[number];
  if (statement >= 0) return showGrounds(statement);
  return [make("div", { class: "ground" }, makeBadge(ledger), make("div", {}, word("noClaim")))];
}
