// Asks the studio. A refusal becomes an Error whose message is the studio's own sentence.
const client = Math.random().toString(36).slice(2, 12);

export const headers = { 'X-Ikat-Client': client };

export async function ask(path, options = {}) {
  let answer;
  try {
    answer = await fetch(path, { ...options, headers: { ...headers, ...options.headers } });
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    throw new Error('the studio does not answer; is it still running?');
  }
  if (!answer.ok) throw await refusal(answer);
  return answer;
}

export async function json(path, options) {
  const answer = await ask(path, options);
  return answer.status === 204 ? null : answer.json();
}

export function send(path, body, method = 'POST') {
  return json(path, {
    method,
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json' },
  });
}

// Whether the studio will not do it however often it is asked.
export const refused = ({ status }) => status >= 400 && status < 500 && status !== 429;

async function refusal(answer) {
  let detail = `the studio answered ${answer.status}`;
  try {
    detail = (await answer.json()).detail || detail;
  } catch {
    // no sentence came with it
  }
  const error = new Error(detail);
  error.status = answer.status;
  error.retryAfter = Number(answer.headers.get('Retry-After')) || 0;
  return error;
}

// Where what the studio knows of a model is; a name may have any characters.
export const modelPath = (id) => `/api/models/${encodeURIComponent(id)}`;

let known;

// All models; asked for once, and anew after `models.fresh()`.
export async function models() {
  known ??= json('/api/models').then((answer) => answer.models);
  known.catch(() => (known = undefined));
  return known;
}

models.fresh = () => (known = undefined);
