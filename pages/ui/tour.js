// A few sentences for a first visit, in a corner of the window; a browser that has seen them remembers it.
const SEEN = "dti-tour";

function leave() {
  try { localStorage.setItem(SEEN, "seen"); } catch { /* a browser that keeps nothing shows it again */ }
  document.getElementById("tour")?.remove();
}

function step(at) {
  document.getElementById("tour")?.remove();
  if (at >= words.steps.length) return leave();
  const last = at === words.steps.length - 1;
  const card = document.createElement("aside");
  Object.assign(card, { id: "tour", lang: document.documentElement.lang });
  card.setAttribute("aria-label", words.tour);
  const said = document.createElement("p");
  said.textContent = words.steps[at];
  const where = document.createElement("span");
  where.textContent = `${at + 1}/${words.steps.length}`;
  const skip = document.createElement("button");
  skip.textContent = words.skip;
  skip.onclick = leave;
  const on = document.createElement("button");
  on.textContent = last ? words.done : words.on;
  on.className = "on";
  on.onclick = () => { step(at + 1); document.querySelector("#tour .on")?.focus(); };
  card.append(said, where, ...(last ? [] : [skip]), on);
  document.body.append(card);
}

const begin = () => step(0);
document.addEventListener("click", (event) => { if (event.target.closest?.(".tour-again")) begin(); });
try { if (!localStorage.getItem(SEEN)) begin(); } catch { /* nothing is kept: no tour rather than one at every visit */ }
