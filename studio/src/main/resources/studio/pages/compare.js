// Compare: one picture, several methods, one report.
import { json, ask } from '../lib/api.js';
import { h, field, empty } from '../lib/dom.js';
import { dropZone, form } from '../lib/upload.js';
import { openJobPage } from '../lib/job-page.js';
import { read, write } from '../lib/state.js';
import { sentence } from '../lib/words.js';
import { comparisonCard } from './compare/card.js';

const TIMES = [
  [20, '20 seconds'],
  [60, '1 minute'],
  [180, '3 minutes'],
  [600, '10 minutes'],
  [1800, '30 minutes'],
];
const SIZES = [256, 384, 512, 768, 1024];
const SAYS = {
  quilting: 'Copies pieces of the picture and sews them together. Quick; repeats itself.',
  statistics: 'Pushes noise until its wavelet statistics are those of the picture. No training.',
  gpnn: 'Replaces each patch by the nearest of the picture, from coarse to fine. No training.',
  noise: 'Blends pieces of the picture so that its colours stay. Instant; loses patterns.',
  'noise-sharp': 'The same with narrow seams, which keep more of a pattern.',
  filters: 'Matches the features of random filters. No training, no weights.',
  gatys: 'Matches the features of a network that was trained on photographs.',
  dcgan: 'Trains a generator of single pictures of one size.',
  sgan: 'Trains a generator that makes any size.',
  psgan: 'The same with learned waves for what repeats.',
  ikat: 'What this studio trains: waves, matched features, the best state is kept.',
};

export async function mount(root) {
  const state = read({ open: '' });
  const { methods } = await json('/api/comparisons/methods').catch((failure) => {
    if (failure.status !== 404) throw failure;
    throw new Error('this studio cannot compare methods: Ikat was started without its lab', { cause: failure });
  });
  const card = (id) =>
    comparisonCard(id, state.open === id, (open) => {
      state.open = open ? id : '';
      write(state);
    });
  return openJobPage(root, {
    title: 'Compare methods',
    lead: 'Lets several methods make more of one picture, and sets them side by side: their pictures, their similarity to it, and the time they took.',
    jobs: { path: '/api/comparisons', word: 'comparisons', card, hint },
    intake: (onmade) => new Intake(methods, onmade),
  });
}

function hint() {
  return empty(
    'No comparisons yet',
    'Add a picture of a material above and choose the methods to try. Each method gets the time you set; the report grows as methods finish.',
  );
}

// Where a picture and methods are chosen.
class Intake {
  constructor(methods, onmade) {
    this.onmade = onmade;
    this.file = null;
    this.image = h('img', { alt: '', width: 96, height: 96 });
    this.caption = h('span');
    this.boxes = methods.map((method) =>
      h('input', {
        type: 'checkbox',
        value: method.name,
        id: `method-${method.name}`,
        checked: !method.lacking && ['quilting', 'ikat'].includes(method.name),
        disabled: Boolean(method.lacking),
        'aria-describedby': `method-${method.name}-says`,
      }),
    );
    this.time = h('select', {}, TIMES.map(([value, text]) => h('option', { value, selected: value === 60 }, text)));
    this.size = h('select', {}, SIZES.map((value) => h('option', { value, selected: value === 512 }, `${value} × ${value} px`)));
    this.seeds = h('select', {}, [1, 2, 3, 5].map((value) => h('option', { value }, String(value))));
    this.error = h('p.error', { role: 'alert', hidden: true });
    this.go = h('button.primary', { type: 'submit' }, 'Compare');
    this.zone = dropZone({
      title: 'Drop a picture here, paste it, or choose a file',
      help: 'PNG, JPEG, WebP or TIFF, up to 32 MB',
      multiple: false,
      onfiles: ([file]) => this.take(file),
    });
    this.options = h(
      'form.options',
      { onsubmit: (event) => this.submit(event), hidden: true },
      h('ul.gathered', {}, h('li', {}, this.image, this.caption)),
      h(
        'fieldset.methods',
        {},
        h('legend', {}, 'Methods'),
        methods.map((method, index) => this.choice(method, this.boxes[index])),
      ),
      h(
        'div.fields',
        {},
        field('Time for each that trains', this.time),
        field('Size of the pictures', this.size),
        field('Pictures of each', this.seeds),
      ),
      this.error,
      h('div.row', {}, this.go),
    );
    this.element = h('section.card.intake', { 'aria-label': 'New comparison' }, this.zone, this.options);
  }

  choice(method, box) {
    const says = SAYS[method.name] || method.source;
    return h(
      'div.method',
      {},
      box,
      h(
        'div',
        {},
        h('label', { htmlFor: box.id }, method.title),
        h('small', { id: `${box.id}-says` }, method.lacking ? `Not here: ${method.lacking}.` : says),
      ),
    );
  }

  take(file) {
    this.file = file;
    URL.revokeObjectURL(this.image.src);
    this.image.src = URL.createObjectURL(file);
    this.caption.textContent = file.name;
    this.options.hidden = false;
    this.error.hidden = true;
  }

  settings() {
    return {
      methods: this.boxes.filter((box) => box.checked).map((box) => box.value),
      seconds: Number(this.time.value),
      size: Number(this.size.value),
      seeds: Number(this.seeds.value),
    };
  }

  async submit(event) {
    event.preventDefault();
    const settings = this.settings();
    if (settings.methods.length === 0) {
      this.tell('choose at least one method');
      return;
    }
    this.go.disabled = true;
    this.error.hidden = true;
    try {
      const answer = await ask('/api/comparisons', { method: 'POST', body: form('picture', [this.file], settings) });
      this.onmade(await answer.json());
    } catch (failure) {
      this.tell(failure.message);
    } finally {
      this.go.disabled = false;
    }
  }

  tell(text) {
    this.error.textContent = sentence(text);
    this.error.hidden = false;
  }

  release() {
    URL.revokeObjectURL(this.image.src);
    this.zone.release();
  }
}
