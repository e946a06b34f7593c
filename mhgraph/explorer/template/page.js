// The page as a whole: the masthead, and which view is shown.

/** @type {Record<Exclude<ViewName, "start">, () => Node[]>} */
const VIEWS = {
  answer: drawAnswer,
  thing: drawThing,
  path: drawPath,
  story: drawStory,
  map: drawOverview,
  search: drawSearch,
};

const pageTitle = () => graph.title || chooseLabel(graph.titles, "").text;

function drawMasthead() {
  const { lang, theme, stated } = page.state;
  document.documentElement.lang = lang;
  elements.title.replaceChildren(isolate(pageTitle()));
  elements.language.value = lang;
  elements.theme.value = theme;
  elements.stated.checked = stated;
  elements.stated.disabled = !graph.canSwitch;
  writeWords();
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
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

/** What was asked for by an address and is not here. */
function drawUnknown() {
  const { unknown } = page.state;
  return unknown === null
    ? []
    : [make("p", { class: "note", role: "alert" }, isolate(word("notHere", { name: unknown.slice(0, 100) })))];
}

/**
 * Draw all that a change of the state may have changed.
 * @param {State | null} before
 */
function draw(before) {
  const { state } = page;
  if (before !== null && isPickAlone(before, state)) {
    showPicked();
    return;
  }
  drawMasthead();
  const isStart = state.view === "start";
  elements.start.hidden = !isStart;
  for (const section of elements.start.querySelectorAll("[data-lang]")) {
    if (section instanceof HTMLElement) section.hidden = section.dataset.lang !== state.lang;
  }
  map.part = { things: [], lines: [], left: 0 };
  const nodes = state.view === "start" ? [] : VIEWS[state.view]();
  elements.view.hidden = isStart && state.unknown === null;
  elements.view.replaceChildren(...drawUnknown(), ...nodes);
  const heading = elements.view.querySelector("h2")?.textContent;
  document.title = heading && !isStart ? `${heading} – ${pageTitle()}` : pageTitle();
  startMap();
  if (state.row !== null) showPicked();
  if (before !== null && isOtherView(before, state)) arrive();
}

/**
 * @param {State} before
 * @param {State} after
 */
function isPickAlone(before, after) {
  return (
    before.row !== after.row && JSON.stringify({ ...before, row: null }) === JSON.stringify({ ...after, row: null })
  );
}

/**
 * @param {State} before
 * @param {State} after
 */
function isOtherView(before, after) {
  const keys = /** @type {const} */ (["view", "answer", "thing", "words"]);
  return keys.some((key) => before[key] !== after[key]);
}

/** Take the reader to the top of a view that is new, and tell a screen reader where it is. */
function arrive() {
  window.scrollTo(0, 0);
  const heading = page.state.view === "start" ? elements.title : elements.view.querySelector("h2");
  if (heading instanceof HTMLElement) heading.focus({ preventScroll: true });
}

/** @param {Event} event */
function skipToContent(event) {
  event.preventDefault();
  const target = page.state.view === "start" ? elements.start : elements.view;
  target.focus();
}

/** @param {Event} event */
function submitSearch(event) {
  event.preventDefault();
  const words = elements.search.value.trim();
  if (words) go({ ...freshFilters(), view: "search", words });
}

function listen() {
  const { language, theme, stated, search, found } = elements;
  followAddress();
  language.addEventListener("change", () => go({ lang: language.value }));
  theme.addEventListener("change", () => go({ theme: theme.value }));
  stated.addEventListener("change", () => go({ stated: stated.checked, row: null }));
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", startMap);
  document.querySelector(".skip")?.addEventListener("click", skipToContent);
  document.getElementById("search-form")?.addEventListener("submit", submitSearch);
  document.addEventListener("click", followLink);
  new Combobox(search, found, (thing) => go({ ...freshFilters(), view: "thing", thing })).listen();
}

/**
 * Follow a link to a view of this page by hand: in a frame without an address, nothing else would.
 * @param {MouseEvent} event
 */
function followLink(event) {
  if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || !(event.target instanceof Element)) return;
  const href = event.target.closest("a")?.getAttribute("href");
  if (!href?.startsWith("#") || event.target.closest(".skip")) return;
  event.preventDefault();
  const { stated, lang, theme } = page.state;
  go({ ...readAddress(href), stated, lang, theme });
}

function start() {
  draw(null);
  listen();
  requestAnimationFrame(() =>
    setTimeout(() => {
      performance.mark("interactive");
      document.documentElement.dataset.ready = "yes";
    }),
  );
}

start();
