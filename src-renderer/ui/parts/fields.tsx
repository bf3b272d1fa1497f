import { type ReactNode, useId } from "react";

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  /** what is wrong with the value, in a sentence; empty while nothing is */
  readonly wrong?: string;
  /** where one sentence says what is wrong with several fields: its id */
  readonly wrongIn?: string;
  readonly wide?: boolean;
  readonly name?: string;
}

interface TextFieldProps extends FieldProps {
  readonly lines?: number;
  readonly type?: "text" | "search" | "tel" | "email";
  readonly focusFirst?: boolean;
}

/** A labelled line or box of text. Browsers are told to remember nothing of it. */
export function TextField({ lines = 1, type = "text", focusFirst = false, ...field }: TextFieldProps) {
  const id = useId();
  const shared = {
    id,
    name: field.name,
    className: "input",
    value: field.value,
    autoComplete: "off",
    "aria-invalid": isWrong(field),
    "aria-describedby": describedBy(id, field),
  };
  return (
    <Labelled id={id} field={field}>
      {lines > 1 ? (
        <textarea
          {...shared}
          rows={lines}
          ref={focusFirst ? focusOnce : null}
          onChange={(event) => field.onChange(event.target.value)}
        />
      ) : (
        <input
          {...shared}
          type={type}
          ref={focusFirst ? focusOnce : null}
          onChange={(event) => field.onChange(event.target.value)}
        />
      )}
    </Labelled>
  );
}

interface SelectFieldProps extends FieldProps {
  readonly options: readonly (readonly [value: string, words: string])[];
}

/** A labelled list to choose one thing from. */
export function SelectField({ options, ...field }: SelectFieldProps) {
  const id = useId();
  return (
    <Labelled id={id} field={field}>
      <select
        id={id}
        name={field.name}
        className="input"
        value={field.value}
        aria-describedby={describedBy(id, field)}
        onChange={(event) => field.onChange(event.target.value)}
      >
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

interface ChoiceFieldProps<T extends string> {
  readonly legend: string;
  readonly options: readonly (readonly [value: T, words: string])[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly hint?: string;
}

/** A few things of which one is chosen, all in sight. */
export function ChoiceField<T extends string>({ legend, options, value, onChange, hint }: ChoiceFieldProps<T>) {
  const name = useId();
  return (
    <fieldset>
      <legend>{legend}</legend>
      {hint === undefined ? null : <p className="hint">{hint}</p>}
      <div className="choices">
        {options.map(([option, text]) => (
          <label className="choice" key={option}>
            <input type="radio" name={name} checked={option === value} onChange={() => onChange(option)} />
            {text}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface CheckProps {
  readonly label: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function Check({ label, checked, onChange }: CheckProps) {
  return (
    <label className="check">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>{label}</span>
    </label>
  );
}

function Labelled({ id, field, children }: { id: string; field: FieldProps; children: ReactNode }) {
  return (
    <div className={field.wide === true ? "field wide" : "field"}>
      <label htmlFor={id}>{field.label}</label>
      {field.hint === undefined ? null : (
        <span className="hint" id={`${id}-hint`}>
          {field.hint}
        </span>
      )}
      {children}
      {hasWords(field) ? (
        <span className="wrong" id={`${id}-wrong`}>
          {field.wrong}
        </span>
      ) : null}
    </div>
  );
}

function isWrong(field: FieldProps): boolean {
  return hasWords(field) || field.wrongIn !== undefined;
}

function hasWords(field: FieldProps): boolean {
  return field.wrong !== undefined && field.wrong !== "";
}

function describedBy(id: string, field: FieldProps): string | undefined {
  const ids = [field.hint === undefined ? "" : `${id}-hint`, hasWords(field) ? `${id}-wrong` : "", field.wrongIn ?? ""];
  return ids.filter((one) => one !== "").join(" ") || undefined;
}

/** For forms that the person has just asked for: the first field has the focus. */
function focusOnce(input: HTMLElement | null): void {
  input?.focus();
}
