// Slides prepared once: every chart is drawn before it is needed, and a key only shows what is there.

const LARGEST = 2.3; // of a chart drawn for a page, at 1080 lines
const AROUND = 70; // axes and legends of a chart, in lines of a page
const LONG = 1000; // a chart of so many lines is a list: it keeps its letters and scrolls
const READABLE = 1.6;
const NARROW = 800;
const STILL_AFTER = 2500;

const byId = (id) => document.getElementById(id);
const stage = byId("stage");
let deck = JSON.parse(byId("deck").textContent);
let at = 0;

function element(name, words = "", kind = "") {
  const made = document.createElement(name);
  made.textContent = words.replace(/-(?=\p{L})/gu, "-\u2060"); // no line ends within QĐ-BTTTT
  made.className = kind;
  return made;
}

function listed(lines, kind) {
  const list = element("ul", "", kind);
  for (const line of lines) {
    const item = element("li");
    if (/^https?:/.test(line)) {
      const link = element("a", line, "links");
      Object.assign(link, { href: line, target: "_blank", rel: "noreferrer" });
      item.append(link);
    } else item.append(element("span", line));
    list.append(item);
  }
  return list;
}

function section(slide, number) {
  const made = element("section", "", slide.spec ? "slide" : "slide words");
  made.tabIndex = 0; // on a telephone a slide scrolls
  made.setAttribute("aria-roledescription", deck.words.slide);
  made.setAttribute("aria-label", `${number + 1}/${deck.slides.length}`);
  const content = element("div", "", "content");
  if (slide.spec) {
    const chart = element("div", "", "chart");
    chart.setAttribute("role", "img");
    chart.setAttribute("aria-label", slide.alt);
    chart.append(element("div"));
    content.append(chart);
  }
  if (slide.said.length) content.append(listed(slide.said, "said"));
  made.append(element("p", slide.label, "label"), element("h1", slide.title));
  if (slide.unit) made.append(element("p", slide.unit, "unit"));
  made.append(content, element("p", slide.source, "source"));
  return made;
}

function build() {
  stage.replaceChildren(...deck.slides.map(section));
  show(Math.min(at, deck.slides.length - 1));
  prepare();
}

// The presenter's window and the room's move together: whichever is moved tells the other.
const SPEAKING = "speaker=1";
const speaking = location.search.includes(SPEAKING);
const both = new BroadcastChannel("dti-show");
const began = Date.now();
let told = null;
both.addEventListener("message", ({ data }) => {
  if (data.of !== deck.address || data.at === at) return;
  told = data.at;
  show(data.at);
});

function speak() {
  document.body.classList.add("speaking");
  byId("speaker").hidden = false;
  const tick = () => {
    const seconds = Math.floor((Date.now() - began) / 1000);
    byId("clock").textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  };
  tick();
  setInterval(tick, 1000);
}

const beside = () => open(`${deck.address}&${SPEAKING}#${at + 1}`, "dti-speaker", "popup,width=1280,height=800");

// Room for the chart beside the sentences or above them: whichever shows it larger.
function room(made, spec) {
  const place = made.querySelector(".chart");
  const largest = innerWidth <= NARROW ? 1 : (LARGEST * innerHeight) / 1080;
  let best = null;
  for (const beside of innerWidth > NARROW && made.querySelector(".said") ? [false, true] : [false]) {
    made.classList.toggle("beside", beside);
    const { clientWidth: width, clientHeight: height } = place;
    const least = spec.height > LONG ? (READABLE * innerHeight) / 1080 : 0;
    const scale = Math.max(least, Math.min(largest, height / (spec.height + AROUND), width / 420));
    if (!best || scale > best.scale * 1.05) best = { beside, width, height, scale };
  }
  made.classList.toggle("beside", best.beside);
  return best;
}

async function draw(made, slide) {
  if (!slide.spec || made.dataset.drawn) return;
  made.dataset.drawn = "begun";
  const target = made.querySelector(".chart > div");
  const { width, height, scale } = room(made, slide.spec);
  const spec = { ...slide.spec, width: Math.floor(width / Math.max(scale, 0.5)) };
  const { view } = await vegaEmbed(target, spec, { actions: false, ast: true, renderer: "svg", tooltip: { theme: "light" } });
  await view.resize().runAsync(); // a legend finds its height only once its width is known
  const svg = target.querySelector("svg");
  const [ownWidth, ownHeight] = [Number(svg.getAttribute("width")), Number(svg.getAttribute("height"))];
  const long = slide.spec.height > LONG;
  const fit = Math.min(width / ownWidth, long ? Infinity : height / ownHeight);
  target.classList.toggle("long", long);
  target.tabIndex = long ? 0 : -1;
  svg.style.width = `${ownWidth * fit}px`;
  svg.style.height = `${ownHeight * fit}px`;
  if (innerWidth <= NARROW) target.parentElement.style.height = svg.style.height;
  made.dataset.drawn = "done";
}

