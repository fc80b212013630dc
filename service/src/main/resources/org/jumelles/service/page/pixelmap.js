// A map of a granule's pixels, of which one is picked by mouse or keys.
import { colours, context, shade, whenChanged } from '/canvas.js';

const near = (longitude, centre) => longitude - 360 * Math.round((longitude - centre) / 360);

export class PixelMap {
  constructor(canvas, readout, picked) {
    Object.assign(this, { canvas, readout, picked, pixels: [], coasts: [], chosen: -1, at: -1 });
    canvas.addEventListener('click', (e) => this.choose(this.nearest(e), true));
    canvas.addEventListener('pointermove', (e) => this.tell(this.nearest(e)));
    canvas.addEventListener('pointerleave', () => this.tell(this.chosen));
    canvas.addEventListener('keydown', (e) => this.key(e));
    whenChanged(canvas, () => this.draw());
  }

  show(document, coasts) {
    this.coasts = coasts;
    this.unit = document.unit;
    this.pixels = [];
    for (const { line, pixels } of document.lines) {
      pixels.forEach((p, i) => {
        if (p && p[0] !== null && p[1] !== null) {
          this.pixels.push({ line, efov: i >> 2, pixel: i & 3, lon: p[0], lat: p[1], value: p[2], bad: p[3] });
        }
      });
    }
    const sum = this.pixels.reduce((s, p) => {
      const r = p.lon * Math.PI / 180, c = Math.cos(p.lat * Math.PI / 180);
      return [s[0] + c * Math.cos(r), s[1] + c * Math.sin(r)];
    }, [0, 0]);
    const centre = Math.atan2(sum[1], sum[0]) * 180 / Math.PI;
    this.centre = centre;
    this.pixels.forEach((p) => { p.x = near(p.lon, centre); });
    const xs = this.pixels.map((p) => p.x), ys = this.pixels.map((p) => p.lat);
    const least = (a) => a.reduce((m, v) => Math.min(m, v), Infinity);
    const most = (a) => a.reduce((m, v) => Math.max(m, v), -Infinity);
    const margin = Math.max(2, 0.08 * (most(ys) - least(ys)));
    this.box = { west: Math.max(centre - 180, least(xs) - 2 * margin), east: Math.min(centre + 180, most(xs) + 2 * margin),
      south: Math.max(-90, least(ys) - margin), north: Math.min(90, most(ys) + margin) };
    const values = this.pixels.map((p) => p.value).filter((v) => v !== null).sort((a, b) => a - b);
    this.low = values.length ? values[0] : 0;
    this.high = values.length ? values[values.length - 1] : 1;
    this.draw();
  }

  place(longitude, latitude) {
    return [this.left + (longitude - this.box.west) * this.scaleX, this.top + (this.box.north - latitude) * this.scaleY];
  }

  draw() {
    if (!this.box) return;
    const width = this.canvas.parentElement.clientWidth;
    const { west, east, south, north } = this.box;
    const squeeze = Math.max(0.2, Math.cos((south + north) / 2 * Math.PI / 180));
    const wanted = width * (north - south) / ((east - west) * squeeze);
    const height = Math.round(Math.min(540, Math.max(220, wanted)));
    this.scaleX = Math.min(width / (east - west), height / (north - south) * squeeze);
    this.scaleY = this.scaleX / squeeze;
    if ((north - south) * this.scaleY > height) this.scaleY = height / (north - south);
    this.left = (width - (east - west) * this.scaleX) / 2;
    this.top = (height - (north - south) * this.scaleY) / 2;
    const layer = document.createElement('canvas');
    const c = context(layer, width, height);
    this.ground(c, width, height);
    this.dots(c);
    this.layer = layer;
    this.size = { width, height };
    this.mark();
  }

