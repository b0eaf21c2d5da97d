/**
 * The region's table for Sociaal Verwijzen (a.1), in our own words: every row, the steps of this version that carry it,
 * and the document that the row comes from. The generated page and its tests read it; cases do not.
 */
export const tableA1 = [
  {
    row: 'signaleren',
    says: 'De verwijzer voert het andere gesprek. Een vraag: toestemming. Geen vraag: het eindigt. Past een verkennend gesprek beter, dan daarheen.',
    steps: ['signaleren', 'verkennend-gesprek'],
    source: 'AMSTELLAND, OPD-D5',
  },
  {
    row: 'toestemming',
    says: 'Mogen contactgegevens worden doorgegeven? Geweigerd: het eindigt.',
    steps: ['toestemming'],
    source: 'WOR-NL, AMSTELLAND',
  },
  {
    row: 'aanmelden',
    says: 'Ketenpad kijkt of de aanmelding volledig is. Zo niet: aanvullen.',
    steps: ['aanmelden'],
    source: 'AMSTELLAND',
  },
  {
    row: 'aanvullen',
    says: 'De verwijzer vult aan, binnen 5 werkdagen. Lukt dat niet: het eindigt.',
    steps: ['aanvullen'],
    source: 'AMSTELLAND',
  },
  {
    row: 'toewijzen',
    says: 'De ketencoördinator of het systeem wijst een sociaal verwijzer toe, binnen 2 werkdagen.',
    steps: ['toewijzen'],
    source: 'PHAROS-BRUG',
  },
  {
    row: 'eerste-contact',
    says: 'Contact binnen 2 weken na de aanmelding. Niet bereikt na drie pogingen, of de inwoner wil niet: terugkoppeling.',
    steps: ['eerste-contact'],
    source: 'WOR-NL',
  },
  {
    row: 'terugkoppeling-niet-bereikt',
    says: 'De verwijzer hoort binnen 5 werkdagen dat de inwoner niet is bereikt.',
    steps: ['terugkoppeling-niet-bereikt'],
    source: 'PHAROS-BRUG',
  },
  {
    row: 'terugkoppeling-afzien',
    says: 'De verwijzer hoort binnen 5 werkdagen dat de inwoner afziet.',
    steps: ['terugkoppeling-afzien'],
    source: 'PHAROS-BRUG',
  },
  {
    row: 'intake',
    says: 'Brede vraagverheldering met spinnenweb (VL1), binnen 4 weken na de aanmelding. Past het niet, of is er nu hulp nodig: terug naar de verwijzer.',
    steps: ['intake'],
    source: 'WOR-APP',
  },
  {
    row: 'terug-naar-verwijzer',
    says: 'Terug met advies, binnen 5 werkdagen; met spoed binnen 1 werkdag.',
    steps: ['terug-naar-verwijzer'],
    source: 'OPD-D5',
  },
  {
    row: 'afweging',
    says: 'Eerst of naast Sociaal Verwijzen een ander traject, binnen 5 werkdagen? Naast: gekoppeld en verder. Eerst: wachten.',
    steps: ['afweging'],
    source: 'WOR-NL',
  },
  {
    row: 'pauze-eerst',
    says: 'Wachten op hulp bij geld, veiligheid of wonen, hoogstens 6 maanden. Daarna verder, of het eindigt.',
    steps: ['pauze-eerst'],
    source: 'WOR-NL',
  },
  {
    row: 'terugkoppeling-intake',
    says: 'De verwijzer hoort na de intake hoe het verder gaat, binnen 5 werkdagen.',
    steps: ['terugkoppeling-intake'],
    source: 'AMSTELLAND',
  },
  {
    row: 'aanbod',
    says: 'Samen kiezen (welzijnsrecept), binnen 3 weken: een activiteit, VnGG met dezelfde intake, of er is geen aanbod.',
    steps: ['aanbod'],
    source: 'WOR-APP, LOCAL-SW',
  },
  {
    row: 'wachtlijst-aanbod',
    says: 'Wachten op aanbod, hoogstens 3 maanden. Komt het niet: het eindigt.',
    steps: ['wachtlijst-aanbod'],
    source: 'WOR-APP',
  },
  {
    row: 'overdracht',
    says: 'Warme overdracht aan de aanbieder, binnen 2 weken. Geweigerd of niet gekomen (hoogstens twee keer): een ander aanbod.',
    steps: ['overdracht'],
    source: 'PHAROS-BRUG, LOCAL-SW',
  },
  {
    row: 'volgen',
    says: 'Contact 6 weken na de start: het loopt, iets anders past beter, of gestopt.',
    steps: ['volgen'],
    source: 'PHAROS-BRUG',
  },
  {
    row: 'heroverweging',
    says: 'Opnieuw bespreken, binnen 2 weken: een ander aanbod, professionele hulp (met eigen terugkoppeling), of klaar.',
    steps: ['heroverweging', 'doorverwijzing'],
    source: 'WOR-APP',
  },
  {
    row: 'terugkoppeling-3mnd',
    says: 'De verwijzer hoort na 3 maanden hoe het gaat. De bron zegt niet vanaf wanneer; hier vanaf de start.',
    steps: ['terugkoppeling-3mnd'],
    source: 'AMSTELLAND',
  },
  {
    row: 'nameting',
    says: 'VL3, 3 maanden na de start, met 4 weken de tijd: duurzaam, opnieuw hulp, of geen reactie na twee pogingen.',
    steps: ['nameting'],
    source: 'WOR-APP',
  },
  {
    row: 'afronding',
    says: 'Afronding en terugkoppeling, binnen 5 werkdagen: duurzaam geholpen, niet, of niet bekend.',
    steps: ['afronding', 'duurzaam-geholpen'],
    source: 'WOR-APP, PHAROS-BRUG',
  },
] as const;
