// A live picture with its figures below: frames a second, and how long a change takes.
import { h } from './dom.js';
import { LivePicture } from './live.js';
import { sentence } from './words.js';

const EVERY = 500;

// `onframe(frame)` hears of each frame that is shown.
export function liveStage(label, onframe = () => {}, size = 512) {
  const canvas = h('canvas', { width: size, height: size, role: 'img', 'aria-label': label });
  const figures = h('span.live-figures', {}, 'waiting for the studio');
  const trouble = h('p.live-trouble.error', { role: 'status' });
  const cover = h('div.live-cover', { hidden: true });
  const element = h('figure.live', {}, h('div.live-frame', {}, canvas, cover), h('figcaption', {}, figures, trouble));
  let told = 0;
  const live = new LivePicture(canvas, {
    onframe: (frame) => {
      onframe(frame);
      const now = performance.now();
      if (now - told < EVERY) return;
      told = now;
      const wait = Math.round(live.latency());
      figures.textContent = `${live.stats.fps} ${live.stats.fps === 1 ? 'frame' : 'frames'} a second${wait ? ` · ${wait} ms from hand to picture` : ''}`;
    },
    onerror: (words) => {
      trouble.textContent = words && sentence(words);
    },
  });
  // A picture that stands still makes no frames, so that its last figure would stay for ever.
  const rest = setInterval(() => {
    if (performance.now() - told > 2 * EVERY && live.stats.frames) figures.textContent = 'at rest';
  }, EVERY);
  const close = () => {
    clearInterval(rest);
    live.close();
  };
  return { element, canvas, cover, live, close };
}
