// What both drawings share: a canvas at the screen's own resolution, the page's colours, ticks.

/** The colours of the page as they are now, in its light or its dark dress. */
export function colours() {
  const style = getComputedStyle(document.documentElement);
  const of = (name) => style.getPropertyValue(name).trim();
  return {
    ink: of('--ink'), quiet: of('--quiet'), line: of('--line'), accent: of('--accent'),
    panel: of('--panel'), rail: of('--rail'),
  };
}

/** Sizes a canvas to its place and the screen's pixels; the context draws in CSS pixels. */
export function context(canvas, width, height) {
  const ratio = window.devicePixelRatio || 1;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  canvas.style.height = height + 'px';
  const c = canvas.getContext('2d');
  c.setTransform(ratio, 0, 0, ratio, 0, 0);
  c.font = '12px system-ui, "DejaVu Sans", sans-serif';
  return c;
}

/** Round numbers within a range, some `wanted` of them. */
export function ticks(from, to, wanted) {
  const rough = (to - from) / Math.max(1, wanted);
  const power = Math.pow(10, Math.floor(Math.log10(rough)));
  const step = [1, 2, 2.5, 5, 10].map((m) => m * power).find((s) => s >= rough) || 10 * power;
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9) + (step / power === 2.5 ? 1 : 0));
  const found = [];
  for (let i = Math.ceil(from / step - 1e-9); i * step <= to + step * 1e-9; i++) {
    found.push({ value: i * step, text: (i * step).toFixed(Math.min(8, digits)) });
  }
  return found;
}

// Nine points of the viridis scale (CC0), straight lines between.
const VIRIDIS = [[68, 1, 84], [71, 44, 122], [59, 81, 139], [44, 113, 142], [33, 144, 141],
  [39, 173, 129], [92, 200, 99], [170, 220, 50], [253, 231, 37]];

/** A colour for a share from 0 to 1. */
export function shade(share) {
  const at = Math.min(0.999999, Math.max(0, share)) * (VIRIDIS.length - 1);
  const i = Math.floor(at);
  const mix = VIRIDIS[i].map((a, k) => Math.round(a + (at - i) * (VIRIDIS[i + 1][k] - a)));
  return `rgb(${mix.join(' ')})`;
}

/** Draws again when the place of a canvas or the dress of the page changes. */
export function whenChanged(canvas, draw) {
  let width = 0;
  new ResizeObserver(() => {
    if (canvas.parentElement.clientWidth !== width) {
      width = canvas.parentElement.clientWidth;
      draw();
    }
  }).observe(canvas.parentElement);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
}
