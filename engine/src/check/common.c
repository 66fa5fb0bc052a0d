#include "check/common.h"

#include "report/held_internal.h"

#include <stdio.h>
#include <string.h>

/* ---- saying ---- */

imsi_spot imsi_spot_of(const imsi_check_run *run, ims_entry entry, ims_field field)
{
  return (imsi_spot){ .entry = entry,
                      .pos = ims_entry_pos(run->given, entry, field),
                      .node = { IMS_NO_NODE },
                      .systems = ims_entry_systems(run->given, entry) };
}

static ims_systems systems_under(const imsi_check_run *run, const ims_edition *edition)
{
  size_t count;
  ims_systems under = 0;
  const ims_system *systems = ims_register_systems(run->given, &count);
  for (size_t i = 0; i < count; i++)
    if (systems[i].edition == edition)
      under |= (ims_systems)1 << i;
  return under;
}

imsi_spot imsi_spot_of_claim(const imsi_check_run *run, const ims_claim *claim)
{
  imsi_spot spot = imsi_spot_of(run, claim->entry, IMS_FIELD_CLAUSES);
  const ims_systems under = claim->edition ? systems_under(run, claim->edition) : 0;
  spot.pos = claim->pos;
  spot.node = claim->node;
  spot.systems = under ? under : spot.systems;
  return spot;
}

imsi_spot imsi_spot_of_system(const imsi_check_run *run, const ims_system *system)
{
  size_t count;
  const ims_sheet *sheets = ims_register_sheets(run->given, &count);
  imsi_spot spot = { .entry = system->entry, .node = { IMS_NO_NODE }, .systems = (ims_systems)1 << system->index };
  if (system->entry.index != IMS_NO_ENTRY)
    spot.pos = ims_entry_pos(run->given, system->entry, IMS_FIELD_ID);
  else if (count)
    spot.pos = (ims_pos){ .file = sheets[0].file };
  return spot;
}

void imsi_check_failed(imsi_check_run *run, ims_status status)
{
  if (status && !run->status)
    run->status = status;
}

static const char *copy(imsi_check_run *run, const char *text, size_t size)
{
  const char *kept = imsi_arena_copy(run->arena, text, size);
  if (!kept)
    imsi_check_failed(run, IMS_NOMEM);
  return kept ? kept : "";
}

void imsi_check_begin(imsi_check_run *run)
{
  imsi_check_failed(run, run->text.status);
  imsi_strbuf_clear(&run->text);
}

const char *imsi_check_text(imsi_check_run *run)
{
  const char *text = copy(run, imsi_strbuf_string(&run->text), run->text.size);
  imsi_check_begin(run);
  return text;
}

static const char *filled(imsi_check_run *run, const char *text, const char *const args[4])
{
  imsi_strbuf buf = { 0 };
  imsi_strbuf_fill(&buf, text, args);
  imsi_check_failed(run, buf.status);
  const char *kept = copy(run, imsi_strbuf_string(&buf), buf.size);
  imsi_strbuf_free(&buf);
  return kept;
}

static const char *force_of(const imsi_check_run *run, const imsi_spot *spot)
{
  const char *force = spot->node.index == IMS_NO_NODE ? "" : ims_force_name(ims_node_force(run->model, spot->node));
  return spot->force ? spot->force : *force ? force : "advice";
}

void imsi_check_find(imsi_check_run *run, const imsi_spot *spot, const char *why, const char *todo,
                     const char *const args[4])
{
  if (spot->systems && !(spot->systems & run->systems))
    return;
  const imsi_found found = { .check = run->check,
                             .severity = spot->severity ? spot->severity : run->check->severity,
                             .entry = spot->entry,
                             .pos = spot->pos,
                             .node = spot->node,
                             .force = force_of(run, spot),
                             .systems = spot->systems,
                             .why = filled(run, why, args),
                             .todo = filled(run, todo, args) };
  imsi_check_failed(run, imsi_vec_push(run->found, &found));
}

void imsi_check_skip(imsi_check_run *run, ims_systems systems, const char *why, const char *const args[4])
{
  if (systems && !(systems & run->systems))
    return;
  const imsi_found found = { .check = run->check,
                             .skipped = true,
                             .entry = { IMS_NO_ENTRY },
                             .node = { IMS_NO_NODE },
                             .force = "",
                             .systems = systems,
                             .why = filled(run, why, args),
                             .todo = "" };
  imsi_check_failed(run, imsi_vec_push(run->found, &found));
}

ims_status imsi_check_tell_doubts(imsi_check_run *run,
                                  ims_status (*find)(const ims_model *model, const ims_register *given,
                                                     const ims_check *check, imsi_vec *doubts),
                                  void (*tell)(imsi_check_run *run, const imsi_claim_doubt *doubt))
{
  imsi_vec doubts = IMSI_VEC(imsi_claim_doubt);
  const ims_status status = find(run->model, run->given, run->check, &doubts);
  for (size_t i = 0; !status && i < doubts.count; i++)
    tell(run, &IMSI_AT(const imsi_claim_doubt, &doubts, i));
  imsi_vec_free(&doubts);
  return status;
}

const char *imsi_check_reference(imsi_check_run *run, ims_node node)
{
  imsi_strbuf text = { 0 };
  imsi_name_reference(run->model, node, &text);
  imsi_check_failed(run, text.status);
  const char *kept = copy(run, imsi_strbuf_string(&text), text.size);
  imsi_strbuf_free(&text);
  return kept;
}

const char *imsi_check_titled(imsi_check_run *run, ims_node node)
{
  imsi_strbuf text = { 0 };
  imsi_name_reference(run->model, node, &text);
  imsi_strbuf_text(&text, " (");
  imsi_name_title(run->model, ims_node_clause(run->model, node), &text);
  imsi_strbuf_text(&text, ")");
  imsi_check_failed(run, text.status);
  const char *kept = copy(run, imsi_strbuf_string(&text), text.size);
  imsi_strbuf_free(&text);
  return kept;
}

const char *imsi_check_number(imsi_check_run *run, size_t number)
{
  char digits[24];
  const int size = snprintf(digits, sizeof digits, "%zu", number);
  return copy(run, digits, (size_t)size);
}

const char *imsi_check_day(imsi_check_run *run, ims_day day)
{
  imsi_strbuf text = { 0 };
  imsi_held_name_day(day, &text);
  imsi_check_failed(run, text.status);
  const char *kept = copy(run, imsi_strbuf_string(&text), text.size);
  imsi_strbuf_free(&text);
  return kept;
}

const char *imsi_check_systems(imsi_check_run *run, ims_systems systems)
{
  size_t count;
  const ims_system *all = ims_register_systems(run->given, &count);
  imsi_strbuf text = { 0 };
  for (size_t i = 0; i < count; i++) {
    if (!(systems >> i & 1))
      continue;
    imsi_strbuf_text(&text, text.size ? ", " : "");
    imsi_strbuf_text(&text, all[i].id);
  }
  imsi_check_failed(run, text.status);
  const char *kept = copy(run, imsi_strbuf_string(&text), text.size);
  imsi_strbuf_free(&text);
  return kept;
}

const char *imsi_check_words(imsi_check_run *run, ims_node node)
{
  const char *text = ims_node_get(run->model, node).text;
  const size_t size = strlen(text);
  return copy(run, text, size - (size && text[size - 1] == '.'));
}

void imsi_check_list(imsi_check_run *run, const char *text)
{
  imsi_strbuf_text(&run->text, run->text.size ? ", " : "");
  imsi_strbuf_text(&run->text, text);
}
