// The drawing: vis-network with the places that were computed beforehand.

const LARGE = 3000;
const isLarge = graph.edges.length > LARGE;
const stillness = window.matchMedia("(prefers-reduced-motion: reduce)");

/** The drawing, which is there from the start of the page on. */
function startedDrawing() {
  if (page.drawing === null) throw new Error("the drawing has not been started");
  return page.drawing;
}

function readColours() {
  const style = getComputedStyle(document.documentElement);
  const names = ["paper", "ink", "edge", "accent", "region", "veil", "sans", ...graph.families];
  page.colours = Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
}

/** @param {number} number */
function nodeColour(number) {
  return { background: page.colours[graph.nodes[number].class.family], border: page.colours.paper };
}

const edgeColour = () => ({ color: page.colours.edge, inherit: false, opacity: isLarge ? 0.4 : 1 });

/** Relations that join the same two entities lie beside each other. */
function bendEdges() {
  /** @type {Map<string, number>} */
  const beside = new Map();
  return graph.edges.map(({ subject, value }) => {
    const pair = subject < value ? `${subject} ${value}` : `${value} ${subject}`;
    const rank = beside.get(pair) ?? 0;
    beside.set(pair, rank + 1);
    if (rank === 0) return false;
    const clockwise = (rank % 2 === 1) === subject < value;
    return { enabled: true, type: clockwise ? "curvedCW" : "curvedCCW", roundness: 0.12 * Math.ceil(rank / 2) };
  });
}

/** @param {Edge} edge */
function edgeWidth({ subject, value }) {
  const [one, other] = [page.home[subject], page.home[value]];
  return Math.max(0.55, 1.5 - Math.hypot(one.x - other.x, one.y - other.y) / 700);
}

function startDrawing() {
  readColours();
  const bends = bendEdges();
  const nodes = new vis.DataSet(
    graph.drawing.nodes.map((node, number) => ({
      ...node,
      group: undefined,
      color: nodeColour(number),
      hidden: !page.shown.nodeOk[number],
    })),
  );
  const edges = new vis.DataSet(
    graph.drawing.edges.map((edge, number) => ({
      ...edge,
      id: number,
      arrows: isLarge ? undefined : edge.arrows,
      dashes: lookOf(graph.edges[number].ledger).drawing,
      smooth: bends[number],
      width: edgeWidth(graph.edges[number]),
      hidden: !page.shown.edgeOk[number],
    })),
  );
  const network = new vis.Network(elements.drawing, { nodes, edges }, drawingOptions());
  page.drawing = { network, nodes, edges };
  elements.drawing.firstElementChild?.removeAttribute("tabindex"); // one stop for the keyboard, not two
  network.on("beforeDrawing", paintRegions);
  network.on("afterDrawing", paintAbove);
  network.on("click", pickAt);
  network.on("dragEnd", keepPlaces);
  followPointer();
  writeCounts();
}

function drawingOptions() {
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
      chosen: { label: false, edge: emphasizeEdge },
      hoverWidth: 0,
      selectionWidth: 0,
    },
  };
}

/**
 * @param {vis.EdgeStyle} style
 * @param {number} _number
 * @param {boolean} selected
 */
function emphasizeEdge(style, _number, selected) {
  if (!selected) return;
  style.width = 2;
  style.color = page.colours.ink;
  style.opacity = 1;
  style.toArrow = true;
  style.toArrowScale = 0.55;
  style.toArrowType = "arrow";
}

function recolour() {
  const { network, nodes } = startedDrawing();
  readColours();
  network.setOptions({ edges: { color: edgeColour() } });
  nodes.update(graph.nodes.map((_, id) => ({ id, color: nodeColour(id) })));
}

/**
 * Show and hide what the filters changed, and move entities around the one in focus, or home again.
 * @param {State} before
 */
function updateDrawing(before) {
  const { state } = page;
  updateNodes();
  updateEdges();
  writeCounts();
  chooseLit();
  const focus = focusKey();
  const isSame = before.entity === state.entity && before.edge === state.edge && before.path === state.path;
  if (focus !== page.laidOut) fitAll();
  else if (!isSame) reveal();
  page.laidOut = focus;
  startedDrawing().network.redraw();
}

function focusKey() {
  const { focus } = page.state;
  return focus === null ? null : `${focus.entity} ${focus.steps}`;
}

function updateNodes() {
  const { nodes } = startedDrawing();
  const { focus } = page.state;
  const { distance, nodeOk } = page.shown;
  const places = focus === null || distance === null ? null : placeInRings(focus.entity, distance);
  /** @type {vis.Item[]} */
  const changes = [];
  graph.nodes.forEach((_, id) => {
    const hidden = !nodeOk[id];
    const now = nodes.get(id);
    const place = places?.get(id) ?? page.home[id];
    if (now.hidden !== hidden || now.x !== place.x || now.y !== place.y) changes.push({ id, hidden, ...place });
  });
  if (changes.length) nodes.update(changes);
}

