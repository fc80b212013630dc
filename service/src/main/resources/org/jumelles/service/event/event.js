"use strict";
/* The event page: asks the service once, draws, and lets picks be moved and saved. */
(() => {
  const api = document.body.dataset.api, $ = id => document.getElementById(id);
  const ROW = 118, TICK_S = 0.1;
  let event, waves, origin, zero, axis, whole, picks = [], selected = -1, view = "", cache = new Map();

  const seconds = text => Date.parse(text.slice(0, 23) + "Z") / 1000 + Number("0." + (text.slice(23).match(/^\d+/) || ["0"])[0]) / 1000;
  const text = s => {
    const micros = Math.round((s % 1) * 1e6), base = Math.floor(s) + (micros === 1e6 ? 1 : 0);
    return new Date(base * 1000).toISOString().slice(0, 19) + "." + String(micros % 1e6).padStart(6, "0") + "Z";
  };
  const clock = (v, s) => new Date((zero + v) * 1000).toISOString().slice(11, s < 1 ? 22 : 19);
  const last = id => id.slice(id.lastIndexOf(".") + 1);

  async function ask(path) {
    const answer = await fetch(path);
    if (!answer.ok) throw new Error((await answer.text()).trim() || answer.status);
    return answer.json();
  }

  async function start() {
    try {
      event = await ask(api);
      waves = await ask(api + "/waveforms");
    } catch (e) {
      $("note").textContent = "The event could not be had: " + e.message;
      return;
    }
    zero = seconds(waves.start);
    whole = [0, seconds(waves.end) - zero];
    const lows = waves.channels.flatMap(c => c.segments.map(s => s.start_s));
    const highs = waves.channels.flatMap(c => c.segments.map(s => s.start_s + s.samples.length / c.rate_hz));
    if (lows.length) whole = [Math.min(...lows), Math.max(...highs)];
    axis = whole.slice();
    clock.zero = zero;
    $("filter").value = "0.1,0.9";
    summary();
    choices();
    chooseOrigin();
    listen();
    document.body.dataset.ready = "true";
  }

  function summary() {
    const parts = [event.origins.length ? (event.origins.find(o => o.preferred) || event.origins[0]).time : null];
    const m = event.magnitudes.map(x => x.type + " " + x.value.toFixed(1) + (x.sigma ? " \u00b1 " + x.sigma.toFixed(1) : ""));
    $("summary").textContent = [
      parts[0] ? parts[0].time.slice(0, 19).replace("T", " ") + " UTC" : event.start.slice(0, 19) + " UTC",
      event.type ? event.type.replaceAll("_", " ").toLowerCase() : "", event.quality ? "quality " + event.quality : "", ...m,
    ].filter(Boolean).join(" \u00b7 ");
    $("note").textContent = waves.channels.length ? (waves.complete ? "" : "Some channels are left out: too many samples for one page.")
      : "The archive holds no waveforms of this time.";
  }

  /* Raw channels by instrument, ground motion as up, north, east, and turned to the source. */
  function choices() {
    const groups = new Map();
    for (const c of waves.channels) {
      const key = c.level + " " + c.id.slice(0, -1);
      groups.set(key, [...(groups.get(key) || []), c]);
    }
    const options = [];
    for (const [key, channels] of groups) {
      const [level, id] = key.split(" ");
      const codes = channels.map(c => last(c.id).slice(-1)).join("");
      options.push([key, ({raw: "raw ", deglitched: "without glitches, "}[level] || "ground motion, ") + id + "* (" + codes + ")"]);
      if (/Z/.test(codes) && /N/.test(codes) && /E/.test(codes)) options.push([key + " ZRT", "ground motion, radial and transverse, " + id + "*"]);
    }
    options.sort((a, b) => (b[0].startsWith("motion") - a[0].startsWith("motion")));
    fill($("view"), options);
    fill($("origin"), event.origins.map((o, i) => [String(i), (o.mode || "automatic") + ", " + (o.author || "unknown") + (o.created ? ", " + o.created.slice(0, 16).replace("T", " ") : "") + (o.preferred ? " (preferred)" : "")]));
    const preferred = event.origins.findIndex(o => o.preferred);
    if (preferred >= 0) $("origin").value = String(preferred);
    $("author").placeholder = event.operator || "";
    view = $("view").value;
  }

  function fill(select, options) {
    select.replaceChildren(...options.map(([value, words]) => Object.assign(document.createElement("option"), {value, textContent: words})));
  }

  function chooseOrigin() {
    origin = event.origins[Number($("origin").value)] || null;
    picks = (origin ? origin.picks : []).map(p => ({phase: p.phase, at: seconds(p.time) - zero, sigma: p.sigma ?? 1}));
    picks.sort((a, b) => a.at - b.at);
    selected = -1;
    draw();
  }

  function place() {
    if (origin && origin.latitude) return origin;
    return event.origins.find(o => o.preferred && o.latitude) || event.origins.find(o => o.latitude) || null;
  }

  function backAzimuth() {
    const o = place();
    if (!o) return null;
    if (o.azimuth) return o.azimuth.value;
    if (!event.station || unlocated(o)) return null;
    return Maths.course(event.station.latitude, event.station.longitude, o.latitude.value, o.longitude.value).azimuth;
  }

  /* An event without a location carries the station's own place. */
  function unlocated(o) {
    return event.station && Math.hypot(o.latitude.value - event.station.latitude, o.longitude.value - event.station.longitude) < 0.01;
  }

  /* The rows of a view: {name, unit, rate, segments: [[start, samples]]}, filtered. */
  function rows(wanted = view, filter = $("filter").value) {
    const key = wanted + "|" + filter + "|" + (wanted.endsWith("ZRT") ? backAzimuth() : "");
    if (cache.has(key)) return cache.get(key);
    const [level, id, turned] = wanted.split(" ");
    const order = "ZNEUVW123";
    const channels = waves.channels.filter(c => c.level === level && c.id.slice(0, -1) === id)
      .sort((a, b) => order.indexOf(a.id.slice(-1)) - order.indexOf(b.id.slice(-1)));
    let made = channels.map(c => ({name: last(c.id), unit: c.unit, rate: c.rate_hz, segments: c.segments.map(s => [s.start_s, s.samples])}));
    if (turned && backAzimuth() !== null) made = turn(made);
    for (const row of made) {
      row.segments = row.segments.map(([at, x]) => {
        if (!filter) { const m = Maths.mean(x); return [at, Float64Array.from(x, v => v - m)]; }
        const [low, high] = filter.split(",").map(Number);
        return [at, low < 0.45 * row.rate ? Maths.bandpass(x, row.rate, low, high) : new Float64Array(x.length)];
      });
    }
    cache.set(key, made);
    return made;
  }

  function turn(made) {
    const [z, n, e] = ["Z", "N", "E"].map(c => made.find(r => r.name.endsWith(c)));
    const parts = n.segments.map(([at, x], i) => [at, Maths.rotate(x, (e.segments[i] || [0, []])[1], backAzimuth())]);
    return [z, {...n, name: n.name.slice(0, -1) + "R", segments: parts.map(([at, r]) => [at, r.radial])},
      {...n, name: n.name.slice(0, -1) + "T", segments: parts.map(([at, r]) => [at, r.transverse])}];
  }

  function draw() {
    drawWaves();
    drawTable();
    drawSide();
  }

  function drawWaves() {
    const made = view ? rows() : [];
    const height = Math.max(1, made.length) * ROW + Draw.BOTTOM + 22;
    const {g, width} = Draw.begin($("waves"), height);
    let b = Draw.box(width, 22, 22 + ROW);
    made.forEach((row, i) => {
      b = Draw.box(width, 22 + i * ROW, 22 + (i + 1) * ROW - 6);
      let most = 0;
      for (const [at, x] of row.segments) {
        for (let k = Math.max(0, Math.floor((axis[0] - at) * row.rate)); k < Math.min(x.length, (axis[1] - at) * row.rate); k++) most = Math.max(most, Math.abs(x[k]));
      }
      most = most || 1;
      const range = [-1.05 * most, 1.05 * most];
      Draw.frame(g, b);
      Draw.vertical(g, b, range, row.unit, 5);
      for (const [at, x] of row.segments) Draw.samples(g, b, axis, range, at, row.rate, x, Draw.colour("ink"));
      g.fillStyle = Draw.colour("accent-ink");
      g.textAlign = "left"; g.textBaseline = "top";
      g.fillText(row.name, b.x0 + 8, b.y0 + 6);
    });
    Draw.horizontal(g, b, axis, "UTC, " + text(zero + axis[0]).slice(0, 10), clock);
    drawPicks(width);
  }

  /* Windows and peaks that others measured in; phases come first. */
  function minor(pick) {
    return pick.phase.includes("_") || /^(start|end)$/.test(pick.phase);
  }

  function drawPicks(width) {
    const b = Draw.box(width, 0, 1), holder = $("picks"), focused = holder.contains(document.activeElement);
    holder.replaceChildren();
    picks.forEach((pick, i) => {
      if (pick.at < axis[0] || pick.at > axis[1]) return;
      const handle = document.createElement("button");
      handle.type = "button";
      handle.className = "pick";
      handle.dataset.index = i;
      handle.setAttribute("role", "slider");
      handle.setAttribute("aria-selected", String(i === selected));
      if (minor(pick)) handle.classList.add("minor");
      handle.setAttribute("aria-label", "Pick " + pick.phase);
      handle.setAttribute("aria-valuetext", text(zero + pick.at));
      handle.setAttribute("aria-valuenow", pick.at.toFixed(3));
      handle.style.left = Draw.x(b, axis, pick.at) + "px";
      handle.append(Object.assign(document.createElement("span"), {textContent: pick.phase}));
      holder.append(handle);
      if (i === selected && focused) handle.focus();
    });
  }

  function drawTable() {
    const order = picks.map((_, i) => i).sort((a, b) => minor(picks[a]) - minor(picks[b]) || picks[a].at - picks[b].at);
    $("rows").replaceChildren(...order.map(i => {
      const pick = picks[i];
      const row = document.createElement("tr");
      row.setAttribute("aria-selected", String(i === selected));
      const time = Object.assign(document.createElement("input"), {value: text(zero + pick.at), spellcheck: false});
      time.setAttribute("aria-label", "Time of " + pick.phase);
      time.addEventListener("change", () => {
        const s = seconds(time.value.trim());
        if (Number.isFinite(s)) { pick.at = s - zero; draw(); } else time.value = text(zero + pick.at);
      });
      const sigma = Object.assign(document.createElement("input"), {value: pick.sigma, className: "sigma", type: "number", min: 0, max: 600, step: "any"});
      sigma.setAttribute("aria-label", "Uncertainty of " + pick.phase + " in seconds");
      sigma.addEventListener("change", () => { pick.sigma = Number(sigma.value); });
      const remove = Object.assign(document.createElement("button"), {type: "button", textContent: "Remove"});
      remove.setAttribute("aria-label", "Remove " + pick.phase);
      remove.addEventListener("click", () => { picks.splice(i, 1); selected = -1; draw(); });
      const head = Object.assign(document.createElement("th"), {scope: "row", textContent: pick.phase});
      row.append(head, ...[time, sigma, remove].map(e => { const cell = document.createElement("td"); cell.append(e); return cell; }));
      return row;
    }));
  }

  /* The vertical component of the view, unfiltered, or the first there is. */
  function mainRow() {
    const made = view ? rows(view, "") : [];
    return made.find(r => r.name.endsWith("Z")) || made[0];
  }

  function longest(row) {
    return row.segments.reduce((a, s) => (s[1].length > a[1].length ? s : a), row.segments[0]);
  }

  function drawSide() {
    const row = mainRow();
    if (!row || !row.segments.length) {
      for (const id of ["spectrogram", "bank", "polarisation"]) Draw.nothing($(id), "no waveforms");
    } else {
      drawSpectrogram(row);
      drawBank(row);
      drawPolarisation();
    }
    drawDensities();
    drawMap();
  }

  function marks(g, b) {
    g.save();
    g.strokeStyle = Draw.colour("accent");
    g.fillStyle = Draw.colour("accent-ink");
    g.textAlign = "left"; g.textBaseline = "bottom";
    for (const pick of picks.filter(p => /^[PS]/.test(p.phase) && !p.phase.includes("_") && p.at >= axis[0] && p.at <= axis[1])) {
      const x = Draw.x(b, axis, pick.at);
      g.beginPath(); g.moveTo(x, b.y0); g.lineTo(x, b.y1); g.stroke();
      g.fillText(pick.phase, x + 3, b.y0);
    }
    g.restore();
  }

  function drawSpectrogram(row) {
    const {g, width} = Draw.begin($("spectrogram"), 300), b = Draw.box(width, 20, 266);
    const top = row.rate / 2, range = [0, top];
    const image = document.createElement("canvas");
    let values = [];
    const parts = row.segments.map(([at, x]) => [at, Maths.spectrogram(x, row.rate, 25)]);
    for (const [, s] of parts) for (const [, c] of s.columns) values.push(...c.filter((_, k) => k > 0 && k % 4 === 0));
    values.sort((a, c) => a - c);
    const low = values[Math.floor(values.length * 0.03)] ?? -200, high = values[Math.floor(values.length * 0.995)] ?? low + 1;
    for (const [at, s] of parts) {
      if (!s.columns.length) continue;
      image.width = s.columns.length; image.height = s.columns[0][1].length;
      const ctx = image.getContext("2d"), data = ctx.createImageData(image.width, image.height);
      s.columns.forEach(([, c], i) => c.forEach((v, k) => {
        const o = 4 * ((image.height - 1 - k) * image.width + i), rgb = Draw.viridis((v - low) / (high - low || 1));
        data.data.set([...rgb, 255], o);
      }));
      ctx.putImageData(data, 0, 0);
      g.save();
      g.beginPath(); g.rect(b.x0, b.y0, b.x1 - b.x0, b.y1 - b.y0); g.clip();
      g.imageSmoothingEnabled = false;
      const from = at + s.columns[0][0] - s.stepS / 2, to = at + s.columns.at(-1)[0] + s.stepS / 2;
      g.drawImage(image, Draw.x(b, axis, from), b.y0, Draw.x(b, axis, to) - Draw.x(b, axis, from), b.y1 - b.y0);
      g.restore();
    }
    Draw.frame(g, b);
    Draw.vertical(g, b, range, "Hz", 5);
    Draw.horizontal(g, b, axis, row.name + ", " + low.toFixed(0) + " to " + high.toFixed(0) + " dB of (" + row.unit + ")\u00b2/Hz", clock);
    marks(g, b);
  }

  function drawBank(row) {
    const {g, width} = Draw.begin($("bank"), 300), b = Draw.box(width, 20, 266);
    const bands = [];
    for (let f = 0.09; f * Math.SQRT2 < 0.45 * row.rate && bands.length < 9; f *= Math.SQRT2) bands.push([f, f * Math.SQRT2]);
    const range = [0, bands.length];
    Draw.frame(g, b);
    const [at, x] = longest(row);
    bands.forEach(([low, high], i) => {
      const points = Maths.envelope(Maths.bandpass(x, row.rate, low, high), row.rate, 10).filter(p => at + p[0] >= axis[0] && at + p[0] <= axis[1]);
      const values = points.map(p => p[1]).sort((a, c) => a - c), floor = values[Math.floor(values.length * 0.2)] || 0, most = (values.at(-1) || 1) - floor || 1;
      Draw.line(g, b, axis, range, points.map(([t, v]) => [at + t, i + 0.06 + 0.88 * Math.max(0, (v - floor) / most)]), Draw.colour("ink"), 1.2);
      g.fillStyle = Draw.colour("quiet"); g.textAlign = "right"; g.textBaseline = "middle";
      g.fillText(low.toFixed(2) + "\u2013" + high.toFixed(2), b.x0 - 4, Draw.y(b, range, i + 0.5));
    });
    Draw.horizontal(g, b, axis, row.name + ", envelopes by band (Hz), each at its own scale", clock);
    marks(g, b);
  }

  function drawPolarisation() {
    const made = view.startsWith("motion") ? rows(view.replace(" ZRT", ""), "0.3,1") : [];
    const [z, n, e] = ["Z", "N", "E"].map(c => made.find(r => r.name.endsWith(c)));
    if (!z || !n || !e) { Draw.nothing($("polarisation"), "needs ground motion up, north and east"); return; }
    const {g, width} = Draw.begin($("polarisation"), 300), b = Draw.box(width, 20, 266), range = [0, 360];
    Draw.frame(g, b);
    z.segments.forEach(([at, x], i) => {
      for (const [t, azimuth, rect] of Maths.polarisation(x, (n.segments[i] || [0, []])[1], (e.segments[i] || [0, []])[1], z.rate, 10)) {
        if (rect < 0.5 || at + t < axis[0] || at + t > axis[1]) continue;
        g.fillStyle = "rgb(" + Draw.viridis((rect - 0.5) / 0.5).join(",") + ")";
        g.beginPath();
        g.arc(Draw.x(b, axis, at + t), Draw.y(b, range, azimuth), 1 + 2.5 * (rect - 0.5) / 0.5, 0, 7);
        g.fill();
      }
    });
    const known = backAzimuth();
    if (known !== null) {
      g.save(); g.setLineDash([5, 4]);
      Draw.line(g, b, axis, range, [[axis[0], known], [axis[1], known]], Draw.colour("accent"), 1.2);
      g.restore();
    }
    Draw.vertical(g, b, range, "back azimuth (\u00b0)", 4);
    Draw.horizontal(g, b, axis, "0.3 to 1 Hz, 10 s; larger and brighter: more rectilinear", clock);
    marks(g, b);
  }

  function drawDensities() {
    const o = place(), kinds = o ? [["distance", "distance (\u00b0)"], ["azimuth", "back azimuth (\u00b0)"]].filter(([k]) => o[k]) : [];
    if (!kinds.length) { Draw.nothing($("densities"), "this origin tells no density"); return; }
    const {g, width} = Draw.begin($("densities"), 300);
    kinds.forEach(([kind, label], i) => {
      const half = 300 / kinds.length, b = Draw.box(width, i * half + 14, (i + 1) * half - 38), d = o[kind];
      const points = d.x.map((x, k) => [x, d.probability[k]]).sort((p, q) => p[0] - q[0]);
      const range = points.length > 1 ? [points[0][0], points.at(-1)[0]] : [d.value - 5 * (d.sigma || 1), d.value + 5 * (d.sigma || 1)];
      const most = Math.max(...points.map(p => p[1]), 1e-12), up = [0, 1.1 * most];
      Draw.frame(g, b);
      if (points.length > 1) Draw.line(g, b, range, up, points, Draw.colour("ink"), 1.5);
      Draw.line(g, b, range, up, [[d.value, 0], [d.value, up[1]]], Draw.colour("accent"), 1.5);
      Draw.horizontal(g, b, range, label + ": " + d.value.toFixed(1) + (d.sigma ? " \u00b1 " + d.sigma.toFixed(1) : ", no uncertainty told"));
    });
  }

  /* The half height of a density, where no sigma is told. */
  function spread(d, otherwise) {
    if (d && d.sigma) return [d.value - d.sigma, d.value + d.sigma];
    if (d && d.x.length > 1) {
      const most = Math.max(...d.probability), inside = d.x.filter((_, i) => d.probability[i] >= 0.607 * most);
      return [Math.min(...inside), Math.max(...inside)];
    }
    return otherwise;
  }

  function drawMap() {
    const {g, width} = Draw.begin($("map"), Math.min(460, Math.max(240, 0.45 * $("map").parentElement.clientWidth)));
    const height = parseFloat($("map").style.height), b = Draw.box(width, 10, height - Draw.BOTTOM);
    const o = place(), lines = regionOf(o);
    const {lon, lat, every} = extent((b.x1 - b.x0) / (b.y1 - b.y0), lines);
    $("map").dataset.extent = [...lon, ...lat].map(v => v.toFixed(3)).join(" ");
    g.strokeStyle = Draw.colour("line");
    g.lineWidth = 1;
    for (let v = Math.ceil(lon[0] / every) * every; v <= lon[1]; v += every) { g.beginPath(); g.moveTo(Draw.x(b, lon, v), b.y0); g.lineTo(Draw.x(b, lon, v), b.y1); g.stroke(); }
    for (let v = Math.ceil(lat[0] / every) * every; v <= lat[1]; v += every) { g.beginPath(); g.moveTo(b.x0, Draw.y(b, lat, v)); g.lineTo(b.x1, Draw.y(b, lat, v)); g.stroke(); }
    Draw.vertical(g, b, lat, "latitude (\u00b0)", 6, every);
    region(g, b, lon, lat, lines);
    if (event.station) dot(g, b, lon, lat, event.station.latitude, event.station.longitude, "station", "ink", -10);
    if (o && !(event.station && unlocated(o))) dot(g, b, lon, lat, o.latitude.value, o.longitude.value, event.name, "accent", 16);
    const words = !o || (event.station && unlocated(o)) ? "; no epicentre is told" : o.distance || o.azimuth ? "; shaded: one sigma of distance and azimuth" : "; no uncertainty is told";
    Draw.horizontal(g, b, lon, "longitude east (\u00b0)" + words);
  }

  /* One sigma of distance and azimuth, as closed lines; none where neither is told. */
  function regionOf(o) {
    const s = event.station;
    if (!s || !o || !(o.distance || o.azimuth)) return [];
    const d = o.latitude ? Maths.course(s.latitude, s.longitude, o.latitude.value, o.longitude.value) : null;
    const near = spread(o.distance, d ? [d.distance, d.distance] : null), wide = spread(turned(o.azimuth), [0, 360]);
    return near ? Maths.sector(s, near, wide) : [];
  }

  /* A density of azimuths about its value, so that it does not end at north. */
  function turned(d) {
    return d && {...d, x: d.x.map(x => x - 360 * Math.round((x - d.value) / 360))};
  }

  function region(g, b, lon, lat, lines) {
    if (!lines.length) return;
    g.save();
    g.beginPath();
    g.rect(b.x0, b.y0, b.x1 - b.x0, b.y1 - b.y0);
    g.clip();
    g.beginPath();
    for (const line of lines) {
      for (let shift = -720; shift <= 720; shift += 360) {
        line.forEach(([la, lo], i) => {
          const x = Draw.x(b, lon, lo + shift), y = Draw.y(b, lat, la);
          if (i) g.lineTo(x, y); else g.moveTo(x, y);
        });
        g.closePath();
      }
    }
    g.globalAlpha = 0.3;
    g.fillStyle = Draw.colour("accent");
    g.fill("evenodd");
    g.globalAlpha = 1;
    g.strokeStyle = Draw.colour("accent");
    g.stroke();
    g.restore();
  }

  /* Chosen by what is to be seen: the station, the epicentre and the whole of its region. */
  function extent(aspect, lines) {
    const o = place(), s = event.station, places = [];
    if (o && !(s && unlocated(o))) places.push([o.latitude.value, o.longitude.value]);
    if (s) places.push([s.latitude, s.longitude]);
    return places.length && lines.length ? Maths.mapWindow(places, lines, aspect) : {lon: [-180, 180], lat: [-90, 90], every: 30};
  }

  function dot(g, b, lon, lat, latitude, longitude, words, ink, dy) {
    const centre = (lon[0] + lon[1]) / 2;
    const x = Draw.x(b, lon, ((longitude - centre + 540) % 360) - 180 + centre), y = Draw.y(b, lat, latitude);
    g.fillStyle = Draw.colour(ink);
    g.beginPath(); g.arc(x, y, 5, 0, 7); g.fill();
    g.textAlign = "center"; g.textBaseline = "middle";
    g.fillText(words, x, y + dy);
  }

  function zoom(factor, about) {
    const at = about ?? (axis[0] + axis[1]) / 2, least = 5;
    let from = at - (at - axis[0]) * factor, to = at + (axis[1] - at) * factor;
    if (to - from < least) { from = at - least / 2; to = at + least / 2; }
    axis = [Math.max(whole[0], from), Math.min(whole[1], to)];
    draw();
  }

  function pan(share) {
    const length = axis[1] - axis[0], from = Math.min(whole[1] - length, Math.max(whole[0], axis[0] + share * length));
    axis = [from, from + length];
    draw();
  }

  function timeAt(clientX) {
    const r = $("waves").getBoundingClientRect(), b = Draw.box(r.width, 0, 1);
    return axis[0] + (clientX - r.left - b.x0) / (b.x1 - b.x0) * (axis[1] - axis[0]);
  }

  function move(i, at) {
    picks[i].at = Math.min(whole[1], Math.max(whole[0], at));
    selected = i;
    drawWaves();
    drawTable();
  }

  function listen() {
    $("view").addEventListener("change", () => { view = $("view").value; draw(); });
    $("filter").addEventListener("change", drawWaves);
    $("origin").addEventListener("change", chooseOrigin);
    $("in").addEventListener("click", () => zoom(0.5));
    $("out").addEventListener("click", () => zoom(2));
    $("all").addEventListener("click", () => { axis = whole.slice(); draw(); });
    $("controls").addEventListener("submit", e => e.preventDefault());
    $("add").addEventListener("click", () => {
      const phase = $("phase").value.trim();
      if (!/^[A-Za-z0-9_.-]{1,24}$/.test(phase)) return say("A phase has letters and digits.", true);
      picks.push({phase, at: (axis[0] + axis[1]) / 2, sigma: 1});
      selected = picks.length - 1;
      draw();
    });
    $("save").addEventListener("submit", save);
    pointer();
    $("stage").addEventListener("wheel", e => {
      if (!e.ctrlKey && !e.shiftKey) return;
      e.preventDefault();
      zoom(e.deltaY > 0 ? 1.25 : 0.8, timeAt(e.clientX));
    }, {passive: false});
    $("stage").addEventListener("keydown", keys);
    let waiting = 0;
    const again = () => { cancelAnimationFrame(waiting); waiting = requestAnimationFrame(draw); };
    window.addEventListener("resize", again);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
  }

  function pointer() {
    let dragged = -1;
    $("picks").addEventListener("pointerdown", e => {
      const handle = e.target.closest(".pick");
      if (!handle) return;
      dragged = Number(handle.dataset.index);
      $("picks").setPointerCapture(e.pointerId);
      e.preventDefault();
    });
    $("picks").addEventListener("pointermove", e => { if (dragged >= 0) move(dragged, timeAt(e.clientX)); });
    const end = () => {
      if (dragged < 0) return;
      const handle = $("picks").querySelector('[data-index="' + dragged + '"]');
      dragged = -1;
      if (handle) handle.focus();
      drawSide();
    };
    $("picks").addEventListener("pointerup", end);
    $("picks").addEventListener("pointercancel", end);
  }

  function keys(e) {
    const handle = e.target.closest(".pick"), along = {ArrowLeft: -1, ArrowRight: 1}[e.key];
    if (handle && along) {
      const i = Number(handle.dataset.index);
      move(i, picks[i].at + along * TICK_S * (e.shiftKey ? 10 : 1));
    } else if (handle && e.key === "Delete") {
      picks.splice(Number(handle.dataset.index), 1);
      selected = -1;
      draw();
    } else if (along) {
      pan(0.2 * along);
    } else if (e.key === "+" || e.key === "=") {
      zoom(0.5);
    } else if (e.key === "-") {
      zoom(2);
    } else if (e.key === "0") {
      axis = whole.slice();
      draw();
    } else {
      return;
    }
    e.preventDefault();
  }

  function say(words, bad) {
    $("status").textContent = words;
    $("status").className = bad ? "bad" : "";
  }

  /* What became of the picks at once, in words. */
  function outcome(saved) {
    if (!saved.solved) return saved.reason ? " Not located: " + saved.reason + "." : "";
    const far = saved.distance;
    return far ? " Located at " + far.value.toFixed(1) + " \u00b1 " + (far.sigma ?? 0).toFixed(1) + " degrees." : " No distance follows from them.";
  }

  async function save(e) {
    e.preventDefault();
    say("Saving\u2026");
    const body = {author: $("author").value.trim(), based_on: origin ? origin.id : "",
      picks: picks.map(p => ({phase: p.phase, time: text(zero + p.at), sigma: p.sigma}))};
    try {
      const answer = await fetch(api + "/origins", {method: "POST", headers: {"Content-Type": "application/json"}, body: JSON.stringify(body)});
      if (!answer.ok) throw new Error((await answer.text()).trim());
      const saved = await answer.json();
      event = await ask(api);
      const kept = view;
      choices();
      $("view").value = view = kept;
      $("origin").value = String(event.origins.findIndex(o => o.id === saved.id));
      chooseOrigin();
      say("Saved as a new origin by " + saved.author + ", " + saved.created.slice(0, 19).replace("T", " ") + " UTC." + outcome(saved));
    } catch (error) {
      say("Not saved: " + error.message, true);
    }
  }

  start();
})();
