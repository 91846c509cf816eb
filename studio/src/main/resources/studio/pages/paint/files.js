// Saves paintings as files and opens them again.
import { toast } from '../../lib/dom.js';
import { download } from '../../lib/save.js';
import { isPicture } from '../../lib/upload.js';
import { fromJson, toJson } from './painting.js';

export function save(document) {
  const text = JSON.stringify(toJson(document), null, 1);
  download(new Blob([text], { type: 'application/json' }), `${document.model}-painting.json`);
}

// Reads a file; whether the studio takes it shows when it is sent.
export async function readFile(file) {
  try {
    const json = JSON.parse(await file.text());
    if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new Error();
    return fromJson(json);
  } catch {
    toast(`${file.name} is no painting; choose a .json file that was saved here.`, 'error');
    return null;
  }
}

// Calls back with files that are dropped on an element; returns how to stop.
export function onDrop(element, open) {
  const over = (event) => {
    if ([...event.dataTransfer.items].some(({ type }) => type.startsWith('image/'))) return; // to be learned
    event.preventDefault();
    element.classList.add('dropping');
  };
  const leave = () => element.classList.remove('dropping');
  const drop = (event) => {
    leave();
    const [file] = event.dataTransfer.files;
    if (file && isPicture(file)) return;
    event.preventDefault();
    if (file) open(file);
  };
  const handlers = { dragover: over, dragleave: leave, drop };
  for (const [name, handler] of Object.entries(handlers)) element.addEventListener(name, handler);
  return () => {
    for (const [name, handler] of Object.entries(handlers)) element.removeEventListener(name, handler);
  };
}
