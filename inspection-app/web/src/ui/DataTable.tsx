import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './table.css';

interface Look {
  readonly title: string;
  readonly key?: string;
  readonly align?: 'right';
  /** The cells name their rows. */
  readonly rowScope?: 'row';
  readonly className?: string;
}

/** A column of one property of a row, or of what is made of the whole row. */
export type Column<Row> = Look &
  (
    | { readonly [Key in keyof Row]: { readonly dataIndex: Key; readonly render?: (value: Row[Key], row: Row) => ReactNode } }[keyof Row]
    | { readonly dataIndex?: undefined; readonly render: (value: undefined, row: Row) => ReactNode }
  );

interface DataTableProps<Row> {
  readonly label: string;
  readonly rowKey: keyof Row | ((row: Row) => string);
  readonly dataSource: readonly Row[];
  readonly columns: readonly Column<Row>[];
  /** Most rows at a time; all when left out. */
  readonly pageSize?: number;
  readonly className?: string;
}

/** A table that may be wider than a phone: it scrolls in its own frame, with the keyboard too. */
export function DataTable<Row extends object>({ label, rowKey, dataSource, columns, pageSize = Infinity, className = '' }: DataTableProps<Row>) {
  const [wanted, setWanted] = useState(0);
  const pages = Math.max(1, Math.ceil(dataSource.length / pageSize));
  const page = Math.min(wanted, pages - 1);
  const rows = pages === 1 ? dataSource : dataSource.slice(page * pageSize, (page + 1) * pageSize);
  const keyOf = (row: Row) => (typeof rowKey === 'function' ? rowKey(row) : String(row[rowKey]));
  return (
    <>
      <div className={`scrolls ${className}`} role="group" aria-label={label} tabIndex={0}>
        <table className="data-table">
          <thead>
            <tr>
              {columns.map((column, index) => (
                <th key={column.key ?? index} scope="col" className={classOf(column)}>
                  {column.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={keyOf(row)}>
                {columns.map((column, index) => (
                  <Cell key={column.key ?? index} column={column} row={row} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {pages > 1 && <Pager label={label} page={page} pages={pages} go={setWanted} />}
    </>
  );
}

function classOf({ align, className = '' }: Look): string {
  return align === 'right' ? `${className} to-the-right` : className;
}

function Cell<Row extends object>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  return column.rowScope ? (
    <th scope="row" className={classOf(column)}>
      {shownIn(column, row)}
    </th>
  ) : (
    <td className={classOf(column)}>{shownIn(column, row)}</td>
  );
}

/** That a column's property and what it is rendered by fit together is seen where the column is written. */
interface AnyColumn<Row> {
  readonly dataIndex?: keyof Row;
  readonly render?: (value: unknown, row: Row) => ReactNode;
}

function shownIn<Row extends object>(column: Column<Row>, row: Row): ReactNode {
  const { dataIndex, render } = column as unknown as AnyColumn<Row>;
  const value = dataIndex === undefined ? undefined : row[dataIndex];
  return render ? render(value, row) : (value as ReactNode);
}

interface PagerProps {
  readonly label: string;
  /** Counted from 0. */
  readonly page: number;
  readonly pages: number;
  readonly go: (page: number) => void;
}

function Pager({ label, page, pages, go }: PagerProps) {
  const { t } = useTranslation();
  return (
    <nav className="tools pager" aria-label={t('table.pagesOf', { label })}>
      <Button disabled={page === 0} onClick={() => go(0)}>
        {t('table.first')}
      </Button>
      <Button disabled={page === 0} onClick={() => go(page - 1)}>
        {t('table.before')}
      </Button>
      <span className="number" role="status">
        {t('table.page', { page: page + 1, pages })}
      </span>
      <Button disabled={page === pages - 1} onClick={() => go(page + 1)}>
        {t('table.after')}
      </Button>
    </nav>
  );
}
