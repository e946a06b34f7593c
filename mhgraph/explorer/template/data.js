// The data of the page: what Python wrote as numbered lists, decoded once into objects with named fields.
// No other file knows the order of a list's items. Things, edges, statements, relations and terms are referred to by
// their number, which is their position; passages, sources and grounds by the object itself.

/** @typedef {Record<string, string>} Labels language tag → text */
/** @typedef {{ text: string, lang: string }} Text a text and its language tag, which may be empty */

/**
 * The value of a statement, or its subject: a thing, a term (a concept, or what is no thing of this page), or a literal.
 * @typedef {{ kind: "thing", number: number } | { kind: "term", number: number } | ({ kind: "text" } & Text)} Value
 */

/**
 * @typedef {object} ThingClass
 * @property {string} name
 * @property {Labels} labels
 * @property {Labels} plurals
 * @property {string} family the group of classes that share a colour
 * @property {string} shape one of the shapes of vis-network
 * @property {boolean} joint whether it joins two things, and is told as one line
 */

/**
 * @typedef {object} Thing
 * @property {string} id CURIE
 * @property {ThingClass} class
 * @property {Labels} labels
 * @property {Text[]} acronyms
 * @property {string[]} alt other names
 * @property {number[]} kinds terms
 * @property {string[]} when dates as they are known
 * @property {string} from first day, or ""
 * @property {string} to last day, or ""
 * @property {Value[]} where
 * @property {Value[]} countries
 * @property {{ relation: number, value: Value }[]} names what is said of it without being a claim
 * @property {"no" | "own" | "yes"} spoken whether something but its own text speaks of it
 */

/**
 * @typedef {object} Relation
 * @property {string} id CURIE
 * @property {Labels} labels
 * @property {Labels} [inverse] language → how it reads from the value to the subject
 * @property {boolean} [naming] whether it only says what a thing is or how it is called
 * @property {boolean} [part] whether it is told in the line of a joint
 * @property {number} rank its place on a card
 */

/** @typedef {{ id: string, labels: Labels, link?: string }} Term */

/**
 * @typedef {object} Source
 * @property {string} key
 * @property {string} title
 * @property {string} lang
 * @property {Labels} publishers
 * @property {string} date
 * @property {string} address
 */

/**
 * @typedef {object} Passage
 * @property {Source} source
 * @property {string} fragment the passage's name in its source
 * @property {string} label how the document itself calls the place, or ""
 * @property {number} paragraph the number of the paragraph, or 0
 * @property {string} address where to read it, or ""
 */

/**
 * @typedef {object} Ground
 * @property {string} ledger
 * @property {string} name of the passage, judgement or rule
 * @property {string} reason rationale of a judgement, label of a rule, or ""
 * @property {Passage[]} passages
 * @property {string} confidence high, medium or low; "" if it takes no judgement
 * @property {boolean} merged whether it speaks under another name, and a judgement says that both mean one thing
 */

/** @typedef {{ ground: Ground, premises: number[] }} Support premises are statements */
/** @typedef {{ subject: Value, relation: number, value: Value, supports: Support[] }} Statement */

/**
 * @typedef {object} Edge
 * @property {number} subject thing
 * @property {number} value thing
 * @property {number} relation
 * @property {number} statement or -1 for structure
 * @property {string} ledger the strongest of its statement, or STRUCTURE
 */

/** @typedef {{ name: string, type: "thing" | "text" | "date" | "number", titles: Labels }} Column */
/** @typedef {{ cells: Value[][], statement: number }} Row statement is -1 if the row is about none */

/**
 * @typedef {object} Answer
 * @property {string} question
 * @property {Labels} wording with {thing} in the place of the thing
 * @property {Column[]} columns
 * @property {Row[]} rows
 * @property {Map<number, number[]>} of thing → its rows
 * @property {Map<number, number[]>} stated thing → its rows, of what documents say alone
 */

/** @typedef {{ id: number, shape: string, group: number, size: number, x: number, y: number }} DrawnNode */
/** @typedef {{ strand: string, side: string, thing: number, hops: number[] }} Step */

/**
 * The data as Python writes it; the lists are described in `page_data.py`.
 * @typedef {object} PageData
 * @property {string} title or "" for the one of the language
 * @property {Labels} titles
 * @property {string} language that the page opens in
 * @property {string} dated the day of the data, or ""
 * @property {string} data_version
 * @property {string[]} allLedgers the strongest first
 * @property {boolean} switch whether a reader can choose to see what documents say alone
 * @property {{ damping: number, ledger: Record<string, number>, relation: Record<string, number> }} costs
 * @property {string[]} families
 * @property {ThingClass[]} classes
 * @property {Relation[]} relations
 * @property {Term[]} terms
 * @property {Source[]} sources
 * @property {[source: number, fragment: string, label: string, paragraph: number, address: string][]} passages
 * @property {[ledger: number, name: string, reason: string, passages: number[], confidence: string, merged: number][]} grounds
 * @property {RawThing[]} nodes
 * @property {[subject: number, value: number, relation: number, statement: number, from: string, to: string][]} edges
 * @property {[subject: RawValue, relation: number, value: RawValue, supports: number[][]][]} statements
 * @property {number} count how many statements are about the things; the others are premises
 * @property {{ nodes: DrawnNode[], edges: [from: number, to: number, word: number, statement: number][] }} drawing
 * @property {{ topic: number | null, members: number[] }[]} communities
 * @property {RawAnswer[]} answers
 * @property {[answer: number, thing: number][]} cards
 * @property {{ of: number, titles: Labels, steps: Step[] } | null} story
 * @property {{ map: number }} limits
 */