function updateEdges() {
  const { edges } = startedDrawing();
  /** @type {vis.Item[]} */
  const changes = [];
  page.shown.edgeOk.forEach((ok, id) => {
    if (edges.get(id).hidden !== !ok) changes.push({ id, hidden: !ok });
  });
  if (changes.length) edges.update(changes);
}

/**
 * The entity in focus in the middle; around it a ring for each step, each entity near the one that leads to it.
 * @param {number} centre
 * @param {Map<number, number>} distance
 */
function placeInRings(centre, distance) {
  const places = new Map([[centre, { x: 0, y: 0 }]]);
  const angles = new Map([[centre, 0]]);
  let radius = 0;
  for (let step = 1; step <= 3; step += 1) {
    const order = orderRing(centre, step, distance, angles);
    radius = Math.max(radius + 190, (order.length * 58) / (2 * Math.PI));
    order.forEach((number, rank) => {
      const turn = (2 * Math.PI * rank) / order.length - Math.PI / 2;
      const reach = radius + (order.length > 14 && rank % 2 ? 70 : 0);
      angles.set(number, turn);
      places.set(number, { x: Math.round(reach * Math.cos(turn)), y: Math.round(reach * Math.sin(turn)) });
    });
  }
  return places;
}

/**
 * @param {number} centre
 * @param {number} step
 * @param {Map<number, number>} distance
 * @param {Map<number, number>} angles of the inner rings
 */
function orderRing(centre, step, distance, angles) {
  const middle = page.home[centre];
  const members = [...distance].flatMap(([number, steps]) => (steps === step ? [number] : []));
  const keyed = members.map((number) => {
    const { x, y } = page.home[number];
    const original = Math.atan2(y - middle.y, x - middle.x);
    const near = indexes.edgesOf[number].map((edge) => across(edge, number));
    const inner = step === 1 ? undefined : near.find((other) => distance.get(other) === step - 1);
    return { number, original, parent: inner === undefined ? original : (angles.get(inner) ?? original) };
  });
  keyed.sort((one, other) => one.parent - other.parent || one.original - other.original || one.number - other.number);
  return keyed.map(({ number }) => number);
}

function writeCounts() {
  const { body } = startedDrawing().network;
  elements.drawing.dataset.nodes = String(body.nodeIndices.length);
  elements.drawing.dataset.edges = String(body.edgeIndices.length);
}

/** Choose what stands out: the path, or the relation and its ends, or the entity and its neighbours. */
function chooseLit() {
  const { entity, edge, path } = page.state;
  const { nodeOk, edgeOk } = page.shown;
  page.lit = null;
  if (path !== null) {
    const hops = findPath(path);
    page.lit = hops === null ? light([], [path.start, path.end]) : light(hops);
  } else if (edge !== null && edgeOk[edge]) {
    page.lit = light([edge]);
  } else if (entity !== null && nodeOk[entity]) {
    const near = indexes.edgesOf[entity].filter((number) => edgeOk[number]);
    page.lit = light(near, [entity]);
  }
}

/**
 * @param {number[]} edges with their ends
 * @param {number[]} nodes
 * @returns {Lit}
 */
function light(edges, nodes = []) {
  const { entity, focus } = page.state;
  const ends = edges.flatMap((number) => [graph.edges[number].subject, graph.edges[number].value]);
  return { edges, nodes: new Set([...nodes, ...ends]), open: focus !== null && focus.entity === entity };
}

/** Bring what stands out into sight, if it is not, or is too small to be seen. */
function reveal(animation = chooseMotion()) {
  if (page.lit === null) return;
  const { network } = startedDrawing();
  const spots = [...page.lit.nodes].filter((number) => page.shown.nodeOk[number]);
  const isSmall = spots.some((number) => graph.drawing.nodes[number].size * network.getScale() < 4);
  const isSeen = !isSmall && page.state.path === null && spots.every(isOnScreen);
  if (spots.length && !isSeen) network.fit({ nodes: spots, maxZoomLevel: 0.9, animation });
}

/** @param {number} number */
function isOnScreen(number) {
  const { network } = startedDrawing();
  const { x, y } = network.canvasToDOM(network.getPosition(number));
  const { clientWidth, clientHeight } = elements.drawing;
  return x > 40 && y > 40 && x < clientWidth - 40 && y < clientHeight - 40;
}

/** @returns {vis.Animation} */
const chooseMotion = () => (stillness.matches || isLarge ? false : { duration: 350, easingFunction: "easeInOutQuad" });

function fitAll() {
  const nodes = graph.nodes.map((_, number) => number).filter((number) => page.shown.nodeOk[number]);
  if (nodes.length) startedDrawing().network.fit({ nodes, maxZoomLevel: 1.2, animation: false });
}

/** @param {number} factor */
function zoom(factor) {
  const { network } = startedDrawing();
  network.moveTo({ scale: Math.min(4, Math.max(0.03, network.getScale() * factor)) });
}
