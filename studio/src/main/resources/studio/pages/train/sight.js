// The picture with what is marked on it: the crop, four corners, and the veil over what is not learned.
import { h } from '../../lib/dom.js';
import { holds, inset, place, pushed, rectangle } from './area.js';

const NAMES = ['Upper left', 'Upper right', 'Lower right', 'Lower left'];
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const MOST = 1024; // pixels of the veil, a side
const NS = 'http://www.w3.org/2000/svg';

// source: address; size: of the picture; state.tool: 'crop' or 'mask'; brush: {width, erase}
export function sight({ source, size, name, state, mask, brush, changed }) {
  const image = h('img', { src: source, alt: `${name} as it is` });
  const scale = Math.min(1, MOST / Math.max(size.width, size.height));
  const cover = h('canvas.veil', { width: Math.round(size.width * scale), height: Math.round(size.height * scale) });
  const drawing = document.createElementNS(NS, 'svg');
  drawing.setAttribute('viewBox', `0 0 ${size.width} ${size.height}`);
  drawing.setAttribute('aria-hidden', 'true');
  const shade = document.createElementNS(NS, 'path');
  const quad = document.createElementNS(NS, 'polygon');
  shade.setAttribute('class', 'shade');
  shade.setAttribute('fill-rule', 'evenodd');
  quad.setAttribute('class', 'quad');
  drawing.append(shade, quad);
  const ring = h('i.ring', { hidden: true });
  const handles = NAMES.map((corner, i) => handle(corner, i));
  const stage = h(
    'div.sight',
    { tabIndex: 0, role: 'application', 'aria-label': `${name}: drag to crop, or paint the mask; arrow keys move the brush, the space bar paints` },
    image,
    cover,
    drawing,
    ring,
    ...handles,
  );
  const at = (event) => place(event, image.getBoundingClientRect(), size);
  let spot = { x: size.width / 2, y: size.height / 2 };

  function handle(corner, i) {
    const knob = h('button.knob', { type: 'button', 'aria-label': `${corner} corner; arrow keys move it` });
    const move = (point) => {
      state.corners = state.corners.length ? [...state.corners] : inset(state.crop, size);
      state.corners[2 * i] = Math.round(point.x);
      state.corners[2 * i + 1] = Math.round(point.y);
      changed();
    };
    knob.addEventListener('pointerdown', (event) => {
      event.stopPropagation();
      knob.setPointerCapture(event.pointerId);
    });
    knob.addEventListener('pointermove', (event) => {
      if (knob.hasPointerCapture(event.pointerId)) move(at(event));
    });
    knob.addEventListener('keydown', (event) => {
      const way = ARROWS[event.key];
      if (!way) return;
      event.preventDefault();
      event.stopPropagation();
      const step = event.shiftKey ? 1 : Math.max(1, Math.round(Math.max(size.width, size.height) / 100));
      const corners = state.corners.length ? state.corners : inset(state.crop, size);
      const limit = (value, most) => Math.min(most, Math.max(0, value));
      move({ x: limit(corners[2 * i] + way[0] * step, size.width), y: limit(corners[2 * i + 1] + way[1] * step, size.height) });
    });
    return knob;
  }

  let drag = null; // {from, crop} while something is dragged
  stage.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    stage.setPointerCapture(event.pointerId);
    spot = at(event);
    if (state.tool === 'mask') {
      mask.begin(spot, brush.width, brush.erase);
      drag = { paints: true };
      mask.show(cover);
    } else if (state.tool === 'crop') {
      drag = { from: spot, crop: state.crop.length && holds(state.crop, spot) ? state.crop : null };
    }
  });
  stage.addEventListener('pointermove', (event) => {
    const now = at(event);
    if (state.tool === 'mask') showRing(now);
    if (!drag) return;
    if (drag.paints) {
      mask.extend(now);
      mask.show(cover);
    } else {
      const { from, crop } = drag;
      state.crop = crop ? pushed(crop, now.x - from.x, now.y - from.y, size) : rectangle(from, now, size);
      changed();
    }
  });
  stage.addEventListener('lostpointercapture', () => {
    if (drag?.paints) changed();
    drag = null;
  });
  stage.addEventListener('pointerleave', () => (ring.hidden = true));
  stage.addEventListener('keydown', (event) => {
    if (event.target !== stage || state.tool !== 'mask' || event.ctrlKey || event.metaKey || event.altKey) return;
    const way = ARROWS[event.key];
    const step = brush.width / (event.shiftKey ? 8 : 2);
    if (way) spot = { x: Math.min(size.width, Math.max(0, spot.x + way[0] * step)), y: Math.min(size.height, Math.max(0, spot.y + way[1] * step)) };
    else if (event.key === ' ') {
      mask.begin(spot, brush.width, brush.erase);
      changed();
    } else return;
    event.preventDefault();
    showRing(spot);
  });

  function showRing({ x, y }) {
    ring.hidden = false;
    Object.assign(ring.style, {
      left: `${(100 * x) / size.width}%`,
      top: `${(100 * y) / size.height}%`,
      width: `${(100 * brush.width) / size.width}%`,
    });
  }

  function show() {
    const { crop, way } = state;
    const [left, top, width, height] = crop.length ? crop : [0, 0, size.width, size.height];
    shade.setAttribute('d', `M0 0H${size.width}V${size.height}H0Z M${left} ${top}v${height}h${width}v${-height}Z`);
    shade.toggleAttribute('hidden', !crop.length);
    const corners = state.corners.length ? state.corners : inset(crop, size);
    quad.setAttribute('points', corners.join(' '));
    quad.toggleAttribute('hidden', way !== 'corners');
    handles.forEach((knob, i) => {
      knob.hidden = way !== 'corners';
      knob.style.left = `${(100 * corners[2 * i]) / size.width}%`;
      knob.style.top = `${(100 * corners[2 * i + 1]) / size.height}%`;
    });
    if (state.tool !== 'mask') ring.hidden = true;
    stage.dataset.tool = state.tool;
    mask.show(cover);
  }

  return { element: stage, show };
}
