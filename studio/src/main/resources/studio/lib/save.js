// Hands files to the browser's downloads.
import { h, toast } from './dom.js';

export function download(blob, name) {
  const address = URL.createObjectURL(blob);
  h('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

export async function snapshot(canvas, name) {
  const blob = await new Promise((done) => canvas.toBlob(done, 'image/png'));
  if (blob) download(blob, `${name}.png`);
  else toast('The browser cannot make a picture of this; try another size.', 'error');
}
