// One statement for what has come since the last one was begun; a pool of ten connections.
const SQL = `insert into peer.reading (mn, at, factor, average, minimum, maximum, amount)
  select * from unnest($1::text[], $2::timestamptz[], $3::text[], $4::float8[], $5::float8[], $6::float8[], $7::float8[])
  on conflict do nothing`;
const pool = global.get('pool');
const most = global.get('batch');
const waiting = context.get('waiting') || [];
const state = context.get('state') || { running: 0 };
context.set('waiting', waiting);
context.set('state', state);
waiting.push(msg.payload);

function insert() {
  while (state.running < 10 && waiting.length > 0) {
    const columns = [[], [], [], [], [], [], []];
    for (const row of waiting.splice(0, most)) {
      for (const [factor, value] of Object.entries(row.factors)) {
        [row.mn, row.at, factor, value.Avg, value.Min, value.Max, value.Cou].forEach((each, i) => columns[i].push(each));
      }
    }
    state.running++;
    pool
      .query(SQL, columns)
      .catch((error) => node.error(error.message))
      .finally(() => {
        state.running--;
        insert();
      });
  }
}

insert();
return null;
