// How classes and ledgers look, in the drawing and in every list.

/** @typedef {{ drawing: number[] | false, legend: string, width: number, says: "where" | "why" | "both" }} LedgerLook */

/**
 * Of each ledger: the dashes of its lines, and whether a ground shows its passages ("where"), the name of the judgement
 * or rule ("why"), or both.
 * @type {Map<string, LedgerLook>}
 */
const LEDGER_LOOKS = new Map([
  ["stated", { drawing: false, legend: "none", width: 2, says: "where" }],
  ["indexed", { drawing: [9, 3, 2, 3], legend: "8 2 2 2", width: 2, says: "where" }],
  ["judged", { drawing: [7, 5], legend: "7 4", width: 2, says: "both" }],
  ["inferred", { drawing: [2, 4], legend: "2 3", width: 2, says: "why" }],
  [STRUCTURE, { drawing: false, legend: "none", width: 1, says: "where" }],
]);

/** @param {string} ledger */
function lookOf(ledger) {
  const look = LEDGER_LOOKS.get(ledger);
  if (look === undefined) throw new Error(`legend.js does not say how the ledger ${ledger} looks`);
  return look;
}

/**
 * A polygon, or with an inner radius a star.
 * @param {number} corners
 * @param {number} turn
 * @param {number} inner
 */
function makePolygon(corners, turn, inner = 0) {
  const points = [];
  for (let corner = 0; corner < corners; corner += 1) {
    const radius = inner && corner % 2 ? inner : 8.5;
    const angle = turn + (2 * Math.PI * corner) / corners;
    points.push(`${(10 + radius * Math.cos(angle)).toFixed(2)},${(10 + radius * Math.sin(angle)).toFixed(2)}`);
  }
  return makeSvg("polygon", { points: points.join(" ") });
}

/**
 * The shapes of vis-network.
 * @type {Record<string, () => SVGElement>}
 */
const OUTLINES = {
  dot: () => makeSvg("circle", { cx: 10, cy: 10, r: 7.5 }),
  square: () => makeSvg("rect", { x: 3, y: 3, width: 14, height: 14 }),
  diamond: () => makePolygon(4, -Math.PI / 2),
  hexagon: () => makePolygon(6, 0),
  triangle: () => makePolygon(3, -Math.PI / 2),
  triangleDown: () => makePolygon(3, Math.PI / 2),
  star: () => makePolygon(10, -Math.PI / 2, 4.2),
};

/** @param {EntityClass} entityClass */
function makeSwatch({ family, shape }) {
  const picture = makeSvg("svg", {
    viewBox: "0 0 20 20",
    class: "swatch",
    "aria-hidden": "true",
    focusable: "false",
  });
  const outline = OUTLINES[shape]();
  outline.setAttribute("fill", `var(--${family})`);
  picture.append(outline);
  return picture;
}

/** @param {string} ledger */
function makeLedgerLine(ledger) {
  const picture = makeSvg("svg", {
    viewBox: "0 0 28 12",
    class: "swatch line",
    "aria-hidden": "true",
    focusable: "false",
  });
  const { width, legend } = lookOf(ledger);
  const ends = { x1: 1, y1: 6, x2: 27, y2: 6 };
  picture.append(
    makeSvg("line", { ...ends, stroke: "currentColor", "stroke-width": width, "stroke-dasharray": legend }),
  );
  return picture;
}

/** @param {string} ledger */
const makeBadge = (ledger) => make("span", { class: "badge" }, makeLedgerLine(ledger), word(ledger));
