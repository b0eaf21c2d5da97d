import type { DemoUser } from '../local/demo-region/shape.ts';

/** Says where everything is, who may log in, and gives a command to paste. The last line is the contract's. */
export function announce(url: string, users: readonly DemoUser[], tookMs: number): void {
  const referral = JSON.stringify({
    chain: 'valpreventie',
    municipality: 'enschede',
    resident: {
      name: { given: 'Truus', family: 'Voorbeeld' },
      birthDate: '1946-05-17',
      postalCode: '7511AB',
      houseNumber: '1',
    },
    consent: { given: true, at: new Date().toISOString(), by: 'inwoner' },
  });
  console.log(`
Up in ${(tookMs / 1000).toFixed(1)} s. The document of the API: ${url}/openapi.json
Users (npm run -s token -- <user>): ${users.map(({ handle }) => handle).join(', ')}

Refer a resident: paste this
  curl -sS ${url}/referrals -H "Authorization: Bearer $(npm run -s token -- huisarts)" \\
    -H 'Content-Type: application/json' \\
    -d '${referral}'

Ketenpad is ready: ${url}`);
}
