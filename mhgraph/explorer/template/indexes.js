// What is found fast, each made when it is first asked for: things by name, what is said at each, which lines stand at it.

/** @param {{ id: string }[]} list */
const numberById = (list) => new Map(list.map(({ id }, number) => [id, number]));

const thingById = once(() => numberById(graph.things));

/**
 * Items by a key, in the order in which the keys come first. (Map.groupBy is younger than many browsers.)
 * @template Item, Key
 * @param {Iterable<Item>} items
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

/** Which statements have each thing as subject or value. */
const statementsOf = once(() => {
  /** @type {number[][]} */
  const found = graph.things.map(() => []);
  graph.statements.slice(0, graph.count).forEach(({ subject, value }, number) => {
    const own = subject.kind === "thing" ? subject.number : null;
    if (own !== null) found[own].push(number);
    if (value.kind === "thing" && value.number !== own) found[value.number].push(number);
  });
  return found;
});

/** Which lines of the drawing stand at each thing. */
const linesOf = once(() => {
  /** @type {Map<number, number[]>} */
  const found = new Map();
  graph.lines.forEach(({ from, to }, number) => {
    for (const end of new Set([from, to])) {
      const listed = found.get(end);
      if (listed === undefined) found.set(end, [number]);
      else listed.push(number);
    }
  });
  return found;
});

/** Which edges stand at each thing, and how many neighbours it has: for paths. */
const edgesOf = once(() => {
  /** @type {number[][]} */
  const found = graph.things.map(() => []);
  edges().forEach(({ subject, value }, number) => {
    found[subject].push(number);
    if (value !== subject) found[value].push(number);
  });
  return found;
});

/**
 * The other end of an edge.
 * @param {number} number
 * @param {number} thing
 */
function across(number, thing) {
  const { subject, value } = edges()[number];
  return subject === thing ? value : subject;
}

/** @param {number} thing */
function countNeighbours(thing) {
  const others = new Set(edgesOf()[thing].map((number) => across(number, thing)));
  others.delete(thing);
  return others.size;
}
