// Keys of the queue, and the words picked in a report's text. Everything here can be done without it.
"use strict";

(() => {
  const typing = (at) => at.closest("input:not([type=checkbox]), textarea, select, [contenteditable]") !== null;

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1 || typing(event.target)) return;
    const named = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (named === null) return;
    event.preventDefault();
    if (named.tagName === "DETAILS") {
      named.open = !named.open;
      return;
    }
    const reason = named.form === undefined || named.form === null ? null : named.form.elements.because;
    if (reason && !reason.value.trim()) {
      // A decision needs its reason first: the cursor goes there, and Enter then sends what was meant.
      named.form.dataset.meant = event.key;
      reason.focus();
      return;
    }
    named.click();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && typing(event.target)) event.target.blur();
    if (event.key !== "Enter" || event.target.name !== "because" || !event.target.form.dataset.meant) return;
    const meant = event.target.form.querySelector(`[data-key="${CSS.escape(event.target.form.dataset.meant)}"]`);
    event.preventDefault();
    if (meant !== null && event.target.form.reportValidity()) meant.click();
  });

  const add = document.querySelector("[data-add]");
  if (add === null) return;
  const plain = add.getAttribute("href");
  const told = add.textContent;
  const within = (node) => {
    const element = node instanceof Element ? node : node.parentElement;
    return element !== null && element.closest(".text .zone p") !== null;
  };
  // Else the press on the link would drop the words picked before the link is followed.
  add.addEventListener("mousedown", (event) => event.preventDefault());
  document.addEventListener("selectionchange", () => {
    const picked = getSelection();
    const inside = picked.rangeCount > 0 && within(picked.anchorNode);
    const holder = document.createElement("div");
    if (inside) holder.append(picked.getRangeAt(0).cloneContents());
    // The numbers of claims stand between the words, and are none of the report's own.
    for (const pin of holder.querySelectorAll(".pin, .zone-name")) pin.remove();
    const words = inside ? holder.textContent.replace(/\s+/gu, " ").trim() : "";
    add.setAttribute("href", words ? `${plain}&quote=${encodeURIComponent(words.slice(0, 2000))}` : plain);
    add.textContent = words ? `Add “${words.length > 60 ? `${words.slice(0, 60)}…` : words}” as a claim` : told;
  });
})();
