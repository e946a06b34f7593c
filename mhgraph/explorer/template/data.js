// The data of the page: what Python wrote as numbered lists, decoded once into objects with named fields.
// No other file knows the order of a list's items. Entities, edges, statements, relations and terms are referred to by
// their number, which is their position; passages, sources and grounds by the object itself.

/** @typedef {Record<string, string>} Labels language tag → text */
/** @typedef {{ text: string, lang: string }} Text a text and its language tag, which may be empty */

/**
 * The value of a statement, or its subject: an entity, a term (a concept, or a thing that is no entity of this page),
 * or a literal.
 * @typedef {{ kind: "entity", number: number } | { kind: "term", number: number } | ({ kind: "text" } & Text)} Value
 */

/**
 * @typedef {object} EntityClass
 * @property {string} name
 * @property {Labels} labels
 * @property {string} family the group of classes that share a colour
 * @property {string} shape one of the shapes of vis-network
 */

/**
 * @typedef {object} Entity
 * @property {string} id CURIE
 * @property {EntityClass} class
 * @property {Labels} labels
 * @property {Text[]} acronyms
 * @property {string[]} alt other names
 * @property {number[]} kinds terms
 * @property {number[]} concepts terms
 * @property {string} from first day, or ""
 * @property {string} to last day, or ""
 * @property {{ relation: number, value: Value }[]} names what is said of it without being a claim
 */

/**
 * @typedef {object} Relation
 * @property {string} id CURIE
 * @property {Labels} labels
 * @property {Labels} [inverse] language → how it reads from the value to the subject
 * @property {boolean} [naming] whether it only says what a thing is or how it is called
 */

/** @typedef {{ id: string, labels: Labels, link?: string }} Term */
/** @typedef {{ key: string, title: string, lang: string }} Source */

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
 * @property {number} rank position of the ledger, the strongest first
 * @property {string} ledger
 * @property {string} name of the passage, judgement or rule
 * @property {string} reason rationale of a judgement, label of a rule, or ""
 * @property {Passage[]} passages
 * @property {string} confidence high, medium or low; "" if it takes no judgement
 * @property {boolean} merged whether it speaks under another name, and a judgement says that both mean one thing
 */

/** @typedef {{ ground: Ground, premises: number[] }} Support premises are statements */

/**
 * @typedef {object} Statement
 * @property {Value} subject
 * @property {number} relation
 * @property {Value} value
 * @property {Support[]} supports
 * @property {string} ledger the strongest of its supports
 */

/**
 * @typedef {object} Edge
 * @property {number} subject entity
 * @property {number} value entity
 * @property {number} relation
 * @property {number} statement or -1 for structure
 * @property {string} from first day, or ""
 * @property {string} to last day, or ""
 * @property {string} ledger the strongest of its statement, or STRUCTURE
 */

/** @typedef {{ id: number, shape: string, group: number, size: number, x: number, y: number }} DrawnNode */
/** @typedef {{ from: number, to: number, arrows?: string }} DrawnEdge */

/**
 * The data as Python writes it; the lists are described in `page_data.py`.
 * @typedef {object} PageData
 * @property {string} title or "" for the one of the language
 * @property {Labels} titles
 * @property {string} language that the page opens in
 * @property {string} dated the day of the data, or ""
 * @property {string[]} allLedgers the strongest first
 * @property {string[]} ledgers those that were chosen
 * @property {boolean} complete whether all were chosen
 * @property {{ damping: number, ledger: Record<string, number>, relation: Record<string, number> }} costs
 * @property {string[]} families in the order of the legend
 * @property {Record<string, [family: string, shape: string]>} shapes by name of a class
 * @property {{ name: string, labels: Labels }[]} classes
 * @property {Relation[]} relations
 * @property {Term[]} terms
 * @property {Source[]} sources
 * @property {[source: number, fragment: string, label: string, paragraph: number, address: string][]} passages
 * @property {[ledger: number, name: string, reason: string, passages: number[], confidence: string, merged: number][]} grounds
 * @property {RawEntity[]} nodes
 * @property {[subject: number, value: number, relation: number, statement: number, from: string, to: string][]} edges
 * @property {[subject: RawValue, relation: number, value: RawValue, supports: number[][]][]} statements
 * @property {number} count how many statements are about the entities; the others are premises
 * @property {{ nodes: DrawnNode[], edges: DrawnEdge[] }} drawing
 */

/** @typedef {number | Text} RawValue the number n of an entity, -1 - n for the term n, or a literal */

/**
 * @typedef {object} RawEntity
 * @property {string} id
 * @property {string} class
 * @property {Labels} labels
 * @property {[text: string, lang: string][]} acronyms
 * @property {string[]} alt
 * @property {number[]} kinds
 * @property {number[]} concepts
 * @property {string} from
 * @property {string} to
 * @property {[relation: number, value: RawValue][]} names
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
  return raw >= 0 ? { kind: "entity", number: raw } : { kind: "term", number: -1 - raw };
}

/** @param {PageData} data */
function decodeClasses(data) {
  /** @type {Map<string, EntityClass>} */
  const classes = new Map();
  for (const { name, labels } of data.classes) {
    const [family, shape] = data.shapes[name];
    classes.set(name, { name, labels, family, shape });
  }
  return classes;
}

/**
 * @param {PageData} data
 * @param {Map<string, EntityClass>} classes
 * @returns {Entity[]}
 */
function decodeNodes(data, classes) {
  return data.nodes.map((node) => ({
    ...node,
    class: /** @type {EntityClass} */ (classes.get(node.class)),
    acronyms: node.acronyms.map(([text, lang]) => ({ text, lang })),
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
    rank,
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
  return data.statements.map(([subject, relation, value, raw]) => {
    const supports = raw.map(([ground, ...premises]) => ({ ground: grounds[ground], premises }));
    return {
      subject: decodeValue(subject),
      relation,
      value: decodeValue(value),
      supports,
      ledger: data.allLedgers[Math.min(...supports.map(({ ground }) => ground.rank))],
    };
  });
}

/**
 * @param {PageData} data
 * @param {Statement[]} statements
 * @returns {Edge[]}
 */
function decodeEdges(data, statements) {
  return data.edges.map(([subject, value, relation, statement, from, to]) => {
    const ledger = statement < 0 ? STRUCTURE : statements[statement].ledger;
    return { subject, value, relation, statement, from, to, ledger };
  });
}

/** @param {PageData} data */
function decodeData(data) {
  const classes = decodeClasses(data);
  const statements = decodeStatements(data);
  return {
    title: data.title,
    titles: data.titles,
    language: data.language,
    dated: data.dated,
    allLedgers: data.allLedgers,
    ledgers: data.ledgers,
    complete: data.complete,
    costs: data.costs,
    families: data.families,
    classes,
    nodes: decodeNodes(data, classes),
    relations: data.relations,
    terms: data.terms,
    sources: data.sources,
    statements,
    edges: decodeEdges(data, statements),
    count: data.count,
    drawing: data.drawing,
  };
}

const graph = decodeData(readJson("data"));
