// What the studio thinks of the pictures, and how it will learn them.
import { h, toast } from '../../lib/dom.js';
import { sentence } from '../../lib/words.js';

const VERDICTS = {
  good: ['Good', 'This looks like a texture that can be learned well.'],
  hard: ['Hard', 'It can be learned, but the result may disappoint.'],
  hopeless: ['Hopeless', 'This cannot be learned and is left out.'],
};

// preparation(index): how that picture is prepared, or null where nothing can be changed any more
export function planParts(job, preparation) {
  const verdicts = job.pictures.map((picture, index) => verdict(picture, job.pictures.length, preparation(index)));
  return [
    h('ul.verdicts', { 'aria-label': 'Pictures' }, verdicts),
    job.notes.length ? h('ul.leftout', { 'aria-label': 'Notes about the pictures' }, job.notes.map((note) => h('li', {}, sentence(note)))) : '',
    h(
      'details.table',
      {},
      h('summary', {}, 'How it is learned'),
      h(
        'div.scroll',
        {},
        h(
          'table',
          {},
          h(
            'tbody',
            {},
            job.plan.map((row) =>
              h('tr', {}, h('th', { scope: 'row' }, row.name), h('td', {}, row.value), h('td.soft', {}, row.why)),
            ),
          ),
        ),
      ),
    ),
  ];
}

function verdict(picture, count, preparation) {
  const [word, usual] = VERDICTS[picture.verdict];
  const said = picture.sentences.length ? picture.sentences : [usual];
  const facts = picture.facts.map(({ label, value }) => `${label} ${value}`).join(' · ');
  return h(
    `li.${picture.verdict}`,
    {},
    h('img', { src: picture.image, alt: '', width: 72, height: 72, loading: 'lazy' }),
    h(
      'div',
      {},
      h('p', {}, h('strong.word', {}, word), ` ${picture.name}`),
      ...said.map((text) => h('p', {}, sentence(text))),
      preparation && picture.flatten ? light(picture, preparation) : null,
      count <= 9 ? h('details', {}, h('summary', {}, 'What was measured'), h('p.soft', {}, facts)) : null,
    ),
    preparation?.element,
  );
}

// What the verdict advises, done at once.
function light(picture, preparation) {
  const go = async (event) => {
    const button = event.currentTarget;
    button.disabled = true;
    button.textContent = 'Looking …';
    await preparation.flatten(picture.flatten).catch(({ message }) => toast(message, 'error'));
    button.disabled = false;
    button.textContent = 'Make the light even';
  };
  return h('button.light-even', { type: 'button', onclick: go }, 'Make the light even');
}
