// Pictures from files, by dropping or by pasting.
import { h, toast } from './dom.js';

const NAMED = 3;
const isPicture = (file) => file.type.startsWith('image/') || /\.(png|jpe?g|webp|tiff?|bmp|gif|tga|psd|p[pgbn]m)$/i.test(file.name);

// Some names in words, however many there are.
function named(names) {
  const some = names.slice(0, NAMED).join(', ');
  const more = names.length - NAMED;
  return `${some}${more > 0 ? ` and ${more} more` : ''} ${names.length > 1 ? 'are' : 'is'}`;
}

// A zone that takes pictures; `onfiles` gets them. `release` ends listening to the clipboard.
export function dropZone({ title, help, multiple = true, onfiles }) {
  const input = h('input', { type: 'file', accept: 'image/*,.tif,.tiff', multiple, className: 'visually-hidden' });
  const zone = h(
    'label.dropzone',
    {},
    input,
    h('strong', {}, title),
    h('span.soft', {}, help),
  );
  const take = (files) => {
    const pictures = [...files].filter(isPicture);
    const others = [...files].filter((file) => !isPicture(file)).map((file) => file.name);
    if (others.length) toast(`${named(others)} left out: only pictures can be used.`, 'error');
    if (pictures.length) onfiles(multiple ? pictures : pictures.slice(0, 1));
  };
  input.addEventListener('change', () => {
    take([...input.files]);
    input.value = '';
  });
  const over = (on) => (event) => {
    event.preventDefault();
    zone.classList.toggle('over', on);
  };
  zone.addEventListener('dragenter', over(true));
  zone.addEventListener('dragover', over(true));
  zone.addEventListener('dragleave', over(false));
  zone.addEventListener('drop', (event) => {
    over(false)(event);
    take(event.dataTransfer.files);
  });
  const paste = (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length) take(files);
  };
  document.addEventListener('paste', paste);
  zone.release = () => document.removeEventListener('paste', paste);
  return zone;
}

// Sends files with settings; `settings` travels as JSON.
export function form(field, files, settings) {
  const data = new FormData();
  for (const file of files) data.append(field, file, file.name || 'picture.png');
  data.append('settings', JSON.stringify(settings));
  return data;
}
