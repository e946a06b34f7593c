// The names in the drawing: the most important first, each only where it touches no other name and no other entity.

const LABEL_LIMIT = 160;
const LABEL_TRIES = 900;
const LABEL_MUST = 12;
const CELL = 48;
const wrapped = new Map();
let labelBoxes = [];

function shortName(number) {
  const { text } = nameOf(number);
  const acronyms = nodes[number].acronyms;
  if (text.length > 28 && acronyms.length) {
    return labelled(Object.fromEntries(acronyms.map(([each, lang]) => [lang, each]).reverse()), text).text;
  }
  return text;
}

function fontOf(number) {
  const degree = edgesOf[number].length;
  return { size: Math.round(11 + Math.min(4, Math.sqrt(degree) / 1.8)), strong: degree >= 12 };
}

// One or two lines of at most 24 characters; the rest is in the hint and in the panel.
function linesOf(ctx, number, fonts) {
  const key = `${language} ${number}`;
  if (wrapped.has(key)) return wrapped.get(key);
  const { size, strong } = fontOf(number);
  const font = `${strong ? 600 : 400} ${size}px ${fonts}`;
  ctx.font = font;
  const lines = [""];
  const text = shortName(number).replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, " ");
  for (const piece of text.slice(0, 120).split(/\s+/)) {
    const last = lines[lines.length - 1];
    if (!last || last.length + piece.length < 24) lines[lines.length - 1] = last ? `${last} ${piece}` : piece;
    else lines.push(piece);
  }
  const cut = lines.slice(0, 2).map((line) => (line.length > 26 ? `${line.slice(0, 25)}…` : line));
  if (lines.length > 2 || text.length > 120) cut[1] = `${(cut[1] ?? "").replace(/…$/, "")}…`;
  const width = Math.max(...cut.map((line) => ctx.measureText(line).width));
  const result = { lines: cut, width: width + 4, height: cut.length * (size + 2) + 2, font, size };
  wrapped.set(key, result);
  return result;
}

class Taken {
  constructor() {
    this.cells = new Map();
  }

  cellsOf([left, top, right, bottom]) {
    const found = [];
    for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x += 1) {
      for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y += 1) found.push(x * 100003 + y);
    }
    return found;
  }

  add(box) {
    for (const cell of this.cellsOf(box)) {
      if (this.cells.has(cell)) this.cells.get(cell).push(box);
      else this.cells.set(cell, [box]);
    }
  }

  free(box, owner) {
    return this.cellsOf(box).every((cell) =>
      (this.cells.get(cell) ?? []).every(
        (other) => other[4] === owner || box[2] <= other[0] || box[0] >= other[2] || box[3] <= other[1] || box[1] >= other[3],
      ),
    );
  }
}

// Where each name goes; the most important may lie on entities that do not
// stand out, none on another name. In pixels of the screen: [left, top, right, bottom, number, lines].
function placeLabels(ctx, order, { spots, clear }, size, fonts) {
  const taken = new Taken();
  const names = new Taken();
  const placed = [];
  for (const [number, { x, y, radius }] of spots) {
    const box = [x - radius, y - radius, x + radius, y + radius, number];
    if (radius > 2.5) taken.add(box);
    if (clear.has(number)) names.add(box);
  }
  let tries = 0;
  for (const number of order) {
    const spot = spots.get(number);
    if (spot === undefined) continue;
    if (placed.length >= LABEL_LIMIT || (tries += 1) > LABEL_TRIES) break;
    const text = linesOf(ctx, number, fonts);
    const { x, y, radius } = spot;
    const corners = [
      [x - text.width / 2, y + radius + 2],
      [x + radius + 3, y - text.height / 2],
      [x - text.width / 2, y - radius - 2 - text.height],
      [x - radius - 3 - text.width, y - text.height / 2],
      [x - text.width / 2, y - radius - 4 - 2 * text.height],
      [x - text.width / 2, y + radius + 4 + text.height],
    ];
    const boxes = corners
      .map(([left, top]) => [left, top, left + text.width, top + text.height, number, text])
      .filter((box) => box[0] > 2 && box[1] > 2 && box[2] < size.width - 2 && box[3] < size.height - 2);
    const must = placed.length < LABEL_MUST;
    const box =
      boxes.find((each) => taken.free(each, number)) ??
      (must ? boxes.find((each) => names.free(each, number)) : undefined) ??
      (number === state.entity ? boxes[0] : undefined);
    if (box === undefined) continue;
    const owned = [box[0], box[1], box[2], box[3], -1 - number];
    taken.add(owned);
    names.add(owned);
    placed.push(box);
  }
  return placed;
}

function drawLabels(ctx, placed, colours) {
  ctx.textAlign = "center";
  ctx.textBaseline = "top";
  ctx.lineJoin = "round";
  ctx.lineWidth = 3.5;
  ctx.strokeStyle = colours.paper;
  ctx.fillStyle = colours.ink;
  for (const [left, top, right, , , text] of placed) {
    ctx.font = text.font;
    text.lines.forEach((line, row) => {
      const y = top + 1 + row * (text.size + 2);
      ctx.strokeText(line, (left + right) / 2, y);
      ctx.fillText(line, (left + right) / 2, y);
    });
  }
}

function labelAt({ x, y }) {
  const box = labelBoxes.find(([left, top, right, bottom]) => x >= left && x <= right && y >= top && y <= bottom);
  return box === undefined ? undefined : box[4];
}
