"use strict";
// The cube viewer: an image of one band, a region on it, and the spectrum of that region.
// Everything comes from this service; nothing is computed here but places on the screen.
(() => {
  const SVG = "http://www.w3.org/2000/svg";
  const byId = (id) => document.getElementById(id);
  const viewer = byId("viewer");
  const base = "/ryugu/cubes/" + viewer.dataset.product + "/";
  const stage = byId("stage"), picture = byId("picture"), overlay = byId("overlay");
  const fields = ["line", "sample", "to_line", "to_sample"].map((name) => byId(name));
  let info = null, region = [0, 0, 0, 0], dragging = false, asked = 0, shown = 0;

  const get = async (path) => {
    const response = await fetch(base + path, { headers: { Accept: "application/json" } });
    const json = await response.json();
    if (!response.ok) { throw new Error(json.error || response.statusText); }
    return json;
  };
  const file = () => "file=" + encodeURIComponent(byId("file").value);
  const place = () => "line=" + region[0] + "&sample=" + region[1]
    + "&to_line=" + region[2] + "&to_sample=" + region[3];
  const say = (text) => { byId("status").textContent = text; };
  const digits = (x, n) => x === null ? "not known" : Number(x).toPrecision(n || 5);
  const make = (name, attributes, text) => {
    const node = document.createElementNS(SVG, name);
    for (const key in attributes) { node.setAttribute(key, attributes[key]); }
    if (text !== undefined) { node.textContent = text; }
    return node;
  };

  async function openFile() {
    try {
      info = await get("info?" + file());
    } catch (e) { say(e.message); return; }
    const band = byId("band");
    band.replaceChildren(...Array.from({ length: info.bands }, (_, i) => {
      const option = document.createElement("option");
      option.value = i + 1;
      const named = info.band_names[i];
      option.textContent = (i + 1) + ": " + (named || (info.axis_unit === "band"
        ? "band" : digits(info.axis[i], 6) + " " + info.axis_unit));
      return option;
    }));
    band.value = Math.max(1, Math.round(info.bands / 3));
    overlay.setAttribute("viewBox", "0 0 " + info.samples + " " + info.lines);
    byId("size").textContent = info.format + ", " + info.lines + " lines, " + info.samples
      + " samples, " + info.bands + " bands" + (info.defects.length
        ? "; doubtful: " + info.defects.join("; ") : "");
    fields.forEach((field, i) => {
      field.max = (i % 2 ? info.samples : info.lines) - 1;
    });
    const l = Math.floor(info.lines / 2), s = Math.floor(info.samples / 2);
    showBand();
    choose([l, s, l, s]);
  }

  async function showBand() {
    const query = "?" + file() + "&band=" + byId("band").value, mine = ++shown;
    picture.src = base + "image" + query;
    try {
      const band = await get("band" + query);
      if (mine !== shown) { return; }
      picture.alt = info.title + ", " + band.name;
      byId("range").textContent = band.low === null
        ? "This band has not one number."
        : "Colours from " + digits(band.low) + " (dark) to " + digits(band.high) + " (bright); "
          + band.pixels_below + " pixels lie below, down to " + digits(band.minimum) + ", "
          + band.pixels_above + " above, up to " + digits(band.maximum) + "; "
          + band.pixels_missing + " have no number and are blank."
          + (band.every > 1 ? " Every " + band.every + "th line and sample is shown." : "");
    } catch (e) { say(e.message); }
  }

  function choose(next) {
    const top = [info.lines - 1, info.samples - 1];
    region = next.map((value, i) => Math.min(Math.max(value, 0), top[i % 2]));
    fields.forEach((field, i) => { field.value = region[i]; });
    draw();
    clearTimeout(choose.timer);
    choose.timer = setTimeout(showSpectrum, 60);
  }

  function draw() {
    const [l, s, m, t] = region;
    const x = Math.min(s, t), y = Math.min(l, m);
    const box = { x: x, y: y, width: Math.abs(t - s) + 1, height: Math.abs(m - l) + 1 };
    overlay.replaceChildren(make("rect", Object.assign({ class: "outer" }, box)),
      make("rect", Object.assign({ class: "region" }, box)));
    const bar = byId("scale");
    bar.replaceChildren();
    if (info.pixel_um === null) {
      byId("scaletext").textContent = "The width of a pixel is not known: no scale bar.";
      return;
    }
    const room = info.samples * info.pixel_um * 0.4;
    const power = Math.pow(10, Math.floor(Math.log10(room)));
    const um = [5, 2, 1].map((k) => k * power).find((k) => k <= room);
    bar.setAttribute("viewBox", "0 0 " + info.samples + " 2");
    bar.setAttribute("preserveAspectRatio", "none");
    bar.append(make("rect", { x: 0, y: 0, width: um / info.pixel_um, height: 2 }));
    byId("scaletext").textContent = um + " \u00b5m; a pixel is " + info.pixel_um
      + " \u00b5m wide by " + info.pixel_source;
  }

  async function showSpectrum() {
    const mine = ++asked;
    try {
      const spectrum = await get("spectrum?" + file() + "&" + place());
      if (mine !== asked) { return; }
      chart(spectrum);
      table(spectrum);
      const query = file() + "&" + place();
      byId("png").href = base + "spectrum.png?" + query;
      byId("pdf").href = base + "spectrum.pdf?" + query;
      byId("json").href = base + "spectrum?" + query;
      viewer.dataset.shown = region.join(",");
      say(spectrum.pixels + (spectrum.pixels === 1 ? " pixel" : " pixels") + "; sigma: "
        + spectrum.sigma_source + (spectrum.notes.length ? ". " + spectrum.notes.join(". ") : ""));
    } catch (e) { if (mine === asked) { say(e.message); } }
  }

  function chart(spectrum) {
    const svg = byId("chart"), W = 640, H = 400, L = 70, R = 14, T = 14, B = 46;
    const at = spectrum.micrometres || spectrum.axis;
    const order = at.map((_, i) => i).filter((i) => at[i] !== null && spectrum.value[i] !== null)
      .sort((i, j) => at[i] - at[j]);
    svg.replaceChildren();
    if (order.length < 2) {
      svg.append(make("text", { x: W / 2, y: H / 2, "text-anchor": "middle" }, "No numbers here"));
      return;
    }
    let low = Infinity, high = -Infinity;
    order.forEach((i) => {
      const sigma = spectrum.sigma[i] || 0;
      low = Math.min(low, spectrum.value[i] - sigma);
      high = Math.max(high, spectrum.value[i] + sigma, spectrum.continuum[i] || -Infinity);
    });
    const pad = high > low ? (high - low) * 0.05 : Math.abs(high) * 0.05 || 1;
    low -= pad; high += pad;
    const first = at[order[0]], last = at[order[order.length - 1]];
    const x = (v) => L + (v - first) / (last - first || 1) * (W - L - R);
    const y = (v) => H - B - (v - low) / (high - low) * (H - T - B);
    ticks(first, last).forEach((v) => svg.append(
      make("line", { class: "grid", x1: x(v), x2: x(v), y1: T, y2: H - B }),
      make("text", { x: x(v), y: H - B + 18, "text-anchor": "middle" }, String(v))));
    ticks(low, high).forEach((v) => svg.append(
      make("line", { class: "grid", x1: L, x2: W - R, y1: y(v), y2: y(v) }),
      make("text", { x: L - 6, y: y(v) + 4, "text-anchor": "end" }, String(v))));
    svg.append(make("text", { x: (L + W - R) / 2, y: H - 6, "text-anchor": "middle" },
      spectrum.micrometres ? "wavelength, \u00b5m" : "axis, " + spectrum.axis_unit));
    const bars = order.filter((i) => spectrum.sigma[i] !== null);
    svg.append(make("polygon", { class: "sigma", points:
      bars.map((i) => x(at[i]) + "," + y(spectrum.value[i] + spectrum.sigma[i]))
        .concat(bars.slice().reverse()
          .map((i) => x(at[i]) + "," + y(spectrum.value[i] - spectrum.sigma[i]))).join(" ") }));
    const line = (values, name) => svg.append(make("polyline", { class: name, points:
      order.filter((i) => values[i] !== null)
        .map((i) => x(at[i]) + "," + y(values[i])).join(" ") }));
    line(spectrum.continuum, "hull");
    line(spectrum.value, "value");
    spectrum.bands.filter((b) => b.state === "fitted").forEach((b) => svg.append(
      make("line", { class: "mark", x1: x(b.centre_um), x2: x(b.centre_um), y1: T, y2: H - B }),
      make("text", { class: "marktext", x: x(b.centre_um) + 4, y: T + 14 }, b.name)));
  }

  function ticks(low, high) {
    const raw = (high - low) / 6, power = Math.pow(10, Math.floor(Math.log10(raw)));
    const step = [1, 2, 5, 10].map((k) => k * power).find((k) => k >= raw);
    const all = [];
    for (let k = Math.ceil(low / step); k * step <= high; k++) {
      all.push(Number((k * step).toPrecision(6)));
    }
    return all;
  }

  function table(spectrum) {
    byId("bands").replaceChildren(...spectrum.bands.map((b) => {
      const row = document.createElement("tr");
      const pair = (v, s, n) => v === null || b.state !== "fitted" ? "\u2013" : Number(v).toFixed(n) + " \u00b1 "
        + (s === null ? "not known" : Number(s).toFixed(n));
      [b.name, b.state, pair(b.centre_um, b.centre_sigma_um, 5), pair(b.depth, b.depth_sigma, 5),
        pair(b.fwhm_um, b.fwhm_sigma_um, 4)].forEach((text, i) => {
        const cell = document.createElement(i ? "td" : "th");
        cell.textContent = text;
        row.append(cell);
      });
      return row;
    }));
  }

  const pixel = (event) => {
    const box = picture.getBoundingClientRect();
    return [Math.floor((event.clientY - box.top) / box.height * info.lines),
      Math.floor((event.clientX - box.left) / box.width * info.samples)];
  };
  stage.addEventListener("pointerdown", (event) => {
    if (!info || event.button !== 0) { return; }
    event.preventDefault();
    stage.focus();
    stage.setPointerCapture(event.pointerId);
    const [l, s] = pixel(event);
    dragging = true;
    choose([l, s, l, s]);
  });
  stage.addEventListener("pointermove", (event) => {
    if (dragging) { const [l, s] = pixel(event); choose([region[0], region[1], l, s]); }
  });
  ["pointerup", "pointercancel"].forEach((name) =>
    stage.addEventListener(name, () => { dragging = false; }));
  stage.addEventListener("keydown", (event) => {
    const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
    if (!info || !step || event.ctrlKey || event.altKey || event.metaKey) { return; }
    event.preventDefault();
    const [l, s, m, t] = region;
    choose(event.shiftKey ? [l, s, m + step[0], t + step[1]]
      : [l + step[0], s + step[1], l + step[0], s + step[1]]);
  });
  fields.forEach((field) => field.addEventListener("change", () => {
    if (info) { choose(fields.map((each) => Math.round(Number(each.value)) || 0)); }
  }));
  byId("band").addEventListener("change", showBand);
  byId("file").addEventListener("change", openFile);
  openFile();
})();
