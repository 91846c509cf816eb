// Shows a picture three times along each axis that repeats, fitted into a box or at full size.
import { h } from '../../lib/dom.js';

const COPIES = 3;
const AROUND = 32; // CSS pixels that are left free around fitted copies, both sides together

export function preview() {
  const sheet = h('div.copies', { role: 'img', 'aria-label': 'No tile yet' });
  const box = h('div.copies-box', { tabIndex: 0, role: 'region', 'aria-label': 'Preview' }, sheet);
  let picture; // {address, width, height, wrap}
  let options = { fitted: true, lines: false };

  function lay() {
    if (!picture) return;
    const across = picture.wrap.includes('x') ? COPIES : 1;
    const down = picture.wrap.includes('y') ? COPIES : 1;
    const ratio = devicePixelRatio || 1;
    // Whole pixels of the screen, or else browsers leave hairlines between copies.
    const whole = (length) => Math.max(1, Math.floor(length * ratio)) / ratio;
    const room = Math.min(
      (box.clientWidth - AROUND) / (across * picture.width),
      (box.clientHeight - AROUND) / (down * picture.height),
    );
    const scale = options.fitted ? Math.min(room, 1 / ratio) : 1 / ratio;
    const [width, height] = [whole(picture.width * scale), whole(picture.height * scale)];
    sheet.style.width = `${across * width}px`;
    sheet.style.height = `${down * height}px`;
    sheet.style.setProperty('--tile-width', `${width}px`);
    sheet.style.setProperty('--tile-height', `${height}px`);
    sheet.classList.toggle('lines', options.lines);
    box.classList.toggle('fitted', options.fitted);
  }

  const observer = new ResizeObserver(lay);
  observer.observe(box);
  // The middle copy with what surrounds it.
  function centre() {
    box.scrollTo((box.scrollWidth - box.clientWidth) / 2, (box.scrollHeight - box.clientHeight) / 2);
  }

  box.set = (changed) => {
    options = { ...options, ...changed };
    lay();
    centre();
  };
  box.show = (shown) => {
    const same = picture?.width === shown.width && picture.height === shown.height && picture.wrap === shown.wrap;
    picture = shown;
    sheet.style.backgroundImage = `url("${shown.address}")`;
    sheet.setAttribute('aria-label', `The tile, repeated; ${shown.width} by ${shown.height} pixels each`);
    lay();
    if (!same) centre();
  };
  box.end = () => observer.disconnect();
  return box;
}
