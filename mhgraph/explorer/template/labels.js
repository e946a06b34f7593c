// The names in the drawing: the most important first, each only where it touches no other name and no other entity.

/** @typedef {{ left: number, top: number, right: number, bottom: number }} Box in pixels of the screen */
/** @typedef {Box & { owner: number }} OwnedBox of an entity, or, as -1 - number, of its name */
/** @typedef {{ lines: string[], width: number, height: number, font: string, size: number }} WrappedLabel */
/** @typedef {Box & { number: number, text: WrappedLabel }} PlacedLabel */
/** @typedef {{ x: number, y: number, radius: number }} Spot where an entity is on the screen */
/** @typedef {{ width: number, height: number }} Size */

const LABEL_LIMIT = 160;
const LABEL_TRIES = 900;
const LABEL_MUST = 12;
const CELL = 48;

/** @param {number} number */
function shortName(number) {
  const { text } = nameOf(number);
  const { acronyms } = graph.nodes[number];
  if (text.length <= 28 || !acronyms.length) return text;
  const byLanguage = acronyms.map((acronym) => [acronym.lang, acronym.text]).reverse();
  return chooseLabel(Object.fromEntries(byLanguage), text).text;
}

/** @param {number} number */
function chooseFont(number) {
  const degree = indexes.edgesOf[number].length;
  const size = Math.round(11 + Math.min(4, Math.sqrt(degree) / 1.8));
  return { size, font: `${degree >= 12 ? 600 : 400} ${size}px ${page.colours.sans}` };
}

/**
 * One or two lines of at most 24 characters; the rest is in the hint and in the panel.
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} number
 */
function wrapLabel(ctx, number) {
  const key = `${page.locale.language} ${number}`;
  const known = page.wrapped.get(key);
  if (known !== undefined) return known;
  const { size, font } = chooseFont(number);
  const lines = wrapText(shortName(number).replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, " "));
  ctx.font = font;
  const width = Math.max(...lines.map((line) => ctx.measureText(line).width));
  const label = { lines, width: width + 4, height: lines.length * (size + 2) + 2, font, size };
  page.wrapped.set(key, label);
  return label;
}

/** @param {string} text */
function wrapText(text) {
  const lines = [""];
  for (const piece of text.slice(0, 120).split(/\s+/)) {
    const last = lines[lines.length - 1];
    if (!last || last.length + piece.length < 24) lines[lines.length - 1] = last ? `${last} ${piece}` : piece;
    else lines.push(piece);
  }
  const [first, second = ""] = lines.slice(0, 2).map((line) => (line.length > 26 ? `${line.slice(0, 25)}…` : line));
  if (lines.length > 2 || text.length > 120) return [first, `${second.replace(/…$/, "")}…`];
  return lines.length > 1 ? [first, second] : [first];
}

/** Boxes that are taken, in cells, so that few of them are compared. */
class TakenBoxes {
  constructor() {
    /** @type {Map<number, OwnedBox[]>} */
    this.cells = new Map();
  }

  /** @param {Box} box */
  cellsOf({ left, top, right, bottom }) {
    const found = [];
    for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x += 1) {
      for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y += 1) found.push(x * 100003 + y);
    }
    return found;
  }

  /** @param {OwnedBox} box */
  add(box) {
    for (const cell of this.cellsOf(box)) {
      const boxes = this.cells.get(cell);
      if (boxes === undefined) this.cells.set(cell, [box]);
      else boxes.push(box);
    }
  }

  /**
   * Whether a box touches none but those of its owner.
   * @param {Box} box
   * @param {number} owner
   */
  isFree(box, owner) {
    return this.cellsOf(box).every((cell) =>
      (this.cells.get(cell) ?? []).every((other) => other.owner === owner || areApart(box, other)),
    );
  }
}

/**
 * @param {Box} one
 * @param {Box} other
 */
function areApart(one, other) {
  const isBeside = one.right <= other.left || one.left >= other.right;
  return isBeside || one.bottom <= other.top || one.top >= other.bottom;
}

/**
 * The places for a name around its entity, the best first.
 * @param {Spot} spot
 * @param {WrappedLabel} text
 * @param {Size} size of the drawing, which a name must not leave
 * @returns {Box[]}
 */
function offerBoxes({ x, y, radius }, { width, height }, size) {
  const middle = { left: x - width / 2, top: y - height / 2 };
  const corners = [
    { left: middle.left, top: y + radius + 2 },
    { left: x + radius + 3, top: middle.top },
    { left: middle.left, top: y - radius - 2 - height },
    { left: x - radius - 3 - width, top: middle.top },
    { left: middle.left, top: y - radius - 4 - 2 * height },
    { left: middle.left, top: y + radius + 4 + height },
  ];
  return corners
    .map(({ left, top }) => ({ left, top, right: left + width, bottom: top + height }))
    .filter(
      ({ left, top, right, bottom }) => left > 2 && top > 2 && right < size.width - 2 && bottom < size.height - 2,
    );
}

/**
 * Where each name goes. The most important may lie on entities that do not stand out, none on another name.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Iterable<number>} order of importance
 * @param {Map<number, Spot>} spots
 * @param {Size} size
 */
function placeLabels(ctx, order, spots, size) {
  const taken = new TakenBoxes();
  const names = new TakenBoxes();
  for (const [owner, { x, y, radius }] of spots) {
    const box = { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius, owner };
    if (radius > 2.5) taken.add(box);
    if (page.lit?.nodes.has(owner)) names.add(box);
  }
  /** @type {PlacedLabel[]} */
  const placed = [];
  let tries = 0;
  for (const number of order) {
    const spot = spots.get(number);
    if (spot === undefined) continue;
    if (placed.length >= LABEL_LIMIT || (tries += 1) > LABEL_TRIES) break;
    const text = wrapLabel(ctx, number);
    const boxes = offerBoxes(spot, text, size);
    const must = placed.length < LABEL_MUST;
    const box =
      boxes.find((offer) => taken.isFree(offer, number)) ??
      (must ? boxes.find((offer) => names.isFree(offer, number)) : undefined) ??
      (number === page.state.entity ? boxes.at(0) : undefined);
    if (box === undefined) continue;
    const owned = { ...box, owner: -1 - number };
    taken.add(owned);
    names.add(owned);
    placed.push({ ...box, number, text });
  }
  return placed;
}

/** @param {CanvasRenderingContext2D} ctx */
function drawLabels(ctx) {
  ctx.textAlign = "center";
  ctx.textBaseline = "top";
  ctx.lineJoin = "round";
  ctx.lineWidth = 3.5;
  ctx.strokeStyle = page.colours.paper;
  ctx.fillStyle = page.colours.ink;
  for (const { left, top, right, text } of page.labels) {
    ctx.font = text.font;
    text.lines.forEach((line, row) => {
      const y = top + 1 + row * (text.size + 2);
      ctx.strokeText(line, (left + right) / 2, y);
      ctx.fillText(line, (left + right) / 2, y);
    });
  }
}

/** @param {Point} at */
function labelAt({ x, y }) {
  const label = page.labels.find(({ left, top, right, bottom }) => x >= left && x <= right && y >= top && y <= bottom);
  return label?.number;
}
