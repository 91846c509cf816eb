// Leads to another page of the studio; `replace` leaves no way back to this one.
export function go(address, { replace = false } = {}) {
  dispatchEvent(new CustomEvent('goto', { detail: { address, replace } }));
}
