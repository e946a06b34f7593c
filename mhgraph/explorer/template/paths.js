// The best explained path between two entities, by the costs that the command line uses: weak ledgers cost more, and so
// do hubs in between.

const ROOT = 0;

/** A binary heap of numbers, the cheapest first. */
class Heap {
  constructor() {
    /** @type {{ cost: number, value: number }[]} */
    this.items = [];
  }

  /**
   * @param {number} cost
   * @param {number} value
   */
  push(cost, value) {
    const { items } = this;
    let place = items.push({ cost, value }) - 1;
    while (place > ROOT) {
      const parent = (place - 1) >> 1;
      if (items[parent].cost <= items[place].cost) return;
      place = this.swap(place, parent);
    }
  }

  /** @returns {number | undefined} */
  pop() {
    const { items } = this;
    const last = items.pop();
    const [first] = items;
    if (last === undefined || first === undefined) return last?.value;
    items[ROOT] = last;
    for (let place = ROOT; ;) {
      const [left, right] = [2 * place + 1, 2 * place + 2];
      let least = left < items.length && items[left].cost < items[place].cost ? left : place;
      if (right < items.length && items[right].cost < items[least].cost) least = right;
      if (least === place) return first.value;
      place = this.swap(place, least);
    }
  }

  /**
   * @param {number} one
   * @param {number} other
   */
  swap(one, other) {
    [this.items[one], this.items[other]] = [this.items[other], this.items[one]];
    return other;
  }
}

/** @param {number} number */
function hopCost(number) {
  const { ledger, relation } = edges()[number];
  const { costs, relations } = graph;
  return 1 + costs.ledger[ledger === STRUCTURE ? "" : ledger] + (costs.relation[relations[relation].id] ?? 0);
}

/**
 * Whether a path may go by an edge under what the reader chose.
 * @param {number} number
 */
function isPassable(number) {
  const { statement } = edges()[number];
  return statement < 0 || isShown(statement);
}

/**
 * The edges of the path, or null if there is none.
 * @param {number} start
 * @param {number} end
 */
function findPath(start, end) {
  const cost = new Map([[start, 0]]);
  /** @type {Map<number, number>} */
  const before = new Map();
  const done = new Set();
  const queue = new Heap();
  queue.push(0, start);
  for (let node = queue.pop(); node !== undefined && node !== end; node = queue.pop()) {
    if (done.has(node)) continue;
    done.add(node);
    const toll = node === start ? 0 : graph.costs.damping * Math.log(Math.max(1, countNeighbours(node)));
    for (const edge of edgesOf()[node]) {
      const other = across(edge, node);
      if (done.has(other) || !isPassable(edge)) continue;
      const total = (cost.get(node) ?? 0) + hopCost(edge) + toll;
      if (total >= (cost.get(other) ?? Infinity) - 1e-9) continue;
      cost.set(other, total);
      before.set(other, edge);
      queue.push(total, other);
    }
  }
  return before.has(end) ? walkBack(before, start, end) : null;
}

/**
 * @param {Map<number, number>} before the edge by which each entity was reached
 * @param {number} start
 * @param {number} end
 */
function walkBack(before, start, end) {
  /** @type {number[]} */
  const hops = [];
  for (let node = end; node !== start;) {
    const edge = /** @type {number} */ (before.get(node));
    hops.unshift(edge);
    node = across(edge, node);
  }
  return hops;
}
