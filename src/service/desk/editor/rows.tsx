import type { Child, FC } from "hono/jsx";
import { type FormView, Wrong } from "./inputs.tsx";
import { type RowList, rowsIn } from "./story/fields.ts";

interface RowsProps {
  on: FormView;
  list: RowList;
  legend: string;
  /** What a row is called: "picture". */
  called: string;
  /** How many empty rows stand at the end. */
  empty: number;
  /** The fields of a row, whose names start with this. */
  row: (at: string) => Child;
  /** What else belongs to the list. */
  more?: Child;
}

/** A list of the form, row by row. Without a script, the server answers with one row more, or less. */
export const ListField: FC<RowsProps> = ({ on, list, legend, called, empty, row, more }) => {
  const count = rowsIn(on.fields, list).length;
  return (
    <fieldset data-rows={list} id={list}>
      <legend>{legend}</legend>
      <Wrong on={on} name={list} />
      {Array.from({ length: count + empty }, (_, number) => (
        <OneRow at={`${list}.${number}`} called={called} row={row} />
      ))}
      <template data-row-template>
        <OneRow at={`${list}.__`} called={called} row={row} />
      </template>
      <p class="add">
        <button type="submit" class="quiet" name="add" value={list}>
          One more {called}
        </button>
        {more}
      </p>
    </fieldset>
  );
};

const OneRow: FC<{ at: string; called: string; row: (at: string) => Child }> = ({ at, called, row }) => (
  <div data-row>
    <div class="fields">{row(at)}</div>
    <button type="submit" class="quiet" name="remove" value={at} aria-label={`Remove this ${called}`}>
      Remove
    </button>
  </div>
);
