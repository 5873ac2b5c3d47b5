import { all } from "./fields.ts";

type Fields = [name: string, value: string][];

const OF_PARTNER = /^partners\.(\d+)\.(.+)$/;

/**
 * Fields as a form numbers its partners by now. Who they are stands in hidden fields: by number alone, what one partner may have would
 * be given to another where partners have come or gone. A partner that the fields do not know stays as the form has it.
 */
export function byPartner(form: HTMLFormElement, kept: Fields): Fields {
  const slugs = new Map(kept.flatMap(([name, slug]) => (OF_PARTNER.exec(name)?.[2] === "slug" ? [[name, slug]] : [])));
  const others = kept.filter(([name]) => !OF_PARTNER.test(name));
  const partners = all('input[type=hidden][name^="partners."][name$=".slug"]', HTMLInputElement, form);
  return [
    ...others,
    ...partners.flatMap(({ name, value }): Fields => {
      const now = name.slice(0, -".slug".length);
      const then = [...slugs].find(([, slug]) => slug === value)?.[0]?.slice(0, -".slug".length);
      const from = then === undefined ? now : then;
      const known = then === undefined ? fieldsUnder(form, now) : kept;
      return known.flatMap(
        ([field, said]): Fields => (field.startsWith(`${from}.`) ? [[now + field.slice(from.length), said]] : []),
      );
    }),
  ];
}

const fieldsUnder = (form: HTMLFormElement, at: string): Fields =>
  [...new FormData(form)].flatMap(
    ([name, value]): Fields => (typeof value === "string" && name.startsWith(`${at}.`) ? [[name, value]] : []),
  );
