/** Ids for what is new in a plan, made from names so that they can be read: always the same for the same plan. */

/** `carers-support` of "Carers' support (Poole)": whole words, up to 40 letters. */
export function idFrom(name: string): string {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’]/g, '')
    .replace(/&/g, ' and ')
    .split(/[^a-z0-9]+/)
    .filter(word => word !== '');
  let id = '';
  for (const word of words) {
    const longer = id === '' ? word : `${id}-${word}`;
    if (longer.length > LONGEST && id !== '') break;
    id = longer;
  }
  return /^[a-z]/.test(id) ? id.slice(0, LONGEST) : `scheme${id === '' ? '' : `-${id.slice(0, LONGEST)}`}`;
}

/** `id` where it is free, else with `tail` behind it, else with the first number that makes it so. */
export function freeId(id: string, tail: string, isTaken: (id: string) => boolean): string {
  if (!isTaken(id)) return id;
  const withTail = [id, ...tail.toLowerCase().split(/[^a-z0-9]+/)].filter(part => part !== '').join('-');
  if (!isTaken(withTail)) return withTail;
  let number = 2;
  while (isTaken(`${withTail}-${number}`)) number++;
  return `${withTail}-${number}`;
}

const LONGEST = 40;
