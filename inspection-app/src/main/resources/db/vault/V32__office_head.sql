-- The office's head (体检服务台负责人): a right of an account of the office. The head sees late steps counted across the office and brings in its
-- people. Until now every account of the office saw whatever there was of that: those that are there keep it.

alter table account
  add column head boolean not null default false,
  add constraint account_head_of_office check (role = 'OFFICE' or not head);
update account set head = true where role = 'OFFICE';

create index promised_step_late on promised_step (promised_by desc, checkup_id, position) where late_after is not null;
