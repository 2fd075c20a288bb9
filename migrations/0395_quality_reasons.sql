-- Why a finding was accepted when a round looked, by whom (the account's name then) and when: later decisions leave a closed
-- round's record as it was signed. Null: not accepted, or kept before reasons were.
alter table quality_round_finding
  add column accepted_reason text,
  add column accepted_by     text,
  add column accepted_on     date,
  add check (accepted or accepted_reason is null),
  add check ((accepted_reason is null) = (accepted_on is null) and (accepted_reason is null) = (accepted_by is null));
