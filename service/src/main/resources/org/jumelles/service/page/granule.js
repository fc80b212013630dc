// The page of a granule: what is picked on the map is drawn as a spectrum.
import { PixelMap } from '/pixelmap.js';
import { SpectrumPlot } from '/spectrum.js';

const get = (id) => document.getElementById(id);
const viewer = get('viewer'), form = get('pick'), fault = get('fault');
const plot = new SpectrumPlot(get('spectrum'), get('spectrum-readout'));
const map = new PixelMap(get('map'), get('map-readout'), (p) => {
  form.line.value = p.line;
  form.efov.value = p.efov;
  form.pixel.value = p.pixel;
  load();
});
let asked = 0;

async function json(address) {
  const answer = await fetch(address);
  const document = await answer.json();
  if (!answer.ok) throw new Error(document.description);
  return document;
}

function rows(list, facts) {
  list.replaceChildren(...facts.map(([name, value]) => {
    const row = document.createElement('div'), dt = document.createElement('dt'), dd = document.createElement('dd');
    dt.textContent = name;
    dd.textContent = value;
    row.append(dt, dd);
    return row;
  }));
}

function degrees(value) { return value === null ? 'not known' : `${value.toFixed(4)}°`; }

function tell(s) {
  rows(get('facts'), [['Time', s.time], ['Latitude', degrees(s.latitude_deg)], ['Longitude', degrees(s.longitude_deg)],
    ['Satellite zenith', degrees(s.satellite_zenith_deg)], ['Satellite azimuth', degrees(s.satellite_azimuth_deg)],
    ['Sun zenith', degrees(s.solar_zenith_deg)], ['Sun azimuth', degrees(s.solar_azimuth_deg)]]);
  rows(get('flags'), [...s.flags.bands.map((b) => [`Band ${b.band}`, b.quality]),
    ['Detailed word', s.flags.detailed + (s.flags.meanings.length || !s.flags.detailed.startsWith('0x') ? '' : ': no bit is set')],
    ...s.flags.meanings.map((m) => [`Bit ${m.bit} as ${m.reading}`, m.meaning]), ...s.defects.map((d) => ['Defect of the line', d])]);
}

async function load() {
  const mine = ++asked;
  const query = new URLSearchParams(new FormData(form)).toString();
  try {
    const spectrum = await json(`/iasi/spectra/${viewer.dataset.product}?${query}`);
    if (mine !== asked) return;
    fault.textContent = '';
    plot.show(spectrum);
    tell(spectrum);
    map.select(spectrum.line, spectrum.efov, spectrum.pixel);
    const column = get('column');
    if (column) column.search = `?line=${spectrum.line}&efov=${spectrum.efov}&pixel=${spectrum.pixel}`;
    history.replaceState(null, '', `?${query}`);
    viewer.dataset.shown = query;
  } catch (e) {
    if (mine === asked) fault.textContent = e.message;
  }
}

form.addEventListener('submit', (e) => { e.preventDefault(); load(); });
form.addEventListener('change', () => { if (form.checkValidity()) load(); });
get('zoom-in').addEventListener('click', () => plot.zoom(0.5, plot.at(plot.cursor)));
get('zoom-out').addEventListener('click', () => plot.zoom(2, plot.at(plot.cursor)));
get('zoom-all').addEventListener('click', () => plot.all());

await load();
try {
  const [pixels, coasts] = await Promise.all([json(`/iasi/pixels/${viewer.dataset.product}`), json('/coastlines.json')]);
  map.show(pixels, coasts);
  get('low').textContent = `${map.low.toFixed(1)} K`;
  get('high').textContent = `${map.high.toFixed(1)} K`;
  map.select(Number(form.line.value), Number(form.efov.value), Number(form.pixel.value));
  viewer.dataset.mapped = map.pixels.length;
} catch (e) {
  fault.textContent = e.message;
}
