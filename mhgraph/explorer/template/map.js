// The map of a view: at most so many things as one can read, with words on the lines. The places come from Python; here
// they are only drawn closer, so that the names have room. Nothing moves under the pointer.

/** @typedef {{ things: number[], lines: number[], left: number }} Part what is drawn, and how many things are left out */
/** @typedef {{ x: number, y: number }} Place */

const STEP = { x: 64, y: 46 };
const NAME_WIDTH = 22;
const EASILY_READ = 14; // of more things, marks and names are larger, for the map is drawn smaller
const MARGIN = 0.86; // names stand out over the marks at the border

/**
 * The map that is on the page, if one is.
 * @type {{ network: vis.Network | null, nodes: vis.DataSet | null, part: Part, centre: number | null, expanded: Set<number> }}
 */
const map = { network: null, nodes: null, part: { things: [], lines: [], left: 0 }, centre: null, expanded: new Set() };

/**
 * The part of the drawing that holds some things, the most important of those that can be drawn, and the lines between.
 * @param {number[]} wanted
 * @returns {Part}
 */
function choosePart(wanted) {
  const drawn = wanted.filter((thing) => graph.places.has(thing));
  const things = drawn.slice(0, graph.mapLimit);
  const inside = new Set(things);
  const lines = [...new Set(things.flatMap((thing) => linesOf().get(thing) ?? []))].filter((number) => {
    const { from, to, statement } = graph.lines[number];
    return inside.has(from) && inside.has(to) && (statement < 0 ? !page.state.stated : isShown(statement));
  });
  return { things, lines, left: drawn.length - things.length };
}

/**
 * The neighbours of a thing in the drawing, the most important first.
 * @param {number} thing
 */
function neighboursOf(thing) {
  const near = (linesOf().get(thing) ?? []).flatMap((number) => {
    const { from, to, statement } = graph.lines[number];
    return statement >= 0 && !isShown(statement) ? [] : [from === thing ? to : from];
  });
  const size = (/** @type {number} */ other) => graph.places.get(other)?.size ?? 0;
  return [...new Set(near)].sort((one, other) => size(other) - size(one) || one - other);
}

/**
 * The section of a map; `startMap` draws it once it stands on the page.
 * @param {number[]} wanted
 * @param {{ centre: number | null }} options
 */
function drawMap(wanted, { centre }) {
  const around = centre === null ? [] : neighboursOf(centre).slice(0, 12);
  const listed = [...new Set([...wanted, ...(wanted.length > 3 ? [] : around)])];
  map.part = choosePart(listed);
  map.centre = centre;
  map.expanded = new Set();
  if (map.part.things.length < 2) return [];
  return [
    make(
      "section",
      { class: "map" },
      make("h3", {}, word("map")),
      make("div", {
        id: "drawing",
        class: "drawing",
        role: "img",
        "aria-label": word("mapLabel", { n: map.part.things.length }),
      }),
      makeZoomButtons(),
      make("p", { id: "map-left", class: "quiet" }),
      make("details", {}, make("summary", {}, word("mapAsList")), make("ul", { id: "map-list" })),
    ),
  ];
}

/** Draw the map of the view, if it has one. */
function startMap() {
  const container = document.getElementById("drawing");
  map.network = null;
  if (container === null || typeof vis === "undefined") return;
  const { nodes, edges: lines } = visItems();
  map.nodes = nodes;
  map.network = new vis.Network(container, { nodes, edges: lines }, mapOptions());
  container.querySelector("[tabindex]")?.removeAttribute("tabindex"); // the list beside it is for the keyboard
  map.network.on("click", pickOnMap);
  map.network.fit({ nodes: map.part.things, maxZoomLevel: 1.1, animation: false });
  zoomMap(MARGIN);
  writeMapList();
}

/** @param {number} factor */
function zoomMap(factor) {
  const { network } = map;
  network?.moveTo({ scale: Math.min(3, Math.max(0.1, network.getScale() * factor)) });
}

function makeZoomButtons() {
  return make(
    "p",
    { class: "zoom" },
    makeButton({ "aria-label": word("zoomIn"), onclick: () => zoomMap(1.4) }, "+"),
    makeButton({ "aria-label": word("zoomOut"), onclick: () => zoomMap(1 / 1.4) }, "−"),
  );
}

/** @param {string} name */
const colourOf = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

