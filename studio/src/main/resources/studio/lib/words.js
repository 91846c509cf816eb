// What the studio says as a sentence of its own: with one full stop, and a capital unless it begins with a name.
export function sentence(said) {
  const text = String(said ?? '').trim();
  if (!text) return '';
  const whole = /[.?!…]$/.test(text) ? text : `${text}.`;
  return /^\S*[\d./_]\S/.test(text) ? whole : whole.charAt(0).toUpperCase() + whole.slice(1);
}

// Several that stand one after the other.
export const sentences = (texts) => texts.map(sentence).filter(Boolean).join(' ');
