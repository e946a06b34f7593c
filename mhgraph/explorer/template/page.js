// The page as a whole: the masthead, the notice, and the start.

const pageTitle = () => graph.title || graph.titles[page.locale.language];

/** How much the filters leave of everything. */
function countsText() {
  const { nodeOk, edgeOk } = page.shown;
  let claims = 0;
  for (let number = 0; number < graph.count; number += 1) if (isStatementShown(number)) claims += 1;
  elements.counts.dataset.statements = String(claims);
  return [
    countPart("entities", nodeOk.filter(Boolean).length, graph.nodes.length),
    countPart("relations", edgeOk.filter(Boolean).length, graph.edges.length),
    countPart("statements", claims, graph.count),
  ].join(" · ");
}

/**
 * @param {string} key
 * @param {number} some
 * @param {number} all
 */
function countPart(key, some, all) {
  if (some === all) return wordCount(key, all);
  return word("shownOf", { shown: formatNumber(some), all: wordCount(key, all) });
}

function drawMasthead() {
  const { state } = page;
  document.documentElement.lang = page.locale.language;
  document.title = pageTitle();
  elements.title.replaceChildren(isolate(pageTitle()));
  const dated = graph.dated ? ` · ${word("dataOf", { date: graph.dated })}` : "";
  elements.counts.textContent = countsText() + dated;
  writeWords();
  elements.language.value = state.lang;
  elements.theme.value = state.theme;
  elements.viewGraph.setAttribute("aria-pressed", String(state.view === "graph"));
  elements.viewTable.setAttribute("aria-pressed", String(state.view === "table"));
  elements.graph.hidden = state.view !== "graph";
  elements.tables.hidden = state.view !== "table";
  const isPicked = state.entity !== null || state.edge !== null || state.path !== null;
  elements.desk.classList.toggle("bare", state.view === "table" && !isPicked);
}

/** Write the words that the template asks for. */
function writeWords() {
  /** @type {(name: string, write: (element: Element, text: string) => void) => void} */
  const fill = (name, write) => {
    for (const element of document.querySelectorAll(`[${name}]`))
      write(element, word(element.getAttribute(name) ?? ""));
  };
  fill("data-word", (element, text) => (element.textContent = text));
  fill("data-label", (element, text) => element.setAttribute("aria-label", text));
  fill("data-placeholder", (element, text) => element.setAttribute("placeholder", text));
}

function drawNotice() {
  const { notice, drawing } = elements;
  const { unknown, focus, concept } = page.state;
  const parts = [];
  if (unknown !== null) parts.push(make("span", {}, isolate(word("notHere", { name: unknown.slice(0, 100) }))));
  if (focus !== null) {
    const name = make("strong", {}, isolate(nameOf(focus.entity).text));
    const within = ` ${word("within", { steps: wordCount("steps", focus.steps) })}`;
    parts.push(
      make("span", {}, word("neighbourhoodOf"), " ", name, within),
      makeButton({ id: "back", onclick: () => go({ focus: null }) }, word("back")),
    );
  }
  if (concept !== null) {
    const name = make("strong", {}, isolate(termName(concept)));
    parts.push(
      make("span", {}, word("withConcept"), " ", name),
      makeButton({ id: "any-concept", onclick: () => go({ concept: null }) }, word("showAll")),
    );
  }
  const focused = focusedIn(notice);
  notice.replaceChildren(...parts);
  notice.hidden = !parts.length;
  if (focused) (document.getElementById(focused) ?? drawing).focus();
}

function useTheme() {
  const { theme } = page.state;
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/**
 * Draw all that a change of the state may have changed.
 * @param {State} before
 */
function draw(before) {
  const { state } = page;
  if (before.lang !== state.lang) page.locale = makeLocale(state.lang);
  drawMasthead();
  drawNotice();
  drawFilters();
  updatePanel();
  drawTable();
  if (before.theme !== state.theme) {
    useTheme();
    recolour();
  }
  if (state.view !== "graph") {
    chooseLit();
    return;
  }
  updateDrawing(before);
  if (before.view !== "graph") fitAll();
}

/** @param {Event} event */
function skipToContent(event) {
  event.preventDefault();
  if (elements.panel.offsetParent === null) focusFirst(elements.tables, "input");
  else focusFirst(elements.panel, "h2");
}

/** @param {Option} option */
function pickOption({ kind, number }) {
  if (kind === "concept") {
    changeFilter({ concept: number, focus: null });
    return;
  }
  page.cursor = number;
  follow(number);
}

function listen() {
  const { language, theme } = elements;
  followAddress();
  elements.viewGraph.addEventListener("click", () => go({ view: "graph" }));
  elements.viewTable.addEventListener("click", () => go({ view: "table" }));
  language.addEventListener("change", () => go({ lang: language.value }));
  theme.addEventListener("change", () => go({ theme: theme.value }));
  elements.zoomIn.addEventListener("click", () => zoom(1.3));
  elements.zoomOut.addEventListener("click", () => zoom(1 / 1.3));
  elements.zoomFit.addEventListener("click", fitAll);
  document.querySelector(".skip")?.addEventListener("click", skipToContent);
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", recolour);
  window.addEventListener("beforeprint", () => drawTable({ whole: true }));
  window.addEventListener("afterprint", () => drawTable());
  new Combobox(elements.search, elements.found, { concepts: true, onPick: pickOption }).listen();
}

function start() {
  useTheme();
  if (window.matchMedia("(max-width: 860px)").matches) elements.filtersFold.open = false;
  drawMasthead();
  drawNotice();
  drawFilters();
  updatePanel();
  drawTable();
  startDrawing();
  updateDrawing(page.state);
  fitAll();
  reveal(false);
  listen();
  requestAnimationFrame(() =>
    setTimeout(() => {
      performance.mark("interactive");
      document.documentElement.dataset.ready = "yes";
    }),
  );
}

start();
