import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { colours, FONT } from './look.ts';

use([BarChart, LineChart, ScatterChart, GridComponent, LegendComponent, MarkLineComponent, SVGRenderer]);

export interface Size {
  readonly width: number;
  readonly height: number;
}

export type ChartOption = EChartsCoreOption;

/**
 * What is inside the SVG of a chart, the same for the same option: without styles, classes and the counter that ECharts
 * keeps. `name` begins its ids, so that several charts may stand in one document.
 */
export function drawChart(option: ChartOption, size: Size, name: string): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...size });
  try {
    chart.setOption({
      animation: false,
      textStyle: { fontFamily: FONT, color: colours.ink },
      ...option,
    });
    return tidied(chart.renderToSVGString(), name);
  } finally {
    // An undisposed chart keeps the process alive.
    chart.dispose();
  }
}

function tidied(svg: string, name: string): string {
  return svg
    .replace(/^<svg[^>]*>\s*/, '')
    .replace(/\s*<\/svg>\s*$/, '')
    .replaceAll(/<style[^>]*>[\s\S]*?<\/style>\s*/g, '')
    .replaceAll(/ (?:class|pointer-events|ecmeta_[a-z_]+)="[^"]*"/g, '')
    .replaceAll(/\bzr\d+-/g, `${name}-`)
    .replaceAll(/font-family:[^;"]*/g, `font-family:${FONT}`)
    .replaceAll(/ +>/g, '>');
}
