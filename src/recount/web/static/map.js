// The map that can be moved, in place of the one that the server draws. It asks the desk alone, and nothing else.
// Without it, in print and where Leaflet is not installed, the drawn map and its table say the same.

import * as L from "/vendor/leaflet/leaflet-src.esm.js";

const SMALLEST = 5, LARGEST = 26, PER_ROOT = 1.7; // pixels; a mark's area grows with the killed
const CELL = 46; // pixels within which several places share one mark
const APART_FROM = 11; // the zoom from which on every place has a mark of its own
const WAIT = 180; // milliseconds after the last move of a slider

const home = document.getElementById("live-map");
if (home !== null) start().catch((fault) => { home.hidden = true; console.warn("The drawn map stays:", fault); });

async function start() {
  const [outlines, told] = await Promise.all([asked(home.dataset.outlines), askedPlaces()]);
  home.hidden = false;
  document.querySelector("figure.map")?.classList.add("replaced");
  const map = L.map(home.querySelector(".live-frame"), { attributionControl: false, zoomSnap: 0.5, minZoom: 2, maxZoom: 14 });
  L.control.scale({ imperial: false }).addTo(map);
  const state = { map, pins: told.pins, areas: drawOutlines(map, outlines), marks: L.layerGroup().addTo(map) };
  fit(state, outlines);
  draw(state);
  map.on("zoomend", () => draw(state));
  slide(state);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => location.reload());
}

