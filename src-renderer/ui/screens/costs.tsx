import { sayDay } from "#core/model/calendar-day.ts";
import { type Cost, totalsByHead } from "#core/model/cost.ts";
import type { Exhibit } from "#core/model/exhibit.ts";
import { sayPounds, sumPence } from "#core/model/pence.ts";
import { session } from "../../flows/current-case.ts";
import { costDrafts } from "../../flows/drafts.ts";
import { removeEntry } from "../../flows/keep-entries.ts";
import { useStore } from "../../flows/store.ts";
import { Button } from "../parts/button.tsx";
import { CostForm } from "../parts/cost-form.tsx";
import { EntryActs } from "../parts/entry-acts.tsx";
import { Icon } from "../parts/icon.tsx";
import { ScreenHead } from "../parts/screen-head.tsx";
import { openLetter } from "../place.ts";
import { headWords, screenNames } from "../words/common.ts";
import { costWords } from "../words/entries.ts";

/** What was paid or lost: totals by kind, with proof and without, then every cost. */
export function Costs() {
  const file = useStore(session).kept?.file;
  const draft = useStore(costDrafts.store).find((one) => one.isNew);
  const costs = file?.costs ?? [];
  const exhibits = file?.exhibits ?? [];
  return (
    <div className="screen">
      <ScreenHead title={screenNames.costs} lede={costWords.lede}>
        <Button kind="first" icon="add" edits onPress={costDrafts.begin} expanded={draft !== undefined}>
          {costWords.add}
        </Button>
      </ScreenHead>
      {draft === undefined ? null : <CostForm draft={draft} exhibits={exhibits} />}
      {costs.length === 0 && draft === undefined ? (
        <div className="empty">
          <Icon name="costs" size={32} />
          <h2>{costWords.emptyTitle}</h2>
          <p>{costWords.emptyText}</p>
        </div>
      ) : null}
      {costs.length === 0 ? null : <Totals costs={costs} />}
      {costs.length === 0 ? null : <Ledger costs={costs} exhibits={exhibits} />}
    </div>
  );
}

function Totals({ costs }: { readonly costs: readonly Cost[] }) {
  const totals = totalsByHead(costs);
  const proved = sumPence(totals.map((total) => total.proved));
  const unproved = sumPence(totals.map((total) => total.unproved));
  return (
    <section className="table-frame" aria-label={costWords.totalsName}>
      <table>
        <caption className="only-heard">{costWords.totalsName}</caption>
        <thead>
          <tr>
            <th scope="col">{costWords.kind}</th>
            <th scope="col" className="number">
              {costWords.proved}
            </th>
            <th scope="col" className="number">
              {costWords.unproved}
            </th>
            <th scope="col" className="number">
              {costWords.total}
            </th>
          </tr>
        </thead>
        <tbody>
          {totals.map((total) => (
            <tr key={total.head}>
              <th scope="row">{headWords[total.head]}</th>
              <td className="number">{sayPounds(total.proved)}</td>
              <td className="number">{sayPounds(total.unproved)}</td>
              <td className="number">{sayPounds(sumPence([total.proved, total.unproved]))}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{costWords.all}</th>
            <td className="number">{sayPounds(proved)}</td>
            <td className="number">{sayPounds(unproved)}</td>
            <td className="number strong">{sayPounds(sumPence([proved, unproved]))}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

interface LedgerProps {
  readonly costs: readonly Cost[];
  readonly exhibits: readonly Exhibit[];
}

function Ledger({ costs, exhibits }: LedgerProps) {
  const inOrder = [...costs].sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
  return (
    <section className="stack tight" aria-label={costWords.tableName}>
      <ul className="cost-rows">
        {inOrder.map((cost) => (
          <li key={cost.id}>
            <OneCost cost={cost} exhibits={exhibits} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface CostProps {
  readonly cost: Cost;
  readonly exhibits: readonly Exhibit[];
}

function OneCost({ cost, exhibits }: CostProps) {
  const draft = useStore(costDrafts.store).find((one) => one.id === cost.id);
  return draft === undefined ? (
    <KeptCost cost={cost} exhibits={exhibits} />
  ) : (
    <CostForm draft={draft} exhibits={exhibits} />
  );
}

function KeptCost({ cost, exhibits }: CostProps) {
  return (
    <div className="cost" id={`entry-${cost.id}`} tabIndex={-1}>
      <span className="when">{sayDay(cost.day)}</span>
      <span className="cost-what">
        <span className="strong">{cost.what}</span>
        <span className="small soft">
          {[cost.payee, headWords[cost.head]].filter((part) => part !== "").join(" · ")}
        </span>
        {cost.cause === "" ? null : <span className="small">{cost.cause}</span>}
      </span>
      <span className="cost-proof">
        <ProofOf cost={cost} exhibits={exhibits} />
      </span>
      <span className="number strong">{sayPounds(cost.amount)}</span>
      <EntryActs
        id={cost.id}
        name={`${cost.what}, ${sayDay(cost.day)}`}
        onChange={() => costDrafts.open(cost)}
        onRemove={() => void removeEntry({ kind: "cost-kept", cost }, costWords.removed)}
      />
    </div>
  );
}

function ProofOf({ cost, exhibits }: CostProps) {
  const { proof } = cost;
  if (proof === null) return <span className="tag amber">{costWords.proofNone}</span>;
  const exhibit = exhibits.find((one) => one.number === proof.exhibit);
  const text = costWords.exhibit(proof.exhibit, proof.page);
  if (exhibit === undefined) return <span className="tag">{text}</span>;
  return (
    <Button small onPress={() => openLetter(exhibit.id, { page: proof.page ?? 1 })}>
      {text}
    </Button>
  );
}
