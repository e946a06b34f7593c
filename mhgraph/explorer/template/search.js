// Search with completion, over labels in all languages, acronyms, other names and identifiers.

const SUGGESTIONS = 12;
const index = nodes.map((node) =>
  [...Object.values(node.labels), ...node.acronyms.map(([text]) => text), ...node.alt, node.id].map((name) => ({
    name,
    key: folded(name.slice(0, 2000)),
  })),
);
const usedConcepts = [...new Set(nodes.flatMap((node) => [...node.kinds, ...node.concepts]))];
const conceptIndex = usedConcepts.map((number) => ({
  number,
  names: Object.values(terms[number].labels).map((name) => ({ name, key: folded(name) })),
}));

function matching(needle, key) {
  if (key === needle) return 4;
  if (key.startsWith(needle)) return 3;
  if (` ${key}`.includes(` ${needle}`)) return 2;
  if (needle.length > 2 && key.includes(needle)) return 1;
  return needle.split(" ").every((each) => key.includes(each)) && needle.length > 2 ? 0.5 : 0;
}

function bestMatch(needle, names) {
  let best = { score: 0, name: "" };
  for (const { name, key } of names) {
    const score = matching(needle, key);
    if (score > best.score) best = { score, name };
  }
  return best;
}

function suggestions(words, { concepts = true } = {}) {
  const needle = folded(words);
  if (!needle) return [];
  const found = [];
  nodes.forEach((_, number) => {
    const { score, name } = bestMatch(needle, index[number]);
    if (score) found.push({ score: score + Math.min(0.4, edgesOf[number].length / 200), name, entity: number });
  });
  if (concepts) {
    for (const { number, names } of conceptIndex) {
      const { score, name } = bestMatch(needle, names);
      if (score) found.push({ score: score - 0.3, name, concept: number });
    }
  }
  return found.sort((one, other) => other.score - one.score || (one.entity ?? 1e9) - (other.entity ?? 1e9)).slice(0, SUGGESTIONS);
}

// Make a combobox (WAI-ARIA, list autocomplete with manual selection) of an input and a listbox.
function combobox(input, list, { concepts, onPick }) {
  let options = [];
  let active = -1;
  const shut = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    active = -1;
  };
  const choose = (option) => {
    shut();
    input.value = "";
    onPick(option);
  };
  const mark = (rank) => {
    active = rank;
    [...list.children].forEach((item, each) => item.setAttribute("aria-selected", String(each === rank)));
    input.setAttribute("aria-activedescendant", list.children[rank].id);
    list.children[rank].scrollIntoView({ block: "nearest" });
  };
  const update = () => {
    options = suggestions(input.value, { concepts });
    if (!input.value.trim()) return shut();
    list.replaceChildren(...options.map((option, rank) => suggestion(option, `${list.id}-${rank}`, () => choose(option))));
    list.hidden = !options.length;
    input.setAttribute("aria-expanded", String(options.length > 0));
    input.removeAttribute("aria-activedescendant");
    active = -1;
    announce(options.length ? counted("results", options.length) : word("nothingFound", { words: input.value.slice(0, 80) }));
  };
  input.addEventListener("input", update);
  input.addEventListener("focus", () => input.value && update());
  input.addEventListener("blur", shut);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !list.hidden) shut();
    else if (event.key === "ArrowDown" && options.length) mark((active + 1) % options.length);
    else if (event.key === "ArrowUp" && options.length) mark((active + options.length - (active < 0 ? 0 : 1)) % options.length);
    else if (event.key === "Enter" && options.length) choose(options[Math.max(0, active)]);
    else return;
    event.preventDefault();
  });
}

function suggestion(option, id, choose) {
  const isEntity = option.entity !== undefined;
  const label = isEntity ? nameOf(option.entity) : termLabel(option.concept);
  const kind = isEntity ? className(nodes[option.entity].class) : word("topic");
  const other = option.name === label.text || option.name.includes(":") ? kind : `${kind} · ${word("also", { name: option.name })}`;
  const item = make(
    "li",
    { id, role: "option", "aria-selected": "false" },
    isEntity ? swatch(nodes[option.entity].class) : null,
    make("span", {}, said(label.text, label.lang), " ", make("span", { class: "quiet" }, said(other))),
  );
  item.addEventListener("mousedown", (event) => event.preventDefault());
  item.addEventListener("click", choose);
  return item;
}