// The slide that is seen first, then its neighbours, then the rest, one at a time so that a key is never kept waiting.
async function prepare() {
  const these = [...stage.children];
  const order = these.map((_, i) => i).sort((a, b) => Math.abs(a - at - 0.1) - Math.abs(b - at - 0.1));
  for (const i of order) {
    if (stage.children[i] !== these[i]) return; // another deck has come meanwhile
    await draw(these[i], deck.slides[i]);
    await new Promise((go) => setTimeout(go));
  }
  stage.dataset.ready = "yes";
}

function show(number) {
  at = Math.max(0, Math.min(number, deck.slides.length - 1));
  [...stage.children].forEach((made, i) => {
    made.classList.toggle("now", i === at);
    made.inert = i !== at;
  });
  const slide = deck.slides[at];
  draw(stage.children[at], slide);
  byId("counter").textContent = `${at + 1}/${deck.slides.length}`;
  byId("heard").textContent = `${at + 1}/${deck.slides.length}: ${slide.title}`;
  byId("note").textContent = byId("own-note").textContent = slide.note;
  byId("next").textContent = deck.slides[at + 1]?.title ?? "";
  byId("note").hidden = !slide.note || !document.body.classList.contains("noted");
  history.replaceState(null, "", `${deck.address}${speaking ? `&${SPEAKING}` : ""}#${at + 1}`);
  if (told !== at) both.postMessage({ at, of: deck.address });
  told = at;
}

function redraw() {
  delete stage.dataset.ready;
  for (const made of stage.children) {
    delete made.dataset.drawn;
    made.querySelector(".chart")?.removeAttribute("style");
    made.querySelector(".chart > div")?.replaceChildren();
  }
  prepare();
}

async function against(code) {
  const query = new URL(deck.address, location).searchParams;
  query.set("against", code);
  delete stage.dataset.ready;
  try {
    const answer = await fetch(`show.json?${query}`);
    if (answer.ok) deck = await answer.json();
  } catch { /* the server is out of reach: the slides stay as they are */ }
  dress();
  build();
}

// What beside the slides depends on the deck: the code, its address, the way to the page where it is put together.
function dress() {
  byId("picture").innerHTML = deck.code;
  byId("address").textContent = deck.link;
  byId("edit").href = deck.edit;
  byId("data-note").hidden = !deck.slides.some((slide) => slide.note);
}

const toggle = (id) => (byId(id).open ? byId(id).close() : byId(id).showModal());
function notes() {
  document.body.classList.toggle("noted");
  show(at);
  redraw();
}
const whole = () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen());

const KEYS = {
  ArrowRight: () => show(at + 1), ArrowDown: () => show(at + 1), PageDown: () => show(at + 1), " ": () => show(at + 1),
  ArrowLeft: () => show(at - 1), ArrowUp: () => show(at - 1), PageUp: () => show(at - 1),
  Home: () => show(0), End: () => show(deck.slides.length - 1),
  "?": () => toggle("keys"), q: () => toggle("code"), n: notes, s: beside, f: whole,
};

document.addEventListener("keydown", (event) => {
  const busy = event.target.closest("select, dialog") || (event.key === " " && event.target.closest("button, a"));
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (!KEYS[key] || busy || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  KEYS[key]();
});

let touched = 0;
stage.addEventListener("touchstart", (event) => { touched = event.touches[0].clientX; }, { passive: true });
stage.addEventListener("touchend", (event) => {
  const moved = event.changedTouches[0].clientX - touched;
  if (Math.abs(moved) > 60) show(at - Math.sign(moved));
});

let resting;
function awake() {
  document.body.classList.remove("still");
  clearTimeout(resting);
  resting = setTimeout(() => document.body.classList.add("still"), STILL_AFTER);
}
document.addEventListener("pointermove", awake);

let resizing;
addEventListener("resize", () => {
  clearTimeout(resizing);
  resizing = setTimeout(redraw, 200);
});

const CLICKS = {
  back: () => show(at - 1), on: () => show(at + 1), "open-keys": () => toggle("keys"), "open-code": () => toggle("code"),
  "data-note": notes, beside, whole,
};
for (const [id, act] of Object.entries(CLICKS)) byId(id).addEventListener("click", act);
for (const button of document.querySelectorAll("dialog button")) button.addEventListener("click", () => button.closest("dialog").close());
byId("against").addEventListener("change", (event) => {
  against(event.target.value);
  event.target.blur();
});

if (speaking) speak();
at = Number(location.hash.slice(1) || 1) - 1;
dress();
Promise.all([400, 600, 700].map((weight) => document.fonts.load(`${weight} 16px "DTI Sans"`))).then(build);
awake();
