import type { Child, FC, PropsWithChildren } from "hono/jsx";
import type { DraftFields } from "../../store/drafts.ts";
import { HOURS, offsetName, readLocal } from "./story/times.ts";

/** What every field of a form is shown with. */
export interface FormView {
  fields: DraftFields;
  /** What is wrong, by the names of the fields. */
  problems: Map<string, string[]>;
  /** The newsroom's time zone (IANA). */
  zone: string;
}

interface FieldProps {
  on: FormView;
  name: string;
  label: string;
  /** What one should know of it. */
  hint?: Child;
}

/** The attributes by which a field is tied to what is wrong with it. */
const faultOf = ({ problems }: FormView, name: string) =>
  problems.has(name) ? { "aria-invalid": "true", "aria-describedby": `wrong-${name}` } : {};

/** The frame of a field: its label, what one should know of it, and what is wrong with it. */
const Labelled: FC<PropsWithChildren<FieldProps>> = ({ on, name, label, hint, children }) => (
  <div class="field">
    {/* biome-ignore lint/a11y/noLabelWithoutControl: its control is among the children */}
    <label>
      {label}
      {children}
    </label>
    <Wrong on={on} name={name} />
    {hint === undefined ? null : <p class="hint">{hint}</p>}
  </div>
);

/** What is wrong with a field. */
export const Wrong: FC<{ on: FormView; name: string }> = ({ on, name }) =>
  on.problems.has(name) ? (
    <p class="fault" id={`wrong-${name}`}>
      {on.problems.get(name)?.join("; ")}
    </p>
  ) : null;

interface LineProps extends FieldProps {
  type?: "text" | "url" | "email" | "number";
  /** The id of the names that it is completed from. */
  list?: string;
  placeholder?: string;
  /** The text's direction goes by what it says. */
  auto?: boolean;
}

/** A line of text. */
export const LineField: FC<LineProps> = ({ type = "text", list, placeholder, auto = type === "text", ...field }) => (
  <Labelled {...field}>
    <input
      name={field.name}
      type={type}
      inputmode={type === "number" ? "numeric" : undefined}
      step={type === "number" ? "any" : undefined}
      list={list}
      placeholder={placeholder}
      autocomplete="off"
      dir={auto ? "auto" : undefined}
      value={field.on.fields[field.name] ?? ""}
      {...faultOf(field.on, field.name)}
    />
  </Labelled>
);

interface TextFieldProps extends FieldProps {
  rows: number;
  lang?: string;
  dir?: "rtl" | "ltr" | "auto";
}

/** Several lines of text. What it holds begins behind a line break, which browsers leave out. */
export const TextField: FC<TextFieldProps> = ({ rows, lang, dir = "auto", ...field }) => (
  <Labelled {...field}>
    <textarea name={field.name} rows={rows} lang={lang} dir={dir} {...faultOf(field.on, field.name)}>
      {`\n${field.on.fields[field.name] ?? ""}`}
    </textarea>
  </Labelled>
);

/** The text of a story, as HTML. The script makes an editor of it, whose buttons belong into no label. */
export const RichText: FC<TextFieldProps> = ({ on, name, label, rows, lang, dir }) => (
  <div class="field">
    <label for={`text-${name}`}>{label}</label>
    <Wrong on={on} name={name} />
    <textarea id={`text-${name}`} name={name} rows={rows} lang={lang} dir={dir} data-rich-text {...faultOf(on, name)}>
      {`\n${on.fields[name] ?? ""}`}
    </textarea>
  </div>
);

/** One of some. */
export const ChoiceField: FC<FieldProps & { options: [value: string, label: string][] }> = ({ options, ...field }) => (
  <Labelled {...field}>
    <select name={field.name} {...faultOf(field.on, field.name)}>
      {options.map(([value, label]) => (
        <option value={value} selected={(field.on.fields[field.name] ?? "") === value}>
          {label}
        </option>
      ))}
    </select>
  </Labelled>
);

/** Yes, or not said. */
export const TickField: FC<FieldProps> = ({ on, name, label }) => (
  <label class="check">
    <input type="checkbox" name={name} value="yes" checked={on.fields[name] === "yes"} /> {label}
  </label>
);

/** A time in the newsroom's zone. Where the clocks show it twice, it asks which is meant. */
export const TimeField: FC<FieldProps> = (field) => {
  const { on, name } = field;
  const local = on.fields[name];
  const read = local === undefined ? undefined : readLocal(local, on.zone);
  return (
    <>
      <Labelled {...field}>
        <input name={name} type="datetime-local" step="any" value={local ?? ""} {...faultOf(on, name)} />
      </Labelled>
      {read?.status === "twice" ? (
        <ChoiceField
          on={on}
          name={`${name}.hour`}
          label="Which of the two, for the clocks are put back"
          options={[
            ["", "Choose"],
            ...HOURS.map((hour, index): [string, string] => [
              hour,
              `the ${hour} (${offsetName(read.at[index] ?? "", on.zone)})`,
            ]),
          ]}
        />
      ) : null}
    </>
  );
};

/** Names that fields are completed from. */
export const Completions: FC<{ id: string; names: string[] }> = ({ id, names }) => (
  <datalist id={id}>
    {names.map((name) => (
      <option value={name} />
    ))}
  </datalist>
);
