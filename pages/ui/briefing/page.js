// Each chart stands there as a drawing already; here it becomes one that answers to the pointer.
for (const [place, spec] of JSON.parse(document.getElementById("charts").textContent).entries()) {
  const frame = document.getElementById(`chart-${place}`);
  const drawn = document.createElement("div");
  drawn.style.width = "100%";
  frame.after(drawn);
  vegaEmbed(drawn, spec, { actions: false, renderer: "svg" })
    .then(() => { frame.remove(); drawn.className = "chart drawn"; })
    .catch(() => drawn.remove());
}
