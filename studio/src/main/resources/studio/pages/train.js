// Train: pictures become models. What is planned, runs and is done stands below, the newest first.
import { ask, models } from '../lib/api.js';
import { h, field, empty, toast } from '../lib/dom.js';
import { dropZone, form } from '../lib/upload.js';
import { openJobPage } from '../lib/job-page.js';
import { isLocal } from '../lib/live.js';
import { size as bytes } from '../lib/times.js';
import { sentence } from '../lib/words.js';
import { jobCard } from './train/card.js';

const LARGEST = 32 << 20; // bytes of a picture
const TIMES = [
  [30, '30 seconds: a first look'],
  [60, '1 minute'],
  [180, '3 minutes: usually good'],
  [600, '10 minutes: fine details'],
  [1800, '30 minutes'],
  [3600, '1 hour'],
];
const WIDTHS = [
  ['live', 'Live: quick, for every page'],
  ['standard', 'Standard: finer, 4 × slower'],
  ['full', 'Full: as published, takes a night'],
];

export function mount(root) {
  return openJobPage(root, {
    title: 'Train a texture',
    lead: `Add one picture of a material, or several for one model to learn. They stay on ${isLocal() ? 'this machine' : location.host}.`,
    jobs: { path: '/api/trainings', word: 'trainings', card: jobCard, hint, events, shown, refreshed },
    intake: (onplanned) => new Intake(onplanned),
  });
}

function hint() {
  return empty(
    'No trainings yet',
    'Pictures work that show the same thing over and over: bricks, knitwear, pebbles, bark, honeycomb. ' +
      'Seen straight from the front, evenly lit, and large enough to hold the pattern several times; 200 pixels a side or more.',
  );
}

function events(cards) {
  return {
    progress: (event) => cards.get(event.id)?.progress(event),
    score: (event) => cards.get(event.id)?.score(event),
    preview: (event) => cards.get(event.id)?.preview(event.step),
  };
}

function shown(job, before) {
  if (!job.model || !before || before === 'done') return;
  models.fresh();
  toast(`The model ${job.model} is trained.`);
}

function refreshed(trainings, cards) {
  return Promise.all(trainings.filter((job) => job.state !== 'planned').map((job) => cards.get(job.id)?.fetchCurves()));
}

// Where pictures are gathered before they are planned.
class Intake {
  constructor(onplanned) {
    this.onplanned = onplanned;
    this.files = [];
    this.thumbs = h('ul.gathered', { 'aria-label': 'Pictures to learn from' });
    this.name = h('input', { type: 'text', maxLength: 60, autocomplete: 'off', placeholder: 'as the first picture' });
    this.time = h('select', {}, TIMES.map(([value, text]) => h('option', { value, selected: value === 180 }, text)));
    this.width = h('select', {}, WIDTHS.map(([value, text]) => h('option', { value }, text)));
    this.note = h('input', { type: 'text', maxLength: 400, autocomplete: 'off', placeholder: 'none' });
    this.half = h('input', { type: 'checkbox', id: 'half' });
    this.go = h('button.primary', { type: 'submit' }, 'Look at the pictures');
    this.error = h('p.error', { role: 'alert', hidden: true });
    this.zone = dropZone({
      title: 'Drop pictures here, paste them, or choose files',
      help: 'PNG, JPEG, WebP or TIFF; up to 64 pictures, 32 MB each',
      onfiles: (files) => this.add(files),
    });
    this.options = h(
      'form.options',
      { onsubmit: (event) => this.submit(event), hidden: true },
      this.thumbs,
      h(
        'div.fields',
        {},
        field('Name', this.name),
        field('Time to train', this.time),
        field('Size of the model', this.width),
      ),
      h(
        'details',
        {},
        h('summary', {}, 'More'),
        h(
          'div.fields',
          {},
          field('Note about rights', this.note, 'Stored in the model: what may be done with it.'),
          h('div.check', {}, this.half, h('label', { htmlFor: 'half' }, 'Half precision: half the file')),
        ),
      ),
      this.error,
      h('div.row', {}, this.go, h('button', { type: 'button', onclick: () => this.clear() }, 'Remove them')),
    );
    this.element = h('section.card.intake', { 'aria-label': 'New training' }, this.zone, this.options);
  }

  add(files) {
    const large = files.filter((file) => file.size > LARGEST);
    this.files.push(...files.filter((file) => file.size <= LARGEST));
    this.show();
    if (large.length) this.tell(large.map(({ name, size }) => `${name} has ${bytes(size)}, but a picture has at most 32 MB; it is left out.`).join(' '));
  }

  tell(text) {
    this.error.textContent = sentence(text);
    this.error.hidden = false;
    this.options.hidden = false;
  }

  clear() {
    this.files = [];
    this.show();
  }

  show() {
    for (const image of this.thumbs.querySelectorAll('img')) URL.revokeObjectURL(image.src);
    this.error.hidden = true;
    this.options.hidden = this.files.length === 0;
    this.thumbs.replaceChildren(
      ...this.files.map((file, index) =>
        h(
          'li',
          {},
          h('img', { src: URL.createObjectURL(file), alt: '', width: 96, height: 96 }),
          h('span', {}, file.name),
          h(
            'button.away',
            {
              type: 'button',
              'aria-label': `Leave ${file.name} out`,
              onclick: () => {
                this.files.splice(index, 1);
                this.show();
              },
            },
            '×',
          ),
        ),
      ),
    );
  }

  settings() {
    return {
      name: this.name.value.trim() || null,
      seconds: Number(this.time.value),
      width: this.width.value,
      half: this.half.checked,
      licenceNote: this.note.value.trim() || null,
    };
  }

  async submit(event) {
    event.preventDefault();
    this.go.disabled = true;
    this.go.textContent = 'Looking …';
    this.error.hidden = true;
    try {
      const answer = await ask('/api/trainings?unreadable=skip', { method: 'POST', body: form('pictures', this.files, this.settings()) });
      this.clear();
      this.name.value = '';
      this.onplanned(await answer.json());
    } catch (failure) {
      this.tell(failure.message);
    } finally {
      this.go.disabled = false;
      this.go.textContent = 'Look at the pictures';
    }
  }

  release() {
    this.clear();
    this.zone.release();
  }
}
