// What the page uses of vis-network 9.1.2, which pyvis ships without types. `body`, `canvas` and the drawing methods of
// nodes and edges are its inside: the page draws what stands out above the rest, which its interface does not offer.

declare namespace vis {
  type Id = number;
  type Item = { id?: Id; x?: number; y?: number; hidden?: boolean } & Record<string, unknown>;
  type Point = { x: number; y: number };
  type Animation = boolean | { duration: number; easingFunction: string };
  type PointerEvent = { pointer: { DOM: Point; canvas: Point }; nodes: Id[]; edges: Id[] };

  interface EdgeStyle {
    width: number;
    color: string;
    opacity: number;
    toArrow: boolean;
    toArrowScale: number;
    toArrowType: string;
  }

  interface DrawnNode extends Point {
    draw(ctx: CanvasRenderingContext2D): void;
  }

  interface DrawnEdge {
    selected: boolean;
    draw(ctx: CanvasRenderingContext2D): void;
    drawArrows(ctx: CanvasRenderingContext2D): void;
  }

  class DataSet {
    constructor(items: Item[]);
    get(id: Id): Item;
    update(items: Item | Item[]): void;
  }

  class Network {
    constructor(container: HTMLElement, data: { nodes: DataSet; edges: DataSet }, options: object);
    readonly body: {
      nodes: Record<Id, DrawnNode>;
      edges: Record<Id, DrawnEdge>;
      nodeIndices: Id[];
      edgeIndices: Id[];
      view: { translation: Point };
    };
    readonly canvas: { pixelRatio: number };
    on(event: "beforeDrawing" | "afterDrawing", listener: (ctx: CanvasRenderingContext2D) => void): void;
    on(event: "click" | "dragStart" | "dragEnd", listener: (event: PointerEvent) => void): void;
    redraw(): void;
    selectNodes(nodes: Id[]): void;
    unselectAll(): void;
    setOptions(options: object): void;
    fit(options: { nodes: Id[]; maxZoomLevel: number; animation: Animation }): void;
    focus(node: Id, options: { animation: Animation }): void;
    moveTo(options: { position?: Point; scale?: number }): void;
    getScale(): number;
    getViewPosition(): Point;
    getPosition(node: Id): Point;
    getPositions(nodes: Id[]): Record<string, Point>;
    canvasToDOM(point: Point): Point;
    getNodeAt(point: Point): Id | undefined;
    getEdgeAt(point: Point): Id | undefined;
  }
}

// What the page uses of MiniSearch 7.2.0.
declare class MiniSearch {
  constructor(options: object);
  addAll(documents: { id: number; names: string; says: string }[]): void;
  search(words: string, options: object): { id: number }[];
}
