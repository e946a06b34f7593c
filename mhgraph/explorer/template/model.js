// The network as the page works with it: entities, relations, statements, and what the filters leave.

const data = JSON.parse(document.getElementById("data").textContent);
const { nodes, edges, statements, relations, terms, grounds, passages, sources } = data;
const LEDGERS = ["stated", "judged", "inferred"];
const STRUCTURE = "structure";
const numberOf = new Map(nodes.map((node, number) => [node.id, number]));
const relationOf = new Map(relations.map((relation, number) => [relation.id, number]));
const termOf = new Map(terms.map((term, number) => [term.id, number]));
const classOf = new Map(data.classes.map((each) => [each.name, each]));
const edgesOf = nodes.map(() => []);
const statementsOf = nodes.map(() => []);
const edgeOfStatement = new Map();

edges.forEach((edge, number) => {
  edgesOf[edge[0]].push(number);
  if (edge[1] !== edge[0]) edgesOf[edge[1]].push(number);
  if (edge[3] >= 0) edgeOfStatement.set(edge[3], number);
});
statements.slice(0, data.count).forEach(([subject, , value], number) => {
  if (subject >= 0) statementsOf[subject].push(number);
  if (Number.isInteger(value) && value >= 0 && value !== subject) statementsOf[value].push(number);
});

const nameOf = (number) => labelled(nodes[number].labels, nodes[number].id);
const className = (name) => (classOf.has(name) ? labelled(classOf.get(name).labels, name).text : name);
const termLabel = (number) => labelled(terms[number].labels, terms[number].id);
const termName = (number) => termLabel(number).text;
const byImportance = nodes
  .map((_, number) => number)
  .sort((one, other) => edgesOf[other].length - edgesOf[one].length || one - other);

// What a value of a statement is: an entity, a term, or a literal.
function valueText(value) {
  if (typeof value === "object") return { text: value.text, lang: value.lang };
  return value >= 0 ? nameOf(value) : termLabel(-1 - value);
}

function ledgerOfEdge(edge) {
  return edge[3] < 0 ? STRUCTURE : ledgerOfStatement(edge[3]);
}

function ledgerOfStatement(number) {
  return LEDGERS[Math.min(...statements[number][3].map(([ground]) => grounds[ground][0]))];
}

function edgeId(number) {
  const [subject, value, relation] = edges[number];
  return [nodes[subject].id, relations[relation].id, nodes[value].id].join(" ");
}

const edgeNumbers = new Map(edges.map((_, number) => [edgeId(number), number]));

const kindCounts = new Map();
for (const node of nodes) for (const kind of node.kinds) kindCounts.set(kind, (kindCounts.get(kind) ?? 0) + 1);
const classCounts = new Map();
for (const node of nodes) classCounts.set(node.class, (classCounts.get(node.class) ?? 0) + 1);
const relationCounts = new Map();
for (const edge of edges) relationCounts.set(edge[2], (relationCounts.get(edge[2]) ?? 0) + 1);
const ledgerCounts = new Map();
for (const edge of edges) ledgerCounts.set(ledgerOfEdge(edge), (ledgerCounts.get(ledgerOfEdge(edge)) ?? 0) + 1);

const year = (date) => Number(date.slice(0, 4));
const yearCounts = new Map();
for (const node of nodes) {
  if (!node.from && !node.to) continue;
  for (let each = year(node.from || node.to); each <= year(node.to || node.from); each += 1) {
    yearCounts.set(each, (yearCounts.get(each) ?? 0) + 1);
  }
}
const knownYears = [...yearCounts.keys(), ...edges.flatMap((edge) => [edge[4], edge[5]].filter(Boolean).map(year))];
const firstYear = knownYears.reduce((best, each) => Math.min(best, each), Infinity);
const lastYear = knownYears.reduce((best, each) => Math.max(best, each), -Infinity);
const hasYears = firstYear < lastYear;

function inYears(from, to, state) {
  if (!from && !to) return state.undated;
  return year(from || to) <= state.years[1] && year(to || from) >= state.years[0];
}

