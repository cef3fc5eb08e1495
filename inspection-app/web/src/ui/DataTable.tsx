import { Table, type TableProps } from 'antd';

/** A table that may be wider than a phone: it scrolls in its own frame, with the keyboard too. */
export function DataTable<Row extends object>({ label, ...table }: TableProps<Row> & { readonly label: string }) {
  return (
    <div className="scrolls" role="group" aria-label={label} tabIndex={0}>
      <Table<Row> size="small" pagination={false} {...table} />
    </div>
  );
}
