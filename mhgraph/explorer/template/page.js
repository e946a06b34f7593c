// The page as a whole: the masthead, what is announced, and the start.

const live = document.getElementById("live");
const notice = document.getElementById("notice");
let speaking = null;

function announce(text) {
  clearTimeout(speaking);
  speaking = setTimeout(() => (live.textContent = text), 120);
}

const pageTitle = () => data.title || data.titles[language];

function countsText() {
  const some = shown.nodeOk.filter(Boolean).length;
  const lines = shown.edgeOk.filter(Boolean).length;
  let claims = 0;
  for (let number = 0; number < data.count; number += 1) if (statementVisible(number, state, shown)) claims += 1;
  const part = (key, shownCount, all) =>
    shownCount === all ? counted(key, all) : word("shownOf", { shown: numbers.format(shownCount), all: counted(key, all) });
  document.getElementById("counts").dataset.statements = claims;
  return [part("entities", some, nodes.length), part("relations", lines, edges.length), part("statements", claims, data.count)].join(" · ");
}

function drawMasthead() {
  document.documentElement.lang = language;
  document.title = pageTitle();
  document.getElementById("title").replaceChildren(said(pageTitle()));
  const dated = data.dated ? ` · ${word("dataOf", { date: data.dated })}` : "";
  document.getElementById("counts").textContent = countsText() + dated;
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = word(element.dataset.word);
  for (const element of document.querySelectorAll("[data-label]")) element.setAttribute("aria-label", word(element.dataset.label));
  for (const element of document.querySelectorAll("[data-placeholder]")) element.placeholder = word(element.dataset.placeholder);
  document.getElementById("language").value = state.lang;
  document.getElementById("theme").value = state.theme;
  for (const view of ["graph", "table"]) document.getElementById(`view-${view}`).setAttribute("aria-pressed", String(state.view === view));
  document.getElementById("graph").hidden = state.view !== "graph";
  tables.hidden = state.view !== "table";
  const picked = state.entity !== null || state.edge !== null || state.path !== null;
  document.getElementById("desk").classList.toggle("bare", state.view === "table" && !picked);
}

function drawNotice() {
  const parts = [];
  if (state.unknown !== null) parts.push(make("span", {}, said(word("notHere", { name: state.unknown.slice(0, 100) }))));
  if (state.focus !== null) {
    const { entity, steps: count } = state.focus;
    parts.push(
      make("span", {}, word("neighbourhoodOf"), " ", make("strong", {}, said(nameOf(entity).text)), ` ${word("within", { steps: counted("steps", count) })}`),
      make("button", { type: "button", id: "back", onclick: () => go({ focus: null }) }, word("back")),
    );
  }
  if (state.concept !== null) {
    parts.push(
      make("span", {}, word("withConcept"), " ", make("strong", {}, said(termName(state.concept)))),
      make("button", { type: "button", id: "any-concept", onclick: () => go({ concept: null }) }, word("showAll")),
    );
  }
  const focused = document.activeElement?.id;
  notice.replaceChildren(...parts);
  notice.hidden = !parts.length;
  if (["back", "any-concept"].includes(focused)) (document.getElementById(focused) ?? container).focus();
}

function useTheme() {
  if (state.theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = state.theme;
}

function draw(before) {
  const relabel = before.lang !== state.lang;
  if (relabel) useLanguage(state.lang);
  drawMasthead();
  drawNotice();
  drawFilters();
  if (before !== state && (relabel || panelKey() !== panelShown)) drawPanel();
  panelShown = panelKey();
  drawTable();
  if (before.theme !== state.theme) {
    useTheme();
    recolour();
  }
  if (state.view === "graph") {
    redraw(before);
    if (before.view !== "graph") fit();
  } else {
    light();
  }
}

// What the panel depends on: redrawing it for every movement of a slider would lose the place of the reader.
const panelKey = () =>
  JSON.stringify([state.entity, state.edge, state.path, state.focus, state.lang, state.entity !== null && shown.nodeOk[state.entity], state.path && shortestPath(...state.path, shown.edgeOk)]);
let panelShown = null;

function start() {
  useLanguage(state.lang);
  useTheme();
  if (window.matchMedia("(max-width: 860px)").matches) document.getElementById("filters-fold").open = false;
  drawMasthead();
  drawNotice();
  drawFilters();
  drawPanel();
  panelShown = panelKey();
  drawTable();
  startDrawing();
  redraw(state);
  fit();
  if (lit !== null) reveal(false);
  laidOut = state.focus === null ? null : `${state.focus.entity} ${state.focus.steps}`;
  views.push(draw);
  document.getElementById("view-graph").addEventListener("click", () => go({ view: "graph" }));
  document.getElementById("view-table").addEventListener("click", () => go({ view: "table" }));
  document.getElementById("language").addEventListener("change", (event) => go({ lang: event.target.value }));
  document.getElementById("theme").addEventListener("change", (event) => go({ theme: event.target.value }));
  document.getElementById("zoom-in").addEventListener("click", () => zoom(1.3));
  document.getElementById("zoom-out").addEventListener("click", () => zoom(1 / 1.3));
  document.getElementById("zoom-fit").addEventListener("click", fit);
  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault();
    if (panel.offsetParent === null) tables.querySelector("input").focus();
    else panel.querySelector("h2").focus();
  });
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", recolour);
  combobox(document.getElementById("search"), document.getElementById("found"), {
    concepts: true,
    onPick: (option) => {
      if (option.concept !== undefined) return changed({ concept: option.concept, focus: null });
      cursor = option.entity;
      follow(option.entity);
    },
  });
  requestAnimationFrame(() =>
    setTimeout(() => {
      performance.mark("interactive");
      document.documentElement.dataset.ready = "yes";
    }),
  );
}

start();
