/** The domains between which organisations work together, in Dutch. */
export const domainLabels: Readonly<Record<string, string>> = {
  'domein-zorg': 'de zorg',
  'domein-sociaal': 'het sociaal domein',
  'domein-publiek': 'de publieke gezondheid',
};

/** In which domain a role works (assumption); who works outside Ketenpad has none. */
const domains: Readonly<Record<string, string>> = {
  huisarts: 'domein-zorg',
  poh: 'domein-zorg',
  fysio: 'domein-zorg',
  kinderarts: 'domein-zorg',
  kraamzorg: 'domein-zorg',
  verloskundige: 'domein-zorg',
  tester: 'domein-zorg',
  leefstijlcoach: 'domein-zorg',
  'gli-aanbieder': 'domein-zorg',
  'kinder-gli-aanbieder': 'domein-zorg',
  'centrale-zorgcoordinator': 'domein-zorg',
  aanbieder: 'domein-sociaal',
  aandachtsfunctionaris: 'domein-sociaal',
  buurtsportcoach: 'domein-sociaal',
  gebiedsteam: 'domein-sociaal',
  signaleerder: 'domein-sociaal',
  'sociaal-verwijzer': 'domein-sociaal',
  'valpreventie-coordinator': 'domein-sociaal',
  czv: 'domein-publiek',
  ggd: 'domein-publiek',
  jeugdarts: 'domein-publiek',
  jeugdverpleegkundige: 'domein-publiek',
  jgz: 'domein-publiek',
  screener: 'domein-publiek',
};

export function domainOf(role: string): string | undefined {
  return Object.hasOwn(domains, role) ? domains[role] : undefined;
}
