"use strict";
/* Axes, lines and images on a canvas, in the colours of the page. */
const Draw = (() => {
  const STOPS = [[68, 1, 84], [59, 82, 139], [33, 145, 140], [94, 201, 98], [253, 231, 37]];
  const LEFT = 64, RIGHT = 12, TOP = 8, BOTTOM = 34;

  function colour(name) {
    return getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  }

  function viridis(share) {
    const x = Math.min(0.9999, Math.max(0, share)) * (STOPS.length - 1), i = Math.floor(x), f = x - i;
    return STOPS[i].map((v, k) => Math.round(v + f * (STOPS[i + 1][k] - v)));
  }

  /* A canvas as wide as its parent; what is drawn is measured in CSS pixels. */
  function begin(canvas, height) {
    const width = Math.max(280, canvas.parentElement.clientWidth), ratio = window.devicePixelRatio || 1;
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    canvas.style.height = height + "px";
    const g = canvas.getContext("2d");
    g.setTransform(ratio, 0, 0, ratio, 0, 0);
    g.clearRect(0, 0, width, height);
    g.font = "12px system-ui, 'DejaVu Sans', sans-serif";
    g.fillStyle = colour("panel");
    g.fillRect(0, 0, width, height);
    return {g, width, height};
  }

  function box(width, top, bottom) {
    return {x0: LEFT, x1: width - RIGHT, y0: top, y1: bottom};
  }

  function step(range, most) {
    const raw = range / most, power = Math.pow(10, Math.floor(Math.log10(raw)));
    return power * [1, 2, 5, 10].find(d => d * power >= raw);
  }

  function tidy(v) {
    const a = Math.abs(v);
    return a !== 0 && (a < 1e-3 || a >= 1e5) ? v.toExponential(0) : String(+v.toPrecision(4));
  }

  function x(b, axis, v) { return b.x0 + (v - axis[0]) / (axis[1] - axis[0]) * (b.x1 - b.x0); }
  function y(b, axis, v) { return b.y1 - (v - axis[0]) / (axis[1] - axis[0]) * (b.y1 - b.y0); }

  function frame(g, b) {
    g.strokeStyle = colour("line");
    g.lineWidth = 1;
    g.strokeRect(b.x0 + 0.5, b.y0 + 0.5, b.x1 - b.x0, b.y1 - b.y0);
  }

  function vertical(g, b, axis, label, most, every) {
    g.fillStyle = colour("quiet");
    g.textAlign = "right";
    g.textBaseline = "middle";
    const s = every || step(axis[1] - axis[0], most || 4);
    for (let v = Math.ceil(axis[0] / s) * s; v <= axis[1] + s * 1e-6; v += s) {
      g.fillText(tidy(Math.abs(v) < s * 1e-6 ? 0 : v), b.x0 - 6, y(b, axis, v));
    }
    if (label) {
      g.save();
      g.translate(11, (b.y0 + b.y1) / 2);
      g.rotate(-Math.PI / 2);
      g.textAlign = "center";
      g.fillText(label, 0, 0);
      g.restore();
    }
  }

  function horizontal(g, b, axis, label, text) {
    g.fillStyle = colour("quiet");
    g.textBaseline = "top";
    const s = text ? timeStep(axis[1] - axis[0], (b.x1 - b.x0) / 90) : step(axis[1] - axis[0], (b.x1 - b.x0) / 70);
    const shift = text ? text.zero % s : 0;
    for (let v = Math.ceil((axis[0] + shift) / s) * s - shift; v <= axis[1] + s * 1e-6; v += s) {
      g.textAlign = "center";
      const at = Math.min(b.x1 - 12, Math.max(b.x0 + 12, x(b, axis, v)));
      g.fillText(text ? text(v, s) : tidy(v), at, b.y1 + 5);
    }
    if (label) {
      g.textAlign = "center";
      g.fillText(label, (b.x0 + b.x1) / 2, b.y1 + 19);
    }
  }

  function timeStep(range, most) {
    return [1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 900, 1800, 3600].find(s => range / s <= most) || 7200;
  }

  /* A line through points; what lies in one pixel column is drawn as its range. */
  function samples(g, b, axisX, axisY, start, rate, values, ink) {
    const from = Math.max(0, Math.floor((axisX[0] - start) * rate) - 1);
    const to = Math.min(values.length, Math.ceil((axisX[1] - start) * rate) + 1);
    g.save();
    g.beginPath();
    g.rect(b.x0, b.y0, b.x1 - b.x0, b.y1 - b.y0);
    g.clip();
    g.beginPath();
    g.strokeStyle = ink;
    g.lineWidth = 1;
    let column = null, low = 0, high = 0;
    const out = () => { g.lineTo(column, y(b, axisY, low)); g.lineTo(column, y(b, axisY, high)); };
    for (let i = from; i < to; i++) {
      const c = Math.round(2 * x(b, axisX, start + i / rate)) / 2;
      if (c === column) {
        low = Math.min(low, values[i]); high = Math.max(high, values[i]);
      } else {
        if (column !== null) out();
        column = c; low = high = values[i];
      }
    }
    if (column !== null) out();
    g.stroke();
    g.restore();
  }

  function line(g, b, axisX, axisY, points, ink, width) {
    g.save();
    g.beginPath();
    g.rect(b.x0, b.y0, b.x1 - b.x0, b.y1 - b.y0);
    g.clip();
    g.beginPath();
    points.forEach(([px, py], i) => i ? g.lineTo(x(b, axisX, px), y(b, axisY, py)) : g.moveTo(x(b, axisX, px), y(b, axisY, py)));
    g.strokeStyle = ink;
    g.lineWidth = width || 1.5;
    g.stroke();
    g.restore();
  }

  function nothing(canvas, words) {
    const {g, width} = begin(canvas, 90);
    g.fillStyle = colour("quiet");
    g.textAlign = "center";
    g.textBaseline = "middle";
    g.fillText(words, width / 2, 45);
  }

  return {LEFT, RIGHT, TOP, BOTTOM, colour, viridis, begin, box, x, y, frame, vertical, horizontal, samples, line, nothing};
})();
