// What can be done with a row: copy it with its source, or tell that it is wrong.

/**
 * A row as one sentence: the cells, by their titles.
 * @param {number} answer
 * @param {Row} row
 */
function rowText(answer, row) {
  const { columns } = graph.answers[answer];
  const parts = columns.map(({ titles }, place) => {
    const text = cellText(row.cells[place]);
    return text ? `${chooseLabel(titles, "").text}: ${text}` : "";
  });
  return parts.filter(Boolean).join("; ");
}

/**
 * A statement or row with the footnotes of its paragraphs.
 * @param {string} text
 * @param {number} statement
 */
function withSources(text, statement) {
  const notes = passagesOf(statement).map(citePassage);
  return [`${text} (${howKnown(statement)})`, ...notes].join("\n");
}

/**
 * @param {string} text what the row says
 * @param {number} statement
 */
function makeActions(text, statement) {
  return make(
    "p",
    { class: "actions" },
    makeButton({ class: "plain", onclick: () => copyText(withSources(text, statement)) }, word("copyWithSource")),
    " ",
    makeButton({ class: "plain", onclick: () => openReport(text, statement) }, word("isWrong")),
  );
}

/**
 * Copy a text; where the browser does not allow it, show it to be copied by hand.
 * @param {string} text
 */
async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    announce(word("copied"));
  } catch {
    openDialog(word("copyByHand"), text);
  }
}

/**
 * @param {string} text
 * @param {number} statement
 */
function openReport(text, statement) {
  const lines = [
    word("reportIntro"),
    "",
    withSources(text, statement),
    "",
    `${word("reportPage")} ${location.hash || "#"}, ${word("dataOf", { date: graph.dated })}`,
    "",
    word("reportWhy"),
    "",
  ];
  openDialog(word("isWrong"), lines.join("\n"), `${word("reportFile")}.txt`);
}

/**
 * Show a text that can be changed, copied and saved.
 * @param {string} title
 * @param {string} text
 */
function openDialog(title, text, file = "mhgraph.txt") {
  const { dialog } = elements;
  const area = make("textarea", { rows: 12, "aria-label": title });
  area.value = text;
  const copy = async () => {
    area.select();
    try {
      await navigator.clipboard.writeText(area.value);
      announce(word("copied"));
    } catch {
      announce(word("copyByHand")); // it is selected already
    }
  };
  dialog.setAttribute("aria-label", title);
  dialog.replaceChildren(
    make("h2", {}, title),
    area,
    make(
      "p",
      { class: "actions" },
      makeButton({ onclick: copy }, word("copy")),
      " ",
      makeButton({ onclick: () => saveFile(file, area.value, "text/plain;charset=utf-8") }, word("save")),
      " ",
      makeButton({ onclick: () => dialog.close() }, word("close")),
    ),
  );
  dialog.showModal();
}
