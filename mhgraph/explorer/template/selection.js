// What the filters leave, and the part of it around the entity in focus.

/**
 * @param {{ from: string, to: string }} dated
 * @param {State} state
 */
function isInYears(dated, { years, undated }) {
  const span = yearsOf(dated);
  return span === null ? undated : span.from <= years.to && span.to >= years.from;
}

const JUDGED = "judged"; // the ledger in which it stands that two names mean one thing

/**
 * Whether a statement stands on the ledgers that are shown: its own, and those of its premises.
 * @param {Statement} statement
 * @param {State} state
 * @returns {boolean}
 */
function hasLedger({ supports }, state) {
  const { ledgers } = state;
  return supports.some(
    ({ ground, premises }) =>
      ledgers.has(ground.ledger) &&
      (!ground.merged || ledgers.has(JUDGED)) &&
      premises.every((premise) => isPremise(graph.statements[premise], state)),
  );
}

/**
 * A premise without supports is a name, which stands on every ledger.
 * @param {Statement} statement
 * @param {State} state
 */
const isPremise = (statement, state) => !statement.supports.length || hasLedger(statement, state);

/**
 * @param {Entity} node
 * @param {State} state
 * @param {boolean} narrowed
 */
function isNodeShown(node, state, narrowed) {
  if (state.hidden.has(node.class.name)) return false;
  const { concept } = state;
  if (concept !== null && !node.kinds.includes(concept) && !node.concepts.includes(concept)) return false;
  return (!narrowed && state.undated) || isInYears(node, state);
}

/**
 * Whether an edge between two shown entities is shown.
 * @param {Edge} edge
 * @param {State} state
 * @param {boolean} narrowed
 */
function isEdgeShown(edge, state, narrowed) {
  if (state.off.has(edge.relation)) return false;
  const { statement } = edge;
  if (!(statement < 0 ? state.ledgers.has(STRUCTURE) : hasLedger(graph.statements[statement], state))) return false;
  return !narrowed || (!edge.from && !edge.to) || isInYears(edge, state);
}

/**
 * @param {State} state
 * @returns {Shown}
 */
function applyFilters(state) {
  const narrowed = areYearsNarrowed(state);
  const nodeOk = graph.nodes.map((node) => isNodeShown(node, state, narrowed));
  const edgeOk = graph.edges.map(
    (edge) => nodeOk[edge.subject] && nodeOk[edge.value] && isEdgeShown(edge, state, narrowed),
  );
  if (state.focus === null) return { nodeOk, edgeOk, distance: null };
  const distance = measureDistances(state.focus.entity, state.focus.steps, edgeOk);
  return {
    nodeOk: nodeOk.map((_, number) => distance.has(number)),
    edgeOk: edgeOk.map((ok, number) => ok && hasBothEnds(graph.edges[number], distance)),
    distance,
  };
}

/**
 * @param {Edge} edge
 * @param {{ has: (number: number) => boolean }} nodes
 */
const hasBothEnds = ({ subject, value }, nodes) => nodes.has(subject) && nodes.has(value);

/** @param {number} number */
function isStatementShown(number) {
  const { state, shown } = page;
  const edge = indexes.edgeOfStatement.get(number);
  if (edge !== undefined) return shown.edgeOk[edge];
  const statement = graph.statements[number];
  const ends = [statement.subject, statement.value];
  const hasEnds = ends.every((end) => end.kind !== "entity" || shown.nodeOk[end.number]);
  return hasEnds && !state.off.has(statement.relation) && hasLedger(statement, state);
}

/**
 * How many steps each entity is from a first one, as far as is asked, along the edges that are shown.
 * @param {number} start
 * @param {number} most
 * @param {boolean[]} edgeOk
 */
function measureDistances(start, most, edgeOk) {
  const found = new Map([[start, 0]]);
  let border = [start];
  for (let step = 1; step <= most; step += 1) {
    /** @type {number[]} */
    const next = [];
    for (const node of border) {
      for (const edge of indexes.edgesOf[node]) {
        const other = across(edge, node);
        if (!edgeOk[edge] || found.has(other)) continue;
        found.set(other, step);
        next.push(other);
      }
    }
    border = next;
  }
  return found;
}
