// A picture that comes from anywhere is learned at once, before one's eyes.
import { ask, json } from './api.js';
import { h, toast } from './dom.js';
import { go } from './go.js';
import { form, isPicture } from './upload.js';
import { sentence } from './words.js';

const SECONDS = 180;

// Sends pictures, lets them be learned, and shows how they are.
export async function learn(files) {
  const pictures = [...files].filter(isPicture);
  if (!pictures.length) {
    if (files.length) toast('Only pictures can be learned; paintings are opened on the Paint page.', 'error');
    return;
  }
  const arrival = arriving(pictures);
  await arrival.sew();
  try {
    const answer = await ask('/api/trainings', { method: 'POST', body: form('pictures', pictures, { seconds: SECONDS }) });
    const { id } = await answer.json();
    await json(`/api/trainings/${id}/start`, { method: 'POST' });
    arrival.leave();
    go(`/look?training=${id}`);
  } catch (failure) {
    arrival.fail(failure);
  }
}

// What is seen until the studio has the picture: the picture itself, side by side.
function arriving([first, ...more]) {
  const address = URL.createObjectURL(first);
  const words = h('p', { role: 'status' }, `Looking at ${first.name || 'the picture'}${more.length ? ` and ${more.length} more` : ''} …`);
  const note = h('div.arriving-note', {}, words);
  const dialog = h('dialog.arriving', { 'aria-label': 'A picture to learn' }, note);
  dialog.style.backgroundImage = `url("${address}")`;
  dialog.addEventListener('close', () => {
    dialog.remove();
    URL.revokeObjectURL(address);
  });
  document.body.append(dialog);
  dialog.showModal();

  // A plane sewn from the middle of the picture; the picture itself stays where the browser cannot read it.
  async function sew() {
    try {
      const middle = await middleOf(first);
      const [width, height] = [innerWidth, innerHeight].map((side) => Math.min(2048, side));
      const picture = new File([middle], 'middle.png', { type: 'image/png' });
      const answer = await ask('/api/quilts', { method: 'POST', body: form('picture', [picture], { width, height }) });
      const sewn = URL.createObjectURL(await answer.blob());
      await Object.assign(new Image(), { src: sewn }).decode();
      dialog.style.backgroundImage = `url("${sewn}")`;
      dialog.classList.add('sewn');
      words.textContent += ' This plane is sewn from it for now.';
      performance.mark('stand-in');
      dialog.addEventListener('close', () => URL.revokeObjectURL(sewn));
    } catch (failure) {
      console.info('no stand-in:', failure.message);
    }
  }

  return {
    sew,
    leave: () => dialog.close(),
    fail(failure) {
      words.className = 'error';
      words.textContent = sentence(failure.message);
      note.append(h('button', { type: 'button', autofocus: true, onclick: () => dialog.close() }, 'Close'));
      note.querySelector('button').focus();
    },
  };
}

const MIDDLE = 512;

async function middleOf(file) {
  const whole = await createImageBitmap(file);
  const [width, height] = [whole.width, whole.height].map((side) => Math.min(MIDDLE, side));
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d').drawImage(whole, (width - whole.width) / 2, (height - whole.height) / 2);
  whole.close();
  return canvas.convertToBlob({ type: 'image/png' });
}

// A button that lets one choose pictures from files.
export function chooseButton(text = 'Choose a picture') {
  const input = h('input.visually-hidden', {
    type: 'file', accept: 'image/*,.tif,.tiff', multiple: true, tabIndex: -1, 'aria-label': text,
    onchange: () => {
      const files = [...input.files];
      input.value = '';
      learn(files);
    },
  });
  return h('span', {}, h('button.primary', { type: 'button', onclick: () => input.click() }, text), input);
}

// Files that no part of a page takes for itself; a browser would leave the studio and open them.
export function learnWhatIsDropped() {
  const hint = h('div.drop-hint', { hidden: true, 'aria-hidden': 'true' }, h('strong', {}, 'Drop the picture to learn it'));
  document.body.append(hint);
  const hasFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes('Files');
  let timer;
  addEventListener('dragover', (event) => {
    if (!hasFiles(event)) return;
    hint.hidden = event.defaultPrevented;
    clearTimeout(timer);
    timer = setTimeout(() => (hint.hidden = true), 400); // the last one tells of no leaving
    event.preventDefault();
  });
  addEventListener('drop', (event) => {
    hint.hidden = true;
    if (!hasFiles(event) || event.defaultPrevented) return;
    event.preventDefault();
    if (!document.querySelector('dialog:modal')) learn(event.dataTransfer.files);
  });
  addEventListener('paste', (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (event.defaultPrevented || !files.length || document.querySelector('dialog:modal')) return;
    event.preventDefault();
    learn(files);
  });
}
