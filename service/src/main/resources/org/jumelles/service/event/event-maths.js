"use strict";
/* Signals and the sphere, over plain arrays. */
const Maths = (() => {
  /* In place, length a power of two. */
  function fft(re, im) {
    const n = re.length;
    for (let i = 1, j = 0; i < n; i++) {
      let bit = n >> 1;
      for (; j & bit; bit >>= 1) j ^= bit;
      j ^= bit;
      if (i < j) {
        [re[i], re[j]] = [re[j], re[i]];
        [im[i], im[j]] = [im[j], im[i]];
      }
    }
    for (let size = 2; size <= n; size <<= 1) {
      const angle = -2 * Math.PI / size;
      for (let k = 0; k < size / 2; k++) {
        const c = Math.cos(angle * k), s = Math.sin(angle * k);
        for (let a = k; a < n; a += size) {
          const b = a + size / 2;
          const tr = re[b] * c - im[b] * s, ti = re[b] * s + im[b] * c;
          re[b] = re[a] - tr; im[b] = im[a] - ti;
          re[a] += tr; im[a] += ti;
        }
      }
    }
  }

  function mean(x) {
    let sum = 0;
    for (const v of x) sum += v;
    return x.length ? sum / x.length : 0;
  }

  /* One second-order Butterworth section by the bilinear transform. */
  function section(kind, hz, rate) {
    const k = Math.tan(Math.PI * hz / rate), q = Math.SQRT2, norm = 1 / (1 + k * q + k * k);
    const a1 = 2 * (k * k - 1) * norm, a2 = (1 - k * q + k * k) * norm;
    return kind === "low"
      ? [k * k * norm, 2 * k * k * norm, k * k * norm, a1, a2]
      : [norm, -2 * norm, norm, a1, a2];
  }

  function run(x, [b0, b1, b2, a1, a2]) {
    let z1 = 0, z2 = 0;
    for (let i = 0; i < x.length; i++) {
      const v = x[i], y = b0 * v + z1;
      z1 = b1 * v - a1 * y + z2;
      z2 = b2 * v - a2 * y;
      x[i] = y;
    }
  }

  /* Less the straight line that fits best. */
  function detrended(samples) {
    const n = samples.length, middle = (n - 1) / 2, m = mean(samples);
    let xy = 0, xx = 0;
    for (let i = 0; i < n; i++) { xy += (i - middle) * (samples[i] - m); xx += (i - middle) * (i - middle); }
    const slope = xx > 0 ? xy / xx : 0;
    return Float64Array.from(samples, (v, i) => v - m - slope * (i - middle));
  }

  /* Zero phase: there and back, the ends tapered over at most 20 s. */
  function bandpass(samples, rate, low, high) {
    const x = detrended(samples), taper = Math.min(Math.floor(x.length / 20), Math.round(20 * rate));
    for (let i = 0; i < taper; i++) {
      const w = 0.5 - 0.5 * Math.cos(Math.PI * i / taper);
      x[i] *= w; x[x.length - 1 - i] *= w;
    }
    const sections = [section("high", low, rate)];
    if (high < 0.45 * rate) sections.push(section("low", high, rate));
    for (const s of sections) run(x, s);
    x.reverse();
    for (const s of sections) run(x, s);
    x.reverse();
    return x;
  }

  /* Root mean square over windows: [centre in seconds, value]. */
  function envelope(x, rate, windowS) {
    const n = Math.max(1, Math.round(windowS * rate)), out = [];
    for (let i = 0; i + n <= x.length; i += Math.max(1, n >> 1)) {
      let sum = 0;
      for (let k = i; k < i + n; k++) sum += x[k] * x[k];
      out.push([(i + n / 2) / rate, Math.sqrt(sum / n)]);
    }
    return out;
  }

  /* One-sided power density in dB, Hann windows, half over the next. */
  function spectrogram(samples, rate, windowS) {
    let n = 16;
    while (n < windowS * rate) n *= 2;
    const m = mean(samples), columns = [];
    const hann = Float64Array.from({length: n}, (_, i) => 0.5 - 0.5 * Math.cos(2 * Math.PI * i / n));
    let energy = 0;
    for (const w of hann) energy += w * w;
    for (let at = 0; at + n <= samples.length; at += n / 2) {
      const re = new Float64Array(n), im = new Float64Array(n);
      for (let i = 0; i < n; i++) re[i] = (samples[at + i] - m) * hann[i];
      fft(re, im);
      const column = new Float32Array(n / 2);
      for (let k = 1; k < n / 2; k++) {
        column[k] = 10 * Math.log10(2 * (re[k] * re[k] + im[k] * im[k]) / (rate * energy) + 1e-300);
      }
      column[0] = column[1];
      columns.push([(at + n / 2) / rate, column]);
    }
    return {columns, stepHz: rate / n, stepS: n / 2 / rate};
  }

  /* Radial points away from the source, transverse to its right. */
  function rotate(north, east, backAzimuthDeg) {
    const c = Math.cos(backAzimuthDeg * Math.PI / 180), s = Math.sin(backAzimuthDeg * Math.PI / 180);
    const n = Math.min(north.length, east.length);
    const radial = new Float64Array(n), transverse = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      radial[i] = -north[i] * c - east[i] * s;
      transverse[i] = north[i] * s - east[i] * c;
    }
    return {radial, transverse};
  }

  /* Largest eigenvector of a symmetric 3 x 3 matrix, and its eigenvalues, by Jacobi rotations. */
  function eigen(m) {
    const v = [[1, 0, 0], [0, 1, 0], [0, 0, 1]];
    for (let sweep = 0; sweep < 12; sweep++) {
      for (const [p, q] of [[0, 1], [0, 2], [1, 2]]) {
        if (Math.abs(m[p][q]) < 1e-300) continue;
        const theta = (m[q][q] - m[p][p]) / (2 * m[p][q]);
        const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1), s = t * c;
        for (let k = 0; k < 3; k++) {
          const a = m[k][p], b = m[k][q];
          m[k][p] = c * a - s * b; m[k][q] = s * a + c * b;
        }
        for (let k = 0; k < 3; k++) {
          const a = m[p][k], b = m[q][k];
          m[p][k] = c * a - s * b; m[q][k] = s * a + c * b;
          const x = v[k][p], y = v[k][q];
          v[k][p] = c * x - s * y; v[k][q] = s * x + c * y;
        }
      }
    }
    const values = [m[0][0], m[1][1], m[2][2]];
    const best = values.indexOf(Math.max(...values));
    return {values: values.sort((a, b) => b - a), vector: [v[0][best], v[1][best], v[2][best]]};
  }

  /* Back azimuth (degrees) and rectilinearity (0 to 1) of a wave that moves up and away at once. */
  function polarisation(up, north, east, rate, windowS) {
    const n = Math.max(4, Math.round(windowS * rate)), out = [];
    const length = Math.min(up.length, north.length, east.length);
    for (let at = 0; at + n <= length; at += Math.max(1, n >> 2)) {
      const m = [[0, 0, 0], [0, 0, 0], [0, 0, 0]];
      for (let i = at; i < at + n; i++) {
        const x = [up[i], north[i], east[i]];
        for (let a = 0; a < 3; a++) for (let b = 0; b < 3; b++) m[a][b] += x[a] * x[b];
      }
      const trace = m[0][0] + m[1][1] + m[2][2];
      if (!(trace > 0)) continue;
      for (const row of m) for (let k = 0; k < 3; k++) row[k] /= trace;
      const {values, vector} = eigen(m);
      const sign = vector[0] < 0 ? -1 : 1;
      const azimuth = Math.atan2(-sign * vector[2], -sign * vector[1]) * 180 / Math.PI;
      out.push([(at + n / 2) / rate, (azimuth + 360) % 360, 1 - (values[1] + values[2]) / (2 * values[0])]);
    }
    return out;
  }

  /* The place at a distance and azimuth from another, all in degrees. */
  function destination(latitude, longitude, azimuth, distance) {
    const r = Math.PI / 180, p = latitude * r, d = distance * r, a = azimuth * r;
    const sin = Math.sin(p) * Math.cos(d) + Math.cos(p) * Math.sin(d) * Math.cos(a);
    const lon = longitude * r + Math.atan2(Math.sin(a) * Math.sin(d) * Math.cos(p), Math.cos(d) - Math.sin(p) * sin);
    return [Math.asin(sin) / r, ((lon / r + 540) % 360) - 180];
  }

  /* Distance and azimuth from one place to another, in degrees. */
  function course(lat1, lon1, lat2, lon2) {
    const r = Math.PI / 180, a = lat1 * r, b = lat2 * r, l = (lon2 - lon1) * r;
    const x = Math.cos(a) * Math.sin(b) - Math.sin(a) * Math.cos(b) * Math.cos(l);
    const y = Math.sin(l) * Math.cos(b);
    const z = Math.sin(a) * Math.sin(b) + Math.cos(a) * Math.cos(b) * Math.cos(l);
    return {distance: Math.atan2(Math.hypot(x, y), z) / r, azimuth: (Math.atan2(y, x) / r + 360) % 360};
  }

  /* A closed line, so that its longitudes go on over 180; about a pole it goes on to the pole. */
  function unwrapped(line, told) {
    const out = [];
    let before = line[0][1];
    for (const [latitude, longitude] of line) {
      let l = longitude;
      while (l - before > 180) l -= 360;
      while (l - before < -180) l += 360;
      out.push([latitude, l]);
      before = l;
    }
    const turn = before - line[0][1];
    let home = turn;
    while (home > 180) home -= 360;
    while (home < -180) home += 360;
    if (Math.abs(turn - home) > 180) {
      const pole = told ?? (out.reduce((sum, p) => sum + p[0], 0) > 0 ? 90 : -90), first = out[0];
      out.push([first[0], first[1] + turn - home], [pole, first[1] + turn - home], [pole, first[1]]);
    }
    return out;
  }

  /* What lies at two distances and between two azimuths from a place: lines to be filled by even and odd. */
  function sector(place, near, wide) {
    const whole = wide[1] - wide[0] >= 359.9, edge = d => {
      const points = [];
      for (let k = 0; k <= 120; k++) points.push(destination(place.latitude, place.longitude, wide[0] + (wide[1] - wide[0]) * k / 120, d));
      return points;
    };
    const side = (end, from, to) => Array.from({length: 19}, (_, k) => destination(place.latitude, place.longitude, wide[end], from + (to - from) * (k + 1) / 20));
    const far = Math.min(180, near[1]), least = Math.max(0, near[0]);
    const planet = [[-90, -180], [-90, 180], [90, 180], [90, -180]], holdsBoth = d => d > 90 + Math.abs(place.latitude);
    const ring = d => holdsBoth(d) ? [unwrapped(edge(d)), planet] : [unwrapped(edge(d), place.latitude > 0 ? 90 : -90)];
    return whole ? ring(far).concat(ring(least)) : [unwrapped(edge(far).concat(side(1, far, least), edge(least).reverse(), side(0, least, far)))];
  }

  /* Longitudes and latitudes of a map that holds all lines and places, in the shape of its frame; the whole
     planet where they reach around it or over a pole. */
  function mapWindow(places, lines, aspect) {
    const about = places[0][1];
    const near = l => l - 360 * Math.round((l - about) / 360);
    let lon = [Infinity, -Infinity], lat = [Infinity, -Infinity];
    const take = (la, lo) => {
      lon = [Math.min(lon[0], lo), Math.max(lon[1], lo)];
      lat = [Math.min(lat[0], la), Math.max(lat[1], la)];
    };
    for (const [la, lo] of places) take(la, near(lo));
    for (const line of lines) {
      const middle = line.reduce((sum, p) => sum + p[1], 0) / line.length, shift = near(middle) - middle;
      for (const [la, lo] of line) take(la, lo + shift);
    }
    const wide = Math.max(10, 0.575 * (lon[1] - lon[0])), tall = Math.max(6, 0.575 * (lat[1] - lat[0]));
    const high = Math.max(tall, wide / aspect), half = high * aspect;
    const planet = half >= 180 || high >= 90 || lat[0] <= -89 || lat[1] >= 89;
    if (planet) return {lon: [-180, 180], lat: [-90, 90], every: 30};
    const middle = Math.min(90 - high, Math.max(high - 90, (lat[0] + lat[1]) / 2)), centre = (lon[0] + lon[1]) / 2;
    return {lon: [centre - half, centre + half], lat: [middle - high, middle + high], every: half > 60 ? 20 : half > 30 ? 10 : 5};
  }

  return {fft, mean, bandpass, envelope, spectrogram, rotate, eigen, polarisation, destination, course, sector, mapWindow};
})();