// What the filters leave, and the part of it around the entity in focus.
function visible(state) {
  const narrowed = hasYears && (state.years[0] > firstYear || state.years[1] < lastYear);
  const nodeOk = nodes.map(
    (node) =>
      !state.hidden.has(node.class) &&
      (state.concept === null || node.kinds.includes(state.concept) || node.concepts.includes(state.concept)) &&
      ((!narrowed && state.undated) || inYears(node.from, node.to, state)),
  );
  const edgeOk = edges.map(
    (edge) =>
      nodeOk[edge[0]] &&
      nodeOk[edge[1]] &&
      !state.off.has(edge[2]) &&
      (edge[3] < 0 ? state.ledgers.has(STRUCTURE) : hasLedger(edge[3], state)) &&
      (!narrowed || (!edge[4] && !edge[5]) || inYears(edge[4], edge[5], state)),
  );
  const distance = state.focus === null ? null : steps(state.focus.entity, state.focus.steps, edgeOk);
  if (distance !== null) {
    nodes.forEach((_, number) => (nodeOk[number] = distance.has(number)));
    edges.forEach((edge, number) => (edgeOk[number] &&= nodeOk[edge[0]] && nodeOk[edge[1]]));
  }
  return { nodeOk, edgeOk, distance };
}

function hasLedger(number, state) {
  return statements[number][3].some(([ground]) => state.ledgers.has(LEDGERS[grounds[ground][0]]));
}

function statementVisible(number, state, { nodeOk, edgeOk }) {
  const edge = edgeOfStatement.get(number);
  if (edge !== undefined) return edgeOk[edge];
  const [subject, relation, value] = statements[number];
  const ends = [subject, value].filter((end) => Number.isInteger(end) && end >= 0);
  return ends.every((end) => nodeOk[end]) && !state.off.has(relation) && hasLedger(number, state);
}

function steps(start, most, edgeOk) {
  const found = new Map([[start, 0]]);
  let border = [start];
  for (let step = 1; step <= most; step += 1) {
    const next = [];
    for (const node of border) {
      for (const number of edgesOf[node]) {
        const other = edges[number][0] === node ? edges[number][1] : edges[number][0];
        if (edgeOk[number] && !found.has(other)) {
          found.set(other, step);
          next.push(other);
        }
      }
    }
    border = next;
  }
  return found;
}

const neighbourCount = edgesOf.map((list, node) => {
  const others = new Set(list.flatMap((number) => [edges[number][0], edges[number][1]]));
  others.delete(node);
  return others.size;
});

function hopCost(number) {
  const ledger = ledgerOfEdge(edges[number]);
  const { id } = relations[edges[number][2]];
  return 1 + data.costs.ledger[ledger === STRUCTURE ? "" : ledger] + (data.costs.relation[id] ?? 0);
}

// The best explained path, by the costs of mhgraph.network.paths: weak ledgers cost more, and so do hubs in between.
function shortestPath(start, end, edgeOk) {
  const cost = new Map([[start, 0]]);
  const before = new Map();
  const done = new Set();
  const queue = new Heap();
  queue.push(0, start);
  for (let node = queue.pop(); node !== undefined && node !== end; node = queue.pop()) {
    if (done.has(node)) continue;
    done.add(node);
    const toll = node === start ? 0 : data.costs.damping * Math.log(Math.max(1, neighbourCount[node]));
    for (const number of edgesOf[node]) {
      const other = edges[number][0] === node ? edges[number][1] : edges[number][0];
      if (!edgeOk[number] || done.has(other)) continue;
      const total = cost.get(node) + hopCost(number) + toll;
      if (total < (cost.get(other) ?? Infinity) - 1e-9) {
        cost.set(other, total);
        before.set(other, number);
        queue.push(total, other);
      }
    }
  }
  if (!before.has(end)) return null;
  const hops = [];
  for (let node = end; node !== start; ) {
    const number = before.get(node);
    hops.unshift(number);
    node = edges[number][0] === node ? edges[number][1] : edges[number][0];
  }
  return hops;
}

// A binary heap of values, the cheapest first.
class Heap {
  constructor() {
    this.items = [];
  }

  push(cost, value) {
    const { items } = this;
    let place = items.push([cost, value]) - 1;
    while (place > 0 && items[(place - 1) >> 1][0] > items[place][0]) place = this.swap(place, (place - 1) >> 1);
  }

  pop() {
    const { items } = this;
    if (!items.length) return undefined;
    const [, value] = items[0];
    const last = items.pop();
    if (!items.length) return value;
    items[0] = last;
    for (let place = 0; ; ) {
      const [left, right] = [2 * place + 1, 2 * place + 2];
      let least = left < items.length && items[left][0] < items[place][0] ? left : place;
      if (right < items.length && items[right][0] < items[least][0]) least = right;
      if (least === place) return value;
      place = this.swap(place, least);
    }
  }

  swap(one, other) {
    [this.items[one], this.items[other]] = [this.items[other], this.items[one]];
    return other;
  }
}
