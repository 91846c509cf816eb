// Hands files to the browser's downloads.
import { h } from './dom.js';

export function download(blob, name) {
  const address = URL.createObjectURL(blob);
  h('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

export async function snapshot(canvas, name) {
  const blob = await new Promise((done) => canvas.toBlob(done, 'image/png'));
  if (!blob) throw new Error('the browser cannot make a picture of this; try another size');
  download(blob, `${name}.png`);
}
