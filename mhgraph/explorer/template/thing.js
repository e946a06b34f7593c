// The card of a thing: what it is, when and where; what it says; what there is to ask about it; and all that is said of
// it, in words that read from it, each with how it is known. Other names come last.

const FIRST_LINES = 6;

/** @returns {Node[]} */
function drawThing() {
  const { thing } = page.state;
  if (thing === null) return [];
  const { kinds, spoken, class: own } = graph.things[thing];
  const { text, lang } = nameOf(thing);
  const what = [chooseLabel(own.labels, own.name).text, ...kinds.map((kind) => termLabel(kind).text)];
  const beside = make("div", { class: "beside" }, ...drawMap([thing, ...neighboursOf(thing)], { centre: thing }));
  const state =
    spoken === "yes" ? [] : [make("p", { class: "note" }, word(spoken === "no" ? "spokenNo" : "spokenOwn"))];
  const main = make(
    "div",
    { class: "lists" },
    ...drawSummary(thing),
    ...state,
    ...drawQuestions(thing),
    ...drawSaid(thing),
    ...drawNames(thing),
  );
  return [
    make("p", { class: "kind" }, isolate(what.join(" · "))),
    make("h2", { tabindex: -1 }, isolate(text, lang), noteLanguage(lang)),
    make("div", { class: "two" }, main, beside),
  ];
}

/**
 * When and where, in one line.
 * @param {number} thing
 */
function drawSummary(thing) {
  const { when, where } = graph.things[thing];
  if (!when.length && !where.length) return [];
  const dates = formatDates(when);
  return [make("p", { class: "where" }, dates, dates && where.length ? " · " : "", ...separate(where.map(showValue)))];
}

/**
 * The answers that have rows for the thing, with their numbers.
 * @param {number} thing
 */
function drawQuestions(thing) {
  const items = graph.answers.flatMap((_, answer) => {
    const count = rowsOf(answer, thing).length;
    if (!count) return [];
    const address = addressOf({ view: "answer", answer, thing });
    return [
      make(
        "li",
        {},
        make("a", { href: address }, isolate(questionText(answer, thing))),
        " ",
        make("span", { class: "count" }, wordCount("rows", count)),
      ),
    ];
  });
  if (!items.length) return [];
  return [make("section", { class: "questions" }, make("h3", {}, word("questions")), make("ul", {}, ...items))];
}

/**
 * A statement as it reads from a thing: under which words, and what stands at the other end.
 * @typedef {{ heading: string, rank: number, text: (Node | string)[], lang: string, statement: number }} SaidLine
 */

/**
 * All that is said of the thing, by relation.
 * @param {number} thing
 */
function drawSaid(thing) {
  const lines = statementsOf()[thing].flatMap((statement) => (isShown(statement) ? readLine(statement, thing) : []));
  if (!lines.length) return [make("p", { class: "quiet" }, word(page.state.stated ? "nothingStated" : "nothingSaid"))];
  const told = dropTranslations(lines);
  told.sort((one, other) => one.rank - other.rank || one.statement - other.statement);
  const groups = groupBy(told, ({ heading }) => heading);
  return [...groups].map(([heading, members]) => drawGroup(heading, members));
}

/**
 * What is said in the language of the page, where it is said in several; else all of it.
 * @param {SaidLine[]} lines
 */
function dropTranslations(lines) {
  const isOwn = (/** @type {string} */ lang) => baseLanguage(lang) === page.locale.language;
  const own = new Set(lines.flatMap(({ heading, lang }) => (lang && isOwn(lang) ? [heading] : [])));
  return lines.filter(({ heading, lang }) => !lang || isOwn(lang) || !own.has(heading));
}

/**
 * @param {number} statement
 * @param {number} thing
 * @returns {SaidLine[]}
 */
function readLine(statement, thing) {
  const { subject, relation, value } = graph.statements[statement];
  const { rank, naming, part } = graph.relations[relation];
  if (naming) return [];
  const isSubject = subject.kind === "thing" && subject.number === thing;
  if (isSubject) {
    const lang = value.kind === "text" ? value.lang : "";
    return [{ heading: relationLabel(relation), rank, text: describeEnd(value), lang, statement }];
  }
  if (part && subject.kind === "thing" && graph.things[subject.number].class.joint) {
    return [
      {
        heading: word("takesPart"),
        rank: graph.relations.length,
        text: describeJoint(subject.number, thing),
        lang: "",
        statement,
      },
    ];
  }
  return [
    {
      heading: inverseLabel(relation),
      rank: rank + graph.relations.length,
      text: describeEnd(subject),
      lang: "",
      statement,
    },
  ];
}

/** @param {Value} value */
function describeEnd(value) {
  const tongue = noteLanguage(valueText(value).lang);
  return tongue === null ? [showValue(value)] : [showValue(value), " ", tongue];
}

/**
 * A participation or membership as one line: the role, and the other ends.
 * @param {number} joint
 * @param {number} thing whose card this is
 */
function describeJoint(joint, thing) {
  const said = statementsOf()[joint].filter((statement) => isShown(statement));
  const parts = said.flatMap((statement) => {
    const { subject, relation, value } = graph.statements[statement];
    const isOwn = subject.kind === "thing" && subject.number === joint;
    if (!isOwn || graph.relations[relation].naming || (value.kind === "thing" && value.number === thing)) return [];
    return [make("span", {}, `${relationLabel(relation)} `, showValue(value))];
  });
  return parts.length ? separate(parts) : [showThing(joint)];
}

/**
 * @param {string} heading
 * @param {SaidLine[]} lines
 */
function drawGroup(heading, lines) {
  const items = lines.map(({ text, statement }) => {
    const [line, ...more] = showEvidence(statement);
    return make("li", {}, make("p", {}, ...text), line, ...more, makeActions(sentenceText(statement), statement));
  });
  const first = make("ul", {}, ...items.slice(0, FIRST_LINES));
  const rest = items.slice(FIRST_LINES);
  const section = make("section", { class: "said-of" }, make("h3", {}, capitalize(heading)), first);
  if (rest.length) {
    section.append(
      make("details", {}, make("summary", {}, wordCount("moreLines", rest.length)), make("ul", {}, ...rest)),
    );
  }
  return section;
}

/** @param {number} statement */
function sentenceText(statement) {
  const { subject, relation, value } = graph.statements[statement];
  return `${valueText(subject).text} ${relationLabel(relation)} ${valueText(value).text}`;
}

/**
 * Other names, numbers, and the address of the card.
 * @param {number} thing
 */
function drawNames(thing) {
  const { labels, acronyms, names, id } = graph.things[thing];
  const [own] = [nameText(thing)];
  const others = Object.entries(labels).filter(([, text]) => text !== own);
  const rows = [
    ...others.map(([lang, text]) => [languageName(lang), isolate(text, lang)]),
    ...acronyms.map(({ text, lang }) => [word("acronym"), isolate(text, lang)]),
    ...names.map(({ relation, value }) => [capitalize(relationLabel(relation)), showValue(value)]),
    [word("cardAddress"), make("code", {}, id)],
  ];
  const items = rows.flatMap(([term, value]) => [make("dt", {}, term), make("dd", {}, value)]);
  return [make("section", { class: "names" }, make("h3", {}, word("names")), make("dl", {}, ...items))];
}
