// How a picture is prepared before it is learned, with a preview that the studio makes exactly as it will learn it.
import { ask, json } from '../../lib/api.js';
import { h } from '../../lib/dom.js';
import { sentence } from '../../lib/words.js';
import { query, settings, stateOf } from './area.js';
import { controls } from './controls.js';
import { sight } from './sight.js';
import { veil } from './veil.js';

const PAUSE = 250; // milliseconds without a change before the studio is asked for a preview

// path: of the training; index: of the picture; applied(training) is told what the studio answers.
// Returns {element, show(picture), dirty(), apply(), flatten(radius)}.
export function preparing(path, index, first, applied) {
  const address = `${path}/pictures/${index}`;
  let picture = first;
  let editor;
  const body = h('div.prepare-body');
  const element = h('details.prepare', { ontoggle: () => element.open && open() }, h('summary', {}, 'Prepare'), body);

  function open() {
    if (editor) return editor;
    editor = makeEditor(address, picture, apply);
    body.append(editor.element);
    return editor;
  }

  async function apply() {
    const { busy, form } = open();
    busy(true);
    try {
      const data = await form();
      const training = await json(`${path}/prepare`, { method: 'POST', body: data });
      picture = training.pictures[index];
      await editor.applied(picture);
      applied(training);
    } catch (failure) {
      editor.tell(failure.message);
      throw failure;
    } finally {
      busy(false);
    }
  }

  return {
    element,
    show: (next) => {
      picture = next;
      editor?.about(picture);
    },
    dirty: () => Boolean(editor?.dirty()),
    apply,
    flatten(radius) {
      open().flatten(radius);
      return apply();
    },
  };
}

function makeEditor(address, first, apply) {
  const size = { width: first.sourceWidth, height: first.sourceHeight };
  const state = { ...stateOf(first.prepare), tool: 'crop' };
  const maps = { ...first.prepare.maps };
  let stored = first.prepare.mask;
  let told = fingerprint();
  const brush = { width: Math.round(Math.max(size.width, size.height) / 12), erase: false };
  const mask = veil(size);
  const marks = sight({ source: `${address}/whole.jpg`, size, name: first.name, state, mask, brush, changed });
  const shown = h('img', { alt: `${first.name} as it will be learned` });
  const caption = h('figcaption', { role: 'status' });
  const error = h('p.error', { role: 'alert', hidden: true });
  const use = h('button.primary', { type: 'button', onclick: () => apply().catch(() => {}) }, 'Apply');
  const fields = controls({ picture: first, size, state, maps, mask, brush, changed });
  let timer;
  let asking;
  let seen; // what the preview shows

  if (stored) load().catch(({ message }) => tell(message));

  // Also what was painted before is shown, so that it can be changed.
  async function load() {
    const image = await fetched(`${address}/mask.png?of=${encodeURIComponent(stored)}`);
    mask.keep(image);
    marks.show();
  }

  function fingerprint() {
    return JSON.stringify([settings(state, size), Object.entries(maps).map(([word, file]) => [word, file.name ?? file])]);
  }

  const dirty = () => mask.dirty || fingerprint() !== told || Object.values(maps).some((file) => file instanceof File);

  function changed() {
    marks.show();
    fields.show();
    use.disabled = !dirty();
    clearTimeout(timer);
    timer = setTimeout(preview, PAUSE);
  }

  async function preview() {
    asking?.abort();
    asking = new AbortController();
    const { signal } = asking;
    const asked = query(settings(state, size)).toString();
    say();
    if (seen === `${asked} ${stored}`) {
      error.hidden = true;
      return;
    }
    try {
      const answer = await ask(`${address}/prepared.jpg?${asked}`, { signal });
      const next = URL.createObjectURL(await answer.blob());
      URL.revokeObjectURL(shown.src);
      shown.src = next;
      seen = `${asked} ${stored}`;
      error.hidden = true;
    } catch (failure) {
      if (failure.name !== 'AbortError') tell(failure.message);
    }
  }

  function say() {
    caption.textContent = mask.dirty ? 'As it will be learned, once the mask is applied too' : 'As it will be learned';
  }

  function tell(text) {
    error.textContent = sentence(text);
    error.hidden = false;
  }

  async function form() {
    const all = { ...settings(state, size), maps: {} };
    const data = new FormData();
    for (const [word, file] of Object.entries(maps)) {
      all.maps[word] = file instanceof File ? `${word}-${file.name}` : file;
      if (file instanceof File) data.append('maps', file, all.maps[word]);
    }
    if (mask.dirty && !mask.empty) {
      all.mask = `${first.name.replace(/\.[^.]*$/, '')}-mask-${Date.now().toString(36)}.png`;
      data.append('masks', await mask.picture(), all.mask);
    } else if (!mask.dirty && stored) {
      all.mask = stored;
    }
    data.append('settings', JSON.stringify({ prepare: { [first.name]: all } }));
    return data;
  }

  async function done(picture) {
    for (const word of Object.keys(maps)) delete maps[word];
    Object.assign(maps, picture.prepare.maps);
    stored = picture.prepare.mask;
    if (stored) mask.keep(await fetched(`${address}/mask.png?of=${encodeURIComponent(stored)}`));
    else mask.keep(null);
    told = fingerprint();
    error.hidden = true;
    fields.showMaps();
    changed();
  }

  const element = h(
    'div.editor',
    {},
    h(
      'div.views',
      {},
      h('figure', {}, marks.element, h('figcaption', {}, 'The picture; what is masked is veiled')),
      h('figure', {}, h('div.shown', {}, shown), caption),
    ),
    error,
    fields.element,
    h('div.row', {}, use),
  );
  fields.about(first);
  changed();

  return {
    element,
    form,
    dirty,
    tell,
    applied: done,
    about: fields.about,
    flatten: (radius) => {
      state.flatten = radius;
      changed();
    },
    busy: (on) => {
      use.textContent = on ? 'Looking …' : 'Apply';
      use.disabled = on || !dirty();
    },
  };
}

// An image that is there, of what only this page may ask.
async function fetched(address) {
  const image = new Image();
  image.src = address;
  await image.decode();
  return image;
}
