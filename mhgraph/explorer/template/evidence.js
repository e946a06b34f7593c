// On what something rests: in a few words beside each row, in full under it. A passage leads to its publisher.

const PREMISE_DEPTH = 3;

/** Which ledgers a document speaks in, or a curator files what it says; the others are somebody's view. */
const SAID = ["stated", "indexed"];

/**
 * The supports of a statement that count: all, or only what documents say of the thing under its own name.
 * @param {number} statement
 */
function countingSupports(statement) {
  const { supports } = graph.statements[statement];
  if (!page.state.stated) return supports;
  return supports.filter(({ ground }) => ground.ledger === "stated" && !ground.merged);
}

/** @param {number} statement */
const isShown = (statement) => countingSupports(statement).length > 0;

/**
 * Whether a document says it.
 * @param {number} statement
 */
const isSaid = (statement) =>
  statement < 0 || graph.statements[statement].supports.some(({ ground }) => SAID.includes(ground.ledger));

/**
 * The supports of the strongest ledger.
 * @param {number} statement
 */
function strongestSupports(statement) {
  const supports = countingSupports(statement);
  const [first] = supports;
  return supports.filter(({ ground }) => ground.ledger === first?.ground.ledger);
}

/**
 * How something is known, in a few words.
 * @param {number} statement
 */
function howKnown(statement) {
  const [support] = statement < 0 ? [] : strongestSupports(statement);
  if (support === undefined) return "";
  const { ledger, confidence, reason } = support.ground;
  if (SAID.includes(ledger)) return word(`known_${ledger}`);
  const sure = confidence ? word(`sure_${confidence}`) : "";
  const because = reason ? ` ${word("because", { reason })}` : "";
  return `${word(`known_${ledger}`, { sure })}${because}`;
}

/** @param {number} statement */
const passagesOf = (statement) =>
  statement < 0 ? [] : [...new Set(strongestSupports(statement).flatMap(({ ground }) => ground.passages))];

/** @param {Passage} passage */
const placeName = ({ label, paragraph, fragment }) =>
  label || (paragraph ? word("paragraph", { n: paragraph }) : fragment);

/** @param {Source} source */
const publisherOf = ({ publishers }) => chooseLabel(publishers, "").text;

/**
 * A passage as a link to where it stands; of one that is not on the web, its place.
 * @param {Passage} passage
 */
function showPassage(passage) {
  const { source, address } = passage;
  const text = [isolate(publisherOf(source) || source.title, source.lang), `, ${placeName(passage)}`];
  if (!address) return make("span", { class: "passage", title: source.title }, ...text, ` (${word("noAddress")})`);
  const link = makeLink(address, ...text);
  link.classList.add("passage");
  link.setAttribute("title", `${source.title} (${word("opensElsewhere")})`);
  return link;
}

/**
 * A passage as a footnote cites it.
 * @param {Passage} passage
 */
function citePassage(passage) {
  const { source, address } = passage;
  const parts = [publisherOf(source), source.title, source.date, placeName(passage), address.split("#:~:").shift()];
  const version = graph.version ? ` (mhgraph data ${graph.version})` : "";
  return `${parts.filter(Boolean).join(", ")}${version}`;
}

/**
 * The line under what is said: how it is known, and where it stands; what it takes to conclude it folds out.
 * @param {number} statement
 */
function showEvidence(statement) {
  const known = make("span", { class: "known" }, isolate(howKnown(statement)));
  const passages = passagesOf(statement).flatMap((passage) => [" ", showPassage(passage)]);
  const line = make("p", { class: `evidence ${isSaid(statement) ? "said" : "held"}` }, known, ...passages);
  const premises = countingSupports(statement).filter((support) => support.premises.length);
  if (!premises.length) return [line];
  const fold = make("details", {}, make("summary", {}, word("why")));
  fold.append(...premises.flatMap((support) => support.premises.map((premise) => showPremise(premise, 1))));
  return [line, fold];
}

/**
 * @param {number} statement
 * @param {number} depth
 * @returns {HTMLElement}
 */
function showPremise(statement, depth) {
  const block = make("div", { class: "since" }, make("p", {}, ...showSentence(statement)));
  const { supports } = graph.statements[statement];
  for (const { ground, premises } of supports) {
    block.append(
      make("p", { class: "evidence" }, ...ground.passages.flatMap((passage) => [showPassage(passage), " "])),
    );
    if (depth < PREMISE_DEPTH) block.append(...premises.map((premise) => showPremise(premise, depth + 1)));
  }
  return block;
}

/**
 * A statement as a sentence.
 * @param {number} statement
 */
function showSentence(statement) {
  const { subject, relation, value } = graph.statements[statement];
  return [showValue(subject), " ", make("span", { class: "relation" }, relationLabel(relation)), " ", showValue(value)];
}

/** @param {number} thing */
function showThing(thing) {
  const { text, lang } = nameOf(thing);
  return make("a", { href: addressOf({ view: "thing", thing }) }, isolate(text, lang));
}

/** @param {Value} value */
function showValue(value) {
  if (value.kind === "thing") return showThing(value.number);
  if (value.kind === "text")
    return isolate(/^\d{4}(-\d\d){0,2}$/.test(value.text) ? formatDate(value.text) : value.text, value.lang);
  const { link } = graph.terms[value.number];
  const { text, lang } = termLabel(value.number);
  return link ? makeLink(link, text) : isolate(text, lang);
}
