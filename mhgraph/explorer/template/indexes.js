// What is found fast: what stands at an entity, numbers by name, and how often everything occurs.

/** @param {string} date */
const year = (date) => Number(date.slice(0, 4));

/**
 * The years of an entity or edge; of one without a date, none.
 * @param {{ from: string, to: string }} dated
 */
function yearsOf({ from, to }) {
  return from || to ? { from: year(from || to), to: year(to || from) } : null;
}

/** @param {number} number */
function edgeId(number) {
  const { subject, value, relation } = graph.edges[number];
  return [graph.nodes[subject].id, graph.relations[relation].id, graph.nodes[value].id].join(" ");
}

/**
 * The other end of an edge.
 * @param {number} number
 * @param {number} node
 */
function across(number, node) {
  const { subject, value } = graph.edges[number];
  return subject === node ? value : subject;
}

/** @param {{ id: string }[]} list */
const numberById = (list) => new Map(list.map(({ id }, number) => [id, number]));

/**
 * @template Key
 * @param {Iterable<Key>} keys
 */
function tally(keys) {
  /** @type {Map<Key, number>} */
  const counts = new Map();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/**
 * Items by a key, in the order in which the keys come first. (Map.groupBy is younger than many browsers.)
 * @template Item, Key
 * @param {Item[]} items
 * @param {(item: Item) => Key} keyOf
 */
function groupBy(items, keyOf) {
  /** @type {Map<Key, Item[]>} */
  const groups = new Map();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

/** Which edges stand at each entity, and which edge shows a statement. */
function indexEdges() {
  /** @type {number[][]} */
  const edgesOf = graph.nodes.map(() => []);
  /** @type {Map<number, number>} */
  const edgeOfStatement = new Map();
  graph.edges.forEach(({ subject, value, statement }, number) => {
    edgesOf[subject].push(number);
    if (value !== subject) edgesOf[value].push(number);
    if (statement >= 0) edgeOfStatement.set(statement, number);
  });
  return { edgesOf, edgeOfStatement };
}

/** Which statements have each entity as subject or value. */
function indexStatements() {
  /** @type {number[][]} */
  const statementsOf = graph.nodes.map(() => []);
  graph.statements.slice(0, graph.count).forEach(({ subject, value }, number) => {
    const own = subject.kind === "entity" ? subject.number : null;
    if (own !== null) statementsOf[own].push(number);
    if (value.kind === "entity" && value.number !== own) statementsOf[value.number].push(number);
  });
  return statementsOf;
}

/** @param {number[][]} edgesOf */
function countNeighbours(edgesOf) {
  return edgesOf.map((list, node) => {
    const others = new Set(list.flatMap((number) => [graph.edges[number].subject, graph.edges[number].value]));
    others.delete(node);
    return others.size;
  });
}

/** How many entities each year has, and the first and last year of anything. */
function indexYears() {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const node of graph.nodes) {
    const span = yearsOf(node);
    if (span === null) continue;
    for (let one = span.from; one <= span.to; one += 1) counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  const ofEdges = graph.edges.flatMap(({ from, to }) => [from, to].filter(Boolean).map(year));
  const known = [...counts.keys(), ...ofEdges];
  const first = known.reduce((best, one) => Math.min(best, one), Infinity);
  const last = known.reduce((best, one) => Math.max(best, one), -Infinity);
  return { counts, first, last, areMany: first < last };
}

function buildIndexes() {
  const { nodes, edges, relations, terms } = graph;
  const { edgesOf, edgeOfStatement } = indexEdges();
  const conceptCounts = tally(nodes.flatMap(({ kinds, concepts }) => [...kinds, ...concepts]));
  return {
    nodeById: numberById(nodes),
    relationById: numberById(relations),
    termById: numberById(terms),
    edgeById: new Map(edges.map((_, number) => [edgeId(number), number])),
    edgesOf,
    edgeOfStatement,
    statementsOf: indexStatements(),
    neighbourCount: countNeighbours(edgesOf),
    byImportance: nodes
      .map((_, number) => number)
      .sort((one, other) => edgesOf[other].length - edgesOf[one].length || one - other),
    kindCounts: tally(nodes.flatMap(({ kinds }) => kinds)),
    classCounts: tally(nodes.map((node) => node.class.name)),
    relationCounts: tally(edges.map(({ relation }) => relation)),
    ledgerCounts: tally(edges.map(({ ledger }) => ledger)),
    years: indexYears(),
    usedConcepts: [...conceptCounts.keys()],
    conceptCounts,
  };
}

const indexes = buildIndexes();
