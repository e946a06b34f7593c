// The drawing: vis-network with the places that were computed beforehand; regions under it, names above it.

const LARGE = 3000;
const isLarge = edges.length > LARGE;
const DASHES = { stated: false, judged: [7, 5], inferred: [2, 4], structure: false };
const stillness = window.matchMedia("(prefers-reduced-motion: reduce)");
const container = document.getElementById("drawing");
const hint = document.getElementById("hint");
const home = data.drawing.nodes.map(({ x, y }) => ({ x, y }));
let colours = {};
let network = null;
let nodeSet = null;
let edgeSet = null;
let lit = null;
let cursor = null;
let laidOut = null;

function readColours() {
  const style = getComputedStyle(document.documentElement);
  const read = (name) => style.getPropertyValue(`--${name}`).trim();
  const names = ["paper", "ink", "quiet", "edge", "accent", "region", "veil", "actor", "text", "event", "course", "promise", "other"];
  colours = Object.fromEntries(names.map((name) => [name, read(name)]));
  colours.sans = read("sans");
}

const familyOf = (name) => data.shapes[name][0];

function nodeColour(number) {
  return { background: colours[familyOf(nodes[number].class)], border: colours.paper };
}

const edgeColour = () => ({ color: colours.edge, inherit: false, opacity: isLarge ? 0.4 : 1 });

// Relations that join the same two entities lie beside each other.
function curves() {
  const beside = new Map();
  return edges.map(([subject, value]) => {
    const pair = subject < value ? `${subject} ${value}` : `${value} ${subject}`;
    const rank = beside.get(pair) ?? 0;
    beside.set(pair, rank + 1);
    if (rank === 0) return false;
    const clockwise = (rank % 2 === 1) === subject < value;
    return { enabled: true, type: clockwise ? "curvedCW" : "curvedCCW", roundness: 0.12 * Math.ceil(rank / 2) };
  });
}

function edgeWidth([subject, value]) {
  const length = Math.hypot(home[subject].x - home[value].x, home[subject].y - home[value].y);
  return Math.max(0.55, 1.5 - length / 700);
}

function startDrawing() {
  readColours();
  const bend = curves();
  nodeSet = new vis.DataSet(
    data.drawing.nodes.map((node, number) => ({
      ...node,
      group: undefined,
      color: nodeColour(number),
      hidden: !shown.nodeOk[number],
    })),
  );
  edgeSet = new vis.DataSet(
    data.drawing.edges.map((edge, number) => ({
      ...edge,
      id: number,
      arrows: isLarge ? undefined : edge.arrows,
      dashes: DASHES[ledgerOfEdge(edges[number])],
      smooth: bend[number],
      width: edgeWidth(edges[number]),
      hidden: !shown.edgeOk[number],
    })),
  );
  network = new vis.Network(container, { nodes: nodeSet, edges: edgeSet }, options());
  container.firstElementChild.removeAttribute("tabindex"); // the drawing is one stop for the keyboard, not two
  network.on("beforeDrawing", drawRegions);
  network.on("afterDrawing", drawAbove);
  network.on("click", clicked);
  network.on("dragEnd", dragged);
  network.on("dragStart", () => hide(hint));
  container.addEventListener("mousemove", hovered);
  container.addEventListener("mouseleave", () => hide(hint));
  container.addEventListener("keydown", keyed);
  container.addEventListener("focus", () => network.redraw());
  container.addEventListener("blur", () => network.redraw());
  count();
}

function options() {
  return {
    physics: false,
    layout: { improvedLayout: false },
    interaction: {
      hover: false,
      keyboard: false,
      selectable: false,
      hideEdgesOnDrag: isLarge,
      hideEdgesOnZoom: isLarge,
      zoomSpeed: 0.6,
    },
    nodes: { borderWidth: 1.5, chosen: false, shapeProperties: { interpolation: false } },
    edges: {
      color: edgeColour(),
      arrows: { to: { scaleFactor: 0.38 } },
      arrowStrikethrough: false,
      smooth: false,
      chosen: { label: false, edge: emphasized },
      hoverWidth: 0,
      selectionWidth: 0,
    },
  };
}

function emphasized(values, id, selected) {
  if (!selected) return;
  values.width = 2;
  values.color = colours.ink;
  values.opacity = 1;
  values.toArrow = true;
  values.toArrowScale = 0.55;
  values.toArrowType = "arrow";
}

