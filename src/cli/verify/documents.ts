import { contain } from "../../article/contain.ts";
import { formatsOfOneFeed, type NamedDocument } from "../../proofread/agreement.ts";
import { documentKind } from "../../proofread/reach/document-kind.ts";
import { fewAtATime } from "../few-at-a-time.ts";
import { type CheckingAs, checkOne, formatFindings, type InputCheck } from "./check-document.ts";
import { checkList } from "./check-list.ts";
import { checkPage } from "./check-page.ts";
import { type Input, inputOf } from "./input.ts";
import { type LoadedDocument, loadFromUrl, readDocumentFile, readDocumentStream } from "./load.ts";
import { type CheckedItem, checkedItem, notRead, type VerifyReport } from "./report.ts";

/** Names that are worked on at a time. */
const FEW = 6;

/** Anybody's feeds, given in any way: URLs of feeds, pages and lists, files, standard input. */
export async function checkDocuments(names: string[], as: CheckingAs = {}): Promise<VerifyReport> {
  const checks = await fewAtATime(names, FEW, (name) => checkInput(inputOf(name), as));
  const documents = checks.flatMap(({ documents }) => documents);
  const items = checks.flatMap(({ items }) => items);
  const isUnread = ({ troubles }: CheckedItem) => troubles.length > 0;
  return {
    checked: [
      ...items.filter((item) => !isUnread(item)),
      ...items.filter(isUnread),
      ...formatsOfOneFeed(documents).map(checkAgreement),
    ],
    notes: checks.flatMap(({ notes = [] }) => notes),
  };
}

function checkInput(input: Input, as: CheckingAs): Promise<InputCheck> {
  const named =
    input.kind === "url" && input.authorization !== undefined ? withAuthorization(as, input.authorization) : as;
  return contain<InputCheck>(
    async () => {
      const document = await loadInput(input, named);
      const asked = { ...named, named: input.name };
      const kind = documentKind(document.text);
      if (kind === "opml") return await checkList(document, asked);
      const isPage = kind === "page" || (kind === "other" && /html/i.test(document.contentType ?? ""));
      return await (isPage ? checkPage(document, asked) : checkOne(document, as));
    },
    (fault) => ({ items: [notRead(input.name, fault)], documents: [] }),
  );
}

const withAuthorization = (as: CheckingAs, authorization: string): CheckingAs => ({
  ...as,
  headers: { authorization, ...as.headers },
});

function loadInput(
  { kind, name }: Input,
  { stdin = process.stdin, headers, userAgent }: CheckingAs,
): Promise<LoadedDocument> {
  if (kind === "url") return loadFromUrl(name, { headers, userAgent });
  return kind === "file" ? readDocumentFile(name) : readDocumentStream(stdin, name);
}

function checkAgreement(documents: NamedDocument[]): CheckedItem {
  const names = documents.map(({ name }) => name);
  const name = names.join(" ");
  return contain<CheckedItem>(
    () =>
      checkedItem(name, "formats of one feed, compared with one another", {
        names,
        findings: formatFindings(documents),
      }),
    (fault) => notRead(name, fault),
  );
}
