// Buttons that zoom a plane, and how large it is shown: `bar.show(view)` tells them the view.
import { h } from './dom.js';
import { zoomStep, zoomTo } from './gestures.js';
import { LEAST_ZOOM, MOST_ZOOM, zoomText } from './tile-view.js';

export function zoomBar(plane, canvas) {
  const button = (label, text, title, onclick) =>
    h('button', { type: 'button', title, 'aria-label': label, onclick }, text);
  const out = button('Zoom out', '−', 'Zoom out (−)', () => zoomStep(plane, canvas, -1));
  const into = button('Zoom in', '+', 'Zoom in (+)', () => zoomStep(plane, canvas, 1));
  const reading = button('', '1:1', 'Show at full size (0)', () => zoomTo(plane, canvas, 1));
  reading.classList.add('reading');
  const bar = h('div.zoom-bar', { role: 'group', 'aria-label': 'Zoom' }, out, reading, into);
  bar.show = ({ zoom }) => {
    reading.textContent = zoomText(zoom);
    reading.setAttribute('aria-label', `Zoom is ${zoomText(zoom)}; show at full size`);
    out.disabled = zoom <= LEAST_ZOOM;
    into.disabled = zoom >= MOST_ZOOM;
  };
  bar.show(plane.view);
  return bar;
}
