// Puts a text into the clipboard, also where the page does not come over a safe connection.
import { toast } from './dom.js';

export async function copy(text, done) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    if (!copyByHand(text)) return toast(`Copying is not allowed here; this is the text: ${text}`, 'error');
  }
  return toast(done);
}

function copyByHand(text) {
  const box = document.createElement('textarea');
  const before = document.activeElement;
  box.value = text;
  document.body.append(box);
  box.select();
  const copied = document.execCommand('copy');
  box.remove();
  before?.focus();
  return copied;
}
