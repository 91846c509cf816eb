// The picture that was learned beside the plane: a line that is dragged across shows the one to its left and the other to its
// right, both pixel by pixel of the screen.
import { h } from '../../lib/dom.js';

const STEP = 0.02;
const EDGE = 0.5; // CSS pixels

// Lies over a stage, in whose middle the picture stays. Returns how to take it away; `lay()` follows the view.
export function wipe(stage, plane, address, label) {
  const image = h('img', { src: address, alt: label, draggable: false });
  const sheet = h('div.wipe-sheet', {}, image);
  const handle = h('button.wipe-handle', {
    type: 'button', role: 'slider', 'aria-label': 'Share of the view that shows the picture', 'aria-valuemin': 0, 'aria-valuemax': 100,
    title: 'Drag to compare the picture with the plane',
  }, '◂▸');
  let share = 0;
  let width = 0;

  function set(to) {
    // One compares pixel by pixel of the screen, which the zoom of a dense one is not.
    if (share === 0 && to > 0) plane.view = { x: plane.view.x, y: plane.view.y, zoom: 1 / (devicePixelRatio || 1) };
    share = Math.max(0, Math.min(1, to));
    handle.setAttribute('aria-valuenow', String(Math.round(100 * share)));
    handle.setAttribute('aria-valuetext', share ? `${Math.round(100 * share)} % of the view` : 'only the plane');
    lay();
  }

  function lay() {
    const ratio = devicePixelRatio || 1;
    width = stage.clientWidth;
    const height = stage.clientHeight;
    const { zoom } = plane.view;
    const at = Math.round(share * width * ratio) / ratio;
    sheet.style.clipPath = `inset(0 ${Math.max(0, width - at)}px 0 0)`;
    sheet.hidden = share === 0;
    handle.style.left = `${Math.min(Math.max(at, EDGE), width - EDGE)}px`;
    // A pixel of the picture is a pixel of the plane: that is, of the screen at 1:1 of the same ratio.
    image.style.width = `${image.naturalWidth * zoom}px`;
    image.style.height = `${image.naturalHeight * zoom}px`;
    image.classList.toggle('sharp', zoom * ratio >= 3);
    const whole = (place) => Math.round(place * ratio) / ratio;
    image.style.left = `${whole((width - image.naturalWidth * zoom) / 2)}px`;
    image.style.top = `${whole((height - image.naturalHeight * zoom) / 2)}px`;
  }

  handle.addEventListener('pointerdown', (event) => {
    handle.setPointerCapture(event.pointerId);
    event.stopPropagation();
  });
  handle.addEventListener('pointermove', (event) => {
    if (!handle.hasPointerCapture(event.pointerId)) return;
    const box = stage.getBoundingClientRect();
    set((event.clientX - box.left) / box.width);
  });
  handle.addEventListener('keydown', (event) => {
    const steps = { ArrowLeft: -STEP, ArrowRight: STEP, PageDown: -5 * STEP, PageUp: 5 * STEP, Home: -1, End: 1 };
    if (!(event.key in steps)) return;
    event.preventDefault();
    event.stopPropagation();
    set(share + steps[event.key]);
  });
  // One who clicks has not dragged: half of the view is a good beginning.
  handle.addEventListener('click', (event) => event.detail === 0 && set(share ? 0 : 0.5));
  image.addEventListener('load', lay);
  const observer = new ResizeObserver(lay);
  observer.observe(stage);
  stage.append(sheet, handle);
  set(0);
  const end = () => {
    observer.disconnect();
    sheet.remove();
    handle.remove();
  };
  return Object.assign(end, { set, lay });
}
