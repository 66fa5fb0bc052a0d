/* What is known from the start, and the plainest form of a blank register: a sheet of comma-separated values. */

#include "ims/blank.h"
#include "base/diag.h"
#include "base/out.h"
#include "base/try.h"
#include "base/utf8.h"
#include "query/reference.h"
#include "write/blank_internal.h"
#include "write/common.h"

#include <string.h>

static ims_status refuse(imsi_reporter *reporter, const char *text)
{
  imsi_report(reporter, IMS_DIAG_BAD_OPTION, (ims_pos){ 0 }, text, NULL, NULL, NULL);
  return IMS_INVALID;
}

/* Names are compared without case, as registers do. */
static ims_status check_name(const ims_blank *given, size_t index, imsi_reporter *reporter)
{
  const char *id = given->systems[index].id;
  if (!*id || strpbrk(id, ",;\r\n"))
    return refuse(reporter, "a system needs a name without commas and semicolons, as in ISMS=27001");
  for (size_t i = 0; i < index; i++)
    if (imsi_utf8_distance(given->systems[i].id, id) == 0)
      return refuse(reporter, "two systems have one name: give each its own, as in ISMS=27001");
  return IMS_OK;
}

static bool is_control(const ims_model *model, ims_node node)
{
  if (ims_node_kind_of(model, node) != IMS_CLAUSE || ims_node_force(model, node) != IMS_CONTROL)
    return false;
  for (ims_node part = ims_node_child(model, node); part.index != IMS_NO_NODE; part = ims_node_next(model, part))
    if (ims_node_kind_of(model, part) == IMS_CLAUSE)
      return false; /* a heading */
  return true;
}

/* All of them, so that none is forgotten; whether one applies is for the organization to say. */
static ims_status know_controls(const ims_model *model, const ims_edition *edition, const char *system,
                                imsi_blank_known *known)
{
  for (uint32_t i = 0; i < edition->count; i++) {
    const ims_node node = { edition->first.index + i };
    if (!is_control(model, node))
      continue;
    const ims_node_info info = ims_node_get(model, node);
    imsi_blank_row row = { 0 };
    row.texts[IMS_FIELD_ID] = info.name;
    row.texts[IMS_FIELD_TITLE] = info.text;
    row.texts[IMS_FIELD_SYSTEMS] = system;
    IMS_TRY(imsi_vec_push(&known->controls, &row));
  }
  return IMS_OK;
}

static ims_status know_system(const ims_model *model, const ims_blank_system *system, imsi_reporter *reporter,
                              imsi_blank_known *known)
{
  const ims_edition *edition;
  IMS_TRY(imsi_reference_edition(model, NULL, system->standard, strlen(system->standard), reporter, &edition));
  imsi_blank_row *row = &known->systems[known->system_count];
  *row = (imsi_blank_row){ 0 };
  const char *id = imsi_write_utf8(&known->arena, system->id);
  char *name = imsi_arena_copy(&known->arena, edition->id, strlen(edition->id));
  if (!id || !name)
    return IMS_NOMEM;
  row->texts[IMS_FIELD_ID] = id;
  row->texts[IMS_FIELD_EDITION] = name;
  known->system_count++;
  return know_controls(model, edition, id, known);
}

static ims_status know_all(const ims_model *model, const ims_blank *given, imsi_reporter *reporter,
                           imsi_blank_known *known)
{
  known->organization = imsi_write_utf8(&known->arena, given->organization ? given->organization : "");
  known->systems = imsi_arena_alloc(&known->arena, given->system_count * sizeof *known->systems);
  if (!known->organization || !known->systems)
    return IMS_NOMEM;
  for (size_t i = 0; i < given->system_count; i++) {
    IMS_TRY(check_name(given, i, reporter));
    IMS_TRY(know_system(model, &given->systems[i], reporter, known));
  }
  return IMS_OK;
}

ims_status imsi_blank_know(const ims_model *model, const ims_blank *given, ims_diag_sink diags, imsi_blank_known *known)
{
  imsi_reporter reporter;
  imsi_reporter_init(&reporter, diags);
  const ims_status status = know_all(model, given, &reporter, known);
  imsi_reporter_free(&reporter);
  return status;
}

void imsi_blank_known_free(imsi_blank_known *known)
{
  imsi_vec_free(&known->controls);
  imsi_arena_free(&known->arena);
}

const imsi_blank_row *imsi_blank_rows(const imsi_blank_known *known, ims_entry_kind kind, imsi_blank_row *one,
                                      size_t *count)
{
  if (kind == IMS_ENTRY_SYSTEM) {
    *count = known->system_count;
    return known->systems;
  }
  if (kind == IMS_ENTRY_CONTROL) {
    *count = known->controls.count;
    return known->controls.data;
  }
  *one = (imsi_blank_row){ 0 };
  one->texts[IMS_FIELD_TITLE] = known->organization;
  *count = kind == IMS_ENTRY_ORGANIZATION && *known->organization;
  return one;
}

/* ---- one kind as text ---- */

static void put_cell(imsi_out *out, const char *text)
{
  const bool quoted = strpbrk(text, "\",\r\n") != NULL;
  if (quoted)
    imsi_out_text(out, "\"");
  for (; *text; text++) {
    if (*text == '"')
      imsi_out_text(out, "\"");
    imsi_out_bytes(out, text, 1);
  }
  if (quoted)
    imsi_out_text(out, "\"");
}

ims_status ims_blank_sheet(const ims_model *model, const ims_blank *given, ims_entry_kind kind, ims_diag_sink diags,
                           ims_sink sink)
{
  imsi_blank_known known = IMSI_BLANK_KNOWN;
  imsi_out out = { .sink = sink };
  imsi_blank_row one;
  size_t field_count, row_count = 0;
  ims_status status = imsi_blank_know(model, given, diags, &known);
  const ims_field *fields = ims_entry_kind_fields(kind, &field_count);
  const imsi_blank_row *rows = status ? NULL : imsi_blank_rows(&known, kind, &one, &row_count);
  for (size_t i = 0; !status && i < field_count; i++) {
    imsi_out_text(&out, i ? "," : "");
    put_cell(&out, ims_field_title(fields[i]));
  }
  for (size_t row = 0; row < row_count; row++)
    for (size_t i = 0; i < field_count; i++) {
      imsi_out_text(&out, i ? "," : "\n");
      put_cell(&out, rows[row].texts[fields[i]] ? rows[row].texts[fields[i]] : "");
    }
  if (!status) {
    imsi_out_text(&out, "\n");
    status = imsi_out_end(&out);
  }
  imsi_blank_known_free(&known);
  return status;
}
