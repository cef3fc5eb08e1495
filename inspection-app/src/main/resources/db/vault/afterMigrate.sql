-- What the application may do, brought to this at every start. It owns nothing, so that what is not granted here it cannot
-- give itself.

grant usage on schema public, sealed to "${application}";

grant select, insert, update, delete on all tables in schema public to "${application}";
grant usage on all sequences in schema public to "${application}";
revoke all on flyway_schema_history from "${application}";
revoke update, delete on terms_text, consent, checkup_history, policy_text, gate_vote, statistics_release from "${application}";
revoke delete on gate from "${application}";

revoke all on all tables in schema sealed from "${application}";
grant select, insert, delete on sealed.statement, sealed.report to "${application}";
grant select, insert on sealed.destruction to "${application}";

-- The access record: read it, and add to it through its functions only.
grant select on sealed.chain, sealed.entry, sealed.head, sealed.head_chain, sealed.head_key to "${application}";
grant execute on function sealed.add_entry, sealed.add_head, sealed.add_head_key to "${application}";
