// Pictures from files, by dropping or by pasting.
import { h, toast } from './dom.js';

export const isPicture = (file) => file.type.startsWith('image/') || /\.(png|jpe?g|webp|tiff?|bmp|gif|tga|psd|p[pgbn]m)$/i.test(file.name);

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
    if (pictures.length < files.length) toast('Only pictures are accepted.', 'error');
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
    if (!files.length) return;
    event.preventDefault(); // so that it is not learned at once
    take(files);
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