async function asked(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} for ${address}`);
  return answer.json();
}

// The places of the view, from the address that any program may ask: features of GeoJSON, as pins.
async function askedPlaces() {
  const told = await asked(home.dataset.places + location.search);
  const pins = told.features.map(({ geometry: { coordinates: [lon, lat] }, properties }) => ({ lat, lon, ...properties }));
  return { pins, places: told.places };
}

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

// Borders. Every ring is its own, and an even number of them around a point is a hole.
function drawOutlines(map, outlines) {
  const areas = new Map();
  for (const { properties, geometry } of outlines.features) {
    const rings = geometry.coordinates.map((ring) => ring.map(([lon, lat]) => [lat, lon]));
    const plain = {
      fillRule: "evenodd", interactive: false, color: colour(properties.level === 2 ? "rule" : "rule-strong"),
      weight: [1.8, 1.1, 0.7][properties.level], fillColor: colour("sheet"), fillOpacity: properties.level === 0 ? 1 : 0,
    };
    const shape = L.polygon(rings, plain).addTo(map);
    if (properties.level === 1) shape.bindTooltip(words(properties.name), { permanent: true, direction: "center", className: "area" });
    areas.set(`${properties.country}/${properties.level}/${properties.name.toLowerCase()}`, { shape, plain });
  }
  return areas;
}

function fit({ map, pins }, outlines) {
  const points = pins.map((pin) => [pin.lat, pin.lon]);
  const corners = outlines.features.flatMap((one) => one.geometry.coordinates.flat()).map(([lon, lat]) => [lat, lon]);
  const bounds = L.latLngBounds(points.length ? points : corners);
  if (bounds.isValid()) map.fitBounds(bounds.pad(0.15), { maxZoom: 10 });
  else map.setView([0, 0], 2);
}

function draw({ map, pins, areas, marks }) {
  marks.clearLayers();
  for (const { shape, plain } of areas.values()) shape.setStyle(plain);
  const spots = [];
  for (const pin of pins) {
    const area = pin.level === null ? undefined : areas.get(`${pin.country}/${pin.level}/${pin.area.toLowerCase()}`);
    if (area !== undefined) area.shape.setStyle({ fillColor: colour("tint"), fillOpacity: 0.8, dashArray: "5 3", color: colour("accent") });
    spots.push({ pin, at: map.project([pin.lat, pin.lon]), inArea: area !== undefined });
  }
  for (const group of clusters(spots, map.getZoom())) {
    if (group.length === 1) mark(group[0]).forEach((layer) => layer.addTo(marks));
    else cluster(map, group).addTo(marks);
  }
}

// Places that share a cell of the screen share a mark. Those known roughly and exactly never do.
function clusters(spots, zoom) {
  if (zoom >= APART_FROM) return spots.map((spot) => [spot]);
  const cells = new Map();
  for (const spot of spots) {
    const key = `${Math.floor(spot.at.x / CELL)}/${Math.floor(spot.at.y / CELL)}/${spot.pin.exact}`;
    if (!cells.has(key)) cells.set(key, []);
    cells.get(key).push(spot);
  }
  return [...cells.values()];
}

function radius(pin) {
  return Math.min(LARGEST, SMALLEST + PER_ROOT * Math.sqrt(pin.low || pin.high || 0));
}

function mark({ pin, inArea }) {
  const accent = colour("accent"), told = pin.low !== null;
  const disc = L.circleMarker([pin.lat, pin.lon], {
    radius: radius(pin), color: accent, weight: pin.exact ? 1.2 : 0, fillColor: told ? accent : colour("sheet"),
    fillOpacity: pin.exact ? (told ? 0.55 : 0.9) : 0.3,
  });
  disc.bindTooltip(words(pin.title)).on("click", () => go(pin));
  disc.on("add", () => reachable(disc.getElement(), pin));
  if (pin.exact) return [disc];
  const around = { radius: radius(pin) + (inArea ? 4 : 9), color: accent, weight: 1.2, dashArray: "4 3", fillOpacity: 0.1, interactive: false };
  return [L.circleMarker([pin.lat, pin.lon], around), disc];
}

function cluster(map, group) {
  const pins = group.map(({ pin }) => pin);
  const incidents = pins.reduce((sum, pin) => sum + pin.incidents, 0);
  const bounds = L.latLngBounds(pins.map((pin) => [pin.lat, pin.lon]));
  const size = Math.min(44, 24 + 3 * Math.log2(incidents));
  const title = `${pins.length} places, ${incidents} incidents${pins[0].exact ? "" : ", known roughly"}: show closer`;
  const icon = L.divIcon({ className: pins[0].exact ? "cluster" : "cluster rough", html: words(String(incidents)), iconSize: [size, size] });
  const closer = () => map.fitBounds(bounds.pad(0.2), { maxZoom: Math.min(map.getZoom() + 3, APART_FROM) });
  return L.marker(bounds.getCenter(), { icon, title, alt: title, keyboard: true }).on("click", closer)
    .on("add", ({ target }) => target.getElement().setAttribute("aria-label", title));
}

function reachable(element, pin) {
  element.setAttribute("tabindex", "0");
  element.setAttribute("role", "link");
  element.setAttribute("aria-label", pin.title);
  element.addEventListener("keydown", (event) => { if (event.key === "Enter") go(pin); });
}

function go(pin) {
  location.assign(pin.address);
}

// Names come from reports: as text they can hold nothing but words.
function words(text) {
  const element = document.createElement("bdi");
  element.textContent = text;
  return element;
}

// The slider of time: two ends, month by month, that the address keeps as the filters "from" and "to".
function slide(state) {
  const [first, last] = [home.dataset.first, home.dataset.last].map(monthOf);
  const ends = [document.getElementById("slide-from"), document.getElementById("slide-to")];
  const params = new URLSearchParams(location.search);
  ends.forEach((end) => { end.max = last - first; });
  ends[0].value = params.get("from") ? monthOf(params.get("from")) - first : 0;
  ends[1].value = params.get("to") ? monthOf(params.get("to")) - first : last - first;
  const show = () => ends.forEach((end) => { end.previousElementSibling.querySelector("output").value = nameOf(first + Number(end.value)); });
  show();
  let waiting;
  ends.forEach((end, place) => end.addEventListener("input", () => {
    const other = ends[1 - place];
    if (Number(ends[0].value) > Number(ends[1].value)) other.value = end.value;
    show();
    clearTimeout(waiting);
    waiting = setTimeout(() => move(state, first, last, ends), WAIT);
  }));
}

async function move(state, first, last, ends) {
  const params = new URLSearchParams(location.search);
  const [from, to] = ends.map((end) => first + Number(end.value));
  if (from > first) params.set("from", `${keyOf(from)}-01`); else params.delete("from");
  if (to < last) params.set("to", lastDay(to)); else params.delete("to");
  const query = params.toString();
  history.replaceState(null, "", location.pathname + (query ? `?${query}` : ""));
  fields(params);
  const told = await askedPlaces();
  state.pins = told.pins;
  draw(state);
  const incidents = told.pins.reduce((sum, pin) => sum + pin.incidents, 0);
  home.querySelector("[role=status]").textContent =
    `${told.places} places, ${incidents} incidents on the map. The list below is renewed with Show.`;
}

// The form beside the map keeps the same days.
function fields(params) {
  for (const name of ["from", "to"]) {
    const field = document.getElementById(`f-${name}`);
    if (field !== null) field.value = params.get(name) ?? "";
  }
}

function monthOf(day) {
  const [year, month] = day.split("-").map(Number);
  return year * 12 + month - 1;
}

function keyOf(month) {
  return `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;
}

function lastDay(month) {
  const days = new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).getUTCDate();
  return `${keyOf(month)}-${String(days).padStart(2, "0")}`;
}

function nameOf(month) {
  return new Date(Date.UTC(Math.floor(month / 12), month % 12, 1)).toLocaleDateString("en", { month: "long", year: "numeric", timeZone: "UTC" });
}