function visItems() {
  const { things, lines } = map.part;
  const places = spread(things);
  const grown = Math.max(1, things.length / EASILY_READ);
  const [ink, paper] = [colourOf("ink"), colourOf("paper")];
  const nodes = new vis.DataSet(
    things.map((thing) => ({
      id: thing,
      ...places.get(thing),
      shape: graph.things[thing].class.shape,
      size: grown * (thing === map.centre ? 16 : 10),
      color: { background: colourOf(graph.things[thing].class.family), border: paper },
      label: wrapName(thing),
      font: {
        color: ink,
        size: grown * (thing === map.centre ? 15 : 13),
        strokeWidth: 4,
        strokeColor: paper,
        face: colourOf("sans"),
      },
    })),
  );
  const isFew = lines.length <= graph.mapLimit / 2;
  const drawn = new vis.DataSet(
    lines.map((number) => {
      const { from, to, statement } = graph.lines[number];
      return {
        id: number,
        from,
        to,
        dashes: statement < 0 || !isSaid(statement),
        label: isFew || from === map.centre || to === map.centre ? wordOfLine(number) : undefined,
        font: {
          color: colourOf("quiet"),
          size: grown * 11,
          strokeWidth: 3,
          strokeColor: paper,
          align: "middle",
          face: colourOf("sans"),
        },
      };
    }),
  );
  return { nodes, edges: drawn };
}

function mapOptions() {
  return {
    physics: false,
    layout: { improvedLayout: false },
    interaction: { hover: false, keyboard: false, dragNodes: false, zoomView: false, selectConnectedEdges: false },
    nodes: { borderWidth: 1.5, scaling: { label: { drawThreshold: 1 } }, shapeProperties: { interpolation: false } },
    edges: {
      scaling: { label: { drawThreshold: 1 } },
      color: { color: colourOf("edge"), highlight: colourOf("accent"), inherit: false },
      arrows: { to: { enabled: true, scaleFactor: 0.4 } },
      smooth: { enabled: true, type: "curvedCW", roundness: 0.1 },
    },
  };
}

/**
 * The places of some things, as near to each other as their names allow: in the order of Python's places from left to
 * right and from top to bottom, each a step from the next.
 * @param {number[]} things
 */
function spread(things) {
  /** @param {"x" | "y"} axis */
  const rank = (axis) => {
    const order = [...things].sort((one, other) => placeOf(one)[axis] - placeOf(other)[axis] || one - other);
    return new Map(order.map((thing, number) => [thing, number * STEP[axis]]));
  };
  const [across, down] = [rank("x"), rank("y")];
  return new Map(things.map((thing) => [thing, { x: across.get(thing) ?? 0, y: down.get(thing) ?? 0 }]));
}

/**
 * @param {number} thing
 * @returns {Place}
 */
const placeOf = (thing) => graph.places.get(thing) ?? { x: 0, y: 0 };

/**
 * The name of a thing in two short lines; the whole name is in the list.
 * @param {number} thing
 */
function wrapName(thing) {
  const { text } = nameOf(thing);
  const { acronyms } = graph.things[thing];
  const short = text.length > 2 * NAME_WIDTH ? (acronyms.map((acronym) => acronym.text).shift() ?? text) : text;
  const plain = short.replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, " ");
  const cut = plain.length > 2 * NAME_WIDTH ? `${plain.slice(0, 2 * NAME_WIDTH - 1)}…` : plain;
  const middle = cut.length > NAME_WIDTH ? cut.lastIndexOf(" ", NAME_WIDTH) : -1;
  return middle > 0 ? `${cut.slice(0, middle)}\n${cut.slice(middle + 1)}` : cut;
}

/** @param {number} number */
function wordOfLine(number) {
  const { word: said } = graph.lines[number];
  return typeof said === "number" ? relationLabel(said) : valueText(said).text;
}

/** @param {vis.PointerEvent} event */
function pickOnMap({ nodes }) {
  const [thing] = nodes;
  if (thing === undefined) return;
  expandMap(thing);
  if (page.state.view === "answer" || page.state.view === "map") pickRow(thing);
}

/**
 * Draw the neighbours of a thing too, as many as there is room for; the places of the others stay.
 * @param {number} thing
 */
function expandMap(thing) {
  if (map.expanded.has(thing)) return;
  map.expanded.add(thing);
  const { things, left } = map.part;
  const near = neighboursOf(thing).filter((other) => !things.includes(other));
  const part = choosePart([...things, ...near]);
  map.part = { ...part, left: part.left + left };
  startMap();
}

/**
 * Let a thing stand out in the map.
 * @param {number | null} thing
 */
function markThing(thing) {
  const { network, part } = map;
  if (network === null) return;
  if (thing === null || !part.things.includes(thing)) network.unselectAll();
  else network.selectNodes([thing]);
}

/** The same as the map, as sentences: for the keyboard, and for who does not see it. */
function writeMapList() {
  const left = document.getElementById("map-left");
  if (left !== null) left.textContent = map.part.left ? wordCount("leftOut", map.part.left) : "";
  const items = map.part.lines.map((number) => {
    const { from, to } = graph.lines[number];
    return make("li", {}, showThing(from), " – ", wordOfLine(number), " – ", showThing(to));
  });
  const joined = new Set(map.part.lines.flatMap((number) => [graph.lines[number].from, graph.lines[number].to]));
  const single = map.part.things.filter((thing) => !joined.has(thing)).map((thing) => make("li", {}, showThing(thing)));
  document.getElementById("map-list")?.replaceChildren(...items, ...single);
}
