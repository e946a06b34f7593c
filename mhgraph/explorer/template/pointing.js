// Pointing into the drawing: with the mouse, with a finger, with the arrow keys.

function clicked({ pointer }) {
  const node = network.getNodeAt(pointer.DOM) ?? labelAt(pointer.DOM);
  if (node !== undefined) {
    cursor = node;
    pick(node);
    sayEntity(node);
    return;
  }
  const edge = network.getEdgeAt(pointer.DOM);
  if (edge !== undefined) {
    pickEdge(edge);
    announce(sentence(edge));
  } else clear();
}

function clear() {
  if (state.entity === null && state.edge === null && state.path === null) return;
  go({ entity: null, edge: null, path: null });
  announce(word("cleared"));
}

function sayEntity(number) {
  announce(
    word("selected", {
      name: nameOf(number).text,
      class: className(nodes[number].class),
      relations: counted("relations", edgesOf[number].length),
    }),
  );
}

function dragged({ nodes: moved }) {
  const positions = network.getPositions(moved);
  for (const [id, place] of Object.entries(positions)) {
    nodeSet.update({ id: Number(id), ...place });
    if (state.focus === null) home[id] = place;
  }
}

let pending = null;

function hovered(event) {
  const { left, top } = container.getBoundingClientRect();
  pending ??= requestAnimationFrame(() => {
    pending = null;
    const at = { x: event.clientX - left, y: event.clientY - top };
    const node = network.getNodeAt(at) ?? labelAt(at);
    const edge = node === undefined && !isLarge ? network.getEdgeAt(at) : undefined;
    container.style.cursor = node !== undefined || edge !== undefined ? "pointer" : "default";
    if (node !== undefined) showHint(at, `${nameOf(node).text} · ${className(nodes[node].class)}`);
    else if (edge !== undefined) showHint(at, sentence(edge));
    else hide(hint);
  });
}

function sentence(number) {
  const [subject, value, relation] = edges[number];
  return `${nameOf(subject).text} — ${relationPhrase(relations[relation])} — ${nameOf(value).text}`;
}

function showHint({ x, y }, text) {
  hint.hidden = false;
  hint.replaceChildren(said(text.length > 300 ? `${text.slice(0, 300)}…` : text));
  hint.style.left = `${Math.max(4, Math.min(x + 14, container.clientWidth - hint.offsetWidth - 4))}px`;
  hint.style.top = `${y + 18 + hint.offsetHeight > container.clientHeight ? y - hint.offsetHeight - 10 : y + 18}px`;
}

function hide(element) {
  element.hidden = true;
}

const ARROWS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

function keyed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const direction = ARROWS[event.key];
  if (direction !== undefined) move(direction, event.shiftKey);
  else if (event.key === "Enter" || event.key === " ") open();
  else if (event.key === "+" || event.key === "=") zoom(1.3);
  else if (event.key === "-") zoom(1 / 1.3);
  else if (event.key === "0") fit();
  else if (event.key === "Escape") clear();
  else return;
  event.preventDefault();
}

function open() {
  if (cursor === null || !shown.nodeOk[cursor]) return;
  pick(cursor);
  document.querySelector("#panel h2").focus();
}

// Go to the next entity in a direction: the nearest one, sideways counting double.
function move([dx, dy], pan) {
  if (pan) {
    const { x, y } = network.getViewPosition();
    network.moveTo({ position: { x: x + (dx * 120) / network.getScale(), y: y + (dy * 120) / network.getScale() } });
    return;
  }
  const there = network.body.nodeIndices;
  if (!there.length) return;
  if (cursor === null || !shown.nodeOk[cursor]) {
    cursor = state.entity !== null && shown.nodeOk[state.entity] ? state.entity : byImportance.find((number) => shown.nodeOk[number]);
  } else {
    const from = network.body.nodes[cursor];
    let best = Infinity;
    let next = cursor;
    for (const number of there) {
      const node = network.body.nodes[number];
      const ahead = (node.x - from.x) * dx + (node.y - from.y) * dy;
      const aside = Math.abs((node.x - from.x) * dy) + Math.abs((node.y - from.y) * dx);
      const cost = ahead + 2 * aside;
      if (ahead > 1 && aside < 3 * ahead && cost < best) [best, next] = [cost, number];
    }
    cursor = next;
  }
  if (!onScreen(cursor)) network.focus(cursor, { animation: false });
  sayEntity(cursor);
  network.redraw();
}
