// A page on which something is ordered above, and what was ordered stands below, the newest first.
import { disk } from './disk.js';
import { h } from './dom.js';
import { jobList } from './job-list.js';

// page: {title, lead, jobs: what jobList is told, intake(onmade): {element, release()}}
export async function openJobPage(root, { title, lead, jobs: told, intake: take }) {
  const list = h('section.jobs', { 'aria-label': `${told.word[0].toUpperCase()}${told.word.slice(1)}` });
  const jobs = jobList({ ...told, list });
  const intake = take((job) => jobs.put(job, true).element.scrollIntoView({ block: 'start', behavior: 'smooth' }));
  root.append(h('div.page.jobpage', {}, h('h1', {}, title), h('p.soft.lead', {}, lead), intake.element, list, disk()));
  const waiting = h('p.soft', { role: 'status' }, 'Loading …');
  list.append(waiting);
  list.setAttribute('aria-busy', 'true');
  const leave = await jobs.start();
  waiting.remove();
  list.removeAttribute('aria-busy');
  return () => {
    leave();
    intake.release();
  };
}
