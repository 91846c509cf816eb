// A refusal of the studio as a sentence of its own: with a full stop, and a capital unless it begins with a name.
export function sentence(text) {
  const whole = /[.?!…]$/.test(text) ? text : `${text}.`;
  return /^\S*[\d./_]\S/.test(text) ? whole : whole.charAt(0).toUpperCase() + whole.slice(1);
}
