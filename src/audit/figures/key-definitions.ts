/** The five key figures: id, label, what it is, unit, source. */
export const keyDefinitions = [
  [
    'verwijzingen',
    'Verwijzingen',
    'Alle trajecten die begonnen, ook van mensen die terugkwamen. Per 10.000 inwoners als bekend is hoeveel er zijn.',
    'trajecten',
    'Jaarplan 2026 Twentse Koers, kerncijfer 1; interval: Garwood 1936',
  ],
  [
    'contact-binnen-2-weken',
    'Contact binnen 2 weken',
    'Van alle trajecten waarvan de twee weken na de aanmelding om zijn: het deel waarin de inwoner in die twee weken is gesproken. Wie vóór de aanmelding stopte, is onbekend.',
    'aandeel',
    'Jaarplan 2026 Twentse Koers, kerncijfer 2; WOR-NL; interval: Wilson 1927',
  ],
  [
    'start-activiteit',
    'Begonnen met een activiteit',
    'Van alle trajecten die ten minste 180 dagen geleden begonnen: het deel waarin binnen 180 dagen een activiteit of behandeling begon.',
    'aandeel',
    'Jaarplan 2026 Twentse Koers, kerncijfer 3; de 180 dagen zijn een aanname; interval: Wilson 1927',
  ],
  [
    'actief-na-3-maanden',
    'Na 3 maanden nog actief',
    'Van wie binnen 180 dagen met een activiteit begon, ten minste 91 dagen geleden: het deel dat na 91 dagen nog meedeed, of de activiteit had afgemaakt.',
    'aandeel',
    'Jaarplan 2026 Twentse Koers, kerncijfer 4; interval: Wilson 1927',
  ],
  [
    'verandering-cijfer',
    'Gaat het beter?',
    'Van wie na de hulp is gemeten: het deel dat duurzaam is geholpen. Het cijfer dat inwoners zelf geven, staat in een formulier dat niemand voor cijfers leest.',
    'aandeel',
    'Jaarplan 2026 Twentse Koers, kerncijfer 5, als aandeel (aanname); interval: Wilson 1927',
  ],
] as const;
