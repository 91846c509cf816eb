// The pages: their addresses, and how the bar leads from one to another with the same material.
import { CARRIED } from './state.js';

export const PAGES = [
  { path: '/', title: 'Home', module: 'home' },
  { path: '/look', title: 'Look', module: 'look' },
  { path: '/mix', title: 'Mix', module: 'mix' },
  { path: '/paint', title: 'Paint', module: 'paint' },
  { path: '/camera', title: 'Camera', module: 'camera' },
  { path: '/tile', title: 'Tile', module: 'tile' },
  { path: '/material', title: 'Material', module: 'material' },
  { path: '/train', title: 'Train', module: 'train' },
  { path: '/compare', title: 'Compare', module: 'compare', more: true },
];

// Addresses of earlier versions, which links and bookmarks still have.
const FORMER = { '/plane': '/look', '/mixer': '/mix', '/brush': '/paint', '/webcam': '/camera' };

export const pageAt = (path) => PAGES.find((page) => page.path === path);

// The address that one stands for: itself, unless it is one of an earlier version.
export function present({ pathname, search }) {
  return `${FORMER[pathname] ?? pathname}${search}`;
}

const left = new Map(); // how each page was left, in this window

export function remember({ pathname, search }) {
  left.set(pathname, new URLSearchParams(search));
}

// The address of a page with the material of another's: as it was left, if that was with the same material.
export function onwards(path, search) {
  const now = new URLSearchParams(search);
  const material = (query) => CARRIED.map((name) => query.get(name) ?? '').join('\n');
  const before = left.get(path);
  const query = new URLSearchParams(before && material(before) === material(now) ? before : '');
  for (const name of CARRIED) {
    if (now.has(name)) query.set(name, now.get(name));
  }
  return `${path}?${query}`.replace(/\?$/, '');
}
