-- Two communes can have units of one name: a unit is told by its id, and by its commune where the name alone does not do.
create or replace view open.reports as
select r.seq as id, r.number, r.commune_code,
       -- A hidden place names no village: the village and the cell together would cut it smaller.
       case when r.sensitive then null else r.village_code end as village_code,
       r.category_code as category, c.theme, r.state, r.sensitive,
       coalesce(r.public_text, r.description) as description,
       r.received_at, r.acknowledged_at, r.resolved_at, r.closed_at, r.reopened_at,
       -- While the reporter is asked no clock runs.
       case when r.waiting_since is null then r.resolve_due_at end as resolve_due_at,
       coalesce(case
         when r.state = 'new' then r.receive_due_at < now() or r.resolve_due_at < now()
         when r.state in ('received', 'assigned', 'in_progress') then r.resolve_due_at < now()
         when r.state = 'waiting_for_reporter' then r.resolve_due_at < r.waiting_since
       end, false) as overdue,
       r.receive_due_at >= r.acknowledged_at as received_in_time,
       r.resolve_due_at >= r.resolved_at as resolved_in_time,
       r.result_approved_at, r.updated_at, u.name as unit,
       case when r.result_approved_at is not null then r.reason end as reason, r.handed_to,
       report_witnesses(r.id) as witnesses,
       report_title(r.number, coalesce(r.public_text, r.description)) as title,
       (r.received_at at time zone 'Asia/Ho_Chi_Minh')::date as received_on,
       (r.resolved_at at time zone 'Asia/Ho_Chi_Minh')::date as resolved_on,
       (r.closed_at at time zone 'Asia/Ho_Chi_Minh')::date as closed_on,
       null::date as valid_from, null::date as valid_to,
       public_report_place(r.geom, r.sensitive) as geom,
       u.id as unit_id, u.commune_code as unit_commune
  from report r
  join report_category c on c.code = r.category_code
  left join unit u on u.id = r.unit_id
 where r.approved_at is not null and r.state <> 'duplicate';
