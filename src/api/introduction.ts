/** What someone who builds on the API reads first; paragraphs in Dutch, `code` between backticks. */
export const introduction: readonly { readonly title: string; readonly text: readonly string[] }[] = [
  {
    title: 'Waarvoor',
    text: [
      'Met deze API verwijst u een inwoner naar een keten, zoals valpreventie. Daarna volgt u het traject en legt u vast wat u doet. Een keten is een vaste reeks stappen. Van elke stap is bekend wie hem doet en wanneer hij klaar moet zijn.',
    ],
  },
  {
    title: 'Inloggen',
    text: [
      'Elk verzoek draagt een toegangstoken: `Authorization: Bearer <token>`. Het token komt van de identiteitsprovider en is een uur geldig. Daarin staat wie u bent, voor welke organisatie u werkt en in welke rollen.',
      'In een proefomgeving krijgt u een token met `npm run -s token -- huisarts`. Een systeem, zoals een huisartsinformatiesysteem, logt in met `private_key_jwt` en noemt in elk verzoek voor welke professional het werkt.',
    ],
  },
  {
    title: 'Verwijzen',
    text: [
      'Haal eerst met `GET /chains` op waar u kunt beginnen. Stuur dan `POST /referrals` met de keten, de gemeente, de inwoner en de toestemming. U krijgt 201 met het traject, en in `Location` zijn adres.',
      'Zet nooit gegevens van een inwoner in een adres. Zoekt u de verwijzingen van één inwoner, gebruik dan `POST /referrals/search`.',
    ],
  },
  {
    title: 'Wat kan er nu',
    text: [
      '`GET /cases/{id}/actions` noemt elke handeling en zegt of u haar mag doen. Wat `allowed` is, lukt. Anders staat bij `why` waarom niet. Een beslissing noemt de open stap: nemen twee mensen haar tegelijk, dan krijgt de tweede `not-allowed-now`.',
    ],
  },
  {
    title: 'Twee keer sturen is veilig',
    text: [
      'Geef elk verzoek dat iets verandert een `Idempotency-Key`: een nummer dat u zelf kiest, zoals een UUID. Hetzelfde verzoek met dezelfde sleutel geeft hetzelfde antwoord, ook na een storing. Krijgt u 503, stuur het dan na `Retry-After` seconden opnieuw met dezelfde sleutel. Wat was vastgelegd, is niet verloren.',
    ],
  },
  {
    title: 'Niet over elkaar heen schrijven',
    text: [
      'Elk traject heeft een `ETag`. Stuur hem mee als `If-Match`: is het traject intussen veranderd, dan krijgt u 412 `stale` en gebeurt er niets.',
    ],
  },
  {
    title: 'Lijsten',
    text: [
      'Een lijst is `{"items": [...], "next": "..."}`. Is `next` niet `null`, vraag dan de volgende bladzijde met `?cursor=<next>`. Een cursor hoort bij één lijst en hebt u niet zelf te maken. Met `limit` kiest u 1 tot 100 regels.',
    ],
  },
  {
    title: 'Terugkoppeling',
    text: [
      '`GET /referrals?changedSince=<tijdstip>` geeft de verwijzingen van uw praktijk die sindsdien veranderden, met bij `awaitsMe` wat op u wacht en bij `feedback` wat u hoort te weten. Wat u zo ophaalt, geldt als gezien: dat staat bij `seenAt`. De inhoud krijgt u alleen als de inwoner daar toestemming voor gaf.',
    ],
  },
  {
    title: 'Fouten',
    text: [
      'Een fout is `application/problem+json` (RFC 9457). Kijk naar `code`: die verandert niet. `detail` is voor de gebruiker, `errors` wijst de velden aan, `allowed` noemt wat wel kan. `type` is het adres van een pagina met uitleg. Noem `requestId` als u iets meldt.',
      'Wat u niet mag zien, bestaat voor u niet: u krijgt dan 404.',
    ],
  },
  {
    title: 'Tijden en namen',
    text: [
      'Tijdstippen zijn UTC (`2026-11-21T10:00:00.000Z`). Dagen zijn `JJJJ-MM-DD`, in Nederlandse tijd. Duren zijn ISO 8601 (`P4W`), of werkdagen (`5wd`). Namen van ketens, stappen en gemeenten zijn kleine letters met streepjes. Een sleutel die niet in het schema staat, wordt geweigerd.',
    ],
  },
];
