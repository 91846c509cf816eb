// A refusal of the studio as a sentence of its own: with a capital and a full stop.
export function sentence(text) {
  const whole = /[.?!…]$/.test(text) ? text : `${text}.`;
  return whole.charAt(0).toUpperCase() + whole.slice(1);
}
