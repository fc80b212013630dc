// One spectrum against wavenumber: zoom, pan, and a cursor that is read out.
import { colours, context, ticks, whenChanged } from '/canvas.js';

const EDGE = { left: 64, right: 14, top: 12, bottom: 44 };
const HEIGHT = 380;

export class SpectrumPlot {
  constructor(canvas, readout) {
    Object.assign(this, { canvas, readout, values: [], cursor: 0, drag: null });
    canvas.addEventListener('pointermove', (e) => this.move(e));
    canvas.addEventListener('pointerdown', (e) => { this.drag = { x: e.offsetX, from: this.from, to: this.to }; canvas.setPointerCapture(e.pointerId); });
    canvas.addEventListener('pointerup', () => { this.drag = null; });
    canvas.addEventListener('dblclick', () => this.all());
    canvas.addEventListener('wheel', (e) => {
      e.preventDefault();
      this.zoom(e.deltaY > 0 ? 1.25 : 0.8, this.wavenumber(e.offsetX));
    }, { passive: false });
    canvas.addEventListener('keydown', (e) => this.key(e));
    whenChanged(canvas, () => this.draw());
  }

  show(spectrum) {
    const again = this.values.length === spectrum.values.length;
    Object.assign(this, { values: spectrum.values, unit: spectrum.unit, quantity: spectrum.quantity,
      first: spectrum.first_wavenumber_per_cm, step: spectrum.wavenumber_step_per_cm });
    this.last = this.first + this.step * (this.values.length - 1);
    if (again) this.draw(); else { this.cursor = Math.round((900 - this.first) / this.step); this.all(); }
  }

  all() { this.from = this.first; this.to = this.last; this.draw(); }

  zoom(factor, about) {
    const span = Math.min(this.last - this.first, Math.max(8 * this.step, (this.to - this.from) * factor));
    const share = (about - this.from) / (this.to - this.from);
    this.view(about - share * span, span);
  }

  view(from, span) {
    this.from = Math.max(this.first, Math.min(this.last - span, from));
    this.to = this.from + span;
    this.draw();
  }

  wavenumber(x) { return this.from + (x - EDGE.left) / this.width * (this.to - this.from); }
  x(wavenumber) { return EDGE.left + (wavenumber - this.from) / (this.to - this.from) * this.width; }
  at(i) { return this.first + i * this.step; }

  move(event) {
    if (!this.values.length) return;
    if (this.drag) {
      const span = this.drag.to - this.drag.from;
      this.view(this.drag.from - (event.offsetX - this.drag.x) / this.width * span, span);
      return;
    }
    this.point(Math.round((this.wavenumber(event.offsetX) - this.first) / this.step));
  }

  point(i) {
    this.cursor = Math.max(0, Math.min(this.values.length - 1, i));
    const here = this.at(this.cursor), span = this.to - this.from;
    if (here < this.from || here > this.to) this.view(here - span / 2, span); else this.draw();
  }