function recolour() {
  readColours();
  network.setOptions({ edges: { color: edgeColour() } });
  nodeSet.update(nodes.map((_, id) => ({ id, color: nodeColour(id) })));
}

// Show and hide what the filters changed, and move entities around the one in focus, or home again.
function redraw(before) {
  const places = shown.distance === null ? home : rings(state.focus.entity, shown.distance);
  const nodeChanges = [];
  nodes.forEach((_, id) => {
    const hidden = !shown.nodeOk[id];
    const now = nodeSet.get(id);
    const place = places[id] ?? home[id];
    if (now.hidden !== hidden || now.x !== place.x || now.y !== place.y) nodeChanges.push({ id, hidden, ...place });
  });
  const edgeChanges = [];
  edges.forEach((_, id) => {
    const hidden = !shown.edgeOk[id];
    if (edgeSet.get(id).hidden !== hidden) edgeChanges.push({ id, hidden });
  });
  if (nodeChanges.length) nodeSet.update(nodeChanges);
  if (edgeChanges.length) edgeSet.update(edgeChanges);
  count();
  light();
  const focusKey = state.focus === null ? null : `${state.focus.entity} ${state.focus.steps}`;
  if (focusKey !== laidOut) fit();
  else if (lit !== null && (before.entity !== state.entity || before.edge !== state.edge || before.path !== state.path)) reveal();
  laidOut = focusKey;
  network.redraw();
}

function rings(centre, distance) {
  const places = { [centre]: { x: 0, y: 0 } };
  const angle = new Map([[centre, 0]]);
  const original = (number) => Math.atan2(home[number].y - home[centre].y, home[number].x - home[centre].x);
  let radius = 0;
  for (let step = 1; step <= 3; step += 1) {
    const ring = [...distance].filter(([, each]) => each === step).map(([number]) => number);
    const parent = (number) => {
      const near = edgesOf[number].map((each) => (edges[each][0] === number ? edges[each][1] : edges[each][0]));
      const inner = near.find((each) => distance.get(each) === step - 1);
      return step === 1 || inner === undefined ? original(number) : angle.get(inner);
    };
    const order = ring.map((number) => [parent(number), original(number), number]);
    order.sort((one, other) => one[0] - other[0] || one[1] - other[1] || one[2] - other[2]);
    radius = Math.max(radius + 190, (ring.length * 58) / (2 * Math.PI));
    order.forEach(([, , number], rank) => {
      const turn = (2 * Math.PI * rank) / ring.length - Math.PI / 2;
      const reach = radius + (ring.length > 14 && rank % 2 ? 70 : 0);
      angle.set(number, turn);
      places[number] = { x: Math.round(reach * Math.cos(turn)), y: Math.round(reach * Math.sin(turn)) };
    });
  }
  return places;
}

function count() {
  container.dataset.nodes = network.body.nodeIndices.length;
  container.dataset.edges = network.body.edgeIndices.length;
}

// What stands out: the entity and its neighbours, the relation and its ends, or the path.
function light() {
  lit = null;
  const around = (list) => new Set(list.flatMap((edge) => [edges[edge][0], edges[edge][1]]));
  if (state.path !== null) {
    const hops = shortestPath(...state.path, shown.edgeOk) ?? [];
    lit = { edges: hops, nodes: new Set([...around(hops), ...state.path]) };
  } else if (state.edge !== null && shown.edgeOk[state.edge]) {
    lit = { edges: [state.edge], nodes: around([state.edge]) };
  } else if (state.entity !== null && shown.nodeOk[state.entity]) {
    const near = edgesOf[state.entity].filter((edge) => shown.edgeOk[edge]);
    lit = { edges: near, nodes: new Set([state.entity, ...around(near)]) };
  }
  if (lit !== null && state.focus !== null && state.entity === state.focus.entity) lit.open = true;
}

// Bring what stands out into sight, if it is not, or is too small to be seen.
function reveal(animation = motion()) {
  const spots = [...lit.nodes].filter((number) => shown.nodeOk[number]);
  const small = spots.some((number) => data.drawing.nodes[number].size * network.getScale() < 4);
  if (spots.length && (small || state.path !== null || !spots.every(onScreen))) network.fit({ nodes: spots, maxZoomLevel: 0.9, animation });
}

