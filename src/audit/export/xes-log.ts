import { type LogCase, type LogCases, type LogEvent, momentOf } from './log-shape.ts';

const EXTENSIONS = [
  ['Concept', 'concept'],
  ['Time', 'time'],
  ['Lifecycle', 'lifecycle'],
  ['Organizational', 'org'],
] as const;

/** What every trace and event has; the values are what the standard asks for where one would be missing. */
const OPENING = [
  '<?xml version="1.0" encoding="UTF-8"?>',
  '<log xes.version="1849-2016" xes.features="" xmlns="http://www.xes-standard.org/">',
  ...EXTENSIONS.map(
    ([name, prefix]) =>
      `<extension name="${name}" prefix="${prefix}" uri="http://www.xes-standard.org/${prefix}.xesext"/>`,
  ),
  `<global scope="trace">${text('concept:name', 'UNKNOWN')}${text('chain', 'UNKNOWN')}</global>`,
  `<global scope="event">${text('concept:name', 'UNKNOWN')}${moment('1970-01-01T00:00:00Z')}${text('lifecycle:transition', 'complete')}</global>`,
  '<classifier name="Activity" keys="concept:name"/>',
  '<classifier name="Activity and lifecycle" keys="concept:name lifecycle:transition"/>',
  '<classifier name="Activity and outcome" keys="concept:name outcome"/>',
  text('lifecycle:model', 'standard'),
  '',
].join('\n');

/** A log as XES (IEEE 1849-2016), one part of text per case. */
export async function* xesLog(name: string, cases: LogCases): AsyncGenerator<string> {
  yield `${OPENING}${text('concept:name', name)}\n`;
  for await (const own of cases) yield traceOf(own);
  yield '</log>\n';
}

function traceOf({ id, person, chain, municipality, events }: LogCase): string {
  const own = [
    text('concept:name', id),
    text('person', person),
    text('chain', chain),
    text('municipality', municipality),
  ];
  return `<trace>${own.join('')}\n${events.map(eventOf).join('')}</trace>\n`;
}

function eventOf(event: LogEvent): string {
  const { activity, lifecycle, step, outcome, role, organisation } = event;
  const own = [
    text('concept:name', activity),
    text('concept:instance', step),
    moment(momentOf(event)),
    text('lifecycle:transition', lifecycle),
    text('outcome', outcome),
    text('org:role', role),
    text('org:resource', organisation),
  ];
  return `<event>${own.join('')}</event>\n`;
}

function text(key: string, value: string | null): string {
  return value === null ? '' : `<string key="${key}" value="${escaped(value)}"/>`;
}

function moment(value: string): string {
  return `<date key="time:timestamp" value="${value}"/>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML has no way to write most control characters and halves of pairs, and reads plain white space as spaces. */
function escaped(value: string): string {
  return value
    .toWellFormed()
    .replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
    .replaceAll(/[\p{Cc}\uFFFE\uFFFF]/gu, (sign) => {
      const code = sign.charCodeAt(0);
      const isWritable = '\t\n\r'.includes(sign) || (code >= 0x7f && code <= 0x9f);
      return isWritable ? `&#${code};` : '\uFFFD';
    });
}
