// The other ways through the graph: the path between two things, the story, and the overview.

/** @returns {Node[]} */
function drawPath() {
  const [start = null, end = null] = page.state.ends;
  const boxes = [start, end].map((thing, place) => makeEndBox(place, thing));
  const result = start !== null && end !== null && start !== end ? drawChain(start, end) : [];
  return [
    make("h2", { tabindex: -1 }, word("pathTitle")),
    make("p", {}, word("pathHelp")),
    make("div", { class: "ends" }, ...boxes),
    ...result,
  ];
}

/**
 * A box in which one end of the path is chosen.
 * @param {number} place
 * @param {number | null} thing
 */
function makeEndBox(place, thing) {
  const id = `end-${place}`;
  const input = make("input", {
    id,
    type: "search",
    role: "combobox",
    autocomplete: "off",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": `${id}-found`,
  });
  const list = make("ul", {
    id: `${id}-found`,
    role: "listbox",
    class: "found",
    "aria-label": word("found"),
    hidden: true,
  });
  new Combobox(input, list, (found) => {
    const [one = null, other = null] = page.state.ends;
    const ends = place ? [one, found] : [found, other];
    go({ view: "path", ends });
    document.getElementById(`end-${ends.indexOf(null) < 0 ? place : ends.indexOf(null)}`)?.focus();
  }).listen();
  const chosen = thing === null ? null : make("p", {}, showThing(thing));
  return make(
    "div",
    { class: "search" },
    make("label", { for: id }, word(place ? "pathEnd" : "pathStart")),
    input,
    list,
    chosen,
  );
}

/**
 * The path as a chain of sentences.
 * @param {number} start
 * @param {number} end
 */
function drawChain(start, end) {
  const hops = findPath(start, end);
  if (hops === null) return [make("p", { class: "note" }, word("noPath"))];
  const items = hops.map((hop) => {
    const { subject, value, relation, statement } = edges()[hop];
    if (statement < 0) {
      const sentence = [showThing(subject), " ", relationLabel(relation), " ", showThing(value)];
      return make(
        "li",
        { class: "structure" },
        make("p", {}, ...sentence),
        make("p", { class: "evidence" }, word("structure")),
      );
    }
    return make("li", {}, make("p", {}, ...showSentence(statement)), ...showEvidence(statement));
  });
  const things = [...new Set(hops.flatMap((hop) => [edges()[hop].subject, edges()[hop].value]))];
  const beside = make("div", { class: "beside" }, ...drawMap(things, { centre: null }));
  const list = make("ol", { class: "chain" }, ...items);
  return [
    make("p", { class: "sum" }, wordCount("hops", hops.length)),
    make("div", { class: "two" }, make("div", { class: "lists" }, list), beside),
  ];
}

/** @returns {Node[]} */
function drawStory() {
  const { story } = graph;
  if (story === null) return [];
  const { step } = page.state;
  const { thing, strand, side, hops } = story.steps[step - 1];
  const title = chooseLabel(story.titles, "").text.replace("{thing}", () => nameText(story.of));
  const said = hops.filter((hop) => hop >= 0 && isShown(hop));
  const sentences = said.map((hop) => make("li", {}, make("p", {}, ...showSentence(hop)), ...showEvidence(hop)));
  const near = said.flatMap((hop) => {
    const { subject, value } = graph.statements[hop];
    return [subject, value].flatMap((end) => (end.kind === "thing" ? [end.number] : []));
  });
  return [
    make("h2", { tabindex: -1 }, isolate(title)),
    make(
      "p",
      { class: "sum" },
      word("stepOf", { n: step, all: story.steps.length }),
      " · ",
      word(`strand_${strand}`),
      " · ",
      word(`side_${side}`),
    ),
    makeStepButtons(step, story.steps.length),
    make(
      "div",
      { class: "two" },
      make(
        "div",
        { class: "lists" },
        make("h3", {}, showThing(thing)),
        ...drawWhere(thing),
        sentences.length
          ? make("ul", { class: "chain" }, ...sentences)
          : make("p", { class: "quiet" }, word(page.state.stated ? "stepHeld" : "stepPart")),
        make("p", { class: "quiet" }, word("noCause")),
      ),
      make("div", { class: "beside" }, ...drawMap([...new Set([thing, ...near])], { centre: thing })),
    ),
  ];
}

/**
 * @param {number} step
 * @param {number} all
 */
function makeStepButtons(step, all) {
  /** @param {number} to */
  const turn = (to) => () => {
    go({ step: to });
    document.getElementById(to > step ? "step-next" : "step-back")?.focus();
  };
  return make(
    "p",
    { class: "actions" },
    makeButton({ id: "step-back", disabled: step === 1, onclick: turn(step - 1) }, word("stepBack")),
    " ",
    makeButton({ id: "step-next", disabled: step === all, onclick: turn(step + 1) }, word("stepNext")),
  );
}

const SHOWN_MEMBERS = 5;
const MAP_MEMBERS = 2;
const MAP_MOST = 24;

/** What there is, by what is mentioned together: each group by its topic, with its most important members. */
function drawOverview() {
  const groups = graph.communities.map(({ topic, members }) => {
    const [busiest] = members;
    const name = topic === null ? nameText(busiest) : termLabel(topic).text;
    const rest = members.length - SHOWN_MEMBERS;
    return make(
      "section",
      {},
      make("h3", {}, isolate(name)),
      make("ul", {}, ...members.slice(0, SHOWN_MEMBERS).map((thing) => make("li", {}, showThing(thing)))),
      rest > 0 ? make("p", { class: "quiet" }, wordCount("leftOut", rest)) : null,
    );
  });
  const middle = graph.communities.flatMap(({ members }) => members.slice(0, MAP_MEMBERS)).slice(0, MAP_MOST);
  const left = graph.places.size - middle.length;
  return [
    make("h2", { tabindex: -1 }, word("overview")),
    make("p", {}, word("overviewHelp"), " ", left > 0 ? wordCount("leftOut", left) : ""),
    make(
      "div",
      { class: "two" },
      make("div", { class: "lists groups" }, ...groups),
      make("div", { class: "beside" }, ...drawMap(middle, { centre: null })),
    ),
  ];
}