  ground(c, width, height) {
    const ink = colours();
    c.fillStyle = ink.panel;
    c.fillRect(0, 0, width, height);
    const step = [1, 2, 5, 10, 20, 30].find((s) => s * Math.min(this.scaleX, this.scaleY) > 48) || 45;
    c.strokeStyle = ink.line;
    c.fillStyle = ink.quiet;
    c.lineWidth = 1;
    const shownWest = this.box.west - this.left / this.scaleX, shownEast = this.box.east + this.left / this.scaleX;
    for (let m = Math.ceil(shownWest / step) * step; m <= shownEast; m += step) {
      const x = this.place(m, 0)[0], real = near(m, 0);
      c.beginPath(); c.moveTo(x, 0); c.lineTo(x, height); c.stroke();
      c.fillText(`${Math.abs(real)}°${real % 180 === 0 ? '' : real < 0 ? 'W' : 'E'}`, x + 3, height - 5);
    }
    const shownNorth = this.box.north + this.top / this.scaleY;
    for (let p = Math.ceil((this.box.south - this.top / this.scaleY) / step) * step; p <= shownNorth; p += step) {
      if (Math.abs(p) > 90) continue;
      const y = this.place(0, p)[1];
      c.beginPath(); c.moveTo(0, y); c.lineTo(width, y); c.stroke();
      c.fillText(`${Math.abs(p)}°${p === 0 ? '' : p < 0 ? 'S' : 'N'}`, 4, y - 4);
    }
    c.strokeStyle = ink.ink;
    c.globalAlpha = 0.7;
    c.beginPath();
    for (const line of this.coasts) {
      let before = null;
      for (let i = 0; i < line.length; i += 2) {
        const x = near(line[i], this.centre);
        const [px, py] = this.place(x, line[i + 1]);
        if (before === null || Math.abs(x - before) > 180) c.moveTo(px, py); else c.lineTo(px, py);
        before = x;
      }
    }
    c.stroke();
    c.globalAlpha = 1;
  }

  dots(c) {
    const ink = colours();
    for (const p of this.pixels) {
      const [x, y] = this.place(p.x, p.lat);
      const r = Math.max(1.6, 0.07 * this.scaleY);
      const stretch = Math.min(6, 1 / Math.max(0.02, Math.cos(p.lat * Math.PI / 180)) * this.scaleX / this.scaleY);
      c.beginPath();
      c.ellipse(x, y, Math.max(1.6, r * stretch), r, 0, 0, 2 * Math.PI);
      if (p.value === null) {
        c.strokeStyle = ink.quiet;
        c.stroke();
      } else {
        c.fillStyle = shade((p.value - this.low) / (this.high - this.low || 1));
        c.fill();
      }
      if (p.bad) {
        c.strokeStyle = ink.accent;
        c.stroke();
      }
    }
  }

  mark() {
    if (!this.layer) return;
    const c = context(this.canvas, this.size.width, this.size.height);
    c.drawImage(this.layer, 0, 0, this.size.width, this.size.height);
    const p = this.pixels[this.chosen];
    if (p) {
      const [x, y] = this.place(p.x, p.lat), ink = colours();
      for (const [colour, thick] of [[ink.panel, 5], [ink.accent, 2.5]]) {
        c.strokeStyle = colour;
        c.lineWidth = thick;
        c.beginPath();
        c.arc(x, y, 8, 0, 2 * Math.PI);
        c.stroke();
      }
    }
    this.tell(this.chosen);
  }

  nearest(event) {
    let best = -1, least = 40 * 40;
    this.pixels.forEach((p, i) => {
      const [x, y] = this.place(p.x, p.lat);
      const d = (x - event.offsetX) ** 2 + (y - event.offsetY) ** 2;
      if (d < least) { least = d; best = i; }
    });
    return best;
  }

  tell(i) {
    const p = this.pixels[i];
    if (!p) return;
    const value = p.value === null ? 'no temperature (radiance not above zero)' : `${p.value.toFixed(2)} ${this.unit} at 900.00 cm⁻¹`;
    this.readout.textContent = `Line ${p.line}, view ${p.efov}, pixel ${p.pixel}: ${Math.abs(p.lat).toFixed(3)}° ${p.lat < 0 ? 'S' : 'N'}, `
      + `${Math.abs(p.lon).toFixed(3)}° ${p.lon < 0 ? 'W' : 'E'}; ${value}${p.bad ? '; flagged bad' : ''}`;
  }

  choose(i, byHand) {
    if (i < 0) return;
    this.chosen = i;
    this.mark();
    if (byHand) this.picked(this.pixels[i]);
  }

  select(line, efov, pixel) {
    this.choose(this.pixels.findIndex((p) => p.line === line && p.efov === efov && p.pixel === pixel), false);
  }

  /** The nearest pixel that lies more in the arrow's direction than beside it. */
  key(event) {
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (event.key === 'Home' || event.key === 'End') {
      event.preventDefault();
      this.choose(event.key === 'Home' ? 0 : this.pixels.length - 1, true);
      return;
    }
    const from = this.pixels[this.chosen];
    if (!way || !from) return;
    event.preventDefault();
    const [x0, y0] = this.place(from.x, from.lat);
    let best = -1, least = Infinity;
    this.pixels.forEach((p, i) => {
      const [x, y] = this.place(p.x, p.lat);
      const along = (x - x0) * way[0] + (y - y0) * way[1];
      const beside = Math.abs((x - x0) * way[1]) + Math.abs((y - y0) * way[0]);
      const cost = along + 2 * beside;
      if (i !== this.chosen && along > 0 && beside <= along && cost < least) { least = cost; best = i; }
    });
    this.choose(best, true);
  }
}
