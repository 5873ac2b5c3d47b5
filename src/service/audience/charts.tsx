import { nice, ticks } from "d3-array";
import type { FC } from "hono/jsx";

/** The size of a drawing and of the margins around its columns, in its own units: it is scaled to the page. */
const WIDTH = 640;
const HEIGHT = 220;
const LEFT = 70;
const RIGHT = 18;
const BOTTOM = 22;
const TOP = 8;
/** As many lines, about, tell the height of columns. */
const TICKS = 4;
/** The part of its place that a column fills. */
const FILL = 0.8;

/** The opacity of each series' colour where no style sheet gives it a colour of its own. */
const SHADES = [0.9, 0.55, 0.25, 0.75];

/** What one colour of a chart stands for. */
export interface Series {
  name: string;
  /** One value for each label of the axis. */
  values: number[];
}

interface ChartProps {
  /** The start of the ids that the drawing uses on the page. */
  id: string;
  title: string;
  /** What the chart shows, in a sentence for those who do not see it. */
  description: string;
  labels: string[];
  series: Series[];
  format: (value: number) => string;
}

/** Columns over time, one a label, in which the series are stacked from the bottom. */
export const StackedColumns: FC<ChartProps> = ({ id, title, description, labels, series, format }) => {
  const totals = labels.map((_, place) => series.reduce((sum, { values }) => sum + (values[place] ?? 0), 0));
  const [, top = 1] = nice(0, Math.max(1, ...totals), TICKS);
  const step = (WIDTH - LEFT - RIGHT) / Math.max(1, labels.length);
  const y = (value: number): number => HEIGHT - BOTTOM - (value / top) * (HEIGHT - BOTTOM - TOP);
  const floors = labels.map(() => 0);
  return (
    <Drawing id={id} title={title} description={description} height={HEIGHT}>
      {ticks(0, top, TICKS).map((tick) => (
        <>
          <line
            x1={LEFT}
            x2={WIDTH}
            y1={round(y(tick))}
            y2={round(y(tick))}
            stroke="currentColor"
            stroke-opacity=".2"
          />
          <text x={LEFT - 6} y={round(y(tick) + 4)} text-anchor="end" fill="currentColor">
            {format(tick)}
          </text>
        </>
      ))}
      {series.map(({ values }, index) => (
        <path {...color(index)} d={columns(values, floors, step, y)} />
      ))}
      {labelled(labels.length).map((place) => (
        <text x={round(LEFT + (place + 0.5) * step)} y={HEIGHT - 6} text-anchor="middle" fill="currentColor">
          {labels[place]}
        </text>
      ))}
    </Drawing>
  );
};

/** The height of a bar's row, and the widths left for names and values, in the drawing's units. */
const ROW = 22;
const NAMES = 160;
const VALUES = 80;

/** Horizontal bars, one a label, the first on top. */
export const Bars: FC<Omit<ChartProps, "series"> & { values: number[] }> = ({
  id,
  title,
  description,
  labels,
  values,
  format,
}) => {
  const longest = Math.max(1, ...values);
  const width = (value: number): number => (value / longest) * (WIDTH - NAMES - VALUES);
  return (
    <Drawing id={id} title={title} description={description} height={Math.max(1, labels.length) * ROW}>
      {labels.map((label, row) => (
        <>
          <text x={NAMES - 8} y={row * ROW + 15} text-anchor="end" fill="currentColor">
            {label}
          </text>
          <rect {...color(0)} x={NAMES} y={row * ROW + 3} width={round(width(values[row] ?? 0))} height={ROW - 6} />
          <text x={round(NAMES + width(values[row] ?? 0) + 6)} y={row * ROW + 15} fill="currentColor">
            {format(values[row] ?? 0)}
          </text>
        </>
      ))}
    </Drawing>
  );
};

/** What each colour of a chart stands for. */
export const Legend: FC<{ names: string[] }> = ({ names }) => (
  <ul class="keys">
    {names.map((name, index) => (
      <li>
        <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
          <rect {...color(index)} width="10" height="10" />
        </svg>
        {name}
      </li>
    ))}
  </ul>
);

const Drawing: FC<{ id: string; title: string; description: string; height: number; children?: unknown }> = ({
  id,
  title,
  description,
  height,
  children,
}) => (
  <svg viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-labelledby={`${id}-title ${id}-desc`}>
    <title id={`${id}-title`}>{title}</title>
    <desc id={`${id}-desc`}>{description}</desc>
    {children}
  </svg>
);

const color = (index: number) => ({ class: `c${index}`, fill: "currentColor", "fill-opacity": SHADES[index] ?? 1 });

/**
 * One path for all columns of a series.
 *
 * @param floors where the series below ended in each column; raised by this series' values
 */
function columns(values: number[], floors: number[], step: number, y: (value: number) => number): string {
  return values
    .map((value, place) => {
      const floor = floors[place] ?? 0;
      floors[place] = floor + value;
      if (value === 0) return "";
      const left = LEFT + (place + (1 - FILL) / 2) * step;
      return `M${round(left)} ${round(y(floor))}V${round(y(floor + value))}h${round(step * FILL)}V${round(y(floor))}z`;
    })
    .join("");
}

/** Labels that fit beside one another below the columns. */
const MAX_LABELS = 8;

/** The places that get a label: every so many, the last among them. */
function labelled(length: number): number[] {
  const every = Math.max(1, Math.ceil(length / MAX_LABELS));
  return Array.from({ length }, (_, place) => place).filter((place) => (length - 1 - place) % every === 0);
}

/** To a tenth of the drawing's unit, which is finer than a screen. */
const round = (value: number): number => Math.round(value * 10) / 10;