  key(event) {
    const far = event.shiftKey ? 40 : 1;
    const page = Math.round((this.to - this.from) / this.step / 10);
    const act = {
      ArrowLeft: () => this.point(this.cursor - far), ArrowRight: () => this.point(this.cursor + far),
      PageUp: () => this.point(this.cursor + page), PageDown: () => this.point(this.cursor - page),
      Home: () => this.point(0), End: () => this.point(this.values.length - 1),
      '+': () => this.zoom(0.5, this.at(this.cursor)), '=': () => this.zoom(0.5, this.at(this.cursor)),
      '-': () => this.zoom(2, this.at(this.cursor)), 0: () => this.all(),
    }[event.key];
    if (!act || !this.values.length || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  }

  range() {
    const a = Math.max(0, Math.floor((this.from - this.first) / this.step));
    const b = Math.min(this.values.length - 1, Math.ceil((this.to - this.first) / this.step));
    let low = Infinity, high = -Infinity;
    for (let i = a; i <= b; i++) {
      const v = this.values[i];
      if (v !== null) { low = Math.min(low, v); high = Math.max(high, v); }
    }
    if (low > high) { low = 0; high = 1; }
    const margin = (high - low) * 0.05 || Math.abs(high) * 0.05 || 1;
    return { a, b, low: low - margin, high: high + margin };
  }

  draw() {
    if (!this.values.length) return;
    const total = this.canvas.parentElement.clientWidth;
    const c = context(this.canvas, total, HEIGHT), ink = colours();
    this.width = total - EDGE.left - EDGE.right;
    const tall = HEIGHT - EDGE.top - EDGE.bottom, { a, b, low, high } = this.range();
    const y = (v) => EDGE.top + (high - v) / (high - low) * tall;
    const power = 3 * Math.floor(Math.log10(Math.max(Math.abs(low), Math.abs(high))) / 3 + 1e-9);
    const factor = power === 0 ? 1 : Math.pow(10, power);
    c.fillStyle = ink.panel;
    c.fillRect(0, 0, total, HEIGHT);
    c.strokeStyle = ink.line;
    c.fillStyle = ink.quiet;
    c.lineWidth = 1;
    c.textAlign = 'center';
    for (const { value, text } of ticks(this.from, this.to, this.width / 110)) {
      const x = this.x(value);
      c.beginPath(); c.moveTo(x, EDGE.top); c.lineTo(x, EDGE.top + tall); c.stroke();
      c.fillText(text, x, EDGE.top + tall + 16);
    }
    c.fillText('wavenumber, cm⁻¹', EDGE.left + this.width / 2, HEIGHT - 6);
    c.textAlign = 'right';
    for (const { value, text } of ticks(low / factor, high / factor, tall / 60)) {
      const h = y(value * factor);
      c.beginPath(); c.moveTo(EDGE.left, h); c.lineTo(EDGE.left + this.width, h); c.stroke();
      c.fillText(text, EDGE.left - 6, h + 4);
    }
    c.save();
    c.textAlign = 'center';
    c.translate(13, EDGE.top + tall / 2);
    c.rotate(-Math.PI / 2);
    c.fillText(`${this.quantity}, ${factor === 1 ? '' : `1e${power} `}${this.unit}`, 0, 0);
    c.restore();
    this.curve(c, ink, a, b, y, tall);
    this.tell(c, ink, y, tall);
  }

  curve(c, ink, a, b, y, tall) {
    c.save();
    c.beginPath();
    c.rect(EDGE.left, EDGE.top, this.width, tall);
    c.clip();
    c.strokeStyle = ink.accent;
    c.lineWidth = 1.2;
    c.beginPath();
    let open = false;
    for (let i = a; i <= b; i++) {
      const v = this.values[i];
      if (v === null) { open = false; continue; }
      if (open) c.lineTo(this.x(this.at(i)), y(v)); else c.moveTo(this.x(this.at(i)), y(v));
      open = true;
    }
    c.stroke();
    if (b - a < this.width / 8) {
      c.fillStyle = ink.accent;
      for (let i = a; i <= b; i++) {
        if (this.values[i] !== null) { c.beginPath(); c.arc(this.x(this.at(i)), y(this.values[i]), 2.4, 0, 7); c.fill(); }
      }
    }
    c.restore();
  }

  tell(c, ink, y, tall) {
    const here = this.at(this.cursor), v = this.values[this.cursor];
    if (here >= this.from && here <= this.to) {
      const x = this.x(here);
      c.strokeStyle = ink.ink;
      c.globalAlpha = 0.6;
      c.beginPath(); c.moveTo(x, EDGE.top); c.lineTo(x, EDGE.top + tall); c.stroke();
      c.globalAlpha = 1;
      if (v !== null) { c.fillStyle = ink.ink; c.beginPath(); c.arc(x, y(v), 4, 0, 7); c.fill(); }
    }
    const told = v === null ? 'no value (radiance not above zero)' : `${this.unit === 'K' ? v.toFixed(3) : v.toPrecision(6)} ${this.unit}`;
    this.readout.textContent = `${here.toFixed(2)} cm⁻¹ (channel ${this.cursor + 1}): ${told}`;
  }
}
