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

  // The words picked in what a selector matches, without the numbers that stand between them; empty for any others.
  const picked = (selector) => {
    const selection = getSelection();
    const node = selection.anchorNode;
    const element = node instanceof Element || node === null ? node : node.parentElement;
    if (selection.rangeCount === 0 || element === null || element.closest(selector) === null) return "";
    const holder = document.createElement("div");
    holder.append(selection.getRangeAt(0).cloneContents());
    for (const pin of holder.querySelectorAll(".pin, .zone-name")) pin.remove();
    return holder.textContent.replace(/\s+/gu, " ").trim().slice(0, 2000);
  };

  const field = document.querySelector("[data-picked]");
  if (field !== null) {
    for (const hint of document.querySelectorAll(".scripted")) hint.hidden = false;
    document.addEventListener("selectionchange", () => {
      field.value = picked(".decide blockquote") || field.value;
    });
  }

  const add = document.querySelector("[data-add]");
  if (add === null) return;
  const plain = add.getAttribute("href");
  const told = add.textContent;
  // Else the press on the link would drop the words picked before the link is followed.
  add.addEventListener("mousedown", (event) => event.preventDefault());
  document.addEventListener("selectionchange", () => {
    const words = picked(".text .zone p");
    add.setAttribute("href", words ? `${plain}&quote=${encodeURIComponent(words)}` : plain);
    add.textContent = words ? `Add “${words.length > 60 ? `${words.slice(0, 60)}…` : words}” as a claim` : told;
  });
})();
