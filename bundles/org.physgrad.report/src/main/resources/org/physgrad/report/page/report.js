"use strict";
(async function () {
  const data = JSON.parse(document.getElementById("data").textContent);
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const config = { responsive: true, displaylogo: false };

  /** The library is packed, so that a report stays small; whoever reads it unpacks it. */
  async function unpack(element) {
    const bytes = Uint8Array.from(atob(element.textContent), (c) => c.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    const script = document.createElement("script");
    script.textContent = await new Response(stream).text();
    document.head.append(script);
    script.remove();
  }

  function colour(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  }

  function axis(title, type) {
    return {
      title: { text: title }, type, gridcolor: colour("--line"), zerolinecolor: colour("--line"), linecolor: colour("--line"),
      exponentformat: "power", automargin: true,
    };
  }

  function layout(more) {
    return {
      paper_bgcolor: colour("--background"), plot_bgcolor: colour("--background"),
      font: { color: colour("--text"), size: 12 }, margin: { l: 70, r: 20, t: 30, b: 50 },
      uirevision: "kept", ...more,
    };
  }

  function faint(hex) {
    return hex + "33";
  }

  function traces(curve) {
    const tint = dark.matches ? curve.dark : curve.light;
    const line = {
      name: curve.name, legendgroup: curve.name, x: curve.x, y: curve.y, mode: curve.x.length > 1 ? "lines" : "markers",
      line: { color: tint, width: 1.8, dash: curve.dash }, marker: { color: tint },
      hovertemplate: "%{y:.4g} at %{x}<extra>" + escaped(curve.name) + "</extra>",
    };
    if (!curve.low) {
      return [line];
    }
    const edge = { legendgroup: curve.name, x: curve.x, mode: "lines", line: { width: 0 }, showlegend: false, hoverinfo: "skip" };
    return [{ ...edge, y: curve.low }, { ...edge, y: curve.high, fill: "tonexty", fillcolor: faint(tint) }, line];
  }

  /** Plotly reads some tags in texts. */
  function escaped(text) {
    return text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  }

  function show(figure) {
    figure.querySelector(".interactive").hidden = false;
    figure.classList.add("drawn");
  }

  async function drawChart(figure) {
    const chart = data.charts.find((candidate) => candidate.metric === figure.dataset.chart);
    const plot = figure.querySelector(".plot");
    const boxes = [...figure.querySelectorAll("[data-axis]")];
    const draw = () => {
      const type = Object.fromEntries(boxes.map((box) => [box.dataset.axis, box.checked ? "log" : "linear"]));
      return Plotly.react(plot, chart.curves.flatMap(traces), layout({
        xaxis: axis("iteration", type.xaxis), yaxis: axis(escaped(chart.metric), type.yaxis),
        showlegend: chart.curves.length > 1, legend: { orientation: "h", x: 0, y: 1.02, yanchor: "bottom" },
        hovermode: "closest", uirevision: type.xaxis + type.yaxis,
      }), config);
    };
    show(figure);
    await draw();
    boxes.forEach((box) => box.addEventListener("change", draw));
    dark.addEventListener("change", draw);
  }

  function picture(quantity) {
    if (quantity.z) {
      return {
        type: "surface", z: quantity.z, cmin: quantity.low, cmax: quantity.high,
        colorscale: quantity.difference ? [[0, "#3b4cc0"], [0.5, "#dddddd"], [1, "#b40426"]] : "Viridis",
        colorbar: { thickness: 14, len: 0.7 }, hovertemplate: "x %{x}, y %{y}: %{z:.4g}<extra></extra>",
      };
    }
    return {
      type: "scatter", mode: "markers", x: quantity.x, y: quantity.y, marker: { size: 4, color: colour("--accent") },
      hovertemplate: "%{y:.4g} at %{x:.4g}<extra></extra>",
    };
  }

  function scene(quantity) {
    const side = (title) => ({ ...axis(title, "linear"), backgroundcolor: colour("--surface") });
    return {
      xaxis: side("x"), yaxis: side("y"), zaxis: side(escaped(quantity.name)), aspectmode: "manual",
      aspectratio: { x: 1.3, y: 1.3 * quantity.z.length / quantity.z[0].length, z: 0.7 },
      camera: { eye: { x: 1.4, y: 1.4, z: 1.1 }, center: { x: 0, y: 0, z: -0.2 } },
    };
  }

  function fill(select, names) {
    const chosen = select.value;
    select.replaceChildren(...names.map((name) => new Option(name, name)));
    select.value = names.includes(chosen) ? chosen : names[0];
  }

  async function drawCloseUp(figure) {
    const plot = figure.querySelector(".plot");
    const chosen = figure.querySelector("[data-choice=example]");
    const quantities = figure.querySelector("[data-choice=quantity]");
    const draw = () => {
      const example = data.examples.find((candidate) => candidate.group === chosen.value);
      fill(quantities, example.quantities.map((quantity) => quantity.name));
      const quantity = example.quantities.find((candidate) => candidate.name === quantities.value);
      const axes = quantity.z
        ? { scene: scene(quantity), margin: { l: 0, r: 0, t: 0, b: 0 } }
        : { xaxis: axis(escaped(quantity.parameter), "linear"), yaxis: axis(escaped(quantity.name), "linear") };
      return Plotly.react(plot, [picture(quantity)], layout(axes), config);
    };
    fill(chosen, data.examples.map((example) => example.group));
    show(figure);
    await draw();
    [chosen, quantities].forEach((select) => select.addEventListener("change", draw));
    dark.addEventListener("change", draw);
  }

  /** Surfaces need WebGL; where there is none, the still pictures stay. */
  function canShow(examples) {
    const surfaces = examples.some((example) => example.quantities.some((quantity) => quantity.z));
    return examples.length > 0 && (!surfaces || document.createElement("canvas").getContext("webgl") !== null);
  }

  try {
    await unpack(document.getElementById("plotly"));
    for (const figure of document.querySelectorAll("[data-chart]")) {
      await drawChart(figure);
    }
    if (canShow(data.examples)) {
      await drawCloseUp(document.getElementById("closeup"));
    }
    document.documentElement.dataset.plots = "drawn";
  } catch (error) {
    document.documentElement.dataset.plots = "failed";
    const trouble = document.getElementById("trouble");
    trouble.textContent = "The interactive plots could not be drawn in this browser (" + error.message + "); the still pictures show the same.";
    trouble.hidden = false;
  }
})();
