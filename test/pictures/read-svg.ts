import { SaxesParser, type SaxesTagPlain } from 'saxes';

/** What an SVG document says, for tests: its elements, and its text without title and description. */
export interface SvgRead {
  readonly elements: readonly SaxesTagPlain[];
  readonly words: readonly string[];
  readonly title: string;
  readonly description: string;
}

/** @throws when it is not well-formed XML. */
export function readSvg(svg: string): SvgRead {
  const parser = new SaxesParser();
  const elements: SaxesTagPlain[] = [];
  const texts: { readonly within: string; words: string }[] = [];
  const open: string[] = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    elements.push(tag);
    open.push(tag.name);
    if (['text', 'title', 'desc'].includes(tag.name)) texts.push({ within: tag.name, words: '' });
  });
  parser.on('text', (words) => {
    const last = texts.at(-1);
    if (last !== undefined && open.some((name) => ['text', 'title', 'desc'].includes(name))) last.words += words;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(svg).close();
  const first = (name: string): string => texts.find(({ within }) => within === name)?.words ?? '';
  return {
    elements,
    words: texts.filter(({ within }) => within === 'text').map(({ words }) => words),
    title: first('title'),
    description: first('desc'),
  };
}