function onScreen(number) {
  const { x, y } = network.canvasToDOM(network.getPosition(number));
  return x > 40 && y > 40 && x < container.clientWidth - 40 && y < container.clientHeight - 40;
}

const motion = () => (stillness.matches || isLarge ? false : { duration: 350, easingFunction: "easeInOutQuad" });

function fit() {
  const there = nodes.map((_, number) => number).filter((number) => shown.nodeOk[number]);
  if (there.length) network.fit({ nodes: there, maxZoomLevel: 1.2, animation: false });
}

function zoom(factor) {
  network.moveTo({ scale: Math.min(4, Math.max(0.03, network.getScale() * factor)) });
}

function drawRegions(ctx) {
  if (state.focus !== null) return;
  const groups = new Map();
  for (const number of network.body.nodeIndices) {
    const { group } = data.drawing.nodes[number];
    if (group < 0) continue;
    if (!groups.has(group)) groups.set(group, []);
    groups.get(group).push(network.body.nodes[number]);
  }
  ctx.save();
  ctx.lineJoin = "round";
  ctx.lineCap = "round";
  ctx.lineWidth = 72;
  ctx.fillStyle = ctx.strokeStyle = colours.region;
  for (const members of groups.values()) {
    if (members.length < 3) continue;
    const edge = hull(members);
    ctx.beginPath();
    edge.forEach(({ x, y }, rank) => (rank ? ctx.lineTo(x, y) : ctx.moveTo(x, y)));
    ctx.closePath();
    ctx.stroke();
    ctx.fill();
  }
  ctx.restore();
}

// The convex hull (Andrew's monotone chain, 1979).
function hull(points) {
  const sorted = [...points].sort((one, other) => one.x - other.x || one.y - other.y);
  const turn = (a, b, c) => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
  const half = (list) => {
    const chain = [];
    for (const point of list) {
      while (chain.length > 1 && turn(chain[chain.length - 2], chain[chain.length - 1], point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

function drawAbove(ctx) {
  const ratio = network.canvas.pixelRatio;
  const size = { width: container.clientWidth, height: container.clientHeight };
  if (lit !== null && !lit.open) {
    ctx.save();
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx.fillStyle = colours.veil;
    ctx.fillRect(0, 0, size.width, size.height);
    ctx.restore();
  }
  if (lit !== null) drawLit(ctx);
  ctx.save();
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  const spots = screenSpots(size);
  ring(ctx, spots.get(state.entity), colours.ink);
  if (document.activeElement === container) ring(ctx, spots.get(cursor), colours.accent);
  const first = lit === null ? [] : [state.entity, ...byImportance.filter((number) => lit.nodes.has(number))];
  const order = lit !== null && !lit.open ? first : [...first, ...byImportance];
  const clear = lit === null ? new Set() : lit.nodes;
  labelBoxes = placeLabels(ctx, new Set(order.filter((number) => number !== null)), { spots, clear }, size, colours.sans);
  drawLabels(ctx, labelBoxes, colours);
  ctx.restore();
  container.dataset.labels = labelBoxes.length;
  container.dataset.boxes = JSON.stringify(labelBoxes.map((box) => box.slice(0, 4).map(Math.round)));
}

function drawLit(ctx) {
  for (const number of lit.edges) {
    const edge = network.body.edges[number];
    edge.selected = true;
    edge.draw(ctx);
    edge.drawArrows(ctx);
    edge.selected = false;
  }
  for (const number of lit.nodes) if (shown.nodeOk[number]) network.body.nodes[number].draw(ctx);
}

function screenSpots({ width, height }) {
  const scale = network.getScale();
  const { x: left, y: top } = network.body.view.translation;
  const spots = new Map();
  for (const number of network.body.nodeIndices) {
    const node = network.body.nodes[number];
    const [x, y, radius] = [node.x * scale + left, node.y * scale + top, data.drawing.nodes[number].size * scale];
    if (x > -radius && y > -radius && x < width + radius && y < height + radius) spots.set(number, { x, y, radius });
  }
  return spots;
}

function ring(ctx, spot, colour) {
  if (spot === undefined) return;
  ctx.strokeStyle = colour;
  ctx.lineWidth = 2.5;
  ctx.beginPath();
  ctx.arc(spot.x, spot.y, spot.radius + 5, 0, 2 * Math.PI);
  ctx.stroke();
}