/** @typedef {number | Text} RawValue the number n of a thing, -1 - n for the term n, or a literal */

/**
 * @typedef {object} RawThing
 * @property {string} id
 * @property {string} class
 * @property {Labels} labels
 * @property {[text: string, lang: string][]} acronyms
 * @property {string[]} alt
 * @property {number[]} kinds
 * @property {string[]} when
 * @property {string} from
 * @property {string} to
 * @property {RawValue[]} where
 * @property {RawValue[]} countries
 * @property {[relation: number, value: RawValue][]} names
 * @property {"no" | "own" | "yes"} spoken
 */

/**
 * @typedef {object} RawAnswer
 * @property {string} question
 * @property {Labels} wording
 * @property {Column[]} columns
 * @property {[cells: RawValue[][], statement: number][]} rows
 * @property {Record<string, number[]>} of
 * @property {Record<string, number[]>} stated
 */

const STRUCTURE = "structure"; // stands in the place of a ledger where an edge is part and whole, which nobody claims

/** @param {string} id */
function readJson(id) {
  return JSON.parse(document.getElementById(id)?.textContent ?? "");
}

/**
 * @param {RawValue} raw
 * @returns {Value}
 */
function decodeValue(raw) {
  if (typeof raw === "object") return { kind: "text", text: raw.text, lang: raw.lang };
  return raw >= 0 ? { kind: "thing", number: raw } : { kind: "term", number: -1 - raw };
}

/**
 * @param {PageData} data
 * @returns {Thing[]}
 */
function decodeThings(data) {
  const classes = new Map(data.classes.map((entry) => [entry.name, entry]));
  return data.nodes.map((node) => ({
    ...node,
    class: /** @type {ThingClass} */ (classes.get(node.class)),
    acronyms: node.acronyms.map(([text, lang]) => ({ text, lang })),
    where: node.where.map(decodeValue),
    countries: node.countries.map(decodeValue),
    names: node.names.map(([relation, value]) => ({ relation, value: decodeValue(value) })),
  }));
}

/**
 * @param {PageData} data
 * @returns {Ground[]}
 */
function decodeGrounds(data) {
  const passages = data.passages.map(([source, fragment, label, paragraph, address]) => {
    return { source: data.sources[source], fragment, label, paragraph, address };
  });
  return data.grounds.map(([rank, name, reason, where, confidence, merged]) => ({
    ledger: data.allLedgers[rank],
    name,
    reason,
    passages: where.map((number) => passages[number]),
    confidence,
    merged: merged > 0,
  }));
}

/**
 * @param {PageData} data
 * @returns {Statement[]}
 */
function decodeStatements(data) {
  const grounds = decodeGrounds(data);
  return data.statements.map(([subject, relation, value, raw]) => ({
    subject: decodeValue(subject),
    relation,
    value: decodeValue(value),
    supports: raw.map(([ground, ...premises]) => ({ ground: grounds[ground], premises })),
  }));
}

/**
 * @param {PageData} data
 * @returns {Edge[]}
 */
function decodeEdges(data) {
  return data.edges.map(([subject, value, relation, statement]) => {
    const [ledger] =
      statement < 0 ? [STRUCTURE] : graph.statements[statement].supports.map(({ ground }) => ground.ledger);
    return { subject, value, relation, statement, ledger };
  });
}

/**
 * @param {RawAnswer} answer
 * @returns {Answer}
 */
function decodeAnswer({ question, wording, columns, rows, of, stated }) {
  /** @param {Record<string, number[]>} found */
  const byThing = (found) => new Map(Object.entries(found).map(([thing, numbers]) => [Number(thing), numbers]));
  return {
    question,
    wording,
    columns,
    rows: rows.map(([cells, statement]) => ({ cells: cells.map((cell) => cell.map(decodeValue)), statement })),
    of: byThing(of),
    stated: byThing(stated),
  };
}

/**
 * The lines of the drawing, each with its word: the number of a relation, or a role.
 * @param {PageData} data
 * @returns {{ from: number, to: number, word: Value | number, statement: number }[]}
 */
function decodeLines(data) {
  return data.drawing.edges.map(([from, to, word, statement]) => ({
    from,
    to,
    word: word >= 0 ? word : decodeValue(word),
    statement,
  }));
}

/** @param {PageData} data */
function decodeData(data) {
  return {
    title: data.title,
    titles: data.titles,
    language: data.language,
    dated: data.dated,
    version: data.data_version,
    canSwitch: data.switch,
    costs: data.costs,
    families: data.families,
    classes: data.classes,
    things: decodeThings(data),
    relations: data.relations,
    terms: data.terms,
    sources: data.sources,
    statements: decodeStatements(data),
    count: data.count,
    places: new Map(data.drawing.nodes.map((node) => [node.id, node])),
    lines: decodeLines(data),
    communities: data.communities,
    answers: data.answers.map(decodeAnswer),
    story: data.story,
    mapLimit: data.limits.map,
  };
}

const pageData = /** @type {PageData} */ (readJson("data"));
const graph = decodeData(pageData);
/** What paths go by; decoded when the first is sought. */
const edges = once(() => decodeEdges(pageData));

/**
 * A function that computes its value when it is first asked, and keeps it.
 * @template Kind
 * @param {() => Kind} compute
 */
function once(compute) {
  /** @type {{ value: Kind } | null} */
  let kept = null;
  return () => {
    kept ??= { value: compute() };
    return kept.value;
  };
}
