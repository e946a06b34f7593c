// What is painted beside vis-network: regions under the drawing, what stands out and the names above it.

/** @param {CanvasRenderingContext2D} ctx */
function paintRegions(ctx) {
  if (page.state.focus !== null) return;
  ctx.save();
  ctx.lineJoin = "round";
  ctx.lineCap = "round";
  ctx.lineWidth = 72;
  ctx.fillStyle = ctx.strokeStyle = page.colours.region;
  for (const members of shownGroups()) {
    if (members.length < 3) continue;
    ctx.beginPath();
    findHull(members).forEach(({ x, y }, rank) => (rank ? ctx.lineTo(x, y) : ctx.moveTo(x, y)));
    ctx.closePath();
    ctx.stroke();
    ctx.fill();
  }
  ctx.restore();
}

/** The shown entities of each community. */
function shownGroups() {
  const { nodes, nodeIndices } = startedDrawing().network.body;
  const { nodes: drawn } = graph.drawing;
  const members = nodeIndices.filter((number) => drawn[number].group >= 0);
  const groups = groupBy(members, (number) => drawn[number].group);
  return [...groups.values()].map((numbers) => numbers.map((number) => nodes[number]));
}

/**
 * The convex hull (Andrew's monotone chain, 1979).
 * @param {Point[]} points
 */
function findHull(points) {
  const sorted = [...points].sort((one, other) => one.x - other.x || one.y - other.y);
  return [...halfHull(sorted), ...halfHull(sorted.reverse())];
}

/** @param {Point[]} points */
function halfHull(points) {
  /** @type {(a: Point, b: Point, c: Point) => number} */
  const turn = (a, b, c) => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
  /** @type {Point[]} */
  const chain = [];
  for (const point of points) {
    while (chain.length > 1 && turn(chain[chain.length - 2], chain[chain.length - 1], point) <= 0) chain.pop();
    chain.push(point);
  }
  return chain.slice(0, -1);
}

/** @param {CanvasRenderingContext2D} ctx */
function paintAbove(ctx) {
  const { lit, state, colours } = page;
  const ratio = startedDrawing().network.canvas.pixelRatio;
  const size = { width: elements.drawing.clientWidth, height: elements.drawing.clientHeight };
  if (lit !== null && !lit.open) {
    ctx.save();
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx.fillStyle = colours.veil;
    ctx.fillRect(0, 0, size.width, size.height);
    ctx.restore();
  }
  if (lit !== null) paintLit(ctx, lit);
  ctx.save();
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  const spots = findSpots(size);
  paintRing(ctx, spots, state.entity, colours.ink);
  if (document.activeElement === elements.drawing) paintRing(ctx, spots, page.cursor, colours.accent);
  page.labels = placeLabels(ctx, orderLabels(), spots, size);
  drawLabels(ctx);
  ctx.restore();
  elements.drawing.dataset.labels = String(page.labels.length);
  const boxes = page.labels.map(({ left, top, right, bottom }) => [left, top, right, bottom].map(Math.round));
  elements.drawing.dataset.boxes = JSON.stringify(boxes);
}

/** Whose name comes first: the picked entity, what stands out, and, unless it is veiled, the rest. */
function orderLabels() {
  const { lit, state } = page;
  const { byImportance } = indexes;
  const order = new Set(lit === null || state.entity === null ? [] : [state.entity]);
  if (lit !== null) for (const number of byImportance) if (lit.nodes.has(number)) order.add(number);
  if (lit === null || lit.open) for (const number of byImportance) order.add(number);
  return order;
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Lit} lit
 */
function paintLit(ctx, lit) {
  const { body } = startedDrawing().network;
  for (const number of lit.edges) {
    const edge = body.edges[number];
    edge.selected = true;
    edge.draw(ctx);
    edge.drawArrows(ctx);
    edge.selected = false;
  }
  for (const number of lit.nodes) if (page.shown.nodeOk[number]) body.nodes[number].draw(ctx);
}

/**
 * Where the entities are that can be seen.
 * @param {Size} size
 */
function findSpots({ width, height }) {
  const { network } = startedDrawing();
  const scale = network.getScale();
  const { x: left, y: top } = network.body.view.translation;
  /** @type {Map<number, Spot>} */
  const spots = new Map();
  for (const number of network.body.nodeIndices) {
    const node = network.body.nodes[number];
    const [x, y, radius] = [node.x * scale + left, node.y * scale + top, graph.drawing.nodes[number].size * scale];
    if (x > -radius && y > -radius && x < width + radius && y < height + radius) spots.set(number, { x, y, radius });
  }
  return spots;
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Map<number, Spot>} spots
 * @param {number | null} number
 * @param {string} colour
 */
function paintRing(ctx, spots, number, colour) {
  const spot = number === null ? undefined : spots.get(number);
  if (spot === undefined) return;
  ctx.strokeStyle = colour;
  ctx.lineWidth = 2.5;
  ctx.beginPath();
  ctx.arc(spot.x, spot.y, spot.radius + 5, 0, 2 * Math.PI);
  ctx.stroke();
}
