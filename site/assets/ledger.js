// Sorts and narrows the ledger. The page reads without it, in the order of the articles: this file
// only adds the row of buttons and moves what is there.
(() => {
  const table = document.querySelector(".ledger");
  if (!table) return;
  const inOrder = [...table.tBodies];
  const groups = inOrder.filter((body) => body.classList.contains("ledger__group"));
  const claims = inOrder.filter((body) => !groups.includes(body));
  const title = (claim) => claim.querySelector(".ledger__title").textContent;
  // Absent numbers come last.
  const number = (text, sign) => (text === "" ? Infinity : sign * Number(text));
  const keys = {
    Article: null,
    Verdict: (claim) => number(claim.dataset.order, -1),
    "Weakest evidence": (claim) => number(claim.dataset.evidence, -1),
    "Largest slack": (claim) => number(claim.dataset.slack, -1),
    Title: title,
  };

  const tools = document.createElement("p");
  tools.className = "ledger__tools";
  tools.append("Sort by ");
  const buttons = Object.keys(keys).map((name) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = name;
    button.setAttribute("aria-pressed", name === "Article");
    button.addEventListener("click", () => sort(name));
    return button;
  });
  const search = document.createElement("input");
  search.type = "search";
  search.placeholder = "Only claims with …";
  search.setAttribute("aria-label", "Show only claims that contain this text");
  search.addEventListener("input", narrow);
  tools.append(...buttons, search);
  table.before(tools);

  let isSorted = false;

  function sort(name) {
    const key = keys[name];
    const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
    const bodies = key
      ? [...claims].sort((a, b) => compare(key(a), key(b)) || compare(title(a), title(b)))
      : inOrder;
    isSorted = key !== null;
    table.append(...bodies);
    for (const button of buttons) {
      button.setAttribute("aria-pressed", button.textContent === name);
    }
    narrow();
  }

  // The articles' names stand over their own claims only while these are in order and all shown.
  function narrow() {
    const wanted = search.value.trim().toLowerCase();
    for (const claim of claims) {
      claim.hidden = !claim.textContent.toLowerCase().includes(wanted);
    }
    for (const group of groups) group.hidden = isSorted || wanted !== "";
  }
})();
