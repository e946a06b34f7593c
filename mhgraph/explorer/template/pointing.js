// Pointing into the drawing: with the mouse, with a finger, with the arrow keys.

/** @typedef {{ dx: number, dy: number }} Direction */

/** @type {Map<string, Direction>} */
const ARROWS = new Map([
  ["ArrowRight", { dx: 1, dy: 0 }],
  ["ArrowLeft", { dx: -1, dy: 0 }],
  ["ArrowDown", { dx: 0, dy: 1 }],
  ["ArrowUp", { dx: 0, dy: -1 }],
]);

function followPointer() {
  const { network } = startedDrawing();
  network.on("dragStart", hideHint);
  elements.drawing.addEventListener("mousemove", hintAt);
  elements.drawing.addEventListener("mouseleave", hideHint);
  elements.drawing.addEventListener("keydown", obeyKey);
  elements.drawing.addEventListener("focus", () => network.redraw());
  elements.drawing.addEventListener("blur", () => network.redraw());
}

/** @param {vis.PointerEvent} event */
function pickAt({ pointer }) {
  const { network } = startedDrawing();
  const node = network.getNodeAt(pointer.DOM) ?? labelAt(pointer.DOM);
  if (node !== undefined) {
    page.cursor = node;
    pick(node);
    announceEntity(node);
    return;
  }
  const edge = network.getEdgeAt(pointer.DOM);
  if (edge === undefined) {
    clearPicked();
    return;
  }
  pickEdge(edge);
  announce(edgeSentence(edge));
}

function clearPicked() {
  const { entity, edge, path } = page.state;
  if (entity === null && edge === null && path === null) return;
  go({ entity: null, edge: null, path: null });
  announce(word("cleared"));
}

/** @param {number} number */
function announceEntity(number) {
  announce(
    word("selected", {
      name: nameOf(number).text,
      class: classLabel(graph.nodes[number].class),
      relations: wordCount("relations", indexes.edgesOf[number].length),
    }),
  );
}

/**
 * Keep where entities were dragged to.
 * @param {vis.PointerEvent} event
 */
function keepPlaces({ nodes: moved }) {
  const { network, nodes } = startedDrawing();
  for (const [key, place] of Object.entries(network.getPositions(moved))) {
    const id = Number(key);
    nodes.update({ id, ...place });
    if (page.state.focus === null) page.home[id] = place;
  }
}

/** @param {MouseEvent} event */
function hintAt({ clientX, clientY }) {
  const { left, top } = elements.drawing.getBoundingClientRect();
  page.hovering ??= requestAnimationFrame(() => {
    const { network } = startedDrawing();
    page.hovering = null;
    const at = { x: clientX - left, y: clientY - top };
    const node = network.getNodeAt(at) ?? labelAt(at);
    const edge = node === undefined && !isLarge ? network.getEdgeAt(at) : undefined;
    elements.drawing.style.cursor = node !== undefined || edge !== undefined ? "pointer" : "default";
    if (node !== undefined) showHint(at, `${nameOf(node).text} · ${classLabel(graph.nodes[node].class)}`);
    else if (edge !== undefined) showHint(at, edgeSentence(edge));
    else hideHint();
  });
}

/** @param {number} number */
function edgeSentence(number) {
  const { subject, value, relation } = graph.edges[number];
  return `${nameOf(subject).text} — ${relationLabel(relation)} — ${nameOf(value).text}`;
}

/**
 * @param {Point} at
 * @param {string} text
 */
function showHint({ x, y }, text) {
  const { hint, drawing } = elements;
  hint.hidden = false;
  hint.replaceChildren(isolate(text.length > 300 ? `${text.slice(0, 300)}…` : text));
  const isLow = y + 18 + hint.offsetHeight > drawing.clientHeight;
  hint.style.left = `${Math.max(4, Math.min(x + 14, drawing.clientWidth - hint.offsetWidth - 4))}px`;
  hint.style.top = `${isLow ? y - hint.offsetHeight - 10 : y + 18}px`;
}

function hideHint() {
  elements.hint.hidden = true;
}

/** @param {KeyboardEvent} event */
function obeyKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const direction = ARROWS.get(event.key);
  if (direction !== undefined) moveCursor(direction, event.shiftKey);
  else if (event.key === "Enter" || event.key === " ") openCursor();
  else if (event.key === "+" || event.key === "=") zoom(1.3);
  else if (event.key === "-") zoom(1 / 1.3);
  else if (event.key === "0") fitAll();
  else if (event.key === "Escape") clearPicked();
  else return;
  event.preventDefault();
}

function openCursor() {
  if (page.cursor === null || !page.shown.nodeOk[page.cursor]) return;
  pick(page.cursor);
  focusFirst(elements.panel, "h2");
}

/**
 * @param {Direction} direction
 * @param {boolean} pan move the drawing, not the cursor
 */
function moveCursor(direction, pan) {
  const { network } = startedDrawing();
  if (pan) {
    const { x, y } = network.getViewPosition();
    const reach = 120 / network.getScale();
    network.moveTo({ position: { x: x + direction.dx * reach, y: y + direction.dy * reach } });
    return;
  }
  const next = nextEntity(direction);
  if (next === undefined) return;
  page.cursor = next;
  if (!isOnScreen(next)) network.focus(next, { animation: false });
  announceEntity(next);
  network.redraw();
}

/**
 * The next entity in a direction: the nearest one, sideways counting double. At first, the picked or the most linked.
 * @param {Direction} direction
 */
function nextEntity({ dx, dy }) {
  const { nodeOk } = page.shown;
  const { cursor } = page;
  const { entity } = page.state;
  if (cursor === null || !nodeOk[cursor]) {
    return entity !== null && nodeOk[entity] ? entity : indexes.byImportance.find((number) => nodeOk[number]);
  }
  const { nodes, nodeIndices } = startedDrawing().network.body;
  const from = nodes[cursor];
  let best = Infinity;
  let next = cursor;
  for (const number of nodeIndices) {
    const node = nodes[number];
    const ahead = (node.x - from.x) * dx + (node.y - from.y) * dy;
    const aside = Math.abs((node.x - from.x) * dy) + Math.abs((node.y - from.y) * dx);
    const cost = ahead + 2 * aside;
    if (ahead > 1 && aside < 3 * ahead && cost < best) [best, next] = [cost, number];
  }
  return next;
}
