-- What the application may do, brought to this at every start. It owns nothing, so that what is not granted here it cannot
-- give itself.

grant usage on schema public, sealed to "${application}";

grant select, insert, update, delete on all tables in schema public to "${application}";
grant usage on all sequences in schema public to "${application}";
revoke all on flyway_schema_history from "${application}";
revoke update, delete on terms_text, consent, checkup_history, policy_text, gate_vote, statistics_release,
  appointment_change from "${application}";
revoke update, delete on entry_passage from "${application}";
revoke update, delete on pledge_text from "${application}";
revoke delete on expert_pledge from "${application}";
revoke delete on gate from "${application}";

revoke all on all tables in schema sealed from "${application}";
grant select, insert on sealed.destruction to "${application}";

-- The access record: read it, and add to it through its functions only.
grant select on sealed.chain, sealed.entry, sealed.head, sealed.head_chain, sealed.head_key to "${application}";
grant execute on function sealed.add_entry, sealed.add_head, sealed.add_head_key to "${application}";

-- What was said: rows of the visit whose key was shown, and no other (V3). Deleted only by sealed.destroy().
grant select, insert on sealed.statement, sealed.report, sealed.file, sealed.file_part to "${application}";
grant update (sealed, unsealed) on sealed.statement, sealed.report to "${application}";
grant execute on function sealed.bound_visit, sealed.bind, sealed.add_visit_key, sealed.grant_key, sealed.key_of,
  sealed.key_holders, sealed.limit_grant, sealed.end_grants, sealed.destroy, sealed.drop_unused_key,
  sealed.destroyed_keys, sealed.follow_team to "${application}";

-- Documents: rows of the enterprise whose key was shown, and the content of the document whose key was (V15).
grant select, insert on sealed.document, sealed.document_part, sealed.destroyed_document to "${application}";
grant execute on function sealed.bound_site, sealed.bound_document, sealed.bind_site, sealed.bind_document, sealed.add_site_key,
  sealed.grant_site_key, sealed.keep_site_grants, sealed.site_key_of, sealed.site_key_holders, sealed.add_document_term,
  sealed.destroy_paper, sealed.ending_documents to "${application}";
